/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-image.h"

#include <string.h>

#include "psg-tile-image.h"

/* Images of documents: how they are named, and whether they can be decoded without harm. Nothing is decoded
 * here. */

/**
 * psg_image_is_name:
 * @name: what a document gives as the address of an image
 *
 * Returns: whether it is `images/NAME.png`, `.jpg` or `.jpeg`, with a name of letters and digits of ASCII, `.`,
 *   `-` and `_` that does not begin with a full stop, and no more than %PSG_IMAGE_MAX_NAME bytes in all
 */
gboolean
psg_image_is_name (const char *name)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_";
  const char *file = name + strlen (PSG_IMAGE_FOLDER);

  if (!g_str_has_prefix (name, PSG_IMAGE_FOLDER) || strlen (name) > PSG_IMAGE_MAX_NAME)
    return FALSE;
  if (file[0] == '.' || file[strspn (file, letters)] != '\0')
    return FALSE;

  return g_str_has_suffix (file, ".png") || g_str_has_suffix (file, ".jpg") || g_str_has_suffix (file, ".jpeg");
}

/**
 * psg_image_check:
 * @data: the bytes of an image
 * @size: how many
 * @width: (out): how wide it is, in pixels
 * @height: (out): how high
 *
 * Returns: (nullable): what is wrong with it, or %NULL if it can be decoded and shown
 */
const char *
psg_image_check (const guint8 *data,
                 gsize         size,
                 guint        *width,
                 guint        *height)
{
  PsgTileFormat format = psg_tile_image_measure (data, size, width, height);

  if (format != PSG_TILE_FORMAT_PNG && format != PSG_TILE_FORMAT_JPEG)
    return "an image is PNG or JPEG";
  if (size > PSG_IMAGE_MAX_BYTES)
    return "an image has at most 8 MiB";
  if (*width == 0 || *height == 0)
    return "the image is damaged";
  if (*width > PSG_IMAGE_MAX_PIXELS || *height > PSG_IMAGE_MAX_PIXELS)
    return "an image is at most 4096 pixels wide and high";

  return NULL;
}
