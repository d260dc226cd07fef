/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "psg-day.h"

G_BEGIN_DECLS

/**
 * PsgEdtf:
 *
 * A date as ISO 8601-2:2019 (EDTF; Library of Congress, 4 February 2019)
 * writes it: the text as it was given, and what follows from it. Immutable and
 * reference-counted.
 *
 * Levels 0 and 1 are complete; level 2 is parsed. The qualifiers `?`, `~` and
 * `%` do not widen the bounds. Seasons 21 to 24 are the meteorological ones of
 * the northern hemisphere: spring March to May, summer June to August, autumn
 * September to November, winter December to February of the *following* year.
 * 25 to 28 have the same months, 29 to 32 those of the southern hemisphere.
 *
 * Years beyond four digits are kept in text, order and words, but their bounds
 * are %PSG_DAY_MIN or %PSG_DAY_MAX; beyond 15 digits they are an error.
 */
typedef struct _PsgEdtf PsgEdtf;

#define PSG_TYPE_EDTF (psg_edtf_get_type ())
GType psg_edtf_get_type (void) G_GNUC_CONST;

/* What the smallest stated unit is. An `X` states nothing: 1985-04-XX is known
 * to the month. */
typedef enum
{
  PSG_PRECISION_UNKNOWN,   /* nothing stated: an empty end of an interval */
  PSG_PRECISION_MILLENNIUM,
  PSG_PRECISION_CENTURY,
  PSG_PRECISION_DECADE,
  PSG_PRECISION_YEAR,
  PSG_PRECISION_SEASON,    /* also quarters, quadrimesters, semesters (level 2) */
  PSG_PRECISION_MONTH,
  PSG_PRECISION_DAY,
  PSG_PRECISION_MINUTE,
  PSG_PRECISION_SECOND,
} PsgPrecision;

typedef enum
{
  PSG_EDTF_UNCERTAIN     = 1 << 0, /* `?` or `%` anywhere */
  PSG_EDTF_APPROXIMATE   = 1 << 1, /* `~` or `%` anywhere */
  PSG_EDTF_UNSPECIFIED   = 1 << 2, /* an `X` digit */
  PSG_EDTF_INTERVAL      = 1 << 3, /* written with `/` */
  PSG_EDTF_OPEN_START    = 1 << 4, /* `..` before the `/`, or at the start of a set */
  PSG_EDTF_OPEN_END      = 1 << 5, /* `..` after it, or at the end of a set */
  PSG_EDTF_UNKNOWN_START = 1 << 6, /* nothing before the `/` */
  PSG_EDTF_UNKNOWN_END   = 1 << 7, /* nothing after it */
  PSG_EDTF_ONE_OF        = 1 << 8, /* `[…]` */
  PSG_EDTF_ALL_OF        = 1 << 9, /* `{…}` */
} PsgEdtfFlags;

/**
 * PSG_EDTF_ERROR:
 *
 * Every error message reads "at offset N: what the rule wants (section)".
 */
#define PSG_EDTF_ERROR (psg_edtf_error_quark ())
GQuark psg_edtf_error_quark (void);

typedef enum
{
  PSG_EDTF_ERROR_SYNTAX, /* not EDTF */
  PSG_EDTF_ERROR_RANGE,  /* EDTF in form, but there is no such day */
  PSG_EDTF_ERROR_ORDER,  /* an interval that ends before it begins */
  PSG_EDTF_ERROR_LIMIT,  /* too long, or further off than we count */
} PsgEdtfError;

PsgEdtf      *psg_edtf_parse           (const char *text, GError **error);
PsgEdtf      *psg_edtf_new_day         (PsgDay day);
PsgEdtf      *psg_edtf_new_days        (PsgDay first, PsgDay last);
PsgEdtf      *psg_edtf_ref             (PsgEdtf *self);
void          psg_edtf_unref           (PsgEdtf *self);

const char   *psg_edtf_get_text        (const PsgEdtf *self);
int           psg_edtf_get_level       (const PsgEdtf *self);

/* The bounds, both inclusive. Open ends give PSG_DAY_OPEN_START or
 * PSG_DAY_OPEN_END, unknown ends PSG_DAY_NONE. */
PsgDay        psg_edtf_get_earliest    (const PsgEdtf *self);
PsgDay        psg_edtf_get_latest      (const PsgEdtf *self);

/* For an interval `A/B`: the latest day on which it may begin and the earliest
 * on which it may end, so that [latest_start, earliest_end] is certain to be
 * covered. For a single date both are as its earliest and latest day. */
PsgDay        psg_edtf_get_latest_start (const PsgEdtf *self);
PsgDay        psg_edtf_get_earliest_end (const PsgEdtf *self);

PsgPrecision  psg_edtf_get_precision   (const PsgEdtf *self);
PsgPrecision  psg_edtf_get_start_precision (const PsgEdtf *self);
PsgPrecision  psg_edtf_get_end_precision (const PsgEdtf *self);
PsgEdtfFlags  psg_edtf_get_flags       (const PsgEdtf *self);

/* Minutes into the earliest (latest) day when a time of day is given, else -1. */
int           psg_edtf_get_start_minute (const PsgEdtf *self);
int           psg_edtf_get_end_minute  (const PsgEdtf *self);

int           psg_edtf_compare         (const PsgEdtf *a, const PsgEdtf *b);
gboolean      psg_edtf_equal           (const PsgEdtf *a, const PsgEdtf *b);
gboolean      psg_edtf_may_overlap     (const PsgEdtf *self, PsgDay first, PsgDay last);
gboolean      psg_edtf_surely_within   (const PsgEdtf *self, PsgDay first, PsgDay last);

/* `text` again from the parsed parts: identity on canonical text. */
char         *psg_edtf_format          (const PsgEdtf *self);

/* For people, in the current locale: "c. July 2023", "2–12 October 2020",
 * "mid-2022", "from 1 March 2024". */
char         *psg_edtf_format_display  (const PsgEdtf *self);
/* The same, short, for crowded places: "1 Mar 2024", "2–12 Oct 2020". */
char         *psg_edtf_format_short    (const PsgEdtf *self);
/* Uncertainty in words, or NULL where there is none: "approximate",
 * "uncertain", "known to the month". */
char         *psg_edtf_describe_certainty (const PsgEdtf *self);

const char   *psg_precision_to_string  (PsgPrecision precision);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgEdtf, psg_edtf_unref)

G_END_DECLS
