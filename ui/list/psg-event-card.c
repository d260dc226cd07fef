/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-card.h"

#include "psg-line-layout.h"
#include "psg-mark.h"

/* What a row shows, used again for other events as the list is scrolled. */

struct _PsgEventCard
{
  AdwBin parent_instance;

  /* template */
  GtkLabel *year;
  GtkLabel *title;
  GtkLabel *date;
  GtkBox *foot;
  PsgMark *mark;

  GtkWidget *leaf;  /* made for the first event with notes */
  GtkLabel *number; /* how many, beside it */
};

G_DEFINE_FINAL_TYPE (PsgEventCard, psg_event_card, ADW_TYPE_BIN)

static void
psg_event_card_class_init (PsgEventCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PSG_TYPE_LINE_LAYOUT);
  g_type_ensure (PSG_TYPE_MARK);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/passages_app/Passages/list/psg-event-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PsgEventCard, year);
  gtk_widget_class_bind_template_child (widget_class, PsgEventCard, title);
  gtk_widget_class_bind_template_child (widget_class, PsgEventCard, date);
  gtk_widget_class_bind_template_child (widget_class, PsgEventCard, foot);
  gtk_widget_class_bind_template_child (widget_class, PsgEventCard, mark);
  gtk_widget_class_set_css_name (widget_class, "eventcard");
}

static void
psg_event_card_init (PsgEventCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
psg_event_card_new (void)
{
  return g_object_new (PSG_TYPE_EVENT_CARD, NULL);
}

static void
add_leaf (PsgEventCard *self)
{
  self->leaf = psg_mark_new_note (PSG_NOTE_NO_COLOUR);
  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "dim-label");
  /* Digits have nothing below their line: their middle is above that of the text. */
  gtk_widget_set_margin_bottom (self->leaf, 3);
  gtk_box_append (self->foot, self->leaf);
  gtk_box_append (self->foot, GTK_WIDGET (self->number));
}

/**
 * psg_event_card_set_notes:
 * @self: a card
 * @n: how many notes there are about the event
 * @colour: of their sign
 */
void
psg_event_card_set_notes (PsgEventCard *self,
                          guint         n,
                          PsgNoteColour colour)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  if (self->leaf == NULL && n == 0)
    return;

  if (self->leaf == NULL)
    add_leaf (self);
  gtk_widget_set_visible (self->leaf, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->number), n > 1);
  psg_mark_set_note (PSG_MARK (self->leaf), colour);
  gtk_label_set_text (self->number, number);
}

/**
 * psg_event_card_set_item:
 * @self: a card
 * @item: what to show
 */
void
psg_event_card_set_item (PsgEventCard *self,
                         PsgEventItem *item)
{
  g_autofree char *heading = psg_event_item_dup_heading (item);
  g_autofree char *date = psg_event_item_dup_date (item);

  gtk_widget_set_visible (GTK_WIDGET (self->year), heading != NULL);
  gtk_label_set_text (self->year, heading != NULL ? heading : "");
  gtk_label_set_text (self->title, psg_event_item_get_title (item));
  gtk_label_set_text (self->date, date);
  psg_mark_set_lane (self->mark, psg_event_item_get_lane (item));
  psg_mark_set_own (self->mark, psg_event_item_is_own (item));
}
