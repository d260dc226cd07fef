/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-citation.h"

G_BEGIN_DECLS

#define PSG_TYPE_CITE_WINDOW (psg_cite_window_get_type ())
G_DECLARE_FINAL_TYPE (PsgCiteWindow, psg_cite_window, PSG, CITE_WINDOW, AdwWindow)

/**
 * PsgCiteWindow:
 *
 * A citation in the style that is chosen, to copy or to save.
 *
 * Its property `style` is the chosen style's nick, see psg_citation_format_get_nick().
 */
PsgCiteWindow *psg_cite_window_new      (GtkWindow *parent, PsgCitation *citation);
char          *psg_cite_window_dup_text (PsgCiteWindow *self);

G_END_DECLS
