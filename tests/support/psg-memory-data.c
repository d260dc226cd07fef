/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-memory-data.h"

#include <string.h>

/* What the memory collection holds, as C literals: small enough to be known by
 * heart, with one of every kind of thing that needs care. The documents are in
 * psg-memory-documents.c. */

typedef struct
{
  const char *id;
  const char *date;
  const char *title;
  const char *summary;
  guint lane;
  guint importance;
  const char *place;
  const char *crossing;
  const char *claim;
} EventLiteral;

static const EventLiteral events[] = {
  { "treaty", "2020-01-15", "The treaty of the valley is signed",
    "Both banks agree to keep the roads open.",
    0, 5, "hall", NULL, "claim-peace" },
  { "old-road", "/2020-02", "The old road is used for the last time",
    "Nobody wrote down when it began to be used.",
    1, 2, NULL, NULL, NULL },
  { "survey", "2020-03/2020-05", "The border is surveyed",
    "Stones are set along the river.",
    0, 2, "marsh", NULL, NULL },
  { "market", "2020-06-01", "A market opens by the bridge",
    "Cheese, wool and Škoda parts.",
    1, 4, "bridge-town", "bridge", NULL },
  { "fair", "2020-06-01", "The first fair",
    "It lasts for as long as the bread does.",
    2, 1, "bridge-town", NULL, NULL },
  { "harvest", "2020-09~", "A poor harvest",
    "Grain is dear on both banks.",
    1, 3, NULL, NULL, NULL },
  { "closure", "2021-02-10", "The pass is closed and the bridge with it",
    "Each bank says the other began.",
    0, 5, "hall", "pass", "claim-began" },
  { "strike", "2021-03-01/2021-04-15", "The drivers strike",
    "No wool leaves the valley.",
    1, 3, NULL, "pass", NULL },
  { "festival", "2021-07-10T18:00:00", "The river festival",
    "Lanterns on the water, sung to in Ąžuolas.",
    2, 2, "marsh", NULL, NULL },
  { "talks", "2021-10-04/..", "Talks begin in the hall",
    "They go on.",
    0, 4, "hall", NULL, NULL },
  { "rumour", "2022?", "A rumour of a second bridge",
    "Who spread it is not known.",
    2, 1, NULL, NULL, NULL },
  { "reopening", "2022-09-15", "The bridge opens again",
    "The market returns on the same day.",
    0, 5, "bridge-town", "bridge", NULL },
};

typedef struct
{
  const char *crossing;
  const char *date;
  PsgStatus status;
  const char *label;
  const char *reason;
  const char *event;
} IntervalLiteral;

static const IntervalLiteral intervals[] = {
  { "pass", "2020-01-01/2021-02-09", PSG_STATUS_OPEN, NULL, "The treaty", "treaty" },
  { "pass", "2021-02-10/2021-12-31", PSG_STATUS_CLOSED, NULL, "The quarrel", "closure" },
  { "pass", "2022-01-01/..", PSG_STATUS_CLOSED, NULL, "A landslide", NULL },
  { "bridge", "../2020-05-31", PSG_STATUS_OPEN, NULL, "It always was", NULL },
  /* Nothing is known of June 2020. */
  { "bridge", "2020-07-01/2021-02-09", PSG_STATUS_RESTRICTED, "goods only", "A cracked pier", NULL },
  { "bridge", "2021-02-10/2022-09-14", PSG_STATUS_CLOSED, NULL, "The quarrel", "closure" },
  { "bridge", "2022-09-15/..", PSG_STATUS_OPEN, NULL, "The talks", "reopening" },
  { "ford", "2020-01-01/2020-12-31", PSG_STATUS_UNKNOWN, NULL, "No records were kept", NULL },
  { "ford", "2021-01-01/2022-04-30", PSG_STATUS_OPEN, NULL, "Dry summers", NULL },
  { "ford", "2022-05-01/2022-12-31", PSG_STATUS_CLOSED, NULL, "The flood", NULL },
  { "halt", "2020-01-01/2021-06-30", PSG_STATUS_OPEN, NULL, "The timetable", NULL },
  { "halt", "2021-07-01/..", PSG_STATUS_CLOSED, NULL, "No coal", NULL },
};

PsgEdtf *
psg_memory_data_date (const char *text)
{
  g_autoptr (GError) error = NULL;
  PsgEdtf *date = psg_edtf_parse (text, &error);

  g_assert_no_error (error);

  return date;
}

static PsgText *
text (const char *value)
{
  return value != NULL ? psg_text_new_single ("en", value) : NULL;
}

static GStrv
one (const char *value)
{
  const char *values[] = { value, NULL };

  return g_strdupv ((GStrv) values);
}

