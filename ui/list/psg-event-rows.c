/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-rows.h"

#include "psg-event-row.h"

/*
 * A list view binds two hundred rows when it is shown other items, and text that is laid out for
 * each of them takes longer than the frame has. One that scrolls binds a few, which are
 * filled as they come. Rows left empty are looked for when the view has been scrolled: before the
 * frame, by where they were, and so a page further, and after it, by where they are. After other items
 * only the latter is needed: those that come into sight have been filled, and more would cost the frame.
 */

/* No row is lower; see the style sheet. */
#define LOWEST_ROW 40
/* GTK lays out and draws at a priority between these. */
#define BEFORE_FRAME (G_PRIORITY_HIGH_IDLE + 5)
#define AFTER_FRAME G_PRIORITY_DEFAULT_IDLE

struct _PsgEventRows
{
  GObject parent_instance;

  PsgEventListModel *model; /* owned */
  GtkListView *view;        /* borrowed */
  GPtrArray *items;         /* GtkListItem, borrowed: those that there are rows for */
  guint waiting;            /* depth */
  guint before_source;
  guint after_source;
};

G_DEFINE_FINAL_TYPE (PsgEventRows, psg_event_rows, G_TYPE_OBJECT)

static PsgEventRow *
get_row (GtkListItem *item)
{
  return PSG_EVENT_ROW (gtk_list_item_get_child (item));
}

static void
show_notes (PsgEventRows *self,
            GtkListItem  *item)
{
  psg_event_row_set_notes (get_row (item),
                           psg_event_list_model_find_notes (self->model, gtk_list_item_get_position (item)));
}

static void
fill (PsgEventRows *self,
      GtkListItem  *item)
{
  g_autoptr (PsgEventItem) event = NULL;

  /* What the list view holds is what stood in this place when it was bound. */
  event = g_list_model_get_item (G_LIST_MODEL (self->model), gtk_list_item_get_position (item));
  if (event == NULL)
    return;

  psg_event_row_set_item (get_row (item), event);
  show_notes (self, item);
}

static gboolean
is_waiting (GtkListItem *item)
{
  return gtk_list_item_get_position (item) != GTK_INVALID_LIST_POSITION && !psg_event_row_is_filled (get_row (item));
}

/* As many as are in sight at most. */
static guint
count_page (PsgEventRows *self)
{
  return (guint) gtk_widget_get_height (GTK_WIDGET (self->view)) / LOWEST_ROW + 1;
}

static void
fill_range (PsgEventRows *self,
            guint         position,
            guint         before,
            guint         after)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->items, i);
      guint at = gtk_list_item_get_position (item);

      if (is_waiting (item) && at + before >= position && at <= position + after)
        fill (self, item);
    }
}

/* What is in sight, and so many pages before and after it. */
static void
fill_sight (PsgEventRows *self,
            guint         pages)
{
  guint first = psg_event_rows_get_first (self);
  guint page = count_page (self);

  if (first != GTK_INVALID_LIST_POSITION && self->waiting == 0)
    fill_range (self, first, pages * page, (pages + 1) * page);
}

static gboolean
before_frame_cb (gpointer user_data)
{
  PsgEventRows *self = user_data;

  self->before_source = 0;
  fill_sight (self, 1);

  return G_SOURCE_REMOVE;
}

static gboolean
after_frame_cb (gpointer user_data)
{
  PsgEventRows *self = user_data;

  self->after_source = 0;
  fill_sight (self, 0);

  return G_SOURCE_REMOVE;
}

static void
look_after_frame (PsgEventRows *self)
{
  if (self->after_source == 0)
    self->after_source = g_idle_add_full (AFTER_FRAME, after_frame_cb, self, NULL);
}

static void
scrolled_cb (PsgEventRows *self)
{
  if (self->before_source == 0)
    self->before_source = g_idle_add_full (BEFORE_FRAME, before_frame_cb, self, NULL);
  look_after_frame (self);
}

static void
watch_scrolling (PsgEventRows *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (look_after_frame), self, G_CONNECT_SWAPPED);
}

static void
setup_cb (PsgEventRows *self,
          GtkListItem  *item)
{
  gtk_list_item_set_child (item, psg_event_row_new ());
  g_ptr_array_add (self->items, item);
}

static void
bind_cb (PsgEventRows *self,
         GtkListItem  *item)
{
  if (self->waiting > 0)
    psg_event_row_forget (get_row (item));
  else
    fill (self, item);
}

