/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-db.h"

G_BEGIN_DECLS

/* What a person's own file is opened for. */
typedef enum
{
  PSG_DB_READ,   /* reading, while others may write */
  PSG_DB_FROZEN, /* reading what nobody writes; needs no right to the folder. A journal beside it is not read */
  PSG_DB_WRITE,  /* reading and writing what is there */
  PSG_DB_CREATE, /* the same, and it is made if need be */
} PsgDbAccess;

PsgDb   *psg_db_open_own        (const char *path, PsgDbAccess access, guint patience, GError **error);
gboolean psg_db_check           (PsgDb *self, GError **error);
gboolean psg_db_copy_to         (PsgDb *self, const char *path, GError **error);
void     psg_db_leave_journal   (PsgDb *self);

G_END_DECLS
