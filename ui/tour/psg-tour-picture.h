/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a screen of the tour is about. */
typedef enum
{
  PSG_TOUR_TOGETHER, /* timeline and map */
  PSG_TOUR_EVIDENCE, /* from an event to the words */
  PSG_TOUR_OWN,      /* notes and lessons */
  PSG_TOUR_N_SCREENS,
} PsgTourScreen;

/* In pixels, at the usual size. */
#define PSG_TOUR_PICTURE_WIDTH 400
#define PSG_TOUR_PICTURE_HEIGHT 180

GtkWidget *psg_tour_picture_new (PsgTourScreen screen);

G_END_DECLS
