/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-event-columns.h"

G_BEGIN_DECLS

/* The columns of numbers, in the order of psg_event_column_formats. */
typedef enum
{
  COLUMN_START,
  COLUMN_END,
  COLUMN_START_SLACK,
  COLUMN_END_SLACK,
  COLUMN_FLAGS,
  COLUMN_LANE,
  COLUMN_IMPORTANCE,
  COLUMN_PLACE,
  N_COLUMNS,
} PsgEventColumn;

/**
 * PsgEventColumnFormat:
 * @name: what the column is called in the file
 * @width: how many bytes a number takes, little-endian
 */
typedef struct
{
  const char *name;
  guint       width;
} PsgEventColumnFormat;

extern const PsgEventColumnFormat psg_event_column_formats[N_COLUMNS];

/* psg-event-columns-check.c */

/* Returns: (nullable): what is wrong with texts; %NULL if nothing. @offsets are n + 1, and the
 * first is that of @arena. */
const char *psg_event_columns_check_texts (const char    *arena,
                                           gsize          size,
                                           const guint32 *offsets,
                                           guint          n,
                                           gsize          longest);
gboolean    psg_event_columns_check_offsets (const guint32 *offsets, guint n, gsize longest);
/* Returns: (nullable): the column that is wrong, and in @row the first row in which it is. */
const char *psg_event_columns_check_rows  (const PsgEventArrays *arrays,
                                           guint                 n_lanes,
                                           guint                 n_places,
                                           guint                *row);

G_END_DECLS
