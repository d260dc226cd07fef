/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-plate.h"

#include <math.h>

#include "psg-timeline-band-draw.h"
#include "psg-timeline-crossings.h"
#include "psg-timeline-draw.h"
#include "psg-timeline-era-draw.h"
#include "psg-timeline-frame-draw.h"
#include "psg-timeline-lanes.h"
#include "psg-timeline-paint.h"
#include "psg-timeline-range-draw.h"
#include "psg-timeline-ruler.h"

/*
 * A whole timeline in one go, without a widget, a window or a display. It shares the height
 * out in its own way, since nothing in it is seized with a pointer, and draws each part
 * with the functions that the widgets use.
 */

#define STRIP 15.0
#define STRIP_MIN 10.0
#define STRIP_MAX 22.0
#define LANE_MIN 15.0
#define LANE 30.0
#define PILL_PADDING 9.0f

typedef struct
{
  const PsgTimelinePlate *plate;
  PsgCollection *collection;
  cairo_t *cr;
  PsgTimelineStyle style;
  PsgTimelineText *text;
  PsgTimeAxis axis;
  GArray *ticks;
  GPtrArray *crossings; /* the road crossings */
  PsgEraLayout *eras;
  PsgEventIndex *index;     /* the plate's, or our own */
  PsgEventIndex *own_index; /* nullable */
  PsgTimelineLayout *layout;
  PsgTimelineLanes lanes;
  int gutter;
  double top;           /* of the lanes */
  double band;          /* of the crossings */
  double bottom;
} Drawing;

static double
measure_tick (const char *label,
              gboolean    major,
              gpointer    user_data)
{
  return psg_timeline_text_measure (user_data, major ? PSG_FACE_TICK_MAJOR : PSG_FACE_TICK, label);
}

static double
measure_era (const char *name,
             gpointer    user_data)
{
  return psg_timeline_text_measure (user_data, PSG_FACE_SMALL, name);
}

static double
measure_title (guint    row,
               gboolean bold,
               gpointer user_data)
{
  Drawing *self = user_data;
  const char *title = psg_event_table_get_title (psg_collection_get_events (self->collection), row);

  return psg_timeline_text_measure (self->text, bold ? PSG_FACE_LABEL_BOLD : PSG_FACE_LABEL, title);
}

static GPtrArray *
find_roads (PsgCollection *collection)
{
  GPtrArray *all = psg_collection_get_crossings (collection), *roads = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (((PsgCrossing *) g_ptr_array_index (all, i))->kind == PSG_CROSSING_ROAD)
      g_ptr_array_add (roads, g_ptr_array_index (all, i));

  return roads;
}

/* Names and strips have what they need to be read before lanes grow; eras come where there is
 * room beside all the rest. */
static void
share_height (Drawing *self)
{
  PsgLaneOrder *order = psg_session_get_lanes (self->plate->session);
  double height = self->plate->height, rows = psg_era_layout_get_n_rows (self->eras);
  double n_lanes = MAX (1, psg_lane_order_get_n (order) - psg_lane_order_count (order, PSG_LANE_HIDDEN));
  double n_strips = self->crossings->len, padding = n_strips > 0 ? 2 * PSG_TIMELINE_CROSSINGS_PADDING : 0;
  double eras = rows * psg_timeline_get_era_height (self->text);
  double left = height - PSG_TIMELINE_RULER_HEIGHT - padding, strip;

  if (left - eras < n_lanes * LANE_MIN + n_strips * STRIP)
    eras = 0;
  left -= eras;
  strip = CLAMP ((left - n_lanes * LANE_MIN) / MAX (1, n_strips), STRIP_MIN, STRIP);
  if (left > n_lanes * LANE + n_strips * strip)
    strip = MIN (STRIP_MAX, strip + (left - n_lanes * LANE - n_strips * strip) / (4 * MAX (1, n_strips)));

  self->top = PSG_TIMELINE_RULER_HEIGHT + eras;
  self->bottom = height;
  self->band = MAX (self->top + n_lanes, round (height - padding - n_strips * floor (strip)));
  psg_timeline_lanes_place (&self->lanes, order, (int) (self->band - self->top));
}

