/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-anchor-private.h"

#include <string.h>

/* Deciding which of the places that were found is the anchor's, by the rule in psg-anchor.h; or that none is. */

static void
prepare (PsgAnchorPattern    *pattern,
         const PsgAnchor     *anchor,
         const PsgAnchorText *text)
{
  PsgFold *fold = &pattern->fold;
  guint position = psg_fold_find (&text->fold, anchor->start);

  psg_fold_append (fold, anchor->prefix != NULL ? anchor->prefix : "");
  pattern->prefix = fold->n;
  psg_fold_append (fold, anchor->exact != NULL ? anchor->exact : "");
  pattern->quote = fold->n - pattern->prefix;
  psg_fold_append (fold, anchor->suffix != NULL ? anchor->suffix : "");

  pattern->position = anchor->start != PSG_ANCHOR_NO_POSITION ? position : PSG_ANCHOR_NO_POSITION;
  pattern->n_seeds = MIN (fold->n, PSG_ANCHOR_LONGEST) / PSG_SEED_LENGTH;
  pattern->most = MIN (fold->n / 10, MAX (pattern->n_seeds, 1) - 1);
  pattern->own_most = pattern->quote / 10;
}

static void
clear_pattern (PsgAnchorPattern *pattern)
{
  psg_fold_clear (&pattern->fold);
  g_free (pattern->seeds);
}

static PsgAnchorPlace
make_place (const PsgFold          *text,
            const PsgAnchorPattern *pattern,
            const PsgAnchorFind    *find)
{
  return (PsgAnchorPlace) {
    text->places[find->start], text->places[find->end],
    1 - MIN (find->distance, pattern->fold.n) / (double) pattern->fold.n
  };
}

static void
take (PsgAnchorMatch         *match,
      const PsgFold          *text,
      const PsgAnchorPattern *pattern,
      const PsgAnchorFind    *find)
{
  match->place = make_place (text, pattern, find);
  if (find->own > 0)
    match->how = PSG_ANCHOR_FUZZY;
  else
    match->how = find->start == pattern->position ? PSG_ANCHOR_EXACT : PSG_ANCHOR_MOVED;
}

static void
leave_to_review (PsgAnchorMatch         *match,
                 const PsgFold          *text,
                 const PsgAnchorPattern *pattern,
                 GArray                 *finds,
                 gboolean                complete)
{
  for (guint i = 0; i < finds->len && match->n_candidates < PSG_ANCHOR_MAX_CANDIDATES; i++)
    {
      const PsgAnchorFind *find = &g_array_index (finds, PsgAnchorFind, i);

      if (find->start < find->end)
        match->candidates[match->n_candidates++] = make_place (text, pattern, find);
    }

  match->how = match->n_candidates > 0 || !complete ? PSG_ANCHOR_NEEDS_REVIEW : PSG_ANCHOR_GONE;
}

/* Rule 3. Returns: the one place that may be taken, or NULL */
static const PsgAnchorFind *
choose_near (const PsgAnchorPattern *pattern,
             GArray                 *finds)
{
  const PsgAnchorFind *first;

  if (finds->len == 0)
    return NULL;

  first = &g_array_index (finds, PsgAnchorFind, 0);
  if (first->distance > pattern->most || first->unclear || first->own > pattern->own_most || first->start == first->end)
    return NULL;
  if (finds->len > 1 && g_array_index (finds, PsgAnchorFind, 1).distance <= pattern->most)
    return NULL;

  return first;
}

/* Rule 4. Whether nothing like the whole is anywhere but at @start. */
static gboolean
is_alone (const PsgAnchorPattern *pattern,
          GArray                 *finds,
          guint                   start)
{
  for (guint i = 0; i < finds->len; i++)
    {
      const PsgAnchorFind *find = &g_array_index (finds, PsgAnchorFind, i);

      if (find->distance <= pattern->most && find->start != start)
        return FALSE;
    }

  return TRUE;
}

