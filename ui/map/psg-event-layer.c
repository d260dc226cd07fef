/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-layer.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-bubble-layout.h"
#include "psg-event-bubble.h"
#include "psg-map-projection.h"
#include "psg-mercator.h"
#include "psg-palette.h"
#include "psg-place-tally.h"

/*
 * One widget for all events: counted by their places, the places clustered and set out once
 * per step of the zoom level, then drawn from the layout array, which is also what
 * a click is looked up in. Which events a bubble stands for is found out when somebody
 * asks. The events list is its equal for keyboard and screen reader.
 */

#define CLUSTER_RADIUS 30.0
#define MAX_TITLES 6

typedef struct
{
  PsgMapCluster cluster;
  guint         number; /* of the cluster, from 1 */
  PsgBubble     place;
  gboolean      emphasis;
  GdkTexture   *picture;
  double        size;
} Bubble;

struct _PsgEventLayer
{
  ShumateLayer parent_instance;

  PsgSession  *session;
  GArray      *obstacles;   /* PsgMapObstacle: what must not be covered */
  GArray      *names;       /* PsgMapObstacle: what had better not be */
  PsgPlaceTally *tally;
  GArray      *points;      /* PsgMapPoint, in the order of the clusters */
  GArray      *numbers;     /* guint32: of its cluster, by place; 0: in none */
  GArray      *bubbles;     /* Bubble, those drawn on top last */
  double       zoom;
  gboolean     gathered;
  gboolean     placed;
};

enum
{
  SIGNAL_CLUSTER_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgEventLayer, psg_event_layer, SHUMATE_TYPE_LAYER)

static void
bubble_clear (Bubble *bubble)
{
  g_clear_object (&bubble->picture);
}

static void
add_point (PsgEventLayer *self,
           GPtrArray     *places,
           guint          index)
{
  const PsgPlace *place = g_ptr_array_index (places, index);
  PsgMapPoint point = { .place = index, .n = psg_place_tally_count (self->tally, index) };

  if (point.n == 0)
    return;

  point.x = psg_mercator_x (place->longitude);
  point.y = psg_mercator_y (place->latitude);
  g_array_append_val (self->points, point);
}

static void
gather (PsgEventLayer *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  PsgRowSet *matches = psg_session_get_matches (self->session);
  GPtrArray *places;

  g_array_set_size (self->points, 0);
  g_array_set_size (self->numbers, 0);
  g_clear_pointer (&self->tally, psg_place_tally_free);
  self->gathered = TRUE;
  self->placed = FALSE;
  if (collection == NULL || matches == NULL)
    return;

  places = psg_collection_get_places (collection);
  self->tally = psg_place_tally_new (psg_collection_get_events (collection), matches,
                                     psg_session_get_span (self->session), places->len,
                                     psg_collection_get_lanes (collection)->len);
  g_array_set_size (self->numbers, places->len);
  for (guint i = 0; i < places->len; i++)
    add_point (self, places, i);
}

/* Whether a row is shown, and by which cluster. */
static gboolean
is_in_cluster (PsgEventLayer *self,
               guint          number,
               guint          row)
{
  PsgEventTable *events = psg_collection_get_events (psg_session_get_collection (self->session));
  guint place = psg_event_table_get_columns (events)->place[row];
  PsgTimeSpan when = psg_event_table_get_span (events, row);

  return place < self->numbers->len
         && g_array_index (self->numbers, guint32, place) == number
         && psg_time_span_overlaps (psg_session_get_span (self->session), when.start, when.end)
         && psg_row_set_contains (psg_session_get_matches (self->session), row);
}

/* Returns: the first row from @from on that a cluster shows, or %PSG_ROW_NONE. */
static guint
find_row (PsgEventLayer *self,
          guint          number,
          guint          from)
{
  PsgRowSet *matches = psg_session_get_matches (self->session);
  guint row = psg_row_set_next (matches, from);

  while (row != PSG_ROW_NONE && !is_in_cluster (self, number, row))
    row = psg_row_set_next (matches, row + 1);

  return row;
}

