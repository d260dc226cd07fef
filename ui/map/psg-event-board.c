/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-board.h"

#include "psg-map-crowd.h"
#include "psg-place-nearness.h"
#include "psg-place.h"

/*
 * Clusters the places of a field, sets the bubbles out and mixes their colours. Knows neither
 * session nor widgets: with very many events it is laid out in a thread.
 */

#define CLUSTER_RADIUS 30.0

struct _PsgEventBoard
{
  PsgBoardBrief brief;
  PsgMapCrowd  *crowd;
  GArray       *numbers;  /* guint32: of its cluster, by place; 0: in none */
  GArray       *bubbles;  /* PsgPlannedBubble, those drawn on top last */
};

static const guint32 *
get_spot (const PsgEventBoard *self,
          const PsgMapCluster *cluster,
          guint                i,
          guint               *n_places)
{
  const PsgMapPoint *spot = &g_array_index (self->crowd->spots, PsgMapPoint, cluster->first + i);

  return psg_map_crowd_get_places (self->crowd, spot->place, n_places);
}

static void
number_places (PsgEventBoard       *self,
               const PsgMapCluster *cluster,
               guint32              number)
{
  for (guint i = 0; i < cluster->n; i++)
    {
      guint n;
      const guint32 *places = get_spot (self, cluster, i, &n);

      for (guint j = 0; j < n; j++)
        g_array_index (self->numbers, guint32, places[j]) = number;
    }
}

/* What is known of where its events happened. */
static void
judge_places (const PsgEventBoard *self,
              PsgPlannedBubble    *bubble)
{
  guint n_places = 0;

  bubble->look.hollow = TRUE;
  /* A sure one among many tells all there is to tell. */
  for (guint i = 0; i < bubble->cluster.n && (bubble->look.hollow || n_places < 2); i++)
    {
      guint n;
      const guint32 *spot = get_spot (self, &bubble->cluster, i, &n);

      for (guint j = 0; j < n && bubble->look.hollow; j++)
        {
          const PsgPlace *place = g_ptr_array_index (self->brief.field->places, spot[j]);

          bubble->look.hollow &= place->confidence == 'C';
          bubble->uncertainty_m = place->precision_m;
        }
      n_places += n;
    }

  if (n_places > 1)
    bubble->uncertainty_m = 0;
}

static void
mix_lanes (const PsgEventBoard *self,
           PsgPlannedBubble    *bubble)
{
  const PsgPlaceField *field = self->brief.field;
  guint counts[PSG_MAX_LANES + 1] = { 0 }, n_lanes = MIN (field->n_lanes, PSG_MAX_LANES);

  for (guint i = 0; i < bubble->cluster.n; i++)
    {
      guint n;
      const guint32 *places = get_spot (self, &bubble->cluster, i, &n);

      for (guint j = 0; j < n; j++)
        {
          const guint32 *at_place = psg_place_tally_get_lanes (field->tally, places[j]);

          for (guint lane = 0; lane < n_lanes; lane++)
            counts[lane] += at_place[lane];
        }
    }

  psg_event_bubble_mix (&bubble->look, counts, n_lanes);
  bubble->look.size = psg_event_bubble_get_size (bubble->cluster.n_things);
}

static void
add_bubble (PsgEventBoard       *self,
            const PsgMapCluster *cluster,
            guint                number,
            const PsgBubble     *place)
{
  PsgPlannedBubble bubble = { .cluster = *cluster, .number = number, .place = *place };

  number_places (self, cluster, number);
  judge_places (self, &bubble);
  mix_lanes (self, &bubble);
  bubble.nearness = psg_event_board_find_nearest (self, cluster, self->brief.nearness);
  bubble.measured = self->brief.measured;
  g_array_append_val (self->bubbles, bubble);
}

