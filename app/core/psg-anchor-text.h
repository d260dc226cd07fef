/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PsgAnchorText:
 *
 * A document's plain text, made ready once for finding anchors in it. Positions are in code points from 0.
 *
 * Two stretches of text are taken for the same when they are canonically equivalent (Unicode Standard
 * Annex 15: “é” and “e” with U+0301) and differ in white space only by how much of it there is and which
 * (a line feed between blocks is as good as a space). Nothing else is folded: not case, not punctuation.
 * Marks are put in order over at most 30 in a row (the annex's Stream-Safe Text Format).
 */
typedef struct _PsgAnchorText PsgAnchorText;

PsgAnchorText *psg_anchor_text_new         (const char *text);
void           psg_anchor_text_free        (PsgAnchorText *self);

guint          psg_anchor_text_get_n_chars (const PsgAnchorText *self);
const char    *psg_anchor_text_get_at      (const PsgAnchorText *self, guint position);
char          *psg_anchor_text_dup_range   (const PsgAnchorText *self, guint start, guint end);
void           psg_anchor_text_snap        (const PsgAnchorText *self, guint *start, guint *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgAnchorText, psg_anchor_text_free)

G_END_DECLS
