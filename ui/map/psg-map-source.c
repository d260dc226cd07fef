/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-source.h"

#include <math.h>

#include "psg-basemap-draw.h"
#include "psg-map-tile.h"
#include "psg-region-map.h"
#include "psg-tile-source.h"

/*
 * Gives libshumate the tiles of the offline map, drawn on demand in two threads
 * of their own. Those that are finished together appear a few at a time, as each one costs the
 * frame it first appears in. A tile whose request is cancelled is never reported as filled, not
 * even when it was finished: libshumate 1.4 has freed it by then.
 */

#define TILE_SIZE 256
#define N_THREADS 2
/* How many tiles appear at once, and after how long, in milliseconds, the next may. */
#define N_AT_ONCE 3
#define PAUSE 8
/* A tile is shown at one to two times its size: lines are drawn for the middle. */
#define ZOOM_SHOWN 0.5
#define PEN_SHOWN 0.75
/* Pixels of the screen that a tile reaches over its neighbours. */
#define BLEED 1.0

struct _PsgMapSource
{
  ShumateMapSource parent_instance;

  PsgBasemap      *basemap;
  PsgScheme        scheme;
  double           resolution;   /* pixels of a tile's picture for one of the map's */
  GQueue           drawn;        /* Drawn: what is to appear yet */
  guint            pause;        /* source: until more may */
};

typedef struct
{
  PsgBasemap *basemap;
  PsgScheme   scheme;
  double      resolution;
  guint       x;
  guint       y;
  guint       zoom;
} Job;

typedef struct
{
  GTask        *fill;      /* holds the source, and the tile */
  GdkPaintable *picture;
} Drawn;

G_DEFINE_FINAL_TYPE (PsgMapSource, psg_map_source, SHUMATE_TYPE_MAP_SOURCE)

static Job *
job_new (PsgMapSource *self,
         ShumateTile  *tile)
{
  Job *job = g_new0 (Job, 1);

  job->basemap = psg_basemap_ref (self->basemap);
  job->scheme = self->scheme;
  job->resolution = self->resolution;
  job->x = shumate_tile_get_x (tile);
  job->y = shumate_tile_get_y (tile);
  job->zoom = shumate_tile_get_zoom_level (tile);

  return job;
}

static void
job_free (Job *job)
{
  psg_basemap_unref (job->basemap);
  g_free (job);
}

static void
work (gpointer data,
      gpointer user_data)
{
  g_autoptr (GTask) task = data;
  const Job *job = g_task_get_task_data (task);

  /* A long drag leaves many requests behind that nobody waits for. */
  if (g_task_return_error_if_cancelled (task))
    return;

  g_task_return_pointer (task,
                         psg_map_source_draw_tile (job->basemap, job->scheme, job->resolution,
                                                   job->x, job->y, job->zoom),
                         g_object_unref);
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
show (Drawn *drawn)
{
  g_autoptr (GTask) fill = drawn->fill;
  g_autoptr (GdkPaintable) picture = drawn->picture;
  ShumateTile *tile = g_task_get_task_data (fill);

  g_free (drawn);
  if (g_task_return_error_if_cancelled (fill))
    return;

  shumate_tile_set_paintable (tile, picture);
  shumate_tile_set_fade_in (tile, FALSE);
  shumate_tile_set_state (tile, SHUMATE_STATE_DONE);
  g_task_return_boolean (fill, TRUE);
}

static gboolean
show_some_cb (gpointer user_data)
{
  /* The last request may hold the last reference. */
  g_autoptr (PsgMapSource) self = g_object_ref (user_data);

  if (g_queue_is_empty (&self->drawn))
    {
      self->pause = 0;
      return G_SOURCE_REMOVE;
    }

  for (guint i = 0; i < N_AT_ONCE && !g_queue_is_empty (&self->drawn); i++)
    show (g_queue_pop_head (&self->drawn));

  return G_SOURCE_CONTINUE;
}

static void
tile_drawn_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  PsgMapSource *self = PSG_MAP_SOURCE (object);
  g_autoptr (GTask) fill = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPaintable) picture = g_task_propagate_pointer (G_TASK (result), &error);
  Drawn *drawn;

  if (picture == NULL)
    {
      g_task_return_error (fill, g_steal_pointer (&error));
      return;
    }

  drawn = g_new (Drawn, 1);
  drawn->fill = g_steal_pointer (&fill);
  drawn->picture = g_steal_pointer (&picture);
  g_queue_push_tail (&self->drawn, drawn);
  if (self->pause == 0)
    {
      self->pause = g_timeout_add (PAUSE, show_some_cb, self);
      show_some_cb (self);
    }
}

