/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-subject.h"

#include "psg-event-bounds.h"
#include "psg-note-words.h"
#include <glib/gi18n-lib.h>

#include "psg-page.h"

/* What a note is about: new notes on things of a collection, and their subjects in words and as links. */

static PsgNote *
new_note (PsgCollection *collection,
          PsgNoteKind    kind,
          const char    *id,
          gint64         now)
{
  const PsgCollectionInfo *info = psg_collection_get_info (collection);
  PsgNote *note = psg_note_create (kind, now);

  note->collection = g_strdup (info->id);
  note->collection_version = g_strdup (info->version);
  note->target.id = g_strdup (id);

  return note;
}

static void
set_span (PsgNote           *note,
          const PsgTimeSpan *span)
{
  note->target.has_span = TRUE;
  note->target.span = *span;
}

/**
 * psg_note_new_own_event:
 * @collection: where it belongs
 * @date: EDTF
 * @now: microseconds since 1970 UTC
 *
 * Returns: (transfer full): an event without a title yet
 */
PsgNote *
psg_note_new_own_event (PsgCollection *collection,
                        const char    *date,
                        gint64         now)
{
  PsgNote *note = new_note (collection, PSG_NOTE_OWN_EVENT, NULL, now);

  note->event = psg_own_event_new ("", date);
  psg_note_set_event_span (note, collection);

  return note;
}

/* Of an own event: when it happened, as far as the time of its collection goes. */
void
psg_note_set_event_span (PsgNote       *note,
                         PsgCollection *collection)
{
  g_autoptr (PsgEdtf) date = psg_edtf_parse (note->event->date, NULL);
  PsgEventBounds bounds;
  PsgTimeSpan span;

  if (date == NULL)
    return;

  bounds = psg_event_bounds_from_edtf (date, &psg_collection_get_info (collection)->span);
  span = (PsgTimeSpan) { bounds.start, bounds.end };
  set_span (note, &span);
}

/* (transfer full): about the event in @row of @collection, without words yet. */
PsgNote *
psg_note_new_about_event (PsgCollection *collection,
                          guint          row,
                          gint64         now)
{
  PsgEventTable *events = psg_collection_get_events (collection);
  PsgTimeSpan span = psg_event_table_get_span (events, row);
  PsgNote *note = new_note (collection, PSG_NOTE_ON_EVENT, psg_event_table_get_id (events, row), now);

  set_span (note, &span);

  return note;
}

/* (transfer full) */
PsgNote *
psg_note_new_about_crossing (PsgCollection *collection,
                             const char    *id,
                             gint64         now)
{
  return new_note (collection, PSG_NOTE_ON_CROSSING, id, now);
}

/* (transfer full): @latitude and @longitude in degrees north and east. */
PsgNote *
psg_note_new_about_place (PsgCollection *collection,
                          double         latitude,
                          double         longitude,
                          gint64         now)
{
  PsgNote *note = new_note (collection, PSG_NOTE_ON_PLACE, NULL, now);

  note->target.latitude = latitude;
  note->target.longitude = longitude;

  return note;
}

/* (transfer full) */
PsgNote *
psg_note_new_about_span (PsgCollection     *collection,
                         const PsgTimeSpan *span,
                         gint64             now)
{
  PsgNote *note = new_note (collection, PSG_NOTE_ON_SPAN, NULL, now);

  set_span (note, span);

  return note;
}

/* (transfer full): @words: of the document, with their position */
PsgNote *
psg_note_new_about_words (PsgCollection   *collection,
                          const char      *document,
                          const PsgAnchor *words,
                          gint64           now)
{
  PsgNote *note = new_note (collection, PSG_NOTE_ON_PASSAGE, document, now);

  note->target.exact = g_strdup (words->exact);
  note->target.prefix = g_strdup (words->prefix);
  note->target.suffix = g_strdup (words->suffix);
  note->target.start = words->start;
  note->target.end = words->end;

  return note;
}

/* (transfer full) (nullable): of a note on a passage: where that stands in the text. */
PsgAnchor *
psg_note_dup_anchor (const PsgNote *note)
{
  PsgAnchor *anchor;

  if (note->target.kind != PSG_NOTE_ON_PASSAGE || note->target.exact == NULL)
    return NULL;

  anchor = psg_anchor_new_quote (note->target.exact, note->target.prefix, note->target.suffix);
  if (note->target.end > note->target.start)
    {
      anchor->start = note->target.start;
      anchor->end = note->target.end;
    }

  return anchor;
}

