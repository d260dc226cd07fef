/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-store-fixture.h"

/* The bundled collection, as the window sees it. */

typedef struct
{
  const char *day;
  guint       closed;
  guint       restricted;
  guint       open;
  guint       unknown;
} Count;

/* How many of the six road crossings have which status, from this day on. */
static const Count counts[] = {
  { "2019-12-31", 0, 0, 0, 6 },
  { "2020-01-01", 0, 0, 6, 0 },
  { "2020-03-16", 3, 2, 0, 1 },
  { "2020-08-04", 2, 3, 0, 1 },
  { "2020-10-29", 2, 4, 0, 0 },
  { "2021-04-12", 0, 6, 0, 0 },
  { "2022-04-15", 0, 0, 6, 0 },
  { "2023-07-08", 1, 0, 5, 0 },
  { "2023-07-10", 0, 0, 6, 0 },
  { "2023-08-18", 2, 0, 4, 0 },
  { "2024-03-01", 4, 2, 0, 0 },
  { "2024-12-31", 4, 2, 0, 0 },
};

static void
check_day (GPtrArray   *crossings,
           PsgDay       day,
           const Count *expected)
{
  guint found[PSG_N_STATUSES];

  g_assert_cmpuint (psg_crossings_count (crossings, day, found), ==, 6);
  g_assert_cmpuint (found[PSG_STATUS_CLOSED], ==, expected->closed);
  g_assert_cmpuint (found[PSG_STATUS_RESTRICTED], ==, expected->restricted);
  g_assert_cmpuint (found[PSG_STATUS_OPEN], ==, expected->open);
  g_assert_cmpuint (found[PSG_STATUS_UNKNOWN], ==, expected->unknown);
}

/* Every day of five years: what is in the table holds until its next row. */
static void
test_statuses_on_every_day (void)
{
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  GPtrArray *crossings = psg_collection_get_crossings (PSG_COLLECTION (file));

  for (guint i = 0; i + 1 < G_N_ELEMENTS (counts); i++)
    {
      PsgDay next = psg_fixture_day (counts[i + 1].day);

      g_test_message ("from %s", counts[i].day);
      for (PsgDay day = psg_fixture_day (counts[i].day); day < next; day++)
        check_day (crossings, day, &counts[i]);
    }

  check_day (crossings, psg_fixture_day ("2024-12-31"), &counts[G_N_ELEMENTS (counts) - 1]);
}

static void
test_badge (void)
{
  static const struct
  {
    const char *day;
    const char *words;
  } badges[] = {
    { "2024-03-01", "4 of 6 crossings closed" },
    { "2024-12-31", "4 of 6 crossings closed" },
    { "2023-08-18", "2 of 6 crossings closed" },
    { "2024-02-29", "2 of 6 crossings closed" },
    { "2020-03-16", "3 of 6 crossings closed" },
  };
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();

  for (guint i = 0; i < G_N_ELEMENTS (badges); i++)
    {
      g_autofree char *words = psg_crossings_describe_closed (psg_collection_get_crossings (PSG_COLLECTION (file)),
                                                              psg_fixture_day (badges[i].day));

      g_assert_cmpstr (words, ==, badges[i].words);
    }
}

static void
test_what_it_says_of_itself (void)
{
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  PsgCollection *collection = PSG_COLLECTION (file);
  const PsgCollectionInfo *info = psg_collection_get_info (collection);
  g_autofree char *span = psg_time_span_to_edtf (&info->span);

  g_assert_cmpstr (info->id, ==, "lithuania-belarus");
  g_assert_cmpstr (psg_text_lookup (info->title, "lt"), ==, "Lietuva – Baltarusija, 2020–2024");
  g_assert_cmpstr (span, ==, "2020-01-01/2024-12-31");
  g_assert_cmpint (info->playhead, ==, psg_fixture_day ("2024-03-01"));
  g_assert_cmpstr (info->opening_event, ==, "two-more-close-2024");
  g_assert_cmpuint (psg_collection_get_lanes (collection)->len, ==, 6);
  g_assert_cmpuint (psg_event_table_get_n (psg_collection_get_events (collection)), ==, 70);
  g_assert_cmpuint (psg_collection_get_documents (collection)->len, >=, 9);
  g_assert_cmpuint (psg_collection_get_crossings (collection)->len, ==, 8);
  g_assert_cmpuint (psg_collection_get_lessons (collection)->len, ==, 2);
  g_assert_cmpstr (psg_collection_file_get_language (file), ==, "en");
}

static void
load_actors (PsgCollection *collection,
             GStrv          ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgActor) actor = psg_collection_load_actor (collection, ids[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (actor->id, ==, ids[i]);
    }
}

static void
load_sources (PsgCollection *collection,
              GStrv          ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgSource) source = psg_collection_load_source (collection, ids[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (source->id, ==, ids[i]);
    }
}

