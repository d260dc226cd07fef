/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

/*
 * What a window can be asked about the filter's range: set it, clear it, show it, and
 * what it takes to lie in it. As in psg-window-actions.c nothing is stored here.
 */

static PsgFilter *
get_filter (PsgWindow *self)
{
  return psg_session_get_filter (self->session);
}

static void
ask_range (PsgWindow   *self,
           const char  *range,
           PsgRangeMode mode)
{
  g_autoptr (GError) error = NULL;

  if (!psg_session_set_range (self->session, range, mode, &error))
    psg_window_toast (self, error->message);
}

/* Activation and a request to change the state mean the same. */
static void
set_range_cb (GSimpleAction *action,
              GVariant      *value,
              gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  ask_range (self, g_variant_get_string (value, NULL), psg_filter_get_range_mode (get_filter (self)));
}

static void
clear_range_cb (GSimpleAction *action,
                GVariant      *value,
                gpointer       user_data)
{
  ask_range (PSG_WINDOW (user_data), NULL, PSG_RANGE_POSSIBLY);
}

static void
zoom_to_range_cb (GSimpleAction *action,
                  GVariant      *value,
                  gpointer       user_data)
{
  psg_session_show_range (PSG_WINDOW (user_data)->session);
}

static void
range_certain_cb (GSimpleAction *action,
                  GVariant      *state,
                  gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  ask_range (self, psg_filter_get_range (get_filter (self)),
             g_variant_get_boolean (state) ? PSG_RANGE_CERTAINLY : PSG_RANGE_POSSIBLY);
}

static const GActionEntry entries[] = {
  { .name = "set-range", .activate = set_range_cb, .parameter_type = "s", .state = "''",
    .change_state = set_range_cb },
  { .name = "clear-range", .activate = clear_range_cb },
  { .name = "zoom-to-range", .activate = zoom_to_range_cb },
  { .name = "range-certain", .state = "false", .change_state = range_certain_cb },
};

static GSimpleAction *
find (PsgWindow  *self,
      const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name));
}

static void
filter_changed_cb (PsgWindow *self)
{
  static const char *const need_a_range[] = { "clear-range", "zoom-to-range", "range-certain" };
  const char *range = psg_filter_get_range (get_filter (self));
  gboolean certain = psg_filter_get_range_mode (get_filter (self)) == PSG_RANGE_CERTAINLY;

  g_simple_action_set_state (find (self, "set-range"), g_variant_new_string (range != NULL ? range : ""));
  g_simple_action_set_state (find (self, "range-certain"), g_variant_new_boolean (certain));
  for (guint i = 0; i < G_N_ELEMENTS (need_a_range); i++)
    g_simple_action_set_enabled (find (self, need_a_range[i]), range != NULL);
}

/**
 * psg_window_add_range_actions:
 * @self: a window with its session
 */
void
psg_window_add_range_actions (PsgWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->session, "notify::filter",
                           G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  filter_changed_cb (self);
}
