/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-palette.h"

G_BEGIN_DECLS

/**
 * PsgTimelineStyle:
 * @scheme: the look
 * @fg: text
 * @bg: behind it
 * @accent: the playhead, what is chosen
 * @on_accent: text upon it
 * @lanes: the colour of each lane
 * @statuses: the colour of each status
 *
 * The colours of a timeline: taken from a widget on screen, given on paper.
 */
typedef struct
{
  PsgScheme scheme;
  GdkRGBA   fg;
  GdkRGBA   bg;
  GdkRGBA   accent;
  GdkRGBA   on_accent;
  GdkRGBA   lanes[PSG_MAX_LANES];
  GdkRGBA   statuses[PSG_N_STATUSES];
} PsgTimelineStyle;

void psg_timeline_style_init        (PsgTimelineStyle *self, PsgScheme scheme, GPtrArray *lanes);
void psg_timeline_style_from_widget (PsgTimelineStyle *self, GtkWidget *widget, GPtrArray *lanes);

G_END_DECLS
