/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_LANE_CHIPS (psg_lane_chips_get_type ())
G_DECLARE_FINAL_TYPE (PsgLaneChips, psg_lane_chips, PSG, LANE_CHIPS, AdwBin)

/**
 * PsgLaneChips:
 *
 * A row of chips, one for each lane; those pressed are the lanes of the session's filter.
 */
GtkWidget *psg_lane_chips_new (PsgSession *session);

G_END_DECLS
