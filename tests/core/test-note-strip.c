/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-strip.h"

/* Notes on stretches of time: rows, boxes and what is hit, also against a simple count. */

#define HOUR 60
#define COLLECTION "valley"

static PsgNoteMark *
new_mark (gint64        start,
          gint64        end,
          PsgNoteColour colour)
{
  PsgNoteMark *mark = g_new0 (PsgNoteMark, 1);
  static guint n;

  mark->id = g_strdup_printf ("%05u", n++);
  mark->title = g_strdup ("");
  mark->collection = g_intern_string (COLLECTION);
  mark->kind = PSG_NOTE_ON_SPAN;
  mark->colour = colour;
  mark->has_span = TRUE;
  mark->span = (PsgTimeSpan) { start, end };

  return mark;
}

static GPtrArray *
new_marks (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_mark_free);
}

/* An axis on which a minute is a pixel. */
static PsgTimeAxis
new_axis (double start,
          double width)
{
  return (PsgTimeAxis) { start, width, width };
}

static void
test_only_stretches_of_the_collection_count (void)
{
  g_autoptr (GPtrArray) marks = new_marks ();
  g_autoptr (PsgNoteStrip) strip = NULL;
  PsgTimeAxis axis = new_axis (0, 500);
  PsgNoteMark *foreign = new_mark (0, 100, PSG_NOTE_BLUE), *event = new_mark (0, 100, PSG_NOTE_BLUE);
  guint n;

  foreign->collection = g_intern_string ("elsewhere");
  event->kind = PSG_NOTE_ON_EVENT;
  g_ptr_array_add (marks, foreign);
  g_ptr_array_add (marks, event);
  strip = psg_note_strip_new (marks, COLLECTION);
  g_assert_cmpuint (psg_note_strip_get_n (strip), ==, 0);
  g_assert_cmpuint (psg_note_strip_get_n_rows (strip), ==, 0);
  psg_note_strip_lay_out (strip, &axis, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (psg_note_strip_pick (strip, 10, 0));
}

static void
test_overlapping_stretches_have_rows (void)
{
  g_autoptr (GPtrArray) marks = new_marks ();
  g_autoptr (PsgNoteStrip) strip = NULL;
  PsgTimeAxis axis = new_axis (0, 1000);
  const PsgNoteBox *boxes, *crowd;
  guint n;

  g_ptr_array_add (marks, new_mark (0, 400, PSG_NOTE_YELLOW));
  g_ptr_array_add (marks, new_mark (100, 300, PSG_NOTE_GREEN));
  g_ptr_array_add (marks, new_mark (150, 200, PSG_NOTE_BLUE));
  g_ptr_array_add (marks, new_mark (160, 500, PSG_NOTE_BLUE));
  g_ptr_array_add (marks, new_mark (300, 420, PSG_NOTE_PINK));
  strip = psg_note_strip_new (marks, COLLECTION);
  g_assert_cmpuint (psg_note_strip_get_n_rows (strip), ==, 3);
  boxes = psg_note_strip_lay_out (strip, &axis, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpfloat (boxes[0].left, ==, 0);
  g_assert_cmpfloat (boxes[0].right, ==, 400);
  g_assert_true (boxes[0].begins && boxes[0].ends);

  /* Two that overlap in the last row are one, of the colour they share. */
  crowd = psg_note_strip_pick (strip, 480, 2);
  g_assert_nonnull (crowd);
  g_assert_cmpuint (crowd->n, ==, 2);
  g_assert_cmpint (crowd->colour, ==, PSG_NOTE_BLUE);
  g_assert_false (psg_note_strip_can_part (strip, crowd));
  g_assert_cmpint (psg_note_strip_get_span (strip, crowd).end, ==, 500);
  g_assert_true (psg_note_strip_get_boxed (strip, crowd, 1) == g_ptr_array_index (marks, 3));
  g_assert_true (psg_note_strip_get_boxed (strip, psg_note_strip_pick (strip, 350, 1), 0)
                 == g_ptr_array_index (marks, 4));
  g_assert_null (psg_note_strip_pick (strip, 450, 0));
}

static void
test_long_ones_reach_in (void)
{
  g_autoptr (GPtrArray) marks = new_marks ();
  g_autoptr (PsgNoteStrip) strip = NULL;
  PsgTimeAxis axis = new_axis (100000, 800);
  const PsgNoteBox *boxes;
  guint n;

  g_ptr_array_add (marks, new_mark (-1000000, 5000000, PSG_NOTE_YELLOW));
  for (guint i = 0; i < 1000; i++)
    g_ptr_array_add (marks, new_mark (i * 20, i * 20 + 10, PSG_NOTE_GREEN));
  strip = psg_note_strip_new (marks, COLLECTION);
  boxes = psg_note_strip_lay_out (strip, &axis, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (boxes[0].begins || boxes[0].ends);
  g_assert_cmpfloat (boxes[0].left, <, 0);
  g_assert_cmpfloat (boxes[0].right, >, 800);
  g_assert_cmpfloat (boxes[0].right, <, 900);
}

static void
test_what_is_crowded_stands_together (void)
{
  g_autoptr (GPtrArray) marks = new_marks ();
  g_autoptr (PsgNoteStrip) strip = NULL;
  PsgTimeAxis axis = { 0, 100000, 100 };
  const PsgNoteBox *boxes;
  guint n;

  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (marks, new_mark (i * 100, i * 100 + 50, i == 3 ? PSG_NOTE_PINK : PSG_NOTE_GREEN));
  g_ptr_array_add (marks, new_mark (1000, 60000, PSG_NOTE_BLUE));
  strip = psg_note_strip_new (marks, COLLECTION);
  boxes = psg_note_strip_lay_out (strip, &axis, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (boxes[0].n, ==, 4);
  g_assert_cmpint (boxes[0].colour, ==, PSG_NOTE_NO_COLOUR);
  g_assert_true (psg_note_strip_can_part (strip, &boxes[0]));
  /* A long one is not lost among the short ones before it. */
  g_assert_cmpuint (boxes[1].n, ==, 1);
  g_assert_cmpint (boxes[1].colour, ==, PSG_NOTE_BLUE);
  g_assert_cmpfloat (boxes[1].right, ==, 60);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const PsgNoteMark *one = *(PsgNoteMark *const *) a, *other = *(PsgNoteMark *const *) b;

  return one->span.start < other->span.start ? -1 : one->span.start > other->span.start;
}

static guint
count_within (GPtrArray         *marks,
              const PsgTimeAxis *axis)
{
  guint n = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const PsgNoteMark *mark = g_ptr_array_index (marks, i);

      n += psg_time_axis_to_x (axis, (double) mark->span.end) > 0
           && psg_time_axis_to_x (axis, (double) mark->span.start) <= axis->width;
    }

  return n;
}

/* Whatever the notes and the view: all that is in view is in a box, boxes of a row do not overlap, and there
 * are no more of them than pixels allow. */
static void
test_any_notes_in_any_view (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GPtrArray) marks = new_marks ();
      g_autoptr (PsgNoteStrip) strip = NULL;
      PsgTimeAxis axis = { g_test_rand_int_range (-5000, 5000), g_test_rand_int_range (1, 20000),
                           g_test_rand_int_range (1, 400) };
      guint n_marks = (guint) g_test_rand_int_range (0, 300), n, shown = 0;
      const PsgNoteBox *boxes;

      for (guint i = 0; i < n_marks; i++)
        {
          gint64 start = g_test_rand_int_range (-10000, 10000);

          gint64 length = i % 7 == 0 ? g_test_rand_int_range (1, 20000) : 10;

          g_ptr_array_add (marks, new_mark (start, start + length, i % 3));
        }
      g_ptr_array_sort (marks, compare);
      strip = psg_note_strip_new (marks, COLLECTION);
      boxes = psg_note_strip_lay_out (strip, &axis, &n);

      g_assert_cmpuint (n, <=, PSG_NOTE_STRIP_MAX_ROWS * (guint) (2 * (axis.width + 30) / PSG_NOTE_STRIP_LEAST + 2));
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpfloat (boxes[i].left, <, boxes[i].right);
          if (i > 0 && boxes[i].row == boxes[i - 1].row)
            {
              g_assert_cmpuint (boxes[i].first, ==, boxes[i - 1].first + boxes[i - 1].n);
              g_assert_cmpfloat (boxes[i].left, >=, boxes[i - 1].left);
            }
          for (guint j = 0; j < boxes[i].n; j++)
            {
              const PsgNoteMark *mark = psg_note_strip_get_boxed (strip, &boxes[i], j);

              shown += psg_time_axis_to_x (&axis, (double) mark->span.end) > 0
                       && psg_time_axis_to_x (&axis, (double) mark->span.start) <= axis.width;
            }
        }
      g_assert_cmpuint (shown, ==, count_within (marks, &axis));
    }
}

