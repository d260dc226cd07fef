/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-image.h"

#include <string.h>

/* Which images documents may show. */

static void
test_names_lie_in_one_folder (void)
{
  static const struct { const char *name; gboolean good; } cases[] = {
    { "images/map.png", TRUE },
    { "images/Map-2_b.v1.jpeg", TRUE },
    { "images/map.jpg", TRUE },
    { "images/.png", FALSE },
    { "images/", FALSE },
    { "images/map", FALSE },
    { "images/map.gif", FALSE },
    { "images/map.PNG", FALSE },
    { "images/../map.png", FALSE },
    { "images/a/map.png", FALSE },
    { "images//map.png", FALSE },
    { "/images/map.png", FALSE },
    { "Images/map.png", FALSE },
    { "map.png", FALSE },
    { "https://valley.example/images/map.png", FALSE },
    { "file:///images/map.png", FALSE },
    { "images/ma p.png", FALSE },
    { "images/Ž.png", FALSE },
    { "images/map\n.png", FALSE },
    { "", FALSE },
  };
  g_autofree char *longest = g_strdup_printf ("images/%0*d.png", PSG_IMAGE_MAX_NAME - 11, 0);
  g_autofree char *longer = g_strdup_printf ("images/%0*d.png", PSG_IMAGE_MAX_NAME - 10, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (psg_image_is_name (cases[i].name), ==, cases[i].good);
  g_assert_true (psg_image_is_name (longest));
  g_assert_false (psg_image_is_name (longer));
}

static void
check (const guint8 *data,
       gsize         size,
       const char   *wrong)
{
  guint width, height;
  const char *found = psg_image_check (data, size, &width, &height);

  if (wrong == NULL)
    g_assert_null (found);
  else
    g_assert_nonnull (strstr (found, wrong));
}

/* The beginning of a PNG file of that size. */
static void
write_png (guint8 *data,
           guint32 width,
           guint32 height)
{
  guint32 size[] = { GUINT32_TO_BE (width), GUINT32_TO_BE (height) };

  memcpy (data, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  memcpy (data + 16, size, 8);
}

static void
test_sizes_have_a_limit (void)
{
  guint8 png[64] = { 0 };
  g_autofree guint8 *large = g_malloc0 (PSG_IMAGE_MAX_BYTES + 1);
  guint width, height;

  write_png (png, 640, 480);
  g_assert_null (psg_image_check (png, sizeof png, &width, &height));
  g_assert_cmpuint (width, ==, 640);
  g_assert_cmpuint (height, ==, 480);

  write_png (png, PSG_IMAGE_MAX_PIXELS, PSG_IMAGE_MAX_PIXELS);
  check (png, sizeof png, NULL);
  write_png (png, PSG_IMAGE_MAX_PIXELS + 1, 1);
  check (png, sizeof png, "pixels");
  write_png (png, 1, G_MAXUINT32);
  check (png, sizeof png, "pixels");
  write_png (png, 0, 10);
  check (png, sizeof png, "damaged");
  check (png, 12, "damaged");
  write_png (large, 10, 10);
  check (large, PSG_IMAGE_MAX_BYTES, NULL);
  check (large, PSG_IMAGE_MAX_BYTES + 1, "8 MiB");
}

static void
test_other_formats_are_refused (void)
{
  static const char *const others[] = { "", "GIF89a\x01\x00\x01", "<svg xmlns='http://www.w3.org/2000/svg'/>",
                                        "RIFF\x20\0\0\0WEBPVP8 ", "BM\x20", "\x89PN" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    check ((const guint8 *) others[i], strlen (others[i]), "PNG or JPEG");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/image/names-lie-in-one-folder", test_names_lie_in_one_folder);
  g_test_add_func ("/core/image/sizes-have-a-limit", test_sizes_have_a_limit);
  g_test_add_func ("/core/image/other-formats-are-refused", test_other_formats_are_refused);

  return g_test_run ();
}
