/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-json.h"

#include "psg-json-writer.h"

#include <math.h>
#include <string.h>

/*
 * A person's own lesson as JSON, as the notebook keeps it and a copy of a collection carries it. The members are
 * those of `lessons.json` in a collection's source (data/collections/README.md), and besides them what only a
 * person's lesson has. What is not known is passed over; what is known and wrong makes the whole no lesson.
 */

/* Up to here a JSON number holds every whole number (RFC 8259, 6). */
#define MAX_WHOLE 9007199254740991.0

static const struct
{
  const char *name;
  gsize       offset;
} step_texts[] = {
  { "heading", G_STRUCT_OFFSET (PsgLessonStep, heading) },
  { "text", G_STRUCT_OFFSET (PsgLessonStep, text) },
  { "notes", G_STRUCT_OFFSET (PsgLessonStep, notes) },
  { "question", G_STRUCT_OFFSET (PsgLessonStep, question) },
  { "answer", G_STRUCT_OFFSET (PsgLessonStep, answer) },
};

static const struct
{
  const char *name;
  gsize       offset;
} step_names[] = {
  { "event", G_STRUCT_OFFSET (PsgLessonStep, event) },
  { "crossing", G_STRUCT_OFFSET (PsgLessonStep, crossing) },
  { "document", G_STRUCT_OFFSET (PsgLessonStep, document) },
  { "passage", G_STRUCT_OFFSET (PsgLessonStep, passage) },
  { "ink", G_STRUCT_OFFSET (PsgLessonStep, ink) },
};

static void
write_text (PsgJsonWriter *writer,
            const char    *name,
            const PsgText *text)
{
  if (text == NULL)
    return;

  psg_json_writer_open (writer, name, '{');
  for (guint i = 0; i < psg_text_get_n (text); i++)
    psg_json_writer_string (writer, psg_text_get_language (text, i), psg_text_get_value (text, i));
  psg_json_writer_close (writer, '}');
}

static void
write_name (PsgJsonWriter *writer,
            const char    *name,
            const char    *value)
{
  if (value != NULL)
    psg_json_writer_string (writer, name, value);
}

static void
write_step (PsgJsonWriter       *writer,
            const PsgLessonStep *step)
{
  g_autofree char *playhead = psg_day_format_iso (step->playhead);

  psg_json_writer_open (writer, NULL, '{');
  for (guint i = 0; i < G_N_ELEMENTS (step_texts); i++)
    write_text (writer, step_texts[i].name, G_STRUCT_MEMBER (PsgText *, step, step_texts[i].offset));
  /* In minutes since 1970: a view need not begin with a day. */
  psg_json_writer_open (writer, "span", '[');
  psg_json_writer_number (writer, NULL, step->span.start);
  psg_json_writer_number (writer, NULL, step->span.end);
  psg_json_writer_close (writer, ']');
  psg_json_writer_string (writer, "playhead", playhead);
  psg_json_writer_open (writer, "map", '{');
  psg_json_writer_number (writer, "latitude", step->map.latitude);
  psg_json_writer_number (writer, "longitude", step->map.longitude);
  psg_json_writer_number (writer, "zoom", step->map.zoom);
  psg_json_writer_close (writer, '}');
  for (guint i = 0; i < G_N_ELEMENTS (step_names); i++)
    write_name (writer, step_names[i].name, G_STRUCT_MEMBER (char *, step, step_names[i].offset));
  psg_json_writer_close (writer, '}');
}

/**
 * psg_lesson_to_json:
 * @self: a lesson without fault
 *
 * When it was put in the bin is not in it.
 *
 * Returns: (transfer full): it as JSON
 */
char *
psg_lesson_to_json (const PsgLesson *self)
{
  g_auto (PsgJsonWriter) writer = PSG_JSON_WRITER_INIT;

  psg_json_writer_open (&writer, NULL, '{');
  psg_json_writer_string (&writer, "id", self->id);
  psg_json_writer_number (&writer, "created", self->created);
  psg_json_writer_number (&writer, "modified", self->modified);
  write_name (&writer, "collection", self->collection);
  write_name (&writer, "version", self->collection_version);
  write_name (&writer, "origin", self->origin);
  write_text (&writer, "title", self->title);
  write_text (&writer, "description", self->description);
  psg_json_writer_count (&writer, "minutes", self->minutes);
  psg_json_writer_open (&writer, "steps", '[');
  for (guint i = 0; i < self->steps->len; i++)
    write_step (&writer, g_ptr_array_index (self->steps, i));
  psg_json_writer_close (&writer, ']');
  psg_json_writer_close (&writer, '}');

  return g_string_free (g_steal_pointer (&writer.text), FALSE);
}

/* Reading. Each helper says whether what is there is right; what is not there is. */

static gboolean
read_string (const PsgJson  *json,
             const char     *name,
             char          **value)
{
  const PsgJson *member = psg_json_get (json, name);

  if (member == NULL)
    return TRUE;
  if (member->kind != PSG_JSON_STRING)
    return FALSE;

  *value = g_strdup (member->string);

  return TRUE;
}

static gboolean
read_text (const PsgJson  *json,
           const char     *name,
           PsgText       **text)
{
  const PsgJson *member = psg_json_get (json, name);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();

  if (member == NULL)
    return TRUE;
  if (member->kind != PSG_JSON_OBJECT || member->members->len == 0)
    return FALSE;

  for (guint i = 0; i < member->members->len; i++)
    {
      const PsgJsonMember *each = &g_array_index (member->members, PsgJsonMember, i);

      if (each->again || each->value->kind != PSG_JSON_STRING || *each->name == '\0')
        return FALSE;
      g_ptr_array_add (pairs, each->name);
      g_ptr_array_add (pairs, each->value->string);
    }
  g_ptr_array_add (pairs, NULL);
  *text = psg_text_new ((const char *const *) pairs->pdata);

  return TRUE;
}

