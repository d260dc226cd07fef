/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-audience-window.h"

#include <glib/gi18n-lib.h>

#include "psg-stage.h"

/* A stage that fills a window, and what may lie over it. */

/* How long a pointer that does not move is seen, in milliseconds. */
#define POINTER_REST 2500

struct _PsgAudienceWindow
{
  GtkWindow        parent_instance;

  PsgPresentation *presentation; /* owned */
  guint            rest;         /* source: until the pointer is hidden */
  double           x;            /* of the pointer */
  double           y;

  /* children */
  GtkWidget       *zoom;
  GtkWidget       *still;        /* what the audience goes on seeing */
  GtkWidget       *cover;
};

G_DEFINE_FINAL_TYPE (PsgAudienceWindow, psg_audience_window, GTK_TYPE_WINDOW)

static void
show_cover (PsgAudienceWindow *self)
{
  PsgCover cover = psg_presentation_get_cover (self->presentation);

  gtk_widget_set_visible (self->cover, cover != PSG_COVER_NONE);
  gtk_widget_remove_css_class (self->cover, "white");
  if (cover == PSG_COVER_WHITE)
    gtk_widget_add_css_class (self->cover, "white");
}

/* What is seen at this moment stays. */
static void
show_still (PsgAudienceWindow *self)
{
  gboolean frozen = psg_presentation_get_frozen (self->presentation);

  if (frozen)
    {
      g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (self->zoom);
      g_autoptr (GdkPaintable) image = gdk_paintable_get_current_image (live);

      gtk_picture_set_paintable (GTK_PICTURE (self->still), image);
    }
  else
    gtk_picture_set_paintable (GTK_PICTURE (self->still), NULL);
  gtk_widget_set_visible (self->still, frozen);
}

static void
hide_pointer_cb (gpointer user_data)
{
  PsgAudienceWindow *self = PSG_AUDIENCE_WINDOW (user_data);

  self->rest = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
}

static void
moved_cb (PsgAudienceWindow *self,
          double             x,
          double             y)
{
  if (x == self->x && y == self->y)
    return;

  self->x = x;
  self->y = y;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add_once (POINTER_REST, hide_pointer_cb, self);
}

static void
add_over (GtkWidget  *overlay,
          GtkWidget  *widget,
          const char *css_class)
{
  gtk_widget_add_css_class (widget, css_class);
  gtk_widget_set_visible (widget, FALSE);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), widget);
}

static void
psg_audience_window_dispose (GObject *object)
{
  PsgAudienceWindow *self = PSG_AUDIENCE_WINDOW (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (psg_audience_window_parent_class)->dispose (object);
}

static void
psg_audience_window_class_init (PsgAudienceWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_audience_window_dispose;
}

static void
psg_audience_window_init (PsgAudienceWindow *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_css_class (GTK_WIDGET (self), "psg-audience");
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
}

/**
 * psg_audience_window_new:
 * @presentation: what is presented
 * @stage: (transfer floating): a #PsgStage
 *
 * Returns: (transfer none): a window that is not shown yet; GTK owns it
 */
PsgAudienceWindow *
psg_audience_window_new (PsgPresentation *presentation,
                         GtkWidget       *stage)
{
  PsgAudienceWindow *self = g_object_new (PSG_TYPE_AUDIENCE_WINDOW, NULL);
  GtkWidget *overlay = gtk_overlay_new ();

  self->presentation = g_object_ref (presentation);
  self->zoom = psg_zoom_new (stage, PSG_STAGE_HEIGHT);
  self->still = gtk_picture_new ();
  self->cover = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->zoom);
  add_over (overlay, self->still, "audience-still");
  add_over (overlay, self->cover, "audience-cover");
  gtk_window_set_child (GTK_WINDOW (self), overlay);
  /* Translators: the title of the window that an audience sees */
  gtk_window_set_title (GTK_WINDOW (self), _("Passages: for the audience"));

  g_signal_connect_object (presentation, "notify::cover", G_CALLBACK (show_cover), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "notify::frozen", G_CALLBACK (show_still), self, G_CONNECT_SWAPPED);
  show_cover (self);
  gtk_window_set_focus (GTK_WINDOW (self), stage);
  gtk_window_set_focus_visible (GTK_WINDOW (self), FALSE);

  return self;
}

/**
 * psg_audience_window_get_zoom:
 * @self: an audience's window
 *
 * Returns: (transfer none): what shows the stage
 */
PsgZoom *
psg_audience_window_get_zoom (PsgAudienceWindow *self)
{
  g_return_val_if_fail (PSG_IS_AUDIENCE_WINDOW (self), NULL);

  return PSG_ZOOM (self->zoom);
}
