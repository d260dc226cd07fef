/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-reader-view.h"

G_BEGIN_DECLS

#define PSG_TYPE_READER_FIND (psg_reader_find_get_type ())
G_DECLARE_FINAL_TYPE (PsgReaderFind, psg_reader_find, PSG, READER_FIND, GObject)

/**
 * PsgReaderFind:
 *
 * Finding in what a reader shows: between the bar in which one types and the view in which what was found
 * is marked. Citation marks part no words; the list of sources is searched too.
 */
PsgReaderFind *psg_reader_find_new     (PsgReaderView *view);
GtkWidget     *psg_reader_find_get_bar (PsgReaderFind *self);
void           psg_reader_find_open    (PsgReaderFind *self);
void           psg_reader_find_step    (PsgReaderFind *self, int direction);

G_END_DECLS
