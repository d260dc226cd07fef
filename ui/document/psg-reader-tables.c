/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-reader-tables.h"

#include "psg-document-tags.h"
#include "psg-table-layout.h"

/* Tables on the screen. Only those in sight are drawn; where a row stands, the view knows. */

struct _PsgReaderTables
{
  const PsgRendering *rendering; /* borrowed */
  GArray *tables;                /* PsgTable */
};

PsgReaderTables *
psg_reader_tables_new (const PsgRendering *rendering)
{
  PsgReaderTables *self = g_new0 (PsgReaderTables, 1);

  self->rendering = rendering;
  self->tables = psg_table_layout_new (rendering->cells);

  return self;
}

void
psg_reader_tables_free (PsgReaderTables *self)
{
  g_array_unref (self->tables);
  g_free (self);
}

static double
get_padding (GtkTextView *view)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (view));

  return PSG_TABLE_PADDING * psg_document_tags_get_size (tags) / 100.0;
}

/**
 * psg_reader_tables_measure:
 * @self: the tables
 * @view: what shows them
 *
 * Sets their columns for the view's font.
 */
void
psg_reader_tables_measure (PsgReaderTables *self,
                           GtkTextView     *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (PangoLayout) layout = NULL;
  double padding = get_padding (view);

  if (self->tables->len == 0)
    return;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), NULL);
  psg_table_layout_measure (self->tables, self->rendering->cells, buffer, layout, padding);
  for (guint i = 0; i < self->tables->len; i++)
    {
      const PsgTable *table = &g_array_index (self->tables, PsgTable, i);
      g_autoptr (PangoTabArray) tabs = psg_table_new_tabs (table, self->rendering->cells, padding, 1, TRUE);

      g_object_set (psg_document_tags_get_table (gtk_text_buffer_get_tag_table (buffer), table->number),
                    "tabs", tabs, NULL);
    }
}

static const PsgTableCell *
get_cell (PsgReaderTables *self,
          guint            index)
{
  return &g_array_index (self->rendering->cells, PsgTableCell, index);
}

/* The first cell that does not end before @offset. */
static guint
find_cell (PsgReaderTables *self,
           guint            offset)
{
  guint low = 0, n = self->rendering->cells->len;

  while (n > 0)
    {
      guint half = n / 2;

      if (get_cell (self, low + half)->end < offset)
        {
          low += half + 1;
          n -= half + 1;
        }
      else
        n = half;
    }

  return low;
}

static int
measure_overflow (PsgReaderTables *self,
                  GtkTextView     *view,
                  guint            number)
{
  GdkRectangle visible;
  int room;

  gtk_text_view_get_visible_rect (view, &visible);
  room = visible.width - gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view);

  return MAX (0, (int) psg_table_get_width (psg_table_layout_find (self->tables, number)) + 1 - room);
}

/**
 * psg_reader_tables_list_bands:
 * @self: the tables
 * @view: what shows them
 * @first: the first offset in sight
 * @last: the first offset after
 *
 * Returns: (transfer full) (element-type PsgBand): what is in sight of the tables that are too wide, from
 *   the top
 */
GArray *
psg_reader_tables_list_bands (PsgReaderTables *self,
                              GtkTextView     *view,
                              guint            first,
                              guint            last)
{
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (PsgBand));
  guint number = 0;

  for (guint i = find_cell (self, first); i < self->rendering->cells->len; i++)
    {
      const PsgTableCell *cell = get_cell (self, i);
      PsgBand band = { 0, 0, measure_overflow (self, view, cell->table) };
      GtkTextIter iter;
      int height;

      if (cell->start > last)
        break;
      if (band.overflow == 0)
        continue;

      gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) cell->start);
      gtk_text_view_get_line_yrange (view, &iter, &band.top, &height);
      band.bottom = band.top + height;
      if (cell->table != number)
        g_array_append_val (bands, band);
      else
        g_array_index (bands, PsgBand, bands->len - 1).bottom = band.bottom;
      number = cell->table;
    }

  return bands;
}

/**
 * psg_reader_tables_get_overflow:
 * @self: the tables
 * @view: what shows them
 * @first: the first offset in sight
 * @last: the first offset after
 * @y: a height in the buffer that is in sight
 *
 * Returns: how much wider than the view what stands there is: nothing for other text
 */
int
psg_reader_tables_get_overflow (PsgReaderTables *self,
                                GtkTextView     *view,
                                guint            first,
                                guint            last,
                                int              y)
{
  g_autoptr (GArray) bands = psg_reader_tables_list_bands (self, view, first, last);

  for (guint i = 0; i < bands->len; i++)
    {
      const PsgBand *band = &g_array_index (bands, PsgBand, i);

      if (y >= band->top && y < band->bottom)
        return band->overflow;
    }

  return 0;
}

static void
draw_line (GtkSnapshot   *snapshot,
           const GdkRGBA *color,
           float          x,
           float          y,
           float          width,
           float          height)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
draw_row (PsgReaderTables *self,
          GtkTextView     *view,
          GtkSnapshot     *snapshot,
          guint            index,
          const GdkRGBA   *ink)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (view));
  const PsgTableCell *cell = get_cell (self, index);
  const PsgTable *table = psg_table_layout_find (self->tables, cell->table);
  gboolean is_first = cell->row == get_cell (self, table->first)->row;
  gboolean is_last = cell->row == get_cell (self, table->first + table->n_cells - 1)->row;
  float left = gtk_text_view_get_left_margin (view), width = (float) psg_table_get_width (table);
  GdkRGBA line = *ink, faint = *ink;
  GtkTextIter iter;
  int y, height;

  line.alpha *= 0.22f;
  faint.alpha *= 0.07f;
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) cell->start);
  gtk_text_view_get_line_yrange (view, &iter, &y, &height);
  if (is_last)
    height -= PSG_TABLE_SPACE * (int) psg_document_tags_get_size (tags) / 100;

  if (cell->row == 0)
    draw_line (snapshot, &faint, left, y, width, height);
  if (is_first)
    draw_line (snapshot, &line, left, y, width + 1, 1);
  draw_line (snapshot, &line, left, y + height - 1, width + 1, cell->row == 0 ? 2 : 1);
  for (guint i = 0; i <= table->n_columns; i++)
    draw_line (snapshot, &line, left + (float) table->edges[i], y, 1, height);
}

/**
 * psg_reader_tables_draw:
 * @self: the tables
 * @view: what shows them
 * @snapshot: what is drawn to, in buffer coordinates
 * @first: the first offset in sight
 * @last: the first offset after
 */
void
psg_reader_tables_draw (PsgReaderTables *self,
                        GtkTextView     *view,
                        GtkSnapshot     *snapshot,
                        guint            first,
                        guint            last)
{
  const PsgTableCell *before = NULL;
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (view)), &ink);
  for (guint i = find_cell (self, first); i < self->rendering->cells->len; i++)
    {
      const PsgTableCell *cell = get_cell (self, i);

      if (cell->start > last)
        break;
      if (before == NULL || before->table != cell->table || before->row != cell->row)
        draw_row (self, view, snapshot, i, &ink);
      before = cell;
    }
}
