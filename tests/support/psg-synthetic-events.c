/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-synthetic-events.h"

#include <math.h>
#include <string.h>

/*
 * Events for benches and random tests, the same for the same seed: of the shape
 * that the peers were measured on, so that figures can be compared.
 */

#define FIRST_DAY 18262 /* 2020-01-01 */
#define N_DAYS 1827     /* to 2024-12-31 */
#define SPAN_MINUTES (N_DAYS * (double) PSG_MINUTES_PER_DAY)
#define N_CLUSTERS 40
#define LONGEST_DAYS 60.0
#define TITLE_LETTERS 36

static const char *const words[] = {
  "march", "rally", "strike", "detained", "released", "sentenced", "court", "hearing", "lawyer", "journalist",
  "editor", "statement", "minister", "council", "factory", "students", "women", "pensioners", "chain", "square",
  "avenue", "station", "police", "officers", "search", "office", "bank", "sanctions", "border", "airport",
  "flight", "embassy", "letter", "prison", "transfer", "appeal", "verdict", "fine", "days", "years",
  "trial", "witness", "video", "channel", "blocked", "website", "outage", "protest", "column", "concert",
  "theatre", "university", "rector", "doctors", "hospital", "teachers", "union", "workers", "shift", "tractor",
  "potash", "refinery", "Мінск", "Гродна", "Брэст", "Віцебск", "Гомель", "Магілёў", "плошча", "суд",
};

static const struct
{
  double latitude;
  double longitude;
  double share;
} towns[] = {
  { 53.90, 27.56, 0.45 }, { 52.44, 30.98, 0.12 }, { 53.68, 23.83, 0.10 },
  { 52.10, 23.70, 0.10 }, { 55.19, 30.20, 0.10 }, { 53.90, 30.34, 0.08 },
};

typedef struct
{
  guint32 state;
  double  centres[N_CLUSTERS];
  double  widths[N_CLUSTERS];
} Generator;

/* Mulberry32: small, and the same everywhere. From 0 to less than 1. */
static double
next (Generator *self)
{
  guint32 t = self->state += 0x6D2B79F5u;

  t = (t ^ (t >> 15)) * (t | 1);
  t ^= t + (t ^ (t >> 7)) * (t | 61);

  return (t ^ (t >> 14)) / 4294967296.0;
}

static double
next_gauss (Generator *self)
{
  double u = MAX (next (self), 1e-12), v = next (self);

  return sqrt (-2 * log (u)) * cos (2 * G_PI * v);
}

static void
place_clusters (Generator *self)
{
  self->centres[0] = 227 * (double) PSG_MINUTES_PER_DAY; /* 2020-08-15 */
  self->widths[0] = 10 * PSG_MINUTES_PER_DAY;

  for (guint i = 1; i < N_CLUSTERS; i++)
    {
      self->centres[i] = next (self) * SPAN_MINUTES;
      self->widths[i] = (2 + 18 * next (self)) * PSG_MINUTES_PER_DAY;
    }
}

static void
make_time (Generator         *self,
           PsgSyntheticEvent *event)
{
  double share = next (self), minute = next (self) * SPAN_MINUTES;
  guint cluster = share < 0.12 ? 0 : 1 + (guint) (next (self) * (N_CLUSTERS - 1));

  if (share < 0.7)
    minute = self->centres[cluster] + next_gauss (self) * self->widths[cluster];
  minute = CLAMP (minute, 0, SPAN_MINUTES - 1);

  event->start = FIRST_DAY * (gint64) PSG_MINUTES_PER_DAY + (gint64) minute;
  event->end = event->start + 1;
  event->flags = (PSG_PRECISION_MINUTE << 8) | PSG_EVENT_HAS_TIME;

  if (next (self) < 0.2)
    {
      double days = MIN (-log (MAX (next (self), 1e-9)) * 3, LONGEST_DAYS);

      event->end += (gint64) (days * PSG_MINUTES_PER_DAY);
      event->end = MIN (event->end, (FIRST_DAY + N_DAYS) * (gint64) PSG_MINUTES_PER_DAY);
      event->flags |= PSG_EVENT_RANGE;
    }
}

static void
make_place (Generator         *self,
            PsgSyntheticEvent *event)
{
  double share = next (self);

  for (guint i = 0; i < G_N_ELEMENTS (towns); i++)
    {
      if (share < towns[i].share)
        {
          event->longitude = towns[i].longitude + next_gauss (self) * 0.12;
          event->latitude = towns[i].latitude + next_gauss (self) * 0.08;
          return;
        }
      share -= towns[i].share;
    }

  event->longitude = 20 + next (self) * 13;
  event->latitude = 51 + next (self) * 6.5;
}

static void
make_title (Generator         *self,
            PsgSyntheticEvent *event)
{
  gsize length = 0;
  guint letters = 0;

  while (letters < TITLE_LETTERS)
    {
      const char *word = words[(guint) (next (self) * G_N_ELEMENTS (words))];

      if (letters > 0)
        event->title[length++] = ' ';
      length = g_strlcpy (event->title + length, word, sizeof event->title - length) + length;
      letters += 1 + g_utf8_strlen (word, -1);
    }
}

/* Each step up the scale is a fifth as many. */
static guint8
make_importance (Generator *self)
{
  double share = next (self);
  guint8 importance = 1;

  while (importance < 5 && share < 0.2)
    {
      share *= 5;
      importance++;
    }

  return importance;
}

/**
 * psg_synthetic_events_each:
 * @n: how many
 * @seed: the same seed makes the same events
 * @func: called with each
 * @data: for @func
 */
void
psg_synthetic_events_each (guint            n,
                           guint32          seed,
                           PsgSyntheticFunc func,
                           gpointer         data)
{
  Generator generator = { .state = seed };
  PsgSyntheticEvent event;

  place_clusters (&generator);

  for (guint i = 0; i < n; i++)
    {
      make_time (&generator, &event);
      make_place (&generator, &event);
      make_title (&generator, &event);
      event.lane = (guint8) (next (&generator) * PSG_SYNTHETIC_LANES);
      event.importance = make_importance (&generator);
      func (i, &event, data);
    }
}

static void
add_event (guint                    i,
           const PsgSyntheticEvent *event,
           gpointer                 builder)
{
  char id[16];

  g_snprintf (id, sizeof id, "e%u", i);
  psg_event_table_builder_add_raw (builder, id, event->title, event->start, event->end, 0, 0, event->flags,
                                   event->lane, event->importance, PSG_PLACE_NONE);
}

/**
 * psg_synthetic_events_new:
 * @n: how many
 * @seed: the same seed makes the same events
 *
 * Returns: (transfer full): a table of them
 */
PsgEventTable *
psg_synthetic_events_new (guint   n,
                          guint32 seed)
{
  PsgEventTableBuilder *builder = psg_event_table_builder_new (n);

  psg_synthetic_events_each (n, seed, add_event, builder);

  return psg_event_table_builder_end (builder);
}

/* What they lie in. */
PsgTimeSpan
psg_synthetic_events_get_span (void)
{
  return psg_time_span_from_days (FIRST_DAY, FIRST_DAY + N_DAYS - 1);
}
