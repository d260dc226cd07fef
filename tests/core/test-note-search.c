/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-memory-collection.h"
#include "psg-memory-notes.h"
#include "psg-note-search.h"
#include "psg-note-snippet.h"
#include "psg-note-subject.h"

/* Notes in the search over everything: which are found, with which terms, and what is shown of them. */

#define NOW G_GINT64_CONSTANT (1700000000000000)

typedef struct
{
  PsgCollection *collection;
  PsgMemoryNotes *store;
  PsgNotes *notes;
  PsgSession *session;
  PsgSearcher *searcher;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (PsgNoteSearch) search = NULL;

  fixture->collection = psg_memory_collection_new ();
  fixture->store = psg_memory_notes_new ();
  fixture->notes = psg_notes_new (PSG_NOTE_STORE (fixture->store));
  fixture->session = psg_session_new ();
  psg_session_set_collection (fixture->session, fixture->collection);
  psg_session_set_notes (fixture->session, fixture->notes);
  search = psg_note_search_new (fixture->session);
  fixture->searcher = psg_searcher_new (fixture->collection);
  psg_searcher_add_provider (fixture->searcher, PSG_SEARCH_PROVIDER (search));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->searcher);
  g_assert_finalize_object (fixture->session);
  psg_notes_close (fixture->notes);
  psg_memory_notes_settle (fixture->store, fixture->notes);
  g_assert_finalize_object (fixture->notes);
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->collection);
}

/* @note: (transfer full) */
static void
add (Fixture    *fixture,
     PsgNote    *note,
     const char *body)
{
  g_autoptr (PsgNote) owned = note;

  g_free (note->body);
  note->body = g_strdup (body);
  psg_notes_change (fixture->notes, "Add Note", NULL, note, NULL);
}

static void
add_about_event (Fixture    *fixture,
                 const char *id,
                 const char *body)
{
  guint row = psg_event_table_find (psg_collection_get_events (fixture->collection), id);

  g_assert_cmpuint (row, !=, PSG_ROW_NONE);
  add (fixture, psg_note_new_about_event (fixture->collection, row, NOW), body);
}

static void
add_about_span (Fixture    *fixture,
                const char *first,
                const char *last,
                const char *body)
{
  PsgTimeSpan span = psg_time_span_from_days (psg_day_parse_iso (first), psg_day_parse_iso (last));

  add (fixture, psg_note_new_about_span (fixture->collection, &span, NOW), body);
}

/* Returns: (nullable): the group of notes. */
static const PsgSearchGroup *
ask (Fixture    *fixture,
     const char *text)
{
  g_autoptr (PsgQuery) query = psg_query_parse (text);
  GPtrArray *groups;

  psg_searcher_set_noted (fixture->searcher, psg_session_get_noted (fixture->session));
  psg_searcher_ask (fixture->searcher, query, 5);
  while (psg_searcher_is_asking (fixture->searcher))
    g_main_context_iteration (NULL, TRUE);

  groups = psg_searcher_get_groups (fixture->searcher);
  g_assert_null (psg_searcher_get_problem (fixture->searcher));
  g_assert_cmpuint (groups->len, <=, 1);

  return groups->len > 0 ? g_ptr_array_index (groups, 0) : NULL;
}

static void
test_words_are_found_and_marked (Fixture      *fixture,
                                 gconstpointer data)
{
  PsgEventTable *events = psg_collection_get_events (fixture->collection);
  const PsgSearchGroup *group;
  const PsgHit *hit;
  g_autofree char *link = NULL;

  add_about_event (fixture, "treaty", "# Read again\n\nThe map of the Fence\nis not the same.");
  group = ask (fixture, "Fence");
  g_assert_nonnull (group);
  g_assert_cmpint (group->kind, ==, PSG_KIND_NOTE);
  g_assert_cmpuint (group->n, ==, 1);
  hit = g_ptr_array_index (group->hits, 0);
  g_assert_cmpstr (hit->title, ==, "Read again");
  g_assert_null (hit->marked);
  g_assert_cmpstr (hit->snippet, ==, "# Read again The map of the \002Fence\003 is not the same.");
  g_assert_nonnull (hit->date);
  link = psg_hit_dup_link (hit);
  g_assert_true (g_str_has_prefix (link, "note:urn:uuid:"));

  /* Where the title has it, the row says what the note is about. */
  hit = g_ptr_array_index (ask (fixture, "Read")->hits, 0);
  g_assert_cmpstr (hit->marked, ==, "\002Read\003 again");
  g_assert_true (hit->named);
  g_assert_cmpstr (hit->snippet, ==, psg_event_table_get_title (events, psg_event_table_find (events, "treaty")));

  g_assert_null (ask (fixture, "zzyzx"));
  g_assert_null (ask (fixture, "kind:event Fence"));
  g_assert_nonnull (ask (fixture, "kind:note Fence"));
}

static void
test_no_more_than_asked_for_but_all_counted (Fixture      *fixture,
                                             gconstpointer data)
{
  const PsgSearchGroup *group;

  for (guint i = 0; i < 12; i++)
    add_about_event (fixture, "treaty", "word");
  group = ask (fixture, "word");
  g_assert_cmpuint (group->hits->len, ==, 5);
  g_assert_cmpuint (group->n, ==, 12);
  g_assert_false (group->more);
  group = ask (fixture, "word lane:border");
  g_assert_true (group == NULL || group->hits->len == 5);
}

