/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *psg_event_account_new (PsgSession *session, const PsgEvent *event);

G_END_DECLS
