/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-era-draw.h"

#include <math.h>

/*
 * How eras look, as a band and as a tint upon the lanes. They are grey, since colour
 * is for lanes and statuses. Ends that are not certain fade, as those of events do; eras
 * whose date is doubted are hatched.
 */

/* Above and below a name, and free below the band. */
#define PADDING 1.5
#define GAP 1

/* Every other era is a little darker, to be told from its neighbours. */
static const double fills[] = { 0.11, 0.07 };
static const double tints[] = { 0.038, 0.018 };

static void
add_stop (cairo_pattern_t *pattern,
          double           offset,
          const GdkRGBA   *colour,
          double           alpha)
{
  cairo_pattern_add_color_stop_rgba (pattern, CLAMP (offset, 0, 1), colour->red, colour->green, colour->blue, alpha);
}

static void
set_box_source (cairo_t         *cr,
                const PsgEraBox *box,
                const GdkRGBA   *colour,
                double           alpha)
{
  cairo_pattern_t *pattern;
  double width = MAX (1e-6, box->right - box->left);

  if (box->sure_left <= box->left && box->sure_right >= box->right)
    {
      psg_palette_set_source (cr, colour, alpha);
      return;
    }

  pattern = cairo_pattern_create_linear (box->left, 0, box->right, 0);
  add_stop (pattern, 0, colour, box->sure_left > box->left ? 0 : alpha);
  add_stop (pattern, (box->sure_left - box->left) / width, colour, alpha);
  add_stop (pattern, (box->sure_right - box->left) / width, colour, alpha);
  add_stop (pattern, 1, colour, box->sure_right < box->right ? 0 : alpha);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

/* The name stands clear of the hatching, so that it can be read. */
static void
hatch (cairo_t         *cr,
       const PsgEraBox *box,
       double           top,
       double           height)
{
  cairo_rectangle (cr, box->left, top, box->right - box->left, height);
  if (box->label_width > 0)
    cairo_rectangle (cr, box->label_x - 4, top, box->label_width + 8, height);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);

  cairo_set_line_width (cr, 1);
  for (double x = box->left - height; x < box->right; x += 5)
    {
      cairo_move_to (cr, x, top + height);
      cairo_line_to (cr, x + height, top);
    }
  cairo_stroke (cr);
}

/**
 * psg_timeline_draw_era_box:
 * @cr: where
 * @style: colours
 * @box: an era
 * @top: of its row
 * @height: of its row
 *
 * Draws an era without its name.
 */
void
psg_timeline_draw_era_box (cairo_t                *cr,
                           const PsgTimelineStyle *style,
                           const PsgEraBox        *box,
                           double                  top,
                           double                  height)
{
  gboolean high_contrast = style->scheme == PSG_SCHEME_HIGH_CONTRAST || style->scheme == PSG_SCHEME_HIGH_CONTRAST_DARK;
  double alpha = fills[box->era % G_N_ELEMENTS (fills)] * (high_contrast ? 2 : 1);
  gboolean doubted = (box->flags & PSG_EDTF_UNCERTAIN) != 0;

  cairo_save (cr);
  /* A hair's breadth between neighbours. */
  cairo_rectangle (cr, round (box->left) + 0.5, top, MAX (1, round (box->right) - round (box->left) - 1), height);
  cairo_clip (cr);
  set_box_source (cr, box, &style->fg, doubted ? alpha / 2 : alpha);
  cairo_paint (cr);
  if (doubted)
    {
      set_box_source (cr, box, &style->fg, 2 * alpha);
      hatch (cr, box, top, height);
    }
  cairo_restore (cr);
}

/**
 * psg_timeline_get_era_height:
 * @text: shaped text
 *
 * Returns: what a row of eras takes, with what is free below it, in whole pixels
 */
double
psg_timeline_get_era_height (PsgTimelineText *text)
{
  return ceil (psg_timeline_text_get_height (text, PSG_FACE_SMALL) + 2 * PADDING) + GAP;
}

/**
 * psg_timeline_draw_era:
 * @cr: where, with the origin where the axis begins and the first row does
 * @style: colours
 * @text: shaped text
 * @box: an era
 * @name: its name
 *
 * Draws an era with its name.
 */
void
psg_timeline_draw_era (cairo_t                *cr,
                       const PsgTimelineStyle *style,
                       PsgTimelineText        *text,
                       const PsgEraBox        *box,
                       const char             *name)
{
  double row = psg_timeline_get_era_height (text), height = row - GAP, top = box->row * row;

  psg_timeline_draw_era_box (cr, style, box, top, height);
  if (box->label_width <= 0)
    return;

  psg_palette_set_source (cr, &style->fg, 0.78);
  psg_timeline_text_draw (text, cr, PSG_FACE_SMALL, name, box->label_x, top + height / 2, box->label_width);
}

/* A tint that fades where the era does. */
static void
append_tint (GtkSnapshot     *snapshot,
             const PsgEraBox *box,
             const GdkRGBA   *colour,
             double           left,
             double           right,
             double           top,
             double           height)
{
  double width = MAX (1e-6, box->right - box->left);
  GskColorStop stops[4] = {
    { 0, *colour },
    { (float) ((box->sure_left - box->left) / width), *colour },
    { (float) ((box->sure_right - box->left) / width), *colour },
    { 1, *colour },
  };

  if (box->sure_left > box->left)
    stops[0].color.alpha = 0;
  if (box->sure_right < box->right)
    stops[3].color.alpha = 0;

  if (box->sure_left <= box->left && box->sure_right >= box->right)
    gtk_snapshot_append_color (snapshot, colour,
                               &GRAPHENE_RECT_INIT ((float) left, (float) top, (float) (right - left), (float) height));
  else
    gtk_snapshot_append_linear_gradient (
        snapshot,
        &GRAPHENE_RECT_INIT ((float) left, (float) top, (float) (right - left), (float) height),
        &GRAPHENE_POINT_INIT ((float) (left + box->left - MAX (box->left, 0)), 0),
        &GRAPHENE_POINT_INIT ((float) (left + box->right - MAX (box->left, 0)), 0), stops, G_N_ELEMENTS (stops));
}

/**
 * psg_timeline_append_era_tint:
 * @snapshot: where, in the coordinates of the timeline
 * @style: colours
 * @box: an era
 * @gutter: where the axis begins
 * @width: of the axis
 * @top: of the lanes
 * @height: of the lanes
 *
 * Tints the lanes, faintly.
 */
void
psg_timeline_append_era_tint (GtkSnapshot            *snapshot,
                              const PsgTimelineStyle *style,
                              const PsgEraBox        *box,
                              double                  gutter,
                              double                  width,
                              double                  top,
                              double                  height)
{
  double left = round (gutter + MAX (box->left, 0)), right = round (gutter + MIN (box->right, width));
  GdkRGBA colour = style->fg;

  colour.alpha *= (float) tints[box->era % G_N_ELEMENTS (tints)];
  if (colour.alpha > 0 && right > left)
    append_tint (snapshot, box, &colour, left, right, top, height);
}
