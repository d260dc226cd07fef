/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-board.h"
#include "psg-event-plan.h"
#include "psg-map-crowd.h"
#include "psg-mercator.h"
#include "psg-place-nearness.h"
#include "psg-place.h"
#include "psg-synthetic-collection.h"

/* What is laid out for a map of very many events, against what each event says for itself. */

#define SEED 0x5eed1234u
#define N_EVENTS (3 * PSG_MAP_CROWD_MANY)
#define ZOOM 8.25
#define WIDTH 1280.0
#define HEIGHT 800.0

typedef struct
{
  PsgCollection *collection;
  PsgRowSet     *rows;
  PsgTimeSpan    span;
  PsgPlaceField *field;
  GArray        *positions;
  GArray        *nothing;   /* PsgMapObstacle */
  GArray        *nearness;
} Fixture;

static void
fixture_set_up (Fixture      *f,
                gconstpointer data)
{
  GPtrArray *places;
  guint n_lanes;

  f->collection = psg_synthetic_collection_new_located (N_EVENTS, SEED);
  f->rows = psg_row_set_new_full (N_EVENTS);
  f->span = psg_synthetic_events_get_span ();
  places = psg_collection_get_places (f->collection);
  n_lanes = psg_collection_get_lanes (f->collection)->len;
  f->positions = psg_place_field_locate (places);
  f->field = psg_place_field_new (places, f->positions,
                                  psg_place_tally_new (psg_collection_get_events (f->collection), f->rows, &f->span,
                                                       places->len, n_lanes), n_lanes);
  f->nothing = g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle));
  f->nearness = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_set_size (f->nearness, places->len);
  psg_place_nearness_measure (psg_collection_get_events (f->collection), f->rows, &f->span, f->span.start,
                              (gint64 *) f->nearness->data, places->len);
}

static void
fixture_tear_down (Fixture      *f,
                   gconstpointer data)
{
  psg_place_field_unref (f->field);
  g_array_unref (f->positions);
  g_array_unref (f->nothing);
  g_array_unref (f->nearness);
  psg_row_set_unref (f->rows);
  g_object_unref (f->collection);
}

static PsgMapProjection
view_at (double latitude,
         double longitude,
         double zoom)
{
  PsgMapProjection view = { .width = WIDTH, .height = HEIGHT };

  psg_map_projection_look (&view, psg_mercator_x (longitude), psg_mercator_y (latitude), zoom, 0);

  return view;
}

static gboolean
is_in (const PsgBox *box,
       double        x,
       double        y)
{
  return x >= box->x0 && x <= box->x1 && y >= box->y0 && y <= box->y1;
}

static PsgEventBoard *
lay_out (Fixture                *f,
         const PsgMapProjection *view,
         double                  margin)
{
  PsgBoardBrief brief = {
    .field = f->field, .obstacles = f->nothing, .names = f->nothing, .nearness = f->nearness, .measured = 1,
    .zoom = ZOOM, .view = *view, .window = psg_map_projection_get_bounds (view, margin),
  };
  PsgEventBoard *board = psg_event_board_new (&brief);

  psg_event_board_lay_out (board);

  return board;
}

/* Everything a bubble says, found out event by event. */
static void
check_bubble (Fixture                *f,
              PsgEventBoard          *board,
              const PsgPlannedBubble *bubble)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (psg_collection_get_events (f->collection));
  GPtrArray *places = psg_collection_get_places (f->collection);
  guint counts[PSG_MAX_LANES + 1] = { 0 }, n = 0;
  gint64 nearest = PSG_NEARNESS_NONE;
  PsgBubbleLook look = { 0 };
  gboolean hollow = TRUE;

  for (guint row = 0; row < columns->n; row++)
    {
      guint place = columns->place[row];

      if (psg_event_board_get_number (board, place) != bubble->number)
        continue;
      n++;
      counts[columns->lane[row]]++;
      hollow &= ((const PsgPlace *) g_ptr_array_index (places, place))->confidence == 'C';
      nearest = MIN (nearest, g_array_index (f->nearness, gint64, place));
    }
  psg_event_bubble_mix (&look, counts, f->field->n_lanes);

  g_assert_cmpuint (bubble->cluster.n_things, ==, n);
  g_assert_cmpmem (bubble->look.shares, sizeof look.shares, look.shares, sizeof look.shares);
  g_assert_cmpint (bubble->look.hollow, ==, hollow);
  g_assert_cmpuint (bubble->look.size, ==, psg_event_bubble_get_size (n));
  g_assert_cmpint (bubble->nearness, ==, nearest);
}

