/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "psg-edtf.h"

G_BEGIN_DECLS

/**
 * PsgTimeSpan:
 * @start: first minute within
 * @end: first minute after, greater than @start
 *
 * A stretch of time, half-open, in minutes since 1970-01-01T00:00 (civil
 * time). A value: functions return a new one.
 */
typedef struct
{
  gint64 start;
  gint64 end;
} PsgTimeSpan;

#define PSG_TYPE_TIME_SPAN (psg_time_span_get_type ())
GType psg_time_span_get_type (void) G_GNUC_CONST;

PsgTimeSpan  psg_time_span_from_days  (PsgDay first, PsgDay last);
gboolean     psg_time_span_from_edtf  (const PsgEdtf *date, PsgTimeSpan *span, GError **error);
char        *psg_time_span_to_edtf    (const PsgTimeSpan *self);
PsgTimeSpan *psg_time_span_copy       (const PsgTimeSpan *self);
void         psg_time_span_free       (PsgTimeSpan *self);
gboolean     psg_time_span_equal      (const PsgTimeSpan *a, const PsgTimeSpan *b);
gint64       psg_time_span_get_length (const PsgTimeSpan *self);
gboolean     psg_time_span_contains   (const PsgTimeSpan *self, gint64 minute);
gboolean     psg_time_span_overlaps   (const PsgTimeSpan *self, gint64 start, gint64 end);
PsgTimeSpan  psg_time_span_zoom       (const PsgTimeSpan *self, gint64 about, double factor);
PsgTimeSpan  psg_time_span_move       (const PsgTimeSpan *self, gint64 minutes);
PsgTimeSpan  psg_time_span_clamp      (const PsgTimeSpan *self, const PsgTimeSpan *bounds, gint64 shortest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgTimeSpan, psg_time_span_free)

G_END_DECLS
