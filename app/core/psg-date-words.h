/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-date-names.h"
#include "psg-edtf.h"

G_BEGIN_DECLS

/**
 * PSG_DATE_WORDS_ERROR:
 *
 * Every message is one sentence for the person who typed the date.
 */
#define PSG_DATE_WORDS_ERROR (psg_date_words_error_quark ())
GQuark psg_date_words_error_quark (void);

typedef enum
{
  PSG_DATE_WORDS_ERROR_EMPTY,       /* nothing was typed */
  PSG_DATE_WORDS_ERROR_UNKNOWN,     /* not a date as we understand them */
  PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, /* a date in form, but the calendar has none */
  PSG_DATE_WORDS_ERROR_ORDER,       /* ends before it begins */
} PsgDateWordsError;

/* How figures alone were read, where they could have been read in two ways. */
typedef enum
{
  PSG_DATE_ORDER_CLEAR,
  PSG_DATE_ORDER_DAY_FIRST,
  PSG_DATE_ORDER_MONTH_FIRST, /* 08/18/2023: because the other way is impossible */
} PsgDateOrder;

/**
 * PsgDateContext:
 * @names: the words that are understood
 * @year: the year meant where none is given, and the one that two figures are near to
 * @today: what "today" means
 */
typedef struct
{
  const PsgDateNames *names;
  int                 year;
  PsgDay              today;
} PsgDateContext;

PsgEdtf *psg_date_words_parse    (const char           *text,
                                  const PsgDateContext *context,
                                  PsgDateOrder         *order,
                                  GError              **error);
char    *psg_date_words_describe (const PsgEdtf        *date,
                                  PsgDateOrder          order);

G_END_DECLS