static void
number_places (PsgEventLayer       *self,
               const PsgMapCluster *cluster,
               guint32              number)
{
  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    g_array_index (self->numbers, guint32, g_array_index (self->points, PsgMapPoint, i).place) = number;
}

static void
place_bubbles (PsgEventLayer *self,
               GArray        *clusters)
{
  g_autofree PsgBubble *places = g_new0 (PsgBubble, clusters->len + 1);
  guint chosen = psg_session_get_event (self->session);

  for (guint i = 0; i < clusters->len; i++)
    {
      const PsgMapCluster *cluster = &g_array_index (clusters, PsgMapCluster, i);

      places[i] = (PsgBubble) {
        .x = cluster->x, .y = cluster->y, .radius = psg_event_bubble_get_radius (cluster->n_things),
      };
      number_places (self, cluster, i + 1);
    }
  psg_bubble_layout_place (places, clusters->len, (const PsgMapObstacle *) self->obstacles->data,
                           self->obstacles->len, (const PsgMapObstacle *) self->names->data, self->names->len,
                           self->zoom);

  /* The most important are placed first and drawn last. */
  for (guint i = clusters->len; i-- > 0;)
    {
      Bubble bubble = { .cluster = g_array_index (clusters, PsgMapCluster, i), .number = i + 1, .place = places[i] };

      bubble.emphasis = chosen != PSG_ROW_NONE && is_in_cluster (self, bubble.number, chosen);
      g_array_append_val (self->bubbles, bubble);
    }
}

static void
place_if_needed (PsgEventLayer *self)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  double zoom = psg_map_board_quantise (shumate_viewport_get_zoom_level (viewport));
  g_autoptr (GArray) clusters = NULL;

  if (!self->gathered)
    gather (self);
  if (self->placed && self->zoom == zoom)
    return;

  g_array_set_size (self->bubbles, 0);
  self->zoom = zoom;
  self->placed = TRUE;
  clusters = psg_map_cluster_points (self->points, zoom, CLUSTER_RADIUS);
  place_bubbles (self, clusters);
}

static void
forget_points (PsgEventLayer *self)
{
  self->gathered = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_bubbles (PsgEventLayer *self)
{
  self->placed = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
paint (PsgEventLayer *self,
       Bubble        *bubble)
{
  GPtrArray *lanes = psg_collection_get_lanes (psg_session_get_collection (self->session));
  guint counts[PSG_MAX_LANES + 1] = { 0 };

  for (guint i = bubble->cluster.first; i < bubble->cluster.first + bubble->cluster.n; i++)
    {
      guint place = g_array_index (self->points, PsgMapPoint, i).place;
      const guint32 *at_place = psg_place_tally_get_lanes (self->tally, place);

      for (guint lane = 0; lane < lanes->len; lane++)
        counts[MIN (lane, PSG_MAX_LANES)] += at_place[lane];
    }
  bubble->picture = psg_event_bubble_paint (GTK_WIDGET (self), counts, lanes, bubble->cluster.n_things,
                                            bubble->emphasis, &bubble->size);
}

/* From the bubble to its place, or to what lies before it, so that one that had to move aside
 * can be followed. */
static void
snapshot_stem (GtkSnapshot  *snapshot,
               const Bubble *bubble,
               double        x,
               double        y)
{
  gboolean dark = psg_scheme_is_dark (psg_palette_get_scheme ());
  GdkRGBA color = dark ? (GdkRGBA) { 1, 1, 1, 0.7 } : (GdkRGBA) { 0.15, 0.15, 0.2, 0.7 };
  double length = hypot (bubble->place.dx, bubble->place.dy);
  double angle = atan2 (bubble->place.dy, bubble->place.dx) * 180.0 / G_PI;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_rotate (snapshot, angle);
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (length * (1 - bubble->place.stem), -0.6,
                                                            length * bubble->place.stem, 1.2));
  gtk_snapshot_restore (snapshot);
}

static void
psg_event_layer_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  PsgEventLayer *self = PSG_EVENT_LAYER (widget);
  PsgMapProjection projection;

  place_if_needed (self);
  psg_map_projection_init (&projection, shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                           gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  for (guint i = 0; i < self->bubbles->len; i++)
    {
      Bubble *bubble = &g_array_index (self->bubbles, Bubble, i);
      double x, y, half;

      psg_map_projection_place (&projection, bubble->place.x, bubble->place.y, &x, &y);
      if (x < -100 || y < -100 || x > projection.width + 100 || y > projection.height + 100)
        continue;
      if (bubble->picture == NULL)
        paint (self, bubble);
      half = bubble->size / 2;
      snapshot_stem (snapshot, bubble, x, y);
      gtk_snapshot_append_texture (snapshot, bubble->picture,
                                   &GRAPHENE_RECT_INIT (round (x + bubble->place.dx) - half,
                                                        round (y + bubble->place.dy) - half,
                                                        bubble->size, bubble->size));
    }
}

static Bubble *
find_bubble (PsgEventLayer *self,
             double         px,
             double         py)
{
  PsgMapProjection projection;

  place_if_needed (self);
  psg_map_projection_init (&projection, shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                           gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));

  for (guint i = self->bubbles->len; i-- > 0;)
    {
      Bubble *bubble = &g_array_index (self->bubbles, Bubble, i);
      double x, y;

      psg_map_projection_place (&projection, bubble->place.x, bubble->place.y, &x, &y);
      if (hypot (x + bubble->place.dx - px, y + bubble->place.dy - py) <= bubble->place.radius + 2)
        return bubble;
    }

  return NULL;
}

