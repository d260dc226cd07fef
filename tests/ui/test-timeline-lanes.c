/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "psg-memory-collection.h"
#include "psg-timeline-fixture.h"
#include "psg-timeline-heads-private.h"
#include "psg-timeline-lane-list.h"
#include "psg-timeline-legend.h"
#include "psg-timeline-strip-words.h"
#include "psg-ui.h"

/* The lanes by hand: moved, collapsed and hidden; the way back; the legend; and the
 * strips of the crossings by keyboard. */

#define WIDTH PSG_TIMELINE_FIXTURE_WIDTH
#define HEIGHT PSG_TIMELINE_FIXTURE_HEIGHT

typedef PsgTimelineFixture Fixture;

static void
arrange (Fixture    *self,
         const char *text)
{
  g_autoptr (PsgLaneOrder) order = psg_lane_order_parse (text, psg_collection_get_lanes (self->collection));

  psg_session_set_lanes (self->session, order);
  psg_timeline_fixture_allocate (self);
}

static void
assert_order (Fixture    *self,
              const char *expected)
{
  g_assert_cmpstr (psg_lane_order_to_string (psg_session_get_lanes (self->session)), ==, expected);
}

static PsgTimelineHeads *
get_heads (Fixture *self)
{
  return PSG_TIMELINE_HEADS (self->view->heads);
}

static float
get_top (Fixture   *self,
         GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (self->view), &bounds));

  return bounds.origin.y;
}

static int
get_height (Fixture *self,
            guint    lane)
{
  return gtk_widget_get_height (psg_timeline_heads_get_head (get_heads (self), lane));
}

static void
click_head (Fixture *self,
            guint    lane)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (get_heads (self)));
  GtkWidget *head = psg_timeline_heads_get_head (get_heads (self), lane);
  float y = get_top (self, head) - get_top (self, self->view->heads) + 3;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) &&
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
        g_signal_emit_by_name (controller, "released", 1, 20.0, (double) y);
    }
  psg_timeline_fixture_allocate (self);
}

/* The key goes to the head of @lane. */
static void
press_on (Fixture        *self,
          guint           lane,
          guint           keyval,
          GdkModifierType modifiers)
{
  get_heads (self)->current = lane;
  psg_timeline_fixture_press_key (GTK_WIDGET (get_heads (self)), keyval, modifiers);
  psg_timeline_fixture_allocate (self);
}

static guint
count_labels_of (Fixture *self,
                 guint    place)
{
  guint n, found = 0;
  const PsgTimelineLabel *labels = psg_timeline_layout_get_labels (psg_timeline_fixture_get_layout (self), &n);

  for (guint i = 0; i < n; i++)
    found += labels[i].lane == place;

  return found;
}

/* Places */

static void
test_heads_stand_beside_their_lanes (Fixture      *self,
                                     gconstpointer data)
{
  static const char *const orders[] = { "", "people trade border", "-people trade !border", "-border -trade -people" };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      const PsgTimelineLanes *places = psg_timeline_model_get_places (self->view->model);

      arrange (self, orders[i]);
      for (guint k = 0; k < places->n; k++)
        {
          GtkWidget *head = psg_timeline_heads_get_head (get_heads (self), places->lanes[k].lane);

          g_assert_true (gtk_widget_get_visible (head));
          g_assert_cmpfloat (get_top (self, head), ==, get_top (self, self->view->canvas) + places->lanes[k].y);
          g_assert_cmpint (gtk_widget_get_height (head), ==, (int) places->lanes[k].height);
        }
    }
}

static void
test_what_lanes_spare_goes_to_the_others (Fixture      *self,
                                          gconstpointer data)
{
  int before = get_height (self, 0), lanes = gtk_widget_get_height (self->view->canvas);
  float band = get_top (self, self->view->crossings);

  arrange (self, "border -trade people");
  g_assert_cmpint (get_height (self, 0), >, before);
  g_assert_cmpint (get_height (self, 1), ==, (int) PSG_TIMELINE_SLIM);
  arrange (self, "border !trade !people");
  g_assert_cmpint (get_height (self, 0), ==, lanes);
  g_assert_cmpfloat (get_top (self, self->view->crossings), ==, band);
}

