/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-labels.h"

#include "psg-label-painter.h"
#include "psg-map-area.h"
#include "psg-map-layout.h"
#include "psg-map-projection.h"
#include "psg-mercator.h"
#include "psg-palette.h"

/*
 * Draws the map's names from a placement that holds for a step of the zoom level,
 * wherever the map is moved. It cannot be hit, has no part in accessibility (the
 * crossings and events it helps to find have), and does not fetch anything.
 */

/* How much earlier than its data say a town may be named. */
#define ZOOM_AHEAD 0.55
#define CITY_POPULATION 90000
#define TOWN_POPULATION 12000

typedef struct
{
  const char  *text;
  PsgLabelKind kind;
  double       x;      /* worlds; its label is turned with the map */
  double       y;
} Name;

struct _PsgMapLabels
{
  ShumateLayer       parent_instance;

  PsgBasemap        *basemap;
  PsgMapOverlays    *overlays;     /* weak */
  PsgBasemapLanguage language;
  PsgLabelPainter   *painter;
  GArray            *obstacles;    /* PsgMapObstacle */
  GArray            *covered;      /* PsgBox, pixels of the view */
  PsgMapLabelsFunc   find_over;    /* (nullable) */
  gpointer           find_over_data;
  GArray            *names;        /* Name */
  GArray            *labels;       /* PsgMapLabel, one for each name */
  GArray            *placements;   /* PsgMapPlacement */
  PsgMapProjection   placed;       /* for which zoom level and rotation */
};

G_DEFINE_FINAL_TYPE (PsgMapLabels, psg_map_labels, SHUMATE_TYPE_LAYER)

static void
add_name (PsgMapLabels *self,
          const char   *text,
          PsgLabelKind  kind,
          double        x,
          double        y)
{
  PsgMapLabel label = {
    .radius = psg_label_painter_get_sign_radius (kind),
    .steadfast = kind == PSG_LABEL_CAPITAL || kind == PSG_LABEL_COUNTRY,
  };
  Name name = { text, kind, x, y };

  psg_map_projection_turn (&self->placed, x, y, &label.x, &label.y);
  psg_label_painter_measure (self->painter, kind, text, &label.width, &label.height);
  g_array_append_val (self->labels, label);
  g_array_append_val (self->names, name);
}

static void
add_areas (PsgMapLabels  *self,
           PsgMapAreaKind kind,
           double         zoom)
{
  guint n;
  const PsgMapArea *areas = psg_map_areas_get (&n);

  for (guint i = 0; i < n; i++)
    {
      if (areas[i].kind == kind && areas[i].min_zoom <= zoom && zoom < areas[i].max_zoom)
        add_name (self, areas[i].names[self->language],
                  kind == PSG_MAP_AREA_COUNTRY ? PSG_LABEL_COUNTRY : PSG_LABEL_WATER,
                  psg_mercator_x (areas[i].longitude), psg_mercator_y (areas[i].latitude));
    }
}

static PsgLabelKind
place_kind (const PsgBasemapPlace *place)
{
  if (place->capital)
    return PSG_LABEL_CAPITAL;
  if (place->population >= CITY_POPULATION)
    return PSG_LABEL_CITY;

  return place->population >= TOWN_POPULATION ? PSG_LABEL_TOWN : PSG_LABEL_VILLAGE;
}

static void
add_places (PsgMapLabels *self,
            gboolean      capitals,
            double        zoom)
{
  GArray *places = self->basemap->places;

  for (guint i = 0; i < places->len; i++)
    {
      const PsgBasemapPlace *place = &g_array_index (places, PsgBasemapPlace, i);

      if (place->capital == capitals && place->zoom <= zoom + ZOOM_AHEAD)
        add_name (self, psg_basemap_place_get_name (place, self->language),
                  place_kind (place), place->x, place->y);
    }
}

static void
ensure_painter (PsgMapLabels *self)
{
  if (self->painter == NULL)
    self->painter = psg_label_painter_new (GTK_WIDGET (self));
}

static void
place_labels (PsgMapLabels           *self,
              const PsgMapProjection *projection,
              double                  zoom)
{
  g_autoptr (GArray) obstacles = psg_map_projection_turn_obstacles (projection, self->obstacles);

  ensure_painter (self);
  g_array_set_size (self->names, 0);
  g_array_set_size (self->labels, 0);
  g_clear_pointer (&self->placements, g_array_unref);
  self->placed = *projection;
  self->placed.zoom = zoom;
  add_places (self, TRUE, zoom);
  add_areas (self, PSG_MAP_AREA_COUNTRY, zoom);
  add_places (self, FALSE, zoom);
  add_areas (self, PSG_MAP_AREA_WATER, zoom);

  self->placements = psg_map_layout_place ((const PsgMapLabel *) self->labels->data, self->labels->len,
                                           (const PsgMapObstacle *) obstacles->data, obstacles->len, zoom);
}

