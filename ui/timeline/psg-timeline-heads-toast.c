/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-heads-private.h"

#include <glib/gi18n.h>

#include "psg-timeline-lane-head.h"

/*
 * What is hidden must not be missed in vain: one toast says which lane is hidden and
 * offers it back, when it has just been hidden and when an event in it is chosen from
 * elsewhere. There is never more than one, and it goes once the lane is shown.
 */

static void
dismissed_cb (PsgTimelineHeads *self,
              AdwToast         *toast)
{
  if (toast == self->toast)
    g_clear_object (&self->toast);
}

void
psg_timeline_heads_drop_toast (PsgTimelineHeads *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->toast);

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

static AdwToast *
make_toast (PsgTimelineHeads *self,
            guint             lane)
{
  const char *name = psg_timeline_lane_head_get_name (PSG_TIMELINE_LANE_HEAD (self->heads[lane]));
  PsgLaneOrder *order = psg_session_get_lanes (psg_timeline_model_get_session (self->model));
  g_autoptr (PsgLaneOrder) shown = psg_lane_order_set_state (order, lane, PSG_LANE_SHOWN);
  g_autofree char *message = NULL, *escaped = NULL;
  AdwToast *toast;

  /* Translators: %s is a lane, such as "Border & migration" */
  message = g_strdup_printf (_("“%s” is hidden on the timeline"), name);
  escaped = g_markup_escape_text (message, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _("_Show"));
  adw_toast_set_action_name (toast, "win.set-lanes");
  adw_toast_set_action_target_value (toast, g_variant_new_string (psg_lane_order_to_string (shown)));
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);

  return toast;
}

void
psg_timeline_heads_offer_to_show (PsgTimelineHeads *self,
                                  guint             lane)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  psg_timeline_heads_drop_toast (self);
  if (overlay == NULL)
    return;

  self->toast = make_toast (self, lane);
  self->toast_lane = lane;
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), g_object_ref (self->toast));
}

/* Called whenever the choice or the lanes may have changed. */
void
psg_timeline_heads_tell_of_hidden (PsgTimelineHeads *self)
{
  PsgCollection *collection = psg_timeline_model_get_collection (self->model);
  guint row = collection != NULL ? psg_session_get_event (psg_timeline_model_get_session (self->model)) : PSG_ROW_NONE;
  guint lane;

  if (self->toast != NULL && psg_timeline_model_shows_lane (self->model, self->toast_lane))
    psg_timeline_heads_drop_toast (self);

  if (row == self->chosen)
    return;

  self->chosen = row;
  if (row == PSG_ROW_NONE)
    return;

  lane = psg_event_table_get_columns (psg_collection_get_events (collection))->lane[row];
  if (lane >= self->n_heads || psg_timeline_model_shows_lane (self->model, lane))
    return;

  /* One who steps through a hidden lane need not be told at each step. */
  if (self->toast == NULL || self->toast_lane != lane)
    psg_timeline_heads_offer_to_show (self, lane);
}
