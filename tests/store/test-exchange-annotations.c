/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-fixture.h"

#include "psg-memory-collection.h"

#include <string.h>

/* W3C Web Annotations: what is written conforms and comes back to the letter; what others write is understood. */

static GBytes *
write_notes (GPtrArray *notes)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = psg_exchange_write_annotations (notes, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static PsgExchangeReading *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  PsgExchangeReading *reading = psg_exchange_read_json (bytes, NULL, 0, NULL, &error);

  g_assert_no_error (error);

  return reading;
}

static const PsgNote *
find_by_id (GPtrArray  *notes,
            const char *id)
{
  for (guint i = 0; i < notes->len; i++)
    if (g_str_equal (((PsgNote *) g_ptr_array_index (notes, i))->id, id))
      return g_ptr_array_index (notes, i);

  return NULL;
}

static void
assert_round_trip (GPtrArray *notes)
{
  g_autoptr (GBytes) bytes = write_notes (notes);
  g_autoptr (PsgExchangeReading) reading = read_bytes (bytes);
  g_autoptr (GBytes) again = write_notes (reading->notes);

  psg_exchange_fixture_check (bytes);
  g_assert_cmpuint (reading->notes->len, ==, notes->len);
  g_assert_cmpuint (reading->n_missed, ==, 0);
  for (guint i = 0; i < reading->messages->len; i++)
    g_assert_cmpstr (g_ptr_array_index (reading->messages, i), ==, NULL);
  for (guint i = 0; i < notes->len; i++)
    {
      const PsgNote *note = g_ptr_array_index (notes, i);

      g_assert_true (psg_note_equal (note, find_by_id (reading->notes, note->id)));
    }
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   g_bytes_get_data (again, NULL), g_bytes_get_size (again));
}

static void
test_what_is_written_comes_back (void)
{
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GPtrArray) notes = psg_exchange_fixture_randoms (20);

      assert_round_trip (notes);
    }
}

static void
test_no_notes_are_a_collection_too (void)
{
  g_autoptr (GPtrArray) none = psg_exchange_fixture_new_notes ();

  assert_round_trip (none);
}

/* A file once written is read for ever, and written the same. */
static void
test_a_file_of_ours (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "annotations", "ours.jsonld", NULL);
  g_autoptr (PsgExchangeReading) reading = psg_exchange_fixture_read_file ("ours.jsonld", NULL);
  g_autoptr (GBytes) bytes = write_notes (reading->notes);
  g_autofree char *json = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &json, &size, NULL));
  g_assert_cmpuint (reading->notes->len, ==, 10);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), json, size);
}

/* With a collection at hand nothing is looked for that has been decided. */
static void
test_a_collection_changes_nothing_of_ours (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_new_notes ();
  PsgNote *note = psg_note_create (PSG_NOTE_ON_PASSAGE, 5);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PsgExchangeReading) reading = NULL;

  note->target.id = g_strdup ("https://valley.example/elsewhere");
  note->target.exact = g_strdup ("keep the roads open by day, and the bridge by night");
  g_ptr_array_add (notes, note);
  bytes = write_notes (notes);
  reading = psg_exchange_read_json (bytes, collection, 0, NULL, NULL);

  g_assert_true (psg_note_equal (note, g_ptr_array_index (reading->notes, 0)));
}

static void
test_the_order_of_notes_does_not_matter (void)
{
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_randoms (30);
  g_autoptr (GPtrArray) reversed = psg_exchange_fixture_new_notes ();
  g_autoptr (GBytes) bytes = write_notes (notes);
  g_autoptr (GBytes) other = NULL;

  for (guint i = notes->len; i-- > 0;)
    g_ptr_array_add (reversed, psg_note_ref (g_ptr_array_index (notes, i)));
  other = write_notes (reversed);
  g_assert_true (g_bytes_equal (bytes, other));
}

