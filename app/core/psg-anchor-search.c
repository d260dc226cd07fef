/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-anchor-private.h"

#include <string.h>

/*
 * Where an anchor's words may be in a text. One pass finds the pieces of all anchors; each piece found votes for the
 * diagonal it lies on (its place in the text less its place in the anchor), and only the stretches of text that get
 * enough votes are aligned. psg-anchor.h says why none is missed.
 */

/* Beyond these, too, an anchor is only looked for to the letter. */
#define MOST_HITS 65535
/* Bins of diagonals are at least 16 wide. */
#define LEAST_SHIFT 4
/* How far from their position short words are looked for, and how many finds are of use. */
#define AROUND 2048
#define ENOUGH (PSG_ANCHOR_MAX_CANDIDATES + 1)
#define MOST_ENDS (2 * ENOUGH)

typedef struct
{
  guint from;
  guint to;
  guint votes;
} Window;

struct _PsgAnchorSearch
{
  const PsgFold  *text;
  PsgAnchorSeeds *seeds;
  guint16        *votes;   /* by diagonal, some to a bin */
  GArray         *touched; /* guint: the bins that have any */
  GArray         *windows; /* Window */
  PsgAnchorRuler *ruler;
};

static void
add_seeds (PsgAnchorSearch  *self,
           PsgAnchorPattern *pattern)
{
  if (pattern->n_seeds == 0)
    return;

  pattern->seeds = g_new (guint, pattern->n_seeds);
  for (guint i = 0; i < pattern->n_seeds; i++)
    pattern->seeds[i] = psg_anchor_seeds_add (self->seeds, pattern->fold.units + i * PSG_SEED_LENGTH);
}

/* @patterns: those that are not at their position; their seeds are filled in */
PsgAnchorSearch *
psg_anchor_search_new (const PsgAnchorText *text,
                       PsgAnchorPattern    *patterns,
                       guint                n)
{
  PsgAnchorSearch *self = g_new0 (PsgAnchorSearch, 1);
  gsize most = 0;

  self->text = &text->fold;
  self->ruler = psg_anchor_ruler_new (self->text);
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint));
  self->windows = g_array_new (FALSE, FALSE, sizeof (Window));
  self->votes = g_new0 (guint16, ((self->text->n + PSG_ANCHOR_LONGEST) >> LEAST_SHIFT) + 3);

  for (guint i = 0; i < n; i++)
    most += patterns[i].n_seeds;
  self->seeds = psg_anchor_seeds_new (MIN (most, G_MAXINT / 4));
  for (guint i = 0; i < n; i++)
    add_seeds (self, &patterns[i]);
  if (most > 0)
    psg_anchor_seeds_scan (self->seeds, self->text->units, self->text->n);

  return self;
}

void
psg_anchor_search_free (PsgAnchorSearch *self)
{
  psg_anchor_seeds_free (self->seeds);
  psg_anchor_ruler_free (self->ruler);
  g_free (self->votes);
  g_array_unref (self->touched);
  g_array_unref (self->windows);
  g_free (self);
}

/* To the letter */

static gboolean
is_same (const PsgFold *text,
         guint          at,
         const PsgFold *other,
         guint          from,
         guint          n)
{
  return n <= text->n && at <= text->n - n && memcmp (text->units + at, other->units + from, n * sizeof (guint32)) == 0;
}

/* Whether the words are at @at and cut no cluster there. */
static gboolean
has_words (const PsgAnchorPattern *pattern,
           const PsgFold          *text,
           guint                   at)
{
  return is_same (text, at, &pattern->fold, pattern->prefix, pattern->quote)
         && text->edges[at] && text->edges[at + pattern->quote];
}

/* Whether the words are at @at, and before them their prefix. */
gboolean
psg_anchor_pattern_is_at (const PsgAnchorPattern *pattern,
                          const PsgFold          *text,
                          guint                   at,
                          gboolean                with_suffix)
{
  guint n = with_suffix ? pattern->fold.n : pattern->prefix + pattern->quote;

  return at != PSG_ANCHOR_NO_POSITION && at >= pattern->prefix && pattern->quote > 0
         && has_words (pattern, text, at) && is_same (text, at - pattern->prefix, &pattern->fold, 0, n);
}

