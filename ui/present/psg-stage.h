/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-presentation.h"

G_BEGIN_DECLS

/* How high a stage is laid out, whatever it is shown on: in pixels of its own. */
#define PSG_STAGE_HEIGHT 600

#define PSG_TYPE_STAGE (psg_stage_get_type ())
G_DECLARE_FINAL_TYPE (PsgStage, psg_stage, PSG, STAGE, GtkWidget)

/**
 * PsgStage:
 *
 * What an audience sees: the map, beside it the words, below both the timeline, and over all of it what is
 * pointed at. It is live: timeline and map are those of the app and can be used. It is to be shown in
 * a #PsgZoom of %PSG_STAGE_HEIGHT.
 *
 * # CSS nodes
 * ```
 * stage
 * ├── the map
 * ├── stagetext
 * ├── the timeline
 * ╰── stageglass
 * ```
 */
GtkWidget *psg_stage_new (PsgPresentation *presentation, GtkWidget *map, GtkWidget *timeline);

G_END_DECLS
