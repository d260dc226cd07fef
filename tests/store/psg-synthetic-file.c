/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-synthetic-file.h"

#include <math.h>

#include "psg-compiler.h"
#include "psg-synthetic-events.h"

/*
 * Collection files of any size for benches and tests. They go through the compiler, but not
 * through text sources: the events are made one by one from the table they are sorted in.
 */

#define LANGUAGE "en"
/* Places lie on a grid of so many to a degree: some ten thousand of them. */
#define PLACES_A_DEGREE 20.0

typedef struct
{
  PsgEventTableBuilder *builder;
  GPtrArray            *places;
  GHashTable           *places_by_cell; /* cell -> index + 1 */
} Making;

static PsgText *
new_text (const char *value)
{
  return psg_text_new_single (LANGUAGE, value);
}

static PsgPlace *
new_place (guint  index,
           double latitude,
           double longitude)
{
  PsgPlace *place = psg_place_new ();
  g_autofree char *name = g_strdup_printf ("Place %.2f° %.2f°", latitude, longitude);

  place->id = g_strdup_printf ("place-%u", index);
  place->name = new_text (name);
  place->latitude = latitude;
  place->longitude = longitude;
  place->precision_m = 3000;
  place->confidence = 'B';

  return place;
}

/* Returns: the place of the cell that a position lies in. */
static guint
find_place (Making *making,
            double  latitude,
            double  longitude)
{
  int row = (int) floor (latitude * PLACES_A_DEGREE);
  int column = (int) floor (longitude * PLACES_A_DEGREE);
  gpointer cell = GINT_TO_POINTER (row * 10000 + column);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (making->places_by_cell, cell));

  if (index > 0)
    return index - 1;

  index = making->places->len;
  g_hash_table_insert (making->places_by_cell, cell, GUINT_TO_POINTER (index + 1));
  g_ptr_array_add (making->places, new_place (index, (row + 0.5) / PLACES_A_DEGREE, (column + 0.5) / PLACES_A_DEGREE));

  return index;
}

static void
add_event (guint                    i,
           const PsgSyntheticEvent *event,
           gpointer                 data)
{
  Making *making = data;
  char id[16];

  g_snprintf (id, sizeof id, "e%u", i);
  psg_event_table_builder_add_raw (making->builder, id, event->title, event->start, event->end, 0, 0, event->flags,
                                   event->lane, event->importance,
                                   find_place (making, event->latitude, event->longitude));
}

/* An interval of EDTF has days at its ends, and no times. */
static PsgEdtf *
new_date (PsgTimeSpan span)
{
  PsgDay day = psg_day_from_minutes (span.start);
  int minute = (int) (span.start - psg_day_to_minutes (day));
  g_autofree char *first = psg_day_format_iso (day);
  g_autofree char *last = psg_day_format_iso (psg_day_from_minutes (span.end - 1));
  g_autofree char *text = NULL;

  if (span.end == span.start + 1)
    text = g_strdup_printf ("%sT%02d:%02d", first, minute / 60, minute % 60);
  else
    text = g_strconcat (first, "/", last, NULL);

  return psg_edtf_parse (text, NULL);
}

/* What the rest of the program calls data, made from a row of the table. */
typedef struct
{
  const PsgEventTable *table;
  GPtrArray           *places;
} Events;

static PsgEvent *
make_event (guint    row,
            gpointer data)
{
  const Events *events = data;
  const PsgEventColumns *columns = psg_event_table_get_columns (events->table);
  const PsgPlace *place = g_ptr_array_index (events->places, columns->place[row]);
  const char *title = psg_event_table_get_title (events->table, row);
  const char *const sources[] = { "synthesis", NULL };
  g_autofree char *summary = g_strdup_printf ("Made for measuring: %s.", title);
  PsgEvent *event = psg_event_new ();

  event->id = g_strdup (psg_event_table_get_id (events->table, row));
  event->date = new_date (psg_event_table_get_span (events->table, row));
  event->title = new_text (title);
  event->summary = new_text (summary);
  event->lane = columns->lane[row];
  event->importance = columns->importance[row];
  event->confidence = 'B';
  event->date_confidence = 'B';
  event->place = g_strdup (place->id);
  event->sources = g_strdupv ((GStrv) sources);

  return event;
}

