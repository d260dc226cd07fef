/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-plan.h"

#include <math.h>
#include <string.h>

#include "psg-map-crowd.h"
#include "psg-mercator.h"
#include "psg-palette.h"
#include "psg-place-nearness.h"
#include "psg-place-tally.h"

/*
 * Events are counted by their places, the places clustered and set out. Which events a
 * bubble stands for is found out when somebody asks. With very many places only what is
 * about the view is planned, in a window that is moved when the view comes to its edge.
 */

#define CLUSTER_RADIUS 30.0
/* How far beyond the view the window reaches, as a part of it. */
#define WINDOW_MARGIN 0.25
/* From where to where events fade, as parts of the stretch of time that is shown. */
#define FADE_FROM 0.02
#define FADE_TO 0.3

typedef struct
{
  double x;
  double y;
} Position;

struct _PsgEventPlan
{
  PsgSession    *session;    /* unowned: it belongs to who owns us */
  PsgCollection *collection; /* unowned: only compared, whose positions these are */
  GArray        *obstacles;  /* PsgMapObstacle: what must not be covered */
  GArray        *names;      /* PsgMapObstacle: what had better not be */
  GArray        *positions;  /* Position, by place */
  PsgPlaceTally *tally;
  GArray        *points;     /* PsgMapPoint: places with events */
  PsgMapCrowd   *crowd;
  GArray        *numbers;    /* guint32: of its cluster, by place; 0: in none */
  GArray        *nearness;   /* gint64, by place */
  GArray        *bubbles;    /* PsgPlannedBubble, those drawn on top last */
  double         zoom;
  double         rotation;
  PsgBox         window;     /* worlds */
  gboolean       gathered;
  gboolean       placed;
  gboolean       measured;
  guint          generation; /* of what was measured */
};

static GPtrArray *
get_places (PsgEventPlan *self)
{
  return psg_collection_get_places (psg_session_get_collection (self->session));
}

static void
locate_places (PsgEventPlan *self)
{
  GPtrArray *places = get_places (self);

  if (self->collection == psg_session_get_collection (self->session) && self->positions->len == places->len)
    return;

  self->collection = psg_session_get_collection (self->session);
  g_array_set_size (self->positions, 0);
  for (guint i = 0; i < places->len; i++)
    {
      const PsgPlace *place = g_ptr_array_index (places, i);
      Position at = { psg_mercator_x (place->longitude), psg_mercator_y (place->latitude) };

      g_array_append_val (self->positions, at);
    }
}

static void
gather (PsgEventPlan *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  PsgRowSet *matches = psg_session_get_matches (self->session);

  g_array_set_size (self->points, 0);
  g_array_set_size (self->numbers, 0);
  g_clear_pointer (&self->tally, psg_place_tally_free);
  self->gathered = TRUE;
  self->placed = self->measured = FALSE;
  if (collection == NULL || matches == NULL)
    return;

  locate_places (self);
  self->tally = psg_place_tally_new (psg_collection_get_events (collection), matches,
                                     psg_session_get_span (self->session), self->positions->len,
                                     psg_collection_get_lanes (collection)->len);
  g_array_set_size (self->numbers, self->positions->len);
  g_array_set_size (self->nearness, self->positions->len);
  for (guint i = 0; i < self->positions->len; i++)
    {
      Position at = g_array_index (self->positions, Position, i);
      PsgMapPoint point = { at.x, at.y, i, psg_place_tally_count (self->tally, i) };

      if (point.n > 0)
        g_array_append_val (self->points, point);
    }
}

/* Whether a row is shown, and by which cluster. */
static gboolean
is_in_cluster (PsgEventPlan *self,
               guint         number,
               guint         row)
{
  PsgEventTable *events = psg_collection_get_events (psg_session_get_collection (self->session));
  guint place = psg_event_table_get_columns (events)->place[row];
  PsgTimeSpan when = psg_event_table_get_span (events, row);

  return place < self->numbers->len
         && g_array_index (self->numbers, guint32, place) == number
         && psg_time_span_overlaps (psg_session_get_span (self->session), when.start, when.end)
         && psg_row_set_contains (psg_session_get_matches (self->session), row);
}

