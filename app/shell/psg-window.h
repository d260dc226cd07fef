/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-application.h"
#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_WINDOW (psg_window_get_type ())
G_DECLARE_FINAL_TYPE (PsgWindow, psg_window, PSG, WINDOW, AdwApplicationWindow)

/**
 * PsgWindow:
 *
 * One session and the views on it: header, list of events, map, document pane,
 * timeline. What it can do is an action on its action map, also over D-Bus:
 *
 * - `win.select-event (s)`: an event's id; the empty string chooses none
 * - `win.select-crossing (s)`: a crossing's id; the empty string chooses none
 * - `win.open-document (s)`: a document's id, or `DOCUMENT#PASSAGE`; the empty
 *   string closes it
 * - `win.set-playhead (s)`: an EDTF day, or a date, for its first day
 * - `win.set-span (s)`: an EDTF interval; an open end reaches as far as the collection
 * - `win.set-range (s)`: an EDTF interval to filter by; the empty string clears it
 * - `win.set-filter (s)`: see #PsgFilter
 * - `win.set-lanes (s)`: see #PsgLaneOrder
 *
 * - `win.play-speed (s)`: how much time passes in a second of playback: `day`, `week`,
 *   `month`, `quarter` or `year`
 *
 * - `win.add-document`: asks for a file to be copied into the notebook; `win.remove-document (s)`,
 *   `win.restore-document (s)`: put one into the bin, or take it out, by its id
 *
 * - `win.copy-link`: a link to what is shown, see #PsgDeepLink
 * - `win.cite (s)`: cites an `event:ID`, `document:ID#PASSAGE` and so on; the empty string, what is shown
 * - `win.copy-quote (s)`: these words, with a citation of what is shown
 *
 * - `win.text-size (i)`: how large documents are set, in percent
 *
 * The state of each that asks for one, mostly a string, tells what is so now. `win.play`, `win.play-loop`,
 * `win.play-skip-empty`, `win.play-wait` and `win.range-certain` are on or off.
 */
PsgWindow  *psg_window_new         (PsgApplication *app);
PsgSession *psg_window_get_session (PsgWindow *self);

/* Both show @follow (nullable, as for psg_window_follow()) once the collection is open. */
void        psg_window_open_last   (PsgWindow *self, const char *follow);
void        psg_window_open_file   (PsgWindow *self, GFile *file, const char *follow);

gboolean    psg_window_follow      (PsgWindow *self, const char *link);

gboolean    psg_window_is_document  (GFile *file);
void        psg_window_add_document (PsgWindow *self, GFile *file);

/* Whether there is nothing under way: the collection is open and all views are
 * made, or it could not be opened. */
gboolean    psg_window_is_settled  (PsgWindow *self);
/* Whether there is something of the collection to see. */
gboolean    psg_window_shows_data  (PsgWindow *self);

/* Presents the lesson that was presented last, or the first, as soon as a collection is open; again and again
 * if it is to be @unattended. */
void        psg_window_present_lesson (PsgWindow *self, gboolean unattended);

G_END_DECLS
