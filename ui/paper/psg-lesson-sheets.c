/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-sheets.h"

#include <glib/gi18n.h>

#include "psg-paper-sources.h"
#include "psg-scene-picture.h"

/*
 * A lesson on paper. With room to write each step has a page to itself, and its picture is
 * large; without it the map stands beside the text, and steps share pages. Notes have a
 * page a step, to be turned with the lesson. What only the teacher may know is in the notes and
 * nowhere else.
 */

#define LARGE_HEIGHT 322.0
#define LARGE_SCALE 0.6
#define SMALL_WIDTH 250.0
#define SMALL_HEIGHT 176.0
#define SMALL_SCALE 0.5
#define NOTES_WIDTH 250.0
#define NOTES_HEIGHT 196.0
#define NOTES_SCALE 0.4
/* Lines to write on, at least. */
#define N_RULES 4

static const char *const names[PSG_LESSON_N_PRINTS] = {
  [PSG_LESSON_HANDOUT] = N_("Handout for the class"),
  [PSG_LESSON_NOTES] = N_("Speaker’s notes"),
  [PSG_LESSON_WORKSHEETS] = N_("Worksheets with a key"),
};

static gboolean
has_words (const PsgText *text)
{
  return text != NULL && *psg_text_get (text) != '\0';
}

static void
add_words (PsgSheets     *sheets,
           PsgSheetStyle  style,
           const PsgText *text)
{
  if (has_words (text))
    psg_sheets_add_text (sheets, style, psg_text_get (text));
}

static void
add_heading (PsgSheets           *sheets,
             const PsgLessonStep *step,
             guint                i)
{
  const char *words = has_words (step->heading) ? psg_text_get (step->heading) : "";
  /* Translators: the heading of a step of a lesson: its number, and what it is called */
  g_autofree char *heading = g_strdup_printf (C_("lesson", "%u   %s"), i + 1, words);

  psg_sheets_add_text (sheets, PSG_SHEET_HEADING, heading);
}

/* "45 minutes · 12 steps" */
static void
add_measure (PsgSheets       *sheets,
             const PsgLesson *lesson)
{
  g_autofree char *minutes = g_strdup_printf (ngettext ("%u minute", "%u minutes", lesson->minutes), lesson->minutes);
  g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", lesson->steps->len), lesson->steps->len);
  g_autofree char *both = g_strdup_printf ("%s · %s", minutes, steps);

  psg_sheets_add_text (sheets, PSG_SHEET_LABEL, lesson->minutes > 0 ? both : steps);
}

static void
add_question (PsgSheets     *sheets,
              const PsgText *question)
{
  if (has_words (question))
    psg_sheets_add_text (sheets, PSG_SHEET_BOXED, psg_text_get (question));
}

/* The map beside the text, which says the day that a timeline would show. */
static void
add_small_step (PsgSheets           *sheets,
                PsgCollection       *collection,
                const PsgLessonStep *step)
{
  g_autofree char *day = psg_day_is_valid (step->playhead) ? psg_day_format_long (step->playhead) : g_strdup ("");
  g_autofree char *text = g_strdup_printf ("%s\n%s", day, has_words (step->text) ? psg_text_get (step->text) : "");

  psg_sheets_add_beside (sheets, SMALL_WIDTH, SMALL_HEIGHT, psg_scene_picture_draw,
                         psg_scene_picture_new (collection, step, PSG_SCENE_MAP, SMALL_SCALE),
                         psg_scene_picture_free, PSG_SHEET_BODY, text);
}

/* As the room saw it, the text in the picture: what was drawn may point at that too. */
static void
add_inked_step (PsgSheets           *sheets,
                PsgCollection       *collection,
                const PsgLessonStep *step,
                PsgInk              *ink)
{
  PsgScenePicture *picture = psg_scene_picture_new (collection, step, PSG_SCENE_BOTH, LARGE_SCALE);

  psg_scene_picture_set_ink (picture, ink, has_words (step->text) ? psg_text_get (step->text) : "");
  psg_sheets_add_drawing (sheets, LARGE_HEIGHT, psg_scene_picture_draw, picture, psg_scene_picture_free);
}

