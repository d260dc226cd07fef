/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-terms.h"

#include <string.h>

/*
 * The grammar that search and filter share: what a term is. What a term means is
 * theirs to say. There is no mistake in it: a quotation mark that nothing closes
 * is a letter among others.
 */

#define SPACES " \t\n\v\f\r"

/* Where a term ends that begins at @text: at the first space outside of quotation marks. */
static const char *
find_end (const char *text)
{
  while (*text != '\0' && strchr (SPACES, *text) == NULL)
    {
      const char *closing = *text == '"' ? strchr (text + 1, '"') : NULL;

      text = closing != NULL ? closing + 1 : text + 1;
    }

  return text;
}

/**
 * psg_terms_split:
 * @text: what a person typed, UTF-8
 *
 * Returns: (transfer full): its terms, as they were typed
 */
GStrv
psg_terms_split (const char *text)
{
  g_autoptr (GStrvBuilder) terms = g_strv_builder_new ();

  for (text += strspn (text, SPACES); *text != '\0'; text += strspn (text, SPACES))
    {
      const char *end = find_end (text);
      g_autofree char *term = g_strndup (text, end - text);

      g_strv_builder_add (terms, term);
      text = end;
    }

  return g_strv_builder_end (terms);
}

/**
 * psg_term_dup_value:
 * @term: a term
 * @key: `lane:`, with the colon
 *
 * Returns: (transfer full) (nullable): the value without quotation marks, maybe empty;
 *   %NULL if the term has another key
 */
char *
psg_term_dup_value (const char *term,
                    const char *key)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *value = NULL;

  if (!g_str_has_prefix (term, key))
    return NULL;

  parts = g_strsplit (term + strlen (key), "\"", -1);
  value = g_strjoinv (NULL, parts);

  return g_strdup (g_strstrip (value));
}

/**
 * psg_term_write:
 * @key: as for psg_term_dup_value()
 * @value: a value without quotation marks
 *
 * Returns: (transfer full): the term that is read as this
 */
char *
psg_term_write (const char *key,
                const char *value)
{
  return g_strdup_printf (strpbrk (value, SPACES) != NULL ? "%s\"%s\"" : "%s%s", key, value);
}
