/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-lane-list.h"

#include <glib/gi18n.h>

#include "psg-mark.h"

/* Rows are made for a collection and sorted anew when its lanes are arranged, so that
 * the focus stays on the button that was pressed. */

struct _PsgTimelineLaneList
{
  AdwBin parent_instance;

  PsgSession *session;
  GtkWidget *list;
  GtkWidget *show_all;
  GtkWidget *reset;
  gboolean updating;
};

typedef struct
{
  GtkListBoxRow *row;
  GtkWidget *check;
  GtkWidget *up;
  GtkWidget *down;
  guint lane;
} Row;

G_DEFINE_FINAL_TYPE (PsgTimelineLaneList, psg_timeline_lane_list, ADW_TYPE_BIN)

#define ROW_KEY "psg-lane-row"

static Row *
get_row (gpointer widget)
{
  return g_object_get_data (widget, ROW_KEY);
}

static PsgLaneOrder *
get_order (PsgTimelineLaneList *self)
{
  return psg_session_get_lanes (self->session);
}

static void
update (PsgTimelineLaneList *self)
{
  PsgLaneOrder *order = get_order (self);
  g_autoptr (PsgLaneOrder) shown = psg_lane_order_show_all (order), sorted = psg_lane_order_sort (order);

  self->updating = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (self->list); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      Row *row = get_row (child);
      guint position = psg_lane_order_get_position (order, row->lane);
      gboolean hidden = psg_lane_order_get_state (order, row->lane) == PSG_LANE_HIDDEN;

      gtk_check_button_set_active (GTK_CHECK_BUTTON (row->check), !hidden);
      gtk_widget_set_sensitive (row->check, hidden || psg_lane_order_can_hide (order, row->lane));
      gtk_widget_set_sensitive (row->up, position > 0);
      gtk_widget_set_sensitive (row->down, position + 1 < psg_lane_order_get_n (order));
    }
  self->updating = FALSE;

  gtk_list_box_invalidate_sort (GTK_LIST_BOX (self->list));
  gtk_widget_set_sensitive (self->show_all, !psg_lane_order_equal (order, shown));
  gtk_widget_set_sensitive (self->reset, !psg_lane_order_equal (order, sorted));
}

/* Callbacks */

static void
toggled_cb (PsgTimelineLaneList *self,
            GtkCheckButton      *check)
{
  g_autoptr (PsgLaneOrder) order = NULL;

  if (self->updating)
    return;

  order = psg_lane_order_set_state (get_order (self), get_row (check)->lane,
                                    gtk_check_button_get_active (check) ? PSG_LANE_SHOWN : PSG_LANE_HIDDEN);
  psg_session_set_lanes (self->session, order);
}

static void
moved_cb (PsgTimelineLaneList *self,
          GtkWidget           *button)
{
  Row *row = get_row (button);
  guint position = psg_lane_order_get_position (get_order (self), row->lane);
  g_autoptr (PsgLaneOrder) order = NULL;

  order = psg_lane_order_move (get_order (self), row->lane, button == row->up ? position - 1 : position + 1);
  psg_session_set_lanes (self->session, order);

  /* At an end one of the buttons goes dead, and must not keep the focus. */
  if (!gtk_widget_get_sensitive (button))
    gtk_widget_grab_focus (button == row->up ? row->down : row->up);
}

static void
show_all_cb (PsgTimelineLaneList *self)
{
  g_autoptr (PsgLaneOrder) order = psg_lane_order_show_all (get_order (self));

  psg_session_set_lanes (self->session, order);
}

static void
reset_cb (PsgTimelineLaneList *self)
{
  g_autoptr (PsgLaneOrder) order = psg_lane_order_sort (get_order (self));

  psg_session_set_lanes (self->session, order);
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  PsgLaneOrder *order = get_order (user_data);

  return (int) psg_lane_order_get_position (order, get_row (a)->lane) -
         (int) psg_lane_order_get_position (order, get_row (b)->lane);
}

/* Making */

