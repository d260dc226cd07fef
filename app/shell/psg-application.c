/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-application.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>
#include <glib/gi18n.h>

#include "psg-about.h"
#include "psg-collection-file.h"
#include "psg-deep-link.h"
#include "psg-export.h"
#include "psg-help-window.h"
#include "psg-link-call.h"
#include "psg-own-notes.h"
#include "psg-picture.h"
#include "psg-startup.h"
#include "psg-tour-window.h"
#include "psg-ui.h"
#include "psg-window.h"

/*
 * The process. It opens windows and hands them files; what happens in a window
 * is the window's.
 */

struct _PsgApplication
{
  AdwApplication parent_instance;

  /* What the command line asks of the first window. */
  char *picture;
  char *follow;
  GStrv activate;
  gboolean exit_after_startup;

  guint link_filter; /* on the session bus; 0 while there is none */
};

G_DEFINE_FINAL_TYPE (PsgApplication, psg_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
  { "follow", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_("Show something in the collection, such as event:ID or document:ID#PASSAGE"), N_("LINK") },
  { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open a new window"), NULL },
  { "present", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Present the lesson that was presented last, or the first"), NULL },
  { "present-loop", 0, 0, G_OPTION_ARG_NONE, NULL, N_("The same unattended, again and again"), NULL },
  { "link", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL,
    /* Written as an argument of its own. */
    "Open a link into a collection", "passages:LINK" },
  { "picture", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, NULL,
    /* Not shown in --help: for `make run` without a display. */
    "Write a picture of the window and quit", "FILE" },
  { "activate", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING_ARRAY, NULL,
    /* For the programs that take pictures. */
    "Call an action of the window before the picture is taken", "ACTION[::TARGET]" },
  { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL,
    "Quit when the first frame with data was drawn", NULL },
  { NULL }
};

/* From the command line to an action of a window: what may be asked by key,
 * menu, D-Bus and command line is one thing. */
static const struct
{
  const char *action;
  const char *accels[4];
} shortcuts[] = {
  { "app.help", { "F1" } },
  { "app.quit", { "<Control>q" } },
  { "app.new-window", { "<Control>n" } },
  { "window.close", { "<Control>w" } },
  { "win.open", { "<Control>o" } },
  { "win.add-document", { "<Control><Shift>o" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.show-sidebar", { "F9" } },
  { "win.search", { "<Control>k" } },
  { "win.find", { "<Control>f" } },
  { "win.next-event", { "<Control>Right", "<Control>j" } },
  { "win.previous-event", { "<Control>Left", "<Control><Shift>j" } },
  { "win.next-change", { "<Control>Page_Down" } },
  { "win.previous-change", { "<Control>Page_Up" } },
  { "win.next-passage", { "<Alt>Page_Down" } },
  { "win.previous-passage", { "<Alt>Page_Up" } },
  { "win.back", { "<Alt>Left" } },
  { "win.forward", { "<Alt>Right" } },
  { "win.go-to-date", { "<Control>g" } },
  { "win.read-alone", { "F8" } },
  { "win.read-in-window", { "<Control><Shift>n" } },
  { "win.print", { "<Control>p" } },
  { "win.compare-dates", { "<Control>d" } },
  { "win.show-all", { "<Control>0" } },
  { "win.zoom-to-selection", { "<Control>e" } },
  { "win.previous-view", { "<Shift><Alt>Left" } },
  { "win.next-view", { "<Shift><Alt>Right" } },
  { "win.zoom-to-range", { "<Control><Shift>e" } },
  { "win.clear-filter", { "<Control><Shift>f" } },
  { "win.copy-link", { "<Control><Shift>l" } },
  { "win.present", { "F5" } },
  { "win.present-from-here", { "<Shift>F5" } },
  { "win.show-notes", { "<Control><Shift>m" } },
  { "win.show-lessons", { "<Control><Shift>t" } },
  { "win.add-note", { "<Control>m" } },
  { "win.new-event", { "<Control><Shift>a" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.show-shortcuts", { "<Control>question" } },
};

static void
picture_done_cb (gboolean     success,
                 const char  *message,
                 gpointer     user_data)
{
  PsgApplication *self = PSG_APPLICATION (user_data);

  if (success)
    g_print ("%s\n", message);
  else
    g_printerr ("%s\n", message);

  g_application_quit (G_APPLICATION (self));
}

static PsgWindow *
get_window (PsgApplication *self,
            gboolean        anew)
{
  /* Presenters' and others are windows too. */
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL && !anew; l = l->next)
    if (PSG_IS_WINDOW (l->data))
      return PSG_WINDOW (l->data);

  return psg_window_new (self);
}

/* Called once the window has been told what to open, so that its first frame shows it. */
static void
present (PsgApplication *self,
         PsgWindow      *window)
{
  gtk_window_present (GTK_WINDOW (window));

  if (self->picture != NULL)
    {
      /* The frame that a window draws for itself where nothing composites is no part
       * of the app, nor of a picture of it. */
      gtk_widget_remove_css_class (GTK_WIDGET (window), "solid-csd");
      psg_picture_take (window, self->picture, (const char *const *) self->activate, picture_done_cb, self);
    }
  else if (self->exit_after_startup)
    psg_startup_watch (window);
}

/* The last one used that has the collection a link leads into. */
static PsgWindow *
find_window (PsgApplication *self,
             const char     *collection)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      PsgSession *session = PSG_IS_WINDOW (l->data) ? psg_window_get_session (l->data) : NULL;
      PsgCollection *open = session != NULL ? psg_session_get_collection (session) : NULL;

      if (open != NULL && g_str_equal (psg_collection_get_info (open)->id, collection))
        return l->data;
    }

  return NULL;
}

static gboolean
is_bundled (const char *collection)
{
  g_autofree char *path = psg_application_dup_bundled_path ();
  g_autoptr (PsgCollectionFile) file = psg_collection_file_open (path, NULL, NULL);

  return file != NULL && g_str_equal (psg_collection_get_info (PSG_COLLECTION (file))->id, collection);
}

/* A link is shown where its collection is open; nothing that is open makes way for it. */
static void
open_link (PsgApplication *self,
           const char     *text)
{
  g_autoptr (PsgDeepLink) link = psg_deep_link_parse (text, NULL);
  gboolean first = gtk_application_get_active_window (GTK_APPLICATION (self)) == NULL;
  PsgWindow *window = link != NULL ? find_window (self, link->collection) : NULL;

  psg_startup_begin ();
  if (first)
    psg_window_open_last (window = psg_window_new (self), text);
  else if (window == NULL && link != NULL && is_bundled (link->collection))
    psg_window_open_file (window = psg_window_new (self), NULL, text);
  else
    psg_window_follow (window = window != NULL ? window : get_window (self, FALSE), text);
  present (self, window);
}

static void
open_link_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  open_link (PSG_APPLICATION (user_data), g_variant_get_string (parameter, NULL));
}

static void
quit_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  PsgApplication *self = PSG_APPLICATION (user_data);
  GtkWindow *window;

  /* Closing saves what must be kept. */
  while ((window = gtk_application_get_active_window (GTK_APPLICATION (self))) != NULL)
    gtk_window_destroy (window);

  g_application_quit (G_APPLICATION (self));
}

static void
about_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  psg_about_show (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
help_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  psg_help_window_present (GTK_APPLICATION (user_data));
}

static void
tour_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  GtkWidget *tour = psg_tour_window_new (gtk_application_get_active_window (GTK_APPLICATION (user_data)));

  gtk_window_present (GTK_WINDOW (tour));
}

