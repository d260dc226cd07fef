/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-library.h"

#include "psg-notebook-private.h"
#include "psg-own-content.h"
#include "psg-own-copy.h"
#include "psg-own-table.h"

#include <glib/gstdio.h>
#include <string.h>

/*
 * A notebook's documents for the main loop. Files are copied, hashed and read in threads; what is written goes to
 * the notebook's worker, which also gives files their names and takes them away, so that no two such jobs meet.
 */

struct _PsgNotebookLibrary
{
  GObject parent_instance;

  PsgNotebook  *notebook;
  char         *folder;
  GPtrArray    *documents; /* of PsgOwnDocument */
  GPtrArray    *unread;    /* of PsgOwnDocument: those whose text is to be read */
  GCancellable *closing;
  gboolean      loaded;
  gboolean      reading;   /* one of @unread */
};

/* What listing came to. */
typedef struct
{
  GPtrArray *documents;
  GPtrArray *unread;
} Listing;

/* A file on its way into the notebook. Shared by the thread that reads it and whoever waits. */
typedef struct
{
  GFile             *file;     /* (nullable): %NULL for one whose text alone is read */
  char              *folder;
  PsgOwnDocument    *document; /* once it has been read */
  GPtrArray         *pages;
  PsgOwnCopy        *copy;     /* (nullable) */
  PsgLibraryProgress progress;
  gpointer           progress_data;
  gboolean           over;     /* nobody is to be told any more; main thread */
  double             told;     /* thread */
  GMainContext      *context;
} Adding;

typedef struct
{
  char   *id;
  gint64  deleted;
} Fate;

static void library_init (PsgLibraryInterface *iface);
static void search_provider_init (PsgSearchProviderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgNotebookLibrary, psg_notebook_library, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_LIBRARY, library_init)
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_SEARCH_PROVIDER, search_provider_init))

static void read_next (PsgNotebookLibrary *self);

static void
free_listing (gpointer data)
{
  Listing *self = data;

  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->unread, g_ptr_array_unref);
  g_free (self);
}

static void
clear_adding (gpointer data)
{
  Adding *self = data;

  g_clear_object (&self->file);
  g_free (self->folder);
  g_clear_pointer (&self->document, psg_own_document_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->copy, psg_own_copy_free);
  g_clear_pointer (&self->context, g_main_context_unref);
}

static void
unref_adding (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_adding);
}

static void
free_fate (gpointer data)
{
  Fate *self = data;

  g_free (self->id);
  g_free (self);
}

/* In the worker's thread */

/* What has been in the bin too long goes, and its file after it. */
static void
purge (PsgNotebookFile *file,
       const char      *folder)
{
  gint64 now = g_get_real_time ();
  g_autoptr (GPtrArray) gone = NULL;

  if (psg_notebook_file_is_read_only (file))
    return;

  psg_own_folder_tidy (folder, now);
  gone = psg_own_table_purge (file, now - PSG_NOTE_BIN_DAYS * G_TIME_SPAN_DAY, NULL);
  for (guint i = 0; gone != NULL && i < gone->len; i++)
    {
      g_autofree char *path = psg_own_folder_dup_path (folder, g_ptr_array_index (gone, i));

      g_unlink (path);
    }
}

static void
list_job (PsgNotebookFile **file,
          GTask            *task,
          gpointer          folder)
{
  GError *error = NULL;
  Listing *listing;

  if (!psg_notebook_job_has_file (file, task))
    return;

  if (folder != NULL)
    purge (*file, folder);
  listing = g_new0 (Listing, 1);
  listing->unread = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_own_document_unref);
  listing->documents = psg_own_table_list (*file, listing->unread, &error);
  if (listing->documents != NULL)
    g_task_return_pointer (task, listing, free_listing);
  else
    {
      free_listing (listing);
      g_task_return_error (task, error);
    }
}

