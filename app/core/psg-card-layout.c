/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-card-layout.h"

#include <math.h>
#include <string.h>

#include "psg-mercator.h"
#include "psg-sign-layout.h"

/*
 * Places a few signs and the cards beside them so that nothing lies on anything:
 * first the signs (psg-sign-layout.c), then
 * the cards are tried in all their positions together, the cheapest clear
 * combination winning (branch and bound). That is clear for a whole step of the zoom
 * level. A card whose sign is seen keeps within the view and off what lies over it, and
 * changes its place only for that; one that finds none is not shown. Pure.
 */

#define MAX_ITEMS 64
/* Between two cards, and a card and a sign: pixels. */
#define CARD_GAP 3.0
#define SIDE_GAP 6.0
/* How far up and down a card may be moved, in fractions of its height. */
#define N_SHIFTS 9
/* How far to the side one above or below its sign may be moved, in fractions of its width. */
#define N_SLIDES 5
#define N_CANDIDATES (2 * N_SHIFTS + 2 * N_SLIDES + 1)
/* Enough for dozens of crossings; then the best so far is taken. */
#define MAX_STEPS 60000
/* A step is looked at where it begins, half-way, and where it ends. */
#define N_LEVELS 3
#define NO_COST 1e18
/* What it costs to show none, so that it happens only if nothing else can. */
#define HIDDEN_COST 10000.0
/* Between a card and the edge of the view. */
#define VIEW_GAP 4.0
/* How many names can be heeded: far out, all capitals of the region are at hand. And what it costs to
 * leave one no place at all. */
#define MAX_NAMES 8
#define NAMELESS_COST 90.0
/* Between a card and a name, and a sign and a name, which may get a ring: pixels; and how far
 * from a sign's point a card can reach. */
#define NAME_GAP 4.0
#define NAME_SIGN_GAP 9.0
#define CARD_REACH 60.0
/* What it costs to stand nearer to another sign than to its own; less if it is nearer to its
 * own by less than this, pixels. */
#define DOUBT_COST 45.0
#define DOUBT_MARGIN 8.0
/* For a card on the left: most of what the map is about lies left of the border. */
#define LEFT_COST 9.0
/* For moving a card up or down by its own height. */
#define SHIFT_COST 9.0

typedef struct
{
  PsgBox box;   /* from the item's point */
  double cost;
  double align;
  gboolean shown;
  guint64 blocks[MAX_NAMES]; /* the anchors of each name that it lies on */
} Candidate;

/* What is left for a name: a bit for each of its anchors. */
typedef struct
{
  guint64 free[MAX_NAMES];
} Room;

typedef struct
{
  const PsgMapLabel *label;
  PsgMapAnchor       anchors[PSG_MAP_MAX_ANCHORS];
  guint              n_anchors;
  guint64            near; /* the anchors that need its sign to be seen */
} Name;

typedef struct
{
  const PsgCardItem    *items;
  guint                 n;
  Name                  names[MAX_NAMES];
  guint                 n_names;
  const PsgCardView    *view;
  double                scale[N_LEVELS];
  double                dx[MAX_ITEMS];
  double                dy[MAX_ITEMS];
  Candidate             candidates[MAX_ITEMS][N_CANDIDATES];
  guint                 chosen[MAX_ITEMS];
  guint                 best[MAX_ITEMS];
  double                best_cost;
  guint                 steps;
} Solver;

static double
distance_x (const Solver *s,
            guint         a,
            guint         b)
{
  return (s->items[b].x - s->items[a].x) * s->scale[0] + s->dx[b] - s->dx[a];
}

static double
distance_y (const Solver *s,
            guint         a,
            guint         b)
{
  return (s->items[b].y - s->items[a].y) * s->scale[0] + s->dy[b] - s->dy[a];
}

static Candidate
beside (const Solver *s,
        guint         i,
        int           side,
        double        shift)
{
  const PsgCardItem *item = &s->items[i];
  double gap = item->radius + SIDE_GAP;
  double x = s->dx[i] + (side > 0 ? gap : -gap - item->width);
  double y = s->dy[i] + shift * item->height - item->height / 2;

  return (Candidate) {
    .box = { x, y, x + item->width, y + item->height },
    .cost = fabs (shift) * SHIFT_COST + (side < 0 ? LEFT_COST : 0),
    .align = side > 0 ? 0 : 1,
    .shown = TRUE,
  };
}

