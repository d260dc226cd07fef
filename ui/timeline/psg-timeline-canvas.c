/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-canvas.h"

#include <math.h>
#include <string.h>

#include "psg-follow.h"
#include "psg-timeline-draw.h"
#include "psg-timeline-event-words.h"
#include "psg-timeline-mentions.h"
#include "psg-timeline-note-signs.h"
#include "psg-timeline-paint.h"
#include "psg-tooltip.h"
#include "psg-zoom.h"

/*
 * Lays the events out in its lanes and paints them into an image. The lanes' names on the
 * left are widgets of their own: see #PsgTimelineHeads.
 */

#define PILL_PADDING 9.0f
/* New titles shaped in one frame, while it moves and once it is at rest; the others follow
 * in the next. */
#define SHAPING_MOVING 4
#define SHAPING_RESTING 16
/* How far what is drawn around the chosen event may reach over an end of the axis. */
#define OVERHANG 12
/* A frame may still be on its way to the screen while the next is painted. */
#define N_IMAGES 3
/* Milliseconds without a frame after which those on their way have arrived. */
#define REST 350

struct _PsgTimelineCanvas
{
  GtkWidget parent_instance;

  PsgTimelineModel *model;
  PsgTimelineLayout *layout;
  PsgTimelineSprites *sprites;
  PsgTimelineNoteSigns *signs;
  cairo_surface_t *images[N_IMAGES];
  guint n_painted;
  guint n_rested;   /* of n_painted, when it was last asked whether there are more */
  guint rest_id;

  PsgTimelineLane lanes[PSG_MAX_LANES];
  guint n_lanes;
  PsgTimeAxis axis; /* of the last layout */
  guint hover;
  guint tick_id;
  gboolean is_laid_out;
};

G_DEFINE_FINAL_TYPE (PsgTimelineCanvas, psg_timeline_canvas, GTK_TYPE_WIDGET)

static double
measure_title (guint    row,
               gboolean bold,
               gpointer user_data)
{
  PsgTimelineCanvas *self = user_data;
  PsgEventTable *events = psg_event_index_get_table (psg_timeline_model_get_index (self->model));
  PsgTimelineText *text = psg_timeline_model_get_text (self->model);
  const char *title = psg_event_table_get_title (events, row);

  if (bold)
    return psg_timeline_text_measure (text, PSG_FACE_LABEL_BOLD, title);

  return psg_timeline_text_try_measure (text, PSG_FACE_LABEL, title);
}

static void
place_lanes (PsgTimelineCanvas *self)
{
  const PsgTimelineLanes *places = psg_timeline_model_get_places (self->model);

  self->n_lanes = psg_timeline_model_get_lanes (self->model) != NULL ? places->n : 0;
  memcpy (self->lanes, places->lanes, self->n_lanes * sizeof (PsgTimelineLane));
}

static gboolean
finish_shaping_cb (GtkWidget     *widget,
                   GdkFrameClock *clock,
                   gpointer       user_data)
{
  PsgTimelineCanvas *self = PSG_TIMELINE_CANVAS (widget);

  self->tick_id = 0;
  self->is_laid_out = FALSE;
  gtk_widget_queue_draw (widget);
  psg_timeline_model_invalidate (self->model, PSG_INVALID_CURSOR);

  return G_SOURCE_REMOVE;
}

static void
ensure_layout (PsgTimelineCanvas *self)
{
  PsgEventIndex *index = psg_timeline_model_get_index (self->model);
  PsgTimelineText *text = psg_timeline_model_get_text (self->model);
  PsgTimelineQuery query = {
    .index = index,
    .axis = *psg_timeline_model_get_axis (self->model),
    .lanes = self->lanes,
    .dot = PSG_TIMELINE_DOT,
    .line_height = (float) psg_timeline_text_get_height (text, PSG_FACE_LABEL) + 4,
    .padding = PILL_PADDING,
    .measure = measure_title,
    .user_data = self,
  };
  gboolean is_moving;

  if (self->is_laid_out)
    return;

  self->is_laid_out = TRUE;
  place_lanes (self);
  query.n_lanes = self->n_lanes;
  if (index == NULL || self->n_lanes == 0)
    {
      psg_timeline_layout_clear (self->layout);
      return;
    }

  query.selected = psg_session_get_event (psg_timeline_model_get_session (self->model));

  is_moving = self->axis.width > 0 && !psg_time_axis_equal (&query.axis, &self->axis);
  psg_timeline_text_set_budget (text, is_moving ? SHAPING_MOVING : SHAPING_RESTING);
  self->axis = query.axis;
  psg_timeline_layout_update (self->layout, &query);

  if (!psg_timeline_layout_is_complete (self->layout) && self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), finish_shaping_cb, NULL, NULL);
}

