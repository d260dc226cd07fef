/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-edtf.h"
#include "psg-record.h"
#include "psg-text.h"

G_BEGIN_DECLS

/* How a claim fared when it was checked, in four degrees that can be shown. */
typedef enum
{
  PSG_VERDICT_HOLDS,     /* confirmed */
  PSG_VERDICT_PARTLY,    /* right in part, or imprecise */
  PSG_VERDICT_OPEN,      /* an opinion, or nobody can tell */
  PSG_VERDICT_DISPUTED,  /* contested, or not borne out */
} PsgVerdictDegree;

/**
 * PsgClaim:
 * @id: its id
 * @text: the claim, as an indirect statement
 * @speaker: who made it
 * @role: (nullable): in what role
 * @affiliation: (nullable): whose voice, as for sources
 * @party: (nullable): id of an actor
 * @date: when it was made
 * @has_number: whether @number says anything
 * @number: the figure in it
 * @unit: (nullable): of what
 * @qualifier: (nullable): "up to", "about"
 * @reported_via: (nullable): where it was seen
 * @verdict: the checker's verdict, one of a fixed list
 * @verdict_note: why
 * @confidence: that it was said
 * @events: ids
 * @sources: ids
 *
 * Something somebody said, and how it checks out.
 */
typedef struct
{
  char    *id;
  PsgText *text;
  PsgText *speaker;
  PsgText *role;
  char    *affiliation;
  char    *party;
  PsgEdtf *date;
  gboolean has_number;
  double   number;
  PsgText *unit;
  PsgText *qualifier;
  PsgText *reported_via;
  char    *verdict;
  PsgText *verdict_note;
  char     confidence;
  GStrv    events;
  GStrv    sources;
} PsgClaim;

#define PSG_TYPE_CLAIM (psg_claim_get_type ())
PSG_DECLARE_RECORD (PsgClaim, psg_claim)

gboolean         psg_verdict_is_known   (const char *verdict);
const char      *psg_verdict_get_label  (const char *verdict);
PsgVerdictDegree psg_verdict_get_degree (const char *verdict);

G_END_DECLS