static gboolean
show_tour_cb (gpointer user_data)
{
  g_action_group_activate_action (G_ACTION_GROUP (user_data), "tour", NULL);

  return G_SOURCE_REMOVE;
}

/* Once, to who opens the app by itself; and not where settings are forgotten, which would make it each time. */
static void
show_tour_at_first (PsgApplication *self)
{
  g_autoptr (GSettings) settings = g_settings_new (PSG_SETTINGS_ID);
  g_autoptr (GSettingsBackend) backend = g_settings_backend_get_default ();

  if (self->follow != NULL || self->picture != NULL || self->exit_after_startup || self->activate != NULL
      || g_settings_get_boolean (settings, "tour-shown")
      || g_str_equal (G_OBJECT_TYPE_NAME (backend), "GMemorySettingsBackend"))
    return;

  g_settings_set_boolean (settings, "tour-shown", TRUE);
  g_idle_add_full (G_PRIORITY_LOW, show_tour_cb, g_object_ref (self), g_object_unref);
}

static void
new_window_activated_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  PsgApplication *self = PSG_APPLICATION (user_data);
  PsgWindow *window = get_window (self, TRUE);

  psg_window_open_last (window, NULL);
  present (self, window);
}

static void
present_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  PsgApplication *self = PSG_APPLICATION (user_data);
  gboolean first = gtk_application_get_active_window (GTK_APPLICATION (self)) == NULL;
  PsgWindow *window = get_window (self, FALSE);

  if (first)
    psg_window_open_last (window, NULL);
  present (self, window);
  psg_window_present_lesson (window, g_str_equal (g_action_get_name (G_ACTION (action)), "present-loop"));
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_activated_cb },
  { .name = "help", .activate = help_activated_cb },
  { .name = "tour", .activate = tour_activated_cb },
  { .name = "about", .activate = about_activated_cb },
  { .name = "new-window", .activate = new_window_activated_cb },
  { .name = "present", .activate = present_activated_cb },
  { .name = "present-loop", .activate = present_activated_cb },
  { .name = "open-link", .activate = open_link_activated_cb, .parameter_type = "s" },
};