static GtkWidget *
make_button (PsgTimelineLaneList *self,
             const char          *icon,
             const char          *format,
             const char          *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *label = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  label = g_strdup_printf (format, name);
#pragma GCC diagnostic pop
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_check (PsgTimelineLaneList *self,
            const PsgLane       *lane)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (psg_text_get (lane->name));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 18);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), psg_mark_new_lane (lane));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_start (box, 4);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, psg_text_get (lane->name), -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return check;
}

static void
add_row (PsgTimelineLaneList *self,
         const PsgLane       *lane,
         guint                index)
{
  const char *name = psg_text_get (lane->name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *widget = gtk_list_box_row_new ();
  Row *row = g_new0 (Row, 1);

  row->lane = index;
  row->row = GTK_LIST_BOX_ROW (widget);
  row->check = make_check (self, lane);
  /* Translators: %s is a lane, such as "Border & migration" */
  row->up = make_button (self, "go-up-symbolic", _("Move “%s” up"), name);
  /* Translators: %s is a lane, such as "Border & migration" */
  row->down = make_button (self, "go-down-symbolic", _("Move “%s” down"), name);

  gtk_box_append (GTK_BOX (box), row->check);
  gtk_box_append (GTK_BOX (box), row->up);
  gtk_box_append (GTK_BOX (box), row->down);
  gtk_list_box_row_set_child (row->row, box);
  gtk_list_box_row_set_activatable (row->row, FALSE);
  gtk_widget_set_focusable (widget, FALSE);

  g_object_set_data_full (G_OBJECT (widget), ROW_KEY, row, g_free);
  g_object_set_data (G_OBJECT (row->check), ROW_KEY, row);
  g_object_set_data (G_OBJECT (row->up), ROW_KEY, row);
  g_object_set_data (G_OBJECT (row->down), ROW_KEY, row);
  gtk_list_box_append (GTK_LIST_BOX (self->list), widget);
}

static void
collection_changed_cb (PsgTimelineLaneList *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  GPtrArray *lanes = collection != NULL ? psg_collection_get_lanes (collection) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);

  for (guint i = 0; lanes != NULL && i < MIN (lanes->len, PSG_MAX_LANES); i++)
    add_row (self, g_ptr_array_index (lanes, i), i);

  update (self);
}

/* Told of the lanes before the collection, the rows are of other lanes still. */
static void
lanes_changed_cb (PsgTimelineLaneList *self)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) n) != NULL)
    n++;

  if (n == psg_lane_order_get_n (get_order (self)))
    update (self);
}

static GtkWidget *
make_wide_button (PsgTimelineLaneList *self,
                  const char          *label,
                  GCallback            callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static void
psg_timeline_lane_list_dispose (GObject *object)
{
  PsgTimelineLaneList *self = PSG_TIMELINE_LANE_LIST (object);

  if (self->list != NULL)
    gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_timeline_lane_list_parent_class)->dispose (object);
}

static void
psg_timeline_lane_list_class_init (PsgTimelineLaneListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_timeline_lane_list_dispose;
}

static void
psg_timeline_lane_list_init (PsgTimelineLaneList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "lane-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lanes of the timeline"), -1);

  self->show_all = make_wide_button (self, _("Show _All"), G_CALLBACK (show_all_cb));
  self->reset = make_wide_button (self, _("_Reset Order"), G_CALLBACK (reset_cb));
  gtk_box_append (GTK_BOX (buttons), self->show_all);
  gtk_box_append (GTK_BOX (buttons), self->reset);

  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), buttons);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * psg_timeline_lane_list_new:
 * @session: whose lanes
 *
 * Returns: (transfer floating): a list
 */
GtkWidget *
psg_timeline_lane_list_new (PsgSession *session)
{
  PsgTimelineLaneList *self = g_object_new (PSG_TYPE_TIMELINE_LANE_LIST, NULL);

  self->session = g_object_ref (session);
  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), compare_rows, self, NULL);
  g_signal_connect_object (session, "notify::subject",
                           G_CALLBACK (collection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::lanes", G_CALLBACK (lanes_changed_cb), self, G_CONNECT_SWAPPED);
  collection_changed_cb (self);

  return GTK_WIDGET (self);
}
