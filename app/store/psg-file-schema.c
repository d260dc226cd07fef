/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-file-schema.h"

/*
 * The tables of a collection file, as SQL. Those of records follow from their
 * schemas: a table `event` with a column for each plain field, numbered by `n`
 * from 0; a table `event_crossings` (n, position, id) for each array of ids; a table
 * with a `parent` for each array of records. A file is accepted only if it
 * consists of exactly these, and perhaps a table of notes: the compiler does not make it,
 * and what reads collections passes it over; see psg-exchange-copy.c.
 */

/* What is in no record. `event_column` holds the columns of the event table, packed. */
static const struct
{
  const char *name;
  const char *sql;
} fixed_objects[] = {
  { "event_column",
    "CREATE TABLE event_column (name TEXT PRIMARY KEY NOT NULL, data BLOB NOT NULL) STRICT" },
  { "document_text",
    "CREATE TABLE document_text (n INTEGER PRIMARY KEY, document INTEGER NOT NULL, language TEXT NOT NULL, "
    "markdown TEXT NOT NULL) STRICT" },
  { "document_text_by_document",
    "CREATE UNIQUE INDEX document_text_by_document ON document_text (document, language)" },
  { "passage_text",
    "CREATE TABLE passage_text (n INTEGER PRIMARY KEY, passage INTEGER NOT NULL, language TEXT NOT NULL, "
    "exact TEXT NOT NULL, prefix TEXT, suffix TEXT, position_start INTEGER NOT NULL, "
    "position_end INTEGER NOT NULL) STRICT" },
  { "passage_text_by_passage",
    "CREATE UNIQUE INDEX passage_text_by_passage ON passage_text (passage, language)" },
  { "image",
    "CREATE TABLE image (n INTEGER PRIMARY KEY, name TEXT NOT NULL, data BLOB NOT NULL) STRICT" },
  { "image_by_name",
    "CREATE UNIQUE INDEX image_by_name ON image (name)" },
  { "passage_by_document",
    "CREATE INDEX passage_by_document ON passage (document)" },
};

/* A note a row, in the order of `n`: an Annotation of the W3C's model, as data/notes/README.md describes it. */
const PsgFileObject psg_file_annotations = {
  (char *) "annotation",
  (char *) "CREATE TABLE annotation (n INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT",
};

const PsgFileObject psg_file_own_lessons = {
  (char *) "own_lesson",
  (char *) "CREATE TABLE own_lesson (n INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT",
};

/* One a kind, whose row numbers are those of its records; of documents, those of `document_text`. */
const char *const psg_file_search_tables[] = {
  "event_search", "document_search", "crossing_search", "claim_search", "source_search", "place_search", NULL
};
static const char *const search_parts[] = { "data", "idx", "content", "docsize", "config" };

static void
free_object (gpointer data)
{
  PsgFileObject *self = data;

  g_free (self->name);
  g_free (self->sql);
  g_free (self);
}

static void
add_object (GPtrArray *objects,
            char      *name,
            char      *sql)
{
  PsgFileObject *object = g_new0 (PsgFileObject, 1);

  object->name = name;
  object->sql = sql;
  g_ptr_array_add (objects, object);
}

static const char *
type_of (const PsgField *field)
{
  switch (field->type)
    {
    case PSG_FIELD_NUMBER:
      return "REAL";
    case PSG_FIELD_COUNT:
    case PSG_FIELD_FLAG:
    case PSG_FIELD_LANE:
      return "INTEGER";
    default:
      return "TEXT";
    }
}

static void
append_definition_cb (const PsgField *field,
                      gpointer        data)
{
  g_string_append_printf (data, ", %s %s%s", psg_field_get_column (field), type_of (field),
                          field->type == PSG_FIELD_ID ? " NOT NULL UNIQUE" : "");
}

static void
append_name_cb (const PsgField *field,
                gpointer        data)
{
  g_string_append_printf (data, ", %s", psg_field_get_column (field));
}

static void
append_parameter_cb (const PsgField *field,
                     gpointer        data)
{
  g_string_append (data, ", ?");
}

