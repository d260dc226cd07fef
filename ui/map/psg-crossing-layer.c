/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-crossing-layer.h"

#include <math.h>
#include <string.h>

#include "psg-crossing-card.h"
#include "psg-crossing-draw.h"
#include "psg-crossing-marker.h"
#include "psg-crossing-plan.h"
#include "psg-map-projection.h"
#include "psg-note-words.h"
#include "psg-palette.h"

/*
 * Six signs with their cards are widgets, so that they can be focused, spoken and
 * clicked; leader lines and rings of uncertainty are drawn under them. Where they
 * stand relative to their points is planned for a step of the zoom level, and for the
 * widest their texts become, so that nothing jumps while time runs; while the map moves
 * only cards that come to the edge, or under what lies over the map, change their place.
 */

typedef struct
{
  GtkWidget         *marker;
  GtkWidget         *card;
  PsgPlannedCrossing at;
} Item;

struct _PsgCrossingLayer
{
  ShumateLayer parent_instance;

  PsgSession  *session;
  GArray      *items;       /* Item, north to south */
  GArray      *names;       /* PsgMapLabel: those our cards leave room for */
  GArray      *covered;     /* PsgBox, pixels of the view: where no card can be read */
  PsgMapProjection planned; /* the view that was planned for */
  double       planned_zoom;
};

enum
{
  SIGNAL_PLAN_CHANGED,
  SIGNAL_FOCUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgCrossingLayer, psg_crossing_layer, SHUMATE_TYPE_LAYER)

static Item *
get_item (PsgCrossingLayer *self,
          guint             i)
{
  return &g_array_index (self->items, Item, i);
}

static const PsgCrossing *
item_crossing (const Item *item)
{
  return psg_crossing_marker_get_crossing (PSG_CROSSING_MARKER (item->marker));
}

/* Which crossings there are at a zoom level, and how large their cards are. */
static void
choose_items (PsgCrossingLayer       *self,
              const PsgMapProjection *view,
              double                  zoom)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = get_item (self, i);

      item->at.planned = psg_crossing_plan_shows (item_crossing (item)->kind, zoom);
      gtk_widget_set_child_visible (item->marker, item->at.planned);
      if (!item->at.planned)
        continue;
      psg_crossing_card_set_compact (PSG_CROSSING_CARD (item->card), psg_crossing_plan_is_compact (view, zoom));
      psg_crossing_card_get_widest (PSG_CROSSING_CARD (item->card), &item->at.width, &item->at.height);
    }
}

/* Whether anything has another place than before. */
static gboolean
place_cards (PsgCrossingLayer       *self,
             const PsgMapProjection *view,
             double                  zoom)
{
  g_autofree PsgPlannedCrossing **planned = g_new (PsgPlannedCrossing *, self->items->len + 1);
  gboolean changed;

  for (guint i = 0; i < self->items->len; i++)
    planned[i] = &get_item (self, i)->at;
  changed = psg_crossing_plan_place (planned, self->items->len, self->names, self->covered, view, zoom);
  for (guint i = 0; i < self->items->len; i++)
    gtk_widget_set_child_visible (get_item (self, i)->card, planned[i]->planned && planned[i]->placement.shown);

  return changed;
}

