/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

#include <glib/gi18n.h>

#include "psg-application.h"
#include "psg-document-pane.h"
#include "psg-text-size.h"

/*
 * Reading: with the text alone in the window, in a window of its own, and on paper.
 * What is put away for reading is there again afterwards, as it was.
 */

/**
 * psg_window_is_reading:
 * @self: a window
 *
 * Returns: whether the text has the window to itself
 */
gboolean
psg_window_is_reading (PsgWindow *self)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self), "read-alone");

  return g_variant_get_boolean (state);
}

static void
change_text_size_cb (GSimpleAction *action,
                     GVariant      *state,
                     gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  int size = CLAMP (g_variant_get_int32 (state), PSG_TEXT_SIZE_SMALLEST, PSG_TEXT_SIZE_LARGEST);

  if (self->document != NULL)
    psg_document_pane_set_text_size (PSG_DOCUMENT_PANE (self->document), size);
}

static void
text_size_changed_cb (PsgWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "text-size");
  int size;

  g_object_get (self->document, "text-size", &size, NULL);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_int32 (size));
}

static gboolean
has_focus_within (PsgWindow *self,
                  GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
read_alone_cb (GSimpleAction *action,
               GVariant      *state,
               gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  gboolean alone = g_variant_get_boolean (state);

  if (self->map == NULL || alone == psg_window_is_reading (self))
    return;

  if (alone)
    {
      psg_window_save (self);
      self->had_sidebar = psg_window_get_sidebar_shown (self);
    }
  g_simple_action_set_state (action, state);

  psg_window_show_sidebar (self, !alone && self->had_sidebar);
  gtk_widget_set_visible (gtk_paned_get_start_child (self->panes), !alone);
  gtk_widget_set_visible (self->timeline, !alone);
  if (alone && !has_focus_within (self, self->document))
    gtk_widget_child_focus (psg_document_pane_get_visible (PSG_DOCUMENT_PANE (self->document)),
                            GTK_DIR_TAB_FORWARD);
}

static void
read_in_window_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  PsgWindow *other = psg_window_new (PSG_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  g_autofree char *link = psg_page_to_link (psg_session_get_page (self->session));

  other->reads_alone = TRUE;
  gtk_window_set_default_size (GTK_WINDOW (other), 760, 900);
  psg_window_open_file (other, self->file, link);
  gtk_window_present (GTK_WINDOW (other));
}

static void
step_passage_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  gboolean next = g_str_equal (g_action_get_name (G_ACTION (action)), "next-passage");
  g_autoptr (GError) error = NULL;

  if (!psg_session_step_passage (self->session, next ? 1 : -1, &error))
    psg_window_toast (self, error->message);
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  operation = self->document != NULL ? psg_document_pane_print (PSG_DOCUMENT_PANE (self->document)) : NULL;
  if (operation == NULL)
    {
      psg_window_toast (self, _("Open a document to print it"));
      return;
    }

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    psg_window_toast (self, error->message);
}

static void
text_size_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  const char *name = g_action_get_name (G_ACTION (action));
  int direction = g_str_equal (name, "text-larger") ? 1 : g_str_equal (name, "text-smaller") ? -1 : 0;

  if (self->document != NULL &&
      !psg_document_pane_step_text_size (PSG_DOCUMENT_PANE (self->document), direction))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/**
 * psg_window_is_in_text:
 * @self: a window
 *
 * Returns: whether keys are for the text: it has the focus, or the window to itself
 */
gboolean
psg_window_is_in_text (PsgWindow *self)
{
  if (self->document == NULL)
    return FALSE;

  return psg_window_is_reading (self) || has_focus_within (self, self->document);
}

/* Of what one is at: words in the text, else events in the list. */
static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  if (!psg_window_is_in_text (self) || !psg_document_pane_find (PSG_DOCUMENT_PANE (self->document)))
    g_action_group_activate_action (G_ACTION_GROUP (self), "filter-list", NULL);
}

/* Elsewhere these keys are for what has the focus. */
static gboolean
text_key_cb (GtkWidget *widget,
             GVariant  *action,
             gpointer   user_data)
{
  return psg_window_is_in_text (PSG_WINDOW (widget)) &&
         gtk_widget_activate_action_variant (widget, g_variant_get_string (action, NULL), NULL);
}

static void
add_keys (PsgWindow *self)
{
  static const struct { guint keyval; const char *action; } keys[] = {
    { GDK_KEY_plus, "win.text-larger" },
    { GDK_KEY_equal, "win.text-larger" },
    { GDK_KEY_KP_Add, "win.text-larger" },
    { GDK_KEY_minus, "win.text-smaller" },
    { GDK_KEY_KP_Subtract, "win.text-smaller" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].keyval, GDK_CONTROL_MASK),
                                                gtk_callback_action_new (text_key_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[i].action));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * psg_window_bind_reading:
 * @self: a window whose document pane was just made
 *
 * Texts are as large in every window.
 */
void
psg_window_bind_reading (PsgWindow *self)
{
  g_signal_connect_object (self->document, "notify::text-size",
                           G_CALLBACK (text_size_changed_cb), self, G_CONNECT_SWAPPED);
  g_settings_bind (self->settings, "text-size", self->document, "text-size", G_SETTINGS_BIND_DEFAULT);
}

/**
 * psg_window_add_reading_actions:
 * @self: a window
 */
void
psg_window_add_reading_actions (PsgWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "read-alone", .state = "false", .change_state = read_alone_cb },
    { .name = "read-in-window", .activate = read_in_window_cb },
    { .name = "print", .activate = print_cb },
    { .name = "find", .activate = find_cb },
    { .name = "next-passage", .activate = step_passage_cb },
    { .name = "previous-passage", .activate = step_passage_cb },
    { .name = "text-larger", .activate = text_size_cb },
    { .name = "text-smaller", .activate = text_size_cb },
    { .name = "text-normal", .activate = text_size_cb },
    { .name = "text-size", .state = "100", .change_state = change_text_size_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_keys (self);
}
