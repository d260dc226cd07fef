/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-compare.h"

#include <adwaita.h>
#include <math.h>

#include "psg-collection-file.h"
#include "psg-compare-bar.h"
#include "psg-crossing-card.h"
#include "psg-crossing-marker.h"
#include "psg-map-badge.h"
#include "psg-map-info.h"
#include "psg-map-view.h"
#include "psg-timeline-band-draw.h"
#include "psg-ui.h"

/* The bundled collection on one map and on two: that all that tells a crossing's status tells
 * the same, on every day on which one changes. */

#define WIDTH 900
#define HEIGHT 500
/* Of a day in the picture of a strip. */
#define DAY_WIDTH 20
#define STRIP_HEIGHT 12

typedef struct
{
  PsgSession *session;
  GtkWidget  *compare;
  GtkWidget  *window;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgCollectionFile) file = psg_collection_file_open (g_getenv ("PSG_BUNDLED_COLLECTION"), NULL, &error);

  g_assert_no_error (error);
  f->session = psg_session_new ();
  psg_session_set_collection (f->session, PSG_COLLECTION (file));
  f->compare = psg_map_compare_new (f->session);
  f->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (f->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (f->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (f->window), f->compare);
  gtk_window_present (GTK_WINDOW (f->window));
  while (gtk_widget_get_width (f->compare) < 2)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  GtkWidget *compare = g_object_ref (f->compare);

  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (compare);
  g_assert_finalize_object (f->session);
}

static void
draw_some_frames (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 4;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
collect (GtkWidget *root,
         GType      type,
         GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
find_all (GtkWidget *root,
          GType      type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, type, found);

  return found;
}

static PsgCrossingMarker *
find_marker (GtkWidget         *root,
             const PsgCrossing *crossing)
{
  g_autoptr (GPtrArray) markers = find_all (root, PSG_TYPE_CROSSING_MARKER);

  for (guint i = 0; i < markers->len; i++)
    if (psg_crossing_marker_get_crossing (g_ptr_array_index (markers, i)) == crossing)
      return g_ptr_array_index (markers, i);

  g_assert_not_reached ();
}

/* The colour in the middle of the day's part of the strip. */
static guint32
look_at_strip (Fixture           *f,
               const PsgCrossing *crossing,
               PsgDay             day,
               PsgTimelineStyle  *style)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 3 * DAY_WIDTH, STRIP_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PsgTimeSpan seen = psg_time_span_from_days (day - 1, day + 1);
  PsgTimeSpan whole = psg_session_get_bounds (f->session);
  PsgTimeAxis axis = psg_time_axis (&seen, 3 * DAY_WIDTH);
  guint32 pixel;

  psg_timeline_style_from_widget (style, f->compare,
                                  psg_collection_get_lanes (psg_session_get_collection (f->session)));
  psg_timeline_draw_strip (cr, style, crossing, &axis, &whole, STRIP_HEIGHT / 2.0, STRIP_HEIGHT - 2, 1);
  cairo_surface_flush (surface);
  pixel = ((const guint32 *) (const void *) (cairo_image_surface_get_data (surface)
                                             + STRIP_HEIGHT / 2 * cairo_image_surface_get_stride (surface)))
      [3 * DAY_WIDTH / 2];
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return pixel;
}

static void
assert_strip (Fixture           *f,
              const PsgCrossing *crossing,
              PsgDay             day)
{
  PsgStatus status = psg_crossing_get_status_at (crossing, day);
  PsgTimelineStyle style;
  guint32 pixel = look_at_strip (f, crossing, day, &style);

  /* What is not known is hollow. */
  if (status == PSG_STATUS_UNKNOWN)
    {
      g_assert_cmphex (pixel >> 24, <, 0xff);
      return;
    }

  g_assert_cmphex (pixel >> 24, ==, 0xff);
  g_assert_cmpfloat_with_epsilon ((pixel >> 16 & 0xff) / 255.0, style.statuses[status].red, 0.01);
  g_assert_cmpfloat_with_epsilon ((pixel >> 8 & 0xff) / 255.0, style.statuses[status].green, 0.01);
  g_assert_cmpfloat_with_epsilon ((pixel & 0xff) / 255.0, style.statuses[status].blue, 0.01);
}

