/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-view-private.h"

/* What hands and keys do with the map: each moves it, smoothly where that helps. */

/* How much one key press or button moves. */
#define ZOOM_STEP 0.5
#define PAN_STEP 80.0
/* Radians. */
#define TURN_STEP (G_PI / 12)
/* Zoom levels a notch of the wheel, and a pixel on a touchpad, are worth. */
#define WHEEL_STEP 0.25
#define TOUCHPAD_STEP 0.01

static gboolean
scrolled_cb (GtkEventControllerScroll *scroll,
             double                    dx,
             double                    dy,
             PsgMapView               *self)
{
  if (gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL)
    psg_map_motion_zoom (self->motion, -dy * WHEEL_STEP, self->pointer_x, self->pointer_y, TRUE);
  else
    psg_map_motion_zoom (self->motion, -dy * TOUCHPAD_STEP, self->pointer_x, self->pointer_y, FALSE);

  return GDK_EVENT_STOP;
}

static void
pointer_moved_cb (PsgMapView *self,
                  double      x,
                  double      y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

/* Whether what lies there is the map itself, not something on or over it. */
static gboolean
is_ground (PsgMapView *self,
           double      x,
           double      y)
{
  GtkWidget *target = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return target != NULL
         && (target == GTK_WIDGET (self->map) || gtk_widget_is_ancestor (target, GTK_WIDGET (self->map)))
         && gtk_widget_get_ancestor (target, PSG_TYPE_CROSSING_LAYER) == NULL
         && gtk_widget_get_ancestor (target, PSG_TYPE_EVENT_LAYER) == NULL
         && gtk_widget_get_ancestor (target, PSG_TYPE_NOTE_LAYER) == NULL;
}

static void
pressed_cb (PsgMapView *self,
            int         n_press,
            double      x,
            double      y)
{
  if (!is_ground (self, x, y))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2)
    psg_map_motion_zoom (self->motion, 2 * ZOOM_STEP, x, y, TRUE);
}

/* libshumate zooms on its own at a double click, on a sign or a bubble too, wherever that leads. */
static void
take_clicks_from_libshumate (PsgMapView *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
zoom_about_middle (PsgMapView *self,
                   double      by)
{
  psg_map_motion_zoom (self->motion, by,
                       gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                       gtk_widget_get_height (GTK_WIDGET (self)) / 2.0, TRUE);
}

static void
zoom_in_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  zoom_about_middle (PSG_MAP_VIEW (widget), ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  zoom_about_middle (PSG_MAP_VIEW (widget), -ZOOM_STEP);
}

static void
reset_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  psg_map_view_reset (PSG_MAP_VIEW (widget), TRUE);
}

static void
pan_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  int dx, dy;

  g_variant_get (parameter, "(ii)", &dx, &dy);
  psg_map_motion_pan (PSG_MAP_VIEW (widget)->motion, dx * PAN_STEP, dy * PAN_STEP, TRUE);
}

static void
turn_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PsgMapView *self = PSG_MAP_VIEW (widget);
  PsgMapProjection target;

  psg_map_motion_get_target (self->motion, &target);
  psg_map_motion_turn (self->motion, target.rotation + g_variant_get_int32 (parameter) * TURN_STEP, TRUE);
}

static void
north_up_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  psg_map_motion_turn (PSG_MAP_VIEW (widget)->motion, 0, TRUE);
}

static void
bind_keys (GtkWidgetClass *klass)
{
  static const struct { guint key; GdkModifierType modifiers; const char *action; int dx; int dy; } keys[] = {
    { GDK_KEY_plus, 0, "map.zoom-in", 0, 0 },
    { GDK_KEY_equal, 0, "map.zoom-in", 0, 0 },
    { GDK_KEY_KP_Add, 0, "map.zoom-in", 0, 0 },
    { GDK_KEY_minus, 0, "map.zoom-out", 0, 0 },
    { GDK_KEY_KP_Subtract, 0, "map.zoom-out", 0, 0 },
    { GDK_KEY_Home, 0, "map.reset", 0, 0 },
    /* With Control the window passes it on. */
    { GDK_KEY_0, 0, "map.reset", 0, 0 },
    { GDK_KEY_KP_0, 0, "map.reset", 0, 0 },
    { GDK_KEY_Up, GDK_SHIFT_MASK, "map.north-up", 0, 0 },
    { GDK_KEY_Left, 0, "map.pan", -1, 0 },
    { GDK_KEY_Right, 0, "map.pan", 1, 0 },
    { GDK_KEY_Up, 0, "map.pan", 0, -1 },
    { GDK_KEY_Down, 0, "map.pan", 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].dx != 0 || keys[i].dy != 0)
        gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action,
                                             "(ii)", keys[i].dx, keys[i].dy);
      else
        gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
    }

  gtk_widget_class_add_binding_action (klass, GDK_KEY_Left, GDK_SHIFT_MASK, "map.turn", "i", -1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Right, GDK_SHIFT_MASK, "map.turn", "i", 1);
}

void
psg_map_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "map.reset", NULL, reset_action);
  gtk_widget_class_install_action (widget_class, "map.pan", "(ii)", pan_action);
  gtk_widget_class_install_action (widget_class, "map.turn", "i", turn_action);
  gtk_widget_class_install_action (widget_class, "map.north-up", NULL, north_up_action);
  psg_map_view_install_menu (widget_class);
  bind_keys (widget_class);
}

void
psg_map_view_init_input (PsgMapView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointer_moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  psg_map_view_init_menu (self);
  take_clicks_from_libshumate (self);
}
