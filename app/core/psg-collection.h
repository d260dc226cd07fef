/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "psg-claim.h"
#include "psg-crossing.h"
#include "psg-document.h"
#include "psg-event.h"
#include "psg-event-table.h"
#include "psg-lane.h"
#include "psg-lesson.h"
#include "psg-passage.h"
#include "psg-place.h"
#include "psg-row-set.h"
#include "psg-source.h"
#include "psg-time-span.h"

G_BEGIN_DECLS

#define PSG_TYPE_COLLECTION (psg_collection_get_type ())
G_DECLARE_INTERFACE (PsgCollection, psg_collection, PSG, COLLECTION, GObject)

/* Why a collection cannot be read. */
#define PSG_COLLECTION_ERROR (psg_collection_error_quark ())
GQuark psg_collection_error_quark (void);

typedef enum
{
  PSG_COLLECTION_ERROR_NOT_A_COLLECTION,
  PSG_COLLECTION_ERROR_TOO_NEW,
  PSG_COLLECTION_ERROR_TOO_OLD,
  PSG_COLLECTION_ERROR_DAMAGED,
  PSG_COLLECTION_ERROR_TOO_LARGE,
  PSG_COLLECTION_ERROR_NOT_FOUND, /* no such event, document, … in it */
  PSG_COLLECTION_ERROR_IO,
  PSG_COLLECTION_ERROR_BUSY,      /* somebody else has it locked */
  PSG_COLLECTION_ERROR_FULL,      /* of files that are written: no space is left */
  PSG_COLLECTION_ERROR_READ_ONLY, /* of files that are written: one may not */
} PsgCollectionError;

/* What a thing in a collection is. */
typedef enum
{
  PSG_KIND_NONE,
  PSG_KIND_EVENT,
  PSG_KIND_CROSSING,
  PSG_KIND_DOCUMENT,
  PSG_KIND_PASSAGE,
  PSG_KIND_CLAIM,
  PSG_KIND_SOURCE,
  PSG_KIND_PLACE,
  PSG_KIND_NOTE, /* of a person, in no collection */
  PSG_KIND_OWN, /* a document of the person's own: in no collection */
} PsgKind;

/**
 * PsgHit:
 * @kind: what was found: an event, crossing, document, claim, source, place or document of one's own
 * @id: which
 * @title: its title, in the person's language
 * @marked: (nullable): @title with the matched words between U+0002 and U+0003; %NULL if
 *   none of them is in it
 * @snippet: (nullable): the text around the match, with the same marks
 * @named: whether a matched word is in its title or a name of it, in any language
 * @date: (nullable): when it was
 * @page: the page of a PDF on which the match lies, from 1; else 0
 * @start: where the match lies in a document's text, or on the page, in code points; see #PsgPassage
 * @end: exclusive; equal to @start where that is not known
 * @rank: lower is better; among hits of one kind
 */
typedef struct
{
  PsgKind  kind;
  char    *id;
  char    *title;
  char    *marked;
  char    *snippet;
  gboolean named;
  PsgEdtf *date;
  guint    page;
  guint    start;
  guint    end;
  double   rank;
} PsgHit;

PsgHit *psg_hit_new      (PsgKind kind, const char *id, const char *title);
void    psg_hit_free     (PsgHit *self);
char   *psg_hit_dup_link (const PsgHit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgHit, psg_hit_free)

/**
 * PsgCollectionInfo:
 *
 * What a collection says of itself. Owned by the collection.
 */
typedef struct
{
  char       *id;
  char       *version;
  PsgText    *title;
  PsgText    *description;
  PsgText    *credits;
  char       *licence;
  PsgTimeSpan span;          /* what the timeline shows in full */
  PsgDay      playhead;      /* shown first */
  char       *opening_event; /* (nullable) */
  PsgViewpoint map;
} PsgCollectionInfo;

/**
 * PsgCollection:
 *
 * The subject matter, read-only: what views and session see of it. It is
 * implemented by the store. Everything here is called from the main thread.
 *
 * `get_` returns what is in memory and belongs to the collection; `load_`
 * makes a record, may read the file, and can fail.
 */
