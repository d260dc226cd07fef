/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-claim.h"
#include "psg-source.h"

G_BEGIN_DECLS

/* Small signs of how far something can be trusted: always with words, never by colour alone. */
GtkWidget *psg_confidence_badge_new (char confidence);
GtkWidget *psg_verdict_pill_new     (const char *verdict);

G_END_DECLS