static void
set_hover (PsgTimelineCanvas *self,
           guint              row)
{
  if (self->hover == row)
    return;

  self->hover = row;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), row != PSG_ROW_NONE ? "pointer" : "grab");
  psg_timeline_model_invalidate (self->model, PSG_INVALID_CURSOR);
}

/* Drawing */

/* Every other lane is a little darker, under its head too; the rest is in the image. */
static void
append_bands (PsgTimelineCanvas *self,
              GtkSnapshot       *snapshot)
{
  float width = (float) psg_timeline_model_get_gutter (self->model);

  for (guint i = 0; i < self->n_lanes; i++)
    {
      GdkRGBA ground;

      psg_timeline_get_ground (psg_timeline_model_get_style (self->model), i, &ground);
      gtk_snapshot_append_color (snapshot, &ground,
                                 &GRAPHENE_RECT_INIT (0, self->lanes[i].y, width, self->lanes[i].height));
    }
}

/* Draws within the axis; what begins or ends at its very edge is seen whole nonetheless. */
static cairo_t *
begin_mark (PsgTimelineCanvas     *self,
            GtkSnapshot           *snapshot,
            const PsgTimelineMark *mark)
{
  int gutter = psg_timeline_model_get_gutter (self->model);
  double width = psg_timeline_model_get_axis (self->model)->width;
  double last = mark->kind == PSG_MARK_POINT ? mark->start : mark->end;
  float left = mark->start > -0.5f && mark->start < OVERHANG ? -OVERHANG : 0;
  float right = (float) width + (last > width - OVERHANG && last < width + 0.5 ? OVERHANG : 0);
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (gutter + left, 0, right - left, height));

  cairo_rectangle (cr, gutter + left, 0, right - left, height);
  cairo_clip (cr);
  cairo_translate (cr, gutter, 0);

  return cr;
}

static void
forget_images (PsgTimelineCanvas *self)
{
  for (guint i = 0; i < N_IMAGES; i++)
    g_clear_pointer (&self->images[i], cairo_surface_destroy);
}

/* One image shows what is there: the others are for the next movement. */
static gboolean
rest_cb (gpointer user_data)
{
  PsgTimelineCanvas *self = user_data;
  guint last = (self->n_painted - 1) % N_IMAGES;

  if (self->n_rested != self->n_painted)
    {
      self->n_rested = self->n_painted;
      return G_SOURCE_CONTINUE;
    }

  self->rest_id = 0;
  for (guint i = 0; i < N_IMAGES; i++)
    if (i != last)
      g_clear_pointer (&self->images[i], cairo_surface_destroy);

  return G_SOURCE_REMOVE;
}

/* The image to paint next, of a size. */
static cairo_surface_t *
take_image (PsgTimelineCanvas *self,
            int                width,
            int                height,
            int                scale)
{
  cairo_surface_t **image = &self->images[self->n_painted++ % N_IMAGES];

  if (*image == NULL || cairo_image_surface_get_width (*image) != width * scale ||
      cairo_image_surface_get_height (*image) != height * scale)
    {
      g_clear_pointer (image, cairo_surface_destroy);
      *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * scale, height * scale);
      cairo_surface_set_device_scale (*image, scale, scale);
    }
  if (self->rest_id == 0)
    self->rest_id = g_timeout_add (REST, rest_cb, self);

  return *image;
}

static void
draw_signs (PsgTimelineCanvas *self,
            cairo_surface_t   *image,
            int                scale)
{
  cairo_t *cr = cairo_create (image);

  psg_timeline_note_signs_draw (self->signs, cr, PSG_ROW_NONE, scale);
  cairo_destroy (cr);
}

