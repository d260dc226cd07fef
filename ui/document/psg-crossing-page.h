/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-page-view.h"
#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_CROSSING_PAGE (psg_crossing_page_get_type ())
G_DECLARE_FINAL_TYPE (PsgCrossingPage, psg_crossing_page, PSG, CROSSING_PAGE, PsgPageView)

/**
 * PsgCrossingPage:
 *
 * A crossing and its history. What held on the playhead's day is highlighted; choosing another
 * stretch takes the playhead to its first day.
 */
GtkWidget *psg_crossing_page_new (PsgSession *session, const PsgCrossing *crossing);

G_END_DECLS
