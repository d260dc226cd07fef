/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-own-table.h"

#include "psg-library.h"

#include <glib/gi18n-lib.h>

/* The person's own documents as rows of a notebook, with the text of their pages. It touches no file of theirs. */

#define INSERT_DOCUMENT \
  "INSERT INTO own_document (id, title, media, size, sha256, added, origin, pages, deleted) " \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
#define INSERT_PAGE \
  "INSERT INTO own_page (document, page, title, text) " \
  "SELECT row, ?2, title, ?3 FROM own_document WHERE id = ?1"
#define OF_DOCUMENT "document = (SELECT row FROM own_document WHERE id = ?1)"

/* The full-text index has no copy of the texts: to forget a row it must be told what stood there. */
#define UNINDEX \
  "INSERT INTO own_search (own_search, rowid, title, text) SELECT 'delete', row, title, text FROM own_page WHERE " \
  OF_DOCUMENT
#define INDEX "INSERT INTO own_search (rowid, title, text) SELECT row, title, text FROM own_page WHERE " OF_DOCUMENT

/* What is to be written, and what came of it. */
typedef struct
{
  const PsgOwnDocument *document;
  GPtrArray            *pages;
  PsgOwnDocument       *kept;
} Putting;

/**
 * psg_own_table_read:
 * @statement: on a row of %PSG_OWN_COLUMNS
 *
 * Returns: (transfer full) (nullable): the document; %NULL if what stands there is none
 */
PsgOwnDocument *
psg_own_table_read (PsgDbStatement *statement)
{
  g_autoptr (PsgOwnDocument) document = psg_own_document_new ();

  document->id = g_strdup (psg_db_statement_get_text (statement, 0));
  document->title = g_strdup (psg_db_statement_get_text (statement, 1));
  document->media = CLAMP (psg_db_statement_get_int (statement, 2), 0, G_MAXINT);
  document->size = MAX (psg_db_statement_get_int (statement, 3), 0);
  document->sha256 = g_strdup (psg_db_statement_get_text (statement, 4));
  document->added = psg_db_statement_get_int (statement, 5);
  document->origin = g_strdup (psg_db_statement_get_text (statement, 6));
  document->n_pages = CLAMP (psg_db_statement_get_int (statement, 7), 0, PSG_OWN_MAX_PAGES);
  document->deleted = psg_db_statement_get_int (statement, 8);

  return psg_own_document_is_valid (document) ? g_steal_pointer (&document) : NULL;
}

static gboolean
run_for_id (PsgDb       *db,
            const char  *sql,
            const char  *id,
            GError     **error)
{
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (db, sql, error);

  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_text (statement, 1, id);

  return psg_db_statement_run (statement, error);
}

/* Whether the query ran. */
static gboolean
find (PsgNotebookFile  *file,
      const char       *id,
      PsgOwnDocument  **document,
      GError          **error)
{
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (psg_notebook_file_get_db (file),
                            "SELECT " PSG_OWN_COLUMNS " FROM own_document WHERE id = ?", error);
  PsgDbStep step;

  *document = NULL;
  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_text (statement, 1, id);
  step = psg_db_statement_step (statement, error);
  if (step == PSG_DB_ROW)
    *document = psg_own_table_read (statement);

  return step != PSG_DB_ERROR;
}

static gboolean
fail_not_found (GError **error)
{
  return psg_library_fail (error, PSG_LIBRARY_ERROR_NOT_FOUND, _("This document is not in your notebook"));
}

/**
 * psg_own_table_find:
 * @file: a notebook
 * @id: a document's id
 * @error: return location; %PSG_LIBRARY_ERROR_NOT_FOUND if there is none, or it is in the bin
 *
 * Returns: (transfer full) (nullable): the document
 */
PsgOwnDocument *
psg_own_table_find (PsgNotebookFile *file,
                    const char      *id,
                    GError         **error)
{
  g_autoptr (PsgOwnDocument) document = NULL;

  if (!find (file, id, &document, error))
    psg_notebook_convert_error (error);
  else if (document == NULL || document->deleted != 0)
    fail_not_found (error);
  else
    return g_steal_pointer (&document);

  return NULL;
}

