/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-view-private.h"

#include <glib/gi18n.h>

/*
 * Picking a place: something lies over the map that takes the next click, and says so. With the keyboard the
 * map is moved until the place is at the cross in its middle.
 */

#define CROSS 13.0

typedef struct
{
  PsgMapView  *view; /* borrowed: it owns the sheet */
  PsgMapPicked callback;
  gpointer     data;
  guint        source; /* that of a click, to end with */
  double       x;
  double       y;
} Pick;

static void
end (Pick    *self,
     gboolean picked,
     double   x,
     double   y)
{
  PsgMapView *view = self->view;
  PsgMapPicked callback = g_steal_pointer (&self->callback);
  gpointer data = self->data;
  double latitude = 0, longitude = 0;

  if (callback == NULL)
    return;

  if (picked)
    psg_map_view_unplace (view, x, y, &latitude, &longitude);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  if (view->pick != NULL)
    gtk_overlay_remove_overlay (GTK_OVERLAY (view->overlay), g_steal_pointer (&view->pick));
  callback (picked, latitude, longitude, data);
}

/* Taken away unpicked: nobody is to wait for it. */
static void
free_pick (gpointer  data,
           GClosure *closure)
{
  Pick *self = data;

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->callback != NULL)
    self->callback (FALSE, 0, 0, self->data);
  g_free (self);
}

static gboolean
end_cb (gpointer data)
{
  Pick *self = data;

  self->source = 0;
  end (self, TRUE, self->x, self->y);

  return G_SOURCE_REMOVE;
}

static void
pressed_cb (GtkGesture *click,
            int         n_press,
            double      x,
            double      y,
            Pick       *self)
{
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* GTK 4.18 loses count of what is pressed where that is taken away before it has seen the button come up. */
static void
released_cb (GtkGesture *click,
             int         n_press,
             double      x,
             double      y,
             Pick       *self)
{
  GtkWidget *sheet = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));

  gtk_widget_translate_coordinates (sheet, GTK_WIDGET (self->view), x, y, &self->x, &self->y);
  if (self->source == 0)
    self->source = g_idle_add (end_cb, self);
}

static gboolean
key_cb (GtkEventControllerKey *keys,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        Pick                  *self)
{
  switch (key)
    {
    case GDK_KEY_Escape:
      end (self, FALSE, 0, 0);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      end (self, TRUE, gtk_widget_get_width (GTK_WIDGET (self->view)) / 2.0,
           gtk_widget_get_height (GTK_WIDGET (self->view)) / 2.0);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
draw_cross_cb (GtkDrawingArea *area,
               cairo_t        *cr,
               int             width,
               int             height,
               gpointer        user_data)
{
  double x = width / 2 + 0.5, y = height / 2 + 0.5;

  for (int pass = 0; pass < 2; pass++)
    {
      cairo_set_source_rgb (cr, pass == 0, pass == 0, pass == 0);
      cairo_set_line_width (cr, pass == 0 ? 4 : 1.6);
      cairo_move_to (cr, x - CROSS, y);
      cairo_line_to (cr, x + CROSS, y);
      cairo_move_to (cr, x, y - CROSS);
      cairo_line_to (cr, x, y + CROSS);
      cairo_stroke (cr);
    }
}

static GtkWidget *
new_sheet (void)
{
  GtkWidget *sheet = gtk_overlay_new ();
  GtkWidget *cross = gtk_drawing_area_new ();
  GtkWidget *words = gtk_label_new (_("Click where it was, or move the map and press Enter. Escape cancels."));

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (cross), draw_cross_cb, NULL, NULL);
  gtk_overlay_set_child (GTK_OVERLAY (sheet), cross);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (words, GTK_ALIGN_START);
  gtk_widget_add_css_class (words, "map-chrome");
  gtk_widget_add_css_class (words, "map-pick");
  gtk_widget_set_can_target (words, FALSE);
  gtk_overlay_add_overlay (GTK_OVERLAY (sheet), words);
  gtk_widget_set_cursor_from_name (sheet, "crosshair");
  gtk_widget_set_focusable (sheet, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (words)), -1);

  return sheet;
}

/**
 * psg_map_view_pick:
 * @self: a map
 * @callback: is told the place, or that there is none
 * @data: for @callback
 *
 * Lets a person pick a place: by a click, or with the keyboard at the middle of the map.
 */
void
psg_map_view_pick (PsgMapView  *self,
                   PsgMapPicked callback,
                   gpointer     data)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  Pick *pick = g_new0 (Pick, 1);

  g_return_if_fail (PSG_IS_MAP_VIEW (self));

  if (self->pick != NULL)
    gtk_overlay_remove_overlay (GTK_OVERLAY (self->overlay), g_steal_pointer (&self->pick));

  *pick = (Pick) { self, callback, data };
  self->pick = new_sheet ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_data (click, "pressed", G_CALLBACK (pressed_cb), pick, free_pick, 0);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), pick);
  gtk_widget_add_controller (self->pick, GTK_EVENT_CONTROLLER (click));
  /* What it does not take goes on to the map, which is moved by it. */
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), pick);
  gtk_widget_add_controller (self->pick, keys);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->pick);
  gtk_widget_grab_focus (self->pick);
}
