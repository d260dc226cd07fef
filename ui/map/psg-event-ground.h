/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-event-board.h"

G_BEGIN_DECLS

void psg_event_ground_snapshot (GtkSnapshot            *snapshot,
                                PsgScheme               scheme,
                                GPtrArray              *lanes,
                                const PsgPlannedBubble *planned,
                                const PsgBubbleLook    *look,
                                const PsgBubble        *at,
                                double                  zoom);

G_END_DECLS
