/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_SEARCH_PALETTE (psg_search_palette_get_type ())
G_DECLARE_FINAL_TYPE (PsgSearchPalette, psg_search_palette, PSG, SEARCH_PALETTE, GtkPopover)

/**
 * PsgSearchPalette:
 *
 * The search over everything: an entry, what was understood of it, and what it finds as one types. The
 * keyboard stays in the entry: the arrows and page keys mark a line, Enter opens it, Escape closes, and the
 * focus returns to where it was.
 */
GtkWidget *psg_search_palette_new  (PsgSession *session);
void       psg_search_palette_open (PsgSearchPalette *self);

G_END_DECLS
