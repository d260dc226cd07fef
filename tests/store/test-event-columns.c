/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-columns-private.h"
#include "psg-event-titles.h"
#include "psg-schema.h"
#include "psg-store-fixture.h"
#include "psg-synthetic-file.h"
#include "psg-synthetic-events.h"

#include <string.h>

/* The checks of packed columns, against plainer ones; and files of many events, which
 * have larger pages, read back as they were written. */

#define DAY ((gint64) PSG_MINUTES_PER_DAY)
#define N_LANES 3
#define N_PLACES 4
#define N_ROWS 3

/* Texts */

typedef struct
{
  const char *arena;
  gsize       size;
  guint32     offsets[4];
  guint       n;
  const char *wrong; /* NULL: nothing */
} TextCase;

static const TextCase text_cases[] = {
  { "", 0, { 0 }, 0, NULL },
  { "a\0", 2, { 0, 2 }, 1, NULL },
  { "\0\0", 2, { 0, 1, 2 }, 2, NULL },
  { "ab\0Šč\0", 8, { 0, 3, 8 }, 2, NULL },
  { "1234567890123456\0", 17, { 0, 17 }, 1, NULL },
  { "12345678901234567\0", 18, { 0, 18 }, 1, "offsets" },
  { "a\0", 2, { 1, 2 }, 1, "offsets" },
  /* A piece of a longer arena. */
  { "a\0b\0", 4, { 70, 72, 74 }, 2, NULL },
  { "a\0b\0", 4, { 0, 2 }, 1, "offsets" },
  { "a\0b\0", 4, { 0, 4 }, 1, "offsets" },
  { "a\0b\0", 4, { 0, 2, 2 }, 2, "offsets" },
  { "a\0b\0", 4, { 0, 3, 4 }, 2, "offsets" },
  { "a\0b\0", 4, { 0, 2, 5 }, 2, "offsets" },
  { "a\0b\0", 4, { 0, G_MAXUINT32, 4 }, 2, "offsets" },
  { "ab", 2, { 0, 2 }, 1, "offsets" },
  { "\xff\0", 2, { 0, 2 }, 1, "UTF-8" },
  /* A character must not run on into the next string. */
  { "\xc5\0\xa0\0", 4, { 0, 2, 4 }, 2, "UTF-8" },
  { "12345678\xc5\0", 10, { 0, 10 }, 1, "UTF-8" },
};

static void
test_texts_are_checked (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      const TextCase *each = &text_cases[i];
      const char *wrong = psg_event_columns_check_texts (each->arena, each->size, each->offsets, each->n, 16);

      g_test_message ("case %u", i);
      g_assert_true ((wrong == NULL) == (each->wrong == NULL));
      g_assert_true (wrong == NULL || strstr (wrong, each->wrong) != NULL);
    }
}

/* Bytes from where sequences change their meaning. */
static const guint8 telling_bytes[] = {
  0x01, 'a', 'z', 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xd0, 0xdf, 0xe0, 0xe1, 0xed, 0xee,
  0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff,
};

static void
test_utf8_is_what_glib_takes_for_it (void)
{
  guint n_valid = 0;

  for (guint i = 0; i < 200000; i++)
    {
      char text[24];
      guint length = g_test_rand_int_range (0, 6) + (i % 2) * g_test_rand_int_range (0, 17);
      guint32 offsets[2] = { 0, length + 1 };
      gboolean valid;

      for (guint j = 0; j < length; j++)
        text[j] = j % 9 < 3 ? (char) telling_bytes[g_test_rand_int_range (0, G_N_ELEMENTS (telling_bytes))] : 'x';
      text[length] = '\0';

      valid = g_utf8_validate (text, length, NULL);
      n_valid += valid;
      if (valid != (psg_event_columns_check_texts (text, length + 1, offsets, 1, 24) == NULL))
        g_error ("disagreement about “%s”", g_strescape (text, NULL));
    }

  g_assert_cmpuint (n_valid, >, 1000);
}

/* Rows */

