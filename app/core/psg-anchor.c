/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-anchor.h"

#include <string.h>

/* Anchors, and making them so that they can be found again. */

/* How much of what stands around the words goes into an anchor, in code points; and how much where
 * the same words stand in the same surroundings elsewhere. */
#define CONTEXT 32
#define MOST_CONTEXT 256
/* How far a cut may move to fall between words. */
#define WORD 12

static void
psg_anchor_clear (PsgAnchor *self)
{
  g_free (self->exact);
  g_free (self->prefix);
  g_free (self->suffix);
}

PSG_DEFINE_RECORD (PsgAnchor, psg_anchor)

/**
 * psg_anchor_new_quote:
 * @exact: words
 * @prefix: (nullable): what stands just before them
 * @suffix: (nullable): what stands just after
 *
 * Returns: (transfer full): an anchor without a position
 */
PsgAnchor *
psg_anchor_new_quote (const char *exact,
                      const char *prefix,
                      const char *suffix)
{
  PsgAnchor *self = psg_anchor_new ();

  self->exact = g_strdup (exact);
  self->prefix = g_strdup (prefix);
  self->suffix = g_strdup (suffix);
  self->start = self->end = PSG_ANCHOR_NO_POSITION;

  return self;
}

/* Moves a cut towards the words, to where a word begins or ends, if that is near. */
static guint
snap_to_word (const PsgAnchorText *text,
              guint                cut,
              guint                limit,
              int                  direction)
{
  const char *at = psg_anchor_text_get_at (text, cut);
  guint position = cut;

  for (guint moved = 0; moved < WORD && position != limit; moved++)
    {
      const char *before = direction > 0 ? at : g_utf8_prev_char (at);

      if (g_unichar_isspace (g_utf8_get_char (before)))
        return position;
      position += direction;
      at = direction > 0 ? g_utf8_next_char (at) : before;
    }

  return cut;
}

static PsgAnchor *
new_with_context (const PsgAnchorText  *text,
                  const PsgAnchorPlace *place,
                  guint                 context)
{
  PsgAnchor *self = psg_anchor_new ();
  guint n_chars = psg_anchor_text_get_n_chars (text), from, to;

  self->end = MIN (place->end, n_chars);
  self->start = MIN (place->start, self->end);
  psg_anchor_text_snap (text, &self->start, &self->end);

  from = self->start - MIN (self->start, context);
  to = self->end + MIN (n_chars - self->end, context);
  if (from > 0)
    from = snap_to_word (text, from, self->start, 1);
  if (to < n_chars)
    to = snap_to_word (text, to, self->end, -1);
  psg_anchor_text_snap (text, &from, &to);

  self->exact = psg_anchor_text_dup_range (text, self->start, self->end);
  self->prefix = psg_anchor_text_dup_range (text, from, self->start);
  self->suffix = psg_anchor_text_dup_range (text, self->end, to);

  return self;
}

/* Finds which of some anchors could not be told from something else in the text if their position were lost.
 * Returns: whether any */
static gboolean
find_alike (const PsgAnchorText *text,
            GPtrArray           *anchors,
            gboolean            *alike)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_anchor_unref);
  g_autofree PsgAnchorMatch *matches = g_new (PsgAnchorMatch, anchors->len);
  gboolean any = FALSE;

  for (guint i = 0; i < anchors->len; i++)
    {
      const PsgAnchor *anchor = g_ptr_array_index (anchors, i);

      g_ptr_array_add (quotes, psg_anchor_new_quote (anchor->exact, anchor->prefix, anchor->suffix));
    }

  psg_anchor_resolve_all (text, (const PsgAnchor *const *) quotes->pdata, quotes->len, matches);
  for (guint i = 0; i < anchors->len; i++)
    {
      alike[i] = matches[i].how == PSG_ANCHOR_NEEDS_REVIEW;
      any = any || alike[i];
    }

  return any;
}

/**
 * psg_anchor_new_for_places:
 * @text: a document's text
 * @places: (array length=n): stretches of it; their scores do not matter
 * @n: how many
 *
 * Makes anchors. A place is widened to whole grapheme clusters. Its context is 32 code points on either side or a
 * little less, so that it begins and ends with whole words; where the same words stand in the same context elsewhere
 * it is made longer, up to 256, until they can be told apart.
 *
 * Returns: (transfer full) (element-type PsgAnchor): an anchor for each place
 */
GPtrArray *
psg_anchor_new_for_places (const PsgAnchorText  *text,
                           const PsgAnchorPlace *places,
                           guint                 n)
{
  GPtrArray *anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_anchor_unref);
  g_autofree gboolean *alike = g_new (gboolean, n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (anchors, new_with_context (text, &places[i], CONTEXT));

  for (guint context = 2 * CONTEXT; context <= MOST_CONTEXT && find_alike (text, anchors, alike); context *= 2)
    for (guint i = 0; i < n; i++)
      if (alike[i])
        {
          psg_anchor_unref (g_ptr_array_index (anchors, i));
          g_ptr_array_index (anchors, i) = new_with_context (text, &places[i], context);
        }

  return anchors;
}

/**
 * psg_anchor_new_for_range:
 * @text: a document's text
 * @start: in code points
 * @end: exclusive
 *
 * Returns: (transfer full): an anchor for what stands there, as psg_anchor_new_for_places() makes them
 */
PsgAnchor *
psg_anchor_new_for_range (const PsgAnchorText *text,
                          guint                start,
                          guint                end)
{
  const PsgAnchorPlace place = { start, end, 1 };
  g_autoptr (GPtrArray) anchors = psg_anchor_new_for_places (text, &place, 1);

  return g_ptr_array_steal_index (anchors, 0);
}
