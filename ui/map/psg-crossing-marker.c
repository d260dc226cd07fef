/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-crossing-marker.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "psg-crossing-draw.h"
#include "psg-note-words.h"
#include "psg-palette.h"

/*
 * One crossing's sign. It knows its crossing and a day and draws what the status
 * was; where on the map it stands is its layer's business.
 */

/* All that is drawn lies within this much of the sign's edge. */
#define REACH 11.0
/* The sign turns over once, in so many milliseconds, when the status changes. */
#define TURN_MS 320
/* The small sign that tells of another status on the day compared with. */
#define DIFFERS_RADIUS 6.5
#define DIFFERS_AT 9.5
/* The leaf that tells of notes, at the other shoulder. */
#define LEAF_SIZE 9.0
#define LEAF_AT 0.92

struct _PsgCrossingMarker
{
  GtkWidget    parent_instance;

  PsgCrossing *crossing;
  PsgDay       day;
  PsgStatus    status;
  PsgDay       compared; /* or PSG_DAY_NONE */
  gboolean     emphasis;
  guint        n_notes;
  PsgNoteColour note_colour;

  AdwAnimation *turning; /* owned; made for the first change */
  PsgStatus    former;   /* what it turns over from */
  double       turned;   /* 0 to 1, at rest 1 */
};

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgCrossingMarker, psg_crossing_marker, GTK_TYPE_WIDGET)

static const char *
spoken_status (PsgStatus status)
{
  switch (status)
    {
    case PSG_STATUS_OPEN:
      return _("open");
    case PSG_STATUS_RESTRICTED:
      return _("open with restrictions");
    case PSG_STATUS_CLOSED:
      return _("closed");
    case PSG_STATUS_UNKNOWN:
    default:
      return _("status not known");
    }
}

static char *
describe (PsgCrossingMarker *self,
          const PsgText     *name)
{
  PsgDay since = psg_crossing_get_since (self->crossing, self->day);
  g_autofree char *date = NULL;

  if (!psg_day_is_valid (since))
    return g_strdup_printf ("%s, %s", psg_text_get (name), spoken_status (self->status));

  date = psg_day_format_long (since);

  /* Translators: a crossing, its status, since when: "Medininkai, closed since 1 March 2024" */
  return g_strdup_printf (_("%s, %s since %s"), psg_text_get (name), spoken_status (self->status), date);
}

/* In full; with the state's own words where they say more than the status does. */
static char *
describe_fully (PsgCrossingMarker *self)
{
  g_autofree char *full = describe (self, self->crossing->name);
  g_autofree char *state = psg_crossing_describe_at (self->crossing, self->day);

  if (self->status == PSG_STATUS_CLOSED || g_str_equal (state, spoken_status (self->status)))
    return g_steal_pointer (&full);

  return g_strdup_printf ("%s\n%s", full, state);
}

/* "Medininkai, closed since 1 March 2024; on 1 January 2020 open" */
static char *
describe_both (PsgCrossingMarker *self,
               char              *now)
{
  g_autofree char *day = NULL;
  char *both;

  if (!psg_crossing_marker_differs (self))
    return now;

  day = psg_day_format_long (self->compared);
  /* Translators: a crossing and its status; another date; what the status was then */
  both = g_strdup_printf (_("%s; on %s %s"), now, day,
                          spoken_status (psg_crossing_get_status_at (self->crossing, self->compared)));
  g_free (now);

  return both;
}

/* "Medininkai, closed since 1 March 2024, 2 notes" */
static char *
describe_notes (PsgCrossingMarker *self,
                char              *label)
{
  g_autofree char *owned = label;
  g_autofree char *number = psg_note_words_dup_number (self->n_notes);

  if (self->n_notes == 0)
    return g_steal_pointer (&owned);

  /* Translators: a crossing and its status, then how many notes there are about it */
  return g_strdup_printf (C_("map", "%s, %s"), owned, number);
}