static void
test_a_shorter_timeline_is_possible_with_fewer_lanes (Fixture      *self,
                                                      gconstpointer data)
{
  int before, after;

  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_VERTICAL, WIDTH, &before, NULL, NULL, NULL);
  arrange (self, "border !trade -people");
  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_VERTICAL, WIDTH, &after, NULL, NULL, NULL);
  g_assert_cmpint (after, <, before);
}

static void
test_hidden_events_are_not_on_the_timeline_alone (Fixture      *self,
                                                  gconstpointer data)
{
  guint matches = psg_row_set_count (psg_session_get_matches (self->session));

  g_assert_nonnull (psg_timeline_fixture_find_mark (self, "market"));
  arrange (self, "border !trade people");
  g_assert_null (psg_timeline_fixture_find_mark (self, "market"));
  g_assert_nonnull (psg_timeline_fixture_find_mark (self, "closure"));
  g_assert_cmpuint (psg_row_set_count (psg_session_get_matches (self->session)), ==, matches);
}

static void
test_stepping_passes_over_what_is_hidden (Fixture      *self,
                                          gconstpointer data)
{
  static const char *const seen[] = { "treaty", "survey", "fair", "closure" };

  arrange (self, "border !trade people");
  g_assert_true (psg_session_select_event_id (self->session, seen[0], NULL));
  for (guint i = 1; i < G_N_ELEMENTS (seen); i++)
    {
      g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_Right, 0));
      g_assert_cmpstr (psg_session_get_event_id (self->session), ==, seen[i]);
    }
  for (guint i = G_N_ELEMENTS (seen) - 1; i-- > 0;)
    {
      g_assert_true (psg_timeline_fixture_press_key (GTK_WIDGET (self->view), GDK_KEY_Left, 0));
      g_assert_cmpstr (psg_session_get_event_id (self->session), ==, seen[i]);
    }
}

static void
test_a_collapsed_lane_has_small_marks_and_no_titles (Fixture      *self,
                                                     gconstpointer data)
{
  const PsgTimelineMark *mark;

  g_assert_cmpuint (count_labels_of (self, 1), >, 0);
  arrange (self, "border -trade people");
  mark = psg_timeline_fixture_find_mark (self, "market");
  g_assert_nonnull (mark);
  g_assert_cmpfloat (mark->height, <, PSG_TIMELINE_DOT);
  g_assert_cmpuint (count_labels_of (self, 1), ==, 0);
  g_assert_cmpuint (count_labels_of (self, 0), >, 0);

  mark = psg_timeline_fixture_find_mark (self, "reopening");
  g_assert_cmpfloat (mark->height, ==, PSG_TIMELINE_DOT);
}

