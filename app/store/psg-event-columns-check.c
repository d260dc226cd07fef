/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-columns-private.h"

#include "psg-schema.h"

#include <string.h>

/*
 * Whether packed columns are in order, every row and every byte of them. A million rows
 * are looked through while somebody waits, so each column has a loop of its own that
 * decides nothing on the way; only when it comes out wrong is the row looked for.
 */

#define FIRST_MINUTE (PSG_DAY_MIN * (gint64) PSG_MINUTES_PER_DAY)
#define LAST_MINUTE ((PSG_DAY_MAX + (gint64) 1) * PSG_MINUTES_PER_DAY)

/* Texts */

static gboolean
is_continuation (guint8 byte)
{
  return (byte & 0xc0) == 0x80;
}

/* How many bytes the character at @at takes, the table of well-formed sequences in the
 * Unicode Standard (3.9, table 3-7) being the rule; 0 if it is not well formed. */
static gsize
get_sequence_length (const guint8 *at,
                     gsize         left)
{
  if (at[0] < 0x80)
    return 1;
  if (at[0] < 0xc2 || left < 2 || !is_continuation (at[1]))
    return 0;
  if (at[0] < 0xe0)
    return 2;
  if (left < 3 || !is_continuation (at[2]))
    return 0;
  if (at[0] < 0xf0)
    return (at[0] == 0xe0 && at[1] < 0xa0) || (at[0] == 0xed && at[1] > 0x9f) ? 0 : 3;
  if (at[0] > 0xf4 || left < 4 || !is_continuation (at[3]))
    return 0;

  return (at[0] == 0xf0 && at[1] < 0x90) || (at[0] == 0xf4 && at[1] > 0x8f) ? 0 : 4;
}

