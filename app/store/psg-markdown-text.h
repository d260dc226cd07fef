/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-markdown.h"

G_BEGIN_DECLS

/**
 * PsgMarkdownText:
 *
 * The plain text while it grows: folds white space, joins blocks, and counts
 * code points for blocks and runs.
 */
typedef struct
{
  PsgMarkdown *out;   /* borrowed: its blocks, runs, lines and mistakes grow too */
  GString     *text;
  guint        n_chars;
  gboolean     space;     /* white space waits to be written */
  gboolean     in_block;  /* a block is open */
  gboolean     has_text;  /* the open block has text */
  PsgBlock     block;
} PsgMarkdownText;

void psg_markdown_text_begin_block (PsgMarkdownText *self, const PsgBlock *block);
void psg_markdown_text_end_block   (PsgMarkdownText *self);
void psg_markdown_text_append      (PsgMarkdownText *self, const char *text, gsize length);
void psg_markdown_text_append_lines (PsgMarkdownText *self, const char *text, gsize length);
guint psg_markdown_text_begin_run  (PsgMarkdownText *self, PsgRunKind kind, const char *target, guint line);
void psg_markdown_text_end_run     (PsgMarkdownText *self, guint run);
void psg_markdown_text_cite        (PsgMarkdownText *self, const char *source, gsize length, guint line);
void psg_markdown_text_add_image   (PsgMarkdownText *self, const char *name, char *label, guint line);
void psg_markdown_text_finish_runs (PsgMarkdownText *self);

G_END_DECLS