static cairo_surface_t *
paint (PsgTimelineCanvas *self)
{
  const PsgTimelineStyle *style = psg_timeline_model_get_style (self->model);
  PsgTimelinePicture picture = {
    .layout = self->layout,
    .lanes = self->lanes,
    .n_lanes = self->n_lanes,
    .ticks = psg_timeline_model_get_ticks (self->model),
    .events = psg_event_index_get_table (psg_timeline_model_get_index (self->model)),
    .style = style,
    .text = psg_timeline_model_get_text (self->model),
    .width = psg_timeline_model_get_axis (self->model)->width,
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .scale = psg_zoom_get_resolution (GTK_WIDGET (self)),
  };
  cairo_surface_t *image = take_image (self, (int) ceil (picture.width), (int) picture.height, picture.scale);

  if (self->sprites == NULL)
    self->sprites = psg_timeline_sprites_new (style, picture.scale);
  picture.sprites = self->sprites;
  psg_timeline_paint (&picture, image);
  if (psg_timeline_note_signs_lay_out (self->signs, self->layout, self->lanes, self->n_lanes))
    draw_signs (self, image, picture.scale);

  return image;
}

static void
append_image (PsgTimelineCanvas *self,
              GtkSnapshot       *snapshot,
              cairo_surface_t   *image)
{
  int gutter = psg_timeline_model_get_gutter (self->model);
  double width = psg_timeline_model_get_axis (self->model)->width;
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (gutter, 0, (float) width, height));

  cairo_set_source_surface (cr, image, gutter, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), psg_zoom_is_whole (GTK_WIDGET (self)) ? CAIRO_FILTER_NEAREST
                                                                                         : CAIRO_FILTER_GOOD);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_rectangle (cr, gutter, 0, width, height);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
psg_timeline_canvas_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  PsgTimelineCanvas *self = PSG_TIMELINE_CANVAS (widget);
  PsgEventIndex *index = psg_timeline_model_get_index (self->model);

  if (index == NULL)
    return;

  ensure_layout (self);
  append_bands (self, snapshot);

  append_image (self, snapshot, paint (self));
}

static void
draw_mentions (PsgTimelineCanvas *self,
               GtkSnapshot       *snapshot,
               const GArray      *rows)
{
  int gutter = psg_timeline_model_get_gutter (self->model);
  double width = psg_timeline_model_get_axis (self->model)->width;
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (gutter, 0, (float) width, height));
  PsgTimelineMentions mentions = {
    .rows = rows,
    .chosen = psg_session_get_event (psg_timeline_model_get_session (self->model)),
    .events = psg_event_index_get_table (psg_timeline_model_get_index (self->model)),
    .layout = self->layout,
    .axis = psg_timeline_model_get_axis (self->model),
    .lanes = self->lanes,
    .n_lanes = self->n_lanes,
  };

  cairo_translate (cr, gutter, 0);
  psg_timeline_mentions_draw (&mentions, cr, psg_timeline_model_get_style (self->model));
  cairo_destroy (cr);
}

/**
 * psg_timeline_canvas_snapshot_cursor:
 * @self: a canvas
 * @snapshot: where, in the canvas's coordinates
 *
 * Draws what lies over the events.
 */
void
psg_timeline_canvas_snapshot_cursor (PsgTimelineCanvas *self,
                                     GtkSnapshot       *snapshot)
{
  PsgEventIndex *index = psg_timeline_model_get_index (self->model);
  const PsgTimelineStyle *style = psg_timeline_model_get_style (self->model);
  double width = psg_timeline_model_get_axis (self->model)->width;
  const PsgTimelineMark *mark, *hovered = NULL;
  const PsgTimelineLabel *pill;
  const GArray *mentioned = psg_session_get_mentioned (psg_timeline_model_get_session (self->model));
  cairo_t *cr;

  if (index == NULL || gtk_widget_get_height (GTK_WIDGET (self)) <= 0)
    return;

  ensure_layout (self);
  mark = psg_timeline_layout_get_selected (self->layout);
  pill = psg_timeline_layout_get_pill (self->layout);
  if (self->hover != PSG_ROW_NONE && (mark == NULL || mark->row != self->hover))
    hovered = psg_timeline_layout_find (self->layout, self->hover);
  if (hovered != NULL)
    {
      cr = begin_mark (self, snapshot, hovered);
      psg_timeline_draw_ring (cr, style, hovered, width, FALSE);
      cairo_destroy (cr);
    }
  if (mentioned->len > 0)
    draw_mentions (self, snapshot, mentioned);
  if (mark == NULL)
    return;

  cr = begin_mark (self, snapshot, mark);
  psg_timeline_draw_mark (cr, style, mark, &style->lanes[self->lanes[mark->lane].lane], width);
  psg_timeline_draw_ring (cr, style, mark, width, TRUE);
  if (pill != NULL)
    psg_timeline_draw_pill (cr, style, pill,
                            psg_event_table_get_title (psg_event_index_get_table (index), pill->row),
                            PILL_PADDING, psg_timeline_model_get_text (self->model));
  psg_timeline_note_signs_draw (self->signs, cr, mark->row, psg_zoom_get_resolution (GTK_WIDGET (self)));
  cairo_destroy (cr);
}

