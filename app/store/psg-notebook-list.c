/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-file.h"

#include "psg-json-string.h"
#include "psg-notebook-row.h"
#include "psg-notebook-schema.h"
#include "psg-search-query.h"

/* Lists of notes: a filter as a query. Words of a person are bound, never written into it. */

/* A filter's text with no word in it finds nothing. */
#define NO_MATCH "\"\""
/* So many are looked up one by one sooner than found while going through all. */
#define FEW "1000"

static const char *const orders[] = {
  [PSG_NOTE_ORDER_MODIFIED] = "modified DESC, note.id",
  [PSG_NOTE_ORDER_CREATED] = "created, note.id",
  [PSG_NOTE_ORDER_SUBJECT] = "span_start IS NULL, span_start, span_end, note.id",
};

/* A query being written, and what is to be bound in it: texts or numbers. */
typedef struct
{
  GString   *sql;
  GPtrArray *values; /* of GVariant */
} Query;

static void
add_condition (Query      *query,
               const char *condition,
               GVariant   *value)
{
  g_string_append_printf (query->sql, " AND %s", condition);
  if (value != NULL)
    g_ptr_array_add (query->values, g_variant_ref_sink (value));
}

static void
add_text (Query      *query,
          const char *condition,
          const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return;

  valid = g_utf8_make_valid (text, -1);
  add_condition (query, condition, g_variant_new_string (valid));
}

static void
add_int (Query      *query,
         const char *condition,
         gint64      value)
{
  add_condition (query, condition, g_variant_new_int64 (value));
}

/* (transfer full): as the full-text index is asked. */
static char *
dup_match (const char *text)
{
  char *match = psg_search_query_to_match (text);

  return match != NULL ? match : g_strdup (NO_MATCH);
}

static gboolean
finds_few (PsgNotebookFile *self,
           const char      *match)
{
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (psg_notebook_file_get_db (self),
                            "SELECT count(*) < " FEW " FROM "
                            "(SELECT 1 FROM note_search WHERE note_search MATCH ? LIMIT " FEW ")", NULL);

  if (statement == NULL)
    return TRUE;
  psg_db_statement_bind_text (statement, 1, match);

  return psg_db_statement_step (statement, NULL) != PSG_DB_ROW || psg_db_statement_get_int (statement, 0) != 0;
}

/* Where the first of many are wanted, notes are gone through in order and each looked up among those found, until there
 * are enough: the plus sign keeps it so. Else all that are found are looked up among the notes. */
static void
add_search (Query           *query,
            PsgNotebookFile *self,
            const char      *text,
            gboolean         in_order)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  g_autofree char *match = valid != NULL ? dup_match (valid) : NULL;
  gboolean walk = match != NULL && in_order && !finds_few (self, match);

  add_text (query, walk ? "+note.row IN (SELECT rowid FROM note_search WHERE note_search MATCH ?)"
                        : "note.row IN (SELECT rowid FROM note_search WHERE note_search MATCH ?)", match);
}

/* However many they are, they are bound as one value. */
static void
add_list (Query             *query,
          const char        *condition,
          const char *const *texts)
{
  g_autoptr (GString) array = NULL;

  if (texts == NULL)
    return;

  array = g_string_new ("[");
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (array, ',');
      psg_json_append_string (array, texts[i]);
    }
  g_string_append_c (array, ']');
  add_text (query, condition, array->str);
}

static void
add_filter (Query               *query,
            PsgNotebookFile     *self,
            const PsgNoteFilter *filter,
            gboolean             in_order)
{
  add_condition (query, filter->binned ? "deleted > 0" : "deleted = 0", NULL);
  add_search (query, self, filter->text, in_order && filter->limit > 0);
  add_text (query, "note.row IN (SELECT note FROM note_tag WHERE tag = ?)", filter->tag);
  add_text (query, "note.row IN (SELECT note FROM note_link WHERE link = ?)", filter->link);
  add_text (query, "collection = ?", filter->collection);
  add_text (query, "target = ?", filter->target);
  add_list (query, "id IN (SELECT value FROM json_each (?))", (const char *const *) filter->ids);
  add_list (query, "target IN (SELECT value FROM json_each (?))", (const char *const *) filter->targets);
  if (filter->kinds != 0)
    add_int (query, "(1 << kind) & ?", filter->kinds);
  if (filter->colours != 0)
    add_int (query, "(1 << colour) & ?", filter->colours);
  if (filter->statuses != 0)
    add_int (query, "(1 << status) & ?", filter->statuses);
  if (filter->bookmarked)
    add_condition (query, "bookmark = 1", NULL);
  if (filter->review)
    add_condition (query, "review = 1", NULL);
  if (filter->modified_from != 0)
    add_int (query, "modified >= ?", filter->modified_from);
  if (filter->modified_to != 0)
    add_int (query, "modified < ?", filter->modified_to);
  if (filter->has_span)
    {
      add_int (query, "span_start < ?", filter->span.end);
      add_int (query, "span_end > ?", filter->span.start);
    }
}

static void
bind_values (PsgDbStatement *statement,
             GPtrArray      *values)
{
  for (guint i = 0; i < values->len; i++)
    {
      GVariant *value = g_ptr_array_index (values, i);

      if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        psg_db_statement_bind_text (statement, i + 1, g_variant_get_string (value, NULL));
      else
        psg_db_statement_bind_int (statement, i + 1, g_variant_get_int64 (value));
    }
}

