/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-view-private.h"

#include <glib/gi18n.h>

#include "psg-map-info.h"
#include "psg-ui.h"

/*
 * Puts the map together: its layers (psg-map-view-layers.c), where it looks
 * (psg-map-view-look.c), hands and keys (psg-map-view-input.c), and what lies over it.
 * Everything shown comes from the session.
 */

/* Narrower than this the legend shows signs without words, and the badge is small. */
#define WIDE_WIDTH 700
/* Narrower than this there is no scale bar. */
#define RULER_MIN_WIDTH 420
/* With less there is no reading what lies over the map, let alone the map. */
#define MIN_WIDTH 256
#define HALF_MIN_WIDTH 170
#define MIN_HEIGHT 250

enum
{
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgMapView, psg_map_view, GTK_TYPE_WIDGET)

static void
psg_map_view_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  PsgMapView *self = PSG_MAP_VIEW (widget);

  psg_map_legend_set_compact (self->legend, width < WIDE_WIDTH);
  if (self->plain)
    gtk_widget_set_visible (GTK_WIDGET (self->legend), width >= WIDE_WIDTH);
  psg_map_badge_set_compact (self->badge, width < WIDE_WIDTH);
  psg_map_info_set_room (PSG_MAP_INFO (self->attribution), width);
  gtk_widget_set_visible (GTK_WIDGET (self->ruler), width >= RULER_MIN_WIDTH && !self->follows && !self->plain);
  if (!self->opened)
    psg_map_view_reset (self, FALSE);
  if (!self->follows)
    psg_map_motion_clamp (self->motion);
  gtk_widget_allocate (self->overlay, width, height, baseline, NULL);
  psg_map_view_update_covered (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
psg_map_view_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  PsgMapView *self = PSG_MAP_VIEW (widget);
  int min_width = self->half ? HALF_MIN_WIDTH : MIN_WIDTH;

  gtk_widget_measure (self->overlay, orientation, for_size, minimum, natural, NULL, NULL);
  *minimum = MAX (*minimum, orientation == GTK_ORIENTATION_HORIZONTAL ? min_width : MIN_HEIGHT);
  *natural = MAX (*natural, *minimum);
}

static void
psg_map_view_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (psg_map_view_parent_class)->realize (widget);

  psg_map_view_replace_base (PSG_MAP_VIEW (widget));
}

static void
psg_map_view_dispose (GObject *object)
{
  PsgMapView *self = PSG_MAP_VIEW (object);

  g_clear_object (&self->overlays);
  g_clear_object (&self->motion);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->viewport);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_map_view_parent_class)->dispose (object);
}

static void
psg_map_view_finalize (GObject *object)
{
  PsgMapView *self = PSG_MAP_VIEW (object);

  g_clear_pointer (&self->basemap, psg_basemap_unref);

  G_OBJECT_CLASS (psg_map_view_parent_class)->finalize (object);
}

/* There is a compass only where it tells something. */
static void
rotation_changed_cb (PsgMapView *self)
{
  double rotation = psg_map_view_get_rotation (self);

  psg_map_needle_set_rotation (self->needle, rotation);
  if (rotation == 0 && gtk_widget_is_focus (self->compass))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (self->compass, rotation != 0 && !self->follows);
}

static void
viewport_changed_cb (PsgMapView *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, PSG_RESOURCE_PREFIX "/map/psg-map-view.ui");
  gtk_widget_class_bind_template_child (klass, PsgMapView, overlay);
  gtk_widget_class_bind_template_child (klass, PsgMapView, map);
  gtk_widget_class_bind_template_child (klass, PsgMapView, badge);
  gtk_widget_class_bind_template_child (klass, PsgMapView, legend);
  gtk_widget_class_bind_template_child (klass, PsgMapView, ruler);
  gtk_widget_class_bind_template_child (klass, PsgMapView, compass);
  gtk_widget_class_bind_template_child (klass, PsgMapView, needle);
  gtk_widget_class_bind_template_child (klass, PsgMapView, zoom_box);
  gtk_widget_class_bind_template_child (klass, PsgMapView, area_button);
  gtk_widget_class_bind_template_child (klass, PsgMapView, attribution);
}

