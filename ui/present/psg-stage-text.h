/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-presentation.h"

G_BEGIN_DECLS

#define PSG_TYPE_STAGE_TEXT (psg_stage_text_get_type ())
G_DECLARE_FINAL_TYPE (PsgStageText, psg_stage_text, PSG, STAGE_TEXT, GtkWidget)

/**
 * PsgStageText:
 *
 * What the audience reads: a step's heading, text and question, and the answer once it is shown; or, while
 * something else is chosen, what that is. It is as large as fits, and never cut.
 *
 * # CSS nodes
 *
 * `stagetext` with a column of labels
 */
GtkWidget *psg_stage_text_new (PsgPresentation *presentation);

G_END_DECLS
