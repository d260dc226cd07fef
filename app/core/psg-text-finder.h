/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PsgTextHit:
 * @start: where the words found begin, in code points
 * @end: exclusive
 */
typedef struct
{
  guint start;
  guint end;
} PsgTextHit;

/**
 * PsgTextFinder:
 *
 * A text made ready for finding in it what a person types. Case and diacritics do not count, nor whether
 * letters are composed (the same as in psg_name_fold(): case folded, then Unicode's NFKD without marks);
 * punctuation counts, but a typographic quotation mark, apostrophe or dash is as good as the one on the
 * keyboard. White space of any kind and length is one space, also from one paragraph to the next.
 */
typedef struct _PsgTextFinder PsgTextFinder;

PsgTextFinder *psg_text_finder_new    (void);
void           psg_text_finder_free   (PsgTextFinder *self);
void           psg_text_finder_append (PsgTextFinder *self, const char *text, gssize length, guint position);
GArray        *psg_text_finder_find   (PsgTextFinder *self, const char *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgTextFinder, psg_text_finder_free)

G_END_DECLS
