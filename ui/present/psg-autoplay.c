/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-autoplay.h"

#include "psg-stage-words.h"

/* A clock that takes steps, and stands back for people. */

/* Seconds: for a look round, for reading so many letters of text, and the bounds of both. */
#define LOOK_SECONDS 5
#define LETTERS_A_SECOND 13
#define LEAST_SECONDS 8
#define MOST_SECONDS 60
/* How long nobody must have touched anything. */
#define IDLE_SECONDS 45

struct _PsgAutoplay
{
  GObject          parent_instance;

  PsgPresentation *presentation; /* owned */
  GtkWidget       *window;       /* weak: where people touch it */
  gboolean         running;
  gboolean         waiting;
  guint            timer;        /* source */
  double           x;            /* of the pointer */
  double           y;
};

enum
{
  PROP_RUNNING = 1,
  PROP_WAITING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PsgAutoplay, psg_autoplay, G_TYPE_OBJECT)

static gsize
count_letters (const char *text)
{
  return text != NULL ? (gsize) g_utf8_strlen (text, -1) : 0;
}

/* Once an answer is shown, only that is new. */
static gsize
count_new_letters (PsgPresentation *presentation)
{
  g_autoptr (PsgStageWords) words = psg_stage_words_new (presentation);

  if (words->answer != NULL)
    return count_letters (words->answer);

  return count_letters (words->heading) + count_letters (words->body) + count_letters (words->question);
}

static void
time_over_cb (gpointer user_data)
{
  PsgAutoplay *self = PSG_AUTOPLAY (user_data);

  self->timer = 0;
  psg_autoplay_advance (self);
}

static void
wind (PsgAutoplay *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->running)
    self->timer = g_timeout_add_once (1000 * psg_autoplay_get_seconds (self), time_over_cb, self);
}

static void
set_waiting (PsgAutoplay *self,
             gboolean     waiting)
{
  if (waiting == self->waiting)
    return;

  self->waiting = waiting;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static gboolean
event_cb (PsgAutoplay *self,
          GdkEvent    *event)
{
  GdkEventType type = gdk_event_get_event_type (event);
  double x, y;

  if (type == GDK_MOTION_NOTIFY && gdk_event_get_position (event, &x, &y))
    {
      gboolean moved = x != self->x || y != self->y;

      self->x = x;
      self->y = y;
      if (moved)
        psg_autoplay_touch (self);
    }
  else if (type == GDK_KEY_PRESS || type == GDK_BUTTON_PRESS || type == GDK_SCROLL || type == GDK_TOUCH_BEGIN)
    psg_autoplay_touch (self);

  return FALSE;
}

static void
psg_autoplay_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PsgAutoplay *self = PSG_AUTOPLAY (object);

  switch (id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    case PROP_WAITING:
      g_value_set_boolean (value, self->waiting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
psg_autoplay_dispose (GObject *object)
{
  PsgAutoplay *self = PSG_AUTOPLAY (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (psg_autoplay_parent_class)->dispose (object);
}

static void
psg_autoplay_class_init (PsgAutoplayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = psg_autoplay_get_property;
  object_class->dispose = psg_autoplay_dispose;

  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  properties[PROP_WAITING] = g_param_spec_boolean ("waiting", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
psg_autoplay_init (PsgAutoplay *self)
{
}

/**
 * psg_autoplay_new:
 * @presentation: what is presented
 * @window: where people touch it
 *
 * Returns: (transfer full): what gives it by itself, once it is set running
 */
PsgAutoplay *
psg_autoplay_new (PsgPresentation *presentation,
                  GtkWidget       *window)
{
  PsgAutoplay *self;
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  g_return_val_if_fail (PSG_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (PSG_TYPE_AUTOPLAY, NULL);
  self->presentation = g_object_ref (presentation);
  g_set_weak_pointer (&self->window, window);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (window, controller);

  return self;
}

gboolean
psg_autoplay_get_running (PsgAutoplay *self)
{
  g_return_val_if_fail (PSG_IS_AUTOPLAY (self), FALSE);

  return self->running;
}

gboolean
psg_autoplay_get_waiting (PsgAutoplay *self)
{
  g_return_val_if_fail (PSG_IS_AUTOPLAY (self), FALSE);

  return self->waiting;
}

void
psg_autoplay_set_running (PsgAutoplay *self,
                          gboolean     running)
{
  g_return_if_fail (PSG_IS_AUTOPLAY (self));

  if (running == self->running)
    return;

  self->running = running;
  set_waiting (self, FALSE);
  wind (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

/**
 * psg_autoplay_get_seconds:
 * @self: an autoplay
 *
 * Returns: how long what is shown now stays
 */
guint
psg_autoplay_get_seconds (PsgAutoplay *self)
{
  g_return_val_if_fail (PSG_IS_AUTOPLAY (self), 0);

  if (self->waiting)
    return IDLE_SECONDS;

  return CLAMP (LOOK_SECONDS + (guint) (count_new_letters (self->presentation) / LETTERS_A_SECOND),
                LEAST_SECONDS, MOST_SECONDS);
}

/**
 * psg_autoplay_advance:
 * @self: an autoplay that runs
 *
 * Goes on: from what somebody looked at back to the step; to its answer; to the next step, or the first.
 */
void
psg_autoplay_advance (PsgAutoplay *self)
{
  guint step;
  const PsgLessonStep *said;

  g_return_if_fail (PSG_IS_AUTOPLAY (self));

  step = psg_presentation_get_step (self->presentation);
  said = psg_presentation_get_lesson_step (self->presentation, step);
  if (self->waiting)
    {
      psg_presentation_set_pointing (self->presentation, PSG_POINTING_NONE);
      psg_presentation_go_to (self->presentation, step);
    }
  else if (said != NULL && said->answer != NULL && !psg_presentation_get_answer_shown (self->presentation))
    psg_presentation_set_answer_shown (self->presentation, TRUE);
  else
    psg_presentation_go_to (self->presentation, (step + 1) % psg_presentation_get_n_steps (self->presentation));

  set_waiting (self, FALSE);
  wind (self);
}

/**
 * psg_autoplay_touch:
 * @self: an autoplay
 *
 * Somebody is there.
 */
void
psg_autoplay_touch (PsgAutoplay *self)
{
  g_return_if_fail (PSG_IS_AUTOPLAY (self));

  if (!self->running)
    return;

  set_waiting (self, TRUE);
  wind (self);
}
