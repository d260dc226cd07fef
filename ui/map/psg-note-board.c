/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-board.h"

#include <math.h>

#include "psg-map-crowd.h"
#include "psg-mercator.h"
#include "psg-note-words.h"

/*
 * Notes are clustered as events are. A sign stands at its very place, so that it can be told from events, which
 * stand above theirs; it moves aside only from what must not be covered, to the nearest place that is free.
 */

#define CLUSTER_RADIUS 28.0
/* How far beyond the view signs are placed, as a part of it; very many are placed anew beyond. */
#define MARGIN 0.5
/* Steps aside, in pixels. */
#define STEP 14.0
#define MAX_STEPS 6
#define N_WAYS 8
/* The colours of more are not compared. */
#define MAX_COMPARED 64

struct _PsgNoteBoard
{
  GPtrArray       *marks;     /* PsgNoteMark, borrowed */
  GArray          *points;    /* PsgMapPoint: of the marks */
  GArray          *obstacles; /* PsgMapObstacle */
  PsgMapCrowd     *crowd;     /* (nullable): of what is laid out */
  GArray          *signs;     /* PsgPlacedNotes, the most important first */
  PsgMapProjection view;      /* it was laid out for */
  PsgBox           window;
  double           zoom;      /* the step; -1: nothing is laid out */
};

static PsgMapPoint
locate (const PsgNoteMark *mark,
        guint              i)
{
  return (PsgMapPoint) { psg_mercator_x (mark->longitude), psg_mercator_y (mark->latitude), i, 1 };
}

/**
 * psg_note_board_new:
 * @placed: (element-type PsgNoteMark): as psg_notes_get_placed() has them; the board holds until they change
 * @collection: id of the collection whose notes are shown
 *
 * Returns: (transfer full): a board
 */
PsgNoteBoard *
psg_note_board_new (GPtrArray  *placed,
                    const char *collection)
{
  PsgNoteBoard *self = g_new0 (PsgNoteBoard, 1);
  const char *interned = g_intern_string (collection);

  self->marks = g_ptr_array_new ();
  self->points = g_array_new (FALSE, FALSE, sizeof (PsgMapPoint));
  self->obstacles = g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle));
  self->signs = g_array_new (FALSE, FALSE, sizeof (PsgPlacedNotes));
  self->zoom = -1;
  for (guint i = 0; i < placed->len; i++)
    {
      PsgNoteMark *mark = g_ptr_array_index (placed, i);
      PsgMapPoint point = locate (mark, self->marks->len);

      if (mark->collection != interned)
        continue;
      g_ptr_array_add (self->marks, mark);
      g_array_append_val (self->points, point);
    }

  return self;
}

void
psg_note_board_free (PsgNoteBoard *self)
{
  g_clear_pointer (&self->crowd, psg_map_crowd_free);
  g_ptr_array_unref (self->marks);
  g_array_unref (self->points);
  g_array_unref (self->obstacles);
  g_array_unref (self->signs);
  g_free (self);
}

/* @obstacles: (element-type PsgMapObstacle): what no sign may lie on if there is room; copied */
void
psg_note_board_set_obstacles (PsgNoteBoard *self,
                              GArray       *obstacles)
{
  g_array_set_size (self->obstacles, 0);
  if (obstacles->len > 0)
    g_array_append_vals (self->obstacles, obstacles->data, obstacles->len);
  self->zoom = -1;
}

/* What is laid out no longer holds. */
void
psg_note_board_forget (PsgNoteBoard *self)
{
  self->zoom = -1;
}

guint
psg_note_board_get_n (const PsgNoteBoard *self)
{
  return self->marks->len;
}

/**
 * psg_note_board_list:
 * @self: a board that has been laid out
 * @notes: one of its signs
 *
 * Returns: (transfer container) (element-type PsgNoteMark): the notes it stands for, in the order they have in
 *   the board
 */
GPtrArray *
psg_note_board_list (const PsgNoteBoard   *self,
                     const PsgPlacedNotes *notes)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < notes->cluster.n; i++)
    {
      const PsgMapPoint *spot = &g_array_index (self->crowd->spots, PsgMapPoint, notes->cluster.first + i);
      guint n;
      const guint32 *places = psg_map_crowd_get_places (self->crowd, spot->place, &n);

      for (guint j = 0; j < n; j++)
        g_ptr_array_add (list, g_ptr_array_index (self->marks, places[j]));
    }

  return list;
}

/* How far a sign reaches left and right from its middle, pixels: with the number that it has. */
double
psg_placed_notes_get_reach (const PsgPlacedNotes *self)
{
  if (self->cluster.n_things <= 1)
    return PSG_NOTE_SIGN_REACH;

  return PSG_NOTE_SIGN_REACH + (self->cluster.n_things < 10 ? 6 : self->cluster.n_things < 100 ? 10 : 14);
}

