/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson.h"

#include <math.h>
#include <string.h>

/* A lesson and its steps: what it may hold, its copies, and the order of its steps. Where
 * lessons are kept is no business of this. */

/* Bytes of an id, and the first moment that ISO 8601 cannot write with four digits for the year. */
#define MAX_NAME 1000
#define END_OF_TIME (G_GINT64_CONSTANT (253402300800) * G_TIME_SPAN_SECOND)

PsgLessonStep *
psg_lesson_step_new (void)
{
  return g_new0 (PsgLessonStep, 1);
}

void
psg_lesson_step_free (PsgLessonStep *self)
{
  g_clear_pointer (&self->heading, psg_text_unref);
  g_clear_pointer (&self->text, psg_text_unref);
  g_clear_pointer (&self->notes, psg_text_unref);
  g_clear_pointer (&self->question, psg_text_unref);
  g_clear_pointer (&self->answer, psg_text_unref);
  g_free (self->event);
  g_free (self->crossing);
  g_free (self->document);
  g_free (self->passage);
  g_free (self->ink);
  g_free (self);
}

static void
psg_lesson_clear (PsgLesson *self)
{
  g_free (self->id);
  g_clear_pointer (&self->title, psg_text_unref);
  g_clear_pointer (&self->description, psg_text_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_free (self->collection);
  g_free (self->collection_version);
  g_free (self->origin);
}

PSG_DEFINE_RECORD (PsgLesson, psg_lesson)

static PsgText *
ref_text (PsgText *text)
{
  return text != NULL ? psg_text_ref (text) : NULL;
}

/* Texts say the same if they say it in the same languages, in the same order. */
static gboolean
equal_texts (const PsgText *a,
             const PsgText *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (psg_text_get_n (a) != psg_text_get_n (b))
    return FALSE;

  for (guint i = 0; i < psg_text_get_n (a); i++)
    if (!g_str_equal (psg_text_get_language (a, i), psg_text_get_language (b, i))
        || !g_str_equal (psg_text_get_value (a, i), psg_text_get_value (b, i)))
      return FALSE;

  return TRUE;
}

/* A line of text that may be stored: UTF-8 without control characters. */
static gboolean
is_name (const char *text)
{
  if (text == NULL || *text == '\0' || strlen (text) > MAX_NAME || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      return FALSE;

  return TRUE;
}

static gboolean
may_be_name (const char *text)
{
  return text == NULL || is_name (text);
}

static gboolean
is_text (const PsgText *text,
         gsize          max)
{
  for (guint i = 0; text != NULL && i < psg_text_get_n (text); i++)
    {
      const char *value = psg_text_get_value (text, i);

      if (!is_name (psg_text_get_language (text, i)) || strlen (value) > max || !g_utf8_validate (value, -1, NULL))
        return FALSE;
    }

  return TRUE;
}

static const char *
find_step_fault (const PsgLessonStep *self)
{
  if (!is_text (self->heading, PSG_LESSON_MAX_TITLE) || !is_text (self->text, PSG_LESSON_MAX_TEXT)
      || !is_text (self->notes, PSG_LESSON_MAX_TEXT) || !is_text (self->question, PSG_LESSON_MAX_TEXT)
      || !is_text (self->answer, PSG_LESSON_MAX_TEXT))
    return "a step’s words are too long, or are not text";
  if (self->span.start >= self->span.end || self->span.start < psg_day_to_minutes (PSG_DAY_MIN)
      || self->span.end > psg_day_to_minutes (PSG_DAY_MAX) + PSG_MINUTES_PER_DAY)
    return "a step’s stretch of time is empty, or too long";
  if (!psg_day_is_valid (self->playhead))
    return "a step’s day is none";
  if (!(fabs (self->map.latitude) <= 90) || !(fabs (self->map.longitude) <= 180)
      || !(self->map.zoom >= 0 && self->map.zoom <= 24))
    return "a step’s map looks at no place";
  if (!may_be_name (self->event) || !may_be_name (self->crossing) || !may_be_name (self->document)
      || !may_be_name (self->passage) || (self->passage != NULL && self->document == NULL))
    return "what a step shows is not named";
  if (self->ink != NULL && (strlen (self->ink) > PSG_LESSON_MAX_INK || !g_utf8_validate (self->ink, -1, NULL)))
    return "a step’s ink is too much, or is not text";

  return NULL;
}

static char *
create_id (void)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return g_strconcat ("urn:uuid:", uuid, NULL);
}

static GPtrArray *
new_steps (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lesson_step_free);
}

