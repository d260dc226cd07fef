/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-palette.h"

G_BEGIN_DECLS

double      psg_event_bubble_get_radius (guint n_events);
GdkTexture *psg_event_bubble_paint      (GtkWidget   *widget,
                                         const guint *lane_counts,
                                         GPtrArray   *lanes,
                                         guint        n_events,
                                         gboolean     emphasis,
                                         double      *size);

G_END_DECLS
