/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A person's note: what it may hold, its copies, and the words of its fixed lists.
 * Where notes are kept is no business of this. */

/* A word of a fixed list: how files say it, and how people do. */
typedef struct
{
  const char *name;
  const char *label;
} Word;

/* The first moment that ISO 8601 cannot write with four digits for the year. */
#define END_OF_TIME (G_GINT64_CONSTANT (253402300800) * G_TIME_SPAN_SECOND)

static const Word kinds[PSG_NOTE_N_KINDS] = {
  { "event", N_("Event") },
  { "crossing", N_("Border crossing") },
  { "place", N_("Place") },
  { "span", N_("Stretch of time") },
  { "passage", N_("Passage") },
  { "own-event", N_("Event of your own") },
};

static const Word colours[PSG_NOTE_N_COLOURS] = {
  { "none", N_("No colour") },
  { "yellow", N_("Yellow") },
  { "green", N_("Green") },
  { "blue", N_("Blue") },
  { "pink", N_("Pink") },
  { "purple", N_("Purple") },
  { "orange", N_("Orange") },
};

static const Word statuses[PSG_NOTE_N_STATUSES] = {
  { "none", N_("No status") },
  { "to-check", N_("To check") },
  { "checked", N_("Checked") },
};

static void
psg_note_clear (PsgNote *self)
{
  g_free (self->id);
  g_free (self->collection);
  g_free (self->collection_version);
  g_free (self->target.id);
  g_free (self->target.exact);
  g_free (self->target.prefix);
  g_free (self->target.suffix);
  g_free (self->body);
  g_strfreev (self->tags);
  g_clear_pointer (&self->event, psg_own_event_free);
  g_strfreev (self->links);
}

PSG_DEFINE_RECORD (PsgNote, psg_note)

/* Its place in a list, or -1. */
static int
find_word (const Word *words,
           guint       n_words,
           const char *name)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].name, name) == 0)
      return i;

  return -1;
}

/* No list and an empty list are the same. */
static gboolean
equal_strings (GStrv a,
               GStrv b)
{
  static const char *const none[] = { NULL };

  return g_strv_equal (a != NULL ? (const char *const *) a : none, b != NULL ? (const char *const *) b : none);
}

