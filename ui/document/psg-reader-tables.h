/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-document-render.h"

G_BEGIN_DECLS

/**
 * PsgReaderTables:
 *
 * The tables in a view: it sets their columns, and draws what surrounds the cells.
 */
typedef struct _PsgReaderTables PsgReaderTables;

/**
 * PsgBand:
 * @top: where it begins in the buffer
 * @bottom: and ends
 * @overflow: how much wider it is than the view
 *
 * A table that the view has no room for.
 */
typedef struct
{
  int top;
  int bottom;
  int overflow;
} PsgBand;

PsgReaderTables *psg_reader_tables_new     (const PsgRendering *rendering);
void             psg_reader_tables_free    (PsgReaderTables *self);
void             psg_reader_tables_measure (PsgReaderTables *self, GtkTextView *view);
GArray          *psg_reader_tables_list_bands (PsgReaderTables *self, GtkTextView *view, guint first, guint last);
int              psg_reader_tables_get_overflow (PsgReaderTables *self, GtkTextView *view, guint first, guint last,
                                                 int y);
void             psg_reader_tables_draw    (PsgReaderTables *self, GtkTextView *view, GtkSnapshot *snapshot,
                                            guint first, guint last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgReaderTables, psg_reader_tables_free)

G_END_DECLS
