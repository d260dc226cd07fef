/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-stage-glass.h"

#include "psg-ink-draw.h"

/*
 * Ink, spotlight and laser. Each stroke is drawn once and kept, so that a page full of them does not make
 * the next one slow.
 */

/* In parts of the stage's height. */
#define PEN_WIDTH 0.007
#define ERASER_RADIUS 0.025
#define SPOTLIGHT_RADIUS 0.19
#define LASER_RADIUS 0.016

#define DIMMED 0.72f

struct _PsgStageGlass
{
  GtkWidget        parent_instance;

  PsgPresentation *presentation; /* owned */
  GPtrArray       *strokes;      /* PsgInkStroke, not owned: those there are nodes of */
  GPtrArray       *nodes;        /* GskRenderNode: of each */
  PsgInk          *ink;          /* not owned: whose these are; only to be compared */
  int              width;        /* that they were drawn for */
  int              height;
};

G_DEFINE_FINAL_TYPE (PsgStageGlass, psg_stage_glass, GTK_TYPE_WIDGET)

static void
forget_from (PsgStageGlass *self,
             guint          first)
{
  g_ptr_array_set_size (self->strokes, (int) MIN (first, self->strokes->len));
  g_ptr_array_set_size (self->nodes, (int) MIN (first, self->nodes->len));
}

static GskRenderNode *
create_node (const PsgInkStroke *stroke,
             int                 width,
             int                 height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t bounds;
  cairo_t *cr;

  psg_ink_get_bounds (stroke, width, height, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  psg_ink_draw_stroke (cr, stroke, width, height);
  cairo_destroy (cr);

  return gtk_snapshot_free_to_node (snapshot);
}

/* The last one may be growing. */
static void
update_nodes (PsgStageGlass *self,
              int            width,
              int            height)
{
  PsgInk *ink = psg_presentation_get_ink (self->presentation);
  GPtrArray *strokes = psg_ink_get_strokes (ink);
  guint same = 0;

  if (ink == self->ink && width == self->width && height == self->height)
    while (same < self->strokes->len && same + 1 < strokes->len &&
           g_ptr_array_index (self->strokes, same) == g_ptr_array_index (strokes, same))
      same++;

  forget_from (self, same);
  for (guint i = same; i < strokes->len; i++)
    {
      g_ptr_array_add (self->strokes, g_ptr_array_index (strokes, i));
      g_ptr_array_add (self->nodes, create_node (g_ptr_array_index (strokes, i), width, height));
    }
  self->ink = ink;
  self->width = width;
  self->height = height;
}

static void
draw_light (GtkSnapshot        *snapshot,
            const graphene_rect_t *bounds,
            double              x,
            double              y,
            double              radius,
            const GskColorStop *stops,
            gsize               n_stops)
{
  gtk_snapshot_append_radial_gradient (snapshot, bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y),
                                       (float) radius, (float) radius, 0, 1, stops, n_stops);
}

static void
draw_spotlight (GtkSnapshot *snapshot,
                int          width,
                int          height,
                double       x,
                double       y)
{
  static const GskColorStop stops[] = {
    { 0, { 0, 0, 0, 0 } }, { 0.93f, { 0, 0, 0, 0 } }, { 1, { 0, 0, 0, DIMMED } },
  };

  draw_light (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height), x, y, SPOTLIGHT_RADIUS * height, stops,
              G_N_ELEMENTS (stops));
}

static void
draw_laser (GtkSnapshot *snapshot,
            int          height,
            double       x,
            double       y)
{
  static const GskColorStop stops[] = {
    { 0, { 1, 1, 1, 1 } }, { 0.22f, { 1, 0.85f, 0.85f, 1 } }, { 0.34f, { 1, 0.05f, 0.1f, 0.95f } },
    { 0.5f, { 1, 0.05f, 0.1f, 0.8f } }, { 1, { 1, 0.05f, 0.1f, 0 } },
  };
  double radius = LASER_RADIUS * height;

  draw_light (snapshot, &GRAPHENE_RECT_INIT ((float) (x - radius), (float) (y - radius),
                                             (float) (2 * radius), (float) (2 * radius)),
              x, y, radius, stops, G_N_ELEMENTS (stops));
}

static void
psg_stage_glass_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  PsgStageGlass *self = PSG_STAGE_GLASS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  PsgPointing pointing = psg_presentation_get_pointing (self->presentation);
  double x, y;

  update_nodes (self, width, height);
  for (guint i = 0; i < self->nodes->len; i++)
    if (g_ptr_array_index (self->nodes, i) != NULL)
      gtk_snapshot_append_node (snapshot, g_ptr_array_index (self->nodes, i));

  if (!psg_presentation_get_pointer (self->presentation, &x, &y))
    return;
  if (pointing == PSG_POINTING_SPOTLIGHT)
    draw_spotlight (snapshot, width, height, x * width, y * height);
  else if (pointing == PSG_POINTING_LASER)
    draw_laser (snapshot, height, x * width, y * height);
}

