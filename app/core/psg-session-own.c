/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-session-private.h"

/*
 * A person's own events in the session: they are laid over whatever collection is open, and laid anew when they
 * are others. While there are none, the collection is what was opened.
 */

/* Which row of @to an event is; none if it is not there any more. */
static guint
translate_row (PsgEventTable *from,
               PsgEventTable *to,
               guint          row)
{
  return row != PSG_ROW_NONE ? psg_event_table_find (to, psg_event_table_get_id (from, row)) : PSG_ROW_NONE;
}

typedef struct
{
  PsgEventTable *from;
  PsgEventTable *to;
} Tables;

/* The page of an event that is no more is no more either. */
static gboolean
translate_view (PsgView  *view,
                gpointer  data)
{
  const Tables *tables = data;
  gboolean had_event = view->event != PSG_ROW_NONE;

  view->event = translate_row (tables->from, tables->to, view->event);

  return (!had_event || view->event != PSG_ROW_NONE || view->page.kind != PSG_KIND_EVENT)
         && (view->page.kind != PSG_KIND_EVENT || psg_event_table_find (tables->to, view->page.id) != PSG_ROW_NONE);
}

static void
translate_mentioned (PsgSession *self,
                     Tables     *tables)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->mentioned->len; i++)
    {
      guint row = translate_row (tables->from, tables->to, g_array_index (self->mentioned, guint, i));

      if (row != PSG_ROW_NONE)
        g_array_append_val (rows, row);
    }
  psg_session_set_mentioned (self, (const guint *) (gconstpointer) rows->data, rows->len);
}

/* What is shown is shown on; where its event is gone, nothing is chosen. */
static void
translate_views (PsgSession *self,
                 Tables     *tables)
{
  PsgView view = { .event = PSG_ROW_NONE };
  gboolean back = psg_history_can_go (self->history, -1);
  gboolean forward = psg_history_can_go (self->history, 1);
  gboolean had_event = self->view.event != PSG_ROW_NONE;
  gboolean stays;

  psg_history_map (self->history, translate_view, tables);
  psg_view_copy_into (&self->view, &view);
  stays = translate_view (&view, tables);
  if (stays)
    {
      psg_session_commit_view (self, &view);
      psg_session_commit_history (self, back, forward);
    }
  else
    {
      PsgView nothing = { .event = PSG_ROW_NONE };

      psg_session_commit_history (self, back, forward);
      psg_session_visit (self, &nothing);
    }
  if (had_event)
    g_object_notify (G_OBJECT (self), "event");
  psg_view_clear (&view);
}

/**
 * psg_session_change_table:
 * @self: a session with a collection
 * @collection: the same subject matter with other events among its own
 *
 * Goes on where it was: whatever was chosen, filtered and looked at is so still, by its id.
 */
void
psg_session_change_table (PsgSession    *self,
                          PsgCollection *collection)
{
  g_autoptr (PsgCollection) old = g_object_ref (self->collection);
  Tables tables = { psg_collection_get_events (old), psg_collection_get_events (collection) };

  g_object_freeze_notify (G_OBJECT (self));
  psg_session_commit_collection (self, collection);
  translate_mentioned (self, &tables);
  psg_session_update_noted (self, FALSE);
  /* What cannot be searched any more is shown whole. */
  if (!psg_filter_is_empty (self->filter))
    psg_session_commit_filter (self, self->filter, NULL);
  translate_views (self, &tables);
  g_object_thaw_notify (G_OBJECT (self));
}

/* (transfer full): those of a collection. */
static GPtrArray *
list_own (PsgSession    *self,
          PsgCollection *base)
{
  if (self->notes == NULL)
    return g_ptr_array_new ();

  return psg_notes_list_own (self->notes, psg_collection_get_info (base)->id);
}

/* Whether own events are somebody else's to lay: a mirror's, and whose notes are not known. */
gboolean
psg_session_takes_as_given (PsgSession *self)
{
  return self->mirrors || self->notes == NULL;
}