/* Callbacks */

static void
invalidated_cb (PsgTimelineCanvas *self,
                PsgTimelineInvalid what)
{
  psg_timeline_note_signs_forget (self->signs, what);
  if (what & PSG_INVALID_DRAW)
    g_clear_pointer (&self->sprites, psg_timeline_sprites_free);
  if (what & PSG_INVALID_GATHER)
    {
      self->hover = PSG_ROW_NONE;
      psg_timeline_layout_clear (self->layout);
    }
  if (what & (PSG_INVALID_GATHER | PSG_INVALID_LAYOUT | PSG_INVALID_DRAW))
    {
      self->is_laid_out = FALSE;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  if (what & PSG_INVALID_NOTES)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
zoom_to_event (PsgTimelineCanvas *self,
               guint              row)
{
  const PsgTimeAxis *axis = psg_timeline_model_get_axis (self->model);
  PsgEventTable *events = psg_event_index_get_table (psg_timeline_model_get_index (self->model));
  PsgTimeSpan event = psg_event_table_get_span (events, row);
  double length = MAX (axis->length / 5, 1.6 * (double) psg_time_span_get_length (&event));
  double middle = (event.start + event.end) / 2.0;
  PsgTimeSpan span = { (gint64) (middle - length / 2), (gint64) (middle + length / 2) };

  psg_timeline_motion_move_to (psg_timeline_model_get_motion (self->model), &span);
}

/* The event whose sign of notes is there, if it has one. */
static guint
pick_sign (PsgTimelineCanvas *self,
           double             x,
           double             y)
{
  int gutter = psg_timeline_model_get_gutter (self->model);

  return x >= gutter ? psg_timeline_note_signs_pick (self->signs, x - gutter, y) : PSG_ROW_NONE;
}

/* A single note has its page; several stand on the event's. */
static gboolean
open_notes (PsgTimelineCanvas *self,
            guint              row)
{
  PsgSession *session = psg_timeline_model_get_session (self->model);
  GPtrArray *notes = psg_session_find_event_notes (session, row);
  g_autofree char *link = NULL;

  if (notes == NULL || notes->len != 1)
    return FALSE;

  link = g_strconcat ("note:", ((PsgNoteMark *) g_ptr_array_index (notes, 0))->id, NULL);
  psg_follow (GTK_WIDGET (self), session, link);

  return TRUE;
}

static void
clicked_cb (PsgTimelineCanvas *self,
            int                n_press,
            double             x,
            double             y,
            GtkGesture        *gesture)
{
  guint row = psg_timeline_canvas_pick (self, x, y), noted = pick_sign (self, x, y);

  if (psg_timeline_model_get_collection (self->model) == NULL)
    return;

  if (n_press == 1 && noted != PSG_ROW_NONE && open_notes (self, noted))
    return;
  if (noted != PSG_ROW_NONE)
    row = noted;

  if (n_press == 1 && row != PSG_ROW_NONE)
    psg_session_select_event (psg_timeline_model_get_session (self->model), row);
  else if (n_press == 2 && row != PSG_ROW_NONE)
    zoom_to_event (self, row);
  else if (n_press == 2)
    {
      PsgTimeAxis axis = *psg_timeline_model_get_axis (self->model);
      PsgTimeSpan span;

      axis = psg_time_axis_zoom (&axis, x - psg_timeline_model_get_gutter (self->model), 3);
      span = psg_time_axis_get_span (&axis);
      psg_timeline_motion_move_to (psg_timeline_model_get_motion (self->model), &span);
    }
}

static void
pointer_moved_cb (PsgTimelineCanvas *self,
                  double             x,
                  double             y)
{
  guint noted = pick_sign (self, x, y);

  set_hover (self, noted != PSG_ROW_NONE ? noted : psg_timeline_canvas_pick (self, x, y));
}

static void
pointer_left_cb (PsgTimelineCanvas *self)
{
  set_hover (self, PSG_ROW_NONE);
}

static gboolean
tooltip_queried_cb (PsgTimelineCanvas *self,
                    int                x,
                    int                y,
                    gboolean           keyboard,
                    GtkTooltip        *tooltip)
{
  guint noted = keyboard ? PSG_ROW_NONE : pick_sign (self, x, y);
  guint row = keyboard || noted != PSG_ROW_NONE ? PSG_ROW_NONE : psg_timeline_canvas_pick (self, x, y);
  g_autofree char *markup = row != PSG_ROW_NONE ? psg_timeline_event_words_format_tooltip (self->model, row) : NULL;

  if (noted != PSG_ROW_NONE)
    markup = psg_timeline_event_words_format_notes (self->model, noted);

  if (markup == NULL)
    return FALSE;

  gtk_tooltip_set_markup (tooltip, markup);
  psg_tooltip_follow (tooltip, GTK_WIDGET (self), x);

  return TRUE;
}

/* Widget */

static void
psg_timeline_canvas_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  PSG_TIMELINE_CANVAS (widget)->is_laid_out = FALSE;
}

static void
psg_timeline_canvas_dispose (GObject *object)
{
  PsgTimelineCanvas *self = PSG_TIMELINE_CANVAS (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (psg_timeline_canvas_parent_class)->dispose (object);
}

static void
psg_timeline_canvas_finalize (GObject *object)
{
  PsgTimelineCanvas *self = PSG_TIMELINE_CANVAS (object);

  g_clear_pointer (&self->layout, psg_timeline_layout_free);
  g_clear_pointer (&self->sprites, psg_timeline_sprites_free);
  g_clear_pointer (&self->signs, psg_timeline_note_signs_free);
  forget_images (self);

  G_OBJECT_CLASS (psg_timeline_canvas_parent_class)->finalize (object);
}

static void
psg_timeline_canvas_class_init (PsgTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_timeline_canvas_dispose;
  object_class->finalize = psg_timeline_canvas_finalize;
  widget_class->size_allocate = psg_timeline_canvas_size_allocate;
  widget_class->snapshot = psg_timeline_canvas_snapshot;
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
psg_timeline_canvas_init (PsgTimelineCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->layout = psg_timeline_layout_new ();
  self->hover = PSG_ROW_NONE;

  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_queried_cb), NULL);
}

/**
 * psg_timeline_canvas_new:
 * @model: what the parts of the timeline share
 *
 * Returns: (transfer floating): a canvas
 */
GtkWidget *
psg_timeline_canvas_new (PsgTimelineModel *model)
{
  PsgTimelineCanvas *self = g_object_new (PSG_TYPE_TIMELINE_CANVAS, NULL);

  self->model = g_object_ref (model);
  self->signs = psg_timeline_note_signs_new (model);
  g_signal_connect_object (model, "invalidated", G_CALLBACK (invalidated_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * psg_timeline_canvas_get_lanes:
 * @self: a canvas
 * @n_lanes: (out): how many
 *
 * Returns: (array length=n_lanes): where the lanes are now
 */
const PsgTimelineLane *
psg_timeline_canvas_get_lanes (PsgTimelineCanvas *self,
                               guint             *n_lanes)
{
  ensure_layout (self);
  *n_lanes = self->n_lanes;

  return self->lanes;
}

/**
 * psg_timeline_canvas_get_layout:
 * @self: a canvas
 *
 * Returns: what it shows now, with the origin where the axis begins
 */
const PsgTimelineLayout *
psg_timeline_canvas_get_layout (PsgTimelineCanvas *self)
{
  ensure_layout (self);

  return self->layout;
}

/**
 * psg_timeline_canvas_pick:
 * @self: a canvas
 * @x: in its coordinates
 * @y: in its coordinates
 *
 * Returns: the event at a point, or %PSG_ROW_NONE
 */
guint
psg_timeline_canvas_pick (PsgTimelineCanvas *self,
                          double             x,
                          double             y)
{
  int gutter = psg_timeline_model_get_gutter (self->model);

  if (x < gutter || psg_timeline_model_get_index (self->model) == NULL)
    return PSG_ROW_NONE;

  ensure_layout (self);

  return psg_timeline_layout_pick (self->layout, x - gutter, y);
}
