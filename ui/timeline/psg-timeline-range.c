/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-range-private.h"

#include <glib/gi18n.h>

#include "psg-follow.h"
#include "psg-timeline-handle.h"
#include "psg-timeline-range-draw.h"
#include "psg-timeline-ruler.h"
#include "psg-timeline-view-private.h"

/*
 * The range is the filter's: a drag is a draft of one until it ends. It lies over its
 * siblings, but is hit only at its edges, so that what is below stays within reach.
 */

/* Between the words and the playhead's handle. */
#define GAP 6

G_DEFINE_FINAL_TYPE (PsgTimelineRange, psg_timeline_range, GTK_TYPE_WIDGET)

static PsgFilter *
get_filter (PsgTimelineRange *self)
{
  return psg_session_get_filter (psg_timeline_model_get_session (self->model));
}

/* The draft, or else the filter's range, which may be none. */
const PsgTimeSpan *
psg_timeline_range_get_shown (PsgTimelineRange *self)
{
  if (psg_timeline_model_get_collection (self->model) == NULL)
    return NULL;

  return self->is_dragging ? &self->draft : psg_filter_get_range_span (get_filter (self));
}

double
psg_timeline_range_get_top (PsgTimelineRange *self,
                            gpointer          sibling)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (sibling, GTK_WIDGET (self), &bounds))
    return 0;

  return bounds.origin.y;
}

static PsgTimelineBand
get_band (PsgTimelineRange  *self,
          const PsgTimeAxis *axis,
          const PsgTimeSpan *range)
{
  return (PsgTimelineBand) {
    .left = psg_time_axis_to_x (axis, (double) range->start),
    .right = psg_time_axis_to_x (axis, (double) range->end),
    .width = axis->width,
    .top = psg_timeline_range_get_top (self, self->canvas),
    .bottom = psg_timeline_range_get_top (self, self->overview),
    .grip = psg_timeline_range_get_top (self, self->canvas) + gtk_widget_get_height (GTK_WIDGET (self->canvas)),
  };
}

/* Words */

static void
append_part (GString    *text,
             const char *part)
{
  /* Translators: between a stretch of time, its length, and how many events it has */
  g_string_append_printf (text, "%s%s", text->len > 0 ? C_("timeline", " · ") : "", part);
}

static void
append_length (GString           *text,
               const PsgTimeSpan *range)
{
  PsgTimeSpan whole = psg_time_span_from_days (PSG_DAY_MIN, PSG_DAY_MAX);
  int days = (int) (psg_time_span_get_length (range) / PSG_MINUTES_PER_DAY);
  g_autofree char *part = NULL;

  if (range->start <= whole.start || range->end >= whole.end)
    return;

  part = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'d day", "%'d days", days), days);
  append_part (text, part);
}

static char *
describe (PsgTimelineRange  *self,
          const PsgTimeSpan *range)
{
  PsgSession *session = psg_timeline_model_get_session (self->model);
  PsgRangeMode mode = psg_filter_get_range_mode (get_filter (self));
  guint n = psg_date_range_count (range, mode, psg_collection_get_events (psg_session_get_collection (session)),
                                  psg_session_get_context (session));
  g_autofree char *edtf = psg_date_range_to_edtf (range);
  g_autoptr (PsgEdtf) date = psg_edtf_parse (edtf, NULL);
  g_autofree char *dates = psg_edtf_format_short (date);
  g_autofree char *events = NULL;
  GString *text = g_string_new (NULL);

  if (mode == PSG_RANGE_CERTAINLY)
    /* Translators: how many events lie in a stretch of time for certain */
    events = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u event for certain", "%'u events for certain", n), n);
  else
    events = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u event", "%'u events", n), n);

  append_part (text, dates);
  append_length (text, range);
  append_part (text, events);

  return g_string_free (text, FALSE);
}

