/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-own-event.h"
#include "psg-record.h"
#include "psg-time-span.h"

G_BEGIN_DECLS

/* How long a note lies in the bin before it is gone, in days. */
#define PSG_NOTE_BIN_DAYS 30

/* What a note may hold at most. */
#define PSG_NOTE_MAX_BODY (1024 * 1024) /* bytes */
#define PSG_NOTE_MAX_QUOTE (1024 * 1024) /* bytes; each of the words, before and after */
#define PSG_NOTE_MAX_TAGS 64
#define PSG_NOTE_MAX_LINKS 256
#define PSG_NOTE_MAX_NAME 1000 /* bytes of a tag, a link, an id */

/* What a note is about. The values are stored: new ones go to the end. */
typedef enum
{
  PSG_NOTE_ON_EVENT,
  PSG_NOTE_ON_CROSSING,
  PSG_NOTE_ON_PLACE,   /* a point on the map */
  PSG_NOTE_ON_SPAN,    /* a stretch of time */
  PSG_NOTE_ON_PASSAGE, /* words in a document */
  PSG_NOTE_OWN_EVENT,  /* about nothing: it is an event */
} PsgNoteKind;
#define PSG_NOTE_N_KINDS 6

/* Colours have names, for those who do not see them. The values are stored. */
typedef enum
{
  PSG_NOTE_NO_COLOUR,
  PSG_NOTE_YELLOW,
  PSG_NOTE_GREEN,
  PSG_NOTE_BLUE,
  PSG_NOTE_PINK,
  PSG_NOTE_PURPLE,
  PSG_NOTE_ORANGE,
} PsgNoteColour;
#define PSG_NOTE_N_COLOURS 7

/* How far the person is with it. The values are stored. */
typedef enum
{
  PSG_NOTE_NO_STATUS,
  PSG_NOTE_TO_CHECK,
  PSG_NOTE_CHECKED,
} PsgNoteStatus;
#define PSG_NOTE_N_STATUSES 3

/**
 * PsgNoteTarget:
 * @kind: what it is
 * @id: (nullable): of the event, crossing or document; %NULL for a place, a span and an own event
 * @latitude: of a place, degrees north, -90 to 90; of an own event, where it was
 * @longitude: of a place, degrees east, -180 to 180; of an own event, where it was
 * @has_span: whether @span says anything; always for %PSG_NOTE_ON_SPAN
 * @span: the stretch of time; for other kinds, when the subject happened, if that is known
 * @exact: (nullable): of a passage: the words
 * @prefix: (nullable): the words just before
 * @suffix: (nullable): the words just after
 * @start: where the passage begins in the document's plain text, in code points from 0
 * @end: where it ends, exclusive
 * @page: the page of a PDF, from 1; 0 where the document has no pages. @start and
 *   @end then count within the page
 *
 * What a note is about. The passage is that of W3C Web Annotation
 * (Recommendation of 23 February 2017, 4.2.4 and 4.2.5).
 */
typedef struct
{
  PsgNoteKind kind;
  char       *id;
  double      latitude;
  double      longitude;
  gboolean    has_span;
  PsgTimeSpan span;
  char       *exact;
  char       *prefix;
  char       *suffix;
  guint       start;
  guint       end;
  guint       page;
} PsgNoteTarget;

/**
 * PsgNote:
 * @id: `urn:uuid:…`
 * @created: when, in microseconds since 1970 UTC
 * @modified: when it was last changed, likewise
 * @collection: (nullable): id of the collection it was written on
 * @collection_version: (nullable): and which version of it
 * @target: what it is about
 * @colour: its colour
 * @body: what it says, in Markdown; may be empty
 * @tags: (nullable): sorted, none twice
 * @status: how far the person is with it
 * @bookmark: whether it is bookmarked
 * @review: whether its passage no longer fits the document
 * @event: (nullable): what an own event has besides; %NULL for all else
 * @links: (nullable): URIs of other notes (`urn:uuid:…`) and of things in collections (`passages:…`)
 * @deleted: when it was put in the bin, in microseconds since 1970 UTC; 0 while it is not there
 *
 * Something a person wrote, or marked. To change one, change a psg_note_copy().
 */
typedef struct
{
  char         *id;
  gint64        created;
  gint64        modified;
  char         *collection;
  char         *collection_version;
  PsgNoteTarget target;
  PsgNoteColour colour;
  char         *body;
  GStrv         tags;
  PsgNoteStatus status;
  gboolean      bookmark;
  gboolean      review;
  PsgOwnEvent  *event;
  GStrv         links;
  gint64        deleted;
} PsgNote;

#define PSG_TYPE_NOTE (psg_note_get_type ())
PSG_DECLARE_RECORD (PsgNote, psg_note)

PsgNote    *psg_note_create     (PsgNoteKind kind, gint64 now);
PsgNote    *psg_note_copy       (const PsgNote *self);
gboolean    psg_note_equal      (const PsgNote *self, const PsgNote *other);
void        psg_note_set_tags   (PsgNote *self, const char *const *tags);
char       *psg_note_dup_id_for (const char *name);
void        psg_note_add_link   (PsgNote *self, const char *link);
const char *psg_note_find_fault (const PsgNote *self);

const char *psg_note_kind_get_name    (PsgNoteKind kind);
const char *psg_note_kind_get_label   (PsgNoteKind kind);
gboolean    psg_note_kind_from_name   (const char *name, PsgNoteKind *kind);
const char *psg_note_colour_get_name  (PsgNoteColour colour);
const char *psg_note_colour_get_label (PsgNoteColour colour);
gboolean    psg_note_colour_from_name (const char *name, PsgNoteColour *colour);
const char *psg_note_status_get_name  (PsgNoteStatus status);
const char *psg_note_status_get_label (PsgNoteStatus status);
gboolean    psg_note_status_from_name (const char *name, PsgNoteStatus *status);

G_END_DECLS
