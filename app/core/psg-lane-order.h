/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "psg-lane.h"

G_BEGIN_DECLS

typedef enum
{
  PSG_LANE_SHOWN,
  PSG_LANE_COLLAPSED, /* a slim strip: marks, no titles */
  PSG_LANE_HIDDEN,    /* takes no room on the timeline */
} PsgLaneState;

/**
 * PsgLaneOrder:
 *
 * How a person has arranged the lanes of a timeline: in which order, and each
 * shown, collapsed or hidden. A value, written as the ids in order, `-` before
 * what is collapsed and `!` before what is hidden: `trade -people !border`. The
 * empty text is the collection's own order with all of them shown. Immutable and
 * reference-counted; edits return another value.
 *
 * It arranges the timeline and no more: a hidden lane has no room there and is not
 * counted there, but list and map show its events as before. Which events there
 * *are* is for #PsgFilter to say. One lane at least is never hidden.
 *
 * A *lane* is an index into the collection's lanes, a *position* counts in order.
 */
typedef struct _PsgLaneOrder PsgLaneOrder;

#define PSG_TYPE_LANE_ORDER (psg_lane_order_get_type ())
GType psg_lane_order_get_type (void) G_GNUC_CONST;

PsgLaneOrder *psg_lane_order_new        (GPtrArray *lanes);
PsgLaneOrder *psg_lane_order_parse      (const char *text, GPtrArray *lanes);
PsgLaneOrder *psg_lane_order_ref        (PsgLaneOrder *self);
void          psg_lane_order_unref      (PsgLaneOrder *self);

const char   *psg_lane_order_to_string  (const PsgLaneOrder *self);
gboolean      psg_lane_order_equal      (const PsgLaneOrder *a, const PsgLaneOrder *b);
guint         psg_lane_order_get_n      (const PsgLaneOrder *self);
guint         psg_lane_order_get_lane   (const PsgLaneOrder *self, guint position);
guint         psg_lane_order_get_position (const PsgLaneOrder *self, guint lane);
PsgLaneState  psg_lane_order_get_state  (const PsgLaneOrder *self, guint lane);
guint         psg_lane_order_count      (const PsgLaneOrder *self, PsgLaneState state);
gboolean      psg_lane_order_can_hide   (const PsgLaneOrder *self, guint lane);
guint         psg_lane_order_get_neighbour (const PsgLaneOrder *self, guint lane, int direction);

PsgLaneOrder *psg_lane_order_move       (const PsgLaneOrder *self, guint lane, guint position);
PsgLaneOrder *psg_lane_order_set_state  (const PsgLaneOrder *self, guint lane, PsgLaneState state);
PsgLaneOrder *psg_lane_order_show_all   (const PsgLaneOrder *self);
PsgLaneOrder *psg_lane_order_sort       (const PsgLaneOrder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgLaneOrder, psg_lane_order_unref)

G_END_DECLS
