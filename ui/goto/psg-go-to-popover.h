/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_GO_TO_POPOVER (psg_go_to_popover_get_type ())
G_DECLARE_FINAL_TYPE (PsgGoToPopover, psg_go_to_popover, PSG, GO_TO_POPOVER, GtkPopover)

/**
 * PsgGoToPopover:
 *
 * Asks for a date in words, says while it is being typed what is understood, and goes
 * there. Enter goes, Escape closes, and the focus returns to where it was.
 */
GtkWidget *psg_go_to_popover_new  (PsgSession *session);
void       psg_go_to_popover_open (PsgGoToPopover *self, const GdkRectangle *area);

G_END_DECLS
