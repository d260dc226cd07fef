/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-layout.h"

G_BEGIN_DECLS

/* At most this many lines of text in one lane. */
#define PSG_TIMELINE_MAX_LINES 4
/* A bar wider than this lies behind what happens within it. */
#define PSG_TIMELINE_WIDE 96.0f

/* A cell is so many density columns: 64 to 128 pixels. */
#define PSG_TIMELINE_COLUMNS_PER_CELL 32

struct _PsgTimelineLayout
{
  GArray *marks;        /* PsgTimelineMark */
  GArray *reach;        /* float, as many as marks: the rightmost edge so far in the lane */
  GArray *landmarks;    /* PsgTimelineMark */
  GArray *labels;       /* PsgTimelineLabel */
  GArray *columns;      /* PsgTimelineColumn */
  GArray *lanes;        /* LaneSlice */
  GArray *obstacles;    /* PsgTimelineObstacle, of the lane at hand */
  GArray *taken;        /* PsgTimelineObstacle, of the line at hand */
  PsgTimelineMark selected;
  PsgTimelineLabel pill;
  float dot;
  gboolean has_selected;
  gboolean has_pill;
  gboolean complete;
};

/* A lane's part of the arrays. */
typedef struct
{
  float y;
  float height;
  guint first_mark;
  guint n_marks;
  guint first_label;
  guint n_labels;
} PsgTimelineSlice;

/* What labels keep clear of: a mark, or a crowded stretch. */
typedef struct
{
  float left;
  float right;
  gint  mark;           /* -1: crowded, on every line */
} PsgTimelineObstacle;

/* A lane while it is laid out. */
typedef struct
{
  const PsgTimelineQuery *query;
  const PsgEventColumns *columns;
  const guint32 *rows;
  guint n_rows;
  guint lane;          /* as drawn */
  guint lane_id;       /* as in the index */
  guint n_lines;
  float dot;
  double scale;
  gint64 column;       /* minutes in a density column */
  double column_peak;
  gboolean has_titles; /* whether there is room for titles over a crowd */
} PsgTimelineGather;

PsgTimelineMark psg_timeline_gather_make_mark (const PsgTimelineGather *gather,
                                               guint                    row,
                                               guint                    line,
                                               PsgStack                 stack);
gboolean psg_timeline_gather_is_crowded (const PsgTimelineGather *gather, gint64 cell);

void psg_timeline_layout_place_landmarks (PsgTimelineLayout *self, const PsgTimelineGather *gather);
void psg_timeline_layout_place_labels (PsgTimelineLayout      *self,
                                       const PsgTimelineQuery *query,
                                       guint                   lane,
                                       guint                   n_lines);
void psg_timeline_layout_place_pill   (PsgTimelineLayout      *self,
                                       const PsgTimelineQuery *query);

static inline gboolean
psg_timeline_mark_is_wide (const PsgTimelineMark *mark)
{
  return mark->kind != PSG_MARK_POINT && mark->end - mark->start >= PSG_TIMELINE_WIDE;
}

G_END_DECLS
