/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-layout.h"
#include "psg-timeline-sprites.h"
#include "psg-timeline-style.h"
#include "psg-timeline-text.h"

G_BEGIN_DECLS

/**
 * PsgTimelinePicture:
 * @layout: what to draw
 * @lanes: the lanes it was made for
 * @n_lanes: how many
 * @ticks: (element-type PsgTimeTick): the ruler's ticks
 * @events: the events it was made of
 * @style: colours
 * @sprites: marks drawn before
 * @text: text painted before
 * @width: in pixels
 * @height: in pixels
 * @scale: device pixels to a pixel
 *
 * All that the lanes of a timeline show on screen.
 */
typedef struct
{
  const PsgTimelineLayout *layout;
  const PsgTimelineLane   *lanes;
  guint                    n_lanes;
  const GArray            *ticks;
  const PsgEventTable     *events;
  const PsgTimelineStyle  *style;
  PsgTimelineSprites      *sprites;
  PsgTimelineText         *text;
  double                   width;
  double                   height;
  int                      scale;
} PsgTimelinePicture;

/* The ground of a lane: every other is tinted. */
void             psg_timeline_get_ground (const PsgTimelineStyle *style, guint i, GdkRGBA *colour);
void             psg_timeline_paint      (const PsgTimelinePicture *picture, cairo_surface_t *surface);

G_END_DECLS
