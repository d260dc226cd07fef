/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-basemap-draw.h"

#include <math.h>
#include <string.h>

/*
 * Draws a part of the base map with cairo: land, water, roads, borders, no
 * names. It runs in any thread and touches nothing but its arguments. Only
 * vertices that the zoom level needs are used, and what lies outside the frame
 * is cut short before cairo sees it.
 */

/* Where lines may end outside the frame without their caps being seen. */
#define MARGIN 14.0
/* How wide the strip is in which the map fades out towards the edges of its region, as a part
 * of the region. */
#define FADE 0.08
/* Beyond these zoom levels lakes of invented shape, and roads, stop being true. */
#define INVENTED_LAKES_MAX_ZOOM 10.6
#define ROADS_FADE_ZOOM 10.0
#define ROADS_GONE_ZOOM 12.0

typedef enum
{
  OUT_LEFT   = 1 << 0,
  OUT_RIGHT  = 1 << 1,
  OUT_TOP    = 1 << 2,
  OUT_BOTTOM = 1 << 3,
} Outside;

typedef struct
{
  double  x;
  double  y;
  Outside outside;
} Point;

typedef struct
{
  const PsgBasemap      *map;
  cairo_t               *cr;
  const PsgBasemapFrame *frame;
  const PsgBasemapStyle *style;
  double                 k;       /* pixels per world unit */
  double                 tx;
  double                 ty;
  double                 margin;
  guint                  zoom;
  PsgBasemapBounds       bounds;  /* the frame with its margin, in world units */
  /* Of the polygon being drawn: the point last given to cairo, and one held back
   * that may turn out not to be needed. */
  Point                  drawn;
  Point                  pending;
  guint                  n_points;
} Pen;

static void
pen_init (Pen                   *pen,
          const PsgBasemap      *map,
          cairo_t               *cr,
          const PsgBasemapFrame *frame,
          const PsgBasemapStyle *style)
{
  double unit = map->unit;
  double reach = MARGIN * frame->pen * unit / frame->scale;

  *pen = (Pen) { .map = map, .cr = cr, .frame = frame, .style = style };
  pen->k = frame->scale / unit;
  pen->tx = -frame->x * frame->scale;
  pen->ty = -frame->y * frame->scale;
  pen->margin = MARGIN * frame->pen;
  pen->zoom = MAX (0, ceil (frame->zoom + 0.5 * log2 (frame->pen)));
  pen->bounds.x0 = floor (frame->x * unit - reach);
  pen->bounds.y0 = floor (frame->y * unit - reach);
  pen->bounds.x1 = ceil ((frame->x + frame->width / frame->scale) * unit + reach);
  pen->bounds.y1 = ceil ((frame->y + frame->height / frame->scale) * unit + reach);
}

static gboolean
pen_sees (const Pen              *pen,
          const PsgBasemapBounds *bounds)
{
  return bounds->x1 >= pen->bounds.x0 && bounds->x0 <= pen->bounds.x1
         && bounds->y1 >= pen->bounds.y0 && bounds->y0 <= pen->bounds.y1;
}

static gboolean
pen_is_well_within (const Pen              *pen,
                    const PsgBasemapBounds *bounds)
{
  double x = FADE * (bounds->x1 - bounds->x0), y = FADE * (bounds->y1 - bounds->y0);

  return pen->bounds.x0 >= bounds->x0 + x && pen->bounds.x1 <= bounds->x1 - x
         && pen->bounds.y0 >= bounds->y0 + y && pen->bounds.y1 <= bounds->y1 - y;
}

static double
pen_width (const Pen *pen,
           double     zoom0,
           double     width0,
           double     zoom1,
           double     width1)
{
  double t = CLAMP ((pen->frame->zoom - zoom0) / (zoom1 - zoom0), 0.0, 1.0);

  return (width0 + (width1 - width0) * t) * pen->frame->pen;
}

static Point
pen_point (const Pen *pen,
           guint      index)
{
  const PsgBasemapVertex *v = &g_array_index (pen->map->vertices, PsgBasemapVertex, index);
  Point p = { v->x * pen->k + pen->tx, v->y * pen->k + pen->ty, 0 };

  if (p.x < -pen->margin)
    p.outside |= OUT_LEFT;
  else if (p.x > pen->frame->width + pen->margin)
    p.outside |= OUT_RIGHT;
  if (p.y < -pen->margin)
    p.outside |= OUT_TOP;
  else if (p.y > pen->frame->height + pen->margin)
    p.outside |= OUT_BOTTOM;

  return p;
}