static GPtrArray *
get_crossings (Fixture *f)
{
  return psg_collection_get_crossings (psg_session_get_collection (f->session));
}

/* The status by the dates as they are written, asking nothing that the views ask. */
static PsgStatus
read_status (const PsgCrossing *crossing,
             PsgDay             day)
{
  PsgStatus status = PSG_STATUS_UNKNOWN;
  guint n = 0;

  for (guint i = 0; i < crossing->intervals->len; i++)
    {
      const PsgStatusInterval *interval = g_ptr_array_index (crossing->intervals, i);

      if (day < psg_edtf_get_earliest (interval->date) || day > psg_edtf_get_latest (interval->date))
        continue;
      status = interval->status;
      n++;
    }

  g_assert_cmpuint (n, <=, 1);

  return status;
}

static void
assert_badge (Fixture   *f,
              GtkWidget *map,
              PsgDay     day)
{
  g_autoptr (GPtrArray) badges = find_all (map, PSG_TYPE_MAP_BADGE);
  g_autofree char *date = psg_day_format_long (day);
  g_autofree char *expected = NULL;
  guint n_closed = 0, n_unknown = 0, n = 0;

  for (guint i = 0; i < get_crossings (f)->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (get_crossings (f), i);

      if (crossing->kind != PSG_CROSSING_ROAD)
        continue;
      n++;
      n_closed += read_status (crossing, day) == PSG_STATUS_CLOSED;
      n_unknown += read_status (crossing, day) == PSG_STATUS_UNKNOWN;
    }

  expected = n_unknown == 0 ? g_strdup_printf ("%u of %u crossings closed", n_closed, n)
                            : g_strdup_printf ("%u of %u crossings closed, %u not known", n_closed, n, n_unknown);
  g_assert_cmpuint (badges->len, ==, 1);
  g_assert_cmpstr (psg_map_badge_get_date (g_ptr_array_index (badges, 0)), ==, date);
  g_assert_cmpstr (psg_map_badge_get_count (g_ptr_array_index (badges, 0)), ==, expected);
}

/* The name and, below it, the state. */
static void
assert_card (GtkWidget         *map,
             const PsgCrossing *crossing,
             PsgDay             day)
{
  g_autoptr (GPtrArray) cards = find_all (map, PSG_TYPE_CROSSING_CARD);
  g_autofree char *expected = psg_crossing_describe_at (crossing, day);

  for (guint i = 0; i < cards->len; i++)
    {
      PsgCrossingCard *card = g_ptr_array_index (cards, i);
      g_autofree char *state = psg_crossing_card_dup_state (card);

      if (psg_crossing_card_get_crossing (card) != crossing)
        continue;
      g_assert_cmpstr (state, ==, expected);
      return;
    }

  g_assert_not_reached ();
}

static void
assert_map (Fixture   *f,
            GtkWidget *map,
            PsgDay     day)
{
  assert_badge (f, map, day);
  for (guint i = 0; i < get_crossings (f)->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (get_crossings (f), i);
      PsgStatus status = read_status (crossing, day);

      g_assert_cmpint (psg_crossing_get_status_at (crossing, day), ==, status);
      g_assert_cmpint (psg_crossing_marker_get_status (find_marker (map, crossing)), ==, status);
      assert_card (map, crossing, day);
    }
}

static void
add_day (Fixture *f,
         GArray  *days,
         PsgDay   day)
{
  PsgTimeSpan bounds = psg_session_get_bounds (f->session);

  if (day >= psg_day_from_minutes (bounds.start) && day <= psg_day_from_minutes (bounds.end - 1))
    g_array_append_val (days, day);
}

