/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-legend.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-timeline-band-draw.h"
#include "psg-timeline-draw.h"
#include "psg-timeline-era-draw.h"
#include "psg-timeline-mentions.h"
#include "psg-timeline-note-signs.h"
#include "psg-timeline-notes.h"

/*
 * A sign is a made-up event, crossing or crowd given to the functions that draw the
 * true ones, so that the legend cannot say what the timeline does not do. It does not
 * know which signs are to be seen at the moment.
 */

#define SIGN_WIDTH 84
#define SIGN_HEIGHT 20
#define ROW_SPACING 3
#define COLUMN_SPACING 28

/* Of the two marks in a sign. */
#define DOT_X 10.0f
#define BAR_START 26.0f
#define BAR_END 78.0f

/* A made-up month, and a crowd in it. */
#define CROWD_DAYS 30
#define CROWD_EVENTS 640

struct _PsgTimelineLegend
{
  GtkWidget parent_instance;

  PsgTimelineModel *model;
  PsgTimelineLayout *crowd;
};

G_DEFINE_FINAL_TYPE (PsgTimelineLegend, psg_timeline_legend, GTK_TYPE_WIDGET)

typedef void (*DrawSign) (PsgTimelineLegend *self, cairo_t *cr, const PsgTimelineStyle *style, guint what);

typedef struct
{
  const char *label;
  DrawSign draw;
  guint what;
} Sign;

/* Drawing */

static const GdkRGBA *
get_colour (PsgTimelineLegend      *self,
            const PsgTimelineStyle *style)
{
  const PsgTimelineLanes *places = psg_timeline_model_get_places (self->model);

  return places->n > 0 ? &style->lanes[places->lanes[0].lane] : &style->accent;
}

static PsgTimelineMark
make_mark (PsgMarkKind kind,
           guint       flags,
           float       start,
           float       end)
{
  return (PsgTimelineMark) {
    .start = start,
    .end = end,
    .y = SIGN_HEIGHT / 2.0f,
    .height = PSG_TIMELINE_DOT,
    .flags = (guint16) flags,
    .kind = (guint8) kind,
  };
}

static void
draw_dot (PsgTimelineLegend      *self,
          cairo_t                *cr,
          const PsgTimelineStyle *style,
          guint                   flags)
{
  PsgTimelineMark mark = make_mark (PSG_MARK_POINT, flags, DOT_X, DOT_X);

  psg_timeline_draw_mark (cr, style, &mark, get_colour (self, style), SIGN_WIDTH);
}

static void
draw_range (PsgTimelineLegend      *self,
            cairo_t                *cr,
            const PsgTimelineStyle *style,
            guint                   flags)
{
  /* Dashes stand beyond an end that is not known. */
  float left = flags & PSG_EVENT_UNKNOWN_START ? DOT_X + 10 : DOT_X - 6;
  float right = flags & PSG_EVENT_UNKNOWN_END ? BAR_END - 16 : BAR_END;
  PsgTimelineMark mark = make_mark (PSG_MARK_RANGE, flags, left, right);

  psg_timeline_draw_mark (cr, style, &mark, get_colour (self, style), SIGN_WIDTH);
}

