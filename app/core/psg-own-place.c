/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-own-place.h"

#include <math.h>
#include <string.h>

#include "psg-names.h"
#include "psg-own-collection.h"

/* Places as people type them: by coordinates, or by the name of a crossing or a place of the collection. */

#define MOST_SUGGESTED 3

/* Skips what stands between and after numbers; a letter for south or west turns the sign of @degrees. */
static const char *
skip_marks (const char *at,
            double     *degrees)
{
  for (; *at != '\0' && !g_ascii_isdigit (*at) && *at != '-' && *at != '+'; at = g_utf8_next_char (at))
    {
      gunichar each = g_utf8_get_char (at);

      if (each == 'S' || each == 's' || each == 'W' || each == 'w')
        *degrees = -*degrees;
      else if (strchr ("NnEe ,;/", (int) MIN (each, 127)) == NULL && each != 0xb0)
        return NULL;
    }

  return at;
}

static gboolean
read_degrees (const char **at,
              double      *degrees)
{
  char *end;

  *degrees = g_ascii_strtod (*at, &end);
  if (end == *at || !isfinite (*degrees))
    return FALSE;
  *at = skip_marks (end, degrees);

  return *at != NULL;
}

static gboolean
read_position (const char  *text,
               PsgOwnPlace *place)
{
  text += strspn (text, " ");
  if (!g_ascii_isdigit (*text) && *text != '-' && *text != '+')
    return FALSE;

  return read_degrees (&text, &place->latitude) && read_degrees (&text, &place->longitude) && *text == '\0'
         && fabs (place->latitude) <= 90 && fabs (place->longitude) <= 180;
}

static gboolean
is_called (const PsgText *name,
           const char    *folded)
{
  for (guint i = 0; name != NULL && i < psg_text_get_n (name); i++)
    {
      g_autofree char *ours = psg_name_fold (psg_text_get_value (name, i));

      if (g_str_equal (ours, folded))
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_named (PsgCollection *collection,
            const char    *text,
            PsgOwnPlace   *place)
{
  GPtrArray *crossings = psg_collection_get_crossings (collection);
  GPtrArray *places = psg_collection_get_places (psg_collection_get_base (collection));
  g_autofree char *folded = psg_name_fold (text);

  for (guint i = 0; i < crossings->len; i++)
    {
      const PsgCrossing *each = g_ptr_array_index (crossings, i);

      if (!is_called (each->short_name, folded) && !is_called (each->name, folded))
        continue;
      *place = (PsgOwnPlace) { each->latitude, each->longitude, g_strdup (psg_text_get (each->short_name)) };
      return TRUE;
    }

  for (guint i = 0; i < places->len; i++)
    {
      const PsgPlace *each = g_ptr_array_index (places, i);

      if (!is_called (each->name, folded))
        continue;
      *place = (PsgOwnPlace) { each->latitude, each->longitude, g_strdup (psg_text_get (each->name)) };
      return TRUE;
    }

  return FALSE;
}

/**
 * psg_own_place_read:
 * @collection: whose crossings and places are known by name
 * @text: two numbers of degrees, north and east, with or without letters and signs; or a name, in any language
 * @place: (out caller-allocates): where that is; @name is to be freed
 *
 * Returns: whether it is anywhere
 */
gboolean
psg_own_place_read (PsgCollection *collection,
                    const char    *text,
                    PsgOwnPlace   *place)
{
  *place = (PsgOwnPlace) { 0 };

  return read_position (text, place) || find_named (collection, text, place);
}

static void
append_suggestion (GString    *names,
                   guint      *n,
                   const char *name)
{
  if (*n < MOST_SUGGESTED)
    g_string_append_printf (names, "%s%s", *n > 0 ? ", " : "", name);
  (*n)++;
}

/**
 * psg_own_place_suggest:
 * @collection: as for psg_own_place_read()
 * @text: the beginning of a name
 *
 * Returns: (transfer full) (nullable): a few names that begin so, in one line
 */
char *
psg_own_place_suggest (PsgCollection *collection,
                       const char    *text)
{
  GPtrArray *crossings = psg_collection_get_crossings (collection);
  GPtrArray *places = psg_collection_get_places (psg_collection_get_base (collection));
  g_autoptr (GArray) found = psg_names_find (PSG_NAMED_CROSSING, crossings, text);
  g_autoptr (GArray) others = psg_names_find (PSG_NAMED_PLACE, places, text);
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < found->len; i++)
    append_suggestion (names, &n, psg_text_get (((PsgCrossing *)
                                                 g_ptr_array_index (crossings, g_array_index (found, guint, i)))
                                                  ->short_name));
  for (guint i = 0; i < others->len; i++)
    append_suggestion (names, &n, psg_text_get (((PsgPlace *)
                                                 g_ptr_array_index (places, g_array_index (others, guint, i)))->name));

  return g_string_free (names, n == 0);
}