typedef struct
{
  gint64  start[N_ROWS];
  gint64  end[N_ROWS];
  guint32 start_slack[N_ROWS];
  guint32 end_slack[N_ROWS];
  guint16 flags[N_ROWS];
  guint8  lane[N_ROWS];
  guint8  importance[N_ROWS];
  guint32 place[N_ROWS];
  char    ids[2 * N_ROWS];
  guint32 offsets[N_ROWS + 1];
} Rows;

static const Rows good_rows = {
  .start = { 0, DAY, DAY },
  .end = { DAY, 2 * DAY, 2 * DAY },
  .start_slack = { DAY, 0, 5 },
  .end_slack = { DAY, 0, 7 },
  .flags = { PSG_PRECISION_DAY << 8, PSG_PRECISION_SECOND << 8 | PSG_EVENT_RANGE, 0xff },
  .lane = { 0, 1, N_LANES - 1 },
  .importance = { 1, 3, 5 },
  .place = { 0, N_PLACES - 1, PSG_PLACE_NONE },
  .ids = "a\0b\0c",
  .offsets = { 0, 2, 4, 6 },
};

static const char *
check_rows (const Rows *rows,
            guint      *row)
{
  const PsgEventArrays arrays = {
    .columns = { N_ROWS, rows->start, rows->end, rows->start_slack, rows->end_slack, rows->flags, rows->lane,
                 rows->importance, rows->place },
    .ids = rows->ids,
    .id_offsets = rows->offsets,
    .titles = rows->ids,
    .title_offsets = rows->offsets,
  };

  return psg_event_columns_check_rows (&arrays, N_LANES, N_PLACES, row);
}

#define ASSERT_WRONG(member, at, value, column)               \
  G_STMT_START                                                \
    {                                                         \
      rows = good_rows;                                       \
      rows.member[at] = value;                                \
      g_assert_cmpstr (check_rows (&rows, &row), ==, column); \
      g_assert_cmpuint (row, ==, at);                         \
    }                                                         \
  G_STMT_END

static void
test_a_wrong_row_is_named (void)
{
  Rows rows;
  guint row;

  g_assert_null (check_rows (&good_rows, &row));

  ASSERT_WRONG (start, 0, G_MININT64, "start");
  ASSERT_WRONG (start, 0, PSG_DAY_MIN * DAY - 1, "start");
  ASSERT_WRONG (start, 2, (PSG_DAY_MAX + 1) * DAY, "start");
  ASSERT_WRONG (start, 2, G_MAXINT64, "start");
  ASSERT_WRONG (end, 1, DAY, "end");
  ASSERT_WRONG (end, 2, (PSG_DAY_MAX + 1) * DAY + 1, "end");
  ASSERT_WRONG (end, 2, G_MININT64, "end");
  ASSERT_WRONG (start_slack, 1, DAY + 1, "start-slack");
  ASSERT_WRONG (start_slack, 1, G_MAXUINT32, "start-slack");
  ASSERT_WRONG (end_slack, 2, DAY + 1, "end-slack");
  ASSERT_WRONG (flags, 0, (PSG_PRECISION_SECOND + 1) << 8, "flags");
  ASSERT_WRONG (lane, 1, N_LANES, "lane");
  ASSERT_WRONG (importance, 1, 0, "importance");
  ASSERT_WRONG (importance, 2, 6, "importance");
  ASSERT_WRONG (place, 2, N_PLACES, "place");
  ASSERT_WRONG (place, 0, PSG_PLACE_NONE - 1, "place");

  rows = good_rows;
  rows.ids[rows.offsets[1]] = 'B';
  g_assert_cmpstr (check_rows (&rows, &row), ==, "ids");
  g_assert_cmpuint (row, ==, 1);
}

