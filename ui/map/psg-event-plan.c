/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-plan.h"

#include <math.h>

#include "psg-map-crowd.h"
#include "psg-palette.h"
#include "psg-place-nearness.h"

/*
 * Events are counted by their places, the places clustered and set out. Which events a
 * bubble stands for is found out when somebody asks. With very many places only what is
 * about the view is planned, in a window that is moved long before the view comes to its edge:
 * what is near the edge may lie differently in another window.
 */

/* How far beyond the view the window reaches, as a part of it: if it is waited for, and if
 * it is laid out in a thread. */
#define MARGIN_AT_ONCE 0.25
#define MARGIN 1.0
/* With less left than this it is moved. */
#define MARGIN_KEPT 0.5
/* With no more places than this other events are waited for: it takes a millisecond or two, less than a frame
 * that still shows those that no longer match. */
#define WAITED_FOR (8 * PSG_MAP_CROWD_MANY)
/* From where to where events fade, as parts of the stretch of time that is shown. */
#define FADE_FROM 0.02
#define FADE_TO 0.3

struct _PsgEventPlan
{
  PsgSession      *session;    /* unowned: it belongs to who owns us */
  PsgEventPlanFunc ready;
  gpointer         user_data;
  GArray          *obstacles;  /* PsgMapObstacle: what must not be covered; replaced, never changed */
  GArray          *names;      /* PsgMapObstacle: what had better not be; the same */
  GArray          *positions;  /* (nullable): of the collection's places */
  PsgPlaceField   *field;      /* (nullable): until something is to be shown */
  PsgEventBoard   *board;      /* (nullable): what is shown */
  GCancellable    *laying_out; /* (nullable): while a thread does */
  GArray          *nearness;   /* gint64, by place; not changed while a thread reads it */
  GArray          *nothing;    /* PsgPlannedBubble, empty: bubbles while there is no board */
  gboolean         chosen_known;
  gboolean         noted_known;
  gboolean         measured;
  guint            generation; /* of what was measured */
};

static PsgEventTable *
get_events (PsgEventPlan *self)
{
  return psg_collection_get_events (psg_session_get_collection (self->session));
}

static void
gather (PsgEventPlan *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  PsgRowSet *matches = psg_session_get_matches (self->session);
  guint n_lanes;

  if (self->field != NULL || collection == NULL || matches == NULL)
    return;

  if (self->positions == NULL)
    self->positions = psg_place_field_locate (psg_collection_get_places (collection));
  n_lanes = psg_collection_get_lanes (collection)->len;
  self->field = psg_place_field_new (psg_collection_get_places (collection), self->positions,
                                     psg_place_tally_new (psg_collection_get_events (collection), matches,
                                                          psg_session_get_span (self->session),
                                                          self->positions->len, n_lanes),
                                     n_lanes);
  self->measured = FALSE;
}

static void
measure_if_needed (PsgEventPlan *self)
{
  if (self->measured)
    return;

  if (self->laying_out != NULL || self->nearness->len != self->positions->len)
    {
      g_array_unref (self->nearness);
      self->nearness = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_set_size (self->nearness, self->positions->len);
    }
  self->measured = TRUE;
  self->generation++;
  psg_place_nearness_measure (get_events (self), psg_session_get_matches (self->session),
                              psg_session_get_span (self->session),
                              psg_day_to_minutes (psg_session_get_playhead (self->session)),
                              (gint64 *) self->nearness->data, self->nearness->len);
}

/* Whether what is on the board goes on for as far beyond the view. */
static gboolean
reaches (PsgEventPlan           *self,
         const PsgMapProjection *view,
         double                  margin)
{
  const PsgBoardBrief *brief = psg_event_board_get_brief (self->board);
  PsgBox box = psg_map_projection_get_bounds (view, margin);

  return brief->field->points->len <= PSG_MAP_CROWD_MANY
         || (box.x0 >= brief->window.x0 && box.y0 >= brief->window.y0
             && box.x1 <= brief->window.x1 && box.y1 <= brief->window.y1);
}