static void
psg_application_activate (GApplication *application)
{
  PsgApplication *self = PSG_APPLICATION (application);
  gboolean first = gtk_application_get_active_window (GTK_APPLICATION (self)) == NULL;
  PsgWindow *window = get_window (self, FALSE);

  psg_startup_begin ();
  if (first)
    psg_window_open_last (window, self->follow);
  present (self, window);
  if (first)
    show_tour_at_first (self);
}

/* Where one is, or where one was last. */
static void
add_document (PsgApplication *self,
              GFile          *file)
{
  gboolean first = gtk_application_get_active_window (GTK_APPLICATION (self)) == NULL;
  PsgWindow *window = get_window (self, FALSE);

  psg_startup_begin ();
  if (first)
    psg_window_open_last (window, self->follow);
  psg_window_add_document (window, file);
  present (self, window);
}

static void
psg_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  PsgApplication *self = PSG_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *uri = g_file_get_uri (files[i]);
      PsgWindow *window;

      if (psg_deep_link_is_one (uri))
        {
          open_link (self, uri);
          continue;
        }

      if (psg_window_is_document (files[i]))
        {
          add_document (self, files[i]);
          continue;
        }

      window = get_window (self, i > 0);

      psg_startup_begin ();
      psg_window_open_file (window, files[i], self->follow);
      present (self, window);
    }
}

/* A GFile may lose what follows the path of an address it knows nothing of: a link goes as a string. */
static gboolean
psg_application_local_command_line (GApplication *application,
                                    char       ***arguments,
                                    int          *status)
{
  /* Before anything looks for a display. */
  if (psg_export_is_asked ((const char *const *) *arguments))
    {
      *status = psg_export_run (*arguments);
      return TRUE;
    }

  for (guint i = 1; (*arguments)[0] != NULL && (*arguments)[i] != NULL; i++)
    {
      char *argument = (*arguments)[i];

      if (!psg_deep_link_is_one (argument) || g_str_equal ((*arguments)[i - 1], "--follow"))
        continue;
      (*arguments)[i] = g_strconcat ("--link=", argument, NULL);
      g_free (argument);
    }

  return G_APPLICATION_CLASS (psg_application_parent_class)->local_command_line (application, arguments, status);
}

/* Here, or in the process that runs already. Returns: how this one is to end, if it does. */
static int
ask_for (GApplication *application,
         const char   *action,
         GVariant     *parameter)
{
  g_autoptr (GVariant) sunk = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;
  g_autoptr (GError) error = NULL;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_action_group_activate_action (G_ACTION_GROUP (application), action, parameter);

  return 0;
}

