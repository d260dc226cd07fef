/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-presentation.h"

G_BEGIN_DECLS

/* What can be done while presenting, by whatever hand. */
GSimpleActionGroup *psg_present_actions_new (PsgPresentation *presentation);

/* The keys for it in a window whose actions are named `present.`: those of clickers, and as pdfpc and Impress
 * have them. Who is typing types. */
void                psg_present_keys_add    (GtkWidget *window, PsgPresentation *presentation);

G_END_DECLS
