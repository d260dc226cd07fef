/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_STATUS_LINE (psg_status_line_get_type ())
G_DECLARE_FINAL_TYPE (PsgStatusLine, psg_status_line, PSG, STATUS_LINE, AdwBin)

/**
 * PsgStatusLine:
 *
 * A crossing's status on the playhead's day, with its sign: "closed since 18 Aug 2023". It follows
 * the playhead.
 */
GtkWidget *psg_status_line_new (PsgSession *session, const PsgCrossing *crossing);

G_END_DECLS
