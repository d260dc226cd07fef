/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-anchor.h"
#include "psg-record.h"
#include "psg-text.h"

G_BEGIN_DECLS

/**
 * PsgPassage:
 * @id: its id
 * @document: id of the document it lies in
 * @anchor: the words, and where in the document's plain text they stand
 * @events: (nullable): ids of events it bears on
 * @crossings: (nullable): ids of crossings
 * @claims: (nullable): ids of claims
 * @note: (nullable): what it has to do with them
 *
 * Words in a document and what they bear on.
 */
typedef struct
{
  char      *id;
  char      *document;
  PsgAnchor *anchor;
  GStrv      events;
  GStrv      crossings;
  GStrv      claims;
  PsgText   *note;
} PsgPassage;

#define PSG_TYPE_PASSAGE (psg_passage_get_type ())
PSG_DECLARE_RECORD (PsgPassage, psg_passage)

G_END_DECLS