static gboolean
pen_needs (const Pen *pen,
           guint      index)
{
  return g_array_index (pen->map->zooms, guint8, index) <= pen->zoom;
}

/* A point of a polygon. One between two others beyond the same edge of the frame
 * changes nothing that is seen and is dropped. */
static void
polygon_add (Pen  *pen,
             Point point)
{
  if (pen->n_points == 0)
    {
      cairo_move_to (pen->cr, point.x, point.y);
      pen->drawn = point;
    }
  else
    {
      if (pen->n_points > 1 && (pen->drawn.outside & pen->pending.outside & point.outside) == 0)
        {
          cairo_line_to (pen->cr, pen->pending.x, pen->pending.y);
          pen->drawn = pen->pending;
        }
      pen->pending = point;
    }

  pen->n_points++;
}

static void
polygon_add_arc (Pen   *pen,
                 gint32 ref)
{
  const PsgBasemapArc *arc = psg_basemap_get_arc (pen->map, ref);
  gboolean backwards = ref < 0;
  gboolean seen = pen_sees (pen, &arc->bounds);

  for (guint i = 0; i < arc->n; i++)
    {
      guint index = arc->first + (backwards ? arc->n - 1 - i : i);

      /* Of an arc out of sight only the ends matter. */
      if (!seen && i != 0 && i != arc->n - 1)
        continue;
      if (pen_needs (pen, index))
        polygon_add (pen, pen_point (pen, index));
    }
}

static void
polygon_close (Pen *pen)
{
  if (pen->n_points > 1)
    cairo_line_to (pen->cr, pen->pending.x, pen->pending.y);
  cairo_close_path (pen->cr);
  pen->n_points = 0;
}

static gboolean
add_ring (Pen                  *pen,
          const PsgBasemapRing *ring)
{
  if (!pen_sees (pen, &ring->bounds))
    return FALSE;

  for (guint i = 0; i < ring->n; i++)
    polygon_add_arc (pen, g_array_index (pen->map->refs, gint32, ring->first + i));
  polygon_close (pen);

  return TRUE;
}

/* A line; stretches wholly outside the frame are left out. */
static gboolean
add_line (Pen   *pen,
          gint32 ref)
{
  const PsgBasemapArc *arc = psg_basemap_get_arc (pen->map, ref);
  Point last = { 0 };
  gboolean have_last = FALSE, down = FALSE, any = FALSE;

  if (!pen_sees (pen, &arc->bounds))
    return FALSE;

  for (guint i = arc->first; i < arc->first + arc->n; i++)
    {
      Point point;

      if (!pen_needs (pen, i))
        continue;

      point = pen_point (pen, i);
      if (have_last && (last.outside & point.outside) == 0)
        {
          if (!down)
            cairo_move_to (pen->cr, last.x, last.y);
          cairo_line_to (pen->cr, point.x, point.y);
          down = any = TRUE;
        }
      else
        down = FALSE;
      last = point;
      have_last = TRUE;
    }

  return any;
}

static gboolean
add_lines (Pen    *pen,
           GArray *lines,
           guint   grade)
{
  gboolean any = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const PsgBasemapLine *line = &g_array_index (lines, PsgBasemapLine, i);

      if (line->grade == grade)
        any |= add_line (pen, line->ref);
    }

  return any;
}

static void
stroke (Pen    *pen,
        guint32 rgba,
        double  alpha,
        double  width)
{
  psg_basemap_style_set_source (pen->cr, rgba, alpha);
  cairo_set_line_width (pen->cr, width);
  cairo_stroke_preserve (pen->cr);
}

static void
fill (Pen    *pen,
      guint32 rgba)
{
  psg_basemap_style_set_source (pen->cr, rgba, 1.0);
  cairo_fill_preserve (pen->cr);
}

/* Land and sea alone, beyond where the map is complete. */
static void
draw_base (Pen *pen)
{
  for (guint i = 0; i < pen->map->base->len; i++)
    {
      if (!add_ring (pen, &g_array_index (pen->map->base, PsgBasemapRing, i)))
        continue;
      fill (pen, pen->style->land);
      stroke (pen, pen->style->border, 0.5, 0.5 * pen->frame->pen);
      cairo_new_path (pen->cr);
    }
}

