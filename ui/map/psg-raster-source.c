/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-raster-source.h"

#include "psg-tile-part.h"

/*
 * Gives libshumate the tiles of a map in images. They come from files and servers nobody
 * vouches for: how large a picture is, is looked at before it is decoded, which happens in
 * two threads of their own. Whatever is wrong with a tile, it stays empty and shows what
 * lies below. One whose request is cancelled is never reported as filled, not
 * even when it was finished: libshumate 1.4 has freed it by then.
 */

/* As the offline map's: layers of different sizes are drawn at the wrong scale by libshumate 1.0. */
#define TILE_SIZE 256
#define N_THREADS 2
/* How many levels beyond its last one a map is enlarged. */
#define MAX_ENLARGED 6
/* How many levels further out a tile may be that is still shown while a nearer one loads. */
#define MAX_STAND_IN 3
/* Far more than are in view: a long journey begins anew. */
#define MAX_KNOWN 20000

struct _PsgRasterSource
{
  ShumateMapSource parent_instance;

  PsgTileSource   *tiles;      /* NULL when it is closed */
  GPtrArray       *requests;   /* GCancellable * of each tile that is being filled */
  GHashTable      *known;      /* gint64: a tile's number → GINT_TO_POINTER: whether it hides what lies below */
};

/* A picture of a tile, and whether nothing can be seen through it. */
typedef struct
{
  GdkTexture *texture;
  gboolean    opaque;
} Picture;

/* Filling one tile: what the task carries. */
typedef struct
{
  ShumateTile  *tile;
  GCancellable *cancellable;
  guint         enlarged;      /* levels between the tile and the one it is cut from */
} Fill;

enum
{
  SIGNAL_FILLED,
  SIGNAL_DAMAGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgRasterSource, psg_raster_source, SHUMATE_TYPE_MAP_SOURCE)

static void
fill_free (Fill *fill)
{
  g_object_unref (fill->tile);
  g_object_unref (fill->cancellable);
  g_free (fill);
}

static void
picture_free (Picture *picture)
{
  g_object_unref (picture->texture);
  g_free (picture);
}

/* One number for each tile there can be: columns and rows have up to %PSG_TILE_MAX_ZOOM bits. */
static gint64
get_number (guint zoom,
            guint x,
            guint y)
{
  return (gint64) zoom << 56 | (gint64) x << 28 | y;
}

static void
remember (PsgRasterSource *self,
          ShumateTile     *tile,
          gboolean         opaque)
{
  gint64 number = get_number (shumate_tile_get_zoom_level (tile), shumate_tile_get_x (tile),
                              shumate_tile_get_y (tile));

  if (g_hash_table_size (self->known) >= MAX_KNOWN)
    g_hash_table_remove_all (self->known);
  g_hash_table_insert (self->known, g_memdup2 (&number, sizeof number), GINT_TO_POINTER (opaque));
  g_signal_emit (self, signals[SIGNAL_FILLED], 0);
}

static void
end_request (GTask *task)
{
  PsgRasterSource *self = g_task_get_source_object (task);
  const Fill *fill = g_task_get_task_data (task);

  g_ptr_array_remove_fast (self->requests, fill->cancellable);
}

/* A tile that is cancelled is no longer ours to touch; another is done, with nothing on it:
 * were it left waiting, libshumate would keep the tiles of every other level below it. */
static void
fail (GTask  *task,
      GError *error)
{
  const Fill *fill = g_task_get_task_data (task);

  if (!g_cancellable_is_cancelled (fill->cancellable))
    {
      shumate_tile_set_state (fill->tile, SHUMATE_STATE_DONE);
      remember (g_task_get_source_object (task), fill->tile, FALSE);
      if (!g_error_matches (error, PSG_TILE_ERROR, PSG_TILE_ERROR_NOT_FOUND))
        g_signal_emit (g_task_get_source_object (task), signals[SIGNAL_DAMAGED], 0, error);
    }
  end_request (task);
  g_task_return_error (task, error);
}

static void
show (GTask         *task,
      const Picture *picture)
{
  const Fill *fill = g_task_get_task_data (task);
  guint n_parts = 1u << fill->enlarged;
  g_autoptr (GdkPaintable) part = psg_tile_part_new (picture->texture, n_parts,
                                                     shumate_tile_get_x (fill->tile) % n_parts,
                                                     shumate_tile_get_y (fill->tile) % n_parts);

  shumate_tile_set_paintable (fill->tile, part);
  shumate_tile_set_fade_in (fill->tile, FALSE);
  shumate_tile_set_state (fill->tile, SHUMATE_STATE_DONE);
  remember (g_task_get_source_object (task), fill->tile, picture->opaque);
  end_request (task);
  g_task_return_boolean (task, TRUE);
}

