/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-event-bubble.h"

G_BEGIN_DECLS

/**
 * PsgEventPictures:
 *
 * Pictures of bubbles and of their counts, kept and shared by all that look alike. Few new
 * ones are made in a frame: what cannot be made any more is drawn without its mix, or without
 * its count, until the next.
 */
typedef struct _PsgEventPictures PsgEventPictures;

PsgEventPictures *psg_event_pictures_new      (GtkWidget *widget);
void              psg_event_pictures_free     (PsgEventPictures *self);

void              psg_event_pictures_begin    (PsgEventPictures *self);
gboolean          psg_event_pictures_end      (PsgEventPictures *self);
void              psg_event_pictures_snapshot (PsgEventPictures    *self,
                                               GtkSnapshot         *snapshot,
                                               const PsgBubbleLook *look,
                                               GPtrArray           *lanes,
                                               guint                n_events,
                                               double               x,
                                               double               y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgEventPictures, psg_event_pictures_free)

G_END_DECLS
