/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-ink.h"

/* Ink over a step: drawn, erased, undone, and as text. */

static void
draw (PsgInk      *ink,
      PsgInkColour colour,
      double       y)
{
  psg_ink_begin (ink, colour, 0.005, 0.1, y);
  psg_ink_extend (ink, 0.5, y);
  psg_ink_extend (ink, 0.9, y);
  psg_ink_end (ink);
}

#define assert_text(ink, expected)                       \
  G_STMT_START {                                         \
    g_autofree char *_text = psg_ink_to_string (ink);    \
    g_assert_cmpstr (_text, ==, expected);               \
  } G_STMT_END

#define RED "red 0.0050 0.1000,0.2000 0.5000,0.2000 0.9000,0.2000\n"
#define BLUE "blue 0.0050 0.1000,0.8000 0.5000,0.8000 0.9000,0.8000\n"

static void
test_strokes_are_kept_in_order (void)
{
  g_autoptr (PsgInk) ink = psg_ink_new ();

  g_assert_true (psg_ink_get_empty (ink));
  draw (ink, PSG_INK_RED, 0.2);
  draw (ink, PSG_INK_BLUE, 0.8);
  assert_text (ink, RED BLUE);
  /* A pen that is not set down draws nothing. */
  psg_ink_extend (ink, 0.3, 0.3);
  assert_text (ink, RED BLUE);
}

static void
test_points_keep_to_the_stage (void)
{
  g_autoptr (PsgInk) ink = psg_ink_new ();

  psg_ink_begin (ink, PSG_INK_GREEN, 7, -1, 2);
  assert_text (ink, "green 0.1000 0.0000,1.0000\n");
}

static void
test_every_change_can_be_undone (void)
{
  g_autoptr (PsgInk) ink = psg_ink_new ();

  draw (ink, PSG_INK_RED, 0.2);
  draw (ink, PSG_INK_BLUE, 0.8);
  psg_ink_clear (ink);
  assert_text (ink, "");
  g_assert_true (psg_ink_undo (ink));
  assert_text (ink, RED BLUE);
  g_assert_true (psg_ink_undo (ink));
  assert_text (ink, RED);
  g_assert_true (psg_ink_redo (ink));
  assert_text (ink, RED BLUE);
  g_assert_true (psg_ink_undo (ink));
  g_assert_true (psg_ink_undo (ink));
  g_assert_false (psg_ink_undo (ink));
  g_assert_true (psg_ink_get_can_redo (ink));
  /* What is drawn anew leaves nothing to do again. */
  draw (ink, PSG_INK_BLUE, 0.8);
  g_assert_false (psg_ink_redo (ink));
  assert_text (ink, BLUE);
}

static void
test_the_eraser_takes_what_it_touches (void)
{
  g_autoptr (PsgInk) ink = psg_ink_new ();

  draw (ink, PSG_INK_RED, 0.2);
  draw (ink, PSG_INK_BLUE, 0.8);
  /* Beside both, then between the points of one. */
  psg_ink_erase (ink, 0.7, 0.5, 0.02, 16.0 / 9);
  assert_text (ink, RED BLUE);
  psg_ink_erase (ink, 0.7, 0.21, 0.02, 16.0 / 9);
  assert_text (ink, BLUE);
  /* Until it is lifted it is one change. */
  psg_ink_erase (ink, 0.3, 0.8, 0.02, 16.0 / 9);
  psg_ink_end (ink);
  assert_text (ink, "");
  psg_ink_undo (ink);
  assert_text (ink, RED BLUE);
}

static void
test_an_eraser_is_round_on_a_wide_stage (void)
{
  g_autoptr (PsgInk) ink = psg_ink_new ();

  psg_ink_begin (ink, PSG_INK_RED, 0, 0.5, 0.5);
  psg_ink_erase (ink, 0.5 + 0.05, 0.5, 0.08, 2);
  g_assert_false (psg_ink_get_empty (ink));
  psg_ink_erase (ink, 0.5 + 0.03, 0.5, 0.08, 2);
  g_assert_true (psg_ink_get_empty (ink));
}

