/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-anchor.h"

#include <string.h>

/* Anchors in random texts, held against an oracle that tries every place with the textbook's matrix, and against the
 * truth: the texts are changed here, so it is known where each character went. */

static const char *const words[] = {
  "the", "post", "closed", "border", "fence", "Šumskas", "S\u030cumskas",
  "of", "Лида", "שָׁלוֹם", "🇱🇹", "👍🏽", "e\u0301", "March",
};

static void
append_words (GString *text,
              GRand   *rand,
              int      n,
              int      vocabulary)
{
  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", words[g_rand_int_range (rand, 0, vocabulary)],
                            g_rand_int_range (rand, 0, 12) == 0 ? "\n" : " ");
}

/* The comparison as documented, by GLib's own normalisation. */
static gunichar *
fold (const char *text,
      glong      *n)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  gunichar *letters = g_utf8_to_ucs4_fast (apart, -1, n);
  glong kept = 0;

  for (glong i = 0; i < *n; i++)
    if (!g_unichar_isspace (letters[i]))
      letters[kept++] = letters[i];
    else if (kept == 0 || letters[kept - 1] != ' ')
      letters[kept++] = ' ';
  *n = kept;

  return letters;
}

/* What the textbook says of a pattern and a text. */
typedef struct
{
  guint n;       /* code points of the whole */
  guint most;    /* that may differ */
  guint least;   /* that differ at the best place */
  guint first;   /* the first end of a place where at most @most differ */
  guint last;    /* and the last */
  guint literal; /* how many places there are where none does; cut clusters count too */
} Oracle;

static Oracle
ask_oracle (const PsgAnchor *anchor,
            const char      *text)
{
  g_autofree char *whole = g_strconcat (anchor->prefix, anchor->exact, anchor->suffix, NULL);
  glong n, n_text;
  g_autofree gunichar *pattern = fold (whole, &n), *letters = fold (text, &n_text);
  g_autofree guint *column = g_new (guint, n + 1);
  Oracle oracle = { (guint) n, MIN (n / 10, MAX (n / 8, 1) - 1), G_MAXUINT, G_MAXUINT, 0, 0 };

  for (glong i = 0; i <= n; i++)
    column[i] = (guint) i;
  for (glong j = 0; j <= n_text; j++)
    {
      guint diagonal = 0;

      for (glong i = 1; j > 0 && i <= n; i++)
        {
          guint old = column[i];

          column[i] = MIN (diagonal + (pattern[i - 1] != letters[j - 1]), MIN (old, column[i - 1]) + 1);
          diagonal = old;
        }

      oracle.least = MIN (oracle.least, column[n]);
      oracle.literal += column[n] == 0;
      if (column[n] <= oracle.most)
        {
          oracle.first = MIN (oracle.first, j);
          oracle.last = (guint) j;
        }
    }

  return oracle;
}

static void
check_against_oracle (const Oracle         *oracle,
                      const PsgAnchorMatch *match)
{
  guint distance = (guint) ((1 - match->place.score) * oracle->n + 0.5);

  switch (match->how)
    {
    case PSG_ANCHOR_EXACT:
    case PSG_ANCHOR_MOVED:
    case PSG_ANCHOR_FUZZY:
      /* Only what was rewritten after words that are where they were may lie beyond, and there only may be two ends. */
      g_assert_true (distance <= oracle->most || match->how == PSG_ANCHOR_EXACT);
      if (distance <= oracle->most)
        g_assert_cmpuint (distance, ==, oracle->least);
      if (match->how == PSG_ANCHOR_MOVED && distance == 0)
        g_assert_cmpuint (oracle->literal, >=, 1);
      if (distance > 0)
        g_assert_cmpuint (oracle->literal, ==, 0);
      if (distance > 0 && match->how != PSG_ANCHOR_EXACT)
        g_assert_cmpuint (oracle->last - oracle->first, <=, 2 * oracle->most);
      break;
    case PSG_ANCHOR_NEEDS_REVIEW:
      /* A place that is near enough is never missed. */
      if (oracle->least <= oracle->most)
        g_assert_cmpfloat_with_epsilon (match->candidates[0].score, 1 - oracle->least / (double) oracle->n, 1e-9);
      break;
    case PSG_ANCHOR_GONE:
    default:
      g_assert_cmpuint (oracle->least, >, oracle->most);
    }
}

/* Changed texts */

typedef struct
{
  GArray *letters; /* gunichar */
  GArray *origins; /* int: which code point of the first text each was; -1 for new ones */
} Draft;