/* (transfer full) */
PsgLessonStep *
psg_lesson_step_copy (const PsgLessonStep *self)
{
  PsgLessonStep *copy = psg_lesson_step_new ();

  *copy = *self;
  copy->heading = ref_text (self->heading);
  copy->text = ref_text (self->text);
  copy->notes = ref_text (self->notes);
  copy->question = ref_text (self->question);
  copy->answer = ref_text (self->answer);
  copy->event = g_strdup (self->event);
  copy->crossing = g_strdup (self->crossing);
  copy->document = g_strdup (self->document);
  copy->passage = g_strdup (self->passage);
  copy->ink = g_strdup (self->ink);

  return copy;
}

static gboolean
equal_views (const PsgLessonStep *self,
             const PsgLessonStep *other)
{
  return psg_time_span_equal (&self->span, &other->span) && self->playhead == other->playhead
         && self->map.latitude == other->map.latitude && self->map.longitude == other->map.longitude
         && self->map.zoom == other->map.zoom
         && g_strcmp0 (self->event, other->event) == 0 && g_strcmp0 (self->crossing, other->crossing) == 0
         && g_strcmp0 (self->document, other->document) == 0 && g_strcmp0 (self->passage, other->passage) == 0;
}

gboolean
psg_lesson_step_equal (const PsgLessonStep *self,
                       const PsgLessonStep *other)
{
  return equal_views (self, other)
         && equal_texts (self->heading, other->heading) && equal_texts (self->text, other->text)
         && equal_texts (self->notes, other->notes) && equal_texts (self->question, other->question)
         && equal_texts (self->answer, other->answer) && g_strcmp0 (self->ink, other->ink) == 0;
}

/**
 * psg_lesson_step_set_view:
 * @self: a step of one's own
 * @view: another one, such as psg_session_new_step() makes
 *
 * Shows what the other one shows; words stay. Ink does not, for it was drawn over what was shown before.
 */
void
psg_lesson_step_set_view (PsgLessonStep       *self,
                          const PsgLessonStep *view)
{
  g_autofree char *ink = equal_views (self, view) ? g_strdup (self->ink) : NULL;

  self->span = view->span;
  self->playhead = view->playhead;
  self->map = view->map;
  g_free (self->event);
  self->event = g_strdup (view->event);
  g_free (self->crossing);
  self->crossing = g_strdup (view->crossing);
  g_free (self->document);
  self->document = g_strdup (view->document);
  g_free (self->passage);
  self->passage = g_strdup (view->passage);
  g_free (self->ink);
  self->ink = g_steal_pointer (&ink);
}

/**
 * psg_lesson_create:
 * @collection: id of the collection it will be about
 * @version: (nullable): and which version of it
 * @now: microseconds since 1970 UTC
 *
 * Returns: (transfer full): a lesson of the person's own, without title and steps
 */
PsgLesson *
psg_lesson_create (const char *collection,
                   const char *version,
                   gint64      now)
{
  PsgLesson *self = psg_lesson_new ();

  self->id = create_id ();
  self->created = self->modified = now;
  self->collection = g_strdup (collection);
  self->collection_version = g_strdup (version);
  self->steps = new_steps ();

  return self;
}

/**
 * psg_lesson_copy:
 * @self: a lesson
 *
 * Returns: (transfer full): a lesson of one's own to change, with the same id
 */
PsgLesson *
psg_lesson_copy (const PsgLesson *self)
{
  PsgLesson *copy = psg_lesson_new ();

  copy->id = g_strdup (self->id);
  copy->title = ref_text (self->title);
  copy->description = ref_text (self->description);
  copy->minutes = self->minutes;
  copy->steps = new_steps ();
  for (guint i = 0; i < self->steps->len; i++)
    g_ptr_array_add (copy->steps, psg_lesson_step_copy (g_ptr_array_index (self->steps, i)));
  copy->created = self->created;
  copy->modified = self->modified;
  copy->collection = g_strdup (self->collection);
  copy->collection_version = g_strdup (self->collection_version);
  copy->origin = g_strdup (self->origin);
  copy->deleted = self->deleted;

  return copy;
}

/**
 * psg_lesson_duplicate:
 * @self: a lesson, of a collection or of a person's own
 * @title: what the other is to be called
 * @now: microseconds since 1970 UTC
 *
 * The collection is still to be set where @self is of one.
 *
 * Returns: (transfer full): a lesson of the person's own with the same steps, and an id of its own
 */
PsgLesson *
psg_lesson_duplicate (const PsgLesson *self,
                      const char      *title,
                      gint64           now)
{
  PsgLesson *copy = psg_lesson_copy (self);

  g_free (copy->origin);
  copy->origin = copy->id;
  copy->id = create_id ();
  copy->created = copy->modified = now;
  copy->deleted = 0;
  psg_lesson_set_text (&copy->title, title);

  return copy;
}

