/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-anchor.h"

#include <math.h>

/*
 * Where the text of a name may stand: right, left, below and above its sign, or, if it has
 * none, centred. What people find their way by may also stand askew, or beside where it
 * belongs, for a country is large; and where its sign cannot be seen, a little further off.
 * It decides nothing itself. Pure.
 */

/* Between a sign and the text beside, above or below it. */
#define SIDE_GAP 3.0
#define END_GAP 1.0
/* What standing askew costs, and standing without a sign; and that for each pixel further
 * off, to the side or up and down. */
#define ASKEW_COST 6.0
#define BARE_COST 20.0
#define FAR_COST 0.6
#define SHIFT_COST 0.4

static const double far[] = { 12, 24, 36 };
/* Of the text's height. */
static const double shifts[] = { 0, -0.7, 0.7, -1.4, 1.4 };

static PsgMapAnchor
beside (const PsgMapLabel *self,
        int                side,
        double             gap,
        double             shift)
{
  double x = side > 0 ? gap : -gap - self->width;
  double y = (shift - 0.5) * self->height;

  return (PsgMapAnchor) { .box = { x, y, x + self->width, y + self->height } };
}

static PsgMapAnchor
above_or_below (const PsgMapLabel *self,
                int                side,
                double             gap)
{
  double x = -self->width / 2;
  double y = side > 0 ? gap : -gap - self->height;

  return (PsgMapAnchor) { .box = { x, y, x + self->width, y + self->height } };
}

static guint
list_near (const PsgMapLabel *self,
           PsgMapAnchor      *anchors)
{
  double gap = self->radius + SIDE_GAP;
  guint n = 0;

  anchors[n++] = beside (self, 1, gap, 0);
  anchors[n++] = beside (self, -1, gap, 0);
  anchors[n++] = above_or_below (self, 1, self->radius + END_GAP);
  anchors[n++] = above_or_below (self, -1, self->radius + END_GAP);

  for (guint i = 1; i < 3 && self->steadfast; i++)
    for (int side = 1; side >= -1; side -= 2)
      {
        anchors[n] = beside (self, side, gap, shifts[i]);
        anchors[n++].cost = ASKEW_COST;
      }

  return n;
}

static guint
list_far (const PsgMapLabel *self,
          PsgMapAnchor      *anchors)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (far); i++)
    for (int side = 1; side >= -1; side -= 2)
      {
        double cost = BARE_COST + FAR_COST * far[i];

        for (guint j = 0; j < G_N_ELEMENTS (shifts); j++)
          {
            anchors[n] = beside (self, side, far[i], shifts[j]);
            anchors[n].bare = TRUE;
            anchors[n++].cost = cost + SHIFT_COST * fabs (shifts[j]) * self->height;
          }
        anchors[n] = above_or_below (self, side, far[i]);
        anchors[n].bare = TRUE;
        anchors[n++].cost = cost;
      }

  return n;
}

/* Centred, and with less or more of it to either side, or of its height up and down. */
static guint
list_centred (const PsgMapLabel *self,
              PsgMapAnchor      *anchors)
{
  static const double across[] = { 0, -0.4, 0.4 };
  static const double down[] = { 0, -1.3, 1.3, -2.6, 2.6 };
  guint n = 0;

  for (guint i = 0; i < (self->steadfast ? G_N_ELEMENTS (down) : 1); i++)
    for (guint j = 0; j < (self->steadfast ? G_N_ELEMENTS (across) : 1); j++)
      {
        double x = (across[j] - 0.5) * self->width, y = (down[i] - 0.5) * self->height;

        anchors[n++] = (PsgMapAnchor) {
          .box = { x, y, x + self->width, y + self->height },
          .cost = fabs (across[j]) * self->width + fabs (down[i]) * self->height,
        };
      }

  return n;
}

static int
compare_cost (gconstpointer a,
              gconstpointer b)
{
  double ca = ((const PsgMapAnchor *) a)->cost, cb = ((const PsgMapAnchor *) b)->cost;

  return ca < cb ? -1 : ca > cb;
}

/**
 * psg_map_label_list_anchors:
 * @self: a name
 * @anchors: (out caller-allocates) (array fixed-size=44): where it may stand, the best first
 *
 * Returns: how many there are, at most %PSG_MAP_MAX_ANCHORS
 */
guint
psg_map_label_list_anchors (const PsgMapLabel *self,
                            PsgMapAnchor      *anchors)
{
  gboolean has_sign = self->radius > 0;
  guint n_near = has_sign ? list_near (self, anchors) : 0;
  guint n = n_near;

  if (!has_sign)
    n += list_centred (self, anchors);
  else if (self->steadfast)
    n += list_far (self, anchors + n);

  /* The near ones are in order already. */
  qsort (anchors + n_near, n - n_near, sizeof *anchors, compare_cost);

  return n;
}
