/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection-file-private.h"

#include "psg-record-reader.h"

/* Loading events, sources, actors and claims one by one, and which events bear
 * on what. */

/* Where a place, crossing, document or lesson is in its array; -1 if there is none. */
int
psg_collection_file_find (PsgCollectionFile *self,
                          PsgThing           thing,
                          const char        *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->ids[thing], id)) - 1;
}

/* The file is asked, not the table: the table would index a million events first. */
static gboolean
has_event (PsgCollectionFile *self,
           const char        *id)
{
  gboolean there;
  gint64 row;

  psg_db_statement_bind_text (self->find_event, 1, id);
  there = psg_db_statement_step (self->find_event, NULL) == PSG_DB_ROW;
  row = there ? psg_db_statement_get_int (self->find_event, 0) : -1;
  psg_db_statement_reset (self->find_event);

  return row >= 0 && row < psg_event_table_get_n (self->events)
         && g_str_equal (psg_event_table_get_id (self->events, (guint) row), id);
}

/* Returns: whether an id names something that is in memory; otherwise the file is damaged. */
gboolean
psg_collection_file_check_id (PsgCollectionFile  *self,
                              PsgThing            thing,
                              const char         *id,
                              const char         *where,
                              GError            **error)
{
  if (id == NULL
      || (thing == PSG_THING_EVENT ? has_event (self, id) : psg_collection_file_find (self, thing, id) >= 0))
    return TRUE;

  return psg_collection_file_fail (error, "%s: there is no %s “%s”", where, psg_thing_get_label (thing), id);
}

/* The same for each of some ids. */
gboolean
psg_collection_file_check_ids (PsgCollectionFile  *self,
                               PsgThing            thing,
                               GStrv               ids,
                               const char         *where,
                               GError            **error)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!psg_collection_file_check_id (self, thing, ids[i], where, error))
      return FALSE;

  return TRUE;
}

static gboolean
fail_not_found (PsgThing     thing,
                const char  *id,
                GError     **error)
{
  g_set_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND,
               "there is no %s “%s”", psg_thing_get_label (thing), id);

  return FALSE;
}

static gpointer
load_by_id (PsgCollection    *collection,
            const PsgSchema  *schema,
            const char       *id,
            GError          **error)
{
  PsgCollectionFile *self = PSG_COLLECTION_FILE (collection);
  g_autoptr (PsgRecordReader) reader = psg_record_reader_new (self->db, schema, "WHERE id = ?", error);
  gpointer record = NULL;

  if (reader == NULL)
    return NULL;

  psg_record_reader_bind_text (reader, id);
  if (psg_record_reader_next (reader, &record, NULL, error) && record == NULL)
    fail_not_found (schema->thing, id, error);

  return record;
}

PsgSource *
psg_collection_file_load_source (PsgCollection  *collection,
                                 const char     *id,
                                 GError        **error)
{
  return load_by_id (collection, &psg_schema_source, id, error);
}

PsgActor *
psg_collection_file_load_actor (PsgCollection  *collection,
                                const char     *id,
                                GError        **error)
{
  return load_by_id (collection, &psg_schema_actor, id, error);
}

PsgClaim *
psg_collection_file_load_claim (PsgCollection  *collection,
                                const char     *id,
                                GError        **error)
{
  g_autoptr (PsgClaim) claim = load_by_id (collection, &psg_schema_claim, id, error);

  if (claim == NULL
      || !psg_collection_file_check_ids (PSG_COLLECTION_FILE (collection), PSG_THING_EVENT, claim->events, id, error))
    return NULL;

  return g_steal_pointer (&claim);
}

