/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a word says in a date. */
typedef enum
{
  PSG_DATE_WORD_UNKNOWN,
  PSG_DATE_WORD_AMBIGUOUS, /* two months begin so */
  PSG_DATE_WORD_MONTH,     /* 1 to 12 */
  PSG_DATE_WORD_SEASON,    /* 21 to 24, as in EDTF */
  PSG_DATE_WORD_QUARTER,   /* "Q", with its number in the word or after it */
  PSG_DATE_WORD_MIDDLE,    /* "mid" */
  PSG_DATE_WORD_TODAY,
  PSG_DATE_WORD_ABOUT,     /* "circa": approximate */
  PSG_DATE_WORD_TO,        /* between the two ends of an interval */
  PSG_DATE_WORD_NOISE,     /* "of", the days of the week */
} PsgDateWord;

/**
 * PsgDateNames:
 *
 * The names of months and seasons and the other words people write dates with:
 * those of one language, and always the English ones. Case, accents and a full
 * stop at the end make no difference; of months and seasons the first three
 * letters are enough where they are no other's, and an ending does no harm.
 */
typedef struct _PsgDateNames PsgDateNames;

PsgDateNames *psg_date_names_new     (void);
PsgDateNames *psg_date_names_new_for_locale (void);
void          psg_date_names_free    (PsgDateNames *self);

void          psg_date_names_add     (PsgDateNames *self, PsgDateWord word, int value, const char *names);
PsgDateWord   psg_date_names_look_up (const PsgDateNames *self, const char *name, int *value, int *other);

char         *psg_date_names_fold    (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgDateNames, psg_date_names_free)

G_END_DECLS
