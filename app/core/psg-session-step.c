/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-session-step.h"

#include "psg-session-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Between a session and the step of a lesson: what is seen becomes a step, and a step is shown. Where
 * the map looks the session does not know: that is for whoever has the map.
 */

#define OWN "own:"

/* What was not found, in the order in which it is told. */
static const struct
{
  PsgStepMissing bit;
  const char    *words;
} missing_words[] = {
  { PSG_STEP_MISSING_EVENT, N_("an event") },
  { PSG_STEP_MISSING_CROSSING, N_("a crossing") },
  { PSG_STEP_MISSING_DOCUMENT, N_("a document") },
  { PSG_STEP_MISSING_PASSAGE, N_("a passage") },
};

/* What of the page a step can keep: a document, and where in it. */
static void
keep_page (const PsgPage *page,
           PsgLessonStep *step)
{
  if (page->kind == PSG_KIND_DOCUMENT)
    step->document = g_strdup (page->id);
  else if (page->kind == PSG_KIND_OWN)
    step->document = g_strconcat (OWN, page->id, NULL);
  if (step->document != NULL)
    step->passage = g_strdup (page->passage);
}

static void
choose_things (PsgSession          *self,
               const PsgLessonStep *step,
               PsgView             *view,
               PsgStepMissing      *missing)
{
  if (step->event != NULL)
    view->event = psg_event_table_find (psg_collection_get_events (self->collection), step->event);
  if (step->event != NULL && view->event == PSG_ROW_NONE)
    *missing |= PSG_STEP_MISSING_EVENT;

  if (step->crossing != NULL && psg_collection_find_crossing (self->collection, step->crossing) != NULL)
    view->crossing = step->crossing;
  else if (step->crossing != NULL)
    *missing |= PSG_STEP_MISSING_CROSSING;
}

/* Whether a passage that is named is in the document; one that is given by its position is not looked for. */
static gboolean
has_passage (PsgSession          *self,
             const PsgLessonStep *step)
{
  g_autoptr (PsgPassage) passage = NULL;
  guint start, end;

  if (psg_page_read_position (step->passage, &start, &end))
    return TRUE;

  passage = psg_collection_load_passage (self->collection, step->passage, NULL);

  return passage != NULL && g_str_equal (passage->document, step->document);
}

static void
open_own (PsgSession          *self,
          const PsgLessonStep *step,
          PsgView             *view,
          PsgStepMissing      *missing)
{
  const char *id = step->document + strlen (OWN);
  guint page, start, end;

  /* While the library does not know its documents yet any id may be right. */
  if (self->library == NULL || (psg_library_is_loaded (self->library) && psg_library_find (self->library, id) == NULL))
    {
      *missing |= PSG_STEP_MISSING_DOCUMENT;
      return;
    }

  view->page.kind = PSG_KIND_OWN;
  view->page.id = (char *) id;
  if (psg_page_read_place (step->passage, &page, &start, &end))
    view->page.passage = step->passage;
}

static void
open_document (PsgSession          *self,
               const PsgLessonStep *step,
               PsgView             *view,
               PsgStepMissing      *missing)
{
  if (psg_collection_find_document (self->collection, step->document) == NULL)
    {
      *missing |= PSG_STEP_MISSING_DOCUMENT;
      return;
    }

  view->page.kind = PSG_KIND_DOCUMENT;
  view->page.id = step->document;
  if (step->passage != NULL && has_passage (self, step))
    view->page.passage = step->passage;
  else if (step->passage != NULL)
    *missing |= PSG_STEP_MISSING_PASSAGE;
}

/* Without a document what is chosen is what there is to read about. */
static void
open_chosen (PsgSession *self,
             PsgView    *view)
{
  if (view->event != PSG_ROW_NONE)
    {
      view->page.kind = PSG_KIND_EVENT;
      view->page.id = (char *) psg_event_table_get_id (psg_collection_get_events (self->collection), view->event);
    }
  else if (view->crossing != NULL)
    {
      view->page.kind = PSG_KIND_CROSSING;
      view->page.id = view->crossing;
    }
}

/**
 * psg_session_new_step:
 * @self: a session with a collection
 * @map: (nullable): where the map looks; where the collection wants it for %NULL
 *
 * Returns: (transfer full): a step that shows what is seen now, without words
 */
PsgLessonStep *
psg_session_new_step (PsgSession         *self,
                      const PsgViewpoint *map)
{
  PsgLessonStep *step;

  g_return_val_if_fail (PSG_IS_SESSION (self) && self->collection != NULL, NULL);

  step = psg_lesson_step_new ();
  step->span = self->span;
  step->playhead = self->playhead;
  step->map = map != NULL ? *map : psg_collection_get_info (self->collection)->map;
  step->event = g_strdup (psg_session_get_event_id (self));
  step->crossing = g_strdup (self->view.crossing);
  keep_page (&self->view.page, step);

  return step;
}

/**
 * psg_session_show_step:
 * @self: a session with a collection
 * @step: a step of a lesson about it, or about another version of it
 *
 * Shows what the step shows, all in one round of notifications; what is not here is left out. The map is for the
 * caller to move.
 *
 * Returns: what was not found; 0 if everything was
 */
PsgStepMissing
psg_session_show_step (PsgSession          *self,
                       const PsgLessonStep *step)
{
  PsgView view = { .event = PSG_ROW_NONE };
  PsgStepMissing missing = 0;

  g_return_val_if_fail (PSG_IS_SESSION (self) && self->collection != NULL, 0);
  g_return_val_if_fail (step != NULL && step->span.end > step->span.start, 0);

  choose_things (self, step, &view, &missing);
  if (step->document != NULL && g_str_has_prefix (step->document, OWN))
    open_own (self, step, &view, &missing);
  else if (step->document != NULL)
    open_document (self, step, &view, &missing);
  if (view.page.kind == PSG_KIND_NONE)
    open_chosen (self, &view);

  g_object_freeze_notify (G_OBJECT (self));
  psg_session_jump_to_span (self, &step->span);
  psg_session_set_playhead (self, step->playhead);
  psg_session_visit (self, &view);
  g_object_thaw_notify (G_OBJECT (self));

  return missing;
}

/**
 * psg_step_missing_describe:
 * @missing: what psg_session_show_step() did not find
 *
 * Returns: (transfer full) (nullable): a sentence for the person; %NULL if nothing is missing
 */
char *
psg_step_missing_describe (PsgStepMissing missing)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (missing_words); i++)
    if ((missing & missing_words[i].bit) != 0)
      g_ptr_array_add (words, (char *) _(missing_words[i].words));
  if (words->len == 0)
    return NULL;

  g_ptr_array_add (words, NULL);
  /* Translators: stands between the items of a list */
  list = g_strjoinv (_(", "), (GStrv) words->pdata);

  /* Translators: %s is a list: “an event, a document” */
  return g_strdup_printf (_("Part of this step is not in this collection: %s"), list);
}
