/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "psg-note-subject.h"

/* A note while somebody works on it: what of it is written when, and what somebody else did to it. */

/* What a link in a note's text cannot hold; a full stop or comma at its end is not its own. */
#define LINK_END " \t\r\n<>\"`)]}"
#define LINK_TRAIL ".,;:!?'"

struct _PsgNoteDraft
{
  GObject parent_instance;

  PsgNotes     *notes;
  PsgNote      *written; /* (nullable): as it was written last */
  PsgNote      *edited;  /* as it is here */
  guint         source;  /* while typing has not paused */
  gboolean      writing; /* what changes is this draft's doing */
  GCancellable *asking;  /* (nullable) */
};

enum
{
  WRITTEN,
  CHANGED,
  GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgNoteDraft, psg_note_draft, G_TYPE_OBJECT)

/**
 * psg_note_find_links:
 * @body: Markdown
 *
 * Returns: (transfer full): the links in it that lead to something in a collection (`passages:…`) or to a note
 *   (`urn:uuid:…`), in order, none twice
 */
GStrv
psg_note_find_links (const char *body)
{
  static const char *const schemes[] = { "passages:", "urn:uuid:" };
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);

  for (const char *at = body; *at != '\0' && links->len < PSG_NOTE_MAX_LINKS; at++)
    for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
      {
        g_autofree char *link = NULL;
        gsize length;

        if ((at > body && g_ascii_isalnum (at[-1])) || !g_str_has_prefix (at, schemes[i]))
          continue;
        length = strcspn (at, LINK_END);
        while (length > 0 && strchr (LINK_TRAIL, at[length - 1]) != NULL)
          length--;
        if (length <= strlen (schemes[i]) || length > PSG_NOTE_MAX_NAME)
          continue;
        link = g_strndup (at, length);
        if (!g_ptr_array_find_with_equal_func (links, link, g_str_equal, NULL))
          g_ptr_array_add (links, g_steal_pointer (&link));
      }

  g_ptr_array_add (links, NULL);

  return (GStrv) g_ptr_array_steal (links, NULL);
}

/* Links follow the text; those that never stood in it stay. */
static void
update_links (PsgNote    *note,
              const char *old_body)
{
  g_auto (GStrv) old = psg_note_find_links (old_body);
  g_auto (GStrv) now = psg_note_find_links (note->body);
  g_auto (GStrv) kept = g_steal_pointer (&note->links);

  for (guint i = 0; kept != NULL && kept[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) old, kept[i]))
      psg_note_add_link (note, kept[i]);
  for (guint i = 0; now[i] != NULL && (note->links == NULL || g_strv_length (note->links) < PSG_NOTE_MAX_LINKS); i++)
    psg_note_add_link (note, now[i]);
}

static gboolean
says_nothing (const PsgNote *note)
{
  return *note->body == '\0' && note->colour == PSG_NOTE_NO_COLOUR && note->status == PSG_NOTE_NO_STATUS
         && !note->bookmark && (note->tags == NULL || note->tags[0] == NULL);
}

static void
write_now (PsgNoteDraft *self,
           const char   *label,
           const char   *merge)
{
  g_autoptr (PsgNote) note = NULL;

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->written == NULL && says_nothing (self->edited))
    return;
  if (self->written != NULL && psg_note_equal (self->written, self->edited))
    return;

  note = psg_note_copy (self->edited);
  note->modified = g_get_real_time ();
  self->writing = TRUE;
  psg_notes_change (self->notes, self->written != NULL ? label : _("Add Note"), self->written, note, merge);
  self->writing = FALSE;

  g_clear_pointer (&self->written, psg_note_unref);
  self->written = psg_note_ref (note);
  psg_note_unref (self->edited);
  self->edited = psg_note_copy (note);
  g_signal_emit (self, signals[WRITTEN], 0);
}

static void
write_body (PsgNoteDraft *self)
{
  write_now (self, self->edited->event != NULL ? _("Edit Event") : _("Write Note"), self->edited->id);
}

static gboolean
pause_cb (gpointer data)
{
  PsgNoteDraft *self = PSG_NOTE_DRAFT (data);

  self->source = 0;
  write_body (self);

  return G_SOURCE_REMOVE;
}

static void
got_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr (PsgNoteDraft) self = PSG_NOTE_DRAFT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgNote) note = psg_note_store_get_finish (PSG_NOTE_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->asking);
  if (note == NULL || note->deleted != 0)
    {
      if (note != NULL || g_error_matches (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_NOT_FOUND))
        g_signal_emit (self, signals[GONE], 0);
      return;
    }
  /* What is being typed wins here; where it meets the other, both are kept. */
  if (self->source != 0 || (self->written != NULL && psg_note_equal (self->written, note)))
    return;

  g_clear_pointer (&self->written, psg_note_unref);
  self->written = psg_note_ref (note);
  psg_note_unref (self->edited);
  self->edited = psg_note_copy (note);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ask_cb (PsgNoteStore *store,
        gpointer      data)
{
  PsgNoteDraft *self = PSG_NOTE_DRAFT (data);

  /* Of what cannot be written the store knows less than is here. */
  if (psg_notes_get_trouble (self->notes) != NULL)
    {
      g_object_unref (self);
      return;
    }

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  psg_note_store_get_async (store, self->written->id, self->asking, got_cb, self);
}

static void
notes_changed_cb (PsgNoteDraft      *self,
                  const char *const *ids)
{
  if (self->writing || self->written == NULL || (ids != NULL && !g_strv_contains (ids, self->written->id)))
    return;

  psg_notes_ask (self->notes, ask_cb, g_object_ref (self));
}