/* One note to the letter: what other programs see. */
static void
test_a_note_as_others_see_it (void)
{
  g_autoptr (PsgNote) note = psg_note_create (PSG_NOTE_ON_PASSAGE, G_GINT64_CONSTANT (1700000000) * G_TIME_SPAN_SECOND);
  g_auto (PsgJsonWriter) writer = PSG_JSON_WRITER_INIT;

  g_free (note->id);
  note->id = g_strdup ("urn:uuid:00000000-0000-4000-8000-000000000001");
  g_free (note->body);
  note->body = g_strdup ("Who *counted*?");
  note->collection = g_strdup ("valley");
  note->collection_version = g_strdup ("1.0.0+a");
  note->target.id = g_strdup ("charter");
  note->target.exact = g_strdup ("Forty carts");
  note->target.prefix = g_strdup ("none. ");
  note->target.start = 7;
  note->target.end = 18;
  note->target.page = 3;
  note->colour = PSG_NOTE_BLUE;
  note->status = PSG_NOTE_TO_CHECK;
  note->bookmark = TRUE;
  psg_note_set_tags (note, (const char *[]) { "tolls", NULL });
  psg_note_add_link (note, "passages:valley/event/treaty");
  psg_exchange_write_annotation (&writer, note);

  g_assert_cmpstr (writer.text->str, ==,
                   "{\n"
                   "  \"id\": \"urn:uuid:00000000-0000-4000-8000-000000000001\",\n"
                   "  \"type\": \"Annotation\",\n"
                   "  \"motivation\": [\n"
                   "    \"highlighting\",\n"
                   "    \"bookmarking\",\n"
                   "    \"tagging\",\n"
                   "    \"linking\",\n"
                   "    \"commenting\"\n"
                   "  ],\n"
                   "  \"created\": \"2023-11-14T22:13:20Z\",\n"
                   "  \"modified\": \"2023-11-14T22:13:20Z\",\n"
                   "  \"body\": [\n"
                   "    {\n"
                   "      \"type\": \"TextualBody\",\n"
                   "      \"purpose\": \"commenting\",\n"
                   "      \"format\": \"text/markdown\",\n"
                   "      \"value\": \"Who *counted*?\"\n"
                   "    },\n"
                   "    {\n"
                   "      \"type\": \"TextualBody\",\n"
                   "      \"purpose\": \"tagging\",\n"
                   "      \"format\": \"text/plain\",\n"
                   "      \"value\": \"tolls\"\n"
                   "    },\n"
                   "    {\n"
                   "      \"type\": \"SpecificResource\",\n"
                   "      \"purpose\": \"linking\",\n"
                   "      \"source\": \"passages:valley/event/treaty\"\n"
                   "    }\n"
                   "  ],\n"
                   "  \"target\": {\n"
                   "    \"type\": \"SpecificResource\",\n"
                   "    \"source\": \"passages:valley/document/charter?v=1.0.0%2Ba\",\n"
                   "    \"selector\": {\n"
                   "      \"type\": \"FragmentSelector\",\n"
                   "      \"conformsTo\": \"http://tools.ietf.org/rfc/rfc3778\",\n"
                   "      \"value\": \"page=3\",\n"
                   "      \"refinedBy\": [\n"
                   "        {\n"
                   "          \"type\": \"TextQuoteSelector\",\n"
                   "          \"exact\": \"Forty carts\",\n"
                   "          \"prefix\": \"none. \"\n"
                   "        },\n"
                   "        {\n"
                   "          \"type\": \"TextPositionSelector\",\n"
                   "          \"start\": 7,\n"
                   "          \"end\": 18\n"
                   "        }\n"
                   "      ]\n"
                   "    }\n"
                   "  },\n"
                   "  \"psg:colour\": \"blue\",\n"
                   "  \"psg:status\": \"to-check\"\n"
                   "}");
}

static gboolean
has (GStrv       list,
     const char *word)
{
  return list != NULL && g_strv_contains ((const char *const *) list, word);
}

