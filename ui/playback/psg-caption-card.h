/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-happening.h"
#include "psg-session.h"

G_BEGIN_DECLS

GtkWidget *psg_caption_card_new      (PsgSession *session, const PsgHappening *happening, gboolean compact);
/* All that a card says, in one line. */
char      *psg_caption_card_describe (PsgSession *session, const PsgHappening *happening);

G_END_DECLS
