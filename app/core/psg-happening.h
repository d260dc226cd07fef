/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-crossing.h"

G_BEGIN_DECLS

/* Of a happening that changes a crossing's status: above every event's. */
#define PSG_HAPPENING_MOST_IMPORTANT 6

/**
 * PsgStatusChange:
 * @status: the status from that day on
 * @crossings: (element-type PsgCrossing): which, in the collection's order
 *
 * Crossings that have the same status from the same day on.
 */
typedef struct
{
  PsgStatus  status;
  GPtrArray *crossings;
} PsgStatusChange;

/**
 * PsgHappening:
 * @day: when
 * @row: the event that begins, or %PSG_ROW_NONE
 * @importance: 1 to 5 as the event's; %PSG_HAPPENING_MOST_IMPORTANT if a status changes
 * @changes: (element-type PsgStatusChange): what becomes of crossings by it, the worst
 *   first; empty if nothing does
 *
 * One thing that happens on a day: an event begins, crossings change their status, or
 * both, if the one follows from the other. Reference-counted.
 */
typedef struct
{
  PsgDay     day;
  guint      row;
  guint      importance;
  GPtrArray *changes;
} PsgHappening;

PsgHappening *psg_happening_new          (PsgDay day, guint row, guint importance);
PsgHappening *psg_happening_ref          (PsgHappening *self);
void          psg_happening_unref        (PsgHappening *self);
void          psg_happening_add_change   (PsgHappening *self, const PsgCrossing *crossing);
gboolean      psg_happening_equal        (const PsgHappening *a, const PsgHappening *b);

char         *psg_status_change_describe (const PsgStatusChange *self, PsgDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgHappening, psg_happening_unref)

G_END_DECLS
