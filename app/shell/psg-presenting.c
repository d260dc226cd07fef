/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-presenting-private.h"

#include <glib/gi18n.h>

#include "psg-present-actions.h"
#include "psg-stage.h"
#include "psg-timeline-view.h"

/*
 * Makes the windows of a presentation, joins timeline and map into their stages, and puts the windows on the
 * screens there are. The presentation has a session of its own, without the person's notes: what is private
 * is nowhere near the audience.
 */

/* What the audience's window is where nothing makes it as large as the screen. */
#define AUDIENCE_WIDTH 1024
#define AUDIENCE_HEIGHT 768

enum
{
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgPresenting, psg_presenting, G_TYPE_OBJECT)

/* Where the map looks */

static void
map_moved_cb (PsgPresenting *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->map)), height = gtk_widget_get_height (GTK_WIDGET (self->map));
  PsgViewpoint seen;

  if (width <= 1 || height <= 1 || self->placing != 0)
    return;

  psg_map_view_get_location (self->map, &seen.latitude, &seen.longitude, &seen.zoom);
  seen = psg_viewpoint_unfit (&seen, width, height);
  psg_presentation_tell_map (self->presentation, &seen);
}

static void
place_map (PsgPresenting *self,
           gboolean       smooth)
{
  PsgViewpoint there = psg_viewpoint_fit (&self->viewpoint, gtk_widget_get_width (GTK_WIDGET (self->map)),
                                          gtk_widget_get_height (GTK_WIDGET (self->map)));

  psg_map_view_go_to (self->map, there.latitude, there.longitude, there.zoom, smooth);
}

/* A map has its own opening view until it has been laid out. */
static gboolean
place_map_cb (GtkWidget     *map,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  PsgPresenting *self = PSG_PRESENTING (user_data);

  if (gtk_widget_get_width (map) <= 1)
    return G_SOURCE_CONTINUE;

  self->placing = 0;
  place_map (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
place_later (PsgPresenting *self)
{
  if (self->placing == 0)
    self->placing = gtk_widget_add_tick_callback (GTK_WIDGET (self->map), place_map_cb, self, NULL);
}

static void
show_map_cb (PsgPresenting      *self,
             const PsgViewpoint *viewpoint,
             gboolean            smooth)
{
  self->viewpoint = *viewpoint;
  self->has_viewpoint = TRUE;
  if (gtk_widget_get_width (GTK_WIDGET (self->map)) > 1)
    place_map (self, smooth);
  else
    place_later (self);
}

/* Stages and windows */

static GtkWidget *
new_stage (PsgPresenting *self,
           PsgMapView    *leader,
           PsgMapView   **map)
{
  GtkWidget *timeline = psg_timeline_view_new (self->session);

  psg_timeline_view_set_plain (PSG_TIMELINE_VIEW (timeline));
  *map = PSG_MAP_VIEW (psg_map_view_new (self->session));
  psg_map_view_set_plain (*map);
  if (leader != NULL)
    psg_map_view_follow (*map, leader);

  return psg_stage_new (self->presentation, GTK_WIDGET (*map), timeline);
}

/* Not by us: the application quits. GTK 4.8 lets a window's screen call the window when it is unplugged, be
 * it gone, unless the window let go of the screen before. */
static void
destroyed_cb (PsgPresenting *self,
              GtkWidget     *window)
{
  gtk_window_unfullscreen (GTK_WINDOW (window));
  if (window == (GtkWidget *) self->audience)
    self->audience = NULL;
  else
    self->presenter = NULL;
  psg_presenting_end (self);
}

static void
join (PsgPresenting *self,
      GtkWindow     *window)
{
  gtk_window_set_application (window, self->app);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "present", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (window, "destroy", G_CALLBACK (destroyed_cb), self, G_CONNECT_SWAPPED);
  psg_present_keys_add (GTK_WIDGET (window), self->presentation);
}

/* What the presenter sees is of the shape of what the audience sees. A map that is given another size goes on
 * showing what the step means. */
void
psg_presenting_size_stage (PsgPresenting *self)
{
  int width, height;

  if (self->has_viewpoint && !psg_presentation_get_strayed (self->presentation))
    place_later (self);
  if (self->presenter == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->audience)))
    return;

  psg_zoom_get_stage (psg_audience_window_get_zoom (self->audience), &width, &height);
  if (width > 1 && height > 1)
    psg_zoom_set_stage (psg_presenter_window_get_zoom (self->presenter), width, height);
}

