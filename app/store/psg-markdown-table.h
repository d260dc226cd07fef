/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-document.h"

G_BEGIN_DECLS

/* Wider than this is a wide sheet of data, not a table to read. */
#define PSG_MARKDOWN_MAX_COLUMNS 64

/**
 * PsgMarkdownTable:
 * @n_columns: how many columns it has
 * @aligns: (array length=n_columns): how each is aligned
 * @rows: (element-type GStrv): the cells of each row, the header's first, at most @n_columns each, each
 *   without white space around it and with `\|` read as `|`; the row of hyphens is none
 * @surplus_line: the line, from 0, of the first row with more cells, which are left out; or %G_MAXUINT
 *
 * A pipe table as GitHub Flavored Markdown 0.29 has them (4.10): a row of cells, one of hyphens that tells
 * how each column is aligned, and any number of rows.
 */
typedef struct
{
  guint      n_columns;
  guint8     aligns[PSG_MARKDOWN_MAX_COLUMNS];
  GPtrArray *rows;
  guint      surplus_line;
} PsgMarkdownTable;

PsgMarkdownTable *psg_markdown_table_read (const char *text, gsize length);
void              psg_markdown_table_free (PsgMarkdownTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgMarkdownTable, psg_markdown_table_free)

G_END_DECLS