static void
add_literal (const PsgAnchorPattern *pattern,
             guint                   at,
             GArray                 *finds)
{
  const PsgAnchorFind find = { at, at + pattern->quote, 0, 0, FALSE };

  g_array_append_val (finds, find);
}

/* The piece that lies in the words or, if @anywhere, in the whole, and is in the fewest places; -1 if there is none. */
static int
find_rarest (const PsgAnchorSearch  *self,
             const PsgAnchorPattern *pattern,
             gboolean                anywhere)
{
  guint fewest = G_MAXUINT, n;
  int rarest = -1;

  for (guint i = 0; pattern->seeds != NULL && i < pattern->n_seeds; i++)
    {
      guint at = i * PSG_SEED_LENGTH;

      if (!anywhere && (at < pattern->prefix || at + PSG_SEED_LENGTH > pattern->prefix + pattern->quote))
        continue;

      psg_anchor_seeds_get (self->seeds, pattern->seeds[i], &n);
      if (n < fewest)
        {
          fewest = n;
          rarest = (int) i;
        }
    }

  return rarest;
}

/**
 * psg_anchor_search_literal:
 * @finds: (element-type PsgAnchorFind): takes the places where the whole is to the letter, four at most
 *
 * Returns: whether all were looked at
 */
gboolean
psg_anchor_search_literal (PsgAnchorSearch        *self,
                           const PsgAnchorPattern *pattern,
                           GArray                 *finds)
{
  int rarest = find_rarest (self, pattern, TRUE);
  const guint32 *positions;
  guint n;

  if (rarest < 0)
    {
      for (guint at = pattern->prefix; at < self->text->n && finds->len < ENOUGH; at++)
        if (psg_anchor_pattern_is_at (pattern, self->text, at, TRUE))
          add_literal (pattern, at, finds);
      return TRUE;
    }

  positions = psg_anchor_seeds_get (self->seeds, pattern->seeds[rarest], &n);
  for (guint i = 0; i < MIN (n, MOST_HITS) && finds->len < ENOUGH; i++)
    {
      guint begin = positions[i] - rarest * PSG_SEED_LENGTH;

      if (begin <= positions[i] && psg_anchor_pattern_is_at (pattern, self->text, begin + pattern->prefix, TRUE))
        add_literal (pattern, begin + pattern->prefix, finds);
    }

  return n <= MOST_HITS;
}

/* Votes */

/* Bins at least as wide as the changes can drive the pieces of one place apart: these lie in two neighbours then. */
static guint
get_shift (const PsgAnchorPattern *pattern)
{
  return MAX (LEAST_SHIFT, g_bit_storage (pattern->most));
}

static gboolean
is_crowded (const PsgAnchorSearch  *self,
            const PsgAnchorPattern *pattern)
{
  gsize total = 0;
  guint n;

  for (guint i = 0; i < pattern->n_seeds; i++)
    {
      psg_anchor_seeds_get (self->seeds, pattern->seeds[i], &n);
      total += n;
    }

  return total > MOST_HITS;
}

static void
vote (PsgAnchorSearch        *self,
      const PsgAnchorPattern *pattern)
{
  guint shift = get_shift (pattern), n;

  for (guint i = 0; i < pattern->n_seeds; i++)
    {
      const guint32 *positions = psg_anchor_seeds_get (self->seeds, pattern->seeds[i], &n);

      for (guint j = 0; j < n; j++)
        {
          guint bin = (positions[j] + pattern->fold.n - i * PSG_SEED_LENGTH) >> shift;

          if (self->votes[bin]++ == 0)
            g_array_append_val (self->touched, bin);
        }
    }
}

static void
forget_votes (PsgAnchorSearch *self)
{
  for (guint i = 0; i < self->touched->len; i++)
    self->votes[g_array_index (self->touched, guint, i)] = 0;
  g_array_set_size (self->touched, 0);
}

