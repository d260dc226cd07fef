/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "psg-own-document.h"

G_BEGIN_DECLS

/* Why a document cannot be added or shown. The messages are for people: one plain sentence, localised. */
#define PSG_LIBRARY_ERROR (psg_library_error_quark ())
GQuark psg_library_error_quark (void);

typedef enum
{
  PSG_LIBRARY_ERROR_TOO_LARGE,  /* the file, its text or its number of pages */
  PSG_LIBRARY_ERROR_UNKNOWN,    /* neither Markdown nor plain text nor PDF */
  PSG_LIBRARY_ERROR_ENCRYPTED,  /* a PDF that asks for a password */
  PSG_LIBRARY_ERROR_DAMAGED,    /* a PDF that cannot be read, or has no pages */
  PSG_LIBRARY_ERROR_NOT_FOUND,  /* no such document in the notebook */
  PSG_LIBRARY_ERROR_MISSING,    /* the notebook's copy of the file is gone */
  PSG_LIBRARY_ERROR_ALTERED,    /* the notebook's copy is not what was added */
  PSG_LIBRARY_ERROR_IO,         /* a file cannot be read or written */
} PsgLibraryError;

gboolean psg_library_fail (GError **error, PsgLibraryError code, const char *message);

/* How much of the work is done, 0 to 1; called in the main context. */
typedef void (*PsgLibraryProgress) (double fraction, gpointer data);

#define PSG_TYPE_LIBRARY (psg_library_get_type ())
G_DECLARE_INTERFACE (PsgLibrary, psg_library, PSG, LIBRARY, GObject)

/**
 * PsgLibrary:
 *
 * The documents a person added to the notebook; implemented by the store. All of it is called from the
 * main thread, and none of it blocks. Its signal `changed` says that the list has.
 *
 * `add_async` copies a file in whole. If it is there already that one document is what comes back,
 * taken out of the bin if need be. Cancelling, and anything that goes wrong, leaves all as it was.
 *
 * `set_removed_async` puts a document into the bin, from which it is deleted after %PSG_NOTE_BIN_DAYS,
 * or takes it out.
 *
 * `load_async` makes sure that the copy is there and is what was added.
 *
 * `read_markdown` says what a text of the person's own says that is no document, such as an account.
 */
struct _PsgLibraryInterface
{
  GTypeInterface parent;

  GPtrArray      *(*get_documents) (PsgLibrary *self);
  gboolean        (*is_loaded)     (PsgLibrary *self);
  void            (*add_async)     (PsgLibrary          *self,
                                    GFile               *file,
                                    GCancellable        *cancellable,
                                    PsgLibraryProgress   progress,
                                    gpointer             progress_data,
                                    GAsyncReadyCallback  callback,
                                    gpointer             data);
  PsgOwnDocument *(*add_finish)    (PsgLibrary *self, GAsyncResult *result, GError **error);
  void            (*set_removed_async)  (PsgLibrary          *self,
                                         const char          *id,
                                         gboolean             removed,
                                         GAsyncReadyCallback  callback,
                                         gpointer             data);
  gboolean        (*set_removed_finish) (PsgLibrary *self, GAsyncResult *result, GError **error);
  void            (*load_async)    (PsgLibrary          *self,
                                    const char          *id,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             data);
  PsgOwnContent  *(*load_finish)   (PsgLibrary *self, GAsyncResult *result, GError **error);
  PsgDocument    *(*read_markdown) (PsgLibrary *self, const char *source, GError **error);
};

GPtrArray      *psg_library_get_documents (PsgLibrary *self);
gboolean        psg_library_is_loaded     (PsgLibrary *self);
const PsgOwnDocument *psg_library_find    (PsgLibrary *self, const char *id);

void            psg_library_add_async     (PsgLibrary *self, GFile *file, GCancellable *cancellable,
                                           PsgLibraryProgress progress, gpointer progress_data,
                                           GAsyncReadyCallback callback, gpointer data);
PsgOwnDocument *psg_library_add_finish    (PsgLibrary *self, GAsyncResult *result, GError **error);
void            psg_library_set_removed_async  (PsgLibrary *self, const char *id, gboolean removed,
                                                GAsyncReadyCallback callback, gpointer data);
gboolean        psg_library_set_removed_finish (PsgLibrary *self, GAsyncResult *result, GError **error);
void            psg_library_load_async    (PsgLibrary *self, const char *id, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer data);
PsgOwnContent  *psg_library_load_finish   (PsgLibrary *self, GAsyncResult *result, GError **error);
PsgDocument    *psg_library_read_markdown (PsgLibrary *self, const char *source, GError **error);

void            psg_library_emit_changed  (PsgLibrary *self);

G_END_DECLS
