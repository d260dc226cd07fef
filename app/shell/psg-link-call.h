/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GDBusMessage *psg_link_call_translate (GDBusMessage    *message);

guint         psg_link_call_watch     (GDBusConnection *connection);

G_END_DECLS
