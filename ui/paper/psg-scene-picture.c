/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-scene-picture.h"

#include "psg-ink-draw.h"

/* A scene and how large it is drawn, as sheets take what is drawn on them. */

struct _PsgScenePicture
{
  PsgScene *scene;
  PsgSceneParts parts;
  double scale;
  PsgInk *ink;   /* owned (nullable) */
  char *text;    /* that was in sight when it was drawn */
};

/* How the parts stand to each other in a room: what was drawn over them must meet them here. */
#define TIMELINE_SHARE 0.44
#define TEXT_SHARE 0.38
/* Around the text, in pixels of the scene's screen. */
#define PADDING 16.0

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

  psg_scene_unref (self->scene);
  g_clear_object (&self->ink);
  g_free (self->text);
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

/**
 * psg_scene_picture_set_ink:
 * @self: a picture
 * @ink: what was drawn over the step in a room
 * @text: what the class read beside the map
 *
 * The picture is then composed as a room sees it, with the text in its place.
 */
void
psg_scene_picture_set_ink (PsgScenePicture *self,
                           PsgInk          *ink,
                           const char      *text)
{
  g_set_object (&self->ink, ink);
  g_free (self->text);
  self->text = g_strdup (text);
}

static void
draw_text (PsgScenePicture *self,
           cairo_t         *cr,
           double           width,
           double           height)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (psg_scene_get_context (self->scene));

  cairo_scale (cr, self->scale, self->scale);
  cairo_rectangle (cr, 0, 0, width / self->scale, height / self->scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  pango_layout_set_text (layout, self->text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) ((width / self->scale - 2 * PADDING) * PANGO_SCALE));
  pango_layout_set_height (layout, (int) ((height / self->scale - 2 * PADDING) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cairo_set_source_rgb (cr, 0.13, 0.13, 0.13);
  cairo_move_to (cr, PADDING, PADDING);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

static void
draw_stage (PsgScenePicture *self,
            cairo_t         *cr,
            double           width,
            double           height)
{
  double below = TIMELINE_SHARE * height, beside = TEXT_SHARE * width;

  psg_scene_draw (self->scene, cr, PSG_SCENE_MAP, width - beside, height - below, self->scale);
  cairo_save (cr);
  cairo_translate (cr, width - beside, 0);
  draw_text (self, cr, beside, height - below);
  cairo_restore (cr);
  cairo_save (cr);
  cairo_translate (cr, 0, height - below);
  psg_scene_draw (self->scene, cr, PSG_SCENE_TIMELINE, width, below, self->scale);
  cairo_restore (cr);
  psg_ink_draw (cr, self->ink, width, height);
  cairo_new_path (cr);
}

/* A #PsgSheetDraw. */
void
psg_scene_picture_draw (cairo_t *cr,
                        double   width,
                        double   height,
                        gpointer data)
{
  PsgScenePicture *self = data;

  if (self->ink != NULL)
    draw_stage (self, cr, width, height);
  else
    psg_scene_draw (self->scene, cr, self->parts, width, height, self->scale);
  cairo_rectangle (cr, 0.3, 0.3, width - 0.6, height - 0.6);
  cairo_set_source_rgb (cr, 0.72, 0.72, 0.74);
  cairo_set_line_width (cr, 0.6);
  cairo_stroke (cr);
}
