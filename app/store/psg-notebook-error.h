/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-note-store.h"

G_BEGIN_DECLS

gboolean psg_notebook_fail          (GError **error, PsgNotebookError code, const char *detail);
void     psg_notebook_convert_error (GError **error);

G_END_DECLS
