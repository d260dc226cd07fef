/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-search-run-private.h"

#include "psg-search-query.h"

#include <string.h>

/*
 * A search over everything in a collection file: each kind has its full-text table, and all of
 * these look alike. Here is what they share: ranking, and marking what was matched.
 */

#define MARK_START '\002'
#define MARK_END '\003'
#define MARKS "char (2), char (3)"

/* A match in a title counts for more than one in a name, and that for more than one in the text.
 * Sorting by the hidden column `rank` is what FTS5 does best. */
#define SELECT_RANKED                                                                              \
  "SELECT rowid, rank FROM %s WHERE %s MATCH ?1 AND rank MATCH 'bm25(8.0, 4.0, 1.0)' ORDER BY rank"
#define SELECT_ALL "SELECT rowid, 0.0 FROM %s ORDER BY rowid"

#define SELECT_MARKS                                                                               \
  "SELECT highlight (%s, 0, " MARKS "), snippet (%s, 1, " MARKS ", '…', 16), "                     \
  "snippet (%s, 2, " MARKS ", '…', 24) FROM %s WHERE %s MATCH ?1 AND rowid = ?2"

/* Every row that matches, best first, as (row, rank); without words every row there is. */
PsgDbStatement *
psg_search_run_rank (PsgSearchRun  *run,
                     const char    *table,
                     GError       **error)
{
  g_autofree char *sql = run->match != NULL ? g_strdup_printf (SELECT_RANKED, table, table)
                                            : g_strdup_printf (SELECT_ALL, table);
  PsgDbStatement *statement = psg_db_statement_new (run->db, sql, error);

  if (statement != NULL && run->match != NULL)
    psg_db_statement_bind_text (statement, 1, run->match);

  return statement;
}

static gboolean
is_marked (const char *text)
{
  return text != NULL && strchr (text, MARK_START) != NULL;
}

static char *
strip_marks (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text != MARK_START && *text != MARK_END)
      g_string_append_c (plain, *text);

  return g_string_free (plain, FALSE);
}

/* The first line in which something is marked. */
static char *
dup_marked_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint i = 0;

  while (lines[i] != NULL && !is_marked (lines[i]))
    i++;

  return g_strdup (lines[i]);
}

/* Of titles in several languages, that which is shown, if anything in it is marked. */
static char *
dup_marked_title (const char *titles,
                  const char *title)
{
  g_auto (GStrv) lines = g_strsplit (titles, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *plain = strip_marks (lines[i]);

      if (is_marked (lines[i]) && g_str_equal (plain, title))
        return g_strdup (lines[i]);
    }

  return NULL;
}

static void
set_snippet (PsgHit *hit,
             char   *snippet)
{
  g_free (hit->snippet);
  hit->snippet = snippet;
}

/* The snippet a hit has already, which says more of it, stays where its title shows the match. A line
 * of @text is a text of its own, unless it @flows. */
static void
take_marks (PsgHit     *hit,
            const char *titles,
            const char *names,
            const char *text,
            gboolean    flows)
{
  hit->named = is_marked (titles) || is_marked (names);
  if (is_marked (titles))
    hit->marked = dup_marked_title (titles, hit->title);

  if (is_marked (text))
    set_snippet (hit, flows ? g_strdelimit (g_strdup (text), "\n", ' ') : dup_marked_line (text));
  else if (hit->marked == NULL && (is_marked (names) || is_marked (titles)))
    set_snippet (hit, dup_marked_line (is_marked (names) ? names : titles));
}

/* Fills in what was matched. @raw, if not %NULL, gets the snippet of a flowing text as it stands there. */
gboolean
psg_search_run_mark (PsgSearchRun  *run,
                     const char    *table,
                     gint64         row,
                     PsgHit        *hit,
                     char         **raw,
                     GError       **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (PsgDbStatement) statement = NULL;

  if (run->match == NULL)
    return TRUE;

  sql = g_strdup_printf (SELECT_MARKS, table, table, table, table, table);
  statement = psg_db_statement_new (run->db, sql, error);
  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_text (statement, 1, run->match);
  psg_db_statement_bind_int (statement, 2, row);
  switch (psg_db_statement_step (statement, error))
    {
    case PSG_DB_ROW:
      take_marks (hit, psg_db_statement_get_text (statement, 0), psg_db_statement_get_text (statement, 1),
                  psg_db_statement_get_text (statement, 2), raw != NULL);
      if (raw != NULL)
        *raw = g_strdup (psg_db_statement_get_text (statement, 2));
      return TRUE;
    case PSG_DB_ERROR:
      return FALSE;
    case PSG_DB_DONE:
    default:
      return psg_collection_file_fail (error, "the index of texts");
    }
}

/**
 * psg_search_match_events:
 * @db: a collection file
 * @n_events: how many events it has
 * @match: an expression for `MATCH`
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the events that match
 */
PsgRowSet *
psg_search_match_events (PsgDb       *db,
                         guint        n_events,
                         const char  *match,
                         GError     **error)
{
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (db, "SELECT rowid FROM event_search WHERE event_search MATCH ?", error);
  g_autoptr (PsgRowSet) rows = psg_row_set_new (n_events);
  PsgDbStep step;

  if (statement == NULL)
    return NULL;

  psg_db_statement_bind_text (statement, 1, match);
  while ((step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    {
      gint64 row = psg_db_statement_get_int (statement, 0);

      if (row < 0 || row >= n_events)
        {
          psg_collection_file_fail (error, "the index of events");
          return NULL;
        }
      psg_row_set_add (rows, (guint) row);
    }

  return step == PSG_DB_DONE ? g_steal_pointer (&rows) : NULL;
}

/* Words that hold no letter find nothing. */
static gboolean
asks_nothing (const PsgSearchRun *run)
{
  return run->match == NULL && *psg_query_get_words (run->request->query) != '\0';
}

/**
 * psg_search_run:
 * @file: a collection
 * @db: a connection to it that is the caller's alone
 * @request: what is asked
 * @error: return location
 *
 * Returns: (transfer full) (element-type PsgSearchGroup) (nullable): what was found
 */
GPtrArray *
psg_search_run (PsgCollectionFile       *file,
                PsgDb                   *db,
                const PsgSearchRequest  *request,
                GError                 **error)
{
  static const PsgKind kinds[] = {
    PSG_KIND_EVENT, PSG_KIND_CROSSING, PSG_KIND_DOCUMENT, PSG_KIND_CLAIM, PSG_KIND_SOURCE, PSG_KIND_PLACE,
  };
  g_autofree char *match = psg_search_query_to_match (psg_query_get_words (request->query));
  g_autofree guint8 *places = NULL;
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_search_group_free);
  PsgSearchRun run = { file, db, request, match, NULL };
  gboolean good = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && good && !asks_nothing (&run); i++)
    {
      g_autoptr (PsgSearchGroup) group = psg_search_group_new (kinds[i]);

      if (!psg_query_wants (request->query, kinds[i]))
        continue;
      good = kinds[i] == PSG_KIND_EVENT ? psg_search_run_events (&run, group, error)
                                        : psg_search_run_records (&run, group, error);
      if (group->n > 0)
        g_ptr_array_add (groups, g_steal_pointer (&group));
    }
  places = run.places;

  return good ? g_steal_pointer (&groups) : NULL;
}
