/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-ink.h"
#include "psg-scene.h"

G_BEGIN_DECLS

/**
 * PsgScenePicture:
 *
 * A scene in its place on a page, made when the page is drawn.
 */
typedef struct _PsgScenePicture PsgScenePicture;

PsgScenePicture *psg_scene_picture_new     (PsgCollection *collection, const PsgLessonStep *step,
                                            PsgSceneParts parts, double scale);
void             psg_scene_picture_free    (gpointer data);
void             psg_scene_picture_set_span (PsgScenePicture *self, const PsgTimeSpan *span);
void             psg_scene_picture_set_view (PsgScenePicture *self, const PsgViewpoint *view);
void             psg_scene_picture_set_day (PsgScenePicture *self, PsgDay day);
void             psg_scene_picture_set_ink  (PsgScenePicture *self, PsgInk *ink, const char *text);
void             psg_scene_picture_set_blank (PsgScenePicture *self);
void             psg_scene_picture_draw    (cairo_t *cr, double width, double height, gpointer data);

G_END_DECLS
