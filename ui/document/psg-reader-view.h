/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-document-render.h"

G_BEGIN_DECLS

#define PSG_TYPE_READER_VIEW (psg_reader_view_get_type ())
G_DECLARE_FINAL_TYPE (PsgReaderView, psg_reader_view, PSG, READER_VIEW, GtkTextView)

/**
 * PsgReaderView:
 *
 * A text to read, with spots in it that can be activated: by a click, or with Tab and Enter. Emits
 * `activate-spot` with the spot's index, and `sight-changed` a moment after other words came into sight.
 *
 * # CSS nodes
 *
 * `textview.reader`
 */
GtkWidget      *psg_reader_view_new           (void);
void            psg_reader_view_set_rendering (PsgReaderView *self, PsgRendering *rendering);
const PsgSpot  *psg_reader_view_get_spot      (PsgReaderView *self, guint index);
void            psg_reader_view_get_spot_area (PsgReaderView *self, guint index, GdkRectangle *area);
const PsgRendering *psg_reader_view_get_rendering (PsgReaderView *self);
void            psg_reader_view_set_hits      (PsgReaderView *self, GArray *hits, int current);
void            psg_reader_view_show_offset   (PsgReaderView *self, guint offset, double where);
guint           psg_reader_view_get_top       (PsgReaderView *self);
void            psg_reader_view_get_sight     (PsgReaderView *self, guint *start, guint *end);
gboolean        psg_reader_view_shows         (PsgReaderView *self, guint start, guint end);

G_END_DECLS
