/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-caption-board.h"

/* Captions stand for as long as it takes to read them one after the other, and give way
 * by importance. */

typedef struct
{
  PsgCaptionBoard *board;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->board = psg_caption_board_new ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  psg_caption_board_free (fixture->board);
}

static gboolean
put (Fixture *fixture,
     guint    row,
     guint    n_letters)
{
  g_autoptr (PsgHappening) happening = psg_happening_new (100, row, 3);

  return psg_caption_board_put (fixture->board, happening, n_letters, 0);
}

static void
squeeze (Fixture *fixture,
         guint    row,
         guint    importance,
         guint    n_more)
{
  g_autoptr (PsgHappening) happening = psg_happening_new (100, row, importance);

  psg_caption_board_squeeze (fixture->board, happening, 10, n_more);
}

/* The rows of those that stand, and how many more there were: "1 2 3 + 4". */
static void
assert_stands (Fixture    *fixture,
               const char *expected)
{
  GPtrArray *captions = psg_caption_board_get_captions (fixture->board);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < captions->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "",
                            ((PsgCaption *) g_ptr_array_index (captions, i))->happening->row);
  if (psg_caption_board_get_n_more (fixture->board) > 0)
    g_string_append_printf (text, " + %u", psg_caption_board_get_n_more (fixture->board));

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_a_caption_stands_until_it_is_read (Fixture      *fixture,
                                        gconstpointer data)
{
  static const guint letters[] = { 0, 1, 40, 100 };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      double seconds = 2.0 + 0.045 * letters[i];

      g_assert_true (put (fixture, i, letters[i]));
      g_assert_false (psg_caption_board_advance (fixture->board, seconds - 0.01));
      g_assert_false (psg_caption_board_is_empty (fixture->board));
      g_assert_true (psg_caption_board_advance (fixture->board, 0.02));
      g_assert_true (psg_caption_board_is_empty (fixture->board));
    }
}

static void
test_captions_are_read_one_after_the_other (Fixture      *fixture,
                                            gconstpointer data)
{
  /* Two seconds to find them, then two for each. */
  const guint n = (guint) (2 / PSG_CAPTION_LETTER_SECONDS);

  put (fixture, 1, n);
  put (fixture, 2, n);
  put (fixture, 3, n);
  psg_caption_board_advance (fixture->board, 4.1);
  assert_stands (fixture, "2 3");
  psg_caption_board_advance (fixture->board, 1.8);
  assert_stands (fixture, "2 3");
  psg_caption_board_advance (fixture->board, 0.1);
  assert_stands (fixture, "3");
  psg_caption_board_advance (fixture->board, 2);
  assert_stands (fixture, "");
}

static void
test_who_squeezes_does_not_wait_for_the_past (Fixture      *fixture,
                                              gconstpointer data)
{
  for (guint i = 1; i <= 50; i++)
    squeeze (fixture, i, 3, 0);
  assert_stands (fixture, "48 49 50 + 47");

  /* Not what it would take to read all fifty. */
  psg_caption_board_advance (fixture->board, PSG_CAPTION_FIND_SECONDS + 10 * PSG_CAPTION_LETTER_SECONDS + 0.01);
  assert_stands (fixture, "");
}

static void
test_no_more_stand_than_there_is_room_for (Fixture      *fixture,
                                           gconstpointer data)
{
  for (guint room = 0; room < 6; room++)
    {
      psg_caption_board_clear (fixture->board);
      psg_caption_board_set_room (fixture->board, room);
      for (guint i = 0; i < 6; i++)
        g_assert_cmpint (put (fixture, i, 10), ==, i < CLAMP (room, 1, PSG_CAPTION_ROOM));
    }
}

static void
test_the_same_stands_once (Fixture      *fixture,
                           gconstpointer data)
{
  g_assert_true (put (fixture, 1, 10));
  g_assert_true (put (fixture, 1, 10));
  assert_stands (fixture, "1");
}

static void
test_the_least_important_gives_way (Fixture      *fixture,
                                    gconstpointer data)
{
  squeeze (fixture, 1, 3, 0);
  squeeze (fixture, 2, 2, 5);
  squeeze (fixture, 3, 4, 0);
  assert_stands (fixture, "1 2 3 + 5");

  /* It and those it spoke for are counted. */
  squeeze (fixture, 4, 3, 0);
  assert_stands (fixture, "1 3 4 + 6");
  /* Of the same importance, the oldest. */
  squeeze (fixture, 5, 3, 0);
  assert_stands (fixture, "3 4 5 + 7");
  /* The newcomer itself, if it is the least. */
  squeeze (fixture, 6, 1, 2);
  assert_stands (fixture, "3 4 5 + 10");
  g_assert_true (psg_caption_board_clear (fixture->board));
  assert_stands (fixture, "");
  g_assert_false (psg_caption_board_clear (fixture->board));
}

#define ADD(path, function) \
  g_test_add ("/core/caption-board/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-caption-stands-until-it-is-read", test_a_caption_stands_until_it_is_read);
  ADD ("captions-are-read-one-after-the-other", test_captions_are_read_one_after_the_other);
  ADD ("who-squeezes-does-not-wait-for-the-past", test_who_squeezes_does_not_wait_for_the_past);
  ADD ("no-more-stand-than-there-is-room-for", test_no_more_stand_than_there_is_room_for);
  ADD ("the-same-stands-once", test_the_same_stands_once);
  ADD ("the-least-important-gives-way", test_the_least_important_gives_way);

  return g_test_run ();
}
