/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

#include <glib/gi18n.h>

#include "psg-file-chooser.h"
#include "psg-own-notes.h"

/*
 * A person's own documents in a window: files are added one after the other, which a toast tells of if it takes long
 * enough to be noticed; what is removed can be had back.
 */

/* Shorter waits go by unannounced, in milliseconds. */
#define PATIENCE 250

static void add_next (PsgWindow *self);

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base != NULL ? base : "");
}

/**
 * psg_window_is_document:
 * @file: a file
 *
 * Returns: whether it is called as documents are that can be added
 */
gboolean
psg_window_is_document (GFile *file)
{
  static const char *const endings[] = { ".pdf", ".md", ".markdown", ".mkd", ".mdown", ".txt", ".text" };
  g_autofree char *name = dup_name (file);
  g_autofree char *lower = g_utf8_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;

  return FALSE;
}

/* How far it is */

static void
show_added (PsgWindow *self)
{
  g_autofree char *name = dup_name (g_queue_peek_head (&self->adding));
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  g_autofree char *title = NULL;

  /* Translators: the name of a file, and how much of it has been copied and read */
  title = g_strdup_printf (_("Adding “%s”: %u%%"), escaped, (guint) (self->added * 100));
  if (self->adding_toast != NULL)
    adw_toast_set_title (self->adding_toast, title);
}

static void
toast_dismissed_cb (PsgWindow *self)
{
  g_clear_object (&self->adding_toast);
}

static gboolean
patience_ended_cb (gpointer data)
{
  PsgWindow *self = PSG_WINDOW (data);

  self->adding_timeout = 0;
  self->adding_toast = g_object_ref (adw_toast_new (""));
  adw_toast_set_timeout (self->adding_toast, 0);
  adw_toast_set_priority (self->adding_toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (self->adding_toast, _("Cancel"));
  adw_toast_set_action_name (self->adding_toast, "win.cancel-adding");
  g_signal_connect_object (self->adding_toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  show_added (self);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->adding_toast));

  return G_SOURCE_REMOVE;
}

static void
progressed_cb (double   fraction,
               gpointer data)
{
  PsgWindow *self = PSG_WINDOW (data);

  self->added = fraction;
  if (self->adding_cancellable != NULL)
    show_added (self);
}

static void
stop_telling (PsgWindow *self)
{
  g_clear_handle_id (&self->adding_timeout, g_source_remove);
  g_clear_object (&self->adding_cancellable);
  if (self->adding_toast != NULL)
    adw_toast_dismiss (self->adding_toast);
}

/* Adding */

static void
tell_failure (PsgWindow    *self,
              GFile        *file,
              const GError *error)
{
  g_autofree char *name = dup_name (file);
  g_autofree char *message = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Translators: the name of a file, and what is wrong with it */
  message = g_strdup_printf (_("“%s”: %s"), name, error->message);
  psg_window_toast (self, message);
}

/* A single document is shown; of several it is told how many there are. */
static void
tell_success (PsgWindow            *self,
              const PsgOwnDocument *document)
{
  g_autofree char *message = NULL;

  if (self->n_added == 1 && psg_session_get_collection (self->session) != NULL)
    {
      psg_session_open_own (self->session, document->id, NULL, NULL);
      /* Translators: %s is the title of a document */
      message = g_strdup_printf (_("Added “%s”"), document->title);
    }
  else
    message = g_strdup_printf (ngettext ("%u document added", "%u documents added", self->n_added), self->n_added);

  psg_window_toast (self, message);
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (PsgWindow) self = PSG_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgOwnDocument) document = psg_library_add_finish (PSG_LIBRARY (object), result, &error);
  g_autoptr (GFile) file = NULL;

  /* The window is gone. */
  if (self->session == NULL)
    return;

  file = g_queue_pop_head (&self->adding);
  stop_telling (self);
  if (document != NULL)
    self->n_added++;
  else
    tell_failure (self, file, error);

  if (!g_queue_is_empty (&self->adding))
    add_next (self);
  else if (document != NULL)
    tell_success (self, document);
}

static void
add_next (PsgWindow *self)
{
  PsgLibrary *library = psg_session_get_library (self->session);

  if (self->adding_cancellable != NULL || g_queue_is_empty (&self->adding) || library == NULL)
    return;

  self->added = 0;
  self->adding_cancellable = g_cancellable_new ();
  self->adding_timeout = g_timeout_add (PATIENCE, patience_ended_cb, self);
  psg_library_add_async (library, g_queue_peek_head (&self->adding), self->adding_cancellable,
                         progressed_cb, self, added_cb, g_object_ref (self));
}