/* A stretch is square where it is short. */
static void
draw_stretch (PsgTimelineLegend      *self,
              cairo_t                *cr,
              const PsgTimelineStyle *style,
              guint                   flags)
{
  PsgTimelineMark marks[] = {
    make_mark (PSG_MARK_RANGE, flags, DOT_X - PSG_TIMELINE_DOT / 2.0f, DOT_X + PSG_TIMELINE_DOT / 2.0f),
    make_mark (PSG_MARK_RANGE, flags, BAR_START, BAR_END),
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    psg_timeline_draw_mark (cr, style, &marks[i], get_colour (self, style), SIGN_WIDTH);
}

static void
draw_vague (PsgTimelineLegend      *self,
            cairo_t                *cr,
            const PsgTimelineStyle *style,
            guint                   flags)
{
  PsgTimelineMark mark = make_mark (PSG_MARK_VAGUE, flags, DOT_X - 6, BAR_END);

  psg_timeline_draw_mark (cr, style, &mark, get_colour (self, style), SIGN_WIDTH);
}

/* What holds for days and for stretches. */
static void
draw_both (PsgTimelineLegend      *self,
           cairo_t                *cr,
           const PsgTimelineStyle *style,
           guint                   flags)
{
  PsgTimelineMark mark = make_mark (PSG_MARK_RANGE, flags, BAR_START, BAR_END);

  draw_dot (self, cr, style, flags);
  psg_timeline_draw_mark (cr, style, &mark, get_colour (self, style), SIGN_WIDTH);
}

static void
draw_chosen (PsgTimelineLegend      *self,
             cairo_t                *cr,
             const PsgTimelineStyle *style,
             guint                   selected)
{
  PsgTimelineMark mark = make_mark (PSG_MARK_POINT, 0, DOT_X, DOT_X);

  draw_dot (self, cr, style, 0);
  cairo_save (cr);
  cairo_translate (cr, DOT_X, SIGN_HEIGHT / 2.0);
  cairo_scale (cr, 0.85, 0.85);
  cairo_translate (cr, -DOT_X, -SIGN_HEIGHT / 2.0);
  psg_timeline_draw_ring (cr, style, &mark, SIGN_WIDTH, (gboolean) selected);
  cairo_restore (cr);
}

static void
draw_mentioned (PsgTimelineLegend      *self,
                cairo_t                *cr,
                const PsgTimelineStyle *style,
                guint                   flags)
{
  /* Lower than in the middle, for the arrowhead to be seen. */
  cairo_translate (cr, 0, 3);
  draw_dot (self, cr, style, flags);
  psg_timeline_mentions_draw_sign (cr, style, DOT_X, SIGN_HEIGHT / 2.0 - PSG_TIMELINE_DOT / 2.0 - 1.5);
}

static void
draw_note (PsgTimelineLegend      *self,
           cairo_t                *cr,
           const PsgTimelineStyle *style,
           guint                   colour)
{
  PsgNoteBox box = { .colour = colour, .left = BAR_START, .right = BAR_END, .begins = TRUE, .ends = TRUE };

  psg_note_glyph_draw (cr, style->scheme, colour, DOT_X, SIGN_HEIGHT / 2.0, PSG_TIMELINE_NOTE_SIGN + 1);
  psg_timeline_notes_draw_box (cr, style, &box, 3, SIGN_HEIGHT - 6, FALSE);
}

static PsgTimeSpan
get_crowd_span (void)
{
  return psg_time_span_from_days (0, CROWD_DAYS - 1);
}

/* Most of them about two days. */
static PsgEventTable *
make_crowd (void)
{
  PsgEventTableBuilder *builder = psg_event_table_builder_new (CROWD_EVENTS);
  PsgTimeSpan span = get_crowd_span ();
  double length = (double) psg_time_span_get_length (&span);

  for (guint i = 0; i < CROWD_EVENTS; i++)
    {
      double share = (i + 0.5) / CROWD_EVENTS;
      double at = i % 7 == 0 ? share : (i % 3 == 0 ? 0.28 : 0.62) + 0.07 * log (share / (1 - share));
      gint64 minute = span.start + (gint64) (CLAMP (at, 0.01, 0.99) * length);
      char id[16];

      g_snprintf (id, sizeof id, "%u", i);
      psg_event_table_builder_add_raw (builder, id, "", minute, minute + 1, 0, 0, 0, 0, 1, PSG_PLACE_NONE);
    }

  return psg_event_table_builder_end (builder);
}

static void
ensure_crowd (PsgTimelineLegend *self)
{
  g_autoptr (PsgEventTable) events = NULL;
  g_autoptr (PsgEventIndex) index = NULL;
  g_autoptr (PsgRowSet) rows = NULL;
  PsgTimeSpan span = get_crowd_span ();
  PsgTimelineLane lane = { 0, 0, SIGN_HEIGHT, 0, TRUE };
  PsgTimelineQuery query = {
    .axis = psg_time_axis (&span, SIGN_WIDTH),
    .lanes = &lane,
    .n_lanes = 1,
    .selected = PSG_ROW_NONE,
    .dot = PSG_TIMELINE_DOT,
    .line_height = SIGN_HEIGHT,
  };

  if (self->crowd != NULL)
    return;

  events = make_crowd ();
  rows = psg_row_set_new_full (psg_event_table_get_n (events));
  query.index = index = psg_event_index_new (events, 1, rows);
  self->crowd = psg_timeline_layout_new ();
  psg_timeline_layout_update (self->crowd, &query);
}

static void
draw_crowd (PsgTimelineLegend      *self,
            cairo_t                *cr,
            const PsgTimelineStyle *style,
            guint                   what)
{
  const PsgTimelineLanes *places = psg_timeline_model_get_places (self->model);
  PsgTimelineLane lane = { places->n > 0 ? places->lanes[0].lane : 0, 0, SIGN_HEIGHT, 0, TRUE };

  ensure_crowd (self);
  cairo_rectangle (cr, 4, 0, BAR_END - 4, SIGN_HEIGHT);
  cairo_clip (cr);
  psg_timeline_draw_columns (cr, style, self->crowd, &lane, 1);
}

static void
draw_strip (PsgTimelineLegend      *self,
            cairo_t                *cr,
            const PsgTimelineStyle *style,
            guint                   status)
{
  g_autoptr (PsgCrossing) crossing = psg_crossing_new ();
  PsgTimeSpan span = psg_time_span_from_days (0, 99);
  PsgTimeAxis axis = psg_time_axis (&span, BAR_END - 4);
  PsgStatusInterval *interval = psg_status_interval_new ();

  interval->first = 0;
  interval->last = 99;
  interval->status = status;
  crossing->intervals = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_status_interval_free);
  g_ptr_array_add (crossing->intervals, interval);

  cairo_translate (cr, 4, 0);
  psg_timeline_draw_strip (cr, style, crossing, &axis, &span, SIGN_HEIGHT / 2.0, SIGN_HEIGHT - 2, 1);
}

