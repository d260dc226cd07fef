/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-heads-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "psg-follow.h"

/*
 * What is done with a lane: each thing is one action on the lane that has the focus,
 * for keys and menu alike, and each asks the session for another arrangement.
 */

static PsgSession *
get_session (PsgTimelineHeads *self)
{
  return psg_timeline_model_get_session (self->model);
}

static gboolean
has_current (PsgTimelineHeads *self)
{
  return self->current < self->n_heads && get_session (self) != NULL;
}

static void
take_order (PsgTimelineHeads *self,
            PsgLaneOrder     *order)
{
  psg_session_set_lanes (get_session (self), order);
}

static void
focus_lane (PsgTimelineHeads *self,
            guint             lane)
{
  gtk_widget_grab_focus (self->heads[lane]);
}

/* Collapsing and hiding */

static void
collapse_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PsgTimelineHeads *self = PSG_TIMELINE_HEADS (widget);
  g_autoptr (PsgLaneOrder) order = NULL;
  PsgLaneState state;

  if (!has_current (self))
    return;

  state = psg_lane_order_get_state (psg_session_get_lanes (get_session (self)), self->current);
  order = psg_lane_order_set_state (psg_session_get_lanes (get_session (self)), self->current,
                                    state == PSG_LANE_COLLAPSED ? PSG_LANE_SHOWN : PSG_LANE_COLLAPSED);
  take_order (self, order);
}

static void
hide_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  PsgTimelineHeads *self = PSG_TIMELINE_HEADS (widget);
  PsgLaneOrder *before;
  g_autoptr (PsgLaneOrder) order = NULL;
  guint lane = self->current, next;

  if (!has_current (self))
    return;

  before = psg_session_get_lanes (get_session (self));
  if (!psg_lane_order_can_hide (before, lane))
    {
      gtk_widget_error_bell (widget);
      return;
    }

  next = psg_lane_order_get_neighbour (before, lane, 1);
  next = next != lane ? next : psg_lane_order_get_neighbour (before, lane, -1);
  order = psg_lane_order_set_state (before, lane, PSG_LANE_HIDDEN);
  focus_lane (self, next);
  self->current = next;
  take_order (self, order);
  psg_timeline_heads_offer_to_show (self, lane);
}

/* Arranges all lanes in another way. */
static void
rearrange (PsgTimelineHeads *self,
           PsgLaneOrder     *(*arrange) (const PsgLaneOrder *))
{
  g_autoptr (PsgLaneOrder) order = NULL;

  if (!has_current (self))
    return;

  order = arrange (psg_session_get_lanes (get_session (self)));
  take_order (self, order);
}

static void
show_all_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  rearrange (PSG_TIMELINE_HEADS (widget), psg_lane_order_show_all);
}

/* Moving */

static void
move_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  PsgTimelineHeads *self = PSG_TIMELINE_HEADS (widget);
  PsgLaneOrder *before;
  g_autoptr (PsgLaneOrder) order = NULL;
  guint neighbour;

  if (!has_current (self))
    return;

  before = psg_session_get_lanes (get_session (self));
  neighbour = psg_lane_order_get_neighbour (before, self->current, g_str_equal (name, "lane.move-down") ? 1 : -1);
  if (neighbour == self->current)
    {
      gtk_widget_error_bell (widget);
      return;
    }

  order = psg_lane_order_move (before, self->current, psg_lane_order_get_position (before, neighbour));
  take_order (self, order);
}

static void
reset_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  rearrange (PSG_TIMELINE_HEADS (widget), psg_lane_order_sort);
}

/**
 * psg_timeline_heads_drop:
 * @self: heads
 * @lane: the lane that was dragged
 * @gap: before which of the places it was let go
 *
 * Hidden lanes keep their places among the others.
 */
