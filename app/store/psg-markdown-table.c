/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-markdown-table.h"

#include <string.h>

/*
 * Pipe tables, which are no part of CommonMark: whether the lines of a paragraph are one, and what its cells
 * are. What stands in a cell is CommonMark again, and not this file's business.
 */

#define BLANKS " \t"

/* The line at @at without its end, and where the next begins. */
static char *
take_line (const char **at,
           const char  *end)
{
  const char *start = *at;
  const char *stop = start;

  while (stop < end && *stop != '\n' && *stop != '\r')
    stop++;

  *at = stop;
  if (*at < end)
    *at += **at == '\r' && *at + 1 < end && (*at)[1] == '\n' ? 2 : 1;

  return g_strstrip (g_strndup (start, stop - start));
}

/* From @at to the next pipe that is one, or the end; `\|` is a letter of the cell. */
static const char *
take_cell (const char *at,
           GString    *cell)
{
  g_string_truncate (cell, 0);
  for (; *at != '\0' && *at != '|'; at++)
    {
      if (at[0] == '\\' && at[1] == '|')
        at++;
      /* What stands after a backslash does not stand for itself: `\\|` ends a cell. */
      else if (at[0] == '\\' && at[1] == '\\')
        g_string_append_c (cell, *at++);
      g_string_append_c (cell, *at);
    }

  return at;
}

/* One pipe may stand before the first cell, and one after the last. */
static GStrv
split_row (const char *line)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *at = line + (line[0] == '|' ? 1 : 0);

  do
    {
      g_autofree char *text = NULL;

      at = take_cell (at, cell);
      text = g_strdup (cell->str);
      g_strv_builder_add (cells, g_strstrip (text));
      if (*at == '|')
        at++;
    }
  while (*at != '\0');

  return g_strv_builder_end (cells);
}

/* `---`, `:--`, `:-:` or `--:`. */
static gboolean
read_align (const char *cell,
            guint8     *align)
{
  gboolean left = cell[0] == ':';
  gsize hyphens = strspn (cell + left, "-");
  const char *rest = cell + left + hyphens;
  gboolean right = rest[0] == ':';

  if (hyphens == 0 || rest[right] != '\0')
    return FALSE;

  *align = !right ? PSG_ALIGN_START : left ? PSG_ALIGN_CENTER : PSG_ALIGN_END;

  return TRUE;
}

/* Without a pipe it would be the underline of a heading. */
static gboolean
read_aligns (PsgMarkdownTable *self,
             const char       *line)
{
  g_auto (GStrv) cells = NULL;

  if (strspn (line, "|:-" BLANKS) != strlen (line) || strchr (line, '|') == NULL)
    return FALSE;

  cells = split_row (line);
  self->n_columns = g_strv_length (cells);
  if (self->n_columns > PSG_MARKDOWN_MAX_COLUMNS)
    return FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    if (!read_align (cells[i], &self->aligns[i]))
      return FALSE;

  return TRUE;
}

static void
add_row (PsgMarkdownTable *self,
         GStrv             cells,
         guint             line)
{
  guint n = g_strv_length (cells);

  if (n > self->n_columns && self->surplus_line == G_MAXUINT)
    self->surplus_line = line;
  for (guint i = self->n_columns; i < n; i++)
    g_clear_pointer (&cells[i], g_free);

  g_ptr_array_add (self->rows, cells);
}

/**
 * psg_markdown_table_read:
 * @text: (array length=length): the lines of a paragraph
 * @length: in bytes
 *
 * Returns: (transfer full) (nullable): the table they are; %NULL if they are none
 */
PsgMarkdownTable *
psg_markdown_table_read (const char *text,
                         gsize       length)
{
  g_autoptr (PsgMarkdownTable) self = g_new0 (PsgMarkdownTable, 1);
  const char *at = text, *end = text + length;
  g_autofree char *header = take_line (&at, end);
  g_autofree char *delimiters = take_line (&at, end);
  g_auto (GStrv) names = NULL;

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->surplus_line = G_MAXUINT;
  if (!read_aligns (self, delimiters))
    return NULL;

  names = split_row (header);
  if (g_strv_length (names) != self->n_columns)
    return NULL;
  add_row (self, g_steal_pointer (&names), 0);

  for (guint line = 2; at < end; line++)
    {
      g_autofree char *row = take_line (&at, end);

      add_row (self, split_row (row), line);
    }

  return g_steal_pointer (&self);
}

void
psg_markdown_table_free (PsgMarkdownTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}
