/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-lesson-conflict.h"

G_BEGIN_DECLS

/**
 * PsgExchangeLessons:
 * @n_added: how many lessons are new
 * @n_same: how many are there already
 * @conflicts: (element-type PsgLessonConflict): what differs from the person's own of the same id: both are kept
 * @changes: (element-type PsgLessonChange): what is to be done: one step for psg_lessons_apply()
 *
 * Lessons that came in. Nothing has been changed yet.
 */
typedef struct
{
  guint      n_added;
  guint      n_same;
  GPtrArray *conflicts;
  GPtrArray *changes;
} PsgExchangeLessons;

PsgExchangeLessons *psg_exchange_lessons_new  (GPtrArray *ours, GPtrArray *incoming);
void                psg_exchange_lessons_free (PsgExchangeLessons *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgExchangeLessons, psg_exchange_lessons_free)

G_END_DECLS
