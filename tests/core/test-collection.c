/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection.h"

#include "psg-memory-collection.h"

/* What every collection must answer alike. It is asked of the one in memory, which
 * the other tests lean on. */

static void
test_things_are_found_by_id (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();

  g_assert_cmpstr (psg_collection_find_crossing (collection, "ford")->id, ==, "ford");
  g_assert_cmpstr (psg_collection_find_place (collection, "marsh")->id, ==, "marsh");
  g_assert_cmpstr (psg_collection_find_document (collection, "chronicle")->id, ==, "chronicle");

  g_assert_null (psg_collection_find_crossing (collection, "hall"));
  g_assert_null (psg_collection_find_place (collection, ""));
  g_assert_null (psg_collection_find_document (collection, NULL));

  g_assert_finalize_object (g_steal_pointer (&collection));
}

static void
test_every_row_loads_its_event (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  PsgEventTable *events = psg_collection_get_events (collection);

  for (guint row = 0; row < psg_event_table_get_n (events); row++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgEvent) event = psg_collection_load_event (collection, row, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (event->row, ==, row);
      g_assert_cmpstr (event->id, ==, psg_event_table_get_id (events, row));
      g_assert_cmpstr (psg_text_get (event->title), ==, psg_event_table_get_title (events, row));
      g_assert_cmpuint (event->lane, ==, psg_event_table_get_columns (events)->lane[row]);
    }

  g_assert_finalize_object (g_steal_pointer (&collection));
}

typedef gpointer (*LoadFunc) (PsgCollection *, const char *, GError **);

static const struct
{
  LoadFunc load;
  const char *id;
} loads[] = {
  { (LoadFunc) psg_collection_load_source, "gazette" },
  { (LoadFunc) psg_collection_load_actor, "west-bank" },
  { (LoadFunc) psg_collection_load_claim, "claim-began" },
  { (LoadFunc) psg_collection_load_document, "charter" },
  { (LoadFunc) psg_collection_load_passage, "chronicle-strike" },
};

static void
test_what_is_not_there_is_not_found (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    {
      /* Every record begins with its id, and is unreferenced in the same way. */
      char **record = loads[i].load (collection, loads[i].id, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (*record, ==, loads[i].id);
      g_atomic_rc_box_release (record);

      g_assert_null (loads[i].load (collection, "nothing", &error));
      g_assert_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND);
      g_clear_error (&error);
    }

  g_assert_null (psg_collection_load_event (collection, PSG_ROW_NONE, &error));
  g_assert_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND);

  g_assert_finalize_object (g_steal_pointer (&collection));
}

static const struct
{
  PsgKind kind;
  const char *id;
  const char *passages;
} abouts[] = {
  { PSG_KIND_EVENT, "treaty", "charter-peace chronicle-before" },
  { PSG_KIND_EVENT, "survey", "" },
  { PSG_KIND_CROSSING, "bridge", "charter-toll" },
  { PSG_KIND_CLAIM, "claim-peace", "charter-count" },
  { PSG_KIND_DOCUMENT, "charter", "charter-peace charter-toll charter-count" },
};

static void
test_passages_are_found_by_what_they_bear_on (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();

  for (guint i = 0; i < G_N_ELEMENTS (abouts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) passages = NULL;
      g_autoptr (GString) ids = g_string_new (NULL);

      passages = psg_collection_load_passages_about (collection, abouts[i].kind, abouts[i].id, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < passages->len; j++)
        {
          const PsgPassage *passage = g_ptr_array_index (passages, j);

          g_string_append_printf (ids, "%s%s", j > 0 ? " " : "", passage->id);
        }
      g_assert_cmpstr (ids->str, ==, abouts[i].passages);
    }

  g_assert_finalize_object (g_steal_pointer (&collection));
}

/* What a passage quotes is what stands at its position. */
static void
test_passages_quote_their_document (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  GPtrArray *documents = psg_collection_get_documents (collection);

  for (guint i = 0; i < documents->len; i++)
    {
      const PsgDocument *listed = g_ptr_array_index (documents, i);
      g_autoptr (PsgDocument) document = psg_collection_load_document (collection, listed->id, NULL);

      g_assert_cmpuint (document->passages->len, ==, document->n_passages);
      for (guint j = 0; j < document->passages->len; j++)
        {
          const PsgPassage *passage = g_ptr_array_index (document->passages, j);
          g_autofree char *words = g_utf8_substring (document->text, passage->anchor->start, passage->anchor->end);

          g_assert_cmpstr (words, ==, passage->anchor->exact);
        }
    }

  g_assert_finalize_object (g_steal_pointer (&collection));
}

static void
test_searching_finds_events_and_documents (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (GPtrArray) hits = psg_collection_search (collection, "roads", PSG_KIND_NONE, 10, NULL);
  g_autoptr (GPtrArray) one = psg_collection_search (collection, "roads", PSG_KIND_NONE, 1, NULL);
  const PsgHit *first = g_ptr_array_index (hits, 0), *second = g_ptr_array_index (hits, 1);

  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpint (first->kind, ==, PSG_KIND_EVENT);
  g_assert_cmpstr (first->id, ==, "treaty");
  g_assert_cmpint (second->kind, ==, PSG_KIND_DOCUMENT);
  g_assert_cmpstr (second->id, ==, "charter");
  g_assert_cmpuint (one->len, ==, 1);

  g_assert_finalize_object (g_steal_pointer (&collection));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/collection/things-are-found-by-id", test_things_are_found_by_id);
  g_test_add_func ("/core/collection/every-row-loads-its-event", test_every_row_loads_its_event);
  g_test_add_func ("/core/collection/what-is-not-there-is-not-found", test_what_is_not_there_is_not_found);
  g_test_add_func ("/core/collection/passages-are-found-by-what-they-bear-on",
                   test_passages_are_found_by_what_they_bear_on);
  g_test_add_func ("/core/collection/passages-quote-their-document", test_passages_quote_their_document);
  g_test_add_func ("/core/collection/searching-finds-events-and-documents", test_searching_finds_events_and_documents);

  return g_test_run ();
}
