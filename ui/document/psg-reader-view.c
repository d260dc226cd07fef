/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-reader-view.h"

#include "psg-palette.h"
#include "psg-reader-aside.h"
#include "psg-reader-ground.h"
#include "psg-reader-hits.h"
#include "psg-reader-tables.h"

/*
 * A text view with spots: it finds what is under the pointer, leads the keyboard from spot to spot
 * and draws what tags cannot. What a spot does is not its business.
 */

/* How often at most other words are told to be in sight, in milliseconds. */
#define SIGHT_INTERVAL 120

struct _PsgReaderView
{
  GtkTextView parent_instance;

  PsgRendering *rendering; /* owned */
  PsgReaderTables *tables; /* owned */
  int current;             /* the spot the keyboard is at */
  GArray *hits;            /* owned (nullable): what was found in it */
  int current_hit;

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

static int
get_shift (PsgReaderView *self,
           double         y)
{
  return psg_reader_aside_get_shift (GTK_TEXT_VIEW (self), self->tables, y);
}

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

  return gtk_text_view_get_iter_at_location (view, iter, buffer_x - get_shift (self, y), buffer_y);
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
      psg_reader_aside_scroll (GTK_TEXT_VIEW (self), 0);
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

/* The view takes a press to be where it would be if all were scrolled aside alike. */
static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            PsgReaderView   *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self));

  if (adjustment != NULL)
    psg_reader_aside_scroll (GTK_TEXT_VIEW (self), gtk_adjustment_get_value (adjustment) - get_shift (self, y));
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
  psg_reader_aside_scroll_to (GTK_TEXT_VIEW (self), self->wanted);
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

/* A wide table that is come to begins at its first column. */
static void
scroll_back (PsgReaderView *self)
{
  g_autoptr (GArray) bands = NULL;
  guint first, last;

  if (self->tables == NULL)
    return;

  psg_reader_view_get_sight (self, &first, &last);
  bands = psg_reader_tables_list_bands (self->tables, GTK_TEXT_VIEW (self), first, last);
  if (bands->len == 0)
    psg_reader_aside_scroll (GTK_TEXT_VIEW (self), 0);
}

static gboolean
sight_changed_cb (gpointer user_data)
{
  PsgReaderView *self = user_data;

  self->sight_source = 0;
  scroll_back (self);
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

/* Another font, or another size of it. */
static void
psg_reader_view_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  PsgReaderView *self = PSG_READER_VIEW (widget);

  GTK_WIDGET_CLASS (psg_reader_view_parent_class)->css_changed (widget, change);

  if (self->tables != NULL)
    psg_reader_tables_measure (self->tables, GTK_TEXT_VIEW (self));
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
  guint first, last;

  if (self->rendering == NULL)
    return;

  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    {
      psg_reader_view_get_sight (self, &first, &last);
      psg_reader_ground_draw (view, snapshot, self->rendering, first, last);
      psg_reader_tables_draw (self->tables, view, snapshot, first, last);
      return;
    }

  if (self->hits != NULL)
    {
      psg_reader_view_get_sight (self, &first, &last);
      psg_reader_hits_draw (view, snapshot, self->hits, self->current_hit, first, last);
    }
  if (self->current != PSG_SPOT_NONE && gtk_widget_has_focus (GTK_WIDGET (self)))
    draw_current (self, snapshot);
}

/* While tables are scrolled aside each stretch is drawn where it belongs. */
static void
psg_reader_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  PsgReaderView *self = PSG_READER_VIEW (widget);
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self));
  GtkSnapshot *whole;
  GskRenderNode *node;

  if (self->tables == NULL || adjustment == NULL || gtk_adjustment_get_value (adjustment) == 0)
    {
      GTK_WIDGET_CLASS (psg_reader_view_parent_class)->snapshot (widget, snapshot);
      return;
    }

  whole = gtk_snapshot_new ();
  GTK_WIDGET_CLASS (psg_reader_view_parent_class)->snapshot (widget, whole);
  node = gtk_snapshot_free_to_node (whole);
  if (node != NULL)
    {
      psg_reader_aside_draw (GTK_TEXT_VIEW (self), self->tables, node, snapshot);
      gsk_render_node_unref (node);
    }
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

  g_clear_pointer (&self->tables, psg_reader_tables_free);
  g_clear_pointer (&self->rendering, psg_rendering_free);
  g_clear_pointer (&self->hits, g_array_unref);

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
  widget_class->css_changed = psg_reader_view_css_changed;
  widget_class->size_allocate = psg_reader_view_size_allocate;
  widget_class->snapshot = psg_reader_view_snapshot;
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
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
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

  g_clear_pointer (&self->tables, psg_reader_tables_free);
  g_clear_pointer (&self->rendering, psg_rendering_free);
  self->rendering = rendering;
  self->tables = psg_reader_tables_new (rendering);
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

const PsgRendering *
psg_reader_view_get_rendering (PsgReaderView *self)
{
  g_return_val_if_fail (PSG_IS_READER_VIEW (self), NULL);

  return self->rendering;
}

/**
 * psg_reader_view_set_hits:
 * @self: a reader
 * @hits: (nullable) (element-type PsgTextHit): what was found, in order, as offsets in the buffer
 * @current: which of them is to be seen before the others, or -1
 *
 * Marks them; %NULL marks none.
 */
void
psg_reader_view_set_hits (PsgReaderView *self,
                          GArray        *hits,
                          int            current)
{
  g_return_if_fail (PSG_IS_READER_VIEW (self));

  if (hits != NULL)
    g_array_ref (hits);
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits;
  self->current_hit = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
 * Returns: the offset of the first character of the first line in sight; 0 before it was laid out
 */
guint
psg_reader_view_get_top (PsgReaderView *self)
{
  GdkRectangle visible;
  GtkTextIter iter;

  g_return_val_if_fail (PSG_IS_READER_VIEW (self), 0);

  if (gtk_widget_get_height (GTK_WIDGET (self)) == 0)
    return 0;

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

/**
 * psg_reader_view_shows:
 * @self: a reader
 * @start: an offset
 * @end: exclusive
 *
 * Returns: whether it is in sight
 */
gboolean
psg_reader_view_shows (PsgReaderView *self,
                       guint          start,
                       guint          end)
{
  GdkRectangle visible, area;
  GtkTextIter iter;
  guint first, last;
  int x, y;

  g_return_val_if_fail (PSG_IS_READER_VIEW (self), FALSE);

  psg_reader_view_get_sight (self, &first, &last);
  if (start < first || end > last)
    return FALSE;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter, (int) end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &area);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, area.x, area.y, &x, &y);
  x += get_shift (self, y);

  return x >= 0 && x <= visible.width;
}
