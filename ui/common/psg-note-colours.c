/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-colours.h"

#include <glib/gi18n-lib.h>

#include "psg-mark.h"

/* The colours of notes. Each is named: in the tooltip and to the screen reader. */

typedef struct
{
  PsgNoteColourChosen chosen;
  gpointer user_data;
} Choice;

static void
clicked_cb (GtkButton *button,
            gpointer   user_data)
{
  Choice *choice = g_object_get_data (G_OBJECT (button), "choice");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  choice->chosen (GPOINTER_TO_UINT (user_data), choice->user_data);
}

/**
 * psg_note_colour_line_new:
 * @chosen: called with what a person chooses
 * @user_data: for @chosen
 *
 * Returns: (transfer floating): a button for each colour
 */
GtkWidget *
psg_note_colour_line_new (PsgNoteColourChosen chosen,
                          gpointer            user_data)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  for (guint i = 1; i <= PSG_NOTE_N_COLOURS; i++)
    {
      /* No colour comes last. */
      PsgNoteColour colour = i % PSG_NOTE_N_COLOURS;
      const char *name = psg_note_colour_get_label (colour);
      GtkWidget *button = gtk_button_new ();
      Choice *choice = g_new (Choice, 1);

      *choice = (Choice) { chosen, user_data };
      gtk_button_set_child (GTK_BUTTON (button), psg_mark_new_note (colour));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data_full (G_OBJECT (button), "choice", choice, g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), GUINT_TO_POINTER (colour));
      gtk_box_append (GTK_BOX (line), button);
    }

  return line;
}

GtkWidget *
psg_note_colours_new (PsgNoteColourChosen chosen,
                      gpointer            user_data)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), psg_note_colour_line_new (chosen, user_data));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), psg_mark_new_note (PSG_NOTE_NO_COLOUR));
  gtk_widget_add_css_class (button, "flat");
  psg_note_colours_set (button, PSG_NOTE_NO_COLOUR);

  return button;
}

/* @colours: from psg_note_colours_new() */
void
psg_note_colours_set (GtkWidget    *colours,
                      PsgNoteColour colour)
{
  /* Translators: %s is the name of a colour */
  g_autofree char *name = g_strdup_printf (_("Colour: %s"), psg_note_colour_get_label (colour));

  psg_mark_set_note (PSG_MARK (gtk_menu_button_get_child (GTK_MENU_BUTTON (colours))), colour);
  gtk_widget_set_tooltip_text (colours, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (colours), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
