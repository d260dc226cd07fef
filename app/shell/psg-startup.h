/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-window.h"

G_BEGIN_DECLS

void psg_startup_begin (void);
void psg_startup_watch (PsgWindow *window);

G_END_DECLS
