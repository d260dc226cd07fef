/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-own-document.h"
#include "psg-progress.h"

G_BEGIN_DECLS

/**
 * PsgOwnCopy:
 * @path: (type filename): the copy; it goes with this unless it was given a name
 * @size: in bytes
 * @sha256: of what was read
 * @head: (array length=head_size): how it begins
 * @head_size: at most %PSG_OWN_HEAD bytes
 *
 * A file that is being added: all of it, in the notebook's folder, under a name that means nothing.
 */
#define PSG_OWN_HEAD 1024

typedef struct
{
  char   *path;
  guint64 size;
  char   *sha256;
  guint8  head[PSG_OWN_HEAD];
  gsize   head_size;
} PsgOwnCopy;

PsgOwnCopy *psg_own_copy_new       (GFile *file, const char *folder, PsgProgress *progress, GError **error);
void        psg_own_copy_free      (PsgOwnCopy *self);
gboolean    psg_own_copy_keep      (PsgOwnCopy *self, const char *path, GError **error);

char       *psg_own_folder_dup     (const char *notebook);
char       *psg_own_folder_dup_path (const char *folder, const PsgOwnDocument *document);
gboolean    psg_own_folder_check   (const char *folder, const PsgOwnDocument *document, GCancellable *cancellable,
                                    GError **error);
void        psg_own_folder_tidy    (const char *folder, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgOwnCopy, psg_own_copy_free)

G_END_DECLS
