/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-fixture.h"

#include <string.h>

/* The table, read again by a small reader written from RFC 4180. */

#define N_COLUMNS 32

/* (element-type GPtrArray): rows of cells. */
static GPtrArray *
read_csv (GBytes *bytes)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  gsize size;
  const char *at = g_bytes_get_data (bytes, &size);
  const char *end = at + size;

  while (at < end)
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

      for (gboolean more = TRUE; more; at += more ? 1 : 2)
        {
          GString *cell = g_string_new (NULL);
          gboolean quoted = *at == '"';

          for (at += quoted; at < end; at++)
            if (quoted && *at == '"' && at[1] != '"')
              break;
            else if (!quoted && (*at == ',' || *at == '\r'))
              break;
            else
              {
                g_assert_true (quoted || *at != '"');
                g_string_append_c (cell, *at);
                at += quoted && *at == '"';
              }
          at += quoted;
          g_ptr_array_add (row, g_string_free (cell, FALSE));
          more = *at == ',';
          g_assert_true (more || (at[0] == '\r' && at[1] == '\n'));
        }
      g_ptr_array_add (rows, row);
    }

  return rows;
}

static const char *
cell_at (GPtrArray  *rows,
         guint       row,
         const char *column)
{
  GPtrArray *head = g_ptr_array_index (rows, 0);

  for (guint i = 0; i < head->len; i++)
    if (g_str_equal (g_ptr_array_index (head, i), column))
      return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (rows, row), i);

  g_error ("there is no column %s", column);
}

/* As data/notes/README.md says it is undone. */
static const char *
unguard (const char *cell)
{
  return *cell == '\'' ? cell + 1 : cell;
}

static GPtrArray *
write_and_read (GPtrArray *notes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = psg_exchange_write_csv (notes, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));

  return read_csv (bytes);
}

static void
test_what_is_written_can_be_read (void)
{
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_randoms (500);
  g_autoptr (GPtrArray) rows = write_and_read (notes);

  g_assert_cmpuint (rows->len, ==, notes->len + 1);
  for (guint i = 0; i < notes->len; i++)
    {
      const PsgNote *note = g_ptr_array_index (notes, i);
      g_autofree char *tags = note->tags != NULL ? g_strjoinv ("\n", note->tags) : g_strdup ("");
      g_autofree char *links = note->links != NULL ? g_strjoinv ("\n", note->links) : g_strdup ("");
      GPtrArray *row = g_ptr_array_index (rows, i + 1);

      g_assert_cmpuint (row->len, ==, N_COLUMNS);
      g_assert_cmpstr (unguard (cell_at (rows, i + 1, "id")), ==, note->id);
      g_assert_cmpstr (unguard (cell_at (rows, i + 1, "note")), ==, note->body);
      g_assert_cmpstr (unguard (cell_at (rows, i + 1, "tags")), ==, tags);
      g_assert_cmpstr (unguard (cell_at (rows, i + 1, "links")), ==, links);
      g_assert_cmpstr (unguard (cell_at (rows, i + 1, "quotation")), ==,
                       note->target.exact != NULL ? note->target.exact : "");
      g_assert_cmpstr (unguard (cell_at (rows, i + 1, "subject")), ==, note->target.id != NULL ? note->target.id : "");
      g_assert_cmpstr (cell_at (rows, i + 1, "kind"), ==, psg_note_kind_get_name (note->target.kind));
      g_assert_cmpstr (cell_at (rows, i + 1, "bookmark"), ==, note->bookmark ? "true" : "false");
      g_assert_cmpstr (unguard (cell_at (rows, i + 1, "title")), ==, note->event != NULL ? note->event->title : "");
      g_assert_cmpstr (cell_at (rows, i + 1, "date"), ==, note->event != NULL ? note->event->date : "");
    }
}

static void
test_no_cell_is_a_formula (void)
{
  static const char *const bodies[] = {
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''", "＝1", "＋1", "－1", "＠x", "=HYPERLINK(\"x\")",
  };
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_new_notes ();
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      PsgNote *note = psg_note_create (PSG_NOTE_ON_EVENT, 0);

      g_free (note->body);
      note->body = g_strdup (bodies[i]);
      note->target.id = g_strdup (bodies[i]);
      note->target.exact = g_strdup (bodies[i]);
      g_ptr_array_add (notes, note);
    }

  rows = write_and_read (notes);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_assert_cmpint (*cell_at (rows, i + 1, "note"), ==, '\'');
      g_assert_cmpstr (cell_at (rows, i + 1, "note") + 1, ==, bodies[i]);
      g_assert_cmpstr (cell_at (rows, i + 1, "quotation") + 1, ==, bodies[i]);
      g_assert_cmpstr (cell_at (rows, i + 1, "subject") + 1, ==, bodies[i]);
    }
}

static void
test_numbers_stay_numbers (void)
{
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_new_notes ();
  PsgNote *note = psg_note_create (PSG_NOTE_ON_PLACE, 0);
  g_autoptr (GPtrArray) rows = NULL;

  note->target.latitude = 54.25;
  note->target.longitude = -25.5;
  g_ptr_array_add (notes, note);
  rows = write_and_read (notes);

  g_assert_cmpstr (cell_at (rows, 1, "latitude"), ==, "54.2500000");
  g_assert_cmpstr (cell_at (rows, 1, "longitude"), ==, "-25.5000000");
  g_assert_cmpstr (cell_at (rows, 1, "start"), ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/exchange-csv/what-is-written-can-be-read", test_what_is_written_can_be_read);
  g_test_add_func ("/store/exchange-csv/no-cell-is-a-formula", test_no_cell_is_a_formula);
  g_test_add_func ("/store/exchange-csv/numbers-stay-numbers", test_numbers_stay_numbers);

  return g_test_run ();
}
