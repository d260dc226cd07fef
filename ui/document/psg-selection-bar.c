/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-selection-bar.h"

#include <glib/gi18n-lib.h>

/* What can be done with words that were just selected, within reach. The keyboard has it in the menu. */

typedef struct
{
  PsgHighlights *highlights; /* weak */
  GtkTextView *view;
  GtkWidget *popover; /* (nullable): the view's; made when it is first wanted */
} Bar;

static void
free_bar (gpointer data)
{
  Bar *self = data;

  g_clear_weak_pointer (&self->highlights);
  g_free (self);
}

static void
colour_chosen_cb (PsgNoteColour colour,
                  gpointer      user_data)
{
  Bar *self = user_data;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (self->highlights != NULL)
    psg_highlights_add (self->highlights, colour, FALSE);
}

static GtkWidget *
new_button (const char *icon,
            const char *name,
            const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

/**
 * psg_selection_bar_new:
 * @chosen: called when a colour was chosen to mark the words with
 * @data: for @chosen
 *
 * Returns: (transfer floating): the bar, to be a child of what shows the words; its other buttons are `reader.add-note`
 *   and `reader.copy-quote`
 */
GtkWidget *
psg_selection_bar_new (PsgNoteColourChosen chosen,
                       gpointer            data)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  gtk_box_append (GTK_BOX (line), psg_note_colour_line_new (chosen, data));
  gtk_box_append (GTK_BOX (line), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (line), new_button ("document-edit-symbolic", _("Add Note"), "reader.add-note"));
  gtk_box_append (GTK_BOX (line), new_button ("edit-copy-symbolic", _("Copy with Citation"), "reader.copy-quote"));
  gtk_popover_set_child (GTK_POPOVER (popover), line);
  /* The text keeps the keyboard, and its selection. */
  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_TOP);
  gtk_widget_add_css_class (popover, "selection-bar");

  return popover;
}

static void
show (Bar *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;
  GdkRectangle area, last;

  if (self->highlights == NULL || !psg_highlights_can_add (self->highlights)
      || !gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return;

  if (self->popover == NULL)
    gtk_widget_set_parent (self->popover = psg_selection_bar_new (colour_chosen_cb, self), GTK_WIDGET (self->view));
  gtk_text_view_get_iter_location (self->view, &start, &area);
  gtk_text_view_get_iter_location (self->view, &end, &last);
  if (last.y == area.y)
    area.width = MAX (1, last.x - area.x);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, area.x, area.y, &area.x, &area.y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
hide (Bar *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
selection_changed_cb (Bar *self)
{
  if (!gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (self->view)))
    hide (self);
}

/* After the text view's own gesture, which ends the selection. */
static gboolean
event_cb (GtkEventControllerLegacy *controller,
          GdkEvent                 *event,
          Bar                      *self)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE
      && gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY)
    show (self);

  return FALSE;
}

/* A text view looks upon all its children as its own when it goes: the popover goes before it. */
static void
unmap_cb (Bar *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

void
psg_selection_bar_add (PsgHighlights *highlights,
                       GtkTextView   *view)
{
  GtkEventController *legacy = gtk_event_controller_legacy_new ();
  Bar *self = g_new0 (Bar, 1);

  g_set_weak_pointer (&self->highlights, highlights);
  self->view = view;
  g_object_set_data_full (G_OBJECT (view), "selection-bar", self, free_bar);

  g_signal_connect (legacy, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), legacy);
  g_signal_connect_swapped (gtk_text_view_get_buffer (view), "notify::has-selection",
                            G_CALLBACK (selection_changed_cb), self);
  g_signal_connect_swapped (view, "unmap", G_CALLBACK (unmap_cb), self);
}
