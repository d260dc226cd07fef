/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-filter.h"

G_BEGIN_DECLS

/* What is shared between psg-filter.c, which reads and writes filters, and
 * psg-filter-apply.c, which holds them against events. */

typedef enum
{
  PSG_FILTER_RANGE,
  PSG_FILTER_AFTER,
  PSG_FILTER_BEFORE,
  PSG_FILTER_N_DATES
} PsgFilterDateKind;

typedef struct
{
  char *text; /* NULL: there is none */
  PsgTimeSpan span; /* what it lets through */
} PsgFilterDate;

struct _PsgFilter
{
  char *text;
  char *query;
  char *typed; /* the query, and terms that could not be read among its words */
  char *problem;
  GStrv lanes;
  GStrv crossings;
  GStrv places;
  GStrv has; /* each a word of psg_filter_has_words */
  char *area; /* NULL: there is none */
  PsgGeoBox area_box;
  PsgFilterDate dates[PSG_FILTER_N_DATES];
  PsgRangeMode mode; /* of the range */
};

/* What `has:` takes. */
typedef struct
{
  const char *word;
  PsgKind kind;
} PsgFilterHasWord;

extern const PsgFilterHasWord psg_filter_has_words[];
extern const guint psg_n_filter_has_words;

G_END_DECLS