static gboolean
is_up_to_date (PsgEventPlan           *self,
               const PsgMapProjection *view)
{
  const PsgBoardBrief *brief;

  if (self->board == NULL)
    return FALSE;

  brief = psg_event_board_get_brief (self->board);

  return brief->field == self->field && brief->obstacles == self->obstacles && brief->names == self->names
         && brief->zoom == psg_map_board_quantise (view->zoom) && brief->view.rotation == view->rotation
         && reaches (self, view, MARGIN_KEPT);
}

static PsgEventBoard *
board_new (PsgEventPlan           *self,
           const PsgMapProjection *view,
           double                  margin)
{
  PsgBoardBrief brief = {
    .field = self->field, .obstacles = self->obstacles, .names = self->names,
    .nearness = self->nearness, .measured = self->generation,
    .zoom = psg_map_board_quantise (view->zoom), .view = *view,
    .window = psg_map_projection_get_bounds (view, margin),
  };

  return psg_event_board_new (&brief);
}

static void
show_board (PsgEventPlan  *self,
            PsgEventBoard *board)
{
  g_clear_pointer (&self->board, psg_event_board_free);
  self->board = board;
  self->chosen_known = FALSE;
  self->noted_known = FALSE;
}

static void
work (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  psg_event_board_lay_out (data);
  g_task_return_pointer (task, data, (GDestroyNotify) psg_event_board_free);
}

static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  PsgEventPlan *self = user_data;
  g_autoptr (PsgEventBoard) board = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: the plan may be gone. */
  if (board == NULL)
    return;

  g_clear_object (&self->laying_out);
  show_board (self, g_steal_pointer (&board));
  self->ready (self->user_data);
}

static void
lay_out_in_thread (PsgEventPlan           *self,
                   const PsgMapProjection *view)
{
  g_autoptr (GTask) task = NULL;

  self->laying_out = g_cancellable_new ();
  task = g_task_new (NULL, self->laying_out, laid_out_cb, self);
  /* Before the next frame is drawn. */
  g_task_set_priority (task, GTK_PRIORITY_RESIZE);
  g_task_set_task_data (task, board_new (self, view, MARGIN), NULL);
  g_task_run_in_thread (task, work);
}

/* The thread ends by itself, and until then reads what we had measured. */
static void
stop_laying_out (PsgEventPlan *self)
{
  if (self->laying_out == NULL)
    return;

  g_cancellable_cancel (self->laying_out);
  g_clear_object (&self->laying_out);
  g_array_unref (self->nearness);
  self->nearness = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->measured = FALSE;
}

/* Whether what is on the board is to be seen until the new is there: not if it leaves part of the view empty, nor if
 * it is of other events and the new will be there soon. */
static gboolean
may_wait (PsgEventPlan           *self,
          const PsgMapProjection *view)
{
  guint n = self->field->points->len;

  return n > PSG_MAP_CROWD_MANY && self->board != NULL && reaches (self, view, 0)
         && (n > WAITED_FOR || psg_event_board_get_brief (self->board)->field == self->field);
}

static void
place_if_needed (PsgEventPlan           *self,
                 const PsgMapProjection *view)
{
  gboolean waiting = may_wait (self, view);
  PsgEventBoard *board;

  if (is_up_to_date (self, view) || (waiting && self->laying_out != NULL))
    return;

  if (waiting)
    {
      lay_out_in_thread (self, view);
      return;
    }

  stop_laying_out (self);
  measure_if_needed (self);
  board = board_new (self, view, self->board != NULL && reaches (self, view, 0) ? MARGIN : MARGIN_AT_ONCE);
  psg_event_board_lay_out (board);
  show_board (self, board);
}

/* Whether a row is shown, and by which cluster. */
static gboolean
is_in_cluster (PsgEventPlan *self,
               guint         number,
               guint         row)
{
  PsgTimeSpan when = psg_event_table_get_span (get_events (self), row);

  return psg_event_board_get_number (self->board, psg_event_table_get_columns (get_events (self))->place[row]) == number
         && psg_time_span_overlaps (psg_session_get_span (self->session), when.start, when.end)
         && psg_row_set_contains (psg_session_get_matches (self->session), row);
}

