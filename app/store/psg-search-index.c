/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-search-index.h"

#include "psg-db-statement.h"
#include "psg-file-schema.h"

/*
 * Fills the full-text tables, one a kind. Each has three columns: titles in every language;
 * names by which a person may look for it; and its text.
 */

#define INSERT_INTO(table) "INSERT INTO " table " (rowid, title, names, text) VALUES (?, ?, ?, ?)"

typedef struct
{
  const PsgCollectionSource *source;
  GHashTable                *names; /* id of a place or crossing -> its names */
  PsgDbStatement            *insert;
} Index;

/* Values of different languages do not run into one another. */
static void
append_text (GString       *out,
             const PsgText *text)
{
  for (guint i = 0; text != NULL && i < psg_text_get_n (text); i++)
    {
      if (out->len > 0)
        g_string_append_c (out, '\n');
      g_string_append (out, psg_text_get_value (text, i));
    }
}

static void
append_strings (GString *out,
                GStrv    strings)
{
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    g_string_append_printf (out, "\n%s", strings[i]);
}

/* Places, crossings and actors may share an id: each kind has a letter. */
static void
keep_names (Index      *index,
            char        kind,
            const char *id,
            GString    *names)
{
  g_hash_table_insert (index->names, g_strdup_printf ("%c%s", kind, id), g_string_free (names, FALSE));
}

static void
collect_names (Index *index)
{
  for (guint i = 0; i < index->source->places->len; i++)
    {
      const PsgPlace *place = g_ptr_array_index (index->source->places, i);
      GString *names = g_string_new (NULL);

      append_text (names, place->name);
      keep_names (index, 'p', place->id, names);
    }

  for (guint i = 0; i < index->source->crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (index->source->crossings, i);
      GString *names = g_string_new (NULL);

      append_text (names, crossing->name);
      append_text (names, crossing->short_name);
      append_strings (names, crossing->aliases);
      keep_names (index, 'c', crossing->id, names);
    }

  for (guint i = 0; i < index->source->actors->len; i++)
    {
      const PsgActor *actor = g_ptr_array_index (index->source->actors, i);
      GString *names = g_string_new (NULL);

      append_text (names, actor->name);
      keep_names (index, 'a', actor->id, names);
    }
}

static void
append_names (Index      *index,
              GString    *out,
              char        kind,
              const char *id)
{
  g_autofree char *key = g_strdup_printf ("%c%s", kind, id);
  const char *names = g_hash_table_lookup (index->names, key);

  if (names != NULL)
    g_string_append_printf (out, "%s\n", names);
}

static gboolean
insert_row (PsgDbStatement  *insert,
            gint64           row,
            const char      *title,
            const char      *names,
            const char      *text,
            GError         **error)
{
  psg_db_statement_bind_int (insert, 1, row);
  psg_db_statement_bind_text (insert, 2, title);
  psg_db_statement_bind_text (insert, 3, names);
  psg_db_statement_bind_text (insert, 4, text);

  return psg_db_statement_run (insert, error);
}

static gboolean
write_event (Index           *index,
             guint            row,
             const PsgEvent  *event,
             GError         **error)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) summary = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  append_text (title, event->title);
  append_text (summary, event->summary);
  if (event->place != NULL)
    append_names (index, names, 'p', event->place);
  for (guint i = 0; event->crossings != NULL && event->crossings[i] != NULL; i++)
    append_names (index, names, 'c', event->crossings[i]);
  for (guint i = 0; event->actors != NULL && event->actors[i] != NULL; i++)
    append_names (index, names, 'a', event->actors[i]);

  return insert_row (index->insert, row, title->str, names->str, summary->str, error);
}

static gboolean
write_events (PsgDb                     *db,
              const PsgCollectionSource *source,
              guint                      n_events,
              PsgEventFunc               get_event,
              gpointer                   data,
              GError                   **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (PsgDbStatement) insert = psg_db_statement_new (
      db, INSERT_INTO ("event_search"), error);
  Index index = { source, names, insert };

  if (insert == NULL)
    return FALSE;

  collect_names (&index);
  for (guint row = 0; row < n_events; row++)
    {
      g_autoptr (PsgEvent) event = get_event (row, data);

      if (!write_event (&index, row, event, error))
        return FALSE;
    }

  return TRUE;
}

/* Headings count as names: they say what a part is about. */
static void
append_headings (GString             *out,
                 const PsgSourceText *text)
{
  for (guint i = 0; i < text->parsed->blocks->len; i++)
    {
      const PsgBlock *block = &g_array_index (text->parsed->blocks, PsgBlock, i);
      g_autofree char *words = NULL;

      if (block->kind != PSG_BLOCK_HEADING)
        continue;
      words = g_utf8_substring (text->parsed->text, block->start, block->end);
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", words);
    }
}

static gboolean
write_document_text (PsgDbStatement           *insert,
                     guint                     n,
                     const PsgSourceDocument  *document,
                     const PsgSourceText      *text,
                     GError                  **error)
{
  const char *title = psg_text_lookup (document->base.title, text->language);
  g_autoptr (GString) names = g_string_new (NULL);

  append_headings (names, text);

  return insert_row (insert, n, title != NULL ? title : psg_text_get_value (document->base.title, 0), names->str,
                     text->parsed->text, error);
}

