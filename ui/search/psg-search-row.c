/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-search-row.h"

#include <glib/gi18n-lib.h>

#include "psg-mark.h"
#include "psg-rows.h"
#include "psg-snippet.h"

/*
 * How one hit looks: its mark, its title with what was matched in bold, its date at the end, and below,
 * in one line, the words around the match. The matched title is enough where the words are in it.
 */

#define HIT_KEY "psg-hit"
#define TEXT_KEY "psg-text"

static GtkWidget *
new_event_mark (PsgSession   *session,
                const PsgHit *hit)
{
  PsgCollection *collection = psg_session_get_collection (session);
  PsgEventTable *events = psg_collection_get_events (collection);
  guint row = psg_event_table_find (events, hit->id);
  guint lane = row != PSG_ROW_NONE ? psg_event_table_get_columns (events)->lane[row] : 0;

  return psg_mark_new_event (g_ptr_array_index (psg_collection_get_lanes (collection), lane),
                             row != PSG_ROW_NONE && psg_event_table_is_own (events, row));
}

static GtkWidget *
new_crossing_mark (PsgSession   *session,
                   const PsgHit *hit)
{
  const PsgCrossing *crossing = psg_collection_find_crossing (psg_session_get_collection (session), hit->id);

  return psg_mark_new_status (crossing != NULL
                              ? psg_crossing_get_status_at (crossing, psg_session_get_playhead (session))
                              : PSG_STATUS_UNKNOWN);
}

static GtkWidget *
new_icon (const char *name)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (name);

  gtk_widget_add_css_class (icon, "dim-label");

  return icon;
}

static GtkWidget *
new_note_mark (PsgSession   *session,
               const PsgHit *hit)
{
  PsgNotes *notes = psg_session_get_notes (session);
  const PsgNoteMark *mark = notes != NULL ? psg_notes_find (notes, hit->id) : NULL;

  return psg_mark_new_note (mark != NULL ? mark->colour : PSG_NOTE_NO_COLOUR);
}

/* Somebody said it; an icon would say more. */
static GtkWidget *
new_quotation_mark (void)
{
  /* Translators: a closing quotation mark, the sign of a claim */
  GtkWidget *label = gtk_label_new (_("”"));

  gtk_widget_add_css_class (label, "quotation");

  return label;
}

static GtkWidget *
new_mark (PsgSession   *session,
          const PsgHit *hit)
{
  switch ((int) hit->kind)
    {
    case PSG_KIND_EVENT:
      return new_event_mark (session, hit);
    case PSG_KIND_CROSSING:
      return new_crossing_mark (session, hit);
    case PSG_KIND_NOTE:
      return new_note_mark (session, hit);
    case PSG_KIND_CLAIM:
      return new_quotation_mark ();
    case PSG_KIND_SOURCE:
      return new_icon ("bookmark-new-symbolic");
    case PSG_KIND_PLACE:
      return new_icon ("find-location-symbolic");
    case PSG_KIND_OWN:
      return new_icon ("x-office-document-symbolic");
    default:
      return new_icon ("text-x-generic-symbolic");
    }
}

/* All marks take the same room, so that titles stand below one another. */
static void
append_mark (GtkWidget *box,
             GtkWidget *mark)
{
  GtkWidget *room = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (mark, TRUE);
  gtk_widget_set_halign (mark, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (room, FALSE);
  gtk_widget_set_size_request (room, 18, -1);
  gtk_box_append (GTK_BOX (room), mark);
  gtk_box_append (GTK_BOX (box), room);
}

static GtkWidget *
new_row (GtkWidget **box,
         GtkWidget **texts)
{
  GtkWidget *row = gtk_list_box_row_new ();

  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_widget_set_hexpand (*texts, TRUE);
  gtk_widget_set_valign (*texts, GTK_ALIGN_CENTER);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), *box);
  /* The keyboard stays in the entry. */
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

static void
name_row (GtkWidget    *row,
          const PsgHit *hit,
          const char   *date)
{
  g_autofree char *snippet = hit->snippet != NULL ? psg_snippet_dup_plain (hit->snippet) : g_strdup ("");
  g_autofree char *name = psg_join_facts (hit->title, date != NULL ? date : "", snippet, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * psg_search_row_new_hit:
 * @session: the session
 * @hit: what was found; must outlive the row
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
psg_search_row_new_hit (PsgSession   *session,
                        const PsgHit *hit)
{
  GtkWidget *box, *texts, *row = new_row (&box, &texts);
  g_autofree char *date = hit->date != NULL ? psg_edtf_format_short (hit->date) : NULL;

  append_mark (box, new_mark (session, hit));
  gtk_box_append (GTK_BOX (texts), psg_snippet_title_new (hit->marked != NULL ? hit->marked : hit->title, "title"));
  if (hit->snippet != NULL && *hit->snippet != '\0')
    gtk_box_append (GTK_BOX (texts), psg_snippet_new (hit->snippet, "snippet"));
  gtk_box_append (GTK_BOX (box), texts);
  if (date == NULL && hit->page > 0)
    /* Translators: the number of a page */
    date = g_strdup_printf (_("p. %u"), hit->page);
  if (date != NULL)
    {
      GtkWidget *label = gtk_label_new (date);

      gtk_widget_add_css_class (label, "date");
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), label);
    }

  name_row (row, hit, date);
  g_object_set_data (G_OBJECT (row), HIT_KEY, (gpointer) hit);

  return row;
}

/**
 * psg_search_row_new_text:
 * @title: what it says
 * @explanation: (nullable): what comes of typing it
 * @text: what choosing it types
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
psg_search_row_new_text (const char *title,
                         const char *explanation,
                         const char *text)
{
  GtkWidget *box, *texts, *row = new_row (&box, &texts);
  g_autofree char *name = psg_join_facts (title, explanation != NULL ? explanation : "", NULL);

  gtk_box_append (GTK_BOX (texts), psg_snippet_title_new (title, explanation != NULL ? "example" : "more"));
  gtk_box_append (GTK_BOX (box), texts);
  if (explanation != NULL)
    {
      GtkWidget *label = psg_snippet_title_new (explanation, "dim-label");

      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_box_append (GTK_BOX (box), label);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), TEXT_KEY, g_strdup (text), g_free);

  return row;
}

/**
 * psg_search_row_get_hit:
 *
 * Returns: (transfer none) (nullable): what was found, if it is such a row
 */
const PsgHit *
psg_search_row_get_hit (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), HIT_KEY);
}

/**
 * psg_search_row_get_text:
 *
 * Returns: (transfer none) (nullable): what choosing it types, if it is such a row
 */
const char *
psg_search_row_get_text (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), TEXT_KEY);
}
