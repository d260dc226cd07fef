/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-link.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/*
 * Leaving the app. Addresses come from collections that anybody may have
 * written: nothing is opened before the person has seen where it leads, and
 * only http, https and mailto lead anywhere. The one place that calls
 * gtk_show_uri().
 */

#define RESPONSE_OPEN "open"
#define RESPONSE_COPY "copy"
#define RESPONSE_CANCEL "cancel"

/* Longer addresses are cut when shown; they are opened and copied in full. */
#define MAX_SHOWN 600

/**
 * psg_link_is_external:
 * @uri: (nullable): an address
 *
 * Returns: whether it leads out of the app, to a place we are willing to open
 */
gboolean
psg_link_is_external (const char *uri)
{
  g_autoptr (GUri) parsed = NULL;
  const char *scheme;

  if (uri == NULL)
    return FALSE;

  parsed = g_uri_parse (uri, G_URI_FLAGS_NONE, NULL);
  if (parsed == NULL)
    return FALSE;

  scheme = g_uri_get_scheme (parsed);
  if (g_str_equal (scheme, "mailto"))
    return TRUE;

  return (g_str_equal (scheme, "http") || g_str_equal (scheme, "https")) &&
         g_uri_get_host (parsed) != NULL && *g_uri_get_host (parsed) != '\0';
}

static char *
shorten (const char *uri)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (uri, -1) <= MAX_SHOWN)
    return g_strdup (uri);

  start = g_utf8_substring (uri, 0, MAX_SHOWN);

  return g_strconcat (start, "…", NULL);
}

static void
response_cb (GtkWidget  *dialog,
             const char *response,
             const char *uri)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  if (g_str_equal (response, RESPONSE_OPEN))
    gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
  else if (g_str_equal (response, RESPONSE_COPY))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (dialog), uri);
}

/**
 * psg_link_open:
 * @parent: the widget that was activated
 * @uri: an address
 *
 * Shows where an address leads and lets the person open it in the browser, copy it,
 * or stay. Does nothing for addresses that are not psg_link_is_external().
 */
void
psg_link_open (GtkWidget  *parent,
               const char *uri)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  g_autofree char *shown = NULL;
  GtkWidget *dialog;

  if (!psg_link_is_external (uri))
    return;

  shown = shorten (uri);
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                   _("Open in the browser?"), NULL);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), shown);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    RESPONSE_CANCEL, _("_Cancel"),
                                    RESPONSE_COPY, _("Co_py Address"),
                                    RESPONSE_OPEN, _("_Open"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), RESPONSE_OPEN,
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), RESPONSE_OPEN);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), RESPONSE_CANCEL);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), g_strdup (uri),
                         (GClosureNotify) g_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
