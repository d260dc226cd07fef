/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-window.h"

G_BEGIN_DECLS

/* @message says what was written, or what went wrong. */
typedef void (*PsgPictureDone) (gboolean success, const char *message, gpointer user_data);

void psg_picture_take (PsgWindow         *window,
                       const char        *path,
                       const char *const *actions,
                       PsgPictureDone     done,
                       gpointer           user_data);

G_END_DECLS