/* The file has its name before the notebook names it, and loses it if the notebook does not. */
static PsgOwnDocument *
keep (PsgNotebookFile *file,
      Adding          *adding,
      GError         **error)
{
  g_autofree char *path = psg_own_folder_dup_path (adding->folder, adding->document);
  gboolean known = g_file_test (path, G_FILE_TEST_EXISTS);
  PsgOwnDocument *kept;

  if (psg_notebook_file_is_read_only (file))
    {
      psg_notebook_fail (error, PSG_NOTEBOOK_ERROR_READ_ONLY, NULL);
      return NULL;
    }
  if (adding->copy != NULL && !psg_own_copy_keep (adding->copy, path, error))
    return NULL;

  kept = psg_own_table_put (file, adding->document, adding->pages, error);
  if (kept == NULL && adding->copy != NULL && !known)
    g_unlink (path);

  return kept;
}

static void
put_job (PsgNotebookFile **file,
         GTask            *task,
         gpointer          data)
{
  GError *error = NULL;
  PsgOwnDocument *kept;

  if (!psg_notebook_job_has_file (file, task))
    return;

  kept = keep (*file, data, &error);
  if (kept != NULL)
    g_task_return_pointer (task, kept, (GDestroyNotify) psg_own_document_unref);
  else
    g_task_return_error (task, error);
}

