/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-diagnostics.h"
#include "psg-markdown.h"
#include "psg-schema.h"

G_BEGIN_DECLS

/**
 * PsgSourceText:
 * @language: its language
 * @file: where it was read from
 * @markdown: as written
 * @parsed: what it comes to
 *
 * A document in one language.
 */
typedef struct
{
  char        *language;
  char        *file;
  char        *markdown;
  PsgMarkdown *parsed;
} PsgSourceText;

/**
 * PsgSourceDocument:
 * @base: what describes it; on the stack of the struct, not reference-counted
 * @files: its files by language
 * @texts: (element-type PsgSourceText): in the order of @files
 */
typedef struct
{
  PsgDocument base;
  PsgText    *files;
  GPtrArray  *texts;
} PsgSourceDocument;

/**
 * PsgSourceImage:
 * @name: `images/NAME.png` and so on
 * @bytes: what psg_image_check() finds nothing wrong with
 */
typedef struct
{
  char   *name;
  GBytes *bytes;
} PsgSourceImage;

/**
 * PsgSourceQuote:
 * @language: of the text it was found in; borrowed from the document's text
 * @anchor: the words as they stand there, and where
 */
typedef struct
{
  const char *language;
  PsgAnchor  *anchor;
} PsgSourceQuote;

/**
 * PsgSourcePassage:
 * @base: all but the quotation; on the stack of the struct, not reference-counted
 * @exact: the words, by language
 * @prefix: (nullable): the words before
 * @suffix: (nullable): the words after
 * @quotes: (element-type PsgSourceQuote): where it was found
 */
typedef struct
{
  PsgPassage base;
  PsgText   *exact;
  PsgText   *prefix;
  PsgText   *suffix;
  GArray    *quotes;
} PsgSourcePassage;

/**
 * PsgCollectionSource:
 *
 * A collection as its sources tell it, in their order, everything checked.
 */
typedef struct
{
  PsgCollectionHead *head;
  GPtrArray *sources;   /* PsgSource */
  GPtrArray *actors;    /* PsgActor */
  GPtrArray *places;    /* PsgPlace */
  GPtrArray *crossings; /* PsgCrossing */
  GPtrArray *events;    /* PsgEvent; @row is not filled in */
  GPtrArray *claims;    /* PsgClaim */
  GPtrArray *documents; /* PsgSourceDocument */
  GPtrArray *images;    /* PsgSourceImage; (nullable) */
  GPtrArray *passages;  /* PsgSourcePassage */
  GPtrArray *lessons;   /* PsgLesson */
} PsgCollectionSource;

PsgCollectionSource *psg_collection_source_read (const char *folder, PsgDiagnostics *diagnostics);
void                 psg_collection_source_free (PsgCollectionSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgCollectionSource, psg_collection_source_free)

G_END_DECLS