static void
count_cb (PsgInk *ink,
          guint  *n)
{
  (*n)++;
}

static void
test_changes_are_told (void)
{
  g_autoptr (PsgInk) ink = psg_ink_new ();
  guint n = 0;

  g_signal_connect (ink, "changed", G_CALLBACK (count_cb), &n);
  draw (ink, PSG_INK_RED, 0.2);
  g_assert_cmpuint (n, ==, 3);
  psg_ink_erase (ink, 0.5, 0.9, 0.01, 1);
  g_assert_cmpuint (n, ==, 3);
  psg_ink_clear (ink);
  psg_ink_clear (ink);
  g_assert_cmpuint (n, ==, 4);
}

static void
test_text_is_read_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (PsgInk) ink = psg_ink_new ();
  g_autoptr (PsgInk) read = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 50; i++)
    {
      psg_ink_begin (ink, g_rand_int_range (random, 0, PSG_N_INK_COLOURS), g_rand_double_range (random, 0, 0.1),
                     g_rand_double (random), g_rand_double (random));
      for (int n = g_rand_int_range (random, 0, 40); n > 0; n--)
        psg_ink_extend (ink, g_rand_double (random), g_rand_double (random));
    }

  text = psg_ink_to_string (ink);
  read = psg_ink_parse (text, NULL);
  g_assert_nonnull (read);
  g_assert_false (psg_ink_get_can_undo (read));
  assert_text (read, text);
}

static void
test_what_is_no_ink_is_refused (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "purple 0.01 0.1,0.1\n", "*line 1: there is no such colour" },
    { "red 0.01 0.1,0.1\nred\n", "*line 2: there is no such colour" },
    { "red 0.2 0.1,0.1\n", "*line 1: the width is not a number from 0 to 0.1" },
    { "red nan 0.1,0.1\n", "*line 1: the width is not a number from 0 to 0.1" },
    { "red 0.01\n", "*line 1: a point is not two numbers from 0 to 1" },
    { "red 0.01 0.1;0.1\n", "*line 1: a point is not two numbers from 0 to 1" },
    { "red 0.01 0.1,1.1\n", "*line 1: a point is not two numbers from 0 to 1" },
    { "red 0.01 0.1,0.1 \n", "*line 1: a point is not two numbers from 0 to 1" },
    { "red 0.01 0.1,0.1x\n", "*line 1: a point is not two numbers from 0 to 1" },
    { "\n", "*line 1: there is no such colour" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (psg_ink_parse (cases[i].text, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_true (g_pattern_match_simple (cases[i].message, error->message));
    }
}

static void
test_too_much_is_refused (void)
{
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (GString) longest = g_string_new ("red 0.01");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= PSG_INK_MAX_STROKES; i++)
    g_string_append (many, "red 0.01 0,0\n");
  g_assert_null (psg_ink_parse (many->str, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  for (guint i = 0; i <= PSG_INK_MAX_POINTS; i++)
    g_string_append (longest, " 0,0");
  g_assert_null (psg_ink_parse (longest->str, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/ink/strokes-are-kept-in-order", test_strokes_are_kept_in_order);
  g_test_add_func ("/core/ink/points-keep-to-the-stage", test_points_keep_to_the_stage);
  g_test_add_func ("/core/ink/every-change-can-be-undone", test_every_change_can_be_undone);
  g_test_add_func ("/core/ink/the-eraser-takes-what-it-touches", test_the_eraser_takes_what_it_touches);
  g_test_add_func ("/core/ink/an-eraser-is-round-on-a-wide-stage", test_an_eraser_is_round_on_a_wide_stage);
  g_test_add_func ("/core/ink/changes-are-told", test_changes_are_told);
  g_test_add_func ("/core/ink/text-is-read-back", test_text_is_read_back);
  g_test_add_func ("/core/ink/what-is-no-ink-is-refused", test_what_is_no_ink_is_refused);
  g_test_add_func ("/core/ink/too-much-is-refused", test_too_much_is_refused);

  return g_test_run ();
}
