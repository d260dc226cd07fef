/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-memory-notes.h"

#include <string.h>

/* Notes in a table. Questions are jobs in a queue, one of which is answered at each turn of the main loop. */

struct _PsgMemoryNotes
{
  GObject parent_instance;

  GHashTable *notes; /* by id */
  GQueue      jobs;  /* of GTask */
  guint       source;
  int         failing;
  gboolean    read_only;
};

typedef gpointer (*Job) (PsgMemoryNotes *self, gpointer data, GError **error);

typedef struct
{
  Job            job;
  gpointer       data;
  GDestroyNotify notify;
  GDestroyNotify notify_answer; /* %NULL: the answer is a number */
} Question;

static void psg_memory_notes_note_store_init (PsgNoteStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgMemoryNotes, psg_memory_notes, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_NOTE_STORE, psg_memory_notes_note_store_init))

static void
free_question (gpointer data)
{
  Question *self = data;

  if (self->notify != NULL)
    self->notify (self->data);
  g_free (self);
}

static gboolean
answer_cb (gpointer data)
{
  PsgMemoryNotes *self = PSG_MEMORY_NOTES (data);
  g_autoptr (GTask) task = g_queue_pop_head (&self->jobs);
  Question *question = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer answer;

  self->source = g_queue_is_empty (&self->jobs) ? 0 : g_idle_add (answer_cb, self);
  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;

  answer = question->job (self, question->data, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else if (question->notify_answer != NULL)
    g_task_return_pointer (task, answer, question->notify_answer);
  else
    g_task_return_int (task, GPOINTER_TO_INT (answer));

  return G_SOURCE_REMOVE;
}

static void
ask (PsgNoteStore        *store,
     Job                  job,
     gpointer             job_data,
     GDestroyNotify       notify,
     GDestroyNotify       notify_answer,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             data)
{
  PsgMemoryNotes *self = PSG_MEMORY_NOTES (store);
  GTask *task = g_task_new (self, cancellable, callback, data);
  Question *question = g_new0 (Question, 1);

  *question = (Question) { job, job_data, notify, notify_answer };
  g_task_set_source_tag (task, job);
  g_task_set_task_data (task, question, free_question);
  g_queue_push_tail (&self->jobs, task);
  if (self->source == 0)
    self->source = g_idle_add (answer_cb, self);
}

static int
compare_notes (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const PsgNote *one = *(PsgNote *const *) a;
  const PsgNote *other = *(PsgNote *const *) b;
  PsgNoteOrder order = GPOINTER_TO_INT (data);

  if (order == PSG_NOTE_ORDER_MODIFIED && one->modified != other->modified)
    return one->modified > other->modified ? -1 : 1;
  if (order == PSG_NOTE_ORDER_CREATED && one->created != other->created)
    return one->created < other->created ? -1 : 1;
  if (order == PSG_NOTE_ORDER_SUBJECT && one->target.has_span && other->target.has_span
      && one->target.span.start != other->target.span.start)
    return one->target.span.start < other->target.span.start ? -1 : 1;

  return strcmp (one->id, other->id);
}

static gboolean
lets_through (const PsgNoteFilter *filter,
              const PsgNote       *note)
{
  return filter->binned == (note->deleted != 0)
         && (filter->ids == NULL || g_strv_contains ((const char *const *) filter->ids, note->id))
         && (filter->text == NULL || strstr (note->body, filter->text) != NULL)
         && (filter->tag == NULL
             || (note->tags != NULL && g_strv_contains ((const char *const *) note->tags, filter->tag)))
         && (filter->collection == NULL || g_strcmp0 (filter->collection, note->collection) == 0)
         && (filter->other_version == NULL || g_strcmp0 (filter->other_version, note->collection_version) != 0)
         && (filter->target == NULL || g_strcmp0 (filter->target, note->target.id) == 0)
         && (filter->targets == NULL
             || (note->target.id != NULL
                 && g_strv_contains ((const char *const *) filter->targets, note->target.id)))
         && (filter->link == NULL
             || (note->links != NULL && g_strv_contains ((const char *const *) note->links, filter->link)))
         && (filter->kinds == 0 || (filter->kinds & 1u << note->target.kind) != 0)
         && (filter->colours == 0 || (filter->colours & 1u << note->colour) != 0)
         && (filter->statuses == 0 || (filter->statuses & 1u << note->status) != 0)
         && (!filter->bookmarked || note->bookmark) && (!filter->review || note->review);
}

static GPtrArray *
list (PsgMemoryNotes      *self,
      const PsgNoteFilter *filter)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
  GHashTableIter iter;
  PsgNote *note;

  g_hash_table_iter_init (&iter, self->notes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &note))
    if (lets_through (filter, note))
      g_ptr_array_add (notes, psg_note_ref (note));
  g_ptr_array_sort_with_data (notes, compare_notes, GINT_TO_POINTER (filter->order));

  return notes;
}

