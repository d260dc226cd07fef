/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-presenter-steps.h"

G_BEGIN_DECLS

#define PSG_TYPE_PRESENTER_ASIDE (psg_presenter_aside_get_type ())
G_DECLARE_FINAL_TYPE (PsgPresenterAside, psg_presenter_aside, PSG, PRESENTER_ASIDE, GtkWidget)

/**
 * PsgPresenterAside:
 *
 * What only the presenter sees: which step comes next, the notes to this one, its question and answer.
 *
 * Property: `notes-scale`, of the notes' type; 1 is the usual one.
 */
GtkWidget *psg_presenter_aside_new  (PsgPresentation *presentation, PsgStepPicture picture, gpointer user_data);
void       psg_presenter_aside_step_notes (PsgPresenterAside *self, int direction);

G_END_DECLS
