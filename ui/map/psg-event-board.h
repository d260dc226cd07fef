/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-bubble-layout.h"
#include "psg-event-bubble.h"
#include "psg-map-cluster.h"
#include "psg-map-projection.h"
#include "psg-place-field.h"

G_BEGIN_DECLS

/**
 * PsgPlannedBubble:
 * @cluster: what it stands for
 * @number: of the cluster, from 1
 * @place: where it stands
 * @uncertainty_m: if it is one place: within how many metres of its point that lies
 * @nearness: minutes from the playhead to its nearest event
 * @measured: of which of the plan's measurings that is
 * @noted: whether the person wrote about any of its events; the plan knows
 * @own: whether any of its events is the person's own; the plan knows
 * @look: what it looks like, but for @fade and @emphasis, which the plan knows
 */
typedef struct
{
  PsgMapCluster cluster;
  guint         number;
  PsgBubble     place;
  double        uncertainty_m;
  gint64        nearness;
  guint         measured;
  gboolean      noted;
  gboolean      own;
  PsgBubbleLook look;
} PsgPlannedBubble;

/**
 * PsgBoardBrief:
 * @field: what there is to show
 * @obstacles: (element-type PsgMapObstacle): what must not be covered
 * @names: (element-type PsgMapObstacle): what had better not be
 * @nearness: (element-type gint64): minutes from the playhead to what is nearest, by place
 * @measured: of which measuring
 * @zoom: the first zoom level of a step
 * @view: how the map is turned
 * @window: what must be on the board, worlds, if there is very much
 *
 * What a board is laid out from. None of it may change meanwhile.
 */
typedef struct
{
  PsgPlaceField *field;
  GArray        *obstacles;
  GArray        *names;
  GArray        *nearness;
  guint          measured;
  double         zoom;
  PsgMapProjection view;
  PsgBox         window;
} PsgBoardBrief;

/**
 * PsgEventBoard:
 *
 * Which bubbles stand for the events of a field at one step of the zoom level, and where.
 */
typedef struct _PsgEventBoard PsgEventBoard;

PsgEventBoard *psg_event_board_new              (const PsgBoardBrief *brief);
void           psg_event_board_free             (PsgEventBoard *self);
void           psg_event_board_lay_out          (PsgEventBoard *self);

const PsgBoardBrief *psg_event_board_get_brief  (const PsgEventBoard *self);
GArray        *psg_event_board_get_bubbles      (PsgEventBoard *self);
guint          psg_event_board_get_number       (const PsgEventBoard *self, guint place);
gint64         psg_event_board_find_nearest     (const PsgEventBoard *self, const PsgMapCluster *cluster,
                                                 GArray *nearness);
gboolean       psg_event_board_is_one_place     (const PsgEventBoard *self, const PsgMapCluster *cluster);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgEventBoard, psg_event_board_free)

G_END_DECLS
