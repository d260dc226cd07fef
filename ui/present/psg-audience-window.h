/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-presentation.h"
#include "psg-zoom.h"

G_BEGIN_DECLS

#define PSG_TYPE_AUDIENCE_WINDOW (psg_audience_window_get_type ())
G_DECLARE_FINAL_TYPE (PsgAudienceWindow, psg_audience_window, PSG, AUDIENCE_WINDOW, GtkWindow)

/**
 * PsgAudienceWindow:
 *
 * The window for the room: a stage and nothing else. What covers or freezes a presentation does so here.
 */
PsgAudienceWindow *psg_audience_window_new      (PsgPresentation *presentation, GtkWidget *stage);
PsgZoom           *psg_audience_window_get_zoom (PsgAudienceWindow *self);

G_END_DECLS
