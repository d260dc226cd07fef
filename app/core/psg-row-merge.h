/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-row-set.h"

G_BEGIN_DECLS

/**
 * PsgRowMerge:
 *
 * Two tables of rows in one: many of a base, and few of one's own among them. It tells which row is
 * whose, and turns rows of one into rows of the other. Immutable.
 */
typedef struct _PsgRowMerge PsgRowMerge;

PsgRowMerge *psg_row_merge_new       (guint n_base, const guint *own, guint n_own);
void         psg_row_merge_free      (PsgRowMerge *self);

guint        psg_row_merge_get_n     (const PsgRowMerge *self);
guint        psg_row_merge_get_n_own (const PsgRowMerge *self);
guint        psg_row_merge_split     (const PsgRowMerge *self, guint row, gboolean *is_own);
guint        psg_row_merge_from_base (const PsgRowMerge *self, guint row);
guint        psg_row_merge_from_own  (const PsgRowMerge *self, guint row);

PsgRowSet   *psg_row_merge_widen     (const PsgRowMerge *self, const PsgRowSet *base);
PsgRowSet   *psg_row_merge_narrow    (const PsgRowMerge *self, const PsgRowSet *merged);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgRowMerge, psg_row_merge_free)

G_END_DECLS