static void
draft_insert (Draft      *draft,
              guint       at,
              const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), at++)
    {
      gunichar c = g_utf8_get_char (p);
      int origin = -1;

      g_array_insert_val (draft->letters, at, c);
      g_array_insert_val (draft->origins, at, origin);
    }
}

static Draft
draft_new (const char *text)
{
  Draft draft = { g_array_new (FALSE, FALSE, sizeof (gunichar)), g_array_new (FALSE, FALSE, sizeof (int)) };

  draft_insert (&draft, 0, text);
  for (guint i = 0; i < draft.origins->len; i++)
    g_array_index (draft.origins, int, i) = (int) i;

  return draft;
}

static void
draft_clear (Draft *draft)
{
  g_array_unref (draft->letters);
  g_array_unref (draft->origins);
}

static void
draft_remove (Draft *draft,
              guint  at,
              guint  n)
{
  n = MIN (n, draft->letters->len - at);
  g_array_remove_range (draft->letters, at, n);
  g_array_remove_range (draft->origins, at, n);
}

static char *
draft_to_text (const Draft *draft)
{
  return g_ucs4_to_utf8 ((const gunichar *) draft->letters->data, draft->letters->len, NULL, NULL, NULL);
}

/* Where what was from @start to @end is now. Returns: how many of its code points are left */
static guint
draft_find (const Draft *draft,
            guint        start,
            guint        end,
            guint       *new_start,
            guint       *new_end)
{
  guint left = 0;

  *new_start = *new_end = 0;
  for (guint i = 0; i < draft->origins->len; i++)
    {
      int origin = g_array_index (draft->origins, int, i);

      if (origin < (int) start || origin >= (int) end)
        continue;
      if (left++ == 0)
        *new_start = i;
      *new_end = i + 1;
    }

  return left;
}

/* A change that people make: words put in, taken out or replaced. */
static void
change (Draft *draft,
        GRand *rand,
        int    vocabulary)
{
  guint at = g_rand_int_range (rand, 0, draft->letters->len + 1);
  g_autoptr (GString) more = g_string_new (NULL);
  int what = g_rand_int_range (rand, 0, 3);

  if (what != 0)
    draft_remove (draft, at, g_rand_int_range (rand, 0, g_rand_int_range (rand, 2, 40)));
  if (what != 1)
    append_words (more, rand, g_rand_int_range (rand, 0, 6), vocabulary);
  draft_insert (draft, at, more->str);
}

static PsgAnchor *
random_anchor (const char *text,
               GRand      *rand)
{
  g_autoptr (PsgAnchorText) ready = psg_anchor_text_new (text);
  guint n = psg_anchor_text_get_n_chars (ready);
  guint start = g_rand_int_range (rand, 0, n), length = g_rand_int_range (rand, 1, 80);

  return psg_anchor_new_for_range (ready, start, MIN (n, start + length));
}

static void
test_as_the_oracle_says (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240301);
  guint found = 0;

  for (int i = 0; i < 1500; i++)
    {
      int vocabulary = g_rand_int_range (rand, 1, G_N_ELEMENTS (words) + 1);
      g_autoptr (GString) before = g_string_new (NULL);
      g_autoptr (PsgAnchor) anchor = NULL;
      g_autoptr (PsgAnchorText) text = NULL;
      g_autofree char *after = NULL;
      PsgAnchorMatch match;
      Oracle oracle;
      Draft draft;

      append_words (before, rand, g_rand_int_range (rand, 1, 120), vocabulary);
      anchor = random_anchor (before->str, rand);
      draft = draft_new (before->str);
      for (int changes = g_rand_int_range (rand, 0, 6); changes > 0; changes--)
        change (&draft, rand, vocabulary);
      after = draft_to_text (&draft);
      draft_clear (&draft);

      text = psg_anchor_text_new (after);
      psg_anchor_resolve (anchor, text, &match);
      oracle = ask_oracle (anchor, after);
      check_against_oracle (&oracle, &match);
      found += psg_anchor_match_is_found (&match);
    }

  g_test_message ("found %u", found);
  g_assert_cmpuint (found, >, 500);
}

