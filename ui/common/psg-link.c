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

/* What cannot be seen, or changes how the rest is seen: white space, controls, marks that turn the
 * direction of writing, what no font has. */
static gboolean
deceives (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_SPACE_SEPARATOR:
      return TRUE;
    default:
      return c == 0x3164 || c == 0x115F || c == 0x1160 || c == 0xFFA0; /* Hangul fillers */
    }
}

/**
 * psg_link_dup_shown:
 * @uri: an address
 *
 * Returns: (transfer full): the same address (RFC 3986, 2.1), with what would deceive the eye
 *   percent-encoded
 */
char *
psg_link_dup_shown (const char *uri)
{
  GString *shown = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (uri, -1);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *end = g_utf8_next_char (at);
      gboolean encode = deceives (g_utf8_get_char (at));

      for (const char *byte = at; byte < end; byte++)
        if (encode)
          g_string_append_printf (shown, "%%%02X", (guint) (guchar) *byte);
        else
          g_string_append_c (shown, *byte);
    }

  return g_string_free (shown, FALSE);
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
  g_autofree char *address = NULL;
  g_autofree char *shown = NULL;
  GtkWidget *dialog;

  if (!psg_link_is_external (uri))
    return;

  /* What is shown is what is opened. */
  address = psg_link_dup_shown (uri);
  shown = shorten (address);
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
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), g_steal_pointer (&address),
                         (GClosureNotify) g_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
