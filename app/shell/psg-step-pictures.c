/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-step-pictures.h"

#include "psg-scene.h"

/*
 * Draws steps with the code for paper, twice as fine as they are shown, and keeps the pictures. To draw one takes
 * longer than a frame may: it is done one by one, once nothing has been asked for a while, so that a step is never
 * late for the sake of a picture of the next.
 */

#define FINENESS 2
/* As high as what is pictured would be on a screen. */
#define SCREEN_HEIGHT 600.0
/* How long after it was asked for the first is drawn, and how long between two, in milliseconds. */
#define WAIT 700
#define PAUSE 40

#define PSG_TYPE_STEP_IMAGE (psg_step_image_get_type ())
G_DECLARE_FINAL_TYPE (PsgStepImage, psg_step_image, PSG, STEP_IMAGE, GObject)

/* A picture that may not be drawn yet. */
struct _PsgStepImage
{
  GObject     parent_instance;

  guint       step;
  int         width;
  int         height;
  GdkTexture *texture; /* NULL until it is drawn */
};

struct _PsgStepPictures
{
  PsgPresentation *presentation; /* not owned */
  PsgScene        *scene;
  GHashTable      *kept;         /* step, width and height as text → PsgStepImage */
  GQueue           wanted;       /* of those: not drawn yet; borrowed */
  guint            timer;        /* source: until the next is drawn */
};

static void
picture_snapshot (GdkPaintable *paintable,
                  GdkSnapshot  *snapshot,
                  double        width,
                  double        height)
{
  PsgStepImage *self = PSG_STEP_IMAGE (paintable);

  if (self->texture != NULL)
    gdk_paintable_snapshot (GDK_PAINTABLE (self->texture), snapshot, width, height);
}

static int
picture_get_width (GdkPaintable *paintable)
{
  return PSG_STEP_IMAGE (paintable)->width;
}

static int
picture_get_height (GdkPaintable *paintable)
{
  return PSG_STEP_IMAGE (paintable)->height;
}

static GdkPaintableFlags
picture_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE;
}

static void
paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = picture_snapshot;
  iface->get_intrinsic_width = picture_get_width;
  iface->get_intrinsic_height = picture_get_height;
  iface->get_flags = picture_get_flags;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgStepImage, psg_step_image, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_init))

static void
psg_step_image_finalize (GObject *object)
{
  g_clear_object (&PSG_STEP_IMAGE (object)->texture);

  G_OBJECT_CLASS (psg_step_image_parent_class)->finalize (object);
}

static void
psg_step_image_class_init (PsgStepImageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = psg_step_image_finalize;
}

static void
psg_step_image_init (PsgStepImage *self)
{
}

static void
draw (PsgStepPictures *self,
      PsgStepImage *picture)
{
  const PsgLessonStep *said = psg_presentation_get_lesson_step (self->presentation, picture->step);

  if (said != NULL)
    psg_scene_set_step (self->scene, said);
  else
    psg_session_select_event (psg_scene_get_session (self->scene),
                              psg_presentation_get_row (self->presentation, picture->step));

  g_clear_object (&picture->texture);
  picture->texture = psg_scene_render (self->scene, PSG_SCENE_BOTH, picture->width * FINENESS,
                                       picture->height * FINENESS, picture->height * FINENESS / SCREEN_HEIGHT);
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (picture));
}

static void
draw_next_cb (gpointer user_data)
{
  PsgStepPictures *self = user_data;

  self->timer = 0;
  draw (self, g_queue_pop_head (&self->wanted));
  if (!g_queue_is_empty (&self->wanted))
    self->timer = g_timeout_add_once (PAUSE, draw_next_cb, self);
}

/**
 * psg_step_pictures_new:
 * @presentation: what is presented; it must outlive the pictures
 *
 * Returns: (transfer full): pictures of it
 */
PsgStepPictures *
psg_step_pictures_new (PsgPresentation *presentation)
{
  PsgStepPictures *self = g_new0 (PsgStepPictures, 1);

  self->presentation = presentation;
  self->scene = psg_scene_new_from_session (psg_presentation_get_session (presentation));
  psg_scene_set_scheme (self->scene, psg_palette_get_scheme ());
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  return self;
}

void
psg_step_pictures_free (PsgStepPictures *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_queue_clear (&self->wanted);
  psg_scene_unref (self->scene);
  g_hash_table_unref (self->kept);
  g_free (self);
}

/* Whoever goes on goes on first. */
static void
want (PsgStepPictures *self,
      PsgStepImage *picture)
{
  g_queue_push_tail (&self->wanted, picture);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_once (WAIT, draw_next_cb, self);
}

/**
 * psg_step_pictures_get:
 * @presentation: what is presented
 * @step: which
 * @width: of the picture, in pixels of a widget
 * @height: of it
 * @pictures: a #PsgStepPictures
 *
 * Returns: (transfer full): a picture of the step, which appears in it when it is drawn
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
  PsgStepImage *picture = g_hash_table_lookup (self->kept, key);

  if (picture == NULL)
    {
      picture = g_object_new (PSG_TYPE_STEP_IMAGE, NULL);
      picture->step = step;
      picture->width = width;
      picture->height = height;
      g_hash_table_insert (self->kept, g_steal_pointer (&key), picture);
      want (self, picture);
    }

  return GDK_PAINTABLE (g_object_ref (picture));
}

/**
 * psg_step_pictures_set_scheme:
 * @self: pictures
 * @scheme: the look they shall have
 *
 * What was drawn in another one is seen until it has been drawn anew.
 */
void
psg_step_pictures_set_scheme (PsgStepPictures *self,
                              PsgScheme        scheme)
{
  GHashTableIter iter;
  gpointer picture;

  if (scheme == psg_scene_get_scheme (self->scene))
    return;

  psg_scene_set_scheme (self->scene, scheme);
  g_queue_clear (&self->wanted);
  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, NULL, &picture))
    want (self, picture);
}