/* By what each note is about. */
static void
test_terms_hold_for_subjects (Fixture      *fixture,
                              gconstpointer data)
{
  static const struct
  {
    const char *query;
    const char *titles;
  } cases[] = {
    { "kind:note", "foreign place span event" },
    { "has:note kind:note", "foreign place span event" },
    { "kind:note after:2020-06", "span" },
    { "kind:note after:2020-06 has:note", "span" },
    { "kind:note before:2020-06", "event" },
    { "kind:note during:2020-01-15", "event" },
    { "kind:note during:2021-02 lane:border", "" },
    { "kind:note area:5,5,15,15", "place" },
    { "kind:note area:-15,5,-5,15", "" },
    { "kind:note area:5,5,15,15 after:2020", "" },
    { "kind:note lane:no-such", "" },
  };
  PsgNote *foreign;

  add_about_event (fixture, "treaty", "event");
  add_about_span (fixture, "2021-01-01", "2021-03-01", "span");
  add (fixture, psg_note_new_about_place (fixture->collection, 10, 10, NOW), "place");
  foreign = psg_note_new_about_event (fixture->collection, 3, NOW);
  g_free (foreign->collection);
  foreign->collection = g_strdup ("elsewhere");
  add (fixture, foreign, "foreign");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PsgSearchGroup *group = ask (fixture, cases[i].query);
      g_auto (GStrv) expected = g_strsplit (cases[i].titles, " ", -1);
      guint n = group != NULL ? group->hits->len : 0;

      g_test_message ("%s", cases[i].query);
      g_assert_cmpuint (n, ==, *cases[i].titles != '\0' ? g_strv_length (expected) : 0);
      for (guint j = 0; j < n; j++)
        g_assert_true (g_strv_contains ((const char *const *) expected,
                                        ((PsgHit *) g_ptr_array_index (group->hits, j))->title));
    }
}

static void
test_crossings_and_documents_belong_to_events (Fixture      *fixture,
                                               gconstpointer data)
{
  GPtrArray *crossings = psg_collection_get_crossings (fixture->collection);
  guint found = 0;

  for (guint i = 0; i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);

      add (fixture, psg_note_new_about_crossing (fixture->collection, crossing->id, NOW), "crossing");
    }

  for (guint i = 0; i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);
      g_autofree char *query = g_strdup_printf ("kind:note crossing:%s", crossing->id);
      g_autoptr (GArray) about = psg_collection_load_events_about (fixture->collection, PSG_KIND_CROSSING,
                                                                   crossing->id, NULL);
      const PsgSearchGroup *group = ask (fixture, query);

      g_assert_true ((about->len > 0) == (group != NULL));
      found += group != NULL;
    }
  g_assert_cmpuint (found, >, 0);
}

static void
test_without_notes_there_is_nothing (Fixture      *fixture,
                                     gconstpointer data)
{
  psg_session_set_notes (fixture->session, NULL);
  g_assert_null (ask (fixture, "kind:note"));
  psg_session_set_collection (fixture->session, NULL);
  g_assert_null (ask (fixture, "word"));
}

static void
test_snippets (void)
{
  static const struct
  {
    const char *text;
    const char *query;
    const char *marked;
    const char *cut;
  } cases[] = {
    { "Salcininkai and Šalčininkai", "šalcin", "\002Salcininkai\003 and \002Šalčininkai\003",
      "\002Salcininkai\003 and \002Šalčininkai\003" },
    { "a b c d e f g h i j k fence l", "fence", "a b c d e f g h i j k \002fence\003 l",
      "…d e f g h i j k \002fence\003 l" },
    { "nothing", "fence", NULL, NULL },
    { "", "fence", NULL, NULL },
    { "fence", "", NULL, NULL },
    { "fence", "\"!?", NULL, NULL },
    { "the\002 fence\003 and\n\n\nmore", "fence", "the \002fence\003 and more", "the \002fence\003 and more" },
    { "Каменны Лог", "лог", "Каменны \002Лог\003", "Каменны \002Лог\003" },
    { "defence", "fence", NULL, NULL },
    { "x 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21", "x",
      "\002x\003 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21",
      "\002x\003 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = psg_note_snippet_mark (cases[i].text, cases[i].query);
      g_autofree char *cut = psg_note_snippet_cut (cases[i].text, cases[i].query);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (marked, ==, cases[i].marked);
      g_assert_cmpstr (cut, ==, cases[i].cut);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/core/note-search/words-are-found-and-marked", test_words_are_found_and_marked);
  ADD ("/core/note-search/no-more-than-asked-for-but-all-counted", test_no_more_than_asked_for_but_all_counted);
  ADD ("/core/note-search/terms-hold-for-subjects", test_terms_hold_for_subjects);
  ADD ("/core/note-search/crossings-and-documents-belong-to-events", test_crossings_and_documents_belong_to_events);
  ADD ("/core/note-search/without-notes-there-is-nothing", test_without_notes_there_is_nothing);
  g_test_add_func ("/core/note-search/snippets", test_snippets);

  return g_test_run ();
}