/* A mask from one edge of the region to the other that fades in and out. */
static cairo_pattern_t *
create_fade (double x0,
             double y0,
             double x1,
             double y1)
{
  cairo_pattern_t *fade = cairo_pattern_create_linear (x0, y0, x1, y1);

  cairo_pattern_add_color_stop_rgba (fade, 0, 0, 0, 0, 0);
  cairo_pattern_add_color_stop_rgba (fade, FADE, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (fade, 1 - FADE, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (fade, 1, 0, 0, 0, 0);

  return fade;
}

/* Lays what was drawn since the last two pushes on the base, fading out towards the edges
 * of the region: rivers must not end as if cut off with a knife. */
static void
pop_faded (Pen *pen)
{
  const PsgBasemapBounds *region = &pen->map->region;
  cairo_pattern_t *across = create_fade (region->x0 * pen->k + pen->tx, 0, region->x1 * pen->k + pen->tx, 0);
  cairo_pattern_t *down = create_fade (0, region->y0 * pen->k + pen->ty, 0, region->y1 * pen->k + pen->ty);

  cairo_pop_group_to_source (pen->cr);
  cairo_mask (pen->cr, across);
  cairo_pop_group_to_source (pen->cr);
  cairo_mask (pen->cr, down);
  cairo_pattern_destroy (across);
  cairo_pattern_destroy (down);
}

static guint32
country_color (const PsgBasemapStyle *style,
               const char            *country)
{
  if (strcmp (country, "LT") == 0)
    return style->lithuania;
  if (strcmp (country, "BY") == 0)
    return style->belarus;

  return style->land;
}

static void
draw_countries (Pen *pen)
{
  GArray *rings = pen->map->countries;

  for (guint i = 0; i < rings->len; i++)
    {
      const PsgBasemapRing *ring = &g_array_index (rings, PsgBasemapRing, i);
      const PsgBasemapRing *next = i + 1 < rings->len ? ring + 1 : NULL;
      guint32 color = country_color (pen->style, ring->country);

      add_ring (pen, ring);
      if (next != NULL && strcmp (next->country, ring->country) == 0)
        continue;
      fill (pen, color);
      /* A hair of the same colour closes the seam that antialiasing leaves. */
      stroke (pen, color, 1.0, 0.6 * pen->frame->pen);
      cairo_new_path (pen->cr);
    }
}

static void
draw_sea (Pen *pen)
{
  for (guint i = 0; i < pen->map->seas->len; i++)
    add_ring (pen, &g_array_index (pen->map->seas, PsgBasemapRing, i));
  fill (pen, pen->style->water);
  cairo_new_path (pen->cr);

  if (add_lines (pen, pen->map->coasts, 0))
    stroke (pen, pen->style->coast, 1.0, pen_width (pen, 5, 0.6, 11, 1.2));
  cairo_new_path (pen->cr);
}

static void
draw_rivers (Pen *pen)
{
  for (guint grade = 0; grade <= pen->frame->zoom + 1; grade++)
    {
      if (!add_lines (pen, pen->map->rivers, grade))
        continue;
      stroke (pen, pen->style->river, 1.0,
              pen_width (pen, grade - 1.0, 0.5, 12, grade <= 6 ? 4.0 : 2.0));
      cairo_new_path (pen->cr);
    }
}

static void
draw_lakes (Pen *pen)
{
  gboolean invented = pen->frame->zoom < INVENTED_LAKES_MAX_ZOOM;

  for (guint i = 0; i < pen->map->lakes->len; i++)
    {
      const PsgBasemapLine *lake = &g_array_index (pen->map->lakes, PsgBasemapLine, i);

      if (lake->grade > pen->frame->zoom + 0.99 || (lake->origin != 1 && !invented))
        continue;
      if (!pen_sees (pen, &psg_basemap_get_arc (pen->map, lake->ref)->bounds))
        continue;
      polygon_add_arc (pen, lake->ref);
      polygon_close (pen);
    }

  fill (pen, pen->style->water);
  stroke (pen, pen->style->lake, 1.0, 0.6 * pen->frame->pen);
  cairo_new_path (pen->cr);
}

static void
draw_road_class (Pen     *pen,
                 guint    grade,
                 gboolean edge,
                 double   alpha)
{
  double width = grade == 1 ? pen_width (pen, 5, 0.9, 11, 3.4) : pen_width (pen, 6, 0.6, 11, 2.4);
  gboolean thin = pen->frame->zoom < 6.5;

  /* Where roads are thin lines they are drawn once, in the edge's colour. */
  if (edge && thin)
    return;
  if (!add_lines (pen, pen->map->roads, grade))
    return;

  if (edge)
    stroke (pen, pen->style->road_edge[grade - 1], alpha, width + 1.0 * pen->frame->pen);
  else
    stroke (pen, thin ? pen->style->road_edge[grade - 1] : pen->style->road[grade - 1], alpha, width);
  cairo_new_path (pen->cr);
}

static void
draw_roads (Pen *pen)
{
  double beyond = (pen->frame->zoom - ROADS_FADE_ZOOM) / (ROADS_GONE_ZOOM - ROADS_FADE_ZOOM);
  double alpha = CLAMP (1.0 - beyond, 0.0, 1.0);

  if (alpha <= 0)
    return;

  cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < 4; i++)
    {
      guint grade = i % 2 == 0 ? 2 : 1;

      if (grade == 1 || pen->frame->zoom >= 6)
        draw_road_class (pen, grade, i < 2, alpha);
    }
  cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_BUTT);
}

