/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-document-render.h"

G_BEGIN_DECLS

/**
 * PsgTable:
 * @number: which table of the document, from 1
 * @first: index of its first cell
 * @n_cells: how many cells it has
 * @n_columns: how many columns
 * @edges: (array): @n_columns + 1 distances from the left, where the columns begin and the last ends; 0 each
 *   before it was measured
 *
 * A table whose text stands in a buffer, cells apart by tabs.
 */
typedef struct
{
  guint   number;
  guint   first;
  guint   n_cells;
  guint   n_columns;
  double *edges;
} PsgTable;

GArray        *psg_table_layout_new      (const GArray *cells);
void           psg_table_layout_measure  (GArray *tables, const GArray *cells, GtkTextBuffer *buffer,
                                          PangoLayout *layout, double padding);
double         psg_table_get_width       (const PsgTable *self);
PangoTabArray *psg_table_new_tabs        (const PsgTable *self, const GArray *cells, double padding, double factor,
                                          gboolean in_pixels);
const PsgTable *psg_table_layout_find    (const GArray *tables, guint number);

G_END_DECLS
