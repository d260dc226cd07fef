/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-paper-fixture.h"

#include <string.h>

#include "psg-figure.h"
#include "psg-ui.h"

/* Pictures that stand by themselves, as files. Nothing here has a display. */

typedef struct
{
  PsgCollection *collection;
  PsgScene *scene;
  PsgFigure figure;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->collection = psg_paper_fixture_open ();
  f->scene = psg_scene_new (f->collection);
  f->figure = (PsgFigure) { .scene = f->scene, .parts = PSG_SCENE_BOTH, .width = 842, .height = 595 };
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  psg_scene_unref (f->scene);
  g_assert_finalize_object (f->collection);
}

static GBytes *
export (Fixture        *f,
        PsgFigureFormat format)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = psg_figure_export (&f->figure, format, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
test_pdf_has_title_text_and_links (Fixture      *f,
                                   gconstpointer data)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL, *title = NULL;

  f->figure.title = "Six crossings";
  f->figure.legend = f->figure.sources = TRUE;
  pdf = export (f, PSG_FIGURE_PDF);
  text = psg_paper_read_all (pdf);
  title = psg_paper_read_title (pdf);
  g_assert_cmpstr (title, ==, "Six crossings");
  g_assert_cmpuint (psg_paper_count_pages (pdf), ==, 1);
  g_assert_cmpuint (psg_paper_count_images (pdf), ==, 0);
  g_assert_cmpuint (psg_paper_count_links (pdf), >, 3);
  psg_paper_assert_contains (text, "Six crossings");
  psg_paper_assert_contains (text, "Sources");
  psg_paper_assert_contains (text, "Restricted");
  psg_paper_assert_contains (text, "more");
}

/* Without a title of its own the file still has one. */
static void
test_bare_pdf_has_a_title (Fixture      *f,
                           gconstpointer data)
{
  g_autoptr (GBytes) pdf = export (f, PSG_FIGURE_PDF);
  g_autofree char *title = psg_paper_read_title (pdf), *text = psg_paper_read_all (pdf);

  g_assert_nonnull (title);
  psg_paper_assert_contains (title, "2024");
  g_assert_null (strstr (text, "Sources"));
}

static void
test_png_has_its_size (Fixture      *f,
                       gconstpointer data)
{
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;

  f->figure.width = 640;
  f->figure.height = 360;
  png = export (f, PSG_FIGURE_PNG);
  texture = gdk_texture_new_from_bytes (png, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 640);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 360);
}

static void
test_svg_has_no_image (Fixture      *f,
                       gconstpointer data)
{
  g_autoptr (GBytes) svg = NULL;
  gsize length;
  const char *text;

  f->figure.legend = TRUE;
  svg = export (f, PSG_FIGURE_SVG);
  text = g_bytes_get_data (svg, &length);
  g_assert_nonnull (g_strstr_len (text, (gssize) length, "<svg"));
  g_assert_null (g_strstr_len (text, (gssize) length, "<image"));
}

static void
test_size_must_be_sensible (Fixture      *f,
                            gconstpointer data)
{
  static const double sizes[][2] = { { 10, 500 }, { 500, 0 }, { 500, -3 }, { 20000, 500 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;

      f->figure.width = sizes[i][0];
      f->figure.height = sizes[i][1];
      g_assert_null (psg_figure_export (&f->figure, PSG_FIGURE_PDF, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

static void
test_ending_tells_the_format (Fixture      *f,
                              gconstpointer data)
{
  PsgFigureFormat format;

  g_assert_true (psg_figure_format_from_name ("A.Picture.PNG", &format));
  g_assert_cmpint (format, ==, PSG_FIGURE_PNG);
  g_assert_true (psg_figure_format_from_name ("/a/b.svg", &format));
  g_assert_cmpint (format, ==, PSG_FIGURE_SVG);
  g_assert_false (psg_figure_format_from_name ("pdf", &format));
  g_assert_false (psg_figure_format_from_name ("a.pdf.gz", &format));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  psg_ui_init ();

  ADD ("/ui/figure/pdf-has-title-text-and-links", test_pdf_has_title_text_and_links);
  ADD ("/ui/figure/bare-pdf-has-a-title", test_bare_pdf_has_a_title);
  ADD ("/ui/figure/png-has-its-size", test_png_has_its_size);
  ADD ("/ui/figure/svg-has-no-image", test_svg_has_no_image);
  ADD ("/ui/figure/size-must-be-sensible", test_size_must_be_sensible);
  ADD ("/ui/figure/ending-tells-the-format", test_ending_tells_the_format);

  return g_test_run ();
}
