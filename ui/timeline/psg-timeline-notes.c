/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-notes.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-follow.h"
#include "psg-note-words.h"
#include "psg-timeline-draw.h"
#include "psg-tooltip.h"

/*
 * The strip of notes. Where they are is the layout's business; which of them the keyboard is at is kept by
 * id, so that it stays there while others come and go.
 */

#define ROW_MIN 9
#define PADDING 2
#define NAME_X 28
#define NAME_SIGN_X 16
/* The sign at a note's beginning, and what is free around it. */
#define SIGN 8.0
#define SIGN_ROOM 16.0
/* A title in less says nothing. */
#define TITLE_MIN 40.0
#define FILL 0.22
#define FILL_HOVERED 0.4
/* Around a note that is gone to, as a share of what is in view. */
#define REVEAL_MARGIN 0.1

struct _PsgTimelineNotes
{
  GtkWidget parent_instance;

  PsgTimelineModel *model;
  PsgNoteStrip *strip;     /* (nullable): until it is asked for */
  guint serial;            /* of the notes it is made of */
  PsgCollection *collection; /* (nullable): whose notes these are; only compared */
  const PsgNoteBox *boxes; /* of the strip's last layout */
  guint n_boxes;
  char *current;           /* (nullable): id of the note the keyboard is, or was, at */
  guint hover;             /* index of a box, or G_MAXUINT */
  gboolean is_laid_out;
};

G_DEFINE_FINAL_TYPE (PsgTimelineNotes, psg_timeline_notes, GTK_TYPE_WIDGET)

static PsgSession *
get_session (PsgTimelineNotes *self)
{
  return psg_timeline_model_get_session (self->model);
}

static PsgNoteStrip *
ensure_strip (PsgTimelineNotes *self)
{
  PsgCollection *collection = psg_timeline_model_get_collection (self->model);
  PsgNotes *notes = collection != NULL ? psg_session_get_notes (get_session (self)) : NULL;

  if (self->strip != NULL || notes == NULL)
    return self->strip;

  self->strip = psg_note_strip_new (psg_notes_get_timed (notes), psg_collection_get_info (collection)->id);
  self->serial = psg_notes_get_kind_serial (notes, PSG_NOTE_ON_SPAN);
  self->collection = collection;

  return self->strip;
}

static void
ensure_layout (PsgTimelineNotes *self)
{
  if (self->is_laid_out)
    return;

  self->is_laid_out = TRUE;
  self->n_boxes = 0;
  if (ensure_strip (self) != NULL)
    self->boxes = psg_note_strip_lay_out (self->strip, psg_timeline_model_get_axis (self->model), &self->n_boxes);
}

static double
get_row_height (PsgTimelineNotes *self)
{
  guint n_rows = self->strip != NULL ? psg_note_strip_get_n_rows (self->strip) : 0;

  return (gtk_widget_get_height (GTK_WIDGET (self)) - PADDING) / (double) MAX (1, n_rows);
}

static const PsgNoteBox *
pick (PsgTimelineNotes *self,
      double            x,
      double            y)
{
  double from_axis = x - psg_timeline_model_get_gutter (self->model);

  ensure_layout (self);
  if (self->n_boxes == 0 || from_axis < 0 || y < 0)
    return NULL;

  return psg_note_strip_pick (self->strip, from_axis, (guint) (y / get_row_height (self)));
}

static guint
get_current (PsgTimelineNotes *self)
{
  return ensure_strip (self) != NULL ? psg_note_strip_find (self->strip, self->current) : G_MAXUINT;
}

static void
open_note (PsgTimelineNotes *self,
           const char       *id)
{
  g_autofree char *link = g_strconcat ("note:", id, NULL);

  psg_follow (GTK_WIDGET (self), get_session (self), link);
}

/* Words */

static GPtrArray *
list_boxed (PsgTimelineNotes *self,
            const PsgNoteBox *box)
{
  GPtrArray *marks = g_ptr_array_new ();

  for (guint i = 0; i < box->n; i++)
    g_ptr_array_add (marks, (gpointer) psg_note_strip_get_boxed (self->strip, box, i));

  return marks;
}