/* A collection made elsewhere, in two pages of three. */
static void
test_a_collection_made_elsewhere (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (PsgExchangeReading) reading = psg_exchange_fixture_read_file ("collection.jsonld", collection);
  const PsgNote *note;
  gint64 created;

  g_assert_cmpuint (reading->notes->len, ==, 5);

  note = psg_exchange_fixture_find (reading, "Two bodies\n\nmake one note");
  psg_exchange_parse_time ("2023-05-01T08:00:00.5Z", &created);
  g_assert_cmpint (note->created, ==, created);
  g_assert_true (has (note->tags, "peace"));
  g_assert_true (has (note->tags, "by:Viltė"));
  g_assert_true (has (note->links, "https://annotations.example/1"));
  g_assert_true (has (note->links, "https://valley.example/audio.mp3"));
  g_assert_cmpstr (note->collection, ==, "valley");
  g_assert_cmpstr (note->target.id, ==, "charter");
  g_assert_cmpuint (note->target.start, >, 0);
  g_assert_cmpuint (note->target.end - note->target.start, ==, strlen ("keep the roads open by day"));
  g_assert_false (note->review);

  note = psg_exchange_fixture_find (reading, "A value alone");
  g_assert_cmpint (note->target.kind, ==, PSG_NOTE_ON_EVENT);
  g_assert_cmpstr (note->target.id, ==, "treaty");
  g_assert_cmpstr (note->collection_version, ==, "1.0.0");
  g_assert_true (note->bookmark);
  g_assert_cmpint (note->created, ==, 1000000);

  note = psg_exchange_fixture_find (reading, "");
  g_assert_cmpint (note->target.kind, ==, PSG_NOTE_ON_CROSSING);
  g_assert_true (has (note->links, "https://valley.example/a-body-elsewhere"));
  g_assert_true (has (note->links, "https://valley.example/other"));

  note = psg_exchange_fixture_find (reading, "In a choice");
  g_assert_cmpstr (note->id, ==, "urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df");
  g_assert_cmpstr (note->target.id, ==, "https://valley.example/scan.pdf");
  g_assert_cmpstr (note->target.exact, ==, "words of a scan");
  g_assert_cmpuint (note->target.page, ==, 12);
  g_assert_cmpuint (note->target.start, ==, 10);
  g_assert_true (note->review);

  note = psg_exchange_fixture_find (reading, "<p>HTML</p>");
  g_assert_cmpint (note->target.kind, ==, PSG_NOTE_ON_SPAN);
  g_assert_true (note->target.has_span);
}

