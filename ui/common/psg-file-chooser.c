/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-file-chooser.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * Asking for a file, through the portal where there is one. A facade shaped
 * like the asynchronous dialogs of later GTK, so that only this file changes
 * when the floor rises.
 */

typedef struct
{
  PsgFileChosen chosen;
  gpointer user_data;
} Request;

static void
add_filter (GtkFileChooser *chooser,
            const char     *name,
            const char     *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto (GStrv) each = g_strsplit (patterns, ";", -1);

  gtk_file_filter_set_name (filter, name);
  /* An ending is meant in capital letters too. */
  for (guint i = 0; each[i] != NULL; i++)
    if (g_str_has_prefix (each[i], "*."))
      gtk_file_filter_add_suffix (filter, each[i] + strlen ("*."));
    else
      gtk_file_filter_add_pattern (filter, each[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  request->chosen (file, request->user_data);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static GtkFileChooser *
new_chooser (GtkWindow           *parent,
             GtkFileChooserAction action,
             const char          *title,
             const char          *filter_name,
             const char          *filter_pattern)
{
  const char *accept = action == GTK_FILE_CHOOSER_ACTION_SAVE ? _("_Save") : _("_Open");
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, accept, _("_Cancel"));

  add_filter (GTK_FILE_CHOOSER (dialog), filter_name, filter_pattern);
  add_filter (GTK_FILE_CHOOSER (dialog), _("All files"), "*");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);

  return GTK_FILE_CHOOSER (dialog);
}

static void
show (GtkFileChooser *chooser,
      PsgFileChosen   chosen,
      gpointer        user_data)
{
  Request *request = g_new0 (Request, 1);

  request->chosen = chosen;
  request->user_data = user_data;
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * psg_file_chooser_open:
 * @parent: the window it belongs to
 * @title: what is asked for
 * @filter_name: what files of this kind are called
 * @filter_pattern: such as `*.passages`, or several with semicolons between them
 * @chosen: called when the person has chosen or not
 * @user_data: for @chosen
 */
void
psg_file_chooser_open (GtkWindow    *parent,
                       const char   *title,
                       const char   *filter_name,
                       const char   *filter_pattern,
                       PsgFileChosen chosen,
                       gpointer      user_data)
{
  show (new_chooser (parent, GTK_FILE_CHOOSER_ACTION_OPEN, title, filter_name, filter_pattern), chosen, user_data);
}

/**
 * psg_file_chooser_save:
 * @parent: the window it belongs to
 * @title: what is asked for
 * @name: what the file is called unless the person calls it otherwise
 * @filter_name: what files of this kind are called
 * @filter_pattern: such as `*.passages`, or several with semicolons between them
 * @chosen: called when the person has chosen or not; that a file may be replaced was asked
 * @user_data: for @chosen
 */
void
psg_file_chooser_save (GtkWindow    *parent,
                       const char   *title,
                       const char   *name,
                       const char   *filter_name,
                       const char   *filter_pattern,
                       PsgFileChosen chosen,
                       gpointer      user_data)
{
  GtkFileChooser *chooser = new_chooser (parent, GTK_FILE_CHOOSER_ACTION_SAVE, title, filter_name, filter_pattern);

  gtk_file_chooser_set_current_name (chooser, name);
  show (chooser, chosen, user_data);
}

/**
 * psg_file_chooser_folder:
 * @parent: the window it belongs to
 * @title: what is asked for
 * @chosen: called when the person has chosen or not
 * @user_data: for @chosen
 */
void
psg_file_chooser_folder (GtkWindow    *parent,
                         const char   *title,
                         PsgFileChosen chosen,
                         gpointer      user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                              _("_Select"), _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  show (GTK_FILE_CHOOSER (dialog), chosen, user_data);
}
