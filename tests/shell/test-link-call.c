/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-link-call.h"

/* Which calls of a desktop become a call of the action that opens a link, and that nothing of the link is lost. */

#define LINK "passages:lithuania-belarus/document/six-crossings#t=2023-08-18&span=2023&map=54.6,25,8"

static GDBusMessage *
make_call (const char *interface,
           const char *member,
           const char *body)
{
  GDBusMessage *call = g_dbus_message_new_method_call (NULL, "/io/github/passages_app/Passages", interface, member);

  g_dbus_message_set_serial (call, 7);
  if (body != NULL)
    g_dbus_message_set_body (call, g_variant_new_parsed (body));

  return call;
}

static void
test_a_link_becomes_an_action (void)
{
  g_autoptr (GDBusMessage) open = make_call ("org.freedesktop.Application", "Open",
                                             "(['" LINK "'], {'activation-token': <'word'>})");
  g_autoptr (GDBusMessage) call = psg_link_call_translate (open);
  g_autoptr (GVariant) expected = g_variant_new_parsed (
    "('open-link', @av [<'" LINK "'>], {'activation-token': <'word'>})");

  g_assert_nonnull (call);
  g_assert_cmpstr (g_dbus_message_get_member (call), ==, "ActivateAction");
  g_assert_cmpstr (g_dbus_message_get_interface (call), ==, "org.freedesktop.Application");
  g_assert_cmpstr (g_dbus_message_get_signature (call), ==, "sava{sv}");
  g_assert_cmpuint (g_dbus_message_get_serial (call), ==, 7);
  g_assert_true (g_variant_equal (g_dbus_message_get_body (call), expected));
}

/* A member, and what it comes with. */
static const struct
{
  const char *interface;
  const char *member;
  const char *body;
} others[] = {
  { "org.freedesktop.Application", "Activate", "(@a{sv} {},)" },
  { "org.freedesktop.Application", "Open", "(['file:///tmp/a.passages'], @a{sv} {})" },
  { "org.freedesktop.Application", "Open", "(@as [], @a{sv} {})" },
  { "org.freedesktop.Application", "Open", "(['" LINK "', 'file:///tmp/a.passages'], @a{sv} {})" },
  { "org.freedesktop.Application", "Open", "('" LINK "',)" },
  { "org.freedesktop.Application", "Open", NULL },
  { "org.gtk.Application", "Open", "(['" LINK "'], @a{sv} {})" },
};

static void
test_anything_else_is_left (void)
{
  g_autoptr (GDBusMessage) signal = g_dbus_message_new_signal ("/", "org.freedesktop.Application", "Open");

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GDBusMessage) call = make_call (others[i].interface, others[i].member, others[i].body);

      g_assert_null (psg_link_call_translate (call));
    }

  g_dbus_message_set_body (signal, g_variant_new_parsed ("(['" LINK "'], @a{sv} {})"));
  g_assert_null (psg_link_call_translate (signal));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shell/link-call/a-link-becomes-an-action", test_a_link_becomes_an_action);
  g_test_add_func ("/shell/link-call/anything-else-is-left", test_anything_else_is_left);

  return g_test_run ();
}
