/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange.h"

#include "psg-exchange-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Bringing notes in: a thread reads the file, the store lists what it has, and a thread puts both together. What
 * comes of it is left to the caller to apply, so that it is one step that can be undone.
 */

/* How an SQLite file begins. */
static const char magic[] = "SQLite format 3";

typedef struct
{
  char               *path;
  char               *collection; /* (nullable): its file */
  PsgExchangeReading *reading;
  GPtrArray          *ours;       /* of PsgNote */
  PsgExchangeMerge   *merge;
  GPtrArray          *our_lessons; /* of PsgLesson */
  PsgExchangeLessons *lessons;
} Import;

static void
free_import (gpointer data)
{
  Import *self = data;

  g_free (self->path);
  g_free (self->collection);
  g_clear_pointer (&self->reading, psg_exchange_reading_free);
  g_clear_pointer (&self->ours, g_ptr_array_unref);
  g_clear_pointer (&self->merge, psg_exchange_merge_free);
  g_clear_pointer (&self->our_lessons, g_ptr_array_unref);
  g_clear_pointer (&self->lessons, psg_exchange_lessons_free);
  g_free (self);
}

void
psg_exchange_report_free (PsgExchangeReport *self)
{
  g_ptr_array_unref (self->conflicts);
  g_ptr_array_unref (self->changes);
  psg_exchange_lessons_free (self->lessons);
  g_ptr_array_unref (self->messages);
  g_free (self);
}

static PsgExchangeReport *
make_report (Import *import)
{
  PsgExchangeReport *report = g_new0 (PsgExchangeReport, 1);
  const PsgExchangeReading *reading = import->reading;

  report->n_added = import->merge->n_added;
  report->n_same = import->merge->n_same;
  report->n_missed = reading->n_missed;
  report->conflicts = g_ptr_array_ref (import->merge->conflicts);
  report->changes = g_ptr_array_ref (import->merge->changes);
  report->messages = g_ptr_array_ref (reading->messages);
  report->lessons = g_steal_pointer (&import->lessons);
  if (reading->n_unsaid > 0)
    g_ptr_array_add (report->messages,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more message", "and %u more messages",
                                                   reading->n_unsaid), reading->n_unsaid));

  return report;
}

static void
fail (GTask  *task,
      GError *error)
{
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* In a thread. */
static void
merge_cb (GTask        *work,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  Import *import = g_task_get_task_data (data);

  import->merge = psg_exchange_merge_new (import->ours, import->reading->notes);
  import->lessons = psg_exchange_lessons_new (import->our_lessons, import->reading->lessons);
  g_task_return_boolean (work, TRUE);
}

static void
merged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  GTask *task = data;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      fail (task, error);
      return;
    }

  g_task_return_pointer (task, make_report (g_task_get_task_data (task)), (GDestroyNotify) psg_exchange_report_free);
  g_object_unref (task);
}

/* Does a step of the import in a thread. @task: (transfer full) */
static void
work_on (GTask               *task,
         GTaskThreadFunc      func,
         GAsyncReadyCallback  done)
{
  g_autoptr (GTask) work = g_task_new (g_task_get_source_object (task), g_task_get_cancellable (task), done, task);

  /* The import's data are nobody else's until the thread is done. */
  g_task_set_task_data (work, task, NULL);
  g_task_run_in_thread (work, func);
}

/* Whether the list of notes is there; if not, the task is over. */
static gboolean
take_list (GObject      *object,
           GAsyncResult *result,
           GTask        *task)
{
  Import *import = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) notes = psg_note_store_list_finish (PSG_NOTE_STORE (object), result, &error);

  if (notes == NULL)
    {
      fail (task, error);
      return FALSE;
    }
  g_ptr_array_extend_and_steal (import->ours, g_steal_pointer (&notes));

  return TRUE;
}

static void
listed_bin_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  if (take_list (object, result, data))
    work_on (data, merge_cb, merged_cb);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  GTask *task = data;
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();

  filter->binned = TRUE;
  if (take_list (object, result, task))
    psg_note_store_list_async (PSG_NOTE_STORE (object), filter, g_task_get_cancellable (task), listed_bin_cb, task);
}

static void
list_ours (GTask *task)
{
  Import *import = g_task_get_task_data (task);
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();

  import->ours = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
  psg_note_store_list_async (g_task_get_source_object (task), filter, g_task_get_cancellable (task), listed_cb, task);
}

static PsgExchangeReading *
read_file (const Import   *import,
           PsgCollection  *collection,
           GCancellable   *cancellable,
           GError        **error)
{
  gint64 when = 0;
  g_autoptr (GBytes) bytes = psg_exchange_load_file (import->path, &when, cancellable, error);
  gsize size;
  const char *data;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &size);
  if (size >= sizeof magic && memcmp (data, magic, sizeof magic) == 0)
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      return psg_exchange_read_copy (import->path, collection, when, cancellable, error);
    }

  return psg_exchange_read_json (bytes, collection, when, cancellable, error);
}

/* In a thread. A collection belongs to one: this one opens it for itself. */
static void
read_cb (GTask        *work,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  Import *import = g_task_get_task_data (data);
  g_autoptr (PsgCollectionFile) collection = NULL;
  GError *error = NULL;

  if (import->collection != NULL)
    collection = psg_collection_file_open (import->collection, cancellable, &error);
  if (error == NULL)
    import->reading = read_file (import, (PsgCollection *) collection, cancellable, &error);

  if (import->reading != NULL)
    g_task_return_boolean (work, TRUE);
  else
    g_task_return_error (work, error);
}

static void
read_done_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    list_ours (data);
  else
    fail (data, error);
}

/**
 * psg_exchange_import_async:
 * @notes: where the person's notes are
 * @lessons: (element-type PsgLesson): all of the person's own lessons, those in the bin too
 * @collection: (nullable): the open collection: passages from elsewhere are looked for in its documents
 * @file: a local file: W3C Web Annotation JSON-LD, Hypothesis's JSON, or a collection file with notes in it
 * @cancellable: (nullable): to stop it
 * @callback: called when it is read, or has failed
 * @data: for @callback
 *
 * Reads notes and lessons from a file and merges them by their ids with those of the person: nothing is
 * overwritten. The changes that make it so are the caller's to apply.
 */
void
psg_exchange_import_async (PsgNoteStore        *notes,
                           GPtrArray           *lessons,
                           PsgCollectionFile   *collection,
                           GFile               *file,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  GTask *task;
  Import *import;

  g_return_if_fail (PSG_IS_NOTE_STORE (notes));
  g_return_if_fail (collection == NULL || PSG_IS_COLLECTION_FILE (collection));
  g_return_if_fail (G_IS_FILE (file));

  /* The thread asks for the person's languages; they are found out here, once. */
  psg_text_get_preferred ();

  task = g_task_new (notes, cancellable, callback, data);
  g_task_set_source_tag (task, psg_exchange_import_async);
  import = g_new0 (Import, 1);
  import->path = g_file_get_path (file);
  import->our_lessons = g_ptr_array_ref (lessons);
  if (collection != NULL)
    import->collection = g_strdup (psg_collection_file_get_path (collection));
  g_task_set_task_data (task, import, free_import);

  if (import->path == NULL)
    fail (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("Only local files can be read")));
  else
    work_on (task, read_cb, read_done_cb);
}

/**
 * psg_exchange_import_finish:
 * @notes: where they are
 * @result: as the callback got it
 * @error: return location: #PsgExchangeError, #PsgNotebookError, #PsgCollectionError or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): what came of it
 */
PsgExchangeReport *
psg_exchange_import_finish (PsgNoteStore  *notes,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, notes), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
