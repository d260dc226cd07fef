/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-notebook-file.h"

G_BEGIN_DECLS

gboolean psg_notebook_salvage (const char      *path,
                               PsgNotebookFile *into,
                               guint           *n_saved,
                               GError         **error);

G_END_DECLS
