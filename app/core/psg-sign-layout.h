/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-card-layout.h"

G_BEGIN_DECLS

/* Where signs stand, before their cards are placed. */
void psg_sign_layout_place (const PsgCardItem *items,
                            guint              n_items,
                            const PsgCardView *view,
                            double             zoom,
                            double            *dx,
                            double            *dy);

G_END_DECLS
