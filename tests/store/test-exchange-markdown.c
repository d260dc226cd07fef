/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-fixture.h"

#include "psg-deep-link.h"
#include "psg-memory-collection.h"

#include <cmark.h>
#include <string.h>

/* The reading log: in the order of time, with citations that lead back, and nobody's words take it over. */

#define TODAY 20000

static char *
write_log_with_own (GPtrArray     *notes,
                    PsgCollection *collection,
                    GPtrArray     *own)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = psg_exchange_write_markdown (notes, collection, own, TODAY, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
write_log (GPtrArray     *notes,
           PsgCollection *collection)
{
  return write_log_with_own (notes, collection, NULL);
}

static PsgNote *
add (GPtrArray  *notes,
     PsgNoteKind kind,
     const char *id,
     const char *body)
{
  PsgNote *note = psg_note_create (kind, 1700000000 * G_TIME_SPAN_SECOND + notes->len);

  g_free (note->body);
  note->body = g_strdup (body);
  note->collection = g_strdup ("valley");
  note->collection_version = g_strdup ("1");
  note->target.id = g_strdup (id);
  g_ptr_array_add (notes, note);

  return note;
}

static void
assert_in_order (const char        *text,
                 const char *const *parts)
{
  const char *at = text;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *found = strstr (at, parts[i]);

      if (found == NULL)
        g_error ("“%s” is not in its place in:\n%s", parts[i], text);
      at = found + strlen (parts[i]);
    }
}

static void
test_a_log (void)
{
  static const char *const expected[] = {
    "# Reading log: The valley, 2020–2022\n",
    "\n## The treaty of the valley is signed\n",
    "\n### 14 November 2023 · Yellow · To check · Bookmark · Tags: peace\n",
    "\nWas it *kept*?\n",
    "<passages:valley/event/treaty?v=1>.\n",
    "See also: <urn:uuid:",
    "\n## 1 June 2021 – 30 June 2021\n",
    "\n## The charter of the valley\n",
    "\n> Forty carts a day\n",
    "\nWho counted?\n",
    "<passages:valley/document/charter?v=1#char=7,24>",
    "\n## Place at 54.1000, 25.3000\n",
    NULL
  };
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_new_notes ();
  g_autofree char *text = NULL;
  PsgNote *note;

  note = add (notes, PSG_NOTE_ON_PASSAGE, "charter", "Who counted?");
  note->target.exact = g_strdup ("Forty carts a day");
  note->target.start = 7;
  note->target.end = 24;
  note->target.has_span = TRUE;
  note->target.span = psg_time_span_from_days (psg_day_from_ymd (2021, 7, 1), psg_day_from_ymd (2021, 7, 1));
  note = add (notes, PSG_NOTE_ON_PLACE, NULL, "Here");
  note->target.latitude = 54.1;
  note->target.longitude = 25.3;
  note = add (notes, PSG_NOTE_ON_SPAN, NULL, "That summer");
  note->target.has_span = TRUE;
  note->target.span = psg_time_span_from_days (psg_day_from_ymd (2021, 6, 1), psg_day_from_ymd (2021, 6, 30));
  note = add (notes, PSG_NOTE_ON_EVENT, "treaty", "Was it *kept*?");
  note->colour = PSG_NOTE_YELLOW;
  note->status = PSG_NOTE_TO_CHECK;
  note->bookmark = TRUE;
  psg_note_set_tags (note, (const char *[]) { "peace", NULL });
  psg_note_add_link (note, ((PsgNote *) g_ptr_array_index (notes, 0))->id);

  text = write_log (notes, collection);
  assert_in_order (text, expected);
}

/* The headings the log itself makes: two for each note, and a title. */
static guint
count_headings (const char *text)
{
  cmark_node *root = cmark_parse_document (text, strlen (text), CMARK_OPT_DEFAULT);
  guint n = 0;

  for (cmark_node *node = cmark_node_first_child (root); node != NULL; node = cmark_node_next (node))
    {
      g_assert_cmpint (cmark_node_get_type (node), !=, CMARK_NODE_HTML_BLOCK);
      n += cmark_node_get_type (node) == CMARK_NODE_HEADING && cmark_node_get_heading_level (node) <= 3 ? 1 : 0;
    }
  cmark_node_free (root);

  return n;
}

/* Words that would swallow or forge what follows. */
static void
test_nobodys_words_take_over_the_log (void)
{
  static const char *const words[] = {
    "```\nnever closed", "<!-- never closed", "<script>", "# A heading", "## Another\n\nA third\n===",
    "[x]: https://x.example",
    "- a\n- b", "> quoted", "    code", "<b", "***", "1. one", "| a | b |", "\\", "&#35; x", "~~~\n# y", "<?php", "]]>",
    "<![CDATA[", "<div>\n\n# not a heading",
  };
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GPtrArray) notes = psg_exchange_fixture_new_notes ();
      g_autofree char *text = NULL;
      PsgNote *note = add (notes, PSG_NOTE_ON_EVENT, "treaty", words[i]);

      note->target.exact = g_strdup (words[i]);
      psg_note_set_tags (note, (const char *[]) { "# tag", "<!--", NULL });
      add (notes, PSG_NOTE_ON_EVENT, words[i], "The last");
      g_free (((PsgNote *) g_ptr_array_index (notes, 1))->target.id);
      ((PsgNote *) g_ptr_array_index (notes, 1))->target.id = g_strdup ("<!-- # unknown");

      text = write_log (notes, collection);
      g_assert_cmpuint (count_headings (text), ==, 5);
      assert_in_order (text, (const char *[]) { "The last", NULL });
    }
}