static void
psg_note_draft_dispose (GObject *object)
{
  PsgNoteDraft *self = PSG_NOTE_DRAFT (object);

  psg_note_draft_flush (self);
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (self->notes != NULL)
    g_signal_handlers_disconnect_by_data (self->notes, self);

  G_OBJECT_CLASS (psg_note_draft_parent_class)->dispose (object);
}

static void
psg_note_draft_finalize (GObject *object)
{
  PsgNoteDraft *self = PSG_NOTE_DRAFT (object);

  g_clear_pointer (&self->written, psg_note_unref);
  psg_note_unref (self->edited);
  g_object_unref (self->notes);

  G_OBJECT_CLASS (psg_note_draft_parent_class)->finalize (object);
}

static void
psg_note_draft_class_init (PsgNoteDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_note_draft_dispose;
  object_class->finalize = psg_note_draft_finalize;

  signals[WRITTEN] = g_signal_new ("written", PSG_TYPE_NOTE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", PSG_TYPE_NOTE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[GONE] = g_signal_new ("gone", PSG_TYPE_NOTE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
psg_note_draft_init (PsgNoteDraft *self)
{
}

/**
 * psg_note_draft_new:
 * @notes: where it is kept
 * @note: the note
 * @is_new: whether it is not among @notes yet
 *
 * Returns: (transfer full): a draft of it
 */
PsgNoteDraft *
psg_note_draft_new (PsgNotes      *notes,
                    const PsgNote *note,
                    gboolean       is_new)
{
  PsgNoteDraft *self = g_object_new (PSG_TYPE_NOTE_DRAFT, NULL);

  self->notes = g_object_ref (notes);
  self->written = is_new ? NULL : psg_note_ref (note);
  self->edited = psg_note_copy (note);
  g_signal_connect_object (notes, "changed", G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notes, "flush", G_CALLBACK (psg_note_draft_flush), self, G_CONNECT_SWAPPED);

  return self;
}

/* (transfer none) */
PsgNotes *
psg_note_draft_get_notes (PsgNoteDraft *self)
{
  return self->notes;
}

/* (transfer none): as it is here, until it is changed */
const PsgNote *
psg_note_draft_get_note (PsgNoteDraft *self)
{
  return self->edited;
}

/* Whether nothing of it has been written. */
gboolean
psg_note_draft_is_new (PsgNoteDraft *self)
{
  return self->written == NULL;
}

/* Writes what was typed now. */
void
psg_note_draft_flush (PsgNoteDraft *self)
{
  if (self->source != 0)
    write_body (self);
}

static void
write_after_pause (PsgNoteDraft *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (PSG_NOTE_DRAFT_PAUSE, pause_cb, self);
}

/* @body: Markdown; cut off after as much as a note holds */
void
psg_note_draft_set_body (PsgNoteDraft *self,
                         const char   *body)
{
  g_autofree char *old = NULL;

  if (g_str_equal (self->edited->body, body))
    return;

  old = g_steal_pointer (&self->edited->body);
  self->edited->body = g_strndup (body, PSG_NOTE_MAX_BODY);
  if (strlen (body) > PSG_NOTE_MAX_BODY)
    {
      const char *end;

      if (!g_utf8_validate (self->edited->body, -1, &end))
        self->edited->body[end - self->edited->body] = '\0';
    }
  update_links (self->edited, old);
  write_after_pause (self);
}

/**
 * psg_note_draft_set_event:
 * @self: a draft of an own event
 * @event: what it is now; what has a fault is passed over
 * @latitude: where it was, degrees north; 0 without a place
 * @longitude: degrees east
 * @collection: the collection it belongs to
 *
 * It is written when the typing pauses, as text is.
 */
void
psg_note_draft_set_event (PsgNoteDraft      *self,
                          const PsgOwnEvent *event,
                          double             latitude,
                          double             longitude,
                          PsgCollection     *collection)
{
  g_autoptr (PsgNote) note = psg_note_copy (self->edited);

  g_return_if_fail (note->event != NULL);

  psg_own_event_free (note->event);
  note->event = psg_own_event_copy (event);
  note->target.latitude = latitude;
  note->target.longitude = longitude;
  if (psg_note_find_fault (note) != NULL)
    return;

  psg_note_set_event_span (note, collection);
  if (psg_note_equal (note, self->edited))
    return;

  psg_note_unref (self->edited);
  self->edited = g_steal_pointer (&note);
  write_after_pause (self);
}

void
psg_note_draft_set_colour (PsgNoteDraft *self,
                           PsgNoteColour colour)
{
  psg_note_draft_flush (self);
  self->edited->colour = colour;
  write_now (self, _("Colour Note"), NULL);
}

void
psg_note_draft_set_status (PsgNoteDraft *self,
                           PsgNoteStatus status)
{
  psg_note_draft_flush (self);
  self->edited->status = status;
  write_now (self, _("Mark Note"), NULL);
}

void
psg_note_draft_set_bookmark (PsgNoteDraft *self,
                             gboolean      bookmark)
{
  psg_note_draft_flush (self);
  self->edited->bookmark = bookmark;
  write_now (self, _("Bookmark Note"), NULL);
}

/* @tags: as in psg_note_set_tags() */
void
psg_note_draft_set_tags (PsgNoteDraft      *self,
                         const char *const *tags)
{
  psg_note_draft_flush (self);
  psg_note_set_tags (self->edited, tags);
  write_now (self, _("Tag Note"), NULL);
}
