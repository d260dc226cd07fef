/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-lesson.h"

G_BEGIN_DECLS

/* The texts of a step, in the order they stand. */
typedef enum
{
  PSG_STEP_HEADING,
  PSG_STEP_TEXT,
  PSG_STEP_QUESTION,
  PSG_STEP_ANSWER,
  PSG_STEP_NOTES,
  PSG_STEP_N_TEXTS,
} PsgStepText;

PsgText **psg_step_get_text (PsgLessonStep *step, PsgStepText text);

#define PSG_TYPE_STEP_CARD (psg_step_card_get_type ())
G_DECLARE_FINAL_TYPE (PsgStepCard, psg_step_card, PSG, STEP_CARD, GtkBox)

/**
 * PsgStepCard:
 *
 * What is said at a step: to be read, or with editable set written. Its signal `edited` gives which #PsgStepText it
 * was, and how it reads now. What can be done with the step are `lesson` actions of a widget around it.
 */
GtkWidget *psg_step_card_new   (gboolean editable);
void       psg_step_card_set   (PsgStepCard *self, const PsgLessonStep *step);
void       psg_step_card_begin (PsgStepCard *self);

G_END_DECLS
