/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-bubble-layout.h"

#include <math.h>

#include "psg-mercator.h"

/*
 * Places the bubbles of events: above their point, so that a town's sign and name stay
 * readable, or round about where something is in the way. All bubbles are placed, if
 * need be on each other: an event must not vanish. Pure.
 */

/* From the point to the bubble's edge, tried in this order; pixels. */
static const double distances[] = { 9, 20, 32, 46, 62, 80 };
/* Directions from the point, degrees clockwise from the top. */
static const double directions[] = { 0, -30, 30, -60, 60, -90, 90, -125, 125, -155, 155, 180 };

static PsgBox
box_of (const PsgBubble *bubble)
{
  double r = bubble->radius + 1;

  return (PsgBox) { bubble->dx - r, bubble->dy - r, bubble->dx + r, bubble->dy + r };
}

static void
aim (PsgBubble *bubble,
     double     distance,
     double     direction)
{
  double angle = direction * G_PI / 180.0;

  bubble->dx = sin (angle) * (distance + bubble->radius);
  bubble->dy = -cos (angle) * (distance + bubble->radius);
}

static gboolean
find_place (PsgBubble   *bubble,
            PsgMapBoard *taken,
            PsgMapBoard *spare)
{
  for (guint i = 0; i < G_N_ELEMENTS (distances); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (directions); j++)
        {
          PsgBox box;

          aim (bubble, distances[i], directions[j]);
          box = box_of (bubble);
          if (psg_map_board_is_free (taken, bubble->x, bubble->y, &box)
              && (spare == NULL || psg_map_board_is_free (spare, bubble->x, bubble->y, &box)))
            return TRUE;
        }
    }

  return FALSE;
}

static void
place (PsgBubble   *bubble,
       PsgMapBoard *taken,
       PsgMapBoard *spare)
{
  PsgBox box;

  if (!find_place (bubble, taken, spare) && !find_place (bubble, taken, NULL))
    aim (bubble, distances[0], directions[0]);

  box = box_of (bubble);
  psg_map_board_take (taken, bubble->x, bubble->y, &box);
}

/* Narrows [*@from, *@to], a part of a line, to where it lies between @low and @high. */
static void
clip (double  start,
      double  step,
      double  low,
      double  high,
      double *from,
      double *to)
{
  double a = (low - start) / step, b = (high - start) / step;

  if (fabs (step) < 1e-9)
    {
      if (start < low || start > high)
        *to = -1;
      return;
    }

  *from = MAX (*from, MIN (a, b));
  *to = MIN (*to, MAX (a, b));
}

/* A line that went under a card would come out on its other side and seem to lead elsewhere. */
static double
find_stem (const PsgBubble      *bubble,
           const PsgMapObstacle *obstacles,
           guint                 n_obstacles,
           double                scale)
{
  double stem = 1;

  for (guint i = 0; i < n_obstacles; i++)
    {
      PsgBox box = psg_box_move (&obstacles[i].box,
                                 (obstacles[i].x - bubble->x) * scale, (obstacles[i].y - bubble->y) * scale);
      double from = 0, to = 1;

      clip (bubble->dx, -bubble->dx, box.x0, box.x1, &from, &to);
      clip (bubble->dy, -bubble->dy, box.y0, box.y1, &from, &to);
      if (from < to)
        stem = MIN (stem, from);
    }

  return stem;
}

/**
 * psg_bubble_layout_place:
 * @bubbles: (array length=n_bubbles) (inout): the bubbles, the most important first
 * @n_bubbles: how many
 * @obstacles: (nullable) (array length=n_obstacles): what to keep clear of
 * @n_obstacles: how many
 * @spare: (nullable) (array length=n_spare): what to keep clear of if that can be
 * @n_spare: how many
 * @zoom: the first zoom level of the step it is for
 */
void
psg_bubble_layout_place (PsgBubble            *bubbles,
                         guint                 n_bubbles,
                         const PsgMapObstacle *obstacles,
                         guint                 n_obstacles,
                         const PsgMapObstacle *spare,
                         guint                 n_spare,
                         double                zoom)
{
  g_autoptr (PsgMapBoard) taken = psg_map_board_new (zoom, obstacles, n_obstacles);
  g_autoptr (PsgMapBoard) spared = psg_map_board_new (zoom, spare, n_spare);

  for (guint i = 0; i < n_bubbles; i++)
    {
      place (&bubbles[i], taken, spared);
      bubbles[i].stem = find_stem (&bubbles[i], obstacles, n_obstacles, psg_mercator_scale (zoom));
    }
}

static gboolean
is_within (const PsgBox *outer,
           const PsgBox *inner)
{
  return inner->x0 >= outer->x0 && inner->y0 >= outer->y0 && inner->x1 <= outer->x1 && inner->y1 <= outer->y1;
}

/* The shortest way out from under a box. */
static void
step_out (const PsgBox *box,
          const PsgBox *bubble,
          double       *dx,
          double       *dy)
{
  double left = bubble->x1 - box->x0, right = box->x1 - bubble->x0;
  double up = bubble->y1 - box->y0, down = box->y1 - bubble->y0;
  double least = MIN (MIN (left, right), MIN (up, down));

  if (least == right)
    *dx += right;
  else if (least == left)
    *dx -= left;
  else if (least == down)
    *dy += down;
  else
    *dy -= up;
}

/**
 * psg_bubble_layout_avoid:
 * @covered: (array length=n_covered): parts of the view that something lies over, pixels
 * @n_covered: how many
 * @x: of the bubble's point, in the view
 * @y: the same
 * @radius: of the bubble
 * @dx: (inout): of its middle from the point
 * @dy: (inout): the same
 *
 * Moves a bubble that would be half hidden out to where it is seen: along the edge, so that it
 * glides while the map is moved. One that is hidden as a whole, and its point with it, is left there.
 */
void
psg_bubble_layout_avoid (const PsgBox *covered,
                         guint         n_covered,
                         double        x,
                         double        y,
                         double        radius,
                         double       *dx,
                         double       *dy)
{
  for (guint i = 0; i < n_covered; i++)
    {
      PsgBox point = { x - 1, y - 1, x + 1, y + 1 };
      double r = radius + 2;
      PsgBox bubble = { x + *dx - r, y + *dy - r, x + *dx + r, y + *dy + r };

      if (psg_box_overlaps (&covered[i], &bubble)
          && !(psg_box_overlaps (&covered[i], &point) && is_within (&covered[i], &bubble)))
        step_out (&covered[i], &bubble, dx, dy);
    }
}
