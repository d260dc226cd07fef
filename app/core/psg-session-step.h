/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-session.h"

G_BEGIN_DECLS

/**
 * PsgStepMissing:
 *
 * What a step shows that is not in the collection, or not in the notebook: bits.
 */
typedef enum
{
  PSG_STEP_MISSING_EVENT = 1 << 0,
  PSG_STEP_MISSING_CROSSING = 1 << 1,
  PSG_STEP_MISSING_DOCUMENT = 1 << 2,
  PSG_STEP_MISSING_PASSAGE = 1 << 3,
} PsgStepMissing;

PsgLessonStep *psg_session_new_step      (PsgSession *self, const PsgViewpoint *map);
PsgStepMissing psg_session_show_step     (PsgSession *self, const PsgLessonStep *step);
char          *psg_step_missing_describe (PsgStepMissing missing);

G_END_DECLS
