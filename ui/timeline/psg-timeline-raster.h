/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PsgRaster:
 * @pixels: premultiplied ARGB, in the machine's byte order, as cairo has it
 * @stride: pixels from one line to the next
 * @width: in pixels
 * @height: in pixels
 *
 * Borrowed pixels of a cairo image surface. Everything drawn is cut to them.
 */
typedef struct
{
  guint32 *pixels;
  int      stride;
  int      width;
  int      height;
} PsgRaster;

PsgRaster psg_raster_from_surface (cairo_surface_t *surface);
guint32   psg_raster_pack         (const GdkRGBA *colour, double alpha);
guint32   psg_raster_over         (guint32 over, guint32 under);
void      psg_raster_fill         (const PsgRaster *self, int x, int y, int width, int height, guint32 colour);
void      psg_raster_blend        (const PsgRaster *self, int x, int y, int width, int height, guint32 colour);
void      psg_raster_blend_rows   (const PsgRaster *self, int x, double top, int width, double height, guint32 colour);
void      psg_raster_copy         (const PsgRaster *self, int x, int y, const PsgRaster *from, int left, int width);
void      psg_raster_stretch      (const PsgRaster *self, int x, int y, int width, const PsgRaster *from, int column);

G_END_DECLS
