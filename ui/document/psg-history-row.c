/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-history-row.h"

#include <glib/gi18n-lib.h>

#include "psg-badges.h"
#include "psg-line-layout.h"
#include "psg-mark.h"
#include "psg-rows.h"
#include "psg-tint.h"

/* What held from when to when, why, by whose decision, and how we know. */

static GtkWidget *
new_head (const PsgStatusInterval *interval)
{
  g_autofree char *date = psg_edtf_format_display (interval->date);
  GtkWidget *box = psg_line_new (8);
  GtkWidget *label = psg_label_new (date, "page-strong");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), psg_mark_new_status (interval->status));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), psg_confidence_badge_new (interval->confidence));

  return box;
}

static const char *
get_state (const PsgStatusInterval *interval)
{
  return interval->label != NULL ? psg_text_get (interval->label)
                                 : psg_status_get_label (interval->status);
}

static GtkWidget *
new_state (const PsgStatusInterval *interval)
{
  GtkWidget *label = psg_label_new (get_state (interval), "status-label");

  psg_tint_status (GTK_LABEL (label), interval->status);

  return label;
}

/* The sources' publishers as chips that lead to their pages, after the event it follows from. */
static GtkWidget *
new_links (PsgSession              *session,
           const PsgStatusInterval *interval)
{
  PsgCollection *collection = psg_session_get_collection (session);
  GtkWidget *chips = psg_chip_box_new ();

  if (interval->event != NULL)
    {
      g_autofree char *link = g_strconcat ("event:", interval->event, NULL);
      guint row = psg_event_table_find (psg_collection_get_events (collection), interval->event);

      if (row != PSG_ROW_NONE)
        gtk_box_append (GTK_BOX (chips),
                        psg_chip_new (session, link, NULL,
                                      psg_event_table_get_title (psg_collection_get_events (collection), row)));
    }

  for (guint i = 0; interval->sources != NULL && interval->sources[i] != NULL; i++)
    {
      g_autofree char *link = g_strconcat ("source:", interval->sources[i], NULL);
      g_autoptr (PsgSource) source = psg_collection_load_source (collection, interval->sources[i], NULL);

      if (source != NULL)
        gtk_box_append (GTK_BOX (chips), psg_chip_new (session, link, NULL, source->publisher));
    }

  return chips;
}

/**
 * psg_history_row_new:
 * @session: a session with a collection
 * @interval: a stretch of a crossing's history
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
psg_history_row_new (PsgSession              *session,
                     const PsgStatusInterval *interval)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *date = psg_edtf_format_display (interval->date);
  g_autofree char *name = psg_join_facts (date, get_state (interval), psg_text_get (interval->reason), NULL);

  gtk_widget_add_css_class (box, "page-row");
  gtk_box_append (GTK_BOX (box), new_head (interval));
  gtk_box_append (GTK_BOX (box), new_state (interval));
  gtk_box_append (GTK_BOX (box), psg_label_new (psg_text_get (interval->reason), NULL));

  if (interval->decided_by != NULL)
    {
      /* Translators: %s is who decided */
      g_autofree char *decided = g_strdup_printf (_("Decided by %s"), psg_text_get (interval->decided_by));

      gtk_box_append (GTK_BOX (box), psg_label_new (decided, "page-facts"));
    }
  if (interval->note != NULL)
    gtk_box_append (GTK_BOX (box), psg_label_new (psg_text_get (interval->note), "page-note"));
  gtk_box_append (GTK_BOX (box), new_links (session, interval));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}
