/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

#include <glib/gi18n.h>

#include "psg-session-lessons.h"
#include "psg-undo-order.h"

/* What a person did to notes and lessons is undone from one menu, with one key. */

/* An entry's own steps come first while it has the keyboard; one that has none leaves them to us. */
static gboolean
step_in_entry (PsgWindow  *self,
               const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autofree char *before = NULL;

  if (!GTK_IS_TEXT (focus) || !gtk_editable_get_enable_undo (GTK_EDITABLE (focus)))
    return FALSE;

  /* Nobody says whether an entry has a step to take: it is seen by what comes of it. */
  before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  gtk_widget_activate_action (focus, action, NULL);

  return !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (focus)), before);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  if (!step_in_entry (self, "text.undo"))
    psg_undo_order_undo (psg_session_get_notes (self->session), psg_session_get_lessons (self->session));
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  if (!step_in_entry (self, "text.redo"))
    psg_undo_order_redo (psg_session_get_notes (self->session), psg_session_get_lessons (self->session));
}

static void
show_steps_cb (PsgWindow *self)
{
  PsgNotes *notes = psg_session_get_notes (self->session);
  PsgLessons *lessons = psg_session_get_lessons (self->session);
  const char *undo = psg_undo_order_get_undo_label (notes, lessons);
  const char *redo = psg_undo_order_get_redo_label (notes, lessons);
  /* Translators: %s names what was done: “Delete Note” */
  g_autofree char *undo_label = undo != NULL ? g_strdup_printf (_("_Undo “%s”"), undo) : g_strdup (_("_Undo"));
  /* Translators: %s names what was done: “Delete Note” */
  g_autofree char *redo_label = redo != NULL ? g_strdup_printf (_("_Redo “%s”"), redo) : g_strdup (_("_Redo"));

  g_menu_remove_all (self->undo_menu);
  g_menu_append (self->undo_menu, undo_label, "win.undo");
  g_menu_append (self->undo_menu, redo_label, "win.redo");
}

/**
 * psg_window_watch_steps:
 * @self: a window
 * @object: (nullable): notes or lessons of its session
 *
 * Tells in the menu what of them would be undone.
 */
void
psg_window_watch_steps (PsgWindow *self,
                        gpointer   object)
{
  if (object != NULL)
    {
      g_signal_connect_object (object, "notify::undo-label", G_CALLBACK (show_steps_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (object, "notify::redo-label", G_CALLBACK (show_steps_cb), self, G_CONNECT_SWAPPED);
    }
  show_steps_cb (self);
}

/**
 * psg_window_add_undo_actions:
 * @self: a window
 */
void
psg_window_add_undo_actions (PsgWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "undo", .activate = undo_cb },
    { .name = "redo", .activate = redo_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
