/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an event of one's own may hold at most. */
#define PSG_OWN_EVENT_MAX_SOURCES 64
#define PSG_OWN_EVENT_MAX_CROSSINGS 64
#define PSG_OWN_EVENT_MAX_LINE 1000 /* bytes of a title, a name, a date */
#define PSG_OWN_EVENT_MAX_TEXT 10000 /* bytes of an address, a remark */

/**
 * PsgOwnSource:
 * @title: what it is called; may be empty
 * @url: where it is; may be empty
 * @remark: what there is to say of it; may be empty
 *
 * Where a person has an event from.
 */
typedef struct
{
  char *title;
  char *url;
  char *remark;
} PsgOwnSource;

/**
 * PsgOwnEvent:
 * @title: in a line; may be empty
 * @date: when, EDTF
 * @lane: (nullable): id of one of the collection's lanes
 * @has_place: whether its note's latitude and longitude say where it was
 * @place: (nullable): what that place is called
 * @crossings: (nullable): ids of the crossings it concerns
 * @sources: (nullable) (element-type PsgOwnSource): where it is from
 *
 * What a #PsgNote that is an event has besides what every note has: its account is the note's
 * text, its place the note's position.
 */
typedef struct
{
  char      *title;
  char      *date;
  char      *lane;
  gboolean   has_place;
  char      *place;
  GStrv      crossings;
  GPtrArray *sources;
} PsgOwnEvent;

PsgOwnEvent  *psg_own_event_new        (const char *title, const char *date);
PsgOwnEvent  *psg_own_event_copy       (const PsgOwnEvent *self);
void          psg_own_event_free       (PsgOwnEvent *self);
gboolean      psg_own_event_equal      (const PsgOwnEvent *self, const PsgOwnEvent *other);
const char   *psg_own_event_find_fault (const PsgOwnEvent *self);
PsgOwnSource *psg_own_event_add_source (PsgOwnEvent *self, const char *title, const char *url, const char *remark);

const char   *psg_own_event_get_title  (const PsgOwnEvent *self);
char         *psg_own_event_dup_id     (const char *note);
char         *psg_own_event_dup_note   (const char *id);
gboolean      psg_own_event_is_id      (const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgOwnEvent, psg_own_event_free)

G_END_DECLS
