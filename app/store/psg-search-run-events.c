/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-search-run-private.h"

#include "psg-record-reader.h"

/*
 * The search among events, of which there may be very many. A few thousand matches are ranked by
 * FTS5. More than that share a word so common that it ranks nothing, and ranking them would take
 * longer than a person's next letter: then those come first that have every word in the title,
 * and of them the most important.
 */

#define MOST_RANKED 5000
#define MAX_IMPORTANCE 5

/* One list of rows a score: importance, and as much again and one for a match in the title. */
#define N_SCORES (2 * (MAX_IMPORTANCE + 1))

static gboolean
add_hit (PsgSearchRun    *run,
         PsgSearchGroup  *group,
         guint            row,
         double           rank,
         GError         **error)
{
  g_autoptr (PsgRecordReader) reader = psg_record_reader_new (run->db, &psg_schema_event, "WHERE n = ?", error);
  g_autoptr (PsgEvent) event = NULL;
  const char *id = psg_event_table_get_id (run->file->events, row);
  PsgHit *hit;

  if (reader == NULL)
    return FALSE;

  psg_record_reader_bind_int (reader, row);
  if (!psg_record_reader_next (reader, (gpointer *) &event, NULL, error))
    return FALSE;
  if (event == NULL || !g_str_equal (event->id, id))
    return psg_collection_file_fail (error, "event “%s”", id);

  hit = psg_hit_new (PSG_KIND_EVENT, id, psg_text_get (event->title));
  hit->date = psg_edtf_ref (event->date);
  hit->rank = rank;
  hit->snippet = g_strdup (psg_text_get (event->summary));
  g_ptr_array_add (group->hits, hit);

  return psg_search_run_mark (run, "event_search", row, hit, NULL, error);
}

static gboolean
add_ranked (PsgSearchRun     *run,
            PsgSearchGroup   *group,
            const PsgRowSet  *rows,
            GError          **error)
{
  g_autoptr (PsgDbStatement) statement = psg_search_run_rank (run, "event_search", error);
  PsgDbStep step = statement != NULL ? PSG_DB_ROW : PSG_DB_ERROR;

  while (step == PSG_DB_ROW && group->hits->len < run->request->limit
         && (step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    {
      gint64 row = psg_db_statement_get_int (statement, 0);

      if (row < 0 || row >= psg_row_set_get_n_rows (rows))
        return psg_collection_file_fail (error, "the index of events");
      if (psg_row_set_contains (rows, (guint) row)
          && !add_hit (run, group, (guint) row, psg_db_statement_get_double (statement, 1), error))
        return FALSE;
    }

  return step != PSG_DB_ERROR;
}

/* The rows of the best scores, each score's in order of time. */
static gboolean
add_important (PsgSearchRun     *run,
               PsgSearchGroup   *group,
               const PsgRowSet  *rows,
               const PsgRowSet  *titles,
               GError          **error)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (run->file->events);
  guint limit = run->request->limit;
  g_autofree guint32 *lists = g_new (guint32, N_SCORES * (gsize) limit);
  guint n[N_SCORES] = { 0 };
  gboolean good = TRUE;

  for (guint row = psg_row_set_next (rows, 0); row < columns->n; row = psg_row_set_next (rows, row + 1))
    {
      guint score = MIN (columns->importance[row], MAX_IMPORTANCE);

      if (titles != NULL && psg_row_set_contains (titles, row))
        score += MAX_IMPORTANCE + 1;
      if (n[score] < limit)
        lists[score * limit + n[score]++] = row;
    }

  for (int score = N_SCORES - 1; score >= 0 && good; score--)
    for (guint i = 0; i < n[score] && group->hits->len < limit && good; i++)
      good = add_hit (run, group, lists[score * limit + i], -score, error);

  return good;
}

static PsgRowSet *
match_titles (PsgSearchRun  *run,
              GError       **error)
{
  g_autofree char *match = g_strdup_printf ("{title} : (%s)", run->match);

  return psg_search_match_events (run->db, psg_event_table_get_n (run->file->events), match, error);
}

/* The events that hold the words, and those that the terms choose: both. */
static PsgRowSet *
find_rows (PsgSearchRun  *run,
           guint         *n_matches,
           GError       **error)
{
  guint n_events = psg_event_table_get_n (run->file->events);
  PsgRowSet *chosen = run->request->rows;
  g_autoptr (PsgRowSet) rows = NULL;

  *n_matches = 0;
  if (run->match == NULL)
    return chosen != NULL ? psg_row_set_ref (chosen) : psg_row_set_new_full (n_events);

  rows = psg_search_match_events (run->db, n_events, run->match, error);
  if (rows == NULL)
    return NULL;

  *n_matches = psg_row_set_count (rows);
  if (chosen != NULL)
    psg_row_set_intersect (rows, chosen);

  return g_steal_pointer (&rows);
}

/* Fills @group with events. */
gboolean
psg_search_run_events (PsgSearchRun    *run,
                       PsgSearchGroup  *group,
                       GError         **error)
{
  guint n_matches;
  g_autoptr (PsgRowSet) rows = find_rows (run, &n_matches, error);
  g_autoptr (PsgRowSet) titles = NULL;

  if (rows == NULL)
    return FALSE;

  group->n = psg_row_set_count (rows);
  if (group->n == 0 || run->request->limit == 0)
    return TRUE;
  if (run->match != NULL && n_matches <= MOST_RANKED)
    return add_ranked (run, group, rows, error);

  titles = run->match != NULL ? match_titles (run, error) : NULL;
  if (run->match != NULL && titles == NULL)
    return FALSE;

  return add_important (run, group, rows, titles, error);
}
