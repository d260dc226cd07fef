/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"
#include "psg-id.h"

G_BEGIN_DECLS

/* Limits of a collection, as data/collections/README.md states them; PSG_MAX_ID is another. */
#define PSG_MAX_TEXT 20000
#define PSG_MAX_EVENTS 10000000
#define PSG_MAX_OF_A_KIND 100000
#define PSG_MAX_FILE (32 * 1024 * 1024)
#define PSG_MAX_DOCUMENT (4 * 1024 * 1024)

/* What an id names. Each has ids of its own. */
typedef enum
{
  PSG_THING_NONE,
  PSG_THING_LANE,
  PSG_THING_ERA,
  PSG_THING_SOURCE,
  PSG_THING_ACTOR,
  PSG_THING_PLACE,
  PSG_THING_CROSSING,
  PSG_THING_EVENT,
  PSG_THING_CLAIM,
  PSG_THING_DOCUMENT,
  PSG_THING_PASSAGE,
  PSG_THING_LESSON,
} PsgThing;

#define PSG_N_THINGS (PSG_THING_LESSON + 1)

/* What a member holds, and with it the C type of the struct's field, the checks
 * and the type of the column. */
typedef enum
{
  PSG_FIELD_ID,         /* char *: the id of the record itself */
  PSG_FIELD_STRING,     /* char * */
  PSG_FIELD_URL,        /* char *: http or https */
  PSG_FIELD_TAG,        /* char *: a language tag */
  PSG_FIELD_VERSION,    /* char *: semantic versioning */
  PSG_FIELD_WORD,       /* char *: one of @words */
  PSG_FIELD_REF,        /* char *: the id of a @refers */
  PSG_FIELD_TEXT,       /* PsgText * */
  PSG_FIELD_DATE,       /* PsgEdtf * */
  PSG_FIELD_INTERVAL,   /* PsgEdtf *: with `/`, or a single date that is a day */
  PSG_FIELD_SPAN,       /* PsgTimeSpan: a date that has two ends */
  PSG_FIELD_DAY,        /* PsgDay: the first day of a date */
  PSG_FIELD_CONFIDENCE, /* char: A, B or C */
  PSG_FIELD_ENUM,       /* guint: the place of a word among @words */
  PSG_FIELD_NUMBER,     /* double, from @least to @most */
  PSG_FIELD_COUNT,      /* guint, from @least to @most */
  PSG_FIELD_FLAG,       /* gboolean: whether the object it belongs to is there */
  PSG_FIELD_COLOR,      /* guint32: #rrggbb */
  PSG_FIELD_LANE,       /* guint: the index of a lane, written as its id */
  PSG_FIELD_IDS,        /* GStrv: ids of @refers; a link table */
  PSG_FIELD_STRINGS,    /* GStrv */
  PSG_FIELD_TAGS,       /* GStrv: language tags */
  PSG_FIELD_OBJECT,     /* members of an inner object, in the same struct */
  PSG_FIELD_LIST,       /* GPtrArray *: an array of @schema; a table of its own */
  PSG_FIELD_RAW,        /* const PsgJson *: whatever is there, borrowed; sources only */
} PsgFieldType;

typedef enum
{
  PSG_FIELD_MUST        = 1 << 0, /* may not be missing */
  PSG_FIELD_SOME        = 1 << 1, /* at least one */
  PSG_FIELD_POSITIVE    = 1 << 2, /* a number greater than zero */
  PSG_FIELD_WHOLE       = 1 << 3, /* a number without a fraction */
  PSG_FIELD_NO_MEMBER   = 1 << 4, /* not in the JSON object: filled from elsewhere */
  PSG_FIELD_NO_COLUMN   = 1 << 5, /* not in the table: used in compiling only */
} PsgFieldFlags;

typedef struct _PsgSchema PsgSchema;
typedef struct _PsgField PsgField;

/**
 * PsgField:
 * @member: its name in JSON
 * @column: its name in SQLite, or %NULL for @member
 * @type: what it holds
 * @flags: what else is asked of it
 * @offset: where it lies in the struct
 * @least: the least number or count
 * @most: the greatest
 * @refers: what its ids name
 * @words: the words it may hold
 * @inner: the fields of an object
 * @n_inner: how many
 * @schema: what a list is made of
 *
 * One member of a record, said once: the reader of sources, the compiler and
 * the reader of collection files all go by it.
 */
struct _PsgField
{
  const char        *member;
  const char        *column;
  PsgFieldType       type;
  guint              flags;
  gsize              offset;
  double             least;
  double             most;
  PsgThing           refers;
  const char *const *words;
  const PsgField    *inner;
  guint              n_inner;
  const PsgSchema   *schema;
};

/**
 * PsgSchema:
 * @table: its table in SQLite
 * @thing: what its ids name, or %PSG_THING_NONE where it has none
 * @create: makes an empty record
 * @destroy: frees or unrefs it
 * @finish: (nullable): completes a record that has been read; returns %NULL or what
 *   is wrong with it, and in @member which member
 * @fields: its fields
 * @n_fields: how many
 *
 * A kind of record.
 */
struct _PsgSchema
{
  const char     *table;
  PsgThing        thing;
  gpointer      (*create)  (void);
  GDestroyNotify  destroy;
  const char   *(*finish)  (gpointer record, const char **member);
  const PsgField *fields;
  guint           n_fields;
};

/**
 * PsgCollectionHead:
 * @info: what the collection says of itself
 * @language: its reference language
 * @languages: (nullable): the languages it has texts in
 * @lanes: (element-type PsgLane)
 * @eras: (element-type PsgEra)
 *
 * All of `collection.json`.
 */
typedef struct
{
  PsgCollectionInfo info;
  char      *language;
  GStrv      languages;
  GPtrArray *lanes;
  GPtrArray *eras;
} PsgCollectionHead;

extern const PsgSchema psg_schema_head;
extern const PsgSchema psg_schema_lane;
extern const PsgSchema psg_schema_era;
extern const PsgSchema psg_schema_source;
extern const PsgSchema psg_schema_actor;
extern const PsgSchema psg_schema_place;
extern const PsgSchema psg_schema_crossing;
extern const PsgSchema psg_schema_event;
extern const PsgSchema psg_schema_claim;
extern const PsgSchema psg_schema_document;
extern const PsgSchema psg_schema_passage;
extern const PsgSchema psg_schema_lesson;

/* Every kind of record that has a table and does not lie within another. */
extern const PsgSchema *const psg_schemas[];
extern const guint psg_n_schemas;

typedef void (*PsgFieldFunc) (const PsgField *field, gpointer data);

const char *psg_thing_get_label     (PsgThing thing);
const char *psg_field_get_column    (const PsgField *field);
void        psg_schema_each_column  (const PsgSchema *self, PsgFieldFunc func, gpointer data);
void        psg_schema_each_link    (const PsgSchema *self, PsgFieldFunc func, gpointer data);
void        psg_schema_each_list    (const PsgSchema *self, PsgFieldFunc func, gpointer data);
void        psg_schema_clear_record (const PsgSchema *self, gpointer record);

/* A field of a record, as the C type its PsgFieldType names. */
#define PSG_FIELD_AT(Type, field, record) (*(Type *) ((char *) (record) + (field)->offset))

G_END_DECLS
