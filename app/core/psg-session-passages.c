/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-session-private.h"

#include <glib/gi18n-lib.h>

/*
 * From passage to passage: through all that bear on the chosen event or crossing, whichever documents
 * they lie in. The way through them is one step of the way back, which so leads to where one set out.
 */

/**
 * psg_session_load_passages:
 * @self: a session
 * @error: return location
 *
 * Returns: (transfer full) (element-type PsgPassage): those that bear on the chosen event, else on the
 *   chosen crossing, by document and position; empty where nothing is chosen
 */
GPtrArray *
psg_session_load_passages (PsgSession *self,
                           GError    **error)
{
  const char *event;

  g_return_val_if_fail (PSG_IS_SESSION (self), NULL);

  event = psg_session_get_event_id (self);
  if (event != NULL)
    return psg_collection_load_passages_about (self->collection, PSG_KIND_EVENT, event, error);
  if (self->view.crossing != NULL)
    return psg_collection_load_passages_about (self->collection, PSG_KIND_CROSSING, self->view.crossing, error);

  return g_ptr_array_new_with_free_func ((GDestroyNotify) psg_passage_unref);
}

/**
 * psg_session_find_passage:
 * @self: a session
 * @passages: (element-type PsgPassage): from psg_session_load_passages()
 *
 * Returns: the index of the one that is shown, or -1
 */
int
psg_session_find_passage (PsgSession      *self,
                          const GPtrArray *passages)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), -1);

  if (self->view.page.kind != PSG_KIND_DOCUMENT)
    return -1;

  for (guint i = 0; i < passages->len; i++)
    if (g_strcmp0 (((const PsgPassage *) g_ptr_array_index (passages, i))->id, self->view.page.passage) == 0)
      return (int) i;

  return -1;
}

/**
 * psg_session_step_passage:
 * @self: a session
 * @direction: +1 for the next, -1 for the previous
 * @error: return location
 *
 * Opens the next passage that bears on what is chosen; after the last comes the first. From a passage
 * to another one steps in place: going back leads to what was shown before the first.
 *
 * Returns: whether there was one to go to
 */
gboolean
psg_session_step_passage (PsgSession *self,
                          int         direction,
                          GError    **error)
{
  g_autoptr (GPtrArray) passages = psg_session_load_passages (self, error);
  const PsgPassage *passage;
  int shown, next;

  if (passages == NULL)
    return FALSE;
  if (passages->len == 0)
    {
      g_set_error_literal (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND,
                           _("No passage in the documents bears on what is chosen"));
      return FALSE;
    }

  shown = psg_session_find_passage (self, passages);
  next = shown < 0 ? (direction > 0 ? 0 : -1) : shown + direction;
  passage = g_ptr_array_index (passages, (guint) ((next + (int) passages->len) % (int) passages->len));

  psg_session_show_view (self,
                         &(PsgView) {
                             .event = self->view.event,
                             .crossing = self->view.crossing,
                             .page = { PSG_KIND_DOCUMENT, passage->document, passage->id },
                         },
                         shown >= 0);

  return TRUE;
}
