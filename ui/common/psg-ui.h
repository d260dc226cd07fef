/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the app's resources begin. */
#define PSG_RESOURCE_PREFIX "/io/github/passages_app/Passages"

void psg_ui_init (void);

G_END_DECLS
