/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection-file-private.h"

#include "psg-collection-guard.h"
#include "psg-event-columns.h"
#include "psg-record-reader.h"

/* Opening: past the doorkeeper, then everything that is kept in memory, and
 * what must hold between its parts. */

/* Sets an error that says the file is damaged, and where. Always returns %FALSE. */
gboolean
psg_collection_file_fail (GError     **error,
                          const char  *format,
                          ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_DAMAGED, "damaged at %s", message);

  return FALSE;
}

/* Opens the database, if it is one of ours. */
gboolean
psg_collection_file_connect (PsgCollectionFile  *self,
                             GCancellable       *cancellable,
                             GError            **error)
{
  if (!psg_collection_guard_check_header (self->path, error))
    return FALSE;

  self->db = psg_db_open_untrusted (self->path, error);
  if (self->db == NULL)
    return FALSE;

  psg_db_set_cancellable (self->db, cancellable);
  psg_db_set_time_limit (self->db, PSG_OPEN_LIMIT);

  return psg_collection_guard_check_schema (self->db, error)
         && psg_collection_guard_check_pages (self->db, error);
}

/* Every record of a kind. Their numbers must be 0, 1, 2, …: other tables count on it. */
static GPtrArray *
read_kind (PsgCollectionFile  *self,
           const PsgSchema    *schema,
           guint               most,
           GError            **error)
{
  g_autoptr (PsgRecordReader) reader = psg_record_reader_new (self->db, schema, NULL, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (schema->destroy);
  gpointer record;
  gint64 n;

  if (reader == NULL)
    return NULL;

  while (psg_record_reader_next (reader, &record, &n, error))
    {
      if (record == NULL)
        return g_steal_pointer (&records);

      g_ptr_array_add (records, record);
      if (n != records->len - 1 || records->len > most)
        {
          psg_collection_file_fail (error, "%s %" G_GINT64_FORMAT ": rows are not counted from 0, or too many",
                                    schema->table, n);
          return NULL;
        }
    }

  return NULL;
}

static gboolean
load_head (PsgCollectionFile  *self,
           GError            **error)
{
  g_autoptr (GPtrArray) heads = read_kind (self, &psg_schema_head, 1, error);

  if (heads == NULL)
    return FALSE;
  if (heads->len != 1)
    return psg_collection_file_fail (error, "the collection: there is none");

  self->head = g_ptr_array_steal_index (heads, 0);
  self->head->lanes = read_kind (self, &psg_schema_lane, PSG_MAX_LANES, error);
  if (self->head->lanes == NULL)
    return FALSE;
  if (self->head->lanes->len == 0)
    return psg_collection_file_fail (error, "the lanes: there are none");

  self->head->eras = read_kind (self, &psg_schema_era, PSG_MAX_OF_A_KIND, error);

  return self->head->eras != NULL;
}

static void
index_kind (PsgCollectionFile *self,
            const PsgSchema   *schema,
            GPtrArray         *records)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert (schema->fields[0].type == PSG_FIELD_ID);
  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (index, PSG_FIELD_AT (char *, &schema->fields[0], g_ptr_array_index (records, i)),
                         GUINT_TO_POINTER (i + 1));

  self->ids[schema->thing] = index;
}

static gboolean
load_kinds (PsgCollectionFile  *self,
            GError            **error)
{
  const struct
  {
    GPtrArray      **records;
    const PsgSchema *schema;
  } kinds[] = {
    { &self->places, &psg_schema_place },
    { &self->crossings, &psg_schema_crossing },
    { &self->documents, &psg_schema_document },
    { &self->lessons, &psg_schema_lesson },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      *kinds[i].records = read_kind (self, kinds[i].schema, PSG_MAX_OF_A_KIND, error);
      if (*kinds[i].records == NULL)
        return FALSE;
      index_kind (self, kinds[i].schema, *kinds[i].records);
    }

  return TRUE;
}

static gboolean
count_passages (PsgCollectionFile  *self,
                GError            **error)
{
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (self->db, "SELECT document, count(*) FROM passage GROUP BY document", error);
  PsgDbStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    {
      const char *id = psg_db_statement_get_text (statement, 0);
      int index = id != NULL ? psg_collection_file_find (self, PSG_THING_DOCUMENT, id) : -1;
      gint64 n = psg_db_statement_get_int (statement, 1);

      if (index < 0 || n > PSG_MAX_OF_A_KIND)
        return psg_collection_file_fail (error, "the passages: too many, or of a document that is not there");
      ((PsgDocument *) g_ptr_array_index (self->documents, index))->n_passages = n;
    }

  return step == PSG_DB_DONE;
}

static gboolean
check_interval (PsgCollectionFile        *self,
                const PsgCrossing        *crossing,
                const PsgStatusInterval  *interval,
                const PsgStatusInterval  *previous,
                GError                  **error)
{
  if (interval->first > interval->last || (previous != NULL && interval->first <= previous->last))
    return psg_collection_file_fail (error, "crossing “%s”: its status intervals overlap or are out of order",
                                     crossing->id);

  return psg_collection_file_check_id (self, PSG_THING_EVENT, interval->event, crossing->id, error);
}

static gboolean
check_crossings (PsgCollectionFile  *self,
                 GError            **error)
{
  for (guint i = 0; i < self->crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (self->crossings, i);
      const PsgStatusInterval *previous = NULL;

      for (guint j = 0; j < crossing->intervals->len; j++)
        {
          const PsgStatusInterval *interval = g_ptr_array_index (crossing->intervals, j);

          if (!check_interval (self, crossing, interval, previous, error))
            return FALSE;
          previous = interval;
        }
    }

  return TRUE;
}

static gboolean
check_step (PsgCollectionFile    *self,
            const PsgLesson      *lesson,
            const PsgLessonStep  *step,
            GError              **error)
{
  return psg_collection_file_check_id (self, PSG_THING_EVENT, step->event, lesson->id, error)
         && psg_collection_file_check_id (self, PSG_THING_CROSSING, step->crossing, lesson->id, error)
         && psg_collection_file_check_id (self, PSG_THING_DOCUMENT, step->document, lesson->id, error);
}

static gboolean
check_lessons (PsgCollectionFile  *self,
               GError            **error)
{
  for (guint i = 0; i < self->lessons->len; i++)
    {
      const PsgLesson *lesson = g_ptr_array_index (self->lessons, i);

      for (guint j = 0; j < lesson->steps->len; j++)
        if (!check_step (self, lesson, g_ptr_array_index (lesson->steps, j), error))
          return FALSE;
    }

  return TRUE;
}

/* Loads what is kept in memory, and checks it. */
gboolean
psg_collection_file_load (PsgCollectionFile  *self,
                          PsgProgress        *progress,
                          GError            **error)
{
  if (!load_head (self, error) || !load_kinds (self, error))
    return FALSE;

  self->find_event = psg_db_statement_new (self->db, "SELECT n FROM event WHERE id = ?", error);
  if (self->find_event == NULL)
    return FALSE;

  self->events = psg_event_columns_read (self->db, self->path, psg_text_get_preferred (), self->head->language,
                                         self->head->lanes->len, self->places->len, progress, error);

  return self->events != NULL
         && psg_collection_file_check_id (self, PSG_THING_EVENT, self->head->info.opening_event,
                                          "the collection", error)
         && check_crossings (self, error)
         && check_lessons (self, error)
         && count_passages (self, error);
}
