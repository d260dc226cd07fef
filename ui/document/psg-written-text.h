/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

GtkWidget *psg_written_text_new (PsgSession *session, const char *markdown);

G_END_DECLS
