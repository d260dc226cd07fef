/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-schema.h"

#include "psg-notebook-error.h"

/*
 * The layout of a notebook, as the steps that led to it. A step that has been
 * released is never changed: another is added.
 *
 * A note is one row, its tags and links in it as lines: so each can be saved from a
 * damaged file by itself, and so is a document. The other tables only find them, and can be made anew.
 */

static const char *const steps[PSG_NOTEBOOK_VERSION] = {
  /* 1: notes and their tags. */
  "CREATE TABLE note (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created INTEGER NOT NULL, "
  "  modified INTEGER NOT NULL, collection TEXT, collection_version TEXT, kind INTEGER NOT NULL, target TEXT, "
  "  latitude REAL NOT NULL, longitude REAL NOT NULL, span_start INTEGER, span_end INTEGER, "
  "  exact TEXT, prefix TEXT, suffix TEXT, first INTEGER NOT NULL, last INTEGER NOT NULL, page INTEGER NOT NULL, "
  "  colour INTEGER NOT NULL, status INTEGER NOT NULL, bookmark INTEGER NOT NULL, deleted INTEGER NOT NULL, "
  "  body TEXT NOT NULL, tags TEXT NOT NULL);"
  "CREATE TABLE note_tag (tag TEXT NOT NULL, note INTEGER NOT NULL REFERENCES note (row) ON DELETE CASCADE, "
  "  PRIMARY KEY (tag, note)) WITHOUT ROWID;"
  "CREATE INDEX note_tag_note ON note_tag (note);"
  "CREATE INDEX note_target ON note (target);",

  /* 2: links, and passages that no longer fit. */
  "ALTER TABLE note ADD COLUMN links TEXT NOT NULL DEFAULT '';"
  "ALTER TABLE note ADD COLUMN review INTEGER NOT NULL DEFAULT 0;"
  "CREATE TABLE note_link (link TEXT NOT NULL, note INTEGER NOT NULL REFERENCES note (row) ON DELETE CASCADE, "
  "  PRIMARY KEY (link, note)) WITHOUT ROWID;"
  "CREATE INDEX note_link_note ON note_link (note);",

  /* 3: full-text search, and lists in order. */
  "CREATE VIRTUAL TABLE note_search USING fts5 (body, exact, tags, content='note', content_rowid='row', "
  "  tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');"
  "INSERT INTO note_search (note_search) VALUES ('rebuild');"
  "CREATE INDEX note_modified ON note (modified DESC, id);"
  "CREATE INDEX note_created ON note (created, id);"
  "CREATE INDEX note_deleted ON note (deleted) WHERE deleted > 0;",

  /* 4: the person's own documents. Their text is kept to be searched; the files lie beside the notebook. */
  "CREATE TABLE own_document (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, "
  "  media INTEGER NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL UNIQUE, added INTEGER NOT NULL, origin TEXT, "
  "  pages INTEGER NOT NULL, deleted INTEGER NOT NULL);"
  "CREATE TABLE own_page (row INTEGER PRIMARY KEY, "
  "  document INTEGER NOT NULL REFERENCES own_document (row) ON DELETE CASCADE, page INTEGER NOT NULL, "
  "  title TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (document, page));"
  "CREATE VIRTUAL TABLE own_search USING fts5 (title, text, content='own_page', content_rowid='row', "
  "  tokenize='unicode61 remove_diacritics 2', prefix='2 3');",

  /* 5: the person's own lessons, each as JSON. */
  "CREATE TABLE lesson (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, collection TEXT NOT NULL, "
  "  modified INTEGER NOT NULL, deleted INTEGER NOT NULL, json TEXT NOT NULL);",

  /* 6: events of one's own: what one has besides what every note has, as JSON. */
  "ALTER TABLE note ADD COLUMN event TEXT;",
};

/* What finds the notes of a list in its order, and counts them, without reading any other. They are no part of the
 * layout, so that any version may have them or not. */
static const char indexes[] =
  "CREATE INDEX IF NOT EXISTS note_listed_modified ON note (modified DESC, id) WHERE deleted = 0;"
  "CREATE INDEX IF NOT EXISTS note_listed_created ON note (created, id) WHERE deleted = 0;"
  "CREATE INDEX IF NOT EXISTS note_listed_subject ON note (span_start IS NULL, span_start, span_end, id) "
  "  WHERE deleted = 0;"
  "CREATE INDEX IF NOT EXISTS note_listed_facets ON note (kind, colour, status, bookmark, review, collection) "
  "  WHERE deleted = 0;"
  "DROP INDEX IF EXISTS note_modified;"
  "DROP INDEX IF EXISTS note_created;";

/* One step, whole or not at all; none if somebody else has taken it meanwhile. */
static gboolean
take_step (PsgDb   *db,
           guint    step,
           GError **error)
{
  g_autofree char *end = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%u; COMMIT",
                                          PSG_NOTEBOOK_APPLICATION_ID, step + 1);
  gint64 version;

  if (!psg_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (psg_db_get_int (db, "PRAGMA user_version", &version, error)
      && (version > step || psg_db_exec (db, steps[step], error))
      && psg_db_exec (db, version > step ? "COMMIT" : end, error))
    return TRUE;

  psg_db_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * psg_notebook_schema_identify:
 * @db: a database
 * @version: (out): its layout; 0 for a new, empty file
 * @error: return location
 *
 * Returns: whether it is a notebook, or empty; otherwise %PSG_NOTEBOOK_ERROR_DAMAGED,
 *   or an error of the database. A version that is too new is no error here.
 */
gboolean
psg_notebook_schema_identify (PsgDb   *db,
                              guint   *version,
                              GError **error)
{
  gint64 application, user, tables;

  if (!psg_db_get_int (db, "PRAGMA application_id", &application, error)
      || !psg_db_get_int (db, "PRAGMA user_version", &user, error)
      || !psg_db_get_int (db, "SELECT count(*) FROM sqlite_master", &tables, error))
    return FALSE;

  *version = CLAMP (user, 0, G_MAXINT);
  if (application == 0 && user == 0 && tables == 0)
    return TRUE;
  if (application != PSG_NOTEBOOK_APPLICATION_ID || user <= 0)
    return psg_notebook_fail (error, PSG_NOTEBOOK_ERROR_DAMAGED, "it is another program's file");

  return TRUE;
}

/**
 * psg_notebook_schema_migrate:
 * @db: a database that has been identified
 * @error: return location
 *
 * Brings it to the layout we write, each step in a transaction of its own.
 *
 * Returns: whether it has that layout
 */
gboolean
psg_notebook_schema_migrate (PsgDb   *db,
                             GError **error)
{
  gint64 version;

  if (!psg_db_get_int (db, "PRAGMA user_version", &version, error))
    return FALSE;

  for (guint step = version; step < PSG_NOTEBOOK_VERSION; step++)
    if (!take_step (db, step, error))
      return FALSE;

  /* A notebook without them is slower, and as good. */
  psg_db_exec (db, indexes, NULL);

  return TRUE;
}

/**
 * psg_notebook_schema_reindex:
 * @db: a notebook
 * @error: return location
 *
 * Makes the full-text indexes anew from the notes and the documents.
 *
 * Returns: whether it could
 */
gboolean
psg_notebook_schema_reindex (PsgDb   *db,
                             GError **error)
{
  return psg_db_exec (db, "INSERT INTO note_search (note_search) VALUES ('rebuild');"
                          "INSERT INTO own_search (own_search) VALUES ('rebuild')", error);
}
