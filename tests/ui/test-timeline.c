/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "psg-memory-collection.h"
#include "psg-timeline-fixture.h"
#include "psg-timeline-handle.h"
#include "psg-tooltip.h"
#include "psg-ui.h"

/* The timeline without a window: measured, allocated, drawn with cairo, and driven
 * through its controllers and keys. */

#define WIDTH PSG_TIMELINE_FIXTURE_WIDTH
#define HEIGHT PSG_TIMELINE_FIXTURE_HEIGHT

typedef PsgTimelineFixture Fixture;

/* The middle of a mark in the canvas's coordinates. */
static void
get_point (Fixture    *self,
           const char *id,
           double     *x,
           double     *y)
{
  const PsgTimelineMark *mark = psg_timeline_fixture_find_mark (self, id);
  float left, right;

  g_assert_nonnull (mark);
  psg_timeline_mark_get_extents (mark, &left, &right);
  *x = psg_timeline_model_get_gutter (self->view->model) + (left + right) / 2;
  *y = mark->y;
}

static gpointer
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }

  g_assert_not_reached ();
}

static void
click (GtkWidget *widget,
       int        n_press,
       double     x,
       double     y)
{
  g_signal_emit_by_name (find_controller (widget, GTK_TYPE_GESTURE_CLICK), "released", n_press, x, y);
}

static double
get_scale (Fixture *self)
{
  return psg_time_axis_get_scale (psg_timeline_model_get_axis (self->view->model));
}

/* Nothing is mapped, so each part is drawn by hand, in its own coordinates. */
static GskRenderNode *
draw (GtkWidget *part)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (part)->snapshot (part, snapshot);

  return gtk_snapshot_free_to_node (snapshot);
}

static void
draw_all (Fixture *self)
{
  for (GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (self->view));
       part != NULL; part = gtk_widget_get_next_sibling (part))
    {
      GskRenderNode *node = PSG_IS_TIMELINE_HEADS (part) ? NULL : draw (part);

      /* There is no range unless one was set, and there are no notes; the heads draw nothing themselves. */
      g_assert_true (node != NULL || part == self->view->range || part == self->view->notes
                     || PSG_IS_TIMELINE_HEADS (part));
      g_clear_pointer (&node, gsk_render_node_unref);
    }
}

static cairo_surface_t *
paint_node (GskRenderNode *node)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static cairo_surface_t *
paint (GtkWidget *part)
{
  return paint_node (draw (part));
}

/* What lies over the events, in the canvas's coordinates. */
static cairo_surface_t *
paint_cursor (Fixture *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  psg_timeline_canvas_snapshot_cursor (PSG_TIMELINE_CANVAS (self->view->canvas), snapshot);

  return paint_node (gtk_snapshot_free_to_node (snapshot));
}

/* Life */

static void
test_without_session (void)
{
  GtkWidget *view = g_object_ref_sink (psg_timeline_view_new (NULL));

  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (view, 800, 300, -1, NULL);
  g_assert_null (psg_timeline_view_get_session (PSG_TIMELINE_VIEW (view)));
  g_assert_finalize_object (view);
}

static void
test_without_collection (void)
{
  PsgSession *session = psg_session_new ();
  GtkWidget *view = g_object_ref_sink (psg_timeline_view_new (session));

  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (view, 800, 300, -1, NULL);
  g_assert_cmpuint (psg_timeline_canvas_pick (PSG_TIMELINE_CANVAS (PSG_TIMELINE_VIEW (view)->canvas), 300, 40), ==,
                    PSG_ROW_NONE);
  g_assert_finalize_object (view);
  g_assert_finalize_object (session);
}

static void
test_collection_comes_and_goes (Fixture      *self,
                                gconstpointer data)
{
  guint n;

  psg_timeline_layout_get_marks (psg_timeline_fixture_get_layout (self), &n);
  g_assert_cmpuint (n, >, 5);
  psg_session_set_collection (self->session, NULL);
  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_VERTICAL, WIDTH, NULL, NULL, NULL, NULL);
  psg_timeline_layout_get_marks (psg_timeline_fixture_get_layout (self), &n);
  g_assert_cmpuint (n, ==, 0);
  psg_session_set_collection (self->session, self->collection);
  psg_timeline_layout_get_marks (psg_timeline_fixture_get_layout (self), &n);
  g_assert_cmpuint (n, >, 5);
}

