/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-table.h"

#include "psg-lesson-json.h"

/* A person's own lessons as rows of a notebook: each is JSON in one row, so that it can be saved by itself. */

#define UPSERT \
  "INSERT INTO lesson (id, collection, modified, deleted, json) VALUES (?1, ?2, ?3, ?4, ?5) " \
  "ON CONFLICT (id) DO UPDATE SET collection = ?2, modified = ?3, deleted = ?4, json = ?5"

/**
 * psg_lesson_table_read:
 * @statement: on a row of %PSG_LESSON_COLUMNS
 *
 * Returns: (transfer full) (nullable): the lesson; %NULL if what stands there is none
 */
PsgLesson *
psg_lesson_table_read (PsgDbStatement *statement)
{
  const char *id = psg_db_statement_get_text (statement, 0);
  const char *json = psg_db_statement_get_text (statement, 2);
  const char *fault;
  g_autoptr (PsgLesson) lesson = json != NULL ? psg_lesson_parse (json, &fault) : NULL;

  if (lesson == NULL || g_strcmp0 (lesson->id, id) != 0)
    return NULL;

  lesson->deleted = psg_db_statement_get_int (statement, 1);

  return psg_lesson_find_fault (lesson) == NULL ? g_steal_pointer (&lesson) : NULL;
}

/**
 * psg_lesson_table_list:
 * @file: a notebook
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type PsgLesson): all of them, also those in the bin
 */
GPtrArray *
psg_lesson_table_list (PsgNotebookFile *file,
                       GError         **error)
{
  g_autoptr (GPtrArray) lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lesson_unref);
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (psg_notebook_file_get_db (file), "SELECT " PSG_LESSON_COLUMNS " FROM lesson", error);
  PsgDbStep step = PSG_DB_ERROR;

  while (statement != NULL && (step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    {
      PsgLesson *lesson = psg_lesson_table_read (statement);

      if (lesson != NULL)
        g_ptr_array_add (lessons, lesson);
    }

  if (step == PSG_DB_DONE)
    return g_steal_pointer (&lessons);

  psg_notebook_convert_error (error);

  return NULL;
}

/* Whether the query ran. */
static gboolean
find (PsgNotebookFile *file,
      const char      *id,
      PsgLesson      **lesson,
      GError         **error)
{
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (psg_notebook_file_get_db (file),
                            "SELECT " PSG_LESSON_COLUMNS " FROM lesson WHERE id = ?", error);
  PsgDbStep step;

  *lesson = NULL;
  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_text (statement, 1, id);
  step = psg_db_statement_step (statement, error);
  if (step == PSG_DB_ROW)
    *lesson = psg_lesson_table_read (statement);

  return step != PSG_DB_ERROR;
}

static gboolean
write_lesson (PsgDb           *db,
              const PsgLesson *lesson,
              GError         **error)
{
  const char *fault = psg_lesson_find_fault (lesson);
  g_autoptr (PsgDbStatement) statement = NULL;
  g_autofree char *json = NULL;

  if (fault != NULL)
    return psg_notebook_fail (error, PSG_NOTEBOOK_ERROR_INVALID, fault);

  statement = psg_db_statement_new (db, UPSERT, error);
  if (statement == NULL)
    return FALSE;

  json = psg_lesson_to_json (lesson);
  psg_db_statement_bind_text (statement, 1, lesson->id);
  psg_db_statement_bind_text (statement, 2, lesson->collection);
  psg_db_statement_bind_int (statement, 3, lesson->modified);
  psg_db_statement_bind_int (statement, 4, lesson->deleted);
  psg_db_statement_bind_text (statement, 5, json);

  return psg_db_statement_run (statement, error);
}

static gboolean
delete_lesson (PsgDb      *db,
               const char *id,
               GError    **error)
{
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (db, "DELETE FROM lesson WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_text (statement, 1, id);

  return psg_db_statement_run (statement, error);
}

static gboolean
write_change (PsgNotebookFile *file,
              PsgLessonChange *change,
              GError         **error)
{
  PsgDb *db = psg_notebook_file_get_db (file);
  g_autoptr (PsgLesson) stored = NULL;

  if (!find (file, psg_lesson_change_get_id (change), &stored, error))
    return FALSE;
  if (stored == NULL ? change->before != NULL
                     : change->before == NULL || !psg_lesson_equal (stored, change->before))
    return psg_notebook_fail (error, PSG_NOTEBOOK_ERROR_CONFLICT, NULL);

  return change->after != NULL ? write_lesson (db, change->after, error) : delete_lesson (db, stored->id, error);
}

static gboolean
write_changes (PsgNotebookFile *file,
               gpointer         data,
               GError         **error)
{
  GPtrArray *changes = data;

  for (guint i = 0; i < changes->len; i++)
    if (!write_change (file, g_ptr_array_index (changes, i), error))
      return FALSE;

  return TRUE;
}

/**
 * psg_lesson_table_apply:
 * @file: a notebook
 * @changes: (element-type PsgLessonChange): changes, in order
 * @error: return location
 *
 * Changes lessons that are still what the changes were made to. If one is not (it was changed by another
 * process), it fails with %PSG_NOTEBOOK_ERROR_CONFLICT.
 *
 * Returns: whether all of it is on the disk; if not, nothing is
 */
gboolean
psg_lesson_table_apply (PsgNotebookFile *file,
                        GPtrArray       *changes,
                        GError         **error)
{
  return psg_notebook_file_write (file, write_changes, changes, error);
}

static gboolean
write_purge (PsgNotebookFile *file,
             gpointer         data,
             GError         **error)
{
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (psg_notebook_file_get_db (file), "DELETE FROM lesson WHERE deleted > 0 AND deleted < ?",
                            error);

  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_int (statement, 1, *(const gint64 *) data);

  return psg_db_statement_run (statement, error);
}

/* Takes out for good what went to the bin before a time, in microseconds since 1970 UTC. */
gboolean
psg_lesson_table_purge (PsgNotebookFile *file,
                        gint64           before,
                        GError         **error)
{
  return psg_notebook_file_write (file, write_purge, &before, error);
}