static gboolean
write_documents (PsgDb                     *db,
                 const PsgCollectionSource *source,
                 GError                   **error)
{
  g_autoptr (PsgDbStatement) insert =
      psg_db_statement_new (db, INSERT_INTO ("document_search"), error);
  guint n = 0;

  for (guint i = 0; insert != NULL && i < source->documents->len; i++)
    {
      const PsgSourceDocument *document = g_ptr_array_index (source->documents, i);

      for (guint j = 0; j < document->texts->len; j++)
        if (!write_document_text (insert, n++, document, g_ptr_array_index (document->texts, j), error))
          return FALSE;
    }

  return insert != NULL;
}

/* What a row of the index says of a record. */
typedef struct
{
  GString *title;
  GString *names;
  GString *text;
} Words;

typedef void (*Describe) (Words *words, const PsgCollectionSource *source, gconstpointer record);

static void
describe_crossing (Words                     *words,
                   const PsgCollectionSource *source,
                   gconstpointer              record)
{
  const PsgCrossing *crossing = record;

  append_text (words->title, crossing->name);
  append_text (words->names, crossing->short_name);
  append_strings (words->names, crossing->aliases);
  append_text (words->text, crossing->role);
  append_text (words->text, crossing->roads);
  append_text (words->text, crossing->area);
  append_text (words->text, crossing->position_note);
  for (guint i = 0; i < crossing->intervals->len; i++)
    {
      const PsgStatusInterval *interval = g_ptr_array_index (crossing->intervals, i);

      append_text (words->text, interval->label);
      append_text (words->text, interval->reason);
      append_text (words->text, interval->decided_by);
    }
}

static void
describe_claim (Words                     *words,
                const PsgCollectionSource *source,
                gconstpointer              record)
{
  const PsgClaim *claim = record;

  append_text (words->title, claim->text);
  append_text (words->names, claim->speaker);
  append_text (words->names, claim->role);
  for (guint i = 0; claim->party != NULL && i < source->actors->len; i++)
    {
      const PsgActor *actor = g_ptr_array_index (source->actors, i);

      if (g_str_equal (actor->id, claim->party))
        append_text (words->names, actor->name);
    }
  append_text (words->text, claim->verdict_note);
  append_text (words->text, claim->reported_via);
}

static void
append_string (GString    *out,
               const char *string)
{
  if (string != NULL)
    g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", string);
}

static void
describe_source (Words                     *words,
                 const PsgCollectionSource *source,
                 gconstpointer              record)
{
  const PsgSource *self = record;

  append_string (words->title, self->title);
  append_string (words->names, self->publisher);
  append_string (words->names, self->author);
  append_string (words->text, self->url);
}

static void
describe_place (Words                     *words,
                const PsgCollectionSource *source,
                gconstpointer              record)
{
  append_text (words->title, ((const PsgPlace *) record)->name);
}

static gboolean
write_records (PsgDb                      *db,
               const PsgCollectionSource  *source,
               GPtrArray                  *records,
               const char                 *insert_sql,
               Describe                    describe,
               GError                    **error)
{
  g_autoptr (PsgDbStatement) insert = psg_db_statement_new (db, insert_sql, error);

  for (guint i = 0; insert != NULL && records != NULL && i < records->len; i++)
    {
      g_autoptr (GString) title = g_string_new (NULL);
      g_autoptr (GString) names = g_string_new (NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      Words words = { title, names, text };

      describe (&words, source, g_ptr_array_index (records, i));
      if (!insert_row (insert, i, title->str, names->str, text->str, error))
        return FALSE;
    }

  return insert != NULL;
}

static gboolean
optimize (PsgDb   *db,
          GError **error)
{
  for (guint i = 0; psg_file_search_tables[i] != NULL; i++)
    {
      const char *table = psg_file_search_tables[i];
      g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (%s) VALUES ('optimize')", table, table);

      if (!psg_db_exec (db, sql, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * psg_search_index_write:
 * @db: a database that has the tables
 * @source: the collection
 * @n_events: how many events it has
 * @get_event: makes the event of a row
 * @data: for @get_event
 * @error: return location
 *
 * Returns: whether the index was written
 */
gboolean
psg_search_index_write (PsgDb                     *db,
                        const PsgCollectionSource *source,
                        guint                      n_events,
                        PsgEventFunc               get_event,
                        gpointer                   data,
                        GError                   **error)
{
  return write_events (db, source, n_events, get_event, data, error)
         && write_documents (db, source, error)
         && write_records (db, source, source->crossings, INSERT_INTO ("crossing_search"), describe_crossing, error)
         && write_records (db, source, source->claims, INSERT_INTO ("claim_search"), describe_claim, error)
         && write_records (db, source, source->sources, INSERT_INTO ("source_search"), describe_source, error)
         && write_records (db, source, source->places, INSERT_INTO ("place_search"), describe_place, error)
         && optimize (db, error);
}
