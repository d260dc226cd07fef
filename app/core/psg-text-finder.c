/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-text-finder.h"

#include <string.h>

/*
 * Text as units that are compared as they are, and where each is from. Making it ready costs more than
 * going through it, so it is done once, in pieces if need be; what is typed is then looked for in all of it.
 */

struct _PsgTextFinder
{
  GArray     *units;  /* guint32 */
  GArray     *starts; /* guint: the position each unit is from */
  GArray     *ends;   /* guint: and the one it ends before */
  GHashTable *folded; /* code point → gunichar *, 0-terminated */
};

/* What is set in type and what keys there are. */
static gunichar
replace_mark (gunichar c)
{
  switch (c)
    {
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2039: case 0x203A: case 0x02BC:
      return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x00AB: case 0x00BB:
      return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
      return '-';
    default:
      return c;
    }
}

/* Marks, and what only tells how to set the letters beside it. */
static gboolean
is_nothing (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK || type == G_UNICODE_FORMAT;
}

static gunichar *
fold (gunichar c)
{
  char text[7] = { 0 };
  g_autofree char *lower = NULL;
  g_autofree char *parts = NULL;
  gunichar *units;
  glong n;
  guint kept = 0;

  g_unichar_to_utf8 (replace_mark (c), text);
  lower = g_utf8_casefold (text, -1);
  parts = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  units = g_utf8_to_ucs4_fast (parts != NULL ? parts : "", -1, &n);

  for (glong i = 0; i < n; i++)
    if (!is_nothing (units[i]))
      units[kept++] = units[i];
  units[kept] = 0;

  return units;
}

static void
append_unit (PsgTextFinder *self,
             guint32        unit,
             guint          position)
{
  guint end = position + 1;

  g_array_append_val (self->units, unit);
  g_array_append_val (self->starts, position);
  g_array_append_val (self->ends, end);
}

/* What counts for nothing belongs to what it follows. */
static void
extend (PsgTextFinder *self,
        guint          position)
{
  if (self->ends->len > 0)
    g_array_index (self->ends, guint, self->ends->len - 1) = position + 1;
}

static void
append_space (PsgTextFinder *self,
              guint          position)
{
  guint n = self->units->len;

  if (n > 0 && g_array_index (self->units, guint32, n - 1) == ' ')
    extend (self, position);
  else
    append_unit (self, ' ', position);
}

static void
append_letter (PsgTextFinder *self,
               gunichar       c,
               guint          position)
{
  const gunichar *units = g_hash_table_lookup (self->folded, GUINT_TO_POINTER (c));

  if (units == NULL)
    {
      units = fold (c);
      g_hash_table_insert (self->folded, GUINT_TO_POINTER (c), (gpointer) units);
    }

  if (*units == 0)
    extend (self, position);
  for (; *units != 0; units++)
    append_unit (self, *units, position);
}

PsgTextFinder *
psg_text_finder_new (void)
{
  PsgTextFinder *self = g_new0 (PsgTextFinder, 1);

  self->units = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->folded = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  return self;
}

void
psg_text_finder_free (PsgTextFinder *self)
{
  g_array_unref (self->units);
  g_array_unref (self->starts);
  g_array_unref (self->ends);
  g_hash_table_unref (self->folded);
  g_free (self);
}

/**
 * psg_text_finder_append:
 * @self: a finder
 * @text: valid UTF-8
 * @length: in bytes; -1 for all of it
 * @position: where its first code point stands; not before what was appended already. What lies between
 *   is skipped: words are found across it
 */
void
psg_text_finder_append (PsgTextFinder *self,
                        const char    *text,
                        gssize         length,
                        guint          position)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);

  for (; text < end; text = g_utf8_next_char (text), position++)
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isspace (c))
        append_space (self, position);
      else if (c < 128)
        append_unit (self, (guint32) g_ascii_tolower ((char) c), position);
      else
        append_letter (self, c, position);
    }
}

/* Whether there is anything in it that is seen. */
static gboolean
is_blank (const GArray *units)
{
  for (guint i = 0; i < units->len; i++)
    if (g_array_index (units, guint32, i) != ' ')
      return FALSE;

  return TRUE;
}

/**
 * psg_text_finder_find:
 * @self: a finder
 * @query: what a person typed, valid UTF-8
 *
 * Takes a few milliseconds for a megabyte.
 *
 * Returns: (transfer full) (element-type PsgTextHit): where it stands, in order; of such as overlap the
 *   first. None for what is nothing but white space
 */
GArray *
psg_text_finder_find (PsgTextFinder *self,
                      const char    *query)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (PsgTextHit));
  g_autoptr (PsgTextFinder) typed = psg_text_finder_new ();
  const guint32 *units = (const guint32 *) (gpointer) self->units->data;
  const guint32 *wanted;
  guint n;

  psg_text_finder_append (typed, query, -1, 0);
  wanted = (const guint32 *) (gpointer) typed->units->data;
  n = typed->units->len;
  if (is_blank (typed->units))
    return hits;

  for (guint i = 0; i + n <= self->units->len;)
    {
      PsgTextHit hit;

      if (units[i] != wanted[0] || memcmp (units + i, wanted, n * sizeof *units) != 0)
        {
          i++;
          continue;
        }

      hit.start = g_array_index (self->starts, guint, i);
      hit.end = g_array_index (self->ends, guint, i + n - 1);
      g_array_append_val (hits, hit);
      i += n;
    }

  return hits;
}