static void
update_texts (PsgCrossingMarker *self)
{
  g_autofree char *label = describe_notes (self, describe_both (self, describe (self, self->crossing->short_name)));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Written when it is wanted: to set it for each day would set off tooltips all the time. */
static gboolean
tooltip_queried_cb (PsgCrossingMarker *self,
                    int                x,
                    int                y,
                    gboolean           keyboard,
                    GtkTooltip        *tooltip)
{
  g_autofree char *text = describe_notes (self, describe_both (self, describe_fully (self)));

  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
draw_focus (cairo_t  *cr,
            PsgScheme scheme,
            double    radius)
{
  static const double dashes[] = { 3, 2 };
  GdkRGBA accent;

  psg_palette_get_accent (scheme, &accent);
  psg_palette_set_source (cr, &accent, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 2);
  cairo_arc (cr, 0, 0, radius + 4.5, 0, 2 * G_PI);
  cairo_stroke (cr);
}

/* ≠, at the sign's shoulder. */
static void
draw_difference (cairo_t  *cr,
                 PsgScheme scheme)
{
  double ground = psg_scheme_is_dark (scheme) ? 0.12 : 1.0;
  GdkRGBA accent;

  psg_palette_get_accent (scheme, &accent);
  cairo_save (cr);
  cairo_translate (cr, DIFFERS_AT, -DIFFERS_AT);
  cairo_arc (cr, 0, 0, DIFFERS_RADIUS + 1.5, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, ground, ground, ground);
  cairo_fill (cr);
  cairo_arc (cr, 0, 0, DIFFERS_RADIUS, 0, 2 * G_PI);
  psg_palette_set_source (cr, &accent, 1);
  cairo_fill (cr);

  cairo_set_source_rgb (cr, ground, ground, ground);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, -3.2, -1.6);
  cairo_line_to (cr, 3.2, -1.6);
  cairo_move_to (cr, -3.2, 1.6);
  cairo_line_to (cr, 3.2, 1.6);
  cairo_move_to (cr, -2, 4);
  cairo_line_to (cr, 2, -4);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_leaf (cairo_t      *cr,
           PsgScheme     scheme,
           PsgNoteColour colour,
           double        radius)
{
  double ground = psg_scheme_is_dark (scheme) ? 0.12 : 1.0, at = -LEAF_AT * radius, r = LEAF_SIZE / 2 + 2;

  cairo_set_source_rgb (cr, ground, ground, ground);
  cairo_rectangle (cr, at - r, at - r, 2 * r, 2 * r);
  cairo_fill (cr);
  psg_note_glyph_draw (cr, scheme, colour, at, at, LEAF_SIZE);
}

static void
draw_sign (PsgCrossingMarker *self,
           cairo_t           *cr,
           PsgScheme          scheme)
{
  PsgStatus status = self->turned < 0.5 ? self->former : self->status;

  cairo_save (cr);
  if (self->turned < 1)
    cairo_scale (cr, MAX (0.02, fabs (cos (G_PI * self->turned))), 1);
  psg_crossing_draw_sign (cr, scheme, self->crossing->kind, status);
  cairo_restore (cr);
}

static void
psg_crossing_marker_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  PsgCrossingMarker *self = PSG_CROSSING_MARKER (widget);
  PsgScheme scheme = psg_palette_get_scheme ();
  double radius = psg_crossing_marker_get_radius (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_translate (cr, width / 2.0, height / 2.0);
  if (self->emphasis)
    psg_crossing_draw_emphasis (cr, scheme, radius);
  draw_sign (self, cr, scheme);
  if (psg_crossing_marker_differs (self))
    draw_difference (cr, scheme);
  if (self->n_notes > 0)
    draw_leaf (cr, scheme, self->note_colour, radius);
  if (gtk_widget_has_visible_focus (widget))
    draw_focus (cr, scheme, radius);
  cairo_destroy (cr);
}

static void
psg_crossing_marker_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  double radius = psg_crossing_marker_get_radius (PSG_CROSSING_MARKER (widget));

  *minimum = *natural = 2 * (int) ceil (radius + REACH);
}

/* Only the sign itself is hit, not the square around it: neighbours are close. */
static gboolean
psg_crossing_marker_contains (GtkWidget *widget,
                              double     x,
                              double     y)
{
  double radius = psg_crossing_marker_get_radius (PSG_CROSSING_MARKER (widget)) + PSG_CROSSING_SIGN_RIM;

  return hypot (x - gtk_widget_get_width (widget) / 2.0, y - gtk_widget_get_height (widget) / 2.0) <= radius;
}

static void
released_cb (PsgCrossingMarker *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
turned_cb (double   value,
           gpointer user_data)
{
  PsgCrossingMarker *self = PSG_CROSSING_MARKER (user_data);

  self->turned = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Once for a change, and not for the many of a quick journey through time. */
static void
turn_over (PsgCrossingMarker *self,
           PsgStatus          former)
{
  self->former = former;
  if (self->turning == NULL)
    self->turning = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, TURN_MS,
                                             adw_callback_animation_target_new (turned_cb, self, NULL));
  adw_animation_reset (self->turning);
  adw_animation_play (self->turning);
}

static void
psg_crossing_marker_dispose (GObject *object)
{
  g_clear_object (&PSG_CROSSING_MARKER (object)->turning);

  G_OBJECT_CLASS (psg_crossing_marker_parent_class)->dispose (object);
}

static void
psg_crossing_marker_finalize (GObject *object)
{
  PsgCrossingMarker *self = PSG_CROSSING_MARKER (object);

  g_clear_pointer (&self->crossing, psg_crossing_unref);

  G_OBJECT_CLASS (psg_crossing_marker_parent_class)->finalize (object);
}

static void
psg_crossing_marker_class_init (PsgCrossingMarkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space };

  object_class->dispose = psg_crossing_marker_dispose;
  object_class->finalize = psg_crossing_marker_finalize;
  widget_class->snapshot = psg_crossing_marker_snapshot;
  widget_class->measure = psg_crossing_marker_measure;
  widget_class->contains = psg_crossing_marker_contains;

  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[SIGNAL_ACTIVATE]);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);

  gtk_widget_class_set_css_name (widget_class, "crossingmarker");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
