/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-library.h"

/* The interface to a person's own documents. It knows nothing of files. */

G_DEFINE_INTERFACE (PsgLibrary, psg_library, G_TYPE_OBJECT)
G_DEFINE_QUARK (psg-library-error-quark, psg_library_error)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
psg_library_default_init (PsgLibraryInterface *iface)
{
  /**
   * PsgLibrary::changed:
   *
   * The list of documents is another.
   */
  signals[CHANGED] = g_signal_new ("changed", PSG_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

/* Returns: %FALSE. @message is a sentence, localised. */
gboolean
psg_library_fail (GError         **error,
                  PsgLibraryError  code,
                  const char      *message)
{
  g_set_error_literal (error, PSG_LIBRARY_ERROR, code, message);

  return FALSE;
}

/* For implementations. */
void
psg_library_emit_changed (PsgLibrary *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * psg_library_get_documents:
 *
 * Returns: (transfer none) (element-type PsgOwnDocument): those that are not in the bin, by title; valid until
 *   `changed`
 */
GPtrArray *
psg_library_get_documents (PsgLibrary *self)
{
  return PSG_LIBRARY_GET_IFACE (self)->get_documents (self);
}

/* Whether the list is known already; `changed` tells when it is. */
gboolean
psg_library_is_loaded (PsgLibrary *self)
{
  return PSG_LIBRARY_GET_IFACE (self)->is_loaded (self);
}

/**
 * psg_library_find:
 * @self: a library
 * @id: a document's id
 *
 * Returns: (transfer none) (nullable): the document, unless it is in the bin
 */
const PsgOwnDocument *
psg_library_find (PsgLibrary *self,
                  const char *id)
{
  GPtrArray *documents = psg_library_get_documents (self);

  for (guint i = 0; i < documents->len; i++)
    {
      const PsgOwnDocument *document = g_ptr_array_index (documents, i);

      if (g_str_equal (document->id, id))
        return document;
    }

  return NULL;
}

/**
 * psg_library_add_async:
 * @self: a library
 * @file: what to copy
 * @cancellable: (nullable): stops it
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress; must live until @callback is called
 * @callback: called when it is done
 * @data: for @callback
 */
void
psg_library_add_async (PsgLibrary          *self,
                       GFile               *file,
                       GCancellable        *cancellable,
                       PsgLibraryProgress   progress,
                       gpointer             progress_data,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  PSG_LIBRARY_GET_IFACE (self)->add_async (self, file, cancellable, progress, progress_data, callback, data);
}

/* (transfer full) (nullable): a #PsgLibraryError, one of the notebook, or %G_IO_ERROR_CANCELLED */
PsgOwnDocument *
psg_library_add_finish (PsgLibrary    *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return PSG_LIBRARY_GET_IFACE (self)->add_finish (self, result, error);
}

void
psg_library_set_removed_async (PsgLibrary          *self,
                               const char          *id,
                               gboolean             removed,
                               GAsyncReadyCallback  callback,
                               gpointer             data)
{
  PSG_LIBRARY_GET_IFACE (self)->set_removed_async (self, id, removed, callback, data);
}

gboolean
psg_library_set_removed_finish (PsgLibrary    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return PSG_LIBRARY_GET_IFACE (self)->set_removed_finish (self, result, error);
}

void
psg_library_load_async (PsgLibrary          *self,
                        const char          *id,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  PSG_LIBRARY_GET_IFACE (self)->load_async (self, id, cancellable, callback, data);
}

/* (transfer full) (nullable): likewise */
PsgOwnContent *
psg_library_load_finish (PsgLibrary    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return PSG_LIBRARY_GET_IFACE (self)->load_finish (self, result, error);
}

/**
 * psg_library_read_markdown:
 * @self: a library
 * @source: Markdown, as a person wrote it
 * @error: return location: a #PsgLibraryError
 *
 * Returns: (transfer full) (nullable): what it says, to be shown; it has no id and no title
 */
PsgDocument *
psg_library_read_markdown (PsgLibrary *self,
                           const char *source,
                           GError    **error)
{
  return PSG_LIBRARY_GET_IFACE (self)->read_markdown (self, source, error);
}