static void
get_projection (PsgCrossingLayer *self,
                PsgMapProjection *projection)
{
  psg_map_projection_init (projection, shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                           gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
plan_if_needed (PsgCrossingLayer       *self,
                const PsgMapProjection *view)
{
  double zoom = psg_map_board_quantise (view->zoom);
  gboolean anew = self->planned_zoom != zoom || self->planned.rotation != view->rotation;

  if (!anew && memcmp (&self->planned, view, sizeof *view) == 0)
    return;

  if (self->planned_zoom != zoom || psg_crossing_plan_is_compact (&self->planned, zoom) !=
                                       psg_crossing_plan_is_compact (view, zoom))
    choose_items (self, view, zoom);
  self->planned_zoom = zoom;
  self->planned = *view;
  if (!place_cards (self, view, zoom) && !anew)
    return;

  g_signal_emit (self, signals[SIGNAL_PLAN_CHANGED], 0);
}

static void
forget_plan (PsgCrossingLayer *self)
{
  self->planned_zoom = -1;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
update_day (PsgCrossingLayer *self)
{
  PsgDay day = psg_session_get_playhead (self->session);
  PsgDay compared = psg_session_get_compared (self->session);

  for (guint i = 0; i < self->items->len; i++)
    {
      psg_crossing_marker_set_day (PSG_CROSSING_MARKER (get_item (self, i)->marker), day);
      psg_crossing_marker_set_compared (PSG_CROSSING_MARKER (get_item (self, i)->marker), compared);
      psg_crossing_card_set_day (PSG_CROSSING_CARD (get_item (self, i)->card), day);
    }
}

static void
update_notes (PsgCrossingLayer *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      GPtrArray *notes = psg_session_find_notes (self->session, PSG_NOTE_ON_CROSSING,
                                                 item_crossing (get_item (self, i))->id);

      psg_crossing_marker_set_notes (PSG_CROSSING_MARKER (get_item (self, i)->marker), notes != NULL ? notes->len : 0,
                                     notes != NULL ? psg_note_words_get_colour (notes) : PSG_NOTE_NO_COLOUR);
    }
}

static void
update_emphasis (PsgCrossingLayer *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  const char *chosen = psg_session_get_crossing (self->session);
  guint row = psg_session_get_event (self->session);
  g_autoptr (PsgEvent) event = NULL;

  if (collection != NULL && row != PSG_ROW_NONE)
    event = psg_collection_load_event (collection, row, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const char *id = item_crossing (get_item (self, i))->id;
      gboolean of_event = event != NULL && event->crossings != NULL
                          && g_strv_contains ((const char *const *) event->crossings, id);

      psg_crossing_marker_set_emphasis (PSG_CROSSING_MARKER (get_item (self, i)->marker),
                                        of_event || g_strcmp0 (id, chosen) == 0);
    }
}

static void
choose (PsgCrossingLayer *self,
        GtkWidget        *marker)
{
  const PsgCrossing *crossing = psg_crossing_marker_get_crossing (PSG_CROSSING_MARKER (marker));
  g_autoptr (GError) error = NULL;

  if (!psg_session_select_crossing (self->session, crossing->id, &error))
    g_debug ("Cannot choose %s: %s", crossing->id, error->message);
}

static void
card_clicked_cb (GtkWidget        *card,
                 PsgCrossingLayer *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      if (get_item (self, i)->card == card)
        choose (self, get_item (self, i)->marker);
    }
}

static void
marker_focused_cb (PsgCrossingLayer *self,
                   GParamSpec       *pspec,
                   GtkWidget        *marker)
{
  if (gtk_widget_has_visible_focus (marker))
    g_signal_emit (self, signals[SIGNAL_FOCUSED], 0,
                   psg_crossing_marker_get_crossing (PSG_CROSSING_MARKER (marker)));
}

static void
clear_items (PsgCrossingLayer *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      gtk_widget_unparent (get_item (self, i)->marker);
      gtk_widget_unparent (get_item (self, i)->card);
    }
  g_array_set_size (self->items, 0);
}