static void
place_bubbles (PsgEventBoard *self,
               GArray        *clusters)
{
  const PsgBoardBrief *brief = &self->brief;
  g_autoptr (GArray) obstacles = psg_map_projection_turn_obstacles (&brief->view, brief->obstacles);
  g_autoptr (GArray) names = psg_map_projection_turn_obstacles (&brief->view, brief->names);
  g_autofree PsgBubble *places = g_new0 (PsgBubble, clusters->len + 1);

  for (guint i = 0; i < clusters->len; i++)
    {
      const PsgMapCluster *cluster = &g_array_index (clusters, PsgMapCluster, i);

      places[i].radius = psg_event_bubble_get_radius (cluster->n_things);
      psg_map_projection_turn (&brief->view, cluster->x, cluster->y, &places[i].x, &places[i].y);
    }
  psg_bubble_layout_place (places, clusters->len, (const PsgMapObstacle *) obstacles->data, obstacles->len,
                           (const PsgMapObstacle *) names->data, names->len, brief->zoom);

  /* The most important are placed first and drawn last. */
  for (guint i = clusters->len; i-- > 0;)
    add_bubble (self, &g_array_index (clusters, PsgMapCluster, i), i + 1, &places[i]);
}

/**
 * psg_event_board_new:
 * @brief: what it is to show
 *
 * Returns: (transfer full): a board on which nothing is laid out
 */
PsgEventBoard *
psg_event_board_new (const PsgBoardBrief *brief)
{
  PsgEventBoard *self = g_new0 (PsgEventBoard, 1);

  self->brief = *brief;
  psg_place_field_ref (brief->field);
  g_array_ref (brief->obstacles);
  g_array_ref (brief->names);
  g_array_ref (brief->nearness);
  self->numbers = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->bubbles = g_array_new (FALSE, FALSE, sizeof (PsgPlannedBubble));

  return self;
}

void
psg_event_board_free (PsgEventBoard *self)
{
  psg_place_field_unref (self->brief.field);
  g_array_unref (self->brief.obstacles);
  g_array_unref (self->brief.names);
  g_array_unref (self->brief.nearness);
  g_clear_pointer (&self->crowd, psg_map_crowd_free);
  g_array_unref (self->numbers);
  g_array_unref (self->bubbles);
  g_free (self);
}

/**
 * psg_event_board_lay_out:
 * @self: a board, new
 *
 * May be called in any thread; what the others return is known only then.
 */
void
psg_event_board_lay_out (PsgEventBoard *self)
{
  const PsgBoardBrief *brief = &self->brief;
  g_autoptr (GArray) clusters = NULL;

  g_return_if_fail (self->crowd == NULL);

  g_array_set_size (self->numbers, brief->field->positions->len);
  self->crowd = psg_map_crowd_new (brief->field->points, brief->zoom, &brief->window);
  clusters = psg_map_cluster_points (self->crowd->spots, brief->zoom, CLUSTER_RADIUS);
  place_bubbles (self, clusters);
}

const PsgBoardBrief *
psg_event_board_get_brief (const PsgEventBoard *self)
{
  return &self->brief;
}

/* Returns: (transfer none) (element-type PsgPlannedBubble): the bubbles, those on top last */
GArray *
psg_event_board_get_bubbles (PsgEventBoard *self)
{
  return self->bubbles;
}

/* Returns: the number of the bubble that stands for what happens at a place; 0: none does */
guint
psg_event_board_get_number (const PsgEventBoard *self,
                            guint                place)
{
  return place < self->numbers->len ? g_array_index (self->numbers, guint32, place) : 0;
}

/**
 * psg_event_board_find_nearest:
 * @self: the board
 * @cluster: one of its clusters
 * @nearness: (element-type gint64): by place
 *
 * Returns: the least there is at any of its places
 */
gint64
psg_event_board_find_nearest (const PsgEventBoard *self,
                              const PsgMapCluster *cluster,
                              GArray              *nearness)
{
  gint64 nearest = PSG_NEARNESS_NONE;

  for (guint i = 0; i < cluster->n; i++)
    {
      guint n;
      const guint32 *places = get_spot (self, cluster, i, &n);

      for (guint j = 0; j < n; j++)
        nearest = MIN (nearest, g_array_index (nearness, gint64, places[j]));
    }

  return nearest;
}

/* Whether coming closer would not take it apart. */
gboolean
psg_event_board_is_one_place (const PsgEventBoard *self,
                              const PsgMapCluster *cluster)
{
  PsgPosition first = { 0 };

  for (guint i = 0; i < cluster->n; i++)
    {
      guint n;
      const guint32 *places = get_spot (self, cluster, i, &n);

      for (guint j = 0; j < n; j++)
        {
          PsgPosition at = g_array_index (self->brief.field->positions, PsgPosition, places[j]);

          if (i == 0 && j == 0)
            first = at;
          else if (at.x != first.x || at.y != first.y)
            return FALSE;
        }
    }

  return TRUE;
}