static void
mark_chosen_if_needed (PsgEventPlan *self)
{
  guint chosen = psg_session_get_event (self->session), number = 0;
  GArray *bubbles = psg_event_board_get_bubbles (self->board);

  if (self->chosen_known)
    return;

  self->chosen_known = TRUE;
  if (chosen != PSG_ROW_NONE)
    number = psg_event_board_get_number (self->board, psg_event_table_get_columns (get_events (self))->place[chosen]);
  if (number != 0 && !is_in_cluster (self, number, chosen))
    number = 0;
  for (guint i = 0; i < bubbles->len; i++)
    {
      PsgPlannedBubble *bubble = &g_array_index (bubbles, PsgPlannedBubble, i);

      bubble->look.emphasis = number != 0 && bubble->number == number;
    }
}

/* Which bubbles stand for an event of the person's own. */
static void
mark_own (PsgEventPlan *self,
          GArray       *bubbles)
{
  PsgEventTable *events = get_events (self);
  const PsgRowMerge *merge = psg_event_table_get_merge (events);
  const guint32 *places = psg_event_table_get_columns (events)->place;
  guint n = merge != NULL ? psg_row_merge_get_n_own (merge) : 0;
  g_autofree guint8 *marked = g_new0 (guint8, bubbles->len + 1);

  for (guint i = 0; i < n; i++)
    {
      guint row = psg_row_merge_from_own (merge, i);
      guint number = places[row] != PSG_PLACE_NONE ? psg_event_board_get_number (self->board, places[row]) : 0;

      if (number != 0 && number <= bubbles->len && is_in_cluster (self, number, row))
        marked[number] = 1;
    }

  for (guint i = 0; i < bubbles->len; i++)
    {
      PsgPlannedBubble *bubble = &g_array_index (bubbles, PsgPlannedBubble, i);

      bubble->own = bubble->number <= bubbles->len && marked[bubble->number];
    }
}

/* Which bubbles stand for an event that the person wrote about. */
static void
mark_noted_if_needed (PsgEventPlan *self)
{
  GArray *bubbles = psg_event_board_get_bubbles (self->board);
  PsgRowSet *noted = psg_session_get_noted (self->session);
  const guint32 *places = psg_event_table_get_columns (get_events (self))->place;
  g_autofree guint8 *marked = NULL;

  if (self->noted_known)
    return;

  self->noted_known = TRUE;
  mark_own (self, bubbles);
  marked = g_new0 (guint8, bubbles->len + 1);
  for (guint row = psg_row_set_next (noted, 0); row != PSG_ROW_NONE; row = psg_row_set_next (noted, row + 1))
    {
      guint number = psg_event_board_get_number (self->board, places[row]);

      if (number != 0 && marked[number] == 0 && is_in_cluster (self, number, row))
        marked[number] = 1;
    }

  for (guint i = 0; i < bubbles->len; i++)
    {
      PsgPlannedBubble *bubble = &g_array_index (bubbles, PsgPlannedBubble, i);

      bubble->noted = marked[bubble->number];
    }
}

static guint
get_fade (PsgEventPlan           *self,
          const PsgPlannedBubble *bubble,
          PsgScheme               scheme)
{
  double length = MAX (1, psg_time_span_get_length (psg_session_get_span (self->session)));
  double t = CLAMP ((bubble->nearness / length - FADE_FROM) / (FADE_TO - FADE_FROM), 0, 1);

  /* What is chosen does not fade, nor anything for who asked for contrast. */
  if (bubble->look.emphasis || scheme >= PSG_SCHEME_HIGH_CONTRAST)
    return 0;

  return round (t * (PSG_BUBBLE_FADES - 1));
}

static GArray *
copy_obstacles (GArray *from)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (PsgMapObstacle), from->len);

  if (from->len > 0)
    g_array_append_vals (copy, from->data, from->len);

  return copy;
}

/**
 * psg_event_plan_new:
 * @session: whose events; it must outlive the plan
 * @ready: (scope notified): called when bubbles that were laid out in a thread are there
 * @user_data: for @ready
 *
 * Returns: (transfer full): a plan
 */
PsgEventPlan *
psg_event_plan_new (PsgSession      *session,
                    PsgEventPlanFunc ready,
                    gpointer         user_data)
{
  PsgEventPlan *self = g_new0 (PsgEventPlan, 1);

  self->session = session;
  self->ready = ready;
  self->user_data = user_data;
  self->obstacles = g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle));
  self->names = g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle));
  self->nearness = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->nothing = g_array_new (FALSE, FALSE, sizeof (PsgPlannedBubble));

  return self;
}

