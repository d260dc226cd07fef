/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-fixture.h"

#include <string.h>

/* What the tests of formats share: notes of every kind, and reading with little to write. */

static const char *const texts[] = {
  "", "plain", "# A heading\n\n*and* more\r\n", "\"quoted\" \\ back", "tab\there", "\x01\x1f\x7f", "=1+1", "'=1",
  "Šalčininkų pasienio postas", "שָׁלוֹם", "👨‍👩‍👧🇱🇹", "\xE2\x80\xA8\xE2\x80\xA9", "\xEF\xBB\xBF" "bom",
  "<!-- open", "```\nfence",
  "e\xCC\x81 and \xC3\xA9", "\n", " ", "\xEF\xBF\xBF", "{\"a\": [1]}",
};

/* One line each, as names must be. */
static const char *const names[] = {
  "a", "treaty", "old-road", "with space", "a/b?c#d", "100%", "Šumskas", "https://valley.example/page?q=1#x",
  "passages:valley/event/treaty", "urn:uuid:00000000-0000-4000-8000-000000000001", "<>", "1.0.0+a", "..", "=cmd",
  "mailto:a@b.example", "x:y z",
};

static const char *
any (const char *const *list,
     guint              n)
{
  return list[g_test_rand_int_range (0, n)];
}

#define ANY(list) any (list, G_N_ELEMENTS (list))

static gboolean
maybe (void)
{
  return g_test_rand_bit ();
}

static gint64
any_time (void)
{
  gint64 seconds = g_test_rand_int_range (0, G_MAXINT32) * (gint64) (maybe () ? 1 : 100);

  return seconds * G_TIME_SPAN_SECOND + (maybe () ? 0 : g_test_rand_int_range (0, G_TIME_SPAN_SECOND));
}

static void
fill_span (PsgTimeSpan *span)
{
  static const gint64 starts[] = {
    G_MININT64, G_MININT64 + 1, G_GINT64_CONSTANT (-6295085280), G_GINT64_CONSTANT (-6295085281), -1, 0, 1439
  };

  span->start = maybe () ? starts[g_test_rand_int_range (0, G_N_ELEMENTS (starts))]
                         : g_test_rand_int_range (-2000000000, 100000000);
  span->end = maybe () ? G_MAXINT64 : 100000000 + g_test_rand_int_range (1, 2000000000);
}

static GStrv
any_names (guint most)
{
  guint n = g_test_rand_int_range (0, most);
  GStrv list = n > 0 ? g_new0 (char *, n + 1) : NULL;

  for (guint i = 0; i < n; i++)
    list[i] = g_strdup (ANY (names));

  return list;
}

static void
fill_target (PsgNoteTarget *target)
{
  if (target->kind == PSG_NOTE_ON_PLACE || (target->kind != PSG_NOTE_OWN_EVENT && g_test_rand_int_range (0, 4) == 0))
    {
      target->latitude = g_test_rand_double_range (-90, 90);
      target->longitude = maybe () ? g_test_rand_double_range (-180, 180) : 1e-300;
    }
  if (target->kind != PSG_NOTE_ON_PLACE && target->kind != PSG_NOTE_ON_SPAN && target->kind != PSG_NOTE_OWN_EVENT)
    target->id = g_strdup (ANY (names));
  target->has_span = target->kind == PSG_NOTE_ON_SPAN || maybe ();
  if (target->has_span)
    fill_span (&target->span);
  if (target->kind == PSG_NOTE_ON_PASSAGE
      || (target->kind != PSG_NOTE_OWN_EVENT && g_test_rand_int_range (0, 4) == 0))
    {
      target->exact = g_strdup (maybe () ? "the words" : ANY (texts));
      target->prefix = maybe () ? g_strdup (ANY (texts)) : NULL;
      target->suffix = maybe () ? g_strdup (ANY (texts)) : NULL;
      target->start = maybe () ? 0 : g_test_rand_int_range (0, G_MAXINT32);
      target->end = maybe () ? target->start : G_MAXUINT;
      target->page = maybe () ? 0 : g_test_rand_int_range (1, 1000);
    }
  else if (g_test_rand_int_range (0, 4) == 0)
    target->end = g_test_rand_int_range (0, G_MAXINT32);
  if (target->kind == PSG_NOTE_ON_PASSAGE && *target->exact == '\0')
    {
      g_free (target->exact);
      target->exact = g_strdup ("words");
    }
}