static void
fate_job (PsgNotebookFile **file,
          GTask            *task,
          gpointer          data)
{
  Fate *fate = data;
  GError *error = NULL;

  if (!psg_notebook_job_has_file (file, task))
    return;

  if (psg_own_table_set_deleted (*file, fate->id, fate->deleted, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
find_job (PsgNotebookFile **file,
          GTask            *task,
          gpointer          id)
{
  GError *error = NULL;
  PsgOwnDocument *document;

  if (!psg_notebook_job_has_file (file, task))
    return;

  document = psg_own_table_find (*file, id, &error);
  if (document != NULL)
    g_task_return_pointer (task, document, (GDestroyNotify) psg_own_document_unref);
  else
    g_task_return_error (task, error);
}

static void
search_job (PsgNotebookFile **file,
            GTask            *task,
            gpointer          request)
{
  GError *error = NULL;
  GPtrArray *groups;

  if (!psg_notebook_job_has_file (file, task))
    return;

  groups = psg_own_search (*file, request, g_task_get_cancellable (task), &error);
  if (groups != NULL)
    g_task_return_pointer (task, groups, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* The list */

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  const PsgOwnDocument *first = *(PsgOwnDocument *const *) a;
  const PsgOwnDocument *second = *(PsgOwnDocument *const *) b;
  int order = g_utf8_collate (first->title, second->title);

  return order != 0 ? order : strcmp (first->id, second->id);
}

/* It is known before anybody is told that it was added. */
static void
remember (PsgNotebookLibrary   *self,
          const PsgOwnDocument *document)
{
  if (psg_library_find (PSG_LIBRARY (self), document->id) == NULL)
    {
      g_ptr_array_add (self->documents, psg_own_document_ref (document));
      g_ptr_array_sort (self->documents, compare_titles);
    }
  psg_library_emit_changed (PSG_LIBRARY (self));
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  PsgNotebookLibrary *self = PSG_NOTEBOOK_LIBRARY (object);
  Listing *listing = g_task_propagate_pointer (G_TASK (result), NULL);

  self->loaded = TRUE;
  if (listing != NULL)
    {
      g_ptr_array_unref (self->documents);
      g_ptr_array_unref (self->unread);
      self->documents = g_steal_pointer (&listing->documents);
      self->unread = g_steal_pointer (&listing->unread);
      g_ptr_array_sort (self->documents, compare_titles);
      free_listing (listing);
      read_next (self);
    }
  psg_library_emit_changed (PSG_LIBRARY (self));
}

/* @folder: (nullable): where to look for what may be thrown away. */
static void
list (PsgNotebookLibrary *self,
      const char         *folder)
{
  GTask *task = g_task_new (self, self->closing, listed_cb, NULL);

  g_task_set_task_data (task, g_strdup (folder), g_free);
  psg_notebook_push (self->notebook, task, list_job);
}

/* Notes that changed are named; another process names nothing. */
static void
notebook_changed_cb (PsgNotebookLibrary *self,
                     GStrv               ids)
{
  if (ids == NULL)
    list (self, NULL);
}

/* Adding */

static gboolean
progress_cb (gpointer data)
{
  Adding *adding = data;

  if (!adding->over)
    adding->progress (adding->told, adding->progress_data);

  return G_SOURCE_REMOVE;
}

/* Not more often than can be seen. */
static void
advanced (double   fraction,
          gpointer data)
{
  Adding *adding = data;

  if (adding->progress == NULL || fraction - adding->told < 0.01)
    return;

  adding->told = fraction;
  g_main_context_invoke_full (adding->context, G_PRIORITY_DEFAULT, progress_cb, g_atomic_rc_box_acquire (adding),
                              unref_adding);
}

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base != NULL ? base : "");
}

static PsgOwnDocument *
describe (Adding   *adding,
          PsgMedia  media,
          char     *title)
{
  PsgOwnDocument *document = psg_own_document_new ();

  document->id = psg_own_document_make_id (adding->copy->sha256);
  document->title = title;
  document->media = media;
  document->size = adding->copy->size;
  document->sha256 = g_strdup (adding->copy->sha256);
  document->added = g_get_real_time ();
  document->origin = g_file_get_parse_name (adding->file);
  document->n_pages = media == PSG_MEDIA_PDF ? adding->pages->len : 0;

  return document;
}

static gboolean
copy_and_read (Adding        *adding,
               GCancellable  *cancellable,
               GError       **error)
{
  PsgProgress progress = { advanced, adding, cancellable, 0 };
  g_autofree char *name = dup_name (adding->file);
  char *title;
  PsgMedia media;

  adding->copy = psg_own_copy_new (adding->file, adding->folder, &progress, error);
  if (adding->copy == NULL)
    return FALSE;

  media = psg_own_content_guess_media (name, adding->copy->head, adding->copy->head_size);
  if (!psg_own_content_read (adding->copy->path, media, name, &progress, &title, adding->pages, error))
    return FALSE;
  adding->document = describe (adding, media, title);

  return TRUE;
}

static void
copy_in_thread_cb (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Adding *adding = data;
  g_autoptr (GError) error = NULL;

  if (copy_and_read (adding, cancellable, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  /* Before anybody hears of it nothing is left. */
  g_clear_pointer (&adding->copy, psg_own_copy_free);
  g_task_return_error (task, g_steal_pointer (&error));
}

/* A document that came without its text, from a notebook that had to be mended. What cannot be read any more is
 * kept without, so that it is not tried again and again. */
static void
read_in_thread_cb (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Adding *adding = data;
  PsgProgress progress = { NULL, NULL, cancellable, 0 };
  g_autofree char *path = psg_own_folder_dup_path (adding->folder, adding->document);
  g_autofree char *title = NULL;

  if (!psg_own_content_read (path, adding->document->media, "", &progress, &title, adding->pages, NULL))
    {
      g_ptr_array_set_size (adding->pages, 0);
      g_ptr_array_add (adding->pages, g_strdup (""));
    }
  g_task_return_boolean (task, TRUE);
}

static Adding *
new_adding (PsgNotebookLibrary *self,
            GFile              *file)
{
  Adding *adding = g_atomic_rc_box_new0 (Adding);

  adding->file = file != NULL ? g_object_ref (file) : NULL;
  adding->folder = g_strdup (self->folder);
  adding->pages = g_ptr_array_new_with_free_func (g_free);
  adding->context = g_main_context_ref_thread_default ();

  return adding;
}

static void
put_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      data)
{
  PsgNotebookLibrary *self = PSG_NOTEBOOK_LIBRARY (object);
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  PsgOwnDocument *kept = g_task_propagate_pointer (G_TASK (result), &error);

  if (kept != NULL)
    {
      remember (self, kept);
      g_task_return_pointer (task, kept, (GDestroyNotify) psg_own_document_unref);
    }
  else
    g_task_return_error (task, error);
}

static void
put (PsgNotebookLibrary  *self,
     Adding              *adding,
     GAsyncReadyCallback  callback,
     gpointer             data)
{
  GTask *task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, g_atomic_rc_box_acquire (adding), unref_adding);
  psg_notebook_push (self->notebook, task, put_job);
}

static void
copied_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  PsgNotebookLibrary *self = g_task_get_source_object (task);
  Adding *adding = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  adding->over = TRUE;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    put (self, adding, put_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/* @adding: (transfer full). The thread may be the last to let go of its task: that is nobody's but @adding's. */
static void
start_adding (Adding             *adding,
              GCancellable       *cancellable,
              GTaskThreadFunc     func,
              GAsyncReadyCallback callback,
              gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, adding, unref_adding);
  /* Somebody else's code may be at work in there for long: nobody waits for it. */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, func);
}

static void
add_async (PsgLibrary          *library,
           GFile               *file,
           GCancellable        *cancellable,
           PsgLibraryProgress   progress,
           gpointer             progress_data,
           GAsyncReadyCallback  callback,
           gpointer             data)
{
  PsgNotebookLibrary *self = PSG_NOTEBOOK_LIBRARY (library);
  GTask *task = g_task_new (self, NULL, callback, data);
  Adding *adding = new_adding (self, file);

  g_task_set_source_tag (task, add_async);
  adding->progress = progress;
  adding->progress_data = progress_data;
  start_adding (adding, cancellable, copy_in_thread_cb, copied_cb, task);
}

static PsgOwnDocument *
add_finish (PsgLibrary    *library,
            GAsyncResult  *result,
            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
text_put_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  PsgNotebookLibrary *self = PSG_NOTEBOOK_LIBRARY (object);
  g_autoptr (PsgOwnDocument) kept = g_task_propagate_pointer (G_TASK (result), NULL);

  self->reading = FALSE;
  if (kept != NULL)
    read_next (self);
}

static void
text_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (PsgNotebookLibrary) self = data;

  if (g_task_propagate_boolean (G_TASK (result), NULL))
    put (self, g_task_get_task_data (G_TASK (result)), text_put_cb, NULL);
  else
    self->reading = FALSE;
}

