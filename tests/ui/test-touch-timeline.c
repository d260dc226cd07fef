/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-touch-fixture.h"

#include <adwaita.h>
#include <math.h>

#include "psg-memory-collection.h"
#include "psg-timeline-view-private.h"
#include "psg-ui.h"

/* The timeline under a person's fingers, on a touchscreen and on a touchpad. */

#define WIDTH 1000
#define HEIGHT 360
/* The middle of a pinch, upon the lanes. */
#define X 600.0
#define Y 120.0
/* Pixels that a date may be off after fingers have moved it. */
#define SLACK 3.0

typedef PsgTouchFixture Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  PsgTimeSpan span = psg_time_span_from_days (psg_day_from_ymd (2020, 7, 1), psg_day_from_ymd (2021, 12, 31));

  f->session = psg_session_new ();
  psg_session_set_collection (f->session, collection);
  psg_session_set_span (f->session, &span);
  psg_touch_fixture_set_up (f, psg_timeline_view_new (f->session), WIDTH, HEIGHT);
}

static PsgTimelineView *
get_view (Fixture *f)
{
  return PSG_TIMELINE_VIEW (f->view);
}

static double
get_days (Fixture *f)
{
  return psg_time_span_get_length (psg_session_get_span (f->session)) / (double) PSG_MINUTES_PER_DAY;
}

/* Which minute is shown there. */
static double
get_minute (Fixture *f,
            double   x)
{
  PsgTimelineModel *model = get_view (f)->model;

  return psg_time_axis_to_minute (psg_timeline_model_get_axis (model), x - psg_timeline_model_get_gutter (model));
}

/* Pixels between where a minute is and where it ought to be. */
static double
get_drift (Fixture *f,
           double   minute,
           double   x)
{
  PsgTimelineModel *model = get_view (f)->model;
  double now = psg_time_axis_to_x (psg_timeline_model_get_axis (model), minute);

  return now + psg_timeline_model_get_gutter (model) - x;
}

#define assert_near(value, expected, slack) g_assert_cmpfloat (fabs ((value) - (expected)), <=, (slack))

/* The middle of an event's mark, in the view's coordinates. */
static void
find_event (Fixture    *f,
            const char *id,
            double     *x,
            double     *y)
{
  PsgTimelineView *view = get_view (f);
  guint row = psg_event_table_find (psg_collection_get_events (psg_session_get_collection (f->session)), id);
  const PsgTimelineMark *mark =
    psg_timeline_layout_find (psg_timeline_canvas_get_layout (PSG_TIMELINE_CANVAS (view->canvas)), row);
  graphene_point_t point;
  float left, right;

  g_assert_nonnull (mark);
  psg_timeline_mark_get_extents (mark, &left, &right);
  g_assert_true (gtk_widget_compute_point (view->canvas, f->view,
                                           &GRAPHENE_POINT_INIT ((left + right) / 2, mark->y), &point));
  *x = point.x + psg_timeline_model_get_gutter (view->model);
  *y = point.y;
}

static void
find_middle (Fixture   *f,
             GtkWidget *part,
             double    *x,
             double    *y)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (part, f->view, &bounds));
  *x = bounds.origin.x + bounds.size.width / 2;
  *y = bounds.origin.y + bounds.size.height / 2;
}

/* Two fingers on the screen */

static void
test_two_fingers_zoom_about_their_middle (Fixture      *f,
                                          gconstpointer data)
{
  double days = get_days (f), minute = get_minute (f, X);

  psg_touch_spread (f, X, Y, 120, 240);
  assert_near (get_days (f) / days, 0.5, 0.02);
  assert_near (get_drift (f, minute, X), 0, SLACK);

  psg_touch_spread (f, X, Y, 240, 120);
  assert_near (get_days (f) / days, 1, 0.04);
  assert_near (get_drift (f, minute, X), 0, SLACK);
  g_assert_cmpuint (psg_session_get_event (f->session), ==, PSG_ROW_NONE);
}

static void
test_two_fingers_take_time_along (Fixture      *f,
                                  gconstpointer data)
{
  double days = get_days (f), minute = get_minute (f, X);

  psg_fingers_press (f->fingers, 0, X - 60, Y);
  psg_fingers_press (f->fingers, 1, X + 60, Y);
  for (guint i = 0; i < 10; i++)
    {
      psg_touch_slide (f, 0, -15, 0, 1);
      psg_touch_slide (f, 1, -15, 0, 1);
    }
  psg_fingers_lift (f->fingers, 0);
  psg_fingers_lift (f->fingers, 1);
  psg_touch_wait (100);

  assert_near (get_days (f) / days, 1, 0.01);
  assert_near (get_drift (f, minute, X - 150), 0, SLACK);
}

