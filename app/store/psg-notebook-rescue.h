/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-notebook-file.h"

G_BEGIN_DECLS

PsgNotebookFile *psg_notebook_open_folder (const char *folder,
                                           gint64      now,
                                           char      **report,
                                           GError    **error);

G_END_DECLS