/* What has no place in a note is told of, item by item, with its line. */
static void
test_what_is_not_understood_is_told (void)
{
  static const char *const told[] = {
    "Line 17: left out: XPathSelector",
    "Line 45: left out: motivation assessing, dcterms:subject, stylesheet, target 2",
    "target.state",
    "text/html",
    "Line 88: target: nothing is named that the annotation is about",
    "Line 89: type: this is no Annotation",
    "Line 90: type: this is no Annotation",
    "a page of annotations is not in this file: https://annotations.example/collections/valley?page=3",
    "Line 10: total: the collection should hold 9 annotations, and holds 8",
  };
  g_autoptr (PsgExchangeReading) reading = psg_exchange_fixture_read_file ("collection.jsonld", NULL);

  g_assert_cmpuint (reading->n_missed, ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (!psg_exchange_fixture_is_told (reading, told[i]))
      {
        for (guint j = 0; j < reading->messages->len; j++)
          g_test_message ("%s", (char *) g_ptr_array_index (reading->messages, j));
        g_error ("it is not told: %s", told[i]);
      }
}

static void
test_a_single_annotation (void)
{
  g_autoptr (PsgExchangeReading) reading = psg_exchange_fixture_read_file ("single.jsonld", NULL);
  g_autoptr (PsgExchangeReading) again = psg_exchange_fixture_read_file ("single.jsonld", NULL);
  const PsgNote *note = g_ptr_array_index (reading->notes, 0);

  g_assert_cmpuint (reading->notes->len, ==, 1);
  g_assert_cmpstr (note->body, ==, "words where an IRI should be");
  g_assert_true (has (note->tags, "a tag without a purpose"));
  g_assert_cmpstr (note->target.id, ==, "https://valley.example/photograph");
  g_assert_cmpstr (note->target.exact, ==, "https://valley.example/photograph");
  g_assert_true (note->review);
  g_assert_true (psg_note_equal (note, g_ptr_array_index (again->notes, 0)));
}

/* What files may begin with, and what is none. */
static void
test_roots (void)
{
  static const struct
  {
    const char *json;
    int         n_notes; /* -1: no file of annotations */
  } roots[] = {
    { "[]", 0 },
    { "\xEF\xBB\xBF[{\"type\":\"Annotation\",\"target\":\"passages:v/event/e\"}]", 1 },
    { "{\"@graph\":[{\"@type\":[\"Annotation\",\"x\"],\"target\":{\"source\":\"passages:v/event/e\"}}]}", 1 },
    { "{\"type\":\"AnnotationPage\",\"items\":{\"type\":\"Annotation\",\"target\":\"passages:v/event/e\"}}", 1 },
    { "{\"type\":\"AnnotationCollection\",\"first\":\"https://valley.example/1\"}", 0 },
    { "[1, null, \"x\", [], {}]", 0 },
    { "{}", -1 },
    { "\"Annotation\"", -1 },
    { "null", -1 },
    { "", -1 },
    { "{\"type\": \"Annotation\",}", -1 },
    { "\xff", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (roots[i].json, strlen (roots[i].json));
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgExchangeReading) reading = psg_exchange_read_json (bytes, NULL, 0, NULL, &error);

      if (roots[i].n_notes < 0)
        g_assert_error (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_FORMAT);
      else
        g_assert_cmpuint (reading->notes->len, ==, roots[i].n_notes);
    }
}

static void
test_errors_name_the_line (void)
{
  static const char json[] = "[\n  {\n    \"type\": \"Annotation\"\n    \"target\": 1\n  }\n]";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;

  g_assert_null (psg_exchange_read_json (bytes, NULL, 0, NULL, &error));
  g_assert_nonnull (strstr (error->message, "Line 4"));
}

/* Whatever an item is, it is a note without fault or is told of. */
static void
test_hostile_items (void)
{
  static const char *const items[] = {
    "\"target\": {}", "\"target\": []", "\"target\": [[]]", "\"target\": 5", "\"target\": \"\"",
    "\"target\": \"passages:\"",
    "\"target\": \"passages:v/event/\"", "\"target\": \"passages:v/event/%00\"", "\"target\": \"passages:v/event/%ff\"",
    "\"target\": \"passages:v/event/%0a\"", "\"target\": \"passages:%/event/x\"",
    "\"target\": \"passages:v/event/x?w=1\"",
    "\"target\": \"passages:v/person/x\"", "\"target\": \"passages:v/a/b/c/d\"", "\"target\": {\"source\": {}}",
    "\"target\": {\"source\": \"passages:v\", \"psg:kind\": \"span\"}",
    "\"target\": {\"source\": \"passages:v\", \"psg:kind\": \"event\"}",
    "\"target\": {\"source\": \"passages:v\", \"psg:span\": \"2/1\"}",
    "\"target\": {\"source\": \"passages:v\", \"psg:span\": \"2020-01-01T24:00/2020-02-01T00:00\"}",
    "\"target\": {\"source\": \"passages:v\", \"wgs84:lat\": 91, \"wgs84:long\": \"x\"}",
    "\"target\": {\"source\": \"x:y\", \"selector\": {\"type\": \"TextQuoteSelector\", \"exact\": 5}}",
    "\"target\": {\"source\": \"x:y\", \"selector\": "
    "{\"type\": \"TextPositionSelector\", \"start\": -1, \"end\": 1e300}}",
    "\"target\": {\"source\": \"x:y\", \"selector\": {\"type\": \"TextPositionSelector\", \"start\": 9, \"end\": 8.5}}",
    "\"target\": {\"source\": \"x:y\", \"selector\": "
    "{\"type\": \"FragmentSelector\", \"value\": \"page=99999999999999\"}}",
    "\"target\": {\"source\": \"x:y\", \"selector\": "
    "{\"type\": \"FragmentSelector\", \"value\": \"&&&&page=0&char=9,1\"}}",
    "\"target\": {\"source\": \"x:y\", \"selector\": [[{\"type\": 1}], \"x\", null]}",
    "\"target\": \"x:y\", \"created\": \"1969-01-01T00:00:00Z\", \"modified\": 5, \"psg:deleted\": \"x\"",
    "\"target\": \"x:y\", \"created\": \"9999-12-31T23:59:59.9999999Z\", \"modified\": \"2020-13-01\"",
    "\"target\": \"x:y\", \"body\": [null, 5, [], {}, {\"type\": \"Choice\", \"items\": 5}], \"bodyValue\": {}",
    "\"target\": \"x:y\", \"body\": {\"value\": \"\\u0001\\n\", \"purpose\": \"tagging\"}, \"id\": 5",
    "\"target\": \"x:y\", \"psg:colour\": \"mauve\", \"psg:status\": [], \"psg:review\": \"yes\", \"motivation\": {}",
    "\"target\": \"x:y\", \"id\": \"urn:uuid:\\u000a\"",
    "\"target\": \"x:y\", \"id\": \"a\", \"id\": \"b\", \"@id\": \"c\", \"target\": \"z:z\"",
    "\"target\": \"x:y\", \"creator\": [{\"name\": 5}, {\"nickname\": \"\\u202e\"}, \"https://x.example/%s%n\"]",
  };
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *json = g_strdup_printf ("[{\"type\": \"Annotation\", %s}]", items[i]);
      g_autoptr (PsgExchangeReading) reading = psg_exchange_fixture_read (json, collection);

      g_assert_cmpuint (reading->notes->len + reading->n_missed, ==, 1);
      g_assert_true (reading->messages->len > 0 || reading->notes->len > 0);
    }
}

