/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PSG_TYPE_FIND_BAR (psg_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (PsgFindBar, psg_find_bar, PSG, FIND_BAR, AdwBin)

/**
 * PsgFindBar:
 *
 * What is typed to be found in a text, which of how many is shown, and the way to the next and the
 * previous one. It finds nothing itself: it emits `changed` with what was typed, `step` with +1 or -1,
 * and `closed`.
 *
 * # CSS nodes
 *
 * `findbar`
 */
GtkWidget  *psg_find_bar_new       (void);
void        psg_find_bar_open      (PsgFindBar *self, const char *text);
void        psg_find_bar_close     (PsgFindBar *self);
gboolean    psg_find_bar_is_open   (PsgFindBar *self);
const char *psg_find_bar_get_text  (PsgFindBar *self);
const char *psg_find_bar_get_count (PsgFindBar *self);
void        psg_find_bar_show_count (PsgFindBar *self, guint number, guint n);
void        psg_find_bar_show_wrap (PsgFindBar *self, int direction);

G_END_DECLS
