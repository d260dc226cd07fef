/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-timeline-cursor.h"
#include "psg-timeline-handle.h"
#include "psg-timeline-range.h"
#include "psg-timeline-ruler.h"
#include "psg-timeline-view-private.h"

/*
 * Stands the parts of a timeline one over another and shares the height out
 * among them. What the parts show is theirs; input that concerns the whole is
 * in psg-timeline-input.c, words for assistive tools in psg-timeline-describe.c.
 */

/* Heights: the least, and what is asked for. */
#define LANE_MIN 15
#define LANE 26
#define STRIP_MIN 11
#define STRIP 15
#define STRIP_MAX 20
#define OVERVIEW_MIN 26
#define OVERVIEW 40

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PsgTimelineView, psg_timeline_view, GTK_TYPE_WIDGET)

typedef struct
{
  int eras;
  int notes;
  int lanes;
  int crossings;
  int overview;
} Heights;

static guint
count_lanes (PsgTimelineView *self)
{
  GPtrArray *lanes = psg_timeline_model_get_lanes (self->model);

  return lanes != NULL ? MAX (1, lanes->len) : 6;
}

/* What the lanes may take less because some are collapsed or hidden. */
static int
get_spared (PsgTimelineView *self,
            gboolean         least)
{
  PsgSession *session = psg_timeline_view_get_session (self);
  PsgLaneOrder *order = session != NULL ? psg_session_get_lanes (session) : NULL;
  int lane = least ? LANE_MIN : LANE;

  if (order == NULL)
    return 0;

  return (int) psg_lane_order_count (order, PSG_LANE_HIDDEN) * lane +
         (int) psg_lane_order_count (order, PSG_LANE_COLLAPSED) * (lane - (int) PSG_TIMELINE_SLIM);
}

static guint
count_strips (PsgTimelineView *self)
{
  if (psg_timeline_model_get_collection (self->model) == NULL)
    return 6;

  return psg_timeline_model_get_crossings (self->model)->len;
}

/* As high as its crossing's name. */
static int
get_strip (PsgTimelineView *self)
{
  PsgTimelineText *text = psg_timeline_model_get_text (self->model);

  return MAX (STRIP, (int) ceil (psg_timeline_text_get_height (text, PSG_FACE_SMALL)));
}

static int
get_band_padding (PsgTimelineView *self)
{
  return count_strips (self) > 0 ? 2 * PSG_TIMELINE_CROSSINGS_PADDING : 0;
}

static int
get_height (PsgTimelineView *self,
            gboolean         least)
{
  return PSG_TIMELINE_RULER_HEIGHT + get_band_padding (self) +
         psg_timeline_notes_get_height (PSG_TIMELINE_NOTES (self->notes), least) +
         (int) count_lanes (self) * (least ? LANE_MIN : LANE) +
         (int) count_strips (self) * (least ? STRIP_MIN : get_strip (self)) +
         (least ? OVERVIEW_MIN : OVERVIEW);
}

/* Eras are shown where there is room for them beside all the rest. */
static int
get_eras_height (PsgTimelineView *self,
                 int              height)
{
  int wanted = psg_timeline_eras_get_height (PSG_TIMELINE_ERAS (self->eras));

  return height >= get_height (self, TRUE) + wanted ? wanted : 0;
}

static int
get_notes_height (PsgTimelineView *self,
                  double           share)
{
  int least = psg_timeline_notes_get_height (PSG_TIMELINE_NOTES (self->notes), TRUE);
  int natural = psg_timeline_notes_get_height (PSG_TIMELINE_NOTES (self->notes), FALSE);

  return least + (int) (share * (natural - least));
}

/* Between the least and the natural height all parts grow alike; beyond it, the strips
 * a little and the lanes with the rest. Collapsing and hiding lanes moves nothing but
 * lanes: what they spare goes to the others. */