/* Too long, too many, too deep. */
static void
test_limits (void)
{
  g_autofree char *long_text = g_strnfill (PSG_NOTE_MAX_BODY + 1, 'x');
  g_autofree char *long_name = g_strnfill (PSG_NOTE_MAX_NAME + 1, 'x');
  g_autofree char *deep = g_strnfill (200000, '[');
  g_autoptr (GBytes) bytes = g_bytes_new (deep, strlen (deep));
  g_autoptr (GString) values = g_string_new ("[{\"type\":\"Annotation\",\"target\":\"x:y\"},[1");
  g_autoptr (GString) members = g_string_new ("{\"a\":1");
  g_autoptr (GBytes) root = NULL;
  g_autoptr (GString) many = g_string_new ("[{\"type\":\"Annotation\",\"target\":\"passages:v/event/e\",\"body\":[");
  g_autofree char *json = NULL;
  g_autoptr (PsgExchangeReading) reading = NULL, tags = NULL, items = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (psg_exchange_read_json (bytes, NULL, 0, NULL, &error));
  g_assert_error (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_FORMAT);
  g_clear_error (&error);

  /* In a note, and in what is around them. */
  for (guint i = 0; i < PSG_EXCHANGE_MAX_VALUES; i++)
    g_string_append (values, ",1");
  g_string_append (values, "]]");
  items = psg_exchange_fixture_read (values->str, NULL);
  g_assert_cmpuint (items->notes->len, ==, 1);
  g_assert_cmpuint (items->n_missed, ==, 1);
  g_assert_true (psg_exchange_fixture_is_told (items, "Line 1: there are more than 100000 values in the note"));

  for (guint i = 0; i < 2 * PSG_EXCHANGE_MAX_NOTES; i++)
    g_string_append (members, ",\"a\":1");
  g_string_append (members, "}");
  root = g_bytes_new (members->str, members->len);
  g_assert_null (psg_exchange_read_json (root, NULL, 0, NULL, &error));
  g_assert_error (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_TOO_LARGE);

  json = g_strdup_printf ("[{\"type\":\"Annotation\",\"target\":\"passages:v/event/e\",\"bodyValue\":\"%s\"},"
                          "{\"type\":\"Annotation\",\"target\":\"passages:v/event/%s\"},"
                          "{\"type\":\"Annotation\",\"target\":\"https://x.example/%s\"}]",
                          long_text, long_name, long_name);
  reading = psg_exchange_fixture_read (json, NULL);
  g_assert_cmpuint (reading->notes->len, ==, 0);
  g_assert_cmpuint (reading->n_missed, ==, 3);

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (many, "%s{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\"t%u\"},\"x:%u\"",
                            i > 0 ? "," : "", i, i);
  g_string_append (many, "]}]");
  tags = psg_exchange_fixture_read (many->str, NULL);
  g_assert_cmpuint (tags->notes->len, ==, 1);
  g_assert_true (psg_exchange_fixture_is_told (tags, "left out: "));
}