static void
test_a_finger_that_drags_can_be_joined (Fixture      *f,
                                        gconstpointer data)
{
  double days = get_days (f);

  psg_fingers_press (f->fingers, 0, X - 60, Y);
  psg_touch_slide (f, 0, 40, 0, 5);
  psg_fingers_press (f->fingers, 1, X + 100, Y);
  psg_touch_slide (f, 1, 120, 0, 8);
  assert_near (get_days (f) / days, 0.5, 0.02);

  /* And left again: what remains is no drag that jumps. */
  psg_fingers_lift (f->fingers, 1);
  psg_touch_wait (100);
  assert_near (get_days (f) / days, 0.5, 0.02);
  psg_fingers_lift (f->fingers, 0);
  psg_touch_wait (100);
}

/* One finger */

static void
test_a_finger_drags_time_along (Fixture      *f,
                                gconstpointer data)
{
  double days = get_days (f), minute = get_minute (f, X);

  psg_touch_drag (f, X, Y, -170, 0);
  assert_near (get_drift (f, minute, X - 170), 0, SLACK);
  assert_near (get_days (f), days, 0.01);
}

static gboolean
has_glided_on (Fixture *f)
{
  double *minute = g_object_get_data (G_OBJECT (f->window), "minute");

  return get_drift (f, *minute, X - 160) < -40;
}

static void
test_what_is_let_go_in_motion_glides_on (Fixture      *f,
                                         gconstpointer data)
{
  double minute = get_minute (f, X), stopped;

  psg_fingers_press (f->fingers, 0, X, Y);
  psg_touch_slide (f, 0, -160, 0, 5);
  psg_fingers_lift (f->fingers, 0);
  g_object_set_data (G_OBJECT (f->window), "minute", &minute);
  psg_touch_wait_until (f, has_glided_on);

  /* Until a finger stops it. */
  psg_fingers_press (f->fingers, 0, X, Y);
  psg_touch_wait (100);
  stopped = get_minute (f, X);
  psg_touch_wait (200);
  assert_near (get_minute (f, X), stopped, 1);
  psg_fingers_lift (f->fingers, 0);
  psg_touch_wait (100);
}

static void
test_a_tap_chooses_an_event (Fixture      *f,
                             gconstpointer data)
{
  double x, y;

  find_event (f, "closure", &x, &y);
  psg_touch_tap (f, x, y);
  g_assert_cmpstr (psg_session_get_event_id (f->session), ==, "closure");
}

static gboolean
is_close (Fixture *f)
{
  return get_days (f) < 200;
}

static void
test_a_double_tap_goes_to_an_event (Fixture      *f,
                                    gconstpointer data)
{
  double x, y;

  find_event (f, "closure", &x, &y);
  psg_touch_tap (f, x, y);
  psg_touch_tap (f, x, y);
  psg_touch_wait_until (f, is_close);
}

/* The parts */

static void
test_a_finger_moves_the_playhead (Fixture      *f,
                                  gconstpointer data)
{
  double minute = get_minute (f, 700), x, y;

  find_middle (f, get_view (f)->ruler, &x, &y);
  psg_touch_drag (f, 500, y, 200, 0);
  assert_near ((double) psg_day_to_minutes (psg_session_get_playhead (f->session)), minute, 3 * PSG_MINUTES_PER_DAY);
}

static void
test_a_finger_moves_the_window_of_the_overview (Fixture      *f,
                                                gconstpointer data)
{
  PsgTimeAxis axis = psg_timeline_overview_get_axis (PSG_TIMELINE_OVERVIEW (get_view (f)->overview));
  PsgTimeSpan before = *psg_session_get_span (f->session);
  double x, y;

  find_middle (f, get_view (f)->overview, &x, &y);
  psg_touch_drag (f, x, y, 60, 0);
  assert_near ((psg_session_get_span (f->session)->start - before.start) * psg_time_axis_get_scale (&axis), 60, SLACK);
  g_assert_cmpint (psg_time_span_get_length (psg_session_get_span (f->session)), ==,
                   psg_time_span_get_length (&before));
}