static void
add_item (PsgCrossingLayer  *self,
          const PsgCrossing *crossing)
{
  Item item = {
    .marker = psg_crossing_marker_new (crossing),
    .card = psg_crossing_card_new (crossing),
  };

  psg_planned_crossing_init (&item.at, crossing);
  /* All cards lie under all signs. */
  gtk_widget_insert_after (item.card, GTK_WIDGET (self), NULL);
  gtk_widget_insert_before (item.marker, GTK_WIDGET (self), NULL);
  g_signal_connect_object (item.marker, "activate", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item.marker, "notify::has-focus", G_CALLBACK (marker_focused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item.card, "clicked", G_CALLBACK (card_clicked_cb), self, 0);
  g_array_append_val (self->items, item);
}

static int
compare_north_to_south (gconstpointer a,
                        gconstpointer b)
{
  const PsgCrossing *ca = *(PsgCrossing *const *) a, *cb = *(PsgCrossing *const *) b;

  return ca->latitude > cb->latitude ? -1 : ca->latitude < cb->latitude;
}

static void
collection_changed_cb (PsgCrossingLayer *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  g_autoptr (GPtrArray) crossings = NULL;

  clear_items (self);
  if (collection != NULL)
    {
      crossings = g_ptr_array_copy (psg_collection_get_crossings (collection), NULL, NULL);
      g_ptr_array_set_free_func (crossings, NULL);
      g_ptr_array_sort (crossings, compare_north_to_south);
      for (guint i = 0; i < crossings->len; i++)
        add_item (self, g_ptr_array_index (crossings, i));
    }

  update_day (self);
  update_emphasis (self);
  update_notes (self);
  forget_plan (self);
}

static void
playhead_changed_cb (PsgCrossingLayer *self)
{
  update_day (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
viewport_changed_cb (PsgCrossingLayer *self)
{
  PsgMapProjection view;

  get_projection (self, &view);
  /* Before it has a size, all it could plan would be planned again as soon as it has. */
  if (view.width > 1)
    plan_if_needed (self, &view);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
allocate_at (GtkWidget *child,
             double     x,
             double     y,
             int        width,
             int        height)
{
  graphene_point_t at = GRAPHENE_POINT_INIT (round (x), round (y));

  gtk_widget_allocate (child, width, height, -1, gsk_transform_translate (NULL, &at));
}

static void
allocate_card (const Item *item,
               double      x,
               double      y)
{
  const PsgBox *box = &item->at.placement.box;
  int natural, height, width;

  gtk_widget_measure (item->card, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_measure (item->card, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  width = MIN (natural, (int) (box->x1 - box->x0));
  allocate_at (item->card, x + box->x0 + (box->x1 - box->x0 - width) * item->at.placement.align, y + box->y0,
               width, height);
}

static void
allocate_items (PsgCrossingLayer *self)
{
  PsgMapProjection projection;

  get_projection (self, &projection);
  plan_if_needed (self, &projection);

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = get_item (self, i);
      double x, y;
      int size;

      if (!item->at.planned)
        continue;
      psg_map_projection_place (&projection, item->at.x, item->at.y, &x, &y);
      gtk_widget_measure (item->marker, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &size, NULL, NULL);
      allocate_at (item->marker, x + item->at.placement.dx - size / 2.0, y + item->at.placement.dy - size / 2.0,
                   size, size);
      if (item->at.placement.shown)
        allocate_card (item, x, y);
    }
}

static void
psg_crossing_layer_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  allocate_items (PSG_CROSSING_LAYER (widget));
}

static void
snapshot_item (const Item  *item,
               GtkSnapshot *snapshot,
               PsgScheme    scheme,
               double       x,
               double       y,
               double       ring)
{
  const PsgCardPlacement *placement = &item->at.placement;
  double reach = MAX (MAX (ring + 2, 120), hypot (placement->dx, placement->dy) + 40);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - reach, y - reach, 2 * reach, 2 * reach));

  cairo_translate (cr, round (x), round (y));
  psg_crossing_draw_ground (cr, scheme, psg_crossing_marker_get_status (PSG_CROSSING_MARKER (item->marker)),
                            placement, item->at.radius, ring);
  cairo_destroy (cr);
}

static void
psg_crossing_layer_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  PsgCrossingLayer *self = PSG_CROSSING_LAYER (widget);
  PsgScheme scheme = psg_palette_get_scheme ();
  PsgMapProjection projection;

  get_projection (self, &projection);
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = get_item (self, i);
      double ring, x, y;

      if (!item->at.planned)
        continue;
      psg_map_projection_place (&projection, item->at.x, item->at.y, &x, &y);
      ring = psg_crossing_get_ring (item_crossing (item), projection.zoom);
      if (x > -ring - 200 && x < projection.width + ring + 200 && y > -ring - 200 && y < projection.height + ring + 200)
        snapshot_item (item, snapshot, scheme, x, y, ring);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}

/* The layer itself is never hit, only what stands on it. */
static gboolean
psg_crossing_layer_contains (GtkWidget *widget,
                             double     x,
                             double     y)
{
  return FALSE;
}

static void
psg_crossing_layer_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (psg_crossing_layer_parent_class)->css_changed (widget, change);

  forget_plan (PSG_CROSSING_LAYER (widget));
}

static void
psg_crossing_layer_dispose (GObject *object)
{
  PsgCrossingLayer *self = PSG_CROSSING_LAYER (object);

  clear_items (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_crossing_layer_parent_class)->dispose (object);
}

static void
psg_crossing_layer_finalize (GObject *object)
{
  PsgCrossingLayer *self = PSG_CROSSING_LAYER (object);

  g_array_unref (self->items);
  g_array_unref (self->names);
  g_array_unref (self->covered);

  G_OBJECT_CLASS (psg_crossing_layer_parent_class)->finalize (object);
}

static void
psg_crossing_layer_class_init (PsgCrossingLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_crossing_layer_dispose;
  object_class->finalize = psg_crossing_layer_finalize;
  widget_class->size_allocate = psg_crossing_layer_size_allocate;
  widget_class->snapshot = psg_crossing_layer_snapshot;
  widget_class->contains = psg_crossing_layer_contains;
  widget_class->css_changed = psg_crossing_layer_css_changed;

  signals[SIGNAL_PLAN_CHANGED] = g_signal_new ("plan-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FOCUSED] = g_signal_new ("focused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_css_name (widget_class, "crossinglayer");
}

static void
psg_crossing_layer_init (PsgCrossingLayer *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  self->names = g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle));
  self->covered = g_array_new (FALSE, FALSE, sizeof (PsgBox));
  self->planned_zoom = -1;
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * psg_crossing_layer_new:
 * @viewport: what is shown
 * @session: whose crossings, and as of when
 *
 * Returns: (transfer floating): the layer
 */
