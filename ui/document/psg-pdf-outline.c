/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-outline.h"

#include <glib/gi18n-lib.h>

#include "psg-rows.h"

/* A PDF's own outline in a popover; its rows are made when it is first opened. */

#define PLACE_KEY "psg-place"

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  PsgPdfView    *view)
{
  const PsgPdfPlace *place = g_object_get_data (G_OBJECT (row), PLACE_KEY);

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER)));
  psg_pdf_view_show_place (view, place);
  gtk_widget_grab_focus (GTK_WIDGET (view));
}

static GtkWidget *
new_row (const PsgPdfHeading *heading)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = psg_label_new (heading->title, heading->level == 1 ? "heading" : NULL);
  g_autofree char *number = g_strdup_printf ("%u", heading->place.page + 1);
  GtkWidget *page = gtk_label_new (number);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (label, (heading->level - 1) * 14);
  gtk_widget_add_css_class (page, "dim-label");
  gtk_widget_add_css_class (page, "numeric");
  gtk_widget_set_valign (page, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), page);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), PLACE_KEY, g_memdup2 (&heading->place, sizeof heading->place), g_free);

  return row;
}

static void
fill (GtkListBox   *list,
      const GArray *headings)
{
  for (guint i = 0; i < headings->len; i++)
    gtk_list_box_append (list, new_row (&g_array_index (headings, PsgPdfHeading, i)));
}

static void
create_cb (GtkMenuButton *button,
           gpointer       view)
{
  const GArray *headings = g_object_get_data (G_OBJECT (button), "psg-headings");
  GtkWidget *popover, *scroller, *list;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  popover = gtk_popover_new ();
  scroller = gtk_scrolled_window_new ();
  list = gtk_list_box_new ();
  fill (GTK_LIST_BOX (list), headings);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "outline");
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), view, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}

/**
 * psg_pdf_outline_button_new:
 * @view: what shows the PDF
 * @headings: (element-type PsgPdfHeading): its outline; must live as long as @view
 *
 * Returns: (transfer floating): a button that is there only if there is an outline
 */
GtkWidget *
psg_pdf_outline_button_new (PsgPdfView   *view,
                            const GArray *headings)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-list-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Outline"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Outline"), -1);
  gtk_widget_set_visible (button, headings->len > 0);
  g_object_set_data (G_OBJECT (button), "psg-headings", (gpointer) headings);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_cb, view, NULL);

  return button;
}
