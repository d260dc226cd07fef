/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "psg-caption-card.h"
#include "psg-memory-collection.h"
#include "psg-notify-counter.h"
#include "psg-playback-captions.h"
#include "psg-ui.h"

/* The player on a session, told of time by hand, and the captions without a window. */

#define FRAME (1 / 60.0)
#define WIDTH 740
#define HEIGHT 490

typedef struct
{
  PsgCollection *collection;
  PsgSession *session;
  GtkWidget *clock;
  PsgPlayer *player;
  GtkWidget *captions;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->collection = psg_memory_collection_new ();
  f->session = psg_session_new ();
  psg_session_set_collection (f->session, f->collection);
  f->clock = g_object_ref_sink (gtk_label_new (NULL));
  f->player = psg_player_new (f->session, f->clock);
  f->captions = g_object_ref_sink (psg_playback_captions_new (f->player));
  gtk_widget_allocate (f->captions, WIDTH, HEIGHT, -1, NULL);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  /* Cards on their way out. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->captions);
  g_assert_finalize_object (f->player);
  g_assert_finalize_object (f->clock);
  g_assert_finalize_object (f->session);
  g_assert_finalize_object (f->collection);
}

static PsgDay
day (const char *text)
{
  return psg_day_parse_iso (text);
}

static void
play (Fixture *f,
      double   seconds)
{
  for (double at = 0; at < seconds; at += FRAME)
    psg_player_advance (f->player, FRAME);
}

static void
play_from (Fixture    *f,
           const char *text,
           double      seconds)
{
  psg_session_set_playhead (f->session, day (text));
  psg_player_set_playing (f->player, TRUE);
  play (f, seconds);
}

static void
assert_playhead (Fixture    *f,
                 const char *expected)
{
  g_autofree char *text = psg_day_format_iso (psg_session_get_playhead (f->session));

  g_assert_cmpstr (text, ==, expected);
}

/* The cards that stand, the highest first. */
static GPtrArray *
get_cards (Fixture *f)
{
  GPtrArray *cards = g_ptr_array_new ();

  gtk_widget_allocate (f->captions, WIDTH, HEIGHT, -1, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (f->captions); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_REVEALER (child) && gtk_revealer_get_reveal_child (GTK_REVEALER (child)))
      g_ptr_array_add (cards, gtk_revealer_get_child (GTK_REVEALER (child)));

  return cards;
}

static guint
count_cards (Fixture *f)
{
  g_autoptr (GPtrArray) cards = get_cards (f);

  return cards->len;
}

/* The player */

static void
test_playing_moves_the_playhead (Fixture      *f,
                                 gconstpointer data)
{
  g_object_set (f->player, "skip-empty", FALSE, "speed", "week", NULL);
  play_from (f, "2020-01-20", 2.02);
  assert_playhead (f, "2020-02-03");

  psg_player_set_playing (f->player, FALSE);
  play (f, 1);
  assert_playhead (f, "2020-02-03");

  psg_player_set_playing (f->player, TRUE);
  play (f, 1);
  assert_playhead (f, "2020-02-10");
}

static void
test_properties_notify_once (Fixture      *f,
                             gconstpointer data)
{
  g_autoptr (PsgNotifyCounter) counter = psg_notify_counter_new (f->player);

  g_object_set (f->player, "speed", "year", "loop", TRUE, "skip-empty", FALSE, "wait", FALSE, "playing", TRUE, NULL);
  psg_assert_notified (counter, "loop playing skip-empty speed wait");
  g_object_set (f->player, "speed", "year", "loop", TRUE, "skip-empty", FALSE, "wait", FALSE, "playing", TRUE, NULL);
  /* There is no such speed. */
  g_object_set (f->player, "speed", "decade", NULL);
  psg_assert_notified (counter, "");
  g_assert_cmpint (psg_player_get_speed (f->player), ==, PSG_PLAYBACK_YEAR);
}

static void
move_playhead (Fixture *f)
{
  psg_session_set_playhead (f->session, day ("2020-03-01"));
}

static void
choose_event (Fixture *f)
{
  psg_session_select_event_id (f->session, "closure", NULL);
}

static void
choose_crossing (Fixture *f)
{
  psg_session_select_crossing (f->session, "pass", NULL);
}

static void
open_document (Fixture *f)
{
  psg_session_open_document (f->session, "charter", NULL, NULL);
}

static void
step (Fixture *f)
{
  psg_session_step_happening (f->session, 1);
}

static void
close_collection (Fixture *f)
{
  psg_session_set_collection (f->session, NULL);
}

static void
test_who_goes_elsewhere_takes_over (Fixture      *f,
                                    gconstpointer data)
{
  static void (*const acts[]) (Fixture *f) = { move_playhead, choose_event, choose_crossing, open_document, step,
                                               close_collection };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      play_from (f, "2020-06-01", 0.1);
      g_assert_true (psg_player_get_playing (f->player));
      g_assert_cmpuint (psg_player_get_captions (f->player)->len, >, 0);
      acts[i] (f);
      g_assert_false (psg_player_get_playing (f->player));
      g_assert_cmpuint (psg_player_get_captions (f->player)->len, ==, 0);
      psg_session_select_event (f->session, PSG_ROW_NONE);
    }
}

