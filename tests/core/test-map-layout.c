/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-anchor.h"
#include "psg-map-layout.h"

#include <math.h>
#include <string.h>

#include "psg-bubble-layout.h"
#include "psg-card-layout.h"
#include "psg-map-cluster.h"
#include "psg-mercator.h"
#include "psg-sign-layout.h"

/* What is placed on the map, held against every pair of boxes there is. */

#define N_CROSSINGS 6
#define CARD_WIDTH 150
#define CARD_HEIGHT 38
#define RADIUS 13

/* The six road crossings, north to south: latitude, longitude. */
static const double crossings[N_CROSSINGS][2] = {
  { 55.322, 26.606 },    /* Tverečius */
  { 54.71874, 25.74534 },/* Lavoriškės */
  { 54.6218, 25.7542 },  /* Šumskas */
  { 54.5443, 25.6997 },  /* Medininkai */
  { 54.27283, 25.37635 },/* Šalčininkai */
  { 53.9466, 23.9665 },  /* Raigardas */
};

static PsgBox
at (const PsgBox *box,
    double        x,
    double        y,
    double        scale)
{
  return psg_box_move (box, x * scale, y * scale);
}

static void
test_index_agrees_with_all_pairs (void)
{
  g_autoptr (PsgBoxIndex) index = psg_box_index_new (50);
  PsgBox boxes[300];

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      double x = g_test_rand_double_range (-2000, 2000), y = g_test_rand_double_range (-2000, 2000);
      gboolean hit = FALSE;

      boxes[i] = (PsgBox) { x, y, x + g_test_rand_double_range (1, 180), y + g_test_rand_double_range (1, 90) };
      for (guint j = 0; j < i; j++)
        hit |= psg_box_overlaps (&boxes[i], &boxes[j]);
      g_assert_cmpint (psg_box_index_hits (index, &boxes[i]), ==, hit);
      psg_box_index_add (index, &boxes[i]);
    }
}

static void
fill_labels (PsgMapLabel *labels,
             guint        n)
{
  for (guint i = 0; i < n; i++)
    {
      labels[i] = (PsgMapLabel) { .steadfast = i % 40 == 0 };
      labels[i].x = psg_mercator_x (g_test_rand_double_range (23, 28));
      labels[i].y = psg_mercator_y (g_test_rand_double_range (53, 56));
      labels[i].width = g_test_rand_double_range (20, 110);
      labels[i].height = g_test_rand_double_range (10, 20);
      labels[i].radius = i % 10 == 0 ? 0 : 3.5;
    }
}

static void
check_labels (const PsgMapLabel    *labels,
              GArray               *placements,
              const PsgMapObstacle *obstacle,
              double                zoom)
{
  double scale = psg_mercator_scale (zoom);
  PsgBox blocked = at (&obstacle->box, obstacle->x, obstacle->y, scale);

  for (guint i = 0; i < placements->len; i++)
    {
      const PsgMapPlacement *a = &g_array_index (placements, PsgMapPlacement, i);
      const PsgMapLabel *la = &labels[a->label];
      PsgBox box = { a->dx, a->dy, a->dx + la->width, a->dy + la->height };
      PsgBox box_a = at (&box, la->x, la->y, scale);

      g_assert_false (psg_box_overlaps (&box_a, &blocked));
      for (guint j = 0; j < i; j++)
        {
          const PsgMapPlacement *b = &g_array_index (placements, PsgMapPlacement, j);
          const PsgMapLabel *lb = &labels[b->label];
          PsgBox other = { b->dx, b->dy, b->dx + lb->width, b->dy + lb->height };
          PsgBox box_b = at (&other, lb->x, lb->y, scale);

          g_assert_false (psg_box_overlaps (&box_a, &box_b));
        }
    }
}

static void
test_labels_never_overlap (void)
{
  PsgMapLabel labels[400];
  PsgMapObstacle obstacle = { psg_mercator_x (25.5), psg_mercator_y (54.5), { -80, -40, 120, 60 } };

  for (double zoom = 5; zoom <= 12; zoom += PSG_MAP_STEP)
    {
      g_autoptr (GArray) placements = NULL;

      fill_labels (labels, G_N_ELEMENTS (labels));
      placements = psg_map_layout_place (labels, G_N_ELEMENTS (labels), &obstacle, 1, zoom);
      g_assert_cmpuint (placements->len, >, 0);
      check_labels (labels, placements, &obstacle, zoom);
      check_labels (labels, placements, &obstacle, zoom + PSG_MAP_STEP);
    }
}

