/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

#include <glib/gi18n.h>

#include "psg-export-window.h"
#include "psg-lesson-print-window.h"
#include "psg-session-lessons.h"

/* Pictures of what is shown, and lessons on paper. */

static void
export_picture_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  PsgScene *scene;

  if (psg_session_get_collection (self->session) == NULL)
    {
      psg_window_toast (self, _("Open a collection first"));
      return;
    }

  scene = psg_scene_new_from_session (self->session);
  if (self->map != NULL && gtk_widget_get_width (GTK_WIDGET (psg_window_get_map (self))) > 1)
    {
      PsgMapView *map = psg_window_get_map (self);
      PsgViewpoint view;

      psg_map_view_get_location (map, &view.latitude, &view.longitude, &view.zoom);
      psg_scene_set_view (scene, &view, gtk_widget_get_width (GTK_WIDGET (map)),
                          gtk_widget_get_height (GTK_WIDGET (map)));
    }
  gtk_window_present (GTK_WINDOW (psg_export_window_new (GTK_WINDOW (self), scene)));
}

static void
print_lesson_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  PsgCollection *collection = psg_session_get_collection (self->session);
  g_autoptr (GPtrArray) lessons = psg_session_list_lessons (self->session);

  if (lessons->len == 0)
    {
      psg_window_toast (self, _("There are no lessons yet"));
      return;
    }

  gtk_window_present (GTK_WINDOW (psg_lesson_print_window_new (GTK_WINDOW (self), collection, lessons)));
}

/**
 * psg_window_add_paper_actions:
 * @self: a window with its session
 */
void
psg_window_add_paper_actions (PsgWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "export-picture", .activate = export_picture_cb },
    { .name = "print-lesson", .activate = print_lesson_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
