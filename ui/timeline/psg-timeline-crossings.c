/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-crossings.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "psg-timeline-band-draw.h"
#include "psg-timeline-draw.h"
#include "psg-tooltip.h"

/* The crossings band: names, strips, and what a strip says under the pointer. */

#define NAME_X 28

struct _PsgTimelineCrossings
{
  GtkWidget parent_instance;

  PsgTimelineModel *model;
  int hover; /* which row, or -1 */
};

G_DEFINE_FINAL_TYPE (PsgTimelineCrossings, psg_timeline_crossings, GTK_TYPE_WIDGET)

static double
get_row_height (PsgTimelineCrossings *self)
{
  GPtrArray *crossings = psg_timeline_model_get_crossings (self->model);
  int height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * PSG_TIMELINE_CROSSINGS_PADDING;

  return crossings->len > 0 ? MAX (1.0, height / (double) crossings->len) : 1.0;
}

static int
row_at (PsgTimelineCrossings *self,
        double                y)
{
  GPtrArray *crossings = psg_timeline_model_get_crossings (self->model);
  double row = floor ((y - PSG_TIMELINE_CROSSINGS_PADDING) / get_row_height (self));

  return row >= 0 && row < crossings->len ? (int) row : -1;
}

static PsgDay
day_at (PsgTimelineCrossings *self,
        double                x)
{
  const PsgTimeAxis *axis = psg_timeline_model_get_axis (self->model);
  PsgTimeSpan bounds = psg_timeline_model_get_bounds (self->model);
  double minute = psg_time_axis_to_minute (axis, x - psg_timeline_model_get_gutter (self->model));

  return psg_day_from_minutes (CLAMP ((gint64) floor (minute), bounds.start, bounds.end - 1));
}

/* Drawing */

static void
draw_caption (PsgTimelineCrossings *self,
              cairo_t              *cr,
              int                   height)
{
  const PsgTimelineStyle *style = psg_timeline_model_get_style (self->model);
  PsgTimelineText *text = psg_timeline_model_get_text (self->model);
  /* Translators: written vertically beside the strips of the border crossings, in capitals */
  const char *caption = C_("timeline", "CROSSINGS");
  double width = psg_timeline_text_measure (text, PSG_FACE_CAPTION, caption);

  if (width > height - 4)
    return;

  cairo_save (cr);
  cairo_translate (cr, 11, (height + width) / 2);
  cairo_rotate (cr, -G_PI_2);
  psg_palette_set_source (cr, &style->fg, 0.6);
  psg_timeline_text_draw (text, cr, PSG_FACE_CAPTION, caption, 0, 0, width + 1);
  cairo_restore (cr);
}

static void
draw_row (PsgTimelineCrossings *self,
          cairo_t              *cr,
          guint                 i,
          int                   width)
{
  const PsgTimelineStyle *style = psg_timeline_model_get_style (self->model);
  const PsgTimeAxis *axis = psg_timeline_model_get_axis (self->model);
  const PsgCrossing *crossing = g_ptr_array_index (psg_timeline_model_get_crossings (self->model), i);
  const PsgCollectionInfo *info = psg_collection_get_info (psg_timeline_model_get_collection (self->model));
  const char *chosen = psg_session_get_crossing (psg_timeline_model_get_session (self->model));
  gboolean is_chosen = g_strcmp0 (chosen, crossing->id) == 0;
  int gutter = psg_timeline_model_get_gutter (self->model);
  double height = get_row_height (self);
  double top = PSG_TIMELINE_CROSSINGS_PADDING + i * height, middle = top + height / 2;

  if (is_chosen || self->hover == (int) i)
    {
      psg_palette_set_source (cr, is_chosen ? &style->accent : &style->fg, is_chosen ? 0.18 : 0.07);
      psg_timeline_rounded_rect (cr, NAME_X - 5, top, width - NAME_X + 5 - 4, height, 4);
      cairo_fill (cr);
    }

  psg_palette_set_source (cr, &style->fg, is_chosen ? 1 : 0.85);
  if (height >= 8)
    psg_timeline_text_draw (psg_timeline_model_get_text (self->model), cr,
                            height < 13 ? PSG_FACE_CAPTION : is_chosen ? PSG_FACE_SMALL_BOLD : PSG_FACE_SMALL,
                            psg_text_get (crossing->short_name), NAME_X, middle, gutter - NAME_X - 6);

  cairo_save (cr);
  cairo_rectangle (cr, gutter, top, axis->width, height);
  cairo_clip (cr);
  cairo_translate (cr, gutter, 0);
  psg_timeline_draw_strip (cr, style, crossing, axis, &info->span, middle, height,
                           chosen == NULL || is_chosen ? 1 : 0.7);
  cairo_restore (cr);
}

static void
psg_timeline_crossings_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  PsgTimelineCrossings *self = PSG_TIMELINE_CROSSINGS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int gutter = psg_timeline_model_get_gutter (self->model);
  double axis_width = psg_timeline_model_get_axis (self->model)->width;
  GPtrArray *crossings;
  cairo_t *cr;

  if (psg_timeline_model_get_collection (self->model) == NULL)
    return;

  crossings = psg_timeline_model_get_crossings (self->model);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_save (cr);
  cairo_rectangle (cr, gutter, 0, axis_width, height);
  cairo_clip (cr);
  cairo_translate (cr, gutter, 0);
  psg_timeline_draw_grid (cr, psg_timeline_model_get_style (self->model),
                          psg_timeline_model_get_ticks (self->model), height);
  cairo_restore (cr);

  draw_caption (self, cr, height);
  for (guint i = 0; i < crossings->len; i++)
    draw_row (self, cr, i, width);
  cairo_destroy (cr);
}

