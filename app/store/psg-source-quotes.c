/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection-source-private.h"

#include <string.h>

/*
 * Finding passages in their documents, by the same anchors that find a person's highlights again. Authors write no
 * position, and the words must be there to the letter, once. White space between them and their prefix or suffix
 * may be left out, so several anchors are tried for one passage.
 */

/* With and without white space before and after, and without prefix and suffix. */
#define MOST_TRIES 5

typedef struct
{
  PsgSourcePassage *passage;
  const char       *exact;
  guint             first;    /* of its tries */
  guint             n;
  gboolean          has_context;
} Wanted;

static gboolean
ends_in_space (const char *text)
{
  return text[0] != '\0' && g_ascii_isspace (text[strlen (text) - 1]);
}

static void
try_anchor (GPtrArray  *tries,
            const char *exact,
            const char *prefix,
            const char *suffix,
            guint       spaces)
{
  g_autofree char *before = spaces & 1 ? g_strconcat (prefix, " ", NULL) : g_strdup (prefix);
  g_autofree char *after = spaces & 2 ? g_strconcat (" ", suffix, NULL) : g_strdup (suffix);

  g_ptr_array_add (tries, psg_anchor_new_quote (exact, before, after));
}

static Wanted
want (PsgSourcePassage *passage,
      const char       *language,
      const char       *exact,
      GPtrArray        *tries)
{
  const char *prefix = psg_text_lookup (passage->prefix, language);
  const char *suffix = psg_text_lookup (passage->suffix, language);
  Wanted wanted = { passage, exact, tries->len, 0, prefix != NULL || suffix != NULL };
  guint possible = 0;

  if (prefix != NULL && !ends_in_space (prefix))
    possible |= 1;
  if (suffix != NULL && !g_ascii_isspace (suffix[0]))
    possible |= 2;

  for (guint spaces = 0; spaces < 4; spaces++)
    if ((spaces & ~possible) == 0)
      try_anchor (tries, exact, prefix, suffix, spaces);
  if (wanted.has_context)
    try_anchor (tries, exact, NULL, NULL, 0);
  wanted.n = tries->len - wanted.first;
  g_assert (wanted.n <= MOST_TRIES);

  return wanted;
}

/* In how many places an anchor stands to the letter; three stands for three or more. */
static guint
count_literal (const PsgAnchorMatch *match)
{
  guint n = psg_anchor_match_is_found (match) && match->place.score == 1;

  for (guint i = 0; i < match->n_candidates; i++)
    n += match->candidates[i].score == 1;

  return n;
}

static void
report_missing (PsgSourceReader      *reader,
                const Wanted         *wanted,
                const PsgSourceText  *text,
                const PsgAnchorText  *plain,
                const PsgAnchorMatch *matches)
{
  /* The last try is without prefix and suffix, if it has any. */
  const PsgAnchorMatch *match = &matches[wanted->n - 1];
  const PsgAnchorPlace *near = psg_anchor_match_is_found (match) ? &match->place : match->candidates;
  g_autofree char *words = NULL;

  if (wanted->has_context && count_literal (match) > 0)
    psg_source_reader_mistake_in (reader, wanted->passage, "exact", "these words are not in the plain text of %s "
                                  "with this prefix and suffix", text->file);
  else if (match->how == PSG_ANCHOR_GONE || near->start >= near->end)
    psg_source_reader_mistake_in (reader, wanted->passage, "exact", "these words are not in the plain text of %s",
                                  text->file);
  else
    {
      words = psg_anchor_text_dup_range (plain, near->start, near->end);
      psg_source_reader_mistake_in (reader, wanted->passage, "exact", "these words are not in the plain text of %s; "
                                    "like them is “%s”", text->file, words);
    }
}

