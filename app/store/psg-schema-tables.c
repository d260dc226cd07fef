/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-schema.h"

/*
 * What a collection is made of: data/collections/README.md as tables. To add a
 * member to a record, add it to the struct in core, to the README and here;
 * reading, checking, compiling and loading follow.
 */

#define AT(Type, member) .offset = G_STRUCT_OFFSET (Type, member)
#define FIELDS(array) .fields = array, .n_fields = G_N_ELEMENTS (array)
#define INNER(array) .type = PSG_FIELD_OBJECT, .inner = array, .n_inner = G_N_ELEMENTS (array)
#define IDS(thing) .type = PSG_FIELD_IDS, .refers = PSG_THING_##thing
#define REF(thing) .type = PSG_FIELD_REF, .refers = PSG_THING_##thing
#define LIST(of) .type = PSG_FIELD_LIST, .schema = &of
#define WORDS(list) .type = PSG_FIELD_WORD, .words = list

#define ID(Type) { "id", .type = PSG_FIELD_ID, .flags = PSG_FIELD_MUST, AT (Type, id) }

#define LATITUDE .type = PSG_FIELD_NUMBER, .least = -90, .most = 90
#define LONGITUDE .type = PSG_FIELD_NUMBER, .least = -180, .most = 180

/* A map's middle and zoom, inside a struct. */
#define MAP_FIELDS(Type, member_name)                                                                          \
  { "latitude", "map_latitude", LATITUDE, .flags = PSG_FIELD_MUST, AT (Type, member_name.latitude) },          \
  { "longitude", "map_longitude", LONGITUDE, .flags = PSG_FIELD_MUST, AT (Type, member_name.longitude) },      \
  { "zoom", "map_zoom", PSG_FIELD_NUMBER, PSG_FIELD_MUST, AT (Type, member_name.zoom), .least = 0, .most = 24 }

/* A GeoJSON point: the feature's id and geometry, which stand outside its properties. */
#define POINT_FIELDS(Type)                                                                                     \
  { "id", .type = PSG_FIELD_ID, .flags = PSG_FIELD_NO_MEMBER, AT (Type, id) },                                 \
  { "latitude", NULL, LATITUDE, .flags = PSG_FIELD_NO_MEMBER, AT (Type, latitude) },                           \
  { "longitude", NULL, LONGITUDE, .flags = PSG_FIELD_NO_MEMBER, AT (Type, longitude) },                        \
  { "precision_m", NULL, PSG_FIELD_NUMBER, PSG_FIELD_MUST | PSG_FIELD_POSITIVE, AT (Type, precision_m),        \
    .most = 20100000 }

static const char *const affiliations[] = {
  "independent", "state-lithuania", "state-belarus", "state-russia", "state-other", "intergovernmental",
  "opposition", "industry", "analyst", "open-data", "editors", NULL,
};

static const char *const verdicts[] = {
  "confirmed", "confirmed-as-said", "confirmed-for-port", "confirmed-in-substance", "borne-out", "roughly-right",
  "partly-confirmed", "plausible", "imprecise", "reported", "opinion", "disputed", "unverified", "unverifiable",
  "not-borne-out-by-end-2024", NULL,
};

static const char *const document_kinds[] = { "brief", "background", "reference", NULL };

/* In the order of PsgStatus and PsgCrossingKind. */
static const char *const statuses[] = { "unknown", "open", "restricted", "closed", NULL };
static const char *const crossing_kinds[] = { "road", "rail", NULL };

/* Lanes, eras and the collection's head. */

static const PsgField lane_fields[] = {
  ID (PsgLane),
  { "name", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgLane, name) },
  { "color", NULL, PSG_FIELD_COLOR, PSG_FIELD_MUST, AT (PsgLane, rgb) },
};

const PsgSchema psg_schema_lane = {
  "lane", PSG_THING_LANE, (gpointer) psg_lane_new, (GDestroyNotify) psg_lane_unref, NULL, FIELDS (lane_fields)
};

static const PsgField era_fields[] = {
  ID (PsgEra),
  { "name", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgEra, name) },
  { "date", NULL, PSG_FIELD_DATE, PSG_FIELD_MUST, AT (PsgEra, date) },
};

const PsgSchema psg_schema_era = {
  "era", PSG_THING_ERA, (gpointer) psg_era_new, (GDestroyNotify) psg_era_unref, NULL, FIELDS (era_fields)
};

