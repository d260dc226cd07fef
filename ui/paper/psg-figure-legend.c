/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-figure-legend.h"

#include <glib/gi18n.h>

#include "psg-timeline-draw.h"
#include "psg-timeline-lanes.h"

/*
 * What the signs of a picture mean, in lines as wide as the picture. As in the legend of the
 * screen a sign is a made-up one, drawn by the functions that draw the true ones.
 */

#define LINE 24.0
#define BAR_WIDTH 32.0
#define STATUS_RADIUS 8.0
#define SIGN_GAP 7.0
#define APART 20.0
#define TEXT_SCALE 0.78

typedef struct
{
  const char *label;
  PsgSceneParts parts;  /* where it is seen */
  PsgMarkKind kind;
  guint flags;
  PsgStatus status;
  gboolean is_status;
} Sign;

static const Sign signs[] = {
  { N_("Open"), PSG_SCENE_BOTH, .status = PSG_STATUS_OPEN, .is_status = TRUE },
  { N_("Restricted"), PSG_SCENE_BOTH, .status = PSG_STATUS_RESTRICTED, .is_status = TRUE },
  { N_("Closed"), PSG_SCENE_BOTH, .status = PSG_STATUS_CLOSED, .is_status = TRUE },
  { N_("Not known"), PSG_SCENE_BOTH, .status = PSG_STATUS_UNKNOWN, .is_status = TRUE },
  { N_("A day"), PSG_SCENE_TIMELINE, PSG_MARK_POINT, 0 },
  { N_("From one day to another"), PSG_SCENE_TIMELINE, PSG_MARK_RANGE, 0 },
  { N_("Within a month, season or year"), PSG_SCENE_TIMELINE, PSG_MARK_VAGUE, 0 },
  { N_("Approximate date"), PSG_SCENE_TIMELINE, PSG_MARK_POINT, PSG_EVENT_APPROXIMATE },
  { N_("Uncertain date"), PSG_SCENE_TIMELINE, PSG_MARK_POINT, PSG_EVENT_UNCERTAIN },
  { N_("Ongoing, no end"), PSG_SCENE_TIMELINE, PSG_MARK_RANGE, PSG_EVENT_OPEN_END },
};

/* Of a lane, if there is no sign. */
static double
get_sign_width (const Sign *sign)
{
  if (sign == NULL || (!sign->is_status && sign->kind == PSG_MARK_POINT))
    return PSG_TIMELINE_DOT;

  return sign->is_status ? 2 * STATUS_RADIUS : BAR_WIDTH;
}

static void
draw_mark (cairo_t                *cr,
           const PsgTimelineStyle *style,
           const Sign             *sign)
{
  gboolean point = sign->kind == PSG_MARK_POINT;
  PsgTimelineMark mark = {
    .start = point ? PSG_TIMELINE_DOT / 2 : 0, .end = point ? PSG_TIMELINE_DOT / 2 : BAR_WIDTH,
    .y = LINE / 2, .height = PSG_TIMELINE_DOT, .flags = (guint16) sign->flags, .kind = (guint8) sign->kind,
  };

  psg_timeline_draw_mark (cr, style, &mark, &style->lanes[0], BAR_WIDTH);
}

/* What a map shows is said for lanes too, whose names the timeline has. */
static void
draw_lane (cairo_t                *cr,
           const PsgTimelineStyle *style,
           guint                   lane)
{
  cairo_arc (cr, PSG_TIMELINE_DOT / 2, LINE / 2, PSG_TIMELINE_DOT / 2, 0, 2 * G_PI);
  psg_palette_set_source (cr, &style->lanes[lane], 1);
  cairo_fill (cr);
}

/* Lets the signs flow into lines; without @cr it only measures. Returns: the height. */
static double
flow (PsgScene     *scene,
      PsgSceneParts parts,
      cairo_t      *cr,
      double        width)
{
  GPtrArray *lanes = psg_collection_get_lanes (psg_session_get_collection (psg_scene_get_session (scene)));
  guint n_lanes = parts == PSG_SCENE_MAP ? MIN (lanes->len, PSG_MAX_LANES) : 0;
  g_autoptr (PangoLayout) layout = pango_layout_new (psg_scene_get_context (scene));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PsgTimelineStyle style;
  double x = 0, y = 0;

  psg_timeline_style_init (&style, psg_scene_get_scheme (scene), lanes);
  pango_attr_list_insert (attributes, pango_attr_scale_new (TEXT_SCALE));
  pango_layout_set_attributes (layout, attributes);
  for (guint i = 0; i < G_N_ELEMENTS (signs) + n_lanes; i++)
    {
      const Sign *sign = i < G_N_ELEMENTS (signs) ? &signs[i] : NULL;
      guint lane = sign != NULL ? 0 : i - G_N_ELEMENTS (signs);
      double sign_width = get_sign_width (sign);
      int text_width, text_height;

      if (sign != NULL && (sign->parts & parts) == 0)
        continue;
      pango_layout_set_text (layout, sign != NULL ? _(sign->label)
                                                  : psg_text_get (((PsgLane *) g_ptr_array_index (lanes, lane))->name),
                             -1);
      pango_layout_get_pixel_size (layout, &text_width, &text_height);
      if (x > 0 && x + sign_width + SIGN_GAP + text_width > width)
        {
          x = 0;
          y += LINE;
        }
      if (cr != NULL)
        {
          cairo_save (cr);
          cairo_translate (cr, x, y);
          if (sign == NULL)
            draw_lane (cr, &style, lane);
          else if (sign->is_status)
            psg_status_glyph_draw (cr, style.scheme, sign->status, STATUS_RADIUS, LINE / 2, STATUS_RADIUS);
          else
            draw_mark (cr, &style, sign);
          cairo_new_path (cr);
          psg_palette_set_source (cr, &style.fg, 0.9);
          cairo_move_to (cr, sign_width + SIGN_GAP, (LINE - text_height) / 2);
          pango_cairo_show_layout (cr, layout);
          cairo_new_path (cr);
          cairo_restore (cr);
        }
      x += sign_width + SIGN_GAP + text_width + APART;
    }

  return y + LINE;
}

/**
 * psg_figure_legend_measure:
 * @scene: what is shown
 * @parts: what of it
 * @width: of the picture, in pixels of the scene's screen
 *
 * Returns: the height of its legend
 */
double
psg_figure_legend_measure (PsgScene     *scene,
                           PsgSceneParts parts,
                           double        width)
{
  return flow (scene, parts, NULL, width);
}

/**
 * psg_figure_legend_draw:
 * @scene: what is shown
 * @parts: what of it
 * @cr: where, its origin the legend's upper left corner
 * @width: of the picture, in pixels of the scene's screen
 */
void
psg_figure_legend_draw (PsgScene     *scene,
                        PsgSceneParts parts,
                        cairo_t      *cr,
                        double        width)
{
  flow (scene, parts, cr, width);
}
