/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-crossing.h"

G_BEGIN_DECLS

#define PSG_TYPE_CROSSING_CARD (psg_crossing_card_get_type ())
G_DECLARE_FINAL_TYPE (PsgCrossingCard, psg_crossing_card, PSG, CROSSING_CARD, GtkWidget)

/**
 * PsgCrossingCard:
 *
 * The small card beside a crossing's sign: its name and, unless compact, its
 * status in words. Signals: `clicked`.
 *
 * # CSS nodes
 * A single node named `crossingcard`.
 */
GtkWidget *psg_crossing_card_new         (const PsgCrossing *crossing);

const PsgCrossing *psg_crossing_card_get_crossing (PsgCrossingCard *self);
char      *psg_crossing_card_dup_state   (PsgCrossingCard *self);

void       psg_crossing_card_set_day     (PsgCrossingCard *self, PsgDay day);
void       psg_crossing_card_set_compact (PsgCrossingCard *self, gboolean compact);
void       psg_crossing_card_get_widest  (PsgCrossingCard *self, int *width, int *height);

G_END_DECLS
