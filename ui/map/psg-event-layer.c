/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-layer.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-event-ground.h"
#include "psg-event-pictures.h"
#include "psg-event-plan.h"
#include "psg-map-projection.h"
#include "psg-note-pictures.h"
#include "psg-note-words.h"
#include "psg-palette.h"

/*
 * One widget for all events: it draws the bubbles of a plan and looks clicks up in it. The
 * events list is its equal for keyboard and screen reader.
 */

#define MAX_TITLES 6
/* A bubble further outside the view is not drawn. */
#define REACH 100.0
/* How far a bubble's picture reaches beyond its radius at most. */
#define RIM 12.0
/* Where a bubble's leaf is, left of and above its middle, as a part of its radius. */
#define LEAF_AT 0.8

typedef struct
{
  PsgPlannedBubble    *planned;
  const PsgBubbleLook *look;
  PsgBubble            at;       /* pixels of the view */
} SeenBubble;

struct _PsgEventLayer
{
  ShumateLayer      parent_instance;

  PsgSession       *session;
  PsgEventPlan     *plan;
  PsgEventPictures *pictures;
  PsgNotePictures  *leaves;   /* (nullable): until a bubble has one */
  GArray           *covered;  /* PsgBox, pixels of the view */
  GArray           *seen;     /* SeenBubble, of the frame that is being drawn */
  guint             again;    /* source: draw what was left out */
};

enum
{
  SIGNAL_CLUSTER_OPENED,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgEventLayer, psg_event_layer, SHUMATE_TYPE_LAYER)

