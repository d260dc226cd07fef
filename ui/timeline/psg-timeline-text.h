/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The faces of text on a timeline, as shares of the font around it. */
typedef enum
{
  PSG_FACE_LABEL,
  PSG_FACE_LABEL_BOLD,
  PSG_FACE_LANE,
  PSG_FACE_TICK,
  PSG_FACE_TICK_MAJOR,
  PSG_FACE_SMALL,
  PSG_FACE_SMALL_BOLD,
  PSG_FACE_CAPTION,
} PsgTimelineFace;

#define PSG_N_FACES (PSG_FACE_CAPTION + 1)

/**
 * PsgTimelineText:
 *
 * Text that has been shaped, kept for the next frame. Shaping is what a frame
 * can least afford, so it is also budgeted: see psg_timeline_text_set_budget().
 */
typedef struct _PsgTimelineText PsgTimelineText;

PsgTimelineText *psg_timeline_text_new         (PangoContext    *context, int scale);
void             psg_timeline_text_free        (PsgTimelineText *self);

void             psg_timeline_text_set_budget  (PsgTimelineText *self, guint budget);
double           psg_timeline_text_measure     (PsgTimelineText *self, PsgTimelineFace face, const char *text);
double           psg_timeline_text_try_measure (PsgTimelineText *self, PsgTimelineFace face, const char *text);
double           psg_timeline_text_get_height  (PsgTimelineText *self, PsgTimelineFace face);
void             psg_timeline_text_draw        (PsgTimelineText *self,
                                                cairo_t         *cr,
                                                PsgTimelineFace  face,
                                                const char      *text,
                                                double           x,
                                                double           y,
                                                double           width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgTimelineText, psg_timeline_text_free)

G_END_DECLS
