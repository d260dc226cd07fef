/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-plate.h"

#include <math.h>

#include "psg-basemap-draw.h"
#include "psg-crossing-card-draw.h"
#include "psg-crossing-draw.h"
#include "psg-crossing-plan.h"
#include "psg-event-ground.h"
#include "psg-event-plan.h"
#include "psg-map-names.h"
#include "psg-map-ruler-draw.h"
#include "psg-map-source.h"
#include "psg-mercator.h"
#include "psg-region-map.h"

/*
 * A whole map in one go, without a widget, a window or a display. It plans crossings, names
 * and bubbles in the order in which the layers of the screen do, and draws them with the
 * functions these use.
 */

/* Between the edge of the map and what stands in its corners. */
#define CORNER 7.0
#define RULER_WIDTH 110.0
#define RULER_MIN_MAP 420.0
#define CREDITS_SCALE 0.68
#define CREDITS_PADDING 4.0
/* A bubble further outside the view is not drawn. */
#define REACH 100.0

typedef struct
{
  const PsgMapPlate *plate;
  cairo_t *cr;
  PsgBasemap *basemap;
  PsgMapProjection projection;
  PsgLabelPainter *painter;
  PsgMapNames *names;
  PsgEventPlan *plan;
  GPtrArray *crossings;  /* from north to south */
  PsgPlannedCrossing *planned;
  PangoLayout *credits;
  PangoLayout *ruler;    /* (nullable): where there is room for it */
  PsgMapScale scale;
  GArray *covered;       /* PsgBox */
} Drawing;

/* A bubble, where it is now, and its looks. */
typedef struct
{
  PsgPlannedBubble *planned;
  const PsgBubbleLook *look;
  PsgBubble at;
} SeenBubble;

static int
compare_north_to_south (gconstpointer a,
                        gconstpointer b)
{
  const PsgCrossing *ca = *(PsgCrossing *const *) a, *cb = *(PsgCrossing *const *) b;

  return ca->latitude > cb->latitude ? -1 : ca->latitude < cb->latitude;
}

