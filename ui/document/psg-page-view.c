/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-page-view.h"

/* The column pages are built in, and where it is scrolled to. */

/* Lines longer than this are hard to read. */
#define MEASURE 680

typedef struct
{
  GtkWidget *content; /* made when first asked for */
  GtkAdjustment *adjustment;
  double wanted; /* to scroll to when there is room, or negative */
} PsgPageViewPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (PsgPageView, psg_page_view, ADW_TYPE_BIN)

static PsgPageViewPrivate *
get_private (PsgPageView *self)
{
  return psg_page_view_get_instance_private (self);
}

static void
adjustment_changed_cb (PsgPageView *self)
{
  PsgPageViewPrivate *priv = get_private (self);
  GtkAdjustment *adjustment = priv->adjustment;
  double room = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (priv->wanted < 0 || room < priv->wanted)
    return;

  gtk_adjustment_set_value (adjustment, priv->wanted);
  priv->wanted = -1;
}

static void
build_column (PsgPageView *self)
{
  PsgPageViewPrivate *priv = get_private (self);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  priv->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (priv->content, "page");
  gtk_widget_set_valign (priv->content, GTK_ALIGN_START);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MEASURE);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MEASURE);
  adw_clamp_set_child (ADW_CLAMP (clamp), priv->content);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  priv->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_signal_connect_object (priv->adjustment, "changed",
                           G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);

  adw_bin_set_child (ADW_BIN (self), scroller);
}

static double
psg_page_view_real_get_position (PsgPageView *self)
{
  PsgPageViewPrivate *priv = get_private (self);

  return priv->adjustment != NULL ? gtk_adjustment_get_value (priv->adjustment) : 0;
}

static void
psg_page_view_real_set_position (PsgPageView *self,
                                 double       position)
{
  PsgPageViewPrivate *priv = get_private (self);

  if (priv->adjustment == NULL)
    return;

  priv->wanted = position;
  adjustment_changed_cb (self);
}

static void
psg_page_view_class_init (PsgPageViewClass *klass)
{
  klass->get_position = psg_page_view_real_get_position;
  klass->set_position = psg_page_view_real_set_position;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "pageview");
}

static void
psg_page_view_init (PsgPageView *self)
{
  get_private (self)->wanted = -1;
}

/**
 * psg_page_view_new:
 *
 * Returns: (transfer floating): an empty page
 */
GtkWidget *
psg_page_view_new (void)
{
  return g_object_new (PSG_TYPE_PAGE_VIEW, NULL);
}

/**
 * psg_page_view_get_content:
 *
 * Returns: (transfer none): the column to append to
 */
GtkBox *
psg_page_view_get_content (PsgPageView *self)
{
  PsgPageViewPrivate *priv = get_private (self);

  g_return_val_if_fail (PSG_IS_PAGE_VIEW (self), NULL);

  if (priv->content == NULL)
    build_column (self);

  return GTK_BOX (priv->content);
}

double
psg_page_view_get_position (PsgPageView *self)
{
  g_return_val_if_fail (PSG_IS_PAGE_VIEW (self), 0);

  return PSG_PAGE_VIEW_GET_CLASS (self)->get_position (self);
}

void
psg_page_view_set_position (PsgPageView *self,
                            double       position)
{
  g_return_if_fail (PSG_IS_PAGE_VIEW (self));

  PSG_PAGE_VIEW_GET_CLASS (self)->set_position (self, position);
}
