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

static gboolean
is_comparing (PsgWindow *self)
{
  return psg_day_is_valid (psg_session_get_compared (self->session));
}

/* The playhead's day beside the first the collection tells of; if that is where it stands, the
 * last beside the first. */
static void
compare_dates_cb (GSimpleAction *action,
                  GVariant      *state,
                  gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  const PsgTimeSpan *span;
  PsgDay first;

  if (psg_session_get_collection (self->session) == NULL || g_variant_get_boolean (state) == is_comparing (self))
    return;

  span = &psg_collection_get_info (psg_session_get_collection (self->session))->span;
  first = psg_day_from_minutes (span->start);
  psg_session_set_compared (self->session, g_variant_get_boolean (state) ? first : PSG_DAY_NONE);
  if (is_comparing (self) && psg_session_get_playhead (self->session) == first)
    psg_session_set_playhead (self->session, psg_day_from_minutes (span->end - 1));
}

static void
compared_changed_cb (PsgWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "compare-dates");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_comparing (self)));
}

static const GActionEntry entries[] = {
  { .name = "compare-dates", .state = "false", .change_state = compare_dates_cb },
  { .name = "open-map", .activate = open_map_cb },
  { .name = "preferences", .activate = preferences_cb },
};

void
psg_window_add_map_actions (PsgWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->session, "notify::compared", G_CALLBACK (compared_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (psg_map_choice_get_default (), "failed", G_CALLBACK (map_failed_cb), self,
                           G_CONNECT_SWAPPED);
}
