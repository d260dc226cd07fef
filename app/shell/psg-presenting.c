/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-presenting.h"

#include <glib/gi18n.h>

#include "psg-audience-window.h"
#include "psg-autoplay.h"
#include "psg-go-to-popover.h"
#include "psg-map-view.h"
#include "psg-player.h"
#include "psg-present-actions.h"
#include "psg-presenter-window.h"
#include "psg-search-palette.h"
#include "psg-session-lessons.h"
#include "psg-stage.h"
#include "psg-step-pictures.h"
#include "psg-timeline-view.h"

/*
 * Makes the windows of a presentation, joins timeline and map into their stages, and puts the windows on the
 * screens there are. The presentation has a session of its own, without the person's notes: what is private
 * is nowhere near the audience.
 */

/* What the audience's window is where nothing makes it as large as the screen. */
#define AUDIENCE_WIDTH 1024
#define AUDIENCE_HEIGHT 768

struct _PsgPresenting
{
  GObject parent_instance;

  PsgWindow *owner;              /* weak */
  GtkApplication *app;           /* weak: of the owner */
  GSettings *settings;           /* owned */
  PsgSession *session;           /* owned */
  PsgPresentation *presentation; /* owned */
  PsgPlayer *player;             /* owned */
  PsgAutoplay *autoplay;         /* owned */
  PsgStepPictures *pictures;     /* owned; made when first needed */
  GSimpleActionGroup *actions;   /* owned */
  GListModel *monitors;          /* owned */
  guint inhibited;               /* cookie; 0 for none */
  gboolean swapped;              /* the audience is on the screen that was the presenter's */
  gboolean ended;
  char *kept;                    /* (nullable): id of the lesson that what was drawn is kept in */

  PsgAudienceWindow *audience;   /* GTK's */
  PsgPresenterWindow *presenter; /* GTK's; NULL until there is one */
  PsgMapView *map;               /* the audience's, which the presenter's follows */
  GtkWidget *search;             /* made when first asked for */
  GtkWidget *go_to;              /* the same */
  PsgViewpoint viewpoint;        /* where the step looks */
  gboolean has_viewpoint;
  guint placing;                 /* tick callback: until it is */
};

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
static void
size_stage_cb (PsgPresenting *self)
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

static gboolean
audience_closed_cb (PsgPresenting *self)
{
  if (self->presenter == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->presenter)))
    psg_presenting_end (self);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->audience), FALSE);

  return TRUE;
}

static gboolean
presenter_closed_cb (PsgPresenting *self)
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

  g_signal_connect_object (surface, "layout", G_CALLBACK (size_stage_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
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

static void
make_presenter (PsgPresenting *self)
{
  PsgMapView *map;

  self->pictures = psg_step_pictures_new (self->presentation);
  self->presenter = psg_presenter_window_new (self->presentation, new_stage (self, self->map, &map),
                                              psg_step_pictures_get, self->pictures);
  join (self, GTK_WINDOW (self->presenter));
  g_settings_bind (self->settings, "presenter-notes-scale", psg_presenter_window_get_aside (self->presenter),
                   "notes-scale", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->presenter, "close-request", G_CALLBACK (presenter_closed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Screens */

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

static void
show_presenter (PsgPresenting *self,
                GdkMonitor    *monitor)
{
  if (self->presenter == NULL)
    make_presenter (self);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self->presenter), monitor);
  gtk_window_present (GTK_WINDOW (self->presenter));
  size_stage_cb (self);
}

static void
enable (PsgPresenting *self,
        const char    *name,
        gboolean       enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Two screens, a window on each. With one it is the audience's, unless the presenter's is open already: then
 * the other screen has gone, and what is left is the lectern. */
static void
arrange (PsgPresenting *self)
{
  gboolean two = g_list_model_get_n_items (self->monitors) > 1;
  gboolean had_presenter = self->presenter != NULL && gtk_widget_get_visible (GTK_WIDGET (self->presenter));
  GdkMonitor *audience, *presenter;

  find_monitors (self, &audience, &presenter);
  enable (self, "swap", two);
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
    show_presenter (self, presenter);
}

/* Actions that concern windows */

static GtkWidget *
get_host (PsgPresenting *self)
{
  if (self->presenter != NULL && gtk_widget_get_visible (GTK_WIDGET (self->presenter)))
    return psg_presenter_window_get_overlay (self->presenter);

  return gtk_window_get_child (GTK_WINDOW (self->audience));
}

static void
put_over (GtkWidget *popover,
          GtkWidget *host)
{
  if (gtk_widget_get_parent (popover) == host)
    return;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  gtk_widget_set_parent (popover, host);
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  PsgPresenting *self = PSG_PRESENTING (user_data);

  if (self->search == NULL)
    self->search = g_object_ref_sink (psg_search_palette_new (self->session));
  put_over (self->search, get_host (self));
  psg_search_palette_open (PSG_SEARCH_PALETTE (self->search));
}

static void
go_to_date_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PsgPresenting *self = PSG_PRESENTING (user_data);
  GtkWidget *host = get_host (self);
  GdkRectangle area = { gtk_widget_get_width (host) / 2, 0, 1, 1 };

  if (self->go_to == NULL)
    self->go_to = g_object_ref_sink (psg_go_to_popover_new (self->session));
  put_over (self->go_to, host);
  psg_go_to_popover_open (PSG_GO_TO_POPOVER (self->go_to), &area);
}

static void
end_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  psg_presenting_end (PSG_PRESENTING (user_data));
}

static void
swap_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PsgPresenting *self = PSG_PRESENTING (user_data);

  self->swapped = !self->swapped;
  arrange (self);
}

static void
presenter_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PsgPresenting *self = PSG_PRESENTING (user_data);

  if (self->presenter != NULL && gtk_widget_get_visible (GTK_WIDGET (self->presenter)))
    presenter_closed_cb (self);
  else
    show_presenter (self, NULL);
}

