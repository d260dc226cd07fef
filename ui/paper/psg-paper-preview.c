/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-paper-preview.h"

#include <math.h>

/* It keeps what it drew as a node, so that moving a window about does not draw it again. */

#define MARGIN 12
#define SHADOW 6
#define LEAST 220

struct _PsgPaperPreview
{
  GtkWidget parent_instance;

  PsgPreviewDraw draw;
  gpointer user_data;
  double width;   /* of what is shown; 0 for nothing */
  double height;
};

G_DEFINE_FINAL_TYPE (PsgPaperPreview, psg_paper_preview, GTK_TYPE_WIDGET)

static void
psg_paper_preview_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  PsgPaperPreview *self = PSG_PAPER_PREVIEW (widget);
  double room_x = gtk_widget_get_width (widget) - 2 * MARGIN, room_y = gtk_widget_get_height (widget) - 2 * MARGIN;
  double scale, width, height;
  graphene_rect_t rect;
  GskRoundedRect edge;
  cairo_t *cr;

  if (self->width <= 0 || room_x <= 0 || room_y <= 0)
    return;

  scale = MIN (room_x / self->width, room_y / self->height);
  width = floor (self->width * scale);
  height = floor (self->height * scale);
  rect = GRAPHENE_RECT_INIT (floor (MARGIN + (room_x - width) / 2), floor (MARGIN + (room_y - height) / 2),
                             width, height);
  gsk_rounded_rect_init_from_rect (&edge, &rect, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &edge, &(GdkRGBA) { 0, 0, 0, 0.35 }, 0, 1, 0, SHADOW);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &rect);
  cr = gtk_snapshot_append_cairo (snapshot, &rect);
  cairo_translate (cr, rect.origin.x, rect.origin.y);
  cairo_scale (cr, scale, scale);
  self->draw (cr, self->user_data);
  cairo_destroy (cr);
}

static void
psg_paper_preview_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  *minimum = LEAST;
  *natural = 2 * LEAST;
}

static void
psg_paper_preview_class_init (PsgPaperPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = psg_paper_preview_snapshot;
  widget_class->measure = psg_paper_preview_measure;
  gtk_widget_class_set_css_name (widget_class, "paperpreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
psg_paper_preview_init (PsgPaperPreview *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/**
 * psg_paper_preview_new:
 * @draw: (scope forever): draws what is previewed
 * @user_data: for @draw; it must outlive the preview
 *
 * Returns: (transfer floating): a preview that shows nothing yet
 */
GtkWidget *
psg_paper_preview_new (PsgPreviewDraw draw,
                       gpointer       user_data)
{
  PsgPaperPreview *self = g_object_new (PSG_TYPE_PAPER_PREVIEW, NULL);

  self->draw = draw;
  self->user_data = user_data;

  return GTK_WIDGET (self);
}

/**
 * psg_paper_preview_show:
 * @self: a preview
 * @width: of what is shown, in units of its own
 * @height: the same
 * @label: what a screen reader says of it
 *
 * Draws it anew.
 */
void
psg_paper_preview_show (PsgPaperPreview *self,
                        double           width,
                        double           height,
                        const char      *label)
{
  g_return_if_fail (PSG_IS_PAPER_PREVIEW (self));

  self->width = width;
  self->height = height;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
