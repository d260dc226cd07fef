/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-own-document.h"
#include "psg-progress.h"

G_BEGIN_DECLS

PsgMedia     psg_own_content_guess_media (const char *name, const guint8 *head, gsize size);
gboolean     psg_own_content_read        (const char *path, PsgMedia media, const char *name, PsgProgress *progress,
                                          char **title, GPtrArray *pages, GError **error);
PsgDocument *psg_own_content_read_markdown (const char *source, GError **error);
PsgDocument *psg_own_content_load_text   (const char *path, PsgMedia media, const char *id, const char *title,
                                          GError **error);

G_END_DECLS
