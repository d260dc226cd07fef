/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange.h"

#include "psg-exchange-format.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* Taking notes away: the store lists them, a thread writes the file. */

static const struct
{
  const char *name;
  const char *extension;
  const char *type;
} formats[PSG_N_EXCHANGE_FORMATS] = {
  [PSG_EXCHANGE_ANNOTATIONS] = { N_("Web Annotations (JSON-LD)"), "jsonld", "application/ld+json" },
  [PSG_EXCHANGE_CSV] = { N_("Table (CSV)"), "csv", "text/csv" },
  [PSG_EXCHANGE_MARKDOWN] = { N_("Reading Log (Markdown)"), "md", "text/markdown" },
  [PSG_EXCHANGE_COPY] = { N_("Collection with Notes and Lessons"), "passages", "application/vnd.sqlite3" },
};

typedef struct
{
  char             *path;
  char             *collection; /* (nullable): its file */
  PsgExchangeFormat format;
  PsgDay            today;
  GPtrArray        *notes;
  GPtrArray        *own;        /* (nullable): PsgOwnDocument */
  GPtrArray        *lessons;    /* (nullable): PsgLesson */
} Export;

static void
free_export (gpointer data)
{
  Export *self = data;

  g_free (self->path);
  g_free (self->collection);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->lessons, g_ptr_array_unref);
  g_free (self);
}

/* As the person sees it, localised. */
const char *
psg_exchange_format_get_name (PsgExchangeFormat format)
{
  g_return_val_if_fail (format < PSG_N_EXCHANGE_FORMATS, NULL);

  return _(formats[format].name);
}

/* Of a file's name, without the point. */
const char *
psg_exchange_format_get_extension (PsgExchangeFormat format)
{
  g_return_val_if_fail (format < PSG_N_EXCHANGE_FORMATS, NULL);

  return formats[format].extension;
}

/* The media type. */
const char *
psg_exchange_format_get_type (PsgExchangeFormat format)
{
  g_return_val_if_fail (format < PSG_N_EXCHANGE_FORMATS, NULL);

  return formats[format].type;
}

/* (transfer full) (nullable) */
static GBytes *
write_markdown (const Export  *export,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (PsgCollectionFile) collection = NULL;

  /* A collection belongs to one thread: this one opens it for itself. */
  if (export->collection != NULL)
    {
      collection = psg_collection_file_open (export->collection, cancellable, error);
      if (collection == NULL)
        return NULL;
    }

  return psg_exchange_write_markdown (export->notes, (PsgCollection *) collection, export->own, export->today,
                                      cancellable, error);
}

static GBytes *
write_bytes (const Export  *export,
             GCancellable  *cancellable,
             GError       **error)
{
  if (export->format == PSG_EXCHANGE_CSV)
    return psg_exchange_write_csv (export->notes, cancellable, error);
  if (export->format == PSG_EXCHANGE_MARKDOWN)
    return write_markdown (export, cancellable, error);

  return psg_exchange_write_annotations (export->notes, cancellable, error);
}

static gboolean
write_file (const Export  *export,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  /* A link stays one: what it leads to is replaced. */
  char *resolved = realpath (export->path, NULL);
  const char *path = resolved != NULL ? resolved : export->path;
  gboolean written;

  if (export->format == PSG_EXCHANGE_COPY)
    written = psg_exchange_write_copy (export->collection, export->notes, export->lessons, path, cancellable, error);
  else
    {
      bytes = write_bytes (export, cancellable, error);
      written = bytes != NULL && psg_exchange_save_file (path, bytes, error);
    }
  free (resolved);

  return written;
}

static void
write_cb (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  const Export *export = data;
  GError *error = NULL;

  if (write_file (export, cancellable, &error))
    g_task_return_int (task, export->notes->len);
  else
    g_task_return_error (task, error);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  Export *export = g_task_get_task_data (task);
  GError *error = NULL;

  export->notes = psg_note_store_list_finish (PSG_NOTE_STORE (object), result, &error);
  if (export->notes != NULL)
    g_task_run_in_thread (task, write_cb);
  else
    g_task_return_error (task, error);
}

/* Whether it can be done at all. */
static gboolean
check (const Export  *export,
       GError       **error)
{
  if (export->path == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("Only local files can be written"));
  else if (export->format == PSG_EXCHANGE_COPY && export->collection == NULL)
    g_set_error_literal (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_NO_COLLECTION,
                         _("No collection is open that could be copied"));
  else
    return TRUE;

  return FALSE;
}

static gpointer
ref_document (gconstpointer document,
              gpointer      data)
{
  return psg_own_document_ref (document);
}

/* (transfer full) (nullable): as they are now: the library goes on in its own thread. */
static GPtrArray *
copy_documents (PsgLibrary *library)
{
  GPtrArray *own;

  if (library == NULL)
    return NULL;

  own = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_own_document_unref);
  g_ptr_array_extend (own, psg_library_get_documents (library), (GCopyFunc) ref_document, NULL);

  return own;
}

static PsgDay
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return psg_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                           g_date_time_get_day_of_month (now));
}

/**
 * psg_exchange_export_async:
 * @notes: where the notes are
 * @filter: which notes; all zeros for all that are not in the bin. Its order is that of the table; the other
 *   formats have an order of their own
 * @lessons: (nullable) (element-type PsgLesson): what goes into a copy of the collection besides; others have no place
 *   for it
 * @collection: (nullable): the open collection: titles and citations are from it, and it is what is copied
 * @library: (nullable): the person's own documents: titles and citations are from it too
 * @format: as what
 * @file: a local file, in place of what is there
 * @cancellable: (nullable): to stop it
 * @callback: called when the file is complete and on the disk, or it has failed: then what was there still is
 * @data: for @callback
 *
 * Writes notes to a file.
 */
void
psg_exchange_export_async (PsgNoteStore        *notes,
                           const PsgNoteFilter *filter,
                           GPtrArray           *lessons,
                           PsgCollectionFile   *collection,
                           PsgLibrary          *library,
                           PsgExchangeFormat    format,
                           GFile               *file,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Export *export;

  g_return_if_fail (PSG_IS_NOTE_STORE (notes));
  g_return_if_fail (filter != NULL);
  g_return_if_fail (collection == NULL || PSG_IS_COLLECTION_FILE (collection));
  g_return_if_fail (format < PSG_N_EXCHANGE_FORMATS);
  g_return_if_fail (G_IS_FILE (file));

  /* The thread asks for the person's languages; they are found out here, once. */
  psg_text_get_preferred ();

  task = g_task_new (notes, cancellable, callback, data);
  g_task_set_source_tag (task, psg_exchange_export_async);
  export = g_new0 (Export, 1);
  export->path = g_file_get_path (file);
  if (collection != NULL)
    export->collection = g_strdup (psg_collection_file_get_path (collection));
  export->own = copy_documents (library);
  export->format = format;
  export->lessons = lessons != NULL ? g_ptr_array_ref (lessons) : NULL;
  export->today = get_today ();
  g_task_set_task_data (task, export, free_export);

  if (check (export, &error))
    psg_note_store_list_async (notes, filter, cancellable, listed_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/**
 * psg_exchange_export_finish:
 * @notes: where the notes are
 * @result: as the callback got it
 * @error: return location: #PsgExchangeError, #PsgNotebookError, #PsgCollectionError or %G_IO_ERROR
 *
 * Returns: how many notes are in the file; -1 if it has failed
 */
gssize
psg_exchange_export_finish (PsgNoteStore  *notes,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, notes), -1);

  return g_task_propagate_int (G_TASK (result), error);
}
