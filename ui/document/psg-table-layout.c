/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-table-layout.h"

#include "psg-tag-attributes.h"

/*
 * Where the columns of tables begin, on the screen and on paper: each as wide as its widest cell, which is
 * set in one line. The text itself is the buffer's; a tab before each cell takes it to its place.
 */

/* Cells that are measured to the letter. In a larger document the widths of all follow from their lengths,
 * so that opening it takes no longer. */
#define MOST_MEASURED 3000

static void
clear_table (gpointer data)
{
  g_clear_pointer (&((PsgTable *) data)->edges, g_free);
}

static const PsgTableCell *
get_cell (const GArray *cells,
          guint         index)
{
  return &g_array_index (cells, PsgTableCell, index);
}

/**
 * psg_table_layout_new:
 * @cells: (element-type PsgTableCell): the cells of all tables in a buffer, in order
 *
 * Returns: (transfer full) (element-type PsgTable): the tables
 */
GArray *
psg_table_layout_new (const GArray *cells)
{
  GArray *tables = g_array_new (FALSE, TRUE, sizeof (PsgTable));

  g_array_set_clear_func (tables, clear_table);
  for (guint i = 0; i < cells->len; i++)
    {
      const PsgTableCell *cell = get_cell (cells, i);
      PsgTable *table;

      if (i == 0 || cell->table != get_cell (cells, i - 1)->table)
        {
          g_array_set_size (tables, tables->len + 1);
          table = &g_array_index (tables, PsgTable, tables->len - 1);
          table->number = cell->table;
          table->first = i;
        }

      table = &g_array_index (tables, PsgTable, tables->len - 1);
      table->n_cells++;
      table->n_columns = MAX (table->n_columns, cell->column + 1);
    }

  for (guint i = 0; i < tables->len; i++)
    {
      PsgTable *table = &g_array_index (tables, PsgTable, i);

      table->edges = g_new0 (double, table->n_columns + 1);
    }

  return tables;
}

static double
measure_cell (const PsgTableCell *cell,
              GtkTextBuffer      *buffer,
              PangoLayout        *layout)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  int width;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) cell->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) cell->end);
  text = gtk_text_iter_get_text (&start, &end);
  attributes = psg_tag_attributes_list (&start, &end);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_size (layout, &width, NULL);

  return (double) width / PANGO_SCALE;
}

/* A wide letter for each. */
static double
guess_letter (PangoLayout *layout)
{
  int width;

  pango_layout_set_attributes (layout, NULL);
  pango_layout_set_text (layout, "n0n0n0n0", -1);
  pango_layout_get_size (layout, &width, NULL);

  return 1.15 * width / 8 / PANGO_SCALE;
}

/**
 * psg_table_layout_measure:
 * @tables: (element-type PsgTable): from psg_table_layout_new()
 * @cells: (element-type PsgTableCell): as for that
 * @buffer: where they stand
 * @layout: what they are set with, with its font
 * @padding: on either side of each cell, in units of the layout
 */
void
psg_table_layout_measure (GArray        *tables,
                          const GArray  *cells,
                          GtkTextBuffer *buffer,
                          PangoLayout   *layout,
                          double         padding)
{
  double letter = cells->len > MOST_MEASURED ? guess_letter (layout) : 0;

  for (guint i = 0; i < tables->len; i++)
    {
      PsgTable *table = &g_array_index (tables, PsgTable, i);
      g_autofree double *widths = g_new0 (double, table->n_columns);

      for (guint j = table->first; j < table->first + table->n_cells; j++)
        {
          const PsgTableCell *cell = get_cell (cells, j);
          double width = letter > 0 ? (cell->end - cell->start) * letter : measure_cell (cell, buffer, layout);

          widths[cell->column] = MAX (widths[cell->column], width);
        }

      /* Whole units, and one to spare: a tab takes no less room than it must. */
      for (guint column = 0; column < table->n_columns; column++)
        table->edges[column + 1] = table->edges[column] + (int) (widths[column] + 2 * padding + 2);
    }
}

double
psg_table_get_width (const PsgTable *self)
{
  return self->edges[self->n_columns];
}

/* That of its first cell: all of a column have the same. */
static PsgAlign
get_align (const PsgTable *self,
           const GArray   *cells,
           guint           column)
{
  for (guint i = self->first; i < self->first + self->n_cells; i++)
    if (get_cell (cells, i)->column == column)
      return get_cell (cells, i)->align;

  return PSG_ALIGN_START;
}

/**
 * psg_table_new_tabs:
 * @self: a table, measured
 * @cells: (element-type PsgTableCell): where its cells are
 * @padding: as for psg_table_layout_measure()
 * @factor: by how much all is smaller than measured, at most 1
 * @in_pixels: whether in pixels; else in Pango's units
 *
 * Returns: (transfer full): the tab before each column
 */
PangoTabArray *
psg_table_new_tabs (const PsgTable *self,
                    const GArray   *cells,
                    double          padding,
                    double          factor,
                    gboolean        in_pixels)
{
  PangoTabArray *tabs = pango_tab_array_new ((int) self->n_columns, in_pixels);

  for (guint i = 0; i < self->n_columns; i++)
    {
      double left = self->edges[i] + padding, right = self->edges[i + 1] - padding;
      double unit = factor * (in_pixels ? 1 : PANGO_SCALE);

      switch (get_align (self, cells, i))
        {
        case PSG_ALIGN_CENTER:
          pango_tab_array_set_tab (tabs, (int) i, PANGO_TAB_CENTER, (int) ((left + right) / 2 * unit));
          break;
        case PSG_ALIGN_END:
          pango_tab_array_set_tab (tabs, (int) i, PANGO_TAB_RIGHT, (int) (right * unit));
          break;
        case PSG_ALIGN_START:
        default:
          pango_tab_array_set_tab (tabs, (int) i, PANGO_TAB_LEFT, (int) (left * unit));
          break;
        }
    }

  return tabs;
}

/**
 * psg_table_layout_find:
 * @tables: (element-type PsgTable): tables
 * @number: of one of them
 *
 * Returns: (transfer none): it
 */
const PsgTable *
psg_table_layout_find (const GArray *tables,
                       guint         number)
{
  guint low = 0, n = tables->len;

  while (n > 1)
    {
      guint half = n / 2;

      if (g_array_index (tables, PsgTable, low + half).number <= number)
        low += half;
      n -= half;
    }

  return &g_array_index (tables, PsgTable, low);
}
