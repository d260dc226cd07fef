/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-popover.h"

#include <glib/gi18n-lib.h>

#include "psg-note-card.h"
#include "psg-tooltip.h"

/* A note in a popover: it closes with Escape, and is written as always. */

#define POPOVER_WIDTH 380
#define MAX_TEXT_HEIGHT 300

/* A text view looks upon all its children as its own when it goes. */
static void
unparent (GtkWidget *popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

static gboolean
unparent_cb (gpointer user_data)
{
  unparent (GTK_WIDGET (user_data));

  return G_SOURCE_REMOVE;
}

/* Not while it is closing: GTK still looks at it. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

void
psg_note_popover_show (GtkWidget          *parent,
                       PsgSession         *session,
                       const PsgNote      *note,
                       const GdkRectangle *area)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *card = psg_note_card_new (session, note, FALSE);

  gtk_widget_remove_css_class (card, "card");
  gtk_widget_set_size_request (card, POPOVER_WIDTH, -1);
  psg_note_card_set_max_text_height (PSG_NOTE_CARD (card), MAX_TEXT_HEIGHT);
  gtk_popover_set_child (GTK_POPOVER (popover), card);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), area);
  gtk_widget_add_css_class (popover, "note-popover");
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note"), -1);
  gtk_widget_set_parent (popover, parent);

  g_signal_connect_object (card, "gone", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (parent, "unmap", G_CALLBACK (unparent), popover, G_CONNECT_SWAPPED);
  psg_tooltip_hush (GTK_POPOVER (popover));
  gtk_popover_popup (GTK_POPOVER (popover));
  psg_note_card_begin (PSG_NOTE_CARD (card));
}