static const guint32 *
get_spot (PsgEventPlan        *self,
          const PsgMapCluster *cluster,
          guint                i,
          guint               *n_places)
{
  const PsgMapPoint *spot = &g_array_index (self->crowd->spots, PsgMapPoint, cluster->first + i);

  return psg_map_crowd_get_places (self->crowd, spot->place, n_places);
}

static void
number_places (PsgEventPlan        *self,
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
judge_places (PsgEventPlan     *self,
              PsgPlannedBubble *bubble)
{
  GPtrArray *places = get_places (self);
  guint n_places = 0;

  bubble->hollow = TRUE;
  /* A sure one among many tells all there is to tell. */
  for (guint i = 0; i < bubble->cluster.n && (bubble->hollow || n_places < 2); i++)
    {
      guint n;
      const guint32 *spot = get_spot (self, &bubble->cluster, i, &n);

      for (guint j = 0; j < n && bubble->hollow; j++)
        {
          const PsgPlace *place = g_ptr_array_index (places, spot[j]);

          bubble->hollow &= place->confidence == 'C';
          bubble->uncertainty_m = place->precision_m;
        }
      n_places += n;
    }

  if (n_places > 1)
    bubble->uncertainty_m = 0;
}

static void
place_bubbles (PsgEventPlan           *self,
               const PsgMapProjection *view,
               GArray                 *clusters)
{
  g_autoptr (GArray) obstacles = psg_map_projection_turn_obstacles (view, self->obstacles);
  g_autoptr (GArray) names = psg_map_projection_turn_obstacles (view, self->names);
  g_autofree PsgBubble *places = g_new0 (PsgBubble, clusters->len + 1);
  guint chosen = psg_session_get_event (self->session);

  for (guint i = 0; i < clusters->len; i++)
    {
      const PsgMapCluster *cluster = &g_array_index (clusters, PsgMapCluster, i);

      places[i].radius = psg_event_bubble_get_radius (cluster->n_things);
      psg_map_projection_turn (view, cluster->x, cluster->y, &places[i].x, &places[i].y);
      number_places (self, cluster, i + 1);
    }
  psg_bubble_layout_place (places, clusters->len, (const PsgMapObstacle *) obstacles->data, obstacles->len,
                           (const PsgMapObstacle *) names->data, names->len, self->zoom);

  /* The most important are placed first and drawn last. */
  for (guint i = clusters->len; i-- > 0;)
    {
      PsgPlannedBubble bubble = {
        .cluster = g_array_index (clusters, PsgMapCluster, i), .number = i + 1, .place = places[i],
      };

      bubble.emphasis = chosen != PSG_ROW_NONE && is_in_cluster (self, bubble.number, chosen);
      judge_places (self, &bubble);
      g_array_append_val (self->bubbles, bubble);
    }
}

static gboolean
is_within_window (PsgEventPlan           *self,
                  const PsgMapProjection *view)
{
  PsgBox seen = psg_map_projection_get_bounds (view, 0);

  return self->points->len <= PSG_MAP_CROWD_MANY
         || (seen.x0 >= self->window.x0 && seen.y0 >= self->window.y0
             && seen.x1 <= self->window.x1 && seen.y1 <= self->window.y1);
}

static void
place_if_needed (PsgEventPlan           *self,
                 const PsgMapProjection *view)
{
  double zoom = psg_map_board_quantise (view->zoom);
  g_autoptr (GArray) clusters = NULL;

  if (!self->gathered)
    gather (self);
  if (self->placed && self->zoom == zoom && self->rotation == view->rotation && is_within_window (self, view))
    return;

  g_array_set_size (self->bubbles, 0);
  g_clear_pointer (&self->crowd, psg_map_crowd_free);
  self->zoom = zoom;
  self->rotation = view->rotation;
  self->placed = TRUE;
  self->window = psg_map_projection_get_bounds (view, WINDOW_MARGIN);
  if (self->numbers->len > 0)
    memset (self->numbers->data, 0, self->numbers->len * sizeof (guint32));
  self->crowd = psg_map_crowd_new (self->points, zoom, &self->window);
  clusters = psg_map_cluster_points (self->crowd->spots, zoom, CLUSTER_RADIUS);
  place_bubbles (self, view, clusters);
}

static gint64
find_nearest (PsgEventPlan        *self,
              const PsgMapCluster *cluster)
{
  gint64 nearest = PSG_NEARNESS_NONE;

  for (guint i = 0; i < cluster->n; i++)
    {
      guint n;
      const guint32 *places = get_spot (self, cluster, i, &n);

      for (guint j = 0; j < n; j++)
        nearest = MIN (nearest, g_array_index (self->nearness, gint64, places[j]));
    }

  return nearest;
}

static void
measure_if_needed (PsgEventPlan *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);

  if (self->measured || self->tally == NULL)
    return;

  self->measured = TRUE;
  self->generation++;
  psg_place_nearness_measure (psg_collection_get_events (collection), psg_session_get_matches (self->session),
                              psg_session_get_span (self->session),
                              psg_day_to_minutes (psg_session_get_playhead (self->session)),
                              (gint64 *) self->nearness->data, self->nearness->len);
}

