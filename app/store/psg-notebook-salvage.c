/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-salvage.h"

#include "psg-lesson-table.h"
#include "psg-notebook-folder.h"
#include "psg-notebook-row.h"
#include "psg-own-table.h"

/* Takes from a damaged notebook every note that can still be read: from the first to
 * where it breaks, and from the last back to where it breaks. */

/* Where reading from one end stopped. */
typedef struct
{
  GHashTable *notes; /* id → PsgNote */
  gint64      last;  /* the row read last */
  gboolean    whole; /* there was nothing in the way */
} Reading;

static void
read_from_one_end (PsgDb      *db,
                   const char *sql,
                   gint64      until,
                   Reading    *reading)
{
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (db, sql, NULL);
  PsgDbStep step = PSG_DB_ERROR;

  if (statement != NULL)
    psg_db_statement_bind_int (statement, 1, until);
  while (statement != NULL && (step = psg_db_statement_step (statement, NULL)) == PSG_DB_ROW)
    {
      PsgNote *note = psg_notebook_row_read (statement);

      reading->last = psg_db_statement_get_int (statement, PSG_NOTEBOOK_N_COLUMNS);
      if (note != NULL)
        g_hash_table_replace (reading->notes, note->id, note);
    }

  reading->whole = step == PSG_DB_DONE;
}

#define SELECT_ROWS(event) \
  "SELECT " PSG_NOTEBOOK_COLUMNS_WITH (event) ", note.row FROM note NOT INDEXED WHERE note.row > ? ORDER BY note.row "

/* (transfer full): id → PsgNote */
static GHashTable *
read_what_can_be (PsgDb *db)
{
  static const char *const forwards[] = { SELECT_ROWS ("NULL"), SELECT_ROWS ("event") };
  static const char *const backwards[] = { SELECT_ROWS ("NULL") "DESC", SELECT_ROWS ("event") "DESC" };
  GHashTable *notes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) psg_note_unref);
  g_autoptr (PsgDbStatement) events = psg_db_statement_new (db, "SELECT event FROM note", NULL);
  Reading reading = { notes, G_MININT64, FALSE };

  read_from_one_end (db, forwards[events != NULL], G_MININT64, &reading);
  if (!reading.whole)
    read_from_one_end (db, backwards[events != NULL], reading.last, &reading);

  return notes;
}

static gint64
last_touched (const PsgNote *note)
{
  return MAX (note->modified, note->deleted);
}

/* What is not in the other notebook, or is older there. */
static GPtrArray *
choose_newer (GHashTable      *notes,
              PsgNotebookFile *into)
{
  GPtrArray *newer = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer note;

  g_hash_table_iter_init (&iter, notes);
  while (g_hash_table_iter_next (&iter, NULL, &note))
    {
      g_autoptr (PsgNote) there = psg_notebook_file_get (into, ((PsgNote *) note)->id, NULL);

      if (there == NULL || last_touched (note) > last_touched (there))
        g_ptr_array_add (newer, note);
    }

  return newer;
}

/* Documents without their text: that is in their files, and will be read again. */
static gboolean
salvage_documents (PsgDb            *db,
                   PsgNotebookFile  *into,
                   GError          **error)
{
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (db, "SELECT " PSG_OWN_COLUMNS " FROM own_document NOT INDEXED", NULL);

  while (statement != NULL && psg_db_statement_step (statement, NULL) == PSG_DB_ROW)
    {
      g_autoptr (PsgOwnDocument) document = psg_own_table_read (statement);
      g_autoptr (PsgOwnDocument) there = document != NULL ? psg_own_table_find (into, document->id, NULL) : NULL;
      g_autoptr (PsgOwnDocument) put = NULL;

      if (document == NULL || there != NULL || document->deleted != 0)
        continue;
      put = psg_own_table_put (into, document, NULL, error);
      if (put == NULL)
        return FALSE;
    }

  return TRUE;
}

/* (nullable): the lesson among others that has the id. */
static PsgLesson *
find_lesson (GPtrArray  *lessons,
             const char *id)
{
  for (guint i = 0; i < lessons->len; i++)
    if (g_str_equal (((PsgLesson *) g_ptr_array_index (lessons, i))->id, id))
      return g_ptr_array_index (lessons, i);

  return NULL;
}

/* Lessons that the other lacks, or has in an older state. There are none where an earlier layout is damaged. */
static gboolean
salvage_lessons (PsgDb            *db,
                 PsgNotebookFile  *into,
                 GError          **error)
{
  g_autoptr (GPtrArray) there = psg_lesson_table_list (into, error);
  g_autoptr (GPtrArray) changes = psg_lesson_changes_new ();
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (db, "SELECT " PSG_LESSON_COLUMNS " FROM lesson NOT INDEXED", NULL);

  if (there == NULL)
    return FALSE;

  while (statement != NULL && psg_db_statement_step (statement, NULL) == PSG_DB_ROW)
    {
      g_autoptr (PsgLesson) lesson = psg_lesson_table_read (statement);
      PsgLesson *before = lesson != NULL ? find_lesson (there, lesson->id) : NULL;

      if (lesson != NULL
          && (before == NULL || MAX (lesson->modified, lesson->deleted) > MAX (before->modified, before->deleted)))
        g_ptr_array_add (changes, psg_lesson_change_new (before, lesson));
    }

  return changes->len == 0 || psg_lesson_table_apply (into, changes, error);
}

/**
 * psg_notebook_salvage:
 * @path: a damaged notebook
 * @into: a sound one
 * @n_saved: (out): how many notes were put into it
 * @error: return location
 *
 * Puts into a notebook what a damaged one has that is newer, lessons with it, and documents that it lacks.
 *
 * Returns: whether what was found could be written
 */
gboolean
psg_notebook_salvage (const char      *path,
                      PsgNotebookFile *into,
                      guint           *n_saved,
                      GError         **error)
{
  g_autoptr (PsgDb) db = NULL;
  g_autoptr (GHashTable) notes = NULL;
  g_autoptr (GPtrArray) newer = NULL;

  *n_saved = 0;
  /* SQLite would remove the journal of an empty file. */
  if (psg_notebook_get_size (path) > 0)
    db = psg_db_open_own (path, PSG_DB_READ, 0, NULL);
  if (db == NULL)
    return TRUE;

  if (!salvage_documents (db, into, error) || !salvage_lessons (db, into, error))
    return FALSE;
  notes = read_what_can_be (db);
  newer = choose_newer (notes, into);
  if (newer->len > 0 && !psg_notebook_file_put (into, newer, error))
    return FALSE;

  *n_saved = newer->len;

  return TRUE;
}
