/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-presenter-steps.h"

#include <glib/gi18n-lib.h>

/* A horizontal list of numbers, and what is shown of each. */

#define PICTURE_WIDTH 112
#define PICTURE_HEIGHT 63

struct _PsgPresenterSteps
{
  GtkWidget        parent_instance;

  PsgPresentation *presentation; /* owned */
  PsgStepPicture   picture;
  gpointer         user_data;
  GtkSingleSelection *selection; /* owned: of as many items as there are steps */

  /* children */
  GtkWidget       *box;
  GtkWidget       *list;
  GtkWidget       *progress;
};

G_DEFINE_FINAL_TYPE (PsgPresenterSteps, psg_presenter_steps, GTK_TYPE_WIDGET)

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *picture = gtk_picture_new (), *label = gtk_label_new (NULL);

  gtk_widget_set_size_request (picture, PICTURE_WIDTH, PICTURE_HEIGHT);
  gtk_widget_add_css_class (picture, "step-picture");
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         PsgPresenterSteps        *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *picture = gtk_widget_get_first_child (box), *label = gtk_widget_get_last_child (box);
  guint step = gtk_list_item_get_position (item);
  const char *heading = psg_presentation_get_heading (self->presentation, step);
  g_autofree char *text = g_strdup_printf ("%u. %s", step + 1, heading != NULL ? heading : "");
  g_autoptr (GdkPaintable) paintable = NULL;

  if (self->picture != NULL)
    paintable = self->picture (self->presentation, step, PICTURE_WIDTH, PICTURE_HEIGHT, self->user_data);
  gtk_picture_set_paintable (GTK_PICTURE (picture), paintable);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (box, text);
}

static void
activate_cb (PsgPresenterSteps *self,
             guint              step)
{
  psg_presentation_go_to (self->presentation, step);
}

static void
show_step (PsgPresenterSteps *self)
{
  guint step = psg_presentation_get_step (self->presentation), n = psg_presentation_get_n_steps (self->presentation);

  if (n == 0)
    return;

  gtk_single_selection_set_selected (self->selection, step);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", step);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), (step + 1) / (double) n);
}

static GListModel *
create_model (guint n)
{
  GListStore *store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GObject) any = g_object_new (G_TYPE_OBJECT, NULL);
  g_autofree gpointer *all = g_new (gpointer, MAX (n, 1));

  /* What is shown of an item depends on where it is alone. */
  for (guint i = 0; i < n; i++)
    all[i] = any;
  g_list_store_splice (store, 0, 0, all, n);

  return G_LIST_MODEL (store);
}

static GtkWidget *
create_list (PsgPresenterSteps *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (list), GTK_ORIENTATION_HORIZONTAL);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  g_signal_connect_object (list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Steps"), -1);

  return list;
}

static void
psg_presenter_steps_dispose (GObject *object)
{
  PsgPresenterSteps *self = PSG_PRESENTER_STEPS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (psg_presenter_steps_parent_class)->dispose (object);
}

static void
psg_presenter_steps_class_init (PsgPresenterStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_presenter_steps_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "presentersteps");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
psg_presenter_steps_init (PsgPresenterSteps *self)
{
}

/**
 * psg_presenter_steps_new:
 * @presentation: what is presented
 * @picture: (nullable): pictures the steps
 * @user_data: handed to @picture
 *
 * Returns: (transfer floating): its steps
 */
GtkWidget *
psg_presenter_steps_new (PsgPresentation *presentation,
                         PsgStepPicture   picture,
                         gpointer         user_data)
{
  PsgPresenterSteps *self = g_object_new (PSG_TYPE_PRESENTER_STEPS, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->presentation = g_object_ref (presentation);
  self->picture = picture;
  self->user_data = user_data;
  self->selection = gtk_single_selection_new (create_model (psg_presentation_get_n_steps (presentation)));
  self->list = create_list (self);
  self->progress = gtk_progress_bar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress"), -1);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_box_append (GTK_BOX (self->box), self->progress);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  g_signal_connect_object (presentation, "notify::step", G_CALLBACK (show_step), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "map", G_CALLBACK (show_step), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