static void
lay_out (Drawing *self)
{
  PsgTimelineQuery query = {
    .index = self->index,
    .axis = self->axis,
    .lanes = self->lanes.lanes,
    .n_lanes = self->lanes.n,
    .selected = psg_session_get_event (self->plate->session),
    .dot = PSG_TIMELINE_DOT,
    .line_height = (float) psg_timeline_text_get_height (self->text, PSG_FACE_LABEL) + 4,
    .padding = PILL_PADDING,
    .measure = measure_title,
    .user_data = self,
  };

  if (self->lanes.n > 0 && self->index != NULL)
    psg_timeline_layout_update (self->layout, &query);
}

static void
begin (Drawing                *self,
       const PsgTimelinePlate *plate,
       cairo_t                *cr)
{
  const PsgTimeSpan *span = psg_session_get_span (plate->session);
  GPtrArray *lanes;

  *self = (Drawing) { .plate = plate, .cr = cr, .collection = psg_session_get_collection (plate->session) };
  lanes = psg_collection_get_lanes (self->collection);
  psg_timeline_style_init (&self->style, plate->scheme, lanes);
  self->text = psg_timeline_text_new (plate->context, 0);
  self->gutter = psg_timeline_measure_gutter (self->text, lanes, (int) plate->width);
  self->axis = psg_time_axis (span, MAX (1, plate->width - self->gutter - PSG_TIMELINE_MARGIN));
  self->ticks = psg_time_ticks_build (&self->axis, measure_tick, self->text);
  self->crossings = find_roads (self->collection);
  self->eras = psg_era_layout_new (psg_collection_get_eras (self->collection),
                                   &psg_collection_get_info (self->collection)->span);
  self->layout = psg_timeline_layout_new ();
  if (!plate->blank && plate->index == NULL)
    self->own_index = psg_timeline_plate_new_index (plate->session);
  self->index = plate->blank ? NULL : plate->index != NULL ? plate->index : self->own_index;
  share_height (self);
}

static void
end (Drawing *self)
{
  g_clear_pointer (&self->own_index, psg_event_index_free);
  psg_timeline_layout_free (self->layout);
  psg_era_layout_free (self->eras);
  g_ptr_array_unref (self->crossings);
  g_array_unref (self->ticks);
  psg_timeline_text_free (self->text);
}

/* From here on the origin is where the axis begins, and nothing is drawn beside it. */
static void
enter_axis (Drawing *self,
            double   top,
            double   height)
{
  cairo_save (self->cr);
  cairo_rectangle (self->cr, self->gutter, top, self->axis.width, height);
  cairo_clip (self->cr);
  cairo_translate (self->cr, self->gutter, top);
}

static void
leave_axis (Drawing *self)
{
  cairo_restore (self->cr);
}

static void
draw_rectangle (Drawing       *self,
                const GdkRGBA *colour,
                double         alpha,
                double         x,
                double         y,
                double         width,
                double         height)
{
  psg_palette_set_source (self->cr, colour, alpha);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
}

/* What is drawn as render nodes on the screen is drawn from the same nodes here. @snapshot: (transfer full) */
static void
draw_nodes (Drawing     *self,
            GtkSnapshot *snapshot)
{
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);

  if (node != NULL)
    gsk_render_node_draw (node, self->cr);
}

static void
draw_tints (Drawing *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  guint n;
  const PsgEraBox *boxes = psg_era_layout_get_boxes (self->eras, &n);

  for (guint i = 0; i < n; i++)
    psg_timeline_append_era_tint (snapshot, &self->style, &boxes[i], self->gutter, self->axis.width,
                                  self->top, self->band - self->top);
  draw_nodes (self, snapshot);
}

