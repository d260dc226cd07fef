/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PsgTextMap:
 *
 * Where the characters of a document's plain text stand in a buffer that shows it with bullets and
 * citation marks put in between. All positions are in code points.
 */
typedef struct _PsgTextMap PsgTextMap;

PsgTextMap *psg_text_map_new           (void);
void        psg_text_map_free          (PsgTextMap *self);
void        psg_text_map_add           (PsgTextMap *self, guint position, guint offset, guint length);

guint       psg_text_map_to_offset     (const PsgTextMap *self, guint position);
guint       psg_text_map_to_end_offset (const PsgTextMap *self, guint position);
guint       psg_text_map_to_position   (const PsgTextMap *self, guint offset);
gboolean    psg_text_map_has_offset    (const PsgTextMap *self, guint offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgTextMap, psg_text_map_free)

G_END_DECLS
