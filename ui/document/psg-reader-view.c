/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-reader-view.h"

#include "psg-palette.h"

/*
 * A text view with spots: it finds what is under the pointer, leads the keyboard from spot to spot
 * and draws what tags cannot. What a spot does is not its business.
 */

#define QUOTE_BAR 3
#define QUOTE_INDENT 18
/* How often at most other words are told to be in sight, in milliseconds. */
#define SIGHT_INTERVAL 120

struct _PsgReaderView
{
  GtkTextView parent_instance;

  PsgRendering *rendering; /* owned */
  int current;             /* the spot the keyboard is at */

  GtkTextMark *wanted;     /* (nullable): what to scroll to; the buffer's */
  double wanted_at;
  guint scroll_source;
  guint sight_source;
};

enum
{
  ACTIVATE_SPOT,
  CLICKED,
  SIGHT_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgReaderView, psg_reader_view, GTK_TYPE_TEXT_VIEW)

/* Returns: whether there is a character at a point. */
static gboolean
get_iter_at (PsgReaderView *self,
             double         x,
             double         y,
             GtkTextIter   *iter)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);

  return gtk_text_view_get_iter_at_location (view, iter, buffer_x, buffer_y);
}

static int
find_spot_at (PsgReaderView *self,
              double         x,
              double         y)
{
  GtkTextIter iter;

  if (self->rendering == NULL || !get_iter_at (self, x, y, &iter))
    return PSG_SPOT_NONE;

  return psg_spot_array_find (self->rendering->spots, gtk_text_iter_get_offset (&iter));
}

static void
get_stretch_area (PsgReaderView *self,
                  guint          start,
                  guint          end,
                  GdkRectangle  *area)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;
  GdkRectangle last;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, start);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, area);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &last);

  if (last.y == area->y)
    area->width = MAX (1, last.x - area->x);
  else
    area->height = last.y + last.height - area->y;
}

static void
set_current (PsgReaderView *self,
             int            index)
{
  GtkTextIter iter;

  self->current = index;
  if (index != PSG_SPOT_NONE)
    {
      const PsgSpot *spot = psg_reader_view_get_spot (self, index);

      gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter, spot->start);
      gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter);
      gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self), &iter, 0.1, FALSE, 0, 0);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
step_spot (PsgReaderView *self,
           int            direction)
{
  int index;

  if (self->rendering == NULL)
    return FALSE;

  index = psg_spot_array_step (self->rendering->spots, self->current,
                               psg_reader_view_get_top (self), direction);
  set_current (self, index);

  return index != PSG_SPOT_NONE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                PsgReaderView         *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return step_spot (self, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
    case GDK_KEY_ISO_Left_Tab:
      return step_spot (self, -1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (self->current == PSG_SPOT_NONE)
        return FALSE;
      g_signal_emit (self, signals[ACTIVATE_SPOT], 0, (guint) self->current);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
focus_left_cb (PsgReaderView *self)
{
  set_current (self, PSG_SPOT_NONE);
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             PsgReaderView   *self)
{
  GtkTextIter iter;
  int index;

  /* Words that were selected are not a link that was clicked. */
  if (n_press != 1 || gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    return;

  index = find_spot_at (self, x, y);
  if (index != PSG_SPOT_NONE)
    g_signal_emit (self, signals[ACTIVATE_SPOT], 0, (guint) index);
  else if (get_iter_at (self, x, y, &iter))
    g_signal_emit (self, signals[CLICKED], 0, (guint) gtk_text_iter_get_offset (&iter));
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           PsgReaderView            *self)
{
  gboolean over = find_spot_at (self, x, y) != PSG_SPOT_NONE;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), over ? "pointer" : "text");
}

static gboolean
psg_reader_view_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard,
                               GtkTooltip *tooltip)
{
  PsgReaderView *self = PSG_READER_VIEW (widget);
  int index = keyboard ? self->current : find_spot_at (self, x, y);
  const PsgSpot *spot = index != PSG_SPOT_NONE ? psg_reader_view_get_spot (self, index) : NULL;

  if (spot == NULL || spot->tooltip == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, spot->tooltip);

  return TRUE;
}

static gboolean
scroll_cb (gpointer user_data)
{
  PsgReaderView *self = user_data;

  self->scroll_source = 0;
  if (self->wanted == NULL || gtk_widget_get_height (GTK_WIDGET (self)) == 0)
    return G_SOURCE_REMOVE;

  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), self->wanted, 0, TRUE, 0, self->wanted_at);
  self->wanted = NULL;

  return G_SOURCE_REMOVE;
}