/* A texture does not say what it is made of. */
static gboolean
is_opaque (GdkTexture *texture)
{
  gsize n = (gsize) gdk_texture_get_width (texture) * gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, n);

  gdk_texture_download (texture, (guchar *) pixels, gdk_texture_get_width (texture) * sizeof *pixels);
  for (gsize i = 0; i < n; i++)
    {
      if (pixels[i] >> 24 != 0xff)
        return FALSE;
    }

  return TRUE;
}

static Picture *
decode (GBytes  *bytes,
        GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  GdkTexture *texture;
  Picture *picture;

  if (!psg_tile_image_check (data, size, error))
    return NULL;

  texture = gdk_texture_new_from_bytes (bytes, error);
  if (texture == NULL)
    return NULL;

  picture = g_new (Picture, 1);
  *picture = (Picture) { texture, is_opaque (texture) };

  return picture;
}

static void
work (gpointer data,
      gpointer user_data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  Picture *picture;

  if (g_task_return_error_if_cancelled (task))
    return;

  picture = decode (g_task_get_task_data (task), &error);
  if (picture != NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify) picture_free);
  else
    g_task_return_error (task, error);
}

static GThreadPool *
get_pool (void)
{
  static GThreadPool *pool;

  if (g_once_init_enter (&pool))
    g_once_init_leave (&pool, g_thread_pool_new (work, NULL, N_THREADS, FALSE, NULL));

  return pool;
}

static void
decoded_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  const Fill *fill = g_task_get_task_data (task);
  GError *error = NULL;
  Picture *picture = g_task_propagate_pointer (G_TASK (result), &error);

  if (picture != NULL && g_cancellable_set_error_if_cancelled (fill->cancellable, &error))
    g_clear_pointer (&picture, picture_free);

  if (picture != NULL)
    show (task, picture);
  else
    fail (task, error);
  g_clear_pointer (&picture, picture_free);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  const Fill *fill = g_task_get_task_data (task);
  GError *error = NULL;
  GBytes *bytes = psg_tile_source_load_finish (PSG_TILE_SOURCE (object), result, &error);
  GTask *decoding;

  if (bytes == NULL)
    {
      fail (task, error);
      g_object_unref (task);
      return;
    }

  decoding = g_task_new (g_task_get_source_object (task), fill->cancellable, decoded_cb, task);
  g_task_set_task_data (decoding, bytes, (GDestroyNotify) g_bytes_unref);
  g_thread_pool_push (get_pool (), decoding, NULL);
}

static Fill *
begin_request (PsgRasterSource *self,
               ShumateTile     *tile,
               GCancellable    *cancellable)
{
  Fill *fill = g_new0 (Fill, 1);

  fill->tile = g_object_ref (tile);
  fill->cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  g_ptr_array_add (self->requests, g_object_ref (fill->cancellable));

  return fill;
}

/* Sets what the tile is cut from; there may be no such tile. */
static gboolean
find_original (PsgRasterSource *self,
               ShumateTile     *tile,
               Fill            *fill,
               guint           *zoom,
               guint           *x,
               guint           *y)
{
  const PsgTileInfo *info = self->tiles != NULL ? psg_tile_source_get_info (self->tiles) : NULL;

  if (info == NULL || shumate_tile_get_zoom_level (tile) > info->max_zoom + MAX_ENLARGED)
    return FALSE;

  *zoom = MIN (shumate_tile_get_zoom_level (tile), info->max_zoom);
  fill->enlarged = shumate_tile_get_zoom_level (tile) - *zoom;
  *x = shumate_tile_get_x (tile) >> fill->enlarged;
  *y = shumate_tile_get_y (tile) >> fill->enlarged;

  return psg_tile_info_covers (info, *zoom, *x, *y);
}

