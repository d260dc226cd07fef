/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What languages are called; GLib knows only their tags. */

static const struct
{
  const char *tag;
  const char *label;
} languages[] = {
  { "be", N_("Belarusian") }, { "cs", N_("Czech") },      { "da", N_("Danish") },
  { "de", N_("German") },     { "en", N_("English") },    { "es", N_("Spanish") },
  { "et", N_("Estonian") },   { "fi", N_("Finnish") },    { "fr", N_("French") },
  { "it", N_("Italian") },    { "lt", N_("Lithuanian") }, { "lv", N_("Latvian") },
  { "pl", N_("Polish") },     { "ru", N_("Russian") },    { "sv", N_("Swedish") },
  { "uk", N_("Ukrainian") },
};

/**
 * psg_language_get_label:
 * @tag: (nullable): a BCP 47 tag
 *
 * Returns: (nullable): what the language is called, localised; the tag itself if we
 *   do not know
 */
const char *
psg_language_get_label (const char *tag)
{
  gsize length;

  if (tag == NULL)
    return NULL;

  length = strcspn (tag, "-");
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (length == strlen (languages[i].tag) && g_ascii_strncasecmp (tag, languages[i].tag, length) == 0)
      return _(languages[i].label);

  return tag;
}
