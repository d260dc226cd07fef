/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-document.h"

G_BEGIN_DECLS

/* How deep quotes and lists may lie in one another. */
#define PSG_MARKDOWN_MAX_DEPTH 32

/* How many blocks there may be, and how many runs: more than a book has. */
#define PSG_MARKDOWN_MAX_PARTS 50000

/**
 * PsgMarkdown:
 * @text: the plain text, as data/collections/README.md defines it
 * @n_chars: how many code points it has
 * @blocks: (element-type PsgBlock): in order
 * @runs: (element-type PsgRun): by start; the outer before the inner
 * @run_lines: (element-type guint): the source line of each run, from 1
 * @mistakes: (element-type PsgMarkdownMistake): what a document may not have
 *
 * A parsed document.
 */
typedef struct
{
  char   *text;
  guint   n_chars;
  GArray *blocks;
  GArray *runs;
  GArray *run_lines;
  GArray *mistakes;
} PsgMarkdown;

/**
 * PsgMarkdownMistake:
 * @line: in the source, from 1
 * @message: what is wrong there; static
 */
typedef struct
{
  guint       line;
  const char *message;
} PsgMarkdownMistake;

PsgMarkdown *psg_markdown_parse (const char *source, gsize length);
void         psg_markdown_free  (PsgMarkdown *self);
gboolean     psg_markdown_nests_too_deeply (const char *source, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgMarkdown, psg_markdown_free)

G_END_DECLS