static void
psg_map_source_fill_tile_async (ShumateMapSource   *source,
                                ShumateTile        *tile,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  PsgMapSource *self = PSG_MAP_SOURCE (source);
  GTask *fill = g_task_new (self, cancellable, callback, user_data);
  GTask *drawing = g_task_new (self, cancellable, tile_drawn_cb, fill);

  g_task_set_source_tag (fill, psg_map_source_fill_tile_async);
  g_task_set_task_data (fill, g_object_ref (tile), g_object_unref);
  g_task_set_task_data (drawing, job_new (self, tile), (GDestroyNotify) job_free);
  shumate_tile_set_state (tile, SHUMATE_STATE_LOADING);
  g_thread_pool_push (get_pool (), drawing, NULL);
}

static gboolean
psg_map_source_fill_tile_finish (ShumateMapSource *source,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
psg_map_source_finalize (GObject *object)
{
  PsgMapSource *self = PSG_MAP_SOURCE (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->basemap, psg_basemap_unref);

  G_OBJECT_CLASS (psg_map_source_parent_class)->finalize (object);
}

static void
psg_map_source_class_init (PsgMapSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  object_class->finalize = psg_map_source_finalize;
  source_class->fill_tile_async = psg_map_source_fill_tile_async;
  source_class->fill_tile_finish = psg_map_source_fill_tile_finish;
}

static void
psg_map_source_init (PsgMapSource *self)
{
}

/**
 * psg_map_source_new:
 * @basemap: what to draw
 * @scheme: in which colours
 * @resolution: how many pixels to draw for one of the map's
 *
 * Its id tells look and resolution, as libshumate keeps tiles by their source's id.
 *
 * Returns: (transfer full): the source
 */
ShumateMapSource *
psg_map_source_new (PsgBasemap *basemap,
                    PsgScheme   scheme,
                    double      resolution)
{
  g_autofree char *id = g_strdup_printf ("passages-offline-%d-%g", scheme, resolution);
  PsgMapSource *self;

  g_return_val_if_fail (basemap != NULL, NULL);
  g_return_val_if_fail (resolution > 0, NULL);

  self = g_object_new (PSG_TYPE_MAP_SOURCE,
                       "id", id,
                       "name", "Offline",
                       "license", PSG_REGION_MAP_CREDITS,
                       "min-zoom-level", (guint) PSG_MAP_MIN_ZOOM,
                       /* Where other maps lie over it one may go as far in as they do; libshumate
                        * goes no further than its reference source. */
                       "max-zoom-level", PSG_TILE_MAX_ZOOM,
                       "tile-size", TILE_SIZE,
                       "projection", SHUMATE_MAP_PROJECTION_MERCATOR,
                       NULL);
  self->basemap = psg_basemap_ref (basemap);
  self->scheme = scheme;
  self->resolution = resolution;

  return SHUMATE_MAP_SOURCE (self);
}

/**
 * psg_map_source_draw_tile:
 * @basemap: what to draw
 * @scheme: in which colours
 * @resolution: how many pixels to draw for one of the map's
 * @x: the tile's column
 * @y: its row
 * @zoom: its zoom level
 *
 * May be called in any thread.
 *
 * Returns: (transfer full): the tile's picture
 */
GdkPaintable *
psg_map_source_draw_tile (PsgBasemap *basemap,
                          PsgScheme   scheme,
                          double      resolution,
                          guint       x,
                          guint       y,
                          guint       zoom)
{
  double size = round (TILE_SIZE * resolution);
  double bleed = ceil (BLEED * resolution);
  double n_tiles = exp2 (zoom);
  PsgBasemapFrame frame = { .zoom = zoom + ZOOM_SHOWN, .pen = PEN_SHOWN * resolution };
  cairo_surface_t *surface;
  cairo_t *cr;

  frame.scale = size * n_tiles;
  frame.x = x / n_tiles - bleed / frame.scale;
  frame.y = y / n_tiles - bleed / frame.scale;
  frame.width = frame.height = size + 2 * bleed;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, frame.width, frame.height);
  cr = cairo_create (surface);
  psg_basemap_draw (basemap, cr, &frame, psg_basemap_style_get (scheme));
  cairo_destroy (cr);

  return psg_map_tile_new (surface, bleed / size);
}
