/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-edtf.h"
#include "psg-record.h"
#include "psg-text.h"

G_BEGIN_DECLS

typedef enum
{
  PSG_STATUS_UNKNOWN,
  PSG_STATUS_OPEN,
  PSG_STATUS_RESTRICTED,
  PSG_STATUS_CLOSED,
} PsgStatus;

#define PSG_N_STATUSES (PSG_STATUS_CLOSED + 1)

typedef enum
{
  PSG_CROSSING_ROAD,
  PSG_CROSSING_RAIL,
} PsgCrossingKind;

/**
 * PsgStatusInterval:
 * @date: when, as written
 * @first: its first day; %PSG_DAY_OPEN_START if open
 * @last: its last day, inclusive; %PSG_DAY_OPEN_END if open
 * @status: which
 * @label: (nullable): in a few words: "open, no pedestrians"
 * @reason: why
 * @decided_by: (nullable): by whom
 * @note: (nullable): what is not certain about it
 * @event: (nullable): the event it follows from
 * @confidence: `A`, `B` or `C`
 * @sources: ids of sources
 */
typedef struct
{
  PsgEdtf  *date;
  PsgDay    first;
  PsgDay    last;
  PsgStatus status;
  PsgText  *label;
  PsgText  *reason;
  PsgText  *decided_by;
  PsgText  *note;
  char     *event;
  char      confidence;
  GStrv     sources;
} PsgStatusInterval;

/**
 * PsgCrossing:
 * @id: its id
 * @kind: road or rail; only road crossings are counted
 * @name: in full, both sides
 * @short_name: for labels
 * @aliases: (nullable): other spellings
 * @role: (nullable): what it is for
 * @roads: (nullable): which roads meet there
 * @area: (nullable): where it lies
 * @position_note: (nullable): how the position is known
 * @latitude: degrees north, WGS 84
 * @longitude: degrees east, WGS 84
 * @precision_m: metres
 * @confidence: of the position
 * @sources: (nullable): ids of sources for names, roads and position
 * @intervals: (element-type PsgStatusInterval): in order of time, not
 *   overlapping
 *
 * A border crossing and what its status was when.
 */
typedef struct
{
  char           *id;
  PsgCrossingKind kind;
  PsgText        *name;
  PsgText        *short_name;
  GStrv           aliases;
  PsgText        *role;
  PsgText        *roads;
  PsgText        *area;
  PsgText        *position_note;
  double          latitude;
  double          longitude;
  double          precision_m;
  char            confidence;
  GStrv           sources;
  GPtrArray      *intervals;
} PsgCrossing;

#define PSG_TYPE_CROSSING (psg_crossing_get_type ())
PSG_DECLARE_RECORD (PsgCrossing, psg_crossing)

PsgStatusInterval *psg_status_interval_new  (void);
void               psg_status_interval_free (PsgStatusInterval *self);

PsgStatus psg_crossing_get_status_at (const PsgCrossing *self, PsgDay day);
const PsgStatusInterval *psg_crossing_get_interval_at (const PsgCrossing *self, PsgDay day);
PsgDay    psg_crossing_get_since (const PsgCrossing *self, PsgDay day);
char     *psg_crossing_describe_at (const PsgCrossing *self, PsgDay day);

/* How many road crossings have each status on a day; returns how many there are. */
guint     psg_crossings_count (GPtrArray *crossings, PsgDay day, guint counts[PSG_N_STATUSES]);
char     *psg_crossings_describe_closed (GPtrArray *crossings, PsgDay day);

/* Between two days: whether a crossing's status differs, and how many road crossings' do.
 * Where one of them is not known, nobody can tell. */
gboolean  psg_crossing_differs (const PsgCrossing *self, PsgDay a, PsgDay b);
char     *psg_crossings_describe_differing (GPtrArray *crossings, PsgDay a, PsgDay b);

PsgDay    psg_crossings_next_change (GPtrArray *crossings, PsgDay after);
PsgDay    psg_crossings_previous_change (GPtrArray *crossings, PsgDay before);

const char *psg_status_to_string (PsgStatus status);
const char *psg_status_get_label (PsgStatus status);
const char *psg_status_get_phrase (PsgStatus status);
gboolean    psg_status_from_string (const char *text, PsgStatus *status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgStatusInterval, psg_status_interval_free)

G_END_DECLS