static void
test_the_first_label_wins (void)
{
  PsgMapLabel labels[] = { { 0.5, 0.5, 60, 14, 0 }, { 0.5, 0.5, 60, 14, 0 } };
  g_autoptr (GArray) placements = psg_map_layout_place (labels, 2, NULL, 0, 7);

  g_assert_cmpuint (placements->len, ==, 1);
  g_assert_cmpuint (g_array_index (placements, PsgMapPlacement, 0).label, ==, 0);
}

static void
test_zoom_is_quantised_downwards (void)
{
  g_assert_cmpfloat (psg_map_board_quantise (7.6), ==, 7.5);
  g_assert_cmpfloat (psg_map_board_quantise (7.75), ==, 7.75);
  g_assert_cmpfloat (psg_map_board_quantise (8.999), ==, 8.75);
}

static void
fill_cards (PsgCardItem *items,
            double       zoom)
{
  for (guint i = 0; i < N_CROSSINGS; i++)
    items[i] = (PsgCardItem) {
      psg_mercator_x (crossings[i][1]), psg_mercator_y (crossings[i][0]),
      RADIUS, zoom < 7 ? 80 : CARD_WIDTH, zoom < 7 ? 24 : CARD_HEIGHT,
    };
}

static PsgBox
sign_box (const PsgCardItem      *item,
          const PsgCardPlacement *placement,
          double                  scale)
{
  PsgBox box = { placement->dx - RADIUS, placement->dy - RADIUS, placement->dx + RADIUS, placement->dy + RADIUS };

  return at (&box, item->x, item->y, scale);
}

static void
check_cards (const PsgCardItem      *items,
             const PsgCardPlacement *placements,
             double                  zoom)
{
  double scale = psg_mercator_scale (zoom);

  for (guint i = 0; i < N_CROSSINGS; i++)
    {
      PsgBox card = at (&placements[i].box, items[i].x, items[i].y, scale);
      PsgBox sign = sign_box (&items[i], &placements[i], scale);

      g_assert_true (placements[i].shown);
      g_assert_false (psg_box_overlaps (&card, &sign));
      for (guint j = 0; j < N_CROSSINGS; j++)
        {
          PsgBox other = at (&placements[j].box, items[j].x, items[j].y, scale);
          PsgBox other_sign = sign_box (&items[j], &placements[j], scale);

          if (i == j)
            continue;
          g_assert_false (psg_box_overlaps (&card, &other));
          g_assert_false (psg_box_overlaps (&card, &other_sign));
          g_assert_cmpfloat (hypot (other_sign.x0 - sign.x0, other_sign.y0 - sign.y0), >=, 2 * RADIUS);
        }
    }
}

static void
test_cards_lie_on_nothing_at_any_zoom (void)
{
  for (double zoom = 5; zoom <= 12; zoom += PSG_MAP_STEP)
    {
      PsgCardItem items[N_CROSSINGS];
      PsgCardPlacement placements[N_CROSSINGS];

      g_test_message ("Zoom %g", zoom);
      fill_cards (items, zoom);
      psg_card_layout_solve (items, N_CROSSINGS, NULL, 0, NULL, zoom, placements);
      check_cards (items, placements, zoom);
    }
}

/* Whether a box is seen whole, held against everything that could be in its way. */
static gboolean
is_seen (const PsgCardView *view,
         const PsgCardItem *item,
         const PsgBox      *box)
{
  PsgBox place = psg_box_move (box, (item->x - view->x) * view->scale + view->width / 2,
                               (item->y - view->y) * view->scale + view->height / 2);
  gboolean seen = place.x0 >= 0 && place.y0 >= 0 && place.x1 <= view->width && place.y1 <= view->height;

  for (guint i = 0; i < view->n_covered; i++)
    seen &= !psg_box_overlaps (&view->covered[i], &place);

  return seen;
}

