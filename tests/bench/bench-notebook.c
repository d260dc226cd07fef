/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "psg-bench-notes.h"
#include "psg-bench.h"
#include "psg-collection-file.h"
#include "psg-exchange.h"
#include "psg-note-draft.h"
#include "psg-note-search.h"
#include "psg-session.h"

/*
 * A notebook of many notes: bench-notebook make|search|write|exchange FOLDER FILE.passages [N].
 *
 * make: fills FOLDER until there are N. search: each letter of each query is a question, to the list of notes (its
 * first page and how many there are) and to the search over everything; the floor is what finds nothing. write: a
 * letter is typed into a note, until the disk has it, without the pause in which more may be typed. exchange: all
 * notes go to a file, and into another notebook, with the most memory that took. All is by the clock on the wall but
 * for `main_`, which is what the interface's thread worked.
 */

#define RUNS 3
#define N_LETTERS 200
#define A_PAGE 100
#define FOUND 5

static const char *const queries[] = {
  "b", "border", "crossing medininkai", "vilnius grodno", "t", "tag-1", "tag-17",
  "šumnia", "расника", "sal custa",
};

typedef struct
{
  PsgNotebook *notebook;
  PsgNotes *notes;
  PsgSession *session;
  PsgSearcher *searcher;
  GMainLoop *loop;
} Bench;

static void
quit_cb (GObject   *object,
         GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

static void
wait_until_written (Bench *self)
{
  while (psg_notes_is_busy (self->notes))
    g_main_context_iteration (NULL, TRUE);
}

static double
get_wall (void)
{
  return g_get_monotonic_time () / 1000.0;
}

/* In MiB. @name: of a line of /proc/self/status */
static double
get_memory (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, name);

  return line != NULL ? g_ascii_strtod (line + strlen (name) + 1, NULL) / 1024 : 0;
}

/* From now on VmHWM is what there was at most since now. */
static void
forget_peak (void)
{
  FILE *file = g_fopen ("/proc/self/clear_refs", "w");

  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}

static guint
list (Bench      *self,
      const char *text)
{
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();
  g_autoptr (GAsyncResult) count = NULL, page = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  PsgNoteStore *store = PSG_NOTE_STORE (self->notebook);
  gssize n;

  filter->text = g_strdup (text);
  psg_note_store_count_async (store, filter, NULL, psg_bench_keep_cb, &count);
  n = psg_note_store_count_finish (store, psg_bench_wait_for (&count), NULL);
  filter->limit = A_PAGE;
  psg_note_store_list_async (store, filter, NULL, psg_bench_keep_cb, &page);
  notes = psg_note_store_list_finish (store, psg_bench_wait_for (&page), NULL);
  g_assert (n >= 0 && notes != NULL);

  return (guint) n;
}

static void
find (Bench      *self,
      const char *text)
{
  g_autoptr (PsgQuery) query = psg_query_parse (text);

  psg_searcher_ask (self->searcher, query, FOUND);
  if (psg_searcher_is_asking (self->searcher))
    g_main_loop_run (self->loop);
}

static void
search (Bench *self)
{
  g_autoptr (PsgBench) lists = psg_bench_new (), finds = psg_bench_new (), work = psg_bench_new ();
  g_autoptr (PsgBench) floor = psg_bench_new (), find_floor = psg_bench_new ();
  g_autoptr (PsgNoteSearch) provider = psg_note_search_new (self->session);
  guint most = 0;

  self->searcher = psg_searcher_new (psg_session_get_collection (self->session));
  psg_searcher_add_provider (self->searcher, PSG_SEARCH_PROVIDER (provider));
  g_signal_connect (self->searcher, "answered", G_CALLBACK (quit_cb), self->loop);
  find (self, "b");

  for (guint run = 0; run < RUNS; run++)
    for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
      for (glong n = 1; n <= g_utf8_strlen (queries[i], -1); n++)
        {
          g_autofree char *typed = g_utf8_substring (queries[i], 0, n);
          double begun = get_wall (), listed, found, worked = psg_bench_get_now ();

          most = MAX (most, list (self, typed));
          listed = get_wall ();
          find (self, typed);
          found = get_wall ();
          psg_bench_add (lists, listed - begun);
          psg_bench_add (finds, found - listed);
          psg_bench_add (work, psg_bench_get_now () - worked);

          begun = get_wall ();
          list (self, "zzyzx zzyzx");
          listed = get_wall ();
          find (self, "\"zzyzx zzyzx\"");
          psg_bench_add (floor, listed - begun);
          psg_bench_add (find_floor, get_wall () - listed);
        }
  g_object_unref (self->searcher);

  g_print (", \"runs\": %u, \"most_found\": %u", psg_bench_get_n (lists), most);
  psg_bench_print (lists, "");
  psg_bench_print (finds, "everything_");
  psg_bench_print (work, "main_");
  psg_bench_print (floor, "floor_");
  psg_bench_print (find_floor, "everything_floor_");
  g_print (", \"goal_p99_ms\": 30");
}

