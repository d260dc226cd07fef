/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-db.h"
#include "psg-store-fixture.h"
#include "psg-synthetic-file.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files that are damaged, or made to do harm: every one gives an error or loads;
 * none crashes, hangs, or gives out what is not in order. */

typedef struct
{
  char   *folder;
  char   *path;
  guint8 *content; /* of the bundled file */
  gsize   length;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = psg_fixture_new_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.passages", NULL);
  g_assert_true (g_file_get_contents (psg_fixture_get_bundled (), (char **) &fixture->content, &fixture->length, NULL));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  psg_fixture_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->content);
}

static void
write_file (Fixture       *fixture,
            gconstpointer  content,
            gsize          length)
{
  g_assert_true (g_file_set_contents_full (fixture->path, content, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* How many records are passed over for one that is loaded. */
#define STRIDE 5
/* Of many events no more are loaded than so many. */
#define MAX_LOADED 200

/* Loads one in five of whatever can be loaded; errors are as good as records. */
static void
load_everything (PsgCollection *collection)
{
  PsgEventTable *table = psg_collection_get_events (collection);
  GPtrArray *documents = psg_collection_get_documents (collection);
  GPtrArray *crossings = psg_collection_get_crossings (collection);
  static const char *const queries[] = { "border", "wagner closed", "salcininkai", "\"two crossings\"" };
  guint n = psg_event_table_get_n (table);

  for (guint row = 0; row < n; row += MAX (STRIDE, n / MAX_LOADED))
    {
      g_autoptr (PsgEvent) event = psg_collection_load_event (collection, row, NULL);
      g_autoptr (PsgSource) source = event != NULL && event->sources != NULL
                                         ? psg_collection_load_source (collection, event->sources[0], NULL)
                                         : NULL;
      g_autoptr (PsgClaim) claim = event != NULL && event->claims != NULL
                                       ? psg_collection_load_claim (collection, event->claims[0], NULL)
                                       : NULL;
      g_autoptr (GPtrArray) passages =
          psg_collection_load_passages_about (collection, PSG_KIND_EVENT, psg_event_table_get_id (table, row), NULL);
    }

  for (guint i = 0; i < documents->len; i += STRIDE)
    {
      g_autoptr (PsgDocument) document =
          psg_collection_load_document (collection, ((PsgDocument *) documents->pdata[i])->id, NULL);
    }

  for (guint i = 0; i < crossings->len; i += STRIDE)
    {
      g_autoptr (GArray) rows =
          psg_collection_load_events_about (collection, PSG_KIND_CROSSING,
                                            ((PsgCrossing *) crossings->pdata[i])->id, NULL);
    }

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) hits = psg_collection_search (collection, queries[i], PSG_KIND_NONE, 50, NULL);
      g_autoptr (PsgRowSet) rows = psg_collection_match_events (collection, queries[i], NULL);
    }

  for (PsgKind kind = PSG_KIND_EVENT; kind <= PSG_KIND_PLACE; kind++)
    {
      g_autoptr (PsgRowSet) rows = psg_collection_load_events_with (collection, kind, NULL);
    }
}

/* Opens the file and loads everything. Returns: whether it opened. */
static gboolean
try_file (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgCollectionFile) file = psg_collection_file_open (fixture->path, NULL, &error);

  g_assert_true ((file == NULL) == (error != NULL));
  if (file == NULL)
    {
      g_assert_true (error->domain == PSG_COLLECTION_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return FALSE;
    }

  load_everything (PSG_COLLECTION (file));

  return TRUE;
}

static void
assert_fails (Fixture            *fixture,
              PsgCollectionError  code,
              const char         *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (psg_collection_file_open (fixture->path, NULL, &error));
  g_assert_error (error, PSG_COLLECTION_ERROR, (int) code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” is not in “%s”", words, error->message);
}

static void
test_not_a_collection (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *junk = g_malloc0 (100000);

  assert_fails (fixture, PSG_COLLECTION_ERROR_IO, "No such file");

  write_file (fixture, "", 0);
  assert_fails (fixture, PSG_COLLECTION_ERROR_NOT_A_COLLECTION, "not a Passages collection");
  write_file (fixture, "SQLite format 3", 15);
  assert_fails (fixture, PSG_COLLECTION_ERROR_NOT_A_COLLECTION, "not a Passages collection");
  write_file (fixture, "%PDF-1.7 and much more that is not a collection at all, "
                       "to have a hundred bytes and then some, as here.", 104);
  assert_fails (fixture, PSG_COLLECTION_ERROR_NOT_A_COLLECTION, "not a Passages collection");
  write_file (fixture, junk, 100000);
  assert_fails (fixture, PSG_COLLECTION_ERROR_NOT_A_COLLECTION, "not a Passages collection");
}

static void
test_other_kinds_of_file (Fixture      *fixture,
                          gconstpointer data)
{
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_fails (fixture, PSG_COLLECTION_ERROR_NOT_A_COLLECTION, "not a file");
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);

  /* Nobody writes into it: opening must not wait. */
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_fails (fixture, PSG_COLLECTION_ERROR_NOT_A_COLLECTION, "not a file");
  g_unlink (fixture->path);

  g_assert_cmpint (symlink ("/dev/zero", fixture->path), ==, 0);
  assert_fails (fixture, PSG_COLLECTION_ERROR_NOT_A_COLLECTION, "not a file");
  g_unlink (fixture->path);

  g_assert_cmpint (symlink ("test.passages", fixture->path), ==, 0);
  assert_fails (fixture, PSG_COLLECTION_ERROR_IO, "");
  g_unlink (fixture->path);

  g_assert_cmpint (symlink (psg_fixture_get_bundled (), fixture->path), ==, 0);
  g_assert_true (try_file (fixture));
}

static void
put_number (Fixture *fixture,
            gsize    offset,
            guint32  value)
{
  guint32 big = GUINT32_TO_BE (value);

  memcpy (fixture->content + offset, &big, sizeof big);
}

static void
test_versions (Fixture      *fixture,
               gconstpointer data)
{
  put_number (fixture, 60, PSG_DB_USER_VERSION + 1);
  write_file (fixture, fixture->content, fixture->length);
  assert_fails (fixture, PSG_COLLECTION_ERROR_TOO_NEW, "made by a newer version of Passages");

  put_number (fixture, 60, PSG_DB_USER_VERSION - 1);
  write_file (fixture, fixture->content, fixture->length);
  assert_fails (fixture, PSG_COLLECTION_ERROR_TOO_OLD, "older version");

  /* A newer version of another program's file is not ours at all. */
  put_number (fixture, 60, 9);
  put_number (fixture, 68, 0);
  write_file (fixture, fixture->content, fixture->length);
  assert_fails (fixture, PSG_COLLECTION_ERROR_NOT_A_COLLECTION, "another program’s file");
}

static void
test_names_are_escaped (Fixture      *fixture,
                        gconstpointer data)
{
  static const char *const names[] = {
    "a b.passages", "100%.passages", "what?mode=rw#.passages", "Šumskas.passages", "\xff.passages",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_free (fixture->path);
      fixture->path = g_build_filename (fixture->folder, names[i], NULL);
      write_file (fixture, fixture->content, fixture->length);
      g_assert_true (try_file (fixture));
    }
}

static void
test_cut_short (Fixture      *fixture,
                gconstpointer data)
{
  for (guint i = 0; i < 120; i++)
    {
      write_file (fixture, fixture->content, fixture->length * i / 120);
      g_assert_false (try_file (fixture));
    }

  write_file (fixture, fixture->content, fixture->length - 1);
  assert_fails (fixture, PSG_COLLECTION_ERROR_DAMAGED, "damaged at byte");

  /* The header may lie about the size too. */
  put_number (fixture, 28, 10);
  write_file (fixture, fixture->content, 10 * 4096);
  g_assert_false (try_file (fixture));
}

static void
test_random_bytes (Fixture      *fixture,
                   gconstpointer data)
{
  guint n_opened = 0;

  for (guint i = 0; i < 400; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (fixture->content, fixture->length);
      guint n = g_test_rand_int_range (1, 20);

      for (guint j = 0; j < n; j++)
        {
          /* A third of the time among the first pages, where structure is dense. */
          gsize most = i % 3 == 0 ? MIN (fixture->length, 40000) : fixture->length;

          copy[g_test_rand_int_range (100, most)] = g_test_rand_int_range (0, 256);
        }
      write_file (fixture, copy, fixture->length);
      n_opened += try_file (fixture);
    }

  g_test_message ("%u of 400 opened", n_opened);
}

/* Above 16 MiB SQLite does not look through the events first: whatever is wrong with
 * them comes to those who read them. */
static void
test_random_bytes_of_a_large_file (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autofree guint8 *content = NULL;
  gsize length;
  guint n_opened = 0;

  g_assert_true (psg_synthetic_file_write (25000, fixture->path, NULL));
  g_assert_true (g_file_get_contents (fixture->path, (char **) &content, &length, NULL));
  g_assert_cmpuint (length, >, 16 * 1024 * 1024);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (content, length);
      guint n = 1 << g_test_rand_int_range (0, 5);

      /* Every second time whole pages: they lead elsewhere, or to themselves. */
      for (guint j = 0; j < n; j++)
        copy[g_test_rand_int_range (100, length)] = g_test_rand_int_range (0, 256);
      for (guint j = 0; i % 2 == 0 && j < 4; j++)
        memcpy (copy + g_test_rand_int_range (1, length / 32768) * 32768,
                content + g_test_rand_int_range (1, length / 32768) * 32768, 32768);
      write_file (fixture, copy, length);
      n_opened += try_file (fixture);
    }

  g_test_message ("%u of 40 opened", n_opened);
}

