/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-paper-fixture.h"

#include <string.h>

#include "psg-ink.h"
#include "psg-lesson-sheets.h"
#include "psg-ui.h"

/* Lessons on paper. Nothing here has a display. */

typedef struct
{
  PsgCollection *collection;
  const PsgLesson *lesson;
  PsgSheets *sheets;
  GBytes *pdf;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->collection = psg_paper_fixture_open ();
  f->lesson = g_ptr_array_index (psg_collection_get_lessons (f->collection), 0);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_clear_pointer (&f->pdf, g_bytes_unref);
  g_clear_pointer (&f->sheets, psg_sheets_unref);
  g_assert_finalize_object (f->collection);
}

static void
make (Fixture       *f,
      PsgLessonPrint print,
      PsgPaper       paper,
      int            flags)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&f->pdf, g_bytes_unref);
  g_clear_pointer (&f->sheets, psg_sheets_unref);
  f->sheets = psg_lesson_sheets_new (f->collection, f->lesson, print, paper, flags);
  f->pdf = psg_sheets_export_pdf (f->sheets, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (psg_paper_count_pages (f->pdf), ==, psg_sheets_get_n_pages (f->sheets));
}

/* The text without what lines and pages break. */
static gboolean
tells (const char *text,
       const char *words)
{
  g_autofree char *a = g_strdup (text), *b = g_strdup (words);
  char *parts[] = { a, b };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      char *to = parts[i];

      for (const char *from = parts[i]; *from != '\0'; from++)
        if (strchr (" \n\f-", *from) == NULL)
          *to++ = *from;
      *to = '\0';
    }

  return strstr (a, b) != NULL;
}

static void
test_handout_tells_the_lesson (Fixture      *f,
                               gconstpointer data)
{
  g_autofree char *text = NULL, *title = NULL;

  make (f, PSG_LESSON_HANDOUT, PSG_PAPER_A4, TRUE);
  text = psg_paper_read_all (f->pdf);
  title = psg_paper_read_title (f->pdf);
  g_assert_cmpstr (title, ==, psg_text_get (f->lesson->title));
  for (guint i = 0; i < f->lesson->steps->len; i++)
    {
      const PsgLessonStep *step = g_ptr_array_index (f->lesson->steps, i);

      g_assert_true (tells (text, psg_text_get (step->heading)));
      g_assert_true (tells (text, psg_text_get (step->text)));
      if (step->question != NULL)
        g_assert_true (tells (text, psg_text_get (step->question)));
    }
}

/* What is the teacher's is not on what the class gets. */
static void
test_handout_keeps_notes_and_answers (Fixture      *f,
                                      gconstpointer data)
{
  for (guint room = 0; room < 2; room++)
    {
      g_autofree char *text = NULL;

      make (f, PSG_LESSON_HANDOUT, PSG_PAPER_A4, room == 1);
      text = psg_paper_read_all (f->pdf);
      for (guint i = 0; i < f->lesson->steps->len; i++)
        {
          const PsgLessonStep *step = g_ptr_array_index (f->lesson->steps, i);

          g_assert_false (step->notes != NULL && tells (text, psg_text_get (step->notes)));
          g_assert_false (step->answer != NULL && tells (text, psg_text_get (step->answer)));
        }
    }
}

static void
test_notes_tell_all (Fixture      *f,
                     gconstpointer data)
{
  g_autofree char *text = NULL;

  make (f, PSG_LESSON_NOTES, PSG_PAPER_LETTER, FALSE);
  text = psg_paper_read_all (f->pdf);
  psg_paper_assert_contains (text, "45 minutes");
  for (guint i = 0; i < f->lesson->steps->len; i++)
    {
      const PsgLessonStep *step = g_ptr_array_index (f->lesson->steps, i);

      g_assert_true (step->notes == NULL || tells (text, psg_text_get (step->notes)));
      g_assert_true (step->answer == NULL || tells (text, psg_text_get (step->answer)));
    }
}

static void
test_worksheets_have_a_key (Fixture      *f,
                            gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL, *all = NULL;

  make (f, PSG_LESSON_WORKSHEETS, PSG_PAPER_A4, FALSE);
  g_assert_cmpuint (psg_paper_count_pages (f->pdf), >=, 4);
  first = psg_paper_read_page (f->pdf, 0);
  second = psg_paper_read_page (f->pdf, 1);
  all = psg_paper_read_all (f->pdf);
  psg_paper_assert_contains (first, "Fill in the timeline");
  g_assert_null (strstr (first, "16 March 2020"));
  psg_paper_assert_contains (second, "Place the crossings");
  psg_paper_assert_contains (second, "Raigardas");
  psg_paper_assert_contains (all, "Answer key");
  psg_paper_assert_contains (all, "16 March 2020");
}

