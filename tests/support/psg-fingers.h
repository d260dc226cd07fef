/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PsgFingers:
 *
 * Fingers on the touchscreen and the touchpad that `with-display --touch` gives a display. What one of them
 * does has been handed to the programs on that display when the function returns.
 */
typedef struct _PsgFingers PsgFingers;

PsgFingers *psg_fingers_new         (int width, int height);
void        psg_fingers_free        (PsgFingers *self);

void        psg_fingers_press       (PsgFingers *self, guint finger, double x, double y);
void        psg_fingers_move        (PsgFingers *self, guint finger, double x, double y);
void        psg_fingers_lift        (PsgFingers *self, guint finger);
void        psg_fingers_get         (PsgFingers *self, guint finger, double *x, double *y);

void        psg_fingers_begin_pinch (PsgFingers *self);
void        psg_fingers_pinch       (PsgFingers *self, double scale, double dx, double dy);
void        psg_fingers_end_pinch   (PsgFingers *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgFingers, psg_fingers_free)

G_END_DECLS
