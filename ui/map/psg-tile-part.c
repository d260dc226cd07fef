/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-tile-part.h"

/*
 * A tile's picture, or one of the squares it falls into: below the last zoom level of a
 * map a part of a tile stands for a whole one. It is drawn a trifle larger than it is,
 * which covers the seams that show where tiles meet between two pixels.
 */

/* Pixels, on each side. */
#define OVERLAP 0.5

struct _PsgTilePart
{
  GObject     parent_instance;

  GdkTexture *texture;
  guint       n_parts;  /* each way */
  guint       column;
  guint       row;
};

static void
psg_tile_part_snapshot (GdkPaintable *paintable,
                        GdkSnapshot  *snapshot,
                        double        width,
                        double        height)
{
  PsgTilePart *self = PSG_TILE_PART (paintable);
  graphene_rect_t part = GRAPHENE_RECT_INIT (-OVERLAP, -OVERLAP, width + 2 * OVERLAP, height + 2 * OVERLAP);
  float w = part.size.width, h = part.size.height;
  graphene_rect_t whole = GRAPHENE_RECT_INIT (-OVERLAP - self->column * w, -OVERLAP - self->row * h,
                                              w * self->n_parts, h * self->n_parts);

  if (self->n_parts > 1)
    gtk_snapshot_push_clip (snapshot, &part);
  gtk_snapshot_append_texture (snapshot, self->texture, &whole);
  if (self->n_parts > 1)
    gtk_snapshot_pop (snapshot);
}

static GdkPaintableFlags
psg_tile_part_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE | GDK_PAINTABLE_STATIC_CONTENTS;
}

static void
psg_tile_part_init_paintable (GdkPaintableInterface *iface)
{
  iface->snapshot = psg_tile_part_snapshot;
  iface->get_flags = psg_tile_part_get_flags;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgTilePart, psg_tile_part, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, psg_tile_part_init_paintable))

static void
psg_tile_part_finalize (GObject *object)
{
  PsgTilePart *self = PSG_TILE_PART (object);

  g_clear_object (&self->texture);

  G_OBJECT_CLASS (psg_tile_part_parent_class)->finalize (object);
}

static void
psg_tile_part_class_init (PsgTilePartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = psg_tile_part_finalize;
}

static void
psg_tile_part_init (PsgTilePart *self)
{
}

/**
 * psg_tile_part_new:
 * @texture: a tile's picture
 * @n_parts: into how many squares it falls, each way; 1 for the whole picture
 * @column: which of them, from the left
 * @row: which of them, from above
 *
 * Returns: (transfer full): the part as a picture
 */
GdkPaintable *
psg_tile_part_new (GdkTexture *texture,
                   guint       n_parts,
                   guint       column,
                   guint       row)
{
  PsgTilePart *self;

  g_return_val_if_fail (GDK_IS_TEXTURE (texture), NULL);
  g_return_val_if_fail (column < n_parts && row < n_parts, NULL);

  self = g_object_new (PSG_TYPE_TILE_PART, NULL);
  self->texture = g_object_ref (texture);
  self->n_parts = n_parts;
  self->column = column;
  self->row = row;

  return GDK_PAINTABLE (self);
}