/* Of a sign out of sight there is no card; any other one is seen whole, and still hides nothing. */
static void
test_cards_are_seen_whole (void)
{
  guint n_shown = 0, n_missing = 0;

  for (guint i = 0; i < 3000; i++)
    {
      double zoom = g_test_rand_double_range (5, 12), step = psg_map_board_quantise (zoom);
      PsgBox covered[] = { { 0, 0, 220, 90 }, { 0, 440, 300, 490 }, { 560, 430, 740, 490 } };
      PsgCardView view = {
        psg_mercator_x (g_test_rand_double_range (23.5, 27.5)), psg_mercator_y (g_test_rand_double_range (53.6, 55.6)),
        psg_mercator_scale (zoom), 740, 490, covered, G_N_ELEMENTS (covered),
      };
      PsgCardItem items[N_CROSSINGS];
      PsgCardPlacement placements[N_CROSSINGS];

      fill_cards (items, step);
      psg_card_layout_solve (items, N_CROSSINGS, NULL, 0, &view, step, placements);
      for (guint j = 0; j < N_CROSSINGS; j++)
        {
          const PsgCardPlacement *p = &placements[j];
          gboolean sign = is_seen (&view, &items[j], &(PsgBox) { p->dx, p->dy, p->dx, p->dy });

          g_assert_true (!p->shown || (sign && is_seen (&view, &items[j], &p->box)));
          n_shown += p->shown;
          n_missing += sign && !p->shown;
          for (guint k = 0; k < j; k++)
            {
              PsgBox a = at (&p->box, items[j].x, items[j].y, psg_mercator_scale (step));
              PsgBox b = at (&placements[k].box, items[k].x, items[k].y, psg_mercator_scale (step));

              g_assert_false (p->shown && placements[k].shown && psg_box_overlaps (&a, &b));
            }
        }
    }

  /* It happens only in corners. */
  g_assert_cmpuint (n_shown, >, 1000);
  g_assert_cmpuint (n_missing * 50, <, n_shown);
}

static void
test_signs_stay_where_there_is_room (void)
{
  PsgCardItem items[N_CROSSINGS];
  PsgCardPlacement placements[N_CROSSINGS];

  fill_cards (items, 10);
  psg_card_layout_solve (items, N_CROSSINGS, NULL, 0, NULL, 10, placements);
  for (guint i = 0; i < N_CROSSINGS; i++)
    g_assert_cmpfloat (hypot (placements[i].dx, placements[i].dy), ==, 0);
}

/* One that had to move far is left; so is one whose place is outside the view. */
static void
test_signs_step_aside (void)
{
  PsgBox covered[] = { { 0, 0, 200, 60 }, { 10, 440, 130, 470 }, { 560, 430, 740, 490 } };
  PsgCardView view = { 0.5, 0.5, psg_mercator_scale (9), 740, 490, covered, G_N_ELEMENTS (covered) };
  guint n_aside = 0;

  for (guint i = 0; i < 4000; i++)
    {
      double px = g_test_rand_double_range (-20, 760), py = g_test_rand_double_range (-20, 510);
      PsgCardItem item = { 0.5 + (px - 370) / view.scale, 0.5 + (py - 245) / view.scale, 13, 120, 36 };
      double dx = 0, dy = 0;
      PsgBox sign;

      psg_sign_layout_place (&item, 1, &view, 9, &dx, &dy);
      sign = (PsgBox) { px + dx - 13, py + dy - 13, px + dx + 13, py + dy + 13 };
      g_assert_cmpfloat (hypot (dx, dy), <, 80);
      n_aside += dx != 0 || dy != 0;
      if (px < 0 || py < 0 || px > view.width || py > view.height)
        g_assert_true (dx == 0 && dy == 0);
      else if (px < 500 && py > 80)
        for (guint j = 0; j < G_N_ELEMENTS (covered); j++)
          g_assert_false (psg_box_overlaps (&covered[j], &sign));
    }

  g_assert_cmpuint (n_aside, >, 100);
}

static void
test_signs_keep_their_order (void)
{
  PsgCardItem items[N_CROSSINGS];
  PsgCardPlacement placements[N_CROSSINGS];
  double scale = psg_mercator_scale (7.5);

  fill_cards (items, 7.5);
  psg_card_layout_solve (items, N_CROSSINGS, NULL, 0, NULL, 7.5, placements);
  for (guint i = 1; i < N_CROSSINGS; i++)
    g_assert_cmpfloat (items[i].y * scale + placements[i].dy, >, items[i - 1].y * scale + placements[i - 1].dy);
}

/* A card that would leave a name no place beside its point goes to the other side. */
static void
test_cards_leave_room_for_names (void)
{
  PsgCardItem item = { 0.5, 0.5, RADIUS, 100, 30 };
  double aside = (RADIUS + 60) / psg_mercator_scale (8);
  PsgMapLabel name = { 0.5 + aside, 0.5, 60, 18, 4, TRUE };
  PsgCardPlacement placement;

  psg_card_layout_solve (&item, 1, NULL, 0, NULL, 8, &placement);
  g_assert_cmpfloat (placement.align, ==, 0);
  psg_card_layout_solve (&item, 1, &name, 1, NULL, 8, &placement);
  g_assert_cmpfloat (placement.align, ==, 1);
}

