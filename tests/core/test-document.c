/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-document.h"

#include <string.h>

#include "psg-memory-collection.h"

/* Documents: which heading a place lies under, and words in their context. The text
 * is the charter in tests/support/psg-memory-documents.c. */

static PsgDocument *
charter (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (GError) error = NULL;
  PsgDocument *document = psg_collection_load_document (collection, "charter", &error);

  g_assert_no_error (error);

  return document;
}

static guint
position_of (const PsgDocument *document,
             const char        *words)
{
  const char *found = strstr (document->text, words);

  g_assert_nonnull (found);

  return g_utf8_pointer_to_offset (document->text, found);
}

typedef struct
{
  const char *words;
  const char *heading;
} Under;

static const Under unders[] = {
  { "The charter", "The charter of the valley" },
  { "the bridge by night", "The charter of the valley" },
  { "Of tolls", "Of tolls" },
  { "Forty carts", "Of tolls" },
};

static void
test_a_place_lies_under_the_last_heading (void)
{
  g_autoptr (PsgDocument) document = charter ();

  for (guint i = 0; i < G_N_ELEMENTS (unders); i++)
    {
      int index = psg_document_find_heading (document, position_of (document, unders[i].words));
      const PsgBlock *block;
      g_autofree char *heading = NULL;

      g_assert_cmpint (index, >=, 0);
      block = &g_array_index (document->blocks, PsgBlock, index);
      heading = g_utf8_substring (document->text, block->start, block->end);
      g_assert_cmpstr (heading, ==, unders[i].heading);
    }
}

static void
test_before_the_first_heading_there_is_none (void)
{
  g_autoptr (PsgDocument) document = psg_document_new ();
  PsgBlock block = { .kind = PSG_BLOCK_PARAGRAPH, .start = 0, .end = 3 };

  document->text = g_strdup ("abc");
  document->blocks = psg_block_array_new ();
  g_assert_cmpint (psg_document_find_heading (document, 0), ==, -1);
  g_array_append_val (document->blocks, block);
  g_assert_cmpint (psg_document_find_heading (document, 2), ==, -1);
}

typedef struct
{
  const char *words;
  guint around;
  const char *context;
} Context;

static const Context contexts[] = {
  { "keep the roads", 200, "Both banks – Ąžuolas and Ёлка – keep the roads open by day, and the bridge by night." },
  { "keep the roads", 8, "…Ёлка – keep the roads open by…" },
  { "keep the roads", 0, "…keep the roads…" },
  { "Both banks", 2, "Both banks –…" },
  /* A word that is begun is shown to its end. */
  { "Both banks", 4, "Both banks – Ąžuolas…" },
  { "by night.", 5, "…bridge by night." },
  /* Words of the next block are no context. */
  { "stone bridge.", 50, "A cart pays one coin at the stone bridge." },
  { "Of tolls", 50, "Of tolls" },
};

static void
test_words_are_shown_within_their_block (void)
{
  g_autoptr (PsgDocument) document = charter ();

  for (guint i = 0; i < G_N_ELEMENTS (contexts); i++)
    {
      guint start = position_of (document, contexts[i].words), match_start, match_end;
      guint end = start + g_utf8_strlen (contexts[i].words, -1);
      g_autofree char *context = psg_document_dup_context (document, start, end, contexts[i].around,
                                                           &match_start, &match_end);
      g_autofree char *match = g_utf8_substring (context, match_start, match_end);

      g_assert_cmpstr (context, ==, contexts[i].context);
      g_assert_cmpstr (match, ==, contexts[i].words);
    }
}

/* A context is a stretch of the text that holds the words, cut at spaces. */
static void
assert_is_context (const PsgDocument *document,
                   const char        *context,
                   const char        *match,
                   const char        *words)
{
  const char *body = g_str_has_prefix (context, "…") ? context + strlen ("…") : context;
  g_autofree char *bare = g_strdup (body);

  g_assert_true (g_utf8_validate (context, -1, NULL));
  g_assert_cmpstr (match, ==, words);
  if (g_str_has_suffix (bare, "…"))
    bare[strlen (bare) - strlen ("…")] = '\0';
  g_assert_nonnull (strstr (document->text, bare));
}

