/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-search-index.h"

#include "psg-db-statement.h"

/* Fills the two full-text tables: `event_search`, whose row numbers are the
 * events', and `document_search`, whose row numbers are those of `document_text`. */

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

  psg_db_statement_bind_int (index->insert, 1, row);
  psg_db_statement_bind_text (index->insert, 2, title->str);
  psg_db_statement_bind_text (index->insert, 3, summary->str);
  psg_db_statement_bind_text (index->insert, 4, names->str);

  return psg_db_statement_run (index->insert, error);
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
      db, "INSERT INTO event_search (rowid, title, summary, names) VALUES (?, ?, ?, ?)", error);
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

static gboolean
write_documents (PsgDb                     *db,
                 const PsgCollectionSource *source,
                 GError                   **error)
{
  g_autoptr (PsgDbStatement) insert =
      psg_db_statement_new (db, "INSERT INTO document_search (rowid, title, text) VALUES (?, ?, ?)", error);
  guint n = 0;

  for (guint i = 0; insert != NULL && i < source->documents->len; i++)
    {
      const PsgSourceDocument *document = g_ptr_array_index (source->documents, i);

      for (guint j = 0; j < document->texts->len; j++)
        {
          const PsgSourceText *text = g_ptr_array_index (document->texts, j);
          const char *title = psg_text_lookup (document->base.title, text->language);

          psg_db_statement_bind_int (insert, 1, n++);
          psg_db_statement_bind_text (insert, 2, title != NULL ? title : psg_text_get_value (document->base.title, 0));
          psg_db_statement_bind_text (insert, 3, text->parsed->text);
          if (!psg_db_statement_run (insert, error))
            return FALSE;
        }
    }

  return insert != NULL;
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
         && psg_db_exec (db, "INSERT INTO event_search (event_search) VALUES ('optimize')", error)
         && psg_db_exec (db, "INSERT INTO document_search (document_search) VALUES ('optimize')", error);
}