static void
test_bubbles_say_what_each_event_does (Fixture      *f,
                                       gconstpointer data)
{
  PsgMapProjection view = view_at (54.6, 25.4, ZOOM);
  PsgBox window = psg_map_projection_get_bounds (&view, 0);
  g_autoptr (PsgEventBoard) board = lay_out (f, &view, 0);
  GArray *bubbles = psg_event_board_get_bubbles (board);

  g_assert_cmpuint (bubbles->len, >, 50);
  for (guint i = 0; i < bubbles->len; i++)
    {
      g_assert_cmpuint (g_array_index (bubbles, PsgPlannedBubble, i).number, ==, bubbles->len - i);
      check_bubble (f, board, &g_array_index (bubbles, PsgPlannedBubble, i));
    }

  for (guint i = 0; i < f->positions->len; i++)
    {
      PsgPosition at = g_array_index (f->positions, PsgPosition, i);

      if (is_in (&window, at.x, at.y))
        g_assert_cmpuint (psg_event_board_get_number (board, i), >, 0);
    }
  g_assert_cmpuint (psg_event_board_get_number (board, PSG_PLACE_NONE), ==, 0);
}

static const PsgPlannedBubble *
find_bubble (GArray *bubbles,
             double  x,
             double  y)
{
  for (guint i = 0; i < bubbles->len; i++)
    {
      const PsgPlannedBubble *bubble = &g_array_index (bubbles, PsgPlannedBubble, i);

      if (bubble->cluster.x == x && bubble->cluster.y == y)
        return bubble;
    }

  return NULL;
}

/* While the map is panned the window is moved, and nobody should see when. */
static void
test_bubbles_do_not_depend_on_the_window (Fixture      *f,
                                          gconstpointer data)
{
  PsgMapProjection here = view_at (54.6, 25.4, ZOOM), there = here;
  PsgBox seen = psg_map_projection_get_bounds (&here, 0);
  g_autoptr (PsgEventBoard) before = NULL, after = NULL;
  guint n = 0;

  /* Half a view from there is where the next window is laid out. */
  there.x += WIDTH / 2 / there.scale;
  before = lay_out (f, &there, 1);
  after = lay_out (f, &here, 1);
  for (guint i = 0; i < psg_event_board_get_bubbles (after)->len; i++)
    {
      const PsgPlannedBubble *bubble = &g_array_index (psg_event_board_get_bubbles (after), PsgPlannedBubble, i);
      const PsgPlannedBubble *same;

      if (!is_in (&seen, bubble->cluster.x, bubble->cluster.y))
        continue;
      same = find_bubble (psg_event_board_get_bubbles (before), bubble->cluster.x, bubble->cluster.y);
      n++;
      g_assert_nonnull (same);
      g_assert_cmpuint (same->cluster.n_things, ==, bubble->cluster.n_things);
      g_assert_cmpmem (&same->look, sizeof same->look, &bubble->look, sizeof bubble->look);
      g_assert_cmpfloat (same->place.dx, ==, bubble->place.dx);
      g_assert_cmpfloat (same->place.dy, ==, bubble->place.dy);
    }
  g_assert_cmpuint (n, >, 50);
}

static void
count_cb (gpointer user_data)
{
  (*(guint *) user_data)++;
}

