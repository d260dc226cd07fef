/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-event-table.h"

G_BEGIN_DECLS

/* How many lanes the events lie in. */
#define PSG_SYNTHETIC_LANES 5
/* A title never has more bytes than this, its NUL included. */
#define PSG_SYNTHETIC_TITLE_SIZE 160

/**
 * PsgSyntheticEvent:
 * @start: first minute
 * @end: first minute after it
 * @flags: as in #PsgEventColumns
 * @lane: below %PSG_SYNTHETIC_LANES
 * @importance: 1 to 5, most of them low
 * @latitude: degrees north
 * @longitude: degrees east
 * @title: about 36 letters, Latin and Cyrillic
 *
 * One event of the peers' test: 2020 to 2024, five lanes, a fifth of them ranges of
 * some days, clustered about forty dates, the greatest of them in August 2020.
 */
typedef struct
{
  gint64  start;
  gint64  end;
  guint16 flags;
  guint8  lane;
  guint8  importance;
  double  latitude;
  double  longitude;
  char    title[PSG_SYNTHETIC_TITLE_SIZE];
} PsgSyntheticEvent;

/* Called with each event in the order they are made, which is not that of time. */
typedef void (*PsgSyntheticFunc) (guint i, const PsgSyntheticEvent *event, gpointer data);

void           psg_synthetic_events_each (guint n, guint32 seed, PsgSyntheticFunc func, gpointer data);
PsgEventTable *psg_synthetic_events_new  (guint n, guint32 seed);
PsgTimeSpan    psg_synthetic_events_get_span (void);

G_END_DECLS
