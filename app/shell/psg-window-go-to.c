/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

#include "psg-destination.h"
#include "psg-go-to-popover.h"
#include "psg-timeline-view.h"

/*
 * Going to a date: by asking for one above the timeline, or at once, with the date as the
 * action's parameter. The popover is made when it is first wanted.
 */

static void
go_to_date_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  GdkRectangle area;

  if (self->timeline == NULL)
    return;

  if (self->go_to == NULL)
    {
      self->go_to = psg_go_to_popover_new (self->session);
      gtk_widget_set_parent (self->go_to, self->timeline);
    }

  psg_timeline_view_get_playhead_area (PSG_TIMELINE_VIEW (self->timeline), &area);
  psg_go_to_popover_open (PSG_GO_TO_POPOVER (self->go_to), &area);
}

static void
go_to_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  g_autoptr (PsgDateNames) names = psg_date_names_new_for_locale ();
  g_autoptr (PsgDestination) there = NULL;
  g_autoptr (GError) error = NULL;

  there = psg_destination_new (self->session, names, psg_destination_get_today (),
                               g_variant_get_string (parameter, NULL), &error);
  if (there != NULL)
    psg_destination_go (there, self->session);
  else
    psg_window_toast (self, error->message);
}

/**
 * psg_window_add_go_to_actions:
 * @self: a window with its session
 */
void
psg_window_add_go_to_actions (PsgWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "go-to-date", .activate = go_to_date_cb },
    { .name = "go-to", .activate = go_to_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
