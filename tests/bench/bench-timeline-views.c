/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "psg-bench-plain.h"
#include "psg-bench.h"
#include "psg-collection-file.h"
#include "psg-document-pane.h"
#include "psg-event-list.h"
#include "psg-map-view.h"
#include "psg-session.h"
#include "psg-timeline-view.h"
#include "psg-ui.h"

/*
 * bench-timeline-views filter|filter-list|choose FILE [ROUNDS]: what a change of the session costs in a
 * window, from the request to the end of the next frame that is painted, and until all that
 * follows from it is done. The views stand as they do in the app.
 *
 * filter: a lane and a word are set, then cleared; timeline and map. filter-list: the list too.
 * choose: an event is chosen; all views. The floor is a frame of a window of the same size that
 * changes its colour.
 */

#define WIDTH 1440
#define HEIGHT 860
#define LIST_WIDTH 300
#define MAP_WIDTH 660
#define TIMELINE_HEIGHT 300
#define ROUNDS 10
#define RUNS_A_ROUND 20
#define WARM_UP 6
#define SEED 20200809
/* With nothing to do for so long, all is done. */
#define QUIET (40 * G_TIME_SPAN_MILLISECOND)
/* Even of what never rests, such as an animation. */
#define LONGEST (3 * G_TIME_SPAN_SECOND)

typedef struct
{
  PsgBench *frame;   /* to the end of the next frame */
  PsgBench *settled; /* until nothing is left to do */
  guint late;        /* of the events chosen, those that the next frame did not show */
} Figures;

typedef struct
{
  PsgSession *session;
  GtkWidget *window;
  GtkWidget *document;
  GtkWidget *floor_window;
  GtkWidget *plain;
  GRand *random;
  gboolean painted;
  Figures set;
  Figures clear;
  PsgBench *floor;
} Bench;

/* Frames */

static void
after_paint_cb (Bench *self)
{
  self->painted = TRUE;
}

static void
wait_for_frame (Bench *self)
{
  self->painted = FALSE;
  while (!self->painted)
    g_main_context_iteration (NULL, TRUE);
}

/* Returns: psg_bench_get_now() when the last thing was done; waiting does not count. */
static double
wait_for_rest (void)
{
  gint64 begun = g_get_monotonic_time (), quiet_since = begun;
  double worked = psg_bench_get_now ();

  while (g_get_monotonic_time () - quiet_since < QUIET && g_get_monotonic_time () - begun < LONGEST)
    {
      if (g_main_context_iteration (NULL, FALSE))
        {
          worked = psg_bench_get_now ();
          quiet_since = g_get_monotonic_time ();
        }
      else
        g_usleep (1000);
    }

  return worked;
}

static void
show_plain (Bench *self)
{
  psg_bench_begin (self->floor);
  gtk_widget_queue_draw (self->plain);
  wait_for_frame (self);
  psg_bench_end (self->floor);
  wait_for_rest ();
}

/* Filters */

/* A word of letters only, and not a short one, from the title of some event. */
static char *
find_word (const char *title)
{
  g_auto (GStrv) words = g_strsplit (title, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *p = words[i];

      while (g_unichar_isalpha (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (*p == '\0' && g_utf8_strlen (words[i], -1) >= 4)
        return g_strdup (words[i]);
    }

  return g_strdup ("");
}

static guint
pick_row (Bench *self)
{
  PsgEventTable *events = psg_collection_get_events (psg_session_get_collection (self->session));

  return (guint) g_rand_int_range (self->random, 0, (gint32) psg_event_table_get_n (events));
}

/* Of a lane and a word that some event has. */
static PsgFilter *
pick_filter (Bench *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  PsgEventTable *events = psg_collection_get_events (collection);
  guint row = pick_row (self);
  guint index = psg_event_table_get_columns (events)->lane[row];
  const PsgLane *lane = g_ptr_array_index (psg_collection_get_lanes (collection), index);
  g_autofree char *word = find_word (psg_event_table_get_title (events, row));
  g_autofree char *text = g_strdup_printf ("lane:%s %s", lane->id, word);

  return psg_filter_parse (text);
}

static void
set_filter (Bench     *self,
            PsgFilter *filter,
            Figures   *figures)
{
  double begun = psg_bench_get_now ();

  if (!psg_session_set_filter (self->session, filter, NULL))
    g_error ("a filter cannot be set");
  wait_for_frame (self);
  psg_bench_add (figures->frame, psg_bench_get_now () - begun);
  psg_bench_add (figures->settled, wait_for_rest () - begun);
}

static void
filter (Bench *self)
{
  g_autoptr (PsgFilter) some = pick_filter (self);
  g_autoptr (PsgFilter) empty = psg_filter_new_empty ();

  set_filter (self, some, &self->set);
  set_filter (self, empty, &self->clear);
}

/* Choosing */

static gboolean
shows (GtkWidget  *widget,
       const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;

  return FALSE;
}

static void
choose (Bench *self)
{
  PsgEventTable *events = psg_collection_get_events (psg_session_get_collection (self->session));
  guint row = pick_row (self);
  double begun = psg_bench_get_now ();

  psg_session_select_event (self->session, row);
  wait_for_frame (self);
  psg_bench_add (self->set.frame, psg_bench_get_now () - begun);
  self->set.late += !shows (self->document, psg_event_table_get_title (events, row));
  psg_bench_add (self->set.settled, wait_for_rest () - begun);
}

/* All of it */

static void
figures_init (Figures *self)
{
  self->frame = psg_bench_new ();
  self->settled = psg_bench_new ();
  self->late = 0;
}

static void
figures_clear (Figures *self)
{
  g_clear_pointer (&self->frame, psg_bench_free);
  g_clear_pointer (&self->settled, psg_bench_free);
}

static void
forget (Bench *self)
{
  figures_clear (&self->set);
  figures_clear (&self->clear);
  g_clear_pointer (&self->floor, psg_bench_free);
  figures_init (&self->set);
  figures_init (&self->clear);
  self->floor = psg_bench_new ();
}

static void
measure (Bench *self,
         guint  rounds,
         void (*act) (Bench *self))
{
  forget (self);
  for (guint i = 0; i < WARM_UP; i++)
    act (self);
  forget (self);

  for (guint round = 0; round < rounds; round++)
    {
      for (guint i = 0; i < RUNS_A_ROUND; i++)
        act (self);
      for (guint i = 0; i < RUNS_A_ROUND; i++)
        show_plain (self);
    }
}

static GtkWidget *
new_window (Bench     *self,
            GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), self);

  return window;
}

