/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-presentation.h"

G_BEGIN_DECLS

#define PSG_TYPE_PRESENTER_CLOCK (psg_presenter_clock_get_type ())
G_DECLARE_FINAL_TYPE (PsgPresenterClock, psg_presenter_clock, PSG, PRESENTER_CLOCK, GtkWidget)

/**
 * PsgPresenterClock:
 *
 * What time it is, how long the lesson has taken, and how much of its time is left; pressing it opens what
 * can be set.
 */
GtkWidget *psg_presenter_clock_new (PsgPresentation *presentation);

G_END_DECLS
