/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-search-query.h"

/*
 * What a person types, as an FTS5 expression: every word must be there, as the
 * beginning of a word; words in double quotes must follow one another. Nothing
 * a person types is ever syntax.
 */

#define MAX_WORDS 32
#define MAX_CHARS 400

typedef struct
{
  GString *out;
  guint    n_words;
} Query;

/* Whether the tokenizer would find anything in it. */
static gboolean
has_letters (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      return TRUE;

  return FALSE;
}

static void
append_phrase (Query      *query,
               const char *text,
               gboolean    prefix)
{
  if (!has_letters (text) || query->n_words == MAX_WORDS)
    return;

  if (query->n_words++ > 0)
    g_string_append_c (query->out, ' ');

  /* There is no double quote in @text: those have been taken for quotation marks. */
  g_string_append_printf (query->out, "\"%s\"", text);
  if (prefix)
    g_string_append_c (query->out, '*');
}

static void
append_words (Query      *query,
              const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    append_phrase (query, words[i], TRUE);
}

/**
 * psg_search_query_to_match:
 * @query: what a person typed
 *
 * Returns: (transfer full) (nullable): an expression for `MATCH`; %NULL if there is no word in it
 */
char *
psg_search_query_to_match (const char *query)
{
  g_autofree char *valid = g_utf8_make_valid (query, -1);
  g_autofree char *cut = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_CHARS));
  g_auto (GStrv) parts = g_strsplit (cut, "\"", -1);
  Query self = { g_string_new (NULL), 0 };

  /* Every second part lies within quotes, if the last quote has been closed. */
  for (guint i = 0; parts[i] != NULL; i++)
    if (i % 2 == 1 && parts[i + 1] != NULL)
      append_phrase (&self, parts[i], FALSE);
    else
      append_words (&self, parts[i]);

  if (self.n_words > 0)
    return g_string_free (self.out, FALSE);

  g_string_free (self.out, TRUE);
  return NULL;
}
