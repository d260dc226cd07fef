/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-search-run-private.h"

#include "psg-record-reader.h"

#include <string.h>

/*
 * The search among everything but events: crossings, documents, claims, sources and places. Where
 * the terms choose events, a record counts if it belongs to one of them.
 */

/* Beyond this nobody counts. */
#define MOST_COUNTED 1000

static const char *
get_table (PsgKind kind)
{
  switch ((int) kind)
    {
    case PSG_KIND_CROSSING:
      return "crossing_search";
    case PSG_KIND_DOCUMENT:
      return "document_search";
    case PSG_KIND_CLAIM:
      return "claim_search";
    case PSG_KIND_SOURCE:
      return "source_search";
    default:
      return "place_search";
    }
}

/* Hits by row */

static PsgHit *
fail_row (const char  *table,
          GError     **error)
{
  psg_collection_file_fail (error, "%s: a row of nothing", table);

  return NULL;
}

static gpointer
load_record (PsgSearchRun     *run,
             const PsgSchema  *schema,
             gint64            row,
             GError          **error)
{
  g_autoptr (PsgRecordReader) reader = psg_record_reader_new (run->db, schema, "WHERE n = ?", error);
  gpointer record = NULL;

  if (reader == NULL)
    return NULL;

  psg_record_reader_bind_int (reader, row);
  if (psg_record_reader_next (reader, &record, NULL, error) && record == NULL)
    fail_row (schema->table, error);

  return record;
}

static PsgHit *
new_claim_hit (PsgSearchRun  *run,
               gint64         row,
               GError       **error)
{
  g_autoptr (PsgClaim) claim = load_record (run, &psg_schema_claim, row, error);
  PsgHit *hit;

  if (claim == NULL)
    return NULL;

  hit = psg_hit_new (PSG_KIND_CLAIM, claim->id, psg_text_get (claim->text));
  hit->date = psg_edtf_ref (claim->date);
  hit->snippet = g_strdup (psg_text_get (claim->speaker));

  return hit;
}

static PsgHit *
new_source_hit (PsgSearchRun  *run,
                gint64         row,
                GError       **error)
{
  g_autoptr (PsgSource) source = load_record (run, &psg_schema_source, row, error);
  PsgHit *hit;

  if (source == NULL)
    return NULL;

  hit = psg_hit_new (PSG_KIND_SOURCE, source->id, source->title);
  hit->date = source->date != NULL ? psg_edtf_ref (source->date) : NULL;
  hit->snippet = g_strdup (source->publisher);

  return hit;
}

/* One of those that are in memory. */
static gconstpointer
get_record (GPtrArray *records,
            gint64     row)
{
  return row >= 0 && row < records->len ? g_ptr_array_index (records, row) : NULL;
}

static PsgHit *
new_hit (PsgSearchRun  *run,
         PsgKind        kind,
         gint64         row,
         GError       **error)
{
  const PsgCrossing *crossing;
  const PsgPlace *place;
  const PsgDocument *document;

  switch ((int) kind)
    {
    case PSG_KIND_CLAIM:
      return new_claim_hit (run, row, error);
    case PSG_KIND_SOURCE:
      return new_source_hit (run, row, error);
    case PSG_KIND_CROSSING:
      crossing = get_record (run->file->crossings, row);
      return crossing != NULL ? psg_hit_new (kind, crossing->id, psg_text_get (crossing->name))
                              : fail_row ("crossing_search", error);
    case PSG_KIND_PLACE:
      place = get_record (run->file->places, row);
      return place != NULL ? psg_hit_new (kind, place->id, psg_text_get (place->name))
                           : fail_row ("place_search", error);
    default:
      document = get_record (run->file->documents, row);
      return document != NULL ? psg_hit_new (kind, document->id, psg_text_get (document->title))
                              : fail_row ("document_search", error);
    }
}

/* Belonging to events */

static const char *
query_events (PsgKind kind)
{
  switch ((int) kind)
    {
    case PSG_KIND_CROSSING:
      return "SELECT n FROM event_crossings WHERE id = ?1";
    case PSG_KIND_CLAIM:
      return "SELECT event.n FROM claim JOIN claim_events ON claim_events.n = claim.n "
             "JOIN event ON event.id = claim_events.id WHERE claim.id = ?1";
    case PSG_KIND_SOURCE:
      return "SELECT n FROM event_sources WHERE id = ?1";
    default:
      return "SELECT event.n FROM passage JOIN passage_events ON passage_events.n = passage.n "
             "JOIN event ON event.id = passage_events.id WHERE passage.document = ?1";
    }
}