void
psg_timeline_range_update (PsgTimelineRange *self)
{
  const PsgTimeSpan *range = psg_timeline_range_get_shown (self);
  g_autofree char *words = range != NULL ? describe (self, range) : NULL;

  gtk_widget_set_visible (self->pill, words != NULL);
  gtk_label_set_text (self->label, words != NULL ? words : "");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Changing it */

void
psg_timeline_range_set (PsgTimelineRange *self,
                        const char       *range)
{
  g_autoptr (GError) error = NULL;

  if (!psg_session_set_range (psg_timeline_model_get_session (self->model), range,
                              psg_filter_get_range_mode (get_filter (self)), &error))
    psg_show_error (GTK_WIDGET (self), error->message);
}

static void
clear_clicked_cb (PsgTimelineRange *self)
{
  GtkWidget *view = gtk_widget_get_parent (GTK_WIDGET (self));

  /* The button goes; the keyboard must not be left nowhere. */
  gtk_widget_grab_focus (view);
  psg_timeline_range_set (self, NULL);
}

/* Widget */

static void
invalidated_cb (PsgTimelineRange  *self,
                PsgTimelineInvalid what)
{
  if (what & PSG_INVALID_RANGE)
    psg_timeline_range_update (self);

  if (!gtk_widget_get_visible (self->pill) && !(what & PSG_INVALID_RANGE))
    return;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (what & (PSG_INVALID_LAYOUT | PSG_INVALID_PLAYHEAD | PSG_INVALID_RANGE))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
append_veils (PsgTimelineRange      *self,
              GtkSnapshot           *snapshot,
              const PsgTimelineBand *band)
{
  PsgSession *session = psg_timeline_model_get_session (self->model);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) band->top));
  psg_timeline_range_draw_veils (snapshot, psg_timeline_model_get_style (self->model), band,
                                 psg_timeline_canvas_get_layout (self->canvas), psg_session_get_matches (session),
                                 psg_collection_get_events (psg_session_get_collection (session)),
                                 psg_timeline_model_get_text (self->model));
  gtk_snapshot_restore (snapshot);
}

static void
psg_timeline_range_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  PsgTimelineRange *self = PSG_TIMELINE_RANGE (widget);
  const PsgTimeSpan *range = psg_timeline_range_get_shown (self);
  const PsgTimelineStyle *style;
  PsgTimelineBand band, small;
  PsgTimeAxis whole;

  if (range == NULL)
    return;

  style = psg_timeline_model_get_style (self->model);
  whole = psg_timeline_overview_get_axis (self->overview);
  band = get_band (self, psg_timeline_model_get_axis (self->model), range);
  small = get_band (self, &whole, range);
  small.top = small.bottom;
  small.bottom = gtk_widget_get_height (widget);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) psg_timeline_model_get_gutter (self->model), 0));
  if (!self->is_dragging)
    append_veils (self, snapshot, &band);
  psg_timeline_range_draw_band (snapshot, style, &band, !self->is_dragging);
  psg_timeline_range_draw_overview (snapshot, style, &small);
  gtk_snapshot_restore (snapshot);

  gtk_widget_snapshot_child (widget, self->pill, snapshot);
}

static gboolean
psg_timeline_range_contains (GtkWidget *widget,
                             double     x,
                             double     y)
{
  PsgTimelineRange *self = PSG_TIMELINE_RANGE (widget);
  double top = psg_timeline_range_get_top (self, self->canvas);

  if (y < 0 || y >= psg_timeline_range_get_top (self, self->overview) ||
      x < psg_timeline_model_get_gutter (self->model) - PSG_TIMELINE_RANGE_REACH)
    return FALSE;

  return psg_timeline_range_edge_at (self, x, PSG_TIMELINE_RANGE_REACH) != 0 &&
         (self->is_dragging || psg_timeline_canvas_pick (self->canvas, x, y - top) == PSG_ROW_NONE);
}

/* Beside the playhead's handle, as near to the middle of the band as can be; else below it. */
static double
find_pill_x (PsgTimelineRange *self,
             double            wanted,
             double            pill_width,
             double            width,
             gboolean         *below)
{
  PsgTimelineHandle handle;
  double left, right;

  *below = FALSE;
  if (!psg_timeline_handle_place (&handle, self->model) ||
      wanted + pill_width + GAP <= handle.x || wanted >= handle.x + handle.width + GAP)
    return wanted;

  left = handle.x - GAP - pill_width;
  right = handle.x + handle.width + GAP;
  *below = left < 0 && right + pill_width > width;
  if (*below)
    return wanted;

  return left >= 0 && (right + pill_width > width || wanted - left <= right - wanted) ? left : right;
}