/* The ids a query gives for an id; %NULL where there are none. */
static gboolean
query_ids (PsgCollectionFile  *self,
           const char         *sql,
           const char         *id,
           GStrv              *ids,
           GError            **error)
{
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (self->db, sql, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;
  PsgDbStep step;

  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_text (statement, 1, id);
  while ((step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    {
      const char *found = psg_db_statement_get_text (statement, 0);

      if (found == NULL || !psg_id_is_valid (found) || ++n > PSG_MAX_OF_A_KIND)
        return psg_collection_file_fail (error, "the claims about “%s”", id);
      g_strv_builder_add (builder, found);
    }

  *ids = n > 0 ? g_strv_builder_end (builder) : NULL;

  return step == PSG_DB_DONE;
}

/* What an event says must agree with its row in the table. */
static gboolean
check_event (PsgCollectionFile  *self,
             const PsgEvent     *event,
             guint               row,
             GError            **error)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (self->events);

  if (!g_str_equal (event->id, psg_event_table_get_id (self->events, row))
      || event->lane != columns->lane[row] || event->importance != columns->importance[row])
    return psg_collection_file_fail (error, "event “%s”: it does not agree with the packed columns", event->id);

  if (event->place != NULL
      && (guint) psg_collection_file_find (self, PSG_THING_PLACE, event->place) != columns->place[row])
    return psg_collection_file_fail (error, "event “%s”: its place is not that of the packed columns", event->id);

  return psg_collection_file_check_id (self, PSG_THING_PLACE, event->place, event->id, error)
         && psg_collection_file_check_ids (self, PSG_THING_CROSSING, event->crossings, event->id, error)
         && psg_collection_file_check_ids (self, PSG_THING_EVENT, event->related, event->id, error);
}

PsgEvent *
psg_collection_file_load_event (PsgCollection  *collection,
                                guint           row,
                                GError        **error)
{
  PsgCollectionFile *self = PSG_COLLECTION_FILE (collection);
  g_autoptr (PsgRecordReader) reader = NULL;
  g_autoptr (PsgEvent) event = NULL;

  g_return_val_if_fail (row < psg_event_table_get_n (self->events), NULL);

  reader = psg_record_reader_new (self->db, &psg_schema_event, "WHERE n = ?", error);
  if (reader == NULL)
    return NULL;

  psg_record_reader_bind_int (reader, row);
  if (!psg_record_reader_next (reader, (gpointer *) &event, NULL, error))
    return NULL;

  if (event == NULL)
    {
      fail_not_found (PSG_THING_EVENT, psg_event_table_get_id (self->events, row), error);
      return NULL;
    }

  event->row = row;
  if (!check_event (self, event, row, error)
      || !query_ids (self, "SELECT claim.id FROM claim_events JOIN claim ON claim.n = claim_events.n "
                           "WHERE claim_events.id = ? ORDER BY claim.n", event->id, &event->claims, error))
    return NULL;

  return g_steal_pointer (&event);
}

static const char *
query_for_kind (PsgKind kind)
{
  switch (kind)
    {
    case PSG_KIND_CROSSING:
      return "SELECT n FROM event_crossings WHERE id = ?1 UNION "
             "SELECT event.n FROM crossing "
             "JOIN status_interval ON status_interval.parent = crossing.n "
             "JOIN event ON event.id = status_interval.event WHERE crossing.id = ?1 ORDER BY 1";
    case PSG_KIND_CLAIM:
      return "SELECT event.n FROM claim JOIN claim_events ON claim_events.n = claim.n "
             "JOIN event ON event.id = claim_events.id WHERE claim.id = ?1 ORDER BY 1";
    case PSG_KIND_SOURCE:
      return "SELECT n FROM event_sources WHERE id = ?1 ORDER BY 1";
    case PSG_KIND_PLACE:
    case PSG_KIND_NONE:
    case PSG_KIND_EVENT:
    case PSG_KIND_DOCUMENT:
    case PSG_KIND_PASSAGE:
    default:
      return NULL;
    }
}

static gboolean
query_rows (PsgCollectionFile  *self,
            const char         *sql,
            const char         *id,
            GArray             *rows,
            GError            **error)
{
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (self->db, sql, error);
  PsgDbStep step;

  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_text (statement, 1, id);
  while ((step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    {
      gint64 n = psg_db_statement_get_int (statement, 0);
      guint row = (guint) n;

      if (n < 0 || n >= psg_event_table_get_n (self->events))
        return psg_collection_file_fail (error, "the events about “%s”", id);
      g_array_append_val (rows, row);
    }

  return step == PSG_DB_DONE;
}

static void
find_events_at (PsgCollectionFile *self,
                const char        *id,
                GArray            *rows)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (self->events);
  int place = psg_collection_file_find (self, PSG_THING_PLACE, id);

  for (guint row = 0; place >= 0 && row < columns->n; row++)
    if (columns->place[row] == (guint) place)
      g_array_append_val (rows, row);
}

GArray *
psg_collection_file_load_events_about (PsgCollection  *collection,
                                       PsgKind         kind,
                                       const char     *id,
                                       GError        **error)
{
  PsgCollectionFile *self = PSG_COLLECTION_FILE (collection);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *sql = query_for_kind (kind);

  if (kind == PSG_KIND_PLACE)
    find_events_at (self, id, rows);
  else if (sql != NULL && !query_rows (self, sql, id, rows, error))
    return NULL;

  return g_steal_pointer (&rows);
}

/* A kind that no event can have is had by none. */
static const char *
query_with_kind (PsgKind kind)
{
  switch ((int) kind)
    {
    case PSG_KIND_CLAIM:
      return "SELECT DISTINCT event.n FROM claim_events JOIN event ON event.id = claim_events.id";
    case PSG_KIND_CROSSING:
      return "SELECT DISTINCT n FROM event_crossings";
    case PSG_KIND_DOCUMENT:
      return "SELECT DISTINCT event.n FROM passage_events JOIN event ON event.id = passage_events.id";
    case PSG_KIND_SOURCE:
      return "SELECT DISTINCT n FROM event_sources";
    default:
      return NULL;
    }
}

static gboolean
add_rows (PsgCollectionFile  *self,
          const char         *sql,
          PsgRowSet          *rows,
          GError            **error)
{
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (self->db, sql, error);
  PsgDbStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    {
      gint64 n = psg_db_statement_get_int (statement, 0);

      if (n < 0 || n >= psg_row_set_get_n_rows (rows))
        return psg_collection_file_fail (error, "what events have");
      psg_row_set_add (rows, (guint) n);
    }

  return step == PSG_DB_DONE;
}

static void
add_rows_with_place (PsgCollectionFile *self,
                     PsgRowSet         *rows)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (self->events);

  for (guint row = 0; row < columns->n; row++)
    if (columns->place[row] != PSG_PLACE_NONE)
      psg_row_set_add (rows, row);
}

/* Kept: it is asked again with every letter typed beside it. */
PsgRowSet *
psg_collection_file_load_events_with (PsgCollection  *collection,
                                      PsgKind         kind,
                                      GError        **error)
{
  PsgCollectionFile *self = PSG_COLLECTION_FILE (collection);
  const char *sql = query_with_kind (kind);
  g_autoptr (PsgRowSet) rows = NULL;

  g_return_val_if_fail (kind < G_N_ELEMENTS (self->with), NULL);

  if (self->with[kind] == NULL)
    {
      rows = psg_row_set_new (psg_event_table_get_n (self->events));
      if (kind == PSG_KIND_PLACE)
        add_rows_with_place (self, rows);
      else if (sql != NULL && !add_rows (self, sql, rows, error))
        return NULL;
      self->with[kind] = g_steal_pointer (&rows);
    }

  return psg_row_set_ref (self->with[kind]);
}
