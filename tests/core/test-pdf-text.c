/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-text.h"

/* The words on a page: two lines of letters ten points wide and twenty high, a second column beside them. */

static const char page[] = "The Šumskas\nborder post.\nIt CLOSED";

/* "It CLOSED" is the second column, at 300. */
static PsgPdfText *
new_text (void)
{
  guint n = g_utf8_strlen (page, -1);
  g_autofree PsgPdfBox *boxes = g_new0 (PsgPdfBox, n);
  const char *at = page;
  guint line = 0, column = 0;

  for (guint i = 0; i < n; i++, at = g_utf8_next_char (at))
    {
      float left = (line == 2 ? 300 : 100) + column * 10;
      float top = line == 1 ? 130 : 100;

      if (*at == '\n')
        {
          line++;
          column = 0;
          continue;
        }
      boxes[i] = (PsgPdfBox) { left, top, left + 10, top + 20 };
      column++;
    }

  return psg_pdf_text_create (page, boxes, n);
}

static void
test_a_point_finds_the_nearest_caret (void)
{
  static const struct
  {
    double x, y;
    guint caret;
  } points[] = {
    { 101, 110, 0 }, { 109, 110, 1 }, { 0, 0, 0 }, { 205, 110, 10 }, { 250, 110, 11 },
    { 101, 139, 12 }, { 0, 500, 12 }, { 290, 110, 25 }, { 999, 110, 34 }, { 304, 999, 24 },
  };
  g_autoptr (PsgPdfText) text = new_text ();

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    g_assert_cmpuint (psg_pdf_text_find_caret (text, points[i].x, points[i].y), ==, points[i].caret);

  g_assert_true (psg_pdf_text_is_over (text, 105, 105));
  g_assert_false (psg_pdf_text_is_over (text, 105, 60));
}

static void
test_a_page_without_words_has_one_caret (void)
{
  g_autoptr (PsgPdfText) empty = psg_pdf_text_create ("", NULL, 0);
  g_autoptr (PsgPdfText) lost = psg_pdf_text_create ("words without places", NULL, 0);
  g_autoptr (GArray) areas = psg_pdf_text_get_areas (lost, 0, 100);

  g_assert_cmpuint (psg_pdf_text_find_caret (empty, 5, 5), ==, 0);
  g_assert_cmpuint (psg_pdf_text_find_caret (lost, 5, 5), ==, 0);
  g_assert_false (psg_pdf_text_is_over (lost, 5, 5));
  g_assert_cmpuint (areas->len, ==, 0);
}

static void
test_stretches_widen_to_words_and_lines (void)
{
  g_autoptr (PsgPdfText) text = new_text ();
  guint start = 6, end = 6;

  psg_pdf_text_widen (text, FALSE, &start, &end);
  g_assert_cmpuint (start, ==, 4);
  g_assert_cmpuint (end, ==, 11);
  psg_pdf_text_widen (text, TRUE, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 11);
  start = end = text->n_chars;
  psg_pdf_text_widen (text, FALSE, &start, &end);
  g_assert_cmpuint (start, ==, 28);
  g_assert_cmpuint (end, ==, text->n_chars);
}

static void
test_areas_are_lines (void)
{
  g_autoptr (PsgPdfText) text = new_text ();
  g_autoptr (GArray) areas = psg_pdf_text_get_areas (text, 4, 28);
  g_autofree char *words = psg_pdf_text_dup_words (text, 4, 18);
  const PsgPdfBox *box;

  g_assert_cmpuint (areas->len, ==, 3);
  box = &g_array_index (areas, PsgPdfBox, 0);
  g_assert_cmpfloat (box->x1, ==, 140);
  g_assert_cmpfloat (box->x2, ==, 210);
  g_assert_cmpfloat (box->y2, ==, 120);
  box = &g_array_index (areas, PsgPdfBox, 2);
  g_assert_cmpfloat (box->x1, ==, 300);
  g_assert_cmpfloat (box->x2, ==, 330);
  g_assert_cmpstr (words, ==, "Šumskas\nborder");
}

static void
test_words_are_found_however_they_are_written (void)
{
  static const struct
  {
    const char *words;
    guint n, start, end;
  } cases[] = {
    { "šumskas", 1, 4, 11 }, { "SUMSKAS BORDER", 1, 4, 18 }, { "closed", 1, 28, 34 }, { "o", 3, 13, 14 },
    { "", 0, 0, 0 }, { "absent", 0, 0, 0 }, { "It CLOSED and more", 0, 0, 0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) found = psg_pdf_text_find_words (page, cases[i].words, 100);

      g_assert_cmpuint (found->len, ==, cases[i].n * 2);
      if (cases[i].n == 0)
        continue;
      g_assert_cmpuint (g_array_index (found, guint, 0), ==, cases[i].start);
      g_assert_cmpuint (g_array_index (found, guint, 1), ==, cases[i].end);
    }
}

static void
test_links_are_found (void)
{
  g_autoptr (PsgPdfText) text = new_text ();
  PsgPdfLink link = { { 10, 10, 50, 20 }, (char *) "https://example.org", 0, 0 };

  psg_pdf_text_add_link (text, &link);
  g_assert_cmpint (psg_pdf_text_find_link (text, 20, 15), ==, 0);
  g_assert_cmpint (psg_pdf_text_find_link (text, 20, 25), ==, -1);
}

static void
test_anchors_find_words_again (void)
{
  g_autoptr (PsgPdfText) text = new_text ();
  g_autoptr (PsgPdfText) other = psg_pdf_text_create ("It CLOSED. The Šumskas\nborder post. Here.", NULL, 0);
  g_autoptr (PsgPdfText) none = psg_pdf_text_create ("Nothing of the kind", NULL, 0);
  g_autoptr (PsgAnchor) anchor = psg_pdf_text_dup_anchor (text, 4, 18);
  guint start, end;

  g_assert_true (psg_pdf_text_resolve (text, anchor, &start, &end));
  g_assert_cmpuint (start, ==, 4);
  g_assert_cmpuint (end, ==, 18);
  g_assert_false (psg_pdf_text_resolve (none, anchor, &start, &end));
  if (psg_pdf_text_resolve (other, anchor, &start, &end))
    g_assert_cmpuint (start, ==, 15);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/pdf-text/a-point-finds-the-nearest-caret", test_a_point_finds_the_nearest_caret);
  g_test_add_func ("/core/pdf-text/a-page-without-words-has-one-caret", test_a_page_without_words_has_one_caret);
  g_test_add_func ("/core/pdf-text/stretches-widen-to-words-and-lines", test_stretches_widen_to_words_and_lines);
  g_test_add_func ("/core/pdf-text/areas-are-lines", test_areas_are_lines);
  g_test_add_func ("/core/pdf-text/words-are-found-however-they-are-written",
                   test_words_are_found_however_they_are_written);
  g_test_add_func ("/core/pdf-text/links-are-found", test_links_are_found);
  g_test_add_func ("/core/pdf-text/anchors-find-words-again", test_anchors_find_words_again);

  return g_test_run ();
}
