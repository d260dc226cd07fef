/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection-file-private.h"

#include "psg-search-query.h"

#include <string.h>

/* Full-text search over events and documents. */

/* A match in a title counts for more than one in a summary or text, and that for more
 * than one in the names of what an event is about. Sorting by the hidden column `rank`
 * lets FTS5 make snippets for the best rows only. */
#define SELECT_EVENTS                                                                       \
  "SELECT rowid, snippet (event_search, 1, char (2), char (3), '…', 24), "                  \
  "snippet (event_search, -1, char (2), char (3), '…', 16), rank "                          \
  "FROM event_search WHERE event_search MATCH ?1 AND rank MATCH 'bm25(8.0, 4.0, 1.0)' "     \
  "ORDER BY rank LIMIT ?2"

#define SELECT_DOCUMENTS                                                                    \
  "SELECT rowid, snippet (document_search, 1, char (2), char (3), '…', 24), "               \
  "snippet (document_search, -1, char (2), char (3), '…', 24), rank "                       \
  "FROM document_search WHERE document_search MATCH ?1 AND rank MATCH 'bm25(8.0, 4.0)' "    \
  "ORDER BY rank LIMIT ?2"

PsgRowSet *
psg_collection_file_match_events (PsgCollection  *collection,
                                  const char     *query,
                                  GError        **error)
{
  PsgCollectionFile *self = PSG_COLLECTION_FILE (collection);
  guint n_rows = psg_event_table_get_n (self->events);
  g_autofree char *match = psg_search_query_to_match (query);
  g_autoptr (PsgDbStatement) statement = NULL;
  g_autoptr (PsgRowSet) rows = NULL;
  PsgDbStep step;

  if (match == NULL)
    return psg_row_set_new_full (n_rows);

  statement = psg_db_statement_new (self->db, "SELECT rowid FROM event_search WHERE event_search MATCH ?", error);
  if (statement == NULL)
    return NULL;

  rows = psg_row_set_new (n_rows);
  psg_db_statement_bind_text (statement, 1, match);
  while ((step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    {
      gint64 row = psg_db_statement_get_int (statement, 0);

      if (row < 0 || row >= n_rows)
        {
          psg_collection_file_fail (error, "the index of events");
          return NULL;
        }
      psg_row_set_add (rows, (guint) row);
    }

  return step == PSG_DB_DONE ? g_steal_pointer (&rows) : NULL;
}

/* The words around a match: where possible from the text, else from wherever it is. */
static char *
dup_snippet (PsgDbStatement *statement)
{
  const char *text = psg_db_statement_get_text (statement, 1);

  if (text == NULL || strchr (text, '\002') == NULL)
    {
      const char *other = psg_db_statement_get_text (statement, 2);

      text = other != NULL ? other : text;
    }

  return text != NULL ? g_strdelimit (g_strdup (text), "\n", ' ') : NULL;
}

/* Which document a row of the index is a text of; -1 if of none. */
static int
find_text_document (PsgCollectionFile *self,
                    gint64             n)
{
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (self->db, "SELECT document FROM document_text WHERE n = ?", NULL);
  gint64 document = -1;

  if (statement == NULL)
    return -1;

  psg_db_statement_bind_int (statement, 1, n);
  if (psg_db_statement_step (statement, NULL) == PSG_DB_ROW)
    document = psg_db_statement_get_int (statement, 0);

  return document >= 0 && document < self->documents->len ? (int) document : -1;
}

/* Returns: whether the row names an event or document. */
static gboolean
name_hit (PsgCollectionFile *self,
          PsgHit            *hit,
          gint64             n)
{
  int index;

  if (hit->kind == PSG_KIND_EVENT)
    {
      if (n < 0 || n >= psg_event_table_get_n (self->events))
        return FALSE;

      hit->id = g_strdup (psg_event_table_get_id (self->events, (guint) n));
      hit->title = g_strdup (psg_event_table_get_title (self->events, (guint) n));
      return TRUE;
    }

  index = find_text_document (self, n);
  if (index < 0)
    return FALSE;

  hit->id = g_strdup (((PsgDocument *) g_ptr_array_index (self->documents, index))->id);
  hit->title = g_strdup (psg_text_get (((PsgDocument *) g_ptr_array_index (self->documents, index))->title));

  return TRUE;
}

static PsgHit *
new_hit (PsgCollectionFile *self,
         PsgDbStatement    *statement,
         PsgKind            kind)
{
  PsgHit *hit = g_new0 (PsgHit, 1);

  hit->kind = kind;
  hit->snippet = dup_snippet (statement);
  hit->rank = psg_db_statement_get_double (statement, 3);
  if (hit->snippet != NULL && name_hit (self, hit, psg_db_statement_get_int (statement, 0)))
    return hit;

  psg_hit_free (hit);
  return NULL;
}

/* A document is found once, though it may be there in several languages. */
static gboolean
has_hit (GPtrArray    *hits,
         const PsgHit *hit)
{
  for (guint i = 0; hit->kind == PSG_KIND_DOCUMENT && i < hits->len; i++)
    {
      const PsgHit *each = g_ptr_array_index (hits, i);

      if (each->kind == hit->kind && g_str_equal (each->id, hit->id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
collect_hits (PsgCollectionFile  *self,
              const char         *sql,
              PsgKind             kind,
              const char         *match,
              guint               limit,
              GPtrArray          *hits,
              GError            **error)
{
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (self->db, sql, error);
  PsgDbStep step;

  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_text (statement, 1, match);
  psg_db_statement_bind_int (statement, 2, limit);
  while ((step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    {
      PsgHit *hit = new_hit (self, statement, kind);

      if (hit == NULL)
        return psg_collection_file_fail (error, "the index of texts");
      if (has_hit (hits, hit))
        psg_hit_free (hit);
      else
        g_ptr_array_add (hits, hit);
    }

  return step == PSG_DB_DONE;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const PsgHit *first = *(PsgHit *const *) a;
  const PsgHit *second = *(PsgHit *const *) b;

  return (first->rank > second->rank) - (first->rank < second->rank);
}

GPtrArray *
psg_collection_file_search (PsgCollection  *collection,
                            const char     *query,
                            PsgKind         kind,
                            guint           limit,
                            GError        **error)
{
  PsgCollectionFile *self = PSG_COLLECTION_FILE (collection);
  g_autofree char *match = psg_search_query_to_match (query);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_hit_free);

  if (match == NULL)
    return g_steal_pointer (&hits);

  if (kind != PSG_KIND_DOCUMENT
      && !collect_hits (self, SELECT_EVENTS, PSG_KIND_EVENT, match, limit, hits, error))
    return NULL;
  if (kind != PSG_KIND_EVENT
      && !collect_hits (self, SELECT_DOCUMENTS, PSG_KIND_DOCUMENT, match, limit, hits, error))
    return NULL;

  g_ptr_array_sort (hits, compare_hits);
  if (hits->len > limit)
    g_ptr_array_set_size (hits, limit);

  return g_steal_pointer (&hits);
}
