/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-card-layout.h"
#include "psg-crossing.h"
#include "psg-map-projection.h"

G_BEGIN_DECLS

/**
 * PsgPlannedCrossing:
 * @x: of its point, in worlds
 * @y: the same
 * @radius: of its sign, pixels
 * @width: of its card, the widest it becomes; pixels
 * @height: of its card
 * @planned: whether it is shown at all
 * @placement: where sign and card are
 *
 * A crossing on the map.
 */
typedef struct
{
  double           x;
  double           y;
  double           radius;
  int              width;
  int              height;
  gboolean         planned;
  PsgCardPlacement placement;
} PsgPlannedCrossing;

/**
 * PsgCrossingRoom:
 * @PSG_CROSSING_ROOM_RINGED: signs with the rings they may get, and cards: names that kept clear of the
 *   rings of chosen crossings alone would jump when something is chosen
 * @PSG_CROSSING_ROOM_BARE: signs without, and cards
 * @PSG_CROSSING_ROOM_BESIDE: where beside a card one looks for its sign and would take another for it
 *
 * What is to be kept clear.
 */
typedef enum
{
  PSG_CROSSING_ROOM_RINGED,
  PSG_CROSSING_ROOM_BARE,
  PSG_CROSSING_ROOM_BESIDE,
} PsgCrossingRoom;

/* Which crossings a map shows, and where their signs and cards stand: for the screen, paper
 * and pictures alike. */
void     psg_planned_crossing_init           (PsgPlannedCrossing *self, const PsgCrossing *crossing);
void     psg_planned_crossing_list_obstacles (const PsgPlannedCrossing *self, GArray *obstacles,
                                              PsgCrossingRoom room);

gboolean psg_crossing_plan_shows             (PsgCrossingKind kind, double zoom);
gboolean psg_crossing_plan_is_compact        (const PsgMapProjection *view, double zoom);
gboolean psg_crossing_plan_place             (PsgPlannedCrossing *const *crossings, guint n, GArray *names,
                                              GArray *covered, const PsgMapProjection *view, double zoom);

G_END_DECLS
