/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-anchor.h"

#include <string.h>

/* Anchors in texts that a person could write. Double square brackets stand around the words, in both texts; where the
 * second text has none, the anchor must not be found in it. */

static const char *const names[] = { "exact", "moved", "fuzzy", "needs-review", "gone" };

typedef struct
{
  const char  *what;
  const char  *before;
  const char  *after;
  PsgAnchorHow how;
} Case;

#define LEAD "The fence was built in a year. People on both sides remember the summer of that year well. "
#define REST " Nobody has asked for it since then, and the post has been empty for two winters."
#define LISTED "Two crossings were closed. Raigardas: closed since 1 March 2024. Lavoriškės: "

static const Case cases[] = {
  { "nothing has changed",
    LEAD "[[The post was closed]] in March." REST,
    LEAD "[[The post was closed]] in March." REST,
    PSG_ANCHOR_EXACT },
  { "text after it has changed far away",
    LEAD "[[The post was closed]] in March." REST,
    LEAD "[[The post was closed]] in March." REST " More is known now.",
    PSG_ANCHOR_EXACT },
  { "text before it has grown",
    LEAD "[[The post was closed]] in March." REST,
    "A preface. " LEAD "[[The post was closed]] in March." REST,
    PSG_ANCHOR_MOVED },
  { "text before it has shrunk",
    "A preface. " LEAD "[[The post was closed]] in March." REST,
    LEAD "[[The post was closed]] in March." REST,
    PSG_ANCHOR_MOVED },
  { "a paragraph has been split",
    LEAD "[[The post was closed]] in March." REST,
    LEAD "\n[[The post was closed]] in March." REST,
    PSG_ANCHOR_EXACT },
  { "a word near it has changed",
    LEAD "[[The post was closed]] in March." REST,
    LEAD "[[The post was closed]] in April." REST,
    PSG_ANCHOR_EXACT },
  { "what follows it has been rewritten",
    LEAD "[[The post was closed]] in March." REST,
    LEAD "[[The post was closed]]; when it opens again is for the two governments to say.",
    PSG_ANCHOR_EXACT },
  { "a letter of its own has changed",
    LEAD "[[The post was closed in March, at night]]." REST,
    LEAD "[[The post was closed in March, at nigth]]." REST,
    PSG_ANCHOR_FUZZY },
  { "a short word of its own has gone",
    LEAD "[[The post was then closed, in the night of 1 March 2024]]." REST,
    LEAD "[[The post was closed, in the night of 1 March 2024]]." REST,
    PSG_ANCHOR_FUZZY },
  { "half its words have changed",
    LEAD "[[The post was closed in March]]." REST,
    LEAD "The post was opened in August." REST,
    PSG_ANCHOR_NEEDS_REVIEW },
  { "a short word has become another",
    LEAD "The post was [[closed]] in March." REST,
    LEAD "The post was opened in March." REST,
    PSG_ANCHOR_NEEDS_REVIEW },
  { "the same words stand elsewhere, in other surroundings",
    LEAD "[[The post was closed]] in March." REST,
    "Of another village it is told that late in the war, one day in spring, the post was moved. "
      "The post was closed a week later.",
    PSG_ANCHOR_NEEDS_REVIEW },
  { "the sentence has been doubled",
    "A preface. " LEAD "[[The post was closed]] in March." REST,
    LEAD "The post was closed in March." REST " " LEAD "The post was closed in March." REST,
    PSG_ANCHOR_NEEDS_REVIEW },
  { "the item of a list has gone, its neighbour remains",
    LISTED "[[closed since 1 March 2024]]. Medininkai: open." REST,
    "Two crossings were closed. Raigardas: closed since 1 March 2024. Medininkai: open." REST,
    PSG_ANCHOR_NEEDS_REVIEW },
  { "another item of the list has gone",
    LISTED "[[closed since 1 March 2024]]. Medininkai: open." REST,
    "Two crossings were closed. Lavoriškės: [[closed since 1 March 2024]]. Medininkai: open." REST,
    PSG_ANCHOR_NEEDS_REVIEW },
  { "all of it has gone",
    LEAD "[[The post was closed]] in March." REST,
    "Žuvys upėje plaukė prieš srovę, kol rudenį vanduo atvėso.",
    PSG_ANCHOR_GONE },
  { "the text is empty",
    LEAD "[[The post was closed]] in March." REST,
    "",
    PSG_ANCHOR_GONE },
  { "composed text has been decomposed",
    LEAD "[[Šalčininkai ir Medininkai]] buvo atidaryti." REST,
    LEAD "[[S\u030calc\u030cininkai ir Medininkai]] buvo atidaryti." REST,
    PSG_ANCHOR_EXACT },
  { "decomposed text has been composed, after more of it",
    "A\u0301 " LEAD "[[S\u030calc\u030cininkai]] buvo atidaryti." REST,
    "Á " LEAD "[[Šalčininkai]] buvo atidaryti." REST,
    PSG_ANCHOR_MOVED },
  { "marks stand in another order",
    LEAD "[[q\u0323\u0307 and q\u0323]]." REST,
    LEAD "[[q\u0307\u0323 and q\u0323]]." REST,
    PSG_ANCHOR_EXACT },
  { "a letter has got a mark",
    LEAD "The [[cafe]] was closed." REST,
    LEAD "The [[cafe]]\u0301 was closed." REST,
    PSG_ANCHOR_NEEDS_REVIEW },
  { "Hebrew, with points",
    LEAD "[[שָׁלוֹם עֲלֵיכֶם]] אמר האיש." REST,
    "שלום. " LEAD "[[שָׁלוֹם עֲלֵיכֶם]] אמר האיש." REST,
    PSG_ANCHOR_MOVED },
  { "Arabic",
    "قال الرجل إن [[الحدود مغلقة]] منذ شهر مارس." REST,
    "اليوم قال الرجل إن [[الحدود مغلقة]] منذ شهر مارس." REST,
    PSG_ANCHOR_MOVED },
  { "Belarusian",
    "Пункт пропуску [[зачынены з 1 сакавіка]] 2024 года." REST,
    "Учора. Пункт пропуску [[зачынены з 1 сакавіка]] 2024 года." REST,
    PSG_ANCHOR_MOVED },
  { "emoji",
    LEAD "[[👨‍👩‍👧 crossed 🇱🇹]] at last 👍🏽." REST,
    "👍🏽 " LEAD "[[👨‍👩‍👧 crossed 🇱🇹]] at last 👍🏽." REST,
    PSG_ANCHOR_MOVED },
  { "an emoji has become another",
    LEAD "They said [[👍🏽]] at last." REST,
    LEAD "They said 👍🏿 at last." REST,
    PSG_ANCHOR_NEEDS_REVIEW },
  { "the whole text is the anchor",
    "[[Hello, world]]",
    "[[Hello, world]]",
    PSG_ANCHOR_EXACT },
  { "one letter is the text",
    "[[x]]",
    "[[x]]",
    PSG_ANCHOR_EXACT },
  { "one letter moves",
    "[[x]]",
    "a [[x]]",
    PSG_ANCHOR_MOVED },
  { "one letter is there twice",
    "[[x]]",
    "a x x",
    PSG_ANCHOR_NEEDS_REVIEW },
};