static void
place_if_needed (PsgMapLabels     *self,
                 PsgMapProjection *projection)
{
  double zoom;

  psg_map_projection_init (projection, shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                           gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  zoom = psg_map_board_quantise (projection->zoom);
  if (self->placements == NULL || self->placed.zoom != zoom || self->placed.rotation != projection->rotation)
    place_labels (self, projection, zoom);
}

static void
forget_placements (PsgMapLabels *self)
{
  g_clear_pointer (&self->placements, g_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_painter (PsgMapLabels *self)
{
  g_clear_pointer (&self->painter, psg_label_painter_free);
  forget_placements (self);
}

/* Half a name at the edge of the view, or beside a button, says nothing: what is
 * drawn is whole. */
static gboolean
is_whole (PsgMapLabels           *self,
          const PsgMapProjection *projection,
          const PsgBox           *box)
{
  if (box->x0 < 0 || box->y0 < 0 || box->x1 > projection->width || box->y1 > projection->height)
    return FALSE;

  for (guint i = 0; i < self->covered->len; i++)
    {
      if (psg_box_overlaps (&g_array_index (self->covered, PsgBox, i), box))
        return FALSE;
    }

  return TRUE;
}

/* Where the text of a placed label is in the view, and the sign. */
static PsgBox
locate (PsgMapLabels           *self,
        const PsgMapProjection *projection,
        const PsgMapPlacement  *placement,
        PsgBox                 *sign)
{
  const PsgMapLabel *label = &g_array_index (self->labels, PsgMapLabel, placement->label);
  const Name *name = &g_array_index (self->names, Name, placement->label);
  PsgBox text;
  double x, y;

  psg_map_projection_place (projection, name->x, name->y, &x, &y);
  text.x0 = x + placement->dx;
  text.y0 = y + placement->dy;
  text.x1 = text.x0 + label->width;
  text.y1 = text.y0 + label->height;
  *sign = (PsgBox) { x, y, x, y };
  if (!placement->bare)
    *sign = psg_box_grow (sign, label->radius);

  return text;
}

static gboolean
lies_under (GArray       *over,
            const PsgBox *box)
{
  for (guint i = 0; over != NULL && i < over->len; i++)
    {
      if (psg_box_overlaps (&g_array_index (over, PsgBox, i), box))
        return TRUE;
    }

  return FALSE;
}

/* A sign without its name raises questions, a name half under a bubble is hard to read; and a
 * map in images has names of its own. */
static gboolean
is_shown (PsgMapLabels           *self,
          const PsgMapProjection *projection,
          const PsgMapPlacement  *placement,
          GArray                 *over,
          const PsgBox           *text,
          const PsgBox           *sign)
{
  const Name *name = &g_array_index (self->names, Name, placement->label);

  PsgBox middle = { (sign->x0 + sign->x1) / 2 - 1, (sign->y0 + sign->y1) / 2 - 1,
                    (sign->x0 + sign->x1) / 2 + 1, (sign->y0 + sign->y1) / 2 + 1 };

  if (!is_whole (self, projection, text) || (sign->x1 > sign->x0 && !is_whole (self, projection, sign)))
    return FALSE;

  /* A sign may be touched at its rim. */
  return !lies_under (over, text) && (sign->x1 <= sign->x0 || !lies_under (over, &middle))
         && !(self->overlays != NULL && psg_map_overlays_hide (self->overlays, name->x, name->y, projection->zoom));
}

static GArray *
find_over (PsgMapLabels *self)
{
  return self->find_over != NULL ? self->find_over (self->find_over_data) : NULL;
}

static void
psg_map_labels_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  PsgMapLabels *self = PSG_MAP_LABELS (widget);
  g_autoptr (GArray) over = find_over (self);
  PsgMapProjection projection;

  place_if_needed (self, &projection);
  for (guint i = 0; i < self->placements->len; i++)
    {
      const PsgMapPlacement *placement = &g_array_index (self->placements, PsgMapPlacement, i);
      const Name *name = &g_array_index (self->names, Name, placement->label);
      PsgBox sign, text = locate (self, &projection, placement, &sign);

      if (!is_shown (self, &projection, placement, over, &text, &sign))
        continue;
      if (sign.x1 > sign.x0)
        psg_label_painter_snapshot_sign (self->painter, snapshot, name->kind,
                                         (sign.x0 + sign.x1) / 2, (sign.y0 + sign.y1) / 2);
      psg_label_painter_snapshot_text (self->painter, snapshot, name->kind, name->text, text.x0, text.y0);
    }
}

static gboolean
psg_map_labels_contains (GtkWidget *widget,
                         double     x,
                         double     y)
{
  return FALSE;
}

static void
psg_map_labels_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (psg_map_labels_parent_class)->css_changed (widget, change);

  forget_painter (PSG_MAP_LABELS (widget));
}

static void
psg_map_labels_finalize (GObject *object)
{
  PsgMapLabels *self = PSG_MAP_LABELS (object);

  g_clear_weak_pointer (&self->overlays);
  g_clear_pointer (&self->basemap, psg_basemap_unref);
  g_clear_pointer (&self->painter, psg_label_painter_free);
  g_clear_pointer (&self->placements, g_array_unref);
  g_array_unref (self->obstacles);
  g_array_unref (self->covered);
  g_array_unref (self->names);
  g_array_unref (self->labels);

  G_OBJECT_CLASS (psg_map_labels_parent_class)->finalize (object);
}

static void
psg_map_labels_class_init (PsgMapLabelsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = psg_map_labels_finalize;
  widget_class->snapshot = psg_map_labels_snapshot;
  widget_class->contains = psg_map_labels_contains;
  widget_class->css_changed = psg_map_labels_css_changed;

  gtk_widget_class_set_css_name (widget_class, "maplabels");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
psg_map_labels_init (PsgMapLabels *self)
{
  self->obstacles = g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle));
  self->covered = g_array_new (FALSE, FALSE, sizeof (PsgBox));
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  self->labels = g_array_new (FALSE, FALSE, sizeof (PsgMapLabel));
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (forget_painter));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_painter), NULL);
}