static gboolean
equal_targets (const PsgNoteTarget *a,
               const PsgNoteTarget *b)
{
  return a->kind == b->kind && g_strcmp0 (a->id, b->id) == 0
         && a->latitude == b->latitude && a->longitude == b->longitude
         && a->has_span == b->has_span && (!a->has_span || psg_time_span_equal (&a->span, &b->span))
         && g_strcmp0 (a->exact, b->exact) == 0 && g_strcmp0 (a->prefix, b->prefix) == 0
         && g_strcmp0 (a->suffix, b->suffix) == 0
         && a->start == b->start && a->end == b->end && a->page == b->page;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A line of text that may be stored: UTF-8 without control characters. */
static gboolean
is_name (const char *text)
{
  if (text == NULL || *text == '\0' || strlen (text) > PSG_NOTE_MAX_NAME || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      return FALSE;

  return TRUE;
}

static gboolean
are_names (GStrv names,
           guint max)
{
  guint n = 0;

  for (; names != NULL && names[n] != NULL; n++)
    if (n == max || !is_name (names[n]))
      return FALSE;

  return TRUE;
}

static gboolean
is_text (const char *text,
         gsize       max)
{
  return text == NULL || (strlen (text) <= max && g_utf8_validate (text, -1, NULL));
}

static const char *
find_target_fault (const PsgNoteTarget *self)
{
  gboolean has_id = self->kind != PSG_NOTE_ON_PLACE && self->kind != PSG_NOTE_ON_SPAN
                    && self->kind != PSG_NOTE_OWN_EVENT;

  if ((guint) self->kind >= PSG_NOTE_N_KINDS || has_id != (self->id != NULL) || (has_id && !is_name (self->id)))
    return "what it is about is not named";
  if (!(fabs (self->latitude) <= 90) || !(fabs (self->longitude) <= 180))
    return "the place is not on the map";
  if (self->has_span ? self->span.start >= self->span.end : self->kind == PSG_NOTE_ON_SPAN)
    return "the stretch of time is empty";
  if (self->start > self->end || (self->kind == PSG_NOTE_ON_PASSAGE && (self->exact == NULL || *self->exact == '\0')))
    return "the passage is empty";
  if (!is_text (self->exact, PSG_NOTE_MAX_QUOTE) || !is_text (self->prefix, PSG_NOTE_MAX_QUOTE)
      || !is_text (self->suffix, PSG_NOTE_MAX_QUOTE))
    return "the passage is too long, or is not text";

  return NULL;
}

/* An event is one of its own and of no other note; without a place it is nowhere. */
static const char *
find_event_fault (const PsgNote *self)
{
  if ((self->target.kind == PSG_NOTE_OWN_EVENT) != (self->event != NULL))
    return "it is not said what happened, or when";
  if (self->event == NULL)
    return NULL;
  if (!self->event->has_place
      && (self->target.latitude != 0 || self->target.longitude != 0 || self->event->place != NULL))
    return "it has a place, and has none";
  if (self->target.exact != NULL)
    return "it is an event, and has words of a document";

  return psg_own_event_find_fault (self->event);
}

/**
 * psg_note_create:
 * @kind: what it will be about
 * @now: microseconds since 1970 UTC
 *
 * Returns: (transfer full): an empty note with an id of its own
 */
PsgNote *
psg_note_create (PsgNoteKind kind,
                 gint64      now)
{
  PsgNote *self = psg_note_new ();
  g_autofree char *uuid = g_uuid_string_random ();

  self->id = g_strconcat ("urn:uuid:", uuid, NULL);
  self->created = self->modified = now;
  self->target.kind = kind;
  self->body = g_strdup ("");

  return self;
}

/**
 * psg_note_copy:
 * @self: a note
 *
 * Returns: (transfer full): a note of one's own to change, with the same id
 */
PsgNote *
psg_note_copy (const PsgNote *self)
{
  PsgNote *copy = psg_note_new ();

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->collection = g_strdup (self->collection);
  copy->collection_version = g_strdup (self->collection_version);
  copy->target.id = g_strdup (self->target.id);
  copy->target.exact = g_strdup (self->target.exact);
  copy->target.prefix = g_strdup (self->target.prefix);
  copy->target.suffix = g_strdup (self->target.suffix);
  copy->body = g_strdup (self->body);
  copy->tags = g_strdupv (self->tags);
  copy->event = psg_own_event_copy (self->event);
  copy->links = g_strdupv (self->links);

  return copy;
}

/* Whether two notes say the same in every field. */
gboolean
psg_note_equal (const PsgNote *self,
                const PsgNote *other)
{
  return g_strcmp0 (self->id, other->id) == 0
         && self->created == other->created && self->modified == other->modified && self->deleted == other->deleted
         && g_strcmp0 (self->collection, other->collection) == 0
         && g_strcmp0 (self->collection_version, other->collection_version) == 0
         && equal_targets (&self->target, &other->target)
         && self->colour == other->colour && self->status == other->status
         && !self->bookmark == !other->bookmark && !self->review == !other->review
         && g_strcmp0 (self->body, other->body) == 0 && psg_own_event_equal (self->event, other->event)
         && equal_strings (self->tags, other->tags) && equal_strings (self->links, other->links);
}

/**
 * psg_note_set_tags:
 * @self: a note of one's own
 * @tags: (nullable): as typed
 *
 * Sets the tags: in Unicode's composed form (NFC), without space around them, sorted by
 * code point, none empty and none twice.
 */
void
psg_note_set_tags (PsgNote           *self,
                   const char *const *tags)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      char *tag = g_utf8_normalize (tags[i], -1, G_NORMALIZE_NFC);

      if (tag == NULL || *g_strstrip (tag) == '\0' || g_ptr_array_find_with_equal_func (kept, tag, g_str_equal, NULL))
        g_free (tag);
      else
        g_ptr_array_add (kept, tag);
    }

  g_ptr_array_sort (kept, compare_strings);
  g_ptr_array_add (kept, NULL);
  g_strfreev (self->tags);
  self->tags = (GStrv) g_ptr_array_steal (kept, NULL);
}

/* To a note of one's own: a URI, as #PsgNote has it. Nothing is linked twice. */
void
psg_note_add_link (PsgNote    *self,
                   const char *link)
{
  g_autoptr (GStrvBuilder) links = g_strv_builder_new ();

  if (self->links != NULL && g_strv_contains ((const char *const *) self->links, link))
    return;

  if (self->links != NULL)
    g_strv_builder_addv (links, (const char **) self->links);
  g_strv_builder_add (links, link);
  g_strfreev (self->links);
  self->links = g_strv_builder_end (links);
}

