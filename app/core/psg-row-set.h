/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PsgRowSet:
 *
 * A set of rows of a #PsgEventTable, one bit a row. Reference-counted; not
 * changed once shared.
 */
typedef struct _PsgRowSet PsgRowSet;

#define PSG_TYPE_ROW_SET (psg_row_set_get_type ())
GType psg_row_set_get_type (void) G_GNUC_CONST;

PsgRowSet     *psg_row_set_new       (guint n_rows);
PsgRowSet     *psg_row_set_new_full  (guint n_rows);
PsgRowSet     *psg_row_set_copy      (const PsgRowSet *self);
PsgRowSet     *psg_row_set_ref       (PsgRowSet *self);
void           psg_row_set_unref     (PsgRowSet *self);

guint          psg_row_set_get_n_rows (const PsgRowSet *self);
guint          psg_row_set_count     (const PsgRowSet *self);
void           psg_row_set_add       (PsgRowSet *self, guint row);
void           psg_row_set_remove    (PsgRowSet *self, guint row);
void           psg_row_set_remove_from (PsgRowSet *self, guint row);
void           psg_row_set_intersect (PsgRowSet *self, const PsgRowSet *other);
gboolean       psg_row_set_equal     (const PsgRowSet *a, const PsgRowSet *b);
guint          psg_row_set_next      (const PsgRowSet *self, guint from);
guint          psg_row_set_previous  (const PsgRowSet *self, guint from);
const guint64 *psg_row_set_get_words (const PsgRowSet *self);
guint64       *psg_row_set_edit      (PsgRowSet *self);
gboolean       psg_row_set_contains  (const PsgRowSet *self, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgRowSet, psg_row_set_unref)

G_END_DECLS