static void
test_messages_end_somewhere (void)
{
  g_autoptr (GString) json = g_string_new ("[1");
  g_autoptr (PsgExchangeReading) reading = NULL;

  for (guint i = 0; i < PSG_EXCHANGE_MAX_MESSAGES; i++)
    g_string_append (json, ",1");
  g_string_append (json, ",1]");
  reading = psg_exchange_fixture_read (json->str, NULL);

  g_assert_cmpuint (reading->messages->len, ==, PSG_EXCHANGE_MAX_MESSAGES);
  g_assert_cmpuint (reading->n_unsaid, ==, 2);
  g_assert_cmpuint (reading->n_missed, ==, PSG_EXCHANGE_MAX_MESSAGES + 2);
}

static void
test_both_can_be_stopped (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_randoms (2);
  g_autoptr (GBytes) bytes = write_notes (notes);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (psg_exchange_read_json (bytes, NULL, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (psg_exchange_write_annotations (notes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    const char *same; /* NULL: no time */
  } times[] = {
    { "2023-11-14T22:13:20.000001Z", "2023-11-14T22:13:20.000001Z" },
    { "2023-11-14T22:13:20.1Z", "2023-11-14T22:13:20.100000Z" },
    { "2023-11-14T22:13:20.123456789+02:00", "2023-11-14T20:13:20.123456Z" },
    { "2023-11-14T22:13:20", "2023-11-14T22:13:20Z" },
    { "2023-11-14", "2023-11-14T00:00:00Z" },
    { "9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z" },
    { "1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z" },
    { "1969-12-31T23:59:59Z", NULL },
    { "2023-02-30", NULL },
    { "yesterday", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *again = NULL;
      gint64 time;

      g_assert_cmpint (psg_exchange_parse_time (times[i].text, &time), ==, times[i].same != NULL);
      if (times[i].same == NULL)
        continue;
      again = psg_exchange_format_time (time);
      g_assert_cmpstr (again, ==, times[i].same);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/exchange-annotations/what-is-written-comes-back", test_what_is_written_comes_back);
  g_test_add_func ("/store/exchange-annotations/no-notes-are-a-collection-too", test_no_notes_are_a_collection_too);
  g_test_add_func ("/store/exchange-annotations/a-file-of-ours", test_a_file_of_ours);
  g_test_add_func ("/store/exchange-annotations/a-collection-changes-nothing-of-ours",
                   test_a_collection_changes_nothing_of_ours);
  g_test_add_func ("/store/exchange-annotations/the-order-of-notes-does-not-matter",
                   test_the_order_of_notes_does_not_matter);
  g_test_add_func ("/store/exchange-annotations/a-note-as-others-see-it", test_a_note_as_others_see_it);
  g_test_add_func ("/store/exchange-annotations/a-collection-made-elsewhere", test_a_collection_made_elsewhere);
  g_test_add_func ("/store/exchange-annotations/what-is-not-understood-is-told", test_what_is_not_understood_is_told);
  g_test_add_func ("/store/exchange-annotations/a-single-annotation", test_a_single_annotation);
  g_test_add_func ("/store/exchange-annotations/roots", test_roots);
  g_test_add_func ("/store/exchange-annotations/errors-name-the-line", test_errors_name_the_line);
  g_test_add_func ("/store/exchange-annotations/hostile-items", test_hostile_items);
  g_test_add_func ("/store/exchange-annotations/limits", test_limits);
  g_test_add_func ("/store/exchange-annotations/messages-end-somewhere", test_messages_end_somewhere);
  g_test_add_func ("/store/exchange-annotations/both-can-be-stopped", test_both_can_be_stopped);
  g_test_add_func ("/store/exchange-annotations/times", test_times);

  return g_test_run ();
}
