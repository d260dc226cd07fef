/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-presentation-private.h"

/*
 * The state of a lesson that is being given. It knows of no window: what shows it to the audience and
 * to the presenter is in ui/present.
 */

static GParamSpec *properties[N_PROPS];

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgPresentation, psg_presentation, G_TYPE_OBJECT)

void
psg_presentation_notify (PsgPresentation *self,
                         guint            property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
psg_presentation_tell (PsgPresentation *self,
                       guint            signal)
{
  g_signal_emit (self, signals[signal], 0);
}

/* Asks the maps to look there, smoothly. */
void
psg_presentation_tell_view (PsgPresentation    *self,
                            const PsgViewpoint *view)
{
  g_signal_emit (self, signals[SHOW_MAP], 0, view, TRUE);
}

static void
session_changed_cb (PsgPresentation *self)
{
  if (self->showing)
    return;

  psg_presentation_judge (self);
  g_signal_emit (self, signals[WORDS_CHANGED], 0);
}

/* The events of the filter, in order of time. */
static void
gather_rows (PsgPresentation *self)
{
  PsgRowSet *matches = psg_session_get_matches (self->session);

  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint row = psg_row_set_next (matches, 0); row != PSG_ROW_NONE; row = psg_row_set_next (matches, row + 1))
    g_array_append_val (self->rows, row);
}

static void
ink_changed_cb (PsgPresentation *self,
                PsgInk          *ink)
{
  if (ink == g_hash_table_lookup (self->ink, GUINT_TO_POINTER (self->step)))
    g_signal_emit (self, signals[INK_CHANGED], 0);
}

static void
psg_presentation_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PsgPresentation *self = PSG_PRESENTATION (object);

  switch (id)
    {
    case PROP_STEP:
      g_value_set_uint (value, self->step);
      break;
    case PROP_STRAYED:
      g_value_set_boolean (value, self->strayed);
      break;
    case PROP_ANSWER_SHOWN:
      g_value_set_boolean (value, self->answer_shown);
      break;
    case PROP_COVER:
      g_value_set_uint (value, self->cover);
      break;
    case PROP_FROZEN:
      g_value_set_boolean (value, self->frozen);
      break;
    case PROP_POINTING:
      g_value_set_uint (value, self->pointing);
      break;
    case PROP_PEN:
      g_value_set_uint (value, self->pen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
psg_presentation_finalize (GObject *object)
{
  PsgPresentation *self = PSG_PRESENTATION (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->lesson, psg_lesson_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->page, psg_page_free);
  g_hash_table_unref (self->ink);

  G_OBJECT_CLASS (psg_presentation_parent_class)->finalize (object);
}

static void
psg_presentation_class_init (PsgPresentationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = psg_presentation_get_property;
  object_class->finalize = psg_presentation_finalize;

  properties[PROP_STEP] = g_param_spec_uint ("step", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_STRAYED] = g_param_spec_boolean ("strayed", NULL, NULL, FALSE, flags);
  properties[PROP_ANSWER_SHOWN] = g_param_spec_boolean ("answer-shown", NULL, NULL, FALSE, flags);
  properties[PROP_COVER] = g_param_spec_uint ("cover", NULL, NULL, 0, PSG_COVER_WHITE, 0, flags);
  properties[PROP_FROZEN] = g_param_spec_boolean ("frozen", NULL, NULL, FALSE, flags);
  properties[PROP_POINTING] = g_param_spec_uint ("pointing", NULL, NULL, 0, PSG_POINTING_ERASER, 0, flags);
  properties[PROP_PEN] = g_param_spec_uint ("pen", NULL, NULL, 0, PSG_N_INK_COLOURS - 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[WORDS_CHANGED] = g_signal_new ("words-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW_MAP] = g_signal_new ("show-map", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[POINTER_MOVED] = g_signal_new ("pointer-moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[INK_CHANGED] = g_signal_new ("ink-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
psg_presentation_init (PsgPresentation *self)
{
  self->ink = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->event = PSG_ROW_NONE;
}

/**
 * psg_presentation_new:
 * @session: the presentation's own session, with a collection
 * @lesson: (nullable): a lesson of it with at least a step; %NULL to step through the session's matches
 *
 * Returns: (transfer full): a presentation at its first step, which is not shown yet
 */
PsgPresentation *
psg_presentation_new (PsgSession *session,
                      PsgLesson  *lesson)
{
  static const char *const watched[] = { "event", "page", "playhead", "span" };
  PsgPresentation *self;

  g_return_val_if_fail (PSG_IS_SESSION (session) && psg_session_get_collection (session) != NULL, NULL);
  g_return_val_if_fail (lesson == NULL || lesson->steps->len > 0, NULL);

  self = g_object_new (PSG_TYPE_PRESENTATION, NULL);
  self->session = g_object_ref (session);
  if (lesson != NULL)
    self->lesson = psg_lesson_ref (lesson);
  else
    gather_rows (self);
  psg_presentation_remember (self);

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", watched[i], NULL);

      g_signal_connect_object (session, signal, G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
    }
  psg_lesson_clock_start (&self->clock, lesson != NULL ? lesson->minutes * 60 : 0, g_get_monotonic_time ());

  return self;
}

PsgSession *
psg_presentation_get_session (PsgPresentation *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), NULL);

  return self->session;
}

/**
 * psg_presentation_get_lesson:
 * @self: a presentation
 *
 * Returns: (nullable): the lesson, or %NULL where events are the steps
 */
PsgLesson *
psg_presentation_get_lesson (PsgPresentation *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), NULL);

  return self->lesson;
}

PsgLessonClock *
psg_presentation_get_clock (PsgPresentation *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), NULL);

  return &self->clock;
}