static void
test_heights (Fixture      *self,
              gconstpointer data)
{
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_VERTICAL, WIDTH, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <, natural);

  for (int height = minimum; height < 900; height += 61)
    {
      int sum = 0;

      gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_VERTICAL, WIDTH, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (GTK_WIDGET (self->view), WIDTH, height, -1, NULL);
      sum = gtk_widget_get_height (self->view->ruler) + gtk_widget_get_height (self->view->canvas) +
            gtk_widget_get_height (self->view->crossings) + gtk_widget_get_height (self->view->overview);
      if (gtk_widget_get_child_visible (self->view->eras))
        sum += gtk_widget_get_height (self->view->eras);
      g_assert_cmpint (sum, ==, height);
    }
}

/* Where height is short the eras give way; what is left is as without them. */
static void
test_eras_need_room (Fixture      *self,
                     gconstpointer data)
{
  int band = psg_timeline_eras_get_height (PSG_TIMELINE_ERAS (self->view->eras)), minimum;

  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_VERTICAL, WIDTH, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (band, >, 12);

  gtk_widget_allocate (GTK_WIDGET (self->view), WIDTH, minimum + band - 1, -1, NULL);
  g_assert_false (gtk_widget_get_child_visible (self->view->eras));

  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_VERTICAL, WIDTH, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (self->view), WIDTH, minimum + band, -1, NULL);
  g_assert_true (gtk_widget_get_child_visible (self->view->eras));
  g_assert_cmpint (gtk_widget_get_height (self->view->eras), ==, band);
}

static void
test_click_on_an_era_goes_there (Fixture      *self,
                                 gconstpointer data)
{
  const PsgEraLayout *layout = psg_timeline_eras_get_layout (PSG_TIMELINE_ERAS (self->view->eras));
  const PsgEraBox *boxes;
  PsgTimeSpan era, shown;
  guint n;

  boxes = psg_era_layout_get_boxes (layout, &n);
  g_assert_cmpuint (n, ==, 2);
  era = psg_era_layout_get_time (layout, boxes[1].era);

  click (self->view->eras, 1, psg_timeline_model_get_gutter (self->view->model) + boxes[1].label_x + 2, 6);
  shown = *psg_session_get_span (self->session);
  g_assert_cmpint (shown.start, <=, era.start);
  g_assert_cmpint (shown.end, >=, era.end);
  g_assert_cmpint (psg_time_span_get_length (&shown), <, psg_time_span_get_length (&era) * 5 / 4);

  /* It can be undone. */
  g_assert_true (psg_session_get_can_go_to_previous_span (self->session));
}

static void
test_eras_are_described (Fixture      *self,
                         gconstpointer data)
{
  g_autofree char *during = NULL, *after = NULL;

  psg_session_set_playhead (self->session, psg_day_from_ymd (2021, 3, 1));
  during = psg_timeline_eras_describe (PSG_TIMELINE_ERAS (self->view->eras));
  g_assert_cmpstr (during, ==, "Era: The quarrel, 10 February 2021 – 14 September 2022");

  psg_session_set_playhead (self->session, psg_day_from_ymd (2022, 12, 1));
  after = psg_timeline_eras_describe (PSG_TIMELINE_ERAS (self->view->eras));
  g_assert_cmpstr (after, ==, "Eras");
}

/* Following the session */

static void
test_follows_the_span (Fixture      *self,
                       gconstpointer data)
{
  PsgTimeSpan span = psg_time_span_from_days (psg_day_from_ymd (2021, 1, 1), psg_day_from_ymd (2021, 3, 31));
  PsgTimeSpan shown;

  psg_session_set_span (self->session, &span);
  shown = psg_time_axis_get_span (psg_timeline_model_get_axis (self->view->model));
  g_assert_true (psg_time_span_equal (&shown, psg_session_get_span (self->session)));
}

static void
test_follows_the_filter (Fixture      *self,
                         gconstpointer data)
{
  GPtrArray *lanes = psg_collection_get_lanes (self->collection);
  g_autofree char *text = g_strdup_printf ("lane:%s", ((PsgLane *) g_ptr_array_index (lanes, 0))->id);
  g_autoptr (PsgFilter) filter = psg_filter_parse (text);
  const PsgTimelineMark *marks;
  guint n;

  g_assert_true (psg_session_set_filter (self->session, filter, NULL));
  marks = psg_timeline_layout_get_marks (psg_timeline_fixture_get_layout (self), &n);
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (marks[i].lane, ==, 0);
}

