/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-fixture.h"

#include "psg-memory-collection.h"

#include <string.h>

/* Hypothesis's JSON: rows become notes; where they belong is found only where it is certain. */

static gboolean
has (GStrv       list,
     const char *word)
{
  return list != NULL && g_strv_contains ((const char *const *) list, word);
}

static void
test_rows_become_notes (void)
{
  g_autoptr (PsgExchangeReading) reading = psg_exchange_fixture_read_file ("hypothesis.json", NULL);
  g_autofree char *id = psg_note_dup_id_for ("https://hypothes.is/a/AbCdEfGhIjKlMnOpQrStUv");
  g_autofree char *third = psg_note_dup_id_for ("https://hypothes.is/a/third");
  g_autofree char *created = NULL;
  const PsgNote *note;

  g_assert_cmpuint (reading->notes->len, ==, 5);
  g_assert_cmpuint (reading->n_missed, ==, 1);
  g_assert_true (psg_exchange_fixture_is_told (reading, "Line 61: uri: "));
  g_assert_true (psg_exchange_fixture_is_told (reading, "something_new"));

  note = psg_exchange_fixture_find (reading, "It is in the collection, once");
  g_assert_cmpstr (note->id, ==, id);
  created = psg_exchange_format_time (note->created);
  g_assert_cmpstr (created, ==, "2019-01-03T18:46:09.334539Z");
  g_assert_cmpint (note->modified, >, note->created);
  g_assert_true (has (note->tags, "peace") && has (note->tags, "to read") && has (note->tags, "by:vilte"));
  g_assert_true (has (note->links, "https://hypothes.is/a/AbCdEfGhIjKlMnOpQrStUv"));
  g_assert_cmpint (note->target.kind, ==, PSG_NOTE_ON_PASSAGE);
  g_assert_cmpstr (note->target.id, ==, "https://valley.example/charter.html");
  g_assert_cmpstr (note->target.exact, ==, "keep the roads open by day");
  g_assert_cmpuint (note->target.start, ==, 996);
  g_assert_true (note->review);

  note = psg_exchange_fixture_find (reading, "It is not in the collection");
  g_assert_true (has (note->tags, "by:other@elsewhere.example"));
  note = psg_exchange_fixture_find (reading, "A note on the page");
  g_assert_cmpstr (note->target.exact, ==, "A page");
  g_assert_true (note->review);
  note = psg_exchange_fixture_find (reading, "A reply");
  g_assert_true (has (note->links, third));
  note = psg_exchange_fixture_find (reading, "Too short to tell");
  g_assert_cmpuint (note->target.page, ==, 5);
}

static void
test_words_are_found_in_the_collection (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (PsgExchangeReading) reading = psg_exchange_fixture_read_file ("hypothesis.json", collection);
  g_autoptr (PsgDocument) charter = psg_collection_load_document (collection, "charter", NULL);
  const PsgNote *note = psg_exchange_fixture_find (reading, "It is in the collection, once");

  g_assert_cmpstr (note->collection, ==, "valley");
  g_assert_cmpstr (note->collection_version, ==, "1");
  g_assert_cmpstr (note->target.id, ==, "charter");
  g_assert_cmpstr (note->target.exact, ==, "keep the roads open by day");
  g_assert_true (g_str_has_prefix (g_utf8_offset_to_pointer (charter->text, note->target.start), note->target.exact));
  g_assert_true (has (note->links, "https://valley.example/charter.html"));
  g_assert_false (note->review);
  g_assert_true (psg_exchange_fixture_is_told (reading, "Line 4: its words were found in “The charter of the valley”"));

  /* Everything else is left to the person; one word that stands once is no proof. */
  for (guint i = 0; i < reading->notes->len; i++)
    if (g_ptr_array_index (reading->notes, i) != note)
      {
        const PsgNote *other = g_ptr_array_index (reading->notes, i);

        g_assert_true (other->review);
        g_assert_null (other->collection);
      }
}