static Heights
share_height (PsgTimelineView *self,
              int              height)
{
  int n_lanes = (int) count_lanes (self), n_strips = (int) count_strips (self);
  int least = get_height (self, TRUE), natural = get_height (self, FALSE);
  int eras = get_eras_height (self, height);
  double share = CLAMP ((height - eras - least) / (double) MAX (1, natural - least), 0, 1);
  int strip = (int) (STRIP_MIN + share * (get_strip (self) - STRIP_MIN));
  Heights heights = { .eras = eras, .overview = (int) (OVERVIEW_MIN + share * (OVERVIEW - OVERVIEW_MIN)) };

  heights.notes = get_notes_height (self, share);
  height -= eras;
  if (height > natural && n_strips > 0)
    strip = MAX (strip, MIN (STRIP_MAX, STRIP + (height - natural) / (4 * n_strips)));

  heights.crossings = n_strips * strip + get_band_padding (self);
  heights.lanes = MAX (n_lanes, height - PSG_TIMELINE_RULER_HEIGHT - heights.notes - heights.crossings -
                                heights.overview);

  return heights;
}

/* Callbacks */

static void
invalidated_cb (PsgTimelineView   *self,
                PsgTimelineInvalid what)
{
  if (what & (PSG_INVALID_DRAW | PSG_INVALID_LANES))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  if (what & (PSG_INVALID_CURSOR | PSG_INVALID_RANGE | PSG_INVALID_NOTES))
    psg_timeline_view_queue_describe (self);
}

/* Buttons and icons would delay the first frame, in which nobody presses them. */
static gboolean
make_corner_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  PsgTimelineView *self = PSG_TIMELINE_VIEW (widget);

  if (self->frames++ == 0)
    return G_SOURCE_CONTINUE;

  self->corner_id = 0;
  psg_timeline_view_ensure_corner (self);

  return G_SOURCE_REMOVE;
}

static void
changed_scale_cb (PsgTimelineView *self)
{
  psg_timeline_model_restyle (self->model);
}

/* Widget */

static void
psg_timeline_view_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  PsgTimelineView *self = PSG_TIMELINE_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = PSG_TIMELINE_NARROW_GUTTER + 160;
      *natural = 900;
      return;
    }

  *minimum = get_height (self, TRUE) - get_spared (self, TRUE);
  *natural = get_height (self, FALSE) - get_spared (self, FALSE) +
             psg_timeline_eras_get_height (PSG_TIMELINE_ERAS (self->eras));
}

static void
allocate (GtkWidget *child,
          int        y,
          int        width,
          int        height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation) { 0, y, MAX (1, width), MAX (0, height) }, -1);
}

/* Whoever hangs a popover on the timeline leaves it to us to place it. */
static void
present_popovers (PsgTimelineView *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
allocate_corner (PsgTimelineView *self)
{
  int width, height;

  if (self->corner == NULL)
    return;

  gtk_widget_measure (self->corner, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->corner, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  height = MAX (height, PSG_TIMELINE_RULER_HEIGHT - 3);
  gtk_widget_size_allocate (self->corner,
                            &(GtkAllocation) { 3, (PSG_TIMELINE_RULER_HEIGHT - height) / 2, width, height }, -1);
  psg_timeline_ruler_set_corner (PSG_TIMELINE_RULER (self->ruler), width + 3);
}

static void
psg_timeline_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  PsgTimelineView *self = PSG_TIMELINE_VIEW (widget);
  int gutter = psg_timeline_measure_gutter (psg_timeline_model_get_text (self->model),
                                            psg_timeline_model_get_lanes (self->model), width);
  Heights heights = share_height (self, height);
  int y = PSG_TIMELINE_RULER_HEIGHT;

  psg_timeline_model_set_width (self->model, gutter, width - gutter - PSG_TIMELINE_MARGIN);
  psg_timeline_model_set_lanes_height (self->model, heights.lanes);

  allocate (self->ruler, 0, width, PSG_TIMELINE_RULER_HEIGHT);
  gtk_widget_set_child_visible (self->eras, heights.eras > 0);
  allocate (self->eras, y, width, heights.eras);
  y += heights.eras;
  gtk_widget_set_child_visible (self->notes, heights.notes > 0);
  allocate (self->notes, y, width, heights.notes);
  y += heights.notes;
  allocate (self->canvas, y, width, heights.lanes);
  allocate (self->heads, y, gutter - 1, heights.lanes);
  y += heights.lanes;
  allocate (self->crossings, y, width, heights.crossings);
  y += heights.crossings;
  allocate (self->overview, y, width, heights.overview);
  allocate (self->range, 0, width, height);
  allocate (self->cursor, 0, width, height);
  allocate_corner (self);
  present_popovers (self);
}

/* Tab stops at the timeline itself, then at what is in it. */
static gboolean
psg_timeline_view_focus (GtkWidget       *widget,
                         GtkDirectionType direction)
{
  PsgTimelineView *self = PSG_TIMELINE_VIEW (widget);
  GtkWidget *stops[] = { widget, self->notes, self->heads, self->crossings, self->corner };
  int n = self->corner != NULL ? 5 : 4, at = -1;
  int step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;

  for (int i = 1; i < n; i++)
    if (gtk_widget_get_state_flags (stops[i]) & GTK_STATE_FLAG_FOCUS_WITHIN)
      at = i;
  if (gtk_widget_is_focus (widget))
    at = 0;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return at < 0 && gtk_widget_grab_focus (widget);

  if (at > 0 && gtk_widget_child_focus (stops[at], direction))
    return TRUE;

  at = at < 0 && step < 0 ? n - 1 : at + step;
  for (; at >= 0 && at < n; at += step)
    if (at == 0 ? gtk_widget_grab_focus (widget) : gtk_widget_child_focus (stops[at], direction))
      return TRUE;

  return FALSE;
}

static void
psg_timeline_view_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  PsgTimelineView *self = PSG_TIMELINE_VIEW (widget);

  GTK_WIDGET_CLASS (psg_timeline_view_parent_class)->css_changed (widget, change);

  if (self->model != NULL)
    psg_timeline_model_restyle (self->model);
}

