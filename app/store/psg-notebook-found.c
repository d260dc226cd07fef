/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-found.h"

#include "psg-db-private.h"
#include "psg-event-table.h"
#include "psg-row-set.h"

/*
 * Which notes have the words that are searched for, and all else that a filter asks: found out once for all pages of a
 * list and for how many there are. A letter may find them all: the full-text index goes through as many in
 * milliseconds, but putting each into a table of SQLite's takes ten times that, so they are bits. Queries ask for a bit
 * with `found (row)`.
 */

/* Rows beyond that are not of our making, and found without bits. */
#define MAX_ROWS (1 << 27)
/* Negative if any is. */
#define LAST_ROW "SELECT coalesce (iif ((SELECT min (row) FROM note) < 0, -1, (SELECT max (row) FROM note)), 0)"
/* So many are looked up one by one sooner than met while going through all. */
#define FEW 1000
#define FTS "SELECT rowid FROM note_search WHERE note_search MATCH ?"
/* Queries whose rows are put into the set, or taken out, without being returned: that would take longer than all else.
 * What counts is only met by rows that fit. */
#define PUT_ALL "SELECT count (put (rowid)) FROM note_search WHERE note_search MATCH ?"
#define TAKE_ALL "SELECT count (take (row)) FROM note"

struct _PsgNotebookFound
{
  PsgDb     *db;
  PsgRowSet *rows; /* (nullable): %NULL where rows have numbers too large for it */
  guint      n;
  char      *question; /* (nullable): what they were found for */
  gint64     data_version; /* as it was then: what others had written … */
  int        n_changes;    /* … and what we had */
};

/* Whether it has a bit; a person's file may hold any number. */
static gboolean
get_row (PsgNotebookFound *self,
         sqlite3_value    *value,
         guint            *row)
{
  gint64 number = sqlite3_value_int64 (value);

  *row = (guint) number;

  return self->rows != NULL && number >= 0 && number < psg_row_set_get_n_rows (self->rows);
}

static void
found_cb (sqlite3_context *context,
          int              n_values,
          sqlite3_value  **values)
{
  PsgNotebookFound *self = sqlite3_user_data (context);
  guint row;

  sqlite3_result_int (context, get_row (self, values[0], &row) && psg_row_set_contains (self->rows, row));
}

static void
put_cb (sqlite3_context *context,
        int              n_values,
        sqlite3_value  **values)
{
  PsgNotebookFound *self = sqlite3_user_data (context);
  guint row;

  if (get_row (self, values[0], &row))
    psg_row_set_add (self->rows, row);
  sqlite3_result_int (context, 1);
}

static void
take_cb (sqlite3_context *context,
         int              n_values,
         sqlite3_value  **values)
{
  PsgNotebookFound *self = sqlite3_user_data (context);
  guint row;

  if (get_row (self, values[0], &row))
    psg_row_set_remove (self->rows, row);
  sqlite3_result_int (context, 1);
}

static void
add_function (PsgNotebookFound *self,
              const char       *name,
              void            (*func) (sqlite3_context *, int, sqlite3_value **))
{
  sqlite3_create_function_v2 (self->db->handle, name, 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, self, func, NULL, NULL, NULL);
}

/* @db: outlives it */
PsgNotebookFound *
psg_notebook_found_new (PsgDb *db)
{
  PsgNotebookFound *self = g_new0 (PsgNotebookFound, 1);

  self->db = db;
  add_function (self, "found", found_cb);
  add_function (self, "put", put_cb);
  add_function (self, "take", take_cb);

  return self;
}

void
psg_notebook_found_free (PsgNotebookFound *self)
{
  g_clear_pointer (&self->rows, psg_row_set_unref);
  g_free (self->question);
  g_free (self);
}

static gboolean
run_query (PsgNotebookFound  *self,
           PsgNotebookQuery  *query,
           GError           **error)
{
  g_autoptr (PsgDbStatement) statement = psg_notebook_query_prepare (query, self->db, error);

  return statement != NULL && psg_db_statement_step (statement, error) == PSG_DB_ROW;
}

static gboolean
find_words (PsgNotebookFound *self,
            const char       *text,
            GError          **error)
{
  g_autofree char *match = psg_notebook_query_dup_match (text);
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (self->db, PUT_ALL, error);

  if (statement == NULL)
    return FALSE;
  psg_db_statement_bind_text (statement, 1, match);

  return psg_db_statement_step (statement, error) == PSG_DB_ROW;
}

/* Whether it asks for words and kinds alone. */
static gboolean
leaves_most (const PsgNoteFilter *filter)
{
  return !filter->binned && filter->ids == NULL && filter->tag == NULL && filter->collection == NULL
         && filter->other_version == NULL && filter->target == NULL && filter->targets == NULL && filter->link == NULL
         && filter->colours == 0 && filter->statuses == 0 && !filter->bookmarked && !filter->review
         && filter->modified_from == 0 && filter->modified_to == 0 && !filter->has_span;
}

/* (transfer full): their rows as an array in JSON */
static char *
dup_rows (PsgNotebookFound *self)
{
  GString *array = g_string_new ("[");

  for (guint row = psg_row_set_next (self->rows, 0); row != PSG_ROW_NONE; row = psg_row_set_next (self->rows, row + 1))
    g_string_append_printf (array, "%s%u", array->len > 1 ? "," : "", row);
  g_string_append_c (array, ']');

  return g_string_free (array, FALSE);
}

