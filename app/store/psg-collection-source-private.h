/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection-source.h"
#include "psg-source-folder.h"
#include "psg-source-record.h"

G_BEGIN_DECLS

GPtrArray *psg_source_read_features  (PsgSourceReader *reader, PsgSourceFolder *folder, const char *file,
                                      const PsgSchema *schema);
void       psg_source_check_crossings (PsgSourceReader *reader, GPtrArray *crossings);
void       psg_source_check_events   (PsgSourceReader *reader, GPtrArray *events);
void       psg_source_check_lessons  (PsgSourceReader *reader, GPtrArray *lessons);
GPtrArray *psg_source_read_documents (PsgSourceReader *reader, PsgSourceFolder *folder, PsgDiagnostics *diagnostics);
GPtrArray *psg_source_read_images    (PsgSourceFolder *folder, PsgDiagnostics *diagnostics, GPtrArray *documents);
GPtrArray *psg_source_read_passages  (PsgSourceReader *reader, PsgSourceFolder *folder, GPtrArray *documents);
void       psg_source_find_quotes    (PsgSourceReader *reader, const PsgSourceDocument *document, GPtrArray *passages);

/* Reads a whole file into a record of the schema; false if there is nothing to read. */
gboolean   psg_source_read_file      (PsgSourceReader *reader, PsgSourceFolder *folder, const char *file,
                                      const PsgSchema *schema, gpointer record);
/* Reads `{ "member": [ … ] }`; an empty array where there is no such file. */
GPtrArray *psg_source_read_file_list (PsgSourceReader *reader, PsgSourceFolder *folder, const char *file,
                                      const char *member, const PsgSchema *schema, guint most);

G_END_DECLS
