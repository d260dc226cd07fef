/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notes-private.h"

/*
 * A person's notes, as all views see them: the index of all, read from the store a few at a time. How they
 * are changed is in psg-notes-write.c.
 */

/* How many notes are read at a time. */
#define LOAD_AT_ONCE 1000

enum
{
  PROP_READ_ONLY = 1,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_TROUBLE,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  FAILED,
  FLUSH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgNotes, psg_notes, G_TYPE_OBJECT)

static void
tell_changed (PsgNotes          *self,
              const char *const *ids)
{
  g_signal_emit (self, signals[CHANGED], 0, ids);
}

/* A note is another now: %NULL if it is there no more, or in the bin. */
static void
show_note (PsgNotes      *self,
           const char    *id,
           const PsgNote *note)
{
  if (self->coming != NULL)
    g_hash_table_add (self->touched, g_strdup (id));
  if (note != NULL && note->deleted == 0)
    psg_note_index_put (self->index, psg_note_mark_new (note));
  else
    psg_note_index_remove (self->index, id);
}

void
psg_notes_show_changes (PsgNotes  *self,
                        GPtrArray *changes)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      PsgNoteChange *change = g_ptr_array_index (changes, i);
      const char *id = psg_note_change_get_id (change);

      show_note (self, id, change->after);
      g_ptr_array_add (ids, (char *) id);
    }

  g_ptr_array_add (ids, NULL);
  tell_changed (self, (const char *const *) ids->pdata);
}

/* Something that was asked could not be done: @message is localised. */
void
psg_notes_tell_failed (PsgNotes   *self,
                       const char *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* Whoever has something unwritten hands it over. */
void
psg_notes_tell_flush (PsgNotes *self)
{
  g_signal_emit (self, signals[FLUSH], 0);
}

/* Reading all of them. */

static void
swap_index (PsgNotes *self)
{
  GHashTableIter iter;
  const char *id;

  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      PsgNoteMark *mark = psg_note_index_find (self->index, id);

      psg_note_index_remove (self->coming, id);
      if (mark != NULL)
        psg_note_index_put (self->coming, psg_note_mark_copy (mark));
    }

  psg_note_index_free (self->index);
  self->index = g_steal_pointer (&self->coming);
  self->loaded = TRUE;
  tell_changed (self, NULL);
}

static void load_more (PsgNotes *self);

static gboolean
load_more_cb (gpointer data)
{
  PsgNotes *self = PSG_NOTES (data);

  self->load_source = 0;
  load_more (self);

  return G_SOURCE_REMOVE;
}

static void
take_marks (PsgNotes        *self,
            PsgNoteMarkPage *page)
{
  g_ptr_array_set_free_func (page->marks, NULL);
  for (guint i = 0; i < page->marks->len; i++)
    psg_note_index_put (self->coming, g_ptr_array_index (page->marks, i));
  self->load_from = page->next;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (PsgNotes) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgNoteMarkPage) page = psg_note_store_list_marks_finish (PSG_NOTE_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (page == NULL)
    {
      g_clear_object (&self->loading);
      g_clear_pointer (&self->coming, psg_note_index_free);
      psg_notes_tell_failed (self, error->message);
      return;
    }

  take_marks (self, page);
  if (!page->is_last)
    {
      /* Of very many the rest waits for whatever there is to draw: a window that opens is not held up. */
      self->load_source = g_idle_add_full (G_PRIORITY_LOW, load_more_cb, self, NULL);
      return;
    }

  g_clear_object (&self->loading);
  if (self->reload)
    psg_notes_load (self);
  else
    swap_index (self);
}

static void
load_more (PsgNotes *self)
{
  psg_note_store_list_marks_async (self->store, self->load_from, LOAD_AT_ONCE, self->loading, loaded_cb,
                                   g_object_ref (self));
}

/* What this process writes is shown already; somebody else's is read. */
static void
store_changed_cb (PsgNotes          *self,
                  const char *const *ids)
{
  if (ids == NULL)
    psg_notes_load (self);
}