static Candidate
above_or_below (const Solver *s,
                guint         i,
                int           side,
                double        slide)
{
  const PsgCardItem *item = &s->items[i];
  double gap = item->radius + CARD_GAP;
  double x = s->dx[i] + (slide - 0.5) * item->width;
  double y = s->dy[i] + (side > 0 ? gap : -gap - item->height);

  return (Candidate) {
    .box = { x, y, x + item->width, y + item->height },
    .cost = LEFT_COST + SHIFT_COST * (1 + fabs (slide)),
    .align = 0.5 - slide,
    .shown = TRUE,
  };
}

static int
compare_cost (gconstpointer a,
              gconstpointer b)
{
  double ca = ((const Candidate *) a)->cost, cb = ((const Candidate *) b)->cost;

  return ca < cb ? -1 : ca > cb;
}

static gboolean
overlaps (const Solver *s,
          guint         a,
          const PsgBox *box_a,
          guint         b,
          const PsgBox *box_b)
{
  for (guint level = 0; level < N_LEVELS; level++)
    {
      PsgBox moved = psg_box_move (box_b,
                                   (s->items[b].x - s->items[a].x) * s->scale[level],
                                   (s->items[b].y - s->items[a].y) * s->scale[level]);

      if (psg_box_overlaps (box_a, &moved))
        return TRUE;
    }

  return FALSE;
}

/* Whether a card lies on a sign other than its own. */
static gboolean
hits_signs (const Solver    *s,
            guint            i,
            const Candidate *candidate)
{
  for (guint j = 0; j < s->n; j++)
    {
      double r = s->items[j].radius + 1;
      PsgBox sign = { s->dx[j] - r, s->dy[j] - r, s->dx[j] + r, s->dy[j] + r };

      if (j != i && overlaps (s, i, &candidate->box, j, &sign))
        return TRUE;
    }

  return FALSE;
}

/* How far a sign's middle is from a box that hangs on the point of another item. */
static double
distance_to_sign (const Solver *s,
                  guint         i,
                  const PsgBox *box,
                  guint         sign)
{
  double x = distance_x (s, i, sign) + s->dx[i], y = distance_y (s, i, sign) + s->dy[i];

  return hypot (x - CLAMP (x, box->x0, box->x1), y - CLAMP (y, box->y0, box->y1));
}

/* What it costs to be taken for the card of another sign. */
static double
cost_of_doubt (const Solver    *s,
               guint            i,
               const Candidate *candidate)
{
  double own = distance_to_sign (s, i, &candidate->box, i);
  double cost = 0;

  for (guint j = 0; j < s->n; j++)
    {
      double doubt = (own + DOUBT_MARGIN - distance_to_sign (s, i, &candidate->box, j)) / DOUBT_MARGIN;

      if (j != i)
        cost += DOUBT_COST * CLAMP (doubt, 0, 1);
    }

  return cost;
}

/* A box that hangs on an item's point, in pixels of the view. */
static PsgBox
in_view (const Solver *s,
         guint         i,
         const PsgBox *box)
{
  return psg_box_move (box,
                       (s->items[i].x - s->view->x) * s->view->scale + s->view->width / 2,
                       (s->items[i].y - s->view->y) * s->view->scale + s->view->height / 2);
}

/* Whether all of a box can be seen, with something around it. */
static gboolean
is_seen (const Solver *s,
         guint         i,
         const PsgBox *box,
         double        gap)
{
  PsgBox seen, place;

  if (s->view == NULL)
    return TRUE;

  seen = (PsgBox) { gap, gap, s->view->width - gap, s->view->height - gap };
  place = in_view (s, i, box);
  if (place.x0 < seen.x0 || place.y0 < seen.y0 || place.x1 > seen.x1 || place.y1 > seen.y1)
    return FALSE;

  for (guint j = 0; j < s->view->n_covered; j++)
    {
      if (psg_box_overlaps (&s->view->covered[j], &place))
        return FALSE;
    }

  return TRUE;
}

static gboolean
sign_is_seen (const Solver *s,
              guint         i)
{
  return is_seen (s, i, &(PsgBox) { s->dx[i], s->dy[i], s->dx[i], s->dy[i] }, 0);
}

