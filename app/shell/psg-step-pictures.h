/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-palette.h"
#include "psg-presentation.h"

G_BEGIN_DECLS

/**
 * PsgStepPictures:
 *
 * Small pictures of what the steps of a presentation show, each drawn once in each look.
 */
typedef struct _PsgStepPictures PsgStepPictures;

PsgStepPictures *psg_step_pictures_new  (PsgPresentation *presentation);
void             psg_step_pictures_free (PsgStepPictures *self);
GdkPaintable    *psg_step_pictures_get  (PsgPresentation *presentation, guint step, int width, int height,
                                         gpointer pictures);
void             psg_step_pictures_set_scheme (PsgStepPictures *self, PsgScheme scheme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgStepPictures, psg_step_pictures_free)

G_END_DECLS