/* Far out many names are at hand, most of them in nobody's way: that they come first in the list does
 * not matter. */
static void
test_cards_leave_room_for_the_last_name (void)
{
  PsgCardItem item = { 0.5, 0.5, RADIUS, 100, 30 };
  double pixel = 1 / psg_mercator_scale (8);
  PsgMapLabel names[] = {
    { 0.5, 0.5 - 130 * pixel, 60, 18, 4, TRUE }, { 0.5, 0.5 + 130 * pixel, 60, 18, 4, TRUE },
    { 0.5 - 190 * pixel, 0.5, 30, 18, 4, TRUE }, { 0.5 - 190 * pixel, 0.5 + 60 * pixel, 30, 18, 4, TRUE },
    { 0.5 + (RADIUS + 60) * pixel, 0.5, 60, 18, 4, TRUE },
  };
  PsgCardPlacement placement;

  psg_card_layout_solve (&item, 1, names, G_N_ELEMENTS (names), NULL, 8, &placement);
  g_assert_cmpfloat (placement.align, ==, 1);
}

/* All that is told off in bits fits in them, the best comes first, and no place needs a sign that
 * it would lie on. */
static void
test_anchors_are_in_order (void)
{
  const PsgMapLabel labels[] = {
    { 0, 0, 60, 18, 4, TRUE }, { 0, 0, 60, 18, 4, FALSE }, { 0, 0, 120, 16, 0, TRUE }, { 0, 0, 120, 16, 0, FALSE },
  };
  static const guint numbers[] = { 44, 4, 15, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      PsgMapAnchor anchors[PSG_MAP_MAX_ANCHORS];
      guint n = psg_map_label_list_anchors (&labels[i], anchors);
      PsgBox sign = { -labels[i].radius, -labels[i].radius, labels[i].radius, labels[i].radius };

      g_assert_cmpuint (n, ==, numbers[i]);
      g_assert_cmpfloat (anchors[0].cost, ==, 0);
      for (guint k = 0; k < n; k++)
        {
          g_assert_cmpfloat (anchors[k].cost, >=, k > 0 ? anchors[k - 1].cost : 0);
          g_assert_true (labels[i].radius <= 0 || !psg_box_overlaps (&anchors[k].box, &sign));
          g_assert_true (!anchors[k].bare || labels[i].steadfast);
        }
    }
}

/* A country is large: its name makes way for a card, but stays about where it belongs. */
static void
test_a_country_makes_way (void)
{
  PsgMapLabel label = { 0.5, 0.5, 120, 16, 0, TRUE };
  PsgMapObstacle card = { 0.5, 0.5, { -60, -4, 60, 20 } };
  g_autoptr (GArray) placements = psg_map_layout_place (&label, 1, &card, 1, 7);
  const PsgMapPlacement *placement = &g_array_index (placements, PsgMapPlacement, 0);

  g_assert_cmpuint (placements->len, ==, 1);
  g_assert_cmpfloat (placement->dy, <, -8);
  g_assert_cmpfloat (hypot (placement->dx + 60, placement->dy + 8), <, 60);

  label.steadfast = FALSE;
  g_array_unref (placements);
  placements = psg_map_layout_place (&label, 1, &card, 1, 7);
  g_assert_cmpuint (placements->len, ==, 0);
}

/* What people find their way by is named, beside it if something lies on its sign. */
static void
test_a_steadfast_name_stays (void)
{
  PsgMapLabel label = { 0.5, 0.5, 60, 18, 4, TRUE };
  PsgMapObstacle sign = { 0.5, 0.5, { -18, -18, 18, 18 } };
  PsgMapObstacle cards[] = { sign, { 0.5, 0.5, { 12, -40, 140, 40 } }, { 0.5, 0.5, { -140, -40, -40, 0 } } };
  g_autoptr (GArray) free = psg_map_layout_place (&label, 1, NULL, 0, 7);
  g_autoptr (GArray) under = psg_map_layout_place (&label, 1, &sign, 1, 7);
  g_autoptr (GArray) between = psg_map_layout_place (&label, 1, cards, G_N_ELEMENTS (cards), 7);
  g_autoptr (GArray) other = NULL;
  const PsgMapPlacement *placement = &g_array_index (between, PsgMapPlacement, 0);

  g_assert_cmpuint (free->len, ==, 1);
  g_assert_false (g_array_index (free, PsgMapPlacement, 0).bare);
  g_assert_cmpuint (under->len, ==, 1);
  g_assert_true (g_array_index (under, PsgMapPlacement, 0).bare);
  g_assert_cmpfloat (g_array_index (under, PsgMapPlacement, 0).dx, >=, 18);
  g_assert_cmpuint (between->len, ==, 1);
  g_assert_true (placement->dx + label.width <= -18 || placement->dy >= 18 || placement->dy + label.height <= -18);

  label.steadfast = FALSE;
  other = psg_map_layout_place (&label, 1, &sign, 1, 7);
  g_assert_cmpuint (other->len, ==, 0);
}

