/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PSG_TYPE_PREFERENCES (psg_preferences_get_type ())
G_DECLARE_FINAL_TYPE (PsgPreferences, psg_preferences, PSG, PREFERENCES, AdwWindow)

/**
 * PsgPreferences:
 *
 * The window for what a person sets once and for every window.
 */
GtkWidget *psg_preferences_new (GtkWindow *parent);

G_END_DECLS