static void
test_a_finger_moves_an_edge_of_the_overview (Fixture      *f,
                                             gconstpointer data)
{
  PsgTimelineModel *model = get_view (f)->model;
  PsgTimeAxis axis = psg_timeline_overview_get_axis (PSG_TIMELINE_OVERVIEW (get_view (f)->overview));
  PsgTimeSpan before = *psg_session_get_span (f->session);
  double end = psg_timeline_model_get_gutter (model) + psg_time_axis_to_x (&axis, before.end), x, y;

  find_middle (f, get_view (f)->overview, &x, &y);
  /* A finger is blunt: it may come down beside the edge. */
  psg_touch_drag (f, end + 12, y, -100, 0);
  assert_near ((before.end - psg_session_get_span (f->session)->end) * psg_time_axis_get_scale (&axis), 100, SLACK);
  g_assert_cmpint (psg_session_get_span (f->session)->start, ==, before.start);
}

/* Held fingers */

static void
test_a_finger_that_was_held_selects (Fixture      *f,
                                     gconstpointer data)
{
  PsgTimeSpan before = *psg_session_get_span (f->session);
  const char *range;

  psg_touch_hold (f, 500, Y);
  psg_touch_slide (f, 0, 200, 0, 10);
  psg_fingers_lift (f->fingers, 0);
  psg_touch_wait (100);

  range = psg_filter_get_range (psg_session_get_filter (f->session));
  g_assert_nonnull (range);
  g_assert_true (psg_time_span_equal (psg_session_get_span (f->session), &before));
}

static void
test_a_finger_that_was_held_still_selects_nothing (Fixture      *f,
                                                   gconstpointer data)
{
  psg_touch_hold (f, 500, Y);
  psg_fingers_lift (f->fingers, 0);
  psg_touch_wait (100);
  g_assert_null (psg_filter_get_range (psg_session_get_filter (f->session)));

  /* And the next finger drags as ever. */
  test_a_finger_drags_time_along (f, NULL);
  g_assert_null (psg_filter_get_range (psg_session_get_filter (f->session)));
}

static void
test_a_lane_that_is_held_shows_its_menu (Fixture      *f,
                                         gconstpointer data)
{
  double x, y;
  PsgTimelineHeads *heads = PSG_TIMELINE_HEADS (get_view (f)->heads);
  guint lane = psg_timeline_model_get_places (get_view (f)->model)->lanes[0].lane;

  find_middle (f, psg_timeline_heads_get_head (heads, lane), &x, &y);
  psg_touch_hold (f, 60, y);
  g_assert_true (psg_touch_find_menu (GTK_WIDGET (heads)) != NULL);
  psg_fingers_lift (f->fingers, 0);
  psg_touch_wait (100);
  g_assert_true (psg_touch_find_menu (GTK_WIDGET (heads)) != NULL);
  g_assert_cmpint (psg_lane_order_get_state (psg_session_get_lanes (f->session), lane), ==, PSG_LANE_SHOWN);

  /* How it is put away is the toolkit's: 4.18 does not by a tap on X11. */
  gtk_popover_popdown (GTK_POPOVER (psg_touch_find_menu (GTK_WIDGET (heads))));
  psg_touch_wait (300);
}

/* Two fingers on the touchpad */

static void
test_a_pinch_of_the_touchpad_zooms_about_the_pointer (Fixture      *f,
                                                      gconstpointer data)
{
  double days = get_days (f), minute = get_minute (f, X);

  psg_touch_pinch (f, X, Y, 2);
  assert_near (get_days (f) / days, 0.5, 0.02);
  assert_near (get_drift (f, minute, X), 0, SLACK);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "two-fingers/zoom-about-their-middle", test_two_fingers_zoom_about_their_middle },
    { "two-fingers/take-time-along", test_two_fingers_take_time_along },
    { "two-fingers/a-dragging-one-can-be-joined", test_a_finger_that_drags_can_be_joined },
    { "one-finger/drags-time-along", test_a_finger_drags_time_along },
    { "one-finger/glides-on", test_what_is_let_go_in_motion_glides_on },
    { "one-finger/tap-chooses-an-event", test_a_tap_chooses_an_event },
    { "one-finger/double-tap-goes-to-an-event", test_a_double_tap_goes_to_an_event },
    { "parts/playhead", test_a_finger_moves_the_playhead },
    { "parts/overview", test_a_finger_moves_the_window_of_the_overview },
    { "parts/overview-edge", test_a_finger_moves_an_edge_of_the_overview },
    { "held/selects", test_a_finger_that_was_held_selects },
    { "held/still-selects-nothing", test_a_finger_that_was_held_still_selects_nothing },
    { "held/lane-menu", test_a_lane_that_is_held_shows_its_menu },
    { "touchpad/pinch-zooms-about-the-pointer", test_a_pinch_of_the_touchpad_zooms_about_the_pointer },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  psg_ui_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/touch/timeline/", tests[i].path, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, psg_touch_fixture_tear_down);
    }

  return g_test_run ();
}