static void
load_claims (PsgCollection *collection,
             GStrv          ids,
             const char    *event)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgClaim) claim = psg_collection_load_claim (collection, ids[i], &error);

      g_assert_no_error (error);
      g_assert_true (g_strv_contains ((const char *const *) claim->events, event));
      g_assert_true (psg_verdict_is_known (claim->verdict));
      load_sources (collection, claim->sources);
    }
}

static void
test_every_event_loads (void)
{
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  PsgCollection *collection = PSG_COLLECTION (file);
  PsgEventTable *table = psg_collection_get_events (collection);
  guint n_claims = 0;

  for (guint row = 0; row < psg_event_table_get_n (table); row++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgEvent) event = psg_collection_load_event (collection, row, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (event->row, ==, row);
      g_assert_cmpstr (event->id, ==, psg_event_table_get_id (table, row));
      g_assert_cmpstr (psg_text_get (event->title), ==, psg_event_table_get_title (table, row));
      g_assert_cmpuint (psg_event_table_find (table, event->id), ==, row);
      g_assert_nonnull (event->sources);
      load_sources (collection, event->sources);
      load_actors (collection, event->actors);
      load_claims (collection, event->claims, event->id);
      n_claims += event->claims != NULL ? g_strv_length (event->claims) : 0;
    }

  g_assert_cmpuint (n_claims, >=, 30);
}

static gboolean
has_passage (GPtrArray  *passages,
             const char *id)
{
  for (guint i = 0; i < passages->len; i++)
    if (g_str_equal (((const PsgPassage *) g_ptr_array_index (passages, i))->id, id))
      return TRUE;

  return FALSE;
}

/* Whatever a passage bears on leads back to it. */
static void
check_links (PsgCollection *collection,
             PsgKind        kind,
             GStrv          ids,
             const char    *passage)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) about = psg_collection_load_passages_about (collection, kind, ids[i], &error);

      g_assert_no_error (error);
      g_assert_true (has_passage (about, passage));
    }
}

static void
check_document (PsgCollection     *collection,
                const PsgDocument *document)
{
  guint last = 0;

  for (guint i = 0; i < document->passages->len; i++)
    {
      const PsgPassage *passage = g_ptr_array_index (document->passages, i);
      g_autofree char *words = g_utf8_substring (document->text, passage->anchor->start, passage->anchor->end);
      g_autoptr (PsgPassage) again = psg_collection_load_passage (collection, passage->id, NULL);

      g_assert_cmpstr (words, ==, passage->anchor->exact);
      g_assert_cmpstr (passage->document, ==, document->id);
      g_assert_cmpuint (again->anchor->start, ==, passage->anchor->start);
      g_assert_cmpuint (last, <=, passage->anchor->start);
      last = passage->anchor->start;
      check_links (collection, PSG_KIND_EVENT, passage->events, passage->id);
      check_links (collection, PSG_KIND_CROSSING, passage->crossings, passage->id);
      check_links (collection, PSG_KIND_CLAIM, passage->claims, passage->id);
    }
}

static void
test_every_passage_is_where_it_says (void)
{
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  PsgCollection *collection = PSG_COLLECTION (file);
  GPtrArray *documents = psg_collection_get_documents (collection);
  guint n = 0;

  for (guint i = 0; i < documents->len; i++)
    {
      const PsgDocument *listed = g_ptr_array_index (documents, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgDocument) document = psg_collection_load_document (collection, listed->id, &error);

      g_assert_no_error (error);
      g_assert_null (listed->text);
      g_assert_cmpuint (listed->n_passages, ==, document->passages->len);
      g_assert_cmpstr (document->language, ==, "en");
      g_assert_cmpint (g_array_index (document->blocks, PsgBlock, 0).kind, ==, PSG_BLOCK_HEADING);
      check_document (collection, document);
      n += document->passages->len;
    }

  g_assert_cmpuint (n, >=, 120);
}

static void
check_rows (GArray *rows,
            guint   at_least)
{
  g_assert_cmpuint (rows->len, >=, at_least);
  for (guint i = 1; i < rows->len; i++)
    g_assert_cmpuint (g_array_index (rows, guint, i - 1), <, g_array_index (rows, guint, i));
}