static void
speak (PsgTimelineNotes *self)
{
  guint current = get_current (self);
  const PsgNoteMark *mark;
  g_autofree char *time = NULL, *speech = NULL;

  if (current == G_MAXUINT || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return;

  mark = psg_note_strip_get_mark (self->strip, current);
  time = psg_note_words_dup_time (&mark->span);
  /* Translators: read out by a screen reader: which of the notes on stretches of time, its title, colour and dates */
  speech = g_strdup_printf (_("Note %'u of %'u: %s, %s, %s"), current + 1, psg_note_strip_get_n (self->strip),
                            psg_note_words_get_title (mark), psg_note_colour_get_label (mark->colour), time);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, speech, -1);
}

static void
set_current (PsgTimelineNotes *self,
             const char       *id)
{
  g_autofree char *old = self->current;

  self->current = g_strdup (id);
  speak (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Drawing: the box by itself is in the legend too. */

/**
 * psg_timeline_notes_draw_box:
 * @cr: where
 * @style: colours
 * @box: a note
 * @top: of its row
 * @height: of its row
 * @hovered: whether the pointer is over it
 *
 * Draws a note without its title.
 */
void
psg_timeline_notes_draw_box (cairo_t                *cr,
                             const PsgTimelineStyle *style,
                             const PsgNoteBox       *box,
                             double                  top,
                             double                  height,
                             gboolean                hovered)
{
  double left = round (box->left), right = MAX (left + 3, round (box->right) - 1);
  GdkRGBA colour;

  psg_palette_get_note (style->scheme, box->colour, &colour);
  psg_palette_set_source (cr, &colour, hovered ? FILL_HOVERED : FILL);
  cairo_rectangle (cr, left, top, right - left, height);
  cairo_fill (cr);

  psg_palette_set_source (cr, &colour, 1);
  cairo_rectangle (cr, left, top, right - left, 1.5);
  if (box->begins)
    cairo_rectangle (cr, left, top, 2, height);
  if (box->ends)
    cairo_rectangle (cr, right - 2, top, 2, height);
  cairo_fill (cr);

  if (right - left >= SIGN_ROOM && height >= SIGN + 2)
    psg_note_glyph_draw (cr, style->scheme, box->colour, MAX (left, 0) + 2 + SIGN_ROOM / 2, top + height / 2 + 0.5,
                         SIGN);
}

static void
draw_title (PsgTimelineNotes *self,
            cairo_t          *cr,
            const PsgNoteBox *box,
            double            top,
            double            height)
{
  PsgTimelineText *text = psg_timeline_model_get_text (self->model);
  double width = psg_timeline_model_get_axis (self->model)->width;
  double left = MAX (box->left, 0) + SIGN_ROOM + 3, room = MIN (box->right, width) - left - 4;
  g_autofree char *number = box->n > 1 ? psg_note_words_dup_number (box->n) : NULL;

  if (room < TITLE_MIN || height + 2 < psg_timeline_text_get_height (text, PSG_FACE_SMALL))
    return;

  psg_palette_set_source (cr, &psg_timeline_model_get_style (self->model)->fg, 0.9);
  psg_timeline_text_draw (text, cr, PSG_FACE_SMALL,
                          number != NULL ? number
                            : psg_note_words_get_title (psg_note_strip_get_boxed (self->strip, box, 0)),
                          left, top + height / 2 + 0.5, room);
}

static gboolean
has_current (PsgTimelineNotes *self,
             const PsgNoteBox *box)
{
  for (guint i = 0; i < box->n; i++)
    if (g_strcmp0 (psg_note_strip_get_boxed (self->strip, box, i)->id, self->current) == 0)
      return TRUE;

  return FALSE;
}

static void
draw_boxes (PsgTimelineNotes *self,
            cairo_t          *cr)
{
  const PsgTimelineStyle *style = psg_timeline_model_get_style (self->model);
  gboolean focused = gtk_widget_has_visible_focus (GTK_WIDGET (self));
  double row = get_row_height (self);

  for (guint i = 0; i < self->n_boxes; i++)
    {
      const PsgNoteBox *box = &self->boxes[i];
      double top = round (box->row * row) + 1, height = round (row) - 2;

      psg_timeline_notes_draw_box (cr, style, box, top, height, i == self->hover);
      draw_title (self, cr, box, top, height);
      if (!focused || !has_current (self, box))
        continue;
      psg_palette_set_source (cr, &style->accent, 1);
      psg_timeline_rounded_rect (cr, MAX (box->left, 0) - 0.5, top - 0.5, box->right - MAX (box->left, 0) + 0.5,
                                 height + 1, 3);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
}

static void
draw_name (PsgTimelineNotes *self,
           cairo_t          *cr)
{
  const PsgTimelineStyle *style = psg_timeline_model_get_style (self->model);
  double middle = MAX (get_row_height (self), ROW_MIN + 2) / 2;

  psg_note_glyph_draw (cr, style->scheme, PSG_NOTE_NO_COLOUR, NAME_SIGN_X, middle, SIGN);
  psg_palette_set_source (cr, &style->fg, 0.85);
  psg_timeline_text_draw (psg_timeline_model_get_text (self->model), cr, PSG_FACE_SMALL,
                          /* Translators: beside the notes on stretches of time, on the timeline */
                          C_("timeline", "Notes"), NAME_X, middle,
                          psg_timeline_model_get_gutter (self->model) - NAME_X - 4);
}

static void
psg_timeline_notes_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  PsgTimelineNotes *self = PSG_TIMELINE_NOTES (widget);
  int gutter = psg_timeline_model_get_gutter (self->model), height = gtk_widget_get_height (widget);
  double width = psg_timeline_model_get_axis (self->model)->width;
  cairo_t *cr;

  if (height <= 0 || ensure_strip (self) == NULL)
    return;

  ensure_layout (self);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) (gutter + width), height));
  draw_name (self, cr);
  cairo_rectangle (cr, gutter, 0, width, height);
  cairo_clip (cr);
  cairo_translate (cr, gutter, 0);
  draw_boxes (self, cr);
  cairo_destroy (cr);
}

