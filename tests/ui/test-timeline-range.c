/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "psg-memory-collection.h"
#include "psg-timeline-fixture.h"
#include "psg-timeline-handle.h"
#include "psg-timeline-range.h"
#include "psg-ui.h"

/* The range upon a timeline without a window: what keys and edges make of the filter,
 * what is drawn, and what it lets through to the parts below. */

#define WIDTH PSG_TIMELINE_FIXTURE_WIDTH
#define HEIGHT PSG_TIMELINE_FIXTURE_HEIGHT

typedef PsgTimelineFixture Fixture;

static void
set_range (Fixture    *self,
           const char *range)
{
  g_assert_true (psg_session_set_range (self->session, range, PSG_RANGE_POSSIBLY, NULL));
  psg_timeline_fixture_allocate (self);
}

static void
set_span (Fixture    *self,
          const char *first,
          const char *last)
{
  PsgTimeSpan span = psg_time_span_from_days (psg_day_parse_iso (first), psg_day_parse_iso (last));

  psg_session_set_span (self->session, &span);
  psg_timeline_fixture_allocate (self);
}

#define assert_range(self, expected) \
  g_assert_cmpstr (psg_filter_get_range (psg_session_get_filter ((self)->session)), ==, expected)

/* Where a day begins, in the view's coordinates. */
static double
get_x (Fixture    *self,
       const char *day)
{
  return psg_timeline_model_get_gutter (self->view->model) +
         psg_time_axis_to_x (psg_timeline_model_get_axis (self->view->model),
                             (double) psg_day_to_minutes (psg_day_parse_iso (day)));
}

static GtkGesture *
find_drag (GtkWidget          *widget,
           GtkPropagationPhase phase)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller) && gtk_event_controller_get_propagation_phase (controller) == phase)
        return GTK_GESTURE (controller);
    }

  g_assert_not_reached ();
}

static void
begin_drag (GtkGesture *drag,
            double      from,
            double      to)
{
  g_signal_emit_by_name (drag, "drag-begin", from, 60.0);
  g_signal_emit_by_name (drag, "drag-update", to - from, 0.0);
}

static void
end_drag (GtkGesture *drag)
{
  g_signal_emit_by_name (drag, "drag-end", 0.0, 0.0);
}

static void
drag_edge (Fixture    *self,
           const char *from,
           const char *to)
{
  GtkGesture *drag = find_drag (self->view->range, GTK_PHASE_BUBBLE);

  begin_drag (drag, get_x (self, from), get_x (self, to) + 1);
  end_drag (drag);
  psg_timeline_fixture_allocate (self);
}

static GskRenderNode *
draw (Fixture *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (self->view->range)->snapshot (self->view->range, snapshot);

  return gtk_snapshot_free_to_node (snapshot);
}

/* What is not mapped contains nothing; so its own answer is asked for. */
static gboolean
contains (GtkWidget *widget,
          double     x,
          double     y)
{
  return GTK_WIDGET_GET_CLASS (widget)->contains (widget, x, y);
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

static const char *
get_words (Fixture *self)
{
  return gtk_label_get_text (GTK_LABEL (find_widget (self->view->range, GTK_TYPE_LABEL)));
}

/* Keys */

static void
test_brackets_set_the_ends_at_the_playhead (Fixture      *self,
                                            gconstpointer data)
{
  psg_session_set_playhead (self->session, psg_day_parse_iso ("2021-03-03"));
  g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_bracketleft, 0));
  assert_range (self, "2021-03-03/2022-12-31");
  psg_session_set_playhead (self->session, psg_day_parse_iso ("2021-05-11"));
  g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_bracketright, 0));
  assert_range (self, "2021-03-03/2021-05-11");

  /* On the wrong side the other end gives way. */
  psg_session_set_playhead (self->session, psg_day_parse_iso ("2020-02-29"));
  g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_bracketright, 0));
  assert_range (self, "2020-01/2020-02");
}

static void
test_escape_and_backslash_clear (Fixture      *self,
                                 gconstpointer data)
{
  static const guint keys[] = { GDK_KEY_Escape, GDK_KEY_backslash };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      set_range (self, "2021");
      g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), keys[i], 0));
      assert_range (self, NULL);
      /* Then the key is for others. */
      g_assert_false (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), keys[i], 0));
    }
}

/* Edges */

static void
test_an_edge_is_moved_by_whole_days (Fixture      *self,
                                     gconstpointer data)
{
  set_span (self, "2021-01-01", "2021-06-30");
  set_range (self, "2021-03-03/2021-04-11");
  drag_edge (self, "2021-04-12", "2021-05-12");
  assert_range (self, "2021-03-03/2021-05-11");
  drag_edge (self, "2021-03-03", "2021-02-01");
  assert_range (self, "2021-02-01/2021-05-11");
  /* Past the other edge. */
  drag_edge (self, "2021-02-01", "2021-06-01");
  assert_range (self, "2021-05-12/2021-05-31");
  /* Never to nothing. */
  drag_edge (self, "2021-05-12", "2021-06-01");
  assert_range (self, "2021-06-01");
}

