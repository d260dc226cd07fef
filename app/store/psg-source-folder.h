/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-diagnostics.h"
#include "psg-json.h"

G_BEGIN_DECLS

/**
 * PsgSourceFolder:
 *
 * The folder a collection is written in. Only regular files below it are read, and none
 * larger than a collection's files may be.
 */
typedef struct _PsgSourceFolder PsgSourceFolder;

PsgSourceFolder *psg_source_folder_new  (const char *path, PsgDiagnostics *diagnostics);
void             psg_source_folder_free (PsgSourceFolder *self);

gboolean         psg_source_folder_exists    (PsgSourceFolder *self, const char *file);
const char      *psg_source_folder_check_path (const char *file);
char            *psg_source_folder_read_text (PsgSourceFolder *self, const char *file, gsize most, gsize *length);
GBytes          *psg_source_folder_read_bytes (PsgSourceFolder *self, const char *file, gsize most);
PsgJson         *psg_source_folder_read_json (PsgSourceFolder *self, const char *file);
GPtrArray       *psg_source_folder_list      (PsgSourceFolder *self, const char *subfolder, const char *suffix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgSourceFolder, psg_source_folder_free)

G_END_DECLS