/**
 * psg_own_table_list:
 * @file: a notebook
 * @unread: (element-type PsgOwnDocument): where those are put whose text is not in the notebook
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type PsgOwnDocument): all that are not in the bin
 */
GPtrArray *
psg_own_table_list (PsgNotebookFile *file,
                    GPtrArray       *unread,
                    GError         **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_own_document_unref);
  g_autoptr (PsgDbStatement) statement = NULL;
  PsgDbStep step = PSG_DB_ERROR;

  statement = psg_db_statement_new (psg_notebook_file_get_db (file),
                                    "SELECT " PSG_OWN_COLUMNS ", "
                                    "EXISTS (SELECT 1 FROM own_page WHERE document = own_document.row) "
                                    "FROM own_document WHERE deleted = 0", error);
  while (statement != NULL && (step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    {
      PsgOwnDocument *document = psg_own_table_read (statement);

      if (document == NULL)
        continue;
      g_ptr_array_add (documents, document);
      if (psg_db_statement_get_int (statement, 9) == 0)
        g_ptr_array_add (unread, psg_own_document_ref (document));
    }

  if (step == PSG_DB_DONE)
    return g_steal_pointer (&documents);

  psg_notebook_convert_error (error);

  return NULL;
}

static gboolean
insert_document (PsgDb                 *db,
                 const PsgOwnDocument  *document,
                 GError               **error)
{
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (db, INSERT_DOCUMENT, error);

  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_text (statement, 1, document->id);
  psg_db_statement_bind_text (statement, 2, document->title);
  psg_db_statement_bind_int (statement, 3, document->media);
  psg_db_statement_bind_int (statement, 4, document->size);
  psg_db_statement_bind_text (statement, 5, document->sha256);
  psg_db_statement_bind_int (statement, 6, document->added);
  psg_db_statement_bind_text (statement, 7, document->origin);
  psg_db_statement_bind_int (statement, 8, document->n_pages);
  psg_db_statement_bind_int (statement, 9, document->deleted);

  return psg_db_statement_run (statement, error);
}

/* Pages of a PDF count from 1; the text of a document without pages is page 0. */
static gboolean
insert_pages (PsgDb                 *db,
              const PsgOwnDocument  *document,
              GPtrArray             *pages,
              GError               **error)
{
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (db, INSERT_PAGE, error);
  guint first = document->n_pages > 0 ? 1 : 0;

  for (guint i = 0; statement != NULL && i < pages->len; i++)
    {
      psg_db_statement_reset (statement);
      psg_db_statement_bind_text (statement, 1, document->id);
      psg_db_statement_bind_int (statement, 2, first + i);
      psg_db_statement_bind_text (statement, 3, g_ptr_array_index (pages, i));
      if (!psg_db_statement_run (statement, error))
        return FALSE;
    }

  return statement != NULL;
}

static gboolean
replace_pages (PsgDb                 *db,
               const PsgOwnDocument  *document,
               GPtrArray             *pages,
               GError               **error)
{
  return run_for_id (db, UNINDEX, document->id, error)
         && run_for_id (db, "DELETE FROM own_page WHERE " OF_DOCUMENT, document->id, error)
         && insert_pages (db, document, pages, error)
         && run_for_id (db, INDEX, document->id, error);
}

static gboolean
write_document (PsgNotebookFile *file,
                gpointer         data,
                GError         **error)
{
  Putting *putting = data;
  PsgDb *db = psg_notebook_file_get_db (file);

  g_clear_pointer (&putting->kept, psg_own_document_unref);
  if (!find (file, putting->document->id, &putting->kept, error))
    return FALSE;
  if (putting->kept == NULL)
    {
      putting->kept = psg_own_document_ref (putting->document);
      if (!insert_document (db, putting->document, error))
        return FALSE;
    }
  else if (!run_for_id (db, "UPDATE own_document SET deleted = 0 WHERE id = ?1", putting->kept->id, error))
    return FALSE;

  return putting->pages == NULL || replace_pages (db, putting->kept, putting->pages, error);
}

/**
 * psg_own_table_put:
 * @file: a notebook
 * @document: what is added; if it is there already it only comes out of the bin
 * @pages: (nullable) (element-type utf8): its text; %NULL: to be read later
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what is in the notebook now
 */
PsgOwnDocument *
psg_own_table_put (PsgNotebookFile       *file,
                   const PsgOwnDocument  *document,
                   GPtrArray             *pages,
                   GError               **error)
{
  Putting putting = { document, pages, NULL };

  if (psg_notebook_file_write (file, write_document, &putting, error))
    return putting.kept;

  g_clear_pointer (&putting.kept, psg_own_document_unref);

  return NULL;
}

typedef struct
{
  const char *id;
  gint64      deleted;
} Fate;

static gboolean
write_fate (PsgNotebookFile *file,
            gpointer         data,
            GError         **error)
{
  const Fate *fate = data;
  PsgDb *db = psg_notebook_file_get_db (file);
  g_autoptr (PsgOwnDocument) document = NULL;
  g_autoptr (PsgDbStatement) statement = NULL;

  if (!find (file, fate->id, &document, error))
    return FALSE;
  if (document == NULL)
    return fail_not_found (error);

  statement = psg_db_statement_new (db, "UPDATE own_document SET deleted = ?2 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  psg_db_statement_bind_text (statement, 1, fate->id);
  psg_db_statement_bind_int (statement, 2, fate->deleted);

  return psg_db_statement_run (statement, error);
}

/* Puts a document into the bin at a time, in microseconds since 1970 UTC, or with 0 takes it out. */
gboolean
psg_own_table_set_deleted (PsgNotebookFile *file,
                           const char      *id,
                           gint64           deleted,
                           GError         **error)
{
  Fate fate = { id, deleted };

  return psg_notebook_file_write (file, write_fate, &fate, error);
}

typedef struct
{
  gint64     before;
  GPtrArray *gone;
} Purge;

static gboolean
collect_old (PsgDb   *db,
             Purge   *purge,
             GError **error)
{
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (db, "SELECT " PSG_OWN_COLUMNS " FROM own_document "
                                "WHERE deleted > 0 AND deleted < ?1", error);
  PsgDbStep step = PSG_DB_ERROR;

  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_int (statement, 1, purge->before);
  while ((step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    {
      PsgOwnDocument *document = psg_own_table_read (statement);

      if (document != NULL)
        g_ptr_array_add (purge->gone, document);
    }

  return step == PSG_DB_DONE;
}

static gboolean
write_purge (PsgNotebookFile *file,
             gpointer         data,
             GError         **error)
{
  Purge *purge = data;
  PsgDb *db = psg_notebook_file_get_db (file);

  g_ptr_array_set_size (purge->gone, 0);
  if (!collect_old (db, purge, error))
    return FALSE;

  for (guint i = 0; i < purge->gone->len; i++)
    {
      const char *id = ((PsgOwnDocument *) g_ptr_array_index (purge->gone, i))->id;

      if (!run_for_id (db, UNINDEX, id, error)
          || !run_for_id (db, "DELETE FROM own_document WHERE id = ?1", id, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * psg_own_table_purge:
 * @file: a notebook
 * @before: microseconds since 1970 UTC
 * @error: return location
 *
 * Takes out for good what went to the bin before a time.
 *
 * Returns: (transfer full) (nullable) (element-type PsgOwnDocument): what is gone: their files may go
 */
GPtrArray *
psg_own_table_purge (PsgNotebookFile *file,
                     gint64           before,
                     GError         **error)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_own_document_unref);
  Purge purge = { before, gone };

  return psg_notebook_file_write (file, write_purge, &purge, error) ? g_steal_pointer (&gone) : NULL;
}
