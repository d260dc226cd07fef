/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-status-strip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "psg-palette.h"
#include "psg-tooltip.h"

/* The strip of one crossing on its page. It does not zoom; the timeline's does. */

#define BAND_HEIGHT 22
#define YEARS_HEIGHT 18

/* By status. */
static const double heights[PSG_N_STATUSES] = { 3, 4, 10, 14 };

struct _PsgStatusStrip
{
  GtkWidget parent_instance;

  /* owned */
  PsgSession *session;
  PsgCrossing *crossing;

  PsgTimeSpan span;
};

G_DEFINE_FINAL_TYPE (PsgStatusStrip, psg_status_strip, GTK_TYPE_WIDGET)

static double
day_to_x (PsgStatusStrip *self,
          PsgDay          day)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  gint64 minute;

  if (day == PSG_DAY_OPEN_START)
    return 0;
  if (day == PSG_DAY_OPEN_END)
    return width;

  minute = CLAMP (psg_day_to_minutes (day), self->span.start, self->span.end);

  return width * (minute - self->span.start) / psg_time_span_get_length (&self->span);
}

static void
draw_interval (PsgStatusStrip          *self,
               GtkSnapshot             *snapshot,
               PsgScheme                scheme,
               const PsgStatusInterval *interval)
{
  double height = heights[interval->status];
  double x0 = floor (day_to_x (self, interval->first));
  double x1 = interval->last == PSG_DAY_OPEN_END ? gtk_widget_get_width (GTK_WIDGET (self))
                                                 : floor (day_to_x (self, interval->last + 1));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x0, (BAND_HEIGHT - height) / 2, MAX (2, x1 - x0 - 1), height);
  GskRoundedRect bar;
  GdkRGBA rgba;

  if (x1 <= x0)
    return;

  psg_palette_get_status (scheme, interval->status, &rgba);
  gsk_rounded_rect_init_from_rect (&bar, &bounds, 2);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, &rgba, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_year (PsgStatusStrip *self,
           GtkSnapshot    *snapshot,
           const GdkRGBA  *color,
           int             year,
           double          room)
{
  g_autofree char *text = g_strdup_printf ("%d", year);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  double x = day_to_x (self, psg_day_from_ymd (year, 1, 1));
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width + 2 > room || x + width > gtk_widget_get_width (GTK_WIDGET (self)))
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, BAND_HEIGHT + (YEARS_HEIGHT - height) / 2.f));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* Every year, or every few where there is not the room. */
static void
draw_years (PsgStatusStrip *self,
            GtkSnapshot    *snapshot)
{
  double room = gtk_widget_get_width (GTK_WIDGET (self)) * 525960.0 / psg_time_span_get_length (&self->span);
  int step = room > 0 ? MAX (1, (int) ceil (40 / room)) : 1;
  int first, last;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  psg_day_to_ymd (psg_day_from_minutes (self->span.start), &first, NULL, NULL);
  psg_day_to_ymd (psg_day_from_minutes (self->span.end - 1), &last, NULL, NULL);

  for (int year = first; year <= last; year += step)
    draw_year (self, snapshot, &color, year, room * step);
}

static void
draw_playhead (PsgStatusStrip *self,
               GtkSnapshot    *snapshot,
               PsgScheme       scheme)
{
  double x = floor (day_to_x (self, psg_session_get_playhead (self->session)));
  double last = gtk_widget_get_width (GTK_WIDGET (self)) - 2;
  GdkRGBA rgba;

  psg_palette_get_accent (scheme, &rgba);
  gtk_snapshot_append_color (snapshot, &rgba,
                             &GRAPHENE_RECT_INIT (CLAMP (x - 1, 0, last), 0, 2, BAND_HEIGHT));
}

static void
psg_status_strip_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  PsgStatusStrip *self = PSG_STATUS_STRIP (widget);
  PsgScheme scheme = psg_palette_get_scheme ();

  for (guint i = 0; i < self->crossing->intervals->len; i++)
    draw_interval (self, snapshot, scheme, g_ptr_array_index (self->crossing->intervals, i));

  draw_years (self, snapshot);
  draw_playhead (self, snapshot, scheme);
}

