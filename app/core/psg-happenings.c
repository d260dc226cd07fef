/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-happenings.h"

#include "psg-crossing.h"

/*
 * Finds what happens on a day, and the next day on which something does. Nothing is
 * built beforehand: events are sorted by their beginning, so that the answer costs
 * what it holds, whether there are seventy or a million.
 */

struct _PsgHappenings
{
  PsgEventTable *events;
  PsgRowSet *matches;
  GPtrArray *crossings;
};

/* An event so important that none can be more. */
#define TOP_IMPORTANCE 5

#define NO_KNOWN_START (PSG_EVENT_OPEN_START | PSG_EVENT_UNKNOWN_START)

/**
 * psg_happenings_new:
 * @events: all events
 * @matches: which of them count
 * @crossings: (element-type PsgCrossing): crossings; only those of roads count
 *
 * Returns: (transfer full): what happens, to be freed with psg_happenings_free()
 */
PsgHappenings *
psg_happenings_new (PsgEventTable *events,
                    PsgRowSet     *matches,
                    GPtrArray     *crossings)
{
  PsgHappenings *self = g_new0 (PsgHappenings, 1);

  self->events = psg_event_table_ref (events);
  self->matches = psg_row_set_ref (matches);
  self->crossings = g_ptr_array_ref (crossings);

  return self;
}

void
psg_happenings_free (PsgHappenings *self)
{
  psg_event_table_unref (self->events);
  psg_row_set_unref (self->matches);
  g_ptr_array_unref (self->crossings);
  g_free (self);
}

static PsgDay
get_day (const PsgHappenings *self,
         guint                row)
{
  return psg_day_from_minutes (psg_event_table_get_columns (self->events)->start[row]);
}

static gboolean
begins (const PsgHappenings *self,
        guint                row)
{
  return (psg_event_table_get_columns (self->events)->flags[row] & NO_KNOWN_START) == 0;
}

/* The first row that begins on @day or later. */
static guint
find_row (const PsgHappenings *self,
          PsgDay               day)
{
  return psg_event_table_lower_bound (self->events, psg_day_to_minutes (day));
}

/* The next row at or after @row that counts; PSG_ROW_NONE stays what it is. */
static guint
next_row (const PsgHappenings *self,
          guint                row)
{
  row = psg_row_set_next (self->matches, row);
  while (row != PSG_ROW_NONE && !begins (self, row))
    row = psg_row_set_next (self->matches, row + 1);

  return row;
}

static guint
previous_row (const PsgHappenings *self,
              guint                before)
{
  guint row = before > 0 ? psg_row_set_previous (self->matches, before - 1) : PSG_ROW_NONE;

  while (row != PSG_ROW_NONE && !begins (self, row))
    row = row > 0 ? psg_row_set_previous (self->matches, row - 1) : PSG_ROW_NONE;

  return row;
}

/**
 * psg_happenings_get_title:
 * @self: what happens
 * @happening: one of that
 *
 * Returns: (nullable): the title of the event that begins
 */
const char *
psg_happenings_get_title (const PsgHappenings *self,
                          const PsgHappening  *happening)
{
  return happening->row != PSG_ROW_NONE ? psg_event_table_get_title (self->events, happening->row) : NULL;
}

/**
 * psg_happenings_next_day:
 * @self: what happens
 * @after: a day
 *
 * Returns: the first day after @after on which something happens, or %PSG_DAY_NONE
 */
PsgDay
psg_happenings_next_day (const PsgHappenings *self,
                         PsgDay               after)
{
  guint row = next_row (self, find_row (self, after + 1));
  PsgDay change = psg_crossings_next_change (self->crossings, after);

  if (row == PSG_ROW_NONE)
    return change;

  return change != PSG_DAY_NONE ? MIN (change, get_day (self, row)) : get_day (self, row);
}

/**
 * psg_happenings_previous_day:
 * @self: what happens
 * @before: a day
 *
 * Returns: the last day before @before on which something happens, or %PSG_DAY_NONE
 */
PsgDay
psg_happenings_previous_day (const PsgHappenings *self,
                             PsgDay               before)
{
  guint row = previous_row (self, find_row (self, before));
  PsgDay change = psg_crossings_previous_change (self->crossings, before);

  /* PSG_DAY_NONE is less than every day. */
  return row != PSG_ROW_NONE ? MAX (change, get_day (self, row)) : change;
}

/* The event that a crossing's status on @day follows from, if it begins on that day
 * and counts. */
static guint
find_cause (const PsgHappenings *self,
            const PsgCrossing   *crossing,
            PsgDay               day)
{
  const PsgStatusInterval *interval = psg_crossing_get_interval_at (crossing, day);
  guint row = interval != NULL && interval->event != NULL ? psg_event_table_find (self->events, interval->event)
                                                          : PSG_ROW_NONE;

  if (row == PSG_ROW_NONE || !begins (self, row) || get_day (self, row) != day ||
      !psg_row_set_contains (self->matches, row))
    return PSG_ROW_NONE;

  return row;
}

static PsgHappening *
find_happening (GPtrArray *happenings,
                PsgDay     day,
                guint      row)
{
  for (guint i = 0; i < happenings->len; i++)
    {
      PsgHappening *happening = g_ptr_array_index (happenings, i);

      if (happening->day == day && happening->row == row)
        return happening;
    }

  return NULL;
}

