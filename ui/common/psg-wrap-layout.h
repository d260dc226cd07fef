/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PSG_TYPE_WRAP_LAYOUT (psg_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (PsgWrapLayout, psg_wrap_layout, PSG, WRAP_LAYOUT, GtkLayoutManager)

/**
 * PsgWrapLayout:
 *
 * Lays children out side by side like words of a text, in as many lines as it
 * takes, each at its natural width.
 */
GtkLayoutManager *psg_wrap_layout_new (int spacing);

G_END_DECLS
