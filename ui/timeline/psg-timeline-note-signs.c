/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-note-signs.h"

#include <math.h>

#include "psg-note-words.h"
#include "psg-timeline-draw.h"

/*
 * Signs are painted into the image of the lanes from pictures, one a colour: in a crowd there can be hundreds.
 * While there are no notes nothing is done at all.
 */

/* Around the sign in its picture: the edge that sets it off. */
#define EDGE 2.0
#define PICTURE (PSG_TIMELINE_NOTE_SIGN + 2 * EDGE)
/* How near a pointer has to come. */
#define REACH 6.0
/* Between the middles of two signs in a lane. */
#define SPACING 9.0
/* Of events that began before the view, in a crowd. */
#define MAX_LASTING 16

typedef struct
{
  float   x;
  float   y;
  guint32 row;
} Sign;

struct _PsgTimelineNoteSigns
{
  PsgTimelineModel *model; /* borrowed: it outlives its parts' parts */
  PsgEventIndex    *index; /* (nullable): of the events with notes that the filter lets through */
  GArray           *signs; /* Sign: by lane and time */
  cairo_surface_t  *pictures[PSG_NOTE_N_COLOURS];
  int               scale; /* of the pictures */
  gboolean          has_index;
};

/* (nullable): where there are none. */
static PsgEventIndex *
ensure_index (PsgTimelineNoteSigns *self)
{
  PsgSession *session = psg_timeline_model_get_session (self->model);
  PsgEventIndex *shown = psg_timeline_model_get_index (self->model);
  g_autoptr (PsgRowSet) rows = NULL;

  if (self->has_index || shown == NULL)
    return self->index;

  self->has_index = TRUE;
  if (psg_row_set_next (psg_session_get_noted (session), 0) == PSG_ROW_NONE)
    return NULL;

  rows = psg_row_set_copy (psg_session_get_noted (session));
  psg_row_set_intersect (rows, psg_session_get_context (session));
  if (psg_row_set_next (rows, 0) != PSG_ROW_NONE)
    self->index = psg_event_index_new (psg_event_index_get_table (shown), psg_event_index_get_n_lanes (shown), rows);

  return self->index;
}

PsgTimelineNoteSigns *
psg_timeline_note_signs_new (PsgTimelineModel *model)
{
  PsgTimelineNoteSigns *self = g_new0 (PsgTimelineNoteSigns, 1);

  self->model = model;
  self->signs = g_array_new (FALSE, FALSE, sizeof (Sign));

  return self;
}

static void
forget_pictures (PsgTimelineNoteSigns *self)
{
  for (guint i = 0; i < PSG_NOTE_N_COLOURS; i++)
    g_clear_pointer (&self->pictures[i], cairo_surface_destroy);
}

void
psg_timeline_note_signs_free (PsgTimelineNoteSigns *self)
{
  forget_pictures (self);
  g_clear_pointer (&self->index, psg_event_index_free);
  g_array_unref (self->signs);
  g_free (self);
}

/* @what: what no longer holds of the timeline. */
void
psg_timeline_note_signs_forget (PsgTimelineNoteSigns *self,
                                PsgTimelineInvalid    what)
{
  if (what & (PSG_INVALID_GATHER | PSG_INVALID_NOTES))
    {
      g_clear_pointer (&self->index, psg_event_index_free);
      self->has_index = FALSE;
    }
  if (what & PSG_INVALID_DRAW)
    forget_pictures (self);
}

/* Laying out */

/* At the upper corner of the mark, before its title. */
static void
add_at_mark (PsgTimelineNoteSigns  *self,
             const PsgTimelineMark *mark,
             double                 width)
{
  float left, right;
  Sign sign = { .row = mark->row };

  psg_timeline_mark_get_extents (mark, &left, &right);
  sign.x = (float) CLAMP (left, PICTURE / 2, width - PICTURE / 2);
  sign.y = mark->y - mark->height / 2;
  g_array_append_val (self->signs, sign);
}

static void
add_in_crowd (PsgTimelineNoteSigns  *self,
              const PsgTimelineLane *lane,
              guint                  row,
              double                 x,
              double                 width)
{
  Sign sign = { .row = row, .x = (float) CLAMP (x, PICTURE / 2, width - PICTURE / 2) };

  sign.y = lane->y + MIN ((float) PICTURE / 2, lane->height / 2);
  g_array_append_val (self->signs, sign);
}

/* The marks of events with notes, by row. */
static GHashTable *
find_marked (PsgTimelineNoteSigns    *self,
             const PsgTimelineLayout *layout)
{
  PsgRowSet *noted = psg_session_get_noted (psg_timeline_model_get_session (self->model));
  GHashTable *marked = g_hash_table_new (NULL, NULL);
  guint n;
  const PsgTimelineMark *marks = psg_timeline_layout_get_marks (layout, &n);

  for (guint i = 0; i < n; i++)
    if (psg_row_set_contains (noted, marks[i].row))
      g_hash_table_insert (marked, GUINT_TO_POINTER (marks[i].row), (gpointer) &marks[i]);

  marks = psg_timeline_layout_get_landmarks (layout, &n);
  for (guint i = 0; i < n; i++)
    if (psg_row_set_contains (noted, marks[i].row))
      g_hash_table_insert (marked, GUINT_TO_POINTER (marks[i].row), (gpointer) &marks[i]);

  return marked;
}

