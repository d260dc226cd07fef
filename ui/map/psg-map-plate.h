/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "psg-palette.h"
#include "psg-session.h"

G_BEGIN_DECLS

/**
 * PsgMapPlate:
 * @session: what is shown: events, span, playhead, what is chosen
 * @context: the fonts
 * @scheme: the look
 * @view: where the map looks, north up
 * @width: in pixels of a screen
 * @height: in pixels of a screen
 * @blank: whether it is to be filled in: neither events nor crossings
 *
 * A map for paper and pictures, drawn as on the screen.
 */
typedef struct
{
  PsgSession   *session;
  PangoContext *context;
  PsgScheme     scheme;
  PsgViewpoint  view;
  double        width;
  double        height;
  gboolean      blank;
} PsgMapPlate;

void psg_map_plate_fit  (PsgMapPlate *self, const PsgViewpoint *view, double width, double height);
void psg_map_plate_draw (const PsgMapPlate *self, cairo_t *cr);

G_END_DECLS
