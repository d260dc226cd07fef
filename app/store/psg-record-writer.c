/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-record-writer.h"

#include "psg-db-statement.h"
#include "psg-file-schema.h"
#include "psg-json-string.h"

/* From records to rows, by their schemas. Rows are numbered from 0 in the order
 * they are written in. */

struct _PsgRecordWriter
{
  const PsgSchema *schema;
  gboolean         inner;
  PsgDbStatement  *insert;
  GPtrArray       *links; /* Link */
  GPtrArray       *lists; /* List */
  gint64           n;
};

typedef struct
{
  const PsgField *field;
  PsgDbStatement *insert;
} Link;

typedef struct
{
  const PsgField  *field;
  PsgRecordWriter *writer;
} List;

typedef struct
{
  PsgRecordWriter *writer;
  PsgDb           *db;
  GError         **error;
  gboolean         failed;
} Preparing;

typedef struct
{
  PsgDbStatement *statement;
  guint           parameter;
  gconstpointer   record;
} Binding;

static PsgRecordWriter *new_writer (PsgDb           *db,
                                    const PsgSchema *schema,
                                    gboolean         inner,
                                    GError         **error);
static gboolean write_record (PsgRecordWriter *self,
                              gconstpointer    record,
                              gint64           parent,
                              GError         **error);

static void
free_link (gpointer data)
{
  Link *link = data;

  psg_db_statement_free (link->insert);
  g_free (link);
}

static void
free_list (gpointer data)
{
  List *list = data;

  psg_record_writer_free (list->writer);
  g_free (list);
}

static void
prepare_link_cb (const PsgField *field,
                 gpointer        data)
{
  Preparing *preparing = data;
  g_autofree char *table = psg_file_schema_link (preparing->writer->schema, field);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO %s VALUES (?, ?, ?)", table);
  PsgDbStatement *statement = preparing->failed ? NULL : psg_db_statement_new (preparing->db, sql, preparing->error);
  Link *link;

  preparing->failed |= statement == NULL;
  if (statement == NULL)
    return;

  link = g_new0 (Link, 1);
  link->field = field;
  link->insert = statement;
  g_ptr_array_add (preparing->writer->links, link);
}

static void
prepare_list_cb (const PsgField *field,
                 gpointer        data)
{
  Preparing *preparing = data;
  PsgRecordWriter *writer = preparing->failed
                                ? NULL
                                : new_writer (preparing->db, field->schema, TRUE, preparing->error);
  List *list;

  preparing->failed |= writer == NULL;
  if (writer == NULL)
    return;

  list = g_new0 (List, 1);
  list->field = field;
  list->writer = writer;
  g_ptr_array_add (preparing->writer->lists, list);
}

static PsgRecordWriter *
new_writer (PsgDb           *db,
            const PsgSchema *schema,
            gboolean         inner,
            GError         **error)
{
  g_autoptr (PsgRecordWriter) self = g_new0 (PsgRecordWriter, 1);
  g_autofree char *sql = psg_file_schema_insert (schema, inner);
  Preparing preparing = { self, db, error, FALSE };

  self->schema = schema;
  self->inner = inner;
  self->links = g_ptr_array_new_with_free_func (free_link);
  self->lists = g_ptr_array_new_with_free_func (free_list);
  self->insert = psg_db_statement_new (db, sql, error);
  if (self->insert == NULL)
    return NULL;

  psg_schema_each_link (schema, prepare_link_cb, &preparing);
  psg_schema_each_list (schema, prepare_list_cb, &preparing);

  return preparing.failed ? NULL : g_steal_pointer (&self);
}

static char *
text_to_json (const PsgText *text)
{
  GString *out = g_string_new ("{");

  for (guint i = 0; i < psg_text_get_n (text); i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      psg_json_append_string (out, psg_text_get_language (text, i));
      g_string_append_c (out, ':');
      psg_json_append_string (out, psg_text_get_value (text, i));
    }
  g_string_append_c (out, '}');

  return g_string_free (out, FALSE);
}

static char *
strings_to_json (GStrv strings)
{
  GString *out = g_string_new ("[");

  for (guint i = 0; strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      psg_json_append_string (out, strings[i]);
    }
  g_string_append_c (out, ']');

  return g_string_free (out, FALSE);
}