/* Input */

static void
get_share (PsgStageGlass *self,
           double        *x,
           double        *y)
{
  *x /= MAX (1, gtk_widget_get_width (GTK_WIDGET (self)));
  *y /= MAX (1, gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
draw_at (PsgStageGlass *self,
         double         x,
         double         y,
         gboolean       first)
{
  PsgInk *ink = psg_presentation_get_ink (self->presentation);
  PsgPointing pointing = psg_presentation_get_pointing (self->presentation);
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double aspect = width / (double) MAX (1, height);

  if (pointing == PSG_POINTING_ERASER)
    psg_ink_erase (ink, x, y, ERASER_RADIUS, aspect);
  else if (pointing == PSG_POINTING_PEN && first)
    psg_ink_begin (ink, psg_presentation_get_pen (self->presentation), PEN_WIDTH, x, y);
  else if (pointing == PSG_POINTING_PEN)
    psg_ink_extend (ink, x, y);
}

static void
motion_cb (PsgStageGlass *self,
           double         x,
           double         y)
{
  get_share (self, &x, &y);
  psg_presentation_move_pointer (self->presentation, x, y);
}

static void
leave_cb (PsgStageGlass *self)
{
  psg_presentation_hide_pointer (self->presentation);
}

static void
drag_begin_cb (PsgStageGlass  *self,
               double          x,
               double          y,
               GtkGestureDrag *drag)
{
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  get_share (self, &x, &y);
  psg_presentation_move_pointer (self->presentation, x, y);
  draw_at (self, x, y, TRUE);
}

static void
drag_update_cb (PsgStageGlass  *self,
                double          dx,
                double          dy,
                GtkGestureDrag *drag)
{
  double x, y;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  x += dx;
  y += dy;
  get_share (self, &x, &y);
  psg_presentation_move_pointer (self->presentation, x, y);
  draw_at (self, x, y, FALSE);
}

static void
drag_end_cb (PsgStageGlass *self)
{
  psg_ink_end (psg_presentation_get_ink (self->presentation));
}

static void
add_input (PsgStageGlass *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

static void
pointing_changed_cb (PsgStageGlass *self)
{
  static const char *const cursors[] = {
    [PSG_POINTING_SPOTLIGHT] = "none",
    [PSG_POINTING_LASER] = "none",
    [PSG_POINTING_PEN] = "crosshair",
    [PSG_POINTING_ERASER] = "cell",
  };
  PsgPointing pointing = psg_presentation_get_pointing (self->presentation);

  gtk_widget_set_can_target (GTK_WIDGET (self), pointing != PSG_POINTING_NONE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursors[pointing]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scale_changed_cb (PsgStageGlass *self)
{
  forget_from (self, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
psg_stage_glass_dispose (GObject *object)
{
  g_clear_object (&PSG_STAGE_GLASS (object)->presentation);

  G_OBJECT_CLASS (psg_stage_glass_parent_class)->dispose (object);
}

static void
psg_stage_glass_finalize (GObject *object)
{
  PsgStageGlass *self = PSG_STAGE_GLASS (object);

  g_ptr_array_unref (self->strokes);
  g_ptr_array_unref (self->nodes);

  G_OBJECT_CLASS (psg_stage_glass_parent_class)->finalize (object);
}

static void
psg_stage_glass_class_init (PsgStageGlassClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_stage_glass_dispose;
  object_class->finalize = psg_stage_glass_finalize;
  widget_class->snapshot = psg_stage_glass_snapshot;
  gtk_widget_class_set_css_name (widget_class, "stageglass");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
unref_node (gpointer node)
{
  if (node != NULL)
    gsk_render_node_unref (node);
}

static void
psg_stage_glass_init (PsgStageGlass *self)
{
  self->strokes = g_ptr_array_new ();
  self->nodes = g_ptr_array_new_with_free_func (unref_node);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_changed_cb), NULL);
}

/**
 * psg_stage_glass_new:
 * @presentation: what is pointed at
 *
 * Returns: (transfer floating): a pane to be laid over all of a stage
 */
GtkWidget *
psg_stage_glass_new (PsgPresentation *presentation)
{
  PsgStageGlass *self;

  g_return_val_if_fail (PSG_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (PSG_TYPE_STAGE_GLASS, NULL);
  self->presentation = g_object_ref (presentation);
  add_input (self);
  g_signal_connect_object (presentation, "notify::pointing", G_CALLBACK (pointing_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "ink-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "pointer-moved", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  pointing_changed_cb (self);

  return GTK_WIDGET (self);
}