/* Each day on which a stretch begins, or nothing is known any more, with the one before and
 * the one after. */
static GArray *
list_days (Fixture *f)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (PsgDay));

  for (guint i = 0; i < get_crossings (f)->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (get_crossings (f), i);

      for (guint j = 0; j < crossing->intervals->len; j++)
        {
          const PsgStatusInterval *interval = g_ptr_array_index (crossing->intervals, j);

          for (int k = -1; k <= 1; k++)
            {
              if (psg_day_is_valid (interval->first))
                add_day (f, days, interval->first + k);
              if (psg_day_is_valid (interval->last))
                add_day (f, days, interval->last + 1 + k);
            }
        }
    }

  g_assert_cmpuint (days->len, >, 120);

  return days;
}

static void
test_every_change_is_told_alike (Fixture      *f,
                                 gconstpointer data)
{
  g_autoptr (GArray) days = list_days (f);

  for (guint i = 0; i < days->len; i++)
    {
      PsgDay day = g_array_index (days, PsgDay, i);

      psg_session_set_playhead (f->session, day);
      assert_map (f, f->compare, day);
      for (guint k = 0; k < get_crossings (f)->len; k++)
        assert_strip (f, g_ptr_array_index (get_crossings (f), k), day);
    }
}

static void
assert_differences (Fixture   *f,
                    GtkWidget *map,
                    PsgDay     a,
                    PsgDay     b)
{
  for (guint i = 0; i < get_crossings (f)->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (get_crossings (f), i);
      PsgStatus one = read_status (crossing, a), other = read_status (crossing, b);
      gboolean differs = one != PSG_STATUS_UNKNOWN && other != PSG_STATUS_UNKNOWN && one != other;

      g_assert_cmpint (psg_crossing_marker_differs (find_marker (map, crossing)), ==, differs);
    }
}

/* On both maps, each change beside the one before. */
static void
test_every_change_is_told_beside_another (Fixture      *f,
                                          gconstpointer data)
{
  g_autoptr (GArray) days = list_days (f);
  g_autoptr (GPtrArray) maps = NULL;

  psg_session_set_compared (f->session, g_array_index (days, PsgDay, 0));
  draw_some_frames ();
  maps = find_all (f->compare, PSG_TYPE_MAP_VIEW);
  g_assert_cmpuint (maps->len, ==, 2);

  for (guint i = 1; i < days->len; i++)
    {
      PsgDay before = g_array_index (days, PsgDay, i - 1), day = g_array_index (days, PsgDay, i);

      psg_session_set_compared (f->session, before);
      psg_session_set_playhead (f->session, day);
      assert_map (f, g_ptr_array_index (maps, 0), before);
      assert_map (f, g_ptr_array_index (maps, 1), day);
      for (guint k = 0; k < maps->len; k++)
        assert_differences (f, g_ptr_array_index (maps, k), before, day);
    }
}

/* The dates of the bar are typed as any other, and change places. */
static void
test_either_date_can_be_typed (Fixture      *f,
                               gconstpointer data)
{
  static const struct { const char *text; const char *left; const char *right; } typed[] = {
    { "18 Aug 2023", "2023-08-18", "2024-12-31" }, { "March 2024", "2023-08-18", "2024-03-01" },
  };
  g_autoptr (GPtrArray) buttons = NULL;

  psg_session_set_playhead (f->session, psg_day_parse_iso ("2024-12-31"));
  psg_session_set_compared (f->session, psg_day_parse_iso ("2020-01-01"));
  draw_some_frames ();
  buttons = find_all (f->compare, GTK_TYPE_MENU_BUTTON);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GPtrArray) entries = NULL;

      gtk_menu_button_popup (g_ptr_array_index (buttons, i));
      draw_some_frames ();
      entries = find_all (g_ptr_array_index (buttons, i), GTK_TYPE_ENTRY);
      g_assert_cmpuint (entries->len, ==, 1);
      gtk_editable_set_text (g_ptr_array_index (entries, 0), typed[i].text);
      g_signal_emit_by_name (g_ptr_array_index (entries, 0), "activate");
      draw_some_frames ();
      g_assert_cmpint (psg_session_get_compared (f->session), ==, psg_day_parse_iso (typed[i].left));
      g_assert_cmpint (psg_session_get_playhead (f->session), ==, psg_day_parse_iso (typed[i].right));
    }
}

