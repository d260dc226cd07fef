/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-presenter-aside.h"
#include "psg-zoom.h"

G_BEGIN_DECLS

#define PSG_TYPE_PRESENTER_WINDOW (psg_presenter_window_get_type ())
G_DECLARE_FINAL_TYPE (PsgPresenterWindow, psg_presenter_window, PSG, PRESENTER_WINDOW, AdwWindow)

/**
 * PsgPresenterWindow:
 *
 * The presenter's own window: the stage, live, as the audience sees it; what comes next; notes, question and
 * clock; and all that can be done.
 */
PsgPresenterWindow *psg_presenter_window_new       (PsgPresentation *presentation,
                                                    GtkWidget       *stage,
                                                    PsgStepPicture   picture,
                                                    gpointer         user_data);
PsgZoom            *psg_presenter_window_get_zoom  (PsgPresenterWindow *self);
PsgPresenterAside  *psg_presenter_window_get_aside (PsgPresenterWindow *self);
GtkWidget          *psg_presenter_window_get_overlay (PsgPresenterWindow *self);

G_END_DECLS
