/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-row.h"

#include <string.h>

#include "psg-exchange-event.h"

/* Notes as rows of the table `note`, and what the tables of tags and links find them by. */

#define UPSERT \
  "INSERT INTO note (id, created, modified, collection, collection_version, kind, target, latitude, longitude, " \
  "  span_start, span_end, exact, prefix, suffix, first, last, page, colour, status, bookmark, deleted, " \
  "  body, tags, links, review, event) " \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, " \
  "  ?22, ?23, ?24, ?25, ?26) " \
  "ON CONFLICT (id) DO UPDATE SET created = ?2, modified = ?3, collection = ?4, collection_version = ?5, kind = ?6, " \
  "  target = ?7, latitude = ?8, longitude = ?9, span_start = ?10, span_end = ?11, exact = ?12, prefix = ?13, " \
  "  suffix = ?14, first = ?15, last = ?16, page = ?17, colour = ?18, status = ?19, bookmark = ?20, deleted = ?21, " \
  "  body = ?22, tags = ?23, links = ?24, review = ?25, event = ?26"

/* The full-text index has no copy of the texts: to forget a row it must be told what stood there. */
#define UNINDEX \
  "INSERT INTO note_search (note_search, rowid, body, exact, tags) " \
  "SELECT 'delete', row, body, exact, tags FROM note WHERE "
#define INDEX \
  "INSERT INTO note_search (rowid, body, exact, tags) SELECT row, body, exact, tags FROM note WHERE id = ?1"

/* (transfer full) (nullable): what stands in lines; the empty text is none. */
static GStrv
split_lines (const char *lines)
{
  return *lines != '\0' ? g_strsplit (lines, "\n", -1) : NULL;
}

static char *
join_lines (GStrv lines)
{
  return lines != NULL ? g_strjoinv ("\n", lines) : g_strdup ("");
}

static guint
read_uint (PsgDbStatement *statement,
           guint           column)
{
  return CLAMP (psg_db_statement_get_int (statement, column), 0, G_MAXUINT);
}

static void
read_target (PsgDbStatement *statement,
             PsgNoteTarget  *target)
{
  target->kind = read_uint (statement, 5);
  target->id = g_strdup (psg_db_statement_get_text (statement, 6));
  target->latitude = psg_db_statement_get_double (statement, 7);
  target->longitude = psg_db_statement_get_double (statement, 8);
  target->has_span = psg_db_statement_is_int (statement, 9) && psg_db_statement_is_int (statement, 10);
  if (target->has_span)
    {
      target->span.start = psg_db_statement_get_int (statement, 9);
      target->span.end = psg_db_statement_get_int (statement, 10);
    }
  target->exact = g_strdup (psg_db_statement_get_text (statement, 11));
  target->prefix = g_strdup (psg_db_statement_get_text (statement, 12));
  target->suffix = g_strdup (psg_db_statement_get_text (statement, 13));
  target->start = read_uint (statement, 14);
  target->end = read_uint (statement, 15);
  target->page = read_uint (statement, 16);
}

/* An event's title stands where the words of a passage do, to be found by them; it is one of its own members. */
static void
read_event (PsgDbStatement *statement,
            PsgNote        *note)
{
  const char *text = psg_db_statement_get_text (statement, 25);

  if (text == NULL)
    return;

  note->event = psg_exchange_event_from_text (text, strlen (text));
  if (note->target.kind == PSG_NOTE_OWN_EVENT)
    g_clear_pointer (&note->target.exact, g_free);
}

/**
 * psg_notebook_row_read:
 * @statement: on a row of %PSG_NOTEBOOK_COLUMNS
 *
 * Returns: (transfer full) (nullable): the note; %NULL if what stands there is none
 */
PsgNote *
psg_notebook_row_read (PsgDbStatement *statement)
{
  g_autoptr (PsgNote) note = psg_note_new ();
  const char *tags = psg_db_statement_get_text (statement, 22);
  const char *links = psg_db_statement_get_text (statement, 23);

  note->id = g_strdup (psg_db_statement_get_text (statement, 0));
  note->created = psg_db_statement_get_int (statement, 1);
  note->modified = psg_db_statement_get_int (statement, 2);
  note->collection = g_strdup (psg_db_statement_get_text (statement, 3));
  note->collection_version = g_strdup (psg_db_statement_get_text (statement, 4));
  read_target (statement, &note->target);
  note->colour = read_uint (statement, 17);
  note->status = read_uint (statement, 18);
  note->bookmark = psg_db_statement_get_int (statement, 19) != 0;
  note->deleted = psg_db_statement_get_int (statement, 20);
  note->body = g_strdup (psg_db_statement_get_text (statement, 21));
  note->tags = tags != NULL ? split_lines (tags) : NULL;
  note->links = links != NULL ? split_lines (links) : NULL;
  note->review = psg_db_statement_get_int (statement, 24) != 0;
  read_event (statement, note);

  return psg_note_find_fault (note) == NULL ? g_steal_pointer (&note) : NULL;
}

