/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-lane-head.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-timeline-frame-draw.h"

/*
 * A dot and a name, drawn with the text that the timeline has shaped already: labels
 * and images would cost the first frame more than all the lanes do. Under the pointer
 * or with the focus it shows a chevron: a click collapses or expands.
 */

/* From its left edge, which stands a little within the timeline's. */
#define NAME_X (PSG_TIMELINE_NAME_X - PSG_TIMELINE_LANE_HEAD_MARGIN)
#define CHEVRON 3.5
/* From the right edge to the chevron's middle. */
#define CHEVRON_X 6.0

struct _PsgTimelineLaneHead
{
  GtkWidget parent_instance;

  PsgTimelineModel *model;
  guint lane;
  gboolean hovered;
};

enum
{
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgTimelineLaneHead, psg_timeline_lane_head, GTK_TYPE_WIDGET)

static gboolean
is_collapsed (PsgTimelineLaneHead *self)
{
  PsgSession *session = psg_timeline_model_get_session (self->model);

  return session != NULL &&
         psg_lane_order_get_state (psg_session_get_lanes (session), self->lane) == PSG_LANE_COLLAPSED;
}

/* Whether the filter leaves this lane out. */
static gboolean
is_filtered_out (PsgTimelineLaneHead *self,
                 const PsgLane       *lane)
{
  PsgFilter *filter = psg_session_get_filter (psg_timeline_model_get_session (self->model));

  return psg_filter_get_lanes (filter)[0] != NULL && !psg_filter_has_lane (filter, lane->id);
}

static const PsgLane *
get_lane (PsgTimelineLaneHead *self)
{
  GPtrArray *lanes = psg_timeline_model_get_lanes (self->model);

  return lanes != NULL && self->lane < lanes->len ? g_ptr_array_index (lanes, self->lane) : NULL;
}

/* Drawing */

static void
draw_chevron (PsgTimelineLaneHead *self,
              cairo_t             *cr,
              double               x,
              double               y)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  if (is_collapsed (self))
    cairo_rotate (cr, -G_PI_2);
  cairo_move_to (cr, -CHEVRON, -CHEVRON / 2);
  cairo_line_to (cr, 0, CHEVRON / 2);
  cairo_line_to (cr, CHEVRON, -CHEVRON / 2);
  cairo_set_line_width (cr, 1.6);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
psg_timeline_lane_head_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  PsgTimelineLaneHead *self = PSG_TIMELINE_LANE_HEAD (widget);
  const PsgLane *lane = get_lane (self);
  const PsgTimelineStyle *style = psg_timeline_model_get_style (self->model);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean active = self->hovered || gtk_widget_has_visible_focus (widget);
  double middle = height / 2.0, room = width - NAME_X - (active ? CHEVRON_X + CHEVRON + 2.5 : 5);
  cairo_t *cr;

  if (lane == NULL || height < 4)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (self->hovered)
    {
      psg_palette_set_source (cr, &style->fg, 0.07);
      cairo_paint (cr);
    }

  psg_timeline_draw_lane_name (cr, style, psg_timeline_model_get_text (self->model), self->lane,
                               psg_text_get (lane->name), NAME_X, room, middle, height,
                               is_filtered_out (self, lane) ? 0.6 : is_collapsed (self) ? 0.8 : 1);
  if (active)
    {
      psg_palette_set_source (cr, &style->fg, 0.8);
      draw_chevron (self, cr, width - CHEVRON_X, middle);
    }
  cairo_destroy (cr);
}

/* Words */

static guint
count_in_view (PsgTimelineLaneHead *self)
{
  PsgEventIndex *index = psg_timeline_model_get_index (self->model);
  const PsgTimeSpan *span = psg_session_get_span (psg_timeline_model_get_session (self->model));

  if (index == NULL || self->lane >= psg_event_index_get_n_lanes (index))
    return 0;

  return psg_event_index_count_overlapping (index, self->lane, span, PSG_ROW_NONE);
}