static void
count_lanes (PsgEventPlan        *self,
             const PsgMapCluster *cluster,
             guint               *counts,
             guint                n_lanes)
{
  for (guint i = 0; i < cluster->n; i++)
    {
      guint n;
      const guint32 *places = get_spot (self, cluster, i, &n);

      for (guint j = 0; j < n; j++)
        {
          const guint32 *at_place = psg_place_tally_get_lanes (self->tally, places[j]);

          for (guint lane = 0; lane < n_lanes; lane++)
            counts[lane] += at_place[lane];
        }
    }
}

static guint
get_fade (PsgEventPlan           *self,
          const PsgPlannedBubble *bubble)
{
  double length = MAX (1, psg_time_span_get_length (psg_session_get_span (self->session)));
  double t = CLAMP ((bubble->nearness / length - FADE_FROM) / (FADE_TO - FADE_FROM), 0, 1);

  /* What is chosen does not fade, nor anything for who asked for contrast. */
  if (bubble->emphasis || psg_palette_get_scheme () >= PSG_SCHEME_HIGH_CONTRAST)
    return 0;

  return round (t * (PSG_BUBBLE_FADES - 1));
}

static void
copy_obstacles (GArray *to,
                GArray *from)
{
  g_array_set_size (to, 0);
  if (from->len > 0)
    g_array_append_vals (to, from->data, from->len);
}

/**
 * psg_event_plan_new:
 * @session: whose events; it must outlive the plan
 *
 * Returns: (transfer full): a plan
 */
PsgEventPlan *
psg_event_plan_new (PsgSession *session)
{
  PsgEventPlan *self = g_new0 (PsgEventPlan, 1);

  self->session = session;
  self->obstacles = g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle));
  self->names = g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle));
  self->positions = g_array_new (FALSE, FALSE, sizeof (Position));
  self->points = g_array_new (FALSE, FALSE, sizeof (PsgMapPoint));
  self->numbers = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->nearness = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->bubbles = g_array_new (FALSE, FALSE, sizeof (PsgPlannedBubble));

  return self;
}

void
psg_event_plan_free (PsgEventPlan *self)
{
  g_clear_pointer (&self->tally, psg_place_tally_free);
  g_clear_pointer (&self->crowd, psg_map_crowd_free);
  g_array_unref (self->obstacles);
  g_array_unref (self->names);
  g_array_unref (self->positions);
  g_array_unref (self->points);
  g_array_unref (self->numbers);
  g_array_unref (self->nearness);
  g_array_unref (self->bubbles);
  g_free (self);
}

void
psg_event_plan_set_obstacles (PsgEventPlan *self,
                              GArray       *obstacles,
                              GArray       *names)
{
  copy_obstacles (self->obstacles, obstacles);
  copy_obstacles (self->names, names);
  self->placed = FALSE;
}