static void
test_random_headers (Fixture      *fixture,
                     gconstpointer data)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (fixture->content, fixture->length);

      copy[g_test_rand_int_range (16, 200)] = g_test_rand_int_range (0, 256);
      write_file (fixture, copy, fixture->length);
      try_file (fixture);
    }
}

static void
test_pages_swapped (Fixture      *fixture,
                    gconstpointer data)
{
  for (guint i = 0; i < 60; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (fixture->content, fixture->length);
      gsize from = g_test_rand_int_range (1, fixture->length / 4096);
      gsize to = g_test_rand_int_range (1, fixture->length / 4096);

      memcpy (copy + to * 4096, fixture->content + from * 4096, 4096);
      write_file (fixture, copy, fixture->length);
      try_file (fixture);
    }
}

/* Changes a good file with SQL, as an attacker with a plain SQLite could. */
static void
change (Fixture    *fixture,
        const char *sql)
{
  sqlite3 *db;
  char *message = NULL;

  write_file (fixture, fixture->content, fixture->length);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  if (message != NULL)
    g_error ("%s: %s", sql, message);
  sqlite3_close (db);
}

typedef struct
{
  const char *sql;
  const char *words; /* NULL: it opens */
} Change;

static const Change changes[] = {
  /* What does not belong in the schema. */
  { "CREATE VIEW extra AS SELECT 1", "a view “extra”" },
  { "ALTER TABLE actor RENAME TO actor2; CREATE VIEW actor AS SELECT * FROM actor2", "damaged at the schema" },
  { "CREATE TRIGGER extra AFTER INSERT ON actor BEGIN DELETE FROM event; END", "a trigger “extra”" },
  { "CREATE TABLE extra (a)", "a table “extra”" },
  { "CREATE INDEX extra ON actor (name)", "an index “extra”|a index “extra”" },
  { "CREATE VIRTUAL TABLE extra USING fts5 (a)", "extra" },
  { "CREATE VIRTUAL TABLE extra USING rtree (a, b, c)", "extra" },
  { "DROP TABLE claim", "tables are missing" },
  { "DROP TABLE document_search", "tables are missing" },
  { "ALTER TABLE event ADD COLUMN extra TEXT", "a table “event”" },
  { "ANALYZE", "damaged at the schema" },
  { "PRAGMA writable_schema=ON; "
    "UPDATE sqlite_schema SET sql = 'CREATE TABLE ''event_search_data''(id INTEGER PRIMARY KEY, "
    "block BLOB, x AS (load_extension(''x'')))' WHERE name = 'event_search_data'; PRAGMA writable_schema=RESET", NULL },

  /* Columns of the event table that lie. */
  { "UPDATE event_column SET data = zeroblob (length (data) - 1) WHERE name = 'start'", "multiple of 8" },
  { "UPDATE event_column SET data = zeroblob (length (data) - 8) WHERE name = 'start'", "does not agree" },
  { "UPDATE event_column SET data = x'' WHERE name = 'start'", "does not agree" },
  { "UPDATE event_column SET data = zeroblob (80000008) WHERE name = 'start'", "more than" },
  { "UPDATE event_column SET data = zeroblob (length (data)) WHERE name = 'start'", "start" },
  { "UPDATE event_column SET data = zeroblob (length (data)) WHERE name = 'end'", "end" },
  { "UPDATE event_column SET data = zeroblob (length (data)) WHERE name = 'importance'", "importance" },
  { "UPDATE event_column SET data = CAST (x'ff' || substr (data, 2) AS BLOB) WHERE name = 'lane'", "lane" },
  { "UPDATE event_column SET data = CAST (x'00ff' || substr (data, 3) AS BLOB) WHERE name = 'flags'", "flags" },
  { "UPDATE event_column SET data = CAST (x'00000001' || substr (data, 5) AS BLOB) WHERE name = 'place'", "place" },
  { "UPDATE event_column SET data = CAST (x'ffffffffffffff7f' || substr (data, 9) AS BLOB) WHERE name = 'end'", "end" },
  { "UPDATE event_column SET data = CAST (x'0000000000000080' || substr (data, 9) AS BLOB) WHERE name = 'start'",
    "start" },
  { "UPDATE event_column SET data = CAST (x'ffffffff' || substr (data, 5) AS BLOB) WHERE name = 'start-slack'",
    "start-slack" },
  { "UPDATE event_column SET data = CAST (x'ffffffff' || substr (data, 5) AS BLOB) WHERE name = 'end-slack'",
    "end-slack" },
  { "DELETE FROM event_column WHERE name = 'end-slack'", "end-slack" },
  { "UPDATE event_column SET data = CAST (x'ffffffff' || substr (data, 5) AS BLOB) WHERE name = 'ids/offsets'", "ids" },
  { "UPDATE event_column SET data = CAST (x'00000000ffffffff' || substr (data, 9) AS BLOB) "
    "WHERE name = 'titles:en/offsets'", "titles:en" },
  { "UPDATE event_column SET data = CAST (x'0000000000000000' || substr (data, 9) AS BLOB) "
    "WHERE name = 'titles:en/offsets'", "titles:en" },
  { "UPDATE event_column SET data = CAST (data || x'6100' AS BLOB) WHERE name = 'ids'", "ids" },
  { "UPDATE event_column SET data = CAST (x'ff' || substr (data, 2) AS BLOB) WHERE name = 'titles:en'", "titles:en" },
  { "UPDATE event_column SET data = CAST (x'00' || substr (data, 2) AS BLOB) WHERE name = 'titles:en'", "titles:en" },
  { "UPDATE event_column SET data = CAST (x'41' || substr (data, 2) AS BLOB) WHERE name = 'ids'", "ids" },
  { "DELETE FROM event_column WHERE name = 'lane'", "lane" },
  { "DELETE FROM event_column WHERE name = 'titles:en'", "titles:en" },
  { "UPDATE event_column SET data = (SELECT data FROM event_column WHERE name = 'end') WHERE name = 'start'", "end" },

  /* Rows. */
  { "UPDATE lane SET color = 'red' WHERE n = 0", "lane 0, color" },
  { "UPDATE lane SET name = '{\"en\":1}' WHERE n = 0", "lane 0, name" },
  { "UPDATE lane SET name = '{}' WHERE n = 0", "lane 0, name" },
  { "UPDATE lane SET name = NULL WHERE n = 0", "lane 0, name" },
  { "UPDATE lane SET name = CAST (x'7b22656e223a22ff227d' AS TEXT) WHERE n = 0", "UTF-8" },
  { "UPDATE lane SET name = CAST (x'7b22656e223a226100227d' AS TEXT) WHERE n = 0", "UTF-8" },
  { "UPDATE lane SET id = 'Not An Id' WHERE n = 0", "lane 0, id" },
  { "DELETE FROM lane", "lanes" },
  { "UPDATE lane SET n = 40 WHERE n = 3", "lane" },
  { "DELETE FROM collection", "there is none" },
  { "INSERT INTO collection SELECT 1, id || '2', version, title, description, language, languages, "
    "licence, credits, span, "
    "playhead, opening_event, map_latitude, map_longitude, map_zoom FROM collection", "collection" },
  { "UPDATE collection SET opening_event = 'no-such-thing'", "no-such-thing" },
  { "UPDATE collection SET span = '2020/..'", "span" },
  { "UPDATE collection SET playhead = '..'", "playhead" },
  { "UPDATE collection SET map_zoom = 9e999", "map_zoom" },
  { "UPDATE collection SET language = 'tlh-', languages = '[1]'", "language" },
  { "UPDATE place SET latitude = 91 WHERE n = 2", "place 2, latitude" },
  { "UPDATE place SET precision_m = -1 WHERE n = 2", "precision_m" },
  { "DELETE FROM place WHERE n = 1", "place" },
  { "UPDATE crossing SET kind = 'sea' WHERE n = 0", "kind" },
  { "UPDATE crossing SET aliases = '{\"a\":1}' WHERE n = 0", "aliases" },
  { "UPDATE status_interval SET date = '2020/2024' WHERE n = 1", "overlap" },
  { "UPDATE status_interval SET date = '/2024' WHERE n = 0", "unknown" },
  { "UPDATE status_interval SET event = 'no-such-thing' WHERE n = 0", "no-such-thing" },
  { "UPDATE status_interval SET status = 'ajar' WHERE n = 0", "status" },
  { "UPDATE crossing_sources SET id = '../../etc/passwd' WHERE n = 0", "not an id" },
  { "UPDATE lesson SET minutes = 4294967296 WHERE n = 0", "minutes" },
  { "UPDATE lesson_step SET crossing = 'no-such-thing' WHERE n = 0", "no-such-thing" },
  { "UPDATE passage SET document = 'no-such-thing' WHERE n = 0", "passages" },

  /* What shows when it is loaded. */
  { "UPDATE event SET lane = 60 WHERE n = 0", NULL },
  { "UPDATE event SET id = 'another' WHERE n = 0", NULL },
  { "UPDATE event SET date = 'soon'", NULL },
  { "DELETE FROM event", "no event" },
  { "UPDATE event_crossings SET id = 'no-such-thing'", NULL },
  { "UPDATE event_sources SET id = 'no-such-thing'", NULL },
  { "UPDATE claim SET verdict = 'true'", NULL },
  { "UPDATE passage_text SET position_start = -5", NULL },
  { "UPDATE passage_text SET position_end = 4000000000", NULL },
  { "UPDATE passage_text SET position_start = position_start + 1, position_end = position_end + 1", NULL },
  { "DELETE FROM document_text", NULL },
  { "UPDATE document_text SET markdown = '<script>alert(1)</script>'", NULL },
  { "UPDATE document_text SET markdown = CAST (x'ff00ff' AS TEXT)", NULL },
  { "UPDATE document_text SET markdown = CAST (zeroblob (5000000) AS TEXT)", NULL },
  { "UPDATE document_text SET language = 'xx'", NULL },
  { "INSERT INTO event_search (rowid, title) VALUES (-7, 'border'), (999999, 'border')", NULL },
  { "INSERT INTO document_search (rowid, title) VALUES (999999, 'border')", NULL },
  { "INSERT INTO crossing_search (rowid, title) VALUES (-7, 'border'), (999999, 'border')", NULL },
  { "INSERT INTO claim_search (rowid, title) VALUES (-7, 'border'), (999999, 'border')", NULL },
  { "INSERT INTO source_search (rowid, title) VALUES (999999, 'border')", NULL },
  { "INSERT INTO place_search (rowid, title) VALUES (-7, 'border'), (999999, 'border')", NULL },
  { "UPDATE place_search_data SET block = randomblob (length (block))", NULL },
  { "UPDATE event_search_data SET block = zeroblob (length (block))", NULL },
  { "UPDATE event_search_data SET block = randomblob (length (block))", NULL },
  { "DELETE FROM event_search_data", NULL },
  { "DELETE FROM event_search_content", NULL },
  { "UPDATE event_search_config SET v = 999", NULL },
  { "UPDATE document_search_docsize SET sz = x'ffffffffffffffffff'", NULL },
};

