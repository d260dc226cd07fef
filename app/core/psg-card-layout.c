/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-card-layout.h"

#include <math.h>
#include <string.h>

#include "psg-mercator.h"

/*
 * Places a few signs and the cards beside them so that nothing lies on anything:
 * first signs that are too close are pushed apart, as little as will do; then
 * the cards are tried in all their positions together, the cheapest clear
 * combination winning (branch and bound). That is clear for a whole step of the zoom
 * level. A card whose sign is seen keeps within the view and off what lies over it, and
 * changes its place only for that; one that finds none is not shown. Pure.
 */

#define MAX_ITEMS 64
/* Between two signs, two cards, a card and a sign: pixels. */
#define SIGN_GAP 2.0
#define CARD_GAP 3.0
#define SIDE_GAP 6.0
#define PUSH_ROUNDS 80
/* Signs are pushed more up and down than sideways, so that they end in a column with
 * the northernmost on top, as people read them. */
#define SIDEWAYS 0.35
/* How far up and down a card may be moved, in fractions of its height. */
#define N_SHIFTS 9
/* How far to the side one above or below its sign may be moved, in fractions of its width. */
#define N_SLIDES 5
#define N_CANDIDATES (2 * N_SHIFTS + 2 * N_SLIDES + 1)
/* Enough for dozens of crossings; then the best so far is taken. */
#define MAX_STEPS 60000
#define N_ENDS 2
#define NO_COST 1e18
/* What it costs to show none, so that it happens only if nothing else can. */
#define HIDDEN_COST 10000.0
/* Between a card and the edge of the view. */
#define VIEW_GAP 4.0
/* What a card costs on something that had better be spared. */
#define SPARE_COST 40.0
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
} Candidate;

typedef struct
{
  const PsgCardItem    *items;
  guint                 n;
  const PsgMapObstacle *spare;
  guint                 n_spare;
  const PsgCardView    *view;
  double                scale[N_ENDS];
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

/* Pushes two signs apart; says whether they were too close. */
static gboolean
push_pair (Solver *s,
           guint   a,
           guint   b)
{
  double wanted = s->items[a].radius + s->items[b].radius + SIGN_GAP;
  double x = distance_x (s, a, b), y = distance_y (s, a, b);
  double length = hypot (x, y), by;
  /* Whoever lies further south stays so. */
  double down = s->items[b].y >= s->items[a].y ? 1 : -1;

  if (length >= wanted - 0.1)
    return FALSE;

  by = (wanted - length) / 2;
  x *= SIDEWAYS;
  if (y * down < 1)
    y = down;
  length = hypot (x, y);
  s->dx[a] -= x / length * by;
  s->dy[a] -= y / length * by;
  s->dx[b] += x / length * by;
  s->dy[b] += y / length * by;

  return TRUE;
}

static void
push_signs_apart (Solver *s)
{
  gboolean moved = TRUE;

  for (guint round = 0; moved && round < PUSH_ROUNDS; round++)
    {
      moved = FALSE;
      for (guint a = 0; a < s->n; a++)
        for (guint b = a + 1; b < s->n; b++)
          moved |= push_pair (s, a, b);
    }
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
overlaps_at (const Solver *s,
             guint         end,
             guint         a,
             const PsgBox *box_a,
             guint         b,
             const PsgBox *box_b)
{
  PsgBox moved = psg_box_move (box_b,
                               (s->items[b].x - s->items[a].x) * s->scale[end],
                               (s->items[b].y - s->items[a].y) * s->scale[end]);

  return psg_box_overlaps (box_a, &moved);
}

static gboolean
overlaps (const Solver *s,
          guint         a,
          const PsgBox *box_a,
          guint         b,
          const PsgBox *box_b)
{
  return overlaps_at (s, 0, a, box_a, b, box_b) || overlaps_at (s, 1, a, box_a, b, box_b);
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

/* What it costs for lying on what had better be spared. */
static double
cost_of_spare (const Solver    *s,
               guint            i,
               const Candidate *candidate)
{
  double cost = 0;

  for (guint j = 0; j < s->n_spare; j++)
    {
      PsgBox box = psg_box_move (&s->spare[j].box,
                                 (s->spare[j].x - s->items[i].x) * s->scale[0],
                                 (s->spare[j].y - s->items[i].y) * s->scale[0]);

      if (psg_box_overlaps (&candidate->box, &box))
        cost += SPARE_COST;
    }

  return cost;
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
        list[j].cost += cost_of_spare (s, i, &list[j]) + cost_of_doubt (s, i, &list[j]);
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

/* Tries all positions of the @i-th card and those after it. @so_far is what the
 * cards before it cost. */
static void
search (Solver *s,
        guint   i,
        double  so_far)
{
  if (i == s->n)
    {
      s->best_cost = so_far;
      memcpy (s->best, s->chosen, sizeof s->best);
      return;
    }

  for (guint j = 0; j < N_CANDIDATES; j++)
    {
      const Candidate *candidate = &s->candidates[i][j];
      double cost = so_far + candidate->cost;

      /* They are sorted: the rest costs more still. */
      if (cost >= s->best_cost || s->steps++ > MAX_STEPS)
        return;
      if (hits_cards (s, i, candidate))
        continue;
      s->chosen[i] = j;
      search (s, i + 1, cost);
    }
}

/**
 * psg_card_layout_solve:
 * @items: (array length=n_items): the signs and their cards, the most important first
 * @n_items: how many, at most 64
 * @spare: (nullable) (array length=n_spare): what cards had better not lie on
 * @n_spare: how many
 * @view: (nullable): what is seen; %NULL: all of the map
 * @zoom: the zoom level, a multiple of %PSG_MAP_STEP
 * @placements: (out caller-allocates) (array length=n_items): where they go
 *
 * Finds where signs and cards go from @zoom to just before the next step.
 */
void
psg_card_layout_solve (const PsgCardItem    *items,
                       guint                 n_items,
                       const PsgMapObstacle *spare,
                       guint                 n_spare,
                       const PsgCardView    *view,
                       double                zoom,
                       PsgCardPlacement     *placements)
{
  g_autofree Solver *s = g_new0 (Solver, 1);

  g_return_if_fail (n_items <= MAX_ITEMS);

  s->items = items;
  s->n = n_items;
  s->spare = spare;
  s->n_spare = n_spare;
  s->view = view;
  s->scale[0] = psg_mercator_scale (zoom);
  s->scale[1] = psg_mercator_scale (zoom + PSG_MAP_STEP);
  s->best_cost = NO_COST;

  push_signs_apart (s);
  for (guint i = 0; i < n_items; i++)
    list_candidates (s, i);
  search (s, 0, 0);

  for (guint i = 0; i < n_items; i++)
    {
      const Candidate *candidate = &s->candidates[i][s->best[i]];

      placements[i] = (PsgCardPlacement) {
        s->dx[i], s->dy[i], candidate->box, candidate->align, candidate->shown,
      };
    }
}
