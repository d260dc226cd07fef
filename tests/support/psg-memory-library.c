/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-memory-library.h"

/* A person's documents for tests of what shows them. */

struct _PsgMemoryLibrary
{
  GObject parent_instance;

  GPtrArray *documents; /* of PsgOwnDocument */
  GPtrArray *contents;  /* of PsgOwnContent: also those that were removed */
  char *fault;
};

static void library_init (PsgLibraryInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgMemoryLibrary, psg_memory_library, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_LIBRARY, library_init))

static GPtrArray *
get_documents (PsgLibrary *library)
{
  return PSG_MEMORY_LIBRARY (library)->documents;
}

static gboolean
is_loaded (PsgLibrary *library)
{
  return TRUE;
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
  g_task_report_new_error (library, callback, data, add_async, PSG_LIBRARY_ERROR, PSG_LIBRARY_ERROR_IO,
                           "Nothing can be added here");
}

static PsgOwnDocument *
add_finish (PsgLibrary    *library,
            GAsyncResult  *result,
            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static PsgOwnContent *
find (PsgMemoryLibrary *self,
      const char       *id)
{
  for (guint i = 0; i < self->contents->len; i++)
    {
      PsgOwnContent *content = g_ptr_array_index (self->contents, i);

      if (g_str_equal (content->record->id, id))
        return content;
    }

  return NULL;
}

static void
set_removed_async (PsgLibrary          *library,
                   const char          *id,
                   gboolean             removed,
                   GAsyncReadyCallback  callback,
                   gpointer             data)
{
  PsgMemoryLibrary *self = PSG_MEMORY_LIBRARY (library);
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  PsgOwnContent *content = find (self, id);

  g_assert_nonnull (content);
  g_ptr_array_remove (self->documents, content->record);
  if (!removed)
    g_ptr_array_add (self->documents, psg_own_document_ref (content->record));
  psg_library_emit_changed (library);
  g_task_return_boolean (task, TRUE);
}

static gboolean
set_removed_finish (PsgLibrary    *library,
                    GAsyncResult  *result,
                    GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
load_async (PsgLibrary          *library,
            const char          *id,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             data)
{
  PsgMemoryLibrary *self = PSG_MEMORY_LIBRARY (library);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  PsgOwnContent *content = find (self, id);

  if (content != NULL && self->fault == NULL)
    g_task_return_pointer (task, psg_own_content_ref (content), (GDestroyNotify) psg_own_content_unref);
  else
    g_task_return_new_error (task, PSG_LIBRARY_ERROR, PSG_LIBRARY_ERROR_MISSING, "%s",
                             self->fault != NULL ? self->fault : "There is no such document");
}

static PsgOwnContent *
load_finish (PsgLibrary    *library,
             GAsyncResult  *result,
             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Nothing here reads Markdown: it is shown as it was written. */
static PsgDocument *
read_markdown (PsgLibrary *library,
               const char *source,
               GError    **error)
{
  psg_library_fail (error, PSG_LIBRARY_ERROR_UNKNOWN, "Nothing is read here");

  return NULL;
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
psg_memory_library_finalize (GObject *object)
{
  PsgMemoryLibrary *self = PSG_MEMORY_LIBRARY (object);

  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->contents);
  g_free (self->fault);

  G_OBJECT_CLASS (psg_memory_library_parent_class)->finalize (object);
}

static void
psg_memory_library_class_init (PsgMemoryLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = psg_memory_library_finalize;
}

static void
psg_memory_library_init (PsgMemoryLibrary *self)
{
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_own_document_unref);
  self->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_own_content_unref);
}

PsgLibrary *
psg_memory_library_new (void)
{
  return g_object_new (PSG_TYPE_MEMORY_LIBRARY, NULL);
}

/* One paragraph. */
static PsgDocument *
new_text (const char *id,
          const char *title,
          const char *text)
{
  PsgDocument *document = psg_document_new ();
  PsgBlock block = { .kind = PSG_BLOCK_PARAGRAPH, .end = g_utf8_strlen (text, -1) };

  document->id = g_strdup (id);
  document->title = psg_text_new_single ("und", title);
  document->text = g_strdup (text);
  document->blocks = psg_block_array_new ();
  document->runs = psg_run_array_new ();
  g_array_append_val (document->blocks, block);

  return document;
}

PsgOwnDocument *
psg_memory_library_put (PsgLibrary *library,
                        const char *title,
                        const char *path,
                        const char *text)
{
  PsgMemoryLibrary *self = PSG_MEMORY_LIBRARY (library);
  PsgOwnContent *content = psg_own_content_new ();
  PsgOwnDocument *record = psg_own_document_new ();

  record->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, title, -1);
  record->id = psg_own_document_make_id (record->sha256);
  record->title = g_strdup (title);
  record->media = text != NULL ? PSG_MEDIA_TEXT : PSG_MEDIA_PDF;
  record->size = 1300000;
  record->added = G_GINT64_CONSTANT (1700000000000000);
  record->n_pages = text != NULL ? 0 : 12;
  content->record = record;
  content->path = g_strdup (path);
  content->document = text != NULL ? new_text (record->id, title, text) : NULL;
  g_ptr_array_add (self->contents, content);
  g_ptr_array_add (self->documents, psg_own_document_ref (record));
  psg_library_emit_changed (library);

  return record;
}

void
psg_memory_library_set_fault (PsgLibrary *library,
                              const char *message)
{
  PsgMemoryLibrary *self = PSG_MEMORY_LIBRARY (library);

  g_free (self->fault);
  self->fault = g_strdup (message);
}
