/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PSG_TYPE_MAP_CHOICE (psg_map_choice_get_type ())
G_DECLARE_FINAL_TYPE (PsgMapChoice, psg_map_choice, PSG, MAP_CHOICE, GObject)

/**
 * PsgMapChoice:
 *
 * What a person wants to see over the offline map, as the settings have it: a
 * map file, the online map. One for the process.
 *
 * Signals: `changed` when there is another file or another problem; `failed (message)`
 * when a file cannot be shown.
 */
PsgMapChoice *psg_map_choice_get_default   (void);

void          psg_map_choice_start         (PsgMapChoice *self);
void          psg_map_choice_ask           (PsgMapChoice *self, GtkWindow *parent);
void          psg_map_choice_open          (PsgMapChoice *self, GFile *file);
void          psg_map_choice_remove        (PsgMapChoice *self);
char         *psg_map_choice_dup_file_name (PsgMapChoice *self);
const char   *psg_map_choice_get_problem   (PsgMapChoice *self);

gboolean      psg_map_choice_is_map_file   (GFile *file);

G_END_DECLS
