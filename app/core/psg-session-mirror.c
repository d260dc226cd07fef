/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-session-mirror.h"

#include "psg-session-private.h"

/* Keeps two sessions alike. A request made of the second is made of the first, which decides
 * what follows from it; the second is then brought to agree. */

struct _PsgSessionMirror
{
  GObject     parent_instance;

  PsgSession *subject; /* owned */
  PsgSession *other;   /* owned */
  gboolean    agreeing;
};

G_DEFINE_FINAL_TYPE (PsgSessionMirror, psg_session_mirror, G_TYPE_OBJECT)

/* Brings the second session to where the first is; it tells only what differs then. */
static void
agree (PsgSessionMirror *self)
{
  PsgDay day = psg_session_get_compared (self->subject);

  if (self->agreeing)
    return;

  self->agreeing = TRUE;
  g_object_freeze_notify (G_OBJECT (self->other));
  psg_session_set_collection (self->other, psg_session_get_collection (self->subject));
  psg_session_set_notes (self->other, psg_session_get_notes (self->subject));
  if (!psg_filter_equal (psg_session_get_filter (self->other), psg_session_get_filter (self->subject)))
    psg_session_set_filter (self->other, psg_session_get_filter (self->subject), NULL);
  psg_session_commit_view (self->other, &self->subject->view);
  psg_session_set_span (self->other, psg_session_get_span (self->subject));
  if (psg_day_is_valid (day))
    psg_session_set_playhead (self->other, day);
  psg_session_set_compared (self->other, psg_session_get_playhead (self->subject));
  g_object_thaw_notify (G_OBJECT (self->other));
  self->agreeing = FALSE;
}

static void
event_asked_cb (PsgSessionMirror *self)
{
  if (self->agreeing || psg_session_get_event (self->other) == psg_session_get_event (self->subject))
    return;

  psg_session_select_event (self->subject, psg_session_get_event (self->other));
  agree (self);
}

static void
crossing_asked_cb (PsgSessionMirror *self)
{
  const char *id = psg_session_get_crossing (self->other);

  if (self->agreeing || g_strcmp0 (id, psg_session_get_crossing (self->subject)) == 0)
    return;

  psg_session_select_crossing (self->subject, id, NULL);
  agree (self);
}

static void
filter_asked_cb (PsgSessionMirror *self)
{
  if (self->agreeing
      || psg_filter_equal (psg_session_get_filter (self->other), psg_session_get_filter (self->subject)))
    return;

  psg_session_set_filter (self->subject, psg_session_get_filter (self->other), NULL);
  agree (self);
}

static void
psg_session_mirror_dispose (GObject *object)
{
  PsgSessionMirror *self = PSG_SESSION_MIRROR (object);

  g_clear_object (&self->subject);
  g_clear_object (&self->other);

  G_OBJECT_CLASS (psg_session_mirror_parent_class)->dispose (object);
}

static void
psg_session_mirror_class_init (PsgSessionMirrorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_session_mirror_dispose;
}

static void
psg_session_mirror_init (PsgSessionMirror *self)
{
  self->other = psg_session_new ();
  self->other->mirrors = TRUE;
}

/**
 * psg_session_mirror_new:
 * @subject: a session
 *
 * Returns: (transfer full): a mirror of it, which agrees with it from now on
 */
PsgSessionMirror *
psg_session_mirror_new (PsgSession *subject)
{
  static const char *const watched[] = {
    "notify::collection", "notify::filter", "notify::event", "notify::crossing", "notify::page",
    "notify::span", "notify::playhead", "notify::compared", "notify::notes",
  };
  PsgSessionMirror *self;

  g_return_val_if_fail (PSG_IS_SESSION (subject), NULL);

  self = g_object_new (PSG_TYPE_SESSION_MIRROR, NULL);
  self->subject = g_object_ref (subject);
  agree (self);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (subject, watched[i], G_CALLBACK (agree), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->other, "notify::event", G_CALLBACK (event_asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->other, "notify::crossing", G_CALLBACK (crossing_asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->other, "notify::filter", G_CALLBACK (filter_asked_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * psg_session_mirror_get_other:
 * @self: a mirror
 *
 * Returns: (transfer none): the session that shows the other day
 */
PsgSession *
psg_session_mirror_get_other (PsgSessionMirror *self)
{
  g_return_val_if_fail (PSG_IS_SESSION_MIRROR (self), NULL);

  return self->other;
}