static PangoLayout *
create_layout (Drawing    *self,
               const char *text,
               double      scale)
{
  PangoLayout *layout = pango_layout_new (self->plate->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static void
cover (Drawing *self,
       double   x0,
       double   y0)
{
  PsgBox box = { x0, y0, self->plate->width, self->plate->height };

  g_array_append_val (self->covered, box);
}

/* In the lower right corner. A narrow map has its credits in two lines. */
static void
furnish (Drawing *self)
{
  double room = self->plate->width - 2 * CREDITS_PADDING, top;
  g_autofree char *scale = NULL;
  int width, height;

  self->credits = create_layout (self, PSG_REGION_MAP_CREDITS, CREDITS_SCALE);
  pango_layout_set_alignment (self->credits, PANGO_ALIGN_RIGHT);
  pango_layout_get_pixel_size (self->credits, &width, &height);
  if (width > room)
    {
      pango_layout_set_width (self->credits, (int) (room * PANGO_SCALE));
      pango_layout_get_pixel_size (self->credits, &width, &height);
    }
  top = self->plate->height - height - CREDITS_PADDING;
  cover (self, self->plate->width - width - 2 * CREDITS_PADDING, top);
  if (self->plate->width < RULER_MIN_MAP)
    return;

  self->scale = psg_map_ruler_choose (self->plate->view.latitude, self->plate->view.zoom, RULER_WIDTH);
  scale = psg_map_ruler_format (&self->scale);
  self->ruler = create_layout (self, scale, 0.85);
  pango_layout_get_pixel_size (self->ruler, NULL, &height);
  cover (self, self->plate->width - RULER_WIDTH - CORNER,
         top - height - PSG_MAP_RULER_TICK - PSG_MAP_RULER_HALO - CORNER);
}

static void
plan_crossings (Drawing *self)
{
  GPtrArray *all = psg_collection_get_crossings (psg_session_get_collection (self->plate->session));
  double zoom = psg_map_board_quantise (self->projection.zoom);
  gboolean compact = psg_crossing_plan_is_compact (&self->projection, zoom);
  g_autoptr (GArray) capitals = psg_map_names_measure_capitals (self->names, self->painter);
  g_autofree PsgPlannedCrossing **planned = g_new (PsgPlannedCrossing *, all->len + 1);

  self->crossings = g_ptr_array_new ();
  for (guint i = 0; i < all->len && !self->plate->blank; i++)
    g_ptr_array_add (self->crossings, g_ptr_array_index (all, i));
  g_ptr_array_sort (self->crossings, compare_north_to_south);

  self->planned = g_new0 (PsgPlannedCrossing, all->len + 1);
  for (guint i = 0; i < self->crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (self->crossings, i);

      planned[i] = &self->planned[i];
      psg_planned_crossing_init (planned[i], crossing);
      planned[i]->planned = psg_crossing_plan_shows (crossing->kind, zoom);
      psg_crossing_card_measure_widest (self->plate->context, crossing, compact,
                                        &planned[i]->width, &planned[i]->height);
      planned[i]->width += 2 * PSG_CROSSING_CARD_PADDING_X;
      planned[i]->height += PSG_CROSSING_CARD_PADDING_TOP + PSG_CROSSING_CARD_PADDING_BOTTOM;
    }
  psg_crossing_plan_place (planned, self->crossings->len, capitals, self->covered, &self->projection, zoom);
}

/* As on the screen. */
static void
plan_names_and_events (Drawing *self)
{
  g_autoptr (GArray) ringed = g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle));
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle));
  g_autoptr (GArray) capitals = NULL, names = NULL;

  for (guint i = 0; i < self->crossings->len; i++)
    {
      psg_planned_crossing_list_obstacles (&self->planned[i], ringed, PSG_CROSSING_ROOM_RINGED);
      psg_planned_crossing_list_obstacles (&self->planned[i], obstacles, PSG_CROSSING_ROOM_BARE);
    }
  psg_map_names_place (self->names, self->painter, &self->projection, ringed);
  capitals = psg_map_names_list_obstacles (self->names, TRUE);
  names = psg_map_names_list_obstacles (self->names, FALSE);
  for (guint i = 0; i < self->crossings->len; i++)
    psg_planned_crossing_list_obstacles (&self->planned[i], names, PSG_CROSSING_ROOM_BESIDE);
  if (capitals->len > 0)
    g_array_append_vals (obstacles, capitals->data, capitals->len);
  psg_event_plan_set_obstacles (self->plan, obstacles, names);
}

/* The plan is asked once and lays out at once: nobody waits for a thread. */
static void
ignore_ready (gpointer user_data)
{
}

static void
begin (Drawing           *self,
       const PsgMapPlate *plate,
       cairo_t           *cr)
{
  *self = (Drawing) { .plate = plate, .cr = cr, .basemap = psg_region_map_get () };
  self->projection.width = plate->width;
  self->projection.height = plate->height;
  psg_map_projection_look (&self->projection, psg_mercator_x (plate->view.longitude),
                           psg_mercator_y (plate->view.latitude), plate->view.zoom, 0);
  self->painter = psg_label_painter_new_for (plate->context, plate->scheme, 1);
  self->names = psg_map_names_new (self->basemap);
  self->plan = psg_event_plan_new (plate->session, ignore_ready, NULL);
  self->covered = g_array_new (FALSE, FALSE, sizeof (PsgBox));
  furnish (self);
  plan_crossings (self);
  plan_names_and_events (self);
}

static void
end (Drawing *self)
{
  g_array_unref (self->covered);
  g_clear_object (&self->ruler);
  g_object_unref (self->credits);
  g_free (self->planned);
  g_ptr_array_unref (self->crossings);
  psg_event_plan_free (self->plan);
  psg_map_names_free (self->names);
  psg_label_painter_free (self->painter);
  psg_basemap_unref (self->basemap);
}

