/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection.h"
#include "psg-db-blob.h"
#include "psg-db-statement.h"
#include "psg-progress.h"
#include "psg-store-fixture.h"

/* The wrapper over SQLite: rows, done and errors are told apart, and queries end. */

static PsgDb *
open_memory (void)
{
  g_autoptr (GError) error = NULL;
  PsgDb *db = psg_db_create (":memory:", 4096, &error);

  g_assert_no_error (error);

  return db;
}

static void
test_step_tells_row_from_done (void)
{
  g_autoptr (PsgDb) db = open_memory ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgDbStatement) insert = NULL;
  g_autoptr (PsgDbStatement) select = NULL;
  gsize size;

  g_assert_true (psg_db_exec (db, "CREATE TABLE t (a INTEGER, b REAL, c TEXT, d BLOB)", &error));
  insert = psg_db_statement_new (db, "INSERT INTO t VALUES (?, ?, ?, ?)", &error);
  psg_db_statement_bind_int (insert, 1, G_MAXINT64);
  psg_db_statement_bind_double (insert, 2, 0.5);
  psg_db_statement_bind_text (insert, 3, "Šumskas");
  psg_db_statement_bind_blob (insert, 4, "\0\1", 2);
  g_assert_true (psg_db_statement_run (insert, &error));
  psg_db_statement_bind_text (insert, 3, NULL);
  psg_db_statement_bind_null (insert, 1);
  g_assert_true (psg_db_statement_run (insert, &error));

  select = psg_db_statement_new (db, "SELECT * FROM t", &error);
  g_assert_cmpint (psg_db_statement_step (select, &error), ==, PSG_DB_ROW);
  g_assert_cmpint (psg_db_statement_get_int (select, 0), ==, G_MAXINT64);
  g_assert_cmpfloat (psg_db_statement_get_double (select, 1), ==, 0.5);
  g_assert_cmpstr (psg_db_statement_get_text (select, 2), ==, "Šumskas");
  g_assert_nonnull (psg_db_statement_get_blob (select, 3, &size));
  g_assert_cmpuint (size, ==, 2);
  g_assert_cmpint (psg_db_statement_step (select, &error), ==, PSG_DB_ROW);
  g_assert_true (psg_db_statement_is_null (select, 0));
  g_assert_null (psg_db_statement_get_text (select, 2));
  g_assert_null (psg_db_statement_get_blob (select, 3, &size));
  g_assert_cmpint (psg_db_statement_step (select, &error), ==, PSG_DB_DONE);
  g_assert_no_error (error);
}

static void
test_errors_are_set (void)
{
  g_autoptr (PsgDb) db = open_memory ();
  g_autoptr (PsgDbStatement) statement = NULL;
  g_autoptr (GError) syntax = NULL, bound = NULL, unique = NULL;

  g_assert_null (psg_db_statement_new (db, "SELEKT 1", &syntax));
  g_assert_nonnull (syntax);

  statement = psg_db_statement_new (db, "SELECT ?", NULL);
  psg_db_statement_bind_int (statement, 2, 1);
  g_assert_cmpint (psg_db_statement_step (statement, &bound), ==, PSG_DB_ERROR);
  g_assert_nonnull (bound);

  g_assert_true (psg_db_exec (db, "CREATE TABLE t (a INTEGER UNIQUE); INSERT INTO t VALUES (1)", NULL));
  g_assert_false (psg_db_exec (db, "INSERT INTO t VALUES (1)", &unique));
  g_assert_true (unique->domain == PSG_COLLECTION_ERROR);
}

#define ENDLESS "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

static void
test_endless_queries_end (void)
{
  g_autoptr (PsgDb) db = open_memory ();
  g_autoptr (GError) error = NULL;
  gint64 value;

  psg_db_set_time_limit (db, 50);
  g_assert_false (psg_db_get_int (db, ENDLESS, &value, &error));
  g_assert_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_TOO_LARGE);

  /* The next one has its own time. */
  g_assert_true (psg_db_get_int (db, "SELECT 7", &value, NULL));
  g_assert_cmpint (value, ==, 7);
}

