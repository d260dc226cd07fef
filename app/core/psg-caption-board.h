/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-happening.h"

G_BEGIN_DECLS

/* At most so many captions stand at once. */
#define PSG_CAPTION_ROOM 3

/* How long a caption stands: so that anybody finds it, and then reads it. About 22
 * letters a second is what subtitles for adults allow at most. */
#define PSG_CAPTION_FIND_SECONDS 2.0
#define PSG_CAPTION_LETTER_SECONDS 0.045

/**
 * PsgCaption:
 * @id: told from every other of this board by it; later ones have greater ones
 * @happening: what it says
 * @n_more: how many happenings passed with it that have no caption
 * @seconds: how much longer it is to stand
 */
typedef struct
{
  guint         id;
  PsgHappening *happening;
  guint         n_more;
  double        seconds;
} PsgCaption;

/**
 * PsgCaptionBoard:
 *
 * What just happened, standing for as long as it takes to read. Captions are read one
 * after the other: one that comes while others stand gets the time to read those first.
 * There is room for a few; time is told to it, it has no clock.
 */
typedef struct _PsgCaptionBoard PsgCaptionBoard;

PsgCaptionBoard *psg_caption_board_new     (void);
void             psg_caption_board_free    (PsgCaptionBoard *self);

GPtrArray       *psg_caption_board_get_captions (PsgCaptionBoard *self);
gboolean         psg_caption_board_is_empty (const PsgCaptionBoard *self);
guint            psg_caption_board_get_n_more (const PsgCaptionBoard *self);

void             psg_caption_board_set_room (PsgCaptionBoard *self, guint room);
gboolean         psg_caption_board_put     (PsgCaptionBoard *self, PsgHappening *happening, guint n_letters,
                                            guint n_more);
void             psg_caption_board_squeeze (PsgCaptionBoard *self, PsgHappening *happening, guint n_letters,
                                            guint n_more);
gboolean         psg_caption_board_advance (PsgCaptionBoard *self, double seconds);
gboolean         psg_caption_board_clear   (PsgCaptionBoard *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgCaptionBoard, psg_caption_board_free)

G_END_DECLS
