/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-session-private.h"

/*
 * Where one looks: jumps, the way back through what was looked at, and where to look
 * for what is chosen. How the span is stored is in psg-session.c.
 */

/* An event is shown with at least a month before it and after it. */
#define NEIGHBOURHOOD ((gint64) 60 * PSG_MINUTES_PER_DAY)

/**
 * psg_session_jump_to_span:
 * @self: a session
 * @span: the stretch to show; it is kept within the bounds and at least a day long
 *
 * The same as psg_session_set_span(), for a change that is whole in itself: it is a
 * view of its own, however soon the next change follows.
 */
void
psg_session_jump_to_span (PsgSession        *self,
                          const PsgTimeSpan *span)
{
  g_return_if_fail (PSG_IS_SESSION (self));
  g_return_if_fail (span != NULL && span->end > span->start);

  psg_session_commit_span (self, span, PSG_SPAN_JUMPED);
}

/**
 * psg_session_follow_span:
 * @self: a session
 * @span: the stretch to show; it is kept within the bounds and at least a day long
 *
 * The same as psg_session_set_span(), for changes that nobody asked for one by one, as
 * when playback turns the page: going back leads to where they began.
 */
void
psg_session_follow_span (PsgSession        *self,
                         const PsgTimeSpan *span)
{
  g_return_if_fail (PSG_IS_SESSION (self));
  g_return_if_fail (span != NULL && span->end > span->start);

  psg_session_commit_span (self, span, PSG_SPAN_FOLLOWED);
}

gboolean
psg_session_get_can_go_to_previous_span (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);

  return psg_span_history_can_go (self->spans, -1);
}

gboolean
psg_session_get_can_go_to_next_span (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);

  return psg_span_history_can_go (self->spans, 1);
}

static void
go (PsgSession *self,
    int         direction)
{
  gboolean back = psg_span_history_can_go (self->spans, -1);
  gboolean forward = psg_span_history_can_go (self->spans, 1);
  const PsgTimeSpan *there = psg_span_history_go (self->spans, direction);

  if (there == NULL)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  psg_session_commit_span (self, there, PSG_SPAN_WENT);
  psg_session_notify_spans (self, back, forward);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * psg_session_go_previous_span:
 * @self: a session
 *
 * Shows what was looked at before; nothing happens where that was nothing.
 */
void
psg_session_go_previous_span (PsgSession *self)
{
  g_return_if_fail (PSG_IS_SESSION (self));

  go (self, -1);
}

void
psg_session_go_next_span (PsgSession *self)
{
  g_return_if_fail (PSG_IS_SESSION (self));

  go (self, 1);
}

static PsgTimeSpan
get_event_span (PsgSession *self,
                guint       row)
{
  PsgTimeSpan time = psg_session_get_stated_time (self, row);
  gint64 length = psg_time_span_get_length (&time);
  gint64 margin = (MAX (length + length / 2, NEIGHBOURHOOD) - length) / 2;

  return (PsgTimeSpan) { time.start - margin, time.end + margin };
}

/* From the first to the last day of which something is known; open ends are the
 * collection's. */
static gboolean
get_crossing_span (PsgSession  *self,
                   const char  *id,
                   PsgTimeSpan *span)
{
  const PsgCrossing *crossing = psg_collection_find_crossing (self->collection, id);
  const PsgTimeSpan *whole = &psg_collection_get_info (self->collection)->span;
  const PsgStatusInterval *first, *last;
  gint64 margin;

  if (crossing == NULL || crossing->intervals == NULL || crossing->intervals->len == 0)
    return FALSE;

  first = g_ptr_array_index (crossing->intervals, 0);
  last = g_ptr_array_index (crossing->intervals, crossing->intervals->len - 1);
  span->start = psg_day_is_valid (first->first) ? psg_day_to_minutes (first->first) : whole->start;
  span->end = psg_day_is_valid (last->last) ? psg_day_to_minutes (last->last) + PSG_MINUTES_PER_DAY : whole->end;
  if (span->end <= span->start)
    return FALSE;

  margin = psg_time_span_get_length (span) / 24;
  span->start -= margin;
  span->end += margin;

  return TRUE;
}

/**
 * psg_session_get_chosen_span:
 * @self: a session
 * @span: (out caller-allocates): where to look
 *
 * Returns: %FALSE if neither an event nor a crossing is chosen; else the time of what is,
 *   with some of what lies around it
 */
gboolean
psg_session_get_chosen_span (PsgSession  *self,
                             PsgTimeSpan *span)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  if (self->collection == NULL)
    return FALSE;
  if (self->view.event != PSG_ROW_NONE)
    {
      *span = get_event_span (self, self->view.event);
      return TRUE;
    }

  return self->view.crossing != NULL && get_crossing_span (self, self->view.crossing, span);
}
