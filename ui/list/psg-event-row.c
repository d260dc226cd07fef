/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-row.h"

#include "psg-line-layout.h"
#include "psg-mark.h"

/* One row, used again for other events as the list is scrolled. */

struct _PsgEventRow
{
  AdwBin parent_instance;

  /* template */
  GtkLabel *year;
  GtkLabel *title;
  GtkLabel *date;
  PsgMark *mark;
};

G_DEFINE_FINAL_TYPE (PsgEventRow, psg_event_row, ADW_TYPE_BIN)

static void
psg_event_row_class_init (PsgEventRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PSG_TYPE_LINE_LAYOUT);
  g_type_ensure (PSG_TYPE_MARK);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/passages_app/Passages/list/psg-event-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PsgEventRow, year);
  gtk_widget_class_bind_template_child (widget_class, PsgEventRow, title);
  gtk_widget_class_bind_template_child (widget_class, PsgEventRow, date);
  gtk_widget_class_bind_template_child (widget_class, PsgEventRow, mark);
  gtk_widget_class_set_css_name (widget_class, "eventrow");
}

static void
psg_event_row_init (PsgEventRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
psg_event_row_new (void)
{
  return g_object_new (PSG_TYPE_EVENT_ROW, NULL);
}

/**
 * psg_event_row_set_item:
 * @self: a row
 * @item: what to show
 */
void
psg_event_row_set_item (PsgEventRow  *self,
                        PsgEventItem *item)
{
  g_autofree char *heading = psg_event_item_dup_heading (item);
  g_autofree char *date = psg_event_item_dup_date (item);
  g_autofree char *name = psg_event_item_dup_name (item);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_widget_set_visible (GTK_WIDGET (self->year), heading != NULL);
  gtk_label_set_text (self->year, heading != NULL ? heading : "");
  gtk_label_set_text (self->title, psg_event_item_get_title (item));
  gtk_label_set_text (self->date, date);
  psg_mark_set_lane (self->mark, psg_event_item_get_lane (item));

  /* What has the focus is the list's own widget around this one; it has no API for a name before 4.12. */
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
