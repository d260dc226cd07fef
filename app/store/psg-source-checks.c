/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection-source-private.h"

/* What must hold between the members of a record: status intervals in order, no
 * event related to itself, a question with its answer. */

static void
check_order (PsgSourceReader         *reader,
             const PsgStatusInterval *earlier,
             const PsgStatusInterval *later)
{
  if (earlier->date == NULL || later->date == NULL)
    return;

  if (later->first < earlier->first)
    psg_source_reader_mistake_in (reader, later, "date", "“%s” is not in order of time: it begins before “%s”",
                                  psg_edtf_get_text (later->date), psg_edtf_get_text (earlier->date));
  else if (later->first <= earlier->last)
    psg_source_reader_mistake_in (reader, later, "date", "“%s” overlaps “%s”",
                                  psg_edtf_get_text (later->date), psg_edtf_get_text (earlier->date));
}

void
psg_source_check_crossings (PsgSourceReader *reader,
                            GPtrArray       *crossings)
{
  for (guint i = 0; i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);

      for (guint j = 1; crossing->intervals != NULL && j < crossing->intervals->len; j++)
        check_order (reader, g_ptr_array_index (crossing->intervals, j - 1),
                     g_ptr_array_index (crossing->intervals, j));
    }
}

void
psg_source_check_events (PsgSourceReader *reader,
                         GPtrArray       *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      const PsgEvent *event = g_ptr_array_index (events, i);

      if (event->id != NULL && event->related != NULL
          && g_strv_contains ((const char *const *) event->related, event->id))
        psg_source_reader_mistake_in (reader, event, "related", "an event is not related to itself");
    }
}

static void
check_step (PsgSourceReader     *reader,
            const PsgLessonStep *step)
{
  if (step->answer != NULL && step->question == NULL)
    psg_source_reader_mistake_in (reader, step, "answer", "there is an answer but no question");
  if (step->span.end > step->span.start && psg_day_is_valid (step->playhead)
      && !psg_time_span_contains (&step->span, psg_day_to_minutes (step->playhead)))
    psg_source_reader_mistake_in (reader, step, "playhead", "the playhead lies outside the step's span");
}

void
psg_source_check_lessons (PsgSourceReader *reader,
                          GPtrArray       *lessons)
{
  for (guint i = 0; i < lessons->len; i++)
    {
      const PsgLesson *lesson = g_ptr_array_index (lessons, i);

      for (guint j = 0; lesson->steps != NULL && j < lesson->steps->len; j++)
        check_step (reader, g_ptr_array_index (lesson->steps, j));
    }
}
