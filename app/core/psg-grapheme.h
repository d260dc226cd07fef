/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PsgGrapheme:
 *
 * Where what a person takes for one character ends: extended grapheme clusters (Unicode
 * Standard Annex 29, 3.1.1, rules GB3 to GB13 without GB9c). Feed it a text's code points in order,
 * beginning with one that is all zeros.
 */
typedef struct
{
  guint8 last;      /* the class of the last code point */
  guint8 picture;   /* GB11: how much of “picture, marks, joiner” has been read */
  guint8 odd_flags; /* GB12: whether an odd number of regional indicators has been read */
} PsgGrapheme;

gboolean psg_grapheme_step (PsgGrapheme *self, gunichar c);

G_END_DECLS
