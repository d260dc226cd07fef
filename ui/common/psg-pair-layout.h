/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PSG_TYPE_PAIR_LAYOUT (psg_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (PsgPairLayout, psg_pair_layout, PSG, PAIR_LAYOUT, GtkLayoutManager)

/**
 * PsgPairLayout:
 *
 * Two children side by side, each half as wide, where there is room; below each other where there is not.
 */
GtkLayoutManager *psg_pair_layout_new (int spacing, int least);
GtkWidget        *psg_pair_new        (int spacing, int least);

G_END_DECLS
