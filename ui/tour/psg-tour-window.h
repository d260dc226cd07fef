/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PSG_TYPE_TOUR_WINDOW (psg_tour_window_get_type ())
G_DECLARE_FINAL_TYPE (PsgTourWindow, psg_tour_window, PSG, TOUR_WINDOW, AdwWindow)

/**
 * PsgTourWindow:
 *
 * What the app is, in three screens, for who opens it for the first time. Escape and a button leave it at any time.
 */
GtkWidget *psg_tour_window_new      (GtkWindow *parent);
guint      psg_tour_window_get_page (PsgTourWindow *self);

G_END_DECLS
