/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notes.h"

#include <glib/gi18n-lib.h>

#include "psg-note-index.h"

/*
 * A person's notes, as all views see them. What is asked for is done to the index at once and put in
 * a queue; the store writes one item after the other. An item that cannot be written for now
 * stays at the head and is tried again, so that what follows it finds what it was made to.
 */

/* How many notes are read at a time. */
#define LOAD_AT_ONCE 2000
/* How long until what could not be written is tried again, in seconds. */
#define RETRY_SECONDS 4

typedef enum
{
  WRITE_EDIT,    /* something new */
  WRITE_STEP,    /* undone or redone: the stack knows it already */
  WRITE_UPKEEP,  /* nobody's doing */
  WRITE_BIN,
  WRITE_RESTORE,
  WRITE_PURGE,
} WriteKind;

/* What is to be written. */
typedef struct
{
  WriteKind  kind;
  char      *label;
  GPtrArray *changes; /* of an edit or a step */
  GStrv      ids;     /* of the others */
  gint64     when;
} Write;

typedef struct
{
  PsgNotesQuestion func;
  gpointer         data;
} Question;

struct _PsgNotes
{
  GObject parent_instance;

  PsgNoteStore *store;
  PsgNoteIndex *index;
  PsgNoteIndex *coming;      /* (nullable): while all are read */
  GHashTable   *touched;     /* ids of those that changed since that began */
  GCancellable *loading;     /* (nullable) */
  guint         n_loaded;
  gboolean      reload;      /* what is read is old already */

  PsgUndoStack *stack;
  GQueue        writes;
  GQueue        questions; /* that wait for them */
  gboolean      writing;
  guint         retry_source;
  char         *trouble;
};

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

static void start_writing (PsgNotes *self);

G_DEFINE_FINAL_TYPE (PsgNotes, psg_notes, G_TYPE_OBJECT)

static void
free_write (gpointer data)
{
  Write *self = data;

  g_free (self->label);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_strfreev (self->ids);
  g_free (self);
}