static void
find_places (PsgSearchRun *run)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (run->file->events);
  const PsgRowSet *rows = run->request->rows;

  run->places = g_new0 (guint8, run->file->places->len + 1);
  for (guint row = psg_row_set_next (rows, 0); row < columns->n; row = psg_row_set_next (rows, row + 1))
    run->places[MIN (columns->place[row], run->file->places->len)] = 1;
}

static gboolean
place_belongs (PsgSearchRun *run,
               const char   *id)
{
  int index = psg_collection_file_find (run->file, PSG_THING_PLACE, id);

  if (run->places == NULL)
    find_places (run);

  return index >= 0 && run->places[index];
}

static gboolean
query_belongs (PsgSearchRun  *run,
               const PsgHit  *hit,
               gboolean      *yes,
               GError       **error)
{
  const PsgRowSet *rows = run->request->rows;
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (run->db, query_events (hit->kind), error);
  PsgDbStep step = PSG_DB_ROW;

  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_text (statement, 1, hit->id);
  while (!*yes && (step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    {
      gint64 row = psg_db_statement_get_int (statement, 0);

      *yes = row >= 0 && row < psg_row_set_get_n_rows (rows) && psg_row_set_contains (rows, (guint) row);
    }

  return step != PSG_DB_ERROR;
}

/* Finds out whether a record belongs to any of the chosen events. */
static gboolean
check_belongs (PsgSearchRun  *run,
               const PsgHit  *hit,
               gboolean      *yes,
               GError       **error)
{
  *yes = run->request->rows == NULL;
  if (*yes)
    return TRUE;

  if (hit->kind != PSG_KIND_PLACE)
    return query_belongs (run, hit, yes, error);

  *yes = place_belongs (run, hit->id);

  return TRUE;
}

/* Documents */

/* Which document, in which language, a row of the index is a text of. */
static gboolean
find_text (PsgSearchRun  *run,
           gint64         n,
           gint64        *document,
           char         **language,
           GError       **error)
{
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (run->db, "SELECT document, language FROM document_text WHERE n = ?", error);
  PsgDbStep step;

  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_int (statement, 1, n);
  step = psg_db_statement_step (statement, error);
  if (step == PSG_DB_ERROR)
    return FALSE;

  *document = step == PSG_DB_ROW ? psg_db_statement_get_int (statement, 0) : -1;
  *language = step == PSG_DB_ROW ? g_strdup (psg_db_statement_get_text (statement, 1)) : NULL;
  if (get_record (run->file->documents, *document) == NULL || *language == NULL)
    return psg_collection_file_fail (error, "the index of texts");

  return TRUE;
}

/* A document is found once, in the language in which it will be shown; in another only if it does
 * not match in that. */
static gboolean
is_shown (PsgSearchRun  *run,
          gint64         document,
          const char    *language,
          gboolean      *shown,
          GError       **error)
{
  g_autofree char *chosen = NULL;

  if (!psg_collection_file_choose_language (run->db, (guint) document, &chosen, error))
    return FALSE;

  *shown = g_strcmp0 (chosen, language) == 0;

  return TRUE;
}

static gboolean
load_text (PsgSearchRun  *run,
           gint64         n,
           char         **text,
           GError       **error)
{
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (run->db, "SELECT text FROM document_search WHERE rowid = ?", error);
  PsgDbStep step;

  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_int (statement, 1, n);
  step = psg_db_statement_step (statement, error);
  *text = step == PSG_DB_ROW ? g_strdup (psg_db_statement_get_text (statement, 0)) : NULL;

  return step != PSG_DB_ERROR;
}

/* The words of a snippet as they stand in the text, and where in them the first match is. */
static char *
strip_snippet (const char *snippet,
               guint      *match,
               guint      *length)
{
  const char *start = strchr (snippet, '\002');
  const char *end = start != NULL ? strchr (start, '\003') : NULL;
  GString *plain = g_string_new (NULL);

  if (g_str_has_prefix (snippet, "…"))
    snippet += strlen ("…");
  for (const char *at = snippet; *at != '\0'; at++)
    if (*at != '\002' && *at != '\003')
      g_string_append_c (plain, *at);
  if (g_str_has_suffix (plain->str, "…"))
    g_string_truncate (plain, plain->len - strlen ("…"));

  *match = end != NULL ? g_utf8_pointer_to_offset (snippet, start) : 0;
  *length = end != NULL ? g_utf8_pointer_to_offset (start + 1, end) : 0;

  return g_string_free (plain, FALSE);
}

/* Where in its text a document's snippet stands: FTS5 says only what it says. */
static gboolean
place_snippet (PsgSearchRun  *run,
               PsgHit        *hit,
               gint64         n,
               const char    *snippet,
               GError       **error)
{
  guint match, length;
  g_autofree char *words = strip_snippet (snippet, &match, &length);
  g_autofree char *text = NULL;
  const char *found = NULL;

  if (length == 0)
    return TRUE;
  if (!load_text (run, n, &text, error))
    return FALSE;

  found = text != NULL ? strstr (text, words) : NULL;

  if (found != NULL)
    {
      hit->start = g_utf8_pointer_to_offset (text, found) + match;
      hit->end = hit->start + length;
    }

  return TRUE;
}

static PsgHit *
find_hit (PsgSearchGroup *group,
          const char     *id)
{
  for (guint i = 0; i < group->hits->len; i++)
    {
      PsgHit *hit = g_ptr_array_index (group->hits, i);

      if (g_str_equal (hit->id, id))
        return hit;
    }

  return NULL;
}

static gboolean
mark_document (PsgSearchRun  *run,
               PsgHit        *hit,
               gint64         n,
               gboolean       shown,
               GError       **error)
{
  g_autofree char *raw = NULL;

  g_clear_pointer (&hit->marked, g_free);
  if (!psg_search_run_mark (run, "document_search", n, hit, &raw, error))
    return FALSE;

  return !shown || raw == NULL || place_snippet (run, hit, n, raw, error);
}

static gboolean
add_document (PsgSearchRun    *run,
              PsgSearchGroup  *group,
              GHashTable      *seen,
              gint64           n,
              double           rank,
              GError         **error)
{
  g_autofree char *language = NULL;
  g_autoptr (PsgHit) hit = NULL;
  gboolean shown, yes;
  gint64 document = -1;

  if (!find_text (run, n, &document, &language, error) || !is_shown (run, document, language, &shown, error))
    return FALSE;

  hit = new_hit (run, PSG_KIND_DOCUMENT, document, error);
  if (hit == NULL)
    return FALSE;

  if (g_hash_table_contains (seen, hit->id))
    return !shown || find_hit (group, hit->id) == NULL
           || mark_document (run, find_hit (group, hit->id), n, shown, error);

  if (!check_belongs (run, hit, &yes, error))
    return FALSE;
  if (!yes)
    return TRUE;

  g_hash_table_add (seen, g_strdup (hit->id));
  group->n++;
  if (group->hits->len >= run->request->limit)
    return TRUE;

  hit->rank = rank;
  if (!mark_document (run, hit, n, shown, error))
    return FALSE;
  g_ptr_array_add (group->hits, g_steal_pointer (&hit));

  return TRUE;
}

static gboolean
add_record (PsgSearchRun    *run,
            PsgSearchGroup  *group,
            gint64           row,
            double           rank,
            GError         **error)
{
  g_autoptr (PsgHit) hit = new_hit (run, group->kind, row, error);
  gboolean yes;

  if (hit == NULL)
    return FALSE;

  if (!check_belongs (run, hit, &yes, error))
    return FALSE;
  if (!yes)
    return TRUE;

  group->n++;
  if (group->hits->len >= run->request->limit)
    return TRUE;

  hit->rank = rank;
  if (!psg_search_run_mark (run, get_table (group->kind), row, hit, NULL, error))
    return FALSE;
  g_ptr_array_add (group->hits, g_steal_pointer (&hit));

  return TRUE;
}

/* Fills @group with what it is for. */
gboolean
psg_search_run_records (PsgSearchRun    *run,
                        PsgSearchGroup  *group,
                        GError         **error)
{
  g_autoptr (PsgDbStatement) statement = psg_search_run_rank (run, get_table (group->kind), error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PsgDbStep step = statement != NULL ? PSG_DB_ROW : PSG_DB_ERROR;

  while (step == PSG_DB_ROW && group->n < MOST_COUNTED
         && (step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    {
      gint64 row = psg_db_statement_get_int (statement, 0);
      double rank = psg_db_statement_get_double (statement, 1);

      if (!(group->kind == PSG_KIND_DOCUMENT ? add_document (run, group, seen, row, rank, error)
                                             : add_record (run, group, row, rank, error)))
        return FALSE;
    }
  group->more = step == PSG_DB_ROW;

  return step != PSG_DB_ERROR;
}