static void
test_notes_are_found_in_time (void)
{
  g_autoptr (GPtrArray) marks = new_marks ();
  g_autoptr (PsgNoteStrip) strip = NULL;

  for (guint i = 0; i < 5; i++)
    g_ptr_array_add (marks, new_mark (i * HOUR, i * HOUR + 30, PSG_NOTE_GREEN));
  strip = psg_note_strip_new (marks, COLLECTION);
  g_assert_cmpuint (psg_note_strip_find (strip, ((PsgNoteMark *) g_ptr_array_index (marks, 3))->id), ==, 3);
  g_assert_cmpuint (psg_note_strip_find (strip, "no such"), ==, G_MAXUINT);
  g_assert_cmpuint (psg_note_strip_find (strip, NULL), ==, G_MAXUINT);
  g_assert_cmpuint (psg_note_strip_find_from (strip, HOUR + 1), ==, 2);
  g_assert_cmpuint (psg_note_strip_find_from (strip, 100 * HOUR), ==, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/note-strip/only-stretches-of-the-collection-count",
                   test_only_stretches_of_the_collection_count);
  g_test_add_func ("/core/note-strip/overlapping-stretches-have-rows", test_overlapping_stretches_have_rows);
  g_test_add_func ("/core/note-strip/long-ones-reach-in", test_long_ones_reach_in);
  g_test_add_func ("/core/note-strip/what-is-crowded-stands-together", test_what_is_crowded_stands_together);
  g_test_add_func ("/core/note-strip/any-notes-in-any-view", test_any_notes_in_any_view);
  g_test_add_func ("/core/note-strip/notes-are-found-in-time", test_notes_are_found_in_time);

  return g_test_run ();
}