static void
test_labels_the_chosen (Fixture      *self,
                        gconstpointer data)
{
  const PsgTimelineLabel *pill;

  g_assert_true (psg_session_select_event_id (self->session, "market", NULL));
  pill = psg_timeline_layout_get_pill (psg_timeline_fixture_get_layout (self));
  g_assert_nonnull (pill);
  g_assert_cmpuint (pill->row, ==, psg_timeline_fixture_find_row (self, "market"));
}

static void
test_kinds_of_date (Fixture      *self,
                    gconstpointer data)
{
  static const struct
  {
    const char *id;
    PsgMarkKind kind;
    guint flags;
  } cases[] = {
    { "market", PSG_MARK_POINT, 0 },
    { "festival", PSG_MARK_POINT, PSG_EVENT_HAS_TIME },
    { "strike", PSG_MARK_RANGE, 0 },
    { "talks", PSG_MARK_RANGE, PSG_EVENT_OPEN_END },
    { "old-road", PSG_MARK_RANGE, PSG_EVENT_UNKNOWN_START },
    { "harvest", PSG_MARK_VAGUE, PSG_EVENT_APPROXIMATE },
    { "rumour", PSG_MARK_VAGUE, PSG_EVENT_UNCERTAIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PsgTimelineMark *mark = psg_timeline_fixture_find_mark (self, cases[i].id);

      g_test_message ("%s", cases[i].id);
      g_assert_nonnull (mark);
      g_assert_cmpuint (mark->kind, ==, cases[i].kind);
      g_assert_cmpuint (mark->flags & cases[i].flags, ==, cases[i].flags);
    }
}

/* Drawing */

static void
test_a_dot_is_drawn_where_it_is_picked (Fixture      *self,
                                        gconstpointer data)
{
  cairo_surface_t *surface = paint (self->view->canvas);
  const PsgTimelineStyle *style = psg_timeline_model_get_style (self->view->model);
  PsgEventTable *events = psg_collection_get_events (self->collection);
  guint lane = psg_event_table_get_columns (events)->lane[psg_timeline_fixture_find_row (self, "reopening")];
  guint32 pixel;
  double x, y;

  get_point (self, "reopening", &x, &y);
  pixel = psg_timeline_fixture_get_pixel (surface, x, y);
  g_assert_cmpint (ABS ((int) (pixel >> 16 & 0xff) - (int) (style->lanes[lane].red * 255)), <=, 3);
  g_assert_cmpint (ABS ((int) (pixel & 0xff) - (int) (style->lanes[lane].blue * 255)), <=, 3);
  g_assert_cmpuint (psg_timeline_canvas_pick (PSG_TIMELINE_CANVAS (self->view->canvas), x, y), ==,
                    psg_timeline_fixture_find_row (self, "reopening"));
  cairo_surface_destroy (surface);
}

/* At the first and the last minute in view it is not hidden under names or in the margin. */
static void
test_the_chosen_event_is_whole_at_the_edges (Fixture      *self,
                                             gconstpointer data)
{
  const PsgTimelineStyle *style = psg_timeline_model_get_style (self->view->model);
  guint row = psg_timeline_fixture_find_row (self, "reopening");
  PsgTimeSpan event = psg_event_table_get_span (psg_collection_get_events (self->collection), row);
  const PsgTimeSpan spans[] = {
    { event.start, event.start + PSG_MINUTES_PER_DAY },
    { event.start - 30 * PSG_MINUTES_PER_DAY, event.start },
  };

  psg_session_select_event (self->session, row);
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      const PsgTimelineMark *mark;
      cairo_surface_t *surface;
      double x;
      guint32 pixel;

      psg_session_set_span (self->session, &spans[i]);
      mark = psg_timeline_layout_get_selected (psg_timeline_fixture_get_layout (self));
      g_assert_nonnull (mark);
      x = psg_timeline_model_get_gutter (self->view->model) + mark->start + (i == 0 ? -3 : 3);
      surface = paint_cursor (self);
      pixel = psg_timeline_fixture_get_pixel (surface, x, mark->y);
      g_assert_cmpint (ABS ((int) (pixel >> 16 & 0xff) - (int) (style->lanes[mark->lane].red * 255)), <=, 3);
      g_assert_cmpint (ABS ((int) (pixel & 0xff) - (int) (style->lanes[mark->lane].blue * 255)), <=, 3);
      cairo_surface_destroy (surface);
    }
}

