/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-time-span.h"

G_BEGIN_DECLS

/* Changes that follow one another within so many microseconds are one movement. */
#define PSG_SPAN_HISTORY_REST (800 * G_TIME_SPAN_MILLISECOND)

/**
 * PsgSpanHistory:
 *
 * The stretches of time one has looked at, and where among them one is. A drag or
 * the wheel changes the span many times; what counts as seen is where it came to
 * rest. Looking elsewhere after going back forgets what lay ahead.
 */
typedef struct _PsgSpanHistory PsgSpanHistory;

PsgSpanHistory    *psg_span_history_new    (void);
void               psg_span_history_free   (PsgSpanHistory *self);
void               psg_span_history_clear  (PsgSpanHistory *self);

void               psg_span_history_move   (PsgSpanHistory *self, const PsgTimeSpan *span, gint64 now);
void               psg_span_history_jump   (PsgSpanHistory *self, const PsgTimeSpan *span);
void               psg_span_history_follow (PsgSpanHistory *self, const PsgTimeSpan *span);

gboolean           psg_span_history_can_go (const PsgSpanHistory *self, int direction);
const PsgTimeSpan *psg_span_history_go     (PsgSpanHistory *self, int direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgSpanHistory, psg_span_history_free)

G_END_DECLS
