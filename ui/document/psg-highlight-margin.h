/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-highlights.h"

G_BEGIN_DECLS

#define PSG_TYPE_HIGHLIGHT_MARGIN (psg_highlight_margin_get_type ())
G_DECLARE_FINAL_TYPE (PsgHighlightMargin, psg_highlight_margin, PSG, HIGHLIGHT_MARGIN, GtkWidget)

/**
 * PsgHighlightMargin:
 *
 * The left margin of a text: the sign of each note at its first line. Hovering tells what it says, a click
 * activates it.
 *
 * # CSS nodes
 *
 * `highlightmargin`
 */
GtkWidget *psg_highlight_margin_new (PsgHighlights *highlights, GtkTextView *view);

G_END_DECLS
