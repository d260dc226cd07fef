/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"
#include "psg-exchange-error.h"
#include "psg-json.h"
#include "psg-json-writer.h"
#include "psg-lesson.h"
#include "psg-note.h"
#include "psg-own-document.h"

G_BEGIN_DECLS

/*
 * What the formats share, one file each. None of them looks at a clock or a locale's numbers; all may be called in any
 * thread, with a collection that belongs to it. The formats themselves are described in data/notes/README.md.
 */

/* How much is read. */
#define PSG_EXCHANGE_MAX_BYTES (256 * 1024 * 1024)
#define PSG_EXCHANGE_MAX_NOTES 200000
/* Of JSON, in one note; each takes memory many times its length. */
#define PSG_EXCHANGE_MAX_VALUES 100000
/* Of one note, as JSON. */
#define PSG_EXCHANGE_MAX_NOTE (8 * 1024 * 1024)
/* How many messages are kept. */
#define PSG_EXCHANGE_MAX_MESSAGES 1000

/**
 * PsgExchangeReading:
 * @notes: (element-type PsgNote): what was understood, without fault
 * @lessons: (element-type PsgLesson): likewise
 * @messages: (element-type utf8): what was not, each with line and field, localised
 * @n_missed: how many items are no note
 * @n_items: how many items there were so far
 * @n_unsaid: how many messages there are besides
 * @row: the row that is being read, from 1; 0 where lines say where something is
 * @when: when things were written that do not say so, in microseconds since 1970 UTC
 * @adrift: passages that are not in the collection, or not for certain; empty once it is settled
 *
 * What came of reading a file.
 */
typedef struct
{
  GPtrArray *notes;
  GPtrArray *lessons;
  GPtrArray *messages;
  guint      n_missed;
  guint      n_items;
  guint      n_unsaid;
  guint      row;
  gint64     when;
  GPtrArray *adrift;
} PsgExchangeReading;

PsgExchangeReading *psg_exchange_reading_new    (gint64 when);
void                psg_exchange_reading_free   (PsgExchangeReading *self);
void                psg_exchange_reading_tell   (PsgExchangeReading *self, guint line, const char *format, ...)
                                                 G_GNUC_PRINTF (3, 4);
void                psg_exchange_reading_miss   (PsgExchangeReading *self, guint line, const char *why);
gboolean            psg_exchange_reading_settle (PsgExchangeReading *self, PsgCollection *collection,
                                                 GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgExchangeReading, psg_exchange_reading_free)

/**
 * PsgExchangeItem:
 * @reading: where it goes
 * @line: where it begins
 * @note: what it becomes
 * @body: what it says
 * @tags: (element-type utf8): as they come
 * @links: (element-type utf8): as they come
 * @left_out: (element-type utf8): names of what has no place in a note
 * @title: (nullable): of what it is about
 * @only_tags: whether text without a purpose is a tag
 * @has_position: whether start and end are known
 * @adrift: whether its passage is to be looked for in the collection
 *
 * An item that is being read.
 */
typedef struct
{
  PsgExchangeReading *reading;
  guint               line;
  PsgNote            *note;
  GString            *body;
  GPtrArray          *tags;
  GPtrArray          *links;
  GPtrArray          *left_out;
  char               *title;
  gboolean            only_tags;
  gboolean            has_position;
  gboolean            adrift;
} PsgExchangeItem;

void     psg_exchange_item_init       (PsgExchangeItem *self, PsgExchangeReading *reading, guint line);
void     psg_exchange_item_clear      (PsgExchangeItem *self);
void     psg_exchange_item_leave_out  (PsgExchangeItem *self, const char *name);
void     psg_exchange_item_add_tag    (PsgExchangeItem *self, const char *tag);
void     psg_exchange_item_add_author (PsgExchangeItem *self, const char *name);
void     psg_exchange_item_add_link   (PsgExchangeItem *self, const char *link);
void     psg_exchange_item_add_body   (PsgExchangeItem *self, const char *text);
void     psg_exchange_item_set_id     (PsgExchangeItem *self, const char *id);
gboolean psg_exchange_item_take       (PsgExchangeItem *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsgExchangeItem, psg_exchange_item_clear)