static void
test_any_stretch_has_a_context (void)
{
  g_autoptr (PsgDocument) document = charter ();
  guint length = g_utf8_strlen (document->text, -1);

  for (guint i = 0; i < 3000; i++)
    {
      guint start = g_test_rand_int_range (0, length), match_start, match_end;
      guint n = g_test_rand_int_range (0, 40);
      guint end = MIN (length, start + n);
      guint around = g_test_rand_int_range (0, 60);
      g_autofree char *words = g_utf8_substring (document->text, start, end);
      g_autofree char *context = psg_document_dup_context (document, start, end, around,
                                                           &match_start, &match_end);
      g_autofree char *match = g_utf8_substring (context, match_start, match_end);

      assert_is_context (document, context, match, words);
    }
}

typedef struct
{
  guint start;
  guint end;
  guint around;
} Stretch;

static const Stretch stretches[] = {
  { 0, G_MAXUINT, 0 },
  { G_MAXUINT, G_MAXUINT, 10 },
  { 10, 5, 10 },
  { 5, 10, G_MAXUINT },
  { G_MAXUINT - 1, 3, G_MAXUINT },
};

static void
test_positions_past_the_end_are_safe (void)
{
  g_autoptr (PsgDocument) document = charter ();

  for (guint i = 0; i < G_N_ELEMENTS (stretches); i++)
    {
      guint match_start, match_end;
      g_autofree char *context = psg_document_dup_context (document, stretches[i].start, stretches[i].end,
                                                           stretches[i].around, &match_start, &match_end);

      g_assert_true (g_utf8_validate (context, -1, NULL));
      g_assert_cmpuint (match_start, <=, match_end);
      g_assert_cmpint (match_end, <=, g_utf8_strlen (context, -1));
    }
}

static void
test_blocks_that_lie_are_safe (void)
{
  g_autoptr (PsgDocument) document = psg_document_new ();
  PsgBlock block = { .kind = PSG_BLOCK_PARAGRAPH, .start = 0, .end = 900 };
  g_autofree char *context = NULL;

  document->text = g_strdup ("only these words");
  document->blocks = psg_block_array_new ();
  g_array_append_val (document->blocks, block);
  context = psg_document_dup_context (document, 5, 10, 50, NULL, NULL);
  g_assert_cmpstr (context, ==, "only these words");
}

static void
test_a_document_frees_what_it_holds (void)
{
  PsgDocument *document = psg_document_new ();
  PsgRun run = { PSG_RUN_LINK, 0, 1, g_strdup ("event:treaty") };
  PsgDocument *same;

  document->runs = psg_run_array_new ();
  g_array_append_val (document->runs, run);
  same = psg_document_ref (document);
  g_assert_true (same == document);
  psg_document_unref (document);
  g_assert_cmpstr (g_array_index (same->runs, PsgRun, 0).target, ==, "event:treaty");
  psg_document_unref (same);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/document/a-place-lies-under-the-last-heading",
                   test_a_place_lies_under_the_last_heading);
  g_test_add_func ("/core/document/before-the-first-heading-there-is-none",
                   test_before_the_first_heading_there_is_none);
  g_test_add_func ("/core/document/words-are-shown-within-their-block",
                   test_words_are_shown_within_their_block);
  g_test_add_func ("/core/document/any-stretch-has-a-context", test_any_stretch_has_a_context);
  g_test_add_func ("/core/document/positions-past-the-end-are-safe", test_positions_past_the_end_are_safe);
  g_test_add_func ("/core/document/blocks-that-lie-are-safe", test_blocks_that_lie_are_safe);
  g_test_add_func ("/core/document/a-document-frees-what-it-holds", test_a_document_frees_what_it_holds);

  return g_test_run ();
}
