/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

#include <glib/gi18n.h>

#include "psg-ui.h"

/*
 * What is seen of a collection while it is being opened: a page of its own where there is
 * nothing else to see, else a toast over the collection that is open, and that only if
 * it takes long enough to be noticed. Both say how far it is and can stop it.
 */

/* Shorter waits go by unannounced, in milliseconds. */
#define PATIENCE 250

static char *
dup_name (PsgWindow *self)
{
  return self->file_asked != NULL ? g_file_get_basename (self->file_asked) : NULL;
}

static void
show_fraction (PsgWindow *self)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : _("the collection"), -1);
  g_autofree char *escaped = g_markup_escape_text (valid, -1);
  g_autofree char *title = NULL;

  if (self->opening_bar != NULL)
    gtk_progress_bar_set_fraction (self->opening_bar, self->opened);

  /* Translators: the name of a file, and how much of it has been read: “Opening “history.passages”: 40 %” */
  title = g_strdup_printf (_("Opening “%s”: %u%%"), escaped, (guint) (self->opened * 100));
  if (self->opening_toast != NULL)
    adw_toast_set_title (self->opening_toast, title);
}

static void
toast_dismissed_cb (PsgWindow *self)
{
  g_clear_object (&self->opening_toast);
}

static gboolean
patience_ended_cb (gpointer user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  self->opening_timeout = 0;
  self->opening_toast = g_object_ref (adw_toast_new (""));
  adw_toast_set_timeout (self->opening_toast, 0);
  adw_toast_set_priority (self->opening_toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (self->opening_toast, _("Cancel"));
  adw_toast_set_action_name (self->opening_toast, "win.cancel-opening");
  g_signal_connect_object (self->opening_toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  show_fraction (self);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->opening_toast));

  return G_SOURCE_REMOVE;
}

static void
show_page (PsgWindow *self)
{
  if (self->opening_bar == NULL)
    {
      g_autoptr (GtkBuilder) builder =
          gtk_builder_new_from_resource (PSG_RESOURCE_PREFIX "/shell/psg-opening-page.ui");

      gtk_stack_add_named (self->stack, GTK_WIDGET (gtk_builder_get_object (builder, "page")), "opening");
      self->opening_bar = GTK_PROGRESS_BAR (gtk_builder_get_object (builder, "bar"));
      self->opening_cancel = GTK_WIDGET (gtk_builder_get_object (builder, "cancel"));
    }

  gtk_stack_set_visible_child_name (self->stack, "opening");
  gtk_widget_grab_focus (self->opening_cancel);
}

/* Begins to show that the file asked for is being opened. */
void
psg_window_begin_opening (PsgWindow *self)
{
  g_assert (self->opening == NULL);

  self->opening = g_cancellable_new ();
  self->opened = 0;
  if (psg_session_get_collection (self->session) == NULL)
    show_page (self);
  else
    self->opening_timeout = g_timeout_add (PATIENCE, patience_ended_cb, self);

  show_fraction (self);
}

/* How much of it has been opened: a #PsgProgressFunc. */
void
psg_window_opening_progressed_cb (double   fraction,
                                  gpointer user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  self->opened = fraction;
  show_fraction (self);
}

/* It is open, or will not be. */
void
psg_window_end_opening (PsgWindow *self)
{
  g_clear_object (&self->opening);
  g_clear_handle_id (&self->opening_timeout, g_source_remove);
  if (self->opening_toast != NULL)
    adw_toast_dismiss (self->opening_toast);
}
