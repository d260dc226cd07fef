/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-tile.h"

/*
 * The picture of one tile, a little larger than the tile: what bleeds over its
 * edges covers the seams that show where tiles meet between two pixels.
 */

#if G_BYTE_ORDER == G_LITTLE_ENDIAN
#define TILE_FORMAT GDK_MEMORY_R8G8B8A8_PREMULTIPLIED
#else
#define TILE_FORMAT GDK_MEMORY_DEFAULT
#endif

struct _PsgMapTile
{
  GObject     parent_instance;

  GdkTexture *texture;
  double      bleed;   /* on each side, as a part of the tile's width */
};

static void
psg_map_tile_snapshot (GdkPaintable *paintable,
                       GdkSnapshot  *snapshot,
                       double        width,
                       double        height)
{
  PsgMapTile *self = PSG_MAP_TILE (paintable);
  float x = self->bleed * width, y = self->bleed * height;

  gtk_snapshot_append_texture (GTK_SNAPSHOT (snapshot), self->texture,
                               &GRAPHENE_RECT_INIT (-x, -y, width + 2 * x, height + 2 * y));
}

static GdkPaintableFlags
psg_map_tile_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE | GDK_PAINTABLE_STATIC_CONTENTS;
}

static void
psg_map_tile_init_paintable (GdkPaintableInterface *iface)
{
  iface->snapshot = psg_map_tile_snapshot;
  iface->get_flags = psg_map_tile_get_flags;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgMapTile, psg_map_tile, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, psg_map_tile_init_paintable))

static void
psg_map_tile_finalize (GObject *object)
{
  PsgMapTile *self = PSG_MAP_TILE (object);

  g_clear_object (&self->texture);

  G_OBJECT_CLASS (psg_map_tile_parent_class)->finalize (object);
}

static void
psg_map_tile_class_init (PsgMapTileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = psg_map_tile_finalize;
}

static void
psg_map_tile_init (PsgMapTile *self)
{
}

/* Red and blue, to the order in which OpenGL keeps textures: if the driver had to do it, each
 * tile would hold up the frame it first appears in. */
static void
swap_channels (guint8 *pixels,
               int     width,
               int     height,
               int     stride)
{
  for (int y = 0; y < height; y++)
    {
      guint8 *row = pixels + (gsize) y * stride;

      for (int x = 0; x < 4 * width; x += 4)
        {
          guint8 first = row[x];

          row[x] = row[x + 2];
          row[x + 2] = first;
        }
    }
}

/**
 * psg_map_tile_new:
 * @surface: (transfer full): an ARGB32 image of the tile with its bleed
 * @bleed: how wide the bleed is on each side, as a part of the tile's width
 *
 * May be called in any thread; not meant for the one that draws frames.
 *
 * Returns: (transfer full): the tile's picture
 */
GdkPaintable *
psg_map_tile_new (cairo_surface_t *surface,
                  double           bleed)
{
  PsgMapTile *self = g_object_new (PSG_TYPE_MAP_TILE, NULL);
  g_autoptr (GBytes) bytes = NULL;
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);

  guint8 *pixels;

  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  if (TILE_FORMAT != GDK_MEMORY_DEFAULT)
    swap_channels (pixels, width, height, stride);
  bytes = g_bytes_new_with_free_func (pixels, (gsize) stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  self->texture = gdk_memory_texture_new (width, height, TILE_FORMAT, bytes, stride);
  self->bleed = bleed;

  return GDK_PAINTABLE (self);
}
