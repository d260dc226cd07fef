/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-view-private.h"

#include "psg-mercator.h"

/*
 * The button that limits events to what the map shows now. The area stays where it is when
 * the map is moved, and is framed: a filter that followed the map would let every event
 * that one moves towards come as a surprise, and a link to it mean nothing.
 */

static PsgGeoBox
get_view_box (PsgMapView *self)
{
  PsgMapProjection view;
  PsgBox bounds;

  psg_map_motion_get_target (self->motion, &view);
  bounds = psg_map_projection_get_bounds (&view, 0);

  return (PsgGeoBox) {
    psg_mercator_latitude (bounds.y1), psg_mercator_longitude (bounds.x0),
    psg_mercator_latitude (bounds.y0), psg_mercator_longitude (bounds.x1),
  };
}

static void
toggled_cb (PsgMapView *self)
{
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->area_button));
  PsgFilter *filter = psg_session_get_filter (self->session);
  g_autoptr (PsgFilter) changed = NULL;
  g_autoptr (GError) error = NULL;
  PsgGeoBox box;

  /* The filter has changed, and the button follows it. */
  if (active == (psg_filter_get_area (filter) != NULL))
    return;

  box = get_view_box (self);
  changed = psg_filter_with_area (filter, active ? &box : NULL);
  if (!psg_session_set_filter (self->session, changed, &error))
    g_debug ("Cannot limit events to an area: %s", error->message);
}

static void
filter_changed_cb (PsgMapView *self)
{
  const PsgGeoBox *area = psg_filter_get_area (psg_session_get_filter (self->session));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->area_button), area != NULL);
  psg_area_layer_set_box (self->area, area);
}

/* Call when there are layers and a session. */
void
psg_map_view_init_area (PsgMapView *self)
{
  g_signal_connect_object (self->area_button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::filter", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  filter_changed_cb (self);
}
