/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-model.h"

G_BEGIN_DECLS

char *psg_timeline_event_words_format_date    (const PsgEvent *event);
char *psg_timeline_event_words_format_tooltip (PsgTimelineModel *model, guint row);
char *psg_timeline_event_words_format_notes   (PsgTimelineModel *model, guint row);

G_END_DECLS
