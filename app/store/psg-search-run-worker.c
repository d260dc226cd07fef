/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-search-run-worker.h"

#include "psg-collection-file-private.h"
#include "psg-collection-guard.h"
#include "psg-search-run.h"

/*
 * One search at a time, off the main thread: what the person has typed past is cancelled, which
 * the query notices by itself, so that the newest never waits long for the lock.
 */

struct _PsgSearchWorker
{
  GMutex lock;
  PsgDb *db; /* opened with the first search */
};

PsgSearchWorker *
psg_search_worker_new (void)
{
  PsgSearchWorker *self = g_new0 (PsgSearchWorker, 1);

  g_mutex_init (&self->lock);

  return self;
}

/* Searches hold the file, and the file the worker: none is running. */
void
psg_search_worker_free (PsgSearchWorker *self)
{
  g_clear_pointer (&self->db, psg_db_free);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* The file was looked through when it was opened; here it must still be one of ours. */
static gboolean
connect (PsgSearchWorker  *self,
         const char       *path,
         GError          **error)
{
  g_autoptr (PsgDb) db = NULL;

  if (self->db != NULL)
    return TRUE;

  db = psg_collection_guard_check_header (path, error) ? psg_db_open_untrusted (path, error) : NULL;
  if (db == NULL || !psg_collection_guard_check_schema (db, error))
    return FALSE;

  psg_db_set_time_limit (db, PSG_QUERY_LIMIT);
  self->db = g_steal_pointer (&db);

  return TRUE;
}

static void
search_in_thread_cb (GTask        *task,
                     gpointer      source,
                     gpointer      data,
                     GCancellable *cancellable)
{
  PsgCollectionFile *file = source;
  PsgSearchWorker *self = file->worker;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (GError) error = NULL;
  GPtrArray *groups = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (connect (self, file->path, &error))
    {
      psg_db_set_cancellable (self->db, cancellable);
      groups = psg_search_run (file, self->db, data, &error);
      psg_db_set_cancellable (self->db, NULL);
    }

  if (groups != NULL)
    g_task_return_pointer (task, groups, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * psg_search_worker_start:
 * @self: the worker of @file
 * @file: a #PsgCollectionFile
 * @request: what is asked
 * @cancellable: stops it
 * @callback: called when it is done; its result is a #GTask's
 * @data: for @callback
 */
void
psg_search_worker_start (PsgSearchWorker     *self,
                         PsgSearchProvider   *file,
                         PsgSearchRequest    *request,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, data);

  /* The thread asks for the person's languages; they are found out here, once. */
  psg_text_get_preferred ();

  g_task_set_source_tag (task, psg_search_worker_start);
  g_task_set_task_data (task, psg_search_request_ref (request), (GDestroyNotify) psg_search_request_unref);
  g_task_run_in_thread (task, search_in_thread_cb);
}
