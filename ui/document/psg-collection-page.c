/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection-page.h"

#include <glib/gi18n-lib.h>

#include "psg-own-section.h"
#include "psg-page-view.h"
#include "psg-record-rows.h"
#include "psg-reference.h"
#include "psg-rows.h"
#include "psg-status-line.h"

/* The collection's own page: what it is about, and everything there is to read in it. */

static char *
describe_contents (PsgCollection *collection)
{
  guint n_events = psg_event_table_get_n (psg_collection_get_events (collection));
  guint counts[PSG_N_STATUSES];
  guint n_crossings = psg_crossings_count (psg_collection_get_crossings (collection), 0, counts);
  guint n_documents = psg_collection_get_documents (collection)->len;
  guint n_lessons = psg_collection_get_lessons (collection)->len;
  g_autofree char *events = g_strdup_printf (ngettext ("%'u event", "%'u events", n_events), n_events);
  g_autofree char *crossings = g_strdup_printf (ngettext ("%u crossing", "%u crossings", n_crossings), n_crossings);
  g_autofree char *documents = g_strdup_printf (ngettext ("%u document", "%u documents", n_documents), n_documents);
  g_autofree char *lessons = g_strdup_printf (ngettext ("%u lesson", "%u lessons", n_lessons), n_lessons);

  return psg_join_facts (events,
                         n_crossings > 0 ? crossings : "",
                         n_documents > 0 ? documents : "",
                         n_lessons > 0 ? lessons : "",
                         NULL);
}

static void
add_header (GtkBox        *content,
            PsgCollection *collection)
{
  const PsgCollectionInfo *info = psg_collection_get_info (collection);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *facts = describe_contents (collection);
  g_autoptr (GPtrArray) texts = psg_reference_texts_new (info->title);

  gtk_widget_add_css_class (header, "page-header");
  gtk_box_append (GTK_BOX (header), psg_label_new (_("COLLECTION"), "page-kicker"));
  gtk_box_append (GTK_BOX (header), psg_title_new (psg_text_get (info->title)));
  gtk_box_append (GTK_BOX (header), psg_label_new (facts, "page-facts"));
  psg_reference_texts_add (texts, info->description);
  psg_reference_texts_add (texts, info->credits);
  psg_reference_add (GTK_BOX (header), texts);
  gtk_box_append (content, header);

  if (info->description != NULL)
    gtk_box_append (content, psg_body_label_new (psg_text_get (info->description)));
}

static void
add_documents (GtkBox     *content,
               PsgSession *session)
{
  GPtrArray *documents = psg_collection_get_documents (psg_session_get_collection (session));
  GtkWidget *list;

  if (documents->len == 0)
    return;

  list = psg_section_add_rows (content, _("Documents"), session);
  for (guint i = 0; i < documents->len; i++)
    {
      const PsgDocument *document = g_ptr_array_index (documents, i);
      g_autofree char *link = g_strconcat ("document:", document->id, NULL);

      psg_row_add (list, link, gtk_image_new_from_icon_name ("text-x-generic-symbolic"),
                   psg_text_get (document->title), psg_text_get (document->summary));
    }
}

static void
add_crossings (GtkBox     *content,
               PsgSession *session)
{
  GPtrArray *crossings = psg_collection_get_crossings (psg_session_get_collection (session));
  GtkWidget *list;

  if (crossings->len == 0)
    return;

  list = psg_section_add_rows (content, _("Crossings"), session);
  for (guint i = 0; i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);
      g_autofree char *link = g_strconcat ("crossing:", crossing->id, NULL);
      GtkWidget *row = psg_row_add (list, link, NULL, psg_text_get (crossing->name), NULL);

      psg_row_add_below (row, psg_status_line_new (session, crossing));
    }
}

static void
add_lessons (GtkBox     *content,
             PsgSession *session)
{
  GPtrArray *lessons = psg_collection_get_lessons (psg_session_get_collection (session));
  GtkWidget *list;

  if (lessons->len == 0)
    return;

  list = psg_section_add_rows (content, _("Lessons"), session);
  for (guint i = 0; i < lessons->len; i++)
    {
      const PsgLesson *lesson = g_ptr_array_index (lessons, i);

      psg_row_add (list, NULL, NULL, psg_text_get (lesson->title), psg_text_get (lesson->description));
    }
}

static void
add_credits (GtkBox                  *content,
             const PsgCollectionInfo *info)
{
  GtkWidget *section = psg_section_new (content, _("About this collection"));
  g_autofree char *version = NULL;
  g_autofree char *facts = NULL;

  if (info->credits != NULL)
    gtk_box_append (GTK_BOX (section), psg_body_label_new (psg_text_get (info->credits)));

  /* Translators: %s is a number such as 1.0.0 */
  version = info->version != NULL ? g_strdup_printf (_("Version %s"), info->version) : g_strdup ("");
  facts = psg_join_facts (version, info->licence != NULL ? info->licence : "", NULL);
  gtk_box_append (GTK_BOX (section), psg_label_new (facts, "page-facts"));
}

/**
 * psg_collection_page_new:
 * @session: a session with a collection
 *
 * Returns: (transfer floating): the collection's page
 */
GtkWidget *
psg_collection_page_new (PsgSession *session)
{
  PsgCollection *collection = psg_session_get_collection (session);
  GtkWidget *page = psg_page_view_new ();
  GtkBox *content = psg_page_view_get_content (PSG_PAGE_VIEW (page));

  add_header (content, collection);
  add_documents (content, session);
  gtk_box_append (content, psg_own_section_new (session));
  add_crossings (content, session);
  add_lessons (content, session);
  add_credits (content, psg_collection_get_info (collection));

  return page;
}
