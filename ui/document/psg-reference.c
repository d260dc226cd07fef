/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-reference.h"

#include <glib/gi18n-lib.h>

#include "psg-language.h"
#include "psg-rows.h"

/*
 * What stands on a page that is shown in a translation: that it is one, and, at a press, the texts in the
 * collection's reference language, which is what counts. On a page in that language there is nothing.
 */

#define TEXTS_KEY "psg-texts"

/* How many characters a line of the reference text has, and how high it may get before it scrolls. */
#define LINE_CHARS 46
#define HIGHEST 360

static PsgText *
find_translated (GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    if (psg_text_is_translated (g_ptr_array_index (texts, i)))
      return g_ptr_array_index (texts, i);

  return NULL;
}

static GtkWidget *
new_texts (GPtrArray *texts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "reference-texts");
  for (guint i = 0; i < texts->len; i++)
    {
      GtkWidget *label = psg_label_new (psg_text_get_value (g_ptr_array_index (texts, i), 0), "page-body");

      gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
      if (i == 0)
        gtk_widget_add_css_class (label, "page-strong");
      gtk_box_append (GTK_BOX (box), label);
    }

  return box;
}

static void
create_cb (GtkMenuButton *button,
           gpointer       nothing)
{
  GPtrArray *texts = g_object_get_data (G_OBJECT (button), TEXTS_KEY);
  GtkWidget *popover, *scroller;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  popover = gtk_popover_new ();
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HIGHEST);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), new_texts (texts));
  /* The keys scroll it. */
  gtk_widget_set_focusable (scroller, TRUE);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}

/**
 * psg_reference_texts_new:
 * @title: what the page is headed with
 *
 * Returns: (transfer full) (element-type PsgText): for psg_reference_texts_add() and psg_reference_add()
 */
GPtrArray *
psg_reference_texts_new (PsgText *title)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_text_unref);

  psg_reference_texts_add (texts, title);

  return texts;
}

/**
 * psg_reference_texts_add:
 * @texts: (element-type PsgText): what is read on a page
 * @text: (nullable): what is read next
 */
void
psg_reference_texts_add (GPtrArray *texts,
                         PsgText   *text)
{
  if (text != NULL)
    g_ptr_array_add (texts, psg_text_ref (text));
}

/**
 * psg_reference_add:
 * @box: the head of a page
 * @texts: (element-type PsgText): what is read on it, the title first
 *
 * Adds the line to @box if any of @texts is shown in a translation.
 */
void
psg_reference_add (GtkBox    *box,
                   GPtrArray *texts)
{
  PsgText *translated = find_translated (texts);
  g_autofree char *text = NULL;
  GtkWidget *button;

  if (translated == NULL)
    return;

  /* Translators: on a page that is shown in your language; %s is the name of another language, as “English” */
  text = g_strdup_printf (_("Translation; reference text: %s"),
                          psg_language_get_label (psg_text_get_language (translated, 0)));
  button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), psg_label_new (text, "page-note"));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_cb, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "reference");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), TEXTS_KEY, g_ptr_array_ref (texts), (GDestroyNotify) g_ptr_array_unref);
  gtk_box_append (box, button);
}