/* Words as a person would not mix them up: any, and between them phrases that come again and again. */
static char *
write_text (GRand *rand,
            int    sentences)
{
  static const char *const phrases[] = {
    "the border was closed", "since 1 March 2024 nobody has crossed",
    "said the border guard", "пункт пропуску зачынены",
  };
  GString *text = g_string_new (NULL);

  for (int i = 0; i < sentences; i++)
    {
      for (int j = g_rand_int_range (rand, 3, 9); j > 0; j--)
        {
          for (int k = g_rand_int_range (rand, 2, 8); k > 0; k--)
            g_string_append_unichar (text, "aeioubcdgklmnprstv"[g_rand_int_range (rand, 0, 18)]);
          g_string_append_c (text, ' ');
        }
      g_string_append_printf (text, "%s. ", phrases[g_rand_int_range (rand, 0, G_N_ELEMENTS (phrases))]);
    }

  return g_string_free (text, FALSE);
}

/* Whether nothing was changed within the anchor or so near that its context was. */
static gboolean
is_untouched (const Draft *draft,
              guint        start,
              guint        end)
{
  for (guint i = 0; i + (end - start) <= draft->origins->len; i++)
    if (g_array_index (draft->origins, int, i) == (int) start)
      {
        for (guint j = 0; j < end - start; j++)
          if (g_array_index (draft->origins, int, i + j) != (int) (start + j))
            return FALSE;
        return TRUE;
      }

  return FALSE;
}

/* Whether two positions are the same but for white space, and for marks that a change left at the edge. */
static gboolean
is_same_edge (const Draft *draft,
              guint        a,
              guint        b)
{
  for (guint i = MIN (a, b); i < MAX (a, b); i++)
    {
      gunichar c = g_array_index (draft->letters, gunichar, i);
      gunichar next = i + 1 < draft->letters->len ? g_array_index (draft->letters, gunichar, i + 1) : 0;

      if (!g_unichar_isspace (c) && !g_unichar_ismark (c) && !g_unichar_ismark (next))
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  guint untouched;
  guint found;
  guint lost;
} Tally;

static void
check_against_truth (const Draft          *draft,
                     const PsgAnchor      *anchor,
                     const PsgAnchorMatch *match,
                     Tally                *tally)
{
  guint prefix = g_utf8_strlen (anchor->prefix, -1), suffix = g_utf8_strlen (anchor->suffix, -1), start, end;
  guint left = draft_find (draft, anchor->start, anchor->end, &start, &end);
  gboolean whole = is_untouched (draft, anchor->start, anchor->end);

  if (is_untouched (draft, anchor->start - prefix, anchor->end + suffix))
    {
      g_assert_true (match->how == PSG_ANCHOR_EXACT || match->how == PSG_ANCHOR_MOVED);
      tally->untouched++;
    }
  if (!psg_anchor_match_is_found (match))
    {
      tally->lost++;
      return;
    }

  tally->found++;
  if (whole)
    {
      g_assert_true (is_same_edge (draft, match->place.start, start));
      g_assert_true (is_same_edge (draft, match->place.end, end));
    }
  else
    {
      g_assert_cmpuint (left, >, 0);
      g_assert_cmpuint (match->place.start, <, end);
      g_assert_cmpuint (match->place.end, >, start);
    }
}

/* What is found is what was meant, always; and what was not touched is found. */
static void
test_never_on_other_words (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20200809);
  Tally tally = { 0 };

  for (int i = 0; i < 300; i++)
    {
      g_autofree char *before = write_text (rand, g_rand_int_range (rand, 3, 40)), *after = NULL;
      g_autoptr (GPtrArray) anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_anchor_unref);
      g_autofree PsgAnchorMatch *matches = g_new (PsgAnchorMatch, 20);
      g_autoptr (PsgAnchorText) text = NULL;
      Draft draft = draft_new (before);

      for (guint j = 0; j < 20; j++)
        g_ptr_array_add (anchors, random_anchor (before, rand));
      for (int changes = g_rand_int_range (rand, 0, 12); changes > 0; changes--)
        change (&draft, rand, G_N_ELEMENTS (words));

      after = draft_to_text (&draft);
      text = psg_anchor_text_new (after);
      psg_anchor_resolve_all (text, (const PsgAnchor *const *) anchors->pdata, anchors->len, matches);
      for (guint j = 0; j < anchors->len; j++)
        check_against_truth (&draft, g_ptr_array_index (anchors, j), &matches[j], &tally);
      draft_clear (&draft);
    }

  g_test_message ("found %u, of them untouched %u; left to a person %u", tally.found, tally.untouched, tally.lost);
  g_assert_cmpuint (tally.found, >, 2 * tally.lost);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/anchor/random/as-the-oracle-says", test_as_the_oracle_says);

  g_test_add_func ("/core/anchor/random/never-on-other-words", test_never_on_other_words);

  return g_test_run ();
}
