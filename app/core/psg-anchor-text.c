/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-anchor-private.h"

#include <string.h>

/*
 * Folding text to the form in which it is compared, with the way back. g_utf8_normalize() would do the first half, but
 * it loses where each character came from, and marks without end take it quadratic time.
 */

#define CHECKPOINT 256
/* Unicode Standard Annex 15, 13: Stream-Safe Text Format. */
#define MOST_MARKS 30
/* The longest canonical decomposition of a code point. */
#define MOST_PARTS 4

static void
reserve (PsgFold *self,
         guint    allocated)
{
  if (allocated <= self->allocated)
    return;

  self->allocated = allocated;
  self->units = g_renew (guint32, self->units, allocated);
  self->places = g_renew (guint32, self->places, allocated);
  self->edges = g_renew (guint8, self->edges, allocated);
}

static inline void
put (PsgFold *self,
     gunichar unit,
     gboolean edge)
{
  self->units[self->n] = unit;
  self->places[self->n] = self->position;
  self->edges[self->n] = edge;
  self->n++;
}

/* Takes the last unit back before marks of a higher class (the Unicode Standard, 3.11, Canonical Ordering). */
static void
put_in_order (PsgFold *self)
{
  guint i = self->n - 1;
  guint32 unit = self->units[i];
  int class = unit >= 0x300 ? g_unichar_combining_class (unit) : 0;
  guint first = i > MOST_MARKS ? i - MOST_MARKS : 0;

  if (class == 0)
    return;

  for (; i > first && !self->edges[i] && g_unichar_combining_class (self->units[i - 1]) > class; i--)
    self->units[i] = self->units[i - 1];
  self->units[i] = unit;
}

static void
put_decomposed (PsgFold *self,
                gunichar c,
                gboolean edge)
{
  gunichar parts[MOST_PARTS];
  gsize n = g_unichar_fully_decompose (c, FALSE, parts, MOST_PARTS);

  for (gsize i = 0; i < MIN (n, MOST_PARTS); i++)
    {
      put (self, parts[i], edge && i == 0);
      put_in_order (self);
    }
}

static inline gboolean
is_space (gunichar c)
{
  return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : g_unichar_isspace (c);
}

/* Appends text to be compared; it is taken to follow on what was appended before. */
void
psg_fold_append (PsgFold    *self,
                 const char *text)
{
  gboolean plain = FALSE;

  reserve (self, self->n + strlen (text) + 1 + MOST_PARTS);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), self->position++)
    {
      gunichar c = (guchar) *at < 0x80 ? (gunichar) *at : g_utf8_get_char (at);
      gboolean space = is_space (c);
      /* Between two characters of ASCII there is always an edge, and the second leaves the state as the first did. */
      gboolean was_plain = plain, edge;

      plain = space || (c > ' ' && c < 0x7f);
      edge = (plain && was_plain) || psg_grapheme_step (&self->grapheme, space ? ' ' : c);

      if (G_UNLIKELY (self->n + MOST_PARTS >= self->allocated))
        reserve (self, self->allocated + self->allocated / 2);

      if (!space && c < 0xc0)
        put (self, c, edge);
      else if (!space)
        put_decomposed (self, c, edge);
      else if (self->n == 0 || self->units[self->n - 1] != ' ')
        put (self, ' ', edge);
    }
}

void
psg_fold_finish (PsgFold *self)
{
  reserve (self, self->n + 1);
  put (self, 0, TRUE);
  self->n--;
}

void
psg_fold_clear (PsgFold *self)
{
  g_clear_pointer (&self->units, g_free);
  g_clear_pointer (&self->places, g_free);
  g_clear_pointer (&self->edges, g_free);
}

/* The first unit that comes from @position or after. */
guint
psg_fold_find (const PsgFold *self,
               guint          position)
{
  guint low = 0, n = self->n;

  while (n > 0)
    {
      guint half = n / 2;

      if (self->places[low + half] < position)
        {
          low += half + 1;
          n -= half + 1;
        }
      else
        n = half;
    }

  return low;
}

static guint32 *
find_checkpoints (const char *text,
                  guint       n_chars)
{
  guint32 *checkpoints = g_new (guint32, n_chars / CHECKPOINT + 1);
  const char *at = text;

  for (guint i = 0; i <= n_chars / CHECKPOINT; i++)
    {
      checkpoints[i] = (guint32) (at - text);
      for (guint j = 0; j < CHECKPOINT && *at != '\0'; j++)
        at = g_utf8_next_char (at);
    }

  return checkpoints;
}

/**
 * psg_anchor_text_new:
 * @text: valid UTF-8, of at most 1 GiB; it must outlive the result
 *
 * Returns: (transfer full): the text, ready for anchors
 */
PsgAnchorText *
psg_anchor_text_new (const char *text)
{
  PsgAnchorText *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (PsgAnchorText, 1);
  self->text = text;
  psg_fold_append (&self->fold, text);
  psg_fold_finish (&self->fold);
  self->checkpoints = find_checkpoints (text, self->fold.position);

  return self;
}

void
psg_anchor_text_free (PsgAnchorText *self)
{
  psg_fold_clear (&self->fold);
  g_free (self->checkpoints);
  g_free (self);
}

guint
psg_anchor_text_get_n_chars (const PsgAnchorText *self)
{
  return self->fold.position;
}

/**
 * psg_anchor_text_get_at:
 * @self: a text
 * @position: in code points; what lies past the end is taken for the end
 *
 * Returns: the text from there on
 */
const char *
psg_anchor_text_get_at (const PsgAnchorText *self,
                        guint                position)
{
  const char *at;

  position = MIN (position, self->fold.position);
  at = self->text + self->checkpoints[position / CHECKPOINT];

  return g_utf8_offset_to_pointer (at, position % CHECKPOINT);
}

/**
 * psg_anchor_text_dup_range:
 * @self: a text
 * @start: in code points
 * @end: exclusive, not before @start
 *
 * Returns: (transfer full): what stands there
 */
char *
psg_anchor_text_dup_range (const PsgAnchorText *self,
                           guint                start,
                           guint                end)
{
  const char *from = psg_anchor_text_get_at (self, start);

  g_return_val_if_fail (start <= end, NULL);

  return g_strndup (from, psg_anchor_text_get_at (self, end) - from);
}

/**
 * psg_anchor_text_snap:
 * @self: a text
 * @start: (inout): in code points
 * @end: (inout): exclusive
 *
 * Widens a range so that it cuts no grapheme cluster in two, and no white space.
 */
void
psg_anchor_text_snap (const PsgAnchorText *self,
                      guint               *start,
                      guint               *end)
{
  const PsgFold *fold = &self->fold;
  guint first = psg_fold_find (fold, *start), last = psg_fold_find (fold, *end);

  if (first > 0 && fold->places[first] != *start)
    first--;
  while (!fold->edges[first])
    first--;
  while (!fold->edges[last])
    last++;

  *start = fold->places[first];
  *end = fold->places[last];
}