static void
add_row (PsgTimelineNoteSigns  *self,
         const PsgTimelineLane *lane,
         guint                  row,
         GHashTable            *marked)
{
  const PsgTimeAxis *axis = psg_timeline_model_get_axis (self->model);
  const PsgTimelineMark *mark = g_hash_table_lookup (marked, GUINT_TO_POINTER (row));
  PsgEventTable *events = psg_event_index_get_table (self->index);

  if (mark != NULL)
    add_at_mark (self, mark, axis->width);
  else
    add_in_crowd (self, lane, row,
                  psg_time_axis_to_x (axis, (double) psg_event_table_get_columns (events)->start[row]), axis->width);
}

static void
add_lane (PsgTimelineNoteSigns  *self,
          const PsgTimelineLane *lane,
          GHashTable            *marked)
{
  const PsgTimeAxis *axis = psg_timeline_model_get_axis (self->model);
  const gint64 *starts = psg_event_table_get_columns (psg_event_index_get_table (self->index))->start;
  PsgTimeSpan view = psg_time_axis_get_span (axis);
  guint32 lasting[MAX_LASTING];
  guint n, first = psg_event_index_lower_bound (self->index, lane->lane, view.start);
  guint n_lasting = psg_event_index_find_lasting (self->index, lane->lane, first, view.start, lasting, MAX_LASTING);
  const guint32 *rows = psg_event_index_get_rows (self->index, lane->lane, &n);

  for (guint i = 0; i < n_lasting; i++)
    if (i == 0 || g_hash_table_contains (marked, GUINT_TO_POINTER (rows[lasting[i]])))
      add_row (self, lane, rows[lasting[i]], marked);

  for (guint i = first; i < n && starts[rows[i]] < view.end;)
    {
      double x = psg_time_axis_to_x (axis, (double) starts[rows[i]]);
      gint64 free_from = (gint64) ceil (psg_time_axis_to_minute (axis, x + SPACING));

      add_row (self, lane, rows[i], marked);
      i = MAX (i + 1, psg_event_index_lower_bound (self->index, lane->lane, free_from));
    }
}

/**
 * psg_timeline_note_signs_lay_out:
 * @self: signs
 * @layout: what the lanes show
 * @lanes: (array length=n_lanes): where the lanes are
 * @n_lanes: how many
 *
 * Returns: whether there are any
 */
gboolean
psg_timeline_note_signs_lay_out (PsgTimelineNoteSigns    *self,
                                 const PsgTimelineLayout *layout,
                                 const PsgTimelineLane   *lanes,
                                 guint                    n_lanes)
{
  g_autoptr (GHashTable) marked = NULL;

  g_array_set_size (self->signs, 0);
  if (ensure_index (self) == NULL)
    return FALSE;

  marked = find_marked (self, layout);
  for (guint i = 0; i < n_lanes; i++)
    add_lane (self, &lanes[i], marked);

  return self->signs->len > 0;
}

/* Drawing */

static cairo_surface_t *
get_picture (PsgTimelineNoteSigns *self,
             PsgNoteColour         colour,
             int                   scale)
{
  const PsgTimelineStyle *style = psg_timeline_model_get_style (self->model);
  cairo_t *cr;

  if (self->scale != scale)
    forget_pictures (self);
  self->scale = scale;
  if (self->pictures[colour] != NULL)
    return self->pictures[colour];

  self->pictures[colour] = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) PICTURE * scale,
                                                       (int) PICTURE * scale);
  cairo_surface_set_device_scale (self->pictures[colour], scale, scale);
  cr = cairo_create (self->pictures[colour]);
  psg_timeline_rounded_rect (cr, 0, 0, PICTURE, PICTURE, EDGE);
  psg_palette_set_source (cr, &style->bg, 1);
  cairo_fill (cr);
  psg_note_glyph_draw (cr, style->scheme, colour, PICTURE / 2, PICTURE / 2, PSG_TIMELINE_NOTE_SIGN);
  cairo_destroy (cr);

  return self->pictures[colour];
}

/**
 * psg_timeline_note_signs_draw:
 * @self: signs that have been laid out
 * @cr: where, with the origin where the axis begins
 * @row: the event whose sign to draw; %PSG_ROW_NONE for all
 * @scale: device pixels to a pixel
 */
void
psg_timeline_note_signs_draw (PsgTimelineNoteSigns *self,
                              cairo_t              *cr,
                              guint                 row,
                              int                   scale)
{
  PsgSession *session = psg_timeline_model_get_session (self->model);

  for (guint i = 0; i < self->signs->len; i++)
    {
      const Sign *sign = &g_array_index (self->signs, Sign, i);
      GPtrArray *notes = row == PSG_ROW_NONE || sign->row == row ? psg_session_find_event_notes (session, sign->row)
                                                                 : NULL;

      if (notes == NULL)
        continue;
      cairo_set_source_surface (cr, get_picture (self, psg_note_words_get_colour (notes), scale),
                                round (sign->x - PICTURE / 2), round (sign->y - PICTURE / 2));
      cairo_paint (cr);
    }
}

/**
 * psg_timeline_note_signs_pick:
 * @self: signs that have been laid out
 * @x: in pixels from where the axis begins
 * @y: in pixels from the first lane's upper edge
 *
 * Returns: the event whose sign is there, or %PSG_ROW_NONE
 */
guint
psg_timeline_note_signs_pick (const PsgTimelineNoteSigns *self,
                              double                      x,
                              double                      y)
{
  for (guint i = self->signs->len; i-- > 0;)
    {
      const Sign *sign = &g_array_index (self->signs, Sign, i);

      if (fabs (x - sign->x) <= REACH && fabs (y - sign->y) <= REACH)
        return sign->row;
    }

  return PSG_ROW_NONE;
}