static void
test_a_far_view_snaps_to_months (Fixture      *self,
                                 gconstpointer data)
{
  set_range (self, "2021-03-03/2021-04-11");
  drag_edge (self, "2021-04-12", "2021-07-02");
  assert_range (self, "2021-03-03/2021-06-30");
}

static void
test_an_edge_keeps_the_rest_of_the_filter (Fixture      *self,
                                           gconstpointer data)
{
  g_autoptr (PsgFilter) filter = psg_filter_parse ("lane:border certainly:2021-03 after:2020 pass");

  set_span (self, "2021-01-01", "2021-06-30");
  g_assert_true (psg_session_set_filter (self->session, filter, NULL));
  psg_timeline_fixture_allocate (self);
  drag_edge (self, "2021-04-01", "2021-05-01");
  g_assert_cmpstr (psg_filter_to_string (psg_session_get_filter (self->session)), ==,
                   "lane:border certainly:2021-03/2021-04 after:2020 pass");
}

static void
test_a_drag_is_a_draft_until_it_ends (Fixture      *self,
                                      gconstpointer data)
{
  GtkGesture *drag = find_drag (self->view->range, GTK_PHASE_BUBBLE);

  set_span (self, "2021-01-01", "2021-06-30");
  set_range (self, "2021-03");
  begin_drag (drag, get_x (self, "2021-04-01"), get_x (self, "2021-05-01") + 1);
  assert_range (self, "2021-03");
  g_assert_cmpstr (get_words (self), ==, "Mar–Apr 2021 · 61 days · 1 event");

  /* Escape gives it up and leaves the range. */
  g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_Escape, 0));
  end_drag (drag);
  assert_range (self, "2021-03");
  g_assert_cmpstr (get_words (self), ==, "Mar 2021 · 31 days · 1 event");
}

static void
test_a_drag_without_shift_makes_no_range (Fixture      *self,
                                          gconstpointer data)
{
  GtkGesture *drag = find_drag (GTK_WIDGET (self->view), GTK_PHASE_CAPTURE);

  begin_drag (drag, 400, 600);
  end_drag (drag);
  assert_range (self, NULL);
}

/* What is shown */

static void
test_the_words_count_what_is_in_range (Fixture      *self,
                                       gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_first_child (self->view->range)));
  set_range (self, "2022");
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_first_child (self->view->range)));
  g_assert_cmpstr (get_words (self), ==, "2022 · 365 days · 3 events");
  g_assert_true (psg_session_set_range (self->session, "2022", PSG_RANGE_CERTAINLY, NULL));
  g_assert_cmpstr (get_words (self), ==, "2022 · 365 days · 2 events for certain");
  set_range (self, "2022/..");
  g_assert_cmpstr (get_words (self), ==, "from 2022 · 3 events");
}

static void
test_the_button_clears (Fixture      *self,
                        gconstpointer data)
{
  set_range (self, "2022");
  g_signal_emit_by_name (gtk_widget_get_last_child (gtk_widget_get_first_child (self->view->range)), "clicked");
  assert_range (self, NULL);
}

static void
test_the_timeline_keeps_what_lies_around (Fixture      *self,
                                          gconstpointer data)
{
  guint before, after;

  psg_timeline_layout_get_marks (psg_timeline_canvas_get_layout (PSG_TIMELINE_CANVAS (self->view->canvas)), &before);
  set_range (self, "2021-02");
  psg_timeline_layout_get_marks (psg_timeline_canvas_get_layout (PSG_TIMELINE_CANVAS (self->view->canvas)), &after);
  g_assert_cmpuint (before, ==, after);
  g_assert_cmpuint (psg_row_set_count (psg_session_get_matches (self->session)), <, after);
}

static void
test_it_is_hit_at_its_edges_only (Fixture      *self,
                                  gconstpointer data)
{
  GtkWidget *range = self->view->range;
  graphene_rect_t crossings;
  double y;

  g_assert_true (gtk_widget_compute_bounds (self->view->crossings, range, &crossings));
  y = crossings.origin.y + crossings.size.height / 2;
  g_assert_false (contains (range, get_x (self, "2021-03-01"), y));

  set_range (self, "2021-03/2021-08");
  g_assert_true (contains (range, get_x (self, "2021-03-01"), y));
  g_assert_true (contains (range, get_x (self, "2021-09-01") + 3, y));
  g_assert_false (contains (range, get_x (self, "2021-06-01"), y));
  g_assert_false (contains (range, get_x (self, "2021-03-01"), HEIGHT - 4));
}

/* An event upon an edge can still be clicked. */
static void
test_events_come_before_edges (Fixture      *self,
                               gconstpointer data)
{
  PsgTimelineCanvas *canvas = PSG_TIMELINE_CANVAS (self->view->canvas);
  guint row = psg_event_table_find (psg_collection_get_events (self->collection), "closure");
  const PsgTimelineMark *mark;
  graphene_rect_t bounds;

  set_range (self, "2021-02-10/2021-04");
  mark = psg_timeline_layout_find (psg_timeline_canvas_get_layout (canvas), row);
  g_assert_nonnull (mark);
  g_assert_true (gtk_widget_compute_bounds (self->view->canvas, self->view->range, &bounds));
  g_assert_false (contains (self->view->range, get_x (self, "2021-02-10"), bounds.origin.y + mark->y));
}