static void
draw_playhead (PsgTimelineLegend      *self,
               cairo_t                *cr,
               const PsgTimelineStyle *style,
               guint                   what)
{
  psg_palette_set_source (cr, &style->accent, 1);
  psg_timeline_rounded_rect (cr, 4, 1.5, 48, 9, 4.5);
  cairo_fill (cr);
  cairo_rectangle (cr, 27, 8, 2, SIGN_HEIGHT - 8);
  cairo_fill (cr);
}

static void
draw_compared (PsgTimelineLegend      *self,
               cairo_t                *cr,
               const PsgTimelineStyle *style,
               guint                   what)
{
  static const double dashes[] = { 2, 2 };

  psg_palette_set_source (cr, &style->accent, 1);
  cairo_set_line_width (cr, 1.5);
  psg_timeline_rounded_rect (cr, 4.75, 2.25, 46.5, 7.5, 3.75);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, 28, 11);
  cairo_line_to (cr, 28, SIGN_HEIGHT);
  cairo_stroke (cr);
}

static void
draw_era (PsgTimelineLegend      *self,
          cairo_t                *cr,
          const PsgTimelineStyle *style,
          guint                   what)
{
  PsgEraBox box = { .left = 4, .right = BAR_END, .sure_left = 4, .sure_right = BAR_END };

  psg_timeline_draw_era_box (cr, style, &box, 3, SIGN_HEIGHT - 6);
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  const Sign *sign = user_data;
  PsgTimelineLegend *self = PSG_TIMELINE_LEGEND (gtk_widget_get_ancestor (GTK_WIDGET (area), PSG_TYPE_TIMELINE_LEGEND));
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (area));
  PsgTimelineStyle style;
  GdkRGBA bg;

  psg_timeline_style_from_widget (&style, GTK_WIDGET (area), psg_timeline_model_get_lanes (self->model));
  if (gtk_style_context_lookup_color (context, "popover_bg_color", &bg) && bg.alpha >= 1)
    style.bg = bg;

  sign->draw (self, cr, &style, sign->what);
}

/* Making */

