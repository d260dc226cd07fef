/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-presentation.h"

G_BEGIN_DECLS

#define PSG_TYPE_STAGE_GLASS (psg_stage_glass_get_type ())
G_DECLARE_FINAL_TYPE (PsgStageGlass, psg_stage_glass, PSG, STAGE_GLASS, GtkWidget)

/**
 * PsgStageGlass:
 *
 * The pane over a stage on which a presenter points: ink, spotlight and laser, the same on every stage of a
 * presentation. While nothing is pointed with, whatever lies below takes the pointer.
 */
GtkWidget *psg_stage_glass_new (PsgPresentation *presentation);

G_END_DECLS
