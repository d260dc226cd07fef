/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-mbtiles-metadata.h"

#include <math.h>
#include <string.h>

#include "psg-db-statement.h"
#include "psg-mercator.h"

/*
 * What a map file says of itself. Nothing of it is needed to show the map, so that what is
 * missing, too long or nonsense is passed over; only a file without the table is
 * none. What is said of the zoom levels is left to the tiles to tell.
 */

/* What a person is shown of it, in characters. */
#define MAX_SHOWN 200

static const struct
{
  const char *entity;
  const char *text;
} entities[] = {
  { "&amp;", "&" },
  { "&lt;", "<" },
  { "&gt;", ">" },
  { "&quot;", "\"" },
  { "&apos;", "'" },
  { "&#39;", "'" },
  { "&nbsp;", " " },
  { "&copy;", "©" },
  { "&#169;", "©" },
};

/* Appends what stands at @p and returns what comes after it. */
static const char *
append_next (GString    *text,
             const char *p)
{
  gunichar c;

  for (guint i = 0; *p == '&' && i < G_N_ELEMENTS (entities); i++)
    {
      if (g_str_has_prefix (p, entities[i].entity))
        {
          g_string_append (text, entities[i].text);
          return p + strlen (entities[i].entity);
        }
    }

  /* Whatever parts words, parts them by one space. */
  c = g_utf8_get_char (p);
  if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
    {
      if (text->len > 0 && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
    }
  else
    g_string_append_unichar (text, c);

  return g_utf8_next_char (p);
}

/**
 * psg_mbtiles_plain_text:
 * @html: UTF-8 that may have tags and entities in it
 *
 * Returns: (transfer full) (nullable): what a person would read of it, in one line and cut
 *   where it is very long; %NULL if that is nothing
 */
char *
psg_mbtiles_plain_text (const char *html)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *p = html;

  while (*p != '\0')
    {
      const char *end = *p == '<' ? strchr (p, '>') : NULL;

      p = end != NULL ? end + 1 : append_next (text, p);
    }
  g_strstrip (text->str);

  if (*text->str == '\0')
    return NULL;

  return g_utf8_substring (text->str, 0, MIN (g_utf8_strlen (text->str, -1), MAX_SHOWN));
}

/* (nullable): a value as text; @value is cleared first. */
static gboolean
read_value (PsgDb       *db,
            const char  *name,
            char       **value,
            GError     **error)
{
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (db, "SELECT CAST (value AS TEXT) FROM metadata "
                                "WHERE name = ?1 AND length (value) <= ?2 LIMIT 1", error);
  PsgDbStep step;

  g_clear_pointer (value, g_free);
  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_text (statement, 1, name);
  psg_db_statement_bind_int (statement, 2, PSG_MBTILES_MAX_VALUE);
  step = psg_db_statement_step (statement, error);
  if (step == PSG_DB_ROW)
    *value = g_strdup (psg_db_statement_get_text (statement, 0));

  return step != PSG_DB_ERROR;
}

/* "left,bottom,right,top", degrees. */
static void
take_bounds (PsgTileInfo *info,
             const char  *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", 5);
  double bounds[4];

  if (g_strv_length (parts) != G_N_ELEMENTS (bounds))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      char *end;

      bounds[i] = g_ascii_strtod (parts[i], &end);
      if (end == parts[i] || !isfinite (bounds[i]))
        return;
    }

  bounds[1] = MAX (bounds[1], -PSG_MERCATOR_MAX_LATITUDE);
  bounds[3] = MIN (bounds[3], PSG_MERCATOR_MAX_LATITUDE);
  if (bounds[0] >= bounds[2] || bounds[1] >= bounds[3])
    return;

  info->west = bounds[0];
  info->south = bounds[1];
  info->east = bounds[2];
  info->north = bounds[3];
}

/**
 * psg_mbtiles_metadata_read:
 * @db: a map file
 * @info: initialised; name, attribution and bounds are set where the file tells them
 * @error: return location
 *
 * Returns: whether there is a table of metadata that can be read
 */
gboolean
psg_mbtiles_metadata_read (PsgDb        *db,
                           PsgTileInfo  *info,
                           GError      **error)
{
  g_autofree char *value = NULL;

  if (!read_value (db, "name", &value, error))
    return FALSE;
  if (value != NULL)
    info->name = psg_mbtiles_plain_text (value);

  if (!read_value (db, "attribution", &value, error))
    return FALSE;
  if (value != NULL)
    info->attribution = psg_mbtiles_plain_text (value);

  if (!read_value (db, "bounds", &value, error))
    return FALSE;
  if (value != NULL)
    take_bounds (info, value);

  return TRUE;
}
