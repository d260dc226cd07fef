/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-outline.h"

#include <glib/gi18n-lib.h>

#include "psg-document-render.h"
#include "psg-rows.h"

/* A document's headings in a popover. */

typedef void (*HeadingChosen) (gpointer owner, guint index);

typedef struct
{
  HeadingChosen chosen;
  gpointer owner; /* outlives the button, which lies in it */
} Outline;

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  gpointer       user_data)
{
  const Outline *outline = g_object_get_data (G_OBJECT (list), "psg-outline");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
  outline->chosen (outline->owner, gtk_list_box_row_get_index (row));
}

static GtkWidget *
new_row (GtkTextBuffer    *buffer,
         const PsgStretch *heading)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  GtkWidget *label;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, heading->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, heading->end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  label = psg_label_new (text, heading->level == 1 ? "heading" : NULL);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_set_margin_start (label, heading->level > 2 ? (heading->level - 2) * 14 : 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);

  return row;
}

/**
 * psg_outline_button_new:
 * @buffer: what shows the document
 * @headings: (element-type PsgStretch): its headings
 * @callback: called as `callback (owner, index)` when one is chosen
 * @owner: whom the button belongs to
 *
 * Returns: (transfer floating): a menu button
 */
GtkWidget *
psg_outline_button_new (GtkTextBuffer *buffer,
                        GArray        *headings,
                        GCallback      callback,
                        GObject       *owner)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  Outline *outline = g_new0 (Outline, 1);

  outline->chosen = (HeadingChosen) callback;
  outline->owner = owner;
  g_object_set_data_full (G_OBJECT (list), "psg-outline", outline, g_free);

  for (guint i = 0; i < headings->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (buffer, &g_array_index (headings, PsgStretch, i)));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "outline");
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), NULL);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_widget_add_css_class (popover, "menu");

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-list-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_tooltip_text (button, _("Outline"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}