static void
test_the_chosen_title_is_whole_in_a_strip_at_the_edge (Fixture      *self,
                                                       gconstpointer data)
{
  static const char *const orders[] = { "-trade border people", "border people -trade" };

  g_assert_true (psg_session_select_event_id (self->session, "market", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      const PsgTimelineLabel *pill, *labels;
      guint n;

      arrange (self, orders[i]);
      pill = psg_timeline_layout_get_pill (psg_timeline_fixture_get_layout (self));
      g_assert_nonnull (pill);
      g_assert_cmpfloat (pill->y, >=, 9);
      g_assert_cmpfloat (pill->y, <=, gtk_widget_get_height (self->view->canvas) - 9);

      labels = psg_timeline_layout_get_labels (psg_timeline_fixture_get_layout (self), &n);
      for (guint k = 0; k < n; k++)
        g_assert_true (ABS (labels[k].y - pill->y) >= 14 || labels[k].x >= pill->x + pill->width ||
                       labels[k].x + labels[k].width <= pill->x);
    }
}

/* By hand */

static void
test_a_click_collapses_and_expands (Fixture      *self,
                                    gconstpointer data)
{
  click_head (self, 1);
  assert_order (self, "border -trade people");
  gtk_test_accessible_assert_state (psg_timeline_heads_get_head (get_heads (self), 1), GTK_ACCESSIBLE_STATE_EXPANDED,
                                    FALSE);
  click_head (self, 1);
  assert_order (self, "");
  gtk_test_accessible_assert_state (psg_timeline_heads_get_head (get_heads (self), 1), GTK_ACCESSIBLE_STATE_EXPANDED,
                                    TRUE);
}

static void
test_assistive_tools_can_collapse (Fixture      *self,
                                   gconstpointer data)
{
  g_assert_true (gtk_widget_activate (psg_timeline_heads_get_head (get_heads (self), 2)));
  assert_order (self, "border trade -people");
}

static void
test_keys (Fixture      *self,
           gconstpointer data)
{
  static const struct { const char *before; guint lane, key; GdkModifierType modifiers; const char *after; } cases[] = {
    { "", 0, GDK_KEY_Return, 0, "-border trade people" },
    { "-border trade people", 0, GDK_KEY_space, 0, "" },
    { "", 1, GDK_KEY_Delete, 0, "border !trade people" },
    { "", 1, GDK_KEY_h, 0, "border !trade people" },
    { "", 0, GDK_KEY_Down, GDK_ALT_MASK, "trade border people" },
    { "", 0, GDK_KEY_Up, GDK_ALT_MASK, "" },
    { "", 2, GDK_KEY_Up, GDK_ALT_MASK, "border people trade" },
    { "", 2, GDK_KEY_Down, GDK_ALT_MASK, "" },
    /* Past what is hidden, in one step. */
    { "border !trade people", 0, GDK_KEY_Down, GDK_ALT_MASK, "!trade people border" },
    /* One is left to see. */
    { "!border !trade people", 2, GDK_KEY_Delete, 0, "!border !trade people" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      arrange (self, cases[i].before);
      press_on (self, cases[i].lane, cases[i].key, cases[i].modifiers);
      assert_order (self, cases[i].after);
    }
}

static void
test_a_drop_goes_between_what_is_seen (Fixture      *self,
                                       gconstpointer data)
{
  static const struct { const char *before; guint lane, gap; const char *after; } cases[] = {
    { "", 0, 0, "" },
    { "", 0, 1, "" },
    { "", 0, 2, "trade border people" },
    { "", 0, 3, "trade people border" },
    { "", 2, 0, "people border trade" },
    { "", 2, 1, "border people trade" },
    { "border !trade people", 2, 0, "people border !trade" },
    { "border !trade people", 0, 2, "!trade people border" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      arrange (self, cases[i].before);
      psg_timeline_heads_drop (get_heads (self), cases[i].lane, cases[i].gap);
      assert_order (self, cases[i].after);
    }
}

static void
test_only_this_lane_is_a_filter (Fixture      *self,
                                  gconstpointer data)
{
  static const struct { const char *before; guint lane; const char *after; } cases[] = {
    { "", 1, "lane:trade" },
    { "lane:trade", 1, "" },
    { "lane:trade lane:people wool", 1, "lane:trade wool" },
    { "lane:border crossing:pass", 1, "lane:trade crossing:pass" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsgFilter) filter = psg_filter_parse (cases[i].before);

      g_assert_true (psg_session_set_filter (self->session, filter, NULL));
      get_heads (self)->current = cases[i].lane;
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_heads (self)), "lane.only", NULL));
      g_assert_cmpstr (psg_filter_to_string (psg_session_get_filter (self->session)), ==, cases[i].after);
      assert_order (self, "");
    }
}