static void
psg_status_strip_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 100;
      *natural = 320;
    }
  else
    *minimum = *natural = BAND_HEIGHT + YEARS_HEIGHT;
}

/* Where the playhead stands, in words, for those who do not see it. */
static void
playhead_changed_cb (PsgStatusStrip *self)
{
  PsgDay day = psg_session_get_playhead (self->session);
  g_autofree char *date = psg_day_format_long (day);
  g_autofree char *status = psg_crossing_describe_at (self->crossing, day);
  g_autofree char *text = g_strdup_printf ("%s: %s", date, status);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Status through time"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            PsgStatusStrip  *self)
{
  psg_session_set_playhead (self->session, psg_status_strip_day_at (self, x));
}

static gboolean
query_tooltip_cb (PsgStatusStrip *self,
                  int             x,
                  int             y,
                  gboolean        keyboard,
                  GtkTooltip     *tooltip)
{
  PsgDay day = keyboard ? psg_session_get_playhead (self->session) : psg_status_strip_day_at (self, x);
  const PsgStatusInterval *interval = psg_crossing_get_interval_at (self->crossing, day);
  g_autofree char *date = psg_day_format_long (day);
  g_autofree char *status = psg_crossing_describe_at (self->crossing, day);
  g_autofree char *reason = psg_tooltip_wrap (interval != NULL ? psg_text_get (interval->reason) : NULL);
  g_autofree char *text = NULL;

  text = g_strdup_printf ("%s: %s%s%s", date, status, *reason != '\0' ? "\n" : "", reason);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
psg_status_strip_dispose (GObject *object)
{
  PsgStatusStrip *self = PSG_STATUS_STRIP (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_status_strip_parent_class)->dispose (object);
}

static void
psg_status_strip_finalize (GObject *object)
{
  PsgStatusStrip *self = PSG_STATUS_STRIP (object);

  g_clear_pointer (&self->crossing, psg_crossing_unref);

  G_OBJECT_CLASS (psg_status_strip_parent_class)->finalize (object);
}

static void
psg_status_strip_class_init (PsgStatusStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_status_strip_dispose;
  object_class->finalize = psg_status_strip_finalize;
  widget_class->measure = psg_status_strip_measure;
  widget_class->snapshot = psg_status_strip_snapshot;

  gtk_widget_class_set_css_name (widget_class, "statusstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
psg_status_strip_init (PsgStatusStrip *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * psg_status_strip_new:
 * @session: a session with a collection
 * @crossing: a crossing of it
 *
 * Returns: (transfer floating): its strip, over the collection's whole span
 */
GtkWidget *
psg_status_strip_new (PsgSession        *session,
                      const PsgCrossing *crossing)
{
  PsgStatusStrip *self = g_object_new (PSG_TYPE_STATUS_STRIP, NULL);

  self->session = g_object_ref (session);
  self->crossing = psg_crossing_ref (crossing);
  self->span = psg_collection_get_info (psg_session_get_collection (session))->span;
  g_signal_connect_object (session, "notify::playhead",
                           G_CALLBACK (playhead_changed_cb), self, G_CONNECT_SWAPPED);
  playhead_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * psg_status_strip_day_at:
 * @self: a strip with a size
 * @x: in pixels from its left edge
 *
 * Returns: the day drawn there
 */
PsgDay
psg_status_strip_day_at (PsgStatusStrip *self,
                         double          x)
{
  double width = MAX (1, gtk_widget_get_width (GTK_WIDGET (self)));
  gint64 minute;

  g_return_val_if_fail (PSG_IS_STATUS_STRIP (self), 0);

  minute = self->span.start + (gint64) (psg_time_span_get_length (&self->span) * x / width);

  return psg_day_from_minutes (CLAMP (minute, self->span.start, self->span.end - 1));
}
