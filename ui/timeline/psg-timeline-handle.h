/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-model.h"

G_BEGIN_DECLS

/* Left and right of the date in a handle. */
#define PSG_TIMELINE_HANDLE_PADDING 11.0

/**
 * PsgTimelineHandle:
 * @label: its day in words
 * @playhead: where that is, in pixels from where the axis begins
 * @x: the left edge of its handle
 * @width: the handle's width
 * @outside: whether the day is out of sight: the handle then stands at the edge
 *
 * The handle of the playhead, or of the day compared with.
 */
typedef struct
{
  char     label[64];
  double   playhead;
  double   x;
  double   width;
  gboolean outside;
} PsgTimelineHandle;

gboolean psg_timeline_handle_place (PsgTimelineHandle *self, PsgTimelineModel *model);
gboolean psg_timeline_handle_place_compared (PsgTimelineHandle *self, PsgTimelineModel *model);

G_END_DECLS
