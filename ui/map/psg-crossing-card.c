/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-crossing-card.h"

#include "psg-crossing-card-draw.h"
#include "psg-palette.h"

/*
 * A crossing's name card. It is read through its marker, so it has no part in
 * focus or accessibility. It can tell how wide it may become in the whole of
 * its crossing's history, so that it can be placed once and stay there while
 * time runs. Its texts are drawn as they are on paper.
 */

struct _PsgCrossingCard
{
  GtkWidget    parent_instance;

  PsgCrossing *crossing;
  PsgDay       day;
  gboolean     compact;
};

enum
{
  SIGNAL_CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgCrossingCard, psg_crossing_card, GTK_TYPE_WIDGET)

static void
released_cb (PsgCrossingCard *self)
{
  g_signal_emit (self, signals[SIGNAL_CLICKED], 0);
}

static void
psg_crossing_card_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  PsgCrossingCard *self = PSG_CROSSING_CARD (widget);
  int width, height;

  psg_crossing_card_measure_text (gtk_widget_get_pango_context (widget), self->crossing, self->day, self->compact,
                                  &width, &height);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static void
psg_crossing_card_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  PsgCrossingCard *self = PSG_CROSSING_CARD (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA fg;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &fg);
  psg_crossing_card_draw_text (cr, gtk_widget_get_pango_context (widget), psg_palette_get_scheme (), &fg,
                               self->crossing, self->day, self->compact, width);
  cairo_destroy (cr);
}

static void
psg_crossing_card_finalize (GObject *object)
{
  PsgCrossingCard *self = PSG_CROSSING_CARD (object);

  g_clear_pointer (&self->crossing, psg_crossing_unref);

  G_OBJECT_CLASS (psg_crossing_card_parent_class)->finalize (object);
}

static void
psg_crossing_card_class_init (PsgCrossingCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = psg_crossing_card_finalize;
  widget_class->measure = psg_crossing_card_measure;
  widget_class->snapshot = psg_crossing_card_snapshot;

  signals[SIGNAL_CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "crossingcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
psg_crossing_card_init (PsgCrossingCard *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * psg_crossing_card_new:
 * @crossing: whose card it is
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
psg_crossing_card_new (const PsgCrossing *crossing)
{
  PsgCrossingCard *self = g_object_new (PSG_TYPE_CROSSING_CARD, NULL);

  self->crossing = psg_crossing_ref (crossing);
  self->day = PSG_DAY_NONE;

  return GTK_WIDGET (self);
}

const PsgCrossing *
psg_crossing_card_get_crossing (PsgCrossingCard *self)
{
  g_return_val_if_fail (PSG_IS_CROSSING_CARD (self), NULL);

  return self->crossing;
}

/**
 * psg_crossing_card_dup_state:
 * @self: the card
 *
 * Returns: (transfer full): what it says under the name, unless it is compact
 */
char *
psg_crossing_card_dup_state (PsgCrossingCard *self)
{
  g_return_val_if_fail (PSG_IS_CROSSING_CARD (self), NULL);

  return psg_crossing_describe_at (self->crossing, self->day);
}

/**
 * psg_crossing_card_set_day:
 * @self: the card
 * @day: as of when the state is given
 */
void
psg_crossing_card_set_day (PsgCrossingCard *self,
                           PsgDay           day)
{
  g_return_if_fail (PSG_IS_CROSSING_CARD (self));

  if (self->day == day)
    return;

  self->day = day;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * psg_crossing_card_set_compact:
 * @self: the card
 * @compact: whether it shows the name alone
 */
void
psg_crossing_card_set_compact (PsgCrossingCard *self,
                               gboolean         compact)
{
  g_return_if_fail (PSG_IS_CROSSING_CARD (self));

  if (self->compact == compact)
    return;

  self->compact = compact;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * psg_crossing_card_get_widest:
 * @self: the card
 * @width: (out): the widest it becomes on any day, pixels
 * @height: (out): its height
 */
void
psg_crossing_card_get_widest (PsgCrossingCard *self,
                              int             *width,
                              int             *height)
{
  int natural, whole, text;

  g_return_if_fail (PSG_IS_CROSSING_CARD (self));

  /* What there is around the texts is what is left of the natural width without them. */
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, -1, NULL, height, NULL, NULL);
  psg_crossing_card_measure_text (gtk_widget_get_pango_context (GTK_WIDGET (self)), self->crossing, self->day,
                                  self->compact, &text, &whole);
  psg_crossing_card_measure_widest (gtk_widget_get_pango_context (GTK_WIDGET (self)), self->crossing, self->compact,
                                    width, &whole);
  *width = MAX (*width, text) + natural - text;
}