/* An own event, and what was written about it, under one heading. */
static void
test_own_events_stand_among_the_others (void)
{
  static const char *const expected[] = {
    "\n## The treaty of the valley is signed\n",
    "\n## A \\*meeting\\*\n",
    "· Event of your own\n",
    "\n3 May 2021 · The ford · ",
    "\nOf *goods* only.\n",
    "\nSource: A letter, <https://example.org/1>\n",
    "\nSecond page\n",
    "<passages:valley/event/own.",
    "\nSeen from afar\n",
    "\n## The river festival\n",
    NULL
  };
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_new_notes ();
  PsgNote *note = add (notes, PSG_NOTE_OWN_EVENT, NULL, "Of *goods* only.");
  g_autofree char *id = psg_own_event_dup_id (note->id);
  g_autofree char *text = NULL;

  note->event = psg_own_event_new ("A *meeting*", "2021-05-03");
  note->event->has_place = TRUE;
  note->event->place = g_strdup ("The ford");
  note->target.latitude = 54.5;
  psg_own_event_add_source (note->event, "A letter", "https://example.org/1", "Second page");
  add (notes, PSG_NOTE_ON_EVENT, "festival", "Lanterns");
  add (notes, PSG_NOTE_ON_EVENT, id, "Seen from afar");
  add (notes, PSG_NOTE_ON_EVENT, "treaty", "Was it kept?");

  text = write_log (notes, collection);
  assert_in_order (text, expected);
}

/* What would make a parser work for minutes is shown as it is. */
static void
test_deeply_nested_notes (void)
{
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_new_notes ();
  g_autofree char *deep = g_strnfill (500000, '>');
  g_autofree char *text = NULL;

  add (notes, PSG_NOTE_ON_EVENT, "treaty", deep);
  text = write_log (notes, NULL);
  g_assert_nonnull (strstr (text, deep));
}

static void
test_any_notes_without_a_collection (void)
{
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_randoms (200);
  g_autofree char *text = write_log (notes, NULL);

  g_assert_true (g_str_has_prefix (text, "# Reading log\n"));
  g_assert_cmpuint (count_headings (text), >, notes->len);
}

/* A file in the notebook is known by its title, and cited with its page and its fingerprint. */
static void
test_own_documents_have_titles (void)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_own_document_unref);
  PsgOwnDocument *document = psg_own_document_new ();
  PsgNote *note = add (notes, PSG_NOTE_ON_PASSAGE, "doc-0123456789abcdef", "Look this up");
  g_autofree char *text = NULL;

  g_clear_pointer (&note->collection, g_free);
  g_clear_pointer (&note->collection_version, g_free);
  note->target.page = 3;
  document->id = g_strdup (note->target.id);
  document->title = g_strdup ("The report");
  document->sha256 = g_strdup ("0123456789abcdef");
  g_ptr_array_add (own, document);

  text = write_log_with_own (notes, NULL, own);
  g_assert_nonnull (strstr (text, "## The report\n"));
  g_assert_nonnull (strstr (text, "The report, p. 3. File added on "));
  g_assert_null (strstr (text, "doc-"));
}

/* The address is one the app opens. */
static void
test_links_lead_back (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (PsgNote) note = psg_exchange_fixture_random ();
      g_autofree char *link = NULL;
      g_autoptr (PsgDeepLink) parsed = NULL;

      g_free (note->collection);
      note->collection = g_strdup ("valley");
      g_clear_pointer (&note->collection_version, g_free);
      if (note->target.id != NULL)
        {
          g_free (note->target.id);
          note->target.id = g_strdup ("treaty");
        }
      if (note->target.has_span)
        note->target.span = psg_time_span_from_days (1000, 1000 + i);

      link = psg_exchange_dup_link (note);
      parsed = psg_deep_link_parse (link, NULL);
      g_assert_nonnull (parsed);
      if (note->event != NULL)
        g_assert_true (psg_own_event_is_id (parsed->id));
      else
        g_assert_cmpstr (parsed->id, ==, note->target.id);
      g_assert_true (parsed->has_span == (note->target.kind == PSG_NOTE_ON_SPAN));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/exchange-markdown/a-log", test_a_log);
  g_test_add_func ("/store/exchange-markdown/nobodys-words-take-over-the-log", test_nobodys_words_take_over_the_log);
  g_test_add_func ("/store/exchange-markdown/own-events-stand-among-the-others",
                   test_own_events_stand_among_the_others);
  g_test_add_func ("/store/exchange-markdown/deeply-nested-notes", test_deeply_nested_notes);
  g_test_add_func ("/store/exchange-markdown/any-notes-without-a-collection", test_any_notes_without_a_collection);
  g_test_add_func ("/store/exchange-markdown/own-documents-have-titles", test_own_documents_have_titles);
  g_test_add_func ("/store/exchange-markdown/links-lead-back", test_links_lead_back);

  return g_test_run ();
}
