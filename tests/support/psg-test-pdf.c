/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-test-pdf.h"

#include <cairo-pdf.h>
#include <string.h>

/* PDFs made while a test runs: sound ones by cairo, others by hand. */

#define MARGIN 72
#define SIZE 14
#define LINE 20

static cairo_t *
begin (const char *path,
       double      width,
       double      height)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_select_font_face (cr, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, SIZE);

  return cr;
}

static void
end (cairo_t *cr)
{
  cairo_surface_finish (cairo_get_target (cr));
  g_assert_cmpint (cairo_surface_status (cairo_get_target (cr)), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
}

static void
draw_lines (cairo_t    *cr,
            const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      cairo_move_to (cr, MARGIN, MARGIN + i * LINE);
      cairo_show_text (cr, lines[i]);
    }
}

void
psg_test_pdf_write (const char        *path,
                    const char        *title,
                    const char *const *pages)
{
  cairo_t *cr = begin (path, PSG_TEST_PDF_WIDTH, PSG_TEST_PDF_HEIGHT);

  if (title != NULL)
    cairo_pdf_surface_set_metadata (cairo_get_target (cr), CAIRO_PDF_METADATA_TITLE, title);
  for (guint i = 0; pages[i] != NULL; i++)
    {
      draw_lines (cr, pages[i]);
      cairo_show_page (cr);
    }
  end (cr);
}

static void
draw_strokes (cairo_t *cr,
              guint    n)
{
  for (guint i = 0; i < n; i++)
    {
      double turn = i * 0.37;

      cairo_set_source_rgba (cr, (i % 7) / 7.0, (i % 5) / 5.0, (i % 3) / 3.0, 0.6);
      cairo_arc (cr, 100 + (i * 37) % 400, 420 + (i * 53) % 340, 4 + i % 20, turn, turn + 4);
      cairo_stroke (cr);
    }
  cairo_set_source_rgb (cr, 0, 0, 0);
}

void
psg_test_pdf_write_long (const char *path,
                         guint       n_pages,
                         guint       n_strokes)
{
  cairo_t *cr = begin (path, PSG_TEST_PDF_WIDTH, PSG_TEST_PDF_HEIGHT);

  for (guint i = 1; i <= n_pages; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      g_string_append_printf (text, "Page %u of a long report\n", i);
      for (guint line = 0; line < 14; line++)
        g_string_append_printf (text, "Line %u on page %u tells of the crossing at Šumskas.\n", line, i);
      draw_lines (cr, text->str);
      draw_strokes (cr, n_strokes);
      cairo_show_page (cr);
    }
  end (cr);
}

void
psg_test_pdf_write_linked (const char *path)
{
  cairo_t *cr = begin (path, PSG_TEST_PDF_WIDTH, PSG_TEST_PDF_HEIGHT);
  cairo_surface_t *surface = cairo_get_target (cr);
  int chapter;

  cairo_tag_begin (cr, CAIRO_TAG_LINK, "rect=[72 58 200 20] uri='https://example.org/report'");
  cairo_tag_end (cr, CAIRO_TAG_LINK);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, "rect=[72 78 200 20] uri='file:///etc/passwd'");
  cairo_tag_end (cr, CAIRO_TAG_LINK);
  draw_lines (cr, "A link to example.org\nA link to a file");
  cairo_show_page (cr);
  /* Cairo 1.16 leads to no page that is still to come. */
  cairo_tag_begin (cr, CAIRO_TAG_LINK, "rect=[72 58 200 20] page=1 pos=[0 400]");
  cairo_tag_end (cr, CAIRO_TAG_LINK);
  draw_lines (cr, "A link to page one");
  cairo_show_page (cr);

  chapter = cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, "Beginning", "page=1 pos=[0 0]",
                                           CAIRO_PDF_OUTLINE_FLAG_OPEN);
  cairo_pdf_surface_add_outline (surface, chapter, "Second part", "page=2 pos=[0 0]", 0);
  end (cr);
}

void
psg_test_pdf_write_mixed (const char *path)
{
  cairo_t *cr = begin (path, PSG_TEST_PDF_WIDTH, PSG_TEST_PDF_HEIGHT);
  cairo_surface_t *surface = cairo_get_target (cr);

  draw_lines (cr, "A tall page\nwith two lines");
  cairo_show_page (cr);
  cairo_pdf_surface_set_size (surface, PSG_TEST_PDF_HEIGHT, PSG_TEST_PDF_WIDTH);
  draw_lines (cr, "A wide page");
  cairo_show_page (cr);
  cairo_pdf_surface_set_size (surface, 298, 420);
  draw_lines (cr, "A postcard");
  cairo_show_page (cr);
  end (cr);
}

static void
write_bytes (const char *path,
             const char *text)
{
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

void
psg_test_pdf_write_sized (const char *path,
                          double      width,
                          double      height)
{
  g_autofree char *text =
      g_strdup_printf ("%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                       "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                       "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.0f %.0f]>>endobj\n"
                       "trailer<</Root 1 0 R/Size 4>>\n%%%%EOF\n", width, height);

  write_bytes (path, text);
}

/* No password fits: the entries that a password is held against are made up. */
void
psg_test_pdf_write_encrypted (const char *path)
{
  write_bytes (path,
               "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
               "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
               "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
               "4 0 obj<</Filter/Standard/V 1/R 2/P -4"
               "/O<0102030405060708091011121314151617181920212223242526272829303132>"
               "/U<0102030405060708091011121314151617181920212223242526272829303132>>>endobj\n"
               "trailer<</Root 1 0 R/Size 5/Encrypt 4 0 R"
               "/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]>>\n%%EOF\n");
}

void
psg_test_pdf_write_empty (const char *path)
{
  write_bytes (path,
               "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
               "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
               "trailer<</Root 1 0 R/Size 3>>\n%%EOF\n");
}

void
psg_test_pdf_spoil (const char *from,
                    const char *to,
                    GRand      *rand,
                    guint       n_bytes,
                    gboolean    cut)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &data, &length, NULL));
  for (guint i = 0; i < n_bytes; i++)
    data[g_rand_int_range (rand, 0, length)] = (char) g_rand_int_range (rand, 0, 256);
  if (cut)
    length = g_rand_int_range (rand, 1, length);

  g_assert_true (g_file_set_contents (to, data, length, NULL));
}
