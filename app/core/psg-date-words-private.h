/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-date-words.h"

G_BEGIN_DECLS

/* What is shared between psg-date-words.c, which makes dates of words, and
 * psg-date-tokens.c, which finds the words. */

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

G_END_DECLS
