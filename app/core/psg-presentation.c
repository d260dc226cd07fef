/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-presentation.h"

#include <math.h>

#include "psg-session-step.h"

/*
 * The state of a lesson that is being given. It knows of no window: what shows it to the audience and
 * to the presenter is in ui/present.
 */

/* How far a map may be from a step's view and still show it: levels of zoom, and degrees at level 0. */
#define SAME_ZOOM 0.05
#define SAME_PLACE 2.0

struct _PsgPresentation
{
  GObject parent_instance;

  /* owned */
  PsgSession *session;
  PsgLesson *lesson;     /* NULL where the events are the steps */
  GArray *rows;          /* guint: those, if there is no lesson */
  GHashTable *ink;       /* of each step drawn on: step → PsgInk */
  PsgPage *page;         /* what the step showed in the document pane */

  PsgLessonClock clock;
  guint step;
  gboolean showing;      /* a step is being shown: what changes is its */
  gboolean strayed;
  gboolean map_strayed;
  PsgTimeSpan span;      /* what the step showed, as the session took it */
  PsgDay playhead;
  guint event;

  gboolean answer_shown;
  PsgCover cover;
  gboolean frozen;
  PsgPointing pointing;
  PsgInkColour pen;
  gboolean has_pointer;
  double x;              /* of the pointer on the stage, 0 to 1 */
  double y;
};

enum
{
  PROP_STEP = 1,
  PROP_STRAYED,
  PROP_ANSWER_SHOWN,
  PROP_COVER,
  PROP_FROZEN,
  PROP_POINTING,
  PROP_PEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  WORDS_CHANGED,
  SHOW_MAP,
  POINTER_MOVED,
  INK_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgPresentation, psg_presentation, G_TYPE_OBJECT)

static void
notify (PsgPresentation *self,
        guint            property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* What is shown, against what the step showed. */
static void
judge (PsgPresentation *self)
{
  gboolean strayed = self->map_strayed || psg_presentation_shows_other (self) ||
                     psg_session_get_playhead (self->session) != self->playhead ||
                     !psg_time_span_equal (psg_session_get_span (self->session), &self->span);

  if (self->showing || strayed == self->strayed)
    return;

  self->strayed = strayed;
  notify (self, PROP_STRAYED);
}

static void
session_changed_cb (PsgPresentation *self)
{
  if (self->showing)
    return;

  judge (self);
  g_signal_emit (self, signals[WORDS_CHANGED], 0);
}

static void
remember (PsgPresentation *self)
{
  g_clear_pointer (&self->page, psg_page_free);
  self->page = psg_page_copy (psg_session_get_page (self->session));
  self->span = *psg_session_get_span (self->session);
  self->playhead = psg_session_get_playhead (self->session);
  self->event = psg_session_get_event (self->session);
  self->map_strayed = FALSE;
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
  remember (self);

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

guint
psg_presentation_get_n_steps (PsgPresentation *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), 0);

  return self->lesson != NULL ? self->lesson->steps->len : self->rows->len;
}

guint
psg_presentation_get_step (PsgPresentation *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), 0);

  return self->step;
}

/**
 * psg_presentation_get_lesson_step:
 * @self: a presentation
 * @step: which
 *
 * Returns: (nullable): what the lesson says of it; %NULL beyond the last, and without a lesson
 */
const PsgLessonStep *
psg_presentation_get_lesson_step (PsgPresentation *self,
                                  guint            step)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), NULL);

  if (self->lesson == NULL || step >= self->lesson->steps->len)
    return NULL;

  return g_ptr_array_index (self->lesson->steps, step);
}

/**
 * psg_presentation_get_row:
 * @self: a presentation
 * @step: which
 *
 * Returns: the event the step is about; %PSG_ROW_NONE beyond the last, and where it is about none
 */
guint
psg_presentation_get_row (PsgPresentation *self,
                          guint            step)
{
  const PsgLessonStep *said = psg_presentation_get_lesson_step (self, step);

  if (said != NULL && said->event != NULL)
    return psg_event_table_find (psg_collection_get_events (psg_session_get_collection (self->session)), said->event);
  if (self->rows == NULL || step >= self->rows->len)
    return PSG_ROW_NONE;

  return g_array_index (self->rows, guint, step);
}

/**
 * psg_presentation_get_heading:
 * @self: a presentation
 * @step: which
 *
 * Returns: (nullable): what it is called; %NULL beyond the last
 */