/* @exact, @prefix and @suffix as quoted. Returns: whether it was put into the collection */
static gboolean
is_attached (const char *exact,
             const char *prefix,
             const char *suffix)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autofree char *json = g_strdup_printf (
      "[{\"uri\": \"https://x.example/\", \"target\": [{\"selector\": [{\"type\": \"TextQuoteSelector\","
      "\"exact\": \"%s\", \"prefix\": \"%s\", \"suffix\": \"%s\"}]}]}]", exact, prefix, suffix);
  g_autoptr (PsgExchangeReading) reading = psg_exchange_fixture_read (json, collection);
  const PsgNote *note = g_ptr_array_index (reading->notes, 0);

  g_assert_cmpstr (note->target.exact, ==, exact);
  g_assert_true (note->review == (note->collection == NULL));

  return !note->review;
}

static void
test_look_alikes_are_left_alone (void)
{
  g_assert_true (is_attached ("A market cart pays none.", "", ""));
  g_assert_true (is_attached ("the pass was closed", "In February ", ". In March"));
  /* The same words in other surroundings. */
  g_assert_false (is_attached ("the pass was closed", "For most of that winter ", " to all but the miller"));
  /* Almost the same words. */
  g_assert_false (is_attached ("A market cart pays nine.", "", ""));
  g_assert_false (is_attached ("In February the pass was opened. In March", "", ""));
  /* Words that would stand in many texts. */
  g_assert_false (is_attached ("the drivers", "", ""));
}

static void
test_shapes_of_files (void)
{
  static const struct
  {
    const char *json;
    guint       n_notes;
    guint       n_missed;
  } files[] = {
    { "{\"rows\": [], \"total\": 0}", 0, 0 },
    { "{\"export_date\": \"2024\", \"annotations\": [{\"uri\": \"x:y\", \"text\": \"a\"}]}", 1, 0 },
    { "[{\"uri\": \"x:y\"}, {\"uri\": 5}, {\"uri\": \"\"}, null, \"x\", []]", 1, 5 },
    { "{\"rows\": [{\"uri\": \"passages:valley/event/treaty\", \"text\": \"b\"}]}", 1, 0 },
    { "{\"rows\": [{\"uri\": \"passages:valley\", \"text\": \"b\"}]}", 1, 0 },
    { "{\"rows\": [{\"uri\": \"x:y\", \"tags\": [5, null], \"user\": 5, \"created\": [], \"references\": {},"
      " \"document\": {\"title\": {}}, \"target\": [[], 5], \"id\": {}}]}", 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (PsgExchangeReading) reading = psg_exchange_fixture_read (files[i].json, NULL);

      g_assert_cmpuint (reading->notes->len, ==, files[i].n_notes);
      g_assert_cmpuint (reading->n_missed, ==, files[i].n_missed);
    }
}

/* Brought in, taken away and brought in again: nothing of it is lost. */
static void
test_it_comes_back_as_annotations (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (PsgExchangeReading) reading = psg_exchange_fixture_read_file ("hypothesis.json", NULL);
  g_autoptr (GBytes) bytes = psg_exchange_write_annotations (reading->notes, NULL, NULL);
  g_autoptr (PsgExchangeReading) again = psg_exchange_read_json (bytes, collection, 0, NULL, NULL);
  g_autoptr (GBytes) same = psg_exchange_write_annotations (again->notes, NULL, NULL);

  psg_exchange_fixture_check (bytes);
  g_assert_true (g_bytes_equal (bytes, same));
  g_assert_cmpuint (again->messages->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/exchange-hypothesis/rows-become-notes", test_rows_become_notes);
  g_test_add_func ("/store/exchange-hypothesis/words-are-found-in-the-collection",
                   test_words_are_found_in_the_collection);
  g_test_add_func ("/store/exchange-hypothesis/look-alikes-are-left-alone", test_look_alikes_are_left_alone);
  g_test_add_func ("/store/exchange-hypothesis/shapes-of-files", test_shapes_of_files);
  g_test_add_func ("/store/exchange-hypothesis/it-comes-back-as-annotations", test_it_comes_back_as_annotations);

  return g_test_run ();
}
