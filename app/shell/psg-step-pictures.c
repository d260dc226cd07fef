/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-step-pictures.h"

#include "psg-scene.h"

/* Draws steps with the code for paper, twice as fine as they are shown, and keeps the pictures. */

#define FINENESS 2
/* As high as what is pictured would be on a screen. */
#define SCREEN_HEIGHT 600.0

struct _PsgStepPictures
{
  PsgScene   *scene;
  GHashTable *kept; /* step, width and height as text → GdkPaintable */
};

/**
 * psg_step_pictures_new:
 * @presentation: what is presented
 *
 * Returns: (transfer full): pictures of it
 */
PsgStepPictures *
psg_step_pictures_new (PsgPresentation *presentation)
{
  PsgStepPictures *self = g_new0 (PsgStepPictures, 1);

  self->scene = psg_scene_new_from_session (psg_presentation_get_session (presentation));
  psg_scene_set_scheme (self->scene, psg_palette_get_scheme ());
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  return self;
}

void
psg_step_pictures_free (PsgStepPictures *self)
{
  psg_scene_free (self->scene);
  g_hash_table_unref (self->kept);
  g_free (self);
}

static GdkPaintable *
draw (PsgStepPictures *self,
      PsgPresentation *presentation,
      guint            step,
      int              width,
      int              height)
{
  const PsgLessonStep *said = psg_presentation_get_lesson_step (presentation, step);

  if (said != NULL)
    psg_scene_set_step (self->scene, said);
  else
    psg_session_select_event (psg_scene_get_session (self->scene), psg_presentation_get_row (presentation, step));

  return GDK_PAINTABLE (psg_scene_render (self->scene, PSG_SCENE_BOTH, width, height, height / SCREEN_HEIGHT));
}

/**
 * psg_step_pictures_get:
 * @presentation: what is presented
 * @step: which
 * @width: of the picture, in pixels of a widget
 * @height: of it
 * @pictures: a #PsgStepPictures
 *
 * Returns: (transfer full): a picture of the step
 */
GdkPaintable *
psg_step_pictures_get (PsgPresentation *presentation,
                       guint            step,
                       int              width,
                       int              height,
                       gpointer         pictures)
{
  PsgStepPictures *self = pictures;
  g_autofree char *key = g_strdup_printf ("%u %d %d", step, width, height);
  GdkPaintable *picture = g_hash_table_lookup (self->kept, key);

  if (picture == NULL)
    {
      picture = draw (self, presentation, step, width * FINENESS, height * FINENESS);
      g_hash_table_insert (self->kept, g_steal_pointer (&key), picture);
    }

  return g_object_ref (picture);
}
