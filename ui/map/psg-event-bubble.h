/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-palette.h"

G_BEGIN_DECLS

/**
 * PsgBubbleLook:
 * @shares: of each lane, in %PSG_BUBBLE_PARTS parts
 * @size: 0 to 2, see psg_event_bubble_get_size()
 * @fade: 0 (not at all) to %PSG_BUBBLE_FADES - 1
 * @hollow: whether it is only roughly known where its events happened
 * @emphasis: whether the chosen event is one of them
 *
 * All that the picture of a bubble depends on, but the count. Compared byte by byte.
 */
typedef struct
{
  guint8 shares[PSG_MAX_LANES + 1];
  guint8 size;
  guint8 fade;
  guint8 hollow;
  guint8 emphasis;
} PsgBubbleLook;

#define PSG_BUBBLE_PARTS 8
#define PSG_BUBBLE_FADES 4

guint       psg_event_bubble_get_size      (guint n_events);
double      psg_event_bubble_get_radius    (guint n_events);
double      psg_event_bubble_get_opacity   (guint fade);
void        psg_event_bubble_mix           (PsgBubbleLook *look, const guint *counts, guint n_lanes);
guint       psg_event_bubble_get_main_lane (const PsgBubbleLook *look, guint n_lanes);
gboolean    psg_event_bubble_has_dark_count (PsgScheme scheme, const PsgBubbleLook *look, GPtrArray *lanes);
void        psg_event_bubble_draw          (cairo_t *cr, PsgScheme scheme, const PsgBubbleLook *look, GPtrArray *lanes);
void        psg_event_bubble_draw_count    (cairo_t *cr, PangoContext *context, PsgScheme scheme,
                                            const PsgBubbleLook *look, GPtrArray *lanes, guint n_events);
GdkTexture *psg_event_bubble_paint         (GtkWidget           *widget,
                                            const PsgBubbleLook *look,
                                            GPtrArray           *lanes,
                                            graphene_size_t     *size);
GdkTexture *psg_event_bubble_paint_count   (GtkWidget           *widget,
                                            const PsgBubbleLook *look,
                                            GPtrArray           *lanes,
                                            guint                n_events,
                                            graphene_size_t     *size);

G_END_DECLS