static void
step_notes_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PsgPresenting *self = PSG_PRESENTING (user_data);
  gboolean larger = g_str_equal (g_action_get_name (G_ACTION (action)), "notes-larger");

  if (self->presenter != NULL)
    psg_presenter_aside_step_notes (psg_presenter_window_get_aside (self->presenter), larger ? 1 : -1);
}

static void
set_playing_cb (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  psg_player_set_playing (PSG_PRESENTING (user_data)->player, g_variant_get_boolean (state));
}

static void
set_loop_cb (GSimpleAction *action,
             GVariant      *state,
             gpointer       user_data)
{
  psg_autoplay_set_running (PSG_PRESENTING (user_data)->autoplay, g_variant_get_boolean (state));
}

static gboolean
may_keep_ink (PsgPresenting *self)
{
  return self->owner != NULL && psg_presentation_get_lesson (self->presentation) != NULL &&
         psg_session_may_keep_lessons (psg_window_get_session (self->owner));
}

static void
take_ink (PsgPresenting *self,
          PsgLesson     *lesson)
{
  for (guint i = 0; i < lesson->steps->len; i++)
    {
      PsgLessonStep *step = g_ptr_array_index (lesson->steps, i);
      PsgInk *ink = psg_presentation_get_ink_of (self->presentation, i);

      g_free (step->ink);
      step->ink = psg_ink_get_empty (ink) ? NULL : psg_ink_to_string (ink);
    }
}

/* What was drawn becomes part of a lesson of the person's own; where the lesson is the collection's, of a copy, which
 * is the same one from then on. */
static void
keep_ink_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PsgPresenting *self = PSG_PRESENTING (user_data);
  PsgLesson *lesson = psg_presentation_get_lesson (self->presentation);
  g_autoptr (PsgLesson) kept = NULL;
  PsgLesson *before;
  PsgSession *session;

  if (!may_keep_ink (self))
    return;

  session = psg_window_get_session (self->owner);
  before = psg_session_find_lesson (session, self->kept != NULL ? self->kept : lesson->id);
  if (before != NULL && psg_lesson_is_own (before))
    kept = psg_lesson_copy (before);
  else
    kept = psg_session_copy_lesson (session, lesson, g_get_real_time ());
  take_ink (self, kept);
  psg_lessons_change (psg_session_get_lessons (session), _("Keeping What Was Drawn"),
                      before != NULL && psg_lesson_is_own (before) ? before : NULL, kept, NULL);
  g_free (self->kept);
  self->kept = g_strdup (kept->id);
}

static void
show_state (PsgPresenting *self,
            const char    *name,
            gboolean       state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (state));
}

static void
playing_changed_cb (PsgPresenting *self)
{
  show_state (self, "play", psg_player_get_playing (self->player));
}

static void
running_changed_cb (PsgPresenting *self)
{
  show_state (self, "loop", psg_autoplay_get_running (self->autoplay));
}

static const GActionEntry entries[] = {
  { .name = "search", .activate = search_cb },
  { .name = "go-to-date", .activate = go_to_date_cb },
  { .name = "end", .activate = end_cb },
  { .name = "swap", .activate = swap_cb },
  { .name = "presenter", .activate = presenter_cb },
  { .name = "notes-larger", .activate = step_notes_cb },
  { .name = "notes-smaller", .activate = step_notes_cb },
  { .name = "play", .state = "false", .change_state = set_playing_cb },
  { .name = "loop", .state = "false", .change_state = set_loop_cb },
  { .name = "keep-ink", .activate = keep_ink_cb },
};

/* Lessons may be read only now. */
static void
lessons_changed_cb (PsgPresenting *self)
{
  enable (self, "keep-ink", may_keep_ink (self));
}

/* The end */

static void
close_popover (GtkWidget **popover)
{
  if (*popover != NULL && gtk_widget_get_parent (*popover) != NULL)
    gtk_widget_unparent (*popover);
  g_clear_object (popover);
}

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
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (psg_window_get_session (owner), "lessons-changed", G_CALLBACK (lessons_changed_cb), self,
                           G_CONNECT_SWAPPED);
  lessons_changed_cb (self);
  self->monitors = g_object_ref (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (owner))));
  g_signal_connect_object (self->presentation, "show-map", G_CALLBACK (show_map_cb), self, G_CONNECT_SWAPPED);
  make_audience (self);
  self->player = psg_player_new (self->session, GTK_WIDGET (self->audience));
  g_signal_connect_object (self->player, "notify::playing", G_CALLBACK (playing_changed_cb), self, G_CONNECT_SWAPPED);
  self->autoplay = psg_autoplay_new (self->presentation, GTK_WIDGET (self->audience));
  g_signal_connect_object (self->autoplay, "notify::running", G_CALLBACK (running_changed_cb), self,
                           G_CONNECT_SWAPPED);
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

  arrange (self);
  g_signal_connect_object (self->monitors, "items-changed", G_CALLBACK (arrange), self, G_CONNECT_SWAPPED);
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
  if (self->player != NULL)
    psg_player_set_playing (self->player, FALSE);
  if (self->inhibited != 0 && self->app != NULL)
    gtk_application_uninhibit (self->app, self->inhibited);
  close_popover (&self->search);
  close_popover (&self->go_to);
  close_window (self, (GtkWindow **) &self->presenter);
  if (self->audience != NULL && self->placing != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->map), self->placing);
  close_window (self, (GtkWindow **) &self->audience);
  g_signal_emit (self, signals[ENDED], 0);
}