static GtkWidget *
new_paned (GtkOrientation orientation,
           GtkWidget     *start,
           GtkWidget     *end,
           int            position)
{
  GtkWidget *paned = gtk_paned_new (orientation);

  gtk_paned_set_start_child (GTK_PANED (paned), start);
  gtk_paned_set_end_child (GTK_PANED (paned), end);
  gtk_paned_set_position (GTK_PANED (paned), position);

  return paned;
}

static void
show_views (Bench   *self,
            gboolean with_list)
{
  GtkWidget *timeline = psg_timeline_view_new (self->session);
  GtkWidget *map = psg_map_view_new (self->session);
  GtkWidget *panes, *columns;

  self->document = psg_document_pane_new (self->session);
  self->plain = psg_bench_plain_new ();
  columns = panes = new_paned (GTK_ORIENTATION_HORIZONTAL, map, self->document, MAP_WIDTH);
  if (with_list)
    columns = new_paned (GTK_ORIENTATION_HORIZONTAL, psg_event_list_new (self->session), panes, LIST_WIDTH);

  self->floor_window = new_window (self, self->plain);
  self->window = new_window (self, new_paned (GTK_ORIENTATION_VERTICAL, columns, timeline, HEIGHT - TIMELINE_HEIGHT));
  wait_for_rest ();
}

static void
print_figures (Figures    *self,
               PsgBench   *floor,
               const char *prefix)
{
  g_autofree char *frame = g_strconcat (prefix, "frame_", NULL);
  g_autofree char *settled = g_strconcat (prefix, "settled_", NULL);

  psg_bench_print (self->frame, frame);
  g_print (", \"%sratio_p50\": %.2f", prefix,
           psg_bench_get_percentile (self->frame, 0.5) / psg_bench_get_percentile (floor, 0.5));
  psg_bench_print (self->settled, settled);
}

static void
report (Bench      *self,
        const char *what)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (self->window));
  PsgEventTable *events = psg_collection_get_events (psg_session_get_collection (self->session));
  gboolean chosen = g_str_equal (what, "choose");

  g_print ("{\"bench\": \"%s\", \"views\": \"%s\", \"n\": %u, \"renderer\": \"%s\", \"window\": \"%dx%d\", "
           "\"runs\": %u",
           chosen ? "timeline-choose" : "timeline-filter",
           g_str_equal (what, "filter") ? "timeline+map" : "timeline+map+list",
           psg_event_table_get_n (events),
           strstr (G_OBJECT_TYPE_NAME (renderer), "Cairo") != NULL ? "cairo" : "gl", WIDTH, HEIGHT,
           psg_bench_get_n (self->set.frame));
  print_figures (&self->set, self->floor, chosen ? "" : "set_");
  if (chosen)
    g_print (", \"late\": %u", self->set.late);
  else
    print_figures (&self->clear, self->floor, "clear_");
  psg_bench_print (self->floor, "floor_");
  g_print ("}\n");
}

int
main (int   argc,
      char *argv[])
{
  Bench self = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgCollectionFile) file = NULL;

  setlocale (LC_ALL, "");
  if (argc < 3)
    return EXIT_FAILURE;

  file = psg_collection_file_open (argv[2], NULL, &error);
  if (file == NULL)
    g_error ("%s", error->message);

  adw_init ();
  psg_ui_init ();
  /* A scroll bar that fades away, or a cursor that blinks, asks for frames that nobody waits for. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  self.random = g_rand_new_with_seed (SEED);
  self.session = psg_session_new ();
  psg_session_set_collection (self.session, PSG_COLLECTION (file));
  show_views (&self, !g_str_equal (argv[1], "filter"));
  measure (&self, argc > 3 ? (guint) g_ascii_strtoull (argv[3], NULL, 10) : ROUNDS,
           g_str_equal (argv[1], "choose") ? choose : filter);
  report (&self, argv[1]);

  gtk_window_destroy (GTK_WINDOW (self.window));
  gtk_window_destroy (GTK_WINDOW (self.floor_window));
  g_object_unref (self.session);
  g_rand_free (self.random);
  figures_clear (&self.set);
  figures_clear (&self.clear);
  psg_bench_free (self.floor);

  return EXIT_SUCCESS;
}
