/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-lesson.h"
#include "psg-source.h"
#include "psg-session.h"

G_BEGIN_DECLS

/* What stands on paper is as well sourced as what stands on the screen. */
GPtrArray *psg_paper_sources_of_step  (PsgCollection *collection, const PsgLessonStep *step);
GPtrArray *psg_paper_sources_of_scene (PsgSession *session);
void       psg_paper_sources_add      (GPtrArray *sources, PsgCollection *collection, const char *const *ids);

char      *psg_paper_source_describe  (const PsgSource *source);
const char *psg_paper_source_get_url  (const PsgSource *source);
char      *psg_paper_source_format_url (const PsgSource *source);

G_END_DECLS