/* One after the other, in no hurry. */
static void
read_next (PsgNotebookLibrary *self)
{
  Adding *adding;

  if (self->reading || self->unread->len == 0)
    return;

  self->reading = TRUE;
  adding = new_adding (self, NULL);
  adding->document = g_ptr_array_steal_index (self->unread, self->unread->len - 1);
  start_adding (adding, self->closing, read_in_thread_cb, text_read_cb, g_object_ref (self));
}

/* Removing */

static void
fate_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      list (PSG_NOTEBOOK_LIBRARY (object), NULL);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

static void
set_removed_async (PsgLibrary          *library,
                   const char          *id,
                   gboolean             removed,
                   GAsyncReadyCallback  callback,
                   gpointer             data)
{
  PsgNotebookLibrary *self = PSG_NOTEBOOK_LIBRARY (library);
  GTask *outer = g_task_new (self, NULL, callback, data);
  GTask *task = g_task_new (self, NULL, fate_cb, outer);
  Fate *fate = g_new0 (Fate, 1);

  fate->id = g_strdup (id);
  fate->deleted = removed ? g_get_real_time () : 0;
  g_task_set_task_data (task, fate, free_fate);
  psg_notebook_push (self->notebook, task, fate_job);
}

static gboolean
set_removed_finish (PsgLibrary    *library,
                    GAsyncResult  *result,
                    GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Loading */

static void
load_in_thread_cb (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  g_autoptr (PsgOwnContent) content = psg_own_content_ref (data);
  PsgOwnDocument *record = content->record;
  g_autofree char *folder = g_path_get_dirname (content->path);
  g_autoptr (GError) error = NULL;

  if (psg_own_folder_check (folder, record, cancellable, &error) && record->media != PSG_MEDIA_PDF)
    content->document = psg_own_content_load_text (content->path, record->media, record->id, record->title, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&content), (GDestroyNotify) psg_own_content_unref);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  PsgOwnContent *content = g_task_propagate_pointer (G_TASK (result), &error);

  if (content != NULL)
    g_task_return_pointer (task, content, (GDestroyNotify) psg_own_content_unref);
  else
    g_task_return_error (task, error);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  PsgNotebookLibrary *self = PSG_NOTEBOOK_LIBRARY (object);
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  PsgOwnDocument *record = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GTask) loading = NULL;
  PsgOwnContent *content;

  if (record == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  content = psg_own_content_new ();
  content->record = record;
  content->path = psg_own_folder_dup_path (self->folder, record);
  loading = g_task_new (NULL, g_task_get_cancellable (task), loaded_cb, g_object_ref (task));
  g_task_set_task_data (loading, content, (GDestroyNotify) psg_own_content_unref);
  g_task_run_in_thread (loading, load_in_thread_cb);
}