static const PsgField head_map_fields[] = { MAP_FIELDS (PsgCollectionHead, info.map) };

static const PsgField head_fields[] = {
  { "id", .type = PSG_FIELD_ID, .flags = PSG_FIELD_MUST, AT (PsgCollectionHead, info.id) },
  { "version", NULL, PSG_FIELD_VERSION, PSG_FIELD_MUST, AT (PsgCollectionHead, info.version) },
  { "title", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgCollectionHead, info.title) },
  { "description", NULL, PSG_FIELD_TEXT, 0, AT (PsgCollectionHead, info.description) },
  { "language", NULL, PSG_FIELD_TAG, PSG_FIELD_MUST, AT (PsgCollectionHead, language) },
  { "languages", NULL, PSG_FIELD_TAGS, 0, AT (PsgCollectionHead, languages) },
  { "licence", NULL, PSG_FIELD_STRING, 0, AT (PsgCollectionHead, info.licence) },
  { "credits", NULL, PSG_FIELD_TEXT, 0, AT (PsgCollectionHead, info.credits) },
  { "span", NULL, PSG_FIELD_SPAN, PSG_FIELD_MUST, AT (PsgCollectionHead, info.span) },
  { "playhead", NULL, PSG_FIELD_DAY, PSG_FIELD_MUST, AT (PsgCollectionHead, info.playhead) },
  { "opening_event", NULL, REF (EVENT), .flags = 0, AT (PsgCollectionHead, info.opening_event) },
  { "map", NULL, INNER (head_map_fields), .flags = PSG_FIELD_MUST },
  { "lanes", NULL, LIST (psg_schema_lane), .flags = PSG_FIELD_MUST | PSG_FIELD_SOME | PSG_FIELD_NO_COLUMN,
    .most = PSG_MAX_LANES, AT (PsgCollectionHead, lanes) },
  { "eras", NULL, LIST (psg_schema_era), .flags = PSG_FIELD_NO_COLUMN, .most = PSG_MAX_OF_A_KIND,
    AT (PsgCollectionHead, eras) },
};

static gpointer
create_head (void)
{
  return g_new0 (PsgCollectionHead, 1);
}

static void
destroy_head (gpointer head)
{
  psg_schema_clear_record (&psg_schema_head, head);
  g_free (head);
}

const PsgSchema psg_schema_head = {
  "collection", PSG_THING_NONE, create_head, destroy_head, NULL, FIELDS (head_fields)
};

/* Sources and actors. */

static const PsgField source_fields[] = {
  ID (PsgSource),
  { "publisher", NULL, PSG_FIELD_STRING, PSG_FIELD_MUST, AT (PsgSource, publisher) },
  { "title", NULL, PSG_FIELD_STRING, PSG_FIELD_MUST, AT (PsgSource, title) },
  { "author", NULL, PSG_FIELD_STRING, 0, AT (PsgSource, author) },
  { "date", NULL, PSG_FIELD_DATE, 0, AT (PsgSource, date) },
  { "url", NULL, PSG_FIELD_URL, 0, AT (PsgSource, url) },
  { "archive_url", NULL, PSG_FIELD_URL, 0, AT (PsgSource, archive_url) },
  { "language", NULL, PSG_FIELD_TAG, 0, AT (PsgSource, language) },
  { "affiliation", NULL, WORDS (affiliations), AT (PsgSource, affiliation) },
  { "confidence", NULL, PSG_FIELD_CONFIDENCE, PSG_FIELD_MUST, AT (PsgSource, confidence) },
};

const PsgSchema psg_schema_source = {
  "source", PSG_THING_SOURCE, (gpointer) psg_source_new, (GDestroyNotify) psg_source_unref, NULL,
  FIELDS (source_fields)
};

static const PsgField actor_fields[] = {
  ID (PsgActor),
  { "name", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgActor, name) },
};

const PsgSchema psg_schema_actor = {
  "actor", PSG_THING_ACTOR, (gpointer) psg_actor_new, (GDestroyNotify) psg_actor_unref, NULL, FIELDS (actor_fields)
};

/* Places and crossings. */

static const PsgField place_fields[] = {
  POINT_FIELDS (PsgPlace),
  { "name", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgPlace, name) },
  { "confidence", NULL, PSG_FIELD_CONFIDENCE, 0, AT (PsgPlace, confidence) },
};

