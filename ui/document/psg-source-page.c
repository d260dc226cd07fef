/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-source-page.h"

#include <glib/gi18n-lib.h>

#include "psg-badges.h"
#include "psg-line-layout.h"
#include "psg-link.h"
#include "psg-page-view.h"
#include "psg-record-rows.h"
#include "psg-rows.h"

/* A source's page: what it is, where it can be read, and what rests on it. */

static void
add_header (GtkBox          *content,
            const PsgSource *source)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *facts = psg_describe_source (source);

  gtk_widget_add_css_class (header, "page-header");
  gtk_box_append (GTK_BOX (header), psg_label_new (_("SOURCE"), "page-kicker"));
  gtk_box_append (GTK_BOX (header), psg_title_new (source->title));
  gtk_box_append (GTK_BOX (header), psg_label_new (source->publisher, "page-strong"));
  if (source->author != NULL)
    gtk_box_append (GTK_BOX (header), psg_label_new (source->author, "page-facts"));
  gtk_box_append (GTK_BOX (header), psg_label_new (facts, "page-facts"));
  gtk_box_append (content, header);
}

static void
add_confidence (GtkBox          *content,
                const PsgSource *source)
{
  GtkWidget *section = psg_section_new (content, _("How sure we are of it"));
  GtkWidget *box = psg_line_new (10);

  gtk_box_append (GTK_BOX (box), psg_confidence_badge_new (source->confidence));
  gtk_box_append (GTK_BOX (box), psg_label_new (psg_confidence_get_label (source->confidence), NULL));
  gtk_box_append (GTK_BOX (section), box);
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  gpointer       user_data)
{
  psg_link_open (GTK_WIDGET (list), g_object_get_data (G_OBJECT (row), "psg-uri"));
}

static void
add_address (GtkWidget  *list,
             const char *title,
             const char *uri)
{
  g_autofree char *shown = NULL;
  GtkWidget *row;

  if (!psg_link_is_external (uri))
    return;

  shown = psg_link_dup_shown (uri);
  row = psg_row_add (list, NULL, NULL, title, shown);
  psg_row_add_suffix (row, gtk_image_new_from_icon_name ("adw-external-link-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "psg-uri", g_strdup (uri), g_free);
}

static void
add_addresses (GtkBox          *content,
               PsgSession      *session,
               const PsgSource *source)
{
  GtkWidget *list;

  if (!psg_link_is_external (source->url) && !psg_link_is_external (source->archive_url))
    return;

  list = psg_section_add_rows (content, _("Where to read it"), session);
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), NULL);
  add_address (list, _("Original"), source->url);
  add_address (list, _("Archived copy"), source->archive_url);
}

/**
 * psg_source_page_new:
 * @session: a session with a collection
 * @source: a source of it
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
psg_source_page_new (PsgSession      *session,
                     const PsgSource *source)
{
  GtkWidget *page = psg_page_view_new ();
  GtkBox *content = psg_page_view_get_content (PSG_PAGE_VIEW (page));
  g_autoptr (GArray) events = NULL;

  events = psg_collection_load_events_about (psg_session_get_collection (session),
                                             PSG_KIND_SOURCE, source->id, NULL);

  add_header (content, source);
  if (source->confidence != 0)
    add_confidence (content, source);
  if (source->remark != NULL)
    gtk_box_append (GTK_BOX (psg_section_new (content, _("Your remark"))), psg_body_label_new (source->remark));
  add_addresses (content, session, source);
  psg_add_events_section (content, session, _("Events that rest on it"), events);

  return page;
}