static void
test_without_a_collection_nothing_plays (Fixture      *f,
                                         gconstpointer data)
{
  psg_session_set_collection (f->session, NULL);
  psg_player_set_playing (f->player, TRUE);
  g_assert_false (psg_player_get_playing (f->player));
}

static void
test_a_filter_does_not_stop_it (Fixture      *f,
                                gconstpointer data)
{
  g_autoptr (PsgFilter) filter = psg_filter_parse ("festival");

  play_from (f, "2021-02-01", 0.1);
  g_assert_true (psg_session_set_filter (f->session, filter, NULL));
  g_assert_true (psg_player_get_playing (f->player));
}

static void
test_it_begins_again_after_the_end (Fixture      *f,
                                    gconstpointer data)
{
  g_object_set (f->player, "speed", "year", NULL);
  play_from (f, "2022-12-01", 3);
  g_assert_false (psg_player_get_playing (f->player));
  assert_playhead (f, "2022-12-31");

  psg_player_set_playing (f->player, TRUE);
  assert_playhead (f, "2020-01-01");
}

static void
test_the_playhead_stays_in_sight (Fixture      *f,
                                  gconstpointer data)
{
  PsgTimeSpan span = psg_time_span_from_days (day ("2020-01-01"), day ("2020-01-31"));
  PsgTimeSpan elsewhere = psg_time_span_from_days (day ("2022-01-01"), day ("2022-12-31"));
  gint64 minute;

  psg_session_set_span (f->session, &span);
  psg_session_set_playhead (f->session, day ("2021-08-01"));
  g_object_set (f->player, "skip-empty", FALSE, NULL);

  /* It is where it plays. */
  psg_player_set_playing (f->player, TRUE);
  span = *psg_session_get_span (f->session);
  minute = psg_day_to_minutes (day ("2021-08-01"));
  g_assert_true (psg_time_span_contains (&span, minute));
  /* Near its left, with room for some seconds. */
  g_assert_cmpfloat (minute - span.start, <, psg_time_span_get_length (&span) / 10.0);
  g_assert_cmpfloat (span.end - minute, >, 2 * psg_playback_speed_get_minutes (PSG_PLAYBACK_MONTH));

  /* The page turns when it has run off it, not before. */
  play (f, 2);
  g_assert_true (psg_time_span_equal (&span, psg_session_get_span (f->session)));
  play (f, 3);
  g_assert_false (psg_time_span_equal (&span, psg_session_get_span (f->session)));

  /* Who looks elsewhere is left alone. */
  psg_session_set_span (f->session, &elsewhere);
  play_from (f, "2020-03-02", 0);
  psg_session_set_span (f->session, &elsewhere);
  elsewhere = *psg_session_get_span (f->session);
  play (f, 2);
  g_assert_true (psg_player_get_playing (f->player));
  g_assert_true (psg_time_span_equal (&elsewhere, psg_session_get_span (f->session)));
}