static void
psg_raster_source_fill_tile_async (ShumateMapSource   *source,
                                   ShumateTile        *tile,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  PsgRasterSource *self = PSG_RASTER_SOURCE (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Fill *fill = begin_request (self, tile, cancellable);
  guint zoom, x, y;

  g_task_set_source_tag (task, psg_raster_source_fill_tile_async);
  g_task_set_task_data (task, fill, (GDestroyNotify) fill_free);
  if (!find_original (self, tile, fill, &zoom, &x, &y))
    {
      fail (task, g_error_new_literal (PSG_TILE_ERROR, PSG_TILE_ERROR_NOT_FOUND, "there is no such tile"));
      g_object_unref (task);
      return;
    }

  shumate_tile_set_state (tile, SHUMATE_STATE_LOADING);
  psg_tile_source_load_async (self->tiles, zoom, x, y, fill->cancellable, loaded_cb, task);
}

static gboolean
psg_raster_source_fill_tile_finish (ShumateMapSource *source,
                                    GAsyncResult     *result,
                                    GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
psg_raster_source_finalize (GObject *object)
{
  PsgRasterSource *self = PSG_RASTER_SOURCE (object);

  g_clear_object (&self->tiles);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);

  G_OBJECT_CLASS (psg_raster_source_parent_class)->finalize (object);
}

static void
psg_raster_source_class_init (PsgRasterSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  object_class->finalize = psg_raster_source_finalize;
  source_class->fill_tile_async = psg_raster_source_fill_tile_async;
  source_class->fill_tile_finish = psg_raster_source_fill_tile_finish;

  signals[SIGNAL_FILLED] = g_signal_new ("filled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DAMAGED] = g_signal_new ("damaged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
psg_raster_source_init (PsgRasterSource *self)
{
  self->requests = g_ptr_array_new_with_free_func (g_object_unref);
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * psg_raster_source_new:
 * @tiles: where they come from
 *
 * Returns: (transfer full): the source
 */
ShumateMapSource *
psg_raster_source_new (PsgTileSource *tiles)
{
  const PsgTileInfo *info;
  PsgRasterSource *self;

  g_return_val_if_fail (PSG_IS_TILE_SOURCE (tiles), NULL);

  info = psg_tile_source_get_info (tiles);
  self = g_object_new (PSG_TYPE_RASTER_SOURCE,
                       "id", info->id,
                       "name", info->name,
                       "license", info->attribution,
                       "min-zoom-level", info->min_zoom,
                       "max-zoom-level", info->max_zoom,
                       "tile-size", TILE_SIZE,
                       "projection", SHUMATE_MAP_PROJECTION_MERCATOR,
                       NULL);
  self->tiles = g_object_ref (tiles);

  return SHUMATE_MAP_SOURCE (self);
}

/**
 * psg_raster_source_close:
 * @self: a source whose layer is taken from the map
 *
 * Drops every request, which libshumate does not when a layer goes, and where tiles came from,
 * which a layer of libshumate 1.4 may outlive. What is asked for from now on is not there.
 */
void
psg_raster_source_close (PsgRasterSource *self)
{
  g_autoptr (GPtrArray) requests = NULL;

  g_return_if_fail (PSG_IS_RASTER_SOURCE (self));

  requests = g_ptr_array_copy (self->requests, (GCopyFunc) g_object_ref, NULL);
  for (guint i = 0; i < requests->len; i++)
    g_cancellable_cancel (g_ptr_array_index (requests, i));
  g_clear_object (&self->tiles);
}

/**
 * psg_raster_source_get_busy:
 * @self: a source
 *
 * Returns: how many tiles are being filled
 */
guint
psg_raster_source_get_busy (PsgRasterSource *self)
{
  g_return_val_if_fail (PSG_IS_RASTER_SOURCE (self), 0);

  return self->requests->len;
}

/**
 * psg_raster_source_hides:
 * @self: a source
 * @x: a place, in worlds (0 to 1)
 * @y: the same
 * @zoom: the zoom level that is shown
 *
 * Returns: whether its tile there hides what lies below: it has come, and nothing can be seen
 *   through it
 */
gboolean
psg_raster_source_hides (PsgRasterSource *self,
                         double           x,
                         double           y,
                         double           zoom)
{
  guint level = CLAMP (zoom, 0, PSG_TILE_MAX_ZOOM);

  g_return_val_if_fail (PSG_IS_RASTER_SOURCE (self), FALSE);

  if (!(x >= 0 && x < 1 && y >= 0 && y < 1))
    return FALSE;

  /* Until a tile has come, or it is known that there is none, one from further out stands in. */
  for (guint i = 0; i <= MIN (level, MAX_STAND_IN); i++)
    {
      guint n_tiles = 1u << (level - i);
      gint64 number = get_number (level - i, x * n_tiles, y * n_tiles);
      gpointer opaque;

      if (g_hash_table_lookup_extended (self->known, &number, NULL, &opaque))
        return GPOINTER_TO_INT (opaque);
    }

  return FALSE;
}
