/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-claim.h"
#include "psg-crossing.h"
#include "psg-lane.h"

G_BEGIN_DECLS

/* Labels in a colour of the palette, kept in step with light and dark. */
void psg_tint_lane    (GtkLabel *label, const PsgLane *lane);
void psg_tint_status  (GtkLabel *label, PsgStatus status);
void psg_tint_verdict (GtkLabel *label, PsgVerdictDegree degree);
/* Marks a stretch of the label's text (in code points) as with a pen. */
void psg_tint_match   (GtkLabel *label, guint start, guint end);

G_END_DECLS