static void
test_draws_at_every_zoom (Fixture      *self,
                          gconstpointer data)
{
  psg_session_select_event_id (self->session, "talks", NULL);

  for (int i = 0; i < 60; i++)
    {
      psg_timeline_motion_zoom (psg_timeline_model_get_motion (self->view->model), 300 + 5 * i, i < 35 ? 1.3 : 0.7);
      draw_all (self);
    }
}

/* Input */

static void
test_click_chooses (Fixture      *self,
                    gconstpointer data)
{
  double x, y;

  get_point (self, "closure", &x, &y);
  click (self->view->canvas, 1, x, y);
  g_assert_cmpstr (psg_session_get_event_id (self->session), ==, "closure");
}

static void
test_click_beside_chooses_nothing (Fixture      *self,
                                   gconstpointer data)
{
  double x, y;
  guint before = psg_session_get_event (self->session);

  get_point (self, "closure", &x, &y);
  click (self->view->canvas, 1, 10, y);
  g_assert_cmpuint (psg_session_get_event (self->session), ==, before);
}

static void
test_double_click_comes_closer (Fixture      *self,
                                gconstpointer data)
{
  double x, y, before = get_scale (self);

  get_point (self, "closure", &x, &y);
  click (self->view->canvas, 2, x, y);
  g_assert_cmpfloat (get_scale (self), >, 2 * before);
}

static void
test_click_on_a_strip (Fixture      *self,
                       gconstpointer data)
{
  const PsgCrossing *crossing = g_ptr_array_index (psg_timeline_model_get_crossings (self->view->model), 1);
  int height = gtk_widget_get_height (self->view->crossings);
  const PsgTimeAxis *axis = psg_timeline_model_get_axis (self->view->model);
  PsgDay day = psg_day_from_ymd (2021, 5, 5);

  click (self->view->crossings, 1,
         psg_timeline_model_get_gutter (self->view->model) +
             psg_time_axis_to_x (axis, psg_day_to_minutes (day) + 700.0),
         height / 2.0);
  g_assert_cmpstr (psg_session_get_crossing (self->session), ==, crossing->id);
  g_assert_cmpint (ABS (psg_session_get_playhead (self->session) - day), <=, 1);
}

static void
test_rail_crossings_have_no_strip (Fixture      *self,
                                   gconstpointer data)
{
  GPtrArray *crossings = psg_timeline_model_get_crossings (self->view->model);

  g_assert_cmpuint (crossings->len, <, psg_collection_get_crossings (self->collection)->len);
  for (guint i = 0; i < crossings->len; i++)
    g_assert_cmpint (((PsgCrossing *) g_ptr_array_index (crossings, i))->kind, ==, PSG_CROSSING_ROAD);
}

static void
test_zoom_keeps_the_point (Fixture      *self,
                           gconstpointer data)
{
  double before = psg_time_axis_to_minute (psg_timeline_model_get_axis (self->view->model), 400);

  psg_timeline_motion_zoom (psg_timeline_model_get_motion (self->view->model), 400, 2);
  g_assert_cmpfloat (ABS (psg_time_axis_to_minute (psg_timeline_model_get_axis (self->view->model), 400) - before), <,
                     1);
}

static void
test_zoom_ends_at_a_day_and_at_the_bounds (Fixture      *self,
                                           gconstpointer data)
{
  PsgTimeSpan bounds = psg_session_get_bounds (self->session);

  for (int i = 0; i < 40; i++)
    psg_timeline_motion_zoom (psg_timeline_model_get_motion (self->view->model), 500, 2);
  g_assert_cmpint (psg_time_span_get_length (psg_session_get_span (self->session)), ==, PSG_MINUTES_PER_DAY);
  for (int i = 0; i < 40; i++)
    psg_timeline_motion_zoom (psg_timeline_model_get_motion (self->view->model), 500, 0.5);
  g_assert_true (psg_time_span_equal (psg_session_get_span (self->session), &bounds));
}

