/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-caption-card.h"

#include "psg-mark.h"
#include "psg-tint.h"

/*
 * What one caption looks like: the event's dot and title, its date as it is stated, and
 * what becomes of crossings by it, each with the sign of the status. A button, so that
 * what it tells of can be chosen.
 */

#define MOST_LINES 2
/* Dots and signs stand in one column on all cards. */
#define MARK_WIDTH 16

typedef char *(*FormatDate) (const PsgEdtf *date);

/* As the event states it: what is dated to a year is not said to be on a day. */
static char *
format_date (PsgSession         *session,
             const PsgHappening *happening,
             FormatDate          format)
{
  g_autoptr (PsgEvent) event = NULL;

  if (happening->row != PSG_ROW_NONE)
    event = psg_collection_load_event (psg_session_get_collection (session), happening->row, NULL);

  return event != NULL ? format (event->date) : psg_day_format_short (happening->day);
}

static GtkWidget *
new_text (const char *text,
          const char *css_class,
          int         most_lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), most_lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_line (GtkGrid    *grid,
          int         line,
          GtkWidget  *mark,
          GtkWidget  *label)
{
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (mark != NULL)
    {
      gtk_widget_set_size_request (mark, MARK_WIDTH, -1);
      gtk_grid_attach (grid, mark, 0, line, 1, 1);
    }
  gtk_grid_attach (grid, label, 1, line, 1, 1);
}

static int
add_event (GtkGrid            *grid,
           PsgSession         *session,
           const PsgHappening *happening,
           gboolean            compact)
{
  PsgCollection *collection = psg_session_get_collection (session);
  PsgEventTable *events = psg_collection_get_events (collection);
  GPtrArray *lanes = psg_collection_get_lanes (collection);
  guint lane = psg_event_table_get_columns (events)->lane[happening->row];
  GtkWidget *mark = psg_mark_new_event (g_ptr_array_index (lanes, MIN (lane, lanes->len - 1)),
                                        psg_event_table_is_own (events, happening->row));
  GtkWidget *title = new_text (psg_event_table_get_title (events, happening->row), "caption-title",
                               compact ? 1 : MOST_LINES);

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (mark, "caption-mark");
  add_line (grid, 0, mark, title);

  return 1;
}

static int
add_changes (GtkGrid            *grid,
             int                 line,
             const PsgHappening *happening)
{
  for (guint i = 0; i < happening->changes->len; i++)
    {
      const PsgStatusChange *change = g_ptr_array_index (happening->changes, i);
      g_autofree char *text = psg_status_change_describe (change, happening->day);
      GtkWidget *label = new_text (text, "caption-change", MOST_LINES);

      psg_tint_status (GTK_LABEL (label), change->status);
      add_line (grid, line++, psg_mark_new_status (change->status), label);
    }

  return line;
}

static int
add_date (GtkGrid            *grid,
          int                 line,
          PsgSession         *session,
          const PsgHappening *happening)
{
  g_autofree char *date = format_date (session, happening, psg_edtf_format_short);
  GtkWidget *label = gtk_label_new (date);

  gtk_widget_add_css_class (label, "caption-date");
  gtk_widget_add_css_class (label, "numeric");
  add_line (grid, line++, NULL, label);

  return line;
}

/**
 * psg_caption_card_new:
 * @session: a session with a collection
 * @happening: what happened in it
 * @compact: whether to say no more than what: where there is no room, the date has to be
 *   read elsewhere
 *
 * Returns: (transfer floating): a button that says so
 */
GtkWidget *
psg_caption_card_new (PsgSession         *session,
                      const PsgHappening *happening,
                      gboolean            compact)
{
  GtkWidget *card = gtk_button_new ();
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *text = psg_caption_card_describe (session, happening);
  int line = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 7);
  if (happening->row != PSG_ROW_NONE)
    line = add_event (GTK_GRID (grid), session, happening, compact);
  if (happening->row != PSG_ROW_NONE && !compact)
    line = add_date (GTK_GRID (grid), line, session, happening);
  line = add_changes (GTK_GRID (grid), line, happening);
  if (happening->row == PSG_ROW_NONE && !compact)
    add_date (GTK_GRID (grid), line, session, happening);

  gtk_button_set_child (GTK_BUTTON (card), grid);
  gtk_widget_set_focus_on_click (card, FALSE);
  gtk_widget_add_css_class (card, "map-chrome");
  gtk_widget_add_css_class (card, "caption-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return card;
}

char *
psg_caption_card_describe (PsgSession         *session,
                           const PsgHappening *happening)
{
  g_autofree char *date = format_date (session, happening, psg_edtf_format_display);
  GString *text = g_string_new (date);

  if (happening->row != PSG_ROW_NONE)
    g_string_append_printf (text, ", %s", psg_event_table_get_title (
                              psg_collection_get_events (psg_session_get_collection (session)), happening->row));

  for (guint i = 0; i < happening->changes->len; i++)
    {
      g_autofree char *change =
          psg_status_change_describe (g_ptr_array_index (happening->changes, i), happening->day);

      g_string_append_printf (text, ", %s", change);
    }

  return g_string_free (text, FALSE);
}