static void
test_changed_with_sql (Fixture      *fixture,
                       gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgCollectionFile) file = NULL;
      g_auto (GStrv) words = NULL;
      gboolean said = FALSE;

      g_test_message ("%s", changes[i].sql);
      change (fixture, changes[i].sql);
      file = psg_collection_file_open (fixture->path, NULL, &error);
      if (file != NULL)
        load_everything (PSG_COLLECTION (file));
      if (changes[i].words == NULL)
        continue;

      g_assert_null (file);
      g_assert_true (error->domain == PSG_COLLECTION_ERROR);
      words = g_strsplit (changes[i].words, "|", -1);
      for (guint j = 0; words[j] != NULL; j++)
        said |= strstr (error->message, words[j]) != NULL;
      if (!said)
        g_error ("“%s” is not in “%s” (%s)", changes[i].words, error->message, changes[i].sql);
    }
}

/* Many titles are read when somebody asks for them: the rest of the collection is whole. */
static void
test_a_damaged_title_gives_way_to_the_id (Fixture      *fixture,
                                          gconstpointer data)
{
  g_autoptr (PsgCollectionFile) file = NULL;
  g_autoptr (GError) error = NULL;
  PsgEventTable *events;
  guint n_ids = 0;

  g_free (fixture->content);
  g_assert_true (psg_synthetic_file_write (25000, fixture->path, NULL));
  g_assert_true (g_file_get_contents (fixture->path, (char **) &fixture->content, &fixture->length, NULL));
  change (fixture, "UPDATE event_column SET data = CAST (substr (data, 1, 600000) || x'ff' || substr (data, 600002) "
                   "AS BLOB) WHERE name = 'titles:en'");
  file = psg_collection_file_open (fixture->path, NULL, &error);
  g_assert_no_error (error);

  events = psg_collection_get_events (PSG_COLLECTION (file));
  for (guint row = 0; row < psg_event_table_get_n (events); row++)
    {
      g_assert_true (g_utf8_validate (psg_event_table_get_title (events, row), -1, NULL));
      n_ids += g_str_equal (psg_event_table_get_title (events, row), psg_event_table_get_id (events, row));
    }
  g_assert_cmpuint (n_ids, >, 0);
  g_assert_cmpuint (n_ids, <, 1000);
}

