/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook.h"

#include "psg-notebook-backup.h"
#include "psg-notebook-private.h"
#include "psg-notebook-rescue.h"

/*
 * A person's notebook, for the main loop: what it is asked goes to the one worker thread,
 * in order, and the answers come back. It keeps no notes in memory.
 */

/* How often it looks whether another process has written, in seconds. */
#define POLL_SECONDS 1
/* Every how many looks it sees whether a new day wants a backup. */
#define POLLS_A_BACKUP 1800

enum
{
  TROUBLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void psg_notebook_note_store_init (PsgNoteStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgNotebook, psg_notebook, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_NOTE_STORE, psg_notebook_note_store_init))

/* What opening came to. */
typedef struct
{
  char    *report;
  gboolean read_only;
} Opened;

/* Something to be said in the main context. */
typedef struct
{
  PsgNotebook *notebook;
  GStrv        ids;     /* (nullable) */
  char        *trouble; /* (nullable) */
} News;

typedef struct
{
  GStrv  ids;
  gint64 when;
} Binning;

static void
free_opened (gpointer data)
{
  Opened *self = data;

  g_free (self->report);
  g_free (self);
}

static void
free_news (gpointer data)
{
  News *self = data;

  g_object_unref (self->notebook);
  g_strfreev (self->ids);
  g_free (self->trouble);
  g_free (self);
}

static void
free_binning (gpointer data)
{
  Binning *self = data;

  g_strfreev (self->ids);
  g_free (self);
}

static gboolean
news_cb (gpointer data)
{
  News *news = data;

  if (news->trouble != NULL)
    g_signal_emit (news->notebook, signals[TROUBLE], 0, news->trouble);
  else
    g_signal_emit_by_name (news->notebook, "changed", news->ids);

  return G_SOURCE_REMOVE;
}

/* From the worker's thread. @ids: (transfer full) (nullable). @trouble: (nullable) */
static void
announce (GTask      *task,
          GStrv       ids,
          const char *trouble)
{
  News *news = g_new0 (News, 1);

  news->notebook = g_object_ref (g_task_get_source_object (task));
  news->ids = ids;
  news->trouble = g_strdup (trouble);
  psg_notebook_worker_tell (task, news_cb, news, free_news);
}

static GStrv
collect_ids (GPtrArray *changes)
{
  GStrv ids = g_new0 (char *, changes->len + 1);

  for (guint i = 0; i < changes->len; i++)
    ids[i] = g_strdup (psg_note_change_get_id (g_ptr_array_index (changes, i)));

  return ids;
}

/* Whether there is a file; if not, @task is answered. */
gboolean
psg_notebook_job_has_file (PsgNotebookFile **file,
                           GTask            *task)
{
  GError *error = NULL;

  if (*file != NULL)
    return TRUE;

  psg_notebook_fail (&error, PSG_NOTEBOOK_ERROR_IO, NULL);
  g_task_return_error (task, error);

  return FALSE;
}

/* Once a day; a backup that cannot be made is told of, and tried again the next time. */
static void
back_up (PsgNotebookFile *file,
         GTask           *task,
         const char      *folder)
{
  g_autoptr (GError) error = NULL;

  if (!psg_notebook_file_is_read_only (file)
      && !psg_notebook_backup_write (file, folder, g_get_real_time (), FALSE, &error))
    announce (task, NULL, error->message);
}

