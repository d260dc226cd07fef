/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-lane.h"
#include "psg-time-axis.h"

G_BEGIN_DECLS

/* Eras that overlap stand in so many rows; what would need more is left out. */
#define PSG_ERA_MAX_ROWS 2

/**
 * PsgEraBox:
 * @era: index into the eras
 * @row: 0 or 1
 * @left: where it may begin, in pixels; cut a little outside the view
 * @right: where it may end
 * @sure_left: from where it certainly is
 * @sure_right: to where it certainly is
 * @flags: of its date
 * @label_x: where its name begins; within the box and the view
 * @label_width: the room its name has; 0 where there is not enough for it
 *
 * An era as it is drawn. Boxes of one row do not overlap.
 */
typedef struct
{
  guint        era;
  guint        row;
  double       left;
  double       right;
  double       sure_left;
  double       sure_right;
  PsgEdtfFlags flags;
  double       label_x;
  double       label_width;
} PsgEraBox;

/* Returns the width of a name in pixels. */
typedef double (*PsgEraMeasure) (const char *name, gpointer user_data);

/**
 * PsgEraLayout:
 *
 * Where the eras of a collection are drawn, and where their names. Which row an era is in
 * follows from the dates alone, so that panning and zooming do not change it.
 */
typedef struct _PsgEraLayout PsgEraLayout;

PsgEraLayout    *psg_era_layout_new        (GPtrArray *eras, const PsgTimeSpan *whole);
void             psg_era_layout_free       (PsgEraLayout *self);

guint            psg_era_layout_get_n_rows (const PsgEraLayout *self);
void             psg_era_layout_update     (PsgEraLayout *self, const PsgTimeAxis *axis,
                                            PsgEraMeasure measure, gpointer user_data);
const PsgEraBox *psg_era_layout_get_boxes  (const PsgEraLayout *self, guint *n);
const PsgEraBox *psg_era_layout_pick       (const PsgEraLayout *self, double x, guint row);
const PsgEra    *psg_era_layout_get_era_at (const PsgEraLayout *self, PsgDay day);
PsgTimeSpan      psg_era_layout_get_time   (const PsgEraLayout *self, guint era);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgEraLayout, psg_era_layout_free)

G_END_DECLS
