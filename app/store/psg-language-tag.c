/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-language-tag.h"

#include <string.h>

/* Whether a language tag is well-formed (RFC 5646, 2.1). Whether its subtags
 * are registered is not looked at. */

#define MAX_LENGTH 35 /* what RFC 5646, 4.4.1, asks everyone to have room for */

static gboolean
is_alpha (const char *subtag,
          gsize       shortest,
          gsize       longest)
{
  gsize length = strlen (subtag);

  for (const char *at = subtag; *at != '\0'; at++)
    if (!g_ascii_isalpha (*at))
      return FALSE;

  return length >= shortest && length <= longest;
}

static gboolean
is_alphanumeric (const char *subtag,
                 gsize       shortest,
                 gsize       longest)
{
  gsize length = strlen (subtag);

  for (const char *at = subtag; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at))
      return FALSE;

  return length >= shortest && length <= longest;
}

static gboolean
is_region (const char *subtag)
{
  return is_alpha (subtag, 2, 2)
         || (strlen (subtag) == 3 && strspn (subtag, "0123456789") == 3);
}

static gboolean
is_variant (const char *subtag)
{
  return is_alphanumeric (subtag, 5, 8)
         || (g_ascii_isdigit (*subtag) && is_alphanumeric (subtag, 4, 4));
}

/* An extension or private use: a single character, then at least one subtag. */
static gboolean
are_extensions (const char *const *subtags)
{
  while (*subtags != NULL)
    {
      gboolean private_use = g_ascii_tolower (**subtags) == 'x';
      guint n = 0;

      if (!is_alphanumeric (*subtags++, 1, 1))
        return FALSE;
      for (; *subtags != NULL && is_alphanumeric (*subtags, private_use ? 1 : 2, 8); n++)
        subtags++;
      if (n == 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * psg_language_tag_is_valid:
 * @tag: a string
 *
 * Returns: whether @tag is a well-formed BCP 47 language tag
 */
gboolean
psg_language_tag_is_valid (const char *tag)
{
  g_auto (GStrv) all = NULL;
  const char *const *at;

  if (*tag == '\0' || strlen (tag) > MAX_LENGTH)
    return FALSE;

  all = g_strsplit (tag, "-", -1);
  at = (const char *const *) all;
  if (!is_alpha (*at++, 2, 8))
    return FALSE;

  for (guint i = 0; i < 3 && *at != NULL && is_alpha (*at, 3, 3); i++)
    at++;
  if (*at != NULL && is_alpha (*at, 4, 4))
    at++;
  if (*at != NULL && is_region (*at))
    at++;
  while (*at != NULL && is_variant (*at))
    at++;

  return are_extensions (at);
}
