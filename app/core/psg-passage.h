/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-record.h"
#include "psg-text.h"

G_BEGIN_DECLS

/**
 * PsgPassage:
 * @id: its id
 * @document: id of the document it lies in
 * @exact: the words, as they stand in the plain text
 * @prefix: (nullable): the words just before
 * @suffix: (nullable): the words just after
 * @start: where it begins in the document's plain text, in code points from 0
 * @end: where it ends, exclusive
 * @events: (nullable): ids of events it bears on
 * @crossings: (nullable): ids of crossings
 * @claims: (nullable): ids of claims
 * @note: (nullable): what it has to do with them
 *
 * Words in a document and what they bear on: W3C Web Annotation's
 * TextQuoteSelector with TextPositionSelector (Recommendation of 23 February 2017, 4.2.4 and 4.2.5).
 */
typedef struct
{
  char    *id;
  char    *document;
  char    *exact;
  char    *prefix;
  char    *suffix;
  guint    start;
  guint    end;
  GStrv    events;
  GStrv    crossings;
  GStrv    claims;
  PsgText *note;
} PsgPassage;

#define PSG_TYPE_PASSAGE (psg_passage_get_type ())
PSG_DECLARE_RECORD (PsgPassage, psg_passage)

G_END_DECLS
