/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-sight.h"

/* What the part of a document that is in sight speaks of: the events its passages bear on and
 * those it links to. Which part that is, the reader knows. */

static void
add_event (GArray              *rows,
           const PsgEventTable *events,
           const char          *id)
{
  guint row = psg_event_table_find (events, id);

  if (row != PSG_ROW_NONE)
    g_array_append_val (rows, row);
}

static void
add_passage (GArray              *rows,
             const PsgEventTable *events,
             const PsgDocument   *document,
             const char          *id)
{
  for (guint i = 0; document->passages != NULL && i < document->passages->len; i++)
    {
      const PsgPassage *passage = g_ptr_array_index (document->passages, i);

      if (!g_str_equal (passage->id, id))
        continue;
      for (guint j = 0; passage->events != NULL && passage->events[j] != NULL; j++)
        add_event (rows, events, passage->events[j]);
      return;
    }
}

/**
 * psg_sight_tell:
 * @session: whom to tell; it shows @document
 * @document: a document
 * @rendering: how it stands in the buffer
 * @start: the first offset in sight
 * @end: the first offset after
 *
 * Tells the session which events that part speaks of.
 */
void
psg_sight_tell (PsgSession         *session,
                const PsgDocument  *document,
                const PsgRendering *rendering,
                guint               start,
                guint               end)
{
  const PsgEventTable *events = psg_collection_get_events (psg_session_get_collection (session));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < rendering->spots->len; i++)
    {
      const PsgSpot *spot = &g_array_index (rendering->spots, PsgSpot, i);

      if (spot->end <= start || spot->start >= end)
        continue;
      if (spot->kind == PSG_SPOT_PASSAGE)
        add_passage (rows, events, document, spot->target);
      else if (spot->kind == PSG_SPOT_LINK && g_str_has_prefix (spot->target, "event:"))
        add_event (rows, events, spot->target + strlen ("event:"));
    }

  psg_session_set_mentioned (session, (const guint *) rows->data, rows->len);
}