/* Something whose passage is looked for when the reading is settled. */
typedef struct
{
  PsgNote *note;
  char    *title; /* (nullable) */
  guint    line;
  guint    row;
  gboolean has_position;
} PsgExchangeAdrift;

/* psg-exchange-source.c: IRIs and selectors. */
char    *psg_exchange_dup_source      (const PsgNote *note);
char    *psg_exchange_dup_link        (const PsgNote *note);
gboolean psg_exchange_is_foreign      (const PsgNote *note);
gboolean psg_exchange_is_iri          (const char *text);
gboolean psg_exchange_take_source     (PsgExchangeItem *item, const char *iri);
void     psg_exchange_take_selector   (PsgExchangeItem *item, const PsgJson *json);

/* psg-exchange-file.c: files. */
GBytes  *psg_exchange_load_file       (const char *path, gint64 *when, GCancellable *cancellable, GError **error);
gboolean psg_exchange_save_file       (const char *path, GBytes *bytes, GError **error);
int      psg_exchange_get_mode        (const char *path);
gboolean psg_exchange_fail_with_errno (GError **error, int code, const char *path);

/* psg-exchange-value.c: times and members. */
char       *psg_exchange_format_time  (gint64 time);
gboolean    psg_exchange_parse_time   (const char *text, gint64 *time);
char       *psg_exchange_format_span  (const PsgTimeSpan *span);
gboolean    psg_exchange_parse_span   (const char *text, PsgTimeSpan *span);
const char *psg_exchange_get_string   (const PsgJson *json, const char *member);
gboolean    psg_exchange_get_count    (const PsgJson *json, const char *member, guint *count);
guint       psg_exchange_get_n        (const PsgJson *json);
PsgJson    *psg_exchange_get_nth      (const PsgJson *json, guint n);

/* W3C Web Annotation. */
GBytes *psg_exchange_write_annotations (GPtrArray *notes, GCancellable *cancellable, GError **error);
void    psg_exchange_write_annotation  (PsgJsonWriter *writer, const PsgNote *note);
gboolean psg_exchange_read_annotations  (PsgExchangeReading *reading, const PsgJson *root,
                                         GCancellable *cancellable, GError **error);
void     psg_exchange_read_annotation   (PsgExchangeReading *reading, const PsgJson *json);
void     psg_exchange_read_body         (PsgExchangeItem *item, const PsgJson *json);

/* Hypothesis. */
gboolean psg_exchange_is_hypothesis     (const PsgJson *root);
gboolean psg_exchange_read_hypothesis   (PsgExchangeReading *reading, const PsgJson *root,
                                         GCancellable *cancellable, GError **error);

/* Either, as the file has it. */
PsgExchangeReading *psg_exchange_read_json (GBytes *bytes, PsgCollection *collection, gint64 when,
                                            GCancellable *cancellable, GError **error);
PsgJson *psg_exchange_parse_json        (GBytes *bytes, GError **error);
PsgJson *psg_exchange_complete          (const PsgJson *json, GError **error);
typedef void (*PsgExchangeReadFunc)     (PsgExchangeReading *reading, const PsgJson *json);
gboolean psg_exchange_read_items        (PsgExchangeReading *reading, const PsgJson *items, PsgExchangeReadFunc read,
                                         GCancellable *cancellable, GError **error);
gboolean psg_exchange_count_items       (PsgExchangeReading *reading, GCancellable *cancellable, GError **error);

/* Written only. */
GBytes *psg_exchange_write_csv          (GPtrArray *notes, GCancellable *cancellable, GError **error);
GBytes *psg_exchange_write_markdown     (GPtrArray *notes, PsgCollection *collection, GPtrArray *own, PsgDay today,
                                         GCancellable *cancellable, GError **error);

/* A collection file with notes and lessons in it. */
gboolean psg_exchange_write_copy        (const char *collection, GPtrArray *notes, GPtrArray *lessons,
                                         const char *path, GCancellable *cancellable, GError **error);
PsgExchangeReading *psg_exchange_read_copy (const char *path, PsgCollection *collection, gint64 when,
                                            GCancellable *cancellable, GError **error);

G_END_DECLS
