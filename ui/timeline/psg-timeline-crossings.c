/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-crossings.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-timeline-band-draw.h"
#include "psg-timeline-draw.h"
#include "psg-timeline-frame-draw.h"
#include "psg-timeline-strip-words.h"
#include "psg-tooltip.h"

/*
 * The crossings band: names and strips. One strip has the focus when the band has it;
 * the day that keys speak of is the playhead's.
 */

#define NAME_X PSG_TIMELINE_NAME_X

struct _PsgTimelineCrossings
{
  GtkWidget parent_instance;

  PsgTimelineModel *model;
  int hover; /* which row, or -1 */
  guint row; /* the row that has, or had, the focus */
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

static const PsgCrossing *
get_focused (PsgTimelineCrossings *self)
{
  GPtrArray *crossings = psg_timeline_model_get_crossings (self->model);

  self->row = MIN (self->row, MAX (crossings->len, 1) - 1);

  return crossings->len > 0 ? g_ptr_array_index (crossings, self->row) : NULL;
}

/* Says what the strip with the focus says of the playhead's day. */
static void
speak (PsgTimelineCrossings *self)
{
  const PsgCrossing *crossing = get_focused (self);
  g_autofree char *speech = NULL;

  if (crossing == NULL || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return;

  speech = psg_timeline_strip_speak (crossing,
                                     psg_session_get_playhead (psg_timeline_model_get_session (self->model)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, speech, -1);
}

static void
set_row (PsgTimelineCrossings *self,
         guint                 row)
{
  if (self->row == row)
    return;

  self->row = row;
  speak (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Drawing */

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
    psg_timeline_draw_strip_ground (cr, is_chosen ? &style->accent : &style->fg, is_chosen ? 0.18 : 0.07,
                                    top, width, height);

  if (self->row == i && gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    {
      psg_palette_set_source (cr, &style->accent, 1);
      psg_timeline_rounded_rect (cr, NAME_X - 4, top + 1, width - NAME_X - 1, height - 2, 4);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }

  if (height >= 8)
    psg_timeline_draw_strip_name (cr, style, psg_timeline_model_get_text (self->model),
                                  psg_text_get (crossing->short_name), is_chosen, gutter, middle, height);

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

  psg_timeline_draw_band_caption (cr, psg_timeline_model_get_style (self->model),
                                  psg_timeline_model_get_text (self->model), height);
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
  if (what & PSG_INVALID_GATHER)
    gtk_widget_set_focusable (GTK_WIDGET (self), get_focused (self) != NULL);
  if (what & (PSG_INVALID_PLAYHEAD | PSG_INVALID_GATHER))
    speak (self);
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

  set_row (self, (guint) row_at (self, y));
  gtk_widget_grab_focus (GTK_WIDGET (self));
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
    markup = psg_timeline_strip_get_markup (crossing, day_at (self, x));
  else
    markup = g_markup_escape_text (psg_text_get (crossing->name), -1);
  gtk_tooltip_set_markup (tooltip, markup);
  psg_tooltip_follow (tooltip, GTK_WIDGET (self), x);

  return TRUE;
}

/* Keys */

static gboolean
row_moved_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  PsgTimelineCrossings *self = PSG_TIMELINE_CROSSINGS (widget);
  int step = g_variant_get_int32 (args), row = (int) self->row + step;

  if (get_focused (self) == NULL)
    return FALSE;
  if (row < 0 || row >= (int) psg_timeline_model_get_crossings (self->model)->len)
    return gtk_widget_keynav_failed (widget, step > 0 ? GTK_DIR_DOWN : GTK_DIR_UP);

  set_row (self, (guint) row);

  return TRUE;
}

static gboolean
change_stepped_cb (GtkWidget *widget,
                   GVariant  *args,
                   gpointer   user_data)
{
  PsgTimelineCrossings *self = PSG_TIMELINE_CROSSINGS (widget);
  const PsgCrossing *crossing = get_focused (self);

  if (crossing == NULL)
    return FALSE;
  if (!psg_session_step_change_of (psg_timeline_model_get_session (self->model), crossing,
                                   g_variant_get_int32 (args)))
    gtk_widget_error_bell (widget);

  return TRUE;
}

static gboolean
chosen_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  PsgTimelineCrossings *self = PSG_TIMELINE_CROSSINGS (widget);
  const PsgCrossing *crossing = get_focused (self);

  if (crossing == NULL)
    return FALSE;

  psg_session_select_crossing (psg_timeline_model_get_session (self->model), crossing->id, NULL);

  return TRUE;
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GtkShortcutFunc callback;
    int step;
  } keys[] = {
    { GDK_KEY_Up, row_moved_cb, -1 },
    { GDK_KEY_KP_Up, row_moved_cb, -1 },
    { GDK_KEY_Down, row_moved_cb, 1 },
    { GDK_KEY_KP_Down, row_moved_cb, 1 },
    { GDK_KEY_Left, change_stepped_cb, -1 },
    { GDK_KEY_KP_Left, change_stepped_cb, -1 },
    { GDK_KEY_Right, change_stepped_cb, 1 },
    { GDK_KEY_KP_Right, change_stepped_cb, 1 },
    { GDK_KEY_Return, chosen_cb, 0 },
    { GDK_KEY_KP_Enter, chosen_cb, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, keys[i].callback, "i", keys[i].step);
}

/* Widget */

static void
focus_changed_cb (PsgTimelineCrossings *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    speak (self);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, _("Status of the crossings through time"),
                                    -1);
}

static void
psg_timeline_crossings_state_flags_changed (GtkWidget    *widget,
                                            GtkStateFlags before)
{
  GTK_WIDGET_CLASS (psg_timeline_crossings_parent_class)->state_flags_changed (widget, before);

  gtk_widget_queue_draw (widget);
}

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
  widget_class->state_flags_changed = psg_timeline_crossings_state_flags_changed;
  gtk_widget_class_set_css_name (widget_class, "crossings");
  /* Return on it does something, and its name says to what. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  bind_keys (widget_class);
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
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed_cb), NULL);
  focus_changed_cb (self);
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
