/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-notebook.h"
#include "psg-notebook-worker.h"

G_BEGIN_DECLS

struct _PsgNotebook
{
  GObject parent_instance;

  char              *folder;
  PsgNotebookWorker *worker;    /* %NULL once closed */
  char              *report;    /* (nullable) */
  gboolean           read_only; /* also while it is not open */
  gboolean           polling;   /* the worker has been asked and has not answered */
  guint              poll_source;
  guint              n_polls;
};

void        psg_notebook_push       (PsgNotebook *self, GTask *task, PsgNotebookJob job);
const char *psg_notebook_get_folder (PsgNotebook *self);
gboolean    psg_notebook_job_has_file (PsgNotebookFile **file, GTask *task);

G_END_DECLS
