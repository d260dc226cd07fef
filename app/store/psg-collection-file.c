/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection-file-private.h"

/* The collection as an object: opening, what is in memory, and the interface.
 * How a file is opened, records are loaded and text is searched has a file each. */

static void
psg_collection_file_free_parts (PsgCollectionFile *self)
{
  g_clear_pointer (&self->head, psg_schema_head.destroy);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->crossings, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->lessons, g_ptr_array_unref);
  g_clear_pointer (&self->events, psg_event_table_unref);
  for (guint i = 0; i < PSG_N_THINGS; i++)
    g_clear_pointer (&self->ids[i], g_hash_table_unref);
}

static const PsgCollectionInfo *
psg_collection_file_get_info (PsgCollection *collection)
{
  return &PSG_COLLECTION_FILE (collection)->head->info;
}

static GPtrArray *
psg_collection_file_get_lanes (PsgCollection *collection)
{
  return PSG_COLLECTION_FILE (collection)->head->lanes;
}

static GPtrArray *
psg_collection_file_get_eras (PsgCollection *collection)
{
  return PSG_COLLECTION_FILE (collection)->head->eras;
}

static GPtrArray *
psg_collection_file_get_places (PsgCollection *collection)
{
  return PSG_COLLECTION_FILE (collection)->places;
}

static GPtrArray *
psg_collection_file_get_crossings (PsgCollection *collection)
{
  return PSG_COLLECTION_FILE (collection)->crossings;
}

static GPtrArray *
psg_collection_file_get_documents (PsgCollection *collection)
{
  return PSG_COLLECTION_FILE (collection)->documents;
}

static GPtrArray *
psg_collection_file_get_lessons (PsgCollection *collection)
{
  return PSG_COLLECTION_FILE (collection)->lessons;
}

static PsgEventTable *
psg_collection_file_get_events (PsgCollection *collection)
{
  return PSG_COLLECTION_FILE (collection)->events;
}

static void
psg_collection_file_collection_init (PsgCollectionInterface *iface)
{
  iface->get_info = psg_collection_file_get_info;
  iface->get_lanes = psg_collection_file_get_lanes;
  iface->get_eras = psg_collection_file_get_eras;
  iface->get_places = psg_collection_file_get_places;
  iface->get_crossings = psg_collection_file_get_crossings;
  iface->get_documents = psg_collection_file_get_documents;
  iface->get_lessons = psg_collection_file_get_lessons;
  iface->get_events = psg_collection_file_get_events;
  iface->load_event = psg_collection_file_load_event;
  iface->load_source = psg_collection_file_load_source;
  iface->load_actor = psg_collection_file_load_actor;
  iface->load_claim = psg_collection_file_load_claim;
  iface->load_document = psg_collection_file_load_document;
  iface->load_passage = psg_collection_file_load_passage;
  iface->load_passages_about = psg_collection_file_load_passages_about;
  iface->load_events_about = psg_collection_file_load_events_about;
  iface->match_events = psg_collection_file_match_events;
  iface->search = psg_collection_file_search;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgCollectionFile, psg_collection_file, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_COLLECTION, psg_collection_file_collection_init))

static void
open_in_thread_cb (GTask        *task,
                   gpointer      source,
                   gpointer      path,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  PsgCollectionFile *self = psg_collection_file_open (path, cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
psg_collection_file_finalize (GObject *object)
{
  PsgCollectionFile *self = PSG_COLLECTION_FILE (object);

  psg_collection_file_free_parts (self);
  g_clear_pointer (&self->find_event, psg_db_statement_free);
  g_clear_pointer (&self->db, psg_db_free);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (psg_collection_file_parent_class)->finalize (object);
}

static void
psg_collection_file_class_init (PsgCollectionFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = psg_collection_file_finalize;
}

static void
psg_collection_file_init (PsgCollectionFile *self)
{
}

/* Where the file was opened. */
const char *
psg_collection_file_get_path (PsgCollectionFile *self)
{
  g_return_val_if_fail (PSG_IS_COLLECTION_FILE (self), NULL);

  return self->path;
}

/* The collection's reference language, a BCP 47 tag. */
const char *
psg_collection_file_get_language (PsgCollectionFile *self)
{
  g_return_val_if_fail (PSG_IS_COLLECTION_FILE (self), NULL);

  return self->head->language;
}

/**
 * psg_collection_file_open:
 * @path: a file
 * @cancellable: (nullable): to stop it
 * @error: return location: #PsgCollectionError, or %G_IO_ERROR_CANCELLED
 *
 * Opens and checks a collection. This blocks: see psg_collection_file_open_async().
 *
 * Returns: (transfer full) (nullable): the collection
 */
PsgCollectionFile *
psg_collection_file_open (const char    *path,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (PsgCollectionFile) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (PSG_TYPE_COLLECTION_FILE, NULL);
  self->path = g_strdup (path);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  if (!psg_collection_file_connect (self, cancellable, error) || !psg_collection_file_load (self, error))
    return NULL;

  psg_db_set_cancellable (self->db, NULL);
  psg_db_set_time_limit (self->db, PSG_QUERY_LIMIT);

  return g_steal_pointer (&self);
}

/**
 * psg_collection_file_open_async:
 * @path: a file
 * @cancellable: (nullable): to stop it
 * @callback: called when it is open or has failed
 * @data: for @callback
 *
 * Opens and checks a collection in a thread.
 */
void
psg_collection_file_open_async (const char          *path,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (path != NULL);

  /* The thread asks for the person's languages; they are found out here, once. */
  psg_text_get_preferred ();

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, psg_collection_file_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_in_thread_cb);
}

/**
 * psg_collection_file_open_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the collection
 */
PsgCollectionFile *
psg_collection_file_open_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
