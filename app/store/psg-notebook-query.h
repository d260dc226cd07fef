/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-db-statement.h"
#include "psg-note-filter.h"

G_BEGIN_DECLS

/* A question to a notebook's table of notes, being written. */
typedef struct _PsgNotebookQuery PsgNotebookQuery;

PsgNotebookQuery *psg_notebook_query_new        (const char          *beginning);
void              psg_notebook_query_free       (PsgNotebookQuery    *self);
void              psg_notebook_query_append     (PsgNotebookQuery    *self,
                                                 const char          *words);
void              psg_notebook_query_add        (PsgNotebookQuery    *self,
                                                 const char          *condition,
                                                 GVariant            *value);
void              psg_notebook_query_bind       (PsgNotebookQuery    *self,
                                                 GVariant            *value);
void              psg_notebook_query_add_bin    (PsgNotebookQuery    *self,
                                                 const PsgNoteFilter *filter);
void              psg_notebook_query_add_filter (PsgNotebookQuery    *self,
                                                 const PsgNoteFilter *filter);
char             *psg_notebook_query_dup_match  (const char          *text);
char             *psg_notebook_query_to_string  (PsgNotebookQuery    *self);
PsgDbStatement   *psg_notebook_query_prepare    (PsgNotebookQuery    *self,
                                                 PsgDb               *db,
                                                 GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgNotebookQuery, psg_notebook_query_free)

G_END_DECLS
