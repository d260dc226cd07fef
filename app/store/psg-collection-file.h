/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"
#include "psg-progress.h"

G_BEGIN_DECLS

#define PSG_TYPE_COLLECTION_FILE (psg_collection_file_get_type ())
G_DECLARE_FINAL_TYPE (PsgCollectionFile, psg_collection_file, PSG, COLLECTION_FILE, GObject)

/**
 * PsgCollectionFile:
 *
 * A collection read from a `*.passages` file. It is opened in any thread and used in
 * one, the main thread.
 *
 * The file is not trusted. It is opened read-only and must consist of exactly the tables that
 * the compiler makes, and perhaps one of notes, which is not looked at; events' columns, lanes, eras,
 * places, crossings, documents and lessons are checked when it is opened, everything else (and of many
 * events the titles) when it is loaded. A title that turns out to be damaged gives way to its event's
 * id. What is wrong is a #PsgCollectionError; a record that was loaded is as valid as one from the
 * compiler, save that ids of sources, actors, claims, related events and passages may name
 * nothing: loading them then fails with %PSG_COLLECTION_ERROR_NOT_FOUND.
 */
PsgCollectionFile *psg_collection_file_open        (const char *path, GCancellable *cancellable, GError **error);
void               psg_collection_file_open_async  (const char          *path,
                                                    GCancellable        *cancellable,
                                                    PsgProgressFunc      progress,
                                                    gpointer             progress_data,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             data);
PsgCollectionFile *psg_collection_file_open_finish (GAsyncResult *result, GError **error);

const char        *psg_collection_file_get_path     (PsgCollectionFile *self);
const char        *psg_collection_file_get_language (PsgCollectionFile *self);

G_END_DECLS
