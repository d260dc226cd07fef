/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-tile-image.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Looks at the bytes of a tile from a file or a server nobody vouches for: which
 * kind of image it is, whatever it was called, how large it would become, and whether it
 * goes on to its end. Nothing is decoded here, so that nothing has to be decoded to find out.
 */

typedef struct
{
  const guint8 *data;
  gsize         size;
} Bytes;

G_DEFINE_QUARK (psg-tile-error-quark, psg_tile_error)

static gboolean
has (const Bytes *bytes,
     gsize        at,
     const char  *literal,
     gsize        length)
{
  return bytes->size >= at + length && memcmp (bytes->data + at, literal, length) == 0;
}

/* The number of @count bytes at @at, or 0 beyond the end. */
static guint32
big_endian (const Bytes *bytes,
            gsize        at,
            guint        count)
{
  guint32 value = 0;

  if (bytes->size < at + count)
    return 0;

  for (guint i = 0; i < count; i++)
    value = value << 8 | bytes->data[at + i];

  return value;
}

static guint32
little_endian (const Bytes *bytes,
               gsize        at,
               guint        count)
{
  return GUINT32_SWAP_LE_BE (big_endian (bytes, at, count)) >> (8 * (4 - count));
}

/* PNG (W3C), 11.2.1: the header is the first chunk. */
static void
measure_png (const Bytes *bytes,
             guint32     *width,
             guint32     *height)
{
  if (!has (bytes, 12, "IHDR", 4))
    return;

  *width = big_endian (bytes, 16, 4);
  *height = big_endian (bytes, 20, 4);
}

