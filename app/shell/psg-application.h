/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PSG_TYPE_APPLICATION (psg_application_get_type ())
G_DECLARE_FINAL_TYPE (PsgApplication, psg_application, PSG, APPLICATION, AdwApplication)

/**
 * PsgApplication:
 *
 * The process: command line, windows, and actions that belong to no window.
 */
PsgApplication *psg_application_new (void);

/* Where the bundled collection lies. */
char *psg_application_dup_bundled_path (void);

G_END_DECLS
