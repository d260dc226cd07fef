/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-eras.h"

#include <glib/gi18n.h>

#include "psg-timeline-era-draw.h"
#include "psg-tooltip.h"

/*
 * Eras as a band of their own, and as a tint upon the lanes. Where they are is the
 * layout's business; how they look is in psg-timeline-frame-draw.c.
 */

struct _PsgTimelineEras
{
  GtkWidget parent_instance;

  PsgTimelineModel *model;
  GPtrArray *eras;
  PsgEraLayout *layout;
  gboolean is_laid_out;
};

G_DEFINE_FINAL_TYPE (PsgTimelineEras, psg_timeline_eras, GTK_TYPE_WIDGET)

static double
measure_name (const char *name,
              gpointer    user_data)
{
  return psg_timeline_text_measure (user_data, PSG_FACE_SMALL, name);
}

/* The collection's eras, in a layout without boxes: what heights need. */
static PsgEraLayout *
ensure_rows (PsgTimelineEras *self)
{
  PsgCollection *collection = psg_timeline_model_get_collection (self->model);
  GPtrArray *eras = collection != NULL ? psg_collection_get_eras (collection) : NULL;

  if (eras == self->eras)
    return self->layout;

  g_clear_pointer (&self->layout, psg_era_layout_free);
  g_clear_pointer (&self->eras, g_ptr_array_unref);
  self->is_laid_out = FALSE;
  if (eras == NULL)
    return NULL;

  self->eras = g_ptr_array_ref (eras);
  self->layout = psg_era_layout_new (eras, &psg_collection_get_info (collection)->span);

  return self->layout;
}

static PsgEraLayout *
ensure_layout (PsgTimelineEras *self)
{
  PsgEraLayout *layout = ensure_rows (self);

  if (layout != NULL && !self->is_laid_out)
    psg_era_layout_update (layout, psg_timeline_model_get_axis (self->model), measure_name,
                           psg_timeline_model_get_text (self->model));
  self->is_laid_out = TRUE;

  return layout;
}

/* With what is free below it. */
static int
get_row_height (PsgTimelineEras *self)
{
  return (int) psg_timeline_get_era_height (psg_timeline_model_get_text (self->model));
}

static const PsgEraBox *
pick (PsgTimelineEras *self,
      double           x,
      double           y)
{
  PsgEraLayout *layout = ensure_layout (self);
  double from_axis = x - psg_timeline_model_get_gutter (self->model);

  if (layout == NULL || from_axis < 0 || from_axis > psg_timeline_model_get_axis (self->model)->width || y < 0)
    return NULL;

  return psg_era_layout_pick (layout, from_axis, (guint) (y / get_row_height (self)));
}

static const PsgEra *
get_era (PsgTimelineEras *self,
         const PsgEraBox *box)
{
  return g_ptr_array_index (self->eras, box->era);
}

/* Drawing */

static void
psg_timeline_eras_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  PsgTimelineEras *self = PSG_TIMELINE_ERAS (widget);
  PsgEraLayout *layout = ensure_layout (self);
  double width = psg_timeline_model_get_axis (self->model)->width;
  int height = gtk_widget_get_height (widget), gutter = psg_timeline_model_get_gutter (self->model);
  const PsgEraBox *boxes;
  cairo_t *cr;
  guint n = 0;

  if (layout == NULL || height <= 0)
    return;

  boxes = psg_era_layout_get_boxes (layout, &n);
  if (n == 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (gutter, 0, (float) width, height));
  cairo_rectangle (cr, gutter, 0, width, height);
  cairo_clip (cr);
  cairo_translate (cr, gutter, 0);
  for (guint i = 0; i < n; i++)
    psg_timeline_draw_era (cr, psg_timeline_model_get_style (self->model), psg_timeline_model_get_text (self->model),
                           &boxes[i], psg_text_get (get_era (self, &boxes[i])->name));
  cairo_destroy (cr);
}

/**
 * psg_timeline_eras_snapshot_tints:
 * @self: the eras
 * @snapshot: where, in the coordinates of the timeline
 * @top: from where
 * @bottom: to where
 *
 * Tints the lanes, faintly.
 */
void
psg_timeline_eras_snapshot_tints (PsgTimelineEras *self,
                                   GtkSnapshot     *snapshot,
                                   double           top,
                                   double           bottom)
{
  const PsgTimelineStyle *style = psg_timeline_model_get_style (self->model);
  PsgEraLayout *layout = ensure_layout (self);
  const PsgEraBox *boxes;
  guint n = 0;

  if (layout == NULL || bottom <= top)
    return;

  boxes = psg_era_layout_get_boxes (layout, &n);
  for (guint i = 0; i < n; i++)
    psg_timeline_append_era_tint (snapshot, style, &boxes[i], psg_timeline_model_get_gutter (self->model),
                                  psg_timeline_model_get_axis (self->model)->width, top, bottom - top);
}

/* Callbacks */