/**
 * psg_note_dup_id_for:
 * @name: what is to have an id that is always the same, such as an IRI
 *
 * Returns: (transfer full): a name-based UUID (RFC 4122, 4.3, version 5, in its name space of URLs), as `urn:uuid:…`
 */
char *
psg_note_dup_id_for (const char *name)
{
  static const guint8 urls[] = { 0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
                                 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8 };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;
  GString *id = g_string_new ("urn:uuid:");

  g_checksum_update (checksum, urls, sizeof urls);
  g_checksum_update (checksum, (const guchar *) name, -1);
  g_checksum_get_digest (checksum, digest, &length);
  digest[6] = (digest[6] & 0x0f) | 0x50;
  digest[8] = (digest[8] & 0x3f) | 0x80;

  for (guint i = 0; i < 16; i++)
    g_string_append_printf (id, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", digest[i]);

  return g_string_free (id, FALSE);
}

/**
 * psg_note_find_fault:
 * @self: a note
 *
 * Returns: (nullable): why it cannot be kept, in English, for messages; %NULL if it can
 */
const char *
psg_note_find_fault (const PsgNote *self)
{
  if (!is_name (self->id) || !g_str_has_prefix (self->id, "urn:uuid:"))
    return "its id is not a urn:uuid";
  if (self->body == NULL || !is_text (self->body, PSG_NOTE_MAX_BODY))
    return "it is too long, or is not text";
  if (!are_names (self->tags, PSG_NOTE_MAX_TAGS))
    return "it has too many tags, or one of them cannot be used";
  if (!are_names (self->links, PSG_NOTE_MAX_LINKS))
    return "it has too many links, or one of them cannot be used";
  if ((self->collection != NULL && !is_name (self->collection))
      || (self->collection_version != NULL && !is_name (self->collection_version)))
    return "its collection is not named";
  if ((guint) self->colour >= PSG_NOTE_N_COLOURS || (guint) self->status >= PSG_NOTE_N_STATUSES)
    return "its colour or status is unknown";
  if (self->created < 0 || self->modified < 0 || self->deleted < 0)
    return "it was written before 1970";
  if (MAX (MAX (self->created, self->modified), self->deleted) >= END_OF_TIME)
    return "it was written after the year 9999";

  return find_target_fault (&self->target) != NULL ? find_target_fault (&self->target) : find_event_fault (self);
}

const char *
psg_note_kind_get_name (PsgNoteKind kind)
{
  g_return_val_if_fail ((guint) kind < PSG_NOTE_N_KINDS, NULL);

  return kinds[kind].name;
}

const char *
psg_note_kind_get_label (PsgNoteKind kind)
{
  g_return_val_if_fail ((guint) kind < PSG_NOTE_N_KINDS, NULL);

  return _(kinds[kind].label);
}

gboolean
psg_note_kind_from_name (const char  *name,
                         PsgNoteKind *kind)
{
  int found = find_word (kinds, PSG_NOTE_N_KINDS, name);

  if (found >= 0)
    *kind = found;

  return found >= 0;
}

const char *
psg_note_colour_get_name (PsgNoteColour colour)
{
  g_return_val_if_fail ((guint) colour < PSG_NOTE_N_COLOURS, NULL);

  return colours[colour].name;
}

const char *
psg_note_colour_get_label (PsgNoteColour colour)
{
  g_return_val_if_fail ((guint) colour < PSG_NOTE_N_COLOURS, NULL);

  return _(colours[colour].label);
}

gboolean
psg_note_colour_from_name (const char    *name,
                           PsgNoteColour *colour)
{
  int found = find_word (colours, PSG_NOTE_N_COLOURS, name);

  if (found >= 0)
    *colour = found;

  return found >= 0;
}

const char *
psg_note_status_get_name (PsgNoteStatus status)
{
  g_return_val_if_fail ((guint) status < PSG_NOTE_N_STATUSES, NULL);

  return statuses[status].name;
}

const char *
psg_note_status_get_label (PsgNoteStatus status)
{
  g_return_val_if_fail ((guint) status < PSG_NOTE_N_STATUSES, NULL);

  return _(statuses[status].label);
}

gboolean
psg_note_status_from_name (const char    *name,
                           PsgNoteStatus *status)
{
  int found = find_word (statuses, PSG_NOTE_N_STATUSES, name);

  if (found >= 0)
    *status = found;

  return found >= 0;
}