static gboolean
is_of (const PsgNote *note,
       PsgCollection *collection)
{
  return collection != NULL && g_strcmp0 (note->collection, psg_collection_get_info (collection)->id) == 0;
}

/* On a document in the person's notebook, which is in no collection. */
static gboolean
is_own (const PsgNote *note)
{
  return note->collection == NULL && note->target.kind == PSG_NOTE_ON_PASSAGE && note->target.id != NULL;
}

static PsgKind
get_kind (const PsgNoteTarget *target)
{
  switch (target->kind)
    {
    case PSG_NOTE_ON_EVENT:
      return PSG_KIND_EVENT;
    case PSG_NOTE_ON_CROSSING:
      return PSG_KIND_CROSSING;
    case PSG_NOTE_ON_PASSAGE:
      return PSG_KIND_DOCUMENT;
    case PSG_NOTE_ON_PLACE:
    case PSG_NOTE_ON_SPAN:
    case PSG_NOTE_OWN_EVENT:
    default:
      return PSG_KIND_NONE;
    }
}

/* (nullable): as the collection calls it. */
static const char *
find_name (const PsgNote *note,
           PsgCollection *collection)
{
  return psg_collection_find_title (collection, get_kind (&note->target), note->target.id);
}

/* (transfer full): an own event is about its date, if about anything. */
static char *
dup_date (const PsgOwnEvent *event)
{
  g_autoptr (PsgEdtf) date = psg_edtf_parse (event->date, NULL);

  return date != NULL ? psg_edtf_format_display (date) : g_strdup (event->date);
}

/* (transfer full): with its page, if it has any: there may be many notes on one file. */
static char *
dup_own_name (const PsgNote *note,
              PsgLibrary    *library)
{
  const PsgOwnDocument *document = library != NULL ? psg_library_find (library, note->target.id) : NULL;

  if (document == NULL)
    return g_strdup (_("Document of your own"));
  if (note->target.page == 0)
    return g_strdup (document->title);

  /* Translators: a document's title, and the number of a page in it */
  return g_strdup_printf (_("%s, p. %u"), document->title, note->target.page);
}

/**
 * psg_note_dup_subject:
 * @note: a note
 * @collection: (nullable): the one that is open
 * @library: (nullable): the person's own documents
 *
 * Returns: (transfer full): what it is about, in words: an event's title, a crossing's name, a document's title, a
 *   stretch of time or a position. Of another collection's things the id is known alone
 */
char *
psg_note_dup_subject (const PsgNote *note,
                      PsgCollection *collection,
                      PsgLibrary    *library)
{
  const PsgNoteTarget *target = &note->target;
  const char *name = is_of (note, collection) ? find_name (note, collection) : NULL;

  if (name != NULL)
    return g_strdup (name);
  if (is_own (note))
    return dup_own_name (note, library);
  if (target->kind == PSG_NOTE_ON_SPAN)
    return psg_note_words_dup_time (&target->span);
  if (target->kind == PSG_NOTE_OWN_EVENT)
    return dup_date (note->event);
  if (target->kind == PSG_NOTE_ON_PLACE)
    return psg_position_format (target->latitude, target->longitude);

  return g_strdup (target->id != NULL ? target->id : "");
}

/**
 * psg_note_dup_subject_link:
 * @note: a note
 * @collection: (nullable): the one that is open
 *
 * Returns: (transfer full) (nullable): the page of what it is about, as #PsgPage has it; %NULL where that has
 *   none, or not in this collection
 */
char *
psg_note_dup_subject_link (const PsgNote *note,
                           PsgCollection *collection)
{
  PsgPage page = { .id = note->target.id };
  g_autofree char *position = NULL;
  g_autofree char *own = NULL;

  if (note->target.kind == PSG_NOTE_OWN_EVENT && is_of (note, collection))
    {
      own = psg_own_event_dup_id (note->id);
      return g_strconcat ("event:", own, NULL);
    }
  if (!is_own (note) && (!is_of (note, collection) || find_name (note, collection) == NULL))
    return NULL;

  page.kind = is_own (note) ? PSG_KIND_OWN : get_kind (&note->target);
  if (note->target.kind == PSG_NOTE_ON_PASSAGE)
    page.passage = position = psg_page_write_place (note->target.page, note->target.start, note->target.end);

  return psg_page_to_link (&page);
}
