/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_PANE_BAR (psg_pane_bar_get_type ())
G_DECLARE_FINAL_TYPE (PsgPaneBar, psg_pane_bar, PSG, PANE_BAR, AdwBin)

/**
 * PsgPaneBar:
 *
 * Back and forward through the pages visited, home to the collection's own page, and the chosen event's
 * place among those in view, with the way to the ones beside it.
 */
GtkWidget  *psg_pane_bar_new          (PsgSession *session);
const char *psg_pane_bar_get_position (PsgPaneBar *self);

G_END_DECLS
