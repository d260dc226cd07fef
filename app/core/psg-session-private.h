/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-history.h"
#include "psg-lessons.h"
#include "psg-own-collection.h"
#include "psg-session.h"
#include "psg-span-history.h"

G_BEGIN_DECLS

struct _PsgSession
{
  GObject parent_instance;

  /* owned */
  PsgCollection *collection; /* with the person's own events, if there are any */
  gboolean mirrors; /* another session, which lays own events for it */
  guint own_serial; /* of the notes that are events, for @collection */
  char *awaited; /* (nullable): an own event that is to be chosen once it is known */
  gboolean awaited_only; /* and nothing else is to move */
  PsgLibrary *library;
  PsgFilter *filter;
  PsgRowSet *matches;
  PsgRowSet *context;
  PsgLaneOrder *lanes;
  PsgHistory *history;
  PsgSpanHistory *spans;
  PsgNotes *notes;
  PsgLessons *lessons;
  PsgRowSet *noted;
  guint noted_serial; /* of the notes' targets, for @noted */
  GArray *mentioned; /* guint: rows, ascending */

  PsgView view;
  PsgDay playhead;
  PsgDay compared; /* PSG_DAY_NONE for none */
  PsgTimeSpan span;
};

/* How the span came to change, for the history of spans. */
typedef enum
{
  PSG_SPAN_MOVED,
  PSG_SPAN_JUMPED,
  PSG_SPAN_FOLLOWED,
  PSG_SPAN_WENT, /* back or forward: the history knows */
} PsgSpanChange;

void psg_session_commit_view    (PsgSession *self, const PsgView *view);
void psg_session_commit_history (PsgSession *self, gboolean could_go_back, gboolean could_go_forward);
void psg_session_commit_span    (PsgSession *self, const PsgTimeSpan *span, PsgSpanChange change);
void psg_session_notify_spans   (PsgSession *self, gboolean could_go_back, gboolean could_go_forward);
void psg_session_show_view      (PsgSession *self, const PsgView *view, gboolean in_place);
void psg_session_visit          (PsgSession *self, const PsgView *view);

void     psg_session_commit_collection (PsgSession *self, PsgCollection *collection);
gboolean psg_session_commit_filter (PsgSession *self, PsgFilter *filter, GError **error);
void psg_session_commit_noted   (PsgSession *self, PsgRowSet *noted);

/* psg-session-notes.c */
void psg_session_update_noted   (PsgSession *self, gboolean same_table);

/* psg-session-lessons.c */
void psg_session_tell_lessons   (PsgSession *self);

/* psg-session-own.c */
PsgCollection *psg_session_lay_own    (PsgSession *self, PsgCollection *base);
gboolean psg_session_takes_as_given   (PsgSession *self);
void     psg_session_update_own       (PsgSession *self);
gboolean psg_session_await_own        (PsgSession *self, const char *id, gboolean only);
void     psg_session_change_table     (PsgSession *self, PsgCollection *collection);

/* psg-session-navigate.c */
PsgTimeSpan psg_session_get_stated_time (PsgSession *self, guint row);

G_END_DECLS
