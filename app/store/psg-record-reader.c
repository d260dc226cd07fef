/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-record-reader.h"

#include "psg-db-statement.h"
#include "psg-file-schema.h"
#include "psg-record-value.h"

/* From rows to records, by their schemas, believing nothing: a row that the
 * compiler would not have written is an error that names it. */

struct _PsgRecordReader
{
  const PsgSchema *schema;
  PsgDbStatement  *select;
  GPtrArray       *links; /* Link */
  GPtrArray       *lists; /* List */
};

typedef struct
{
  const PsgField *field;
  PsgDbStatement *select;
} Link;

typedef struct
{
  const PsgField  *field;
  PsgRecordReader *reader;
} List;

typedef struct
{
  PsgRecordReader *reader;
  PsgDb           *db;
  GError         **error;
  gboolean         failed;
} Preparing;

typedef struct
{
  PsgDbStatement *statement;
  guint           column;
  gpointer        record;
  const PsgField *bad;
  const char     *why;
} Reading;

static void
free_link (gpointer data)
{
  Link *link = data;

  psg_db_statement_free (link->select);
  g_free (link);
}

static void
free_list (gpointer data)
{
  List *list = data;

  psg_record_reader_free (list->reader);
  g_free (list);
}

static void
prepare_link_cb (const PsgField *field,
                 gpointer        data)
{
  Preparing *preparing = data;
  g_autofree char *table = psg_file_schema_link (preparing->reader->schema, field);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE n = ? ORDER BY position", table);
  PsgDbStatement *statement = preparing->failed ? NULL : psg_db_statement_new (preparing->db, sql, preparing->error);
  Link *link;

  preparing->failed |= statement == NULL;
  if (statement == NULL)
    return;

  link = g_new0 (Link, 1);
  link->field = field;
  link->select = statement;
  g_ptr_array_add (preparing->reader->links, link);
}

static void
prepare_list_cb (const PsgField *field,
                 gpointer        data)
{
  Preparing *preparing = data;
  PsgRecordReader *reader = preparing->failed ? NULL
                                              : psg_record_reader_new (preparing->db, field->schema,
                                                                       "WHERE parent = ? ORDER BY n", preparing->error);
  List *list;

  preparing->failed |= reader == NULL;
  if (reader == NULL)
    return;

  list = g_new0 (List, 1);
  list->field = field;
  list->reader = reader;
  g_ptr_array_add (preparing->reader->lists, list);
}

/**
 * psg_record_reader_new:
 * @db: a collection file, which outlives the reader
 * @schema: what is read
 * @where: (nullable): `WHERE … ORDER BY …`, with at most one parameter; %NULL for every record in order
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a reader
 */
PsgRecordReader *
psg_record_reader_new (PsgDb            *db,
                       const PsgSchema  *schema,
                       const char       *where,
                       GError          **error)
{
  g_autoptr (PsgRecordReader) self = g_new0 (PsgRecordReader, 1);
  g_autofree char *sql = psg_file_schema_select (schema, where);
  Preparing preparing = { self, db, error, FALSE };

  self->schema = schema;
  self->links = g_ptr_array_new_with_free_func (free_link);
  self->lists = g_ptr_array_new_with_free_func (free_list);
  self->select = psg_db_statement_new (db, sql, error);
  if (self->select == NULL)
    return NULL;

  psg_schema_each_link (schema, prepare_link_cb, &preparing);
  psg_schema_each_list (schema, prepare_list_cb, &preparing);

  return preparing.failed ? NULL : g_steal_pointer (&self);
}

void
psg_record_reader_free (PsgRecordReader *self)
{
  g_clear_pointer (&self->select, psg_db_statement_free);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->lists);
  g_free (self);
}

/* Starts again with another value of the one parameter. */
void
psg_record_reader_bind_int (PsgRecordReader *self,
                            gint64           value)
{
  psg_db_statement_reset (self->select);
  psg_db_statement_bind_int (self->select, 1, value);
}

/* The same for a text. */
void
psg_record_reader_bind_text (PsgRecordReader *self,
                             const char      *value)
{
  psg_db_statement_reset (self->select);
  psg_db_statement_bind_text (self->select, 1, value);
}

static gboolean
fail (PsgRecordReader *self,
      gint64           n,
      const char      *column,
      const char      *why,
      GError         **error)
{
  g_set_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_DAMAGED,
               "damaged at %s %" G_GINT64_FORMAT ", %s: %s", self->schema->table, n, column, why);

  return FALSE;
}