static gpointer
list_job (PsgMemoryNotes *self,
          gpointer        data,
          GError        **error)
{
  const PsgNoteFilter *filter = data;
  GPtrArray *notes = list (self, filter);

  g_ptr_array_remove_range (notes, 0, MIN (filter->offset, notes->len));
  if (filter->limit != 0 && notes->len > filter->limit)
    g_ptr_array_set_size (notes, filter->limit);

  return notes;
}

typedef struct
{
  gint64 from;
  guint  limit;
} Page;

/* By id; where one begins is how many come before. */
static gpointer
list_marks_job (PsgMemoryNotes *self,
                gpointer        data,
                GError        **error)
{
  const Page *asked = data;
  PsgNoteFilter all = { .order = -1 };
  g_autoptr (GPtrArray) notes = list (self, &all);
  PsgNoteMarkPage *page = psg_note_mark_page_new ();
  gint64 begin = MAX (asked->from, 0);
  gint64 end = MIN (begin + asked->limit, notes->len);

  for (gint64 i = begin; i < end; i++)
    g_ptr_array_add (page->marks, psg_note_mark_new (g_ptr_array_index (notes, i)));
  page->next = end;
  page->is_last = end == notes->len;

  return page;
}

static gpointer
count_job (PsgMemoryNotes *self,
           gpointer        data,
           GError        **error)
{
  g_autoptr (GPtrArray) notes = list (self, data);

  return GINT_TO_POINTER (notes->len);
}

static gpointer
get_job (PsgMemoryNotes *self,
         gpointer        data,
         GError        **error)
{
  PsgNote *note = g_hash_table_lookup (self->notes, data);

  if (note != NULL)
    return psg_note_ref (note);
  g_set_error_literal (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_NOT_FOUND, "There is no such note");

  return NULL;
}

static int
compare_tags (gconstpointer a,
              gconstpointer b)
{
  return strcmp ((*(PsgTagCount *const *) a)->tag, (*(PsgTagCount *const *) b)->tag);
}

static gpointer
list_tags_job (PsgMemoryNotes *self,
               gpointer        data,
               GError        **error)
{
  g_autoptr (PsgNoteFilter) all = psg_note_filter_new ();
  g_autoptr (GPtrArray) notes = list (self, all);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *tags = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_tag_count_free);

  for (guint i = 0; i < notes->len; i++)
    {
      GStrv names = ((PsgNote *) g_ptr_array_index (notes, i))->tags;

      for (guint j = 0; names != NULL && names[j] != NULL; j++)
        {
          PsgTagCount *count = g_hash_table_lookup (counts, names[j]);

          if (count == NULL)
            {
              count = g_new0 (PsgTagCount, 1);
              count->tag = g_strdup (names[j]);
              g_hash_table_insert (counts, count->tag, count);
              g_ptr_array_add (tags, count);
            }
          count->n_notes++;
        }
    }
  g_ptr_array_sort (tags, compare_tags);

  return tags;
}

static gboolean
may_write (PsgMemoryNotes *self,
           GError        **error)
{
  if (self->failing >= 0)
    g_set_error_literal (error, PSG_NOTEBOOK_ERROR, self->failing, "It cannot be written");

  return self->failing < 0;
}