static void
collect_changes_of (const PsgHappenings *self,
                    PsgDay               day,
                    GPtrArray           *happenings)
{
  for (guint i = 0; i < self->crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (self->crossings, i);
      PsgHappening *happening;
      guint row;

      if (crossing->kind != PSG_CROSSING_ROAD ||
          psg_crossing_get_status_at (crossing, day) == psg_crossing_get_status_at (crossing, day - 1))
        continue;

      row = find_cause (self, crossing, day);
      happening = find_happening (happenings, day, row);
      if (happening == NULL)
        {
          happening = psg_happening_new (day, row, PSG_HAPPENING_MOST_IMPORTANT);
          g_ptr_array_add (happenings, happening);
        }
      psg_happening_add_change (happening, crossing);
    }
}

/* How many rows of the set lie in [first, end). */
static guint
count_rows (const PsgHappenings *self,
            guint                first,
            guint                end)
{
  const guint64 *words = psg_row_set_get_words (self->matches);
  guint n = 0;

  while (first < end)
    {
      guint bits = MIN (64 - first % 64, end - first);
      guint64 word = words[first / 64] >> (first % 64);

      n += (guint) __builtin_popcountll (bits < 64 ? word & ((G_GUINT64_CONSTANT (1) << bits) - 1) : word);
      first += bits;
    }

  return n;
}

/* Keeps @rows sorted by importance, of the same importance by time. */
static void
keep_row (GArray       *rows,
          const guint8 *importance,
          guint         row,
          guint         most)
{
  guint i = rows->len;

  while (i > 0 && importance[g_array_index (rows, guint, i - 1)] < importance[row])
    i--;
  if (i >= most)
    return;

  g_array_insert_val (rows, i, row);
  if (rows->len > most)
    g_array_set_size (rows, most);
}

/* The most important events of [first, end) that are not among @happenings yet. Once all
 * that there is room for are of the top importance, no later one can take a place, and
 * of a crowd no more is looked at. Returns how many it looked at that count, and in
 * @seen where it stopped. */
static guint
collect_rows (const PsgHappenings *self,
              guint                first,
              guint                end,
              GPtrArray           *happenings,
              guint                most,
              GArray              *rows,
              guint               *seen)
{
  const guint8 *importance = psg_event_table_get_columns (self->events)->importance;
  guint n = 0;

  for (guint row = next_row (self, first); row < end; row = next_row (self, row + 1))
    {
      if (find_happening (happenings, get_day (self, row), row) == NULL)
        {
          keep_row (rows, importance, row, most);
          n++;
        }
      if (rows->len == most &&
          (most == 0 || importance[g_array_index (rows, guint, most - 1)] >= TOP_IMPORTANCE))
        {
          *seen = row + 1;
          return n;
        }
    }

  *seen = end;

  return n;
}

static int
compare_happenings (gconstpointer a,
                    gconstpointer b)
{
  const PsgHappening *left = *(PsgHappening *const *) a, *right = *(PsgHappening *const *) b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  if (left->importance != right->importance)
    return left->importance > right->importance ? -1 : 1;

  return left->row < right->row ? -1 : left->row > right->row;
}

static void
add_events (const PsgHappenings *self,
            PsgDay               first_day,
            PsgDay               last_day,
            guint                most,
            GPtrArray           *happenings,
            guint               *n_left_out)
{
  const guint8 *importance = psg_event_table_get_columns (self->events)->importance;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint end = find_row (self, last_day + 1);
  guint seen;
  guint n = collect_rows (self, find_row (self, first_day), end, happenings, most, rows, &seen);

  *n_left_out += n - rows->len + count_rows (self, seen, end);

  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);

      g_ptr_array_add (happenings, psg_happening_new (get_day (self, row), row, importance[row]));
    }
}

/**
 * psg_happenings_collect:
 * @self: what happens
 * @first: a day
 * @last: a day, not before @first
 * @most: no more than so many
 * @n_left_out: (out): how many happenings there were beside those; of a crowd, that
 *   may count some twice that also changed a crossing's status
 *
 * The most important things that happen from @first to @last: changes of status before
 * events, events by their importance, what comes first before what comes later.
 *
 * Returns: (transfer full) (element-type PsgHappening): in order of time, on a day the
 *   most important first
 */
GPtrArray *
psg_happenings_collect (const PsgHappenings *self,
                        PsgDay               first,
                        PsgDay               last,
                        guint                most,
                        guint               *n_left_out)
{
  GPtrArray *happenings = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_happening_unref);
  PsgDay day = first - 1;

  *n_left_out = 0;
  while ((day = psg_crossings_next_change (self->crossings, day)) != PSG_DAY_NONE && day <= last)
    collect_changes_of (self, day, happenings);

  if (happenings->len > most)
    {
      *n_left_out = happenings->len - most;
      g_ptr_array_set_size (happenings, (int) most);
    }

  add_events (self, first, last, most - happenings->len, happenings, n_left_out);
  g_ptr_array_sort (happenings, compare_happenings);

  return happenings;
}