static void
invalidated_cb (PsgTimelineEras   *self,
                PsgTimelineInvalid what)
{
  if (!(what & (PSG_INVALID_GATHER | PSG_INVALID_LAYOUT | PSG_INVALID_DRAW)))
    return;

  self->is_laid_out = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pointer_moved_cb (PsgTimelineEras *self,
                  double           x,
                  double           y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), pick (self, x, y) != NULL ? "pointer" : "grab");
}

/* Goes to the era, with a little of what lies around it. */
static void
clicked_cb (PsgTimelineEras *self,
            int              n_press,
            double           x,
            double           y)
{
  const PsgEraBox *box = pick (self, x, y);
  PsgTimeSpan span;
  gint64 margin;

  if (box == NULL || n_press != 1)
    return;

  span = psg_era_layout_get_time (self->layout, box->era);
  margin = psg_time_span_get_length (&span) / 24;
  span = (PsgTimeSpan) { span.start - margin, span.end + margin };
  psg_session_jump_to_span (psg_timeline_model_get_session (self->model), &span);
}

static gboolean
tooltip_queried_cb (PsgTimelineEras *self,
                    int              x,
                    int              y,
                    gboolean         keyboard,
                    GtkTooltip      *tooltip)
{
  const PsgEraBox *box = keyboard ? NULL : pick (self, x, y);
  g_autofree char *date = NULL, *certainty = NULL, *markup = NULL;

  if (box == NULL)
    return FALSE;

  date = psg_edtf_format_display (get_era (self, box)->date);
  certainty = psg_edtf_describe_certainty (get_era (self, box)->date);
  markup = g_markup_printf_escaped ("<b>%s</b>\n%s%s%s", psg_text_get (get_era (self, box)->name), date,
                                    certainty != NULL ? "\n" : "", certainty != NULL ? certainty : "");
  gtk_tooltip_set_markup (tooltip, markup);
  psg_tooltip_follow (tooltip, GTK_WIDGET (self), x);

  return TRUE;
}

/* Widget */

static void
psg_timeline_eras_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  PSG_TIMELINE_ERAS (widget)->is_laid_out = FALSE;
}

static void
psg_timeline_eras_dispose (GObject *object)
{
  PsgTimelineEras *self = PSG_TIMELINE_ERAS (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (psg_timeline_eras_parent_class)->dispose (object);
}

static void
psg_timeline_eras_finalize (GObject *object)
{
  PsgTimelineEras *self = PSG_TIMELINE_ERAS (object);

  g_clear_pointer (&self->layout, psg_era_layout_free);
  g_clear_pointer (&self->eras, g_ptr_array_unref);

  G_OBJECT_CLASS (psg_timeline_eras_parent_class)->finalize (object);
}

static void
psg_timeline_eras_class_init (PsgTimelineErasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_timeline_eras_dispose;
  object_class->finalize = psg_timeline_eras_finalize;
  widget_class->size_allocate = psg_timeline_eras_size_allocate;
  widget_class->snapshot = psg_timeline_eras_snapshot;
  gtk_widget_class_set_css_name (widget_class, "eras");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
psg_timeline_eras_init (PsgTimelineEras *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_queried_cb), NULL);
}

/**
 * psg_timeline_eras_new:
 * @model: what the parts of the timeline share
 *
 * Returns: (transfer floating): the eras
 */
GtkWidget *
psg_timeline_eras_new (PsgTimelineModel *model)
{
  PsgTimelineEras *self = g_object_new (PSG_TYPE_TIMELINE_ERAS, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "invalidated", G_CALLBACK (invalidated_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * psg_timeline_eras_get_height:
 * @self: the eras
 *
 * Returns: the height the band needs; 0 if the collection has no eras
 */
int
psg_timeline_eras_get_height (PsgTimelineEras *self)
{
  PsgEraLayout *layout = ensure_rows (self);
  int n_rows = layout != NULL ? (int) psg_era_layout_get_n_rows (layout) : 0;

  return n_rows > 0 ? n_rows * get_row_height (self) : 0;
}

/**
 * psg_timeline_eras_get_layout:
 * @self: the eras
 *
 * Returns: (nullable): what it shows now, with the origin where the axis begins
 */
const PsgEraLayout *
psg_timeline_eras_get_layout (PsgTimelineEras *self)
{
  return ensure_layout (self);
}

/**
 * psg_timeline_eras_describe:
 * @self: the eras
 *
 * Returns: (transfer full): for assistive tools: the era that the playhead is in
 */
char *
psg_timeline_eras_describe (PsgTimelineEras *self)
{
  PsgSession *session = psg_timeline_model_get_session (self->model);
  PsgEraLayout *layout = ensure_rows (self);
  const PsgEra *era = layout != NULL ? psg_era_layout_get_era_at (layout, psg_session_get_playhead (session)) : NULL;
  g_autofree char *date = NULL;

  if (era == NULL)
    return g_strdup (_("Eras"));

  date = psg_edtf_format_display (era->date);

  /* Translators: read out by a screen reader: the name of the period that the playhead is in, and its dates */
  return g_strdup_printf (_("Era: %s, %s"), psg_text_get (era->name), date);
}
