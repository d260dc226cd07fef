/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-filter.h"

G_BEGIN_DECLS

/**
 * PsgFilterWords:
 * @term: a term of a filter, as psg_filter_to_string() has it
 * @text: what it means, for a person: “From 1 Mar 2021”
 */
typedef struct
{
  char *term;
  char *text;
} PsgFilterWords;

PsgFilterWords *psg_filter_words_new  (const char *term, const char *text);
void            psg_filter_words_free (PsgFilterWords *self);

GPtrArray *psg_filter_describe     (const PsgFilter *self, PsgCollection *collection);
char      *psg_filter_find_unknown (const PsgFilter *self, PsgCollection *collection);

G_END_DECLS
