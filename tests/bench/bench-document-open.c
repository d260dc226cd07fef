/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "psg-bench.h"
#include "psg-collection-file.h"
#include "psg-document-page.h"
#include "psg-markdown.h"
#include "psg-text-finder.h"
#include "psg-ui.h"

/*
 * bench-document-open FILE: what it takes to read a document of 10 KB and of 1 MB, from the
 * Markdown to the first frame that shows it, and to scroll through it; its floor is a plain text
 * view with the same words, turn about. And what it takes to find words in it: to make the text ready,
 * which is done in pieces, and for each letter that is typed; the floor is a search for the same
 * bytes. FILE is a collection, whose events and sources the
 * document names.
 */

#define WIDTH 720
#define HEIGHT 860
#define OPENINGS 9
#define FRAMES 240
/* The pixels of a brisk turn of the wheel. */
#define STEP 90

typedef struct
{
  GtkWindow     *window;
  GtkAdjustment *adjustment;
  PsgBench      *times;
  guint          frame;
} Bench;

/* Prose with all that a document may have, from a seed. */
static char *
write_document (gsize          length,
                PsgCollection *collection)
{
  static const char *const words[] = { "border", "guards", "of", "the", "two", "countries", "met", "near", "a",
                                       "crossing", "and", "said", "that", "queues", "were", "longer", "than",
                                       "Šalčininkai", "Medininkai", "Ашмяны", "lorries", "waited", "for", "days" };
  const PsgEventTable *events = psg_collection_get_events (collection);
  int n_events = (int) psg_event_table_get_n (events);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  GString *text = g_string_new ("# A long account\n\n");

  while (text->len < length)
    {
      guint n = (guint) g_rand_int_range (random, 30, 110);
      guint kind = (guint) g_rand_int_range (random, 0, 12);

      g_string_append (text, kind == 0 ? "## " : kind == 1 ? "> " : kind < 4 ? "- " : "");
      for (guint i = 0; i < (kind == 0 ? 5 : n); i++)
        {
          const char *word = words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))];
          guint style = (guint) g_rand_int_range (random, 0, 40);

          if (style == 0)
            g_string_append_printf (text, "*%s* ", word);
          else if (style == 1)
            g_string_append_printf (text, "**%s** ", word);
          else if (style == 2)
            g_string_append_printf (text, "[%s](event:%s) ", word,
                                    psg_event_table_get_id (events, (guint) g_rand_int_range (random, 0, n_events)));
          else
            g_string_append_printf (text, "%s ", word);
        }
      g_string_append (text, "\n\n");
    }

  return g_string_free (text, FALSE);
}

static PsgDocument *
read_document (const char *source)
{
  g_autoptr (PsgMarkdown) markdown = psg_markdown_parse (source, strlen (source));
  PsgDocument *document = psg_document_new ();

  document->id = g_strdup ("account");
  document->title = psg_text_new_single ("en", "A long account");
  document->text = g_steal_pointer (&markdown->text);
  document->blocks = g_array_ref (markdown->blocks);
  document->runs = g_array_ref (markdown->runs);

  return document;
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *painted)
{
  *painted = TRUE;
}

static void
show (Bench     *self,
      GtkWidget *child)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_window_set_child (self->window, child);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static GtkWidget *
new_plain (const char *text)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);

  return scroller;
}

