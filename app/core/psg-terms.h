/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person types into a search or filter, taken apart: words, `"phrases of words"`
 * and `key:value`, where a value with spaces stands in quotation marks. */
GStrv       psg_terms_split    (const char *text);
char       *psg_term_dup_value (const char *term, const char *key);
char       *psg_term_write     (const char *key, const char *value);

G_END_DECLS
