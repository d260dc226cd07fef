/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-tile-source.h"

G_BEGIN_DECLS

#define PSG_TYPE_MAP_DETAIL (psg_map_detail_get_type ())
G_DECLARE_FINAL_TYPE (PsgMapDetail, psg_map_detail, PSG, MAP_DETAIL, GObject)

/**
 * PsgMapDetail:
 *
 * What lies over the offline map, on every map of the process: nothing, unless a
 * person wants it. Notifies of `online` and `file`; signal: `damaged (const GError *)`: a part of
 * the file cannot be shown.
 */
PsgMapDetail  *psg_map_detail_get_default (void);

void           psg_map_detail_set_online  (PsgMapDetail *self, const char *url_template);
PsgTileSource *psg_map_detail_get_online  (PsgMapDetail *self);
void           psg_map_detail_set_file    (PsgMapDetail *self, PsgTileSource *file);
PsgTileSource *psg_map_detail_get_file    (PsgMapDetail *self);
void           psg_map_detail_tell_damaged (PsgMapDetail *self, const GError *error);

G_END_DECLS
