/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-note-change.h"

G_BEGIN_DECLS

/**
 * PsgMergeConflict:
 * @ours: the note of the notebook, as it is and stays
 * @theirs: what came in under its id and differs, as it is kept: with an id of its own, the status "to check"
 *   and a link to @ours
 *
 * Two notes of which a person has to choose one, or keep both.
 */
typedef struct
{
  PsgNote *ours;
  PsgNote *theirs;
} PsgMergeConflict;

/**
 * PsgExchangeMerge:
 * @changes: (element-type PsgNoteChange): what makes the notebook the merged one; notes are only added
 * @conflicts: (element-type PsgMergeConflict): which of these are not what the notebook has under their id
 * @n_added: how many notes are new
 * @n_same: how many the notebook has already, to the letter
 *
 * Notes that came in, put together with those of a notebook by their ids. Nothing in the notebook is changed.
 */
typedef struct
{
  GPtrArray *changes;
  GPtrArray *conflicts;
  guint      n_added;
  guint      n_same;
} PsgExchangeMerge;

PsgExchangeMerge *psg_exchange_merge_new  (GPtrArray *ours, GPtrArray *incoming);
void              psg_exchange_merge_free (PsgExchangeMerge *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgExchangeMerge, psg_exchange_merge_free)

G_END_DECLS