void
psg_memory_data_fill_info (PsgCollectionInfo *info)
{
  info->id = g_strdup ("valley");
  info->version = g_strdup ("1");
  info->title = text ("The valley, 2020–2022");
  info->description = text ("An invented valley, for tests.");
  info->credits = text ("Nobody");
  info->licence = g_strdup ("CC0-1.0");
  info->span = psg_time_span_from_days (psg_day_from_ymd (2020, 1, 1), psg_day_from_ymd (2022, 12, 31));
  info->playhead = psg_day_from_ymd (2020, 1, 15);
  info->opening_event = g_strdup ("treaty");
  info->map = (PsgViewpoint) { 54.7, 25.6, 7.0 };
}

GPtrArray *
psg_memory_data_lanes (void)
{
  static const struct { const char *id, *name; guint32 rgb; } lanes[] = {
    { "border", "The border", 0x3584e4 },
    { "trade", "Trade", 0xe5a50a },
    { "people", "People", 0x33d17a },
  };
  GPtrArray *array = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lane_unref);

  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      PsgLane *lane = psg_lane_new ();

      lane->id = g_strdup (lanes[i].id);
      lane->name = text (lanes[i].name);
      lane->rgb = lanes[i].rgb;
      g_ptr_array_add (array, lane);
    }

  return array;
}

GPtrArray *
psg_memory_data_eras (void)
{
  static const struct { const char *id, *name, *date; } eras[] = {
    { "peace", "Open roads", "2020-01-01/2021-02-09" },
    { "quarrel", "The quarrel", "2021-02-10/2022-09-14" },
  };
  GPtrArray *array = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_era_unref);

  for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
    {
      PsgEra *era = psg_era_new ();

      era->id = g_strdup (eras[i].id);
      era->name = text (eras[i].name);
      era->date = psg_memory_data_date (eras[i].date);
      g_ptr_array_add (array, era);
    }

  return array;
}

GPtrArray *
psg_memory_data_places (void)
{
  static const struct { const char *id, *name; double latitude, longitude, precision; } places[] = {
    { "hall", "The hall", 54.687, 25.280, 50 },
    { "bridge-town", "Bridge Town", 54.483, 25.933, 300 },
    { "marsh", "The marsh", 54.900, 26.100, 4000 },
  };
  GPtrArray *array = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_place_unref);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      PsgPlace *place = psg_place_new ();

      place->id = g_strdup (places[i].id);
      place->name = text (places[i].name);
      place->latitude = places[i].latitude;
      place->longitude = places[i].longitude;
      place->precision_m = places[i].precision;
      place->confidence = 'A' + i;
      g_ptr_array_add (array, place);
    }

  return array;
}

static PsgStatusInterval *
new_interval (const IntervalLiteral *literal)
{
  PsgStatusInterval *interval = psg_status_interval_new ();

  interval->date = psg_memory_data_date (literal->date);
  interval->first = psg_edtf_get_earliest (interval->date);
  interval->last = psg_edtf_get_latest (interval->date);
  interval->status = literal->status;
  interval->label = text (literal->label);
  interval->reason = text (literal->reason);
  interval->event = g_strdup (literal->event);
  interval->confidence = 'A';
  interval->sources = one ("gazette");

  return interval;
}

static GPtrArray *
intervals_of (const char *crossing)
{
  GPtrArray *array = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_status_interval_free);

  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++)
    if (g_str_equal (intervals[i].crossing, crossing))
      g_ptr_array_add (array, new_interval (&intervals[i]));

  return array;
}

GPtrArray *
psg_memory_data_crossings (void)
{
  static const struct { const char *id, *name; PsgCrossingKind kind; double latitude, longitude; } crossings[] = {
    { "pass", "The high pass", PSG_CROSSING_ROAD, 54.551, 25.680 },
    { "bridge", "The stone bridge", PSG_CROSSING_ROAD, 54.480, 25.930 },
    { "ford", "The ford", PSG_CROSSING_ROAD, 54.300, 25.400 },
    { "halt", "The halt", PSG_CROSSING_RAIL, 54.450, 25.600 },
  };
  GPtrArray *array = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_crossing_unref);

  for (guint i = 0; i < G_N_ELEMENTS (crossings); i++)
    {
      PsgCrossing *crossing = psg_crossing_new ();

      crossing->id = g_strdup (crossings[i].id);
      crossing->kind = crossings[i].kind;
      crossing->name = text (crossings[i].name);
      crossing->short_name = text (crossings[i].id);
      crossing->latitude = crossings[i].latitude;
      crossing->longitude = crossings[i].longitude;
      crossing->precision_m = 100;
      crossing->confidence = 'A';
      crossing->sources = one ("gazette");
      crossing->intervals = intervals_of (crossings[i].id);
      g_ptr_array_add (array, crossing);
    }

  return array;
}

static PsgLessonStep *
new_step (const char *heading,
          const char *event,
          const char *document,
          const char *passage,
          PsgDay      day)
{
  PsgLessonStep *step = psg_lesson_step_new ();

  step->heading = text (heading);
  step->text = text ("What the class reads.");
  step->notes = text ("What the teacher reads.");
  step->event = g_strdup (event);
  step->document = g_strdup (document);
  step->passage = g_strdup (passage);
  step->playhead = day;
  step->span = psg_time_span_from_days (day - 30, day + 30);
  step->map = (PsgViewpoint) { 54.5, 25.8, 9.0 };

  return step;
}