static GArray *
find_bubbles (Drawing *self)
{
  GArray *seen = g_array_new (FALSE, FALSE, sizeof (SeenBubble));
  GArray *bubbles = self->plate->blank ? NULL : psg_event_plan_get_bubbles (self->plan, &self->projection);

  for (guint i = 0; bubbles != NULL && i < bubbles->len; i++)
    {
      SeenBubble bubble = { .planned = &g_array_index (bubbles, PsgPlannedBubble, i) };

      bubble.at = bubble.planned->place;
      psg_map_projection_place (&self->projection, bubble.planned->cluster.x, bubble.planned->cluster.y,
                                &bubble.at.x, &bubble.at.y);
      if (bubble.at.x < -REACH || bubble.at.y < -REACH || bubble.at.x > self->plate->width + REACH
          || bubble.at.y > self->plate->height + REACH)
        continue;
      psg_bubble_layout_avoid ((const PsgBox *) self->covered->data, self->covered->len, bubble.at.x, bubble.at.y,
                               bubble.at.radius, &bubble.at.dx, &bubble.at.dy);
      bubble.look = psg_event_plan_get_look (self->plan, bubble.planned, self->plate->scheme);
      g_array_append_val (seen, bubble);
    }

  return seen;
}

static void
draw_base (Drawing *self)
{
  const PsgMapProjection *view = &self->projection;
  PsgBasemapFrame frame = {
    .x = view->x - view->width / 2 / view->scale, .y = view->y - view->height / 2 / view->scale,
    .scale = view->scale, .width = view->width, .height = view->height, .zoom = view->zoom, .pen = 1,
  };

  psg_basemap_draw (self->basemap, self->cr, &frame, psg_basemap_style_get (self->plate->scheme));
}

static void
draw_names (Drawing *self,
            GArray  *seen)
{
  g_autoptr (GArray) over = g_array_new (FALSE, FALSE, sizeof (PsgBox));

  for (guint i = 0; i < seen->len; i++)
    {
      const PsgBubble *at = &g_array_index (seen, SeenBubble, i).at;
      double x = at->x + at->dx, y = at->y + at->dy;
      PsgBox box = { x - at->radius, y - at->radius, x + at->radius, y + at->radius };

      g_array_append_val (over, box);
    }

  for (guint i = 0; i < psg_map_names_get_n (self->names); i++)
    {
      PsgBox text, sign;
      const PsgMapName *name = psg_map_names_locate (self->names, i, &self->projection, &text, &sign);

      if (!psg_map_name_is_clear (&self->projection, self->covered, over, &text, &sign))
        continue;
      if (sign.x1 > sign.x0)
        psg_label_painter_draw_sign (self->painter, self->cr, name->kind, (sign.x0 + sign.x1) / 2,
                                     (sign.y0 + sign.y1) / 2);
      psg_label_painter_draw_text (self->painter, self->cr, name->kind, name->text, text.x0, text.y0);
    }
}

static void
draw_event_ground (Drawing *self,
                   GArray  *seen)
{
  GPtrArray *lanes = psg_collection_get_lanes (psg_session_get_collection (self->plate->session));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  for (guint i = 0; i < seen->len; i++)
    {
      const SeenBubble *bubble = &g_array_index (seen, SeenBubble, i);

      psg_event_ground_snapshot (snapshot, self->plate->scheme, lanes, bubble->planned, bubble->look, &bubble->at,
                                 self->projection.zoom);
    }
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node != NULL)
    gsk_render_node_draw (node, self->cr);
}

