/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-span-history.h"

/*
 * Back and forward through views of the timeline. It has no clock: whoever tells it
 * of a change tells it when. What pages and events one has visited is another
 * history, psg-history.c.
 */

/* More than anybody goes back through. */
#define LENGTH 200

/* What the last change was, which says whether the next one goes on with it. */
typedef enum
{
  STATE_RESTING,
  STATE_MOVING,
  STATE_FOLLOWING,
} State;

struct _PsgSpanHistory
{
  GArray *spans; /* of PsgTimeSpan, the oldest first */
  guint at;      /* where among them one is, unless there are none */
  State state;
  gint64 last;   /* when the last movement was */
};

static const PsgTimeSpan *
get (const PsgSpanHistory *self,
     guint                 index)
{
  return &g_array_index (self->spans, PsgTimeSpan, index);
}

/* The nearest one that differs from where one is: a movement may end where it began. */
static gboolean
find (const PsgSpanHistory *self,
      int                   direction,
      guint                *index)
{
  for (*index = self->at; *index < self->spans->len; *index += (guint) direction)
    if (!psg_time_span_equal (get (self, *index), get (self, self->at)))
      return TRUE;

  return FALSE;
}

static gboolean
is_here (const PsgSpanHistory *self,
         const PsgTimeSpan    *span)
{
  return self->spans->len > 0 && psg_time_span_equal (get (self, self->at), span);
}

static void
push (PsgSpanHistory    *self,
      const PsgTimeSpan *span)
{
  if (self->spans->len > 0)
    g_array_set_size (self->spans, self->at + 1);
  if (self->spans->len == LENGTH)
    g_array_remove_index (self->spans, 0);

  g_array_append_val (self->spans, *span);
  self->at = self->spans->len - 1;
}

static void
replace (PsgSpanHistory    *self,
         const PsgTimeSpan *span)
{
  g_array_index (self->spans, PsgTimeSpan, self->at) = *span;
}

/**
 * psg_span_history_new:
 *
 * Returns: (transfer full): a history with nothing in it
 */
PsgSpanHistory *
psg_span_history_new (void)
{
  PsgSpanHistory *self = g_new0 (PsgSpanHistory, 1);

  self->spans = g_array_new (FALSE, FALSE, sizeof (PsgTimeSpan));

  return self;
}

void
psg_span_history_free (PsgSpanHistory *self)
{
  g_array_unref (self->spans);
  g_free (self);
}

void
psg_span_history_clear (PsgSpanHistory *self)
{
  g_array_set_size (self->spans, 0);
  self->at = 0;
  self->state = STATE_RESTING;
}

/**
 * psg_span_history_move:
 * @self: a history
 * @span: what is shown now
 * @now: when, in microseconds
 *
 * Tells of a movement, or of a part of one: what follows the last within
 * %PSG_SPAN_HISTORY_REST goes on with it.
 */
void
psg_span_history_move (PsgSpanHistory    *self,
                       const PsgTimeSpan *span,
                       gint64             now)
{
  if (self->state == STATE_MOVING && now - self->last < PSG_SPAN_HISTORY_REST)
    replace (self, span);
  else if (is_here (self, span))
    return;
  else
    push (self, span);

  self->state = STATE_MOVING;
  self->last = now;
}

/**
 * psg_span_history_jump:
 * @self: a history
 * @span: what is shown now
 *
 * Tells of a change that is whole in itself, such as going to a date.
 */
void
psg_span_history_jump (PsgSpanHistory    *self,
                       const PsgTimeSpan *span)
{
  if (!is_here (self, span))
    push (self, span);
  self->state = STATE_RESTING;
}

/**
 * psg_span_history_follow:
 * @self: a history
 * @span: what is shown now
 *
 * Tells of a change that nobody asked for: playback turns a page. All that follow one
 * another are one view, however long they take, so that going back leads to where
 * playback began.
 */
void
psg_span_history_follow (PsgSpanHistory    *self,
                         const PsgTimeSpan *span)
{
  if (self->state == STATE_FOLLOWING)
    replace (self, span);
  else if (is_here (self, span))
    return;
  else
    push (self, span);

  self->state = STATE_FOLLOWING;
}

/**
 * psg_span_history_can_go:
 * @self: a history
 * @direction: -1 or +1
 *
 * Returns: whether there is another view in that direction
 */
gboolean
psg_span_history_can_go (const PsgSpanHistory *self,
                         int                   direction)
{
  guint index;

  return find (self, direction, &index);
}

/**
 * psg_span_history_go:
 * @self: a history
 * @direction: -1 or +1
 *
 * Returns: (nullable) (transfer none): the view there, where one now is; valid until the
 *   history changes
 */
const PsgTimeSpan *
psg_span_history_go (PsgSpanHistory *self,
                     int             direction)
{
  guint index;

  if (!find (self, direction, &index))
    return NULL;

  self->at = index;
  self->state = STATE_RESTING;

  return get (self, index);
}