/* Callbacks */

/* Most of what is written is about something else. */
static gboolean
is_up_to_date (PsgTimelineNotes *self)
{
  PsgCollection *collection = psg_timeline_model_get_collection (self->model);
  PsgNotes *notes = collection != NULL ? psg_session_get_notes (get_session (self)) : NULL;

  return self->strip != NULL && notes != NULL && collection == self->collection
         && psg_notes_get_kind_serial (notes, PSG_NOTE_ON_SPAN) == self->serial;
}

static void
forget_strip (PsgTimelineNotes *self)
{
  guint n_rows = self->strip != NULL ? psg_note_strip_get_n_rows (self->strip) : 0;
  PsgNoteStrip *strip;

  g_clear_pointer (&self->strip, psg_note_strip_free);
  self->boxes = NULL;
  self->n_boxes = 0;
  self->hover = G_MAXUINT;
  strip = ensure_strip (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), strip != NULL && psg_note_strip_get_n (strip) > 0);
  if (n_rows != (strip != NULL ? psg_note_strip_get_n_rows (strip) : 0))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
invalidated_cb (PsgTimelineNotes  *self,
                PsgTimelineInvalid what)
{
  if (what == PSG_INVALID_NOTES && is_up_to_date (self))
    return;
  if (what & PSG_INVALID_NOTES)
    forget_strip (self);
  if (!(what & (PSG_INVALID_NOTES | PSG_INVALID_LAYOUT | PSG_INVALID_DRAW)))
    return;

  self->is_laid_out = FALSE;
  if (self->strip != NULL && psg_note_strip_get_n (self->strip) > 0)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_hover (PsgTimelineNotes *self,
           const PsgNoteBox *box)
{
  guint hover = box != NULL ? (guint) (box - self->boxes) : G_MAXUINT;

  if (self->hover == hover)
    return;

  self->hover = hover;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), box != NULL ? "pointer" : "grab");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pointer_moved_cb (PsgTimelineNotes *self,
                  double            x,
                  double            y)
{
  set_hover (self, pick (self, x, y));
}

static void
pointer_left_cb (PsgTimelineNotes *self)
{
  set_hover (self, NULL);
}

static void
show_span (PsgTimelineNotes  *self,
           const PsgTimeSpan *span)
{
  gint64 margin = MAX (PSG_MINUTES_PER_DAY, (gint64) (psg_time_span_get_length (span) * REVEAL_MARGIN));
  PsgTimeSpan around = { span->start - margin, span->end + margin };

  psg_session_jump_to_span (get_session (self), &around);
}

/* The one after the one that is shown, if that is among them; else the first. */
static const PsgNoteMark *
choose_boxed (PsgTimelineNotes *self,
              const PsgNoteBox *box)
{
  const PsgPage *page = psg_session_get_page (get_session (self));
  guint next = 0;

  for (guint i = 0; page->kind == PSG_KIND_NOTE && i < box->n; i++)
    if (g_strcmp0 (psg_note_strip_get_boxed (self->strip, box, i)->id, page->id) == 0)
      next = (i + 1) % box->n;

  return psg_note_strip_get_boxed (self->strip, box, next);
}

