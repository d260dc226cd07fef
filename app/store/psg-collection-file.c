/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection-file-private.h"

/* The collection as an object: opening, what is in memory, and the interface.
 * How a file is opened, records are loaded and text is searched has a file each. */

/* How often at most progress is told, in microseconds. */
#define REPORT_INTERVAL (50 * 1000)

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
  for (guint i = 0; i < G_N_ELEMENTS (self->with); i++)
    g_clear_pointer (&self->with[i], psg_row_set_unref);
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
  iface->load_image = psg_collection_file_load_image;
  iface->load_passages_about = psg_collection_file_load_passages_about;
  iface->load_events_about = psg_collection_file_load_events_about;
  iface->load_events_with = psg_collection_file_load_events_with;
  iface->match_events = psg_collection_file_match_events;
  iface->search = psg_collection_file_search;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgCollectionFile, psg_collection_file, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_COLLECTION, psg_collection_file_collection_init)
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_SEARCH_PROVIDER,
                                                      psg_collection_file_search_provider_init))

static PsgCollectionFile *
open_file (const char   *path,
           PsgProgress  *progress,
           GError      **error)
{
  g_autoptr (PsgCollectionFile) self = g_object_new (PSG_TYPE_COLLECTION_FILE, NULL);

  self->path = g_strdup (path);
  if (g_cancellable_set_error_if_cancelled (progress->cancellable, error)
      || !psg_collection_file_connect (self, progress->cancellable, error)
      || !psg_collection_file_load (self, progress, error)
      /* Checking has read every page; few of them are wanted again. */
      || !psg_db_exec (self->db, "PRAGMA shrink_memory", error))
    return NULL;

  psg_db_set_cancellable (self->db, NULL);
  psg_db_set_time_limit (self->db, PSG_QUERY_LIMIT);

  return g_steal_pointer (&self);
}

/* What is opened in a thread, and whom to tell how far it is. */
typedef struct
{
  char           *path;
  PsgProgressFunc func;
  gpointer        data;
  gint64          told; /* when, last */
} Opening;

static void
free_opening (gpointer data)
{
  Opening *self = data;

  g_free (self->path);
  g_free (self);
}

/* One report on its way to the main context. */
typedef struct
{
  GTask *task;
  double fraction;
} Report;

static void
free_report (gpointer data)
{
  Report *report = data;

  g_object_unref (report->task);
  g_free (report);
}

static gboolean
report_arrived_cb (gpointer data)
{
  const Report *report = data;
  const Opening *opening = g_task_get_task_data (report->task);

  if (!g_task_get_completed (report->task) && !g_cancellable_is_cancelled (g_task_get_cancellable (report->task)))
    opening->func (report->fraction, opening->data);

  return G_SOURCE_REMOVE;
}

/* Called in the thread, far more often than anybody can see. */
static void
progressed_cb (double   fraction,
               gpointer data)
{
  GTask *task = data;
  Opening *opening = g_task_get_task_data (task);
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GSource) source = NULL;
  Report *report;

  if (opening->func == NULL || now - opening->told < REPORT_INTERVAL)
    return;

  opening->told = now;
  report = g_new0 (Report, 1);
  report->task = g_object_ref (task);
  report->fraction = fraction;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, report_arrived_cb, report, free_report);
  g_source_attach (source, g_task_get_context (task));
}

static void
open_in_thread_cb (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  const Opening *opening = data;
  PsgProgress progress = { progressed_cb, task, cancellable, 0 };
  GError *error = NULL;
  PsgCollectionFile *self = open_file (opening->path, &progress, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
psg_collection_file_finalize (GObject *object)
{
  PsgCollectionFile *self = PSG_COLLECTION_FILE (object);

  g_clear_pointer (&self->worker, psg_search_worker_free);
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
  PsgProgress progress = { NULL, NULL, cancellable, 0 };

  g_return_val_if_fail (path != NULL, NULL);

  return open_file (path, &progress, error);
}

/**
 * psg_collection_file_open_async:
 * @path: a file
 * @cancellable: (nullable): to stop it
 * @progress: (nullable): told now and then how far it is, in the context this is called
 *   in; neither after @callback nor once it is cancelled
 * @progress_data: for @progress
 * @callback: called when it is open or has failed
 * @data: for @callback
 *
 * Opens and checks a collection in a thread.
 */
void
psg_collection_file_open_async (const char          *path,
                                GCancellable        *cancellable,
                                PsgProgressFunc      progress,
                                gpointer             progress_data,
                                GAsyncReadyCallback  callback,
                                gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  Opening *opening;

  g_return_if_fail (path != NULL);

  /* The thread asks for the person's languages; they are found out here, once. */
  psg_text_get_preferred ();

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, psg_collection_file_open_async);
  opening = g_new0 (Opening, 1);
  opening->path = g_strdup (path);
  opening->func = progress;
  opening->data = progress_data;
  g_task_set_task_data (task, opening, free_opening);
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