/* A few are looked up, many met while going through all. */
static void
add_rows (PsgNotebookFound *self,
          PsgNotebookQuery *query,
          guint             n)
{
  if (n < FEW)
    psg_notebook_query_add (query, "row IN (SELECT value FROM json_each (?))",
                            g_variant_new_take_string (dup_rows (self)));
  else
    psg_notebook_query_add (query, "found (row)", NULL);
}

/* Takes out what is in the bin, or of another kind: there is little of that. */
static gboolean
take_out_rest (PsgNotebookFound *self,
               guint             kinds,
               GError          **error)
{
  g_autoptr (PsgNotebookQuery) binned = psg_notebook_query_new (TAKE_ALL);

  psg_notebook_query_add (binned, "deleted > 0", NULL);
  if (!run_query (self, binned, error))
    return FALSE;

  for (guint kind = 0; kinds != 0 && kind < PSG_NOTE_N_KINDS; kind++)
    {
      g_autoptr (PsgNotebookQuery) query = psg_notebook_query_new (TAKE_ALL);

      if (kinds & 1u << kind)
        continue;
      psg_notebook_query_add (query, "deleted = 0", NULL);
      psg_notebook_query_add (query, "kind = ?", g_variant_new_int64 (kind));
          if (!run_query (self, query, error))
        return FALSE;
    }

  return TRUE;
}

/* Of those with the words. */
static gboolean
keep_fitting (PsgNotebookFound    *self,
              const PsgNoteFilter *filter,
              GError             **error)
{
  g_autoptr (PsgNotebookQuery) query = NULL;
  g_autoptr (PsgRowSet) found = NULL;

  if (leaves_most (filter))
    return take_out_rest (self, filter->kinds, error);

  found = psg_row_set_copy (self->rows);
  query = psg_notebook_query_new (TAKE_ALL);
  psg_notebook_query_add_filter (query, filter);
  add_rows (self, query, psg_row_set_count (self->rows));
  if (!run_query (self, query, error))
    return FALSE;

  /* What was taken out is what fits. */
  for (guint i = 0; i <= psg_row_set_get_n_rows (found) / 64; i++)
    psg_row_set_edit (found)[i] &= ~psg_row_set_get_words (self->rows)[i];
  psg_row_set_unref (self->rows);
  self->rows = g_steal_pointer (&found);

  return TRUE;
}

/* (transfer full): also says what would make two of them differ but for the order and the part of the list */
static char *
dup_question (const PsgNoteFilter *filter)
{
  g_autoptr (PsgNotebookQuery) query = psg_notebook_query_new ("");

  psg_notebook_query_add_filter (query, filter);
  psg_notebook_query_bind (query, g_variant_new_take_string (g_utf8_make_valid (filter->text, -1)));

  return psg_notebook_query_to_string (query);
}

static gboolean
is_found (PsgNotebookFound *self,
          const char       *question,
          gint64            data_version)
{
  return self->question != NULL && g_str_equal (self->question, question) && self->data_version == data_version
         && self->n_changes == sqlite3_total_changes (self->db->handle);
}

static gboolean
search_anew (PsgNotebookFound    *self,
             const PsgNoteFilter *filter,
             GError             **error)
{
  gint64 last;

  if (!psg_db_get_int (self->db, LAST_ROW, &last, error))
    return FALSE;

  g_clear_pointer (&self->rows, psg_row_set_unref);
  if (last < 0 || last > MAX_ROWS)
    return TRUE;

  self->rows = psg_row_set_new ((guint) last + 1);
  if (!find_words (self, filter->text, error) || !keep_fitting (self, filter, error))
    return FALSE;
  self->n = psg_row_set_count (self->rows);

  return TRUE;
}

/**
 * psg_notebook_found_search:
 * @self: what was found
 * @filter: with a text
 * @error: return location, for errors of a database
 *
 * Finds the notes that fit, if they have not just been found: `found (row)` holds for them from then on. The filter's
 * order, offset and limit do not count.
 *
 * Returns: whether it could
 */
gboolean
psg_notebook_found_search (PsgNotebookFound    *self,
                           const PsgNoteFilter *filter,
                           GError             **error)
{
  g_autofree char *question = dup_question (filter);
  gint64 data_version;

  if (!psg_db_get_int (self->db, "PRAGMA data_version", &data_version, error))
    return FALSE;
  if (is_found (self, question, data_version))
    return TRUE;

  g_clear_pointer (&self->question, g_free);
  if (!search_anew (self, filter, error))
    return FALSE;

  self->question = g_steal_pointer (&question);
  self->data_version = data_version;
  self->n_changes = sqlite3_total_changes (self->db->handle);

  return TRUE;
}

/* Whether they could be counted: all that fit, of a filter that has been searched for. */
gboolean
psg_notebook_found_count (PsgNotebookFound *self,
                          guint            *n)
{
  *n = self->n;

  return self->rows != NULL;
}

/**
 * psg_notebook_found_add_to:
 * @self: what was found
 * @query: a query
 * @filter: what was searched for
 *
 * Adds the conditions by which @query gives what was found.
 */
void
psg_notebook_found_add_to (PsgNotebookFound    *self,
                           PsgNotebookQuery    *query,
                           const PsgNoteFilter *filter)
{
  if (self->rows == NULL)
    {
      psg_notebook_query_add_filter (query, filter);
      psg_notebook_query_add (query, "row IN (" FTS ")",
                              g_variant_new_take_string (psg_notebook_query_dup_match (filter->text)));
      return;
    }

  /* That they are is known; the lists' indexes are taken where it is said. */
  psg_notebook_query_add_bin (query, filter);
  add_rows (self, query, self->n);
}