static void
test_a_run_is_one_step_of_the_way_back (Fixture      *f,
                                        gconstpointer data)
{
  PsgTimeSpan span = psg_time_span_from_days (day ("2020-01-01"), day ("2020-03-31"));
  PsgTimeSpan paged;

  psg_session_jump_to_span (f->session, &span);
  span = *psg_session_get_span (f->session);
  g_object_set (f->player, "skip-empty", FALSE, "wait", FALSE, "speed", "quarter", NULL);
  play_from (f, "2020-02-01", 2);
  paged = *psg_session_get_span (f->session);
  play (f, 4);
  g_assert_false (psg_time_span_equal (&paged, psg_session_get_span (f->session)));

  psg_session_go_previous_span (f->session);
  g_assert_true (psg_time_span_equal (&span, psg_session_get_span (f->session)));
}

static void
test_a_range_is_played_from_end_to_end (Fixture      *f,
                                        gconstpointer data)
{
  g_object_set (f->player, "skip-empty", FALSE, "wait", FALSE, NULL);
  psg_session_set_range (f->session, "2021-01/2021-02", PSG_RANGE_POSSIBLY, NULL);

  /* From its beginning, if the playhead is outside. */
  play_from (f, "2022-05-01", 0);
  assert_playhead (f, "2021-01-01");
  /* What happened before is not passed on the way there; the ford opens on the very day. */
  play (f, 0.1);
  g_assert_cmpuint (count_cards (f), ==, 1);
  play (f, 20);
  g_assert_false (psg_player_get_playing (f->player));
  assert_playhead (f, "2021-02-28");
  psg_player_set_playing (f->player, TRUE);
  assert_playhead (f, "2021-01-01");

  /* Another is gone to at once, be it earlier or later. */
  psg_session_set_range (f->session, "2020-02/2020-03", PSG_RANGE_POSSIBLY, NULL);
  play (f, 0.1);
  g_assert_true (psg_player_get_playing (f->player));
  g_assert_cmpint (psg_session_get_playhead (f->session), <, day ("2020-02-15"));
  g_assert_cmpint (psg_session_get_playhead (f->session), >=, day ("2020-02-01"));
}

/* Captions */

static void
test_what_happens_gets_a_card (Fixture      *f,
                               gconstpointer data)
{
  g_assert_cmpuint (count_cards (f), ==, 0);
  play_from (f, "2021-02-10", 0.1);
  g_assert_cmpuint (count_cards (f), ==, 1);
  gtk_test_accessible_assert_property (f->captions, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "10 February 2021, The pass is closed and the bridge with it, "
                                       "pass, bridge: closed");
}

static void
test_cards_go_when_they_are_read (Fixture      *f,
                                  gconstpointer data)
{
  g_object_set (f->player, "speed", "day", "skip-empty", FALSE, NULL);
  play_from (f, "2021-07-10", 0.1);
  g_assert_cmpuint (count_cards (f), ==, 1);
  play (f, 8);
  g_assert_cmpuint (count_cards (f), ==, 0);
}

static void
test_cards_stay_while_it_is_paused (Fixture      *f,
                                    gconstpointer data)
{
  play_from (f, "2021-07-10", 0.1);
  psg_player_set_playing (f->player, FALSE);
  play (f, 20);
  g_assert_cmpuint (count_cards (f), ==, 1);
}

