/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-reader-menu.h"

#include <glib/gi18n-lib.h>

/* What can be done with the text that is read: the same beside its title and under the right button. */

typedef struct
{
  const char *label;
  const char *action;
  const char *accel; /* (nullable): where it holds for the text alone, and the application does not know it */
} Item;

static void
add_section (GMenu      *menu,
             const Item *items,
             guint       n)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(items[i].label), items[i].action);

      if (items[i].accel != NULL)
        g_menu_item_set_attribute (item, "accel", "s", items[i].accel);
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/**
 * psg_reader_menu_new:
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
psg_reader_menu_new (void)
{
  static const Item finding[] = {
    { N_("_Find in Document…"), "reader.find", "<Control>f" },
  };
  static const Item sizes[] = {
    { N_("_Larger Text"), "win.text-larger", "<Control>plus" },
    { N_("_Smaller Text"), "win.text-smaller", "<Control>minus" },
    { N_("N_ormal Text Size"), "win.text-normal", "<Control>0" },
  };
  static const Item others[] = {
    { N_("Show the Text in a New _Window"), "win.read-in-window", NULL },
    { N_("Pr_int the Document…"), "win.print", NULL },
  };
  GMenu *menu = g_menu_new ();

  add_section (menu, finding, G_N_ELEMENTS (finding));
  add_section (menu, sizes, G_N_ELEMENTS (sizes));
  add_section (menu, others, G_N_ELEMENTS (others));

  return G_MENU_MODEL (menu);
}

/**
 * psg_reader_menu_button_new:
 *
 * Returns: (transfer floating): a button that opens the menu
 */
GtkWidget *
psg_reader_menu_button_new (void)
{
  g_autoptr (GMenuModel) menu = psg_reader_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, _("Text Size and More"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}
