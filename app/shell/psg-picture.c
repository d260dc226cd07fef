/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-picture.h"

#include <glib/gi18n.h>

/*
 * A picture of the window as it is drawn, for machines without a display: it
 * waits until the collection is open and the window has come to rest, drives it
 * once through its own actions, and writes what it shows.
 */

/* Frames in which nothing is asked for before the window counts as at rest. */
#define QUIET_US (400 * 1000)
/* As many as that takes on a fast machine; on a slow one it takes longer. */
#define QUIET_FRAMES 24
#define LONGEST_US (20 * G_USEC_PER_SEC)

typedef struct
{
  PsgWindow *window;
  char *path;
  GStrv actions; /* nullable */
  PsgPictureDone done;
  gpointer user_data;
  gint64 begun;
  gint64 settled; /* when the collection was open; 0 before */
  guint n_frames; /* since then */
} Picture;

static void
picture_free (Picture *self)
{
  g_free (self->path);
  g_strfreev (self->actions);
  g_free (self);
}

/* As it is written on the command line: NAME, or NAME::TARGET. */
static void
activate (PsgWindow  *window,
          const char *action)
{
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (g_action_parse_detailed_name (action, &name, &target, &error))
    g_action_group_activate_action (G_ACTION_GROUP (window), name, target);
  else
    g_printerr ("%s\n", error->message);
}

/* The one step of driving: the opening event, and then what was asked for, by the road that keys
 * and scripts take. */
static void
drive (Picture *self)
{
  PsgSession *session = psg_window_get_session (self->window);
  PsgCollection *collection = psg_session_get_collection (session);
  const char *event;

  if (collection == NULL)
    return;

  event = psg_session_get_event_id (session);
  if (event == NULL)
    event = psg_collection_get_info (collection)->opening_event;
  /* Its accounts, if they are what is compared, stay. */
  if (event != NULL && psg_session_get_page (session)->kind == PSG_KIND_EVENT
      && psg_session_get_page (session)->passage == NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self->window), "select-event",
                                    g_variant_new_string (event));
  for (guint i = 0; self->actions != NULL && self->actions[i] != NULL; i++)
    activate (self->window, self->actions[i]);
}

/* As large as it is on the screen. */
static GdkTexture *
render (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  int scale = gtk_widget_get_scale_factor (widget);

  gtk_snapshot_scale (snapshot, scale, scale);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL)
    return NULL;

  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node,
                                      &GRAPHENE_RECT_INIT (0, 0, width * scale, height * scale));
}

static void
finish (Picture *self)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *message = NULL;
  gboolean success = TRUE;

  texture = render (GTK_WIDGET (self->window));
  success = texture != NULL && gdk_texture_save_to_png (texture, self->path);

  if (success)
    message = g_strdup_printf (_("Wrote %s (%d × %d)"), self->path,
                               gdk_texture_get_width (texture), gdk_texture_get_height (texture));
  else
    message = g_strdup_printf (_("Could not write %s"), self->path);

  self->done (success, message, self->user_data);
}

/* Everything is laid out only once a frame has been painted. */
static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       user_data)
{
  Picture *self = user_data;

  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, user_data);
  finish (self);
  picture_free (self);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Picture *self = user_data;
  gint64 now = g_get_monotonic_time ();

  if (now - self->begun < LONGEST_US)
    {
      if (!psg_window_is_settled (self->window))
        return G_SOURCE_CONTINUE;

      if (self->settled == 0)
        {
          self->settled = now;
          drive (self);
        }

      if (now - self->settled < QUIET_US || self->n_frames++ < QUIET_FRAMES)
        return G_SOURCE_CONTINUE;
    }

  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  gtk_widget_queue_draw (widget);

  return G_SOURCE_REMOVE;
}

/**
 * psg_picture_take:
 * @window: a window that is opening a collection
 * @path: where to write a PNG
 * @actions: (nullable): actions of the window to call first, each NAME or NAME::TARGET
 * @done: called when it is written, or could not be
 * @user_data: for @done
 */
void
psg_picture_take (PsgWindow         *window,
                  const char        *path,
                  const char *const *actions,
                  PsgPictureDone     done,
                  gpointer           user_data)
{
  Picture *self = g_new0 (Picture, 1);

  self->window = window;
  self->path = g_strdup (path);
  self->actions = g_strdupv ((GStrv) actions);
  self->done = done;
  self->user_data = user_data;
  self->begun = g_get_monotonic_time ();

  /* The frame that a window draws for itself where nothing composites is no part of
   * the app. */
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, self, NULL);
}
