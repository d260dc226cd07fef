/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-labels.h"

#include "psg-label-painter.h"
#include "psg-map-anchor.h"
#include "psg-map-names.h"
#include "psg-map-projection.h"
#include "psg-palette.h"

/*
 * Draws the map's names from a placement that holds for a step of the zoom level,
 * wherever the map is moved. It cannot be hit, has no part in accessibility (the
 * crossings and events it helps to find have), and does not fetch anything.
 */

struct _PsgMapLabels
{
  ShumateLayer       parent_instance;

  PsgMapOverlays    *overlays;     /* weak */
  PsgMapNames       *names;
  PsgLabelPainter   *painter;      /* (nullable): until a name is to be measured */
  GArray            *obstacles;    /* PsgMapObstacle */
  GArray            *covered;      /* PsgBox, pixels of the view */
  PsgMapLabelsFunc   find_over;    /* (nullable) */
  gpointer           find_over_data;
};

G_DEFINE_FINAL_TYPE (PsgMapLabels, psg_map_labels, SHUMATE_TYPE_LAYER)

static void
ensure_painter (PsgMapLabels *self)
{
  if (self->painter == NULL)
    self->painter = psg_label_painter_new (GTK_WIDGET (self));
}

static void
place_if_needed (PsgMapLabels     *self,
                 PsgMapProjection *projection)
{
  psg_map_projection_init (projection, shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                           gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  if (psg_map_names_are_placed (self->names, projection))
    return;

  ensure_painter (self);
  psg_map_names_place (self->names, self->painter, projection, self->obstacles);
}

static void
forget_placements (PsgMapLabels *self)
{
  psg_map_names_forget (self->names);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_painter (PsgMapLabels *self)
{
  g_clear_pointer (&self->painter, psg_label_painter_free);
  forget_placements (self);
}

/* A map in images has names of its own. */
static gboolean
is_shown (PsgMapLabels           *self,
          const PsgMapProjection *projection,
          const PsgMapName       *name,
          GArray                 *over,
          const PsgBox           *text,
          const PsgBox           *sign)
{
  return psg_map_name_is_clear (projection, self->covered, over, text, sign)
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
  for (guint i = 0; i < psg_map_names_get_n (self->names); i++)
    {
      PsgBox text, sign;
      const PsgMapName *name = psg_map_names_locate (self->names, i, &projection, &text, &sign);

      if (!is_shown (self, &projection, name, over, &text, &sign))
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
  g_clear_pointer (&self->painter, psg_label_painter_free);
  g_clear_pointer (&self->names, psg_map_names_free);
  g_array_unref (self->obstacles);
  g_array_unref (self->covered);

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

  self->names = psg_map_names_new (basemap);
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
  g_return_val_if_fail (PSG_IS_MAP_LABELS (self), g_array_new (FALSE, TRUE, sizeof (PsgMapLabel)));

  ensure_painter (self);

  return psg_map_names_measure_capitals (self->names, self->painter);
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
  for (guint i = 0; i < psg_map_names_get_n (self->names); i++)
    {
      PsgBox text, sign;
      const PsgMapName *name = psg_map_names_locate (self->names, i, &projection, &text, &sign);

      if (!is_shown (self, &projection, name, over, &text, &sign))
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
  PsgMapProjection projection;

  g_return_val_if_fail (PSG_IS_MAP_LABELS (self), g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle)));

  place_if_needed (self, &projection);

  return psg_map_names_list_obstacles (self->names, capitals);
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