void
psg_timeline_heads_drop (PsgTimelineHeads *self,
                         guint             lane,
                         guint             gap)
{
  PsgLaneOrder *before = psg_session_get_lanes (get_session (self));
  guint at = psg_timeline_lanes_find (&self->places, lane), neighbour;
  g_autoptr (PsgLaneOrder) order = NULL;

  if (at >= self->places.n || gap == at || gap == at + 1)
    return;

  neighbour = self->places.lanes[gap < at ? gap : MIN (gap, self->places.n) - 1].lane;
  order = psg_lane_order_move (before, lane, psg_lane_order_get_position (before, neighbour));
  take_order (self, order);
}

/* Filtering */

static gboolean
is_only (PsgFilter  *filter,
         const char *id)
{
  return psg_filter_has_lane (filter, id) && psg_filter_get_lanes (filter)[1] == NULL;
}

static const char *
get_id (PsgTimelineHeads *self)
{
  return ((PsgLane *) g_ptr_array_index (psg_timeline_model_get_lanes (self->model), self->current))->id;
}

/* Words and crossings of the filter stay. */
static PsgFilter *
toggle_only (PsgFilter  *filter,
             const char *id)
{
  const char *const *lanes = psg_filter_get_lanes (filter);
  g_autoptr (PsgFilter) bare = psg_filter_ref (filter);

  for (guint i = 0; lanes[i] != NULL; i++)
    {
      PsgFilter *next = psg_filter_toggle_lane (bare, lanes[i]);

      psg_filter_unref (bare);
      bare = next;
    }

  return is_only (filter, id) ? g_steal_pointer (&bare) : psg_filter_toggle_lane (bare, id);
}

static void
only_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  PsgTimelineHeads *self = PSG_TIMELINE_HEADS (widget);
  g_autoptr (PsgFilter) filter = NULL;
  g_autoptr (GError) error = NULL;

  if (!has_current (self))
    return;

  filter = toggle_only (psg_session_get_filter (get_session (self)), get_id (self));
  if (!psg_session_set_filter (get_session (self), filter, &error))
    psg_show_error (widget, error->message);
}

/* The menu */

static GMenuModel *
make_menu (PsgTimelineHeads *self)
{
  PsgLaneOrder *order = psg_session_get_lanes (get_session (self));
  gboolean collapsed = psg_lane_order_get_state (order, self->current) == PSG_LANE_COLLAPSED;
  gboolean only = is_only (psg_session_get_filter (get_session (self)), get_id (self));
  g_autoptr (GMenu) lane = g_menu_new (), place = g_menu_new (), filter = g_menu_new (), all = g_menu_new ();
  GMenu *menu = g_menu_new ();

  g_menu_append (lane, collapsed ? _("_Expand") : _("_Collapse"), "lane.collapse");
  g_menu_append (lane, _("_Hide"), "lane.hide");
  g_menu_append (place, _("Move _Up"), "lane.move-up");
  g_menu_append (place, _("Move _Down"), "lane.move-down");
  /* Translators: filters the list and the map too, unlike "Show All Lanes" */
  g_menu_append (filter, only ? _("Events of _All Lanes") : _("_Only Events of This Lane"), "lane.only");
  g_menu_append (all, _("_Show All Lanes"), "lane.show-all");
  g_menu_append (all, _("_Reset Order"), "lane.reset");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (lane));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (filter));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));

  return G_MENU_MODEL (menu);
}

static void
enable_actions (PsgTimelineHeads *self)
{
  PsgLaneOrder *order = psg_session_get_lanes (get_session (self));
  g_autoptr (PsgLaneOrder) shown = psg_lane_order_show_all (order), sorted = psg_lane_order_sort (order);
  GtkWidget *widget = GTK_WIDGET (self);
  guint lane = self->current;

  gtk_widget_action_set_enabled (widget, "lane.hide", psg_lane_order_can_hide (order, lane));
  gtk_widget_action_set_enabled (widget, "lane.move-up", psg_lane_order_get_neighbour (order, lane, -1) != lane);
  gtk_widget_action_set_enabled (widget, "lane.move-down", psg_lane_order_get_neighbour (order, lane, 1) != lane);
  gtk_widget_action_set_enabled (widget, "lane.show-all", !psg_lane_order_equal (order, shown));
  gtk_widget_action_set_enabled (widget, "lane.reset", !psg_lane_order_equal (order, sorted));
}

