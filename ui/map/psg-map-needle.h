/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PSG_TYPE_MAP_NEEDLE (psg_map_needle_get_type ())
G_DECLARE_FINAL_TYPE (PsgMapNeedle, psg_map_needle, PSG, MAP_NEEDLE, GtkWidget)

/**
 * PsgMapNeedle:
 *
 * The needle of a compass, which points north. It is read through the button it is in.
 */
GtkWidget *psg_map_needle_new          (void);
void       psg_map_needle_set_rotation (PsgMapNeedle *self, double rotation);
double     psg_map_needle_get_rotation (PsgMapNeedle *self);

G_END_DECLS
