/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-own-table.h"

#include "psg-search-query.h"

#include <string.h>

/*
 * The search among a person's own documents. Every page is a row of the full-text index; a document is found once,
 * on the page that fits best.
 */

/* Beyond this nobody counts. */
#define MOST_COUNTED 1000

#define MARK_START '\002'
#define MARK_END '\003'
#define MARKS "char (2), char (3)"

/* A match in the title counts for more than one in the text, as in a collection. */
#define SELECT_RANKED \
  "SELECT own_page.row, own_document.id, own_document.title, own_page.page, own_search.rank " \
  "FROM own_search JOIN own_page ON own_page.row = own_search.rowid " \
  "JOIN own_document ON own_document.row = own_page.document " \
  "WHERE own_search MATCH ?1 AND own_search.rank MATCH 'bm25(8.0, 1.0)' AND deleted = 0 ORDER BY own_search.rank"
#define SELECT_ALL \
  "SELECT 0, id, title, 0, 0.0 FROM own_document WHERE deleted = 0 ORDER BY title, id"
#define SELECT_MARKS \
  "SELECT highlight (own_search, 0, " MARKS "), snippet (own_search, 1, " MARKS ", '…', 24), " \
  "highlight (own_search, 1, " MARKS ") FROM own_search WHERE own_search MATCH ?1 AND rowid = ?2"

static gboolean
is_marked (const char *text)
{
  return text != NULL && strchr (text, MARK_START) != NULL;
}

/* Where the first match lies in the text, whose marks are no part of it. */
static void
place_match (PsgHit     *hit,
             const char *text)
{
  const char *start = strchr (text, MARK_START);
  const char *end = start != NULL ? strchr (start, MARK_END) : NULL;

  if (end == NULL)
    return;

  hit->start = g_utf8_pointer_to_offset (text, start);
  hit->end = hit->start + g_utf8_pointer_to_offset (start + 1, end);
}

static gboolean
mark (PsgDb       *db,
      const char  *match,
      gint64       row,
      PsgHit      *hit,
      GError     **error)
{
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (db, SELECT_MARKS, error);
  const char *title, *snippet;
  PsgDbStep step;

  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_text (statement, 1, match);
  psg_db_statement_bind_int (statement, 2, row);
  step = psg_db_statement_step (statement, error);
  if (step != PSG_DB_ROW)
    return step == PSG_DB_DONE;

  title = psg_db_statement_get_text (statement, 0);
  snippet = psg_db_statement_get_text (statement, 1);
  hit->named = is_marked (title);
  hit->marked = hit->named ? g_strdup (title) : NULL;
  if (is_marked (snippet))
    {
      hit->snippet = g_strdelimit (g_strdup (snippet), "\n", ' ');
      place_match (hit, psg_db_statement_get_text (statement, 2));
    }
  else
    hit->page = 0;

  return TRUE;
}

static gboolean
add_hit (PsgSearchGroup          *group,
         const PsgSearchRequest  *request,
         PsgDb                   *db,
         const char              *match,
         PsgDbStatement          *statement,
         GError                 **error)
{
  g_autoptr (PsgHit) hit = NULL;

  group->n++;
  if (group->hits->len >= request->limit)
    return TRUE;

  hit = psg_hit_new (PSG_KIND_OWN, psg_db_statement_get_text (statement, 1), psg_db_statement_get_text (statement, 2));
  hit->page = CLAMP (psg_db_statement_get_int (statement, 3), 0, PSG_OWN_MAX_PAGES);
  hit->rank = psg_db_statement_get_double (statement, 4);
  if (match != NULL && !mark (db, match, psg_db_statement_get_int (statement, 0), hit, error))
    return FALSE;
  g_ptr_array_add (group->hits, g_steal_pointer (&hit));

  return TRUE;
}

static gboolean
fill (PsgSearchGroup          *group,
      const PsgSearchRequest  *request,
      PsgDb                   *db,
      const char              *match,
      GError                 **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (db, match != NULL ? SELECT_RANKED : SELECT_ALL, error);
  PsgDbStep step = statement != NULL ? PSG_DB_ROW : PSG_DB_ERROR;

  if (statement != NULL && match != NULL)
    psg_db_statement_bind_text (statement, 1, match);

  while (step == PSG_DB_ROW && group->n < MOST_COUNTED
         && (step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    {
      const char *id = psg_db_statement_get_text (statement, 1);

      if (id != NULL && psg_db_statement_get_text (statement, 2) != NULL && g_hash_table_add (seen, g_strdup (id))
          && !add_hit (group, request, db, match, statement, error))
        return FALSE;
    }
  group->more = step == PSG_DB_ROW;

  return step != PSG_DB_ERROR;
}

/**
 * psg_own_search:
 * @file: a notebook
 * @request: what is asked. What belongs to no event is not found where terms choose events
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type PsgSearchGroup): what was found
 */
GPtrArray *
psg_own_search (PsgNotebookFile         *file,
                const PsgSearchRequest  *request,
                GCancellable            *cancellable,
                GError                 **error)
{
  const char *words = psg_query_get_words (request->query);
  g_autofree char *match = psg_search_query_to_match (words);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_search_group_free);
  g_autoptr (PsgSearchGroup) group = psg_search_group_new (PSG_KIND_OWN);
  PsgDb *db = psg_notebook_file_get_db (file);
  gboolean good;

  if (request->rows != NULL || !psg_query_wants (request->query, PSG_KIND_OWN) || (match == NULL && *words != '\0'))
    return g_steal_pointer (&groups);

  psg_db_set_cancellable (db, cancellable);
  good = fill (group, request, db, match, error);
  psg_db_set_cancellable (db, NULL);
  if (!good)
    {
      psg_notebook_convert_error (error);
      return NULL;
    }
  if (group->n > 0)
    g_ptr_array_add (groups, g_steal_pointer (&group));

  return g_steal_pointer (&groups);
}
