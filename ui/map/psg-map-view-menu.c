/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-view-private.h"

#include <glib/gi18n.h>

#include "psg-mercator.h"
#include "psg-place.h"

/* What can be done at a point of the map: by the other mouse button, a long touch, or the menu key. */

/* Degrees north and east, from a point of the view. */
void
psg_map_view_unplace (PsgMapView *self,
                      double      px,
                      double      py,
                      double     *latitude,
                      double     *longitude)
{
  PsgMapProjection view;
  double x, y;

  psg_map_projection_init (&view, self->viewport, gtk_widget_get_width (GTK_WIDGET (self)),
                           gtk_widget_get_height (GTK_WIDGET (self)));
  psg_map_projection_unplace (&view, px, py, &x, &y);
  *latitude = psg_mercator_latitude (y);
  *longitude = psg_mercator_longitude (x);
}

static GMenuModel *
create_menu (double latitude,
             double longitude)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (_("_Add Note Here"), NULL);
  g_autofree char *position = psg_position_format (latitude, longitude);
  g_autoptr (GMenuItem) event = g_menu_item_new (_("New _Event Here…"), NULL);
  GMenu *menu = g_menu_new ();

  g_menu_item_set_action_and_target (item, "win.note-place", "(dd)", latitude, longitude);
  g_menu_append_item (section, item);
  g_menu_item_set_action_and_target (event, "win.new-event-at", "(dd)", latitude, longitude);
  g_menu_append_item (section, event);
  g_menu_append_section (menu, position, G_MENU_MODEL (section));

  return G_MENU_MODEL (menu);
}

static void
popup (PsgMapView *self,
       double      x,
       double      y)
{
  double latitude, longitude;
  g_autoptr (GMenuModel) menu = NULL;

  if (psg_session_get_collection (self->session) == NULL)
    return;

  psg_map_view_unplace (self, x, y, &latitude, &longitude);
  menu = create_menu (latitude, longitude);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (PsgMapView *self,
            int         n_press,
            double      x,
            double      y,
            GtkGesture *click)
{
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  popup (self, x, y);
}

static void
long_pressed_cb (PsgMapView *self,
                 double      x,
                 double      y,
                 GtkGesture *press)
{
  gtk_gesture_set_state (press, GTK_EVENT_SEQUENCE_CLAIMED);
  popup (self, x, y);
}

/* Two fingers zoom, however slowly: the first of them is not held. */
static void
joined_cb (GtkEventController *press)
{
  gtk_event_controller_reset (press);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  popup (PSG_MAP_VIEW (widget), gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
}

void
psg_map_view_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "map.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "map.menu", NULL);
}

static void
add_hold (GtkWidget *widget)
{
  GtkGesture *press = gtk_gesture_long_press_new (), *pinch = gtk_gesture_zoom_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_pressed_cb), widget);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (joined_cb), press, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

void
psg_map_view_init_menu (PsgMapView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  add_hold (GTK_WIDGET (self));
}