/* Takes the brackets out. Returns: (transfer full): the text; @start equals @end if there are none */
static char *
take_brackets (const char *marked,
               guint      *start,
               guint      *end)
{
  g_auto (GStrv) parts = g_strsplit_set (marked, "[]", -1);
  gboolean has = strchr (marked, '[') != NULL;

  *start = has ? (guint) g_utf8_strlen (parts[0], -1) : 0;
  *end = has ? *start + (guint) g_utf8_strlen (parts[2], -1) : 0;

  return g_strjoinv ("", parts);
}

static PsgAnchor *
anchor_for (const char *text,
            guint       start,
            guint       end)
{
  g_autoptr (PsgAnchorText) ready = psg_anchor_text_new (text);

  return psg_anchor_new_for_range (ready, start, end);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint start, end, new_start, new_end;
      g_autofree char *before = take_brackets (cases[i].before, &start, &end);
      g_autofree char *after = take_brackets (cases[i].after, &new_start, &new_end);
      g_autoptr (PsgAnchor) anchor = anchor_for (before, start, end);
      g_autoptr (PsgAnchorText) text = psg_anchor_text_new (after);
      PsgAnchorMatch match;

      psg_anchor_resolve (anchor, text, &match);
      g_test_message ("%s: %s, %.2f", cases[i].what, names[match.how],
                      match.n_candidates > 0 ? match.candidates[0].score : match.place.score);
      g_assert_cmpstr (names[match.how], ==, names[cases[i].how]);
      g_assert_true (match.n_candidates > 0 || match.how != PSG_ANCHOR_NEEDS_REVIEW);
      if (psg_anchor_match_is_found (&match))
        {
          g_assert_cmpuint (match.place.start, ==, new_start);
          g_assert_cmpuint (match.place.end, ==, new_end);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/anchor/cases", test_cases);

  return g_test_run ();
}