/**
 * psg_session_lay_own:
 * @self: a session
 * @base: (nullable): a collection; own events in it already are laid anew
 *
 * Returns: (transfer full) (nullable): it with the person's own events, or alone if there are none
 */
PsgCollection *
psg_session_lay_own (PsgSession    *self,
                     PsgCollection *base)
{
  g_autoptr (GPtrArray) notes = NULL;

  if (base == NULL || psg_session_takes_as_given (self))
    return base != NULL ? g_object_ref (base) : NULL;

  base = psg_collection_get_base (base);
  notes = list_own (self, base);
  self->own_serial = psg_notes_get_kind_serial (self->notes, PSG_NOTE_OWN_EVENT);
  if (notes->len == 0)
    return g_object_ref (base);

  return PSG_COLLECTION (psg_own_collection_new (base, notes));
}

/* Whether events are as they were, in the table at least. */
static gboolean
keep_table (PsgSession *self,
            GPtrArray  *notes)
{
  if (!PSG_IS_OWN_COLLECTION (self->collection))
    return notes->len == 0;

  return psg_own_collection_renew (PSG_OWN_COLLECTION (self->collection), notes);
}

/* Whether a filter may let others through though the table is the same. */
static gboolean
may_match_others (PsgSession *self)
{
  const char *const *has = psg_filter_get_has (self->filter);

  return *psg_filter_get_query (self->filter) != '\0' || has[0] != NULL
         || psg_filter_get_crossings (self->filter)[0] != NULL;
}

static void
choose_awaited (PsgSession *self)
{
  g_autofree char *id = g_steal_pointer (&self->awaited);

  if (id == NULL || self->collection == NULL)
    return;
  if (psg_collection_find_own (self->collection, id) != NULL && self->awaited_only)
    {
      PsgView view = { .page = { PSG_KIND_EVENT, id, NULL } };

      view.event = psg_event_table_find (psg_collection_get_events (self->collection), id);
      psg_session_visit (self, &view);
    }
  else if (psg_collection_find_own (self->collection, id) != NULL)
    psg_session_select_event_id (self, id, NULL);
  else if (self->notes == NULL || !psg_notes_is_loaded (self->notes))
    self->awaited = g_steal_pointer (&id);
}

/* Lays own events anew if any of them is another. A mirror is given what is laid by whom it mirrors. */
void
psg_session_update_own (PsgSession *self)
{
  PsgCollection *base = psg_collection_get_base (self->collection);
  guint serial = self->notes != NULL ? psg_notes_get_kind_serial (self->notes, PSG_NOTE_OWN_EVENT) : 0;
  g_autoptr (GPtrArray) notes = NULL;

  if (base == NULL || self->mirrors)
    return;
  if (serial != self->own_serial)
    {
      notes = list_own (self, base);
      self->own_serial = serial;
      if (!keep_table (self, notes))
        {
          g_autoptr (PsgCollection) laid = psg_session_lay_own (self, base);

          psg_session_change_table (self, laid);
        }
      else if (notes->len > 0 && may_match_others (self))
        psg_session_commit_filter (self, self->filter, NULL);
    }
  choose_awaited (self);
}

/**
 * psg_session_await_own:
 * @self: a session
 * @id: an event that is not in its collection
 * @only: whether playhead and span stay where they are then
 *
 * Chooses an own event as soon as it is known, if not all that there are have been read yet.
 *
 * Returns: whether it may come
 */
gboolean
psg_session_await_own (PsgSession *self,
                       const char *id,
                       gboolean    only)
{
  if (!psg_own_event_is_id (id) || (self->notes != NULL && psg_notes_is_loaded (self->notes)))
    return FALSE;

  g_free (self->awaited);
  self->awaited = g_strdup (id);
  self->awaited_only = only;

  return TRUE;
}
