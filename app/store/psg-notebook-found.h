/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-notebook-query.h"

G_BEGIN_DECLS

/* The notes that a search found last, one bit a row. */
typedef struct _PsgNotebookFound PsgNotebookFound;

PsgNotebookFound *psg_notebook_found_new       (PsgDb               *db);
void              psg_notebook_found_free      (PsgNotebookFound    *self);
gboolean          psg_notebook_found_search    (PsgNotebookFound    *self,
                                                const PsgNoteFilter *filter,
                                                GError             **error);
gboolean          psg_notebook_found_count     (PsgNotebookFound    *self,
                                                guint               *n);
void              psg_notebook_found_add_to    (PsgNotebookFound    *self,
                                                PsgNotebookQuery    *query,
                                                const PsgNoteFilter *filter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgNotebookFound, psg_notebook_found_free)

G_END_DECLS
