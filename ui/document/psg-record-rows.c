/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-record-rows.h"

#include <glib/gi18n-lib.h>

#include "psg-badges.h"
#include "psg-follow.h"
#include "psg-language.h"
#include "psg-link.h"
#include "psg-mark.h"
#include "psg-own-event.h"

/* How an event, a source, a claim, a passage and a crossing look as one row of a list. */

static PsgCollection *
get_collection (PsgSession *session)
{
  return psg_session_get_collection (session);
}

static const PsgLane *
get_lane (PsgCollection *collection,
          guint          row)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (psg_collection_get_events (collection));

  return g_ptr_array_index (psg_collection_get_lanes (collection), columns->lane[row]);
}

/**
 * psg_row_add_event:
 * @list: from psg_row_list_new()
 * @session: the session
 * @row: a row of the event table
 */
void
psg_row_add_event (GtkWidget  *list,
                   PsgSession *session,
                   guint       row)
{
  PsgCollection *collection = get_collection (session);
  g_autoptr (PsgEvent) event = psg_collection_load_event (collection, row, NULL);
  g_autofree char *link = NULL;
  g_autofree char *date = NULL;

  if (event == NULL)
    return;

  link = psg_link_to_event (session, row);
  date = psg_edtf_format_display (event->date);
  psg_row_add (list, link, psg_mark_new_event (get_lane (collection, row), psg_own_event_is_id (event->id)),
               psg_text_get (event->title), date);
}

/**
 * psg_describe_source:
 * @source: a source
 *
 * Returns: (transfer full): "26 September 2024 · English · Belarusian state"
 */
char *
psg_describe_source (const PsgSource *source)
{
  g_autofree char *date = source->date != NULL ? psg_edtf_format_display (source->date) : NULL;
  const char *language = psg_language_get_label (source->language);
  const char *voice = psg_affiliation_get_label (source->affiliation);

  return psg_join_facts (date != NULL ? date : "",
                         language != NULL ? language : "",
                         voice != NULL ? voice : "",
                         NULL);
}

static void
open_clicked_cb (GtkWidget *button)
{
  psg_link_open (button, g_object_get_data (G_OBJECT (button), "psg-uri"));
}

static GtkWidget *
new_open_button (const char *uri)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("adw-external-link-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, _("Open in the Browser…"));
  g_object_set_data_full (G_OBJECT (button), "psg-uri", g_strdup (uri), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (open_clicked_cb), NULL);

  return button;
}

/**
 * psg_row_add_source:
 * @list: from psg_row_list_new()
 * @session: the session
 * @id: a source's id
 *
 * Publisher, title, when, in what language, whose voice, and how sure we are of it.
 */
void
psg_row_add_source (GtkWidget  *list,
                    PsgSession *session,
                    const char *id)
{
  g_autoptr (PsgSource) source = psg_collection_load_source (get_collection (session), id, NULL);
  g_autofree char *link = g_strconcat ("source:", id, NULL);
  g_autofree char *facts = NULL;
  g_autofree char *about = NULL;
  g_autofree char *name = NULL;
  GtkWidget *row;

  if (source == NULL)
    return;

  facts = psg_describe_source (source);
  about = psg_join_facts (facts, psg_confidence_get_label (source->confidence), NULL);
  name = psg_join_facts (source->publisher, source->title, about, NULL);
  row = psg_row_add (list, link, source->confidence != 0 ? psg_confidence_badge_new (source->confidence) : NULL,
                     source->publisher, NULL);
  psg_row_add_below (row, psg_label_new (source->title, NULL));
  if (source->remark != NULL)
    psg_row_add_below (row, psg_label_new (source->remark, "row-subtitle"));
  psg_row_add_below (row, psg_label_new (about, "row-subtitle"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (psg_link_is_external (source->url))
    psg_row_add_suffix (row, new_open_button (source->url));
}

void
psg_row_add_claim (GtkWidget  *list,
                   PsgSession *session,
                   const char *id)
{
  g_autoptr (PsgClaim) claim = psg_collection_load_claim (get_collection (session), id, NULL);
  g_autofree char *link = g_strconcat ("claim:", id, NULL);
  g_autofree char *facts = NULL;

  if (claim == NULL)
    return;

  facts = psg_join_facts (psg_text_get (claim->speaker), psg_verdict_get_label (claim->verdict), NULL);
  psg_row_add (list, link, psg_mark_new_party (psg_text_get (claim->speaker)),
               psg_text_get (claim->text), facts);
}

const char *
psg_get_document_title (PsgSession *session,
                        const char *id)
{
  const PsgDocument *document = psg_collection_find_document (get_collection (session), id);

  return document != NULL ? psg_text_get (document->title) : id;
}

void
psg_row_add_passage (GtkWidget        *list,
                     PsgSession       *session,
                     const PsgPassage *passage)
{
  g_autofree char *link = psg_link_to_passage (passage);
  /* Translators: words quoted from a document */
  g_autofree char *quote = g_strdup_printf (_("“%s”"), passage->anchor->exact);
  GtkWidget *mark = gtk_image_new_from_icon_name ("text-x-generic-symbolic");

  gtk_widget_add_css_class (mark, "dim-label");
  psg_row_add (list, link, mark, quote, psg_get_document_title (session, passage->document));
}

void
psg_add_events_section (GtkBox     *box,
                        PsgSession *session,
                        const char *heading,
                        GArray     *rows)
{
  GtkWidget *list;

  if (rows == NULL || rows->len == 0)
    return;

  list = psg_section_add_rows (box, heading, session);
  for (guint i = 0; i < rows->len; i++)
    psg_row_add_event (list, session, g_array_index (rows, guint, i));
}

void
psg_add_passages_section (GtkBox     *box,
                          PsgSession *session,
                          const char *heading,
                          GPtrArray  *passages)
{
  GtkWidget *list;

  if (passages == NULL || passages->len == 0)
    return;

  list = psg_section_add_rows (box, heading, session);
  for (guint i = 0; i < passages->len; i++)
    psg_row_add_passage (list, session, g_ptr_array_index (passages, i));
}

void
psg_add_sources_section (GtkBox     *box,
                         PsgSession *session,
                         const char *heading,
                         GStrv       ids)
{
  GtkWidget *list;

  if (ids == NULL || ids[0] == NULL)
    return;

  list = psg_section_add_rows (box, heading, session);
  for (guint i = 0; ids[i] != NULL; i++)
    psg_row_add_source (list, session, ids[i]);
}
