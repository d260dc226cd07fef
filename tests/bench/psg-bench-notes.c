/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-bench-notes.h"

/*
 * Notes as somebody might have who worked for years: on events, crossings, places, stretches of time and passages,
 * some forty words each from a vocabulary in which a few words are common and most are rare, a tag or two of sixty.
 * The same number of notes is the same notes.
 */

#define SEED 20200809
#define N_WORDS 4000
#define N_TAGS 60

static const char *const beginnings[] = {
  "bor", "cross", "lith", "vil", "gro", "med", "pas", "wit", "tes", "sal", "bel", "cus", "kro", "nem", "šum", "рас",
};
static const char *const middles[] = { "de", "in", "ua", "ni", "do", "i", "o", "kė", "ta", "li", "ри", "a" };
static const char *const ends[] = { "r", "ng", "nia", "us", "dno", "ai", "nkai", "s", "t", "ty", "ла", "ms" };

void
psg_bench_keep_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      kept)
{
  *(GAsyncResult **) kept = g_object_ref (result);
}

/* (transfer none) */
GAsyncResult *
psg_bench_wait_for (GAsyncResult **kept)
{
  while (*kept == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *kept;
}

/* (transfer full): @folder: made if it is not there */
PsgNotebook *
psg_bench_notebook_open (const char *folder)
{
  PsgNotebook *notebook = psg_notebook_new (folder);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  psg_notebook_open_async (notebook, NULL, psg_bench_keep_cb, &result);
  if (!psg_notebook_open_finish (notebook, psg_bench_wait_for (&result), &error))
    g_error ("%s: %s", folder, error->message);

  return notebook;
}

guint
psg_bench_notebook_count (PsgNotebook *notebook)
{
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gssize n;

  psg_note_store_count_async (PSG_NOTE_STORE (notebook), filter, NULL, psg_bench_keep_cb, &result);
  n = psg_note_store_count_finish (PSG_NOTE_STORE (notebook), psg_bench_wait_for (&result), &error);
  if (n < 0)
    g_error ("%s", error->message);

  return (guint) n;
}

/* A word that is the commoner the smaller its number. */
static void
append_word (GString *text,
             GRand   *random)
{
  double share = g_rand_double (random);
  guint n = (guint) (share * share * N_WORDS);

  g_string_append (text, beginnings[n % G_N_ELEMENTS (beginnings)]);
  n /= G_N_ELEMENTS (beginnings);
  g_string_append (text, middles[n % G_N_ELEMENTS (middles)]);
  n /= G_N_ELEMENTS (middles);
  g_string_append (text, ends[n % G_N_ELEMENTS (ends)]);
}

static char *
make_text (GRand *random,
           guint  n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append (text, i % 12 == 0 ? ".\n\n" : " ");
      append_word (text, random);
    }

  return g_string_free (text, FALSE);
}

static void
set_target (PsgNote       *note,
            PsgCollection *collection,
            GRand         *random)
{
  PsgEventTable *events = psg_collection_get_events (collection);
  GPtrArray *documents = psg_collection_get_documents (collection);
  GPtrArray *crossings = psg_collection_get_crossings (collection);
  PsgNoteTarget *target = &note->target;
  guint row = g_rand_int_range (random, 0, psg_event_table_get_n (events));

  switch (target->kind)
    {
    case PSG_NOTE_ON_EVENT:
      target->id = g_strdup (psg_event_table_get_id (events, row));
      break;
    case PSG_NOTE_ON_CROSSING:
      target->id = g_strdup (((PsgCrossing *) g_ptr_array_index (crossings, row % crossings->len))->id);
      break;
    case PSG_NOTE_ON_PASSAGE:
      target->id = g_strdup (((PsgDocument *) g_ptr_array_index (documents, row % documents->len))->id);
      target->exact = make_text (random, 8);
      target->prefix = make_text (random, 4);
      target->suffix = make_text (random, 4);
      target->start = row;
      target->end = row + 40;
      break;
    case PSG_NOTE_ON_PLACE:
      target->latitude = g_rand_double_range (random, 53.5, 56);
      target->longitude = g_rand_double_range (random, 23, 27);
      break;
    case PSG_NOTE_ON_SPAN:
    default:
      target->has_span = TRUE;
      target->span.start = psg_day_to_minutes (psg_day_from_ymd (2020, 1, 1)) + row * 1440;
      target->span.end = target->span.start + 3 * 1440;
      break;
    }
}

static PsgNote *
make_note (PsgCollection *collection,
           GRand         *random,
           guint          n)
{
  /* Thirty a day. */
  gint64 when = G_GINT64_CONSTANT (1600000000) * G_TIME_SPAN_SECOND + n * (G_TIME_SPAN_DAY / 30);
  PsgNote *note = psg_note_create (g_rand_int_range (random, 0, PSG_NOTE_OWN_EVENT), when);
  g_autofree char *one = g_strdup_printf ("tag-%d", g_rand_int_range (random, 0, N_TAGS));
  g_autofree char *other = g_strdup_printf ("tag-%d", g_rand_int_range (random, 0, N_TAGS));

  g_free (note->id);
  note->id = g_strdup_printf ("urn:uuid:00000000-0000-4000-8000-%012u", n);
  note->collection = g_strdup (psg_collection_get_info (collection)->id);
  note->collection_version = g_strdup (psg_collection_get_info (collection)->version);
  set_target (note, collection, random);
  g_free (note->body);
  note->body = make_text (random, g_rand_int_range (random, 5, 75));
  note->colour = g_rand_int_range (random, 0, PSG_NOTE_N_COLOURS);
  note->status = g_rand_int_range (random, 0, PSG_NOTE_N_STATUSES);
  note->bookmark = n % 16 == 0;
  psg_note_set_tags (note, (const char *[]) { one, n % 2 == 0 ? other : NULL, NULL });

  return note;
}

/* Writes @n notes into an empty notebook. */
void
psg_bench_notebook_fill (PsgNotebook   *notebook,
                         PsgCollection *collection,
                         guint          n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (notes, make_note (collection, random, i));
  psg_notebook_put_async (notebook, notes, psg_bench_keep_cb, &result);
  if (!psg_notebook_put_finish (notebook, psg_bench_wait_for (&result), &error))
    g_error ("%s", error->message);
}