ShumateLayer *
psg_crossing_layer_new (ShumateViewport *viewport,
                        PsgSession      *session)
{
  PsgCrossingLayer *self = g_object_new (PSG_TYPE_CROSSING_LAYER, "viewport", viewport, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::subject", G_CALLBACK (collection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::playhead", G_CALLBACK (playhead_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::compared", G_CALLBACK (update_day), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::event", G_CALLBACK (update_emphasis), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notes-changed", G_CALLBACK (update_notes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::crossing", G_CALLBACK (update_emphasis), self, G_CONNECT_SWAPPED);
  psg_map_projection_watch (viewport, self, G_CALLBACK (viewport_changed_cb));
  collection_changed_cb (self);

  return SHUMATE_LAYER (self);
}

/**
 * psg_crossing_layer_set_names:
 * @self: the layer
 * @names: (element-type PsgMapLabel): names that cards leave room for if they can; copied
 *
 * May be called while the map is laid out.
 */
void
psg_crossing_layer_set_names (PsgCrossingLayer *self,
                              GArray           *names)
{
  g_return_if_fail (PSG_IS_CROSSING_LAYER (self));

  if (self->names->len == names->len
      && (names->len == 0 || memcmp (self->names->data, names->data, names->len * sizeof (PsgMapLabel)) == 0))
    return;

  g_array_set_size (self->names, 0);
  if (names->len > 0)
    g_array_append_vals (self->names, names->data, names->len);
  self->planned.width = 0;
}

/**
 * psg_crossing_layer_set_covered:
 * @self: the layer
 * @boxes: (array length=n_boxes): parts of the view, in pixels, that something lies over
 * @n_boxes: how many
 *
 * Cards keep off them. May be called while the map is laid out.
 */
void
psg_crossing_layer_set_covered (PsgCrossingLayer *self,
                                const PsgBox     *boxes,
                                guint             n_boxes)
{
  g_return_if_fail (PSG_IS_CROSSING_LAYER (self));

  if (self->covered->len == n_boxes
      && (n_boxes == 0 || memcmp (self->covered->data, boxes, n_boxes * sizeof (PsgBox)) == 0))
    return;

  g_array_set_size (self->covered, 0);
  if (n_boxes > 0)
    g_array_append_vals (self->covered, boxes, n_boxes);
  self->planned.width = 0;
  /* What is laid out already is not laid out again if it only asks for that. */
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    allocate_items (self);
}

/**
 * psg_crossing_layer_get_cards:
 * @self: the layer
 *
 * Returns: (transfer full) (element-type PsgBox): the cards that are shown now, the widest
 *   they become, in pixels of the view
 */
GArray *
psg_crossing_layer_get_cards (PsgCrossingLayer *self)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (PsgBox));
  PsgMapProjection projection;

  g_return_val_if_fail (PSG_IS_CROSSING_LAYER (self), boxes);

  get_projection (self, &projection);
  plan_if_needed (self, &projection);
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = get_item (self, i);
      PsgBox box;
      double x, y;

      if (!item->at.planned || !item->at.placement.shown)
        continue;
      psg_map_projection_place (&projection, item->at.x, item->at.y, &x, &y);
      box = psg_box_move (&item->at.placement.box, x, y);
      g_array_append_val (boxes, box);
    }

  return boxes;
}

/**
 * psg_crossing_layer_get_obstacles:
 * @self: the layer
 * @room: what is to be kept clear
 *
 * Returns: (transfer full) (element-type PsgMapObstacle): what of the map that is, from the zoom level of
 *   psg_crossing_layer_get_zoom() to the next step
 */
GArray *
psg_crossing_layer_get_obstacles (PsgCrossingLayer *self,
                                  PsgCrossingRoom   room)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle));

  g_return_val_if_fail (PSG_IS_CROSSING_LAYER (self), obstacles);

  for (guint i = 0; i < self->items->len; i++)
    psg_planned_crossing_list_obstacles (&get_item (self, i)->at, obstacles, room);

  return obstacles;
}

double
psg_crossing_layer_get_zoom (PsgCrossingLayer *self)
{
  g_return_val_if_fail (PSG_IS_CROSSING_LAYER (self), 0);

  return self->planned_zoom;
}
