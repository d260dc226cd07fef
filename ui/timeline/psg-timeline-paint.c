/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-paint.h"

#include <math.h>

#include "psg-time-ticks.h"
#include "psg-timeline-draw.h"

/*
 * The lanes painted into an opaque image, for the screen, where every frame counts:
 * what psg-timeline-draw.c draws from the same arrays with cairo alone, for paper, is
 * here put together from pixels, pictures of marks and pictures of words. A test holds
 * the two against each other.
 */

#define TINT 0.035
#define GRID_MAJOR 0.13
#define GRID_MINOR 0.16
/* Of a minor line, so many pixels in so many are drawn. */
#define DASH 1.5
#define PERIOD 6
#define DENSITY 0.85

void
psg_timeline_get_ground (const PsgTimelineStyle *style,
                         guint                   i,
                         GdkRGBA                *colour)
{
  double tint = i % 2 == 0 ? TINT * style->fg.alpha : 0;

  colour->red = (float) (style->bg.red + (style->fg.red - style->bg.red) * tint);
  colour->green = (float) (style->bg.green + (style->fg.green - style->bg.green) * tint);
  colour->blue = (float) (style->bg.blue + (style->fg.blue - style->bg.blue) * tint);
  colour->alpha = 1;
}

static void
paint_ground (const PsgTimelinePicture *self,
              const PsgRaster          *raster)
{
  for (guint i = 0; i < self->n_lanes; i++)
    {
      GdkRGBA colour;

      psg_timeline_get_ground (self->style, i, &colour);
      psg_raster_fill (raster, 0, (int) self->lanes[i].y * self->scale, raster->width,
                       (int) self->lanes[i].height * self->scale, psg_raster_pack (&colour, 1));
    }
}

static void
paint_grid (const PsgTimelinePicture *self,
            const PsgRaster          *raster)
{
  guint32 major = psg_raster_pack (&self->style->fg, GRID_MAJOR);
  guint32 minor = psg_raster_pack (&self->style->fg, GRID_MINOR);
  int scale = self->scale;

  for (guint i = 0; i < self->ticks->len; i++)
    {
      const PsgTimeTick *tick = &g_array_index (self->ticks, PsgTimeTick, i);
      int x = (int) floor (tick->x) * scale;

      if (tick->major)
        psg_raster_blend (raster, x, 0, scale, raster->height, major);
      else
        for (int y = 0; y < raster->height; y += PERIOD * scale)
          psg_raster_blend_rows (raster, x, y, scale, DASH * scale, minor);
    }
}

/* A crowd's colour lies over the ground of its lane; both are opaque. */
static guint32
get_density_colour (const PsgTimelinePicture *self,
                    guint                     lane)
{
  GdkRGBA ground;

  psg_timeline_get_ground (self->style, lane, &ground);

  return psg_raster_over (psg_raster_pack (&self->style->lanes[self->lanes[lane].lane], DENSITY),
                          psg_raster_pack (&ground, 1));
}

static void
paint_columns (const PsgTimelinePicture *self,
               const PsgRaster          *raster)
{
  guint n;
  const PsgTimelineColumn *columns = psg_timeline_layout_get_columns (self->layout, &n);
  guint32 colour = 0;

  for (guint i = 0; i < n; i++)
    {
      int left = (int) lroundf (columns[i].x * self->scale);
      int right = (int) lroundf ((columns[i].x + columns[i].width) * self->scale);

      if (i == 0 || columns[i].lane != columns[i - 1].lane)
        colour = get_density_colour (self, columns[i].lane);
      psg_raster_blend_rows (raster, left, columns[i].y * self->scale, right - left, columns[i].height * self->scale,
                             colour);
    }
}

typedef struct
{
  const PsgTimelinePicture *picture;
  cairo_surface_t *surface;
  cairo_t *cr;
  PsgRaster raster;
} Painting;

static void
paint_mark (const Painting        *painting,
            const PsgTimelineMark *mark)
{
  const PsgTimelinePicture *picture = painting->picture;
  guint lane = picture->lanes[mark->lane].lane;

  if (psg_timeline_sprites_draw (picture->sprites, &painting->raster, mark, lane))
    return;

  cairo_surface_mark_dirty (painting->surface);
  psg_timeline_draw_mark (painting->cr, picture->style, mark, &picture->style->lanes[lane], picture->width);
  cairo_surface_flush (painting->surface);
}

/* Soft bars behind, firm bars upon them, dots in front, and what stands out of crowds. */
static void
paint_marks (const Painting *painting)
{
  static const PsgMarkKind order[] = { PSG_MARK_VAGUE, PSG_MARK_RANGE, PSG_MARK_POINT };
  guint n;
  const PsgTimelineMark *marks = psg_timeline_layout_get_marks (painting->picture->layout, &n);

  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; i < n; i++)
      if (marks[i].kind == order[k])
        paint_mark (painting, &marks[i]);

  marks = psg_timeline_layout_get_landmarks (painting->picture->layout, &n);
  for (guint i = 0; i < n; i++)
    paint_mark (painting, &marks[i]);
}

/**
 * psg_timeline_paint:
 * @picture: what to paint
 * @surface: an image surface of 32 bits a pixel with the scale set, all of which is painted
 */
void
psg_timeline_paint (const PsgTimelinePicture *picture,
                    cairo_surface_t          *surface)
{
  Painting painting = { .picture = picture, .surface = surface, .cr = cairo_create (surface) };

  cairo_surface_flush (surface);
  painting.raster = psg_raster_from_surface (surface);

  paint_ground (picture, &painting.raster);
  paint_grid (picture, &painting.raster);
  paint_columns (picture, &painting.raster);
  paint_marks (&painting);
  cairo_surface_mark_dirty (surface);
  psg_timeline_draw_labels (painting.cr, picture->style, picture->layout, picture->events, picture->text);
  cairo_destroy (painting.cr);
}
