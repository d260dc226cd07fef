/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"

G_BEGIN_DECLS

/**
 * PsgParty:
 * @id: an actor's id, or that of its first claim where the speaker is no actor
 * @name: what it is called, in the person's language
 * @voice: (nullable): whose voice its first claim is, as an affiliation; a ministry has that of its state
 * @claims: (element-type PsgClaim): what it claims, in the order of the collection
 *
 * Who makes claims on a matter.
 */
typedef struct
{
  char      *id;
  char      *name;
  char      *voice;
  GPtrArray *claims;
} PsgParty;

/**
 * PsgMatter:
 * @row: the event it is about, as a row of the event table; %PSG_ROW_NONE for what is left
 * @sides: (element-type PsgClaim): what the first and the second party claim on it
 *
 * One matter two parties speak of.
 */
typedef struct
{
  guint      row;
  GPtrArray *sides[2];
} PsgMatter;

/**
 * PsgComparison:
 *
 * The claims on an event, or on the events of a crossing, by who makes them. It says nothing of whether they
 * are right.
 */
typedef struct _PsgComparison PsgComparison;

PsgComparison  *psg_comparison_new          (PsgCollection *collection, PsgKind kind, const char *id, GError **error);
void            psg_comparison_free         (PsgComparison *self);
GPtrArray      *psg_comparison_get_parties  (PsgComparison *self);
void            psg_comparison_choose       (PsgComparison *self, const char *choice, guint parties[2]);
GPtrArray      *psg_comparison_list_matters (PsgComparison *self, guint first, guint second);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgComparison, psg_comparison_free)

G_END_DECLS