static void
clicked_cb (PsgTimelineNotes *self,
            int               n_press,
            double            x,
            double            y)
{
  const PsgNoteBox *box = pick (self, x, y);

  if (box == NULL || n_press != 1)
    return;

  if (psg_note_strip_can_part (self->strip, box))
    {
      PsgTimeSpan span = psg_note_strip_get_span (self->strip, box);

      show_span (self, &span);
      return;
    }

  set_current (self, choose_boxed (self, box)->id);
  open_note (self, self->current);
}

static gboolean
tooltip_queried_cb (PsgTimelineNotes *self,
                    int               x,
                    int               y,
                    gboolean          keyboard,
                    GtkTooltip       *tooltip)
{
  const PsgNoteBox *box = keyboard ? NULL : pick (self, x, y);
  g_autoptr (GPtrArray) marks = NULL;
  g_autofree char *titles = NULL, *time = NULL, *markup = NULL;
  PsgTimeSpan span;

  if (box == NULL)
    return FALSE;

  marks = list_boxed (self, box);
  titles = psg_note_words_dup_list (marks);
  span = psg_note_strip_get_span (self->strip, box);
  time = psg_note_words_dup_time (&span);
  markup = g_markup_printf_escaped ("<b>%s</b>\n%s", titles, time);
  gtk_tooltip_set_markup (tooltip, markup);
  psg_tooltip_follow (tooltip, GTK_WIDGET (self), x);

  return TRUE;
}

/* Keys */

/* Just as far as it takes to see where the note begins. */
static void
reveal (PsgTimelineNotes  *self,
        const PsgNoteMark *mark)
{
  PsgTimeSpan view = *psg_session_get_span (get_session (self));
  gint64 length = psg_time_span_get_length (&view), margin = (gint64) (length * REVEAL_MARGIN);

  if (mark->span.start < view.start)
    view = psg_time_span_move (&view, mark->span.start - margin - view.start);
  else if (mark->span.start > view.end - margin)
    view = psg_time_span_move (&view, MIN (mark->span.end + margin - view.end,
                                           mark->span.start - margin - view.start));
  else
    return;

  psg_timeline_motion_move_to (psg_timeline_model_get_motion (self->model), &view);
}

static void
go_to (PsgTimelineNotes *self,
       guint             i)
{
  const PsgNoteMark *mark = psg_note_strip_get_mark (self->strip, i);

  set_current (self, mark->id);
  reveal (self, mark);
}

static gboolean
stepped_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  PsgTimelineNotes *self = PSG_TIMELINE_NOTES (widget);
  int step = g_variant_get_int32 (args);
  guint current = get_current (self), n = self->strip != NULL ? psg_note_strip_get_n (self->strip) : 0;

  if (n == 0)
    return FALSE;

  if (current == G_MAXUINT)
    go_to (self, 0);
  else if ((step < 0 && current == 0) || (step > 0 && current + 1 == n))
    gtk_widget_error_bell (widget);
  else
    go_to (self, (guint) ((int) current + step));

  return TRUE;
}

static gboolean
jumped_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  PsgTimelineNotes *self = PSG_TIMELINE_NOTES (widget);
  guint n = ensure_strip (self) != NULL ? psg_note_strip_get_n (self->strip) : 0;

  if (n == 0)
    return FALSE;

  go_to (self, g_variant_get_int32 (args) < 0 ? 0 : n - 1);

  return TRUE;
}

static gboolean
opened_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  PsgTimelineNotes *self = PSG_TIMELINE_NOTES (widget);

  if (get_current (self) == G_MAXUINT)
    return FALSE;

  open_note (self, self->current);

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
    { GDK_KEY_Left, stepped_cb, -1 },
    { GDK_KEY_KP_Left, stepped_cb, -1 },
    { GDK_KEY_Right, stepped_cb, 1 },
    { GDK_KEY_KP_Right, stepped_cb, 1 },
    { GDK_KEY_Home, jumped_cb, -1 },
    { GDK_KEY_KP_Home, jumped_cb, -1 },
    { GDK_KEY_End, jumped_cb, 1 },
    { GDK_KEY_KP_End, jumped_cb, 1 },
    { GDK_KEY_Return, opened_cb, 0 },
    { GDK_KEY_KP_Enter, opened_cb, 0 },
    { GDK_KEY_space, opened_cb, 0 },
    { GDK_KEY_KP_Space, opened_cb, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, keys[i].callback, "i", keys[i].step);
}