gboolean
psg_presenting_shows_presenter (PsgPresenting *self)
{
  return self->presenter != NULL && gtk_widget_get_visible (GTK_WIDGET (self->presenter));
}

static gboolean
audience_closed_cb (PsgPresenting *self)
{
  if (!psg_presenting_shows_presenter (self))
    psg_presenting_end (self);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->audience), FALSE);

  return TRUE;
}

gboolean
psg_presenting_close_presenter (PsgPresenting *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->audience)))
    psg_presenting_end (self);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->presenter), FALSE);

  return TRUE;
}

static void
audience_realized_cb (PsgPresenting *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->audience));

  g_signal_connect_object (surface, "layout", G_CALLBACK (psg_presenting_size_stage), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
make_audience (PsgPresenting *self)
{
  self->audience = psg_audience_window_new (self->presentation, new_stage (self, NULL, &self->map));
  join (self, GTK_WINDOW (self->audience));
  gtk_window_set_default_size (GTK_WINDOW (self->audience), AUDIENCE_WIDTH, AUDIENCE_HEIGHT);
  g_signal_connect_object (self->audience, "close-request", G_CALLBACK (audience_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->audience, "realize", G_CALLBACK (audience_realized_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->map, "moved", G_CALLBACK (map_moved_cb), self, G_CONNECT_SWAPPED);
}

void
psg_presenting_make_presenter (PsgPresenting *self)
{
  PsgMapView *map;

  self->pictures = psg_step_pictures_new (self->presentation);
  self->presenter = psg_presenter_window_new (self->presentation, new_stage (self, self->map, &map),
                                              psg_step_pictures_get, self->pictures);
  join (self, GTK_WINDOW (self->presenter));
  g_settings_bind (self->settings, "presenter-notes-scale", psg_presenter_window_get_aside (self->presenter),
                   "notes-scale", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->presenter, "close-request", G_CALLBACK (psg_presenting_close_presenter), self,
                           G_CONNECT_SWAPPED);
}

/* The end */

static void
close_window (PsgPresenting *self,
              GtkWindow    **window)
{
  if (*window == NULL)
    return;

  g_signal_handlers_disconnect_by_func (*window, destroyed_cb, self);
  gtk_window_unfullscreen (*window);
  gtk_window_destroy (g_steal_pointer (window));
}

/* The object */

static void
scheme_changed_cb (PsgPresenting *self)
{
  if (self->pictures != NULL)
    psg_step_pictures_set_scheme (self->pictures, psg_palette_get_scheme ());
}

static void
psg_presenting_dispose (GObject *object)
{
  PsgPresenting *self = PSG_PRESENTING (object);

  psg_presenting_end (self);
  g_clear_weak_pointer (&self->owner);
  g_clear_weak_pointer (&self->app);
  g_clear_object (&self->player);
  g_clear_object (&self->autoplay);
  g_clear_pointer (&self->pictures, psg_step_pictures_free);
  g_clear_object (&self->actions);
  g_clear_object (&self->presentation);
  g_clear_object (&self->session);
  g_clear_object (&self->monitors);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (psg_presenting_parent_class)->dispose (object);
}

static void
psg_presenting_finalize (GObject *object)
{
  g_free (PSG_PRESENTING (object)->kept);

  G_OBJECT_CLASS (psg_presenting_parent_class)->finalize (object);
}

static void
psg_presenting_class_init (PsgPresentingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_presenting_dispose;
  G_OBJECT_CLASS (klass)->finalize = psg_presenting_finalize;

  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
psg_presenting_init (PsgPresenting *self)
{
  self->settings = g_settings_new (PSG_APP_ID);
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (scheme_changed_cb));
}

/* What is looked at, and through which filter; but not the person's notes. */
static PsgSession *
create_session (PsgSession *from)
{
  PsgSession *session = psg_session_new ();

  psg_session_set_collection (session, psg_session_get_collection (from));
  psg_session_set_filter (session, psg_session_get_filter (from), NULL);
  psg_session_set_lanes (session, psg_session_get_lanes (from));
  psg_session_set_span (session, psg_session_get_span (from));
  psg_session_set_playhead (session, psg_session_get_playhead (from));

  return session;
}

/**
 * psg_presenting_new:
 * @owner: a window with a collection
 * @lesson: (nullable): what to present; %NULL for the events its filter lets through
 * @step: where to begin
 *
 * Makes the windows and shows the step in them. They appear with psg_presenting_present().
 *
 * Returns: (transfer full): a presentation under way
 */
PsgPresenting *
psg_presenting_new (PsgWindow *owner,
                    PsgLesson *lesson,
                    guint      step)
{
  PsgPresenting *self = g_object_new (PSG_TYPE_PRESENTING, NULL);

  g_set_weak_pointer (&self->owner, owner);
  g_set_weak_pointer (&self->app, gtk_window_get_application (GTK_WINDOW (owner)));
  self->session = create_session (psg_window_get_session (owner));
  self->presentation = psg_presentation_new (self->session, lesson);
  self->actions = psg_present_actions_new (self->presentation);
  self->monitors = g_object_ref (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (owner))));
  g_signal_connect_object (self->presentation, "show-map", G_CALLBACK (show_map_cb), self, G_CONNECT_SWAPPED);
  make_audience (self);
  self->player = psg_player_new (self->session, GTK_WIDGET (self->audience));
  self->autoplay = psg_autoplay_new (self->presentation, GTK_WIDGET (self->audience));
  psg_presenting_add_actions (self);
  psg_presentation_go_to (self->presentation, step);

  return self;
}

PsgPresentation *
psg_presenting_get_presentation (PsgPresenting *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTING (self), NULL);

  return self->presentation;
}

