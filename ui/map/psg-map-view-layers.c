/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-view-private.h"

#include "psg-basemap-layer.h"
#include "psg-border-layer.h"
#include "psg-map-info.h"
#include "psg-map-source.h"
#include "psg-palette.h"
#include "psg-region-map.h"
#include "psg-zoom.h"

/*
 * What the map is drawn of: base map, names, events, crossings; and what keeps them clear
 * of each other and of what lies over the map.
 */

/* Pixels of a tile's picture for one of the map's, at most: sixteen times the memory. */
#define MAX_RESOLUTION 4.0

/* With GL, tiles at twice the resolution are crisp and cost next to nothing; cairo is
 * better off with one picture of the view. */
static ShumateLayer *
create_base (PsgMapView *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  gboolean cairo = GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
  double resolution = MIN (2.0 * psg_zoom_get_resolution (GTK_WIDGET (self)), MAX_RESOLUTION);
  g_autoptr (ShumateMapSource) source = psg_map_source_new (self->basemap, psg_palette_get_scheme (), resolution);

  shumate_viewport_set_reference_map_source (self->viewport, source);

  return cairo ? psg_basemap_layer_new (self->viewport, self->basemap)
               : SHUMATE_LAYER (shumate_map_layer_new (source, self->viewport));
}

static void
appearance_changed_cb (PsgMapView *self)
{
  if (gtk_widget_get_realized (GTK_WIDGET (self)))
    psg_map_view_replace_base (self);
}

/* Bubbles must not hide a capital's name; other names, or stand where one looks for a crossing's sign, only
 * where there is no other place. */
static void
plan_changed_cb (PsgMapView *self)
{
  g_autoptr (GArray) ringed = psg_crossing_layer_get_obstacles (self->crossings, PSG_CROSSING_ROOM_RINGED);
  g_autoptr (GArray) obstacles = psg_crossing_layer_get_obstacles (self->crossings, PSG_CROSSING_ROOM_BARE);
  g_autoptr (GArray) beside = psg_crossing_layer_get_obstacles (self->crossings, PSG_CROSSING_ROOM_BESIDE);
  g_autoptr (GArray) capitals = NULL, names = NULL;

  psg_map_labels_set_obstacles (self->labels, ringed);
  capitals = psg_map_labels_get_obstacles (self->labels, TRUE);
  names = psg_map_labels_get_obstacles (self->labels, FALSE);
  if (capitals->len > 0)
    g_array_append_vals (obstacles, capitals->data, capitals->len);
  if (beside->len > 0)
    g_array_append_vals (names, beside->data, beside->len);
  psg_event_layer_set_obstacles (self->events, obstacles, names);
  psg_note_layer_set_obstacles (self->notes, obstacles);
}

/* Reads the base map and watches what its look depends on. */
void
psg_map_view_init_basemap (PsgMapView *self)
{
  self->basemap = psg_region_map_get ();
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (appearance_changed_cb));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (appearance_changed_cb), NULL);
}

void
psg_map_view_replace_base (PsgMapView *self)
{
  ShumateLayer *layer;

  /* This one follows by itself. */
  if (PSG_IS_BASEMAP_LAYER (self->base))
    return;

  layer = create_base (self);
  if (self->base != NULL)
    {
      shumate_map_insert_layer_above (self->map, layer, self->base);
      shumate_map_remove_layer (self->map, self->base);
    }
  else
    shumate_map_insert_layer_above (self->map, layer, NULL);
  self->base = layer;
}

/* Tells the layers which parts of the view something lies over. */
void
psg_map_view_update_covered (PsgMapView *self)
{
  GtkWidget *over[PSG_MAP_N_OVER] = {
    GTK_WIDGET (self->badge), self->compass, GTK_WIDGET (self->legend), GTK_WIDGET (self->ruler),
    self->zoom_box, self->attribution,
  };
  /* The names of capitals are what people find their way by. */
  g_autoptr (GArray) capitals = psg_map_labels_measure_capitals (self->labels);

  self->n_covered = 0;
  for (guint i = 0; i < PSG_MAP_N_OVER; i++)
    {
      graphene_rect_t r;

      if (gtk_widget_get_mapped (over[i])
          && gtk_widget_compute_bounds (over[i], GTK_WIDGET (self), &r))
        self->covered[self->n_covered++] = (PsgBox) { r.origin.x - 2, r.origin.y - 2,
                                                      r.origin.x + r.size.width + 2, r.origin.y + r.size.height + 2 };
    }

  psg_crossing_layer_set_names (self->crossings, capitals);
  psg_map_labels_set_covered (self->labels, self->covered, self->n_covered);
  psg_event_layer_set_covered (self->events, self->covered, self->n_covered);
  psg_note_layer_set_covered (self->notes, self->covered, self->n_covered);
  psg_crossing_layer_set_covered (self->crossings, self->covered, self->n_covered);
}

/* What lies over names. */
static GArray *
find_over (gpointer user_data)
{
  PsgMapView *self = user_data;
  GArray *boxes = psg_event_layer_get_boxes (self->events);

  psg_note_layer_append_boxes (self->notes, boxes);

  return boxes;
}

void
psg_map_view_add_layers (PsgMapView *self)
{
  ShumateLayer *border = psg_border_layer_new (self->viewport, self->basemap);

  self->labels = PSG_MAP_LABELS (psg_map_labels_new (self->viewport, self->basemap));
  self->area = PSG_AREA_LAYER (psg_area_layer_new (self->viewport));
  self->events = PSG_EVENT_LAYER (psg_event_layer_new (self->viewport, self->session));
  self->notes = PSG_NOTE_LAYER (psg_note_layer_new (self->viewport, self->session, self->events));
  self->crossings = PSG_CROSSING_LAYER (psg_crossing_layer_new (self->viewport, self->session));
  shumate_map_add_layer (self->map, border);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->labels));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->area));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->events));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->notes));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->crossings));
  self->overlays = psg_map_overlays_new (self->map, border, self->motion,
                                         psg_map_info_get_credits (PSG_MAP_INFO (self->attribution)));
  psg_map_labels_set_overlays (self->labels, self->overlays);
  psg_map_labels_set_over (self->labels, find_over, self);
  g_signal_connect_object (self->session, "notes-changed", G_CALLBACK (gtk_widget_queue_draw), self->labels,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->events, "changed", G_CALLBACK (gtk_widget_queue_draw), self->labels,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->events, "cluster-opened", G_CALLBACK (psg_map_view_open_cluster), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notes, "cluster-opened", G_CALLBACK (psg_map_view_open_cluster), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->crossings, "plan-changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->crossings, "focused", G_CALLBACK (psg_map_view_reveal_crossing), self,
                           G_CONNECT_SWAPPED);
}