psg_crossing_marker_init (PsgCrossingMarker *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_queried_cb), NULL);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * psg_crossing_marker_new:
 * @crossing: whose sign it is
 *
 * Returns: (transfer floating): the marker
 */
GtkWidget *
psg_crossing_marker_new (const PsgCrossing *crossing)
{
  PsgCrossingMarker *self = g_object_new (PSG_TYPE_CROSSING_MARKER, NULL);

  self->crossing = psg_crossing_ref (crossing);
  self->day = PSG_DAY_NONE;
  self->compared = PSG_DAY_NONE;
  self->turned = 1;

  return GTK_WIDGET (self);
}

const PsgCrossing *
psg_crossing_marker_get_crossing (PsgCrossingMarker *self)
{
  g_return_val_if_fail (PSG_IS_CROSSING_MARKER (self), NULL);

  return self->crossing;
}

PsgStatus
psg_crossing_marker_get_status (PsgCrossingMarker *self)
{
  g_return_val_if_fail (PSG_IS_CROSSING_MARKER (self), PSG_STATUS_UNKNOWN);

  return self->status;
}

double
psg_crossing_marker_get_radius (PsgCrossingMarker *self)
{
  g_return_val_if_fail (PSG_IS_CROSSING_MARKER (self), 0);

  return psg_crossing_get_sign_radius (self->crossing->kind);
}

/**
 * psg_crossing_marker_set_day:
 * @self: the marker
 * @day: as of when the status is shown
 */
void
psg_crossing_marker_set_day (PsgCrossingMarker *self,
                             PsgDay             day)
{
  PsgStatus status, former;
  gboolean is_first;

  g_return_if_fail (PSG_IS_CROSSING_MARKER (self));

  if (self->day == day)
    return;

  is_first = !psg_day_is_valid (self->day);
  self->day = day;
  status = psg_crossing_get_status_at (self->crossing, day);
  former = self->status;
  if (former != status)
    {
      self->status = status;
      gtk_widget_queue_draw (GTK_WIDGET (self));
      if (!is_first && gtk_widget_get_mapped (GTK_WIDGET (self)))
        turn_over (self, former);
    }
  update_texts (self);
}

/**
 * psg_crossing_marker_differs:
 * @self: the marker
 *
 * Returns: whether the status is known to have been another on the day compared with
 */
gboolean
psg_crossing_marker_differs (PsgCrossingMarker *self)
{
  g_return_val_if_fail (PSG_IS_CROSSING_MARKER (self), FALSE);

  return psg_day_is_valid (self->compared) && psg_crossing_differs (self->crossing, self->day, self->compared);
}

/**
 * psg_crossing_marker_set_compared:
 * @self: the marker
 * @day: the day compared with, or %PSG_DAY_NONE
 */
void
psg_crossing_marker_set_compared (PsgCrossingMarker *self,
                                  PsgDay             day)
{
  g_return_if_fail (PSG_IS_CROSSING_MARKER (self));

  if (self->compared == day)
    return;

  self->compared = day;
  update_texts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * psg_crossing_marker_set_emphasis:
 * @self: the marker
 * @emphasis: whether it is chosen, or belongs to what is
 */
void
psg_crossing_marker_set_emphasis (PsgCrossingMarker *self,
                                  gboolean           emphasis)
{
  g_return_if_fail (PSG_IS_CROSSING_MARKER (self));

  emphasis = !!emphasis;
  if (self->emphasis == emphasis)
    return;

  self->emphasis = emphasis;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               emphasis ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * psg_crossing_marker_set_notes:
 * @self: the marker
 * @n: how many notes there are about the crossing
 * @colour: of its sign
 */
void
psg_crossing_marker_set_notes (PsgCrossingMarker *self,
                               guint              n,
                               PsgNoteColour      colour)
{
  g_return_if_fail (PSG_IS_CROSSING_MARKER (self));

  if (self->n_notes == n && self->note_colour == colour)
    return;

  self->n_notes = n;
  self->note_colour = colour;
  update_texts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
