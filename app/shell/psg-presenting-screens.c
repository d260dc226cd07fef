/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-presenting-private.h"

/*
 * Where the windows of a presentation stand, as screens come and go. A window manager may hear of a screen later than
 * we do, and then puts a window where it knows its way: it is asked again.
 */

/* How often it is, and after how many milliseconds. */
#define MOST_TRIES 6
#define PATIENCE 400

static GdkMonitor *
get_own_monitor (PsgPresenting *self)
{
  GdkSurface *surface = self->owner != NULL ? gtk_native_get_surface (GTK_NATIVE (self->owner)) : NULL;
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self->audience));

  return surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;
}

/* The presenter's screen is the one that the window was on; the audience's is another, if there is one. */
static void
find_monitors (PsgPresenting *self,
               GdkMonitor   **audience,
               GdkMonitor   **presenter)
{
  g_autoptr (GdkMonitor) first = g_list_model_get_item (self->monitors, 0);
  GdkMonitor *own = get_own_monitor (self);

  *presenter = own != NULL ? own : first;
  *audience = *presenter;
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);

      if (monitor != *presenter)
        *audience = monitor;
    }

  if (self->swapped)
    {
      GdkMonitor *other = *presenter;

      *presenter = *audience;
      *audience = other;
    }
}

void
psg_presenting_show_presenter (PsgPresenting *self,
                               GdkMonitor    *monitor)
{
  if (self->presenter == NULL)
    psg_presenting_make_presenter (self);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self->presenter), monitor);
  gtk_window_present (GTK_WINDOW (self->presenter));
  psg_presenting_size_stage (self);
}

/* Two screens, a window on each. With one it is the audience's, unless the presenter's is open already: then
 * the other screen has gone, and what is left is the lectern. */
static void
put_windows (PsgPresenting *self)
{
  gboolean two = g_list_model_get_n_items (self->monitors) > 1;
  gboolean had_presenter = psg_presenting_shows_presenter (self);
  GdkMonitor *audience, *presenter;

  find_monitors (self, &audience, &presenter);
  psg_presenting_enable (self, "swap", two);
  if (!two && had_presenter)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->audience), FALSE);
      gtk_window_present (GTK_WINDOW (self->presenter));
      return;
    }

  if (audience != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self->audience), audience);
  gtk_window_present (GTK_WINDOW (self->audience));
  if (two)
    psg_presenting_show_presenter (self, presenter);
}

static gboolean
stands_on (gpointer    window,
           GdkMonitor *monitor)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return surface == NULL || !gtk_widget_get_mapped (GTK_WIDGET (window)) ||
         gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) == monitor;
}

static gboolean
stand_well (PsgPresenting *self)
{
  GdkMonitor *audience, *presenter;

  if (g_list_model_get_n_items (self->monitors) < 2)
    return TRUE;

  find_monitors (self, &audience, &presenter);

  return stands_on (self->audience, audience) &&
         (!psg_presenting_shows_presenter (self) || stands_on (self->presenter, presenter));
}

static void
look_again_cb (gpointer user_data)
{
  PsgPresenting *self = PSG_PRESENTING (user_data);

  self->looking = 0;
  if (stand_well (self) || ++self->n_looked >= MOST_TRIES)
    return;

  put_windows (self);
  self->looking = g_timeout_add_once (PATIENCE, look_again_cb, self);
}

/* The windows go to the screens there are, and it is seen to that they get there. */
void
psg_presenting_arrange (PsgPresenting *self)
{
  put_windows (self);
  self->n_looked = 0;
  g_clear_handle_id (&self->looking, g_source_remove);
  self->looking = g_timeout_add_once (PATIENCE, look_again_cb, self);
}