static void
add_handout_step (PsgSheets           *sheets,
                  PsgCollection       *collection,
                  const PsgLessonStep *step,
                  guint                i,
                  PsgLessonPrintFlags  flags)
{
  g_autoptr (GPtrArray) sources = psg_paper_sources_of_step (collection, step);
  /* What is no ink is not drawn: the lesson can still be printed. */
  g_autoptr (PsgInk) ink = flags & PSG_LESSON_INK && step->ink != NULL ? psg_ink_parse (step->ink, NULL) : NULL;

  psg_sheets_begin_group (sheets);
  add_heading (sheets, step, i);
  if (ink != NULL)
    add_inked_step (sheets, collection, step, ink);
  else if (flags & PSG_LESSON_ROOM)
    {
      psg_sheets_add_drawing (sheets, LARGE_HEIGHT, psg_scene_picture_draw,
                              psg_scene_picture_new (collection, step, PSG_SCENE_BOTH, LARGE_SCALE),
                              psg_scene_picture_free);
      add_words (sheets, PSG_SHEET_BODY, step->text);
    }
  else
    add_small_step (sheets, collection, step);
  psg_sheets_cite (sheets, sources);
  add_question (sheets, step->question);
  if (flags & PSG_LESSON_ROOM)
    psg_sheets_add_rules (sheets, N_RULES);
  psg_sheets_end_group (sheets);
}

static void
add_handout (PsgSheets          *sheets,
             PsgCollection      *collection,
             const PsgLesson    *lesson,
             PsgLessonPrintFlags flags)
{
  psg_sheets_add_text (sheets, PSG_SHEET_TITLE, psg_sheets_get_title (sheets));
  for (guint i = 0; i < lesson->steps->len; i++)
    {
      if (flags & PSG_LESSON_ROOM && i > 0)
        psg_sheets_break (sheets);
      add_handout_step (sheets, collection, g_ptr_array_index (lesson->steps, i), i, flags);
    }
}

static void
add_labelled (PsgSheets     *sheets,
              const char    *label,
              PsgSheetStyle  style,
              const PsgText *text)
{
  if (!has_words (text))
    return;

  psg_sheets_begin_group (sheets);
  psg_sheets_add_text (sheets, PSG_SHEET_LABEL, label);
  add_words (sheets, style, text);
  psg_sheets_end_group (sheets);
}

static void
add_notes_step (PsgSheets           *sheets,
                PsgCollection       *collection,
                const PsgLessonStep *step,
                guint                i)
{
  g_autoptr (GPtrArray) sources = psg_paper_sources_of_step (collection, step);

  psg_sheets_begin_group (sheets);
  add_heading (sheets, step, i);
  psg_sheets_add_beside (sheets, NOTES_WIDTH, NOTES_HEIGHT, psg_scene_picture_draw,
                         psg_scene_picture_new (collection, step, PSG_SCENE_BOTH, NOTES_SCALE),
                         psg_scene_picture_free, PSG_SHEET_NOTE,
                         has_words (step->notes) ? psg_text_get (step->notes) : "");
  psg_sheets_cite (sheets, sources);
  psg_sheets_end_group (sheets);
  add_labelled (sheets, _("What the class reads"), PSG_SHEET_BODY, step->text);
  add_labelled (sheets, _("Question"), PSG_SHEET_BOXED, step->question);
  add_labelled (sheets, _("Answer"), PSG_SHEET_BODY, step->answer);
}

static void
add_notes (PsgSheets       *sheets,
           PsgCollection   *collection,
           const PsgLesson *lesson)
{
  psg_sheets_add_text (sheets, PSG_SHEET_TITLE, psg_sheets_get_title (sheets));
  add_words (sheets, PSG_SHEET_SUBTITLE, lesson->description);
  add_measure (sheets, lesson);
  for (guint i = 0; i < lesson->steps->len; i++)
    {
      if (i > 0)
        psg_sheets_break (sheets);
      add_notes_step (sheets, collection, g_ptr_array_index (lesson->steps, i), i);
    }
}

const char *
psg_lesson_print_get_name (PsgLessonPrint print)
{
  return _(names[print]);
}

/**
 * psg_lesson_sheets_new:
 * @collection: what the lesson is about
 * @lesson: a lesson
 * @print: what of it
 * @paper: the size of the pages
 * @flags: what a handout has besides
 *
 * Returns: (transfer full): its pages
 */
PsgSheets *
psg_lesson_sheets_new (PsgCollection      *collection,
                       const PsgLesson    *lesson,
                       PsgLessonPrint      print,
                       PsgPaper            paper,
                       PsgLessonPrintFlags flags)
{
  PsgSheets *sheets = psg_sheets_new (paper, has_words (lesson->title) ? psg_text_get (lesson->title) : "");

  switch (print)
    {
    case PSG_LESSON_HANDOUT:
      add_handout (sheets, collection, lesson, flags);
      break;
    case PSG_LESSON_NOTES:
      add_notes (sheets, collection, lesson);
      break;
    case PSG_LESSON_WORKSHEETS:
    default:
      psg_lesson_sheets_add_worksheets (sheets, collection, lesson);
      break;
    }

  return sheets;
}