/* The text of a field that is kept as text; %NULL where there is nothing. */
static char *
field_to_text (const PsgField *field,
               gconstpointer   record)
{
  gpointer pointer;

  switch (field->type)
    {
    case PSG_FIELD_TEXT:
      pointer = PSG_FIELD_AT (PsgText *, field, record);
      return pointer != NULL ? text_to_json (pointer) : NULL;
    case PSG_FIELD_STRINGS:
    case PSG_FIELD_TAGS:
      pointer = PSG_FIELD_AT (GStrv, field, record);
      return pointer != NULL ? strings_to_json (pointer) : NULL;
    case PSG_FIELD_DATE:
    case PSG_FIELD_INTERVAL:
      pointer = PSG_FIELD_AT (PsgEdtf *, field, record);
      return pointer != NULL ? g_strdup (psg_edtf_get_text (pointer)) : NULL;
    case PSG_FIELD_SPAN:
      return psg_time_span_to_edtf (&PSG_FIELD_AT (PsgTimeSpan, field, record));
    case PSG_FIELD_DAY:
      return psg_day_format_iso (PSG_FIELD_AT (PsgDay, field, record));
    case PSG_FIELD_CONFIDENCE:
      return PSG_FIELD_AT (char, field, record) != '\0' ? g_strndup (&PSG_FIELD_AT (char, field, record), 1) : NULL;
    case PSG_FIELD_ENUM:
      return g_strdup (field->words[PSG_FIELD_AT (guint, field, record)]);
    case PSG_FIELD_COLOR:
      return g_strdup_printf ("#%06x", PSG_FIELD_AT (guint32, field, record));
    default:
      return g_strdup (PSG_FIELD_AT (char *, field, record));
    }
}

static void
bind_field_cb (const PsgField *field,
               gpointer        data)
{
  Binding *binding = data;
  g_autofree char *text = NULL;

  switch (field->type)
    {
    case PSG_FIELD_NUMBER:
      psg_db_statement_bind_double (binding->statement, binding->parameter,
                                    PSG_FIELD_AT (double, field, binding->record));
      break;
    case PSG_FIELD_COUNT:
    case PSG_FIELD_FLAG:
    case PSG_FIELD_LANE:
      psg_db_statement_bind_int (binding->statement, binding->parameter, PSG_FIELD_AT (guint, field, binding->record));
      break;
    default:
      text = field_to_text (field, binding->record);
      psg_db_statement_bind_text (binding->statement, binding->parameter, text);
      break;
    }

  binding->parameter++;
}

static gboolean
write_links (const Link    *link,
             gconstpointer  record,
             gint64         n,
             GError       **error)
{
  GStrv ids = PSG_FIELD_AT (GStrv, link->field, record);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      psg_db_statement_bind_int (link->insert, 1, n);
      psg_db_statement_bind_int (link->insert, 2, i);
      psg_db_statement_bind_text (link->insert, 3, ids[i]);
      if (!psg_db_statement_run (link->insert, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_list (const List    *list,
            gconstpointer  record,
            gint64         n,
            GError       **error)
{
  GPtrArray *records = PSG_FIELD_AT (GPtrArray *, list->field, record);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!write_record (list->writer, g_ptr_array_index (records, i), n, error))
      return FALSE;

  return TRUE;
}

static gboolean
write_record (PsgRecordWriter *self,
              gconstpointer    record,
              gint64           parent,
              GError         **error)
{
  Binding binding = { self->insert, 2, record };
  gint64 n = self->n++;

  psg_db_statement_bind_int (self->insert, 1, n);
  if (self->inner)
    psg_db_statement_bind_int (self->insert, binding.parameter++, parent);
  psg_schema_each_column (self->schema, bind_field_cb, &binding);
  if (!psg_db_statement_run (self->insert, error))
    return FALSE;

  for (guint i = 0; i < self->links->len; i++)
    if (!write_links (g_ptr_array_index (self->links, i), record, n, error))
      return FALSE;
  for (guint i = 0; i < self->lists->len; i++)
    if (!write_list (g_ptr_array_index (self->lists, i), record, n, error))
      return FALSE;

  return TRUE;
}

/**
 * psg_record_writer_new:
 * @db: a database that has the tables and outlives the writer
 * @schema: what is to be written
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a writer
 */
PsgRecordWriter *
psg_record_writer_new (PsgDb           *db,
                       const PsgSchema *schema,
                       GError         **error)
{
  return new_writer (db, schema, FALSE, error);
}

void
psg_record_writer_free (PsgRecordWriter *self)
{
  g_clear_pointer (&self->insert, psg_db_statement_free);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->lists);
  g_free (self);
}

/**
 * psg_record_writer_write:
 * @self: a writer
 * @record: a record of its schema
 * @error: return location
 *
 * Writes the record with its links and inner records. The first becomes row 0.
 *
 * Returns: whether it was written
 */
gboolean
psg_record_writer_write (PsgRecordWriter *self,
                         gconstpointer    record,
                         GError         **error)
{
  return write_record (self, record, 0, error);
}