/* The former bubbles are shown, and found, until the new ones are there. */
static void
test_former_bubbles_stay_meanwhile (Fixture      *f,
                                    gconstpointer data)
{
  g_autoptr (PsgSession) session = psg_session_new ();
  PsgMapProjection near = view_at (54.6, 25.4, ZOOM), nearer = view_at (54.6, 25.4, ZOOM + PSG_MAP_STEP);
  PsgMapProjection away = view_at (54.6, 35.4, ZOOM);
  g_autoptr (PsgEventPlan) plan = NULL;
  guint n_ready = 0;
  GArray *former;

  psg_session_set_collection (session, f->collection);
  plan = psg_event_plan_new (session, count_cb, &n_ready);
  former = psg_event_plan_get_bubbles (plan, &near);
  g_assert_cmpuint (former->len, >, 0);
  while (n_ready == 0)
    {
      former = psg_event_plan_get_bubbles (plan, &near);
      g_main_context_iteration (NULL, TRUE);
    }

  former = psg_event_plan_get_bubbles (plan, &nearer);
  g_assert_true (psg_event_plan_get_bubbles (plan, &nearer) == former);
  g_assert_cmpuint (psg_event_plan_find_row (plan, 1, 0), !=, PSG_ROW_NONE);
  while (n_ready == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (psg_event_plan_get_bubbles (plan, &nearer) != former);
  g_assert_cmpuint (n_ready, ==, 2);

  /* What would leave the view empty is not waited for; nor does a thread outlive its use. */
  former = psg_event_plan_get_bubbles (plan, &near);
  g_assert_true (psg_event_plan_get_bubbles (plan, &away) != former);
  psg_event_plan_get_bubbles (plan, &near);
  psg_event_plan_forget_events (plan);
  psg_event_plan_get_bubbles (plan, &near);
  g_clear_pointer (&plan, psg_event_plan_free);
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (1000);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (n_ready, ==, 2);
}

/* Former bubbles would stand for events that no longer match, and what is next to them shows the new ones. */
static void
test_other_events_are_there_at_once (Fixture      *f,
                                     gconstpointer data)
{
  g_autoptr (PsgSession) session = psg_session_new ();
  PsgMapProjection view = view_at (54.6, 25.4, ZOOM);
  GPtrArray *lanes = psg_collection_get_lanes (f->collection);
  g_autoptr (PsgEventPlan) plan = NULL;
  g_autoptr (PsgFilter) one = NULL, two = NULL;
  guint n_ready = 0, n_shown = 0;
  GArray *bubbles;

  psg_session_set_collection (session, f->collection);
  plan = psg_event_plan_new (session, count_cb, &n_ready);
  psg_event_plan_get_bubbles (plan, &view);

  one = psg_filter_toggle_lane (psg_session_get_filter (session), ((PsgLane *) lanes->pdata[0])->id);
  two = psg_filter_toggle_lane (one, ((PsgLane *) lanes->pdata[1])->id);
  g_assert_true (psg_session_set_filter (session, two, NULL));
  g_assert_cmpuint (psg_row_set_count (psg_session_get_matches (session)), >, PSG_MAP_CROWD_MANY);
  psg_event_plan_forget_events (plan);

  bubbles = psg_event_plan_get_bubbles (plan, &view);
  for (guint i = 0; i < bubbles->len; i++)
    {
      guint number = g_array_index (bubbles, PsgPlannedBubble, i).number;

      for (guint row = psg_event_plan_find_row (plan, number, 0); row != PSG_ROW_NONE;
           row = psg_event_plan_find_row (plan, number, row + 1))
        n_shown++;
      n_shown -= g_array_index (bubbles, PsgPlannedBubble, i).cluster.n_things;
    }
  g_assert_cmpuint (bubbles->len, >, 50);
  g_assert_cmpuint (n_shown, ==, 0);
  g_assert_cmpuint (n_ready, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/ui/event-board/bubbles-say-what-each-event-does", test_bubbles_say_what_each_event_does);
  ADD ("/ui/event-board/bubbles-do-not-depend-on-the-window", test_bubbles_do_not_depend_on_the_window);
  ADD ("/ui/event-board/former-bubbles-stay-meanwhile", test_former_bubbles_stay_meanwhile);
  ADD ("/ui/event-board/other-events-are-there-at-once", test_other_events_are_there_at_once);
#undef ADD

  return g_test_run ();
}
