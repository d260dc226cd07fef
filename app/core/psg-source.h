/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-edtf.h"
#include "psg-record.h"
#include "psg-text.h"

G_BEGIN_DECLS

/**
 * PsgSource:
 * @id: its id
 * @publisher: who published it
 * @title: in its own language
 * @author: (nullable): who wrote it
 * @date: (nullable): when it was published
 * @url: (nullable): http or https
 * @archive_url: (nullable): a kept copy
 * @language: (nullable): BCP 47
 * @affiliation: (nullable): whose voice it is, one of a fixed list
 * @remark: (nullable): of a person's own source: what they say of it
 * @confidence: `A`, `B` or `C`; 0 of a person's own source
 *
 * Where a statement comes from.
 */
typedef struct
{
  char    *id;
  char    *publisher;
  char    *title;
  char    *author;
  PsgEdtf *date;
  char    *url;
  char    *archive_url;
  char    *language;
  char    *affiliation;
  char    *remark;
  char     confidence;
} PsgSource;

#define PSG_TYPE_SOURCE (psg_source_get_type ())
PSG_DECLARE_RECORD (PsgSource, psg_source)

/**
 * PsgActor:
 * @id: its id
 * @name: what it is called
 *
 * A state, body or person that acts in events and makes claims.
 */
typedef struct
{
  char    *id;
  PsgText *name;
} PsgActor;

#define PSG_TYPE_ACTOR (psg_actor_get_type ())
PSG_DECLARE_RECORD (PsgActor, psg_actor)

const char *psg_affiliation_get_label (const char *affiliation);
const char *psg_confidence_get_label  (char confidence);
gboolean    psg_affiliation_is_known  (const char *affiliation);

G_END_DECLS