/* A new note that is taken back again. */
static void
write_letters (Bench *self)
{
  g_autoptr (PsgBench) wait = psg_bench_new (), work = psg_bench_new ();
  g_autoptr (PsgNote) note = psg_note_create (PSG_NOTE_ON_EVENT, g_get_real_time ());
  g_autoptr (PsgNoteDraft) draft = NULL;
  g_autoptr (GString) body = g_string_new (NULL);
  const char *const ids[] = { note->id, NULL };

  note->target.id = g_strdup ("treaty");
  draft = psg_note_draft_new (self->notes, note, TRUE);
  for (guint i = 0; i < N_LETTERS; i++)
    {
      double begun = get_wall (), worked = psg_bench_get_now ();

      g_string_append_c (body, i % 6 == 5 ? ' ' : 'a' + i % 26);
      psg_note_draft_set_body (draft, body->str);
      psg_note_draft_flush (draft);
      wait_until_written (self);
      psg_bench_add (work, psg_bench_get_now () - worked);
      psg_bench_add (wait, get_wall () - begun);
    }
  psg_notes_purge (self->notes, "", ids);
  wait_until_written (self);

  g_print (", \"runs\": %u, \"pause_ms\": %d", psg_bench_get_n (wait), PSG_NOTE_DRAFT_PAUSE);
  psg_bench_print (wait, "");
  psg_bench_print (work, "main_");
}

static void
exchange (Bench             *self,
          PsgCollectionFile *collection,
          const char        *folder)
{
  g_autoptr (GPtrArray) lessons = g_ptr_array_new ();
  g_autofree char *other_folder = g_build_filename (folder, "other", NULL);
  g_autofree char *path = g_build_filename (folder, "notes.jsonld", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PsgNoteFilter) all = psg_note_filter_new ();
  g_autoptr (PsgNotebook) other = psg_bench_notebook_open (other_folder);
  g_autoptr (PsgNotes) notes = psg_notes_new (PSG_NOTE_STORE (other));
  g_autoptr (GAsyncResult) exported = NULL, imported = NULL;
  g_autoptr (PsgExchangeReport) report = NULL;
  g_autoptr (GError) error = NULL;
  double begun = get_wall (), before = get_memory ("VmRSS"), worked;

  forget_peak ();
  psg_exchange_export_async (PSG_NOTE_STORE (self->notebook), all, NULL, NULL, NULL, PSG_EXCHANGE_ANNOTATIONS, file,
                             NULL, psg_bench_keep_cb, &exported);
  psg_exchange_export_finish (PSG_NOTE_STORE (self->notebook), psg_bench_wait_for (&exported), &error);
  g_assert_no_error (error);
  g_print (", \"export_ms\": %.0f, \"export_peak_mib\": %.1f", get_wall () - begun, get_memory ("VmHWM") - before);

  psg_notes_load (notes);
  begun = get_wall ();
  before = get_memory ("VmRSS");
  forget_peak ();
  psg_exchange_import_async (PSG_NOTE_STORE (other), lessons, collection, file, NULL, psg_bench_keep_cb, &imported);
  report = psg_exchange_import_finish (PSG_NOTE_STORE (other), psg_bench_wait_for (&imported), &error);
  g_assert_no_error (error);
  g_print (", \"import_ms\": %.0f, \"import_peak_mib\": %.1f", get_wall () - begun, get_memory ("VmHWM") - before);

  begun = get_wall ();
  worked = psg_bench_get_now ();
  if (report->changes->len > 0)
    psg_notes_apply (notes, "", report->changes, NULL);
  while (psg_notes_is_busy (notes))
    g_main_context_iteration (NULL, TRUE);
  g_print (", \"added\": %u, \"apply_ms\": %.0f, \"apply_main_ms\": %.0f, \"peak_mib\": %.1f, \"goal_peak_mib\": 200",
           report->n_added, get_wall () - begun, psg_bench_get_now () - worked, get_memory ("VmHWM") - before);
  psg_notes_close (notes);
  psg_notebook_close (other);
}

int
main (int   argc,
      char *argv[])
{
  Bench self = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgCollectionFile) file = NULL;
  const char *what = argc > 3 ? argv[1] : "";

  setlocale (LC_ALL, "");
  file = argc > 3 ? psg_collection_file_open (argv[3], NULL, &error) : NULL;
  if (file == NULL)
    {
      g_printerr ("bench-notebook make|search|write|exchange FOLDER FILE.passages [N]\n");
      return EXIT_FAILURE;
    }

  self.notebook = psg_bench_notebook_open (argv[2]);
  if (g_str_equal (what, "make"))
    {
      psg_bench_notebook_fill (self.notebook, PSG_COLLECTION (file), g_ascii_strtoull (argv[4], NULL, 10));
      psg_notebook_close (self.notebook);
      g_object_unref (self.notebook);
      return EXIT_SUCCESS;
    }

  self.loop = g_main_loop_new (NULL, FALSE);
  self.notes = psg_notes_new (PSG_NOTE_STORE (self.notebook));
  psg_notes_load (self.notes);
  self.session = psg_session_new ();
  psg_session_set_collection (self.session, PSG_COLLECTION (file));
  psg_session_set_notes (self.session, self.notes);
  list (&self, "");

  g_print ("{\"bench\": \"notebook-%s\", \"n\": %u, \"renderer\": null, \"window\": null", what,
           psg_bench_notebook_count (self.notebook));
  if (g_str_equal (what, "search"))
    search (&self);
  else if (g_str_equal (what, "write"))
    write_letters (&self);
  else
    exchange (&self, file, argv[2]);
  g_print ("}\n");

  psg_notes_close (self.notes);
  psg_notebook_close (self.notebook);
  g_object_unref (self.session);
  g_object_unref (self.notes);
  g_object_unref (self.notebook);
  g_main_loop_unref (self.loop);

  return EXIT_SUCCESS;
}