/* On both sizes of paper, of all lessons, everything. */
static void
test_pages_are_whole (Fixture      *f,
                      gconstpointer data)
{
  GPtrArray *lessons = psg_collection_get_lessons (f->collection);

  for (guint l = 0; l < lessons->len; l++)
    for (PsgLessonPrint print = 0; print < PSG_LESSON_N_PRINTS; print++)
      for (PsgPaper paper = 0; paper < PSG_PAPER_N_SIZES; paper++)
        {
          f->lesson = g_ptr_array_index (lessons, l);
          make (f, print, paper, TRUE);
          g_assert_true (psg_sheets_fits (f->sheets));
          g_assert_cmpuint (psg_paper_count_images (f->pdf), ==, 0);
          for (guint i = 0; i < psg_paper_count_pages (f->pdf); i++)
            {
              g_autofree char *text = psg_paper_read_page (f->pdf, i);
              g_autofree char *number = g_strdup_printf ("%u / %u", i + 1, psg_paper_count_pages (f->pdf));

              g_assert_true (tells (text, number));
            }
        }
}

/* The number at the text and the source at the foot are on one page, and the source can be followed. */
static void
test_pages_name_their_sources (Fixture      *f,
                               gconstpointer data)
{
  make (f, PSG_LESSON_HANDOUT, PSG_PAPER_A4, TRUE);
  g_assert_cmpuint (psg_paper_count_links (f->pdf), >, 5);
  for (guint i = 0; i < psg_paper_count_pages (f->pdf); i++)
    {
      g_autofree char *text = psg_paper_read_page (f->pdf, i);

      if (strstr (text, "Source") != NULL)
        g_assert_true (tells (text, "http"));
    }
}

/* With the ink the text is in the picture, and still text. */
static void
test_handout_has_ink (Fixture      *f,
                      gconstpointer data)
{
  PsgLesson *lesson = psg_lesson_copy (f->lesson);
  PsgLessonStep *step = g_ptr_array_index (lesson->steps, 0);
  g_autoptr (PsgInk) ink = psg_ink_new ();
  g_autofree char *text = NULL;
  gsize plain;

  make (f, PSG_LESSON_HANDOUT, PSG_PAPER_A4, PSG_LESSON_ROOM | PSG_LESSON_INK);
  plain = g_bytes_get_size (f->pdf);

  psg_ink_begin (ink, PSG_INK_RED, 0.01, 0.1, 0.1);
  for (guint i = 0; i < 200; i++)
    psg_ink_extend (ink, 0.1 + 0.003 * i, 0.1 + 0.1 * (i % 7));
  psg_ink_end (ink);
  step->ink = psg_ink_to_string (ink);
  f->lesson = lesson;
  make (f, PSG_LESSON_HANDOUT, PSG_PAPER_A4, PSG_LESSON_ROOM | PSG_LESSON_INK);
  g_assert_cmpuint (g_bytes_get_size (f->pdf), !=, plain);
  g_assert_cmpuint (psg_paper_count_images (f->pdf), ==, 0);
  text = psg_paper_read_page (f->pdf, 0);
  g_assert_true (tells (text, psg_text_get (step->heading)));

  /* What is no ink leaves no page out. */
  g_free (step->ink);
  step->ink = g_strdup ("red nonsense");
  make (f, PSG_LESSON_HANDOUT, PSG_PAPER_A4, PSG_LESSON_ROOM | PSG_LESSON_INK);
  g_assert_cmpuint (psg_paper_count_pages (f->pdf), ==, lesson->steps->len);

  psg_lesson_unref (lesson);
}

/* A lesson that has next to nothing, and one that has too much for a page. */
static void
test_odd_lessons_print (Fixture      *f,
                        gconstpointer data)
{
  PsgLesson *lesson = psg_lesson_new ();
  PsgLessonStep *step = psg_lesson_step_new ();
  g_autoptr (GString) long_text = g_string_new (NULL);

  for (guint i = 0; i < 300; i++)
    g_string_append (long_text, "A sentence of six plain words. ");
  lesson->id = g_strdup ("odd");
  lesson->title = psg_text_new_single ("en", "Odd");
  lesson->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lesson_step_free);
  f->lesson = lesson;
  for (PsgLessonPrint print = 0; print < PSG_LESSON_N_PRINTS; print++)
    make (f, print, PSG_PAPER_A4, TRUE);

  step->event = g_strdup ("no-such-event");
  step->text = psg_text_new_single ("en", long_text->str);
  g_ptr_array_add (lesson->steps, step);
  for (PsgLessonPrint print = 0; print < PSG_LESSON_N_PRINTS; print++)
    make (f, print, PSG_PAPER_LETTER, FALSE);

  psg_lesson_unref (lesson);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  psg_ui_init ();

  ADD ("/ui/lesson-sheets/handout-tells-the-lesson", test_handout_tells_the_lesson);
  ADD ("/ui/lesson-sheets/handout-keeps-notes-and-answers", test_handout_keeps_notes_and_answers);
  ADD ("/ui/lesson-sheets/notes-tell-all", test_notes_tell_all);
  ADD ("/ui/lesson-sheets/worksheets-have-a-key", test_worksheets_have_a_key);
  ADD ("/ui/lesson-sheets/pages-are-whole", test_pages_are_whole);
  ADD ("/ui/lesson-sheets/pages-name-their-sources", test_pages_name_their_sources);
  ADD ("/ui/lesson-sheets/handout-has-ink", test_handout_has_ink);
  ADD ("/ui/lesson-sheets/odd-lessons-print", test_odd_lessons_print);

  return g_test_run ();
}
