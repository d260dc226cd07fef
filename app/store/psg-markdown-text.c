/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-markdown-text.h"

/* Writes plain text with its blocks and runs. It knows the rules of white
 * space and positions, and nothing of CommonMark. */

/* What the run will be sorted with: the source line goes along. */
typedef struct
{
  PsgRun run;
  guint  line;
} RunWithLine;

/* Where the next character would stand. */
static guint
next_position (PsgMarkdownText *self)
{
  if (!self->has_text)
    return self->n_chars + (self->text->len > 0 ? 1 : 0);

  return self->n_chars + (self->space ? 1 : 0);
}

/* Before the first character of a block. */
static void
begin_text (PsgMarkdownText *self)
{
  if (self->text->len > 0)
    {
      g_string_append_c (self->text, '\n');
      self->n_chars++;
    }
  self->block.start = self->n_chars;
  self->has_text = TRUE;
}

static void
append_char (PsgMarkdownText *self,
             gunichar         c)
{
  if (g_unichar_isspace (c))
    {
      self->space = self->has_text;
      return;
    }

  if (!self->has_text)
    begin_text (self);
  else if (self->space)
    {
      g_string_append_c (self->text, ' ');
      self->n_chars++;
    }

  self->space = FALSE;
  g_string_append_unichar (self->text, c);
  self->n_chars++;
}

/* Opens a block; its start and end are found out here. */
void
psg_markdown_text_begin_block (PsgMarkdownText *self,
                               const PsgBlock  *block)
{
  self->block = *block;
  self->block.start = self->n_chars;
  self->in_block = TRUE;
  self->has_text = FALSE;
  self->space = FALSE;
}

/* Closes a block; one without text is kept only if it is a rule or an image. */
void
psg_markdown_text_end_block (PsgMarkdownText *self)
{
  if (self->has_text || self->block.kind == PSG_BLOCK_RULE || self->block.kind == PSG_BLOCK_IMAGE)
    {
      self->block.end = self->n_chars;
      g_array_append_val (self->out->blocks, self->block);
    }

  self->in_block = FALSE;
  self->has_text = FALSE;
  self->space = FALSE;
}

/**
 * psg_markdown_text_append:
 * @self: the text
 * @text: (array length=length): valid UTF-8
 * @length: in bytes
 *
 * Appends to the open block; runs of white space become one space.
 */
void
psg_markdown_text_append (PsgMarkdownText *self,
                          const char      *text,
                          gsize            length)
{
  const char *end = text + length;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    append_char (self, g_utf8_get_char (at));
}

/**
 * psg_markdown_text_append_lines:
 * @self: the text
 * @text: (array length=length): valid UTF-8
 * @length: in bytes
 *
 * Appends to the open block, which is empty, as it is: with its lines and its white space, but for what
 * ends the last line, and with line feeds for whatever ends the others.
 */
void
psg_markdown_text_append_lines (PsgMarkdownText *self,
                                const char      *text,
                                gsize            length)
{
  const char *end = text + length;

  while (end > text && g_ascii_isspace (end[-1]))
    end--;
  if (text == end)
    return;

  begin_text (self);
  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    {
      if (at[0] == '\r' && at + 1 < end && at[1] == '\n')
        continue;
      g_string_append_unichar (self->text, *at == '\r' ? '\n' : g_utf8_get_char (at));
      self->n_chars++;
    }
}

/* Opens a run at the next character. Returns: what to close it with. */
guint
psg_markdown_text_begin_run (PsgMarkdownText *self,
                             PsgRunKind       kind,
                             const char      *target,
                             guint            line)
{
  PsgRun run = { kind, next_position (self), 0, g_strdup (target) };

  g_array_append_val (self->out->runs, run);
  g_array_append_val (self->out->run_lines, line);

  return self->out->runs->len - 1;
}

void
psg_markdown_text_end_run (PsgMarkdownText *self,
                           guint            run)
{
  g_array_index (self->out->runs, PsgRun, run).end = self->n_chars;
}

/* A citation stands after the last character written. */
void
psg_markdown_text_cite (PsgMarkdownText *self,
                        const char      *source,
                        gsize            length,
                        guint            line)
{
  PsgRun run = { PSG_RUN_CITATION, self->n_chars, self->n_chars, g_strndup (source, length) };

  g_array_append_val (self->out->runs, run);
  g_array_append_val (self->out->run_lines, line);
}

/* An image stands in a block of its own. Takes @label. */
void
psg_markdown_text_add_image (PsgMarkdownText *self,
                             const char      *name,
                             char            *label,
                             guint            line)
{
  PsgRun run = { PSG_RUN_IMAGE, self->n_chars, self->n_chars, g_strdup (name), label };

  g_array_append_val (self->out->runs, run);
  g_array_append_val (self->out->run_lines, line);
}

static int
compare_runs (gconstpointer a,
              gconstpointer b)
{
  const PsgRun *first = &((const RunWithLine *) a)->run;
  const PsgRun *second = &((const RunWithLine *) b)->run;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  return (first->end < second->end) - (first->end > second->end);
}

/* Sorts the runs, and drops those that came to have no text. */
void
psg_markdown_text_finish_runs (PsgMarkdownText *self)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (RunWithLine));

  for (guint i = 0; i < self->out->runs->len; i++)
    {
      RunWithLine each = {
        g_array_index (self->out->runs, PsgRun, i),
        g_array_index (self->out->run_lines, guint, i),
      };

      if (each.run.kind == PSG_RUN_CITATION || each.run.kind == PSG_RUN_IMAGE || each.run.end > each.run.start)
        g_array_append_val (all, each);
      else
        g_free (each.run.target); /* only images have labels, and those stay */
    }

  g_array_sort (all, compare_runs);
  g_array_set_clear_func (self->out->runs, NULL);
  g_array_unref (self->out->runs);
  self->out->runs = psg_run_array_new ();
  g_array_set_size (self->out->run_lines, 0);

  for (guint i = 0; i < all->len; i++)
    {
      RunWithLine *each = &g_array_index (all, RunWithLine, i);

      g_array_append_val (self->out->runs, each->run);
      g_array_append_val (self->out->run_lines, each->line);
    }
}
