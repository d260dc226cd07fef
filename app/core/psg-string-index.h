/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PsgStringIndex:
 *
 * Finds the number of a string among strings that lie in an arena. Eight to sixteen bytes
 * a string, and no pointers: a million are indexed in the time a #GHashTable takes
 * for a tenth of them.
 */
typedef struct _PsgStringIndex PsgStringIndex;

PsgStringIndex *psg_string_index_new  (const char *arena, const guint32 *offsets, guint n);
void            psg_string_index_free (PsgStringIndex *self);
guint           psg_string_index_find (const PsgStringIndex *self, const char *string);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgStringIndex, psg_string_index_free)

G_END_DECLS