static gboolean
is_as_known (PsgMemoryNotes      *self,
             const PsgNoteChange *change)
{
  PsgNote *note = g_hash_table_lookup (self->notes, psg_note_change_get_id (change));

  return note == NULL ? change->before == NULL : change->before != NULL && psg_note_equal (note, change->before);
}

static gpointer
apply_job (PsgMemoryNotes *self,
           gpointer        data,
           GError        **error)
{
  GPtrArray *changes = data;

  if (!may_write (self, error))
    return NULL;
  for (guint i = 0; i < changes->len; i++)
    if (!is_as_known (self, g_ptr_array_index (changes, i)))
      {
        g_set_error_literal (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_CONFLICT, "It is another");
        return NULL;
      }

  for (guint i = 0; i < changes->len; i++)
    {
      PsgNoteChange *change = g_ptr_array_index (changes, i);

      psg_memory_notes_set (self, psg_note_change_get_id (change), change->after);
    }

  return GINT_TO_POINTER (TRUE);
}

typedef struct
{
  GStrv    ids;
  gint64   when;
  gboolean purge;
} Move;

static void
free_move (gpointer data)
{
  g_strfreev (((Move *) data)->ids);
  g_free (data);
}

static gpointer
move_job (PsgMemoryNotes *self,
          gpointer        data,
          GError        **error)
{
  g_autoptr (GPtrArray) changes = psg_note_changes_new ();
  Move *move = data;

  if (!may_write (self, error))
    return NULL;

  for (guint i = 0; move->ids[i] != NULL; i++)
    {
      PsgNote *before = g_hash_table_lookup (self->notes, move->ids[i]);
      g_autoptr (PsgNote) after = before != NULL && !move->purge ? psg_note_copy (before) : NULL;

      if (before == NULL)
        continue;
      if (after != NULL)
        after->deleted = move->when;
      g_ptr_array_add (changes, psg_note_change_new (before, after));
      psg_memory_notes_set (self, move->ids[i], after);
    }

  return g_steal_pointer (&changes);
}

static void
list_async (PsgNoteStore        *self,
            const PsgNoteFilter *filter,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             data)
{
  ask (self, list_job, psg_note_filter_copy (filter), (GDestroyNotify) psg_note_filter_free,
       (GDestroyNotify) g_ptr_array_unref, cancellable, callback, data);
}

static void
count_async (PsgNoteStore        *self,
             const PsgNoteFilter *filter,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             data)
{
  ask (self, count_job, psg_note_filter_copy (filter), (GDestroyNotify) psg_note_filter_free, NULL,
       cancellable, callback, data);
}

static void
get_async (PsgNoteStore        *self,
           const char          *id,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             data)
{
  ask (self, get_job, g_strdup (id), g_free, (GDestroyNotify) psg_note_unref, cancellable, callback, data);
}

static void
list_tags_async (PsgNoteStore        *self,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             data)
{
  ask (self, list_tags_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, data);
}

static void
list_marks_async (PsgNoteStore        *self,
                  gint64               from,
                  guint                limit,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             data)
{
  Page *page = g_new (Page, 1);

  *page = (Page) { from, limit };
  ask (self, list_marks_job, page, g_free, (GDestroyNotify) psg_note_mark_page_free, cancellable, callback, data);
}

static void
apply_async (PsgNoteStore        *self,
             GPtrArray           *changes,
             GAsyncReadyCallback  callback,
             gpointer             data)
{
  ask (self, apply_job, g_ptr_array_ref (changes), (GDestroyNotify) g_ptr_array_unref, NULL, NULL, callback, data);
}

static void
ask_to_move (PsgNoteStore        *self,
             const char *const   *ids,
             gint64               when,
             gboolean             purge,
             GAsyncReadyCallback  callback,
             gpointer             data)
{
  Move *move = g_new0 (Move, 1);

  *move = (Move) { g_strdupv ((GStrv) ids), when, purge };
  ask (self, move_job, move, free_move, (GDestroyNotify) g_ptr_array_unref, NULL, callback, data);
}