static void
draw_bubble (Drawing          *self,
             const SeenBubble *bubble)
{
  GPtrArray *lanes = psg_collection_get_lanes (psg_session_get_collection (self->plate->session));
  guint n = bubble->planned->cluster.n_things;
  cairo_t *cr = self->cr;

  cairo_save (cr);
  cairo_translate (cr, bubble->at.x + bubble->at.dx, bubble->at.y + bubble->at.dy);
  if (bubble->look->fade > 0)
    cairo_push_group (cr);
  psg_event_bubble_draw (cr, self->plate->scheme, bubble->look, lanes);
  if (n > 1)
    psg_event_bubble_draw_count (cr, self->plate->context, self->plate->scheme, bubble->look, lanes, n);
  if (bubble->look->fade > 0)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, psg_event_bubble_get_opacity (bubble->look->fade));
    }
  cairo_restore (cr);
}

static gboolean
is_emphasised (const PsgEvent *event,
               const char     *chosen,
               const char     *id)
{
  return g_strcmp0 (id, chosen) == 0
         || (event != NULL && event->crossings != NULL
             && g_strv_contains ((const char *const *) event->crossings, id));
}

static void
place_crossing (Drawing *self,
                guint    i,
                double  *x,
                double  *y)
{
  psg_map_projection_place (&self->projection, self->planned[i].x, self->planned[i].y, x, y);
  *x = round (*x);
  *y = round (*y);
}

static void
draw_card (Drawing *self,
           guint    i,
           PsgDay   day)
{
  const PsgCrossing *crossing = g_ptr_array_index (self->crossings, i);
  const PsgPlannedCrossing *planned = &self->planned[i];
  const PsgBox *box = &planned->placement.box;
  gboolean compact = psg_crossing_plan_is_compact (&self->projection, psg_map_board_quantise (self->projection.zoom));
  double x, y, room = box->x1 - box->x0 - 2 * PSG_CROSSING_CARD_PADDING_X;
  int width, height;
  GdkRGBA fg;

  if (!planned->placement.shown)
    return;

  place_crossing (self, i, &x, &y);
  psg_crossing_card_measure_text (self->plate->context, crossing, day, compact, &width, &height);
  width = (int) MIN (width, room);
  cairo_save (self->cr);
  cairo_translate (self->cr, round (x + box->x0 + (room - width) * planned->placement.align), round (y + box->y0));
  psg_crossing_card_draw_ground (self->cr, self->plate->scheme, width + 2 * PSG_CROSSING_CARD_PADDING_X,
                                 height + PSG_CROSSING_CARD_PADDING_TOP + PSG_CROSSING_CARD_PADDING_BOTTOM, &fg);
  cairo_translate (self->cr, PSG_CROSSING_CARD_PADDING_X, PSG_CROSSING_CARD_PADDING_TOP);
  psg_crossing_card_draw_text (self->cr, self->plate->context, self->plate->scheme, &fg, crossing, day, compact, width);
  cairo_restore (self->cr);
}

static void
draw_sign (Drawing        *self,
           guint           i,
           PsgDay          day,
           const PsgEvent *event)
{
  const PsgCrossing *crossing = g_ptr_array_index (self->crossings, i);
  const PsgPlannedCrossing *planned = &self->planned[i];
  const char *chosen = psg_session_get_crossing (self->plate->session);
  double x, y;

  place_crossing (self, i, &x, &y);
  cairo_save (self->cr);
  cairo_translate (self->cr, x + planned->placement.dx, y + planned->placement.dy);
  if (is_emphasised (event, chosen, crossing->id))
    psg_crossing_draw_emphasis (self->cr, self->plate->scheme, planned->radius);
  psg_crossing_draw_sign (self->cr, self->plate->scheme, crossing->kind, psg_crossing_get_status_at (crossing, day));
  cairo_restore (self->cr);
}

static void
draw_ground (Drawing *self,
             guint    i,
             PsgDay   day)
{
  const PsgCrossing *crossing = g_ptr_array_index (self->crossings, i);
  double x, y;

  place_crossing (self, i, &x, &y);
  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  psg_crossing_draw_ground (self->cr, self->plate->scheme, psg_crossing_get_status_at (crossing, day),
                            &self->planned[i].placement, self->planned[i].radius,
                            psg_crossing_get_ring (crossing, self->projection.zoom));
  cairo_restore (self->cr);
}

