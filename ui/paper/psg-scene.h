/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-lesson.h"
#include "psg-palette.h"
#include "psg-session.h"

G_BEGIN_DECLS

typedef enum
{
  PSG_SCENE_TIMELINE = 1 << 0,
  PSG_SCENE_MAP      = 1 << 1,
  PSG_SCENE_BOTH     = PSG_SCENE_TIMELINE | PSG_SCENE_MAP, /* the map above the timeline */
} PsgSceneParts;

/**
 * PsgScene:
 *
 * A plain description of what timeline and map show, and the way to draw it: at any size, as
 * vectors, by the code that draws the screen, without a window and without a display (the
 * resources must have been registered, see psg_ui_init()). It has a session of its own:
 * collection, filter, lanes, span, playhead and what is chosen are set there, and nothing a
 * scene does is seen elsewhere. Words and names are in the languages of the process, as on
 * the screen. Used from the main thread, reference-counted.
 */
typedef struct _PsgScene PsgScene;

PsgScene   *psg_scene_new              (PsgCollection *collection);
PsgScene   *psg_scene_new_from_session (PsgSession *session);
PsgScene   *psg_scene_ref              (PsgScene *self);
void        psg_scene_unref            (PsgScene *self);

PsgSession *psg_scene_get_session      (PsgScene *self);
PsgScheme   psg_scene_get_scheme       (PsgScene *self);
PangoContext *psg_scene_get_context    (PsgScene *self);

void        psg_scene_set_scheme       (PsgScene *self, PsgScheme scheme);
void        psg_scene_set_view         (PsgScene *self, const PsgViewpoint *view, double width, double height);
void        psg_scene_set_step         (PsgScene *self, const PsgLessonStep *step);
void        psg_scene_set_blank        (PsgScene *self, gboolean blank);

void        psg_scene_draw             (PsgScene *self, cairo_t *cr, PsgSceneParts parts,
                                        double width, double height, double scale);
GdkTexture *psg_scene_render           (PsgScene *self, PsgSceneParts parts, int width, int height, double scale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgScene, psg_scene_unref)

G_END_DECLS