static void
bin_async (PsgNoteStore        *self,
           const char *const   *ids,
           gint64               when,
           GAsyncReadyCallback  callback,
           gpointer             data)
{
  ask_to_move (self, ids, when, FALSE, callback, data);
}

static void
purge_async (PsgNoteStore        *self,
             const char *const   *ids,
             GAsyncReadyCallback  callback,
             gpointer             data)
{
  ask_to_move (self, ids, 0, TRUE, callback, data);
}

static GPtrArray *
take_array (PsgNoteStore  *self,
            GAsyncResult  *result,
            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static PsgNoteMarkPage *
take_marks (PsgNoteStore  *self,
            GAsyncResult  *result,
            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static PsgNote *
take_note (PsgNoteStore  *self,
           GAsyncResult  *result,
           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gssize
take_count (PsgNoteStore  *self,
            GAsyncResult  *result,
            GError       **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

static gboolean
take_success (PsgNoteStore  *self,
              GAsyncResult  *result,
              GError       **error)
{
  return g_task_propagate_int (G_TASK (result), error) == TRUE;
}

static gboolean
is_read_only (PsgNoteStore *self)
{
  return PSG_MEMORY_NOTES (self)->read_only;
}

static void
psg_memory_notes_note_store_init (PsgNoteStoreInterface *iface)
{
  iface->is_read_only = is_read_only;
  iface->list_async = list_async;
  iface->list_finish = take_array;
  iface->count_async = count_async;
  iface->count_finish = take_count;
  iface->get_async = get_async;
  iface->get_finish = take_note;
  iface->list_tags_async = list_tags_async;
  iface->list_tags_finish = take_array;
  iface->list_marks_async = list_marks_async;
  iface->list_marks_finish = take_marks;
  iface->apply_async = apply_async;
  iface->apply_finish = take_success;
  iface->bin_async = bin_async;
  iface->bin_finish = take_array;
  iface->purge_async = purge_async;
  iface->purge_finish = take_array;
}

static void
psg_memory_notes_finalize (GObject *object)
{
  PsgMemoryNotes *self = PSG_MEMORY_NOTES (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_queue_clear_full (&self->jobs, g_object_unref);
  g_hash_table_unref (self->notes);

  G_OBJECT_CLASS (psg_memory_notes_parent_class)->finalize (object);
}

static void
psg_memory_notes_class_init (PsgMemoryNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = psg_memory_notes_finalize;
}

static void
psg_memory_notes_init (PsgMemoryNotes *self)
{
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) psg_note_unref);
  self->failing = -1;
  g_queue_init (&self->jobs);
}

PsgMemoryNotes *
psg_memory_notes_new (void)
{
  return g_object_new (PSG_TYPE_MEMORY_NOTES, NULL);
}

/* (transfer none) (nullable) */
PsgNote *
psg_memory_notes_get (PsgMemoryNotes *self,
                      const char     *id)
{
  return g_hash_table_lookup (self->notes, id);
}

guint
psg_memory_notes_get_n (PsgMemoryNotes *self)
{
  return g_hash_table_size (self->notes);
}

void
psg_memory_notes_set (PsgMemoryNotes *self,
                      const char     *id,
                      const PsgNote  *note)
{
  if (note != NULL)
    g_hash_table_insert (self->notes, g_strdup (id), psg_note_ref (note));
  else
    g_hash_table_remove (self->notes, id);
}

void
psg_memory_notes_set_failing (PsgMemoryNotes *self,
                              int             code)
{
  self->failing = code;
}

void
psg_memory_notes_set_read_only (PsgMemoryNotes *self,
                                gboolean        read_only)
{
  self->read_only = read_only;
}

void
psg_memory_notes_settle (PsgMemoryNotes *self,
                         PsgNotes       *notes)
{
  while (!g_queue_is_empty (&self->jobs) || (psg_notes_is_busy (notes) && psg_notes_get_trouble (notes) == NULL))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}
