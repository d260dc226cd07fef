/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_SESSION_MIRROR (psg_session_mirror_get_type ())
G_DECLARE_FINAL_TYPE (PsgSessionMirror, psg_session_mirror, PSG, SESSION_MIRROR, GObject)

/**
 * PsgSessionMirror:
 *
 * A second session that is like the first in everything but the day: its playhead stands at
 * the day the first compares with, and it compares with the first one's playhead. What is
 * chosen or filtered in either is so in both. With it a view shows another day without
 * knowing of it.
 */
PsgSessionMirror *psg_session_mirror_new       (PsgSession *subject);
PsgSession       *psg_session_mirror_get_other (PsgSessionMirror *self);

G_END_DECLS