static const Change title_changes[] = {
  { "UPDATE event_column SET data = zeroblob (length (data) - 1) WHERE name = 'titles:en'", "titles:en" },
  { "UPDATE event_column SET data = zeroblob (length (data) + 1) WHERE name = 'titles:en'", "titles:en" },
  { "UPDATE event_column SET data = CAST (x'01000000' || substr (data, 5) AS BLOB) WHERE name = 'titles:en/offsets'",
    "titles:en" },
  { "UPDATE event_column SET data = CAST (x'00000000ffffffff' || substr (data, 9) AS BLOB) "
    "WHERE name = 'titles:en/offsets'", "titles:en" },
  { "UPDATE event_column SET data = CAST (x'0000000000000000' || substr (data, 9) AS BLOB) "
    "WHERE name = 'titles:en/offsets'", "titles:en" },
};

static void
test_where_many_titles_lie_is_checked (Fixture      *fixture,
                                       gconstpointer data)
{
  g_free (fixture->content);
  g_assert_true (psg_synthetic_file_write (25000, fixture->path, NULL));
  g_assert_true (g_file_get_contents (fixture->path, (char **) &fixture->content, &fixture->length, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (title_changes); i++)
    {
      change (fixture, title_changes[i].sql);
      assert_fails (fixture, PSG_COLLECTION_ERROR_DAMAGED, title_changes[i].words);
    }
}

/* What is wrong in a record is said when it is loaded. */
static void
test_errors_in_loading (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (PsgCollectionFile) file = NULL;
  g_autoptr (GError) event = NULL, document = NULL, search = NULL;

  change (fixture, "UPDATE event SET date = 'soon' WHERE n = 3;"
                   "UPDATE passage_text SET position_start = position_start + 1, position_end = position_end + 1;"
                   "INSERT INTO event_search (rowid, title) VALUES (999999, 'border')");
  file = psg_collection_file_open (fixture->path, NULL, NULL);
  g_assert_nonnull (file);

  g_assert_null (psg_collection_load_event (PSG_COLLECTION (file), 3, &event));
  g_assert_error (event, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_DAMAGED);
  g_assert_cmpstr (event->message, ==, "damaged at event 3, date: this is not an EDTF date");
  g_assert_null (psg_collection_load_document (PSG_COLLECTION (file), "six-crossings", &document));
  g_assert_error (document, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_DAMAGED);
  g_assert_null (psg_collection_match_events (PSG_COLLECTION (file), "border", &search));
  g_assert_error (search, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_DAMAGED);
}

static void
test_nothing_is_written (Fixture      *fixture,
                         gconstpointer data)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *after = NULL;
  gsize length;

  /* A hot journal beside the file would be rolled back into it by a careless reader. */
  write_file (fixture, fixture->content, fixture->length);
  g_assert_true (g_file_set_contents (journal, "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7 and so on", -1, NULL));
  g_assert_true (try_file (fixture));
  g_assert_true (g_file_get_contents (fixture->path, &after, &length, NULL));
  g_assert_cmpmem (after, length, fixture->content, fixture->length);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
}

#define ADD(name, function) \
  g_test_add ("/store/collection-file/hostile/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("not-a-collection", test_not_a_collection);
  ADD ("other-kinds-of-file", test_other_kinds_of_file);
  ADD ("versions", test_versions);
  ADD ("names-are-escaped", test_names_are_escaped);
  ADD ("cut-short", test_cut_short);
  ADD ("random-bytes", test_random_bytes);
  ADD ("random-bytes-of-a-large-file", test_random_bytes_of_a_large_file);
  ADD ("a-damaged-title-gives-way-to-the-id", test_a_damaged_title_gives_way_to_the_id);
  ADD ("where-many-titles-lie-is-checked", test_where_many_titles_lie_is_checked);
  ADD ("random-headers", test_random_headers);
  ADD ("pages-swapped", test_pages_swapped);
  ADD ("changed-with-sql", test_changed_with_sql);
  ADD ("errors-in-loading", test_errors_in_loading);
  ADD ("nothing-is-written", test_nothing_is_written);

  return g_test_run ();
}