static void
set_trouble (PsgNotes   *self,
             const char *trouble)
{
  if (g_strcmp0 (self->trouble, trouble) == 0)
    return;

  g_free (self->trouble);
  self->trouble = g_strdup (trouble);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

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

static void
show_changes (PsgNotes  *self,
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
  tell_changed (self, NULL);
}

static void load_more (PsgNotes *self);

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (PsgNotes) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = psg_note_store_list_finish (PSG_NOTE_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (notes == NULL)
    {
      g_clear_object (&self->loading);
      g_clear_pointer (&self->coming, psg_note_index_free);
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }

  for (guint i = 0; i < notes->len; i++)
    psg_note_index_put (self->coming, psg_note_mark_new (g_ptr_array_index (notes, i)));
  self->n_loaded += notes->len;
  if (notes->len == LOAD_AT_ONCE)
    {
      load_more (self);
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
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();

  filter->order = PSG_NOTE_ORDER_CREATED;
  filter->offset = self->n_loaded;
  filter->limit = LOAD_AT_ONCE;
  psg_note_store_list_async (self->store, filter, self->loading, loaded_cb, g_object_ref (self));
}

/* What this process writes is shown already; somebody else's is read. */
static void
store_changed_cb (PsgNotes          *self,
                  const char *const *ids)
{
  if (ids == NULL)
    psg_notes_load (self);
}

/* Writing. */

static Write *
new_write (WriteKind   kind,
           const char *label)
{
  Write *self = g_new0 (Write, 1);

  self->kind = kind;
  self->label = g_strdup (label);

  return self;
}

static void
push_write (PsgNotes *self,
            Write    *write)
{
  g_queue_push_tail (&self->writes, write);
  if (self->writes.length == 1)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  start_writing (self);
}

static void
drop_head (PsgNotes *self)
{
  free_write (g_queue_pop_head (&self->writes));
  if (g_queue_is_empty (&self->writes))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* Once the store knows all there is, or will not for a while. */
static void
ask_questions (PsgNotes *self)
{
  while (!g_queue_is_empty (&self->questions) && (!psg_notes_is_busy (self) || self->trouble != NULL))
    {
      g_autofree Question *question = g_queue_pop_head (&self->questions);

      question->func (self->store, question->data);
    }
}

static gboolean
retry_cb (gpointer data)
{
  PsgNotes *self = PSG_NOTES (data);

  self->retry_source = 0;
  start_writing (self);

  return G_SOURCE_REMOVE;
}

/* What a person wrote to a note that is another by now becomes a note beside it. */
static GPtrArray *
keep_beside (GPtrArray *changes)
{
  g_autoptr (GPtrArray) copies = psg_note_changes_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      PsgNoteChange *change = g_ptr_array_index (changes, i);
      g_autoptr (PsgNote) copy = NULL;
      g_autofree char *uuid = NULL;

      if (change->after == NULL || change->after->deleted != 0)
        continue;
      copy = psg_note_copy (change->after);
      uuid = g_uuid_string_random ();
      psg_note_add_link (copy, copy->id);
      g_free (copy->id);
      copy->id = g_strconcat ("urn:uuid:", uuid, NULL);
      copy->status = PSG_NOTE_TO_CHECK;
      g_ptr_array_add (copies, psg_note_change_new (NULL, copy));
    }

  return copies->len > 0 ? g_steal_pointer (&copies) : NULL;
}

/* Whether it may work the next time. */
static gboolean
may_pass (const GError *error)
{
  static const int passing[] = {
    PSG_NOTEBOOK_ERROR_BUSY, PSG_NOTEBOOK_ERROR_FULL, PSG_NOTEBOOK_ERROR_IO, PSG_NOTEBOOK_ERROR_DAMAGED
  };

  for (guint i = 0; i < G_N_ELEMENTS (passing); i++)
    if (g_error_matches (error, PSG_NOTEBOOK_ERROR, passing[i]))
      return TRUE;

  return FALSE;
}

static void
give_up_head (PsgNotes *self,
              GError   *error)
{
  Write *head = g_queue_peek_head (&self->writes);
  g_autoptr (GPtrArray) copies = NULL;

  if (head->kind == WRITE_STEP)
    psg_undo_stack_revert (self->stack);
  else if (head->kind == WRITE_EDIT && g_error_matches (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_CONFLICT))
    copies = keep_beside (head->changes);

  psg_notes_load (self);
  if (copies != NULL)
    {
      g_ptr_array_unref (head->changes);
      head->changes = g_steal_pointer (&copies);
      show_changes (self, head->changes);
      g_signal_emit (self, signals[FAILED], 0,
                     _("The note has been changed elsewhere; what you wrote is kept as a note of its own"));
    }
  else
    {
      gboolean asked = head->kind != WRITE_UPKEEP;

      drop_head (self);
      if (asked)
        g_signal_emit (self, signals[FAILED], 0, error->message);
    }
}

static void
end_write (PsgNotes *self,
           GError   *error)
{
  self->writing = FALSE;
  /* Nothing is left to be done for notes that are closed. */
  if (g_queue_is_empty (&self->writes))
    return;

  if (error == NULL)
    {
      set_trouble (self, NULL);
      drop_head (self);
    }
  else if (may_pass (error))
    {
      set_trouble (self, error->message);
      if (self->retry_source == 0)
        self->retry_source = g_timeout_add_seconds (RETRY_SECONDS, retry_cb, self);
      ask_questions (self);
      return;
    }
  else
    give_up_head (self, error);

  start_writing (self);
  ask_questions (self);
}

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (PsgNotes) self = data;
  g_autoptr (GError) error = NULL;

  psg_note_store_apply_finish (PSG_NOTE_STORE (object), result, &error);
  end_write (self, error);
}

/* What was moved into the bin, out of it, or away, is known only now. */
static void
moved (PsgNotes  *self,
       GPtrArray *changes,
       GError    *error)
{
  Write *head = g_queue_peek_head (&self->writes);

  if (head != NULL && changes != NULL && changes->len > 0)
    {
      psg_undo_stack_push (self->stack, head->label, changes, NULL, g_get_monotonic_time ());
      show_changes (self, changes);
    }
  end_write (self, error);
}

static void
binned_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (PsgNotes) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = psg_note_store_bin_finish (PSG_NOTE_STORE (object), result, &error);

  moved (self, changes, error);
}

static void
purged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (PsgNotes) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = psg_note_store_purge_finish (PSG_NOTE_STORE (object), result, &error);

  moved (self, changes, error);
}

/* @wait: whether what comes next waits for it. */
static void
write_one (PsgNotes *self,
           Write    *write,
           gboolean  wait)
{
  gpointer data = wait ? g_object_ref (self) : NULL;

  switch (write->kind)
    {
    case WRITE_EDIT:
    case WRITE_STEP:
    case WRITE_UPKEEP:
      psg_note_store_apply_async (self->store, write->changes, wait ? applied_cb : NULL, data);
      break;
    case WRITE_BIN:
    case WRITE_RESTORE:
      psg_note_store_bin_async (self->store, (const char *const *) write->ids, write->when,
                                wait ? binned_cb : NULL, data);
      break;
    case WRITE_PURGE:
    default:
      psg_note_store_purge_async (self->store, (const char *const *) write->ids, wait ? purged_cb : NULL, data);
      break;
    }
}

