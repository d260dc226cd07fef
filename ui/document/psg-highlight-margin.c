/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-highlight-margin.h"

#include <glib/gi18n-lib.h>

#include "psg-note-mark.h"
#include "psg-palette.h"

/* Signs of notes beside their lines. What is drawn is what is hit: both look through the notes in sight. */

#define MARGIN_WIDTH 16
#define SIGN_SIZE 11
/* Signs at one line overlap by so much of one, as leaves of a pile. */
#define PILE_STEP 4

struct _PsgHighlightMargin
{
  GtkWidget parent_instance;

  PsgHighlights *highlights; /* weak */
  GtkTextView *view;         /* borrowed: the parent */
};

G_DEFINE_FINAL_TYPE (PsgHighlightMargin, psg_highlight_margin, GTK_TYPE_WIDGET)

/* Calls for each sign in sight until one is taken. */
typedef gboolean (*SignFunc) (guint index, const PsgHighlight *mark, double x, double y, gpointer data);

static void
foreach_sign (PsgHighlightMargin *self,
              SignFunc            func,
              gpointer            data)
{
  GArray *marks = self->highlights != NULL ? psg_highlights_get (self->highlights) : NULL;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  GdkRectangle visible;
  GtkTextIter first, last;
  double previous = -1, pile = 0;

  if (marks == NULL || marks->len == 0)
    return;

  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_iter_at_location (self->view, &first, visible.x, visible.y);
  gtk_text_view_get_iter_at_location (self->view, &last, visible.x + visible.width, visible.y + visible.height - 1);

  for (guint i = 0; i < marks->len; i++)
    {
      const PsgHighlight *mark = &g_array_index (marks, PsgHighlight, i);
      GtkTextIter iter;
      GdkRectangle area;
      int y;

      /* Where a line is that is not in sight is dear to find out. */
      if (mark->start < (guint) gtk_text_iter_get_offset (&first)
          || mark->start > (guint) gtk_text_iter_get_offset (&last))
        continue;

      gtk_text_buffer_get_iter_at_offset (buffer, &iter, mark->start);
      gtk_text_view_get_iter_location (self->view, &iter, &area);
      gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_LEFT, 0, area.y + area.height / 2, NULL, &y);
      pile = ABS (y - previous) < 1 ? pile + PILE_STEP : 0;
      previous = y;
      if (y > -SIGN_SIZE && y < height + SIGN_SIZE && func (i, mark, MARGIN_WIDTH / 2.0, y + pile, data))
        return;
    }
}

static gboolean
draw_sign (guint               index,
           const PsgHighlight *mark,
           double              x,
           double              y,
           gpointer            data)
{
  psg_note_glyph_draw (data, psg_palette_get_scheme (), mark->note->colour, x, y, SIGN_SIZE);

  return FALSE;
}

static void
psg_highlight_margin_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                                          gtk_widget_get_height (widget)));

  foreach_sign (PSG_HIGHLIGHT_MARGIN (widget), draw_sign, cr);
  cairo_destroy (cr);
}

typedef struct
{
  double y;
  double distance;
  int    index;
} Search;

static gboolean
find_sign (guint               index,
           const PsgHighlight *mark,
           double              x,
           double              y,
           gpointer            data)
{
  Search *search = data;

  if (ABS (y - search->y) < search->distance)
    {
      search->distance = ABS (y - search->y);
      search->index = (int) index;
    }

  return FALSE;
}

static int
find_at (PsgHighlightMargin *self,
         double              y)
{
  Search search = { y, SIGN_SIZE, -1 };

  foreach_sign (self, find_sign, &search);

  return search.index;
}

static gboolean
psg_highlight_margin_query_tooltip (GtkWidget  *widget,
                                    int         x,
                                    int         y,
                                    gboolean    keyboard,
                                    GtkTooltip *tooltip)
{
  PsgHighlightMargin *self = PSG_HIGHLIGHT_MARGIN (widget);
  int index = keyboard ? -1 : find_at (self, y);
  g_autofree char *title = NULL;
  const PsgNote *note;

  if (index < 0)
    return FALSE;

  note = g_array_index (psg_highlights_get (self->highlights), PsgHighlight, index).note;
  title = psg_note_dup_title (note);
  gtk_tooltip_set_text (tooltip, title);

  return TRUE;
}

static void
released_cb (PsgHighlightMargin *self,
             int                 n_press,
             double              x,
             double              y)
{
  int index = find_at (self, y);

  if (index >= 0)
    psg_highlights_show (self->highlights, (guint) index);
}

static void
motion_cb (PsgHighlightMargin *self,
           double              x,
           double              y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), find_at (self, y) >= 0 ? "pointer" : NULL);
}

static void
psg_highlight_margin_measure (GtkWidget     *widget,
                              GtkOrientation orientation,
                              int            for_size,
                              int           *minimum,
                              int           *natural,
                              int           *minimum_baseline,
                              int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MARGIN_WIDTH : 0;
}

static void
adjustment_set_cb (PsgHighlightMargin *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                             G_CONNECT_SWAPPED);
}

static void
psg_highlight_margin_dispose (GObject *object)
{
  g_clear_weak_pointer (&PSG_HIGHLIGHT_MARGIN (object)->highlights);

  G_OBJECT_CLASS (psg_highlight_margin_parent_class)->dispose (object);
}

static void
psg_highlight_margin_class_init (PsgHighlightMarginClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_highlight_margin_dispose;
  widget_class->measure = psg_highlight_margin_measure;
  widget_class->snapshot = psg_highlight_margin_snapshot;
  widget_class->query_tooltip = psg_highlight_margin_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "highlightmargin");
  /* All it shows is in the text's menu and in the list of notes. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
psg_highlight_margin_init (PsgHighlightMargin *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * psg_highlight_margin_new:
 * @highlights: the notes
 * @view: the text beside it, whose gutter it is to be
 *
 * Returns: (transfer floating): a margin
 */
GtkWidget *
psg_highlight_margin_new (PsgHighlights *highlights,
                          GtkTextView   *view)
{
  PsgHighlightMargin *self = g_object_new (PSG_TYPE_HIGHLIGHT_MARGIN, NULL);

  g_set_weak_pointer (&self->highlights, highlights);
  self->view = view;
  g_signal_connect_object (highlights, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::vadjustment", G_CALLBACK (adjustment_set_cb), self, G_CONNECT_SWAPPED);
  adjustment_set_cb (self);

  return GTK_WIDGET (self);
}
