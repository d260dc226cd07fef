/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-note-mark.h"

G_BEGIN_DECLS

/*
 * What views say of notes of which they show signs alone. @marks: (element-type PsgNoteMark).
 */
const char   *psg_note_words_get_title  (const PsgNoteMark *mark);
char         *psg_note_words_dup_number (guint n);
char         *psg_note_words_dup_list   (GPtrArray *marks);
char         *psg_note_words_dup_time   (const PsgTimeSpan *span);
PsgNoteColour psg_note_words_get_colour (GPtrArray *marks);

G_END_DECLS
