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

G_END_DECLS