/* Start of frame, but for the markers in its range that are something else. */
static gboolean
is_frame_marker (guint8 marker)
{
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* JPEG (ITU-T T.81), B.1: from segment to segment until a frame begins. */
static void
measure_jpeg (const Bytes *bytes,
              guint32     *width,
              guint32     *height)
{
  gsize at = 2;

  while (at + 9 <= bytes->size && bytes->data[at] == 0xFF)
    {
      guint8 marker = bytes->data[at + 1];

      if (is_frame_marker (marker))
        {
          *height = big_endian (bytes, at + 5, 2);
          *width = big_endian (bytes, at + 7, 2);
          return;
        }

      /* Any number of fill bytes may stand before a marker. */
      at += marker == 0xFF ? 1 : 2 + big_endian (bytes, at + 2, 2);
    }
}

/* WebP container specification: lossy, lossless and extended files differ. */
static void
measure_webp (const Bytes *bytes,
              guint32     *width,
              guint32     *height)
{
  if (has (bytes, 12, "VP8 ", 4) && has (bytes, 23, "\x9d\x01\x2a", 3))
    {
      *width = little_endian (bytes, 26, 2) & 0x3fff;
      *height = little_endian (bytes, 28, 2) & 0x3fff;
    }
  else if (has (bytes, 12, "VP8L", 4) && has (bytes, 20, "\x2f", 1) && bytes->size >= 25)
    {
      guint32 bits = little_endian (bytes, 21, 4);

      *width = (bits & 0x3fff) + 1;
      *height = (bits >> 14 & 0x3fff) + 1;
    }
  else if (has (bytes, 12, "VP8X", 4) && bytes->size >= 30)
    {
      *width = little_endian (bytes, 24, 3) + 1;
      *height = little_endian (bytes, 27, 3) + 1;
    }
}

/* PNG (W3C), 5.3: from chunk to chunk until the last, which is empty. */
static gboolean
png_is_whole (const Bytes *bytes)
{
  gsize at = 8;

  while (at + 12 <= bytes->size)
    {
      if (has (bytes, at + 4, "IEND", 4))
        return TRUE;
      at += 12 + (gsize) big_endian (bytes, at, 4);
    }

  return FALSE;
}

/* JPEG (ITU-T T.81), B.1.1.3: the end of the image; some writers put zeros behind it. */
static gboolean
jpeg_is_whole (const Bytes *bytes)
{
  gsize end = bytes->size;

  while (end > 0 && bytes->data[end - 1] == 0)
    end--;

  return end >= 2 && has (bytes, end - 2, "\xff\xd9", 2);
}

static gboolean
is_whole (const Bytes  *bytes,
          PsgTileFormat format)
{
  switch (format)
    {
    case PSG_TILE_FORMAT_PNG:
      return png_is_whole (bytes);
    case PSG_TILE_FORMAT_JPEG:
      return jpeg_is_whole (bytes);
    case PSG_TILE_FORMAT_WEBP:
      return bytes->size >= 8 + (gsize) little_endian (bytes, 4, 4);
    case PSG_TILE_FORMAT_UNKNOWN:
    case PSG_TILE_FORMAT_VECTOR:
    default:
      return FALSE;
    }
}

/**
 * psg_tile_image_sniff:
 * @data: the bytes of a tile
 * @size: how many
 *
 * Returns: what they are, going by how they begin
 */
PsgTileFormat
psg_tile_image_sniff (const guint8 *data,
                      gsize         size)
{
  const Bytes bytes = { data, size };

  if (has (&bytes, 0, "\x89PNG\r\n\x1a\n", 8))
    return PSG_TILE_FORMAT_PNG;
  if (has (&bytes, 0, "\xff\xd8\xff", 3))
    return PSG_TILE_FORMAT_JPEG;
  if (has (&bytes, 0, "RIFF", 4) && has (&bytes, 8, "WEBP", 4))
    return PSG_TILE_FORMAT_WEBP;
  /* Vector tiles are compressed with gzip or, against the specification, with zlib. */
  if (has (&bytes, 0, "\x1f\x8b", 2) || has (&bytes, 0, "\x78\x9c", 2))
    return PSG_TILE_FORMAT_VECTOR;

  return PSG_TILE_FORMAT_UNKNOWN;
}

static void
measure (const Bytes *bytes,
         guint32     *width,
         guint32     *height)
{
  *width = *height = 0;
  switch (psg_tile_image_sniff (bytes->data, bytes->size))
    {
    case PSG_TILE_FORMAT_PNG:
      measure_png (bytes, width, height);
      break;
    case PSG_TILE_FORMAT_JPEG:
      measure_jpeg (bytes, width, height);
      break;
    case PSG_TILE_FORMAT_WEBP:
      measure_webp (bytes, width, height);
      break;
    case PSG_TILE_FORMAT_UNKNOWN:
    case PSG_TILE_FORMAT_VECTOR:
    default:
      break;
    }
}

/**
 * psg_tile_image_measure:
 * @data: the bytes of an image
 * @size: how many
 * @width: (out): how wide it says it is, in pixels; 0 where that is not told
 * @height: (out): how high
 *
 * Returns: what they are
 */
PsgTileFormat
psg_tile_image_measure (const guint8 *data,
                        gsize         size,
                        guint        *width,
                        guint        *height)
{
  const Bytes bytes = { data, size };

  measure (&bytes, width, height);

  return psg_tile_image_sniff (data, size);
}

/**
 * psg_tile_image_check:
 * @data: the bytes of a tile
 * @size: how many
 * @error: return location for a #PsgTileError
 *
 * Returns: whether they are an image of a kind we show, all of it, and a small enough one to be
 *   decoded without harm
 */
gboolean
psg_tile_image_check (const guint8 *data,
                      gsize         size,
                      GError      **error)
{
  const Bytes bytes = { data, size };
  PsgTileFormat format = psg_tile_image_sniff (data, size);
  guint32 width, height;

  if (format == PSG_TILE_FORMAT_VECTOR)
    {
      g_set_error_literal (error, PSG_TILE_ERROR, PSG_TILE_ERROR_FORMAT,
                           _("its tiles are vectors (pbf); only images can be shown: PNG, JPEG or WebP"));
      return FALSE;
    }
  if (format == PSG_TILE_FORMAT_UNKNOWN)
    {
      g_set_error_literal (error, PSG_TILE_ERROR, PSG_TILE_ERROR_FORMAT,
                           _("its tiles are no images that can be shown: PNG, JPEG or WebP"));
      return FALSE;
    }

  measure (&bytes, &width, &height);
  if (width == 0 || height == 0)
    {
      g_set_error_literal (error, PSG_TILE_ERROR, PSG_TILE_ERROR_DAMAGED, _("an image in it is damaged"));
      return FALSE;
    }
  if (width > PSG_TILE_MAX_PIXELS || height > PSG_TILE_MAX_PIXELS || size > PSG_TILE_MAX_BYTES)
    {
      g_set_error (error, PSG_TILE_ERROR, PSG_TILE_ERROR_TOO_LARGE,
                   /* Translators: width × height, in pixels, of a picture that is part of a map */
                   _("an image in it is too large: %u × %u pixels"), width, height);
      return FALSE;
    }
  if (!is_whole (&bytes, format))
    {
      g_set_error_literal (error, PSG_TILE_ERROR, PSG_TILE_ERROR_DAMAGED, _("an image in it is damaged"));
      return FALSE;
    }

  return TRUE;
}
