/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-document.h"

/*
 * A text as blocks and runs over one plain string, so that a position means the
 * same to a passage, a search and the reader. It does not parse Markdown (the
 * store does) and does not know how anything looks.
 */

static void
psg_document_clear (PsgDocument *self)
{
  g_free (self->id);
  g_clear_pointer (&self->title, psg_text_unref);
  g_clear_pointer (&self->summary, psg_text_unref);
  g_free (self->kind);
  g_clear_pointer (&self->date, psg_edtf_unref);
  g_free (self->language);
  g_free (self->text);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->passages, g_ptr_array_unref);
}

PSG_DEFINE_RECORD (PsgDocument, psg_document)

static void
clear_run (gpointer data)
{
  PsgRun *run = data;

  g_clear_pointer (&run->target, g_free);
  g_clear_pointer (&run->label, g_free);
}

GArray *
psg_block_array_new (void)
{
  return g_array_new (FALSE, TRUE, sizeof (PsgBlock));
}

GArray *
psg_run_array_new (void)
{
  GArray *runs = g_array_new (FALSE, TRUE, sizeof (PsgRun));

  g_array_set_clear_func (runs, clear_run);

  return runs;
}

/**
 * psg_document_find_heading:
 * @self: a document with its text
 * @position: in code points
 *
 * Returns: index into the blocks of the last heading at or before @position,
 *   or -1
 */
int
psg_document_find_heading (const PsgDocument *self,
                           guint              position)
{
  int found = -1;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const PsgBlock *block = &g_array_index (self->blocks, PsgBlock, i);

      if (block->start > position)
        break;
      if (block->kind == PSG_BLOCK_HEADING)
        found = i;
    }

  return found;
}

/**
 * psg_document_dup_section:
 * @self: a document with its text
 * @position: in code points
 *
 * Returns: (transfer full) (nullable): the heading @position lies under, or %NULL where that is none or
 *   the document's own title
 */
char *
psg_document_dup_section (const PsgDocument *self,
                          guint              position)
{
  int index = psg_document_find_heading (self, position);
  const PsgBlock *heading = index >= 0 ? &g_array_index (self->blocks, PsgBlock, index) : NULL;

  if (heading == NULL || heading->level < 2)
    return NULL;

  return g_utf8_substring (self->text, heading->start, heading->end);
}

/* The block a position lies in: words of the next paragraph are no context. */
static const PsgBlock *
find_block (const PsgDocument *self,
            guint              position)
{
  const PsgBlock *found = NULL;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const PsgBlock *block = &g_array_index (self->blocks, PsgBlock, i);

      if (block->start > position)
        break;
      found = block;
    }

  return found;
}

/* Moves a cut to the nearest space, so that no word is halved. */
static guint
snap_to_word (const char *text,
              guint       position,
              guint       limit,
              int         direction)
{
  const char *p = g_utf8_offset_to_pointer (text, position);

  for (guint moved = 0; position != limit && moved < 20; moved++)
    {
      if (g_unichar_isspace (g_utf8_get_char (p)))
        return direction < 0 ? position + 1 : position;
      p = direction < 0 ? g_utf8_prev_char (p) : g_utf8_next_char (p);
      position += direction;
    }

  return position;
}

/**
 * psg_document_dup_context:
 * @self: a document with its text
 * @start: where the words begin, in code points
 * @end: where they end, exclusive
 * @around: about how many code points to show on either side
 * @match_start: (out) (optional): where @start lies in the result
 * @match_end: (out) (optional): where @end lies in the result
 *
 * What lies past the end of the text is taken for its end.
 *
 * Returns: (transfer full): the words and what stands around them in their
 *   block, with … where something was left out
 */
char *
psg_document_dup_context (const PsgDocument *self,
                          guint              start,
                          guint              end,
                          guint              around,
                          guint             *match_start,
                          guint             *match_end)
{
  guint length = (guint) g_utf8_strlen (self->text, -1);
  const PsgBlock *block;
  guint first, last, from, to;
  g_autofree char *words = NULL;

  end = MIN (end, length);
  start = MIN (start, end);
  block = find_block (self, start);
  first = block != NULL ? block->start : 0;
  last = block != NULL ? CLAMP (block->end, end, length) : end;
  from = start - MIN (around, start - first);
  to = end + MIN (around, last - end);

  if (from > first)
    from = MIN (start, snap_to_word (self->text, from, first, -1));
  if (to < last)
    to = MAX (end, snap_to_word (self->text, to, last, 1));

  words = g_utf8_substring (self->text, from, to);
  if (match_start != NULL)
    *match_start = start - from + (from > first ? 1 : 0);
  if (match_end != NULL)
    *match_end = end - from + (from > first ? 1 : 0);

  return g_strconcat (from > first ? "…" : "", words, to < last ? "…" : "", NULL);
}
