/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-lesson-store.h"

G_BEGIN_DECLS

#define PSG_TYPE_LESSONS (psg_lessons_get_type ())
G_DECLARE_FINAL_TYPE (PsgLessons, psg_lessons, PSG, LESSONS, GObject)

/**
 * PsgLessons:
 *
 * A person's own lessons, of whatever collection, as all views of all windows see them; those of a collection
 * are its own, and psg_session_list_lessons() gives both. All of them are known, for there are few. What is changed
 * is changed here at once, and written one after the other: what cannot be written for now (`trouble` says why)
 * waits and is tried again; psg_lessons_close() hands over the rest. A change to a lesson that somebody else has
 * changed meanwhile is kept beside it, as a lesson of its own.
 *
 * Properties: `read-only`, `undo-label` and `redo-label` (nullable, localised), `trouble` (nullable, localised),
 * `busy` (whether something is still to be written). Signals: `changed`; `flush` when whoever has something
 * unwritten must hand it over; `failed` with a message, localised, where something that was asked could not be done.
 */
PsgLessons *psg_lessons_new           (PsgLessonStore *store);
void        psg_lessons_load          (PsgLessons *self);
void        psg_lessons_close         (PsgLessons *self);

gboolean    psg_lessons_is_read_only  (PsgLessons *self);
gboolean    psg_lessons_is_loaded     (PsgLessons *self);
gboolean    psg_lessons_is_busy       (PsgLessons *self);
const char *psg_lessons_get_trouble   (PsgLessons *self);

PsgLesson  *psg_lessons_find          (PsgLessons *self, const char *id);
GPtrArray  *psg_lessons_list          (PsgLessons *self, const char *collection, gboolean binned);

void        psg_lessons_change        (PsgLessons *self, const char *label, const PsgLesson *before,
                                       const PsgLesson *after, const char *merge);
void        psg_lessons_apply         (PsgLessons *self, const char *label, GPtrArray *changes, const char *merge);
void        psg_lessons_bin           (PsgLessons *self, const char *label, const char *id);
void        psg_lessons_restore       (PsgLessons *self, const char *label, const char *id);
void        psg_lessons_purge         (PsgLessons *self, const char *label, const char *id);

const char *psg_lessons_get_undo_label (PsgLessons *self);
const char *psg_lessons_get_redo_label (PsgLessons *self);
gint64      psg_lessons_get_undo_time  (PsgLessons *self);
gint64      psg_lessons_get_redo_time  (PsgLessons *self);
void        psg_lessons_undo           (PsgLessons *self);
void        psg_lessons_redo           (PsgLessons *self);

G_END_DECLS