static void
stack_changed_cb (PsgNotes *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

static void
psg_notes_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  PsgNotes *self = PSG_NOTES (object);

  switch (prop_id)
    {
    case PROP_READ_ONLY:
      g_value_set_boolean (value, psg_notes_is_read_only (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, psg_notes_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, psg_notes_get_redo_label (self));
      break;
    case PROP_TROUBLE:
      g_value_set_string (value, self->trouble);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, psg_notes_is_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
psg_notes_dispose (GObject *object)
{
  psg_notes_close (PSG_NOTES (object));

  G_OBJECT_CLASS (psg_notes_parent_class)->dispose (object);
}

static void
psg_notes_finalize (GObject *object)
{
  PsgNotes *self = PSG_NOTES (object);

  g_signal_handlers_disconnect_by_data (self->store, self);
  g_object_unref (self->store);
  g_object_unref (self->stack);
  g_clear_pointer (&self->coming, psg_note_index_free);
  psg_note_index_free (self->index);
  g_hash_table_unref (self->touched);
  g_free (self->trouble);

  G_OBJECT_CLASS (psg_notes_parent_class)->finalize (object);
}

static void
psg_notes_class_init (PsgNotesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = psg_notes_get_property;
  object_class->dispose = psg_notes_dispose;
  object_class->finalize = psg_notes_finalize;

  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", PSG_TYPE_NOTES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRV);
  signals[FAILED] = g_signal_new ("failed", PSG_TYPE_NOTES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[FLUSH] = g_signal_new ("flush", PSG_TYPE_NOTES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
psg_notes_init (PsgNotes *self)
{
  self->index = psg_note_index_new ();
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stack = psg_undo_stack_new (&psg_note_undo_kind);
  g_queue_init (&self->writes);
  g_queue_init (&self->questions);
  g_signal_connect_swapped (self->stack, "changed", G_CALLBACK (stack_changed_cb), self);
}

/**
 * psg_notes_new:
 * @store: where they are kept, open
 *
 * Returns: (transfer full): its notes, none of which is known before psg_notes_load()
 */
PsgNotes *
psg_notes_new (PsgNoteStore *store)
{
  PsgNotes *self = g_object_new (PSG_TYPE_NOTES, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/* Reads all of them, a few at a time; `changed` tells when that is done. */
void
psg_notes_load (PsgNotes *self)
{
  g_return_if_fail (PSG_IS_NOTES (self));

  self->reload = self->loading != NULL;
  if (self->reload)
    return;

  self->loading = g_cancellable_new ();
  self->load_from = PSG_NOTE_MARKS_BEGIN;
  g_clear_pointer (&self->coming, psg_note_index_free);
  self->coming = psg_note_index_new ();
  g_hash_table_remove_all (self->touched);
  load_more (self);
}

gboolean
psg_notes_is_read_only (PsgNotes *self)
{
  return psg_note_store_is_read_only (self->store);
}

/* (nullable): why something could not be written yet, localised. */
const char *
psg_notes_get_trouble (PsgNotes *self)
{
  return self->trouble;
}

/* Whether something is still to be written. */
gboolean
psg_notes_is_busy (PsgNotes *self)
{
  return !g_queue_is_empty (&self->writes);
}

guint
psg_notes_get_n (PsgNotes *self)
{
  return psg_note_index_get_n (self->index);
}

/* (transfer none) (nullable): valid until notes change. */
const PsgNoteMark *
psg_notes_find (PsgNotes   *self,
                const char *id)
{
  return psg_note_index_find (self->index, id);
}

/* (transfer none) (nullable) (element-type PsgNoteMark): of notes about one thing of a collection, in no
 * order, valid until notes change; %NULL if there is none. */
GPtrArray *
psg_notes_get_about (PsgNotes   *self,
                     const char *collection,
                     PsgNoteKind kind,
                     const char *id)
{
  return psg_note_index_get_about (self->index, collection, kind, id);
}

/* (transfer container) (element-type utf8): ids of the things of one kind in a collection that there are notes
 * about, in no order. */
GPtrArray *
psg_notes_list_targets (PsgNotes   *self,
                        const char *collection,
                        PsgNoteKind kind)
{
  return psg_note_index_list_targets (self->index, collection, kind);
}

/* (transfer full) (element-type PsgNote): a person's own events in a collection, in the order of their ids. */
GPtrArray *
psg_notes_list_own (PsgNotes   *self,
                    const char *collection)
{
  return psg_note_index_list_own (self->index, collection);
}

/* Whether all that there are have been read. */
gboolean
psg_notes_is_loaded (PsgNotes *self)
{
  return self->loaded;
}

/* Another number whenever a note of the kind is another: marks of it that were given before hold until then. */
guint
psg_notes_get_kind_serial (PsgNotes   *self,
                           PsgNoteKind kind)
{
  return psg_note_index_get_kind_serial (self->index, kind);
}

/* Another number whenever psg_notes_list_targets() would give others: nearly never, while notes are written. */
guint
psg_notes_get_targets_serial (PsgNotes *self)
{
  return psg_note_index_get_targets_serial (self->index);
}

/* (transfer none) (element-type PsgNoteMark): of notes whose subject has a time, by when it begins; valid until
 * notes change. */
GPtrArray *
psg_notes_get_timed (PsgNotes *self)
{
  return psg_note_index_get_timed (self->index);
}

/* (transfer none) (element-type PsgNoteMark): of notes about a place, in no order; valid until notes change. */
GPtrArray *
psg_notes_get_placed (PsgNotes *self)
{
  return psg_note_index_get_placed (self->index);
}

/* (nullable): what would be undone. */
const char *
psg_notes_get_undo_label (PsgNotes *self)
{
  return psg_undo_stack_get_undo_label (self->stack);
}

/* (nullable): what would be done again. */
const char *
psg_notes_get_redo_label (PsgNotes *self)
{
  return psg_undo_stack_get_redo_label (self->stack);
}
