/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lane-order.h"

#include <string.h>

/*
 * The arrangement of lanes as a value that prints and parses. What a menu, a key,
 * a drag and `win.set-lanes` change, and what is kept from run to run, is one
 * thing. It knows nothing of pixels.
 */

#define COLLAPSED '-'
#define HIDDEN '!'

/* More than any collection's lanes take; a D-Bus call could carry more. */
#define MAX_LENGTH 65536

struct _PsgLaneOrder
{
  char *text;
  GStrv ids;                             /* by lane */
  guint n;
  guint8 lanes[PSG_MAX_LANES];           /* by position */
  guint8 states[PSG_MAX_LANES];          /* by lane */
};

G_DEFINE_BOXED_TYPE (PsgLaneOrder, psg_lane_order, psg_lane_order_ref, psg_lane_order_unref)

static void
psg_lane_order_clear (gpointer data)
{
  PsgLaneOrder *self = data;

  g_free (self->text);
  g_strfreev (self->ids);
}

static gboolean
is_default (const PsgLaneOrder *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->lanes[i] != i || self->states[i] != PSG_LANE_SHOWN)
      return FALSE;

  return TRUE;
}

/* Brings a value that was filled in to its canonical form; takes and returns it. */
static PsgLaneOrder *
finish (PsgLaneOrder *self)
{
  GString *text = g_string_new (NULL);

  /* With nothing left there would be no timeline, and no way back upon it. */
  if (psg_lane_order_count (self, PSG_LANE_HIDDEN) == self->n)
    memset (self->states, PSG_LANE_SHOWN, sizeof self->states);

  for (guint i = 0; i < self->n && !is_default (self); i++)
    {
      guint lane = self->lanes[i];

      if (i > 0)
        g_string_append_c (text, ' ');
      if (self->states[lane] != PSG_LANE_SHOWN)
        g_string_append_c (text, self->states[lane] == PSG_LANE_HIDDEN ? HIDDEN : COLLAPSED);
      g_string_append (text, self->ids[lane]);
    }

  g_free (self->text);
  self->text = g_string_free (text, FALSE);

  return self;
}

static PsgLaneOrder *
copy (const PsgLaneOrder *self)
{
  PsgLaneOrder *other = g_atomic_rc_box_new0 (PsgLaneOrder);

  other->ids = g_strdupv (self->ids);
  other->n = self->n;
  memcpy (other->lanes, self->lanes, sizeof other->lanes);
  memcpy (other->states, self->states, sizeof other->states);

  return other;
}

static guint
find (const PsgLaneOrder *self,
      const char         *id)
{
  for (guint i = 0; i < self->n; i++)
    if (g_str_equal (self->ids[i], id))
      return i;

  return self->n;
}

/* A word that is an id as it stands is that lane, shown, whatever it begins with. */
static guint
read_word (const PsgLaneOrder *self,
           const char         *word,
           PsgLaneState       *state)
{
  guint lane = find (self, word);

  *state = PSG_LANE_SHOWN;
  if (lane < self->n || (*word != COLLAPSED && *word != HIDDEN))
    return lane;

  *state = *word == HIDDEN ? PSG_LANE_HIDDEN : PSG_LANE_COLLAPSED;

  return find (self, word + 1);
}

static void
read_text (PsgLaneOrder *self,
           const char   *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n\v\f\r", -1);
  gboolean seen[PSG_MAX_LANES] = { FALSE };
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      PsgLaneState state;
      guint lane = read_word (self, words[i], &state);

      if (lane >= self->n || seen[lane])
        continue;

      seen[lane] = TRUE;
      self->lanes[n++] = (guint8) lane;
      self->states[lane] = (guint8) state;
    }

  for (guint lane = 0; lane < self->n; lane++)
    if (!seen[lane])
      self->lanes[n++] = (guint8) lane;
}

/**
 * psg_lane_order_new:
 * @lanes: (nullable) (element-type PsgLane): a collection's lanes
 *
 * Returns: (transfer full): their own order, all of them shown
 */
PsgLaneOrder *
psg_lane_order_new (GPtrArray *lanes)
{
  return psg_lane_order_parse ("", lanes);
}

/**
 * psg_lane_order_parse:
 * @text: ids in order, as psg_lane_order_to_string() writes them
 * @lanes: (nullable) (element-type PsgLane): a collection's lanes
 *
 * Every text means something: ids that are no lane's and ids named before are passed
 * over, lanes not named follow in the collection's order, shown. A text that hides
 * every lane hides none.
 *
 * Returns: (transfer full): an arrangement
 */