/* Half under a button: out on the near side; its point under it, or clear of it: it stays. */
static void
test_bubbles_move_out_from_under_what_lies_over (void)
{
  PsgBox button = { 100, 100, 200, 140 };
  static const struct { double x, y, dx, dy, moved_dx, moved_dy; } cases[] = {
    { 150, 170, 0, -20, 0, -18 },    /* downwards: its top edge comes to lie at 140 */
    { 210, 120, 0, -20, 2, -20 },    /* to the right */
    { 150, 120, 0, -20, 0, -32 },    /* its place is hidden, and half of itself: upwards */
    { 150, 130, 0, -9, 0, -9 },      /* all of it is hidden */
    { 150, 300, 0, -20, 0, -20 },    /* far off */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double dx = cases[i].dx, dy = cases[i].dy;

      psg_bubble_layout_avoid (&button, 1, cases[i].x, cases[i].y, 10, &dx, &dy);
      g_assert_cmpfloat (dx, ==, cases[i].moved_dx);
      g_assert_cmpfloat (dy, ==, cases[i].moved_dy);
    }
}

/* A place under a card: the bubble's line reaches the card's edge and no further. */
static void
test_stems_end_at_cards (void)
{
  const PsgMapObstacle card = { 0.5, 0.5, { -20, -20, 20, 10 } };
  PsgBubble bubbles[] = { { 0.5, 0.5, 11, 0, 0, 0 }, { 0.25, 0.5, 11, 0, 0, 0 } };

  psg_bubble_layout_place (bubbles, 2, &card, 1, NULL, 0, 8);
  g_assert_cmpfloat (bubbles[0].stem, >, 0);
  g_assert_cmpfloat (bubbles[0].stem, <, 1);
  g_assert_cmpfloat (fabs (bubbles[0].dx) * (1 - bubbles[0].stem), <=, 20.01);
  g_assert_true (fabs (fabs (bubbles[0].dx) * (1 - bubbles[0].stem) - 20) < 0.01 ||
                 fabs (bubbles[0].dy * (1 - bubbles[0].stem) + 20) < 0.01 ||
                 fabs (bubbles[0].dy * (1 - bubbles[0].stem) - 10) < 0.01);
  g_assert_cmpfloat (bubbles[1].stem, ==, 1);
}

static void
test_bubbles_avoid_obstacles (void)
{
  PsgMapObstacle above = { 0.5, 0.5, { -20, -45, 20, -8 } };
  PsgMapObstacle name = { 0.5, 0.5, { 5, -30, 90, 12 } };
  PsgBubble bubbles[] = { { 0.5, 0.5, 11, 0, 0, 0 }, { 0.5, 0.5, 11, 0, 0, 0 } };

  psg_bubble_layout_place (bubbles, 2, &above, 1, &name, 1, 8);
  for (guint i = 0; i < G_N_ELEMENTS (bubbles); i++)
    {
      PsgBox box = { bubbles[i].dx - 11, bubbles[i].dy - 11, bubbles[i].dx + 11, bubbles[i].dy + 11 };

      g_assert_false (psg_box_overlaps (&box, &above.box));
      g_assert_false (psg_box_overlaps (&box, &name.box));
    }
  g_assert_cmpfloat (hypot (bubbles[0].dx - bubbles[1].dx, bubbles[0].dy - bubbles[1].dy), >=, 22);
}

static GArray *
random_points (guint n)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (PsgMapPoint));

  for (guint i = 0; i < n; i++)
    {
      PsgMapPoint point = {
        psg_mercator_x (20 + g_test_rand_int_range (0, 40) * 0.2),
        psg_mercator_y (52 + g_test_rand_int_range (0, 40) * 0.1), i, 1 + i % 6,
      };

      g_array_append_val (points, point);
    }

  return points;
}