static gboolean
psg_event_layer_contains (GtkWidget *widget,
                          double     x,
                          double     y)
{
  return find_bubble (PSG_EVENT_LAYER (widget), x, y) != NULL;
}

static gboolean
psg_event_layer_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard,
                               GtkTooltip *tooltip)
{
  PsgEventLayer *self = PSG_EVENT_LAYER (widget);
  const Bubble *bubble = keyboard ? NULL : find_bubble (self, x, y);
  PsgEventTable *events;
  g_autoptr (GString) text = g_string_new (NULL);
  guint row;

  if (bubble == NULL)
    return FALSE;

  row = find_row (self, bubble->number, 0);

  events = psg_collection_get_events (psg_session_get_collection (self->session));
  for (guint i = 0; i < MAX_TITLES && row != PSG_ROW_NONE; i++)
    {
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", psg_event_table_get_title (events, row));
      row = find_row (self, bubble->number, row + 1);
    }
  if (row != PSG_ROW_NONE)
    g_string_append_printf (text, ngettext ("\n… and %'u more", "\n… and %'u more",
                                            bubble->cluster.n_things - MAX_TITLES),
                            bubble->cluster.n_things - MAX_TITLES);
  gtk_tooltip_set_text (tooltip, text->str);

  return TRUE;
}

static gboolean
is_one_place (const PsgMapCluster *cluster)
{
  return cluster->x0 == cluster->x1 && cluster->y0 == cluster->y1;
}

/* The event after the chosen one, if that is in the cluster; else its first. */
static guint
next_row (PsgEventLayer *self,
          guint          number)
{
  guint chosen = psg_session_get_event (self->session);
  guint row = PSG_ROW_NONE;

  if (chosen != PSG_ROW_NONE && is_in_cluster (self, number, chosen))
    row = find_row (self, number, chosen + 1);

  return row != PSG_ROW_NONE ? row : find_row (self, number, 0);
}

static void
released_cb (PsgEventLayer *self,
             int            n_press,
             double         x,
             double         y)
{
  const Bubble *bubble = find_bubble (self, x, y);
  PsgMapCluster cluster;

  if (bubble == NULL)
    return;

  /* What is chosen may change the bubbles under our hands. */
  cluster = bubble->cluster;
  if (is_one_place (&cluster))
    psg_session_select_event (self->session, next_row (self, bubble->number));
  else
    g_signal_emit (self, signals[SIGNAL_CLUSTER_OPENED], 0, &cluster);
}

static void
psg_event_layer_dispose (GObject *object)
{
  PsgEventLayer *self = PSG_EVENT_LAYER (object);

  g_array_set_size (self->bubbles, 0);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_event_layer_parent_class)->dispose (object);
}