static void
fill_event (PsgNote *note)
{
  static const char *const dates[] = { "2021-07-02", "2021?", "2020-05/2021-08-10", "[2020-01..2020-04]", "2022/.." };
  PsgOwnEvent *event = note->event = psg_own_event_new (maybe () ? ANY (names) : "", ANY (dates));
  guint n = g_test_rand_int_range (0, 4);

  event->lane = maybe () ? g_strdup (ANY (names)) : NULL;
  event->crossings = any_names (4);
  event->has_place = maybe ();
  if (event->has_place)
    {
      event->place = maybe () ? g_strdup (ANY (names)) : NULL;
      note->target.latitude = maybe () ? g_test_rand_double_range (-90, 90) : 0;
      note->target.longitude = g_test_rand_double_range (-180, 180);
    }
  for (guint i = 0; i < n; i++)
    psg_own_event_add_source (event, maybe () ? ANY (names) : "", maybe () ? "https://example.org/?a=1&b=“2”" : "",
                              maybe () ? ANY (texts) : "");
}

static char *
any_id (void)
{
  guint32 parts[4];

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    parts[i] = g_test_rand_int ();

  return g_strdup_printf ("urn:uuid:%08x-%04x-4%03x-8%03x-%08x%04x", parts[0], parts[1] & 0xffff, parts[1] >> 20,
                          parts[2] & 0xfff, parts[3], parts[2] >> 16);
}

PsgNote *
psg_exchange_fixture_random (void)
{
  PsgNote *note = psg_note_create (g_test_rand_int_range (0, PSG_NOTE_N_KINDS), 0);
  g_auto (GStrv) tags = any_names (6);

  g_free (note->id);
  note->id = any_id ();
  note->created = any_time ();
  note->modified = any_time ();
  note->deleted = maybe () ? 0 : any_time ();
  note->collection = maybe () ? g_strdup (ANY (names)) : NULL;
  note->collection_version = maybe () ? g_strdup (ANY (names)) : NULL;
  fill_target (&note->target);
  if (note->target.kind == PSG_NOTE_OWN_EVENT)
    fill_event (note);
  note->colour = g_test_rand_int_range (0, PSG_NOTE_N_COLOURS);
  note->status = g_test_rand_int_range (0, PSG_NOTE_N_STATUSES);
  note->bookmark = maybe ();
  note->review = maybe ();
  g_free (note->body);
  note->body = g_strdup (ANY (texts));
  psg_note_set_tags (note, (const char *const *) tags);
  note->links = any_names (6);
  g_assert_cmpstr (psg_note_find_fault (note), ==, NULL);

  return note;
}

GPtrArray *
psg_exchange_fixture_new_notes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
}

GPtrArray *
psg_exchange_fixture_randoms (guint n)
{
  GPtrArray *notes = psg_exchange_fixture_new_notes ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (notes, psg_exchange_fixture_random ());

  return notes;
}

static void
assert_messages (const PsgExchangeReading *reading)
{
  for (guint i = 0; i < reading->messages->len; i++)
    g_assert_true (g_utf8_validate (g_ptr_array_index (reading->messages, i), -1, NULL));
  for (guint i = 0; i < reading->notes->len; i++)
    g_assert_cmpstr (psg_note_find_fault (g_ptr_array_index (reading->notes, i)), ==, NULL);
}

PsgExchangeReading *
psg_exchange_fixture_read (const char    *json,
                           PsgCollection *collection)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  PsgExchangeReading *reading = psg_exchange_read_json (bytes, collection, 1000000, NULL, &error);

  g_assert_no_error (error);
  assert_messages (reading);

  return reading;
}

PsgExchangeReading *
psg_exchange_fixture_read_file (const char    *name,
                                PsgCollection *collection)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "annotations", name, NULL);
  g_autofree char *json = NULL;

  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));

  return psg_exchange_fixture_read (json, collection);
}

gboolean
psg_exchange_fixture_is_told (const PsgExchangeReading *reading,
                              const char               *words)
{
  for (guint i = 0; i < reading->messages->len; i++)
    if (strstr (g_ptr_array_index (reading->messages, i), words) != NULL)
      return TRUE;

  return FALSE;
}

const PsgNote *
psg_exchange_fixture_find (const PsgExchangeReading *reading,
                           const char               *body)
{
  for (guint i = 0; i < reading->notes->len; i++)
    {
      const PsgNote *note = g_ptr_array_index (reading->notes, i);

      if (g_str_equal (note->body, body))
        return note;
    }

  g_error ("there is no note “%s”", body);
}