static int
compare_windows (gconstpointer a,
                 gconstpointer b)
{
  const Window *first = a, *second = b;

  return (first->from > second->from) - (first->from < second->from);
}

static int
compare_votes (gconstpointer a,
               gconstpointer b)
{
  const Window *first = a, *second = b;

  if (first->votes != second->votes)
    return first->votes > second->votes ? -1 : 1;

  return compare_windows (a, b);
}

/* Makes one window of those that overlap. */
static void
merge_windows (GArray *windows)
{
  guint n = 0;

  g_array_sort (windows, compare_windows);
  for (guint i = 0; i < windows->len; i++)
    {
      const Window *window = &g_array_index (windows, Window, i);
      Window *last = n > 0 ? &g_array_index (windows, Window, n - 1) : NULL;

      if (last != NULL && window->from <= last->to)
        {
          last->to = MAX (last->to, window->to);
          last->votes = MAX (last->votes, window->votes);
        }
      else
        g_array_index (windows, Window, n++) = *window;
    }
  g_array_set_size (windows, n);
}

/* The stretches of text that have at least so many votes, with room around for what has been put in. */
static void
find_windows (PsgAnchorSearch        *self,
              const PsgAnchorPattern *pattern,
              guint                   least)
{
  guint shift = get_shift (pattern), room = pattern->most;

  g_array_set_size (self->windows, 0);
  for (guint i = 0; i < self->touched->len; i++)
    {
      gsize bin = g_array_index (self->touched, guint, i);
      gsize from = bin << shift, to = ((bin + 2) << shift) + room;
      guint votes = self->votes[bin] + self->votes[bin + 1];
      const Window window = { from > pattern->fold.n + room ? from - pattern->fold.n - room : 0,
                              MIN (to, self->text->n), votes };

      if (votes >= least)
        g_array_append_val (self->windows, window);
    }
}

/* Nearness */

/* Adds the ends of the places in a window where at most @most units differ, each place once; the words of these finds
 * are not known yet. */
static void
find_ends (PsgAnchorSearch        *self,
           const PsgAnchorPattern *pattern,
           const Window           *window,
           guint                   most,
           GArray                 *finds)
{
  const guint *distances = psg_anchor_ruler_measure_window (self->ruler, window->from, window->to);
  guint first = finds->len;

  for (guint i = 0; i <= window->to - window->from; i++)
    {
      PsgAnchorFind *last = finds->len > first ? &g_array_index (finds, PsgAnchorFind, finds->len - 1) : NULL;
      const PsgAnchorFind find = { 0, window->from + i, distances[i], 0, FALSE };

      if (distances[i] > most)
        continue;
      if (last == NULL || find.end - last->end > MAX (most, 1))
        g_array_append_val (finds, find);
      else if (find.distance < last->distance)
        *last = find;
    }
}

static int
compare_finds (gconstpointer a,
               gconstpointer b)
{
  const PsgAnchorFind *first = a, *second = b;

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;

  return (first->end > second->end) - (first->end < second->end);
}

/* Finds the words of each end. Two ends may belong to the same words: what follows them was changed. */
static void
complete_finds (PsgAnchorSearch        *self,
                const PsgAnchorPattern *pattern,
                GArray                 *finds)
{
  guint n = 0;

  g_array_sort (finds, compare_finds);
  for (guint i = 0; i < MIN (finds->len, MOST_ENDS) && n < ENOUGH; i++)
    {
      const PsgAnchorFind *end = &g_array_index (finds, PsgAnchorFind, i);
      const PsgAnchorFind find = psg_anchor_ruler_find_words (self->ruler, pattern, end->end, end->distance);
      gboolean known = FALSE;

      for (guint j = 0; j < n; j++)
        {
          const PsgAnchorFind *other = &g_array_index (finds, PsgAnchorFind, j);

          known = known || (other->start == find.start && other->end == find.end);
        }
      if (!known)
        g_array_index (finds, PsgAnchorFind, n++) = find;
    }
  g_array_set_size (finds, n);
}