static void
open_job (PsgNotebookFile **file,
          GTask            *task,
          gpointer          folder)
{
  GError *error = NULL;
  g_autofree char *report = NULL;
  Opened *opened;

  if (*file == NULL)
    *file = psg_notebook_open_folder (folder, g_get_real_time (), &report, &error);
  if (*file == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* What stays in the bin too long harms nobody. */
  psg_notebook_file_purge_old (*file, g_get_real_time (), NULL);
  opened = g_new0 (Opened, 1);
  opened->read_only = psg_notebook_file_is_read_only (*file);
  opened->report = g_steal_pointer (&report);
  g_task_return_pointer (task, opened, free_opened);
  back_up (*file, task, folder);
}

static void
poll_job (PsgNotebookFile **file,
          GTask            *task,
          gpointer          folder)
{
  gboolean changed = FALSE;

  if (*file != NULL && psg_notebook_file_poll (*file, &changed, NULL) && changed)
    announce (task, NULL, NULL);
  if (*file != NULL && folder != NULL)
    back_up (*file, task, folder);
  g_task_return_boolean (task, changed);
}

static void
get_job (PsgNotebookFile **file,
         GTask            *task,
         gpointer          id)
{
  GError *error = NULL;
  PsgNote *note;

  if (!psg_notebook_job_has_file (file, task))
    return;

  note = psg_notebook_file_get (*file, id, &error);
  if (note != NULL)
    g_task_return_pointer (task, note, (GDestroyNotify) psg_note_unref);
  else
    g_task_return_error (task, error);
}

static void
return_array (GTask     *task,
              GPtrArray *array,
              GError    *error)
{
  if (array != NULL)
    g_task_return_pointer (task, array, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
list_job (PsgNotebookFile **file,
          GTask            *task,
          gpointer          filter)
{
  GError *error = NULL;
  GPtrArray *notes;

  if (!psg_notebook_job_has_file (file, task))
    return;

  notes = psg_notebook_file_list (*file, filter, &error);
  return_array (task, notes, error);
}

typedef struct
{
  gint64 from;
  guint  limit;
} Page;

static void
list_marks_job (PsgNotebookFile **file,
                GTask            *task,
                gpointer          data)
{
  const Page *page = data;
  GError *error = NULL;
  PsgNoteMarkPage *marks;

  if (!psg_notebook_job_has_file (file, task))
    return;

  marks = psg_notebook_file_list_marks (*file, page->from, page->limit, &error);
  if (marks != NULL)
    g_task_return_pointer (task, marks, (GDestroyNotify) psg_note_mark_page_free);
  else
    g_task_return_error (task, error);
}

static void
count_job (PsgNotebookFile **file,
           GTask            *task,
           gpointer          filter)
{
  GError *error = NULL;
  guint n_notes;

  if (!psg_notebook_job_has_file (file, task))
    return;

  if (psg_notebook_file_count (*file, filter, &n_notes, &error))
    g_task_return_int (task, n_notes);
  else
    g_task_return_error (task, error);
}

static void
list_tags_job (PsgNotebookFile **file,
               GTask            *task,
               gpointer          data)
{
  GError *error = NULL;
  GPtrArray *tags;

  if (!psg_notebook_job_has_file (file, task))
    return;

  tags = psg_notebook_file_list_tags (*file, &error);
  return_array (task, tags, error);
}

/* @ids: (transfer full): of what has been written, if it has. */
static void
return_written (GTask   *task,
                gboolean written,
                GStrv    ids,
                GError  *error)
{
  if (!written)
    {
      g_strfreev (ids);
      g_task_return_error (task, error);
      return;
    }

  announce (task, ids, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
put_job (PsgNotebookFile **file,
         GTask            *task,
         gpointer          data)
{
  GPtrArray *notes = data;
  GError *error = NULL;
  gboolean written;
  GStrv ids;

  if (!psg_notebook_job_has_file (file, task))
    return;

  ids = g_new0 (char *, notes->len + 1);
  for (guint i = 0; i < notes->len; i++)
    ids[i] = g_strdup (((PsgNote *) g_ptr_array_index (notes, i))->id);
  written = psg_notebook_file_put (*file, notes, &error);
  return_written (task, written, ids, error);
}

static void
apply_job (PsgNotebookFile **file,
           GTask            *task,
           gpointer          changes)
{
  GError *error = NULL;
  gboolean written;

  if (!psg_notebook_job_has_file (file, task))
    return;

  written = psg_notebook_file_apply (*file, changes, &error);
  return_written (task, written, collect_ids (changes), error);
}

static void
return_changes (GTask     *task,
                GPtrArray *changes,
                GError    *error)
{
  if (changes != NULL)
    announce (task, collect_ids (changes), NULL);
  return_array (task, changes, error);
}

static void
bin_job (PsgNotebookFile **file,
         GTask            *task,
         gpointer          data)
{
  Binning *binning = data;
  GError *error = NULL;
  GPtrArray *changes;

  if (!psg_notebook_job_has_file (file, task))
    return;

  changes = psg_notebook_file_bin (*file, (const char *const *) binning->ids, binning->when, &error);
  return_changes (task, changes, error);
}

static void
purge_job (PsgNotebookFile **file,
           GTask            *task,
           gpointer          ids)
{
  GError *error = NULL;
  GPtrArray *changes;

  if (!psg_notebook_job_has_file (file, task))
    return;

  changes = psg_notebook_file_purge (*file, ids, &error);
  return_changes (task, changes, error);
}

/* Gives the worker a task, which is (transfer full); once it is closed the task fails. */
void
psg_notebook_push (PsgNotebook    *self,
                   GTask          *task,
                   PsgNotebookJob  job)
{
  GError *error = NULL;

  if (self->worker != NULL)
    {
      psg_notebook_worker_push (self->worker, task, job);
      return;
    }

  psg_notebook_fail (&error, PSG_NOTEBOOK_ERROR_IO, NULL);
  g_task_return_error (task, error);
  g_object_unref (task);
}

const char *
psg_notebook_get_folder (PsgNotebook *self)
{
  return self->folder;
}

/* @job_data: (transfer full) goes with the task. */
static void
ask (PsgNotebook         *self,
     PsgNotebookJob       job,
     gpointer             job_data,
     GDestroyNotify       notify,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, job);
  g_task_set_task_data (task, job_data, notify);
  psg_notebook_push (self, task, job);
}

/* (transfer full): may go to another thread whatever becomes of the array; its items are never changed. */
static GPtrArray *
copy_changes (GPtrArray *changes)
{
  GPtrArray *copy = psg_note_changes_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      PsgNoteChange *change = g_ptr_array_index (changes, i);

      g_ptr_array_add (copy, psg_note_change_new (change->before, change->after));
    }

  return copy;
}

static void
polled_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  PSG_NOTEBOOK (object)->polling = FALSE;
}

static gboolean
poll_cb (gpointer data)
{
  PsgNotebook *self = PSG_NOTEBOOK (data);

  if (!self->polling)
    {
      gboolean backup = ++self->n_polls % POLLS_A_BACKUP == 0;

      self->polling = TRUE;
      ask (self, poll_job, backup ? g_strdup (self->folder) : NULL, g_free, NULL, polled_cb, NULL);
    }

  return G_SOURCE_CONTINUE;
}

static void
psg_notebook_finalize (GObject *object)
{
  PsgNotebook *self = PSG_NOTEBOOK (object);

  psg_notebook_close (self);
  g_free (self->folder);
  g_free (self->report);

  G_OBJECT_CLASS (psg_notebook_parent_class)->finalize (object);
}

static void
psg_notebook_class_init (PsgNotebookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = psg_notebook_finalize;

  /**
   * PsgNotebook::trouble:
   * @message: what is wrong, localised
   *
   * Something that nobody asked for could not be done: the backup of the day.
   */
  signals[TROUBLE] = g_signal_new ("trouble", PSG_TYPE_NOTEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
psg_notebook_init (PsgNotebook *self)
{
  self->worker = psg_notebook_worker_new ();
  self->read_only = TRUE;
}

/**
 * psg_notebook_new:
 * @folder: (type filename): where it is, or is to be; nothing happens to it until it is opened
 *
 * Returns: (transfer full): a notebook
 */
PsgNotebook *
psg_notebook_new (const char *folder)
{
  PsgNotebook *self = g_object_new (PSG_TYPE_NOTEBOOK, NULL);

  self->folder = g_strdup (folder);

  return self;
}

/* (nullable): what the person should know about how it was opened, as one sentence, localised. */
const char *
psg_notebook_get_report (PsgNotebook *self)
{
  return self->report;
}

/**
 * psg_notebook_close:
 * @self: a notebook
 *
 * Waits until all it was asked to write is on the disk, and closes the file. What it is
 * asked after that fails.
 */
void
psg_notebook_close (PsgNotebook *self)
{
  g_clear_handle_id (&self->poll_source, g_source_remove);
  g_clear_pointer (&self->worker, psg_notebook_worker_stop);
  self->read_only = TRUE;
}

/**
 * psg_notebook_open_async:
 * @self: a notebook
 * @cancellable: (nullable): for giving up before it has begun
 * @callback: called when notes can be read
 * @data: for @callback
 *
 * Opens the file, makes it if there is none, and repairs what can be repaired. It can
 * be asked for notes at once: that waits.
 */
void
psg_notebook_open_async (PsgNotebook         *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  ask (self, open_job, g_strdup (self->folder), g_free, cancellable, callback, data);
}

/* Whether it is open, perhaps only to be read. */
gboolean
psg_notebook_open_finish (PsgNotebook   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  Opened *opened = g_task_propagate_pointer (G_TASK (result), error);

  if (opened == NULL)
    return FALSE;

  self->read_only = self->worker == NULL || opened->read_only;
  g_free (self->report);
  self->report = g_steal_pointer (&opened->report);
  if (self->poll_source == 0 && self->worker != NULL)
    self->poll_source = g_timeout_add_seconds (POLL_SECONDS, poll_cb, self);
  free_opened (opened);

  return TRUE;
}

/**
 * psg_notebook_put_async:
 * @self: a notebook
 * @notes: (element-type PsgNote): notes, each in place of the one with its id if there is one
 * @callback: (nullable): called when they are on the disk
 * @data: for @callback
 */
void
psg_notebook_put_async (PsgNotebook         *self,
                        GPtrArray           *notes,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);

  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (copy, psg_note_ref (g_ptr_array_index (notes, i)));
  ask (self, put_job, copy, (GDestroyNotify) g_ptr_array_unref, NULL, callback, data);
}

/* Whether all of them are on the disk; if not, none is. */
gboolean
psg_notebook_put_finish (PsgNotebook   *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* #PsgNoteStore: each question is a job for the worker. */

/* Also while it is not open; psg_notebook_get_report() says why. */
static gboolean
psg_notebook_is_read_only (PsgNoteStore *self)
{
  return PSG_NOTEBOOK (self)->read_only;
}

static void
psg_notebook_get_async (PsgNoteStore        *self,
                        const char          *id,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  ask (PSG_NOTEBOOK (self), get_job, g_strdup (id), g_free, cancellable, callback, data);
}

static void
psg_notebook_list_async (PsgNoteStore        *self,
                         const PsgNoteFilter *filter,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  ask (PSG_NOTEBOOK (self), list_job, psg_note_filter_copy (filter), (GDestroyNotify) psg_note_filter_free,
       cancellable, callback, data);
}

static void
psg_notebook_count_async (PsgNoteStore        *self,
                          const PsgNoteFilter *filter,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  ask (PSG_NOTEBOOK (self), count_job, psg_note_filter_copy (filter), (GDestroyNotify) psg_note_filter_free,
       cancellable, callback, data);
}

static void
psg_notebook_list_tags_async (PsgNoteStore        *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  ask (PSG_NOTEBOOK (self), list_tags_job, NULL, NULL, cancellable, callback, data);
}

static void
psg_notebook_list_marks_async (PsgNoteStore        *self,
                               gint64               from,
                               guint                limit,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             data)
{
  Page *page = g_new (Page, 1);

  *page = (Page) { from, limit };
  ask (PSG_NOTEBOOK (self), list_marks_job, page, g_free, cancellable, callback, data);
}

static void
psg_notebook_apply_async (PsgNoteStore        *self,
                          GPtrArray           *changes,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  ask (PSG_NOTEBOOK (self), apply_job, copy_changes (changes), (GDestroyNotify) g_ptr_array_unref,
       NULL, callback, data);
}

static void
psg_notebook_bin_async (PsgNoteStore        *self,
                        const char *const   *ids,
                        gint64               when,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  Binning *binning = g_new0 (Binning, 1);

  binning->ids = g_strdupv ((GStrv) ids);
  binning->when = when;
  ask (PSG_NOTEBOOK (self), bin_job, binning, free_binning, NULL, callback, data);
}

static void
psg_notebook_purge_async (PsgNoteStore        *self,
                          const char *const   *ids,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  ask (PSG_NOTEBOOK (self), purge_job, g_strdupv ((GStrv) ids), (GDestroyNotify) g_strfreev, NULL, callback, data);
}

/* What the worker answers. */

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
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
psg_notebook_note_store_init (PsgNoteStoreInterface *iface)
{
  iface->is_read_only = psg_notebook_is_read_only;
  iface->list_async = psg_notebook_list_async;
  iface->list_finish = take_array;
  iface->count_async = psg_notebook_count_async;
  iface->count_finish = take_count;
  iface->get_async = psg_notebook_get_async;
  iface->get_finish = take_note;
  iface->list_tags_async = psg_notebook_list_tags_async;
  iface->list_tags_finish = take_array;
  iface->list_marks_async = psg_notebook_list_marks_async;
  iface->list_marks_finish = take_marks;
  iface->apply_async = psg_notebook_apply_async;
  iface->apply_finish = take_success;
  iface->bin_async = psg_notebook_bin_async;
  iface->bin_finish = take_array;
  iface->purge_async = psg_notebook_purge_async;
  iface->purge_finish = take_array;
}