PsgLaneOrder *
psg_lane_order_parse (const char *text,
                      GPtrArray  *lanes)
{
  PsgLaneOrder *self = g_atomic_rc_box_new0 (PsgLaneOrder);

  g_return_val_if_fail (text != NULL, NULL);

  self->n = lanes != NULL ? MIN (lanes->len, PSG_MAX_LANES) : 0;
  self->ids = g_new0 (char *, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    self->ids[i] = g_strdup (((PsgLane *) g_ptr_array_index (lanes, i))->id);

  read_text (self, strnlen (text, MAX_LENGTH + 1) <= MAX_LENGTH ? text : "");

  return finish (self);
}

PsgLaneOrder *
psg_lane_order_ref (PsgLaneOrder *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
psg_lane_order_unref (PsgLaneOrder *self)
{
  g_atomic_rc_box_release_full (self, psg_lane_order_clear);
}

/**
 * psg_lane_order_to_string:
 *
 * Returns: (transfer none): the arrangement as psg_lane_order_parse() reads it; empty
 *   for the collection's own
 */
const char *
psg_lane_order_to_string (const PsgLaneOrder *self)
{
  return self->text;
}

/**
 * psg_lane_order_equal:
 * @a: an arrangement
 * @b: another
 *
 * Returns: whether they arrange the same lanes alike
 */
gboolean
psg_lane_order_equal (const PsgLaneOrder *a,
                      const PsgLaneOrder *b)
{
  return g_str_equal (a->text, b->text) &&
         g_strv_equal ((const char *const *) a->ids, (const char *const *) b->ids);
}

guint
psg_lane_order_get_n (const PsgLaneOrder *self)
{
  return self->n;
}

guint
psg_lane_order_get_lane (const PsgLaneOrder *self,
                         guint               position)
{
  g_return_val_if_fail (position < self->n, 0);

  return self->lanes[position];
}

guint
psg_lane_order_get_position (const PsgLaneOrder *self,
                             guint               lane)
{
  guint position = 0;

  g_return_val_if_fail (lane < self->n, 0);

  while (self->lanes[position] != lane)
    position++;

  return position;
}

/**
 * psg_lane_order_get_state:
 * @self: an arrangement
 * @lane: a lane; one past the last is shown, as what is not arranged is
 *
 * Returns: its state
 */
PsgLaneState
psg_lane_order_get_state (const PsgLaneOrder *self,
                          guint               lane)
{
  return lane < self->n ? self->states[lane] : PSG_LANE_SHOWN;
}

guint
psg_lane_order_count (const PsgLaneOrder *self,
                      PsgLaneState        state)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    n += self->states[i] == state;

  return n;
}

/**
 * psg_lane_order_can_hide:
 * @self: an arrangement
 * @lane: a lane
 *
 * Returns: whether @lane is to be seen, and not the last that is
 */
gboolean
psg_lane_order_can_hide (const PsgLaneOrder *self,
                         guint               lane)
{
  g_return_val_if_fail (lane < self->n, FALSE);

  return self->states[lane] != PSG_LANE_HIDDEN &&
         psg_lane_order_count (self, PSG_LANE_HIDDEN) + 1 < self->n;
}

/**
 * psg_lane_order_get_neighbour:
 * @self: an arrangement
 * @lane: a lane
 * @direction: 1 for the next below, -1 for the one above
 *
 * Returns: the nearest lane there that is not hidden, or @lane where there is none
 */
guint
psg_lane_order_get_neighbour (const PsgLaneOrder *self,
                              guint               lane,
                              int                 direction)
{
  int position = (int) psg_lane_order_get_position (self, lane);

  for (position += direction; position >= 0 && position < (int) self->n; position += direction)
    if (self->states[self->lanes[position]] != PSG_LANE_HIDDEN)
      return self->lanes[position];

  return lane;
}

/**
 * psg_lane_order_move:
 * @self: an arrangement
 * @lane: a lane
 * @position: where it is to stand; past the end is at the end
 *
 * Returns: (transfer full): @self with @lane there, the others in the order they had
 */
PsgLaneOrder *
psg_lane_order_move (const PsgLaneOrder *self,
                     guint               lane,
                     guint               position)
{
  PsgLaneOrder *other;
  guint from;

  g_return_val_if_fail (lane < self->n, NULL);

  other = copy (self);
  from = psg_lane_order_get_position (self, lane);
  position = MIN (position, self->n - 1);

  if (from < position)
    memmove (other->lanes + from, other->lanes + from + 1, position - from);
  else
    memmove (other->lanes + position + 1, other->lanes + position, from - position);
  other->lanes[position] = (guint8) lane;

  return finish (other);
}

/**
 * psg_lane_order_set_state:
 * @self: an arrangement
 * @lane: a lane
 * @state: what it is to be
 *
 * Returns: (transfer full): @self with @lane so; the last lane to be seen cannot be
 *   hidden and stays as it was
 */
PsgLaneOrder *
psg_lane_order_set_state (const PsgLaneOrder *self,
                          guint               lane,
                          PsgLaneState        state)
{
  PsgLaneOrder *other;

  g_return_val_if_fail (lane < self->n, NULL);

  other = copy (self);
  if (state != PSG_LANE_HIDDEN || psg_lane_order_can_hide (self, lane))
    other->states[lane] = (guint8) state;

  return finish (other);
}

/**
 * psg_lane_order_show_all:
 * @self: an arrangement
 *
 * Returns: (transfer full): the same order with every lane shown
 */
PsgLaneOrder *
psg_lane_order_show_all (const PsgLaneOrder *self)
{
  PsgLaneOrder *other = copy (self);

  memset (other->states, PSG_LANE_SHOWN, sizeof other->states);

  return finish (other);
}

/**
 * psg_lane_order_sort:
 * @self: an arrangement
 *
 * Returns: (transfer full): the collection's order, every lane as it is in @self
 */
PsgLaneOrder *
psg_lane_order_sort (const PsgLaneOrder *self)
{
  PsgLaneOrder *other = copy (self);

  for (guint i = 0; i < other->n; i++)
    other->lanes[i] = (guint8) i;

  return finish (other);
}