GPtrArray *
psg_memory_data_lessons (void)
{
  GPtrArray *array = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lesson_unref);
  PsgLesson *lesson = psg_lesson_new ();

  lesson->id = g_strdup ("roads");
  lesson->title = text ("How roads close");
  lesson->description = text ("In two steps.");
  lesson->minutes = 20;
  lesson->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lesson_step_free);
  g_ptr_array_add (lesson->steps, new_step ("Peace", "treaty", "charter", "charter-peace",
                                            psg_day_from_ymd (2020, 1, 15)));
  g_ptr_array_add (lesson->steps, new_step ("Quarrel", "closure", NULL, NULL,
                                            psg_day_from_ymd (2021, 2, 10)));
  g_ptr_array_add (array, lesson);

  return array;
}

static PsgEvent *
new_event (const EventLiteral *literal)
{
  PsgEvent *event = psg_event_new ();

  event->id = g_strdup (literal->id);
  event->date = psg_memory_data_date (literal->date);
  event->title = text (literal->title);
  event->summary = text (literal->summary);
  event->lane = literal->lane;
  event->category = g_strdup ("record");
  event->importance = literal->importance;
  event->confidence = 'A';
  event->date_confidence = 'B';
  event->place = g_strdup (literal->place);
  event->crossings = literal->crossing != NULL ? one (literal->crossing) : NULL;
  event->claims = literal->claim != NULL ? one (literal->claim) : NULL;
  event->actors = one ("east-bank");
  event->sources = one (literal->lane == 2 ? "letters" : "gazette");

  return event;
}

GPtrArray *
psg_memory_data_events (void)
{
  GPtrArray *array = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_event_unref);

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      PsgEvent *event = new_event (&events[i]);

      if (g_str_equal (event->id, "closure"))
        {
          event->related = one ("reopening");
          event->accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_account_free);
          g_ptr_array_add (event->accounts, psg_account_new (text ("The east bank"), text ("They began.")));
          g_ptr_array_add (event->accounts, psg_account_new (text ("The west bank"), text ("They did.")));
        }
      g_ptr_array_add (array, event);
    }

  return array;
}

GPtrArray *
psg_memory_data_sources (void)
{
  static const struct { const char *id, *title, *affiliation; char confidence; } sources[] = {
    { "gazette", "The Valley Gazette", "independent", 'A' },
    { "letters", "Letters from the marsh", "analyst", 'C' },
  };
  GPtrArray *array = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_source_unref);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      PsgSource *source = psg_source_new ();

      source->id = g_strdup (sources[i].id);
      source->publisher = g_strdup ("The press of the valley");
      source->title = g_strdup (sources[i].title);
      source->date = psg_memory_data_date ("2021-02-11");
      source->url = g_strdup ("https://valley.example/paper");
      source->affiliation = g_strdup (sources[i].affiliation);
      source->confidence = sources[i].confidence;
      g_ptr_array_add (array, source);
    }

  return array;
}

GPtrArray *
psg_memory_data_actors (void)
{
  static const struct { const char *id, *name; } actors[] = {
    { "east-bank", "The east bank" },
    { "west-bank", "The west bank" },
  };
  GPtrArray *array = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_actor_unref);

  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      PsgActor *actor = psg_actor_new ();

      actor->id = g_strdup (actors[i].id);
      actor->name = text (actors[i].name);
      g_ptr_array_add (array, actor);
    }

  return array;
}

GPtrArray *
psg_memory_data_claims (void)
{
  static const struct { const char *id, *claim, *verdict, *event; } claims[] = {
    { "claim-peace", "that forty carts crossed every day", "confirmed", "treaty" },
    { "claim-began", "that the other bank closed the pass first", "disputed", "closure" },
  };
  GPtrArray *array = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_claim_unref);

  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      PsgClaim *claim = psg_claim_new ();

      claim->id = g_strdup (claims[i].id);
      claim->text = text (claims[i].claim);
      claim->speaker = text ("The miller");
      claim->role = text ("an elder of the east bank");
      claim->affiliation = g_strdup ("independent");
      claim->party = g_strdup ("east-bank");
      claim->date = psg_memory_data_date ("2021-02");
      claim->has_number = i == 0;
      claim->number = i == 0 ? 40 : 0;
      claim->unit = i == 0 ? text ("carts a day") : NULL;
      claim->verdict = g_strdup (claims[i].verdict);
      claim->verdict_note = text ("The toll book agrees, or does not.");
      claim->confidence = 'B';
      claim->events = one (claims[i].event);
      claim->sources = one ("gazette");
      g_ptr_array_add (array, claim);
    }

  return array;
}
