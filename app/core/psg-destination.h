/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-date-words.h"
#include "psg-session.h"

G_BEGIN_DECLS

/**
 * PsgDestination:
 * @words: what was understood, in a sentence
 * @hint: (nullable): what going there does besides, or where it ends instead
 * @day: where the playhead goes
 * @span: what is shown
 * @event: the only event that begins on the day that was asked for, or %PSG_ROW_NONE
 *
 * Where a typed date or the name of an era leads.
 */
typedef struct
{
  char       *words;
  char       *hint;
  PsgDay      day;
  PsgTimeSpan span;
  guint       event;
} PsgDestination;

PsgDestination *psg_destination_new  (PsgSession *session, const PsgDateNames *names, PsgDay today,
                                      const char *text, GError **error);
void            psg_destination_free (PsgDestination *self);
void            psg_destination_go   (const PsgDestination *self, PsgSession *session);

PsgDay          psg_destination_get_today (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgDestination, psg_destination_free)

G_END_DECLS