static void
assert_same_place (gpointer a,
                   gpointer b)
{
  double latitude[2], longitude[2], zoom[2];

  psg_map_view_get_location (a, &latitude[0], &longitude[0], &zoom[0]);
  psg_map_view_get_location (b, &latitude[1], &longitude[1], &zoom[1]);
  g_assert_cmpfloat_with_epsilon (latitude[0], latitude[1], 1e-6);
  g_assert_cmpfloat_with_epsilon (longitude[0], longitude[1], 1e-6);
  g_assert_cmpfloat_with_epsilon (zoom[0], zoom[1], 1e-6);
}

/* The licences ask for all of them, however narrow half a map is. */
static void
test_credits_are_not_cut (Fixture      *f,
                          gconstpointer data)
{
  g_autoptr (GPtrArray) infos = NULL;
  guint n = 0;

  gtk_window_set_default_size (GTK_WINDOW (f->window), WIDTH / 2, HEIGHT);
  psg_session_set_playhead (f->session, psg_day_parse_iso ("2024-12-31"));
  psg_session_set_compared (f->session, psg_day_parse_iso ("2020-01-01"));
  draw_some_frames ();

  infos = find_all (f->compare, PSG_TYPE_MAP_INFO);
  for (guint i = 0; i < infos->len; i++)
    {
      GtkLabel *credits = psg_map_info_get_credits (g_ptr_array_index (infos, i));
      int width = gtk_widget_get_width (GTK_WIDGET (credits)), needed;

      if (!gtk_widget_get_mapped (GTK_WIDGET (credits)))
        continue;
      n++;
      gtk_widget_measure (GTK_WIDGET (credits), GTK_ORIENTATION_VERTICAL, width, &needed, NULL, NULL, NULL);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (credits)), >=, needed);
      g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (credits)), >, 1);
      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (credits)));
    }

  g_assert_cmpuint (n, ==, 1);
}

static void
test_two_days_stand_side_by_side (Fixture      *f,
                                  gconstpointer data)
{
  GPtrArray *crossings = psg_collection_get_crossings (psg_session_get_collection (f->session));
  PsgDay first = psg_day_parse_iso ("2020-01-01"), last = psg_day_parse_iso ("2024-12-31");
  g_autoptr (GPtrArray) maps = NULL;
  g_autoptr (GPtrArray) bars = NULL;
  g_autofree char *summary = NULL;
  guint n = 0, n_roads = 0;

  psg_session_set_playhead (f->session, last);
  psg_session_set_compared (f->session, first);
  draw_some_frames ();

  maps = find_all (f->compare, PSG_TYPE_MAP_VIEW);
  g_assert_cmpuint (maps->len, ==, 2);
  g_assert_cmpint (gtk_widget_get_width (g_ptr_array_index (maps, 0)), ==,
                   gtk_widget_get_width (g_ptr_array_index (maps, 1)));
  for (guint i = 0; i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);
      PsgCrossingMarker *then = find_marker (g_ptr_array_index (maps, 0), crossing);
      PsgCrossingMarker *now = find_marker (g_ptr_array_index (maps, 1), crossing);
      gboolean differs = psg_crossing_differs (crossing, first, last);

      g_assert_cmpint (psg_crossing_marker_get_status (then), ==, psg_crossing_get_status_at (crossing, first));
      g_assert_cmpint (psg_crossing_marker_get_status (now), ==, psg_crossing_get_status_at (crossing, last));
      g_assert_cmpint (psg_crossing_marker_differs (then), ==, differs);
      g_assert_cmpint (psg_crossing_marker_differs (now), ==, differs);
      n_roads += crossing->kind == PSG_CROSSING_ROAD;
      n += crossing->kind == PSG_CROSSING_ROAD && differs;
    }

  bars = find_all (f->compare, PSG_TYPE_COMPARE_BAR);
  summary = g_strdup_printf ("%u of %u crossings differ", n, n_roads);
  g_assert_cmpstr (psg_compare_bar_get_summary (g_ptr_array_index (bars, 0)), ==, summary);
}

