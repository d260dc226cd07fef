/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-go-to-popover.h"

#include <glib/gi18n.h>

#include "psg-date-entry.h"

/* Asks for a date to go to, and gives the focus back. */

struct _PsgGoToPopover
{
  GtkPopover parent_instance;

  /* owned */
  PsgSession *session;

  GtkWidget *focus; /* where the focus was; weak */

  GtkWidget *entry; /* borrowed: its child */
};

G_DEFINE_FINAL_TYPE (PsgGoToPopover, psg_go_to_popover, GTK_TYPE_POPOVER)

static void
set_focus_widget (PsgGoToPopover *self,
                  GtkWidget      *focus)
{
  if (self->focus != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->focus), (gpointer *) &self->focus);
  self->focus = focus;
  if (self->focus != NULL)
    g_object_add_weak_pointer (G_OBJECT (self->focus), (gpointer *) &self->focus);
}

static void
go_cb (PsgGoToPopover       *self,
       const PsgDestination *destination)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  psg_destination_go (destination, self->session);
}

static void
psg_go_to_popover_closed (GtkPopover *popover)
{
  PsgGoToPopover *self = PSG_GO_TO_POPOVER (popover);

  if (self->focus != NULL && gtk_widget_get_mapped (self->focus))
    gtk_widget_grab_focus (self->focus);
  set_focus_widget (self, NULL);
}

/* Object */

static void
psg_go_to_popover_dispose (GObject *object)
{
  PsgGoToPopover *self = PSG_GO_TO_POPOVER (object);

  set_focus_widget (self, NULL);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_go_to_popover_parent_class)->dispose (object);
}

static void
psg_go_to_popover_class_init (PsgGoToPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_go_to_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = psg_go_to_popover_closed;
}

static void
psg_go_to_popover_init (PsgGoToPopover *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Go to date"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "date-popover");
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_TOP);
}

/**
 * psg_go_to_popover_new:
 * @session: where to go
 *
 * Returns: (transfer floating): a popover, to be given a parent
 */
GtkWidget *
psg_go_to_popover_new (PsgSession *session)
{
  PsgGoToPopover *self = g_object_new (PSG_TYPE_GO_TO_POPOVER, NULL);

  self->session = g_object_ref (session);
  self->entry = psg_date_entry_new (session, _("Go to date"), _("_Go"));
  gtk_popover_set_child (GTK_POPOVER (self), self->entry);
  g_signal_connect_object (self->entry, "chosen", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * psg_go_to_popover_open:
 * @self: a popover with a parent
 * @area: what to point to, in the parent's coordinates
 *
 * Shows the playhead's day, to be typed over.
 */
void
psg_go_to_popover_open (PsgGoToPopover     *self,
                        const GdkRectangle *area)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_return_if_fail (PSG_IS_GO_TO_POPOVER (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) && root != NULL)
    set_focus_widget (self, gtk_root_get_focus (root));

  psg_date_entry_set_day (PSG_DATE_ENTRY (self->entry), psg_session_get_playhead (self->session));
  gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  gtk_popover_popup (GTK_POPOVER (self));
  psg_date_entry_begin (PSG_DATE_ENTRY (self->entry));
}