static void
teardown_cb (PsgEventRows *self,
             GtkListItem  *item)
{
  g_ptr_array_remove_fast (self->items, item);
}

static void
psg_event_rows_dispose (GObject *object)
{
  PsgEventRows *self = PSG_EVENT_ROWS (object);

  g_clear_handle_id (&self->before_source, g_source_remove);
  g_clear_handle_id (&self->after_source, g_source_remove);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (psg_event_rows_parent_class)->dispose (object);
}

static void
psg_event_rows_finalize (GObject *object)
{
  g_ptr_array_unref (PSG_EVENT_ROWS (object)->items);

  G_OBJECT_CLASS (psg_event_rows_parent_class)->finalize (object);
}

static void
psg_event_rows_class_init (PsgEventRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_event_rows_dispose;
  object_class->finalize = psg_event_rows_finalize;
}

static void
psg_event_rows_init (PsgEventRows *self)
{
  self->items = g_ptr_array_new ();
}

/**
 * psg_event_rows_new:
 * @view: an empty list view in a scrolled window, which must live as long as the rows
 * @model: what it will show
 *
 * Returns: (transfer full): rows of the view, which shows the model from now on
 */
PsgEventRows *
psg_event_rows_new (GtkListView       *view,
                    PsgEventListModel *model)
{
  PsgEventRows *self = g_object_new (PSG_TYPE_EVENT_ROWS, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->model = g_object_ref (model);
  self->view = view;
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "teardown", G_CALLBACK (teardown_cb), self, G_CONNECT_SWAPPED);

  g_assert (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)) != NULL);
  watch_scrolling (self);
  psg_event_rows_begin (self);
  gtk_list_view_set_factory (view, factory);
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (model));
  psg_event_rows_end (self, 0);

  return self;
}

/**
 * psg_event_rows_begin:
 * @self: rows
 *
 * Rows that are bound from now on wait for psg_event_rows_end(). Calls nest.
 */
void
psg_event_rows_begin (PsgEventRows *self)
{
  g_return_if_fail (PSG_IS_EVENT_ROWS (self));

  self->waiting++;
}

/**
 * psg_event_rows_end:
 * @self: rows
 * @position: near which all rows in sight are
 */
void
psg_event_rows_end (PsgEventRows *self,
                    guint         position)
{
  g_return_if_fail (PSG_IS_EVENT_ROWS (self));
  g_return_if_fail (self->waiting > 0);

  if (--self->waiting > 0)
    return;

  /* It may come to stand at the top or at the bottom. */
  fill_range (self, position, count_page (self), count_page (self));
  look_after_frame (self);
}

/**
 * psg_event_rows_forget:
 * @self: rows that wait, between psg_event_rows_begin() and its end
 *
 * The events in all places are others now.
 */
void
psg_event_rows_forget (PsgEventRows *self)
{
  g_return_if_fail (PSG_IS_EVENT_ROWS (self));

  for (guint i = 0; i < self->items->len; i++)
    psg_event_row_forget (get_row (g_ptr_array_index (self->items, i)));
}

/**
 * psg_event_rows_get_first:
 * @self: rows
 *
 * Returns: the first position in sight, or %GTK_INVALID_LIST_POSITION
 */
guint
psg_event_rows_get_first (PsgEventRows *self)
{
  guint first = GTK_INVALID_LIST_POSITION;

  g_return_val_if_fail (PSG_IS_EVENT_ROWS (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < self->items->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->items, i);
      GtkWidget *row = gtk_list_item_get_child (item);
      graphene_rect_t bounds;

      if (gtk_list_item_get_position (item) < first && gtk_widget_get_mapped (row) &&
          gtk_widget_compute_bounds (row, GTK_WIDGET (self->view), &bounds) &&
          bounds.origin.y + bounds.size.height > 0)
        first = gtk_list_item_get_position (item);
    }

  return first;
}

/**
 * psg_event_rows_update_notes:
 * @self: rows
 *
 * There may be other notes about the events in sight.
 */
void
psg_event_rows_update_notes (PsgEventRows *self)
{
  g_return_if_fail (PSG_IS_EVENT_ROWS (self));

  for (guint i = 0; i < self->items->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->items, i);

      if (psg_event_row_is_filled (get_row (item))
          && gtk_list_item_get_position (item) != GTK_INVALID_LIST_POSITION)
        show_notes (self, item);
    }
}
