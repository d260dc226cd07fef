/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_PASSAGE_BAR (psg_passage_bar_get_type ())
G_DECLARE_FINAL_TYPE (PsgPassageBar, psg_passage_bar, PSG, PASSAGE_BAR, AdwBin)

/**
 * PsgPassageBar:
 *
 * Over a document: the chosen event or crossing, which leads back to its page; which of the passages
 * that bear on it is shown; and the way to the next and the previous one, whichever documents they are in.
 * It is not there where nothing is chosen, or no passage bears on it.
 *
 * # CSS nodes
 *
 * `passagebar`
 */
GtkWidget  *psg_passage_bar_new          (PsgSession *session);
const char *psg_passage_bar_get_position (PsgPassageBar *self);

G_END_DECLS