static PsgBox
get_box (const PsgPlacedNotes *sign,
         double                dx,
         double                dy)
{
  double reach = psg_placed_notes_get_reach (sign);

  return (PsgBox) { dx - reach, dy - PSG_NOTE_SIGN_REACH, dx + reach, dy + PSG_NOTE_SIGN_REACH };
}

static double
measure_leader (PsgMapBoard *board,
                double       x,
                double       y,
                double       dx,
                double       dy)
{
  double length = hypot (dx, dy), seen = 0;

  while (seen < length)
    {
      double part = 1 - seen / length;
      PsgBox at = { part * dx - 1, part * dy - 1, part * dx + 1, part * dy + 1 };

      if (!psg_map_board_is_free (board, x, y, &at))
        return seen;
      seen += 2;
    }

  return length;
}

/* At the point if that is free, or as near to it as can be; at the point after all where nothing is. */
static void
place (PsgMapBoard    *board,
       double          x,
       double          y,
       PsgPlacedNotes *sign)
{
  PsgBox box = get_box (sign, 0, 0);

  for (guint step = 0; step <= MAX_STEPS; step++)
    for (guint way = 0; way < (step > 0 ? N_WAYS : 1); way++)
      {
        /* To the right first: cards mostly stand there only where they have to. */
        double angle = way * 2 * G_PI / N_WAYS;
        double dx = step * STEP * cos (angle), dy = step * STEP * sin (angle);
        PsgBox wanted = get_box (sign, dx, dy);

        if (!psg_map_board_is_free (board, x, y, &wanted))
          continue;
        sign->dx = dx;
        sign->dy = dy;
        sign->leader = measure_leader (board, x, y, dx, dy);
        psg_map_board_take (board, x, y, &wanted);
        return;
      }

  psg_map_board_take (board, x, y, &box);
}

static PsgNoteColour
find_colour (const PsgNoteBoard   *self,
             const PsgPlacedNotes *sign)
{
  g_autoptr (GPtrArray) list = NULL;

  if (sign->cluster.n_things > MAX_COMPARED)
    return PSG_NOTE_NO_COLOUR;

  list = psg_note_board_list (self, sign);

  return psg_note_words_get_colour (list);
}

static void
place_signs (PsgNoteBoard           *self,
             GArray                 *clusters,
             const PsgMapProjection *view)
{
  g_autoptr (GArray) obstacles = psg_map_projection_turn_obstacles (view, self->obstacles);
  g_autoptr (PsgMapBoard) board = psg_map_board_new (self->zoom, (const PsgMapObstacle *) obstacles->data,
                                                     obstacles->len);

  for (guint i = 0; i < clusters->len; i++)
    {
      PsgPlacedNotes sign = { .cluster = g_array_index (clusters, PsgMapCluster, i) };
      double x, y;

      psg_map_projection_turn (view, sign.cluster.x, sign.cluster.y, &x, &y);
      place (board, x, y, &sign);
      sign.colour = find_colour (self, &sign);
      g_array_append_val (self->signs, sign);
    }
}

/* Whether what is laid out serves this view too. */
gboolean
psg_note_board_is_up_to_date (const PsgNoteBoard     *self,
                              const PsgMapProjection *view)
{
  PsgBox seen = psg_map_projection_get_bounds (view, 0);

  return self->zoom == psg_map_board_quantise (view->zoom) && self->view.rotation == view->rotation
         && (self->points->len <= PSG_MAP_CROWD_MANY
             || (seen.x0 >= self->window.x0 && seen.y0 >= self->window.y0
                 && seen.x1 <= self->window.x1 && seen.y1 <= self->window.y1));
}

/**
 * psg_note_board_lay_out:
 * @self: a board
 * @view: what is seen
 *
 * Returns: (transfer none) (element-type PsgPlacedNotes): the signs
 */
GArray *
psg_note_board_lay_out (PsgNoteBoard           *self,
                        const PsgMapProjection *view)
{
  g_autoptr (GArray) clusters = NULL;

  if (psg_note_board_is_up_to_date (self, view))
    return self->signs;

  g_array_set_size (self->signs, 0);
  g_clear_pointer (&self->crowd, psg_map_crowd_free);
  self->view = *view;
  self->zoom = psg_map_board_quantise (view->zoom);
  self->window = psg_map_projection_get_bounds (view, MARGIN);
  if (self->points->len == 0)
    return self->signs;

  self->crowd = psg_map_crowd_new (self->points, self->zoom, &self->window);
  clusters = psg_map_cluster_points (self->crowd->spots, self->zoom, CLUSTER_RADIUS);
  place_signs (self, clusters, view);

  return self->signs;
}
