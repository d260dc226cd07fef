/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-tile-image.h"
#include "psg-tile-source.h"

#define PNG_HEAD(w, h) "\x89PNG\r\n\x1a\n\0\0\0\rIHDR" w h "\x08\2\0\0\0\0\0\0\0"
#define PNG(w, h) PNG_HEAD (w, h) "\0\0\0\3IDATabc\0\0\0\0" "\0\0\0\0IEND\xae\x42\x60\x82"
/* A comment segment of two bytes, a fill byte, then the frame. */
#define JPEG(h, w) "\xff\xd8\xff\xfe\0\4ab\xff\xff\xc2\0\x0b\x08" h w "\3\0" "\xff\xd9"
#define WEBP_LOSSY(w, h) "RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" w h
#define WEBP_LOSSLESS(bits) "RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" bits
#define WEBP_EXTENDED(w, h) "RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0" w h

#define CASE(name, bytes, format, code) { name, bytes, sizeof bytes - 1, format, code }
#define FINE -1

static const struct
{
  const char   *name;
  const char   *bytes;
  gsize         size;
  PsgTileFormat format;
  int           code;
} images[] = {
  CASE ("png", PNG ("\0\0\1\0", "\0\0\1\0"), PSG_TILE_FORMAT_PNG, FINE),
  CASE ("png-of-1024", PNG ("\0\0\4\0", "\0\0\4\0"), PSG_TILE_FORMAT_PNG, FINE),
  CASE ("png-of-1025", PNG ("\0\0\4\1", "\0\0\1\0"), PSG_TILE_FORMAT_PNG, PSG_TILE_ERROR_TOO_LARGE),
  CASE ("png-of-four-thousand-millions", PNG ("\xff\xff\xff\xff", "\0\0\1\0"), PSG_TILE_FORMAT_PNG,
        PSG_TILE_ERROR_TOO_LARGE),
  CASE ("png-of-no-width", PNG ("\0\0\0\0", "\0\0\1\0"), PSG_TILE_FORMAT_PNG, PSG_TILE_ERROR_DAMAGED),
  CASE ("png-cut-short", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", PSG_TILE_FORMAT_PNG, PSG_TILE_ERROR_DAMAGED),
  CASE ("png-without-an-end", PNG_HEAD ("\0\0\1\0", "\0\0\1\0") "\0\0\0\3IDATabc\0\0\0\0", PSG_TILE_FORMAT_PNG,
        PSG_TILE_ERROR_DAMAGED),
  CASE ("png-whose-chunk-leads-out", PNG_HEAD ("\0\0\1\0", "\0\0\1\0") "\xff\xff\xff\xffIDATabc\0\0\0\0",
        PSG_TILE_FORMAT_PNG, PSG_TILE_ERROR_DAMAGED),
  CASE ("jpeg-with-zeros-behind-it", JPEG ("\1\0", "\1\0") "\0\0", PSG_TILE_FORMAT_JPEG, FINE),
  CASE ("jpeg-without-an-end", "\xff\xd8\xff\xc0\0\x0b\x08\1\0\1\0\3\0", PSG_TILE_FORMAT_JPEG, PSG_TILE_ERROR_DAMAGED),
  CASE ("webp-without-an-end", "RIFF\xff\0\0\0WEBPVP8L\0\0\0\0\x2f\xff\xc0\x3f\0", PSG_TILE_FORMAT_WEBP,
        PSG_TILE_ERROR_DAMAGED),
  CASE ("jpeg", JPEG ("\1\0", "\1\0"), PSG_TILE_FORMAT_JPEG, FINE),
  CASE ("jpeg-too-high", JPEG ("\x10\0", "\1\0"), PSG_TILE_FORMAT_JPEG, PSG_TILE_ERROR_TOO_LARGE),
  CASE ("jpeg-without-a-frame", "\xff\xd8\xff\xfe\0\4ab\xff\xd9", PSG_TILE_FORMAT_JPEG, PSG_TILE_ERROR_DAMAGED),
  CASE ("jpeg-whose-segment-leads-out", "\xff\xd8\xff\xe0\xff\xff\0\0\0\0\0\0\0\0\0", PSG_TILE_FORMAT_JPEG,
        PSG_TILE_ERROR_DAMAGED),
  CASE ("webp-lossy", WEBP_LOSSY ("\0\1", "\0\1"), PSG_TILE_FORMAT_WEBP, FINE),
  CASE ("webp-lossy-too-wide", WEBP_LOSSY ("\xff\x3f", "\0\1"), PSG_TILE_FORMAT_WEBP, PSG_TILE_ERROR_TOO_LARGE),
  CASE ("webp-lossless", WEBP_LOSSLESS ("\xff\xc0\x3f\0"), PSG_TILE_FORMAT_WEBP, FINE),
  CASE ("webp-lossless-too-high", WEBP_LOSSLESS ("\xff\xc0\xff\x0f"), PSG_TILE_FORMAT_WEBP, PSG_TILE_ERROR_TOO_LARGE),
  CASE ("webp-extended", WEBP_EXTENDED ("\xff\0\0", "\xff\0\0"), PSG_TILE_FORMAT_WEBP, FINE),
  CASE ("webp-extended-too-wide", WEBP_EXTENDED ("\0\0\1", "\xff\0\0"), PSG_TILE_FORMAT_WEBP,
        PSG_TILE_ERROR_TOO_LARGE),
  CASE ("webp-of-no-kind", "RIFF\0\0\0\0WEBPVP9 \0\0\0\0", PSG_TILE_FORMAT_WEBP, PSG_TILE_ERROR_DAMAGED),
  CASE ("vector-tile", "\x1f\x8b\x08\0\0\0\0\0", PSG_TILE_FORMAT_VECTOR, PSG_TILE_ERROR_FORMAT),
  CASE ("gif", "GIF89a\0\1\0\1", PSG_TILE_FORMAT_UNKNOWN, PSG_TILE_ERROR_FORMAT),
  CASE ("page-of-html", "<!DOCTYPE html><html>", PSG_TILE_FORMAT_UNKNOWN, PSG_TILE_ERROR_FORMAT),
  CASE ("nothing", "", PSG_TILE_FORMAT_UNKNOWN, PSG_TILE_ERROR_FORMAT),
};

static void
test_image (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  /* A copy without anything behind it, for tools that see reads beyond the end. */
  g_autofree guint8 *bytes = g_memdup2 (images[i].bytes, images[i].size);
  gboolean fine = psg_tile_image_check (bytes, images[i].size, &error);

  g_assert_cmpint (psg_tile_image_sniff (bytes, images[i].size), ==, images[i].format);
  if (images[i].code == FINE)
    {
      g_assert_no_error (error);
      g_assert_true (fine);
      return;
    }

  g_assert_false (fine);
  g_assert_error (error, PSG_TILE_ERROR, images[i].code);
}

/* Whatever an image is cut to, it is an image or an error. */
static void
test_cut_images (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (images); i++)
    {
      for (gsize size = 0; size < images[i].size; size++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree guint8 *bytes = g_memdup2 (images[i].bytes, size);

          g_assert_true (psg_tile_image_check (bytes, size, &error) == (error == NULL));
        }
    }
}