static void
test_events_about (void)
{
  static const struct
  {
    PsgKind     kind;
    const char *id;
    guint       at_least;
  } cases[] = {
    { PSG_KIND_CROSSING, "medininkai-kamenny-loh", 5 },
    { PSG_KIND_PLACE, "vilnius", 3 },
    { PSG_KIND_CROSSING, "no-such-thing", 0 },
    { PSG_KIND_PLACE, "no-such-thing", 0 },
    { PSG_KIND_DOCUMENT, "six-crossings", 0 },
  };
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  PsgCollection *collection = PSG_COLLECTION (file);
  g_autoptr (PsgEvent) event = psg_collection_load_event (collection, 0, NULL);
  g_autoptr (GArray) cited = psg_collection_load_events_about (collection, PSG_KIND_SOURCE, event->sources[0], NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) rows = psg_collection_load_events_about (collection, cases[i].kind, cases[i].id, &error);

      g_assert_no_error (error);
      check_rows (rows, cases[i].at_least);
    }

  check_rows (cited, 1);
  g_assert_cmpuint (g_array_index (cited, guint, 0), ==, 0);
}

static void
test_what_is_not_there_is_not_found (void)
{
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  PsgCollection *collection = PSG_COLLECTION (file);
  g_autoptr (GError) source = NULL, actor = NULL, claim = NULL, document = NULL, passage = NULL;

  g_assert_null (psg_collection_load_source (collection, "no-such-thing", &source));
  g_assert_error (source, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND);
  g_assert_null (psg_collection_load_actor (collection, "", &actor));
  g_assert_error (actor, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND);
  g_assert_null (psg_collection_load_claim (collection, "' OR 1=1 --", &claim));
  g_assert_error (claim, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND);
  g_assert_null (psg_collection_load_document (collection, "no-such-thing", &document));
  g_assert_error (document, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND);
  g_assert_null (psg_collection_load_passage (collection, "no-such-thing", &passage));
  g_assert_error (passage, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

typedef struct
{
  GThread      *thread;
  GCancellable *to_cancel; /* (nullable): at the first report */
  guint         n;
  double        last;
} Reports;

static void
progressed_cb (double   fraction,
               gpointer data)
{
  Reports *reports = data;

  g_assert_true (g_thread_self () == reports->thread);
  g_assert_cmpfloat (fraction, >=, reports->last);
  g_assert_cmpfloat (fraction, <=, 1);
  reports->last = fraction;
  reports->n++;
  if (reports->to_cancel != NULL)
    g_cancellable_cancel (reports->to_cancel);
}

static PsgCollectionFile *
open_in_thread (const char    *path,
                GCancellable  *cancellable,
                Reports       *reports,
                GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  psg_collection_file_open_async (path, cancellable, reports != NULL ? progressed_cb : NULL, reports,
                                  opened_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return psg_collection_file_open_finish (result, error);
}

static void
test_opens_in_a_thread (void)
{
  g_autoptr (GError) error = NULL;
  PsgCollectionFile *file = open_in_thread (psg_fixture_get_bundled (), NULL, NULL, &error);
  g_autoptr (PsgEvent) event = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (psg_collection_file_get_path (file), ==, psg_fixture_get_bundled ());
  event = psg_collection_load_event (PSG_COLLECTION (file), 0, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (file);
}

static void
test_opening_can_be_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (open_in_thread (psg_fixture_get_bundled (), cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_opening_tells_how_far_it_is (void)
{
  Reports reports = { .thread = g_thread_self () };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgCollectionFile) file = open_in_thread (psg_fixture_get_bundled (), NULL, &reports, &error);

  g_assert_no_error (error);
  g_assert_nonnull (file);
  g_assert_cmpuint (reports.n, >=, 1);
  g_assert_cmpfloat (reports.last, >, 0);
}

static void
test_opening_can_be_cancelled_on_the_way (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Reports reports = { .thread = g_thread_self (), .to_cancel = cancellable };
  g_autoptr (GError) error = NULL;

  g_assert_null (open_in_thread (psg_fixture_get_bundled (), cancellable, &reports, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (reports.n, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/collection-file/statuses-on-every-day", test_statuses_on_every_day);
  g_test_add_func ("/store/collection-file/badge", test_badge);
  g_test_add_func ("/store/collection-file/what-it-says-of-itself", test_what_it_says_of_itself);
  g_test_add_func ("/store/collection-file/every-event-loads", test_every_event_loads);
  g_test_add_func ("/store/collection-file/every-passage-is-where-it-says", test_every_passage_is_where_it_says);
  g_test_add_func ("/store/collection-file/events-about", test_events_about);
  g_test_add_func ("/store/collection-file/what-is-not-there-is-not-found", test_what_is_not_there_is_not_found);
  g_test_add_func ("/store/collection-file/opens-in-a-thread", test_opens_in_a_thread);
  g_test_add_func ("/store/collection-file/opening-can-be-cancelled", test_opening_can_be_cancelled);
  g_test_add_func ("/store/collection-file/opening-can-be-cancelled-on-the-way",
                   test_opening_can_be_cancelled_on_the_way);
  g_test_add_func ("/store/collection-file/opening-tells-how-far-it-is", test_opening_tells_how_far_it_is);

  return g_test_run ();
}