static void
start_writing (PsgNotes *self)
{
  if (self->writing || self->retry_source != 0 || g_queue_is_empty (&self->writes))
    return;

  self->writing = TRUE;
  write_one (self, g_queue_peek_head (&self->writes), TRUE);
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

  /* Whoever has something unwritten hands it over. */
  signals[FLUSH] = g_signal_new ("flush", PSG_TYPE_NOTES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
psg_notes_init (PsgNotes *self)
{
  self->index = psg_note_index_new ();
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stack = psg_undo_stack_new ();
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
  self->n_loaded = 0;
  g_clear_pointer (&self->coming, psg_note_index_free);
  self->coming = psg_note_index_new ();
  g_hash_table_remove_all (self->touched);
  load_more (self);
}

/**
 * psg_notes_close:
 * @self: notes
 *
 * Asks the store to write whatever is not written yet, without waiting for it, and does nothing more.
 */
void
psg_notes_close (PsgNotes *self)
{
  g_return_if_fail (PSG_IS_NOTES (self));

  g_signal_emit (self, signals[FLUSH], 0);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->writing)
    free_write (g_queue_pop_head (&self->writes));
  while (!g_queue_is_empty (&self->writes))
    {
      Write *write = g_queue_pop_head (&self->writes);

      write_one (self, write, FALSE);
      free_write (write);
    }
  ask_questions (self);
}

/**
 * psg_notes_ask:
 * @self: notes
 * @question: asks the store for whole notes, or how many there are
 * @data: for @question, which is called once, now or later
 *
 * Asks once everything that was changed before is written, so that the answer knows of it; at once
 * while that cannot be written.
 */
void
psg_notes_ask (PsgNotes         *self,
               PsgNotesQuestion  question,
               gpointer          data)
{
  Question *waiting = g_new (Question, 1);

  *waiting = (Question) { question, data };
  g_queue_push_tail (&self->questions, waiting);
  ask_questions (self);
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

/**
 * psg_notes_apply:
 * @self: notes
 * @label: what is done, localised, as undoing it names it: “Colour Note”
 * @changes: (element-type PsgNoteChange): to notes as they are
 * @merge: (nullable): as in psg_undo_stack_push()
 */
void
psg_notes_apply (PsgNotes   *self,
                 const char *label,
                 GPtrArray  *changes,
                 const char *merge)
{
  Write *write;

  g_return_if_fail (PSG_IS_NOTES (self));
  g_return_if_fail (label != NULL && changes != NULL && changes->len > 0);

  write = new_write (WRITE_EDIT, label);
  write->changes = g_ptr_array_ref (changes);
  psg_undo_stack_push (self->stack, label, changes, merge, g_get_monotonic_time ());
  push_write (self, write);
  show_changes (self, changes);
}

/* As psg_notes_apply(), for what the app does by itself: it cannot be undone, and gives way to whatever
 * a person did meanwhile. */
void
psg_notes_keep_up (PsgNotes  *self,
                   GPtrArray *changes)
{
  Write *write = new_write (WRITE_UPKEEP, NULL);

  write->changes = g_ptr_array_ref (changes);
  push_write (self, write);
  show_changes (self, changes);
}

/* As psg_notes_apply(), for one note: @before is %NULL for a new one. */
void
psg_notes_change (PsgNotes      *self,
                  const char    *label,
                  const PsgNote *before,
                  const PsgNote *after,
                  const char    *merge)
{
  g_autoptr (GPtrArray) changes = psg_note_changes_new ();

  g_ptr_array_add (changes, psg_note_change_new (before, after));
  psg_notes_apply (self, label, changes, merge);
}

static void
move (PsgNotes          *self,
      WriteKind          kind,
      const char        *label,
      const char *const *ids,
      gint64             when)
{
  Write *write = new_write (kind, label);

  write->ids = g_strdupv ((GStrv) ids);
  write->when = when;
  push_write (self, write);
}

/* Into the bin. It can be undone once it is written. */
void
psg_notes_bin (PsgNotes          *self,
               const char        *label,
               const char *const *ids)
{
  move (self, WRITE_BIN, label, ids, g_get_real_time ());
}

/* Out of the bin. */
void
psg_notes_restore (PsgNotes          *self,
                   const char        *label,
                   const char *const *ids)
{
  move (self, WRITE_RESTORE, label, ids, 0);
}

/* For good, as soon as the app is closed: until then it can be undone. */
void
psg_notes_purge (PsgNotes          *self,
                 const char        *label,
                 const char *const *ids)
{
  move (self, WRITE_PURGE, label, ids, 0);
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

static void
take_step (PsgNotes  *self,
           GPtrArray *changes)
{
  Write *write;

  if (changes == NULL)
    return;

  write = new_write (WRITE_STEP, NULL);
  write->changes = changes;
  push_write (self, write);
  show_changes (self, changes);
}

/* Nothing happens if there is nothing to undo. */
void
psg_notes_undo (PsgNotes *self)
{
  g_return_if_fail (PSG_IS_NOTES (self));

  g_signal_emit (self, signals[FLUSH], 0);
  take_step (self, psg_undo_stack_undo (self->stack));
}

/* Nothing happens if there is nothing to redo. */
void
psg_notes_redo (PsgNotes *self)
{
  g_return_if_fail (PSG_IS_NOTES (self));

  g_signal_emit (self, signals[FLUSH], 0);
  take_step (self, psg_undo_stack_redo (self->stack));
}
