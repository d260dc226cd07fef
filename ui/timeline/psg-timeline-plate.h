/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "psg-event-index.h"
#include "psg-palette.h"
#include "psg-session.h"

G_BEGIN_DECLS

/**
 * PsgTimelinePlate:
 * @session: what is shown: events, lanes, span, playhead, what is chosen
 * @index: (nullable): its events by lane and time, if they are at hand
 * @context: the fonts
 * @scheme: the look
 * @width: in pixels of a screen
 * @height: in pixels of a screen
 * @blank: whether it is to be filled in: neither events, nor what crossings' status was, nor playhead
 *
 * A timeline for paper and pictures, drawn as on the screen.
 */
typedef struct
{
  PsgSession    *session;
  PsgEventIndex *index;
  PangoContext  *context;
  PsgScheme      scheme;
  double         width;
  double         height;
  gboolean       blank;
} PsgTimelinePlate;

PsgEventIndex *psg_timeline_plate_new_index  (PsgSession *session);
double         psg_timeline_plate_get_height (const PsgTimelinePlate *self);
void           psg_timeline_plate_draw       (const PsgTimelinePlate *self, cairo_t *cr);

G_END_DECLS