static void
draw_eras (Drawing *self)
{
  GPtrArray *eras = psg_collection_get_eras (self->collection);
  guint n;
  const PsgEraBox *boxes;

  if (self->top <= PSG_TIMELINE_RULER_HEIGHT)
    return;

  psg_era_layout_update (self->eras, &self->axis, measure_era, self->text);
  boxes = psg_era_layout_get_boxes (self->eras, &n);
  enter_axis (self, PSG_TIMELINE_RULER_HEIGHT, self->top - PSG_TIMELINE_RULER_HEIGHT);
  for (guint i = 0; i < n; i++)
    psg_timeline_draw_era (self->cr, &self->style, self->text, &boxes[i],
                           psg_text_get (((PsgEra *) g_ptr_array_index (eras, boxes[i].era))->name));
  leave_axis (self);
  draw_tints (self);
}

static void
draw_ruler (Drawing *self)
{
  g_autofree char *context = psg_time_ticks_format_context (&self->axis, self->ticks);
  PsgTimelineHandle handle;
  gboolean has_handle = !self->plate->blank &&
                        psg_timeline_handle_put (&handle, self->text, &self->axis, self->gutter,
                                                 psg_session_get_playhead (self->plate->session));

  if (context != NULL && (!has_handle || handle.x >= 0))
    psg_timeline_draw_context (self->cr, &self->style, self->text, context, 0, self->gutter,
                               PSG_TIMELINE_RULER_HEIGHT);

  enter_axis (self, 0, PSG_TIMELINE_RULER_HEIGHT);
  for (guint i = 0; i < self->ticks->len; i++)
    {
      const PsgTimeTick *tick = &g_array_index (self->ticks, PsgTimeTick, i);
      gboolean covered = has_handle && tick->x + 6 + tick->width > handle.x - 4 &&
                         tick->x + 6 < handle.x + handle.width + 4;

      psg_timeline_draw_tick (self->cr, &self->style, self->text, tick, PSG_TIMELINE_RULER_HEIGHT, !covered);
    }
  leave_axis (self);
}

static void
draw_grounds (Drawing *self)
{
  for (guint i = 0; i < self->lanes.n; i++)
    {
      const PsgTimelineLane *lane = &self->lanes.lanes[i];
      GdkRGBA ground;

      psg_timeline_get_ground (&self->style, i, &ground);
      draw_rectangle (self, &ground, 1, 0, self->top + lane->y, self->plate->width, lane->height);
    }
}

static void
draw_lanes (Drawing *self)
{
  const PsgEventTable *events = psg_collection_get_events (self->collection);

  enter_axis (self, self->top, self->band - self->top);
  psg_timeline_draw_grid (self->cr, &self->style, self->ticks, self->band - self->top);
  psg_timeline_draw_columns (self->cr, &self->style, self->layout, self->lanes.lanes, self->lanes.n);
  psg_timeline_draw_marks (self->cr, &self->style, self->layout, self->lanes.lanes, self->axis.width);
  psg_timeline_draw_labels (self->cr, &self->style, self->layout, events, self->text);
  leave_axis (self);
}

static void
draw_names (Drawing *self)
{
  GPtrArray *lanes = psg_collection_get_lanes (self->collection);

  for (guint i = 0; i < self->lanes.n; i++)
    {
      const PsgTimelineLane *place = &self->lanes.lanes[i];
      const PsgLane *lane = g_ptr_array_index (lanes, place->lane);

      if (place->height >= 4)
        psg_timeline_draw_lane_name (self->cr, &self->style, self->text, place->lane, psg_text_get (lane->name),
                                     PSG_TIMELINE_NAME_X, self->gutter - PSG_TIMELINE_NAME_X - 6,
                                     self->top + place->y + place->height / 2, place->height, 1);
    }
}

