/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-query.h"
#include "psg-search-query.h"
#include "psg-terms.h"

#include <sqlite3.h>
#include <stdint.h>

/* For libFuzzer: whatever is typed into the search, it asks something, says so in valid
 * UTF-8, and is no syntax to FTS5. Build with clang -fsanitize=fuzzer,address. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static sqlite3_stmt *
prepare (void)
{
  static sqlite3 *db;
  static sqlite3_stmt *select;

  if (select != NULL)
    return select;

  g_assert (sqlite3_open (":memory:", &db) == SQLITE_OK);
  g_assert (sqlite3_exec (db, "CREATE VIRTUAL TABLE t USING fts5 (title, names, text, "
                              "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'); "
                              "INSERT INTO t VALUES ('a word', 'lane border', 'Šalčininkai 2021')",
                          NULL, NULL, NULL) == SQLITE_OK);
  g_assert (sqlite3_prepare_v2 (db, "SELECT rowid FROM t WHERE t MATCH ?", -1, &select, NULL) == SQLITE_OK);

  return select;
}

static void
check_match (const char *words)
{
  g_autofree char *match = psg_search_query_to_match (words);
  sqlite3_stmt *select = prepare ();
  int code;

  if (match == NULL)
    return;

  g_assert (g_utf8_validate (match, -1, NULL));
  sqlite3_bind_text (select, 1, match, -1, SQLITE_STATIC);
  while ((code = sqlite3_step (select)) == SQLITE_ROW)
    ;
  g_assert (code == SQLITE_DONE);
  sqlite3_reset (select);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (PsgQuery) query = psg_query_parse (text);
  const char *terms = psg_filter_to_string (psg_query_get_filter (query));
  g_autoptr (PsgFilter) again = psg_filter_parse (terms);
  g_autofree char *narrow = psg_query_narrow (psg_query_get_words (query), PSG_KIND_CLAIM);
  g_autoptr (PsgQuery) narrowed = psg_query_parse (narrow);

  g_assert (g_utf8_validate (psg_query_get_words (query), -1, NULL));
  g_assert (g_utf8_validate (terms, -1, NULL));
  g_assert (g_str_equal (psg_filter_to_string (again), terms));
  g_assert (psg_query_wants (narrowed, PSG_KIND_CLAIM) && !psg_query_wants (narrowed, PSG_KIND_EVENT));
  check_match (psg_query_get_words (query));

  return 0;
}