/**
 * psg_map_labels_new:
 * @viewport: what is shown
 * @basemap: whose names
 *
 * Names are in the first of the languages of psg_text_get_preferred() that the map has.
 *
 * Returns: (transfer floating): the layer
 */
ShumateLayer *
psg_map_labels_new (ShumateViewport *viewport,
                    PsgBasemap      *basemap)
{
  PsgMapLabels *self = g_object_new (PSG_TYPE_MAP_LABELS, "viewport", viewport, NULL);

  self->basemap = psg_basemap_ref (basemap);
  self->language = psg_basemap_choose_language (psg_text_get_preferred ());
  psg_map_projection_watch (viewport, self, G_CALLBACK (gtk_widget_queue_draw));

  return SHUMATE_LAYER (self);
}

/**
 * psg_map_labels_set_obstacles:
 * @self: the layer
 * @obstacles: (element-type PsgMapObstacle): what no name may lie on; copied
 */
void
psg_map_labels_set_obstacles (PsgMapLabels *self,
                              GArray       *obstacles)
{
  g_return_if_fail (PSG_IS_MAP_LABELS (self));

  g_array_set_size (self->obstacles, 0);
  if (obstacles->len > 0)
    g_array_append_vals (self->obstacles, obstacles->data, obstacles->len);
  forget_placements (self);
}

/**
 * psg_map_labels_set_covered:
 * @self: the layer
 * @boxes: (array length=n_boxes): parts of the view, in pixels, that something lies over
 * @n_boxes: how many
 *
 * A name that would be half hidden is not drawn.
 */