const PsgSchema psg_schema_place = {
  "place", PSG_THING_PLACE, (gpointer) psg_place_new, (GDestroyNotify) psg_place_unref, NULL, FIELDS (place_fields)
};

static const PsgField interval_fields[] = {
  { "date", NULL, PSG_FIELD_INTERVAL, PSG_FIELD_MUST, AT (PsgStatusInterval, date) },
  { "status", NULL, PSG_FIELD_ENUM, PSG_FIELD_MUST, AT (PsgStatusInterval, status), .words = statuses },
  { "label", NULL, PSG_FIELD_TEXT, 0, AT (PsgStatusInterval, label) },
  { "reason", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgStatusInterval, reason) },
  { "decided_by", NULL, PSG_FIELD_TEXT, 0, AT (PsgStatusInterval, decided_by) },
  { "note", NULL, PSG_FIELD_TEXT, 0, AT (PsgStatusInterval, note) },
  { "event", NULL, REF (EVENT), .flags = 0, AT (PsgStatusInterval, event) },
  { "confidence", NULL, PSG_FIELD_CONFIDENCE, PSG_FIELD_MUST, AT (PsgStatusInterval, confidence) },
  { "sources", NULL, IDS (SOURCE), .flags = PSG_FIELD_MUST | PSG_FIELD_SOME, AT (PsgStatusInterval, sources) },
};

/* An interval's first and last day follow from its date. */
static const char *
finish_interval (gpointer     record,
                 const char **member)
{
  PsgStatusInterval *self = record;

  *member = "date";
  if (self->date == NULL)
    return NULL;

  self->first = psg_edtf_get_earliest (self->date);
  self->last = psg_edtf_get_latest (self->date);
  if (self->first == PSG_DAY_NONE || self->last == PSG_DAY_NONE)
    return "an end of a status may be open (“..”) but not unknown";

  return NULL;
}

static const PsgSchema schema_interval = {
  "status_interval", PSG_THING_NONE, (gpointer) psg_status_interval_new, (GDestroyNotify) psg_status_interval_free,
  finish_interval, FIELDS (interval_fields)
};

static const PsgField crossing_fields[] = {
  POINT_FIELDS (PsgCrossing),
  { "kind", NULL, PSG_FIELD_ENUM, PSG_FIELD_MUST, AT (PsgCrossing, kind), .words = crossing_kinds },
  { "name", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgCrossing, name) },
  { "short_name", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgCrossing, short_name) },
  { "aliases", NULL, PSG_FIELD_STRINGS, 0, AT (PsgCrossing, aliases) },
  { "role", NULL, PSG_FIELD_TEXT, 0, AT (PsgCrossing, role) },
  { "roads", NULL, PSG_FIELD_TEXT, 0, AT (PsgCrossing, roads) },
  { "area", NULL, PSG_FIELD_TEXT, 0, AT (PsgCrossing, area) },
  { "position_note", NULL, PSG_FIELD_TEXT, 0, AT (PsgCrossing, position_note) },
  { "confidence", NULL, PSG_FIELD_CONFIDENCE, 0, AT (PsgCrossing, confidence) },
  { "sources", NULL, IDS (SOURCE), .flags = 0, AT (PsgCrossing, sources) },
  { "status", NULL, LIST (schema_interval), .flags = PSG_FIELD_MUST, .most = PSG_MAX_OF_A_KIND,
    AT (PsgCrossing, intervals) },
};

const PsgSchema psg_schema_crossing = {
  "crossing", PSG_THING_CROSSING, (gpointer) psg_crossing_new, (GDestroyNotify) psg_crossing_unref, NULL,
  FIELDS (crossing_fields)
};

/* Events and claims. */

static const PsgField account_fields[] = {
  { "who", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgAccount, who) },
  { "says", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgAccount, says) },
};

static gpointer
create_account (void)
{
  return psg_account_new (NULL, NULL);
}

static const PsgSchema schema_account = {
  "event_account", PSG_THING_NONE, create_account, (GDestroyNotify) psg_account_free, NULL, FIELDS (account_fields)
};