/* Lines have no true height before they are laid out, which the text view does when idle: wait until
 * it has done so. */
static void
queue_scroll (PsgReaderView *self)
{
  if (self->wanted != NULL && self->scroll_source == 0)
    self->scroll_source = g_idle_add_full (GTK_TEXT_VIEW_PRIORITY_VALIDATE + 5, scroll_cb, self, NULL);
}

static gboolean
sight_changed_cb (gpointer user_data)
{
  PsgReaderView *self = user_data;

  self->sight_source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_signal_emit (self, signals[SIGHT_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
queue_sight_changed (PsgReaderView *self)
{
  if (self->sight_source == 0)
    self->sight_source = g_timeout_add (SIGHT_INTERVAL, sight_changed_cb, self);
}

static void
adjustment_set_cb (PsgReaderView *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (queue_sight_changed), self, G_CONNECT_SWAPPED);
}

static void
psg_reader_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  GTK_WIDGET_CLASS (psg_reader_view_parent_class)->size_allocate (widget, width, height, baseline);

  queue_scroll (PSG_READER_VIEW (widget));
  queue_sight_changed (PSG_READER_VIEW (widget));
}

static void
draw_quotes (PsgReaderView *self,
             GtkSnapshot   *snapshot)
{
  GdkRGBA color;
  guint first, last;

  psg_reader_view_get_sight (self, &first, &last);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha *= 0.25;

  for (guint i = 0; i < self->rendering->quotes->len; i++)
    {
      const PsgStretch *quote = &g_array_index (self->rendering->quotes, PsgStretch, i);
      int left = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self));
      GdkRectangle area;

      /* Where a line is that was not in sight yet is not known, and dear to find out. */
      if (quote->end < first || quote->start > last)
        continue;

      get_stretch_area (self, quote->start, quote->end, &area);
      for (guint level = 0; level < quote->level; level++)
        gtk_snapshot_append_color (snapshot, &color,
                                   &GRAPHENE_RECT_INIT (left + level * QUOTE_INDENT, area.y,
                                                        QUOTE_BAR, area.height));
    }
}

/* Where the keyboard is. */
static void
draw_current (PsgReaderView *self,
              GtkSnapshot   *snapshot)
{
  const float width[] = { 2, 2, 2, 2 };
  GdkRGBA accent;
  GdkRGBA border[4];
  GdkRectangle area;
  GskRoundedRect outline;

  psg_palette_get_accent (psg_palette_get_scheme (), &accent);
  for (guint i = 0; i < G_N_ELEMENTS (border); i++)
    border[i] = accent;

  psg_reader_view_get_spot_area (self, self->current, &area);
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (area.x - 2, area.y - 1, area.width + 4, area.height + 2),
                                   4);
  gtk_snapshot_append_border (snapshot, &outline, width, border);
}

static void
psg_reader_view_snapshot_layer (GtkTextView     *view,
                                GtkTextViewLayer layer,
                                GtkSnapshot     *snapshot)
{
  PsgReaderView *self = PSG_READER_VIEW (view);

  if (self->rendering == NULL)
    return;

  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    draw_quotes (self, snapshot);
  else if (self->current != PSG_SPOT_NONE && gtk_widget_has_focus (GTK_WIDGET (self)))
    draw_current (self, snapshot);
}

static void
psg_reader_view_dispose (GObject *object)
{
  g_clear_handle_id (&PSG_READER_VIEW (object)->scroll_source, g_source_remove);
  g_clear_handle_id (&PSG_READER_VIEW (object)->sight_source, g_source_remove);

  G_OBJECT_CLASS (psg_reader_view_parent_class)->dispose (object);
}

static void
psg_reader_view_finalize (GObject *object)
{
  PsgReaderView *self = PSG_READER_VIEW (object);

  g_clear_pointer (&self->rendering, psg_rendering_free);

  G_OBJECT_CLASS (psg_reader_view_parent_class)->finalize (object);
}