const char *
psg_presentation_get_heading (PsgPresentation *self,
                              guint            step)
{
  const PsgLessonStep *said = psg_presentation_get_lesson_step (self, step);
  guint row = psg_presentation_get_row (self, step);

  if (said != NULL && said->heading != NULL)
    return psg_text_get (said->heading);
  if (row == PSG_ROW_NONE)
    return NULL;

  return psg_event_table_get_title (psg_collection_get_events (psg_session_get_collection (self->session)), row);
}

/* Of what a step shows, that which is not in the collection is left out. */
static void
show_lesson_step (PsgPresentation     *self,
                  const PsgLessonStep *step)
{
  psg_session_show_step (self->session, step);
  g_signal_emit (self, signals[SHOW_MAP], 0, &step->map, TRUE);
}

/**
 * psg_presentation_show_step:
 * @self: a presentation
 *
 * Shows what the step shows, whatever was looked at meanwhile.
 */
void
psg_presentation_show_step (PsgPresentation *self)
{
  const PsgLessonStep *step;

  g_return_if_fail (PSG_IS_PRESENTATION (self));

  step = psg_presentation_get_lesson_step (self, self->step);
  self->showing = TRUE;
  if (step != NULL)
    show_lesson_step (self, step);
  else if (psg_presentation_get_row (self, self->step) != PSG_ROW_NONE)
    psg_session_select_event (self->session, psg_presentation_get_row (self, self->step));
  self->showing = FALSE;
  remember (self);
  judge (self);
  g_signal_emit (self, signals[WORDS_CHANGED], 0);
}

/**
 * psg_presentation_go_to:
 * @self: a presentation
 * @step: which
 *
 * Goes to a step and shows it: what covered the stage is taken away, its answer is hidden.
 *
 * Returns: whether there is such a step
 */
gboolean
psg_presentation_go_to (PsgPresentation *self,
                        guint            step)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), FALSE);

  if (step >= psg_presentation_get_n_steps (self))
    return FALSE;

  g_object_freeze_notify (G_OBJECT (self));
  psg_ink_end (psg_presentation_get_ink (self));
  psg_presentation_set_cover (self, PSG_COVER_NONE);
  if (step != self->step)
    {
      self->step = step;
      notify (self, PROP_STEP);
      psg_presentation_set_answer_shown (self, FALSE);
    }
  psg_presentation_show_step (self);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[INK_CHANGED], 0);

  return TRUE;
}

/**
 * psg_presentation_go_by:
 * @self: a presentation
 * @direction: 1 for the next step, −1 for the previous one
 *
 * Returns: whether there is one
 */
gboolean
psg_presentation_go_by (PsgPresentation *self,
                        int              direction)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), FALSE);

  if (direction < 0 && self->step < (guint) -direction)
    return FALSE;

  return psg_presentation_go_to (self, self->step + direction);
}

gboolean
psg_presentation_get_strayed (PsgPresentation *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), FALSE);

  return self->strayed;
}

/**
 * psg_presentation_shows_other:
 * @self: a presentation
 *
 * Returns: whether something else is chosen than the step chooses, wherever timeline and map are
 */
gboolean
psg_presentation_shows_other (PsgPresentation *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), FALSE);

  return psg_session_get_event (self->session) != self->event ||
         !psg_page_equal (psg_session_get_page (self->session), self->page);
}

/**
 * psg_presentation_tell_map:
 * @self: a presentation
 * @seen: where the map looks, as a step says it: see psg_viewpoint_unfit()
 *
 * Where the map looks the session does not know.
 */
void
psg_presentation_tell_map (PsgPresentation    *self,
                           const PsgViewpoint *seen)
{
  const PsgLessonStep *step = psg_presentation_get_lesson_step (self, self->step);
  double tolerance = SAME_PLACE / exp2 (seen->zoom);

  g_return_if_fail (PSG_IS_PRESENTATION (self));

  if (step == NULL)
    return;

  self->map_strayed = fabs (step->map.zoom - seen->zoom) > SAME_ZOOM ||
                      fabs (step->map.latitude - seen->latitude) > tolerance ||
                      fabs (step->map.longitude - seen->longitude) > tolerance;
  judge (self);
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
  notify (self, PROP_ANSWER_SHOWN);
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
  notify (self, PROP_COVER);
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
  notify (self, PROP_FROZEN);
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
  notify (self, PROP_POINTING);
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
  notify (self, PROP_PEN);
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
