/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_TIMELINE_LANE_LIST (psg_timeline_lane_list_get_type ())
G_DECLARE_FINAL_TYPE (PsgTimelineLaneList, psg_timeline_lane_list, PSG, TIMELINE_LANE_LIST, AdwBin)

/**
 * PsgTimelineLaneList:
 *
 * All lanes in their order, each with a check mark that shows or hides it and
 * buttons that move it: the way back for what is hidden.
 */
GtkWidget *psg_timeline_lane_list_new (PsgSession *session);

G_END_DECLS