static void
psg_map_view_class_init (PsgMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_map_view_dispose;
  object_class->finalize = psg_map_view_finalize;
  widget_class->size_allocate = psg_map_view_size_allocate;
  widget_class->measure = psg_map_view_measure;
  widget_class->realize = psg_map_view_realize;

  signals[SIGNAL_MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PSG_TYPE_MAP_BADGE);
  g_type_ensure (PSG_TYPE_MAP_INFO);
  g_type_ensure (PSG_TYPE_MAP_LEGEND);
  g_type_ensure (PSG_TYPE_MAP_NEEDLE);
  g_type_ensure (PSG_TYPE_MAP_RULER);
  g_type_ensure (SHUMATE_TYPE_MAP);
  bind_template (widget_class);
  psg_map_view_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "mapview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
psg_map_view_init (PsgMapView *self)
{
  psg_map_view_init_basemap (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->viewport = g_object_ref (shumate_map_get_viewport (self->map));
  psg_map_ruler_set_viewport (self->ruler, self->viewport);
  g_signal_connect_object (self->viewport, "notify::rotation", G_CALLBACK (rotation_changed_cb), self,
                           G_CONNECT_SWAPPED);
  psg_map_projection_watch (self->viewport, self, G_CALLBACK (viewport_changed_cb));
  psg_map_view_init_look (self);
  psg_map_view_init_input (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map"), -1);
}

/**
 * psg_map_view_new:
 * @session: what is shown
 *
 * Returns: (transfer floating): a map
 */
GtkWidget *
psg_map_view_new (PsgSession *session)
{
  PsgMapView *self;

  g_return_val_if_fail (PSG_IS_SESSION (session), NULL);

  self = g_object_new (PSG_TYPE_MAP_VIEW, NULL);
  self->session = g_object_ref (session);
  psg_map_badge_set_session (self->badge, session);
  psg_map_view_add_layers (self);
  psg_map_view_init_area (self);
  psg_map_view_open (self);

  return GTK_WIDGET (self);
}

/**
 * psg_map_view_follow:
 * @self: a map that was not shown yet
 * @leader: another map of the same size
 *
 * From now on both look at the same place, whichever is moved. What can be said once is left
 * to @leader: the scale, the buttons and where the map is from.
 */
void
psg_map_view_follow (PsgMapView *self,
                     PsgMapView *leader)
{
  static const char *const shared[] = { "zoom-level", "latitude", "longitude", "rotation" };

  g_return_if_fail (PSG_IS_MAP_VIEW (self));
  g_return_if_fail (PSG_IS_MAP_VIEW (leader));

  self->follows = TRUE;
  self->opened = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    g_object_bind_property (leader->viewport, shared[i], self->viewport, shared[i],
                            G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  gtk_widget_set_visible (self->zoom_box, FALSE);
  gtk_widget_set_visible (self->attribution, FALSE);
}

/**
 * psg_map_view_set_half:
 * @self: a map
 * @half: whether it shares the room for a map with another
 *
 * A map that showed all the crossings goes on doing so. The legend is then in the one that follows,
 * where the other has its buttons.
 */
void
psg_map_view_set_half (PsgMapView *self,
                       gboolean    half)
{
  g_return_if_fail (PSG_IS_MAP_VIEW (self));

  self->half = half;
  gtk_widget_set_visible (GTK_WIDGET (self->legend), !half || self->follows);
  if (!self->follows && psg_map_view_sees_crossings (self))
    self->opened = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * psg_map_view_set_plain:
 * @self: a map
 *
 * Leaves out what a person at the map needs and those who look on do not: buttons, scale, and a legend that has
 * no room for its words.
 */
void
psg_map_view_set_plain (PsgMapView *self)
{
  g_return_if_fail (PSG_IS_MAP_VIEW (self));

  self->plain = TRUE;
  gtk_widget_set_visible (self->zoom_box, FALSE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
