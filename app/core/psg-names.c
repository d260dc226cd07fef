/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-names.h"

#include "psg-crossing.h"
#include "psg-lane.h"
#include "psg-place.h"

#include <string.h>

/*
 * Lanes, crossings and places by what a person calls them: by id, else by the beginning of
 * any word of any of their names in any language, without regard to case and diacritics.
 * It is for a term's value; words are looked up in the text by the store.
 */

/* Every record begins with its id. */
typedef struct
{
  char *id;
} Record;

/* Case, diacritics and what joins words do not count. */
static void
append_folded (GString *out,
               gunichar each)
{
  if (g_unichar_type (each) == G_UNICODE_NON_SPACING_MARK)
    return;

  if (g_unichar_isalnum (each))
    g_string_append_unichar (out, each);
  else if (out->len > 0 && out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
}

/**
 * psg_name_fold:
 * @name: UTF-8
 *
 * Returns: (transfer full): letters and digits of it, decomposed (Unicode's NFKD), without marks
 *   and case, words parted by one space
 */
char *
psg_name_fold (const char *name)
{
  g_autofree char *lower = g_utf8_casefold (name, -1);
  g_autofree char *parts = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString *out = g_string_new (NULL);

  for (const char *at = parts; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    append_folded (out, g_utf8_get_char (at));

  return g_strchomp (g_string_free (out, FALSE));
}

/**
 * psg_name_begins:
 * @name: a name
 * @folded: what a person typed, through psg_name_fold()
 *
 * Returns: whether a word of @name begins so, and the words after it go on so
 */
gboolean
psg_name_begins (const char *name,
                 const char *folded)
{
  g_autofree char *ours = psg_name_fold (name);
  const char *at = ours;

  if (*folded == '\0')
    return FALSE;

  while (at != NULL && !g_str_has_prefix (at, folded))
    {
      at = strchr (at, ' ');
      at = at != NULL ? at + 1 : NULL;
    }

  return at != NULL;
}

static gboolean
text_begins (const PsgText *text,
             const char    *folded)
{
  for (guint i = 0; text != NULL && i < psg_text_get_n (text); i++)
    if (psg_name_begins (psg_text_get_value (text, i), folded))
      return TRUE;

  return FALSE;
}

static gboolean
crossing_begins (const PsgCrossing *crossing,
                 const char        *folded)
{
  for (guint i = 0; crossing->aliases != NULL && crossing->aliases[i] != NULL; i++)
    if (psg_name_begins (crossing->aliases[i], folded))
      return TRUE;

  return text_begins (crossing->name, folded) || text_begins (crossing->short_name, folded);
}

static gboolean
record_begins (PsgNamed      kind,
               gconstpointer record,
               const char   *folded)
{
  if (psg_name_begins (((const Record *) record)->id, folded))
    return TRUE;

  switch (kind)
    {
    case PSG_NAMED_LANE:
      return text_begins (((const PsgLane *) record)->name, folded);
    case PSG_NAMED_CROSSING:
      return crossing_begins (record, folded);
    case PSG_NAMED_PLACE:
    default:
      return text_begins (((const PsgPlace *) record)->name, folded);
    }
}

/**
 * psg_names_find:
 * @kind: what @records are
 * @records: the collection's lanes, crossings or places
 * @typed: an id or the beginning of a name
 *
 * Returns: (transfer full) (element-type guint): which are meant, as indices: the one
 *   with this id, else all whose names begin so
 */
GArray *
psg_names_find (PsgNamed    kind,
                GPtrArray  *records,
                const char *typed)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *folded = psg_name_fold (typed);

  for (guint i = 0; i < records->len && found->len == 0; i++)
    if (g_str_equal (((const Record *) g_ptr_array_index (records, i))->id, typed))
      g_array_append_val (found, i);
  if (found->len > 0)
    return found;

  for (guint i = 0; i < records->len; i++)
    if (record_begins (kind, g_ptr_array_index (records, i), folded))
      g_array_append_val (found, i);

  return found;
}
