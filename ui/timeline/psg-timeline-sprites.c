/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-sprites.h"

#include <math.h>

#include "psg-timeline-draw.h"

/*
 * A mark's picture depends on its lane, shape, doubts, size, and where between two
 * pixels it begins. Sizes and places go by quarters of a device pixel: finer is not
 * seen, and few pictures serve a whole sweep. Bars too wide for a picture are put
 * together from two ends and a column in between.
 */

/* Parts of a device pixel that are told apart. */
#define PHASES 4
/* Bars up to this width, in pixels, have a picture of their own; from here on a bar's
 * fill no longer changes with its width. */
#define NARROW 96
/* How much of a wide bar's picture is its end. */
#define END 12
/* More than most views show; when there are as many the cache begins anew. */
#define MAX_SPRITES 1500

typedef struct
{
  guint16 flags;
  guint8 lane;
  guint8 kind;
  guint16 width;  /* of a bar, in phases; 0: a dot */
  guint16 height; /* in phases */
  guint8 phase_x;
  guint8 phase_y;
} Key;

typedef struct
{
  Key key;
  cairo_surface_t *surface;
  PsgRaster raster;
} Sprite;

struct _PsgTimelineSprites
{
  PsgTimelineStyle style;
  GHashTable *sprites;
  int scale;
};

/* Around the mark itself: its outline. In pixels. */
#define MARGIN 2

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;
  guint hash = key->flags;

  hash = hash * 31 + key->lane;
  hash = hash * 31 + key->width;
  hash = hash * 31 + key->height;

  return hash * 31 + (key->kind << 4 | key->phase_x << 2 | key->phase_y);
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *first = a, *second = b;

  return first->flags == second->flags && first->lane == second->lane && first->kind == second->kind &&
         first->width == second->width && first->height == second->height &&
         first->phase_x == second->phase_x && first->phase_y == second->phase_y;
}

static void
sprite_free (gpointer data)
{
  Sprite *sprite = data;

  cairo_surface_destroy (sprite->surface);
  g_free (sprite);
}

PsgTimelineSprites *
psg_timeline_sprites_new (const PsgTimelineStyle *style,
                          int                     scale)
{
  PsgTimelineSprites *self = g_new0 (PsgTimelineSprites, 1);

  self->style = *style;
  self->scale = scale;
  self->sprites = g_hash_table_new_full (hash_key, equal_keys, NULL, sprite_free);

  return self;
}

void
psg_timeline_sprites_free (PsgTimelineSprites *self)
{
  g_hash_table_unref (self->sprites);
  g_free (self);
}

static Sprite *
make_sprite (PsgTimelineSprites *self,
             const Key          *key)
{
  Sprite *sprite = g_new0 (Sprite, 1);
  double unit = 1.0 / (PHASES * self->scale);
  double width = key->width * unit, height = key->height * unit;
  PsgTimelineMark mark = {
    .start = (float) (MARGIN + key->phase_x * unit + (key->width == 0 ? height / 2 : 0)),
    .y = (float) (MARGIN + key->phase_y * unit + height / 2),
    .height = (float) height,
    .flags = key->flags,
    .kind = key->kind,
  };
  double room = (key->width == 0 ? height : width) + 2 * MARGIN + 1;
  cairo_t *cr;

  mark.end = mark.start + (float) width;
  sprite->key = *key;
  sprite->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (room * self->scale),
                                                (int) ceil ((height + 2 * MARGIN + 1) * self->scale));
  cairo_surface_set_device_scale (sprite->surface, self->scale, self->scale);
  cr = cairo_create (sprite->surface);
  psg_timeline_draw_mark (cr, &self->style, &mark, &self->style.lanes[key->lane], 1e6);
  cairo_destroy (cr);
  cairo_surface_flush (sprite->surface);
  sprite->raster = psg_raster_from_surface (sprite->surface);

  if (g_hash_table_size (self->sprites) >= MAX_SPRITES)
    g_hash_table_remove_all (self->sprites);
  g_hash_table_insert (self->sprites, &sprite->key, sprite);

  return sprite;
}