static void
load_async (PsgLibrary          *library,
            const char          *id,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             data)
{
  PsgNotebookLibrary *self = PSG_NOTEBOOK_LIBRARY (library);
  GTask *outer = g_task_new (self, cancellable, callback, data);
  GTask *task = g_task_new (self, cancellable, found_cb, outer);

  g_task_set_source_tag (outer, load_async);
  g_task_set_task_data (task, g_strdup (id), g_free);
  psg_notebook_push (self->notebook, task, find_job);
}

static PsgOwnContent *
load_finish (PsgLibrary    *library,
             GAsyncResult  *result,
             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static GPtrArray *
get_documents (PsgLibrary *library)
{
  return PSG_NOTEBOOK_LIBRARY (library)->documents;
}

static gboolean
is_loaded (PsgLibrary *library)
{
  return PSG_NOTEBOOK_LIBRARY (library)->loaded;
}

static PsgDocument *
read_markdown (PsgLibrary *library,
               const char *source,
               GError    **error)
{
  return psg_own_content_read_markdown (source, error);
}

static void
library_init (PsgLibraryInterface *iface)
{
  iface->get_documents = get_documents;
  iface->is_loaded = is_loaded;
  iface->add_async = add_async;
  iface->add_finish = add_finish;
  iface->set_removed_async = set_removed_async;
  iface->set_removed_finish = set_removed_finish;
  iface->load_async = load_async;
  iface->load_finish = load_finish;
  iface->read_markdown = read_markdown;
}

static void
search_async (PsgSearchProvider   *provider,
              PsgSearchRequest    *request,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             data)
{
  PsgNotebookLibrary *self = PSG_NOTEBOOK_LIBRARY (provider);
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_task_data (task, psg_search_request_ref (request), (GDestroyNotify) psg_search_request_unref);
  psg_notebook_push (self->notebook, task, search_job);
}

static GPtrArray *
search_finish (PsgSearchProvider  *provider,
               GAsyncResult       *result,
               GError            **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
search_provider_init (PsgSearchProviderInterface *iface)
{
  iface->search_async = search_async;
  iface->search_finish = search_finish;
}

static void
psg_notebook_library_dispose (GObject *object)
{
  PsgNotebookLibrary *self = PSG_NOTEBOOK_LIBRARY (object);

  g_cancellable_cancel (self->closing);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (psg_notebook_library_parent_class)->dispose (object);
}

static void
psg_notebook_library_finalize (GObject *object)
{
  PsgNotebookLibrary *self = PSG_NOTEBOOK_LIBRARY (object);

  g_object_unref (self->closing);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->unread);
  g_free (self->folder);

  G_OBJECT_CLASS (psg_notebook_library_parent_class)->finalize (object);
}

static void
psg_notebook_library_class_init (PsgNotebookLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_notebook_library_dispose;
  object_class->finalize = psg_notebook_library_finalize;
}

static void
psg_notebook_library_init (PsgNotebookLibrary *self)
{
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_own_document_unref);
  self->unread = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_own_document_unref);
  self->closing = g_cancellable_new ();
}

/**
 * psg_notebook_library_new:
 * @notebook: a notebook that is open, or has been asked to open
 *
 * Returns: (transfer full): its documents. They are not known yet: `changed` tells when they are
 */
PsgNotebookLibrary *
psg_notebook_library_new (PsgNotebook *notebook)
{
  PsgNotebookLibrary *self = g_object_new (PSG_TYPE_NOTEBOOK_LIBRARY, NULL);

  self->notebook = g_object_ref (notebook);
  self->folder = psg_own_folder_dup (psg_notebook_get_folder (notebook));
  g_signal_connect_object (notebook, "changed", G_CALLBACK (notebook_changed_cb), self, G_CONNECT_SWAPPED);
  list (self, self->folder);

  return self;
}