static void
test_the_way_back_is_an_action (Fixture      *self,
                                gconstpointer data)
{
  arrange (self, "people -trade !border");
  gtk_widget_activate_action (GTK_WIDGET (get_heads (self)), "lane.show-all", NULL);
  assert_order (self, "people trade border");
  gtk_widget_activate_action (GTK_WIDGET (get_heads (self)), "lane.reset", NULL);
  assert_order (self, "");
}

static void
test_heads_say_what_is_in_view (Fixture      *self,
                                gconstpointer data)
{
  PsgTimeSpan span = psg_time_span_from_days (psg_day_from_ymd (2021, 1, 1), psg_day_from_ymd (2021, 6, 30));

  psg_session_set_span (self->session, &span);
  psg_timeline_heads_describe (get_heads (self));
  gtk_test_accessible_assert_property (psg_timeline_heads_get_head (get_heads (self), 1),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Trade, 1 event in view");
  gtk_test_accessible_assert_role (psg_timeline_heads_get_head (get_heads (self), 1), GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
test_another_collection_has_other_heads (Fixture      *self,
                                         gconstpointer data)
{
  arrange (self, "people -trade !border");
  psg_session_set_collection (self->session, NULL);
  psg_timeline_fixture_allocate (self);
  g_assert_null (psg_timeline_heads_get_head (get_heads (self), 0));
  g_assert_null (psg_timeline_heads_pick (get_heads (self), 10));
  press_on (self, 0, GDK_KEY_Delete, 0);

  psg_session_set_collection (self->session, self->collection);
  psg_timeline_fixture_allocate (self);
  assert_order (self, "");
  g_assert_true (gtk_widget_get_visible (psg_timeline_heads_get_head (get_heads (self), 0)));
}

/* The corner */

static GtkWidget *
find_nth (GtkWidget *widget,
          GType      type,
          guint     *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*n)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      guint      n)
{
  GtkWidget *found = find_nth (widget, type, &n);

  g_assert_nonnull (found);

  return found;
}

static void
test_the_corner_says_what_is_hidden (Fixture      *self,
                                     gconstpointer data)
{
  GtkWidget *corner = GTK_WIDGET (psg_timeline_view_ensure_corner (self->view));
  GtkWidget *button = find (corner, GTK_TYPE_MENU_BUTTON, 0);

  psg_timeline_fixture_allocate (self);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Lanes and legend");
  arrange (self, "border !trade !people");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Lanes and legend (2 lanes hidden)");
  g_assert_null (psg_timeline_corner_get_popover (PSG_TIMELINE_CORNER (corner)));
}

static guint
count_toasts (GtkWidget  *widget,
              const char *text)
{
  guint n = GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_toasts (child, text);

  return n;
}

static void
test_a_choice_in_a_hidden_lane_is_told (Fixture      *self,
                                        gconstpointer data)
{
  static const char told[] = "“Trade” is hidden on the timeline";
  GtkWidget *overlay = g_object_ref_sink (adw_toast_overlay_new ());

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (self->view));
  arrange (self, "border !trade people");
  psg_session_select_event (self->session, psg_timeline_fixture_find_row (self, "closure"));
  g_assert_null (get_heads (self)->toast);

  psg_session_select_event (self->session, psg_timeline_fixture_find_row (self, "market"));
  g_assert_nonnull (get_heads (self)->toast);
  g_assert_cmpuint (count_toasts (overlay, told), ==, 1);

  /* Once, not at every step of the playhead; and no longer than it is so. */
  psg_session_set_playhead (self->session, psg_session_get_playhead (self->session) + 1);
  g_assert_cmpuint (count_toasts (overlay, told), ==, 1);
  arrange (self, "border trade people");
  g_assert_null (get_heads (self)->toast);

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), NULL);
  g_object_unref (overlay);
}