static void
test_keys (Fixture      *self,
           gconstpointer data)
{
  double scale;
  guint event;
  PsgDay day;
  gint64 start;

  g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_Home, 0));
  g_assert_true (psg_time_span_equal (psg_session_get_span (self->session),
                                      &psg_collection_get_info (self->collection)->span));

  scale = get_scale (self);
  g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_plus, 0));
  g_assert_cmpfloat (get_scale (self), >, scale);
  g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_minus, 0));
  g_assert_cmpfloat (get_scale (self), <, 1.01 * scale);

  psg_session_select_event_id (self->session, "market", NULL);
  event = psg_session_get_event (self->session);
  g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_Right, 0));
  g_assert_cmpuint (psg_session_get_event (self->session), ==, event + 1);
  g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_Left, 0));
  g_assert_cmpuint (psg_session_get_event (self->session), ==, event);

  day = psg_session_get_playhead (self->session);
  g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_Right, GDK_SHIFT_MASK));
  g_assert_cmpint (psg_session_get_playhead (self->session), ==, day + 1);

  g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_plus, 0));
  g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_plus, 0));
  start = psg_session_get_span (self->session)->start;
  g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_Page_Down, 0));
  g_assert_cmpint (psg_session_get_span (self->session)->start, >, start);
  g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_End, 0));
  g_assert_cmpint (psg_session_get_span (self->session)->end, ==, psg_collection_get_info (self->collection)->span.end);
}

/* Through what was looked at, and to what is chosen. */
static void
test_keys_for_views (Fixture      *self,
                     gconstpointer data)
{
  PsgTimeSpan whole = *psg_session_get_span (self->session), there, chosen;

  g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_plus, 0));
  there = *psg_session_get_span (self->session);
  g_assert_false (psg_time_span_equal (&there, &whole));
  g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_BackSpace, 0));
  g_assert_true (psg_time_span_equal (psg_session_get_span (self->session), &whole));
  g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_BackSpace, GDK_SHIFT_MASK));
  g_assert_true (psg_time_span_equal (psg_session_get_span (self->session), &there));

  psg_session_select_event (self->session, 0);
  g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_z, 0));
  g_assert_true (psg_session_get_chosen_span (self->session, &chosen));
  g_assert_cmpint (psg_time_span_get_length (psg_session_get_span (self->session)), ==,
                   psg_time_span_get_length (&chosen));
}

static void
assert_text (Fixture    *self,
             const char *text)
{
  psg_timeline_view_queue_describe (self->view);
  while (self->view->describe_id != 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->view->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, text);
}

static void
assert_says (Fixture    *self,
             const char *id,
             const char *text)
{
  g_assert_true (psg_session_select_event_id (self->session, id, NULL));
  assert_text (self, text);
}

/* What only the drawing would tell of a date is said in words. */
static void
test_says_what_is_chosen (Fixture      *self,
                          gconstpointer data)
{
  assert_says (self, "market", "Event 5 of 12 in view: 1 June 2020, A market opens by the bridge, Trade");
  assert_says (self, "harvest",
               "Event 6 of 12 in view: c. September 2020, approximate, known to the month, A poor harvest, Trade");
  assert_says (self, "rumour",
               "Event 11 of 12 in view: 2022 (uncertain), uncertain, known to the year, "
               "A rumour of a second bridge, People");
}

/* What reaches into view from before it is seen, and so is counted and has its number. */
static void
test_counts_what_reaches_into_view (Fixture      *self,
                                    gconstpointer data)
{
  PsgTimeSpan span = psg_time_span_from_days (psg_day_from_ymd (2021, 4, 1), psg_day_from_ymd (2021, 12, 31));
  g_autoptr (PsgFilter) filter = psg_filter_parse ("festival");

  g_assert_true (psg_session_select_event_id (self->session, "strike", NULL));
  psg_session_set_span (self->session, &span);
  assert_text (self, "Event 1 of 3 in view: 1 March – 15 April 2021, The drivers strike, Trade");
  assert_says (self, "talks", "Event 2 of 3 in view: from 4 October 2021, Talks begin in the hall, The border");

  g_assert_true (psg_session_set_filter (self->session, filter, NULL));
  assert_text (self, "from 4 October 2021, Talks begin in the hall, The border, left out by the filter");
}