/* A box that hangs on an item's point lies on a box that hangs on a name's. */
static gboolean
lies_on (const Solver      *s,
         guint              i,
         const PsgBox      *box,
         const PsgMapLabel *name,
         const PsgBox      *of_name)
{
  for (guint level = 0; level < N_LEVELS; level++)
    {
      PsgBox moved = psg_box_move (of_name, (name->x - s->items[i].x) * s->scale[level],
                                   (name->y - s->items[i].y) * s->scale[level]);

      if (psg_box_overlaps (box, &moved))
        return TRUE;
    }

  return FALSE;
}

/* The anchors of a name that a box lies on; on its sign: all that need it. */
static guint64
find_blocked (const Solver *s,
              guint         i,
              const PsgBox *box,
              const Name   *name)
{
  double r = name->label->radius;
  PsgBox sign = { -r, -r, r, r };
  guint64 blocked = 0;

  for (guint k = 0; k < name->n_anchors; k++)
    if (lies_on (s, i, box, name->label, &name->anchors[k].box))
      blocked |= (guint64) 1 << k;

  return lies_on (s, i, box, name->label, &sign) ? blocked | name->near : blocked;
}

/* Whether a card may come to lie on a name, and somebody would miss it. */
static gboolean
is_at_hand (const Solver      *s,
            const PsgMapLabel *name)
{
  const PsgCardView *view = s->view;

  if (view != NULL && (fabs (name->x - view->x) * view->scale > view->width / 2
                       || fabs (name->y - view->y) * view->scale > view->height / 2))
    return FALSE;

  for (guint i = 0; i < s->n; i++)
    if (fabs (name->x - s->items[i].x) * s->scale[0] < s->items[i].width + name->width + CARD_REACH
        && fabs (name->y - s->items[i].y) * s->scale[0] < 3 * s->items[i].height + CARD_REACH)
      return TRUE;

  return FALSE;
}

static void
take_names (Solver            *s,
            const PsgMapLabel *names,
            guint              n_names)
{
  for (guint i = 0; i < n_names && s->n_names < MAX_NAMES; i++)
    {
      Name *name = &s->names[s->n_names];

      if (!is_at_hand (s, &names[i]))
        continue;
      name->label = &names[i];
      name->n_anchors = psg_map_label_list_anchors (&names[i], name->anchors);
      name->near = 0;
      for (guint k = 0; k < name->n_anchors; k++)
        if (!name->anchors[k].bare)
          name->near |= (guint64) 1 << k;
      s->n_names++;
    }
}

/* What the signs leave for names, where cards may not be helped. */
static Room
find_room (const Solver *s)
{
  Room room = { { 0 } };

  for (guint k = 0; k < s->n_names; k++)
    {
      room.free[k] = (((guint64) 1 << s->names[k].n_anchors) - 1);
      for (guint i = 0; i < s->n; i++)
        {
          double r = s->items[i].radius + NAME_SIGN_GAP;
          PsgBox sign = { s->dx[i] - r, s->dy[i] - r, s->dx[i] + r, s->dy[i] + r };

          room.free[k] &= ~find_blocked (s, i, &sign, &s->names[k]);
        }
    }

  return room;
}

/* What the names cost that find their best place in what is left; more the less is left. */
static double
cost_of_names (const Solver *s,
               const Room   *room)
{
  double cost = 0;

  for (guint k = 0; k < s->n_names; k++)
    cost += room->free[k] != 0
              ? s->names[k].anchors[__builtin_ctzll (room->free[k])].cost
              : NAMELESS_COST;

  return cost;
}

/* The cheapest first; where there cannot be a card there is none. */
static void
sort_candidates (Solver *s,
                 guint   i)
{
  gboolean sign = sign_is_seen (s, i);
  Candidate *list = s->candidates[i];

  for (guint j = 0; j < N_CANDIDATES; j++)
    {
      if (!list[j].shown)
        list[j].cost = sign ? HIDDEN_COST : 0;
      else if (!sign || !is_seen (s, i, &list[j].box, VIEW_GAP) || hits_signs (s, i, &list[j]))
        list[j].cost = NO_COST;
      else
        list[j].cost += cost_of_doubt (s, i, &list[j]);

      for (guint k = 0; k < s->n_names && list[j].shown && list[j].cost < NO_COST; k++)
        {
          PsgBox padded = psg_box_grow (&list[j].box, NAME_GAP);

          list[j].blocks[k] = find_blocked (s, i, &padded, &s->names[k]);
        }
    }

  qsort (list, N_CANDIDATES, sizeof (Candidate), compare_cost);
}

