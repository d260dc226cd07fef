/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-lesson-sheets.h"

G_BEGIN_DECLS

#define PSG_TYPE_LESSON_PRINT_WINDOW (psg_lesson_print_window_get_type ())
G_DECLARE_FINAL_TYPE (PsgLessonPrintWindow, psg_lesson_print_window, PSG, LESSON_PRINT_WINDOW, AdwWindow)

/**
 * PsgLessonPrintWindow:
 *
 * Lets a person choose a lesson and what of it to print, shows the pages, prints them or writes
 * them into a PDF.
 */
PsgLessonPrintWindow *psg_lesson_print_window_new (GtkWindow *parent, PsgCollection *collection, GPtrArray *lessons);

PsgSheets *psg_lesson_print_window_get_sheets (PsgLessonPrintWindow *self);

G_END_DECLS