static void
test_queries_can_be_cancelled (void)
{
  g_autoptr (PsgDb) db = open_memory ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 value;

  psg_db_set_cancellable (db, cancellable);
  g_cancellable_cancel (cancellable);
  g_assert_false (psg_db_get_int (db, ENDLESS, &value, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What an untrusted file may not do, even if we asked for it. */
static void
test_untrusted_is_read_only (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgDb) db = psg_db_open_untrusted (psg_fixture_get_bundled (), &error);
  static const char *const forbidden[] = {
    "DELETE FROM event",
    "INSERT INTO event_search (event_search) VALUES ('rebuild')",
    "ATTACH ':memory:' AS other",
    "SELECT load_extension ('x')",
    "SELECT fts3_tokenizer ('simple', x'0000000000000000')",
    "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = ''",
  };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    {
      g_test_message ("%s", forbidden[i]);
      g_assert_false (psg_db_exec (db, forbidden[i], NULL));
    }
}

static void
test_a_blob_is_read_in_pieces (void)
{
  g_autoptr (PsgDb) db = open_memory ();
  g_autoptr (GError) error = NULL, beyond = NULL, missing = NULL;
  g_autoptr (PsgDbBlob) blob = NULL;
  char piece[4] = "";

  g_assert_true (psg_db_exec (db, "CREATE TABLE t (a BLOB); INSERT INTO t VALUES (x'00'), (x'0102030405')", &error));
  blob = psg_db_blob_open (db, "t", "a", 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (psg_db_blob_get_size (blob), ==, 5);
  g_assert_true (psg_db_blob_read (blob, piece, 1, 3, &error));
  g_assert_cmpmem (piece, 4, "\2\3\4", 4);
  g_assert_true (psg_db_blob_read (blob, piece, 5, 0, &error));

  g_assert_false (psg_db_blob_read (blob, piece, 3, 3, &beyond));
  g_assert_true (beyond->domain == PSG_COLLECTION_ERROR);
  g_assert_null (psg_db_blob_open (db, "t", "a", 3, &missing));
  g_assert_true (missing->domain == PSG_COLLECTION_ERROR);
}

static void
note_fraction (double   fraction,
               gpointer last)
{
  *(double *) last = fraction;
}

static void
test_progress_goes_on_until_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  double last = -1;
  PsgProgress progress = { note_fraction, &last, cancellable, 0 };
  PsgProgress silent = { NULL, NULL, NULL, 0 };

  g_assert_true (psg_progress_advance (NULL, 1, 4, &error));
  g_assert_true (psg_progress_advance (&silent, 1, 4, &error));
  g_assert_true (psg_progress_advance (&progress, 1, 4, &error));
  g_assert_cmpfloat (last, ==, 0.25);
  g_assert_true (psg_progress_advance (&progress, 2, 4, &error));
  g_assert_cmpfloat (last, ==, 0.75);
  /* More than was said, and a whole that is nothing, are no more than all. */
  g_assert_true (psg_progress_advance (&progress, 2, 4, &error));
  g_assert_true (psg_progress_advance (&progress, 1, 0, &error));
  g_assert_cmpfloat (last, ==, 1);

  g_cancellable_cancel (cancellable);
  last = -1;
  g_assert_false (psg_progress_advance (&progress, 1, 4, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (last, ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/db/step-tells-row-from-done", test_step_tells_row_from_done);
  g_test_add_func ("/store/db/errors-are-set", test_errors_are_set);
  g_test_add_func ("/store/db/endless-queries-end", test_endless_queries_end);
  g_test_add_func ("/store/db/queries-can-be-cancelled", test_queries_can_be_cancelled);
  g_test_add_func ("/store/db/untrusted-is-read-only", test_untrusted_is_read_only);
  g_test_add_func ("/store/db/a-blob-is-read-in-pieces", test_a_blob_is_read_in_pieces);
  g_test_add_func ("/store/progress/goes-on-until-cancelled", test_progress_goes_on_until_cancelled);

  return g_test_run ();
}