gboolean
psg_presentation_get_answer_shown (PsgPresentation *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), FALSE);

  return self->answer_shown;
}

/**
 * psg_presentation_set_answer_shown:
 * @self: a presentation
 * @shown: whether the answer is shown; without one it is not
 */
void
psg_presentation_set_answer_shown (PsgPresentation *self,
                                   gboolean         shown)
{
  const PsgLessonStep *step;

  g_return_if_fail (PSG_IS_PRESENTATION (self));

  step = psg_presentation_get_lesson_step (self, self->step);
  shown = shown && step != NULL && step->answer != NULL;
  if (shown == self->answer_shown)
    return;

  self->answer_shown = shown;
  psg_presentation_notify (self, PROP_ANSWER_SHOWN);
  g_signal_emit (self, signals[WORDS_CHANGED], 0);
}

PsgCover
psg_presentation_get_cover (PsgPresentation *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), PSG_COVER_NONE);

  return self->cover;
}

void
psg_presentation_set_cover (PsgPresentation *self,
                            PsgCover         cover)
{
  g_return_if_fail (PSG_IS_PRESENTATION (self));

  if (cover == self->cover)
    return;

  self->cover = cover;
  psg_presentation_notify (self, PROP_COVER);
}

gboolean
psg_presentation_get_frozen (PsgPresentation *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), FALSE);

  return self->frozen;
}

void
psg_presentation_set_frozen (PsgPresentation *self,
                             gboolean         frozen)
{
  g_return_if_fail (PSG_IS_PRESENTATION (self));

  if (frozen == self->frozen)
    return;

  self->frozen = frozen;
  psg_presentation_notify (self, PROP_FROZEN);
}

PsgPointing
psg_presentation_get_pointing (PsgPresentation *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), PSG_POINTING_NONE);

  return self->pointing;
}

void
psg_presentation_set_pointing (PsgPresentation *self,
                               PsgPointing      pointing)
{
  g_return_if_fail (PSG_IS_PRESENTATION (self));

  if (pointing == self->pointing)
    return;

  psg_ink_end (psg_presentation_get_ink (self));
  self->pointing = pointing;
  psg_presentation_notify (self, PROP_POINTING);
}

PsgInkColour
psg_presentation_get_pen (PsgPresentation *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), PSG_INK_RED);

  return self->pen;
}

void
psg_presentation_set_pen (PsgPresentation *self,
                          PsgInkColour     pen)
{
  g_return_if_fail (PSG_IS_PRESENTATION (self));
  g_return_if_fail (pen < PSG_N_INK_COLOURS);

  if (pen == self->pen)
    return;

  self->pen = pen;
  psg_presentation_notify (self, PROP_PEN);
}

/**
 * psg_presentation_get_pointer:
 * @self: a presentation
 * @x: (out): from the left edge of the stage, 0, to its right, 1
 * @y: (out): from its top, 0, to its bottom, 1
 *
 * Returns: whether the pointer is on the stage
 */
gboolean
psg_presentation_get_pointer (PsgPresentation *self,
                              double          *x,
                              double          *y)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), FALSE);

  *x = self->x;
  *y = self->y;

  return self->has_pointer;
}

void
psg_presentation_move_pointer (PsgPresentation *self,
                               double           x,
                               double           y)
{
  g_return_if_fail (PSG_IS_PRESENTATION (self));

  self->has_pointer = TRUE;
  self->x = x;
  self->y = y;
  g_signal_emit (self, signals[POINTER_MOVED], 0);
}

void
psg_presentation_hide_pointer (PsgPresentation *self)
{
  g_return_if_fail (PSG_IS_PRESENTATION (self));

  if (!self->has_pointer)
    return;

  self->has_pointer = FALSE;
  g_signal_emit (self, signals[POINTER_MOVED], 0);
}

/**
 * psg_presentation_get_ink:
 * @self: a presentation
 *
 * Returns: (transfer none): what is drawn over the step that is shown
 */
PsgInk *
psg_presentation_get_ink (PsgPresentation *self)
{
  return psg_presentation_get_ink_of (self, self->step);
}

PsgInk *
psg_presentation_get_ink_of (PsgPresentation *self,
                             guint            step)
{
  const PsgLessonStep *said;
  PsgInk *ink;

  g_return_val_if_fail (PSG_IS_PRESENTATION (self), NULL);

  ink = g_hash_table_lookup (self->ink, GUINT_TO_POINTER (step));
  if (ink != NULL)
    return ink;

  said = psg_presentation_get_lesson_step (self, step);
  if (said != NULL && said->ink != NULL)
    ink = psg_ink_parse (said->ink, NULL);
  /* What is no ink is not shown; it stays in the lesson as it is until it is drawn on. */
  if (ink == NULL)
    ink = psg_ink_new ();
  g_signal_connect_object (ink, "changed", G_CALLBACK (ink_changed_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->ink, GUINT_TO_POINTER (step), ink);

  return ink;
}