/* Widget */

/* The keyboard begins at the note in sight. */
static void
ensure_current (PsgTimelineNotes *self)
{
  guint n, first;

  if (get_current (self) != G_MAXUINT || self->strip == NULL)
    return;

  n = psg_note_strip_get_n (self->strip);
  first = psg_note_strip_find_from (self->strip, psg_session_get_span (get_session (self))->start);
  if (n > 0)
    set_current (self, psg_note_strip_get_mark (self->strip, MIN (first, n - 1))->id);
}

static void
focus_changed_cb (PsgTimelineNotes *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    {
      psg_timeline_notes_describe (self);
      return;
    }

  ensure_current (self);
  speak (self);
}

static void
psg_timeline_notes_state_flags_changed (GtkWidget    *widget,
                                        GtkStateFlags before)
{
  GTK_WIDGET_CLASS (psg_timeline_notes_parent_class)->state_flags_changed (widget, before);

  gtk_widget_queue_draw (widget);
}

static void
psg_timeline_notes_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  PSG_TIMELINE_NOTES (widget)->is_laid_out = FALSE;
}

static void
psg_timeline_notes_dispose (GObject *object)
{
  PsgTimelineNotes *self = PSG_TIMELINE_NOTES (object);

  g_clear_pointer (&self->strip, psg_note_strip_free);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (psg_timeline_notes_parent_class)->dispose (object);
}

static void
psg_timeline_notes_finalize (GObject *object)
{
  g_free (PSG_TIMELINE_NOTES (object)->current);

  G_OBJECT_CLASS (psg_timeline_notes_parent_class)->finalize (object);
}

static void
psg_timeline_notes_class_init (PsgTimelineNotesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_timeline_notes_dispose;
  object_class->finalize = psg_timeline_notes_finalize;
  widget_class->size_allocate = psg_timeline_notes_size_allocate;
  widget_class->snapshot = psg_timeline_notes_snapshot;
  widget_class->state_flags_changed = psg_timeline_notes_state_flags_changed;
  gtk_widget_class_set_css_name (widget_class, "notestrip");
  /* Return on it opens what its name says. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  bind_keys (widget_class);
}

static void
psg_timeline_notes_init (PsgTimelineNotes *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->hover = G_MAXUINT;

  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_queried_cb), NULL);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed_cb), NULL);
}

/**
 * psg_timeline_notes_new:
 * @model: what the parts of the timeline share
 *
 * Returns: (transfer floating): the notes
 */
GtkWidget *
psg_timeline_notes_new (PsgTimelineModel *model)
{
  PsgTimelineNotes *self = g_object_new (PSG_TYPE_TIMELINE_NOTES, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "invalidated", G_CALLBACK (invalidated_cb), self, G_CONNECT_SWAPPED);
  psg_timeline_notes_describe (self);

  return GTK_WIDGET (self);
}

/**
 * psg_timeline_notes_get_height:
 * @self: the notes
 * @least: whether room is short
 *
 * Returns: the height they need; 0 while there are none
 */
int
psg_timeline_notes_get_height (PsgTimelineNotes *self,
                               gboolean          least)
{
  PsgNoteStrip *strip = ensure_strip (self);
  int n_rows = strip != NULL ? (int) psg_note_strip_get_n_rows (strip) : 0;
  PsgTimelineText *text = psg_timeline_model_get_text (self->model);

  if (n_rows == 0)
    return 0;

  return n_rows * (least ? ROW_MIN : (int) ceil (psg_timeline_text_get_height (text, PSG_FACE_SMALL)) + 2) + PADDING;
}

/**
 * psg_timeline_notes_get_strip:
 * @self: the notes
 *
 * Returns: (nullable): what it shows now, with the origin where the axis begins
 */
PsgNoteStrip *
psg_timeline_notes_get_strip (PsgTimelineNotes *self)
{
  ensure_layout (self);

  return self->strip;
}

/**
 * psg_timeline_notes_describe:
 * @self: the notes
 *
 * Says for assistive tools how many notes there are, while no single one has the focus.
 */
void
psg_timeline_notes_describe (PsgTimelineNotes *self)
{
  guint n = self->strip != NULL ? psg_note_strip_get_n (self->strip) : 0;
  g_autofree char *text = NULL;

  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    return;

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u note on a stretch of time",
                                       "%'u notes on stretches of time", n), n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