static void
draw_borders (Pen *pen)
{
  double dashes[] = { 4 * pen->frame->pen, 4 * pen->frame->pen };

  if (pen->frame->zoom >= 6 && add_lines (pen, pen->map->borders, PSG_BORDER_MARITIME))
    {
      cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
      stroke (pen, pen->style->coast, 1.0, 0.7 * pen->frame->pen);
      cairo_set_dash (pen->cr, NULL, 0, 0);
    }
  cairo_new_path (pen->cr);

  if (add_lines (pen, pen->map->borders, PSG_BORDER_LAND))
    stroke (pen, pen->style->border, 1.0, pen_width (pen, 5, 0.8, 11, 1.6));
  cairo_new_path (pen->cr);

  if (add_lines (pen, pen->map->borders, PSG_BORDER_SUBJECT))
    {
      stroke (pen, pen->style->glow, 1.0, pen_width (pen, 5, 5, 11, 14));
      stroke (pen, pen->style->glow, 1.0, pen_width (pen, 5, 3, 11, 8));
      stroke (pen, pen->style->subject, 1.0, pen_width (pen, 5, 1.4, 11, 2.6));
    }
  cairo_new_path (pen->cr);
}

static void
draw_region (Pen *pen)
{
  draw_countries (pen);
  draw_sea (pen);
  draw_rivers (pen);
  draw_lakes (pen);
  draw_roads (pen);
  draw_borders (pen);
}

/**
 * psg_basemap_draw:
 * @map: the map
 * @cr: where, its origin the frame's top left corner
 * @frame: which part
 * @style: in which colours
 *
 * Draws a part of the map. May be called in any thread.
 */
void
psg_basemap_draw (const PsgBasemap      *map,
                  cairo_t               *cr,
                  const PsgBasemapFrame *frame,
                  const PsgBasemapStyle *style)
{
  Pen pen;

  pen_init (&pen, map, cr, frame, style);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, frame->width, frame->height);
  cairo_clip (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_tolerance (cr, 0.25);
  psg_basemap_style_set_source (cr, style->water, 1.0);
  cairo_paint (cr);

  if (pen_is_well_within (&pen, &map->region))
    draw_region (&pen);
  else
    {
      draw_base (&pen);
      cairo_push_group (cr);
      cairo_push_group (cr);
      psg_basemap_style_set_source (cr, style->water, 1.0);
      cairo_paint (cr);
      draw_region (&pen);
      pop_faded (&pen);
    }
  cairo_restore (cr);
}

/**
 * psg_basemap_draw_subject:
 * @map: the map
 * @cr: where, its origin the frame's top left corner
 * @frame: which part
 * @style: in which colours
 *
 * Draws the border the map is about and nothing else, so that it can be told from what is
 * there already and hides little of it.
 */
void
psg_basemap_draw_subject (const PsgBasemap      *map,
                          cairo_t               *cr,
                          const PsgBasemapFrame *frame,
                          const PsgBasemapStyle *style)
{
  double width;
  Pen pen;

  pen_init (&pen, map, cr, frame, style);
  width = pen_width (&pen, 5, 1.4, 11, 2.6);
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (add_lines (&pen, map->borders, PSG_BORDER_SUBJECT))
    {
      stroke (&pen, style->halo, 0.6, width + 3 * frame->pen);
      stroke (&pen, style->subject, 0.8, width);
    }
  cairo_new_path (cr);
  cairo_restore (cr);
}
