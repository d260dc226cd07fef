/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

#include <glib/gi18n.h>

#include "psg-date-range.h"
#include "psg-follow.h"
#include "psg-map-view.h"
#include "psg-note-subject.h"

/* New events of a person's own, and where they were. */

/* A place that is being picked on the map. */
typedef struct
{
  PsgWindow *window;
  char      *note;
} Picking;

static gboolean
may_add (PsgWindow *self)
{
  PsgNotes *notes = psg_session_get_notes (self->session);

  return notes != NULL && !psg_notes_is_read_only (notes) && psg_session_get_collection (self->session) != NULL;
}

/* Within the range that is chosen, if one is; else on the day of the playhead. */
static char *
dup_date (PsgWindow *self)
{
  const char *range = psg_filter_get_range (psg_session_get_filter (self->session));
  g_autoptr (PsgEdtf) date = range != NULL ? psg_edtf_parse (range, NULL) : NULL;

  if (date != NULL)
    return g_strdup (range);

  return psg_day_format_iso (psg_session_get_playhead (self->session));
}

/* Chosen and shown, to be written in. @note: (transfer full) */
static void
add_event (PsgWindow *self,
           PsgNote   *note)
{
  g_autoptr (PsgNote) owned = note;
  g_autofree char *id = psg_own_event_dup_id (note->id);
  g_autofree char *link = g_strconcat ("note:", note->id, NULL);

  psg_notes_change (psg_session_get_notes (self->session), _("Add Event"), NULL, note, NULL);
  psg_session_select_event_id (self->session, id, NULL);
  psg_follow (GTK_WIDGET (self->toasts), self->session, link);
}

static PsgNote *
new_event (PsgWindow *self)
{
  g_autofree char *date = dup_date (self);

  return psg_note_new_own_event (psg_session_get_collection (self->session), date, g_get_real_time ());
}

static void
new_event_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  if (may_add (self))
    add_event (self, new_event (self));
}

static void
set_place (PsgNote *note,
           double   latitude,
           double   longitude)
{
  note->event->has_place = TRUE;
  g_clear_pointer (&note->event->place, g_free);
  note->target.latitude = latitude;
  note->target.longitude = longitude;
}

static void
new_event_at_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  double latitude, longitude;
  PsgNote *note;

  g_variant_get (parameter, "(dd)", &latitude, &longitude);
  /* Whoever asks over D-Bus may ask for anything. */
  if (!may_add (self) || !(latitude >= -90 && latitude <= 90) || !(longitude >= -180 && longitude <= 180))
    return;

  note = new_event (self);
  set_place (note, latitude, longitude);
  add_event (self, note);
}

static void
picked_cb (gboolean picked,
           double   latitude,
           double   longitude,
           gpointer data)
{
  Picking *picking = data;
  PsgNotes *notes = psg_session_get_notes (picking->window->session);
  const PsgNoteMark *mark = picked && notes != NULL ? psg_notes_find (notes, picking->note) : NULL;

  if (mark != NULL && mark->own != NULL && !psg_notes_is_read_only (notes))
    {
      g_autoptr (PsgNote) before = psg_note_ref (mark->own);
      g_autoptr (PsgNote) after = psg_note_copy (before);

      set_place (after, latitude, longitude);
      after->modified = g_get_real_time ();
      psg_notes_change (notes, _("Place Event"), before, after, NULL);
    }

  g_free (picking->note);
  g_object_unref (picking->window);
  g_free (picking);
}

static void
pick_place_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  Picking *picking;

  if (!may_add (self) || self->map == NULL)
    return;

  picking = g_new0 (Picking, 1);
  picking->window = g_object_ref (self);
  picking->note = g_variant_dup_string (parameter, NULL);
  psg_map_view_pick (psg_window_get_map (self), picked_cb, picking);
}

static void
update_cb (PsgWindow *self)
{
  static const char *const names[] = { "new-event", "new-event-at", "pick-place" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), names[i])),
                                 may_add (self));
}

/**
 * psg_window_add_new_event_actions:
 * @self: a window with its session
 */
void
psg_window_add_new_event_actions (PsgWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "new-event", .activate = new_event_cb },
    { .name = "new-event-at", .activate = new_event_at_cb, .parameter_type = "(dd)" },
    { .name = "pick-place", .activate = pick_place_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->session, "notify::subject", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::notes", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
}