static void
draw_strip (Drawing *self,
            guint    i,
            double   height)
{
  const PsgCrossing *crossing = g_ptr_array_index (self->crossings, i);
  const char *chosen = psg_session_get_crossing (self->plate->session);
  gboolean is_chosen = g_strcmp0 (chosen, crossing->id) == 0;
  double top = self->band + PSG_TIMELINE_CROSSINGS_PADDING + i * height, middle = top + height / 2;

  if (is_chosen && !self->plate->blank)
    psg_timeline_draw_strip_ground (self->cr, &self->style.accent, 0.18, top, self->plate->width, height);
  psg_timeline_draw_strip_name (self->cr, &self->style, self->text, psg_text_get (crossing->short_name), is_chosen,
                                self->gutter, middle, height);
  if (self->plate->blank)
    return;

  enter_axis (self, top, height);
  psg_timeline_draw_strip (self->cr, &self->style, crossing, &self->axis,
                           &psg_collection_get_info (self->collection)->span, height / 2, height,
                           chosen == NULL || is_chosen ? 1 : 0.7);
  leave_axis (self);
}

static void
draw_band (Drawing *self)
{
  double height = self->bottom - self->band;
  double row = (height - 2 * PSG_TIMELINE_CROSSINGS_PADDING) / MAX (1, self->crossings->len);

  if (self->crossings->len == 0)
    return;

  enter_axis (self, self->band, height);
  psg_timeline_draw_grid (self->cr, &self->style, self->ticks, height);
  leave_axis (self);

  cairo_save (self->cr);
  cairo_translate (self->cr, 0, self->band);
  psg_timeline_draw_band_caption (self->cr, &self->style, self->text, height);
  cairo_restore (self->cr);
  for (guint i = 0; i < self->crossings->len; i++)
    draw_strip (self, i, row);
}

/* What sets the parts apart: between lanes and crossings, and beside the names. */
static void
draw_rules (Drawing *self)
{
  if (self->crossings->len > 0)
    draw_rectangle (self, &self->style.fg, 0.13, 0, self->band, self->plate->width, 1);
  draw_rectangle (self, &self->style.fg, 0.13, self->gutter - 1, 0, 1, self->bottom);
}

/* The range that events are looked for in, as on the screen but for the grips. */
static void
draw_range (Drawing *self)
{
  PsgSession *session = self->plate->session;
  const PsgTimeSpan *range = psg_filter_get_range_span (psg_session_get_filter (session));
  GtkSnapshot *snapshot;
  PsgTimelineBand band;

  if (range == NULL)
    return;

  band = (PsgTimelineBand) {
    .left = psg_time_axis_to_x (&self->axis, (double) range->start),
    .right = psg_time_axis_to_x (&self->axis, (double) range->end),
    .width = self->axis.width, .top = self->top, .bottom = self->bottom, .grip = self->band,
  };
  snapshot = gtk_snapshot_new ();
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) self->top));
  psg_timeline_range_draw_veils (snapshot, &self->style, &band, self->layout, psg_session_get_matches (session),
                                 psg_collection_get_events (self->collection), self->text);
  gtk_snapshot_restore (snapshot);
  psg_timeline_range_draw_band (snapshot, &self->style, &band, FALSE);
  enter_axis (self, 0, self->bottom);
  draw_nodes (self, snapshot);
  leave_axis (self);
}

static void
draw_playhead (Drawing *self)
{
  PsgTimelineHandle handle;

  if (!psg_timeline_handle_put (&handle, self->text, &self->axis, self->gutter,
                                psg_session_get_playhead (self->plate->session)))
    return;

  if (!handle.outside)
    draw_rectangle (self, &self->style.accent, 1, round (self->gutter + handle.playhead) - 1,
                    PSG_TIMELINE_RULER_HEIGHT - 4, 2, self->bottom - PSG_TIMELINE_RULER_HEIGHT + 4);
  psg_timeline_draw_handle (self->cr, &self->style, self->text, &handle, self->gutter, PSG_TIMELINE_RULER_HEIGHT,
                            handle.outside);
}

