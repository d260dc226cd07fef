/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-note.h"

G_BEGIN_DECLS

/* In what order notes are listed. Equal ones follow their ids. */
typedef enum
{
  PSG_NOTE_ORDER_MODIFIED, /* last changed first */
  PSG_NOTE_ORDER_CREATED,  /* first written first */
  PSG_NOTE_ORDER_SUBJECT,  /* by when the subject happened; what has no time last */
} PsgNoteOrder;

/**
 * PsgNoteFilter:
 * @ids: (nullable): ids of notes: it must be one of them
 * @text: (nullable): words that must be in the note, its quotation or its tags, as typed
 * @tag: (nullable): a tag it must have
 * @collection: (nullable): id of the collection it must be on
 * @other_version: (nullable): a version of its collection that it must not be on
 * @target: (nullable): id of the event, crossing or document it must be about
 * @targets: (nullable): ids of events, crossings or documents: it must be about one of them
 * @link: (nullable): a URI it must link to
 * @kinds: what it may be about: bits `1 << PsgNoteKind`; 0 for anything
 * @colours: what colour it may have: bits `1 << PsgNoteColour`; 0 for any
 * @statuses: bits `1 << PsgNoteStatus`; 0 for any
 * @bookmarked: only bookmarks
 * @review: only those whose passage no longer fits
 * @binned: those in the bin, instead of those that are not
 * @modified_from: changed at or after, in microseconds since 1970 UTC; 0 for any
 * @modified_to: changed before; 0 for any
 * @has_span: whether @span says anything
 * @span: its subject must happen within
 * @order: in what order
 * @offset: how many to leave out at the beginning
 * @limit: how many at most; 0 for all
 *
 * Which notes are asked for. All zeros asks for all that are not in the bin.
 */
typedef struct
{
  GStrv        ids;
  char        *text;
  char        *tag;
  char        *collection;
  char        *other_version;
  char        *target;
  GStrv        targets;
  char        *link;
  guint        kinds;
  guint        colours;
  guint        statuses;
  gboolean     bookmarked;
  gboolean     review;
  gboolean     binned;
  gint64       modified_from;
  gint64       modified_to;
  gboolean     has_span;
  PsgTimeSpan  span;
  PsgNoteOrder order;
  guint        offset;
  guint        limit;
} PsgNoteFilter;

PsgNoteFilter *psg_note_filter_new  (void);
PsgNoteFilter *psg_note_filter_copy (const PsgNoteFilter *self);
void           psg_note_filter_free (PsgNoteFilter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgNoteFilter, psg_note_filter_free)

G_END_DECLS
