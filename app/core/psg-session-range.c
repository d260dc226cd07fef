/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-session-private.h"

/* The filter's range, as gestures, keys and actions ask for it. */

/* What is shown on either side of the range, as a share of it. */
#define MARGIN 0.05

/**
 * psg_session_set_range:
 * @self: a session
 * @range: (nullable): a range in EDTF; %NULL or empty takes it away
 * @mode: what it takes to lie in it
 * @error: return location
 *
 * Gives the filter another range and leaves the rest of it.
 *
 * Returns: %FALSE with @error set, and nothing changed, if @range cannot be read or
 *   the collection could not be searched
 */
gboolean
psg_session_set_range (PsgSession  *self,
                       const char  *range,
                       PsgRangeMode mode,
                       GError     **error)
{
  g_autoptr (PsgFilter) filter = NULL;

  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);

  filter = psg_filter_with_range (self->filter, range, mode, error);

  return filter != NULL && psg_session_set_filter (self, filter, error);
}

/**
 * psg_session_set_range_end:
 * @self: a session with a collection
 * @direction: negative: the range begins on the day; positive: it ends on it
 * @day: a day
 * @error: return location
 *
 * The other end stays; where there is none, or it would lie on the wrong side, it is
 * that of the collection.
 *
 * Returns: as psg_session_set_range()
 */
gboolean
psg_session_set_range_end (PsgSession *self,
                           int         direction,
                           PsgDay      day,
                           GError    **error)
{
  const PsgTimeSpan *range, *whole;
  g_autofree char *text = NULL;
  PsgTimeSpan span;

  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);
  g_return_val_if_fail (self->collection != NULL, FALSE);
  g_return_val_if_fail (psg_day_is_valid (day), FALSE);

  range = psg_filter_get_range_span (self->filter);
  whole = &psg_collection_get_info (self->collection)->span;
  span = psg_time_span_from_days (day, day);

  if (direction < 0)
    span.end = range != NULL && range->end > span.start ? range->end : MAX (span.end, whole->end);
  else
    span.start = range != NULL && range->start < span.end ? range->start : MIN (span.start, whole->start);
  text = psg_date_range_to_edtf (&span);

  return psg_session_set_range (self, text, psg_filter_get_range_mode (self->filter), error);
}

/**
 * psg_session_show_range:
 * @self: a session
 *
 * Shows the range from end to end, and a little more.
 *
 * Returns: %FALSE if there is no range
 */
gboolean
psg_session_show_range (PsgSession *self)
{
  const PsgTimeSpan *range;
  PsgTimeSpan bounds, span;
  gint64 margin;

  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);

  range = psg_filter_get_range_span (self->filter);
  if (range == NULL)
    return FALSE;

  bounds = psg_session_get_bounds (self);
  span = (PsgTimeSpan) { MAX (range->start, bounds.start), MIN (range->end, bounds.end) };
  if (span.end <= span.start)
    span = *range;
  margin = (gint64) (psg_time_span_get_length (&span) * MARGIN);
  span = (PsgTimeSpan) { span.start - margin, span.end + margin };
  psg_session_set_span (self, &span);

  return TRUE;
}

/**
 * psg_session_get_playing_range:
 * @self: a session with a collection
 *
 * Returns: the range that is selected, as far as the collection reaches; else all of its time
 */
PsgTimeSpan
psg_session_get_playing_range (PsgSession *self)
{
  PsgTimeSpan whole = psg_collection_get_info (psg_session_get_collection (self))->span;
  const PsgTimeSpan *range = psg_filter_get_range_span (psg_session_get_filter (self));
  PsgTimeSpan shared;

  if (range == NULL)
    return whole;

  shared = (PsgTimeSpan) { MAX (range->start, whole.start), MIN (range->end, whole.end) };

  return shared.end > shared.start ? shared : whole;
}
