/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-raster.h"

#include <math.h>

/*
 * The few things that are drawn by the thousand in a frame, straight into pixels:
 * rectangles, copies of small pictures, and one column of a picture repeated. It
 * knows nothing of time. Whatever has a shape of its own is drawn with cairo,
 * once, and copied from then on.
 */

/**
 * psg_raster_from_surface:
 * @surface: an image surface of 32 bits a pixel, flushed
 *
 * Returns: its pixels, borrowed
 */
PsgRaster
psg_raster_from_surface (cairo_surface_t *surface)
{
  return (PsgRaster) {
    .pixels = (guint32 *) (gpointer) cairo_image_surface_get_data (surface),
    .stride = cairo_image_surface_get_stride (surface) / 4,
    .width = cairo_image_surface_get_width (surface),
    .height = cairo_image_surface_get_height (surface),
  };
}

/**
 * psg_raster_pack:
 * @colour: a colour
 * @alpha: from 0 to 1, times the colour's own
 *
 * Returns: the colour as a pixel
 */
guint32
psg_raster_pack (const GdkRGBA *colour,
                 double         alpha)
{
  double a = colour->alpha * alpha;

  return (guint32) lround (a * 255) << 24 |
         (guint32) lround (colour->red * a * 255) << 16 |
         (guint32) lround (colour->green * a * 255) << 8 |
         (guint32) lround (colour->blue * a * 255);
}

/* Each byte times @by / 255, two bytes at a time. */
static inline guint32
multiply (guint32 pixel,
          guint32 by)
{
  guint32 even = (pixel & 0x00ff00ff) * by + 0x00800080;
  guint32 odd = (pixel >> 8 & 0x00ff00ff) * by + 0x00800080;

  even = (even + (even >> 8 & 0x00ff00ff)) >> 8 & 0x00ff00ff;
  odd = (odd + (odd >> 8 & 0x00ff00ff)) & 0xff00ff00;

  return even | odd;
}

static inline guint32
over (guint32 upper,
      guint32 under)
{
  return upper + multiply (under, 255 - (upper >> 24));
}

/* One pixel over another. */
guint32
psg_raster_over (guint32 upper,
                 guint32 under)
{
  return over (upper, under);
}

/* Cuts a stretch to what there is; returns how much is left of it. */
static int
cut (int *from,
     int  length,
     int  limit)
{
  int end = MIN (*from + length, limit);

  *from = MAX (*from, 0);

  return end - *from;
}

/* Fills a rectangle, whatever was there. */
void
psg_raster_fill (const PsgRaster *self,
                 int              x,
                 int              y,
                 int              width,
                 int              height,
                 guint32          colour)
{
  width = cut (&x, width, self->width);
  height = cut (&y, height, self->height);

  for (int row = 0; row < height; row++)
    {
      guint32 *pixels = self->pixels + (gsize) (y + row) * self->stride + x;

      for (int i = 0; i < width; i++)
        pixels[i] = colour;
    }
}

/* Lays a colour over a rectangle. */
void
psg_raster_blend (const PsgRaster *self,
                  int              x,
                  int              y,
                  int              width,
                  int              height,
                  guint32          colour)
{
  width = cut (&x, width, self->width);
  height = cut (&y, height, self->height);

  for (int row = 0; row < height; row++)
    {
      guint32 *pixels = self->pixels + (gsize) (y + row) * self->stride + x;

      for (int i = 0; i < width; i++)
        pixels[i] = over (colour, pixels[i]);
    }
}

/* The same with upper and lower edges between pixels. */
void
psg_raster_blend_rows (const PsgRaster *self,
                       int              x,
                       double           top,
                       int              width,
                       double           height,
                       guint32          colour)
{
  double bottom = top + height;
  int first = (int) ceil (top), last = (int) floor (bottom);

  if (first > last)
    {
      psg_raster_blend (self, x, last, width, 1, multiply (colour, (guint32) lround (height * 255)));
      return;
    }

  psg_raster_blend (self, x, first - 1, width, 1, multiply (colour, (guint32) lround ((first - top) * 255)));
  if (colour >> 24 == 255)
    psg_raster_fill (self, x, first, width, last - first, colour);
  else
    psg_raster_blend (self, x, first, width, last - first, colour);
  psg_raster_blend (self, x, last, width, 1, multiply (colour, (guint32) lround ((bottom - last) * 255)));
}

/**
 * psg_raster_copy:
 * @self: where
 * @x: the left edge there
 * @y: the upper edge there
 * @from: what, in its full height
 * @left: its first column
 * @width: how many columns
 *
 * Lays a part of a picture over another.
 */
void
psg_raster_copy (const PsgRaster *self,
                 int              x,
                 int              y,
                 const PsgRaster *from,
                 int              left,
                 int              width)
{
  int at_x = x, at_y = y, height = from->height;

  width = cut (&at_x, MIN (width, from->width - left), self->width);
  height = cut (&at_y, height, self->height);
  left += at_x - x;

  for (int row = 0; row < height; row++)
    {
      guint32 *pixels = self->pixels + (gsize) (at_y + row) * self->stride + at_x;
      const guint32 *source = from->pixels + (gsize) (at_y - y + row) * from->stride + left;

      for (int i = 0; i < width; i++)
        if (source[i] != 0)
          pixels[i] = over (source[i], pixels[i]);
    }
}

/**
 * psg_raster_stretch:
 * @self: where
 * @x: the left edge there
 * @y: the upper edge there
 * @width: how far
 * @from: a picture
 * @column: which of its columns
 *
 * Lays one column of a picture over a rectangle.
 */
void
psg_raster_stretch (const PsgRaster *self,
                    int              x,
                    int              y,
                    int              width,
                    const PsgRaster *from,
                    int              column)
{
  for (int row = 0; row < from->height; row++)
    {
      guint32 colour = from->pixels[(gsize) row * from->stride + column];

      if (colour != 0)
        psg_raster_blend (self, x, y + row, width, 1, colour);
    }
}