static GPtrArray *
new_lanes (void)
{
  static const guint32 colors[PSG_SYNTHETIC_LANES] = { 0x3584e4, 0x26a269, 0xe5a50a, 0xc64600, 0x9141ac };
  GPtrArray *lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lane_unref);

  for (guint i = 0; i < PSG_SYNTHETIC_LANES; i++)
    {
      PsgLane *lane = psg_lane_new ();
      g_autofree char *name = g_strdup_printf ("Lane %u", i + 1);

      lane->id = g_strdup_printf ("lane-%u", i + 1);
      lane->name = new_text (name);
      lane->rgb = colors[i];
      g_ptr_array_add (lanes, lane);
    }

  return lanes;
}

static PsgStatusInterval *
new_interval (const char *date,
              PsgStatus   status)
{
  const char *const sources[] = { "synthesis", NULL };
  PsgStatusInterval *interval = psg_status_interval_new ();

  interval->date = psg_edtf_parse (date, NULL);
  interval->first = psg_edtf_get_earliest (interval->date);
  interval->last = psg_edtf_get_latest (interval->date);
  interval->status = status;
  interval->reason = new_text ("Made for measuring");
  interval->confidence = 'B';
  interval->sources = g_strdupv ((GStrv) sources);

  return interval;
}

static PsgCrossing *
new_crossing (void)
{
  PsgCrossing *crossing = psg_crossing_new ();

  crossing->id = g_strdup ("crossing");
  crossing->kind = PSG_CROSSING_ROAD;
  crossing->name = new_text ("A crossing");
  crossing->short_name = new_text ("Crossing");
  crossing->latitude = 54.6;
  crossing->longitude = 25.7;
  crossing->precision_m = 100;
  crossing->confidence = 'B';
  crossing->intervals = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_status_interval_free);
  g_ptr_array_add (crossing->intervals, new_interval ("../2022-05-31", PSG_STATUS_OPEN));
  g_ptr_array_add (crossing->intervals, new_interval ("2022-06-01/..", PSG_STATUS_CLOSED));

  return crossing;
}

static PsgSource *
new_source (void)
{
  PsgSource *source = psg_source_new ();

  source->id = g_strdup ("synthesis");
  source->publisher = g_strdup ("Passages");
  source->title = g_strdup ("Synthetic events");
  source->confidence = 'B';

  return source;
}

static PsgCollectionHead *
new_head (guint n)
{
  PsgCollectionHead *head = psg_schema_head.create ();
  g_autofree char *title = g_strdup_printf ("%u synthetic events", n);

  head->info.id = g_strdup ("synthetic");
  head->info.version = g_strdup ("1.0.0");
  head->info.title = new_text (title);
  head->info.span = psg_synthetic_events_get_span ();
  head->info.playhead = psg_day_parse_iso ("2020-08-15");
  head->info.map = (PsgViewpoint) { .latitude = 53.9, .longitude = 27.5, .zoom = 6 };
  head->language = g_strdup (LANGUAGE);
  head->lanes = new_lanes ();

  return head;
}

static PsgCollectionSource *
new_collection (guint      n,
                GPtrArray *places)
{
  PsgCollectionSource *self = g_new0 (PsgCollectionSource, 1);

  self->head = new_head (n);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_source_unref);
  self->actors = g_ptr_array_new ();
  self->places = g_ptr_array_ref (places);
  self->crossings = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_crossing_unref);
  self->events = g_ptr_array_new ();
  self->claims = g_ptr_array_new ();
  self->documents = g_ptr_array_new ();
  self->passages = g_ptr_array_new ();
  self->lessons = g_ptr_array_new ();
  g_ptr_array_add (self->sources, new_source ());
  g_ptr_array_add (self->crossings, new_crossing ());

  return self;
}

/**
 * psg_synthetic_file_write:
 * @n: how many events
 * @path: where to
 * @error: return location
 *
 * Writes a collection of @n events in five lanes at some ten thousand places, with one
 * crossing. The same @n gives the same file.
 *
 * Returns: whether the file was written
 */
gboolean
psg_synthetic_file_write (guint        n,
                                const char  *path,
                                GError     **error)
{
  g_autoptr (PsgCollectionSource) source = NULL;
  g_autoptr (PsgEventTable) table = NULL;
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_place_unref);
  g_autoptr (GHashTable) cells = g_hash_table_new (NULL, NULL);
  Making making = { psg_event_table_builder_new (n), places, cells };
  Events events;

  psg_synthetic_events_each (n, PSG_SYNTHETIC_FILE_SEED, add_event, &making);
  table = psg_event_table_builder_end (making.builder);
  source = new_collection (n, places);
  events = (Events) { table, places };

  return psg_compiler_write_events (source, table, make_event, &events, path, error);
}