static void
read_column_cb (const PsgField *field,
                gpointer        data)
{
  Reading *reading = data;

  if (reading->why == NULL)
    {
      reading->why = psg_record_value_read (reading->statement, reading->column, field, reading->record);
      reading->bad = field;
    }
  reading->column++;
}

static gboolean
read_link (PsgRecordReader *self,
           const Link      *link,
           gint64           n,
           gpointer         record,
           GError         **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GStrv ids;
  guint count = 0;
  PsgDbStep step;

  psg_db_statement_reset (link->select);
  psg_db_statement_bind_int (link->select, 1, n);

  while ((step = psg_db_statement_step (link->select, error)) == PSG_DB_ROW)
    {
      const char *id = psg_db_statement_get_text (link->select, 0);

      if (id == NULL || !psg_id_is_valid (id))
        return fail (self, n, psg_field_get_column (link->field), "this is not an id", error);
      if (++count > PSG_MAX_OF_A_KIND)
        return fail (self, n, psg_field_get_column (link->field), "there are too many", error);
      g_strv_builder_add (builder, id);
    }
  psg_db_statement_reset (link->select);

  ids = count > 0 ? g_strv_builder_end (builder) : NULL;
  PSG_FIELD_AT (GStrv, link->field, record) = ids;

  return step == PSG_DB_DONE;
}

static gboolean
read_list (const List  *list,
           gint64       n,
           gpointer     record,
           GError     **error)
{
  GPtrArray *records;

  psg_record_reader_bind_int (list->reader, n);
  records = psg_record_reader_read_all (list->reader, (guint) list->field->most, error);
  PSG_FIELD_AT (GPtrArray *, list->field, record) = records;

  return records != NULL;
}

static gboolean
read_record (PsgRecordReader *self,
             gint64           n,
             gpointer         record,
             GError         **error)
{
  Reading reading = { self->select, 1, record, NULL, NULL };
  const char *member = "";

  psg_schema_each_column (self->schema, read_column_cb, &reading);
  if (reading.why != NULL)
    return fail (self, n, psg_field_get_column (reading.bad), reading.why, error);

  for (guint i = 0; i < self->links->len; i++)
    if (!read_link (self, g_ptr_array_index (self->links, i), n, record, error))
      return FALSE;
  for (guint i = 0; i < self->lists->len; i++)
    if (!read_list (g_ptr_array_index (self->lists, i), n, record, error))
      return FALSE;

  if (self->schema->finish != NULL)
    reading.why = self->schema->finish (record, &member);

  return reading.why == NULL || fail (self, n, member, reading.why, error);
}

/**
 * psg_record_reader_next:
 * @self: a reader
 * @record: (out) (transfer full) (nullable): the next record; %NULL when there are no more
 * @n: (out) (optional): its number
 * @error: return location
 *
 * Returns: whether all is well, also when there are no more
 */
gboolean
psg_record_reader_next (PsgRecordReader  *self,
                        gpointer         *record,
                        gint64           *n,
                        GError          **error)
{
  PsgDbStep step = psg_db_statement_step (self->select, error);
  gint64 number;

  *record = NULL;
  if (step != PSG_DB_ROW)
    {
      psg_db_statement_reset (self->select);
      return step == PSG_DB_DONE;
    }

  number = psg_db_statement_get_int (self->select, 0);
  if (n != NULL)
    *n = number;

  *record = self->schema->create ();
  if (read_record (self, number, *record, error))
    return TRUE;

  self->schema->destroy (g_steal_pointer (record));
  psg_db_statement_reset (self->select);

  return FALSE;
}

/**
 * psg_record_reader_read_all:
 * @self: a reader
 * @most: how many there may be
 * @error: return location
 *
 * Returns: (transfer full) (nullable): every record
 */
GPtrArray *
psg_record_reader_read_all (PsgRecordReader  *self,
                            guint             most,
                            GError          **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (self->schema->destroy);
  gpointer record;

  while (psg_record_reader_next (self, &record, NULL, error))
    {
      if (record == NULL)
        return g_steal_pointer (&records);

      g_ptr_array_add (records, record);
      if (records->len > most)
        {
          psg_db_statement_reset (self->select);
          g_set_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_TOO_LARGE,
                       "too large: more than %u rows of %s", most, self->schema->table);
          return NULL;
        }
    }

  return NULL;
}
