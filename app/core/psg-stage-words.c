/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-stage-words.h"

#include <glib/gi18n-lib.h>

/*
 * What is said to a room about what is shown: the step's own words, or those of whatever has been chosen
 * between two steps. What is only the presenter's is never among them.
 */

static char *
dup_text (const PsgText *text)
{
  return text != NULL ? g_strdup (psg_text_get (text)) : NULL;
}

static void
say_step (PsgStageWords       *self,
          PsgPresentation     *presentation,
          const PsgLessonStep *step)
{
  self->heading = dup_text (step->heading);
  self->body = dup_text (step->text);
  self->question = dup_text (step->question);
  if (psg_presentation_get_answer_shown (presentation))
    self->answer = dup_text (step->answer);
}

static gboolean
say_event (PsgStageWords *self,
           PsgCollection *collection,
           guint          row)
{
  g_autoptr (PsgEvent) event = psg_collection_load_event (collection, row, NULL);

  if (event == NULL)
    return FALSE;

  self->over = psg_edtf_format_display (event->date);
  self->heading = dup_text (event->title);
  self->body = dup_text (event->summary);

  return TRUE;
}

static gboolean
say_crossing (PsgStageWords *self,
              PsgSession    *session,
              const char    *id)
{
  const PsgCrossing *crossing = psg_collection_find_crossing (psg_session_get_collection (session), id);

  if (crossing == NULL)
    return FALSE;

  self->over = psg_day_format_short (psg_session_get_playhead (session));
  self->heading = dup_text (crossing->short_name);
  self->body = psg_crossing_describe_at (crossing, psg_session_get_playhead (session));

  return TRUE;
}

static gboolean
say_document (PsgStageWords *self,
              PsgCollection *collection,
              const PsgPage *page)
{
  const PsgDocument *document = psg_collection_find_document (collection, page->id);
  g_autoptr (PsgPassage) passage = NULL;

  if (document == NULL)
    return FALSE;

  if (page->passage != NULL)
    passage = psg_collection_load_passage (collection, page->passage, NULL);
  self->over = g_strdup (_("Document"));
  self->heading = dup_text (document->title);
  self->body = passage != NULL ? g_strdup (passage->anchor->exact) : dup_text (document->summary);
  self->quote = passage != NULL;

  return TRUE;
}

static gboolean
say_claim (PsgStageWords *self,
           PsgCollection *collection,
           const char    *id)
{
  g_autoptr (PsgClaim) claim = psg_collection_load_claim (collection, id, NULL);

  if (claim == NULL)
    return FALSE;

  self->over = psg_edtf_format_display (claim->date);
  self->heading = dup_text (claim->speaker);
  self->body = dup_text (claim->text);
  self->quote = TRUE;
  self->below = g_strdup (psg_verdict_get_label (claim->verdict));

  return TRUE;
}

static gboolean
say_source (PsgStageWords *self,
            PsgCollection *collection,
            const char    *id)
{
  g_autoptr (PsgSource) source = psg_collection_load_source (collection, id, NULL);

  if (source == NULL)
    return FALSE;

  self->over = g_strdup (_("Source"));
  self->heading = g_strdup (source->title);
  self->below = g_strdup (source->publisher);

  return TRUE;
}

/* A person's notes and own documents are not for the room. */
static gboolean
say_page (PsgStageWords *self,
          PsgSession    *session,
          const PsgPage *page)
{
  PsgCollection *collection = psg_session_get_collection (session);

  switch (page->kind)
    {
    case PSG_KIND_EVENT:
      return say_event (self, collection, psg_session_get_event (session));
    case PSG_KIND_CROSSING:
      return say_crossing (self, session, page->id);
    case PSG_KIND_DOCUMENT:
      return say_document (self, collection, page);
    case PSG_KIND_CLAIM:
      return say_claim (self, collection, page->id);
    case PSG_KIND_SOURCE:
      return say_source (self, collection, page->id);
    default:
      return FALSE;
    }
}

static void
say_collection (PsgStageWords *self,
                PsgCollection *collection)
{
  const PsgCollectionInfo *info = psg_collection_get_info (collection);

  self->heading = dup_text (info->title);
  self->body = dup_text (info->description);
}

/**
 * psg_stage_words_new:
 * @presentation: a presentation
 *
 * Returns: (transfer full): what is to be read beside what it shows now
 */
PsgStageWords *
psg_stage_words_new (PsgPresentation *presentation)
{
  PsgStageWords *self = g_new0 (PsgStageWords, 1);
  PsgSession *session = psg_presentation_get_session (presentation);
  const PsgLessonStep *step;

  step = psg_presentation_get_lesson_step (presentation, psg_presentation_get_step (presentation));
  if (step != NULL && !psg_presentation_shows_other (presentation))
    say_step (self, presentation, step);
  else if (!say_page (self, session, psg_session_get_page (session)))
    say_collection (self, psg_session_get_collection (session));
  if (self->heading == NULL)
    self->heading = g_strdup ("");

  return self;
}

void
psg_stage_words_free (PsgStageWords *self)
{
  g_free (self->over);
  g_free (self->heading);
  g_free (self->body);
  g_free (self->below);
  g_free (self->question);
  g_free (self->answer);
  g_free (self);
}

/**
 * psg_stage_words_speak:
 * @self: words
 * @step: which step it is, from 0
 * @n_steps: of how many
 *
 * Returns: (transfer full): them as a screen reader says them
 */
char *
psg_stage_words_speak (const PsgStageWords *self,
                       guint                step,
                       guint                n_steps)
{
  GString *text = g_string_new (NULL);
  const char *parts[] = { self->over, self->heading, self->body, self->below, self->question, self->answer };

  /* Translators: said of the steps of a lesson */
  g_string_printf (text, _("Step %u of %u"), step + 1, n_steps);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, ". %s", parts[i]);

  return g_string_free (text, FALSE);
}
