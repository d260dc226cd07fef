/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

#include "psg-map-choice.h"
#include "psg-preferences.h"

/* What a window has to do with the maps that lie over the offline one: it is asked for them, and
 * tells what is wrong with them. They are the same in every window. */

/* Of several windows the one used last tells. */
static gboolean
is_foremost (PsgWindow *self)
{
  GtkApplication *app = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = app != NULL ? gtk_application_get_windows (app) : NULL; l != NULL; l = l->next)
    {
      if (PSG_IS_WINDOW (l->data))
        return l->data == self;
    }

  return FALSE;
}

static void
map_failed_cb (PsgWindow  *self,
               const char *message)
{
  if (is_foremost (self))
    psg_window_toast (self, message);
}

static void
open_map_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  psg_map_choice_ask (psg_map_choice_get_default (), GTK_WINDOW (user_data));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (psg_preferences_new (GTK_WINDOW (user_data))));
}

static const GActionEntry entries[] = {
  { .name = "open-map", .activate = open_map_cb },
  { .name = "preferences", .activate = preferences_cb },
};

void
psg_window_add_map_actions (PsgWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (psg_map_choice_get_default (), "failed", G_CALLBACK (map_failed_cb), self,
                           G_CONNECT_SWAPPED);
}
