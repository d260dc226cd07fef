/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_STATUS_STRIP (psg_status_strip_get_type ())
G_DECLARE_FINAL_TYPE (PsgStatusStrip, psg_status_strip, PSG, STATUS_STRIP, GtkWidget)

/**
 * PsgStatusStrip:
 *
 * A crossing's whole history as one strip: the more is closed the thicker. A click moves the
 * playhead there. The list of the history says the same in words.
 *
 * # CSS nodes
 *
 * `statusstrip` with the font and colour of the years below it
 */
GtkWidget *psg_status_strip_new    (PsgSession *session, const PsgCrossing *crossing);
PsgDay     psg_status_strip_day_at (PsgStatusStrip *self, double x);

G_END_DECLS
