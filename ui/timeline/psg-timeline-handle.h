/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-frame-draw.h"
#include "psg-timeline-model.h"

G_BEGIN_DECLS

gboolean psg_timeline_handle_place (PsgTimelineHandle *self, PsgTimelineModel *model);
gboolean psg_timeline_handle_place_compared (PsgTimelineHandle *self, PsgTimelineModel *model);

G_END_DECLS
