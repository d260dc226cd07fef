/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection-file.h"
#include "psg-diagnostics.h"

G_BEGIN_DECLS

/* A folder of its own for a test; removed with what is in it by psg_fixture_remove(). */
char              *psg_fixture_new_folder  (void);
void               psg_fixture_remove      (const char *folder);
void               psg_fixture_copy_folder (const char *from, const char *to);
/* Paths of the sources and the compiled file of the bundled collection. */
const char        *psg_fixture_get_sources (void);
const char        *psg_fixture_get_bundled (void);
PsgCollectionFile *psg_fixture_open_bundled (void);
PsgDay             psg_fixture_day         (const char *text);

G_END_DECLS