/* All cards lie under all signs. */
static void
draw_crossings (Drawing *self)
{
  PsgSession *session = self->plate->session;
  PsgDay day = psg_session_get_playhead (session);
  guint row = psg_session_get_event (session);
  g_autoptr (PsgEvent) event = NULL;

  if (row != PSG_ROW_NONE)
    event = psg_collection_load_event (psg_session_get_collection (session), row, NULL);

  for (guint i = 0; i < self->crossings->len; i++)
    if (self->planned[i].planned)
      draw_ground (self, i, day);
  for (guint i = 0; i < self->crossings->len; i++)
    if (self->planned[i].planned)
      draw_card (self, i, day);
  for (guint i = 0; i < self->crossings->len; i++)
    if (self->planned[i].planned)
      draw_sign (self, i, day, event);
}

static void
draw_corner (Drawing *self)
{
  const PsgBasemapStyle *style = psg_basemap_style_get (self->plate->scheme);
  const PsgBox *credits = &g_array_index (self->covered, PsgBox, 0);
  double width = credits->x1 - credits->x0;

  cairo_rectangle (self->cr, credits->x0, credits->y0, width, credits->y1 - credits->y0);
  psg_basemap_style_set_source (self->cr, style->halo, 1);
  cairo_fill (self->cr);
  psg_basemap_style_set_source (self->cr, style->town, 1);
  cairo_move_to (self->cr, credits->x0 + CREDITS_PADDING, credits->y0 + CREDITS_PADDING / 2);
  pango_cairo_show_layout (self->cr, self->credits);
  cairo_new_path (self->cr);
  if (self->ruler != NULL)
    {
      const PsgBox *box = &g_array_index (self->covered, PsgBox, 1);

      cairo_save (self->cr);
      cairo_translate (self->cr, box->x0, box->y0);
      psg_map_ruler_draw_bar (self->cr, self->plate->scheme, self->ruler, self->scale.pixels, RULER_WIDTH,
                              credits->y0 - box->y0 - CORNER);
      cairo_restore (self->cr);
    }
}

/**
 * psg_map_plate_fit:
 * @self: a map that has a size
 * @view: where to look
 * @width: of the map that @view is meant for, pixels; 0 for that of collections
 * @height: the same
 *
 * Looks there, so that no less is seen than was meant.
 */
void
psg_map_plate_fit (PsgMapPlate        *self,
                   const PsgViewpoint *view,
                   double              width,
                   double              height)
{
  double scale = width > 0 && height > 0 ? MIN (self->width / width, self->height / height)
                                         : psg_viewpoint_get_scale (self->width, self->height);

  self->view = *view;
  self->view.zoom = CLAMP (view->zoom + log2 (scale), PSG_MAP_MIN_ZOOM, PSG_MAP_MAX_ZOOM);
}

/**
 * psg_map_plate_draw:
 * @self: what to draw; its session has a collection
 * @cr: where, its origin the upper left corner
 *
 * Draws a map. What was there shines through nowhere.
 */
void
psg_map_plate_draw (const PsgMapPlate *self,
                    cairo_t           *cr)
{
  g_autoptr (GArray) seen = NULL;
  Drawing drawing;

  g_return_if_fail (psg_session_get_collection (self->session) != NULL);

  begin (&drawing, self, cr);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_clip (cr);
  draw_base (&drawing);
  seen = find_bubbles (&drawing);
  draw_names (&drawing, seen);
  draw_event_ground (&drawing, seen);
  for (guint i = 0; i < seen->len; i++)
    draw_bubble (&drawing, &g_array_index (seen, SeenBubble, i));
  draw_crossings (&drawing);
  draw_corner (&drawing);
  cairo_restore (cr);
  end (&drawing);
}