/* Another collection. */
void
psg_event_plan_forget_places (PsgEventPlan *self)
{
  self->collection = NULL;
  self->gathered = FALSE;
}

/* Other events, or another span. */
void
psg_event_plan_forget_events (PsgEventPlan *self)
{
  self->gathered = FALSE;
}

/* Another one is chosen. */
void
psg_event_plan_forget_bubbles (PsgEventPlan *self)
{
  self->placed = FALSE;
}

/* The playhead has moved. */
void
psg_event_plan_forget_nearness (PsgEventPlan *self)
{
  self->measured = FALSE;
}

/**
 * psg_event_plan_get_bubbles:
 * @self: the plan
 * @view: what is seen
 *
 * Returns: (transfer none) (element-type PsgPlannedBubble): the bubbles, those on top last
 */
GArray *
psg_event_plan_get_bubbles (PsgEventPlan           *self,
                            const PsgMapProjection *view)
{
  place_if_needed (self, view);
  measure_if_needed (self);

  return self->bubbles;
}

/**
 * psg_event_plan_get_look:
 * @self: the plan
 * @bubble: one of its bubbles
 *
 * Returns: (transfer none): what it looks like now
 */
const PsgBubbleLook *
psg_event_plan_get_look (PsgEventPlan     *self,
                         PsgPlannedBubble *bubble)
{
  guint n_lanes = MIN (psg_collection_get_lanes (psg_session_get_collection (self->session))->len, PSG_MAX_LANES);

  if (!bubble->mixed)
    {
      guint counts[PSG_MAX_LANES + 1] = { 0 };

      count_lanes (self, &bubble->cluster, counts, n_lanes);
      psg_event_bubble_mix (&bubble->look, counts, n_lanes);
      bubble->look.size = psg_event_bubble_get_size (bubble->cluster.n_things);
      bubble->look.hollow = bubble->hollow;
      bubble->look.emphasis = bubble->emphasis;
      bubble->mixed = TRUE;
    }
  if (bubble->measured != self->generation)
    bubble->nearness = find_nearest (self, &bubble->cluster);
  bubble->measured = self->generation;
  bubble->look.fade = get_fade (self, bubble);

  return &bubble->look;
}

/* Whether coming closer would not take it apart. */
gboolean
psg_event_plan_is_one_place (PsgEventPlan           *self,
                             const PsgPlannedBubble *bubble)
{
  Position first = { 0 };

  for (guint i = 0; i < bubble->cluster.n; i++)
    {
      guint n;
      const guint32 *places = get_spot (self, &bubble->cluster, i, &n);

      for (guint j = 0; j < n; j++)
        {
          Position at = g_array_index (self->positions, Position, places[j]);

          if (i == 0 && j == 0)
            first = at;
          else if (at.x != first.x || at.y != first.y)
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * psg_event_plan_find_row:
 * @self: the plan
 * @number: a bubble's number
 * @from: the first row to look at
 *
 * Returns: the first row from @from on that the bubble stands for, or %PSG_ROW_NONE
 */
guint
psg_event_plan_find_row (PsgEventPlan *self,
                         guint         number,
                         guint         from)
{
  PsgRowSet *matches = psg_session_get_matches (self->session);
  guint row = psg_row_set_next (matches, from);

  while (row != PSG_ROW_NONE && !is_in_cluster (self, number, row))
    row = psg_row_set_next (matches, row + 1);

  return row;
}

/* The event after the chosen one, if that is the bubble's; else its first. */
guint
psg_event_plan_next_row (PsgEventPlan *self,
                         guint         number)
{
  guint chosen = psg_session_get_event (self->session);
  guint row = PSG_ROW_NONE;

  if (chosen != PSG_ROW_NONE && is_in_cluster (self, number, chosen))
    row = psg_event_plan_find_row (self, number, chosen + 1);

  return row != PSG_ROW_NONE ? row : psg_event_plan_find_row (self, number, 0);
}
