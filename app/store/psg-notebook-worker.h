/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "psg-notebook-file.h"

G_BEGIN_DECLS

/**
 * PsgNotebookWorker:
 *
 * The one thread that works on a notebook's file. What it is given it does in order.
 */
typedef struct _PsgNotebookWorker PsgNotebookWorker;

/* Runs in the worker's thread and returns @task's result. *@file is %NULL until a job has opened it. */
typedef void (*PsgNotebookJob) (PsgNotebookFile **file, GTask *task, gpointer task_data);

PsgNotebookWorker *psg_notebook_worker_new  (void);
void               psg_notebook_worker_push (PsgNotebookWorker *self, GTask *task, PsgNotebookJob job);
void               psg_notebook_worker_stop (PsgNotebookWorker *self);
void               psg_notebook_worker_tell (GTask *task, GSourceFunc func, gpointer data, GDestroyNotify notify);

G_END_DECLS