/**
 * psg_window_add_document:
 * @self: a window
 * @file: a file to be copied into the notebook
 *
 * Adds it when those before it have been, and the notebook is open. What comes of it is told in a toast.
 */
void
psg_window_add_document (PsgWindow *self,
                         GFile     *file)
{
  if (g_queue_is_empty (&self->adding))
    self->n_added = 0;
  g_queue_push_tail (&self->adding, g_object_ref (file));
  add_next (self);
}

/* The window goes: what has not been added is not. */
void
psg_window_stop_adding (PsgWindow *self)
{
  if (self->adding_cancellable != NULL)
    g_cancellable_cancel (self->adding_cancellable);
  stop_telling (self);
  g_queue_clear_full (&self->adding, g_object_unref);
}

static void
file_chosen_cb (GFile   *file,
                gpointer data)
{
  g_autoptr (PsgWindow) self = PSG_WINDOW (data);

  if (file != NULL && self->session != NULL)
    psg_window_add_document (self, file);
}

static void
add_document_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  psg_file_chooser_open (GTK_WINDOW (data), _("Add Document"), _("Markdown, text and PDF"),
                         "*.pdf;*.md;*.markdown;*.txt", file_chosen_cb, g_object_ref (data));
}

static void
cancel_adding_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  PsgWindow *self = PSG_WINDOW (data);

  if (self->adding_cancellable != NULL)
    g_cancellable_cancel (self->adding_cancellable);
}

/* Removing */

typedef struct
{
  PsgWindow *window;
  char *id;
  char *title;
} Removing;

static void
free_removing (Removing *self)
{
  g_object_unref (self->window);
  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removing, free_removing)

static void
offer_undo (Removing *removing)
{
  g_autofree char *escaped = g_markup_escape_text (removing->title, -1);
  /* Translators: %s is the title of a document */
  g_autofree char *message = g_strdup_printf (_("Removed “%s”"), escaped);
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.restore-document");
  adw_toast_set_action_target_value (toast, g_variant_new_string (removing->id));
  adw_toast_overlay_add_toast (removing->window->toasts, toast);
}

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Removing) removing = data;
  g_autoptr (GError) error = NULL;
  gboolean done = psg_library_set_removed_finish (PSG_LIBRARY (object), result, &error);

  if (removing->window->session == NULL)
    return;
  if (!done)
    psg_window_toast (removing->window, error->message);
  else if (removing->title != NULL)
    offer_undo (removing);
}

static void
set_removed (PsgWindow  *self,
             const char *id,
             gboolean    removed)
{
  PsgLibrary *library = psg_session_get_library (self->session);
  const PsgOwnDocument *document = library != NULL ? psg_library_find (library, id) : NULL;
  Removing *removing;

  if (library == NULL || (removed && document == NULL))
    return;

  removing = g_new0 (Removing, 1);
  removing->window = g_object_ref (self);
  removing->id = g_strdup (id);
  removing->title = removed ? g_strdup (document->title) : NULL;
  psg_library_set_removed_async (library, id, removed, removed_cb, removing);
}

static void
remove_document_cb (GSimpleAction *action,
                    GVariant      *id,
                    gpointer       data)
{
  set_removed (PSG_WINDOW (data), g_variant_get_string (id, NULL), TRUE);
}

static void
restore_document_cb (GSimpleAction *action,
                     GVariant      *id,
                     gpointer       data)
{
  set_removed (PSG_WINDOW (data), g_variant_get_string (id, NULL), FALSE);
}

/* The library */

static void
library_changed_cb (PsgWindow *self)
{
  PsgLibrary *library = psg_own_notes_get_library (psg_own_notes_get_default ());

  psg_session_set_library (self->session, library);
  if (library == NULL)
    return;

  psg_window_follow_awaited (self);
  add_next (self);
}

/**
 * psg_window_add_documents_actions:
 * @self: a window
 *
 * Its actions on documents, and the library once the notebook is open.
 */
void
psg_window_add_documents_actions (PsgWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "add-document", .activate = add_document_cb },
    { .name = "cancel-adding", .activate = cancel_adding_cb },
    { .name = "remove-document", .activate = remove_document_cb, .parameter_type = "s" },
    { .name = "restore-document", .activate = restore_document_cb, .parameter_type = "s" },
  };

  g_queue_init (&self->adding);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (psg_own_notes_get_default (), "notify::library", G_CALLBACK (library_changed_cb), self,
                           G_CONNECT_SWAPPED);
  library_changed_cb (self);
}
