/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-presenting-private.h"

/* Where the windows of a presentation stand, as screens come and go. */

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
void
psg_presenting_arrange (PsgPresenting *self)
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