/**
 * psg_presenting_get_audience:
 * @self: a presentation under way
 *
 * Returns: (transfer none) (nullable): the audience's window
 */
GtkWindow *
psg_presenting_get_audience (PsgPresenting *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTING (self), NULL);

  return (GtkWindow *) self->audience;
}

/**
 * psg_presenting_get_presenter:
 * @self: a presentation under way
 *
 * Returns: (transfer none) (nullable): the presenter's window
 */
GtkWindow *
psg_presenting_get_presenter (PsgPresenting *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTING (self), NULL);

  return (GtkWindow *) self->presenter;
}

/**
 * psg_presenting_present:
 * @self: a presentation under way
 *
 * Shows its windows on the screens there are, and follows as screens come and go.
 */
void
psg_presenting_present (PsgPresenting *self)
{
  g_return_if_fail (PSG_IS_PRESENTING (self));

  psg_presenting_arrange (self);
  g_signal_connect_object (self->monitors, "items-changed", G_CALLBACK (psg_presenting_arrange), self,
                           G_CONNECT_SWAPPED);
  if (self->app != NULL)
    self->inhibited = gtk_application_inhibit (self->app, GTK_WINDOW (self->audience), GTK_APPLICATION_INHIBIT_IDLE,
                                               /* Translators: why the screen is not to go dark */
                                               _("A lesson is being presented"));
}

/**
 * psg_presenting_set_loop:
 * @self: a presentation under way
 * @loop: whether it goes on by itself, again and again
 */
void
psg_presenting_set_loop (PsgPresenting *self,
                         gboolean       loop)
{
  g_return_if_fail (PSG_IS_PRESENTING (self));

  psg_autoplay_set_running (self->autoplay, loop);
}

/**
 * psg_presenting_end:
 * @self: a presentation under way, or one that has ended
 *
 * Closes its windows.
 */
void
psg_presenting_end (PsgPresenting *self)
{
  g_return_if_fail (PSG_IS_PRESENTING (self));

  if (self->ended)
    return;

  self->ended = TRUE;
  if (self->autoplay != NULL)
    psg_autoplay_set_running (self->autoplay, FALSE);
  g_signal_handlers_disconnect_by_data (self->monitors, self);
  g_clear_handle_id (&self->looking, g_source_remove);
  if (self->player != NULL)
    psg_player_set_playing (self->player, FALSE);
  if (self->inhibited != 0 && self->app != NULL)
    gtk_application_uninhibit (self->app, self->inhibited);
  psg_presenting_drop_popovers (self);
  close_window (self, (GtkWindow **) &self->presenter);
  if (self->audience != NULL && self->placing != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->map), self->placing);
  close_window (self, (GtkWindow **) &self->audience);
  g_signal_emit (self, signals[ENDED], 0);
}
