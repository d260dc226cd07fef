/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-anchor-text.h"
#include "psg-record.h"

G_BEGIN_DECLS

/* The position of an anchor that has none. */
#define PSG_ANCHOR_NO_POSITION G_MAXUINT

/**
 * PsgAnchor:
 * @exact: the words
 * @prefix: (nullable): what stands just before them, to the letter
 * @suffix: (nullable): what stands just after
 * @start: where they began in the document's plain text, in code points from 0, or %PSG_ANCHOR_NO_POSITION
 * @end: where they ended, exclusive
 *
 * Words in a document: a TextQuoteSelector with a TextPositionSelector (W3C Web Annotation Data Model,
 * Recommendation of 23 February 2017, 4.2.4 and 4.2.5).
 */
typedef struct
{
  char *exact;
  char *prefix;
  char *suffix;
  guint start;
  guint end;
} PsgAnchor;

#define PSG_TYPE_ANCHOR (psg_anchor_get_type ())
PSG_DECLARE_RECORD (PsgAnchor, psg_anchor)

/**
 * PsgAnchorHow:
 * @PSG_ANCHOR_EXACT: the words stand at their position
 * @PSG_ANCHOR_MOVED: the words stand elsewhere, and what is around them tells that they are meant
 * @PSG_ANCHOR_FUZZY: the words have changed a little
 * @PSG_ANCHOR_NEEDS_REVIEW: there are words like them, but whether they are meant only a person can tell
 * @PSG_ANCHOR_GONE: there is nothing like them
 *
 * How an anchor was found; the first three are found.
 */
typedef enum
{
  PSG_ANCHOR_EXACT,
  PSG_ANCHOR_MOVED,
  PSG_ANCHOR_FUZZY,
  PSG_ANCHOR_NEEDS_REVIEW,
  PSG_ANCHOR_GONE,
} PsgAnchorHow;

/**
 * PsgAnchorPlace:
 * @start: in code points
 * @end: exclusive
 * @score: how alike, from 0 to 1: 1 less the share of the anchor's words, prefix and suffix together
 *   that must be changed, put in or taken out (Levenshtein distance)
 */
typedef struct
{
  guint  start;
  guint  end;
  double score;
} PsgAnchorPlace;

#define PSG_ANCHOR_MAX_CANDIDATES 3

/**
 * PsgAnchorMatch:
 * @how: whether the anchor was found, and how
 * @place: where; only if it was found
 * @n_candidates: if it needs review, how many places are worth showing
 * @candidates: these, the best first
 */
typedef struct
{
  PsgAnchorHow   how;
  PsgAnchorPlace place;
  guint          n_candidates;
  PsgAnchorPlace candidates[PSG_ANCHOR_MAX_CANDIDATES];
} PsgAnchorMatch;

/*
 * The rule. Prefix, words and suffix are looked for as one stretch of N code points.
 *
 * 1. It stands at the anchor's position, to the letter: exact.
 * 2. It stands to the letter at one other place: moved. At two or more: needs review.
 * 3. It stands nowhere to the letter. The places are gathered where at most k code points differ, k being a *tenth*
 *    of N, but so few that eight in a row must be left somewhere: min (⌊N/10⌋, ⌊N/8⌋ − 1). Only if there is *one* such
 *    place, and there also at most a tenth of the words' own code points differ, is it taken: as exact or moved if
 *    the words themselves are unchanged, else as fuzzy.
 * 4. The words stand at their position, after their prefix, and nothing like the whole is anywhere else: exact.
 *    What came after them was rewritten.
 * 5. All else needs review.
 *
 * Why a tenth: the changes people make that leave a sentence the same sentence (a typing error, a word, a date) stay
 * below it with a context of 32 on either side; sentences that are alike but not the same, as lists of crossings and
 * their dates are, mostly lie above it, and where they do not, there are two of them and rule 3 leaves it to a person.
 * The eight in a row make the search complete, not a heuristic: each of the ⌊N/8⌋ pieces of eight can be broken by one
 * change only, so with fewer changes than pieces one piece stands in the text to the letter, and all places are found
 * from the pieces.
 *
 * Words that come with their context to more than 4 096 code points, and words in text that repeats itself so much that
 * their pieces stand in more than 65 535 places, are only found to the letter.
 */
void psg_anchor_resolve_all (const PsgAnchorText    *text,
                             const PsgAnchor *const *anchors,
                             guint                   n,
                             PsgAnchorMatch         *matches);
void psg_anchor_resolve     (const PsgAnchor *self, const PsgAnchorText *text, PsgAnchorMatch *match);

gboolean   psg_anchor_match_is_found (const PsgAnchorMatch *match);

PsgAnchor *psg_anchor_new_quote      (const char *exact, const char *prefix, const char *suffix);
PsgAnchor *psg_anchor_new_for_range  (const PsgAnchorText *text, guint start, guint end);
GPtrArray *psg_anchor_new_for_places (const PsgAnchorText *text, const PsgAnchorPlace *places, guint n);

G_END_DECLS
