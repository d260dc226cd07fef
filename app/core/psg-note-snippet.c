/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-snippet.h"

#include <string.h>

#include "psg-names.h"

/*
 * Marks words in a text as the full-text search finds them: by their beginnings, without regard to case and
 * diacritics. It decides on no hit; that the search has done.
 */

#define MARK_START '\002'
#define MARK_END '\003'
/* Of a line of text around the first word found. */
#define WORDS_BEFORE 8
#define WORDS_AFTER 20
/* Further than this into a long note nothing is looked for, in bytes. */
#define MAX_LOOKED 65536

/* (transfer full): the words looked for, folded. */
static GStrv
fold_query (const char *query)
{
  g_autofree char *folded = psg_name_fold (query);

  return g_strsplit (folded, " ", -1);
}

static gboolean
is_of_word (gunichar each)
{
  return g_unichar_isalnum (each) || g_unichar_type (each) == G_UNICODE_NON_SPACING_MARK;
}

/* The end of the word that begins at @at. */
static const char *
skip_word (const char *at)
{
  while (*at != '\0' && is_of_word (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

/* The next word at @at or after it; %NULL if there is none. */
static const char *
find_word (const char *at)
{
  while (*at != '\0' && !is_of_word (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return *at != '\0' ? at : NULL;
}

static gboolean
is_looked_for (GStrv       wanted,
               const char *word,
               const char *end)
{
  g_autofree char *copy = g_strndup (word, end - word);
  g_autofree char *folded = psg_name_fold (copy);

  for (guint i = 0; wanted[i] != NULL; i++)
    if (*wanted[i] != '\0' && g_str_has_prefix (folded, wanted[i]))
      return TRUE;

  return FALSE;
}

/* Lines become one; what would be taken for a mark goes. */
static void
append_flowing (GString    *out,
                const char *from,
                const char *to)
{
  for (; from < to; from++)
    {
      char each = *from == '\n' || *from == '\r' || *from == '\t' ? ' ' : *from;

      if (each == MARK_START || each == MARK_END || (each == ' ' && out->len > 0 && out->str[out->len - 1] == ' '))
        continue;
      g_string_append_c (out, each);
    }
}

/* Returns: whether any was marked. */
static gboolean
append_marked (GString    *out,
               GStrv       wanted,
               const char *from,
               const char *to)
{
  gboolean found = FALSE;
  const char *word = from;

  while ((word = find_word (word)) != NULL && word < to)
    {
      const char *end = skip_word (word);
      gboolean mark = is_looked_for (wanted, word, end);

      append_flowing (out, from, word);
      if (mark)
        g_string_append_c (out, MARK_START);
      append_flowing (out, word, end);
      if (mark)
        g_string_append_c (out, MARK_END);
      found |= mark;
      from = word = end;
    }
  append_flowing (out, MIN (from, to), to);

  return found;
}

/**
 * psg_note_snippet_mark:
 * @text: UTF-8
 * @query: words, as typed
 *
 * Returns: (transfer full) (nullable): @text with the words marked; %NULL if none of them is in it
 */
char *
psg_note_snippet_mark (const char *text,
                       const char *query)
{
  g_auto (GStrv) wanted = fold_query (query);
  g_autoptr (GString) out = g_string_new (NULL);

  if (!append_marked (out, wanted, text, text + strlen (text)))
    return NULL;

  return g_strdup (out->str);
}

static const char *
find_first (const char *text,
            GStrv       wanted,
            const char **before)
{
  const char *words[WORDS_BEFORE] = { NULL };
  guint n = 0;

  for (const char *word = find_word (text); word != NULL && word - text < MAX_LOOKED; n++)
    {
      const char *end = skip_word (word);

      if (is_looked_for (wanted, word, end))
        {
          *before = n < WORDS_BEFORE ? text : words[n % WORDS_BEFORE];
          return word;
        }
      words[n % WORDS_BEFORE] = word;
      word = find_word (end);
    }

  return NULL;
}

/**
 * psg_note_snippet_cut:
 * @text: UTF-8
 * @query: words, as typed
 *
 * Returns: (transfer full) (nullable): a line of @text around the first of the words, marked; %NULL if
 *   none of them is in it
 */
char *
psg_note_snippet_cut (const char *text,
                      const char *query)
{
  g_auto (GStrv) wanted = fold_query (query);
  const char *from = text, *first = find_first (text, wanted, &from), *to = first;
  g_autoptr (GString) out = NULL;

  if (first == NULL)
    return NULL;

  for (guint i = 0; i < WORDS_AFTER && to != NULL; i++)
    {
      const char *word = find_word (to);

      to = word != NULL ? skip_word (word) : NULL;
    }

  out = g_string_new (from > text ? "…" : NULL);
  append_marked (out, wanted, from, to != NULL ? to : text + strlen (text));
  if (to != NULL && find_word (to) != NULL)
    g_string_append (out, "…");

  return g_strdup (out->str);
}
