/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "psg-bench-notes.h"
#include "psg-bench.h"
#include "psg-collection-file.h"
#include "psg-note-list.h"
#include "psg-session.h"
#include "psg-ui.h"

/*
 * bench-note-list FOLDER EMPTY FILE.passages: what a frame of the list of notes costs while it is scrolled, by a
 * wheel's step and by leaps, and while a list of EMPTY, a folder with no notes in it, is only drawn. By what the
 * interface's thread had of the processor; by the clock on the wall until all rows in sight have their notes.
 */

#define WIDTH 360
#define HEIGHT 860
#define RUNS 300
#define LEAPS 60
#define STEP 90
#define SEED 20200809
/* A frame at 60 Hz, in milliseconds. */
#define FRAME_MS (1000 / 60.0)

typedef struct
{
  PsgNotebook *notebook;
  PsgNotes *notes;
  PsgSession *session;
  GtkWidget *window;
  GtkWidget *list;
  gboolean painted;
} Bench;

static void
after_paint_cb (Bench *self)
{
  self->painted = TRUE;
}

static void
wait_for_frame (Bench *self)
{
  self->painted = FALSE;
  gtk_widget_queue_draw (self->list);
  while (!self->painted)
    g_main_context_iteration (NULL, TRUE);
}

/* (transfer none) (nullable): the first descendant of a type. */
static GtkWidget *
find_descendant (GtkWidget *widget,
                 GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_descendant (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
open_list (Bench         *self,
           const char    *folder,
           PsgCollection *collection)
{
  self->notebook = psg_bench_notebook_open (folder);
  self->notes = psg_notes_new (PSG_NOTE_STORE (self->notebook));
  psg_notes_load (self->notes);
  self->session = psg_session_new ();
  psg_session_set_collection (self->session, collection);
  psg_session_set_notes (self->session, self->notes);
  psg_bench_notebook_count (self->notebook);

  self->list = psg_note_list_new (self->session);
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (self->window), self->list);
  gtk_window_present (GTK_WINDOW (self->window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (self->window), "after-paint", G_CALLBACK (after_paint_cb),
                            self);

  /* An empty list is as it stays once it has been counted. */
  psg_bench_notebook_count (self->notebook);
  while (psg_notes_get_n (self->notes) < psg_bench_notebook_count (self->notebook))
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (self);
}

static void
close_list (Bench *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  psg_notes_close (self->notes);
  psg_notebook_close (self->notebook);
  g_object_unref (self->session);
  g_object_unref (self->notes);
  g_object_unref (self->notebook);
}

static void
paint (Bench    *self,
       PsgBench *bench)
{
  psg_bench_begin (bench);
  wait_for_frame (self);
  psg_bench_end (bench);
}

/* Whether no row in sight waits for its note. */
static gboolean
is_filled (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "row-title") && gtk_widget_get_mapped (widget)
      && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), " "))
    return FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!is_filled (child))
      return FALSE;

  return TRUE;
}

static void
leap (Bench    *self,
      GRand    *random,
      PsgBench *frames,
      PsgBench *fills)
{
  GtkWidget *scroller = find_descendant (self->list, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gint64 begun = g_get_monotonic_time ();

  psg_bench_begin (frames);
  gtk_adjustment_set_value (adjustment, g_rand_double_range (random, 0, gtk_adjustment_get_upper (adjustment)));
  wait_for_frame (self);
  psg_bench_end (frames);
  while (!is_filled (self->list))
    g_main_context_iteration (NULL, TRUE);
  psg_bench_add (fills, (g_get_monotonic_time () - begun) / 1000.0);
}

static void
scroll (Bench    *self,
        PsgBench *frames)
{
  GtkWidget *scroller = find_descendant (self->list, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  psg_bench_begin (frames);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + STEP);
  wait_for_frame (self);
  psg_bench_end (frames);
}

int
main (int   argc,
      char *argv[])
{
  Bench full = { 0 }, empty = { 0 };
  g_autoptr (PsgBench) frames = psg_bench_new (), floor = psg_bench_new ();
  g_autoptr (PsgBench) leaps = psg_bench_new (), fills = psg_bench_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (PsgCollectionFile) file = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc < 4)
    return EXIT_FAILURE;
  file = psg_collection_file_open (argv[3], NULL, &error);
  if (file == NULL)
    g_error ("%s", error->message);

  adw_init ();
  psg_ui_init ();
  /* A scroll bar that fades away, or a cursor that blinks, asks for frames that nobody waits for. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  open_list (&empty, argv[2], PSG_COLLECTION (file));
  open_list (&full, argv[1], PSG_COLLECTION (file));

  for (guint i = 0; i < RUNS; i++)
    {
      scroll (&full, frames);
      paint (&empty, floor);
    }
  for (guint i = 0; i < LEAPS; i++)
    leap (&full, random, leaps, fills);

  g_print ("{\"bench\": \"notebook-list\", \"n\": %u, \"renderer\": \"%s\", \"window\": \"%dx%d\", \"runs\": %u",
           psg_bench_notebook_count (full.notebook),
           strstr (G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (full.window))), "Cairo") != NULL
             ? "cairo" : "gl",
           WIDTH, HEIGHT, RUNS);
  psg_bench_print (frames, "");
  psg_bench_print (leaps, "leap_");
  psg_bench_print (fills, "filled_");
  psg_bench_print (floor, "floor_");
  g_print (", \"goal_p99_ms\": %.1f}\n", FRAME_MS);

  close_list (&full);
  close_list (&empty);

  return EXIT_SUCCESS;
}