void
psg_map_labels_set_covered (PsgMapLabels *self,
                            const PsgBox *boxes,
                            guint         n_boxes)
{
  g_return_if_fail (PSG_IS_MAP_LABELS (self));

  g_array_set_size (self->covered, 0);
  if (n_boxes > 0)
    g_array_append_vals (self->covered, boxes, n_boxes);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * psg_map_labels_set_over:
 * @self: the layer
 * @find_over_func: (scope forever): what says what is drawn over the names
 * @user_data: for @find_over_func; it must outlive the layer
 *
 * A name yields to what would hide a part of it. Draw the layer anew when that changes.
 */
void
psg_map_labels_set_over (PsgMapLabels    *self,
                         PsgMapLabelsFunc find_over_func,
                         gpointer         user_data)
{
  g_return_if_fail (PSG_IS_MAP_LABELS (self));

  self->find_over = find_over_func;
  self->find_over_data = user_data;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * psg_map_labels_set_overlays:
 * @self: the layer
 * @overlays: what lies over the offline map; it is not kept alive
 *
 * Names are not drawn where another map hides the offline one.
 */
void
psg_map_labels_set_overlays (PsgMapLabels   *self,
                             PsgMapOverlays *overlays)
{
  g_return_if_fail (PSG_IS_MAP_LABELS (self));
  g_return_if_fail (PSG_IS_MAP_OVERLAYS (overlays));

  if (g_set_weak_pointer (&self->overlays, overlays))
    g_signal_connect_object (overlays, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * psg_map_labels_measure_capitals:
 * @self: the layer
 *
 * Returns: (transfer full) (element-type PsgMapLabel): the names of capitals, at places in the world
 */
GArray *
psg_map_labels_measure_capitals (PsgMapLabels *self)
{
  GArray *labels = g_array_new (FALSE, TRUE, sizeof (PsgMapLabel));

  g_return_val_if_fail (PSG_IS_MAP_LABELS (self), labels);

  ensure_painter (self);
  for (guint i = 0; i < self->basemap->places->len; i++)
    {
      const PsgBasemapPlace *place = &g_array_index (self->basemap->places, PsgBasemapPlace, i);
      PsgMapLabel label = { place->x, place->y, .steadfast = TRUE };

      if (!place->capital)
        continue;
      label.radius = psg_label_painter_get_sign_radius (PSG_LABEL_CAPITAL);
      psg_label_painter_measure (self->painter, PSG_LABEL_CAPITAL, psg_basemap_place_get_name (place, self->language),
                                 &label.width, &label.height);
      g_array_append_val (labels, label);
    }

  return labels;
}

/**
 * psg_map_labels_get_boxes:
 * @self: the layer
 *
 * Returns: (transfer full) (element-type PsgBox): the names and signs that are drawn
 *   now, in pixels of the view
 */
GArray *
psg_map_labels_get_boxes (PsgMapLabels *self)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (PsgBox));
  g_autoptr (GArray) over = NULL;
  PsgMapProjection projection;

  g_return_val_if_fail (PSG_IS_MAP_LABELS (self), boxes);

  over = find_over (self);
  place_if_needed (self, &projection);
  for (guint i = 0; i < self->placements->len; i++)
    {
      const PsgMapPlacement *placement = &g_array_index (self->placements, PsgMapPlacement, i);
      PsgBox sign, text = locate (self, &projection, placement, &sign);

      if (!is_shown (self, &projection, placement, over, &text, &sign))
        continue;
      g_array_append_val (boxes, text);
      if (sign.x1 > sign.x0)
        g_array_append_val (boxes, sign);
    }

  return boxes;
}

/**
 * psg_map_labels_get_obstacles:
 * @self: the layer
 * @capitals: whether of capitals, or of all else
 *
 * Returns: (transfer full) (element-type PsgMapObstacle): what of the map names and their
 *   signs cover through this step of the zoom level
 */
GArray *
psg_map_labels_get_obstacles (PsgMapLabels *self,
                              gboolean      capitals)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle));
  PsgMapProjection projection;

  g_return_val_if_fail (PSG_IS_MAP_LABELS (self), obstacles);

  place_if_needed (self, &projection);
  for (guint i = 0; i < self->placements->len; i++)
    {
      const PsgMapPlacement *p = &g_array_index (self->placements, PsgMapPlacement, i);
      const PsgMapLabel *label = &g_array_index (self->labels, PsgMapLabel, p->label);
      const Name *name = &g_array_index (self->names, Name, p->label);
      PsgMapObstacle of[] = {
        { name->x, name->y, { p->dx, p->dy, p->dx + label->width, p->dy + label->height } },
        { name->x, name->y, { -label->radius, -label->radius, label->radius, label->radius } },
      };

      if ((name->kind == PSG_LABEL_CAPITAL) == capitals)
        g_array_append_vals (obstacles, of, label->radius > 0 && !p->bare ? 2 : 1);
    }

  return obstacles;
}

/**
 * psg_map_labels_forget:
 * @self: the layer
 * @measures: whether to forget how wide names are too
 *
 * Has all names placed anew, for measuring what that takes.
 */
void
psg_map_labels_forget (PsgMapLabels *self,
                       gboolean      measures)
{
  g_return_if_fail (PSG_IS_MAP_LABELS (self));

  if (measures)
    forget_painter (self);
  else
    forget_placements (self);
}
