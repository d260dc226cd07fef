/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-date-words.h"

G_BEGIN_DECLS

/* What is shared among psg-date-tokens.c, which finds words and numbers,
 * psg-date-parts.c, which tells what they are, and psg-date-words.c, which makes dates
 * of them. */

#define PSG_DATE_MAX_TOKENS 24

typedef enum
{
  PSG_DATE_TOKEN_NUMBER,
  PSG_DATE_TOKEN_WORD,
  PSG_DATE_TOKEN_SEPARATOR, /* one of . / - */
  PSG_DATE_TOKEN_RANGE,     /* a dash with room around it, or "to" */
  PSG_DATE_TOKEN_QUALIFIER, /* one of ? ~ % */
} PsgDateTokenKind;

/* @value is the number, the month or the season; of separators and qualifiers the
 * character. @digits counts those of a number. */
typedef struct
{
  PsgDateTokenKind kind;
  PsgDateWord word;
  int value;
  int digits;
} PsgDateToken;

typedef struct
{
  PsgDateToken tokens[PSG_DATE_MAX_TOKENS];
  guint n;
} PsgDateTokens;

gboolean psg_date_tokens_read (PsgDateTokens      *self,
                               const char         *text,
                               const PsgDateNames *names,
                               GError            **error);

#define PSG_DATE_NO_YEAR G_MININT

/* One date, as far as it was stated: 0 where it was not, -1 for a day or a month that was
 * stated to be 0. */
typedef struct
{
  int year;
  int month;
  int day;
  int season;         /* also quarters: 21 to 36 */
  gboolean named;     /* the month was a word */
  gboolean loose;     /* month and year with nothing but space between */
  gboolean is_middle;
  gboolean is_about;
  gboolean is_uncertain;
  PsgDateOrder order;
} PsgDateParts;

/* What is being read, in which context, and where to say what is wrong with it. */
typedef struct
{
  const char *text;
  const PsgDateContext *context;
  GError **error;
} PsgDateReading;

gboolean psg_date_is_year    (const PsgDateToken *number);
gboolean psg_date_read_parts (PsgDateReading     *reading,
                              const PsgDateToken *first,
                              const PsgDateToken *end,
                              PsgDateParts       *parts);

/* Each returns %FALSE, so that a rule can end in `return psg_date_fail (…)`. */
gboolean psg_date_fail       (PsgDateReading     *reading,
                              PsgDateWordsError   code,
                              const char         *message);
gboolean psg_date_fail_form  (PsgDateReading     *reading);
gboolean psg_date_fail_year  (PsgDateReading     *reading);

G_END_DECLS
