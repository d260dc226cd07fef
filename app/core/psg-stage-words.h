/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-presentation.h"

G_BEGIN_DECLS

/**
 * PsgStageWords:
 * @over: (nullable): a line above the heading: a date, or what kind of thing it is
 * @heading: what it is called
 * @body: (nullable): what is to be read
 * @quote: (nullable): whether @body is somebody else's words
 * @below: (nullable): a line below: whose words, or what became of a claim
 * @question: (nullable): for the audience
 * @answer: (nullable): the answer to it, if it is shown
 *
 * What a stage says, in the person's language.
 */
typedef struct
{
  char    *over;
  char    *heading;
  char    *body;
  gboolean quote;
  char    *below;
  char    *question;
  char    *answer;
} PsgStageWords;

PsgStageWords *psg_stage_words_new  (PsgPresentation *presentation);
void           psg_stage_words_free (PsgStageWords *self);
char          *psg_stage_words_speak (const PsgStageWords *self, guint step, guint n_steps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgStageWords, psg_stage_words_free)

G_END_DECLS
