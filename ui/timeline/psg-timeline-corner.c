/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-corner.h"

#include <glib/gi18n.h>

#include "psg-timeline-lane-list.h"
#include "psg-timeline-legend.h"

/* The popover is made when it is first opened: it is large, and seldom wanted. */

#define LANES "lanes"
#define LEGEND "legend"

struct _PsgTimelineCorner
{
  AdwBin parent_instance;

  PsgTimelineModel *model;
  GtkWidget *button;
  GtkWidget *image;
  GtkWidget *count;
  GtkWidget *stack; /* NULL until the popover is opened */
};

G_DEFINE_FINAL_TYPE (PsgTimelineCorner, psg_timeline_corner, ADW_TYPE_BIN)

static void
update (PsgTimelineCorner *self)
{
  PsgSession *session = psg_timeline_model_get_session (self->model);
  guint n = session != NULL ? psg_lane_order_count (psg_session_get_lanes (session), PSG_LANE_HIDDEN) : 0;
  g_autofree char *count = g_strdup_printf ("%u", n);
  /* Translators: the number is how many lanes of the timeline are hidden */
  g_autofree char *label = n > 0 ? g_strdup_printf (ngettext ("Lanes and legend (%u lane hidden)",
                                                              "Lanes and legend (%u lanes hidden)", n), n)
                                 : g_strdup (_("Lanes and legend"));

  /* Of what is written beside the ruler there is room for a number only. */
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), n > 0 ? "view-conceal-symbolic" : "view-list-symbolic");
  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_widget_set_visible (self->count, n > 0);
  if (n > 0)
    gtk_widget_add_css_class (self->button, "accent");
  else
    gtk_widget_remove_css_class (self->button, "accent");
  gtk_widget_set_tooltip_text (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
invalidated_cb (PsgTimelineCorner *self,
                PsgTimelineInvalid what)
{
  if (what & PSG_INVALID_LANES)
    update (self);
}

static GtkWidget *
make_popover (PsgTimelineCorner *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkStack *stack = GTK_STACK (gtk_stack_new ());

  gtk_stack_add_titled (stack, psg_timeline_lane_list_new (psg_timeline_model_get_session (self->model)),
                        LANES, C_("timeline", "Lanes"));
  gtk_stack_add_titled (stack, psg_timeline_legend_new (self->model), LEGEND, C_("timeline", "Legend"));
  gtk_stack_set_hhomogeneous (stack, FALSE);
  gtk_stack_set_vhomogeneous (stack, FALSE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), stack);

  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (stack));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "timeline-corner");
  self->stack = GTK_WIDGET (stack);

  return popover;
}

static void
fill_cb (GtkMenuButton *button,
         gpointer       user_data)
{
  PsgTimelineCorner *self = user_data;

  if (self->stack == NULL && psg_timeline_model_get_session (self->model) != NULL)
    gtk_menu_button_set_popover (button, make_popover (self));
}

static void
psg_timeline_corner_dispose (GObject *object)
{
  g_clear_object (&PSG_TIMELINE_CORNER (object)->model);

  G_OBJECT_CLASS (psg_timeline_corner_parent_class)->dispose (object);
}

static void
psg_timeline_corner_class_init (PsgTimelineCornerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_timeline_corner_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timelinecorner");
}

static void
psg_timeline_corner_init (PsgTimelineCorner *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->image = gtk_image_new ();
  self->count = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (box), self->image);
  gtk_box_append (GTK_BOX (box), self->count);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->button), GTK_ARROW_UP);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), fill_cb, self, NULL);
  gtk_widget_add_css_class (self->button, "flat");
  adw_bin_set_child (ADW_BIN (self), self->button);
}

/**
 * psg_timeline_corner_new:
 * @model: what the parts of the timeline share
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
psg_timeline_corner_new (PsgTimelineModel *model)
{
  PsgTimelineCorner *self = g_object_new (PSG_TYPE_TIMELINE_CORNER, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "invalidated", G_CALLBACK (invalidated_cb), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * psg_timeline_corner_popup:
 * @self: a corner
 * @legend: whether to show the legend, or else the lanes
 */
void
psg_timeline_corner_popup (PsgTimelineCorner *self,
                           gboolean           legend)
{
  fill_cb (GTK_MENU_BUTTON (self->button), self);
  if (self->stack == NULL)
    return;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), legend ? LEGEND : LANES);
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}

/**
 * psg_timeline_corner_get_popover:
 * @self: a corner
 *
 * Returns: (nullable): what it opens, if that was made
 */
GtkPopover *
psg_timeline_corner_get_popover (PsgTimelineCorner *self)
{
  return gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->button));
}