/* The lanes have a ground of their own; an era's tint is faint enough to lie upon them. */
static void
tint_lanes (PsgTimelineView *self,
            GtkSnapshot     *snapshot)
{
  graphene_rect_t bounds;

  if (gtk_widget_get_child_visible (self->eras) &&
      gtk_widget_compute_bounds (self->canvas, GTK_WIDGET (self), &bounds))
    psg_timeline_eras_snapshot_tints (PSG_TIMELINE_ERAS (self->eras), snapshot,
                                      bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
psg_timeline_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  PsgTimelineView *self = PSG_TIMELINE_VIEW (widget);
  GdkRGBA line = psg_timeline_model_get_style (self->model)->fg;
  int gutter = psg_timeline_model_get_gutter (self->model);
  int width = gtk_widget_get_width (widget);
  graphene_rect_t bounds;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_snapshot_child (widget, child, snapshot);
      if (child == self->canvas)
        tint_lanes (self, snapshot);
    }

  /* What sets the parts apart: between lanes and crossings, and beside the names. */
  line.alpha *= 0.13f;
  if (!gtk_widget_compute_bounds (self->crossings, widget, &bounds))
    return;
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, bounds.origin.y, width, 1));
  gtk_snapshot_append_color (snapshot, &line,
                             &GRAPHENE_RECT_INIT (gutter - 1, 0, 1, bounds.origin.y + bounds.size.height));
}

static void
psg_timeline_view_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  PsgTimelineView *self = PSG_TIMELINE_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, psg_timeline_view_get_session (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
psg_timeline_view_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  PsgTimelineView *self = PSG_TIMELINE_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      psg_timeline_view_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
psg_timeline_view_dispose (GObject *object)
{
  PsgTimelineView *self = PSG_TIMELINE_VIEW (object);
  GtkWidget *child;

  psg_timeline_view_stop_describe (self);
  if (self->corner_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->corner_id);
  self->corner_id = 0;
  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->model, self);
      psg_timeline_model_set_session (self->model, NULL);
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (psg_timeline_view_parent_class)->dispose (object);
}