static void
psg_timeline_range_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  PsgTimelineRange *self = PSG_TIMELINE_RANGE (widget);
  const PsgTimeSpan *range = psg_timeline_range_get_shown (self);
  double top = psg_timeline_range_get_top (self, self->canvas), wanted;
  int gutter = psg_timeline_model_get_gutter (self->model), pill_width, pill_height;
  PsgTimelineBand band;
  gboolean below;

  if (range == NULL || !gtk_widget_get_visible (self->pill))
    {
      psg_timeline_model_set_cover (self->model, 0, 0);
      return;
    }

  band = get_band (self, psg_timeline_model_get_axis (self->model), range);
  gtk_widget_measure (self->pill, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &pill_width, NULL, NULL);
  gtk_widget_measure (self->pill, GTK_ORIENTATION_VERTICAL, -1, NULL, &pill_height, NULL, NULL);
  pill_width = MIN (pill_width, (int) band.width);
  wanted = (CLAMP (band.left, 0, band.width) + CLAMP (band.right, 0, band.width) - pill_width) / 2;
  wanted = find_pill_x (self, CLAMP (wanted, 0, MAX (0, band.width - pill_width)), pill_width, band.width, &below);

  psg_timeline_model_set_cover (self->model, below ? 0 : wanted, below ? 0 : wanted + pill_width);
  gtk_widget_size_allocate (self->pill,
                            &(GtkAllocation) { gutter + (int) wanted,
                                               below ? (int) top + 3 : (PSG_TIMELINE_RULER_HEIGHT - pill_height) / 2,
                                               pill_width, pill_height }, -1);
}

static void
psg_timeline_range_dispose (GObject *object)
{
  PsgTimelineRange *self = PSG_TIMELINE_RANGE (object);

  g_clear_pointer (&self->pill, gtk_widget_unparent);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (psg_timeline_range_parent_class)->dispose (object);
}

static void
psg_timeline_range_class_init (PsgTimelineRangeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_timeline_range_dispose;
  widget_class->snapshot = psg_timeline_range_snapshot;
  widget_class->contains = psg_timeline_range_contains;
  widget_class->size_allocate = psg_timeline_range_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "timelinerange");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
append_button (PsgTimelineRange *self,
               GtkWidget        *button,
               const char       *label)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (self->pill), button);
}

static void
make_pill (PsgTimelineRange *self)
{
  self->pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->note = gtk_button_new_from_icon_name ("list-add-symbolic");
  self->clear = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->note), "win.note-range");
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_clicked_cb), self);

  gtk_box_append (GTK_BOX (self->pill), GTK_WIDGET (self->label));
  append_button (self, self->note, _("Add Note About This Time"));
  append_button (self, self->clear, _("Clear the range"));
  gtk_widget_add_css_class (self->pill, "range-pill");
  gtk_widget_set_visible (self->pill, FALSE);
  gtk_widget_set_cursor_from_name (self->pill, "default");
  gtk_widget_set_parent (self->pill, GTK_WIDGET (self));
}

static void
psg_timeline_range_init (PsgTimelineRange *self)
{
  make_pill (self);
  psg_timeline_range_init_input (self);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Selected range"), -1);
}

/**
 * psg_timeline_range_new:
 * @model: what the parts of the timeline share
 * @canvas: the canvas below
 * @overview: the overview below
 *
 * Returns: (transfer floating): a range
 */
GtkWidget *
psg_timeline_range_new (PsgTimelineModel    *model,
                        PsgTimelineCanvas   *canvas,
                        PsgTimelineOverview *overview)
{
  PsgTimelineRange *self = g_object_new (PSG_TYPE_TIMELINE_RANGE, NULL);

  self->model = g_object_ref (model);
  self->canvas = canvas;
  self->overview = overview;
  g_signal_connect_object (model, "invalidated", G_CALLBACK (invalidated_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * psg_timeline_range_get_words:
 * @self: a range
 *
 * Returns: (transfer none) (nullable): its dates, its length and how many events lie in it;
 *   %NULL while there is no range
 */
const char *
psg_timeline_range_get_words (PsgTimelineRange *self)
{
  g_return_val_if_fail (PSG_IS_TIMELINE_RANGE (self), NULL);

  return gtk_widget_get_visible (self->pill) ? gtk_label_get_text (self->label) : NULL;
}
