/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-presentation.h"
#include "psg-window.h"

G_BEGIN_DECLS

#define PSG_TYPE_PRESENTING (psg_presenting_get_type ())
G_DECLARE_FINAL_TYPE (PsgPresenting, psg_presenting, PSG, PRESENTING, GObject)

/**
 * PsgPresenting:
 *
 * A window's collection while it is presented: the audience's window, the presenter's if there is a second
 * screen or it is asked for, and what joins them. It goes on as long as one of them is open.
 *
 * Signal: `ended`, once.
 */
PsgPresenting   *psg_presenting_new              (PsgWindow *owner, PsgLesson *lesson, guint step);

PsgPresentation *psg_presenting_get_presentation (PsgPresenting *self);
GtkWindow       *psg_presenting_get_audience     (PsgPresenting *self);
GtkWindow       *psg_presenting_get_presenter    (PsgPresenting *self);
void             psg_presenting_present          (PsgPresenting *self);
void             psg_presenting_set_loop         (PsgPresenting *self, gboolean loop);
void             psg_presenting_end              (PsgPresenting *self);

/* (transfer none) (nullable): what is under way in a window. */
PsgPresenting   *psg_window_get_presenting       (PsgWindow *self);

G_END_DECLS
