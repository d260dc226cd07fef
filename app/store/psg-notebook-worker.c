/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-worker.h"

/* One thread and its queue. It knows nothing of what the jobs do. */

typedef struct
{
  PsgNotebookJob func; /* %NULL to stop */
  GTask         *task;
} Job;

struct _PsgNotebookWorker
{
  GThread     *thread;
  GAsyncQueue *jobs; /* of Job */
};

static gboolean
drop_task_cb (gpointer task)
{
  return G_SOURCE_REMOVE;
}

static void
run_job (Job              *job,
         PsgNotebookFile **file)
{
  if (!g_task_return_error_if_cancelled (job->task))
    job->func (file, job->task, g_task_get_task_data (job->task));

  /* The last reference to the notebook may go with it, and that waits for this thread. */
  psg_notebook_worker_tell (job->task, drop_task_cb, job->task, g_object_unref);
}

static gpointer
work (gpointer data)
{
  GAsyncQueue *jobs = data;
  PsgNotebookFile *file = NULL;
  gboolean running = TRUE;

  while (running)
    {
      g_autofree Job *job = g_async_queue_pop (jobs);

      running = job->func != NULL;
      if (running)
        run_job (job, &file);
    }

  g_clear_pointer (&file, psg_notebook_file_free);
  g_async_queue_unref (jobs);

  return NULL;
}

PsgNotebookWorker *
psg_notebook_worker_new (void)
{
  PsgNotebookWorker *self = g_new0 (PsgNotebookWorker, 1);

  self->jobs = g_async_queue_new ();
  self->thread = g_thread_new ("notebook", work, g_async_queue_ref (self->jobs));

  return self;
}

/**
 * psg_notebook_worker_push:
 * @self: a worker
 * @task: (transfer full): what is waited for
 * @job: what to do, after all that was pushed before; not if @task has been cancelled by then
 */
void
psg_notebook_worker_push (PsgNotebookWorker *self,
                          GTask             *task,
                          PsgNotebookJob     job)
{
  Job *next = g_new0 (Job, 1);

  next->func = job;
  next->task = task;
  g_async_queue_push (self->jobs, next);
}

/* Frees it when all that was pushed has been done, and the file is closed. */
void
psg_notebook_worker_stop (PsgNotebookWorker *self)
{
  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  g_thread_join (self->thread);
  g_async_queue_unref (self->jobs);
  g_free (self);
}

/**
 * psg_notebook_worker_tell:
 * @task: a task whose job is running
 * @func: called in the main context of whoever began the task, before its callback is if
 *   @task has not returned yet
 * @data: for @func
 * @notify: (nullable): frees @data, there too
 */
void
psg_notebook_worker_tell (GTask         *task,
                          GSourceFunc    func,
                          gpointer       data,
                          GDestroyNotify notify)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, func, data, notify);
  g_source_attach (source, g_task_get_context (task));
}
