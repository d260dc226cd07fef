/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-step-card.h"

G_BEGIN_DECLS

#define PSG_TYPE_STEP_ROW (psg_step_row_get_type ())
G_DECLARE_FINAL_TYPE (PsgStepRow, psg_step_row, PSG, STEP_ROW, GtkListBoxRow)

/**
 * PsgStepRow:
 *
 * A step in its lesson: its number, heading and dates, and while it is open its texts. It can be dragged to another
 * place if it is editable.
 *
 * Signals: `edited`, as #PsgStepCard has it; `dropped` with the number, from 0, of the step that was dropped on it and
 * whether that goes below.
 */
GtkWidget   *psg_step_row_new      (gboolean editable);
void         psg_step_row_set      (PsgStepRow *self, const PsgLessonStep *step, guint index);
void         psg_step_row_set_open (PsgStepRow *self, gboolean open);
PsgStepCard *psg_step_row_get_card (PsgStepRow *self);

G_END_DECLS