static void
test_rows_out_of_order_are_found (void)
{
  Rows rows = good_rows;
  guint row;

  rows.start[0] = DAY + 1;
  rows.end[0] = 3 * DAY;
  g_assert_cmpstr (check_rows (&rows, &row), ==, "start");
  g_assert_cmpuint (row, ==, 1);

  /* The same start, and then the same end too: the next of the three decides. */
  rows = good_rows;
  rows.end[1] = 2 * DAY + 1;
  g_assert_cmpstr (check_rows (&rows, &row), ==, "start");
  g_assert_cmpuint (row, ==, 2);
  rows = good_rows;
  rows.ids[2] = 'd';
  g_assert_cmpstr (check_rows (&rows, &row), ==, "start");
  g_assert_cmpuint (row, ==, 2);
  rows.ids[2] = 'c';
  g_assert_cmpstr (check_rows (&rows, &row), ==, "start");
  g_assert_cmpuint (row, ==, 2);
}

/* Files */

static PsgCollectionFile *
open_synthetic (guint n)
{
  g_autofree char *folder = psg_fixture_new_folder ();
  g_autofree char *path = g_build_filename (folder, "synthetic.passages", NULL);
  g_autoptr (GError) error = NULL;
  PsgCollectionFile *file;

  g_assert_true (psg_synthetic_file_write (n, path, &error));
  g_assert_no_error (error);
  file = psg_collection_file_open (path, NULL, &error);
  g_assert_no_error (error);
  psg_fixture_remove (folder);

  return file;
}

static void
assert_same_events (const PsgEventTable *read,
                    const PsgEventTable *written)
{
  const PsgEventColumns *a = psg_event_table_get_columns (read);
  const PsgEventColumns *b = psg_event_table_get_columns (written);

  g_assert_cmpuint (a->n, ==, b->n);
  g_assert_cmpmem (a->start, a->n * sizeof *a->start, b->start, b->n * sizeof *b->start);
  g_assert_cmpmem (a->end, a->n * sizeof *a->end, b->end, b->n * sizeof *b->end);
  g_assert_cmpmem (a->start_slack, a->n * sizeof *a->start_slack, b->start_slack, b->n * sizeof *b->start_slack);
  g_assert_cmpmem (a->end_slack, a->n * sizeof *a->end_slack, b->end_slack, b->n * sizeof *b->end_slack);
  g_assert_cmpmem (a->flags, a->n * sizeof *a->flags, b->flags, b->n * sizeof *b->flags);
  g_assert_cmpmem (a->lane, a->n, b->lane, b->n);
  g_assert_cmpmem (a->importance, a->n, b->importance, b->n);

  for (guint row = 0; row < a->n; row++)
    {
      g_assert_cmpstr (psg_event_table_get_id (read, row), ==, psg_event_table_get_id (written, row));
      g_assert_cmpstr (psg_event_table_get_title (read, row), ==, psg_event_table_get_title (written, row));
    }
}

/* Where the titles are in a file, and how long. */
static void
find_titles (const char *path,
             gint64     *row,
             gint64     *size)
{
  g_autoptr (PsgDb) db = psg_db_open_untrusted (path, NULL);

  g_assert_true (psg_db_get_int (db, "SELECT rowid FROM event_column WHERE name = 'titles:en'", row, NULL));
  g_assert_true (psg_db_get_int (db, "SELECT length (data) FROM event_column WHERE name = 'titles:en'", size, NULL));
}