static void
enable_all (PsgTimelineHeads *self)
{
  static const char *const names[] = { "lane.hide", "lane.move-up", "lane.move-down", "lane.show-all", "lane.reset" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], TRUE);
}

/* An item is activated after its menu closed. */
static gboolean
drop_menu_cb (gpointer user_data)
{
  PsgTimelineHeads *self = user_data;

  self->menu_source = 0;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  enable_all (self);

  return G_SOURCE_REMOVE;
}

static void
menu_closed_cb (PsgTimelineHeads *self)
{
  if (self->menu_source == 0)
    self->menu_source = g_idle_add (drop_menu_cb, self);
}

/**
 * psg_timeline_heads_popup:
 * @self: heads
 * @lane: a lane that is not hidden
 *
 * Opens its menu.
 */
void
psg_timeline_heads_popup (PsgTimelineHeads *self,
                          guint             lane)
{
  g_autoptr (GMenuModel) model = NULL;
  graphene_rect_t bounds;

  if (lane >= self->n_heads || !gtk_widget_compute_bounds (self->heads[lane], GTK_WIDGET (self), &bounds))
    return;

  g_clear_handle_id (&self->menu_source, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);

  focus_lane (self, lane);
  self->current = lane;
  enable_actions (self);
  model = make_menu (self);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { 16, (int) bounds.origin.y, 1, (int) bounds.size.height });
  g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (menu_closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Keys */

static gboolean
focus_moved_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  PsgTimelineHeads *self = PSG_TIMELINE_HEADS (widget);
  guint next;

  if (!has_current (self))
    return FALSE;

  next = psg_lane_order_get_neighbour (psg_session_get_lanes (get_session (self)), self->current,
                                       g_variant_get_int32 (args));
  if (next == self->current)
    return gtk_widget_keynav_failed (widget, g_variant_get_int32 (args) > 0 ? GTK_DIR_DOWN : GTK_DIR_UP);

  focus_lane (self, next);

  return TRUE;
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  PsgTimelineHeads *self = PSG_TIMELINE_HEADS (widget);

  if (!has_current (self))
    return FALSE;

  psg_timeline_heads_popup (self, self->current);

  return TRUE;
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  PsgTimelineHeads *self = PSG_TIMELINE_HEADS (widget);

  if (self->dragged == PSG_NO_LANE)
    return FALSE;

  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);

  return TRUE;
}

/* Of the keys for one action the menu shows the last. */
static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_KP_Enter, 0, "lane.collapse" },
    { GDK_KEY_space, 0, "lane.collapse" },
    { GDK_KEY_Return, 0, "lane.collapse" },
    { GDK_KEY_KP_Delete, 0, "lane.hide" },
    { GDK_KEY_h, 0, "lane.hide" },
    { GDK_KEY_Delete, 0, "lane.hide" },
    { GDK_KEY_KP_Up, GDK_ALT_MASK, "lane.move-up" },
    { GDK_KEY_Up, GDK_ALT_MASK, "lane.move-up" },
    { GDK_KEY_KP_Down, GDK_ALT_MASK, "lane.move-down" },
    { GDK_KEY_Down, GDK_ALT_MASK, "lane.move-down" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, focus_moved_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Up, 0, focus_moved_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, focus_moved_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Down, 0, focus_moved_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

void
psg_timeline_heads_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "lane.collapse", NULL, collapse_cb);
  gtk_widget_class_install_action (widget_class, "lane.hide", NULL, hide_cb);
  gtk_widget_class_install_action (widget_class, "lane.move-up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "lane.move-down", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "lane.only", NULL, only_cb);
  gtk_widget_class_install_action (widget_class, "lane.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "lane.reset", NULL, reset_cb);
  bind_keys (widget_class);
}

void
psg_timeline_heads_name (PsgTimelineHeads *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lanes"), -1);
}