static void
test_cards_go_when_something_else_is_asked (Fixture      *f,
                                            gconstpointer data)
{
  g_autoptr (PsgFilter) filter = psg_filter_parse ("during:2020");

  play_from (f, "2021-07-10", 0.1);
  psg_player_set_playing (f->player, FALSE);
  g_assert_true (psg_session_set_filter (f->session, filter, NULL));
  g_assert_cmpuint (count_cards (f), ==, 0);
}

static void
test_the_more_important_is_higher (Fixture      *f,
                                   gconstpointer data)
{
  g_autoptr (GPtrArray) cards = NULL;
  graphene_rect_t first, second;

  play_from (f, "2020-06-01", 0.1);
  cards = get_cards (f);
  g_assert_cmpuint (cards->len, ==, 3);
  gtk_test_accessible_assert_property (g_ptr_array_index (cards, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1 Jun 2020, bridge: status not known");
  gtk_test_accessible_assert_property (g_ptr_array_index (cards, 1), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1 June 2020, A market opens by the bridge");
  g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (cards, 0), f->captions, &first));
  g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (cards, 1), f->captions, &second));
  g_assert_cmpfloat (second.origin.y, >=, first.origin.y + first.size.height);
  g_assert_cmpfloat (first.origin.x, ==, second.origin.x);
}

static void
test_a_newer_card_is_higher (Fixture      *f,
                             gconstpointer data)
{
  g_autoptr (GPtrArray) cards = NULL;

  play_from (f, "2021-02-10", 1.5);
  cards = get_cards (f);
  g_assert_cmpuint (cards->len, ==, 2);
  gtk_test_accessible_assert_property (g_ptr_array_index (cards, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1 March – 15 April 2021, The drivers strike");
}

static const struct
{
  const char *day;
  const char *event;
  const char *crossing;
} chosen[] = {
  { "2021-07-10", "festival", NULL },
  { "2021-02-10", "closure", NULL },
  { "2022-05-01", NULL, "ford" },
};

static void
test_choosing_a_card_stops_and_chooses (Fixture      *f,
                                        gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    {
      g_autoptr (GPtrArray) cards = NULL;

      psg_session_select_event (f->session, PSG_ROW_NONE);
      play_from (f, chosen[i].day, 0.1);
      cards = get_cards (f);
      g_assert_cmpuint (cards->len, ==, 1);
      g_signal_emit_by_name (g_ptr_array_index (cards, 0), "clicked");
      g_assert_false (psg_player_get_playing (f->player));
      g_assert_cmpstr (psg_session_get_event_id (f->session), ==, chosen[i].event);
      g_assert_cmpstr (psg_session_get_crossing (f->session), ==, chosen[i].crossing);
      g_assert_cmpuint (count_cards (f), ==, 0);
    }
}

static void
test_the_rest_is_counted (Fixture      *f,
                          gconstpointer data)
{
  GtkWidget *more = gtk_widget_get_last_child (f->captions);

  g_assert_false (gtk_widget_get_visible (more));
  g_object_set (f->player, "wait", FALSE, "speed", "year", NULL);
  play_from (f, "2020-05-31", 0.5);
  g_assert_true (gtk_widget_get_visible (more));
  g_assert_true (g_str_has_prefix (gtk_label_get_label (GTK_LABEL (more)), "and "));
}

static void
test_a_small_map_has_room_for_one (Fixture      *f,
                                   gconstpointer data)
{
  gtk_widget_allocate (f->captions, 300, 200, -1, NULL);
  play_from (f, "2020-06-01", 0.5);
  g_assert_cmpuint (psg_player_get_captions (f->player)->len, ==, 1);
}

static void
test_only_cards_are_in_the_way (Fixture      *f,
                                gconstpointer data)
{
  g_autoptr (GPtrArray) cards = NULL;
  graphene_rect_t bounds;

  play_from (f, "2021-02-10", 0.1);
  cards = get_cards (f);
  g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (cards, 0), f->captions, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >, 60);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <, HEIGHT - 60);
  g_assert_false (gtk_widget_contains (f->captions, WIDTH / 2.0, HEIGHT / 2.0));
}

