/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-db.h"
#include "psg-tile-source.h"

G_BEGIN_DECLS

/* The longest value of the metadata that is looked at, bytes. */
#define PSG_MBTILES_MAX_VALUE 4096

gboolean psg_mbtiles_metadata_read (PsgDb *db, PsgTileInfo *info, GError **error);
char    *psg_mbtiles_plain_text    (const char *html);

G_END_DECLS
