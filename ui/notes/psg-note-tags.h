/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-notes.h"

G_BEGIN_DECLS

#define PSG_TYPE_NOTE_TAGS (psg_note_tags_get_type ())
G_DECLARE_FINAL_TYPE (PsgNoteTags, psg_note_tags, PSG, NOTE_TAGS, GtkWidget)

/**
 * PsgNoteTags:
 *
 * Tags to add and take away: chips, and an entry that completes what is in use already. Return or
 * a comma ends a tag.
 *
 * Signal `edited (tags)`: what the tags are now.
 *
 * # CSS nodes
 *
 * `notetags` with a `button.chip` for each tag, and an `entry`
 */
GtkWidget *psg_note_tags_new       (PsgNotes *notes);
void       psg_note_tags_set       (PsgNoteTags *self, const char *const *tags);
void       psg_note_tags_set_editable (PsgNoteTags *self, gboolean editable);

G_END_DECLS