struct _PsgCollectionInterface
{
  GTypeInterface parent;

  const PsgCollectionInfo *(*get_info) (PsgCollection *self);
  GPtrArray     *(*get_lanes)       (PsgCollection *self);
  GPtrArray     *(*get_eras)        (PsgCollection *self);
  GPtrArray     *(*get_places)      (PsgCollection *self);
  GPtrArray     *(*get_crossings)   (PsgCollection *self);
  GPtrArray     *(*get_documents)   (PsgCollection *self);
  GPtrArray     *(*get_lessons)     (PsgCollection *self);
  PsgEventTable *(*get_events)      (PsgCollection *self);

  PsgEvent      *(*load_event)      (PsgCollection *self, guint row, GError **error);
  PsgSource     *(*load_source)     (PsgCollection *self, const char *id, GError **error);
  PsgActor      *(*load_actor)      (PsgCollection *self, const char *id, GError **error);
  PsgClaim      *(*load_claim)      (PsgCollection *self, const char *id, GError **error);
  PsgDocument   *(*load_document)   (PsgCollection *self, const char *id, GError **error);
  PsgPassage    *(*load_passage)    (PsgCollection *self, const char *id, GError **error);
  GBytes        *(*load_image)      (PsgCollection *self, const char *name, GError **error);
  GPtrArray     *(*load_passages_about) (PsgCollection *self, PsgKind kind, const char *id, GError **error);
  GArray        *(*load_events_about) (PsgCollection *self, PsgKind kind, const char *id, GError **error);
  PsgRowSet     *(*load_events_with) (PsgCollection *self, PsgKind kind, GError **error);
  PsgRowSet     *(*match_events)    (PsgCollection *self, const char *query, GError **error);
  GPtrArray     *(*search)          (PsgCollection *self, const char *query, PsgKind kind, guint limit, GError **error);
};

const PsgCollectionInfo *psg_collection_get_info (PsgCollection *self);
GPtrArray     *psg_collection_get_lanes     (PsgCollection *self);
GPtrArray     *psg_collection_get_eras      (PsgCollection *self);
GPtrArray     *psg_collection_get_places    (PsgCollection *self);
GPtrArray     *psg_collection_get_crossings (PsgCollection *self);
GPtrArray     *psg_collection_get_documents (PsgCollection *self);
GPtrArray     *psg_collection_get_lessons   (PsgCollection *self);
PsgEventTable *psg_collection_get_events    (PsgCollection *self);

PsgEvent      *psg_collection_load_event    (PsgCollection *self, guint row, GError **error);
PsgSource     *psg_collection_load_source   (PsgCollection *self, const char *id, GError **error);
PsgActor      *psg_collection_load_actor    (PsgCollection *self, const char *id, GError **error);
PsgClaim      *psg_collection_load_claim    (PsgCollection *self, const char *id, GError **error);
PsgDocument   *psg_collection_load_document (PsgCollection *self, const char *id, GError **error);
PsgPassage    *psg_collection_load_passage  (PsgCollection *self, const char *id, GError **error);
GBytes        *psg_collection_load_image    (PsgCollection *self, const char *name, GError **error);
GPtrArray     *psg_collection_load_passages_about (PsgCollection *self, PsgKind kind, const char *id, GError **error);
GArray        *psg_collection_load_events_about (PsgCollection *self, PsgKind kind, const char *id, GError **error);
PsgRowSet     *psg_collection_load_events_with (PsgCollection *self, PsgKind kind, GError **error);
PsgRowSet     *psg_collection_match_events  (PsgCollection *self, const char *query, GError **error);
GPtrArray     *psg_collection_search        (PsgCollection *self, const char *query, PsgKind kind, guint limit,
                                             GError **error);

const PsgCrossing *psg_collection_find_crossing (PsgCollection *self, const char *id);
const PsgPlace    *psg_collection_find_place    (PsgCollection *self, const char *id);
const PsgDocument *psg_collection_find_document (PsgCollection *self, const char *id);
const char        *psg_collection_find_title    (PsgCollection *self, PsgKind kind, const char *id);

G_END_DECLS
