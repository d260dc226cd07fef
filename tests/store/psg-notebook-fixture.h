/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-notebook-file.h"

G_BEGIN_DECLS

/* Any moment; tests do not look at the clock. */
#define PSG_FIXTURE_NOW (G_GINT64_CONSTANT (1700000000) * G_TIME_SPAN_SECOND)

PsgNote         *psg_fixture_note            (guint n);
void             psg_fixture_put             (PsgNotebookFile *file, guint first, guint n_notes);
guint            psg_fixture_count           (PsgNotebookFile *file);
PsgNotebookFile *psg_fixture_open            (const char *folder);
char            *psg_fixture_notebook        (const char *folder);
void             psg_fixture_overwrite       (const char *path, goffset at, gconstpointer data, gsize size);
void             psg_fixture_run_sql         (const char *path, const char *sql);
void             psg_fixture_run_sql_fixture (const char *path, const char *name);
void             psg_fixture_assert_sound    (PsgNotebookFile *file);

G_END_DECLS