static const PsgRaster *
get_sprite (PsgTimelineSprites *self,
            const Key          *key)
{
  Sprite *sprite = g_hash_table_lookup (self->sprites, key);

  if (sprite == NULL)
    sprite = make_sprite (self, key);

  return &sprite->raster;
}

/* From pixels to the device pixel, and how far behind it. */
static int
split (PsgTimelineSprites *self,
       double              at,
       guint8             *phase)
{
  int phases = (int) lround (at * self->scale * PHASES);
  int pixel = (int) floor (phases / (double) PHASES);

  *phase = (guint8) (phases - pixel * PHASES);

  return pixel;
}

static void
draw_narrow (PsgTimelineSprites    *self,
             const PsgRaster       *raster,
             const PsgTimelineMark *mark,
             Key                   *key)
{
  int margin = MARGIN * self->scale, x, y;
  float left, right;
  const PsgRaster *sprite;

  psg_timeline_mark_get_extents (mark, &left, &right);
  x = split (self, left, &key->phase_x);
  y = split (self, mark->y - mark->height / 2, &key->phase_y);
  sprite = get_sprite (self, key);
  psg_raster_copy (raster, x - margin, y - margin, sprite, 0, sprite->width);
}

/* The picture is of a bar that begins and ends where this one does between pixels. */
static void
draw_wide (PsgTimelineSprites    *self,
           const PsgRaster       *raster,
           const PsgTimelineMark *mark,
           Key                   *key)
{
  double view = raster->width / (double) self->scale;
  double left = CLAMP (mark->start, -2 * NARROW, view + NARROW);
  double right = CLAMP (mark->end, left, view + 2 * NARROW);
  int margin = MARGIN * self->scale, end = END * self->scale, from, to, y;
  guint8 phase;
  const PsgRaster *sprite;

  from = split (self, left, &key->phase_x);
  to = split (self, right, &phase);
  y = split (self, mark->y - mark->height / 2, &key->phase_y) - margin;
  key->width = (guint16) (NARROW * self->scale * PHASES + phase - key->phase_x);
  sprite = get_sprite (self, key);

  psg_raster_copy (raster, from - margin, y, sprite, 0, margin + end);
  psg_raster_stretch (raster, from + end, y, to - from - 2 * end, sprite, margin + end);
  psg_raster_copy (raster, to - end, y, sprite, margin + NARROW * self->scale - end, sprite->width);
}

/* What is drawn over a bar's whole width cannot be put together from parts. */
static gboolean
is_plain (const PsgTimelineMark *mark)
{
  const guint doubts = PSG_EVENT_APPROXIMATE | PSG_EVENT_UNCERTAIN | PSG_EVENT_OPEN_START | PSG_EVENT_OPEN_END |
                       PSG_EVENT_UNKNOWN_START | PSG_EVENT_UNKNOWN_END | PSG_EVENT_OWN;

  return mark->kind == PSG_MARK_RANGE && (mark->flags & doubts) == 0;
}

gboolean
psg_timeline_sprites_draw (PsgTimelineSprites    *self,
                           const PsgRaster       *raster,
                           const PsgTimelineMark *mark,
                           guint                  lane)
{
  double width = mark->end - mark->start;
  Key key = {
    .flags = mark->flags & (0xff | PSG_EVENT_OWN) & ~(PSG_EVENT_RANGE | PSG_EVENT_HAS_TIME),
    .lane = (guint8) lane,
    .kind = mark->kind,
    .height = (guint16) lround (mark->height * self->scale * PHASES),
  };

  if (mark->kind == PSG_MARK_POINT)
    {
      /* With a tail over its day it is as wide as the day. */
      if (width > mark->height)
        return FALSE;
      draw_narrow (self, raster, mark, &key);
      return TRUE;
    }

  if (width <= NARROW)
    {
      /* Of longer bars a part of a pixel more or less is not seen. */
      key.width = (guint16) (width <= END ? lround (width * self->scale * PHASES)
                                          : lround (width * self->scale) * PHASES);
      draw_narrow (self, raster, mark, &key);
      return TRUE;
    }

  if (!is_plain (mark))
    return FALSE;

  draw_wide (self, raster, mark, &key);

  return TRUE;
}
