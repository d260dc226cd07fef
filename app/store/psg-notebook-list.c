/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-file.h"

#include <string.h>

#include "psg-notebook-found.h"
#include "psg-notebook-row.h"
#include "psg-notebook-schema.h"

/* Lists of notes, in order and a part at a time. */

static const char *const orders[] = {
  [PSG_NOTE_ORDER_MODIFIED] = "modified DESC, note.id",
  [PSG_NOTE_ORDER_CREATED] = "created, note.id",
  [PSG_NOTE_ORDER_SUBJECT] = "span_start IS NULL, span_start, span_end, note.id",
};

#define LIST_MARKS "SELECT " PSG_NOTEBOOK_COLUMNS ", row FROM note WHERE +deleted = 0 AND row > ? ORDER BY row"

/* Adds what @filter asks, once it has been searched for its words. */
static gboolean
add_conditions (PsgNotebookFile     *self,
                PsgNotebookQuery    *query,
                const PsgNoteFilter *filter,
                GError             **error)
{
  PsgNotebookFound *found = psg_notebook_file_get_found (self);

  if (filter->text == NULL)
    {
      psg_notebook_query_add_filter (query, filter);
      return TRUE;
    }
  if (!psg_notebook_found_search (found, filter, error))
    return FALSE;

  psg_notebook_found_add_to (found, query, filter);

  return TRUE;
}

/* (transfer full) (nullable): ready to be stepped. */
static PsgDbStatement *
prepare_list (PsgNotebookFile     *self,
              const PsgNoteFilter *filter,
              GError             **error)
{
  g_autoptr (PsgNotebookQuery) query = psg_notebook_query_new ("SELECT " PSG_NOTEBOOK_COLUMNS " FROM note");
  gint64 limit = filter->limit > 0 ? (gint64) filter->limit : -1;

  if (!add_conditions (self, query, filter, error))
    return NULL;

  psg_notebook_query_append (query, " ORDER BY ");
  psg_notebook_query_append (query, orders[filter->order]);
  psg_notebook_query_append (query, " LIMIT ? OFFSET ?");
  psg_notebook_query_bind (query, g_variant_new_int64 (limit));
  psg_notebook_query_bind (query, g_variant_new_int64 (filter->offset));

  return psg_notebook_query_prepare (query, psg_notebook_file_get_db (self), error);
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
  g_autoptr (PsgDbStatement) statement = prepare_list (self, filter, error);

  if (statement != NULL && collect_notes (statement, notes, error))
    return g_steal_pointer (&notes);

  psg_notebook_convert_error (error);
  return NULL;
}

/* Whether there was another row: then where it was is kept, whatever stood there. */
static PsgDbStep
read_mark (PsgDbStatement  *statement,
           PsgNoteMarkPage *page,
           GError         **error)
{
  PsgDbStep step = psg_db_statement_step (statement, error);

  if (step == PSG_DB_ROW)
    {
      g_autoptr (PsgNote) note = psg_notebook_row_read (statement);

      page->next = psg_db_statement_get_int (statement, PSG_NOTEBOOK_N_COLUMNS);
      if (note != NULL)
        g_ptr_array_add (page->marks, psg_note_mark_new (note));
    }

  return step;
}

/**
 * psg_notebook_file_list_marks:
 * @self: a notebook
 * @from: %PSG_NOTE_MARKS_BEGIN, or where the page before says
 * @limit: of how many notes at most
 * @error: return location
 *
 * In the order in which they lie in the file, so that each part of it is read once.
 *
 * Returns: (transfer full) (nullable): marks of notes that are not in the bin
 */
PsgNoteMarkPage *
psg_notebook_file_list_marks (PsgNotebookFile *self,
                              gint64           from,
                              guint            limit,
                              GError         **error)
{
  g_autoptr (PsgNoteMarkPage) page = psg_note_mark_page_new ();
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (psg_notebook_file_get_db (self), LIST_MARKS, error);
  PsgDbStep step = statement != NULL ? PSG_DB_ROW : PSG_DB_ERROR;
  guint n = 0;

  if (statement != NULL)
    psg_db_statement_bind_int (statement, 1, from);
  while (step == PSG_DB_ROW && n++ < limit)
    step = read_mark (statement, page, error);
  page->is_last = step == PSG_DB_DONE;
  if (step != PSG_DB_ERROR)
    return g_steal_pointer (&page);

  psg_notebook_convert_error (error);
  return NULL;
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
  g_autoptr (PsgNotebookQuery) query = psg_notebook_query_new ("SELECT count(*) FROM note");
  g_autoptr (PsgDbStatement) statement = NULL;
  gboolean added = add_conditions (self, query, filter, error);

  *n_notes = 0;
  if (added && filter->text != NULL && psg_notebook_found_count (psg_notebook_file_get_found (self), n_notes))
    return TRUE;

  if (added)
    statement = psg_notebook_query_prepare (query, psg_notebook_file_get_db (self), error);
  if (statement == NULL || psg_db_statement_step (statement, error) != PSG_DB_ROW)
    {
      psg_notebook_convert_error (error);
      return FALSE;
    }

  *n_notes = (guint) psg_db_statement_get_int (statement, 0);

  return TRUE;
}

static int
compare_tags (gconstpointer a,
              gconstpointer b)
{
  const PsgTagCount *first = *(PsgTagCount *const *) a;
  const PsgTagCount *second = *(PsgTagCount *const *) b;
  int order = g_utf8_collate (first->tag, second->tag);

  return order != 0 ? order : strcmp (first->tag, second->tag);
}

/**
 * psg_notebook_file_list_tags:
 * @self: a notebook
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type PsgTagCount): all tags of notes
 *   that are not in the bin, in the order of the locale
 */
GPtrArray *
psg_notebook_file_list_tags (PsgNotebookFile *self,
                             GError         **error)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_tag_count_free);
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (psg_notebook_file_get_db (self),
                            "SELECT tag, count(*) FROM note_tag JOIN note ON note.row = note_tag.note "
                            "WHERE deleted = 0 GROUP BY tag", error);
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
    {
      g_ptr_array_sort (tags, compare_tags);
      return g_steal_pointer (&tags);
    }

  psg_notebook_convert_error (error);
  return NULL;
}
