/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-presentation.h"

G_BEGIN_DECLS

#define PSG_TYPE_AUTOPLAY (psg_autoplay_get_type ())
G_DECLARE_FINAL_TYPE (PsgAutoplay, psg_autoplay, PSG, AUTOPLAY, GObject)

/**
 * PsgAutoplay:
 *
 * Gives a lesson with nobody at it, again and again, for an exhibition: each step for as long as it takes to
 * read, then its answer, then the next. Whoever touches a key, the pointer or the screen takes over; after a while in
 * which nobody does, it goes on.
 *
 * Properties: `running`; `waiting`, while somebody has taken over.
 */
PsgAutoplay *psg_autoplay_new         (PsgPresentation *presentation, GtkWidget *window);

gboolean     psg_autoplay_get_running (PsgAutoplay *self);
gboolean     psg_autoplay_get_waiting (PsgAutoplay *self);
void         psg_autoplay_set_running (PsgAutoplay *self, gboolean running);
guint        psg_autoplay_get_seconds (PsgAutoplay *self);
/* What its clock does when so many seconds are over, and what a touch does. */
void         psg_autoplay_advance     (PsgAutoplay *self);
void         psg_autoplay_touch       (PsgAutoplay *self);

G_END_DECLS