static void
tell_changed (PsgEventLayer *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
forget_places (PsgEventLayer *self)
{
  psg_event_plan_forget_places (self->plan);
  g_clear_pointer (&self->pictures, psg_event_pictures_free);
  tell_changed (self);
}

static void
forget_events (PsgEventLayer *self)
{
  psg_event_plan_forget_events (self->plan);
  tell_changed (self);
}

static void
forget_chosen (PsgEventLayer *self)
{
  psg_event_plan_forget_chosen (self->plan);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_nearness (PsgEventLayer *self)
{
  psg_event_plan_forget_nearness (self->plan);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_noted (PsgEventLayer *self)
{
  psg_event_plan_forget_noted (self->plan);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_pictures (PsgEventLayer *self)
{
  g_clear_pointer (&self->pictures, psg_event_pictures_free);
  g_clear_pointer (&self->leaves, psg_note_pictures_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
get_projection (PsgEventLayer    *self,
                PsgMapProjection *projection)
{
  psg_map_projection_init (projection, shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                           gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

/* Where in the view a bubble and its point are: out from under what lies over the map.
 * Returns: %FALSE if nothing of it can be seen. */
static gboolean
locate (PsgEventLayer          *self,
        const PsgMapProjection *projection,
        const PsgPlannedBubble *planned,
        PsgBubble              *bubble)
{
  *bubble = planned->place;
  psg_map_projection_place (projection, planned->cluster.x, planned->cluster.y, &bubble->x, &bubble->y);
  if (bubble->x < -REACH || bubble->y < -REACH
      || bubble->x > projection->width + REACH || bubble->y > projection->height + REACH)
    return FALSE;

  psg_bubble_layout_avoid ((const PsgBox *) self->covered->data, self->covered->len, bubble->x, bubble->y,
                           bubble->radius, &bubble->dx, &bubble->dy);

  return TRUE;
}

static void
find_seen (PsgEventLayer          *self,
           const PsgMapProjection *projection)
{
  GArray *bubbles = psg_event_plan_get_bubbles (self->plan, projection);

  g_array_set_size (self->seen, 0);
  for (guint i = 0; i < bubbles->len; i++)
    {
      SeenBubble seen = { .planned = &g_array_index (bubbles, PsgPlannedBubble, i) };

      if (!locate (self, projection, seen.planned, &seen.at))
        continue;
      seen.look = psg_event_plan_get_look (self->plan, seen.planned, psg_palette_get_scheme ());
      g_array_append_val (self->seen, seen);
    }
}

/* All that lies under all bubbles: first, and together, as is cheapest with GL. */
static void
snapshot_ground (PsgEventLayer *self,
                 GtkSnapshot   *snapshot,
                 double         zoom)
{
  GPtrArray *lanes = psg_collection_get_lanes (psg_session_get_collection (self->session));

  for (guint i = 0; i < self->seen->len; i++)
    {
      const SeenBubble *seen = &g_array_index (self->seen, SeenBubble, i);

      psg_event_ground_snapshot (snapshot, psg_palette_get_scheme (), lanes, seen->planned, seen->look, &seen->at,
                                 zoom);
    }
}

/* Cairo pays for a picture outside the view as well. */
static gboolean
is_in_view (const PsgMapProjection *view,
            const PsgBubble        *at)
{
  double x = at->x + at->dx, y = at->y + at->dy, reach = at->radius + RIM;

  return x > -reach && y > -reach && x < view->width + reach && y < view->height + reach;
}

static void
snapshot_bubbles (PsgEventLayer          *self,
                  GtkSnapshot            *snapshot,
                  const PsgMapProjection *view)
{
  GPtrArray *lanes = psg_collection_get_lanes (psg_session_get_collection (self->session));

  for (guint i = 0; i < self->seen->len; i++)
    {
      const SeenBubble *seen = &g_array_index (self->seen, SeenBubble, i);

      if (!is_in_view (view, &seen->at))
        continue;
      psg_event_pictures_snapshot (self->pictures, snapshot, seen->look, lanes, seen->planned->cluster.n_things,
                                   round (seen->at.x + seen->at.dx), round (seen->at.y + seen->at.dy));
    }
}

/* At the shoulder of those whose events the person wrote about. */
static void
snapshot_leaves (PsgEventLayer *self,
                 GtkSnapshot   *snapshot)
{
  for (guint i = 0; i < self->seen->len; i++)
    {
      const SeenBubble *seen = &g_array_index (self->seen, SeenBubble, i);
      double at = LEAF_AT * seen->at.radius;

      if (!seen->planned->noted)
        continue;
      if (self->leaves == NULL)
        self->leaves = psg_note_pictures_new_small (GTK_WIDGET (self));
      psg_note_pictures_snapshot (self->leaves, snapshot, PSG_NOTE_NO_COLOUR, 1,
                                  seen->at.x + seen->at.dx - at, seen->at.y + seen->at.dy - at);
    }
}

/* A diamond at the other shoulder of those that stand for events of the person's own, as on the timeline. */
static void
snapshot_diamonds (PsgEventLayer *self,
                   GtkSnapshot   *snapshot)
{
  for (guint i = 0; i < self->seen->len; i++)
    {
      const SeenBubble *seen = &g_array_index (self->seen, SeenBubble, i);
      double at = LEAF_AT * seen->at.radius, x = seen->at.x + seen->at.dx + at, y = seen->at.y + seen->at.dy - at;
      graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) x - 9, (float) y - 9, 18, 18);
      cairo_t *cr;

      if (!seen->planned->own)
        continue;

      cr = gtk_snapshot_append_cairo (snapshot, &bounds);
      for (int pass = 0; pass < 2; pass++)
        {
          double reach = pass == 0 ? 8 : 5.5, shade = pass == 0 ? 1 : 0.12;

          cairo_move_to (cr, x, y - reach);
          cairo_line_to (cr, x + reach, y);
          cairo_line_to (cr, x, y + reach);
          cairo_line_to (cr, x - reach, y);
          cairo_close_path (cr);
          cairo_set_source_rgb (cr, shade, shade, shade);
          cairo_fill (cr);
        }
      cairo_destroy (cr);
    }
}

static gboolean
draw_again_cb (gpointer user_data)
{
  PsgEventLayer *self = user_data;

  self->again = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
psg_event_layer_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  PsgEventLayer *self = PSG_EVENT_LAYER (widget);
  PsgMapProjection projection;

  get_projection (self, &projection);
  find_seen (self, &projection);
  if (self->pictures == NULL)
    self->pictures = psg_event_pictures_new (widget);

  psg_event_pictures_begin (self->pictures);
  if (self->seen->len > 0)
    {
      snapshot_ground (self, snapshot, projection.zoom);
      snapshot_bubbles (self, snapshot, &projection);
      snapshot_leaves (self, snapshot);
      snapshot_diamonds (self, snapshot);
    }
  if (psg_event_pictures_end (self->pictures) && self->again == 0)
    self->again = g_idle_add (draw_again_cb, self);
}

static const PsgPlannedBubble *
find_bubble (PsgEventLayer *self,
             double         px,
             double         py)
{
  PsgMapProjection projection;
  GArray *bubbles;

  get_projection (self, &projection);
  bubbles = psg_event_plan_get_bubbles (self->plan, &projection);
  for (guint i = bubbles->len; i-- > 0;)
    {
      const PsgPlannedBubble *planned = &g_array_index (bubbles, PsgPlannedBubble, i);
      PsgBubble bubble;

      if (locate (self, &projection, planned, &bubble)
          && hypot (bubble.x + bubble.dx - px, bubble.y + bubble.dy - py) <= bubble.radius + 2)
        return planned;
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
  const PsgPlannedBubble *bubble = keyboard ? NULL : find_bubble (self, x, y);
  PsgEventTable *events;
  g_autoptr (GString) text = g_string_new (NULL);
  guint row;

  if (bubble == NULL)
    return FALSE;

  row = psg_event_plan_find_row (self->plan, bubble->number, 0);
  if (row == PSG_ROW_NONE)
    return FALSE;

  events = psg_collection_get_events (psg_session_get_collection (self->session));
  for (guint i = 0; i < MAX_TITLES && row != PSG_ROW_NONE; i++)
    {
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", psg_event_table_get_title (events, row));
      row = psg_event_plan_find_row (self->plan, bubble->number, row + 1);
    }
  if (row != PSG_ROW_NONE)
    g_string_append_printf (text, ngettext ("\n… and %'u more", "\n… and %'u more",
                                            bubble->cluster.n_things - MAX_TITLES),
                            bubble->cluster.n_things - MAX_TITLES);
  gtk_tooltip_set_text (tooltip, text->str);

  return TRUE;
}

static void
released_cb (PsgEventLayer *self,
             int            n_press,
             double         x,
             double         y)
{
  const PsgPlannedBubble *bubble = find_bubble (self, x, y);
  PsgMapCluster cluster;
  guint row;

  if (bubble == NULL)
    return;

  /* What is chosen may change the bubbles under our hands. */
  cluster = bubble->cluster;
  if (!psg_event_plan_is_one_place (self->plan, bubble))
    {
      g_signal_emit (self, signals[SIGNAL_CLUSTER_OPENED], 0, &cluster);
      return;
    }
  row = psg_event_plan_next_row (self->plan, bubble->number);
  if (row != PSG_ROW_NONE)
    psg_session_select_event (self->session, row);
}

static void
psg_event_layer_dispose (GObject *object)
{
  PsgEventLayer *self = PSG_EVENT_LAYER (object);

  g_clear_handle_id (&self->again, g_source_remove);
  g_clear_pointer (&self->pictures, psg_event_pictures_free);
  g_clear_pointer (&self->leaves, psg_note_pictures_free);

  G_OBJECT_CLASS (psg_event_layer_parent_class)->dispose (object);
}

static void
psg_event_layer_finalize (GObject *object)
{
  PsgEventLayer *self = PSG_EVENT_LAYER (object);

  g_clear_pointer (&self->plan, psg_event_plan_free);
  g_clear_object (&self->session);
  g_array_unref (self->covered);
  g_array_unref (self->seen);

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
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "eventlayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
psg_event_layer_init (PsgEventLayer *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->covered = g_array_new (FALSE, FALSE, sizeof (PsgBox));
  self->seen = g_array_new (FALSE, FALSE, sizeof (SeenBubble));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (forget_pictures));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_pictures), NULL);
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
  static const struct { const char *signal; void (*forget) (PsgEventLayer *self); } changes[] = {
    { "notify::collection", forget_places }, { "notify::matches", forget_events },
    { "notify::span", forget_events }, { "notify::event", forget_chosen }, { "notify::playhead", forget_nearness },
    { "notify::noted", forget_noted },
  };

  self->session = g_object_ref (session);
  self->plan = psg_event_plan_new (session, (PsgEventPlanFunc) tell_changed, self);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (session, changes[i].signal, G_CALLBACK (changes[i].forget), self, G_CONNECT_SWAPPED);
  psg_map_projection_watch (viewport, self, G_CALLBACK (gtk_widget_queue_draw));

  return SHUMATE_LAYER (self);
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

  psg_event_plan_set_obstacles (self->plan, obstacles, names);
  tell_changed (self);
}

/**
 * psg_event_layer_set_covered:
 * @self: the layer
 * @boxes: (array length=n_boxes): parts of the view, in pixels, that something lies over
 * @n_boxes: how many
 *
 * A bubble that would be half hidden moves aside.
 */
void
psg_event_layer_set_covered (PsgEventLayer *self,
                             const PsgBox  *boxes,
                             guint          n_boxes)
{
  g_return_if_fail (PSG_IS_EVENT_LAYER (self));

  g_array_set_size (self->covered, 0);
  if (n_boxes > 0)
    g_array_append_vals (self->covered, boxes, n_boxes);
  tell_changed (self);
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
  PsgMapProjection projection;

  g_return_val_if_fail (PSG_IS_EVENT_LAYER (self), 0);

  get_projection (self, &projection);

  return psg_event_plan_get_bubbles (self->plan, &projection)->len;
}

/**
 * psg_event_layer_list_obstacles:
 * @self: the layer
 *
 * Returns: (transfer full) (element-type PsgMapObstacle): what of the map bubbles cover, through this step of the
 *   zoom level
 */
GArray *
psg_event_layer_list_obstacles (PsgEventLayer *self)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle));
  PsgMapProjection projection;
  GArray *bubbles;

  g_return_val_if_fail (PSG_IS_EVENT_LAYER (self), obstacles);

  get_projection (self, &projection);
  bubbles = psg_event_plan_get_bubbles (self->plan, &projection);
  for (guint i = 0; i < bubbles->len; i++)
    {
      const PsgPlannedBubble *bubble = &g_array_index (bubbles, PsgPlannedBubble, i);
      double r = bubble->place.radius, dx = bubble->place.dx, dy = bubble->place.dy;
      PsgMapObstacle obstacle = { bubble->cluster.x, bubble->cluster.y, { dx - r, dy - r, dx + r, dy + r } };

      g_array_append_val (obstacles, obstacle);
    }

  return obstacles;
}

/**
 * psg_event_layer_get_boxes:
 * @self: the layer
 *
 * Returns: (transfer full) (element-type PsgBox): where the bubbles are now, in pixels of the view
 */
GArray *
psg_event_layer_get_boxes (PsgEventLayer *self)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (PsgBox));
  PsgMapProjection projection;
  GArray *bubbles;

  g_return_val_if_fail (PSG_IS_EVENT_LAYER (self), boxes);

  get_projection (self, &projection);
  bubbles = psg_event_plan_get_bubbles (self->plan, &projection);
  for (guint i = 0; i < bubbles->len; i++)
    {
      PsgBubble at;
      PsgBox box;

      if (!locate (self, &projection, &g_array_index (bubbles, PsgPlannedBubble, i), &at))
        continue;
      at.x += at.dx;
      at.y += at.dy;
      box = (PsgBox) { at.x - at.radius, at.y - at.radius, at.x + at.radius, at.y + at.radius };
      g_array_append_val (boxes, box);
    }

  return boxes;
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
  const PsgPlannedBubble *bubble;

  g_return_val_if_fail (PSG_IS_EVENT_LAYER (self), NULL);

  bubble = find_bubble (self, x, y);

  return bubble != NULL ? &bubble->cluster : NULL;
}
