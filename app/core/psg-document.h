/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-edtf.h"
#include "psg-record.h"
#include "psg-text.h"

G_BEGIN_DECLS

typedef enum
{
  PSG_BLOCK_PARAGRAPH,
  PSG_BLOCK_HEADING,
  PSG_BLOCK_LIST_ITEM,   /* the first paragraph of an item; later ones are paragraphs */
  PSG_BLOCK_CODE,        /* its text has the lines it was written in */
  PSG_BLOCK_RULE,        /* no text */
  PSG_BLOCK_IMAGE,       /* no text; which, the next run of an image tells */
  PSG_BLOCK_CELL,        /* of a table; those of a row follow each other, and the rows; empty ones are left out */
} PsgBlockKind;

/* Where in its column the text of a cell stands. */
typedef enum
{
  PSG_ALIGN_START,
  PSG_ALIGN_CENTER,
  PSG_ALIGN_END,
} PsgAlign;

/**
 * PsgBlock:
 * @kind: which
 * @level: a heading's level 1 to 6; a list item's nesting from 1
 * @quote: how many block quotes it lies in
 * @list: how many lists it lies in
 * @number: an ordered item's number; of a cell, the number of its table in the document, from 1; else 0
 * @row: a cell's row, from 0, which is the header
 * @column: a cell's column, from 0
 * @align: a #PsgAlign, of a cell
 * @start: where its text begins in the plain text, in code points
 * @end: where it ends, exclusive
 */
typedef struct
{
  PsgBlockKind kind;
  guint8       level;
  guint8       quote;
  guint8       list;
  guint8       column;
  guint8       align;
  guint        row;
  guint        number;
  guint        start;
  guint        end;
} PsgBlock;

typedef enum
{
  PSG_RUN_EMPHASIS,
  PSG_RUN_STRONG,
  PSG_RUN_CODE,
  PSG_RUN_LINK,          /* target: http(s), mailto, or event:ID, crossing:ID, … */
  PSG_RUN_CITATION,      /* target: a source's id; start equals end: it has no text */
  PSG_RUN_IMAGE,         /* target: its name in the collection; no text either; one for each block of an image */
} PsgRunKind;

/**
 * PsgRun:
 * @kind: which
 * @start: in code points from the start of the document
 * @end: exclusive
 * @target: (nullable): of a link, citation or image
 * @label: (nullable): of an image, what it shows, in words
 *
 * Something about a stretch of the text. Runs are sorted by @start and may nest.
 */
typedef struct
{
  PsgRunKind kind;
  guint      start;
  guint      end;
  char      *target;
  char      *label;
} PsgRun;

/**
 * PsgDocument:
 * @id: its id
 * @title: what it is called
 * @summary: (nullable): in a sentence or two
 * @kind: (nullable): `brief`, `background`, `reference`
 * @date: (nullable): as of when
 * @language: (nullable): BCP 47 tag of @text
 * @text: (nullable): the plain text: blocks joined by one line feed
 * @blocks: (nullable) (element-type PsgBlock): in order
 * @runs: (nullable) (element-type PsgRun): in order
 * @passages: (nullable) (element-type PsgPassage): by their anchors' start
 * @n_passages: how many there are, also where @passages is %NULL
 *
 * A text to read. In a list of documents only what describes it is filled in;
 * @text, @blocks, @runs and @passages come with psg_collection_load_document().
 */
typedef struct
{
  char      *id;
  PsgText   *title;
  PsgText   *summary;
  char      *kind;
  PsgEdtf   *date;
  char      *language;
  char      *text;
  GArray    *blocks;
  GArray    *runs;
  GPtrArray *passages;
  guint      n_passages;
} PsgDocument;

#define PSG_TYPE_DOCUMENT (psg_document_get_type ())
PSG_DECLARE_RECORD (PsgDocument, psg_document)

GArray *psg_block_array_new (void);
GArray *psg_run_array_new   (void);
/* The heading under which a position lies, as an index into @blocks, or -1. */
int     psg_document_find_heading (const PsgDocument *self, guint position);
/* The words of that heading, unless it is the document's own title. */
char   *psg_document_dup_section  (const PsgDocument *self, guint position);
/* Some words around a stretch, for showing it in context. */
char   *psg_document_dup_context  (const PsgDocument *self, guint start, guint end, guint around,
                                   guint *match_start, guint *match_end);

G_END_DECLS