static char *
format_count (guint n)
{
  return g_strdup_printf (ngettext ("%'u event in view", "%'u events in view", n), n);
}

void
psg_timeline_lane_head_describe (PsgTimelineLaneHead *self)
{
  const PsgLane *lane = get_lane (self);
  g_autofree char *count = NULL, *label = NULL;

  if (lane == NULL)
    return;

  count = format_count (count_in_view (self));
  /* Translators: read out by a screen reader: the name of a lane, and "14 events in view" */
  label = g_strdup_printf (_("%s, %s"), psg_text_get (lane->name), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, !is_collapsed (self), -1);
}

static gboolean
tooltip_queried_cb (PsgTimelineLaneHead *self,
                    int                  x,
                    int                  y,
                    gboolean             keyboard,
                    GtkTooltip          *tooltip)
{
  const PsgLane *lane = get_lane (self);
  g_autofree char *name = NULL, *count = NULL, *markup = NULL;

  if (lane == NULL)
    return FALSE;

  name = g_markup_escape_text (psg_text_get (lane->name), -1);
  count = format_count (count_in_view (self));
  markup = g_strdup_printf ("<b>%s</b>\n%s\n%s", name, count,
                            is_collapsed (self) ? _("Click to expand, drag to move")
                                                : _("Click to collapse, drag to move"));
  gtk_tooltip_set_markup (tooltip, markup);

  return TRUE;
}

/* Widget */

static void
psg_timeline_lane_head_state_flags_changed (GtkWidget    *widget,
                                            GtkStateFlags before)
{
  GTK_WIDGET_CLASS (psg_timeline_lane_head_parent_class)->state_flags_changed (widget, before);

  gtk_widget_queue_draw (widget);
}

static void
psg_timeline_lane_head_dispose (GObject *object)
{
  g_clear_object (&PSG_TIMELINE_LANE_HEAD (object)->model);

  G_OBJECT_CLASS (psg_timeline_lane_head_parent_class)->dispose (object);
}

static void
psg_timeline_lane_head_class_init (PsgTimelineLaneHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_timeline_lane_head_dispose;
  widget_class->snapshot = psg_timeline_lane_head_snapshot;
  widget_class->state_flags_changed = psg_timeline_lane_head_state_flags_changed;

  /**
   * PsgTimelineLaneHead::activate:
   *
   * Asks for the lane to be collapsed or expanded: by key, or by assistive tools.
   */
  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  gtk_widget_class_set_css_name (widget_class, "lanehead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
psg_timeline_lane_head_init (PsgTimelineLaneHead *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_queried_cb), NULL);
}

/**
 * psg_timeline_lane_head_new:
 * @model: what the parts of the timeline share
 * @lane: index into the collection's lanes
 *
 * Returns: (transfer floating): a head
 */
GtkWidget *
psg_timeline_lane_head_new (PsgTimelineModel *model,
                            guint             lane)
{
  PsgTimelineLaneHead *self = g_object_new (PSG_TYPE_TIMELINE_LANE_HEAD, NULL);

  self->model = g_object_ref (model);
  self->lane = lane;

  return GTK_WIDGET (self);
}

guint
psg_timeline_lane_head_get_lane (PsgTimelineLaneHead *self)
{
  return self->lane;
}

const char *
psg_timeline_lane_head_get_name (PsgTimelineLaneHead *self)
{
  const PsgLane *lane = get_lane (self);

  return lane != NULL ? psg_text_get (lane->name) : "";
}

/**
 * psg_timeline_lane_head_set_hovered:
 * @self: a head
 * @hovered: whether the pointer is over it
 */
void
psg_timeline_lane_head_set_hovered (PsgTimelineLaneHead *self,
                                    gboolean             hovered)
{
  if (self->hovered == hovered)
    return;

  self->hovered = hovered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
