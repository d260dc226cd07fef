/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

#include "psg-area-layer.h"
#include "psg-basemap.h"
#include "psg-crossing-layer.h"
#include "psg-event-layer.h"
#include "psg-map-badge.h"
#include "psg-map-labels.h"
#include "psg-map-legend.h"
#include "psg-map-motion.h"
#include "psg-map-needle.h"
#include "psg-map-overlays.h"
#include "psg-map-ruler.h"
#include "psg-map-view.h"
#include "psg-note-layer.h"

G_BEGIN_DECLS

/* What lies over the map and hides it: badge, compass, legend, scale, buttons, attribution. */
#define PSG_MAP_N_OVER 6

struct _PsgMapView
{
  GtkWidget         parent_instance;

  /* owned */
  PsgSession       *session;
  PsgBasemap       *basemap;
  PsgMapMotion     *motion;
  PsgMapOverlays   *overlays;
  ShumateViewport  *viewport;

  /* borrowed: children of the map */
  ShumateLayer     *base;
  PsgMapLabels     *labels;
  PsgEventLayer    *events;
  PsgNoteLayer     *notes;
  PsgCrossingLayer *crossings;
  PsgAreaLayer     *area;

  /* template */
  GtkWidget        *overlay;
  ShumateMap       *map;
  PsgMapBadge      *badge;
  PsgMapLegend     *legend;
  PsgMapRuler      *ruler;
  GtkWidget        *compass;
  PsgMapNeedle     *needle;
  GtkWidget        *zoom_box;
  GtkWidget        *area_button;
  GtkWidget        *attribution;

  GtkWidget        *menu;    /* of a point; made when first asked for */
  GtkWidget        *pick;    /* (nullable): what stands over the map while a place is picked */
  PsgBox            covered[PSG_MAP_N_OVER]; /* parts of the view that something lies over */
  guint             n_covered;
  double            pointer_x;
  double            pointer_y;
  gboolean          opened;
  gboolean          follows; /* another map, which decides where both look */
  gboolean          half;    /* of the room for a map */
  gboolean          plain;   /* without buttons and scale */
};

/* psg-map-view-layers.c: what is drawn, from the ground up */
void psg_map_view_init_basemap     (PsgMapView *self);
void psg_map_view_add_layers       (PsgMapView *self);
void psg_map_view_replace_base     (PsgMapView *self);
void psg_map_view_update_covered   (PsgMapView *self);

/* psg-map-view-look.c: where the map looks */
void psg_map_view_init_look        (PsgMapView *self);
void psg_map_view_open             (PsgMapView *self);
gboolean psg_map_view_sees_crossings (PsgMapView *self);
void psg_map_view_reveal_crossing  (PsgMapView *self, const PsgCrossing *crossing);
void psg_map_view_open_cluster     (PsgMapView *self, const PsgMapCluster *cluster);

/* psg-map-view-area.c: only events in a part of the map */
void psg_map_view_init_area        (PsgMapView *self);

/* psg-map-view-input.c: hands and keys */
void psg_map_view_init_input       (PsgMapView *self);
void psg_map_view_install_actions  (GtkWidgetClass *widget_class);

/* psg-map-view-menu.c: what can be done at a point */
void psg_map_view_init_menu        (PsgMapView *self);
void psg_map_view_install_menu     (GtkWidgetClass *widget_class);
void psg_map_view_unplace          (PsgMapView *self, double px, double py, double *latitude, double *longitude);

G_END_DECLS