static void
psg_reader_view_class_init (PsgReaderViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->dispose = psg_reader_view_dispose;
  object_class->finalize = psg_reader_view_finalize;
  widget_class->size_allocate = psg_reader_view_size_allocate;
  widget_class->query_tooltip = psg_reader_view_query_tooltip;
  view_class->snapshot_layer = psg_reader_view_snapshot_layer;

  /**
   * PsgReaderView::activate-spot:
   * @index: which spot
   */
  signals[ACTIVATE_SPOT] = g_signal_new ("activate-spot", PSG_TYPE_READER_VIEW, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * PsgReaderView::clicked:
   * @offset: of a character that is in no spot
   */
  signals[CLICKED] = g_signal_new ("clicked", PSG_TYPE_READER_VIEW, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * PsgReaderView::sight-changed:
   *
   * Other words may be in sight: it was scrolled, shown or resized.
   */
  signals[SIGHT_CHANGED] = g_signal_new ("sight-changed", PSG_TYPE_READER_VIEW, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_controllers (PsgReaderView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);

  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
psg_reader_view_init (PsgReaderView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->current = PSG_SPOT_NONE;
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  /* Beside the margin of notes. */
  gtk_text_view_set_left_margin (view, 4);
  gtk_text_view_set_right_margin (view, 18);
  gtk_text_view_set_top_margin (view, 6);
  gtk_text_view_set_bottom_margin (view, 36);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reader");
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (adjustment_set_cb), NULL);
  g_signal_connect (self, "map", G_CALLBACK (queue_sight_changed), NULL);
  add_controllers (self);
}

GtkWidget *
psg_reader_view_new (void)
{
  return g_object_new (PSG_TYPE_READER_VIEW, NULL);
}

/**
 * psg_reader_view_set_rendering:
 * @self: a reader
 * @rendering: (transfer full): what its buffer shows
 */
void
psg_reader_view_set_rendering (PsgReaderView *self,
                               PsgRendering  *rendering)
{
  g_return_if_fail (PSG_IS_READER_VIEW (self));

  g_clear_pointer (&self->rendering, psg_rendering_free);
  self->rendering = rendering;
  self->current = PSG_SPOT_NONE;
}

const PsgSpot *
psg_reader_view_get_spot (PsgReaderView *self,
                          guint          index)
{
  g_return_val_if_fail (PSG_IS_READER_VIEW (self), NULL);
  g_return_val_if_fail (self->rendering != NULL && index < self->rendering->spots->len, NULL);

  return &g_array_index (self->rendering->spots, PsgSpot, index);
}

/**
 * psg_reader_view_get_spot_area:
 * @self: a reader
 * @index: which spot
 * @area: (out): where it is, in buffer coordinates
 */
void
psg_reader_view_get_spot_area (PsgReaderView *self,
                               guint          index,
                               GdkRectangle  *area)
{
  const PsgSpot *spot = psg_reader_view_get_spot (self, index);

  get_stretch_area (self, spot->start, spot->end, area);
}

/**
 * psg_reader_view_show_offset:
 * @self: a reader
 * @offset: in the buffer
 * @where: 0 to have it at the top, 0.5 in the middle
 *
 * Scrolls there, now or as soon as there is a size.
 */
void
psg_reader_view_show_offset (PsgReaderView *self,
                             guint          offset,
                             double         where)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, "shown");
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, "shown", &iter, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, mark, &iter);

  self->wanted = mark;
  self->wanted_at = where;
  queue_scroll (self);
}

/**
 * psg_reader_view_get_top:
 *
 * Returns: the offset of the first character of the first line in sight
 */
guint
psg_reader_view_get_top (PsgReaderView *self)
{
  GdkRectangle visible;
  GtkTextIter iter;

  g_return_val_if_fail (PSG_IS_READER_VIEW (self), 0);

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, visible.x, visible.y);

  return gtk_text_iter_get_offset (&iter);
}

/**
 * psg_reader_view_get_sight:
 * @self: a reader
 * @start: (out): the first offset in sight
 * @end: (out): the first offset after
 */
void
psg_reader_view_get_sight (PsgReaderView *self,
                           guint         *start,
                           guint         *end)
{
  GdkRectangle visible;
  GtkTextIter iter;

  g_return_if_fail (PSG_IS_READER_VIEW (self));

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, visible.x, visible.y);
  *start = gtk_text_iter_get_offset (&iter);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, visible.x + visible.width,
                                      visible.y + visible.height - 1);
  *end = MAX (*start, (guint) gtk_text_iter_get_offset (&iter));
}
