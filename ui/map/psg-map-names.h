/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-basemap.h"
#include "psg-label-painter.h"
#include "psg-map-projection.h"

G_BEGIN_DECLS

/**
 * PsgMapName:
 * @text: the name
 * @kind: what is named
 * @x: where it is, in worlds
 * @y: the same
 */
typedef struct
{
  const char  *text;
  PsgLabelKind kind;
  double       x;
  double       y;
} PsgMapName;

/**
 * PsgMapNames:
 *
 * The names of towns, countries and waters, in one language: which are shown in a step of the
 * zoom level, and where they stand, wherever the map is moved. For the screen, paper and
 * pictures alike.
 */
typedef struct _PsgMapNames PsgMapNames;

PsgMapNames *psg_map_names_new              (PsgBasemap *basemap);
void         psg_map_names_free             (PsgMapNames *self);

void         psg_map_names_place            (PsgMapNames *self, PsgLabelPainter *painter,
                                             const PsgMapProjection *projection, GArray *obstacles);
gboolean     psg_map_names_are_placed       (PsgMapNames *self, const PsgMapProjection *projection);
void         psg_map_names_forget           (PsgMapNames *self);

guint        psg_map_names_get_n            (const PsgMapNames *self);
const PsgMapName *psg_map_names_locate      (const PsgMapNames *self, guint i, const PsgMapProjection *projection,
                                             PsgBox *text, PsgBox *sign);
GArray      *psg_map_names_measure_capitals (PsgMapNames *self, PsgLabelPainter *painter);
GArray      *psg_map_names_list_obstacles   (const PsgMapNames *self, gboolean capitals);
gboolean     psg_map_name_is_clear          (const PsgMapProjection *projection, GArray *covered, GArray *over,
                                             const PsgBox *text, const PsgBox *sign);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgMapNames, psg_map_names_free)

G_END_DECLS
