/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-note.h"

G_BEGIN_DECLS

/**
 * PsgNoteMark:
 * @id: as of the note
 * @collection: (nullable): interned: id of the collection it was written on
 * @target: (nullable): interned: id of the event, crossing or document it is about
 * @title: its first line, or the words it marks, in plain text; may be empty
 * @kind: what it is about
 * @colour: its colour
 * @status: how far the person is with it
 * @bookmark: whether it is bookmarked
 * @review: whether its passage no longer fits
 * @has_span: whether @span says anything
 * @span: when its subject happened
 * @latitude: of a place, degrees north
 * @longitude: of a place, degrees east
 * @own: (nullable): of an event of one's own, of which there are few, the whole of it
 *
 * What views show of a note where they show many. Public and read-only.
 */
typedef struct
{
  char         *id;
  const char   *collection;
  const char   *target;
  char         *title;
  PsgNoteKind   kind;
  PsgNoteColour colour;
  PsgNoteStatus status;
  gboolean      bookmark;
  gboolean      review;
  gboolean      has_span;
  PsgTimeSpan   span;
  double        latitude;
  double        longitude;
  PsgNote      *own;
} PsgNoteMark;

PsgNoteMark *psg_note_mark_new  (const PsgNote *note);
PsgNoteMark *psg_note_mark_copy (const PsgNoteMark *self);
void         psg_note_mark_free (PsgNoteMark *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgNoteMark, psg_note_mark_free)

char        *psg_note_dup_title (const PsgNote *note);

G_END_DECLS