static gboolean
align_windows (PsgAnchorSearch        *self,
               const PsgAnchorPattern *pattern,
               guint                   most,
               GArray                 *finds)
{
  psg_anchor_ruler_take_whole (self->ruler, pattern);
  for (guint i = 0; i < self->windows->len && !psg_anchor_ruler_is_tired (self->ruler); i++)
    find_ends (self, pattern, &g_array_index (self->windows, Window, i), most, finds);

  return !psg_anchor_ruler_is_tired (self->ruler);
}

/* Where no place is near enough: the few that have the most in common, for a person to look at. */
static void
find_far (PsgAnchorSearch        *self,
          const PsgAnchorPattern *pattern,
          GArray                 *finds)
{
  find_windows (self, pattern, 2);
  g_array_sort (self->windows, compare_votes);
  g_array_set_size (self->windows, MIN (self->windows->len, PSG_ANCHOR_MAX_CANDIDATES));
  merge_windows (self->windows);
  align_windows (self, pattern, pattern->fold.n / 2, finds);
}

/**
 * psg_anchor_search_near:
 * @finds: (element-type PsgAnchorFind): takes the places that are near enough, the nearest first, four
 *   at most; if there is none, some that are not near enough
 *
 * Returns: whether all were looked at
 */
gboolean
psg_anchor_search_near (PsgAnchorSearch        *self,
                        const PsgAnchorPattern *pattern,
                        GArray                 *finds)
{
  gboolean complete;

  if (pattern->seeds == NULL)
    return TRUE;
  if (pattern->fold.n > PSG_ANCHOR_LONGEST || is_crowded (self, pattern))
    return FALSE;

  psg_anchor_ruler_rest (self->ruler);
  vote (self, pattern);
  find_windows (self, pattern, pattern->n_seeds - pattern->most);
  merge_windows (self->windows);
  complete = align_windows (self, pattern, pattern->most, finds);
  if (finds->len == 0 && complete)
    find_far (self, pattern, finds);
  forget_votes (self);

  complete_finds (self, pattern, finds);

  return complete;
}

static void
add_words (PsgAnchorSearch        *self,
           const PsgAnchorPattern *pattern,
           guint                   at,
           GArray                 *finds)
{
  PsgAnchorFind find;

  for (guint i = 0; i < finds->len; i++)
    {
      const PsgAnchorFind *other = &g_array_index (finds, PsgAnchorFind, i);

      if (at < other->end && other->start < at + pattern->quote)
        return;
    }

  if (finds->len >= ENOUGH || !has_words (pattern, self->text, at))
    return;

  find = psg_anchor_ruler_measure (self->ruler, pattern, at);
  g_array_append_val (finds, find);
}

/* How far the context of words at @at is from the anchor's. */
PsgAnchorFind
psg_anchor_search_measure (PsgAnchorSearch        *self,
                           const PsgAnchorPattern *pattern,
                           guint                   at)
{
  return psg_anchor_ruler_measure (self->ruler, pattern, at);
}

/**
 * psg_anchor_search_words:
 * @finds: (element-type PsgAnchorFind): takes some places where the words are to the letter, whatever
 *   stands around them; short ones only near their position
 */
void
psg_anchor_search_words (PsgAnchorSearch        *self,
                         const PsgAnchorPattern *pattern,
                         GArray                 *finds)
{
  int rarest = find_rarest (self, pattern, FALSE);
  const guint32 *positions;
  guint n;

  if (rarest >= 0)
    {
      guint offset = rarest * PSG_SEED_LENGTH - pattern->prefix;

      positions = psg_anchor_seeds_get (self->seeds, pattern->seeds[rarest], &n);
      for (guint i = 0; i < MIN (n, MOST_HITS) && finds->len < ENOUGH; i++)
        if (positions[i] >= offset)
          add_words (self, pattern, positions[i] - offset, finds);
    }
  else if (pattern->position != PSG_ANCHOR_NO_POSITION)
    {
      guint from = pattern->position - MIN (pattern->position, AROUND);
      guint to = MIN (self->text->n, pattern->position + AROUND);

      for (guint at = from; at < to && finds->len < ENOUGH; at++)
        add_words (self, pattern, at, finds);
    }

  g_array_sort (finds, compare_finds);
}