typedef struct
{
  GPtrArray       *objects;
  const PsgSchema *schema;
} Adding;

static void add_record_objects (GPtrArray *objects, const PsgSchema *schema, gboolean inner);

static void
add_link_cb (const PsgField *field,
             gpointer        data)
{
  Adding *adding = data;
  const char *table = adding->schema->table;
  const char *column = psg_field_get_column (field);

  add_object (adding->objects, g_strdup_printf ("%s_%s", table, column),
              g_strdup_printf ("CREATE TABLE %s_%s (n INTEGER NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, "
                               "PRIMARY KEY (n, position)) STRICT, WITHOUT ROWID", table, column));
  add_object (adding->objects, g_strdup_printf ("%s_%s_by_id", table, column),
              g_strdup_printf ("CREATE INDEX %s_%s_by_id ON %s_%s (id, n)", table, column, table, column));
}

static void
add_list_cb (const PsgField *field,
             gpointer        data)
{
  Adding *adding = data;

  add_record_objects (adding->objects, field->schema, TRUE);
}

static void
add_record_objects (GPtrArray       *objects,
                    const PsgSchema *schema,
                    gboolean         inner)
{
  Adding adding = { objects, schema };
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "CREATE TABLE %s (n INTEGER PRIMARY KEY%s", schema->table,
                   inner ? ", parent INTEGER NOT NULL" : "");
  psg_schema_each_column (schema, append_definition_cb, sql);
  g_string_append (sql, ") STRICT");
  add_object (objects, g_strdup (schema->table), g_string_free (sql, FALSE));

  if (inner)
    add_object (objects, g_strdup_printf ("%s_by_parent", schema->table),
                g_strdup_printf ("CREATE INDEX %s_by_parent ON %s (parent)", schema->table, schema->table));

  psg_schema_each_link (schema, add_link_cb, &adding);
  psg_schema_each_list (schema, add_list_cb, &adding);
}

/**
 * psg_file_schema_new:
 *
 * Returns: (transfer full) (element-type PsgFileObject): all a collection file
 *   consists of, in the order of making it
 */
GPtrArray *
psg_file_schema_new (void)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (free_object);

  for (guint i = 0; i < psg_n_schemas; i++)
    add_record_objects (objects, psg_schemas[i], FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (fixed_objects); i++)
    add_object (objects, g_strdup (fixed_objects[i].name), g_strdup (fixed_objects[i].sql));
  for (guint i = 0; psg_file_search_tables[i] != NULL; i++)
    add_object (objects, g_strdup (psg_file_search_tables[i]),
                g_strdup_printf ("CREATE VIRTUAL TABLE %s USING fts5 (title, names, text, "
                                 "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')",
                                 psg_file_search_tables[i]));
  for (guint i = 0; psg_file_search_tables[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (search_parts); j++)
      add_object (objects, g_strconcat (psg_file_search_tables[i], "_", search_parts[j], NULL), NULL);

  return objects;
}

/**
 * psg_file_schema_select:
 * @schema: a schema
 * @where: (nullable): the rest of the statement, `WHERE …`
 *
 * Returns: (transfer full): a query for `n` and every column
 */
char *
psg_file_schema_select (const PsgSchema *schema,
                        const char      *where)
{
  GString *sql = g_string_new ("SELECT n");

  psg_schema_each_column (schema, append_name_cb, sql);
  g_string_append_printf (sql, " FROM %s %s", schema->table, where != NULL ? where : "ORDER BY n");

  return g_string_free (sql, FALSE);
}

/* A statement that inserts `n`, then `parent` if the record lies within another, then every column. */
char *
psg_file_schema_insert (const PsgSchema *schema,
                        gboolean         inner)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s VALUES (?%s", schema->table, inner ? ", ?" : "");
  psg_schema_each_column (schema, append_parameter_cb, sql);
  g_string_append_c (sql, ')');

  return g_string_free (sql, FALSE);
}

/* The name of the link table of an array of ids. */
char *
psg_file_schema_link (const PsgSchema *schema,
                      const PsgField  *field)
{
  return g_strdup_printf ("%s_%s", schema->table, psg_field_get_column (field));
}