static GtkAdjustment *
find_adjustment (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAdjustment *found = find_adjustment (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  Bench *self = user_data;
  double end = gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_page_size (self->adjustment);
  double value = gtk_adjustment_get_value (self->adjustment) + STEP;

  gtk_adjustment_set_value (self->adjustment, value < end ? value : 0);

  return G_SOURCE_CONTINUE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *self)
{
  if (self->frame++ > 5)
    psg_bench_end (self->times);
  psg_bench_begin (self->times);
}

static void
scroll (Bench     *self,
        GtkWidget *child,
        PsgBench  *times)
{
  GdkFrameClock *clock;
  gulong after;
  guint tick;

  show (self, child);
  clock = gtk_widget_get_frame_clock (child);
  self->adjustment = find_adjustment (child);
  self->times = times;
  self->frame = 0;
  after = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  tick = gtk_widget_add_tick_callback (child, scroll_cb, self, NULL);
  while (self->frame < FRAMES + 6)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (child, tick);
  g_signal_handler_disconnect (clock, after);
}

static void
print (const char *what,
       gsize       length,
       PsgBench   *times,
       PsgBench   *floor,
       const char *goal)
{
  g_print ("{\"bench\": \"document-open\", \"what\": \"%s\", \"bytes\": %zu, \"n\": %u", what, length,
           psg_bench_get_n (times));
  psg_bench_print (times, "");
  psg_bench_print (floor, "floor_");
  g_print (", \"ratio_p50\": %.2f%s}\n",
           psg_bench_get_percentile (times, 0.5) / psg_bench_get_percentile (floor, 0.5), goal);
}

static guint
count_bytes (const char *text,
             const char *words)
{
  guint n = 0;

  while ((text = strstr (text, words)) != NULL)
    {
      n++;
      text += strlen (words);
    }

  return n;
}

static void
measure_finding (const PsgDocument *document,
                 gsize              length)
{
  static const char *const words[] = { "e", "wa", "waited", "salcininkai", "queues were longer" };
  g_autoptr (PsgTextFinder) finder = NULL;
  g_autoptr (PsgBench) ready = psg_bench_new ();
  g_autoptr (PsgBench) typed = psg_bench_new ();
  g_autoptr (PsgBench) plain = psg_bench_new ();
  volatile guint n = 0;

  for (guint i = 0; i < OPENINGS; i++)
    {
      g_clear_pointer (&finder, psg_text_finder_free);
      psg_bench_begin (ready);
      finder = psg_text_finder_new ();
      psg_text_finder_append (finder, document->text, -1, 0);
      psg_bench_end (ready);

      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        {
          g_autoptr (GArray) hits = NULL;

          psg_bench_begin (typed);
          hits = psg_text_finder_find (finder, words[j]);
          psg_bench_end (typed);

          psg_bench_begin (plain);
          n += count_bytes (document->text, words[j]);
          psg_bench_end (plain);
        }
    }

  print ("find-ready", length, ready, plain, "");
  print ("find", length, typed, plain, "");
}

static void
measure (Bench      *self,
         PsgSession *session,
         gsize       length)
{
  g_autofree char *source = write_document (length, psg_session_get_collection (session));
  g_autoptr (PsgDocument) document = read_document (source);
  g_autoptr (PsgBench) openings = psg_bench_new ();
  g_autoptr (PsgBench) plain = psg_bench_new ();
  g_autoptr (PsgBench) frames = psg_bench_new ();
  g_autoptr (PsgBench) plain_frames = psg_bench_new ();

  for (guint i = 0; i < OPENINGS; i++)
    {
      g_autoptr (PsgDocument) again = NULL;

      psg_bench_begin (openings);
      again = read_document (source);
      show (self, psg_document_page_new (session, again));
      psg_bench_end (openings);

      psg_bench_begin (plain);
      show (self, new_plain (document->text));
      psg_bench_end (plain);
    }
  scroll (self, psg_document_page_new (session, document), frames);
  scroll (self, new_plain (document->text), plain_frames);

  print ("open", strlen (source), openings, plain, length > 100000 ? ", \"goal_ms\": 150" : "");
  print ("scroll", strlen (source), frames, plain_frames, "");
  measure_finding (document, strlen (source));
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, PSG_RESOURCE_PREFIX "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (PsgCollectionFile) file = NULL;
  g_autoptr (PsgSession) session = NULL;
  g_autoptr (GError) error = NULL;
  Bench self = { 0 };

  setlocale (LC_ALL, "");
  if (argc < 2)
    return EXIT_FAILURE;

  adw_init ();
  psg_ui_init ();
  load_style ();
  file = psg_collection_file_open (argv[1], NULL, &error);
  if (file == NULL)
    g_error ("%s", error->message);
  session = psg_session_new ();
  psg_session_set_collection (session, PSG_COLLECTION (file));

  self.window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (self.window, FALSE);
  gtk_window_set_default_size (self.window, WIDTH, HEIGHT);
  gtk_window_present (self.window);
  measure (&self, session, 10 * 1024);
  measure (&self, session, 1024 * 1024);
  gtk_window_destroy (self.window);

  return EXIT_SUCCESS;
}
