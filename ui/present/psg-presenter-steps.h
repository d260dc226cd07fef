/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-presentation.h"

G_BEGIN_DECLS

/* A picture of what a step shows, @width × @height pixels of the widget's; %NULL where there is none. */
typedef GdkPaintable *(*PsgStepPicture) (PsgPresentation *presentation, guint step, int width, int height,
                                         gpointer user_data);

#define PSG_TYPE_PRESENTER_STEPS (psg_presenter_steps_get_type ())
G_DECLARE_FINAL_TYPE (PsgPresenterSteps, psg_presenter_steps, PSG, PRESENTER_STEPS, GtkWidget)

/**
 * PsgPresenterSteps:
 *
 * All steps in a row, with a picture of each, and how far one has come. Choosing one goes there. Of thousands
 * only those in sight have a widget.
 */
GtkWidget *psg_presenter_steps_new (PsgPresentation *presentation, PsgStepPicture picture, gpointer user_data);

G_END_DECLS
