/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-palette.h"

#include <adwaita.h>

#include "psg-mark.h"
#include "psg-tint.h"
#include "psg-ui.h"

/* The colours, held to what can be read (WCAG 2.1, 1.4.3 and 1.4.11), and the signs, to what can be told apart. */

/* The views' and the cards' backgrounds in libadwaita 1.2. */
static void
get_background (PsgScheme scheme,
                gboolean  card,
                GdkRGBA  *rgba)
{
  if (psg_scheme_is_dark (scheme))
    gdk_rgba_parse (rgba, card ? "#303030" : "#1e1e1e");
  else
    gdk_rgba_parse (rgba, card ? "#fafafa" : "#ffffff");
}

/* Against what WCAG's own examples say. */
static void
test_contrast_is_that_of_the_standard (void)
{
  const GdkRGBA black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  GdkRGBA grey;

  gdk_rgba_parse (&grey, "#777777");
  g_assert_cmpfloat_with_epsilon (psg_palette_get_contrast (&black, &white), 21, 1e-6);
  g_assert_cmpfloat_with_epsilon (psg_palette_get_contrast (&white, &white), 1, 1e-6);
  g_assert_cmpfloat_with_epsilon (psg_palette_get_contrast (&grey, &white), 4.478, 1e-3);
  g_assert_cmpfloat_with_epsilon (psg_palette_get_contrast (&white, &grey), 4.478, 1e-3);
}

static void
test_statuses_can_be_seen_and_read (void)
{
  for (PsgScheme scheme = PSG_SCHEME_LIGHT; scheme <= PSG_SCHEME_HIGH_CONTRAST_DARK; scheme++)
    for (guint status = 0; status < PSG_N_STATUSES; status++)
      for (guint card = 0; card < 2; card++)
        {
          GdkRGBA background, area, text;

          get_background (scheme, card, &background);
          psg_palette_get_status (scheme, status, &area);
          psg_palette_get_status_text (scheme, status, &text);
          g_assert_cmpfloat (psg_palette_get_contrast (&area, &background), >=, 3.0);
          g_assert_cmpfloat (psg_palette_get_contrast (&text, &background), >=, 4.5);
          if (scheme >= PSG_SCHEME_HIGH_CONTRAST)
            g_assert_cmpfloat (psg_palette_get_contrast (&text, &background), >=, 7.0);
        }
}

static void
test_any_lane_can_be_read (void)
{
  for (PsgScheme scheme = PSG_SCHEME_LIGHT; scheme <= PSG_SCHEME_HIGH_CONTRAST_DARK; scheme++)
    for (guint i = 0; i < 512; i++)
      {
        const PsgLane lane = { .rgb = (i & 7) * 0x24 << 16 | (i >> 3 & 7) * 0x24 << 8 | (i >> 6) * 0x24 };
        GdkRGBA background, dot, text;

        get_background (scheme, TRUE, &background);
        psg_palette_get_lane (scheme, &lane, &dot);
        psg_palette_get_lane_text (scheme, &lane, &text);
        g_assert_cmpfloat (psg_palette_get_contrast (&dot, &background), >=, 1.9);
        g_assert_cmpfloat (psg_palette_get_contrast (&text, &background), >=, 4.5);
      }
}

static void
test_marked_words_can_be_read (void)
{
  for (PsgScheme scheme = PSG_SCHEME_LIGHT; scheme <= PSG_SCHEME_HIGH_CONTRAST_DARK; scheme++)
    {
      GdkRGBA highlight, text, background, accent;

      gdk_rgba_parse (&text, psg_scheme_is_dark (scheme) ? "#ffffff" : "#323232");
      get_background (scheme, FALSE, &background);
      psg_palette_get_highlight (scheme, &highlight);
      psg_palette_get_accent (scheme, &accent);
      g_assert_cmpfloat (psg_palette_get_contrast (&text, &highlight), >=, 4.5);
      g_assert_cmpfloat (psg_palette_get_contrast (&highlight, &background), >=, 1.2);
      g_assert_cmpfloat (psg_palette_get_contrast (&accent, &background), >=, 4.5);
    }
}

/* The sign alone: its pixels without colour. */
static void
draw_sign (PsgStatus status,
           gboolean  pixels[32 * 32])
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 32, 32);
  cairo_t *cr = cairo_create (surface);
  const guint32 *data;

  psg_status_glyph_draw (cr, PSG_SCHEME_LIGHT, status, 16, 16, 15);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = (const guint32 *) cairo_image_surface_get_data (surface);
  for (guint i = 0; i < 32 * 32; i++)
    pixels[i] = (data[i] & 0xffffff) == 0xffffff;
  cairo_surface_destroy (surface);
}

static void
test_signs_differ_without_colour (void)
{
  static gboolean signs[PSG_N_STATUSES][32 * 32];

  for (guint status = 0; status < PSG_N_STATUSES; status++)
    draw_sign (status, signs[status]);

  for (guint a = 0; a < PSG_N_STATUSES; a++)
    for (guint b = a + 1; b < PSG_N_STATUSES; b++)
      {
        guint differ = 0;

        for (guint i = 0; i < 32 * 32; i++)
          differ += signs[a][i] != signs[b][i];
        g_assert_cmpuint (differ, >=, 40);
      }
}

static void
test_marks_and_tints_go_with_their_widgets (void)
{
  const PsgLane lane = { .rgb = 0xd55e00 };
  GtkWidget *mark = g_object_ref_sink (psg_mark_new_lane (&lane));
  GtkWidget *label = g_object_ref_sink (gtk_label_new ("Ąžuolas ir ėglė"));
  PangoAttrIterator *iter;
  int start, end, minimum;

  gtk_widget_measure (mark, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 10);
  psg_mark_set_status (PSG_MARK (mark), PSG_STATUS_CLOSED);
  gtk_widget_measure (mark, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 16);

  /* Code points in, bytes out. */
  psg_tint_match (GTK_LABEL (label), 1, 7);
  iter = pango_attr_list_get_iterator (gtk_label_get_attributes (GTK_LABEL (label)));
  pango_attr_iterator_next (iter);
  pango_attr_iterator_range (iter, &start, &end);
  g_assert_cmpint (start, ==, 2);
  g_assert_cmpint (end, ==, 9);
  pango_attr_iterator_destroy (iter);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  g_assert_finalize_object (mark);
  g_assert_finalize_object (label);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  psg_ui_init ();

  g_test_add_func ("/ui/palette/contrast-is-that-of-the-standard", test_contrast_is_that_of_the_standard);
  g_test_add_func ("/ui/palette/statuses-can-be-seen-and-read", test_statuses_can_be_seen_and_read);
  g_test_add_func ("/ui/palette/any-lane-can-be-read", test_any_lane_can_be_read);
  g_test_add_func ("/ui/palette/marked-words-can-be-read", test_marked_words_can_be_read);
  g_test_add_func ("/ui/palette/signs-differ-without-colour", test_signs_differ_without_colour);
  g_test_add_func ("/ui/palette/marks-and-tints-go-with-their-widgets", test_marks_and_tints_go_with_their_widgets);

  return g_test_run ();
}