/* Callbacks */

static void
invalidated_cb (PsgTimelineCrossings *self,
                PsgTimelineInvalid    what)
{
  if (what & (PSG_INVALID_LAYOUT | PSG_INVALID_DRAW | PSG_INVALID_BAND))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
clicked_cb (PsgTimelineCrossings *self,
            int                   n_press,
            double                x,
            double                y)
{
  PsgSession *session = psg_timeline_model_get_session (self->model);
  const PsgCrossing *crossing = psg_timeline_crossings_pick (self, y);

  if (crossing == NULL || n_press != 1)
    return;

  psg_session_select_crossing (session, crossing->id, NULL);
  if (x >= psg_timeline_model_get_gutter (self->model))
    psg_session_set_playhead (session, day_at (self, x));
}

static void
set_hover (PsgTimelineCrossings *self,
           int                   row)
{
  if (self->hover == row)
    return;

  self->hover = row;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), row >= 0 ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pointer_moved_cb (PsgTimelineCrossings *self,
                  double                x,
                  double                y)
{
  if (psg_timeline_model_get_collection (self->model) != NULL)
    set_hover (self, row_at (self, y));
}

static void
pointer_left_cb (PsgTimelineCrossings *self)
{
  set_hover (self, -1);
}

static void
append_text (GString    *markup,
             const char *format,
             PsgText    *text)
{
  g_autofree char *wrapped = psg_tooltip_wrap (text != NULL ? psg_text_get (text) : NULL);
  g_autofree char *escaped = g_markup_escape_text (wrapped, -1);

  if (*escaped == '\0')
    return;

  g_string_append_c (markup, '\n');
  if (format != NULL)
    g_string_append_printf (markup, "%s ", format);
  g_string_append (markup, escaped);
}

static char *
describe (PsgTimelineCrossings *self,
          const PsgCrossing    *crossing,
          PsgDay                day)
{
  const PsgStatusInterval *interval = psg_crossing_get_interval_at (crossing, day);
  GString *markup = g_string_new (NULL);
  g_autofree char *name = g_markup_escape_text (psg_text_get (crossing->name), -1);
  g_autofree char *status = psg_crossing_describe_at (crossing, day);
  g_autofree char *status_markup = status != NULL ? g_markup_escape_text (status, -1) : NULL;

  g_string_append_printf (markup, "<b>%s</b>", name);
  if (status_markup != NULL)
    g_string_append_printf (markup, "\n%s", status_markup);
  if (interval != NULL)
    {
      g_autofree char *dates = psg_edtf_format_display (interval->date);
      g_autofree char *dates_markup = g_markup_escape_text (dates, -1);

      g_string_append_printf (markup, "\n%s", dates_markup);
      append_text (markup, NULL, interval->reason);
      /* Translators: before the name of the authority that opened or closed a crossing */
      append_text (markup, C_("crossing", "Decided by:"), interval->decided_by);
    }

  return g_string_free (markup, FALSE);
}

static gboolean
tooltip_queried_cb (PsgTimelineCrossings *self,
                    int                   x,
                    int                   y,
                    gboolean              keyboard,
                    GtkTooltip           *tooltip)
{
  const PsgCrossing *crossing = keyboard ? NULL : psg_timeline_crossings_pick (self, y);
  g_autofree char *markup = NULL;

  if (crossing == NULL)
    return FALSE;

  if (x >= psg_timeline_model_get_gutter (self->model))
    markup = describe (self, crossing, day_at (self, x));
  else
    markup = g_markup_escape_text (psg_text_get (crossing->name), -1);
  gtk_tooltip_set_markup (tooltip, markup);

  return TRUE;
}

/* Widget */

static void
psg_timeline_crossings_dispose (GObject *object)
{
  PsgTimelineCrossings *self = PSG_TIMELINE_CROSSINGS (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (psg_timeline_crossings_parent_class)->dispose (object);
}

static void
psg_timeline_crossings_class_init (PsgTimelineCrossingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_timeline_crossings_dispose;
  widget_class->snapshot = psg_timeline_crossings_snapshot;
  gtk_widget_class_set_css_name (widget_class, "crossings");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
psg_timeline_crossings_init (PsgTimelineCrossings *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->hover = -1;

  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_queried_cb), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Status of the crossings through time"),
                                  -1);
}

/**
 * psg_timeline_crossings_new:
 * @model: what the parts of the timeline share
 *
 * Returns: (transfer floating): a band
 */
GtkWidget *
psg_timeline_crossings_new (PsgTimelineModel *model)
{
  PsgTimelineCrossings *self = g_object_new (PSG_TYPE_TIMELINE_CROSSINGS, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "invalidated", G_CALLBACK (invalidated_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * psg_timeline_crossings_pick:
 * @self: a band
 * @y: in its coordinates
 *
 * Returns: (nullable): the crossing whose strip is there
 */
const PsgCrossing *
psg_timeline_crossings_pick (PsgTimelineCrossings *self,
                             double                y)
{
  int row;

  if (psg_timeline_model_get_collection (self->model) == NULL)
    return NULL;

  row = row_at (self, y);

  return row >= 0 ? g_ptr_array_index (psg_timeline_model_get_crossings (self->model), row) : NULL;
}
