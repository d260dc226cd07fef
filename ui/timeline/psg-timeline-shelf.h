/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-timeline-lanes.h"

G_BEGIN_DECLS

/**
 * PsgTimelineShelf:
 *
 * Where the lanes of a timeline stand at this moment: on their way to where their
 * arrangement puts them, if that changed. Every part that shows lanes asks it.
 */
typedef struct _PsgTimelineShelf PsgTimelineShelf;

/* Called when lanes have moved. */
typedef void (*PsgTimelineShelfMoved) (gpointer user_data);

PsgTimelineShelf       *psg_timeline_shelf_new        (GtkWidget            *owner,
                                                       PsgTimelineShelfMoved moved,
                                                       gpointer              user_data);
void                    psg_timeline_shelf_free       (PsgTimelineShelf     *self);

const PsgTimelineLanes *psg_timeline_shelf_get        (PsgTimelineShelf     *self);
void                    psg_timeline_shelf_set_height (PsgTimelineShelf     *self,
                                                       int                   height);
void                    psg_timeline_shelf_set_order  (PsgTimelineShelf     *self,
                                                       PsgLaneOrder         *order,
                                                       gboolean              animate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgTimelineShelf, psg_timeline_shelf_free)

G_END_DECLS