/* What to do with an anchor whose whole is nowhere to the letter. */
static void
resolve_changed (PsgAnchorSearch        *search,
                 const PsgFold          *text,
                 const PsgAnchorPattern *pattern,
                 gboolean                complete,
                 GArray                 *finds,
                 PsgAnchorMatch         *match)
{
  const PsgAnchorFind *near;

  complete = psg_anchor_search_near (search, pattern, finds) && complete;
  near = complete ? choose_near (pattern, finds) : NULL;

  if (near != NULL)
    {
      take (match, text, pattern, near);
    }
  else if (complete && psg_anchor_pattern_is_at (pattern, text, pattern->position, FALSE)
           && (pattern->prefix > 0 || pattern->position == 0) && is_alone (pattern, finds, pattern->position))
    {
      const PsgAnchorFind find = psg_anchor_search_measure (search, pattern, pattern->position);

      take (match, text, pattern, &find);
    }
  else
    {
      psg_anchor_search_words (search, pattern, finds);
      leave_to_review (match, text, pattern, finds, complete);
    }
}

static void
resolve_moved (PsgAnchorSearch        *search,
               const PsgFold          *text,
               const PsgAnchorPattern *pattern,
               PsgAnchorMatch         *match)
{
  g_autoptr (GArray) finds = g_array_new (FALSE, FALSE, sizeof (PsgAnchorFind));
  gboolean complete;

  if (pattern->quote == 0)
    return;

  complete = psg_anchor_search_literal (search, pattern, finds);
  if (finds->len == 0)
    {
      resolve_changed (search, text, pattern, complete, finds, match);
    }
  else if (finds->len == 1 && complete && !psg_anchor_pattern_is_at (pattern, text, pattern->position, FALSE))
    {
      take (match, text, pattern, &g_array_index (finds, PsgAnchorFind, 0));
    }
  else
    {
      if (finds->len == 1)
        psg_anchor_search_words (search, pattern, finds);
      leave_to_review (match, text, pattern, finds, complete);
    }
}

/**
 * psg_anchor_resolve_all:
 * @text: a document's text
 * @anchors: (array length=n): anchors made for some earlier state of it
 * @n: how many
 * @matches: (array length=n) (out caller-allocates): where each is now
 *
 * Finds anchors by the rule in psg-anchor.h. One call for many costs little more than one for one: those that
 * are not at their position are looked for in a single pass.
 */
void
psg_anchor_resolve_all (const PsgAnchorText    *text,
                        const PsgAnchor *const *anchors,
                        guint                   n,
                        PsgAnchorMatch         *matches)
{
  g_autofree PsgAnchorPattern *patterns = g_new0 (PsgAnchorPattern, n);
  g_autofree guint *moved = g_new (guint, n);
  g_autoptr (PsgAnchorSearch) search = NULL;
  guint n_moved = 0;

  for (guint i = 0; i < n; i++)
    {
      PsgAnchorPattern *pattern = &patterns[n_moved];

      memset (&matches[i], 0, sizeof matches[i]);
      matches[i].how = PSG_ANCHOR_GONE;
      prepare (pattern, anchors[i], text);
      if (psg_anchor_pattern_is_at (pattern, &text->fold, pattern->position, TRUE))
        {
          const PsgAnchorFind find = { pattern->position, pattern->position + pattern->quote, 0, 0, FALSE };

          take (&matches[i], &text->fold, pattern, &find);
          clear_pattern (pattern);
          memset (pattern, 0, sizeof *pattern);
        }
      else
        moved[n_moved++] = i;
    }

  if (n_moved > 0)
    search = psg_anchor_search_new (text, patterns, n_moved);
  for (guint i = 0; i < n_moved; i++)
    {
      resolve_moved (search, &text->fold, &patterns[i], &matches[moved[i]]);
      clear_pattern (&patterns[i]);
    }
}

/**
 * psg_anchor_resolve:
 * @self: an anchor
 * @text: a document's text
 * @match: (out caller-allocates): where it is now
 */
void
psg_anchor_resolve (const PsgAnchor     *self,
                    const PsgAnchorText *text,
                    PsgAnchorMatch      *match)
{
  psg_anchor_resolve_all (text, &self, 1, match);
}

/**
 * psg_anchor_match_is_found:
 * @match: what came of looking for an anchor
 *
 * Returns: whether it was found, and its place may be used without asking
 */
gboolean
psg_anchor_match_is_found (const PsgAnchorMatch *match)
{
  return match->how <= PSG_ANCHOR_FUZZY;
}
