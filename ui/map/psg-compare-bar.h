/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_COMPARE_BAR (psg_compare_bar_get_type ())
G_DECLARE_FINAL_TYPE (PsgCompareBar, psg_compare_bar, PSG, COMPARE_BAR, GtkWidget)

/**
 * PsgCompareBar:
 *
 * What two days on the map have to do with each other: how many crossings differ. Either
 * date can be typed; the two can change places, and be compared no longer.
 *
 * # CSS nodes
 * `comparebar`
 */
GtkWidget  *psg_compare_bar_new         (PsgSession *session);
const char *psg_compare_bar_get_summary (PsgCompareBar *self);

G_END_DECLS