static void
bind_target (PsgDbStatement      *statement,
             const PsgNoteTarget *target)
{
  psg_db_statement_bind_int (statement, 6, target->kind);
  psg_db_statement_bind_text (statement, 7, target->id);
  psg_db_statement_bind_double (statement, 8, target->latitude);
  psg_db_statement_bind_double (statement, 9, target->longitude);
  if (target->has_span)
    {
      psg_db_statement_bind_int (statement, 10, target->span.start);
      psg_db_statement_bind_int (statement, 11, target->span.end);
    }
  psg_db_statement_bind_text (statement, 12, target->exact);
  psg_db_statement_bind_text (statement, 13, target->prefix);
  psg_db_statement_bind_text (statement, 14, target->suffix);
  psg_db_statement_bind_int (statement, 15, target->start);
  psg_db_statement_bind_int (statement, 16, target->end);
  psg_db_statement_bind_int (statement, 17, target->page);
}

static void
bind_event (PsgDbStatement *statement,
            const PsgNote  *note)
{
  g_autofree char *text = NULL;

  if (note->event == NULL)
    return;

  text = psg_exchange_event_to_text (note->event);
  psg_db_statement_bind_text (statement, 12, note->event->title);
  psg_db_statement_bind_text (statement, 26, text);
}

static gboolean
write_note (PsgDb         *db,
            const PsgNote *note,
            GError       **error)
{
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (db, UPSERT, error);
  g_autofree char *tags = join_lines (note->tags);
  g_autofree char *links = join_lines (note->links);

  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_text (statement, 1, note->id);
  psg_db_statement_bind_int (statement, 2, note->created);
  psg_db_statement_bind_int (statement, 3, note->modified);
  psg_db_statement_bind_text (statement, 4, note->collection);
  psg_db_statement_bind_text (statement, 5, note->collection_version);
  bind_target (statement, &note->target);
  psg_db_statement_bind_int (statement, 18, note->colour);
  psg_db_statement_bind_int (statement, 19, note->status);
  psg_db_statement_bind_int (statement, 20, note->bookmark ? 1 : 0);
  psg_db_statement_bind_int (statement, 21, note->deleted);
  psg_db_statement_bind_text (statement, 22, note->body);
  psg_db_statement_bind_text (statement, 23, tags);
  psg_db_statement_bind_text (statement, 24, links);
  psg_db_statement_bind_int (statement, 25, note->review ? 1 : 0);
  bind_event (statement, note);

  return psg_db_statement_run (statement, error);
}

/* Runs a statement about one note and, where there is one, a word of it. */
static gboolean
run_for_note (PsgDb      *db,
              const char *sql,
              const char *id,
              const char *word,
              GError    **error)
{
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (db, sql, error);

  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_text (statement, 1, id);
  if (word != NULL)
    psg_db_statement_bind_text (statement, 2, word);

  return psg_db_statement_run (statement, error);
}

static gboolean
write_words (PsgDb      *db,
             const char *delete_sql,
             const char *insert_sql,
             const char *id,
             GStrv       words,
             GError    **error)
{
  if (!run_for_note (db, delete_sql, id, NULL, error))
    return FALSE;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (!run_for_note (db, insert_sql, id, words[i], error))
      return FALSE;

  return TRUE;
}

/**
 * psg_notebook_row_write:
 * @db: a notebook, within a transaction
 * @note: a note without fault
 * @error: return location
 *
 * Writes a note, in place of the one with its id if there is one.
 *
 * Returns: whether it could
 */
gboolean
psg_notebook_row_write (PsgDb         *db,
                        const PsgNote *note,
                        GError       **error)
{
  return run_for_note (db, UNINDEX "id = ?1", note->id, NULL, error)
         && write_note (db, note, error)
         && run_for_note (db, INDEX, note->id, NULL, error)
         && write_words (db, "DELETE FROM note_tag WHERE note = (SELECT row FROM note WHERE id = ?1)",
                         "INSERT OR IGNORE INTO note_tag (note, tag) SELECT row, ?2 FROM note WHERE id = ?1",
                         note->id, note->tags, error)
         && write_words (db, "DELETE FROM note_link WHERE note = (SELECT row FROM note WHERE id = ?1)",
                         "INSERT OR IGNORE INTO note_link (note, link) SELECT row, ?2 FROM note WHERE id = ?1",
                         note->id, note->links, error);
}

/* Takes a note out of a notebook for good, within a transaction. */
gboolean
psg_notebook_row_delete (PsgDb      *db,
                         const char *id,
                         GError    **error)
{
  return run_for_note (db, UNINDEX "id = ?1", id, NULL, error)
         && run_for_note (db, "DELETE FROM note WHERE id = ?1", id, NULL, error);
}

static gboolean
run_for_time (PsgDb      *db,
              const char *sql,
              gint64      time,
              GError    **error)
{
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (db, sql, error);

  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_int (statement, 1, time);

  return psg_db_statement_run (statement, error);
}

/* Takes out for good what went to the bin before a time, in microseconds since 1970 UTC. */
gboolean
psg_notebook_row_delete_binned (PsgDb   *db,
                                gint64   before,
                                GError **error)
{
  return run_for_time (db, UNINDEX "deleted > 0 AND deleted < ?1", before, error)
         && run_for_time (db, "DELETE FROM note WHERE deleted > 0 AND deleted < ?1", before, error);
}
