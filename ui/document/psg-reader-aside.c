/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-reader-aside.h"

/*
 * Tables that are scrolled aside, while the text around them stands still. The view itself knows only one way
 * to scroll: all of it. So what it draws is drawn again stretch by stretch, each where it belongs, and
 * what is asked about a place is asked where the view takes it to be.
 */

static double
get_aside (GtkTextView *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static void
get_sight (GtkTextView *view,
           guint       *first,
           guint       *last)
{
  GdkRectangle visible;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &iter, visible.y, NULL);
  *first = (guint) gtk_text_iter_get_offset (&iter);
  gtk_text_view_get_line_at_y (view, &iter, visible.y + visible.height - 1, NULL);
  gtk_text_iter_forward_to_line_end (&iter);
  *last = MAX (*first, (guint) gtk_text_iter_get_offset (&iter));
}

/**
 * psg_reader_aside_get_shift:
 * @view: a view
 * @tables: (nullable): the tables in it
 * @y: a height in the view, in pixels
 *
 * Returns: how far what is drawn there lies to the right of where the view takes it to be
 */
int
psg_reader_aside_get_shift (GtkTextView     *view,
                            PsgReaderTables *tables,
                            double           y)
{
  int x = (int) get_aside (view), buffer_y;
  guint first, last;

  if (x == 0 || tables == NULL)
    return 0;

  get_sight (view, &first, &last);
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, (int) y, NULL, &buffer_y);

  return x - MIN (x, psg_reader_tables_get_overflow (tables, view, first, last, buffer_y));
}

/**
 * psg_reader_aside_scroll:
 * @view: a view
 * @x: how far its tables are scrolled aside, in pixels, as far as they are too wide
 */
void
psg_reader_aside_scroll (GtkTextView *view,
                         double       x)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, x);
}

/**
 * psg_reader_aside_scroll_to:
 * @view: a view
 * @mark: what is to be seen
 *
 * Not further than it must be: what fits in from the left is seen from the left.
 */
void
psg_reader_aside_scroll_to (GtkTextView *view,
                            GtkTextMark *mark)
{
  GdkRectangle visible, area;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_buffer_get_iter_at_mark (gtk_text_view_get_buffer (view), &iter, mark);
  gtk_text_view_get_iter_location (view, &iter, &area);
  psg_reader_aside_scroll (view, area.x < visible.width * 2 / 3 ? 0 : area.x - visible.width / 3);
}

/* Beside a gutter the text is moved first. */
static GskRenderNode *
unclip (GskRenderNode *node)
{
  g_autoptr (GskRenderNode) inner = NULL;

  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CLIP_NODE:
      return gsk_render_node_ref (gsk_clip_node_get_child (node));
    case GSK_TRANSFORM_NODE:
      inner = unclip (gsk_transform_node_get_child (node));
      return gsk_transform_node_new (inner, gsk_transform_node_get_transform (node));
    default:
      return gsk_render_node_ref (node);
    }
}

/* The text alone, without what lies beside it, and also what of it lies outside of the view at the moment. */
static GskRenderNode *
get_text (GskRenderNode *whole)
{
  gboolean several = gsk_render_node_get_node_type (whole) == GSK_CONTAINER_NODE;

  return unclip (several ? gsk_container_node_get_child (whole, 0) : whole);
}

/* A stretch of the view, in its own coordinates. */
static void
draw_band (GtkTextView     *view,
           PsgReaderTables *tables,
           GtkSnapshot     *snapshot,
           GskRenderNode   *node,
           int              top,
           int              bottom)
{
  float shift = psg_reader_aside_get_shift (view, tables, (top + bottom) / 2);
  GdkRectangle visible;
  int left;

  if (top >= bottom)
    return;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, visible.x, 0, &left, NULL);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (left, top, visible.width, bottom - top));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (shift, 0));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
draw_bands (GtkTextView     *view,
            PsgReaderTables *tables,
            GtkSnapshot     *snapshot,
            GskRenderNode   *node)
{
  int height = gtk_widget_get_height (GTK_WIDGET (view)), at = 0;
  g_autoptr (GArray) bands = NULL;
  guint first, last;

  get_sight (view, &first, &last);
  bands = psg_reader_tables_list_bands (tables, view, first, last);
  for (guint i = 0; i < bands->len; i++)
    {
      const PsgBand *band = &g_array_index (bands, PsgBand, i);
      int top, bottom;

      gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, band->top, NULL, &top);
      gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, band->bottom, NULL, &bottom);
      top = CLAMP (top, at, height);
      bottom = CLAMP (bottom, top, height);
      draw_band (view, tables, snapshot, node, at, top);
      draw_band (view, tables, snapshot, node, top, bottom);
      at = bottom;
    }
  draw_band (view, tables, snapshot, node, at, height);
}

/* What lies beside the text stays, and so do images in it. */
static void
draw_children (GtkTextView *view,
               GtkSnapshot *snapshot)
{
  GtkWidget *gutter = gtk_text_view_get_gutter (view, GTK_TEXT_WINDOW_LEFT);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gboolean among_text = gutter == NULL || !gtk_widget_is_ancestor (gutter, child);

      if (GTK_IS_NATIVE (child))
        continue;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (among_text ? (float) get_aside (view) : 0, 0));
      gtk_widget_snapshot_child (GTK_WIDGET (view), child, snapshot);
      gtk_snapshot_restore (snapshot);
    }
}

/**
 * psg_reader_aside_draw:
 * @view: a view
 * @tables: the tables in it
 * @whole: all that it draws
 * @snapshot: what is drawn to
 */
void
psg_reader_aside_draw (GtkTextView     *view,
                       PsgReaderTables *tables,
                       GskRenderNode   *whole,
                       GtkSnapshot     *snapshot)
{
  GskRenderNode *text = get_text (whole);

  draw_bands (view, tables, snapshot, text);
  draw_children (view, snapshot);
  gsk_render_node_unref (text);
}
