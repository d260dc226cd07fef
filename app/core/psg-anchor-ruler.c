/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-anchor-private.h"

/* How far an anchor is from a stretch of text, and which part of that stretch are its words. */

/* In words of 64 rows. Whoever has measured so much for one anchor has met text that repeats itself beyond reason. */
#define MOST_WORK (1 << 22)

struct _PsgAnchorRuler
{
  const PsgFold *text;
  PsgAligner    *aligner;
  GArray        *distances[4]; /* guint: room to work in */
  guint64        work;
};

PsgAnchorRuler *
psg_anchor_ruler_new (const PsgFold *text)
{
  PsgAnchorRuler *self = g_new0 (PsgAnchorRuler, 1);

  self->text = text;
  self->aligner = psg_aligner_new ();
  for (guint i = 0; i < G_N_ELEMENTS (self->distances); i++)
    self->distances[i] = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
psg_anchor_ruler_free (PsgAnchorRuler *self)
{
  psg_aligner_free (self->aligner);
  for (guint i = 0; i < G_N_ELEMENTS (self->distances); i++)
    g_array_unref (self->distances[i]);
  g_free (self);
}

/* Begins with another anchor. */
void
psg_anchor_ruler_rest (PsgAnchorRuler *self)
{
  self->work = 0;
}

gboolean
psg_anchor_ruler_is_tired (const PsgAnchorRuler *self)
{
  return self->work >= MOST_WORK;
}

static guint *
run (PsgAnchorRuler *self,
     guint           room,
     const guint32  *text,
     guint           n,
     int             step,
     gboolean        anchored)
{
  g_array_set_size (self->distances[room], n + 1);
  self->work += psg_aligner_run (self->aligner, text, n, step, anchored, (guint *) self->distances[room]->data);

  return (guint *) self->distances[room]->data;
}

void
psg_anchor_ruler_take_whole (PsgAnchorRuler         *self,
                             const PsgAnchorPattern *pattern)
{
  psg_aligner_set (self->aligner, pattern->fold.units, pattern->fold.n, 1);
}

/* After psg_anchor_ruler_take_whole(). Returns: (transfer none): for each end in the window, how far the nearest whole
 * is that ends there */
const guint *
psg_anchor_ruler_measure_window (PsgAnchorRuler *self,
                                 guint           from,
                                 guint           to)
{
  return run (self, 0, self->text->units + from, to - from, 1, FALSE);
}

static guint
find_least (const guint *distances,
            guint        n)
{
  guint least = 0;

  for (guint i = 1; i < n; i++)
    if (distances[i] < distances[least])
      least = i;

  return least;
}

/**
 * psg_anchor_ruler_measure:
 * @at: where the words are to the letter
 *
 * Returns: how far their context is from the anchor's
 */
PsgAnchorFind
psg_anchor_ruler_measure (PsgAnchorRuler         *self,
                          const PsgAnchorPattern *pattern,
                          guint                   at)
{
  const PsgFold *text = self->text, *fold = &pattern->fold;
  guint end = at + pattern->quote, suffix = fold->n - pattern->prefix - pattern->quote;
  guint before = MIN (at, 2 * pattern->prefix), after = MIN (text->n - end, 2 * suffix);
  PsgAnchorFind find = { at, end, pattern->prefix + suffix, 0, FALSE };
  guint *distances;

  if (fold->n > PSG_ANCHOR_LONGEST)
    return find;

  psg_aligner_set (self->aligner, fold->units + MAX (pattern->prefix, 1) - 1, pattern->prefix, -1);
  distances = run (self, 0, text->units + MAX (at, 1) - 1, before, -1, TRUE);
  find.distance = distances[find_least (distances, before + 1)];
  psg_aligner_set (self->aligner, fold->units + pattern->prefix + pattern->quote, suffix, 1);
  distances = run (self, 0, text->units + end, after, 1, TRUE);
  find.distance += distances[find_least (distances, after + 1)];

  return find;
}

/* Which of two stretches the words are, where the whole costs the same: the one that has them to the letter; else the
 * one whose length has changed less, so that what was changed at their edge stays theirs; else the one that has
 * changed less. Returns: less than 0 if @a is, 0 if nothing tells */
static int
compare_words (const PsgAnchorPattern *pattern,
               const PsgAnchorFind    *a,
               const PsgAnchorFind    *b)
{
  int length = (int) pattern->quote;

  if ((a->own == 0) != (b->own == 0))
    return a->own == 0 ? -1 : 1;
  if (ABS ((int) (a->end - a->start) - length) != ABS ((int) (b->end - b->start) - length))
    return ABS ((int) (a->end - a->start) - length) - ABS ((int) (b->end - b->start) - length);

  return (a->own > b->own) - (a->own < b->own);
}

/* Finds where the words end that begin at @start, in a whole that ends at @end. */
static PsgAnchorFind
find_end (PsgAnchorRuler         *self,
          const PsgAnchorPattern *pattern,
          guint                   start,
          guint                   end,
          const guint            *suffix)
{
  PsgAnchorFind best = { start, start, 0, G_MAXUINT, FALSE };
  guint least = G_MAXUINT;
  const guint *own;

  psg_aligner_set (self->aligner, pattern->fold.units + pattern->prefix, pattern->quote, 1);
  own = run (self, 3, self->text->units + start, end - start, 1, TRUE);
  for (guint i = 0; i <= end - start; i++)
    least = MIN (least, own[i] + suffix[end - start - i]);

  for (guint i = 0; i <= end - start; i++)
    {
      const PsgAnchorFind find = { start, start + i, 0, own[i], FALSE };

      if (own[i] + suffix[end - start - i] == least
          && (best.own == G_MAXUINT || compare_words (pattern, &find, &best) < 0))
        best = find;
    }

  return best;
}

/* Widens a find that cuts a cluster: then its words are not the anchor's. */
static void
snap (const PsgFold *text,
      PsgAnchorFind *find)
{
  if (text->edges[find->start] && text->edges[find->end])
    return;

  while (!text->edges[find->start])
    find->start--;
  while (!text->edges[find->end])
    find->end++;
  find->own = MAX (find->own, 1);
}

/**
 * psg_anchor_ruler_find_words:
 * @end: where a whole ends
 * @distance: how far it is from the anchor's
 *
 * Returns: which part of it are the words
 */
PsgAnchorFind
psg_anchor_ruler_find_words (PsgAnchorRuler         *self,
                             const PsgAnchorPattern *pattern,
                             guint                   end,
                             guint                   distance)
{
  const PsgFold *fold = &pattern->fold;
  guint length = MIN (end, fold->n + distance), begin = end - length;
  const guint32 *units = self->text->units;
  PsgAnchorFind best = { begin, end, distance, G_MAXUINT, FALSE };
  const guint *prefix, *rest, *suffix;

  if (length == 0)
    return best;

  psg_aligner_set (self->aligner, fold->units, pattern->prefix, 1);
  prefix = run (self, 0, units + begin, length, 1, FALSE);
  psg_aligner_set (self->aligner, fold->units + fold->n - 1, fold->n - pattern->prefix, -1);
  rest = run (self, 1, units + end - 1, length, -1, TRUE);
  psg_aligner_set (self->aligner, fold->units + fold->n - 1, fold->n - pattern->prefix - pattern->quote, -1);
  suffix = run (self, 2, units + end - 1, length, -1, TRUE);

  for (guint i = 0; i <= length && !psg_anchor_ruler_is_tired (self); i++)
    if (prefix[i] + rest[length - i] <= distance)
      {
        PsgAnchorFind find = find_end (self, pattern, begin + i, end, suffix);
        int order = best.own == G_MAXUINT ? -1 : compare_words (pattern, &find, &best);

        best.unclear = best.unclear || order == 0;
        if (order < 0)
          best = find;
      }

  best.distance = distance;
  best.unclear = best.unclear || psg_anchor_ruler_is_tired (self);
  snap (self->text, &best);

  return best;
}
