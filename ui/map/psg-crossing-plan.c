/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-crossing-plan.h"

#include <string.h>

#include "psg-crossing-draw.h"
#include "psg-map-layout.h"
#include "psg-mercator.h"

/* From crossings and a view to what the card layout works with, and back. */

/* Below this zoom level cards show names alone: in a narrow map, where six whole cards would
 * cover all there is, from further in. */
#define COMPACT_ZOOM 6.75
#define NARROW_COMPACT_ZOOM 9.5
#define NARROW_WIDTH 460
/* From this on railways are shown too. */
#define RAIL_ZOOM 8.5
/* What is kept clear around a sign, pixels. */
#define SIGN_MARGIN 3.0
#define CARD_MARGIN 2.0
/* How far beside a card one looks for its sign. */
#define BESIDE 24.0

void
psg_planned_crossing_init (PsgPlannedCrossing *self,
                           const PsgCrossing  *crossing)
{
  *self = (PsgPlannedCrossing) {
    .x = psg_mercator_x (crossing->longitude),
    .y = psg_mercator_y (crossing->latitude),
    .radius = psg_crossing_get_sign_radius (crossing->kind),
  };
}

static void
add_obstacle (GArray                   *obstacles,
              const PsgPlannedCrossing *self,
              PsgBox                    box)
{
  PsgMapObstacle obstacle = { self->x, self->y, box };

  g_array_append_val (obstacles, obstacle);
}

/**
 * psg_planned_crossing_list_obstacles:
 * @self: a crossing on the map
 * @obstacles: (element-type PsgMapObstacle): what its sign and card cover is appended
 * @room: what of it
 */
void
psg_planned_crossing_list_obstacles (const PsgPlannedCrossing *self,
                                     GArray                   *obstacles,
                                     PsgCrossingRoom           room)
{
  double r = self->radius + (room == PSG_CROSSING_ROOM_RINGED ? PSG_CROSSING_SIGN_RING : SIGN_MARGIN);
  double x = self->placement.dx, y = self->placement.dy;
  const PsgBox *card = &self->placement.box;

  if (!self->planned)
    return;

  if (room != PSG_CROSSING_ROOM_BESIDE)
    add_obstacle (obstacles, self, (PsgBox) { x - r, y - r, x + r, y + r });
  if (self->placement.shown && room != PSG_CROSSING_ROOM_BESIDE)
    add_obstacle (obstacles, self, psg_box_grow (card, CARD_MARGIN));
  else if (self->placement.shown)
    add_obstacle (obstacles, self, (PsgBox) { card->x0 - BESIDE, card->y0, card->x1 + BESIDE, card->y1 });
}

gboolean
psg_crossing_plan_shows (PsgCrossingKind kind,
                         double          zoom)
{
  return kind == PSG_CROSSING_ROAD || zoom >= RAIL_ZOOM;
}

/* Whether cards show names alone. */
gboolean
psg_crossing_plan_is_compact (const PsgMapProjection *view,
                              double                  zoom)
{
  return zoom < (view->width < NARROW_WIDTH ? NARROW_COMPACT_ZOOM : COMPACT_ZOOM);
}

static gboolean
is_same_place (const PsgCardPlacement *a,
               const PsgCardPlacement *b)
{
  return a->dx == b->dx && a->dy == b->dy && a->shown == b->shown && a->align == b->align
         && memcmp (&a->box, &b->box, sizeof a->box) == 0;
}

/* Whether anything has another place than before. */
static gboolean
take_placements (PsgPlannedCrossing *const *crossings,
                 guint                      n_crossings,
                 const PsgCardPlacement    *placements)
{
  gboolean changed = FALSE;
  guint n = 0;

  for (guint i = 0; i < n_crossings; i++)
    {
      if (!crossings[i]->planned)
        {
          crossings[i]->placement.shown = FALSE;
          continue;
        }
      changed |= !is_same_place (&crossings[i]->placement, &placements[n]);
      crossings[i]->placement = placements[n++];
    }

  return changed;
}

/**
 * psg_crossing_plan_place:
 * @crossings: (array length=n): crossings, from north to south
 * @n: how many
 * @names: (element-type PsgMapLabel): names that cards leave room for if they can
 * @covered: (element-type PsgBox): what something lies over, pixels of the view
 * @view: what is seen
 * @zoom: the first zoom level of the step
 *
 * Returns: whether anything has another place than before
 */
gboolean
psg_crossing_plan_place (PsgPlannedCrossing *const *crossings,
                         guint                      n,
                         GArray                    *names,
                         GArray                    *covered,
                         const PsgMapProjection    *view,
                         double                     zoom)
{
  g_autofree PsgCardItem *cards = g_new0 (PsgCardItem, n + 1);
  g_autofree PsgCardPlacement *placements = g_new0 (PsgCardPlacement, n + 1);
  g_autofree PsgMapLabel *turned = g_memdup2 (names->data, names->len * sizeof (PsgMapLabel));
  PsgCardView seen = {
    .scale = view->scale, .width = view->width, .height = view->height,
    .covered = (const PsgBox *) covered->data, .n_covered = covered->len,
  };
  guint n_cards = 0;

  psg_map_projection_turn (view, view->x, view->y, &seen.x, &seen.y);
  for (guint i = 0; i < n; i++)
    {
      const PsgPlannedCrossing *crossing = crossings[i];
      PsgCardItem *card = &cards[n_cards];

      if (!crossing->planned)
        continue;
      *card = (PsgCardItem) { .radius = crossing->radius + 2, .width = crossing->width, .height = crossing->height };
      psg_map_projection_turn (view, crossing->x, crossing->y, &card->x, &card->y);
      n_cards++;
    }
  for (guint i = 0; i < names->len; i++)
    psg_map_projection_turn (view, turned[i].x, turned[i].y, &turned[i].x, &turned[i].y);
  psg_card_layout_solve (cards, n_cards, turned, names->len, view->width > 1 ? &seen : NULL, zoom, placements);

  return take_placements (crossings, n, placements);
}
