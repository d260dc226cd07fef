/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-file-chooser.h"

#include <glib/gi18n.h>

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
            const char     *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
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

/**
 * psg_file_chooser_open:
 * @parent: the window it belongs to
 * @title: what is asked for
 * @filter_name: what files of this kind are called
 * @filter_pattern: such as `*.passages`
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
  GtkFileChooserNative *dialog = NULL;
  Request *request = g_new0 (Request, 1);

  request->chosen = chosen;
  request->user_data = user_data;

  dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  add_filter (GTK_FILE_CHOOSER (dialog), filter_name, filter_pattern);
  add_filter (GTK_FILE_CHOOSER (dialog), _("All files"), "*");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
