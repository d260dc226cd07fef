/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-link-call.h"

#include "psg-deep-link.h"

/*
 * A desktop that activates apps over D-Bus hands a link to
 * org.freedesktop.Application.Open, and GApplication makes a GFile of it. With GVfs such a
 * file keeps the path of an address it knows nothing of, but not what follows it: day, span
 * and map of the link would be lost. So the call is made one of the action app.open-link
 * before GApplication sees it.
 */

#define APPLICATION_INTERFACE "org.freedesktop.Application"
#define OPEN_TYPE G_VARIANT_TYPE ("(asa{sv})")

/* Returns: (nullable): the link that a call of Open brings, if it is the one thing it brings */
static const char *
find_link (GVariant *body)
{
  g_autoptr (GVariant) uris = g_variant_get_child_value (body, 0);
  const char *uri;

  if (g_variant_n_children (uris) != 1)
    return NULL;

  g_variant_get_child (uris, 0, "&s", &uri);

  return psg_deep_link_is_one (uri) ? uri : NULL;
}

/* In the thread of the bus. */
static GDBusMessage *
filter_cb (GDBusConnection *connection,
           GDBusMessage    *message,
           gboolean         incoming,
           gpointer         user_data)
{
  GDBusMessage *translated = incoming ? psg_link_call_translate (message) : NULL;

  if (translated == NULL)
    return message;

  g_object_unref (message);

  return translated;
}

/**
 * psg_link_call_translate:
 * @message: a message that came in
 *
 * What a call that opens a link is to be instead: one of the app's action `open-link`, with
 * the link as it was written.
 *
 * Returns: (transfer full) (nullable): that call; %NULL if @message is anything else
 */
GDBusMessage *
psg_link_call_translate (GDBusMessage *message)
{
  GVariant *body = g_dbus_message_get_body (message);
  g_autoptr (GVariant) platform_data = NULL;
  GDBusMessage *call;
  const char *link;

  if (g_dbus_message_get_message_type (message) != G_DBUS_MESSAGE_TYPE_METHOD_CALL
      || g_strcmp0 (g_dbus_message_get_interface (message), APPLICATION_INTERFACE) != 0
      || g_strcmp0 (g_dbus_message_get_member (message), "Open") != 0
      || body == NULL || !g_variant_is_of_type (body, OPEN_TYPE))
    return NULL;

  link = find_link (body);
  call = link != NULL ? g_dbus_message_copy (message, NULL) : NULL;
  if (call == NULL)
    return NULL;

  platform_data = g_variant_get_child_value (body, 1);
  g_dbus_message_set_member (call, "ActivateAction");
  g_dbus_message_set_body (call, g_variant_new ("(s@av@a{sv})", "open-link",
                                                g_variant_new_parsed ("[<%s>]", link), platform_data));

  return call;
}

/**
 * psg_link_call_watch:
 * @connection: the bus on which the app can be asked to open something
 *
 * Has calls that open a link translated from now on.
 *
 * Returns: the filter, for g_dbus_connection_remove_filter()
 */
guint
psg_link_call_watch (GDBusConnection *connection)
{
  return g_dbus_connection_add_filter (connection, filter_cb, NULL, NULL);
}