static gboolean
is_whole (const PsgJson *json)
{
  return json != NULL && json->kind == PSG_JSON_NUMBER && fabs (json->number) <= MAX_WHOLE
         && json->number == floor (json->number);
}

static gboolean
read_whole (const PsgJson *json,
            const char    *name,
            gint64        *value)
{
  const PsgJson *member = psg_json_get (json, name);

  if (!is_whole (member))
    return FALSE;

  *value = (gint64) member->number;

  return TRUE;
}

static gboolean
read_number (const PsgJson *json,
             const char    *name,
             double        *value)
{
  const PsgJson *member = json != NULL && json->kind == PSG_JSON_OBJECT ? psg_json_get (json, name) : NULL;

  if (member == NULL || member->kind != PSG_JSON_NUMBER)
    return FALSE;

  *value = member->number;

  return TRUE;
}

static gboolean
read_span (const PsgJson *json,
           PsgTimeSpan   *span)
{
  const PsgJson *member = psg_json_get (json, "span");

  if (member == NULL || member->kind != PSG_JSON_ARRAY || member->items->len != 2
      || !is_whole (g_ptr_array_index (member->items, 0)) || !is_whole (g_ptr_array_index (member->items, 1)))
    return FALSE;

  span->start = (gint64) ((PsgJson *) g_ptr_array_index (member->items, 0))->number;
  span->end = (gint64) ((PsgJson *) g_ptr_array_index (member->items, 1))->number;

  return TRUE;
}

static gboolean
read_view (const PsgJson *json,
           PsgLessonStep *step)
{
  const PsgJson *map = psg_json_get (json, "map");
  const PsgJson *playhead = psg_json_get (json, "playhead");

  if (playhead == NULL || playhead->kind != PSG_JSON_STRING)
    return FALSE;
  step->playhead = psg_day_parse_iso (playhead->string);

  return read_span (json, &step->span) && read_number (map, "latitude", &step->map.latitude)
         && read_number (map, "longitude", &step->map.longitude) && read_number (map, "zoom", &step->map.zoom);
}

/* (transfer full) (nullable) */
static PsgLessonStep *
read_step (const PsgJson *json)
{
  g_autoptr (PsgLessonStep) step = psg_lesson_step_new ();

  if (json->kind != PSG_JSON_OBJECT || !read_view (json, step))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (step_texts); i++)
    if (!read_text (json, step_texts[i].name, &G_STRUCT_MEMBER (PsgText *, step, step_texts[i].offset)))
      return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (step_names); i++)
    if (!read_string (json, step_names[i].name, &G_STRUCT_MEMBER (char *, step, step_names[i].offset)))
      return NULL;

  return g_steal_pointer (&step);
}

static gboolean
read_steps (const PsgJson *json,
            PsgLesson     *lesson)
{
  const PsgJson *steps = psg_json_get (json, "steps");

  lesson->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lesson_step_free);
  if (steps == NULL || steps->kind != PSG_JSON_ARRAY || steps->items->len > PSG_LESSON_MAX_STEPS)
    return FALSE;

  for (guint i = 0; i < steps->items->len; i++)
    {
      PsgLessonStep *step = read_step (g_ptr_array_index (steps->items, i));

      if (step == NULL)
        return FALSE;
      g_ptr_array_add (lesson->steps, step);
    }

  return TRUE;
}

static gboolean
read_head (const PsgJson *json,
           PsgLesson     *lesson)
{
  gint64 minutes = 0;

  if (!read_whole (json, "created", &lesson->created) || !read_whole (json, "modified", &lesson->modified)
      || !read_whole (json, "minutes", &minutes) || minutes < 0 || minutes > PSG_LESSON_MAX_MINUTES)
    return FALSE;
  lesson->minutes = minutes;

  return read_string (json, "id", &lesson->id) && read_string (json, "collection", &lesson->collection)
         && read_string (json, "version", &lesson->collection_version)
         && read_string (json, "origin", &lesson->origin)
         && read_text (json, "title", &lesson->title) && read_text (json, "description", &lesson->description);
}

/**
 * psg_lesson_from_json:
 * @json: from wherever
 * @fault: (out): why it is no lesson, in English, for messages
 *
 * Returns: (transfer full) (nullable): the lesson, without fault; %NULL if it is none
 */
PsgLesson *
psg_lesson_from_json (const PsgJson  *json,
                      const char    **fault)
{
  g_autoptr (PsgLesson) lesson = psg_lesson_new ();

  if (json->kind != PSG_JSON_OBJECT || !read_steps (json, lesson) || !read_head (json, lesson))
    {
      *fault = "it is no lesson, or one of its members is not what it should be";
      return NULL;
    }

  *fault = psg_lesson_find_fault (lesson);

  return *fault == NULL ? g_steal_pointer (&lesson) : NULL;
}

/* As psg_lesson_from_json(), for what is not even known to be JSON. */
PsgLesson *
psg_lesson_parse (const char  *text,
                  const char **fault)
{
  gsize length = strlen (text);
  g_autoptr (PsgJson) json = NULL;
  guint line;

  *fault = "it is not JSON, or too long";
  if (length <= PSG_LESSON_MAX_JSON)
    json = psg_json_parse (text, length, &line, NULL);

  return json != NULL ? psg_lesson_from_json (json, fault) : NULL;
}
