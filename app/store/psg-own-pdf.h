/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-progress.h"

G_BEGIN_DECLS

gboolean psg_own_pdf_read (const char  *path,
                           PsgProgress *progress,
                           char       **title,
                           GPtrArray   *pages,
                           GError     **error);

G_END_DECLS
