/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-highlights.h"

G_BEGIN_DECLS

/* Beside words that were selected with the pointer: the colours to mark them in, a note about them, and copying
 * them with their source. It goes with the selection, and with @view. */
void psg_selection_bar_add (PsgHighlights *highlights, GtkTextView *view);

G_END_DECLS