void
psg_event_plan_free (PsgEventPlan *self)
{
  psg_event_plan_forget_places (self);
  g_array_unref (self->obstacles);
  g_array_unref (self->names);
  g_array_unref (self->nearness);
  g_array_unref (self->nothing);
  g_free (self);
}

void
psg_event_plan_set_obstacles (PsgEventPlan *self,
                              GArray       *obstacles,
                              GArray       *names)
{
  g_array_unref (self->obstacles);
  g_array_unref (self->names);
  self->obstacles = copy_obstacles (obstacles);
  self->names = copy_obstacles (names);
}

/* Another collection. */
void
psg_event_plan_forget_places (PsgEventPlan *self)
{
  stop_laying_out (self);
  g_clear_pointer (&self->board, psg_event_board_free);
  g_clear_pointer (&self->field, psg_place_field_unref);
  g_clear_pointer (&self->positions, g_array_unref);
}

/* Other events, or another span. */
void
psg_event_plan_forget_events (PsgEventPlan *self)
{
  g_clear_pointer (&self->field, psg_place_field_unref);
}

/* Another one is chosen. */
void
psg_event_plan_forget_chosen (PsgEventPlan *self)
{
  self->chosen_known = FALSE;
}

/* There are notes about other events. */
void
psg_event_plan_forget_noted (PsgEventPlan *self)
{
  self->noted_known = FALSE;
}

/* The playhead has moved. */
void
psg_event_plan_forget_nearness (PsgEventPlan *self)
{
  self->measured = FALSE;
}

/**
 * psg_event_plan_get_bubbles:
 * @self: the plan
 * @view: what is seen
 *
 * Returns: (transfer none) (element-type PsgPlannedBubble): the bubbles, those on top last
 */
GArray *
psg_event_plan_get_bubbles (PsgEventPlan           *self,
                            const PsgMapProjection *view)
{
  gather (self);
  if (self->field == NULL)
    return self->nothing;

  measure_if_needed (self);
  place_if_needed (self, view);
  mark_chosen_if_needed (self);
  mark_noted_if_needed (self);

  return psg_event_board_get_bubbles (self->board);
}

/**
 * psg_event_plan_get_look:
 * @self: the plan
 * @bubble: one of its bubbles
 * @scheme: the look
 *
 * Returns: (transfer none): what it looks like now
 */
const PsgBubbleLook *
psg_event_plan_get_look (PsgEventPlan     *self,
                         PsgPlannedBubble *bubble,
                         PsgScheme         scheme)
{
  if (bubble->measured != self->generation)
    bubble->nearness = psg_event_board_find_nearest (self->board, &bubble->cluster, self->nearness);
  bubble->measured = self->generation;
  bubble->look.fade = get_fade (self, bubble, scheme);

  return &bubble->look;
}

/* Whether coming closer would not take it apart. */
gboolean
psg_event_plan_is_one_place (PsgEventPlan           *self,
                             const PsgPlannedBubble *bubble)
{
  return psg_event_board_is_one_place (self->board, &bubble->cluster);
}

/**
 * psg_event_plan_find_row:
 * @self: the plan
 * @number: a bubble's number
 * @from: the first row to look at
 *
 * Returns: the first row from @from on that the bubble stands for, or %PSG_ROW_NONE; there is
 *   none if the filter has changed and other bubbles are on their way
 */
guint
psg_event_plan_find_row (PsgEventPlan *self,
                         guint         number,
                         guint         from)
{
  PsgRowSet *matches = psg_session_get_matches (self->session);
  guint row = psg_row_set_next (matches, from);

  while (row != PSG_ROW_NONE && !is_in_cluster (self, number, row))
    row = psg_row_set_next (matches, row + 1);

  return row;
}

/* The event after the chosen one, if that is the bubble's; else its first. */
guint
psg_event_plan_next_row (PsgEventPlan *self,
                         guint         number)
{
  guint chosen = psg_session_get_event (self->session);
  guint row = PSG_ROW_NONE;

  if (chosen != PSG_ROW_NONE && is_in_cluster (self, number, chosen))
    row = psg_event_plan_find_row (self, number, chosen + 1);

  return row != PSG_ROW_NONE ? row : psg_event_plan_find_row (self, number, 0);
}