static const PsgField event_fields[] = {
  ID (PsgEvent),
  { "date", NULL, PSG_FIELD_DATE, PSG_FIELD_MUST, AT (PsgEvent, date) },
  { "title", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgEvent, title) },
  { "summary", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgEvent, summary) },
  { "lane", NULL, PSG_FIELD_LANE, PSG_FIELD_MUST, AT (PsgEvent, lane), .most = PSG_MAX_LANES - 1 },
  { "category", NULL, PSG_FIELD_STRING, 0, AT (PsgEvent, category) },
  { "importance", NULL, PSG_FIELD_COUNT, 0, AT (PsgEvent, importance), .least = 1, .most = 5 },
  { "place", NULL, REF (PLACE), .flags = 0, AT (PsgEvent, place) },
  { "confidence", NULL, PSG_FIELD_CONFIDENCE, PSG_FIELD_MUST, AT (PsgEvent, confidence) },
  { "date_confidence", NULL, PSG_FIELD_CONFIDENCE, 0, AT (PsgEvent, date_confidence) },
  { "date_note", NULL, PSG_FIELD_TEXT, 0, AT (PsgEvent, date_note) },
  { "crossings", NULL, IDS (CROSSING), .flags = 0, AT (PsgEvent, crossings) },
  { "actors", NULL, IDS (ACTOR), .flags = 0, AT (PsgEvent, actors) },
  { "related", NULL, IDS (EVENT), .flags = 0, AT (PsgEvent, related) },
  { "sources", NULL, IDS (SOURCE), .flags = PSG_FIELD_MUST | PSG_FIELD_SOME, AT (PsgEvent, sources) },
  { "accounts", NULL, LIST (schema_account), .flags = 0, .most = PSG_MAX_OF_A_KIND, AT (PsgEvent, accounts) },
};

static gpointer
create_event (void)
{
  PsgEvent *self = psg_event_new ();

  self->importance = 3;

  return self;
}

/* A date is as sure as its event unless something else is said. */
static const char *
finish_event (gpointer     record,
              const char **member)
{
  PsgEvent *self = record;

  if (self->date_confidence == '\0')
    self->date_confidence = self->confidence;

  return NULL;
}

const PsgSchema psg_schema_event = {
  "event", PSG_THING_EVENT, create_event, (GDestroyNotify) psg_event_unref, finish_event, FIELDS (event_fields)
};

static const PsgField number_fields[] = {
  { "value", "number", PSG_FIELD_NUMBER, PSG_FIELD_MUST, AT (PsgClaim, number), .least = -1e300, .most = 1e300 },
  { "unit", NULL, PSG_FIELD_TEXT, 0, AT (PsgClaim, unit) },
  { "qualifier", NULL, PSG_FIELD_TEXT, 0, AT (PsgClaim, qualifier) },
  { "has_number", NULL, PSG_FIELD_FLAG, PSG_FIELD_NO_MEMBER, AT (PsgClaim, has_number) },
};

static const PsgField check_fields[] = {
  { "verdict", NULL, WORDS (verdicts), .flags = PSG_FIELD_MUST, AT (PsgClaim, verdict) },
  { "note", "verdict_note", PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgClaim, verdict_note) },
};

static const PsgField claim_fields[] = {
  ID (PsgClaim),
  { "text", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgClaim, text) },
  { "speaker", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgClaim, speaker) },
  { "role", NULL, PSG_FIELD_TEXT, 0, AT (PsgClaim, role) },
  { "affiliation", NULL, WORDS (affiliations), AT (PsgClaim, affiliation) },
  { "party", NULL, REF (ACTOR), .flags = 0, AT (PsgClaim, party) },
  { "date", NULL, PSG_FIELD_DATE, PSG_FIELD_MUST, AT (PsgClaim, date) },
  { "number", NULL, INNER (number_fields) },
  { "reported_via", NULL, PSG_FIELD_TEXT, 0, AT (PsgClaim, reported_via) },
  { "check", NULL, INNER (check_fields), .flags = PSG_FIELD_MUST },
  { "confidence", NULL, PSG_FIELD_CONFIDENCE, PSG_FIELD_MUST, AT (PsgClaim, confidence) },
  { "events", NULL, IDS (EVENT), .flags = PSG_FIELD_MUST | PSG_FIELD_SOME, AT (PsgClaim, events) },
  { "sources", NULL, IDS (SOURCE), .flags = PSG_FIELD_MUST | PSG_FIELD_SOME, AT (PsgClaim, sources) },
};

const PsgSchema psg_schema_claim = {
  "claim", PSG_THING_CLAIM, (gpointer) psg_claim_new, (GDestroyNotify) psg_claim_unref, NULL, FIELDS (claim_fields)
};