static void
test_every_point_is_in_one_cluster (void)
{
  for (double zoom = 5; zoom <= 11; zoom += 1.5)
    {
      g_autoptr (GArray) points = random_points (800);
      g_autoptr (GArray) clusters = psg_map_cluster_points (points, zoom, 30);
      gboolean seen[800] = { FALSE };
      guint n = 0, n_things;

      for (guint i = 0; i < clusters->len; i++)
        {
          const PsgMapCluster *cluster = &g_array_index (clusters, PsgMapCluster, i);

          g_assert_cmpuint (cluster->first, ==, n);
          n += cluster->n;
          n_things = 0;
          for (guint j = cluster->first; j < cluster->first + cluster->n; j++)
            {
              const PsgMapPoint *p = &g_array_index (points, PsgMapPoint, j);

              g_assert_false (seen[p->place]);
              seen[p->place] = TRUE;
              n_things += p->n;
              g_assert_cmpfloat (hypot (p->x - cluster->x, p->y - cluster->y) * psg_mercator_scale (zoom), <=, 30.001);
            }
          g_assert_cmpuint (n_things, ==, cluster->n_things);
        }
      g_assert_cmpuint (n, ==, 800);
    }
}

static void
test_clusters_are_apart (void)
{
  g_autoptr (GArray) points = random_points (500);
  g_autoptr (GArray) clusters = psg_map_cluster_points (points, 7, 30);

  for (guint i = 0; i < clusters->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const PsgMapCluster *a = &g_array_index (clusters, PsgMapCluster, i);
        const PsgMapCluster *b = &g_array_index (clusters, PsgMapCluster, j);

        g_assert_cmpfloat (hypot (a->x - b->x, a->y - b->y) * psg_mercator_scale (7), >, 30);
      }
}

static void
test_nothing_makes_no_clusters (void)
{
  g_autoptr (GArray) points = random_points (0);
  g_autoptr (GArray) clusters = psg_map_cluster_points (points, 7, 30);

  g_assert_cmpuint (clusters->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/box-index/agrees-with-all-pairs", test_index_agrees_with_all_pairs);
  g_test_add_func ("/core/map-layout/labels-never-overlap", test_labels_never_overlap);
  g_test_add_func ("/core/map-layout/the-first-label-wins", test_the_first_label_wins);
  g_test_add_func ("/core/map-layout/zoom-is-quantised-downwards", test_zoom_is_quantised_downwards);
  g_test_add_func ("/core/card-layout/cards-lie-on-nothing-at-any-zoom", test_cards_lie_on_nothing_at_any_zoom);
  g_test_add_func ("/core/card-layout/cards-are-seen-whole", test_cards_are_seen_whole);
  g_test_add_func ("/core/card-layout/signs-stay-where-there-is-room", test_signs_stay_where_there_is_room);
  g_test_add_func ("/core/sign-layout/signs-step-aside", test_signs_step_aside);
  g_test_add_func ("/core/card-layout/signs-keep-their-order", test_signs_keep_their_order);
  g_test_add_func ("/core/card-layout/cards-leave-room-for-names", test_cards_leave_room_for_names);
  g_test_add_func ("/core/card-layout/cards-leave-room-for-the-last-name", test_cards_leave_room_for_the_last_name);
  g_test_add_func ("/core/map-anchor/anchors-are-in-order", test_anchors_are_in_order);
  g_test_add_func ("/core/map-layout/a-country-makes-way", test_a_country_makes_way);
  g_test_add_func ("/core/map-layout/a-steadfast-name-stays", test_a_steadfast_name_stays);
  g_test_add_func ("/core/bubble-layout/moves-out-from-under-what-lies-over",
                   test_bubbles_move_out_from_under_what_lies_over);
  g_test_add_func ("/core/bubble-layout/stems-end-at-cards", test_stems_end_at_cards);
  g_test_add_func ("/core/bubble-layout/avoids-obstacles-and-names", test_bubbles_avoid_obstacles);
  g_test_add_func ("/core/map-cluster/every-point-is-in-one", test_every_point_is_in_one_cluster);
  g_test_add_func ("/core/map-cluster/clusters-are-apart", test_clusters_are_apart);
  g_test_add_func ("/core/map-cluster/nothing-makes-none", test_nothing_makes_no_clusters);

  return g_test_run ();
}