static void
draw_chosen (Drawing *self)
{
  const PsgEventTable *events = psg_collection_get_events (self->collection);
  const PsgTimelineMark *mark = psg_timeline_layout_get_selected (self->layout);
  const PsgTimelineLabel *pill = psg_timeline_layout_get_pill (self->layout);

  if (mark == NULL)
    return;

  enter_axis (self, self->top, self->band - self->top);
  psg_timeline_draw_mark (self->cr, &self->style, mark, &self->style.lanes[self->lanes.lanes[mark->lane].lane],
                          self->axis.width);
  psg_timeline_draw_ring (self->cr, &self->style, mark, self->axis.width, TRUE);
  if (pill != NULL)
    psg_timeline_draw_pill (self->cr, &self->style, pill, psg_event_table_get_title (events, pill->row),
                            PILL_PADDING, self->text);
  leave_axis (self);
}

/**
 * psg_timeline_plate_new_index:
 * @session: with a collection
 *
 * Returns: (transfer full): the events that its filter lets through, by lane and time, for
 *   as long as collection and filter stay
 */
PsgEventIndex *
psg_timeline_plate_new_index (PsgSession *session)
{
  PsgCollection *collection = psg_session_get_collection (session);
  PsgEventTable *events = psg_collection_get_events (collection);
  PsgRowSet *rows = psg_session_get_context (session);
  guint n_lanes = MIN (psg_collection_get_lanes (collection)->len, PSG_MAX_LANES);

  return psg_event_index_new (events, n_lanes,
                              psg_row_set_count (rows) < psg_event_table_get_n (events) ? rows : NULL);
}

/**
 * psg_timeline_plate_get_height:
 * @self: a plate; its height does not matter
 *
 * Returns: the height that it looks best in, in pixels
 */
double
psg_timeline_plate_get_height (const PsgTimelinePlate *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  PsgLaneOrder *order = psg_session_get_lanes (self->session);
  g_autoptr (GPtrArray) roads = find_roads (collection);
  g_autoptr (PsgTimelineText) text = psg_timeline_text_new (self->context, 0);
  g_autoptr (PsgEraLayout) eras = psg_era_layout_new (psg_collection_get_eras (collection),
                                                      &psg_collection_get_info (collection)->span);
  guint n_lanes = psg_lane_order_get_n (order) - psg_lane_order_count (order, PSG_LANE_HIDDEN);

  return PSG_TIMELINE_RULER_HEIGHT + psg_era_layout_get_n_rows (eras) * psg_timeline_get_era_height (text) +
         n_lanes * LANE + roads->len * STRIP + (roads->len > 0 ? 2 * PSG_TIMELINE_CROSSINGS_PADDING : 0);
}

/**
 * psg_timeline_plate_draw:
 * @self: what to draw; its session has a collection
 * @cr: where, its origin the upper left corner
 *
 * Draws a timeline. What was there shines through nowhere.
 */
void
psg_timeline_plate_draw (const PsgTimelinePlate *self,
                         cairo_t                *cr)
{
  Drawing drawing;

  g_return_if_fail (psg_session_get_collection (self->session) != NULL);

  begin (&drawing, self, cr);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_clip (cr);
  draw_rectangle (&drawing, &drawing.style.bg, 1, 0, 0, self->width, self->height);
  lay_out (&drawing);
  draw_grounds (&drawing);
  draw_lanes (&drawing);
  draw_names (&drawing);
  draw_eras (&drawing);
  draw_ruler (&drawing);
  draw_band (&drawing);
  draw_rules (&drawing);
  if (!self->blank)
    {
      draw_range (&drawing);
      draw_playhead (&drawing);
      draw_chosen (&drawing);
    }
  cairo_restore (cr);
  end (&drawing);
}