static const Sign dates[] = {
  { N_("A day"), draw_dot, 0 },
  { N_("From one day to another"), draw_stretch, 0 },
  { N_("Within a month, season or year"), draw_vague, 0 },
  { N_("Approximate date"), draw_both, PSG_EVENT_APPROXIMATE },
  { N_("Uncertain date"), draw_both, PSG_EVENT_UNCERTAIN },
  { N_("Approximate and uncertain"), draw_both, PSG_EVENT_APPROXIMATE | PSG_EVENT_UNCERTAIN },
  { N_("Ongoing, no end"), draw_range, PSG_EVENT_OPEN_END },
  { N_("End not known"), draw_range, PSG_EVENT_UNKNOWN_END },
  { N_("Many events: higher is more"), draw_crowd, 0 },
};

/* Translators: of a border crossing */
static const Sign strips[] = {
  { N_("Open"), draw_strip, PSG_STATUS_OPEN },
  { N_("Restricted"), draw_strip, PSG_STATUS_RESTRICTED },
  { N_("Closed"), draw_strip, PSG_STATUS_CLOSED },
  { N_("Not known"), draw_strip, PSG_STATUS_UNKNOWN },
};

static const Sign others[] = {
  { N_("Playhead: the day on the map"), draw_playhead, 0 },
  { N_("The day compared with"), draw_compared, 0 },
  /* Translators: a period that has a name */
  { N_("Era"), draw_era, 0 },
  { N_("Selected event"), draw_chosen, TRUE },
  { N_("Under the pointer"), draw_chosen, FALSE },
  /* Translators: of an event on the timeline */
  { N_("The text in sight speaks of it"), draw_mentioned, 0 },
  { N_("Your notes"), draw_note, PSG_NOTE_YELLOW },
  { N_("Your own events"), draw_both, PSG_EVENT_OWN },
};

static void
add_heading (GtkGrid    *grid,
             int        *row,
             const char *text)
{
  GtkWidget *heading = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  if (*row > 0)
    gtk_widget_set_margin_top (heading, 10);
  gtk_grid_attach (grid, heading, 0, (*row)++, 2, 1);
}

static void
add_signs (GtkGrid    *grid,
           int        *row,
           const Sign *signs,
           guint       n_signs)
{
  for (guint i = 0; i < n_signs; i++)
    {
      GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                      "content-width", SIGN_WIDTH, "content-height", SIGN_HEIGHT, NULL);
      GtkWidget *label = gtk_label_new (_(signs[i].label));

      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, (gpointer) &signs[i], NULL);
      psg_palette_watch (G_OBJECT (area), G_CALLBACK (gtk_widget_queue_draw));
      gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_grid_attach (grid, area, 0, *row, 1, 1);
      gtk_grid_attach (grid, label, 1, (*row)++, 1, 1);
    }
}

static GtkGrid *
add_column (PsgTimelineLegend *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), ROW_SPACING);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_widget_set_valign (grid, GTK_ALIGN_START);
  gtk_widget_set_parent (grid, GTK_WIDGET (self));

  return GTK_GRID (grid);
}

static void
psg_timeline_legend_dispose (GObject *object)
{
  PsgTimelineLegend *self = PSG_TIMELINE_LEGEND (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->crowd, psg_timeline_layout_free);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (psg_timeline_legend_parent_class)->dispose (object);
}

static void
psg_timeline_legend_class_init (PsgTimelineLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_timeline_legend_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timelinelegend");
}

static void
psg_timeline_legend_init (PsgTimelineLegend *self)
{
  GtkGrid *left = add_column (self), *right = add_column (self);
  int row = 0;

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), COLUMN_SPACING);
  add_heading (left, &row, _("Dates"));
  add_signs (left, &row, dates, G_N_ELEMENTS (dates));

  row = 0;
  add_heading (right, &row, _("Crossings"));
  add_signs (right, &row, strips, G_N_ELEMENTS (strips));
  /* Translators: heading over the other signs of a legend */
  add_heading (right, &row, _("Signs"));
  add_signs (right, &row, others, G_N_ELEMENTS (others));
}

/**
 * psg_timeline_legend_new:
 * @model: what the parts of the timeline share
 *
 * Returns: (transfer floating): a legend in its colours
 */
GtkWidget *
psg_timeline_legend_new (PsgTimelineModel *model)
{
  PsgTimelineLegend *self = g_object_new (PSG_TYPE_TIMELINE_LEGEND, NULL);

  self->model = g_object_ref (model);

  return GTK_WIDGET (self);
}