gboolean
psg_lesson_equal (const PsgLesson *self,
                  const PsgLesson *other)
{
  if (self == other)
    return TRUE;
  if (g_strcmp0 (self->id, other->id) != 0 || self->minutes != other->minutes || self->created != other->created
      || self->modified != other->modified || self->deleted != other->deleted
      || g_strcmp0 (self->collection, other->collection) != 0
      || g_strcmp0 (self->collection_version, other->collection_version) != 0
      || g_strcmp0 (self->origin, other->origin) != 0 || self->steps->len != other->steps->len
      || !equal_texts (self->title, other->title) || !equal_texts (self->description, other->description))
    return FALSE;

  for (guint i = 0; i < self->steps->len; i++)
    if (!psg_lesson_step_equal (g_ptr_array_index (self->steps, i), g_ptr_array_index (other->steps, i)))
      return FALSE;

  return TRUE;
}

/* Whether it is a person's own, and not one of a collection. */
gboolean
psg_lesson_is_own (const PsgLesson *self)
{
  return self->created != 0;
}

/**
 * psg_lesson_find_fault:
 * @self: a lesson of a person's own
 *
 * Returns: (nullable): why it cannot be kept, in English, for messages; %NULL if it can
 */
const char *
psg_lesson_find_fault (const PsgLesson *self)
{
  if (!is_name (self->id) || !g_str_has_prefix (self->id, "urn:uuid:"))
    return "its id is not a urn:uuid";
  if (!is_name (self->collection) || !may_be_name (self->collection_version) || !may_be_name (self->origin))
    return "its collection is not named";
  if (!is_text (self->title, PSG_LESSON_MAX_TITLE) || !is_text (self->description, PSG_LESSON_MAX_TEXT))
    return "its title or description is too long, or is not text";
  if (self->minutes > PSG_LESSON_MAX_MINUTES)
    return "it takes too long";
  if (self->created <= 0 || self->modified < 0 || self->deleted < 0)
    return "it was written before 1970";
  if (MAX (MAX (self->created, self->modified), self->deleted) >= END_OF_TIME)
    return "it was written after the year 9999";
  if (self->steps == NULL || self->steps->len > PSG_LESSON_MAX_STEPS)
    return "it has too many steps";

  for (guint i = 0; i < self->steps->len; i++)
    {
      const char *fault = find_step_fault (g_ptr_array_index (self->steps, i));

      if (fault != NULL)
        return fault;
    }

  return NULL;
}

/* (transfer none) (nullable): %NULL where there is no such step. */
PsgLessonStep *
psg_lesson_get_step (const PsgLesson *self,
                     guint            index)
{
  return index < self->steps->len ? g_ptr_array_index (self->steps, index) : NULL;
}

/**
 * psg_lesson_insert_step:
 * @self: a lesson of one's own
 * @index: where it is to be; at the end if there are fewer
 * @step: (transfer full): a step
 */
void
psg_lesson_insert_step (PsgLesson     *self,
                        guint          index,
                        PsgLessonStep *step)
{
  g_ptr_array_insert (self->steps, MIN (index, self->steps->len), step);
}

void
psg_lesson_remove_step (PsgLesson *self,
                        guint      index)
{
  g_return_if_fail (index < self->steps->len);

  g_ptr_array_remove_index (self->steps, index);
}

/**
 * psg_lesson_move_step:
 * @self: a lesson of one's own
 * @from: which step
 * @to: which it is to be
 */
void
psg_lesson_move_step (PsgLesson *self,
                      guint      from,
                      guint      to)
{
  g_return_if_fail (from < self->steps->len && to < self->steps->len);

  g_ptr_array_insert (self->steps, to, g_ptr_array_steal_index (self->steps, from));
}

/**
 * psg_lesson_set_text:
 * @text: (inout): one of a lesson's or a step's texts
 * @value: (nullable): what a person wrote, in whatever language; %NULL or the empty text for nothing
 *
 * What it said in other languages is gone: it would say something else now.
 */
void
psg_lesson_set_text (PsgText   **text,
                     const char *value)
{
  const char *const *languages = psg_text_get_preferred ();

  g_clear_pointer (text, psg_text_unref);
  /* BCP 47 (RFC 5646, 4.1): und, where the language is not known. */
  if (value != NULL && *value != '\0')
    *text = psg_text_new_single (languages[0] != NULL ? languages[0] : "und", value);
}