/* Eight bytes of which every one is ASCII. */
static gboolean
is_ascii (const guint8 *at)
{
  guint64 word;

  memcpy (&word, at, sizeof word);

  return (word & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

/* The whole arena at once: no character crosses a NUL, for no NUL continues one. Most text
 * is ASCII, so that is passed over eight bytes at a time. */
static gboolean
is_utf8 (const char *text,
         gsize       size)
{
  const guint8 *at = (const guint8 *) text;
  const guint8 *end = at + size;

  while (at < end)
    {
      gsize length;

      if (end - at >= 8 && is_ascii (at))
        {
          at += 8;
          continue;
        }

      length = get_sequence_length (at, end - at);
      if (length == 0)
        return FALSE;
      at += length;
    }

  return TRUE;
}

/* Every string begins where the one before ended. */
gboolean
psg_event_columns_check_offsets (const guint32 *offsets,
                                 guint          n,
                                 gsize          longest)
{
  for (guint row = 0; row < n; row++)
    if (offsets[row + 1] <= offsets[row] || offsets[row + 1] - offsets[row] > longest + 1)
      return FALSE;

  return TRUE;
}

/* The last byte of every string is its only NUL. */
static gboolean
are_ends_right (const char    *arena,
                const guint32 *offsets,
                guint          n)
{
  for (guint row = 0; row < n; row++)
    {
      const char *text = arena + (offsets[row] - offsets[0]);
      gsize length = offsets[row + 1] - offsets[row] - 1;

      if (text[length] != '\0' || strlen (text) != length)
        return FALSE;
    }

  return TRUE;
}

const char *
psg_event_columns_check_texts (const char    *arena,
                               gsize          size,
                               const guint32 *offsets,
                               guint          n,
                               gsize          longest)
{
  if (!psg_event_columns_check_offsets (offsets, n, longest) || offsets[n] - offsets[0] != size
      || !are_ends_right (arena, offsets, n))
    return "its offsets are wrong";
  if (!is_utf8 (arena, size))
    return "it is not UTF-8";

  return NULL;
}

/* Columns: each of these finds whether any row is wrong, or the first that is. */

typedef struct
{
  const PsgEventArrays *arrays;
  guint                 n_lanes;
  guint                 n_places;
} Check;

static gboolean
is_start_wrong (const Check *check,
                guint        row)
{
  gint64 start = check->arrays->columns.start[row];

  return (start < FIRST_MINUTE) | (start >= LAST_MINUTE);
}

static gboolean
is_end_wrong (const Check *check,
              guint        row)
{
  const PsgEventColumns *columns = &check->arrays->columns;

  return (columns->end[row] <= columns->start[row]) | (columns->end[row] > LAST_MINUTE);
}

static gboolean
is_start_slack_wrong (const Check *check,
                      guint        row)
{
  const PsgEventColumns *columns = &check->arrays->columns;

  return columns->start_slack[row] > columns->end[row] - columns->start[row];
}

static gboolean
is_end_slack_wrong (const Check *check,
                    guint        row)
{
  const PsgEventColumns *columns = &check->arrays->columns;

  return columns->end_slack[row] > columns->end[row] - columns->start[row];
}

static gboolean
is_flags_wrong (const Check *check,
                guint        row)
{
  guint16 flags = check->arrays->columns.flags[row];

  return (flags & PSG_EVENT_OWN) != 0 || PSG_EVENT_PRECISION (flags) > PSG_PRECISION_SECOND;
}

static gboolean
is_lane_wrong (const Check *check,
               guint        row)
{
  return check->arrays->columns.lane[row] >= check->n_lanes;
}

static gboolean
is_importance_wrong (const Check *check,
                     guint        row)
{
  guint importance = check->arrays->columns.importance[row];

  return (importance < 1) | (importance > 5);
}

static gboolean
is_place_wrong (const Check *check,
                guint        row)
{
  guint place = check->arrays->columns.place[row];

  return (place >= check->n_places) & (place != PSG_PLACE_NONE);
}

static gboolean
is_id_wrong (const Check *check,
             guint        row)
{
  return !psg_id_is_valid (check->arrays->ids + check->arrays->id_offsets[row]);
}

/* Rows are ordered by start, end and id; a row's number is an event's in the file. */
static gboolean
is_order_wrong (const Check *check,
                guint        row)
{
  const PsgEventColumns *columns = &check->arrays->columns;
  const char *ids = check->arrays->ids;
  const guint32 *offsets = check->arrays->id_offsets;

  if (row == 0)
    return FALSE;
  if (columns->start[row - 1] != columns->start[row])
    return columns->start[row - 1] > columns->start[row];
  if (columns->end[row - 1] != columns->end[row])
    return columns->end[row - 1] > columns->end[row];

  return strcmp (ids + offsets[row - 1], ids + offsets[row]) >= 0;
}

/* Made into a loop of its own for each function that is given. */
static G_ALWAYS_INLINE inline gboolean
find_wrong (const Check *check,
            gboolean   (*is_wrong) (const Check *check, guint row),
            guint       *row)
{
  guint n = check->arrays->columns.n;
  gboolean wrong = FALSE;

  for (guint i = 0; i < n; i++)
    wrong |= is_wrong (check, i);
  if (!wrong)
    return FALSE;

  for (*row = 0; !is_wrong (check, *row); *row += 1)
    ;

  return TRUE;
}

const char *
psg_event_columns_check_rows (const PsgEventArrays *arrays,
                              guint                 n_lanes,
                              guint                 n_places,
                              guint                *row)
{
  const Check check = { arrays, n_lanes, n_places };

  if (find_wrong (&check, is_start_wrong, row))
    return "start";
  if (find_wrong (&check, is_end_wrong, row))
    return "end";
  if (find_wrong (&check, is_start_slack_wrong, row))
    return "start-slack";
  if (find_wrong (&check, is_end_slack_wrong, row))
    return "end-slack";
  if (find_wrong (&check, is_flags_wrong, row))
    return "flags";
  if (find_wrong (&check, is_lane_wrong, row))
    return "lane";
  if (find_wrong (&check, is_importance_wrong, row))
    return "importance";
  if (find_wrong (&check, is_place_wrong, row))
    return "place";
  if (find_wrong (&check, is_id_wrong, row))
    return "ids";

  return find_wrong (&check, is_order_wrong, row) ? "start" : NULL;
}
