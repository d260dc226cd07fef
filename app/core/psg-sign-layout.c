/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-sign-layout.h"

#include <math.h>

#include "psg-mercator.h"

/*
 * Signs that are too close are pushed apart, as little as will do; one that something lies over
 * steps aside to the nearest free place. Knows nothing of cards. Pure.
 */

/* Between two signs, pixels. */
#define GAP 2.0
#define PUSH_ROUNDS 80
/* Signs are pushed more up and down than sideways, so that they end in a column with
 * the northernmost on top, as people read them. */
#define SIDEWAYS 0.35
/* A sign is kept so far off what lies over the view, with room for a ring; pixels. One that would have to
 * move further than the most from its point is left where it is. */
#define COVER_GAP 9.0
#define MOST_ASIDE 80.0
#define ASIDE_ROUNDS 4
#define MAX_COVERED 8

typedef struct
{
  const PsgCardItem *items;
  guint              n;
  const PsgCardView *view;
  double             scale;
  double            *dx;
  double            *dy;
} Signs;

/* Pushes two signs apart; says whether they were too close. */
static gboolean
push_pair (Signs *s,
           guint  a,
           guint  b)
{
  double wanted = s->items[a].radius + s->items[b].radius + GAP;
  double x = (s->items[b].x - s->items[a].x) * s->scale + s->dx[b] - s->dx[a];
  double y = (s->items[b].y - s->items[a].y) * s->scale + s->dy[b] - s->dy[a];
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
push_apart (Signs *s)
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

/* Where a sign's point is in the view. */
static void
locate (const Signs *s,
        guint        i,
        double      *x,
        double      *y)
{
  *x = (s->items[i].x - s->view->x) * s->view->scale + s->view->width / 2;
  *y = (s->items[i].y - s->view->y) * s->view->scale + s->view->height / 2;
}

/* Whether a sign with its middle at (@x, @y) in the view is off what lies over it. */
static gboolean
is_uncovered (const Signs *s,
              double       x,
              double       y,
              double       reach)
{
  PsgBox sign = { x - reach, y - reach, x + reach, y + reach };

  for (guint i = 0; i < s->view->n_covered; i++)
    if (psg_box_overlaps (&s->view->covered[i], &sign))
      return FALSE;

  return TRUE;
}

/* Whether the sign of @i would lie on no other there. */
static gboolean
is_apart (const Signs *s,
          guint        i,
          double       x,
          double       y)
{
  for (guint j = 0; j < s->n; j++)
    {
      double other_x, other_y;

      locate (s, j, &other_x, &other_y);
      if (j != i && hypot (other_x + s->dx[j] - x, other_y + s->dy[j] - y) < s->items[i].radius + s->items[j].radius)
        return FALSE;
    }

  return TRUE;
}

/* To the nearest free place beside, above or below what lies over the view. */
static gboolean
step_aside (Signs *s,
            guint  i,
            double x,
            double y)
{
  double r = s->items[i].radius, reach = r + COVER_GAP, shortest = MOST_ASIDE;
  double xs[2 * MAX_COVERED + 1] = { x + s->dx[i] }, ys[2 * MAX_COVERED + 1] = { y + s->dy[i] };
  guint n = 1;

  if (is_uncovered (s, xs[0], ys[0], reach))
    return FALSE;

  for (guint j = 0; j < MIN (s->view->n_covered, MAX_COVERED); j++)
    {
      const PsgBox *cover = &s->view->covered[j];

      xs[n] = cover->x0 - reach;
      ys[n++] = cover->y0 - reach;
      xs[n] = cover->x1 + reach;
      ys[n++] = cover->y1 + reach;
    }
  for (guint j = 0; j < n * n; j++)
    {
      double to_x = xs[j / n], to_y = ys[j % n], far = hypot (to_x - x, to_y - y);
      gboolean seen = (j < n || (to_x > r && to_x < s->view->width - r))
                      && (j % n == 0 || (to_y > r && to_y < s->view->height - r));

      if (far >= shortest || !seen || !is_uncovered (s, to_x, to_y, reach) || !is_apart (s, i, to_x, to_y))
        continue;
      shortest = far;
      s->dx[i] = to_x - x;
      s->dy[i] = to_y - y;
    }

  return shortest < MOST_ASIDE;
}

/* Those whose points are within the view. */
static gboolean
push_aside (Signs *s)
{
  gboolean moved = FALSE;

  for (guint i = 0; s->view != NULL && i < s->n; i++)
    {
      double x, y;

      locate (s, i, &x, &y);
      if (x >= 0 && y >= 0 && x <= s->view->width && y <= s->view->height)
        moved |= step_aside (s, i, x, y);
    }

  return moved;
}

/**
 * psg_sign_layout_place:
 * @items: (array length=n_items): the signs
 * @n_items: how many
 * @view: (nullable): what is seen; %NULL: all of the map
 * @zoom: the zoom level, a multiple of %PSG_MAP_STEP
 * @dx: (array length=n_items) (inout): of each sign's middle from its point, pixels; 0 at first
 * @dy: (array length=n_items) (inout): the same
 */
void
psg_sign_layout_place (const PsgCardItem *items,
                       guint              n_items,
                       const PsgCardView *view,
                       double             zoom,
                       double            *dx,
                       double            *dy)
{
  Signs signs = { items, n_items, view, psg_mercator_scale (zoom), dx, dy };

  push_apart (&signs);
  for (guint i = 0; i < ASIDE_ROUNDS && push_aside (&signs); i++)
    push_apart (&signs);
}