/* (transfer full) (nullable): ready to be stepped. */
static PsgDbStatement *
prepare_query (PsgNotebookFile     *self,
               const char          *columns,
               const PsgNoteFilter *filter,
               gboolean             in_order,
               GError             **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  Query query = { sql, values };
  gint64 limit = filter->limit > 0 ? (gint64) filter->limit : -1;
  PsgDbStatement *statement;

  g_string_append_printf (sql, "SELECT %s FROM note WHERE TRUE", columns);
  add_filter (&query, self, filter, in_order);
  if (in_order)
    {
      g_string_append_printf (sql, " ORDER BY %s LIMIT ? OFFSET ?", orders[filter->order]);
      g_ptr_array_add (values, g_variant_ref_sink (g_variant_new_int64 (limit)));
      g_ptr_array_add (values, g_variant_ref_sink (g_variant_new_int64 (filter->offset)));
    }

  statement = psg_db_statement_new (psg_notebook_file_get_db (self), sql->str, error);
  if (statement != NULL)
    bind_values (statement, values);

  return statement;
}

static gboolean
collect_notes (PsgDbStatement *statement,
               GPtrArray      *notes,
               GError        **error)
{
  PsgDbStep step;

  while ((step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    {
      PsgNote *note = psg_notebook_row_read (statement);

      /* One that cannot be read does not hide the others. */
      if (note != NULL)
        g_ptr_array_add (notes, note);
    }

  return step == PSG_DB_DONE;
}

/**
 * psg_notebook_file_list:
 * @self: a notebook
 * @filter: which notes, in what order
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type PsgNote): the notes
 */
GPtrArray *
psg_notebook_file_list (PsgNotebookFile     *self,
                        const PsgNoteFilter *filter,
                        GError             **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
  g_autoptr (PsgDbStatement) statement = prepare_query (self, PSG_NOTEBOOK_COLUMNS, filter, TRUE, error);

  if (statement != NULL && collect_notes (statement, notes, error))
    return g_steal_pointer (&notes);

  psg_notebook_convert_error (error);
  return NULL;
}

/* Whether words are all that is asked for. */
static gboolean
asks_for_words (const PsgNoteFilter *filter)
{
  return filter->text != NULL && !filter->binned && filter->ids == NULL && filter->tag == NULL
         && filter->collection == NULL && filter->target == NULL && filter->targets == NULL && filter->link == NULL
         && filter->kinds == 0 && filter->colours == 0 && filter->statuses == 0 && !filter->bookmarked
         && !filter->review && filter->modified_from == 0 && filter->modified_to == 0 && !filter->has_span;
}

/* (transfer full) (nullable): counts those with the words from their index alone, less the few in the bin. */
static PsgDbStatement *
prepare_word_count (PsgNotebookFile  *self,
                    const char       *text,
                    GError          **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *match = dup_match (valid);
  PsgDbStatement *statement =
      psg_db_statement_new (psg_notebook_file_get_db (self),
                            "SELECT (SELECT count(*) FROM note_search WHERE note_search MATCH ?1) - "
                            "(SELECT count(*) FROM note_search WHERE note_search MATCH ?1 "
                            "AND rowid IN (SELECT row FROM note WHERE deleted > 0))", error);

  if (statement != NULL)
    psg_db_statement_bind_text (statement, 1, match);

  return statement;
}

/**
 * psg_notebook_file_count:
 * @self: a notebook
 * @filter: which notes; its limit and offset do not count
 * @n_notes: (out): how many there are
 * @error: return location
 *
 * Returns: whether they could be counted
 */
gboolean
psg_notebook_file_count (PsgNotebookFile     *self,
                         const PsgNoteFilter *filter,
                         guint               *n_notes,
                         GError             **error)
{
  g_autoptr (PsgDbStatement) statement = asks_for_words (filter)
                                           ? prepare_word_count (self, filter->text, error)
                                           : prepare_query (self, "count(*)", filter, FALSE, error);

  *n_notes = 0;
  if (statement == NULL || psg_db_statement_step (statement, error) != PSG_DB_ROW)
    {
      psg_notebook_convert_error (error);
      return FALSE;
    }

  *n_notes = psg_db_statement_get_int (statement, 0);

  return TRUE;
}

/**
 * psg_notebook_file_list_tags:
 * @self: a notebook
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type PsgTagCount): all tags of notes
 *   that are not in the bin, by code point
 */
GPtrArray *
psg_notebook_file_list_tags (PsgNotebookFile *self,
                             GError         **error)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_tag_count_free);
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (psg_notebook_file_get_db (self),
                            "SELECT tag, count(*) FROM note_tag JOIN note ON note.row = note_tag.note "
                            "WHERE deleted = 0 GROUP BY tag ORDER BY tag", error);
  PsgDbStep step = PSG_DB_ERROR;

  while (statement != NULL && (step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    {
      const char *tag = psg_db_statement_get_text (statement, 0);
      PsgTagCount *count = g_new0 (PsgTagCount, 1);

      count->tag = g_strdup (tag != NULL ? tag : "");
      count->n_notes = psg_db_statement_get_int (statement, 1);
      g_ptr_array_add (tags, count);
    }

  if (step == PSG_DB_DONE)
    return g_steal_pointer (&tags);

  psg_notebook_convert_error (error);
  return NULL;
}