static void
list_candidates (Solver *s,
                 guint   i)
{
  static const double slides[N_SLIDES] = { 0, -0.25, 0.25, -0.5, 0.5 };
  static const double shifts[N_SHIFTS] = { 0, -0.35, 0.35, -0.7, 0.7, -1.05, 1.05, -1.5, 1.5 };
  Candidate *list = s->candidates[i];

  for (guint j = 0; j < N_SHIFTS; j++)
    {
      list[2 * j] = beside (s, i, 1, shifts[j]);
      list[2 * j + 1] = beside (s, i, -1, shifts[j]);
    }
  list += 2 * N_SHIFTS;
  for (guint j = 0; j < N_SLIDES; j++)
    {
      list[2 * j] = above_or_below (s, i, -1, slides[j]);
      list[2 * j + 1] = above_or_below (s, i, 1, slides[j]);
    }
  list[2 * N_SLIDES] = (Candidate) { { s->dx[i], s->dy[i], s->dx[i], s->dy[i] } };
  sort_candidates (s, i);
}

static gboolean
hits_cards (const Solver    *s,
            guint            i,
            const Candidate *candidate)
{
  PsgBox padded = psg_box_grow (&candidate->box, CARD_GAP);

  for (guint j = 0; j < i && candidate->shown; j++)
    {
      const Candidate *other = &s->candidates[j][s->chosen[j]];

      if (other->shown && overlaps (s, i, &padded, j, &other->box))
        return TRUE;
    }

  return FALSE;
}

static Room
leave_room (const Solver    *s,
            const Room      *room,
            const Candidate *candidate)
{
  Room left = *room;

  for (guint k = 0; k < s->n_names; k++)
    left.free[k] &= ~candidate->blocks[k];

  return left;
}

/* Tries all positions of the @i-th card and those after it. @so_far is what the
 * cards before it cost, @room what they leave for names. */
static void
search (Solver     *s,
        guint       i,
        double      so_far,
        const Room *room)
{
  double names = cost_of_names (s, room);

  if (i == s->n)
    {
      s->best_cost = so_far + names;
      memcpy (s->best, s->chosen, sizeof s->best);
      return;
    }

  for (guint j = 0; j < N_CANDIDATES; j++)
    {
      const Candidate *candidate = &s->candidates[i][j];
      double cost = so_far + candidate->cost;
      Room left;

      /* They are sorted: the rest costs more still. */
      if (cost + names >= s->best_cost || s->steps++ > MAX_STEPS)
        return;
      left = leave_room (s, room, candidate);
      if (cost + cost_of_names (s, &left) >= s->best_cost || hits_cards (s, i, candidate))
        continue;
      s->chosen[i] = j;
      search (s, i + 1, cost, &left);
    }
}

/**
 * psg_card_layout_solve:
 * @items: (array length=n_items): the signs and their cards, the most important first
 * @n_items: how many, at most 64
 * @names: (nullable) (array length=n_names): names that had better find a place beside them
 * @n_names: how many
 * @view: (nullable): what is seen; %NULL: all of the map
 * @zoom: the zoom level, a multiple of %PSG_MAP_STEP
 * @placements: (out caller-allocates) (array length=n_items): where they go
 *
 * Finds where signs and cards go from @zoom to just before the next step.
 */
void
psg_card_layout_solve (const PsgCardItem *items,
                       guint              n_items,
                       const PsgMapLabel *names,
                       guint              n_names,
                       const PsgCardView *view,
                       double             zoom,
                       PsgCardPlacement  *placements)
{
  g_autofree Solver *s = g_new0 (Solver, 1);
  Room room;

  g_return_if_fail (n_items <= MAX_ITEMS);

  s->items = items;
  s->n = n_items;
  s->view = view;
  for (guint i = 0; i < N_LEVELS; i++)
    s->scale[i] = psg_mercator_scale (zoom + i * PSG_MAP_STEP / (N_LEVELS - 1));
  s->best_cost = NO_COST;

  psg_sign_layout_place (items, n_items, view, zoom, s->dx, s->dy);
  take_names (s, names, n_names);
  for (guint i = 0; i < n_items; i++)
    list_candidates (s, i);
  room = find_room (s);
  search (s, 0, 0, &room);

  for (guint i = 0; i < n_items; i++)
    {
      const Candidate *candidate = &s->candidates[i][s->best[i]];

      placements[i] = (PsgCardPlacement) {
        s->dx[i], s->dy[i], candidate->box, candidate->align, candidate->shown,
      };
    }
}
