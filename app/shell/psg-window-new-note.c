/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

#include <glib/gi18n.h>

#include "psg-follow.h"
#include "psg-note-subject.h"

/* New notes about what has no page of its own: a stretch of time, a place on the map. */

/* Shows the new note, to be written in. @note: (transfer full) */
static void
add_note (PsgWindow *self,
          PsgNote   *note)
{
  g_autoptr (PsgNote) owned = note;
  g_autofree char *link = g_strconcat ("note:", note->id, NULL);

  psg_notes_change (psg_session_get_notes (self->session), _("Add Note"), NULL, note, NULL);
  psg_follow (GTK_WIDGET (self->toasts), self->session, link);
}

static gboolean
may_add (PsgWindow *self)
{
  PsgNotes *notes = psg_session_get_notes (self->session);

  return notes != NULL && !psg_notes_is_read_only (notes) && psg_session_get_collection (self->session) != NULL;
}

/* A note has a beginning and an end: where a range is open, those of the collection. */
static PsgTimeSpan
close_ends (PsgWindow         *self,
            const PsgTimeSpan *range)
{
  PsgTimeSpan whole = psg_time_span_from_days (PSG_DAY_MIN, PSG_DAY_MAX);
  PsgTimeSpan bounds = psg_collection_get_info (psg_session_get_collection (self->session))->span;
  PsgTimeSpan span = *range;

  if (span.start <= whole.start)
    span.start = MIN (bounds.start, span.end - PSG_MINUTES_PER_DAY);
  if (span.end >= whole.end)
    span.end = MAX (bounds.end, span.start + PSG_MINUTES_PER_DAY);

  return span;
}

static void
note_range_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  const PsgTimeSpan *range = psg_filter_get_range_span (psg_session_get_filter (self->session));
  PsgTimeSpan span;

  if (!may_add (self) || range == NULL)
    return;

  span = close_ends (self, range);
  add_note (self, psg_note_new_about_span (psg_session_get_collection (self->session), &span, g_get_real_time ()));
}

static void
note_place_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  double latitude, longitude;

  g_variant_get (parameter, "(dd)", &latitude, &longitude);
  /* Whoever asks over D-Bus may ask for anything. */
  if (!may_add (self) || !(latitude >= -90 && latitude <= 90) || !(longitude >= -180 && longitude <= 180))
    return;

  add_note (self, psg_note_new_about_place (psg_session_get_collection (self->session), latitude, longitude,
                                            g_get_real_time ()));
}

static void
enable (PsgWindow  *self,
        const char *name,
        gboolean    enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

static void
update_cb (PsgWindow *self)
{
  enable (self, "note-range", may_add (self) && psg_filter_get_range (psg_session_get_filter (self->session)) != NULL);
  enable (self, "note-place", may_add (self));
}

/**
 * psg_window_add_new_note_actions:
 * @self: a window with its session
 */
void
psg_window_add_new_note_actions (PsgWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "note-range", .activate = note_range_cb },
    { .name = "note-place", .activate = note_place_cb, .parameter_type = "(dd)" },
  };
  static const char *const watched[] = { "notify::collection", "notify::filter", "notify::notes" };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->session, watched[i], G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
}
