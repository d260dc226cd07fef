/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-palette.h"

G_BEGIN_DECLS

/**
 * PsgBubbleLook:
 * @shares: of each lane
 * @radius: pixels
 * @hollow: whether it is only roughly known where its events happened
 * @emphasis: whether the chosen event is one of them
 *
 * All that the picture of a bubble depends on, but the count.
 */
typedef struct
{
  guint    shares[PSG_MAX_LANES + 1];
  double   radius;
  gboolean hollow;
  gboolean emphasis;
} PsgBubbleLook;

double      psg_event_bubble_get_radius    (guint n_events);
guint       psg_event_bubble_get_main_lane (const guint *shares, guint n_lanes);
gboolean    psg_event_bubble_has_dark_count (const PsgBubbleLook *look, GPtrArray *lanes);
GdkTexture *psg_event_bubble_paint         (GtkWidget           *widget,
                                            const PsgBubbleLook *look,
                                            GPtrArray           *lanes,
                                            double              *size);
GdkTexture *psg_event_bubble_paint_count   (GtkWidget           *widget,
                                            const PsgBubbleLook *look,
                                            GPtrArray           *lanes,
                                            guint                n_events,
                                            double              *size);

G_END_DECLS