static void
test_titles_are_loaded_in_pieces (void)
{
  g_autofree char *folder = psg_fixture_new_folder ();
  g_autofree char *path = g_build_filename (folder, "synthetic.passages", NULL);
  g_autoptr (PsgEventTable) written = psg_synthetic_events_new (300, PSG_SYNTHETIC_FILE_SEED);
  g_autoptr (PsgEventTitles) titles = NULL;
  g_autoptr (GError) error = NULL, wrong = NULL, missing = NULL;
  g_autofree char *piece = NULL;
  guint32 offsets[301] = { 0 };
  gint64 row, size;

  for (guint i = 0; i < 300; i++)
    offsets[i + 1] = offsets[i] + strlen (psg_event_table_get_title (written, i)) + 1;

  g_assert_true (psg_synthetic_file_write (300, path, NULL));
  find_titles (path, &row, &size);
  g_assert_null (psg_event_titles_open (path, row, size + 1, &wrong));
  g_assert_error (wrong, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_DAMAGED);
  g_assert_null (psg_event_titles_open (path, row + 1000, size, &missing));
  titles = psg_event_titles_open (path, row, size, &error);
  g_assert_no_error (error);
  psg_fixture_remove (folder);

  piece = psg_event_titles_load (titles, offsets + 100, 50);
  for (guint i = 0; i < 50; i++)
    g_assert_cmpstr (piece + offsets[100 + i] - offsets[100], ==, psg_event_table_get_title (written, 100 + i));

  /* Offsets that do not fit the texts, and beyond their end. */
  offsets[120]++;
  g_assert_null (psg_event_titles_load (titles, offsets + 100, 50));
  offsets[300] += 5;
  g_assert_null (psg_event_titles_load (titles, offsets + 290, 10));
}

static const guint sizes[] = { 1, 1000, 25000 };

static void
test_files_of_any_size_are_read_back (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PsgCollectionFile) file = open_synthetic (sizes[i]);
      g_autoptr (PsgEventTable) written = psg_synthetic_events_new (sizes[i], PSG_SYNTHETIC_FILE_SEED);

      assert_same_events (psg_collection_get_events (PSG_COLLECTION (file)), written);
    }
}

static void
test_every_event_of_many_can_be_loaded (void)
{
  g_autoptr (PsgCollectionFile) file = open_synthetic (1000);
  PsgCollection *collection = PSG_COLLECTION (file);
  const PsgEventTable *events = psg_collection_get_events (collection);

  for (guint row = 0; row < psg_event_table_get_n (events); row++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgEvent) event = psg_collection_load_event (collection, row, &error);
      PsgTimeSpan span = psg_event_table_get_span (events, row);

      g_assert_no_error (error);
      g_assert_cmpstr (event->id, ==, psg_event_table_get_id (events, row));
      g_assert_cmpint (psg_day_to_minutes (psg_edtf_get_earliest (event->date)), <=, span.start);
      g_assert_cmpuint (psg_event_table_find (events, event->id), ==, row);
    }
}

/* Against a plain look at every title: no other text of a synthetic event has such words. */
static void
test_words_of_many_events_are_matched (void)
{
  static const char *const words[] = { "tractor", "Гродна", "plo", "тр", "z" };
  g_autoptr (PsgCollectionFile) file = open_synthetic (1000);
  const PsgEventTable *events = psg_collection_get_events (PSG_COLLECTION (file));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (PsgRowSet) rows = psg_collection_match_events (PSG_COLLECTION (file), words[i], NULL);

      for (guint row = 0; row < psg_event_table_get_n (events); row++)
        {
          const char *title = psg_event_table_get_title (events, row);
          g_autofree char *inner = g_strconcat (" ", words[i], NULL);
          gboolean there = g_str_has_prefix (title, words[i]) || strstr (title, inner) != NULL;

          g_assert_true (psg_row_set_contains (rows, row) == there);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/event-columns/texts-are-checked", test_texts_are_checked);
  g_test_add_func ("/store/event-columns/utf8-is-what-glib-takes-for-it", test_utf8_is_what_glib_takes_for_it);
  g_test_add_func ("/store/event-columns/a-wrong-row-is-named", test_a_wrong_row_is_named);
  g_test_add_func ("/store/event-columns/rows-out-of-order-are-found", test_rows_out_of_order_are_found);
  g_test_add_func ("/store/event-columns/files-of-any-size-are-read-back", test_files_of_any_size_are_read_back);
  g_test_add_func ("/store/event-columns/titles-are-loaded-in-pieces", test_titles_are_loaded_in_pieces);
  g_test_add_func ("/store/event-columns/every-event-of-many-can-be-loaded", test_every_event_of_many_can_be_loaded);
  g_test_add_func ("/store/event-columns/words-of-many-events-are-matched", test_words_of_many_events_are_matched);

  return g_test_run ();
}
