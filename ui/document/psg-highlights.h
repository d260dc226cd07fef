/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-document-render.h"
#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_HIGHLIGHTS (psg_highlights_get_type ())
G_DECLARE_FINAL_TYPE (PsgHighlights, psg_highlights, PSG, HIGHLIGHTS, GObject)

/**
 * PsgHighlight:
 * @note: on a passage
 * @start: the first offset in the buffer
 * @end: the first offset after
 *
 * Where a note's words stand.
 */
typedef struct
{
  PsgNote *note;
  guint    start;
  guint    end;
} PsgHighlight;

/**
 * PsgHighlights:
 *
 * The person's notes on a document: their words are marked in the text, and each has its sign in the margin.
 * Words that cannot be found in the text for sure are not marked.
 *
 * Signals: `changed` when others are marked; `activated (note, area)` when one was clicked, or asked for with
 * psg_highlights_add(): @area is its line, in the view's coordinates.
 */
PsgHighlights *psg_highlights_new     (PsgSession *session, const PsgDocument *document, GtkTextView *view,
                                       const PsgRendering *rendering);

GtkTextView   *psg_highlights_get_view (PsgHighlights *self);
GArray        *psg_highlights_get     (PsgHighlights *self);
int            psg_highlights_find    (PsgHighlights *self, guint offset);
void           psg_highlights_show    (PsgHighlights *self, guint index);
gboolean       psg_highlights_can_add (PsgHighlights *self);
void           psg_highlights_add     (PsgHighlights *self, PsgNoteColour colour, gboolean show);

G_END_DECLS
