/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-crossing-card.h"

#include "psg-palette.h"

/*
 * A crossing's name card. It is read through its marker, so it has no part in
 * focus or accessibility. It can tell how wide it may become in the whole of
 * its crossing's history, so that it can be placed once and stay there while
 * time runs.
 */

/* Longer states are cut; the tooltip has them in full. */
#define MAX_CHARS 26

struct _PsgCrossingCard
{
  GtkWidget    parent_instance;

  PsgCrossing *crossing;
  GtkWidget   *name;
  GtkWidget   *state;
  PsgDay       day;
  PsgStatus    status;
};

enum
{
  SIGNAL_CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgCrossingCard, psg_crossing_card, GTK_TYPE_WIDGET)

static void
update_color (PsgCrossingCard *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GdkRGBA color;

  psg_palette_get_status_text (psg_palette_get_scheme (), self->status, &color);
  pango_attr_list_insert (attributes, pango_attr_foreground_new (color.red * 65535,
                                                                 color.green * 65535,
                                                                 color.blue * 65535));
  gtk_label_set_attributes (GTK_LABEL (self->state), attributes);
}

static int
text_width (PsgCrossingCard *self,
            const char      *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->state, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* How wide the state's text may become: on the first and on a later day of each
 * interval, as "closed today" differs from "closed since …". */
static int
widest_state (PsgCrossingCard *self)
{
  int widest = 0;

  for (guint i = 0; i < self->crossing->intervals->len; i++)
    {
      const PsgStatusInterval *interval = g_ptr_array_index (self->crossing->intervals, i);
      PsgDay days[] = { interval->first, interval->last == interval->first ? interval->first : interval->first + 1 };

      for (guint j = 0; j < G_N_ELEMENTS (days); j++)
        {
          g_autofree char *text = psg_crossing_describe_at (self->crossing, days[j]);

          widest = MAX (widest, text_width (self, text));
        }
    }

  return widest;
}

static void
released_cb (PsgCrossingCard *self)
{
  g_signal_emit (self, signals[SIGNAL_CLICKED], 0);
}

static void
psg_crossing_card_dispose (GObject *object)
{
  PsgCrossingCard *self = PSG_CROSSING_CARD (object);

  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->state, gtk_widget_unparent);

  G_OBJECT_CLASS (psg_crossing_card_parent_class)->dispose (object);
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

  object_class->dispose = psg_crossing_card_dispose;
  object_class->finalize = psg_crossing_card_finalize;

  signals[SIGNAL_CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "crossingcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkWidget *
add_label (PsgCrossingCard *self,
           const char      *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
psg_crossing_card_init (PsgCrossingCard *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->name = add_label (self, "name");
  self->state = add_label (self, "state");
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (update_color));
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
  gtk_label_set_label (GTK_LABEL (self->name), psg_text_get (crossing->short_name));

  return GTK_WIDGET (self);
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
  g_autofree char *text = NULL;

  g_return_if_fail (PSG_IS_CROSSING_CARD (self));

  if (self->day == day)
    return;

  self->day = day;
  self->status = psg_crossing_get_status_at (self->crossing, day);
  text = psg_crossing_describe_at (self->crossing, day);
  gtk_label_set_label (GTK_LABEL (self->state), text);
  update_color (self);
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

  gtk_widget_set_visible (self->state, !compact);
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
  int natural, state = 0;

  g_return_if_fail (PSG_IS_CROSSING_CARD (self));

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, -1, NULL, height, NULL, NULL);

  *width = natural;
  if (!gtk_widget_get_visible (self->state))
    return;

  /* What there is around the texts is what is left of the natural width without them. */
  gtk_widget_measure (self->state, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &state, NULL, NULL);
  if (state > 0)
    {
      int name, padding;

      gtk_widget_measure (self->name, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &name, NULL, NULL);
      padding = natural - MAX (name, state);
      *width = padding + MAX (name, widest_state (self));
    }
}