static void
test_it_draws_nothing_without_a_range (Fixture      *self,
                                       gconstpointer data)
{
  static const char *const ranges[] = { "2021", "2021/..", "../2021", "../..", "1900", "2100", "2021-02-10" };

  g_assert_null (draw (self));
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      GskRenderNode *node;

      set_range (self, ranges[i]);
      node = draw (self);
      g_assert_nonnull (node);
      gsk_render_node_unref (node);
    }
  psg_session_set_collection (self->session, NULL);
  g_assert_null (draw (self));
}

/* What is drawn over the middle of an event: how opaque it is, of 255. */
static guint
get_veil (Fixture    *self,
          const char *id)
{
  const PsgTimelineMark *mark = psg_timeline_fixture_find_mark (self, id);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node = draw (self);
  graphene_rect_t bounds;
  guint alpha;

  g_assert_nonnull (mark);
  g_assert_true (gtk_widget_compute_bounds (self->view->canvas, self->view->range, &bounds));
  gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  alpha = psg_timeline_fixture_get_pixel (surface,
                                          psg_timeline_model_get_gutter (self->view->model) +
                                            (mark->start + mark->end) / 2,
                                          bounds.origin.y + mark->y) >> 24;
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return alpha;
}

static void
test_what_does_not_count_steps_back (Fixture      *self,
                                     gconstpointer data)
{
  guint inside, outside;

  set_range (self, "2021/2022");
  inside = get_veil (self, "rumour");
  outside = get_veil (self, "harvest");
  g_assert_cmpuint (inside, <, 40);
  g_assert_cmpuint (outside, >, 100);

  /* It is doubted: possibly in the range, but never certainly. */
  g_assert_true (psg_session_set_range (self->session, "2021/2022", PSG_RANGE_CERTAINLY, NULL));
  psg_timeline_fixture_allocate (self);
  g_assert_cmpuint (get_veil (self, "rumour"), >, 100);
  g_assert_cmpuint (get_veil (self, "strike"), <, 40);
}

/* The words keep clear of the playhead's handle. */
static void
test_the_words_and_the_handle_keep_apart (Fixture      *self,
                                          gconstpointer data)
{
  GtkWidget *pill = gtk_widget_get_first_child (self->view->range);

  set_range (self, "2021");
  for (PsgDay day = psg_day_from_ymd (2020, 1, 1); day < psg_day_from_ymd (2023, 1, 1); day += 9)
    {
      int gutter = psg_timeline_model_get_gutter (self->view->model);
      PsgTimelineHandle handle;
      graphene_rect_t bounds;

      psg_session_set_playhead (self->session, day);
      psg_timeline_fixture_allocate (self);
      g_assert_true (psg_timeline_handle_place (&handle, self->view->model));
      g_assert_true (gtk_widget_compute_bounds (pill, GTK_WIDGET (self->view), &bounds));
      g_assert_true (bounds.origin.x + bounds.size.width <= gutter + handle.x ||
                     bounds.origin.x >= gutter + handle.x + handle.width);
      g_assert_cmpfloat (bounds.origin.x, >=, gutter);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, WIDTH);
    }
}

static void
add_test (const char *path,
          void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *full = g_strconcat ("/ui/timeline-range/", path, NULL);

  g_test_add (full, Fixture, NULL, psg_timeline_fixture_set_up, test, psg_timeline_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  psg_ui_init ();

  add_test ("brackets-set-the-ends-at-the-playhead", test_brackets_set_the_ends_at_the_playhead);
  add_test ("escape-and-backslash-clear", test_escape_and_backslash_clear);
  add_test ("an-edge-is-moved-by-whole-days", test_an_edge_is_moved_by_whole_days);
  add_test ("a-far-view-snaps-to-months", test_a_far_view_snaps_to_months);
  add_test ("an-edge-keeps-the-rest-of-the-filter", test_an_edge_keeps_the_rest_of_the_filter);
  add_test ("a-drag-is-a-draft-until-it-ends", test_a_drag_is_a_draft_until_it_ends);
  add_test ("a-drag-without-shift-makes-no-range", test_a_drag_without_shift_makes_no_range);
  add_test ("the-words-count-what-is-in-range", test_the_words_count_what_is_in_range);
  add_test ("the-button-clears", test_the_button_clears);
  add_test ("the-timeline-keeps-what-lies-around", test_the_timeline_keeps_what_lies_around);
  add_test ("it-is-hit-at-its-edges-only", test_it_is_hit_at_its_edges_only);
  add_test ("events-come-before-edges", test_events_come_before_edges);
  add_test ("it-draws-nothing-without-a-range", test_it_draws_nothing_without_a_range);
  add_test ("what-does-not-count-steps-back", test_what_does_not_count_steps_back);
  add_test ("the-words-and-the-handle-keep-apart", test_the_words_and_the_handle_keep_apart);

  return g_test_run ();
}