static void
test_both_look_at_the_same_place (Fixture      *f,
                                  gconstpointer data)
{
  g_autoptr (GPtrArray) maps = NULL;

  psg_session_set_compared (f->session, psg_day_parse_iso ("2020-01-01"));
  draw_some_frames ();
  maps = find_all (f->compare, PSG_TYPE_MAP_VIEW);
  assert_same_place (g_ptr_array_index (maps, 0), g_ptr_array_index (maps, 1));

  for (guint i = 0; i < 2; i++)
    {
      psg_map_view_go_to (g_ptr_array_index (maps, i), 54.4 + i * 0.2, 25.1 + i * 0.3, 8.2 + i, FALSE);
      draw_some_frames ();
      assert_same_place (g_ptr_array_index (maps, 0), g_ptr_array_index (maps, 1));
    }
}

static void
test_a_choice_in_either_is_one_in_both (Fixture      *f,
                                        gconstpointer data)
{
  GPtrArray *crossings = psg_collection_get_crossings (psg_session_get_collection (f->session));
  PsgDay day = psg_day_parse_iso ("2021-05-01");
  g_autoptr (GPtrArray) maps = NULL;

  psg_session_set_compared (f->session, day);
  draw_some_frames ();
  maps = find_all (f->compare, PSG_TYPE_MAP_VIEW);
  for (guint i = 0; i < 2; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);

      g_signal_emit_by_name (find_marker (g_ptr_array_index (maps, i), crossing), "activate");
      g_assert_cmpstr (psg_session_get_crossing (f->session), ==, crossing->id);
      g_assert_cmpint (psg_session_get_compared (f->session), ==, day);
      g_assert_cmpint (psg_crossing_marker_get_status (find_marker (g_ptr_array_index (maps, 0), crossing)), ==,
                       psg_crossing_get_status_at (crossing, day));
    }
}

static void
test_one_map_is_left (Fixture      *f,
                      gconstpointer data)
{
  g_autoptr (GPtrArray) maps = NULL;

  for (guint i = 0; i < 3; i++)
    {
      psg_session_set_compared (f->session, psg_day_parse_iso ("2020-01-01"));
      draw_some_frames ();
      psg_session_set_compared (f->session, PSG_DAY_NONE);
      draw_some_frames ();
    }

  maps = find_all (f->compare, PSG_TYPE_MAP_VIEW);
  g_assert_cmpuint (maps->len, ==, 1);
  g_assert_cmpint (gtk_widget_get_width (g_ptr_array_index (maps, 0)), ==, WIDTH);
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

#define ADD(path, function) g_test_add ("/ui/map-compare/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("every-change-is-told-alike", test_every_change_is_told_alike);
  ADD ("every-change-is-told-beside-another", test_every_change_is_told_beside_another);
  ADD ("either-date-can-be-typed", test_either_date_can_be_typed);
  ADD ("credits-are-not-cut", test_credits_are_not_cut);
  ADD ("two-days-stand-side-by-side", test_two_days_stand_side_by_side);
  ADD ("both-look-at-the-same-place", test_both_look_at_the_same_place);
  ADD ("a-choice-in-either-is-one-in-both", test_a_choice_in_either_is_one_in_both);
  ADD ("one-map-is-left", test_one_map_is_left);
#undef ADD

  return g_test_run ();
}
