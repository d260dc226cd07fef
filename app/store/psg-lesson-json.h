/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "psg-json.h"
#include "psg-lesson.h"

G_BEGIN_DECLS

/* The longest a lesson of a person's own may be as JSON, in bytes. */
#define PSG_LESSON_MAX_JSON (64 * 1024 * 1024)

char      *psg_lesson_to_json   (const PsgLesson *self);
PsgLesson *psg_lesson_from_json (const PsgJson *json, const char **fault);
PsgLesson *psg_lesson_parse     (const char *text, const char **fault);

G_END_DECLS
