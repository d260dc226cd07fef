/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-edtf.h"
#include "psg-record.h"
#include "psg-text.h"

G_BEGIN_DECLS

/**
 * PsgAccount:
 * @who: whose account it is
 * @says: what they say
 *
 * One party's word on a contested matter.
 */
typedef struct
{
  PsgText *who;
  PsgText *says;
} PsgAccount;

/**
 * PsgEvent:
 * @id: its id
 * @row: its row in the event table
 * @date: when
 * @title: in a line
 * @summary: the account
 * @lane: index into the collection's lanes
 * @category: (nullable): finer than the lane
 * @importance: 1 to 5
 * @confidence: `A`, `B` or `C`
 * @date_confidence: the same for the date
 * @date_note: (nullable): what is not certain about the date
 * @place: (nullable): id of a place
 * @crossings: (nullable): ids
 * @actors: (nullable): ids
 * @related: (nullable): ids of events
 * @claims: (nullable): ids of claims that bear on it
 * @sources: ids
 * @accounts: (nullable) (element-type PsgAccount): who says what
 *
 * All that is known of one event.
 */
typedef struct
{
  char      *id;
  guint      row;
  PsgEdtf   *date;
  PsgText   *title;
  PsgText   *summary;
  guint      lane;
  char      *category;
  guint      importance;
  char       confidence;
  char       date_confidence;
  PsgText   *date_note;
  char      *place;
  GStrv      crossings;
  GStrv      actors;
  GStrv      related;
  GStrv      claims;
  GStrv      sources;
  GPtrArray *accounts;
} PsgEvent;

#define PSG_TYPE_EVENT (psg_event_get_type ())
PSG_DECLARE_RECORD (PsgEvent, psg_event)

PsgAccount *psg_account_new  (PsgText *who, PsgText *says);
void        psg_account_free (PsgAccount *self);

G_END_DECLS