static void
test_covers_the_world_at_first (void)
{
  PsgTileInfo info;

  psg_tile_info_init (&info);
  g_assert_true (psg_tile_info_covers (&info, 0, 0, 0));
  g_assert_true (psg_tile_info_covers (&info, 5, 0, 31));
  g_assert_true (psg_tile_info_covers (&info, 5, 31, 0));
  g_assert_false (psg_tile_info_covers (&info, 5, 32, 0));
  g_assert_false (psg_tile_info_covers (&info, 5, 0, 32));
  g_assert_false (psg_tile_info_covers (&info, PSG_TILE_MAX_ZOOM + 1, 0, 0));
}

static void
test_covers_its_bounds_and_levels (void)
{
  PsgTileInfo info;

  psg_tile_info_init (&info);
  info.min_zoom = 3;
  info.max_zoom = 10;
  info.west = 25.0;
  info.east = 25.5;
  info.south = 54.5;
  info.north = 54.8;

  /* Vilnius lies in 9/291/163. */
  g_assert_true (psg_tile_info_covers (&info, 9, 291, 163));
  g_assert_true (psg_tile_info_covers (&info, 3, 4, 2));
  g_assert_false (psg_tile_info_covers (&info, 2, 2, 1));
  g_assert_false (psg_tile_info_covers (&info, 11, 1167, 654));
  g_assert_false (psg_tile_info_covers (&info, 9, 290, 163));
  g_assert_false (psg_tile_info_covers (&info, 9, 293, 163));
  g_assert_false (psg_tile_info_covers (&info, 9, 291, 161));
  g_assert_false (psg_tile_info_covers (&info, 9, 291, 165));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (images); i++)
    {
      g_autofree char *path = g_strconcat ("/core/tile-image/", images[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_image);
    }
  g_test_add_func ("/core/tile-image/cut-short-is-an-image-or-an-error", test_cut_images);
  g_test_add_func ("/core/tile-source/covers-the-world-at-first", test_covers_the_world_at_first);
  g_test_add_func ("/core/tile-source/covers-its-bounds-and-levels", test_covers_its_bounds_and_levels);

  return g_test_run ();
}