/* Documents and passages: their texts, one for each language, have tables apart. */

static const PsgField document_fields[] = {
  ID (PsgDocument),
  { "title", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgDocument, title) },
  { "summary", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgDocument, summary) },
  { "kind", NULL, WORDS (document_kinds), AT (PsgDocument, kind) },
  { "date", NULL, PSG_FIELD_DATE, 0, AT (PsgDocument, date) },
};

const PsgSchema psg_schema_document = {
  "document", PSG_THING_DOCUMENT, (gpointer) psg_document_new, (GDestroyNotify) psg_document_unref, NULL,
  FIELDS (document_fields)
};

static const PsgField passage_fields[] = {
  ID (PsgPassage),
  { "document", NULL, REF (DOCUMENT), .flags = PSG_FIELD_MUST, AT (PsgPassage, document) },
  { "note", NULL, PSG_FIELD_TEXT, 0, AT (PsgPassage, note) },
  { "events", NULL, IDS (EVENT), .flags = 0, AT (PsgPassage, events) },
  { "crossings", NULL, IDS (CROSSING), .flags = 0, AT (PsgPassage, crossings) },
  { "claims", NULL, IDS (CLAIM), .flags = 0, AT (PsgPassage, claims) },
};

const PsgSchema psg_schema_passage = {
  "passage", PSG_THING_PASSAGE, (gpointer) psg_passage_new, (GDestroyNotify) psg_passage_unref, NULL,
  FIELDS (passage_fields)
};

/* Lessons. */

static const PsgField step_map_fields[] = { MAP_FIELDS (PsgLessonStep, map) };

static const PsgField step_fields[] = {
  { "heading", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgLessonStep, heading) },
  { "text", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgLessonStep, text) },
  { "notes", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgLessonStep, notes) },
  { "span", NULL, PSG_FIELD_SPAN, PSG_FIELD_MUST, AT (PsgLessonStep, span) },
  { "playhead", NULL, PSG_FIELD_DAY, PSG_FIELD_MUST, AT (PsgLessonStep, playhead) },
  { "map", NULL, INNER (step_map_fields), .flags = PSG_FIELD_MUST },
  { "event", NULL, REF (EVENT), .flags = 0, AT (PsgLessonStep, event) },
  { "crossing", NULL, REF (CROSSING), .flags = 0, AT (PsgLessonStep, crossing) },
  { "document", NULL, REF (DOCUMENT), .flags = 0, AT (PsgLessonStep, document) },
  { "passage", NULL, REF (PASSAGE), .flags = 0, AT (PsgLessonStep, passage) },
  { "question", NULL, PSG_FIELD_TEXT, 0, AT (PsgLessonStep, question) },
  { "answer", NULL, PSG_FIELD_TEXT, 0, AT (PsgLessonStep, answer) },
};

static const PsgSchema schema_step = {
  "lesson_step", PSG_THING_NONE, (gpointer) psg_lesson_step_new, (GDestroyNotify) psg_lesson_step_free, NULL,
  FIELDS (step_fields)
};

static const PsgField lesson_fields[] = {
  ID (PsgLesson),
  { "title", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgLesson, title) },
  { "description", NULL, PSG_FIELD_TEXT, PSG_FIELD_MUST, AT (PsgLesson, description) },
  { "minutes", NULL, PSG_FIELD_COUNT, PSG_FIELD_MUST, AT (PsgLesson, minutes), .least = 1, .most = 10000 },
  { "steps", NULL, LIST (schema_step), .flags = PSG_FIELD_MUST | PSG_FIELD_SOME, .most = PSG_MAX_OF_A_KIND,
    AT (PsgLesson, steps) },
};

const PsgSchema psg_schema_lesson = {
  "lesson", PSG_THING_LESSON, (gpointer) psg_lesson_new, (GDestroyNotify) psg_lesson_unref, NULL,
  FIELDS (lesson_fields)
};

const PsgSchema *const psg_schemas[] = {
  &psg_schema_head, &psg_schema_lane, &psg_schema_era, &psg_schema_source, &psg_schema_actor, &psg_schema_place,
  &psg_schema_crossing, &psg_schema_event, &psg_schema_claim, &psg_schema_document, &psg_schema_passage,
  &psg_schema_lesson,
};

const guint psg_n_schemas = G_N_ELEMENTS (psg_schemas);
