/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-edtf.h"

G_BEGIN_DECLS

/* What is shared among the psg-edtf-*.c files and nobody else: the parts a
 * date was written in. An expression is a list of spans, a span has two ends,
 * an end is a date, open or unknown. */

/* The longest text we read, in bytes. It bounds the work a hostile file can
 * cause; the longest real dates are sets of a few dozen years. */
#define PSG_EDTF_MAX_LENGTH 512

/* The furthest year we count to either side. The universe is 14 thousand
 * million years old, and nothing in a collection is older than that. */
#define PSG_EDTF_MAX_YEAR G_GINT64_CONSTANT (999999999999999)

/* The first month code that is no month, but a part of a year. */
#define PSG_EDTF_FIRST_GROUPING 21
#define PSG_EDTF_LAST_GROUPING 41

typedef enum
{
  PSG_EDTF_END_STATED,
  PSG_EDTF_END_OPEN,    /* `..` */
  PSG_EDTF_END_UNKNOWN, /* nothing */
} PsgEdtfEnd;

typedef enum
{
  PSG_EDTF_YEAR,
  PSG_EDTF_MONTH,
  PSG_EDTF_DAY,
  PSG_EDTF_N_COMPONENTS,
} PsgEdtfComponent;

/* The year is kept beside the day, because years beyond four digits share the
 * first or the last day we count; those have their month and day here. */
typedef struct
{
  gint64 year;
  PsgDay day;
  int month;
  int day_of_month;
} PsgEdtfBound;

typedef struct
{
  PsgEdtfEnd end;

  /* Digits and `X` as they were written; empty where they were not. The year
   * is without its sign, and empty where it is a long one. */
  char digits[PSG_EDTF_N_COMPONENTS][5];
  /* `?`, `~`, `%` or 0, to the left and to the right of each. */
  char left[PSG_EDTF_N_COMPONENTS];
  char right[PSG_EDTF_N_COMPONENTS];
  gboolean negative;

  /* `Y-17E7S2`: 17, 7 and 2. */
  gboolean is_long;
  gint64 mantissa;
  int exponent;    /* 0: not written */
  int significant; /* 0: not written; also after a year of four digits */

  /* -1 where not written. */
  int hour;
  int minute;
  int second;
  char zone[7]; /* empty, `Z`, `+02` or `-04:30` */

  /* What follows from the above: psg_edtf_date_resolve(). */
  PsgEdtfBound earliest;
  PsgEdtfBound latest;
  PsgPrecision precision;
  PsgEdtfFlags flags;
  int level;
} PsgEdtfDate;

typedef struct
{
  PsgEdtfDate start;
  PsgEdtfDate finish;  /* the same as @start unless @is_range */
  gboolean is_range;   /* `/` in an interval, `..` in a set */
} PsgEdtfSpan;

typedef enum
{
  PSG_EDTF_KIND_DATE,
  PSG_EDTF_KIND_INTERVAL,
  PSG_EDTF_KIND_ONE_OF,
  PSG_EDTF_KIND_ALL_OF,
} PsgEdtfKind;

struct _PsgEdtf
{
  char *text;
  PsgEdtfKind kind;
  PsgEdtfSpan *spans;
  guint n_spans;

  /* Summed up from the spans. */
  PsgEdtfBound earliest;
  PsgEdtfBound latest;
  PsgPrecision precision;
  PsgEdtfFlags flags;
  int level;
};

/* A text being read, and how far. */
typedef struct
{
  const char *text;
  gsize at;
  GError **error;
} PsgEdtfReader;

/* psg-edtf-reader.c */
char     psg_edtf_reader_peek   (const PsgEdtfReader *reader);
gboolean psg_edtf_reader_accept (PsgEdtfReader       *reader,
                                 char                 wanted);
gboolean psg_edtf_reader_at     (const PsgEdtfReader *reader,
                                 const char          *wanted);
char    *psg_edtf_reader_quote  (const PsgEdtfReader *reader);
gboolean psg_edtf_reader_fail   (PsgEdtfReader       *reader,
                                 gsize                offset,
                                 PsgEdtfError         code,
                                 const char          *section,
                                 const char          *format,
                                 ...) G_GNUC_PRINTF (5, 6);

/* psg-edtf-year.c, psg-edtf-time.c and psg-edtf-date.c: each reads one part. */
gboolean psg_edtf_read_year     (PsgEdtfReader       *reader,
                                 PsgEdtfDate         *date);
gboolean psg_edtf_read_time     (PsgEdtfReader       *reader,
                                 PsgEdtfDate         *date);
gboolean psg_edtf_read_date     (PsgEdtfReader       *reader,
                                 PsgEdtfDate         *date);
/* psg-edtf-parse.c */
gboolean psg_edtf_read          (PsgEdtfReader       *reader,
                                 PsgEdtf             *self);

/* psg-edtf-bounds.c */
gboolean psg_edtf_date_resolve  (PsgEdtfDate         *date);
gboolean psg_edtf_span_is_ordered (const PsgEdtfSpan *span);
void     psg_edtf_resolve       (PsgEdtf             *self);

/* What a date consists of: psg-edtf-parts.c */
gboolean psg_edtf_date_has      (const PsgEdtfDate   *date,
                                 PsgEdtfComponent     component);
gboolean psg_edtf_date_is_definite (const PsgEdtfDate *date,
                                 PsgEdtfComponent     component);
int      psg_edtf_date_get_number (const PsgEdtfDate *date,
                                 PsgEdtfComponent     component);
gint64   psg_edtf_date_get_year (const PsgEdtfDate   *date);
int      psg_edtf_date_get_grouping (const PsgEdtfDate *date);
PsgEdtfFlags psg_edtf_date_get_qualifiers (const PsgEdtfDate *date);
int      psg_edtf_template_count (const char         *digits);
int      psg_edtf_template_fill (const char          *digits,
                                 int                  nth);
gboolean psg_edtf_template_matches (const char       *digits,
                                 int                  value);
int      psg_edtf_count_digits  (gint64               number);
gint64   psg_edtf_power_of_ten  (int                  exponent);

/* psg-edtf-display-date.c */
char    *psg_edtf_date_format_display (const PsgEdtfDate *date,
                                 gboolean             brief);

G_END_DECLS