/* Whether a passage was found, and once. @place: (out): where */
static gboolean
settle (PsgSourceReader      *reader,
        const Wanted         *wanted,
        const PsgSourceText  *text,
        const PsgAnchorText  *plain,
        const PsgAnchorMatch *matches,
        PsgAnchorPlace       *place)
{
  guint n = 0, n_tries = wanted->n - (wanted->has_context ? 1 : 0);
  g_autofree char *words = NULL;

  for (guint i = 0; i < n_tries; i++)
    {
      n += count_literal (&matches[i]);
      if (count_literal (&matches[i]) > 0)
        *place = matches[i].n_candidates > 0 ? matches[i].candidates[0] : matches[i].place;
    }

  if (n == 0)
    report_missing (reader, wanted, text, plain, matches);
  if (n > 1)
    psg_source_reader_mistake_in (reader, wanted->passage, "exact", "these words are in %s %u times%s; a prefix or "
                                  "suffix must tell which are meant", text->file, n, n > 2 ? " or more" : "");
  if (n != 1)
    return FALSE;

  words = psg_anchor_text_dup_range (plain, place->start, place->end);
  if (strchr (words, '\n') == NULL)
    return TRUE;

  psg_source_reader_mistake_in (reader, wanted->passage, "exact", "these words run over the end of a block of %s; "
                                "a passage lies within one", text->file);
  return FALSE;
}

/* Gives the passages that were found their quotes. */
static void
add_quotes (GArray              *found,
            GArray              *places,
            const PsgSourceText *text,
            const PsgAnchorText *plain)
{
  g_autoptr (GPtrArray) anchors =
      psg_anchor_new_for_places (plain, (const PsgAnchorPlace *) places->data, places->len);

  for (guint i = 0; i < found->len; i++)
    {
      const Wanted *wanted = &g_array_index (found, Wanted, i);
      const PsgSourceQuote quote = { text->language, psg_anchor_ref (g_ptr_array_index (anchors, i)) };

      g_array_append_val (wanted->passage->quotes, quote);
    }
}

static void
find_in_text (PsgSourceReader     *reader,
              const PsgSourceText *text,
              GPtrArray           *passages)
{
  g_autoptr (PsgAnchorText) plain = psg_anchor_text_new (text->parsed->text);
  g_autoptr (GPtrArray) tries = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_anchor_unref);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Wanted));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Wanted));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PsgAnchorPlace));
  g_autofree PsgAnchorMatch *matches = NULL;

  for (guint i = 0; i < passages->len; i++)
    {
      PsgSourcePassage *passage = g_ptr_array_index (passages, i);
      const char *exact = passage->exact != NULL ? psg_text_lookup (passage->exact, text->language) : NULL;

      if (exact != NULL)
        {
          const Wanted wanted = want (passage, text->language, exact, tries);

          g_array_append_val (all, wanted);
        }
    }

  matches = g_new (PsgAnchorMatch, tries->len);
  psg_anchor_resolve_all (plain, (const PsgAnchor *const *) tries->pdata, tries->len, matches);
  for (guint i = 0; i < all->len; i++)
    {
      const Wanted *wanted = &g_array_index (all, Wanted, i);
      PsgAnchorPlace place = { 0 };

      if (settle (reader, wanted, text, plain, matches + wanted->first, &place))
        {
          g_array_append_val (found, *wanted);
          g_array_append_val (places, place);
        }
    }

  add_quotes (found, places, text, plain);
}

static void
check_passage (PsgSourceReader         *reader,
               const PsgSourceDocument *document,
               PsgSourcePassage        *passage)
{
  for (guint i = 0; passage->exact != NULL && i < psg_text_get_n (passage->exact); i++)
    {
      const char *language = psg_text_get_language (passage->exact, i);

      if (psg_text_lookup (document->files, language) == NULL)
        psg_source_reader_mistake_in (reader, passage, "exact", "the document “%s” is not there in “%s”",
                                      document->base.id, language);
    }

  if (passage->base.events == NULL && passage->base.crossings == NULL && passage->base.claims == NULL)
    psg_source_reader_mistake_in (reader, passage, NULL, "a passage must bear on an event, a crossing or a claim");
}

/**
 * psg_source_find_quotes:
 * @reader: a reader
 * @document: a document, with its texts
 * @passages: (element-type PsgSourcePassage): the passages of it
 *
 * Finds passages in every language of their document and gives them their quotes; what is wrong goes to @reader.
 */
void
psg_source_find_quotes (PsgSourceReader         *reader,
                        const PsgSourceDocument *document,
                        GPtrArray               *passages)
{
  for (guint i = 0; i < passages->len; i++)
    check_passage (reader, document, g_ptr_array_index (passages, i));
  for (guint i = 0; document->texts != NULL && i < document->texts->len; i++)
    find_in_text (reader, g_ptr_array_index (document->texts, i), passages);
}
