/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_EVENT_EDITOR (psg_event_editor_get_type ())
G_DECLARE_FINAL_TYPE (PsgEventEditor, psg_event_editor, PSG, EVENT_EDITOR, GtkBox)

/**
 * PsgEventEditor:
 *
 * An event of one's own, to be written in. It is kept as it is typed; what is not understood is said at once and not
 * kept.
 *
 * Signals: `gone` when the event is there no more.
 */
GtkWidget *psg_event_editor_new   (PsgSession *session, const PsgNote *note);
void       psg_event_editor_begin (PsgEventEditor *self);

G_END_DECLS