static void
psg_timeline_view_finalize (GObject *object)
{
  PsgTimelineView *self = PSG_TIMELINE_VIEW (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (psg_timeline_view_parent_class)->finalize (object);
}

static void
psg_timeline_view_class_init (PsgTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = psg_timeline_view_get_property;
  object_class->set_property = psg_timeline_view_set_property;
  object_class->dispose = psg_timeline_view_dispose;
  object_class->finalize = psg_timeline_view_finalize;
  widget_class->measure = psg_timeline_view_measure;
  widget_class->size_allocate = psg_timeline_view_size_allocate;
  widget_class->css_changed = psg_timeline_view_css_changed;
  widget_class->focus = psg_timeline_view_focus;
  widget_class->snapshot = psg_timeline_view_snapshot;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PSG_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  psg_timeline_view_bind_keys (widget_class);
  psg_timeline_range_bind_keys (widget_class);
}

static void
add_part (PsgTimelineView *self,
          GtkWidget      **part,
          GtkWidget       *widget)
{
  *part = widget;
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
}

static void
psg_timeline_view_init (PsgTimelineView *self)
{
  self->model = psg_timeline_model_new (GTK_WIDGET (self));
  g_signal_connect_object (self->model, "invalidated", G_CALLBACK (invalidated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (changed_scale_cb), NULL);

  add_part (self, &self->ruler, psg_timeline_ruler_new (self->model));
  add_part (self, &self->eras, psg_timeline_eras_new (self->model));
  add_part (self, &self->notes, psg_timeline_notes_new (self->model));
  add_part (self, &self->canvas, psg_timeline_canvas_new (self->model));
  add_part (self, &self->heads, psg_timeline_heads_new (self->model));
  add_part (self, &self->crossings, psg_timeline_crossings_new (self->model));
  add_part (self, &self->overview, psg_timeline_overview_new (self->model));
  add_part (self, &self->range, psg_timeline_range_new (self->model, PSG_TIMELINE_CANVAS (self->canvas),
                                                        PSG_TIMELINE_OVERVIEW (self->overview)));
  add_part (self, &self->cursor, psg_timeline_cursor_new (self->model, PSG_TIMELINE_CANVAS (self->canvas),
                                                          PSG_TIMELINE_OVERVIEW (self->overview)));

  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"),
                                  -1);
  psg_timeline_range_watch (PSG_TIMELINE_RANGE (self->range), GTK_WIDGET (self));
  psg_timeline_view_init_input (self);
  self->corner_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), make_corner_cb, NULL, NULL);
}

/**
 * psg_timeline_view_new:
 * @session: (nullable): what to follow
 *
 * Returns: (transfer floating): a timeline
 */
GtkWidget *
psg_timeline_view_new (PsgSession *session)
{
  return g_object_new (PSG_TYPE_TIMELINE_VIEW, "session", session, NULL);
}

PsgSession *
psg_timeline_view_get_session (PsgTimelineView *self)
{
  g_return_val_if_fail (PSG_IS_TIMELINE_VIEW (self), NULL);

  return psg_timeline_model_get_session (self->model);
}

void
psg_timeline_view_set_session (PsgTimelineView *self,
                               PsgSession      *session)
{
  g_return_if_fail (PSG_IS_TIMELINE_VIEW (self));
  g_return_if_fail (session == NULL || PSG_IS_SESSION (session));

  if (psg_timeline_model_get_session (self->model) == session)
    return;

  psg_timeline_model_set_session (self->model, session);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

PsgTimelineCorner *
psg_timeline_view_ensure_corner (PsgTimelineView *self)
{
  if (self->corner == NULL)
    add_part (self, &self->corner, psg_timeline_corner_new (self->model));

  return PSG_TIMELINE_CORNER (self->corner);
}

/**
 * psg_timeline_view_show_legend:
 * @self: a timeline
 *
 * Opens what explains its signs.
 */
void
psg_timeline_view_show_legend (PsgTimelineView *self)
{
  g_return_if_fail (PSG_IS_TIMELINE_VIEW (self));

  psg_timeline_corner_popup (psg_timeline_view_ensure_corner (self), TRUE);
}

/**
 * psg_timeline_view_set_plain:
 * @self: a timeline that was not shown yet
 *
 * Leaves out the buttons, which those who look on do not need.
 */
void
psg_timeline_view_set_plain (PsgTimelineView *self)
{
  g_return_if_fail (PSG_IS_TIMELINE_VIEW (self));

  if (self->corner_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->corner_id);
  self->corner_id = 0;
}

/**
 * psg_timeline_view_get_playhead_area:
 * @self: a timeline
 * @area: (out caller-allocates): where the playhead's handle is
 */
void
psg_timeline_view_get_playhead_area (PsgTimelineView *self,
                                     GdkRectangle    *area)
{
  PsgTimelineHandle handle;

  g_return_if_fail (PSG_IS_TIMELINE_VIEW (self));
  g_return_if_fail (area != NULL);

  *area = (GdkRectangle) { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)), PSG_TIMELINE_RULER_HEIGHT };
  if (!psg_timeline_handle_place (&handle, self->model))
    return;

  area->x = psg_timeline_model_get_gutter (self->model) + (int) handle.x;
  area->width = (int) handle.width;
}
