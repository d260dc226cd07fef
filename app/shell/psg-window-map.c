/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-map-choice.h"
#include "psg-map-compare.h"
#include "psg-preferences.h"
#include "psg-tile-source.h"

/*
 * What a window has to do with its map: it is asked where to look, and tells. It is also asked for
 * the maps that lie over the offline one, which are the same in every window, and tells what is
 * wrong with them.
 */

/* Zoom level, latitude, longitude, rotation. */
#define N_PARTS 4

/* The map of the playhead's day, of a window that has its map. */
PsgMapView *
psg_window_get_map (PsgWindow *self)
{
  return psg_map_compare_get_map (PSG_MAP_COMPARE (self->map));
}

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

/* As in the links of openstreetmap.org, and then the degrees that the map is turned clockwise,
 * which may be missing: 7.5/54.6/25.3/0. */
static gboolean
read_look (const char *text,
           double      parts[N_PARTS])
{
  static const double limits[N_PARTS] = { PSG_TILE_MAX_ZOOM, 90, 180, 360 };
  g_auto (GStrv) words = g_strsplit (text, "/", N_PARTS);
  guint n = g_strv_length (words);

  if (n < N_PARTS - 1)
    return FALSE;

  parts[N_PARTS - 1] = 0;
  for (guint i = 0; i < n; i++)
    {
      char *end;

      parts[i] = g_ascii_strtod (words[i], &end);
      if (end == words[i] || *end != '\0' || !(fabs (parts[i]) <= limits[i]))
        return FALSE;
    }

  return TRUE;
}

/* Activation and a request to change the state mean the same. */
static void
look_at_cb (GSimpleAction *action,
            GVariant      *value,
            gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  const char *text = g_variant_get_string (value, NULL);
  double parts[N_PARTS];

  /* There is one from the first collection on. */
  if (self->map == NULL)
    return;

  if (read_look (text, parts))
    {
      psg_map_view_turn (psg_window_get_map (self), parts[3], FALSE);
      psg_map_view_go_to (psg_window_get_map (self), parts[1], parts[2], parts[0], FALSE);
    }
  else
    {
      g_autofree char *message = g_strdup_printf (_("“%s” is not a place on the map"), text);

      psg_window_toast (self, message);
    }
}

static void
map_moved_cb (PsgWindow *self)
{
  PsgMapView *map = psg_window_get_map (self);
  double parts[N_PARTS];
  char text[N_PARTS][G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *state = NULL;

  psg_map_view_get_location (map, &parts[1], &parts[2], &parts[0]);
  parts[3] = psg_map_view_get_rotation (map);
  for (guint i = 0; i < N_PARTS; i++)
    g_ascii_formatd (text[i], sizeof text[i], "%.5f", parts[i]);
  state = g_strjoin ("/", text[0], text[1], text[2], text[3], NULL);
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "look-at")),
                             g_variant_new_string (state));
}

static const GActionEntry entries[] = {
  { .name = "look-at", .activate = look_at_cb, .parameter_type = "s", .state = "''", .change_state = look_at_cb },
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

/* Has the action tell where the map looks, once there is one. */
void
psg_window_watch_map (PsgWindow *self)
{
  g_signal_connect_object (psg_window_get_map (self), "moved", G_CALLBACK (map_moved_cb), self, G_CONNECT_SWAPPED);
  map_moved_cb (self);
}