static void
psg_event_layer_finalize (GObject *object)
{
  PsgEventLayer *self = PSG_EVENT_LAYER (object);

  g_array_unref (self->bubbles);
  g_clear_pointer (&self->tally, psg_place_tally_free);
  g_array_unref (self->points);
  g_array_unref (self->numbers);
  g_array_unref (self->obstacles);
  g_array_unref (self->names);

  G_OBJECT_CLASS (psg_event_layer_parent_class)->finalize (object);
}

static void
psg_event_layer_class_init (PsgEventLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_event_layer_dispose;
  object_class->finalize = psg_event_layer_finalize;
  widget_class->snapshot = psg_event_layer_snapshot;
  widget_class->contains = psg_event_layer_contains;
  widget_class->query_tooltip = psg_event_layer_query_tooltip;

  signals[SIGNAL_CLUSTER_OPENED] = g_signal_new ("cluster-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_css_name (widget_class, "eventlayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
psg_event_layer_init (PsgEventLayer *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->obstacles = g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle));
  self->names = g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle));
  self->points = g_array_new (FALSE, FALSE, sizeof (PsgMapPoint));
  self->numbers = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->bubbles = g_array_new (FALSE, FALSE, sizeof (Bubble));
  g_array_set_clear_func (self->bubbles, (GDestroyNotify) bubble_clear);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (forget_bubbles));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_bubbles), NULL);
}

/**
 * psg_event_layer_new:
 * @viewport: what is shown
 * @session: whose events
 *
 * Returns: (transfer floating): the layer
 */
ShumateLayer *
psg_event_layer_new (ShumateViewport *viewport,
                     PsgSession      *session)
{
  PsgEventLayer *self = g_object_new (PSG_TYPE_EVENT_LAYER, "viewport", viewport, NULL);
  static const char *const gathered_from[] = { "notify::collection", "notify::matches", "notify::span" };
  static const char *const shown[] = { "notify::latitude", "notify::longitude", "notify::zoom-level" };

  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (gathered_from); i++)
    g_signal_connect_object (session, gathered_from[i], G_CALLBACK (forget_points), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::event", G_CALLBACK (forget_bubbles), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_signal_connect_object (viewport, shown[i], G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  return SHUMATE_LAYER (self);
}

static void
copy_obstacles (GArray *to,
                GArray *from)
{
  g_array_set_size (to, 0);
  if (from->len > 0)
    g_array_append_vals (to, from->data, from->len);
}

/**
 * psg_event_layer_set_obstacles:
 * @self: the layer
 * @obstacles: (element-type PsgMapObstacle): what no bubble may lie on if there is room; copied
 * @names: (element-type PsgMapObstacle): what it had better not lie on; copied
 */
void
psg_event_layer_set_obstacles (PsgEventLayer *self,
                               GArray        *obstacles,
                               GArray        *names)
{
  g_return_if_fail (PSG_IS_EVENT_LAYER (self));

  copy_obstacles (self->obstacles, obstacles);
  copy_obstacles (self->names, names);
  forget_bubbles (self);
}

/**
 * psg_event_layer_get_n_bubbles:
 * @self: the layer
 *
 * Returns: how many bubbles there are, in view or not
 */
guint
psg_event_layer_get_n_bubbles (PsgEventLayer *self)
{
  g_return_val_if_fail (PSG_IS_EVENT_LAYER (self), 0);

  place_if_needed (self);

  return self->bubbles->len;
}

/**
 * psg_event_layer_find_at:
 * @self: the layer
 * @x: pixels from the view's left edge
 * @y: pixels from its top edge
 *
 * Returns: (nullable): the cluster whose bubble is there
 */
const PsgMapCluster *
psg_event_layer_find_at (PsgEventLayer *self,
                         double         x,
                         double         y)
{
  const Bubble *bubble;

  g_return_val_if_fail (PSG_IS_EVENT_LAYER (self), NULL);

  bubble = find_bubble (self, x, y);

  return bubble != NULL ? &bubble->cluster : NULL;
}