/* Drawing */

/* How opaque a pixel is, 0 to 255. */
static guint
get_alpha (GdkTexture *texture,
           int         x,
           int         y)
{
  int width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new0 (guint32, width * height);

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);

  return pixels[y * width + x] >> 24;
}

static GdkTexture *
render (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));

  return gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                      &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
}

static gboolean
has_come (GtkWidget *captions)
{
  GtkWidget *holder = gtk_widget_get_first_child (captions);

  return GTK_IS_REVEALER (holder) && gtk_revealer_get_child_revealed (GTK_REVEALER (holder));
}

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       n)
{
  --*(guint *) n;

  return *(guint *) n > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
draw_frames (GtkWidget *widget,
             guint      n)
{
  gtk_widget_add_tick_callback (widget, count_frame_cb, &n, NULL);
  while (n > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_cards_are_drawn_and_nothing_else (Fixture      *f,
                                       gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GdkTexture) texture = NULL;
  graphene_rect_t card;

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), f->captions);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (f->captions) < WIDTH)
    g_main_context_iteration (NULL, TRUE);

  play_from (f, "2021-02-10", 0.1);
  while (!has_come (f->captions))
    g_main_context_iteration (NULL, TRUE);
  psg_player_set_playing (f->player, FALSE);
  draw_frames (f->captions, 3);

  texture = render (f->captions);
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_first_child (f->captions), f->captions, &card));
  g_assert_cmpuint (get_alpha (texture, (int) (card.origin.x + card.size.width / 2),
                               (int) (card.origin.y + card.size.height / 2)), >, 0);
  g_assert_cmpuint (get_alpha (texture, WIDTH / 2, HEIGHT / 2), ==, 0);
  g_assert_cmpuint (get_alpha (texture, WIDTH - 20, HEIGHT - 20), ==, 0);
  g_assert_cmpuint (get_alpha (texture, 20, HEIGHT - 20), ==, 0);

  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, function) \
  g_test_add ("/ui/player/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  psg_ui_init ();

  ADD ("playing-moves-the-playhead", test_playing_moves_the_playhead);
  ADD ("properties-notify-once", test_properties_notify_once);
  ADD ("who-goes-elsewhere-takes-over", test_who_goes_elsewhere_takes_over);
  ADD ("without-a-collection-nothing-plays", test_without_a_collection_nothing_plays);
  ADD ("a-filter-does-not-stop-it", test_a_filter_does_not_stop_it);
  ADD ("it-begins-again-after-the-end", test_it_begins_again_after_the_end);
  ADD ("the-playhead-stays-in-sight", test_the_playhead_stays_in_sight);
  ADD ("a-run-is-one-step-of-the-way-back", test_a_run_is_one_step_of_the_way_back);
  ADD ("a-range-is-played-from-end-to-end", test_a_range_is_played_from_end_to_end);
  ADD ("what-happens-gets-a-card", test_what_happens_gets_a_card);
  ADD ("cards-go-when-they-are-read", test_cards_go_when_they_are_read);
  ADD ("cards-stay-while-it-is-paused", test_cards_stay_while_it_is_paused);
  ADD ("cards-go-when-something-else-is-asked", test_cards_go_when_something_else_is_asked);
  ADD ("the-more-important-is-higher", test_the_more_important_is_higher);
  ADD ("a-newer-card-is-higher", test_a_newer_card_is_higher);
  ADD ("choosing-a-card-stops-and-chooses", test_choosing_a_card_stops_and_chooses);
  ADD ("the-rest-is-counted", test_the_rest_is_counted);
  ADD ("a-small-map-has-room-for-one", test_a_small_map_has_room_for_one);
  ADD ("only-cards-are-in-the-way", test_only_cards_are_in_the_way);
  ADD ("cards-are-drawn-and-nothing-else", test_cards_are_drawn_and_nothing_else);

  return g_test_run ();
}