static void
test_handle_stays_in_sight (Fixture      *self,
                            gconstpointer data)
{
  PsgTimeSpan span = psg_time_span_from_days (psg_day_from_ymd (2021, 1, 1), psg_day_from_ymd (2021, 3, 31));
  PsgTimelineHandle handle;

  psg_session_set_span (self->session, &span);
  psg_session_set_playhead (self->session, psg_day_from_ymd (2022, 1, 1));
  g_assert_true (psg_timeline_handle_place (&handle, self->view->model));
  g_assert_true (handle.outside);
  g_assert_cmpfloat (handle.x + handle.width, <=, psg_timeline_model_get_axis (self->view->model)->width + 0.5);

  psg_session_set_playhead (self->session, psg_day_from_ymd (2021, 2, 1));
  g_assert_true (psg_timeline_handle_place (&handle, self->view->model));
  g_assert_false (handle.outside);
}

static void
test_lost_file_does_no_harm (Fixture      *self,
                             gconstpointer data)
{
  psg_session_select_event_id (self->session, "market", NULL);
  psg_memory_collection_set_failing (PSG_MEMORY_COLLECTION (self->collection), TRUE);
  draw_all (self);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_tooltips_are_wrapped (void)
{
  static const char *const cases[][2] = {
    { NULL, "" },
    { "Short", "Short" },
    { "Passengers could travel again: Belarus let Lithuanians and Latvians in by land without visas.",
      "Passengers could travel again: Belarus let Lithuanians and\nLatvians in by land without visas." },
    { "Keleiviai vėl galėjo keliauti: Baltarusija įsileido lietuvius žemės keliais",
      "Keleiviai vėl galėjo keliauti: Baltarusija įsileido lietuvius\nžemės keliais" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *wrapped = psg_tooltip_wrap (cases[i][0]);

      g_assert_cmpstr (wrapped, ==, cases[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  psg_ui_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

#define ADD(path, function) \
  g_test_add ("/ui/timeline/" path, Fixture, NULL, psg_timeline_fixture_set_up, function, \
              psg_timeline_fixture_tear_down)
  g_test_add_func ("/ui/tooltip/long-lines-are-wrapped", test_tooltips_are_wrapped);
  g_test_add_func ("/ui/timeline/without-session", test_without_session);
  g_test_add_func ("/ui/timeline/without-collection", test_without_collection);
  ADD ("collection-comes-and-goes", test_collection_comes_and_goes);
  ADD ("heights-add-up", test_heights);
  ADD ("eras-need-room", test_eras_need_room);
  ADD ("click-on-an-era-goes-there", test_click_on_an_era_goes_there);
  ADD ("eras-are-described", test_eras_are_described);
  ADD ("follows-the-span", test_follows_the_span);
  ADD ("follows-the-filter", test_follows_the_filter);
  ADD ("labels-the-chosen-event", test_labels_the_chosen);
  ADD ("kinds-of-date", test_kinds_of_date);
  ADD ("a-dot-is-drawn-where-it-is-picked", test_a_dot_is_drawn_where_it_is_picked);
  ADD ("the-chosen-event-is-whole-at-the-edges", test_the_chosen_event_is_whole_at_the_edges);
  ADD ("draws-at-every-zoom", test_draws_at_every_zoom);
  ADD ("click-chooses-an-event", test_click_chooses);
  ADD ("click-in-the-gutter-chooses-nothing", test_click_beside_chooses_nothing);
  ADD ("double-click-comes-closer", test_double_click_comes_closer);
  ADD ("click-on-a-strip-chooses-crossing-and-day", test_click_on_a_strip);
  ADD ("rail-crossings-have-no-strip", test_rail_crossings_have_no_strip);
  ADD ("zoom-keeps-the-point-under-the-pointer", test_zoom_keeps_the_point);
  ADD ("zoom-ends-at-a-day-and-at-the-bounds", test_zoom_ends_at_a_day_and_at_the_bounds);
  ADD ("keys", test_keys);
  ADD ("keys-for-views", test_keys_for_views);
  ADD ("says-what-is-chosen", test_says_what_is_chosen);
  ADD ("counts-what-reaches-into-view", test_counts_what_reaches_into_view);
  ADD ("handle-stays-in-sight", test_handle_stays_in_sight);
  ADD ("a-lost-file-does-no-harm", test_lost_file_does_no_harm);
#undef ADD

  return g_test_run ();
}
