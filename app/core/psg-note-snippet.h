/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Around words that were looked for, as #PsgHit has them. */
char *psg_note_snippet_mark (const char *text, const char *query);
char *psg_note_snippet_cut  (const char *text, const char *query);

G_END_DECLS
