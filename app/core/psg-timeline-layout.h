/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-event-index.h"
#include "psg-time-axis.h"

G_BEGIN_DECLS

/**
 * PsgTimelineLane:
 * @lane: index into the collection's lanes
 * @y: its upper edge
 * @height: its height
 * @dot: the diameter of its dots; 0 for the query's
 * @slim: whether it is too low for titles, or collapsed: the chosen event's alone is shown
 *
 * Where a lane is drawn, in pixels. Lanes that are not listed are not drawn.
 */
typedef struct
{
  guint    lane;
  float    y;
  float    height;
  float    dot;
  gboolean slim;
} PsgTimelineLane;

typedef enum
{
  PSG_MARK_POINT, /* a moment: a dot, with a tail over its day when there is room */
  PSG_MARK_RANGE, /* it lasts: a bar */
  PSG_MARK_VAGUE, /* a moment within a month, a year: a bar with soft edges */
} PsgMarkKind;

/**
 * PsgTimelineMark:
 * @row: the event
 * @start: where it begins, in pixels from the left edge; may lie far outside
 * @end: where it ends
 * @y: of its middle
 * @height: of a bar, or of a dot's disc
 * @lane: index into the lanes drawn
 * @line: which line of text of the lane
 * @kind: a #PsgMarkKind
 * @flags: the event's flags
 *
 * An event as it is drawn.
 */
typedef struct
{
  guint32 row;
  float   start;
  float   end;
  float   y;
  float   height;
  guint16 flags;
  guint8  lane;
  guint8  line;
  guint8  kind;
} PsgTimelineMark;

/**
 * PsgTimelineLabel:
 * @row: the event
 * @x: its left edge
 * @y: of its middle
 * @width: the width it has
 * @lane: index into the lanes drawn
 * @line: which line of text of the lane
 * @ellipsized: whether the text is longer than that
 * @inside: whether it belongs to a wide bar, and so keeps within the view with it
 * @apart: whether it belongs to a wide bar but stands after something else upon it, from which a rule
 *   in the middle of the %PSG_TIMELINE_LABEL_APART pixels more that it leaves sets it apart
 * @upon: whether it stands upon bars lower than itself, and so needs a ground of its own
 *
 * A title as it is drawn.
 */
typedef struct
{
  guint32 row;
  float   x;
  float   y;
  float   width;
  guint8  lane;
  guint8  line;
  guint8  ellipsized;
  guint8  inside;
  guint8  apart;
  guint8  upon;
} PsgTimelineLabel;

/**
 * PsgTimelineColumn:
 * @x: its left edge
 * @y: its upper edge
 * @width: its width
 * @height: its height: more events make it higher
 * @lane: index into the lanes drawn
 *
 * Events that stand too close to be told apart, as a density.
 */
typedef struct
{
  float  x;
  float  y;
  float  width;
  float  height;
  guint8 lane;
} PsgTimelineColumn;

/**
 * PsgTimelineMeasure:
 * @row: an event
 * @bold: whether its title will be drawn in bold
 * @user_data: as given
 *
 * Returns: the width of its title in pixels; negative if that is not known yet, in
 *   which case it goes without a label this time and the layout is incomplete
 */
typedef double (*PsgTimelineMeasure) (guint row, gboolean bold, gpointer user_data);

/**
 * PsgTimelineQuery:
 * @index: the events
 * @axis: the stretch of time and its pixels
 * @lanes: where the lanes are
 * @n_lanes: how many
 * @selected: the chosen event, or %PSG_ROW_NONE: always labelled
 * @dot: the diameter of a dot
 * @line_height: what a line of text takes; a lane twice as high gets two lines
 * @padding: left and right of the text in the chosen event's label
 * @measure: how wide a title is; %NULL for no labels
 * @user_data: for @measure
 */
typedef struct
{
  const PsgEventIndex   *index;
  PsgTimeAxis            axis;
  const PsgTimelineLane *lanes;
  guint                  n_lanes;
  guint                  selected;
  float                  dot;
  float                  line_height;
  float                  padding;
  PsgTimelineMeasure     measure;
  gpointer               user_data;
} PsgTimelineQuery;

/* A label is never narrower than this, unless its whole text is: a dozen letters, for
 * fewer say nothing. */
#define PSG_TIMELINE_LABEL_MIN 84.0f
/* Between a mark and its label, and between a label and what comes next. */
#define PSG_TIMELINE_LABEL_GAP 5.0f
/* That much more before a bar's title that follows something else upon the bar: close
 * behind another title, or behind a dot, it would be read as one with it. */
#define PSG_TIMELINE_LABEL_APART 12.0f

/**
 * PsgTimelineLayout:
 *
 * What a timeline shows, as arrays in order of lane and time: what is drawn,
 * and what is searched when somebody points at it. Its arrays are kept from one
 * update to the next.
 */
typedef struct _PsgTimelineLayout PsgTimelineLayout;

PsgTimelineLayout *psg_timeline_layout_new     (void);
void               psg_timeline_layout_free    (PsgTimelineLayout *self);
void               psg_timeline_layout_clear   (PsgTimelineLayout *self);
void               psg_timeline_layout_update  (PsgTimelineLayout *self, const PsgTimelineQuery *query);

const PsgTimelineMark   *psg_timeline_layout_get_marks   (const PsgTimelineLayout *self, guint *n_marks);
const PsgTimelineMark   *psg_timeline_layout_get_landmarks (const PsgTimelineLayout *self, guint *n_landmarks);
const PsgTimelineLabel  *psg_timeline_layout_get_labels  (const PsgTimelineLayout *self, guint *n_labels);
const PsgTimelineColumn *psg_timeline_layout_get_columns (const PsgTimelineLayout *self, guint *n_columns);
const PsgTimelineMark   *psg_timeline_layout_get_selected (const PsgTimelineLayout *self);
const PsgTimelineLabel  *psg_timeline_layout_get_pill    (const PsgTimelineLayout *self);
gboolean                 psg_timeline_layout_is_complete (const PsgTimelineLayout *self);
const PsgTimelineMark   *psg_timeline_layout_find        (const PsgTimelineLayout *self, guint row);
guint                    psg_timeline_layout_pick        (const PsgTimelineLayout *self, double x, double y);

void                     psg_timeline_mark_get_extents   (const PsgTimelineMark *mark, float *left, float *right);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgTimelineLayout, psg_timeline_layout_free)

G_END_DECLS
