/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-document-notes.h"

#include <glib/gi18n-lib.h>

#include "psg-note-subject.h"

/* Notes on a document that is read, whatever shows it: which there are, and how one comes to be. */

/* More would not be told apart. */
#define MOST_NOTES 5000

struct _PsgDocumentNotes
{
  GObject parent_instance;

  /* owned */
  PsgSession *session;   /* (nullable): gone once this is disposed of */
  char *document;
  PsgNotes *notes;       /* (nullable): watched */
  GPtrArray *found;      /* PsgNote */
  GCancellable *asking;  /* (nullable) */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgDocumentNotes, psg_document_notes, G_TYPE_OBJECT)

/* (nullable): a person's own document is in none. */
static const char *
get_collection (PsgDocumentNotes *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);

  return collection != NULL && psg_collection_find_document (collection, self->document) != NULL
         ? psg_collection_get_info (collection)->id : NULL;
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PsgDocumentNotes) self = user_data;
  GPtrArray *notes = psg_note_store_list_finish (PSG_NOTE_STORE (object), result, NULL);

  if (notes == NULL)
    return;

  g_ptr_array_unref (self->found);
  self->found = notes;
  if (self->session != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
ask_cb (PsgNoteStore *store,
        gpointer      user_data)
{
  PsgDocumentNotes *self = user_data;
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();

  if (self->session == NULL)
    {
      g_object_unref (self);
      return;
    }

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  filter->collection = g_strdup (get_collection (self));
  filter->target = g_strdup (self->document);
  filter->kinds = 1u << PSG_NOTE_ON_PASSAGE;
  filter->order = PSG_NOTE_ORDER_CREATED;
  filter->limit = MOST_NOTES;
  psg_note_store_list_async (store, filter, self->asking, listed_cb, self);
}

static gboolean
is_here (PsgDocumentNotes *self,
         const char       *id)
{
  const PsgNoteMark *mark = psg_notes_find (self->notes, id);

  if (mark != NULL)
    return mark->kind == PSG_NOTE_ON_PASSAGE && g_strcmp0 (mark->target, self->document) == 0;

  /* One that is gone may have been here. */
  for (guint i = 0; i < self->found->len; i++)
    if (g_str_equal (((PsgNote *) g_ptr_array_index (self->found, i))->id, id))
      return TRUE;

  return FALSE;
}

static void
changed_cb (PsgDocumentNotes  *self,
            const char *const *ids)
{
  gboolean here = ids == NULL;

  for (guint i = 0; !here && ids[i] != NULL; i++)
    here = is_here (self, ids[i]);
  if (here)
    psg_notes_ask (self->notes, ask_cb, g_object_ref (self));
}

static void
notes_changed_cb (PsgDocumentNotes *self)
{
  if (self->session == NULL)
    return;

  if (self->notes != NULL)
    g_signal_handlers_disconnect_by_data (self->notes, self);
  g_set_object (&self->notes, psg_session_get_notes (self->session));
  if (self->notes == NULL)
    return;

  g_signal_connect_object (self->notes, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  psg_notes_ask (self->notes, ask_cb, g_object_ref (self));
}

static void
psg_document_notes_dispose (GObject *object)
{
  PsgDocumentNotes *self = PSG_DOCUMENT_NOTES (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (self->notes != NULL)
    g_signal_handlers_disconnect_by_data (self->notes, self);
  g_clear_object (&self->notes);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_document_notes_parent_class)->dispose (object);
}

static void
psg_document_notes_finalize (GObject *object)
{
  PsgDocumentNotes *self = PSG_DOCUMENT_NOTES (object);

  g_ptr_array_unref (self->found);
  g_free (self->document);

  G_OBJECT_CLASS (psg_document_notes_parent_class)->finalize (object);
}

static void
psg_document_notes_class_init (PsgDocumentNotesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_document_notes_dispose;
  object_class->finalize = psg_document_notes_finalize;

  signals[CHANGED] = g_signal_new ("changed", PSG_TYPE_DOCUMENT_NOTES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
psg_document_notes_init (PsgDocumentNotes *self)
{
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
}

/**
 * psg_document_notes_new:
 * @session: a session with a collection
 * @document: a document's id
 *
 * Returns: (transfer full): the notes on it
 */
PsgDocumentNotes *
psg_document_notes_new (PsgSession *session,
                        const char *document)
{
  PsgDocumentNotes *self = g_object_new (PSG_TYPE_DOCUMENT_NOTES, NULL);

  self->session = g_object_ref (session);
  self->document = g_strdup (document);
  g_signal_connect_object (session, "notify::notes", G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);
  notes_changed_cb (self);

  return self;
}

/* (transfer none) (element-type PsgNote): in the order in which they were written */
GPtrArray *
psg_document_notes_get (PsgDocumentNotes *self)
{
  g_return_val_if_fail (PSG_IS_DOCUMENT_NOTES (self), NULL);

  return self->found;
}

gboolean
psg_document_notes_can_add (PsgDocumentNotes *self)
{
  g_return_val_if_fail (PSG_IS_DOCUMENT_NOTES (self), FALSE);

  return self->session != NULL && self->notes != NULL && !psg_notes_is_read_only (self->notes);
}

/**
 * psg_document_notes_add:
 * @self: notes that can be added to
 * @words: of the document, with their position
 * @page: the page of a PDF they are on, from 1, within which the position counts; 0 for a text
 * @colour: of the new note
 *
 * Returns: (transfer full): a note on these words, which is being written
 */
PsgNote *
psg_document_notes_add (PsgDocumentNotes *self,
                        const PsgAnchor  *words,
                        guint             page,
                        PsgNoteColour     colour)
{
  PsgNote *note;

  g_return_val_if_fail (psg_document_notes_can_add (self), NULL);

  note = psg_note_new_about_words (psg_session_get_collection (self->session), self->document, words,
                                   g_get_real_time ());
  if (get_collection (self) == NULL)
    {
      g_clear_pointer (&note->collection, g_free);
      g_clear_pointer (&note->collection_version, g_free);
    }
  note->target.page = page;
  note->colour = colour;
  psg_notes_change (self->notes, _("Add Note"), NULL, note, NULL);

  return note;
}