static int
psg_application_handle_local_options (GApplication *application,
                                      GVariantDict *dict)
{
  PsgApplication *self = PSG_APPLICATION (application);
  const char *link;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("Passages %s\n", PSG_VERSION);
      return 0;
    }

  g_variant_dict_lookup (dict, "picture", "^ay", &self->picture);
  g_variant_dict_lookup (dict, "follow", "s", &self->follow);
  g_variant_dict_lookup (dict, "activate", "^as", &self->activate);
  self->exit_after_startup = g_variant_dict_contains (dict, "exit-after-startup");

  /* A picture is of this process, not of one that is running already. */
  if (self->picture != NULL || self->exit_after_startup)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  if (g_variant_dict_contains (dict, "new-window"))
    return ask_for (application, "new-window", NULL);
  if (g_variant_dict_contains (dict, "present"))
    return ask_for (application, "present", NULL);
  if (g_variant_dict_contains (dict, "present-loop"))
    return ask_for (application, "present-loop", NULL);

  return g_variant_dict_lookup (dict, "link", "&s", &link)
           ? ask_for (application, "open-link", g_variant_new_string (link))
           : -1;
}

static gboolean
psg_application_dbus_register (GApplication    *application,
                               GDBusConnection *connection,
                               const char      *object_path,
                               GError         **error)
{
  PSG_APPLICATION (application)->link_filter = psg_link_call_watch (connection);

  return G_APPLICATION_CLASS (psg_application_parent_class)
    ->dbus_register (application, connection, object_path, error);
}

static void
psg_application_dbus_unregister (GApplication    *application,
                                 GDBusConnection *connection,
                                 const char      *object_path)
{
  PsgApplication *self = PSG_APPLICATION (application);

  if (self->link_filter != 0)
    g_dbus_connection_remove_filter (connection, self->link_filter);
  self->link_filter = 0;

  G_APPLICATION_CLASS (psg_application_parent_class)->dbus_unregister (application, connection, object_path);
}

static void
psg_application_startup (GApplication *application)
{
  GtkApplication *app = GTK_APPLICATION (application);

  G_APPLICATION_CLASS (psg_application_parent_class)->startup (application);

  psg_ui_init ();
  g_action_map_add_action_entries (G_ACTION_MAP (app), actions, G_N_ELEMENTS (actions), app);

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (app, shortcuts[i].action, shortcuts[i].accels);
}

static void
psg_application_shutdown (GApplication *application)
{
  G_APPLICATION_CLASS (psg_application_parent_class)->shutdown (application);

  /* After the windows, which hand over what is being written. */
  psg_own_notes_close (psg_own_notes_get_default ());
}

static void
psg_application_finalize (GObject *object)
{
  PsgApplication *self = PSG_APPLICATION (object);

  g_free (self->picture);
  g_free (self->follow);
  g_strfreev (self->activate);

  G_OBJECT_CLASS (psg_application_parent_class)->finalize (object);
}

static void
psg_application_class_init (PsgApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = psg_application_finalize;

  application_class->activate = psg_application_activate;
  application_class->open = psg_application_open;
  application_class->startup = psg_application_startup;
  application_class->shutdown = psg_application_shutdown;
  application_class->dbus_register = psg_application_dbus_register;
  application_class->dbus_unregister = psg_application_dbus_unregister;
  application_class->handle_local_options = psg_application_handle_local_options;
  application_class->local_command_line = psg_application_local_command_line;
}

static void
psg_application_init (PsgApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_add_main_option_entries (G_APPLICATION (self), psg_export_options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[COLLECTION | passages:LINK]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("A timeline, a map and the documents behind them."));
}

PsgApplication *
psg_application_new (void)
{
  return g_object_new (PSG_TYPE_APPLICATION,
                       "application-id", PSG_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", PSG_RESOURCE_PREFIX,
                       NULL);
}

/**
 * psg_application_dup_bundled_path:
 *
 * Returns: (transfer full): the bundled collection; `PASSAGES_DATADIR`, set when
 *   run from the build folder, wins over where it was installed
 */
char *
psg_application_dup_bundled_path (void)
{
  const char *dir = g_getenv ("PASSAGES_DATADIR");

  return g_build_filename (dir != NULL ? dir : PSG_PKGDATADIR,
                           "collections", "lithuania-belarus.passages", NULL);
}