static void
test_the_list_shows_hides_and_moves (Fixture      *self,
                                     gconstpointer data)
{
  GtkWidget *list = g_object_ref_sink (psg_timeline_lane_list_new (self->session));
  GtkWidget *check = find (list, GTK_TYPE_CHECK_BUTTON, 1);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  assert_order (self, "border !trade people");
  arrange (self, "people !trade border");
  g_assert_true (find (list, GTK_TYPE_CHECK_BUTTON, 1) == check);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));

  /* The second row's buttons are the third and fourth. */
  g_signal_emit_by_name (find (list, GTK_TYPE_BUTTON, 2), "clicked");
  assert_order (self, "!trade people border");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  assert_order (self, "trade people border");

  /* Show All and Reset Order come last. */
  g_assert_false (gtk_widget_get_sensitive (find (list, GTK_TYPE_BUTTON, 6)));
  g_signal_emit_by_name (find (list, GTK_TYPE_BUTTON, 7), "clicked");
  assert_order (self, "");

  psg_session_set_collection (self->session, NULL);
  psg_session_set_collection (self->session, self->collection);
  g_assert_finalize_object (GTK_WIDGET (list));
}

static gboolean
timed_out_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
test_every_sign_of_the_legend_is_drawn (Fixture      *self,
                                        gconstpointer data)
{
  GtkWidget *window = gtk_window_new (), *legend = psg_timeline_legend_new (self->view->model);
  gboolean done = FALSE;

  gtk_window_set_child (GTK_WINDOW (window), legend);
  gtk_window_present (GTK_WINDOW (window));
  g_timeout_add (300, timed_out_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < 16; i++)
    {
      GtkWidget *area = find (legend, GTK_TYPE_DRAWING_AREA, i);
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      GskRenderNode *node;

      GTK_WIDGET_GET_CLASS (area)->snapshot (area, snapshot);
      node = gtk_snapshot_free_to_node (snapshot);
      g_assert_nonnull (node);
      gsk_render_node_unref (node);
      gtk_test_accessible_assert_role (area, GTK_ACCESSIBLE_ROLE_PRESENTATION);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

/* The strips */

static void
test_strips_by_keyboard (Fixture      *self,
                         gconstpointer data)
{
  GtkWidget *band = self->view->crossings;
  guint before = psg_session_get_event (self->session);

  psg_session_set_playhead (self->session, psg_day_from_ymd (2020, 3, 1));
  psg_timeline_fixture_press_key (band, GDK_KEY_Right, 0);
  g_assert_cmpint (psg_session_get_playhead (self->session), ==, psg_day_from_ymd (2021, 2, 10));

  /* The second strip is the bridge's, which nothing is known of in June 2020. */
  g_assert_true (psg_timeline_fixture_press_key (band, GDK_KEY_Down, 0));
  psg_timeline_fixture_press_key (band, GDK_KEY_Left, 0);
  g_assert_cmpint (psg_session_get_playhead (self->session), ==, psg_day_from_ymd (2020, 7, 1));
  psg_timeline_fixture_press_key (band, GDK_KEY_Left, 0);
  g_assert_cmpint (psg_session_get_playhead (self->session), ==, psg_day_from_ymd (2020, 6, 1));
  g_assert_null (psg_session_get_crossing (self->session));
  psg_timeline_fixture_press_key (band, GDK_KEY_Return, 0);
  g_assert_cmpstr (psg_session_get_crossing (self->session), ==, "bridge");
  g_assert_cmpint (psg_session_get_playhead (self->session), ==, psg_day_from_ymd (2020, 6, 1));
  g_assert_cmpuint (psg_session_get_event (self->session), ==, before);
}

static void
test_strips_say_all_that_is_known (Fixture      *self,
                                   gconstpointer data)
{
  PsgCrossing *bridge = g_ptr_array_index (psg_timeline_model_get_crossings (self->view->model), 1);
  PsgStatusInterval *closed = g_ptr_array_index (bridge->intervals, 2);
  g_autofree char *markup = NULL, *speech = NULL, *unknown = NULL, *labelled = NULL;

  g_assert_true (gtk_widget_get_focusable (self->view->crossings));
  closed->decided_by = psg_text_new_single ("en", "Both <banks>");
  closed->note = psg_text_new_single ("en", "The day is disputed.");
  closed->confidence = 'C';
  /* It says no more than the status does. */
  closed->label = psg_text_new_single ("en", "closed");
  markup = psg_timeline_strip_get_markup (bridge, psg_day_from_ymd (2021, 5, 5));
  g_assert_true (g_str_has_prefix (markup, "<b>The stone bridge</b>\nClosed since 10 Feb 2021\n"));
  g_assert_nonnull (strstr (markup, "\nThe quarrel\nDecided by: Both &lt;banks&gt;\n<i>The day is disputed.</i>\n"
                                    "How sure: uncertain"));

  speech = psg_timeline_strip_speak (bridge, psg_day_from_ymd (2021, 5, 5));
  g_assert_cmpstr (speech, ==, "bridge on 5 May 2021: Closed since 10 Feb 2021. The quarrel. Decided by: Both <banks>. "
                               "The day is disputed. How sure: uncertain");

  unknown = psg_timeline_strip_get_markup (bridge, psg_day_from_ymd (2020, 6, 15));
  g_assert_cmpstr (unknown, ==, "<b>The stone bridge</b>\nNot known");

  labelled = psg_timeline_strip_speak (bridge, psg_day_from_ymd (2020, 7, 5));
  g_assert_cmpstr (labelled, ==, "bridge on 5 July 2020: Restricted since 1 Jul 2020: goods only. A cracked pier");
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
  g_test_add ("/ui/timeline-lanes/" path, Fixture, NULL, psg_timeline_fixture_set_up, function, \
              psg_timeline_fixture_tear_down)
  ADD ("heads-stand-beside-their-lanes", test_heads_stand_beside_their_lanes);
  ADD ("what-lanes-spare-goes-to-the-others", test_what_lanes_spare_goes_to_the_others);
  ADD ("a-shorter-timeline-is-possible-with-fewer-lanes", test_a_shorter_timeline_is_possible_with_fewer_lanes);
  ADD ("hidden-events-are-not-on-the-timeline-alone", test_hidden_events_are_not_on_the_timeline_alone);
  ADD ("stepping-passes-over-what-is-hidden", test_stepping_passes_over_what_is_hidden);
  ADD ("a-collapsed-lane-has-small-marks-and-no-titles", test_a_collapsed_lane_has_small_marks_and_no_titles);
  ADD ("the-chosen-title-is-whole-in-a-strip-at-the-edge", test_the_chosen_title_is_whole_in_a_strip_at_the_edge);
  ADD ("a-click-collapses-and-expands", test_a_click_collapses_and_expands);
  ADD ("assistive-tools-can-collapse", test_assistive_tools_can_collapse);
  ADD ("keys", test_keys);
  ADD ("a-drop-goes-between-what-is-seen", test_a_drop_goes_between_what_is_seen);
  ADD ("only-this-lane-is-a-filter", test_only_this_lane_is_a_filter);
  ADD ("the-way-back-is-an-action", test_the_way_back_is_an_action);
  ADD ("heads-say-what-is-in-view", test_heads_say_what_is_in_view);
  ADD ("another-collection-has-other-heads", test_another_collection_has_other_heads);
  ADD ("the-corner-says-what-is-hidden", test_the_corner_says_what_is_hidden);
  ADD ("a-choice-in-a-hidden-lane-is-told", test_a_choice_in_a_hidden_lane_is_told);
  ADD ("the-list-shows-hides-and-moves", test_the_list_shows_hides_and_moves);
  ADD ("every-sign-of-the-legend-is-drawn", test_every_sign_of_the_legend_is_drawn);
  ADD ("strips-by-keyboard", test_strips_by_keyboard);
  ADD ("strips-say-all-that-is-known", test_strips_say_all_that_is_known);
#undef ADD

  return g_test_run ();
}
