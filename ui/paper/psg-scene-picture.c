/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-scene-picture.h"

/* A scene and how large it is drawn, as sheets take what is drawn on them. */

struct _PsgScenePicture
{
  PsgScene *scene;
  PsgSceneParts parts;
  double scale;
};

/**
 * psg_scene_picture_new:
 * @collection: what it is of
 * @step: (nullable): what it shows; else all there is
 * @parts: what of it
 * @scale: see psg_scene_draw()
 *
 * Returns: (transfer full): a picture
 */
PsgScenePicture *
psg_scene_picture_new (PsgCollection       *collection,
                       const PsgLessonStep *step,
                       PsgSceneParts        parts,
                       double               scale)
{
  PsgScenePicture *self = g_new0 (PsgScenePicture, 1);

  self->scene = psg_scene_new (collection);
  self->parts = parts;
  self->scale = scale;
  if (step != NULL)
    psg_scene_set_step (self->scene, step);

  return self;
}

void
psg_scene_picture_free (gpointer data)
{
  PsgScenePicture *self = data;

  psg_scene_free (self->scene);
  g_free (self);
}

void
psg_scene_picture_set_span (PsgScenePicture   *self,
                            const PsgTimeSpan *span)
{
  psg_session_set_span (psg_scene_get_session (self->scene), span);
}

void
psg_scene_picture_set_view (PsgScenePicture    *self,
                            const PsgViewpoint *view)
{
  psg_scene_set_view (self->scene, view, 0, 0);
}

void
psg_scene_picture_set_day (PsgScenePicture *self,
                           PsgDay           day)
{
  psg_session_set_playhead (psg_scene_get_session (self->scene), day);
}

void
psg_scene_picture_set_blank (PsgScenePicture *self)
{
  psg_scene_set_blank (self->scene, TRUE);
}

/* A #PsgSheetDraw. */
void
psg_scene_picture_draw (cairo_t *cr,
                        double   width,
                        double   height,
                        gpointer data)
{
  PsgScenePicture *self = data;

  psg_scene_draw (self->scene, cr, self->parts, width, height, self->scale);
  cairo_rectangle (cr, 0.3, 0.3, width - 0.6, height - 0.6);
  cairo_set_source_rgb (cr, 0.72, 0.72, 0.74);
  cairo_set_line_width (cr, 0.6);
  cairo_stroke (cr);
}
