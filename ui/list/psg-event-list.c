/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-list.h"

#include <glib/gi18n-lib.h>

#include "psg-document-hits.h"
#include "psg-event-list-model.h"
#include "psg-event-rows.h"
#include "psg-follow.h"
#include "psg-filter-terms.h"
#include "psg-lane-chips.h"
#include "psg-line-layout.h"

/*
 * The left pane. It turns what is typed into the session's filter and shows the session's matches;
 * what matches is decided elsewhere.
 */

/* Long enough not to search at every key, short enough not to be noticed. */
#define SEARCH_DELAY_MS 90

struct _PsgEventList
{
  AdwBin parent_instance;

  /* owned */
  PsgSession *session;
  PsgEventListModel *model;
  PsgEventRows *rows;

  /* template */
  GtkSearchEntry *entry;
  GtkBox *filters;
  GtkBox *documents;
  GtkLabel *count;
  GtkStack *stack;
  GtkListView *view;

  guint scroll_source;
  guint first; /* the row of the event that was first in sight before a change, or PSG_ROW_NONE */
};

G_DEFINE_FINAL_TYPE (PsgEventList, psg_event_list, ADW_TYPE_BIN)

static void
set_filter (PsgEventList *self,
            PsgFilter    *filter)
{
  g_autoptr (GError) error = NULL;

  if (!psg_session_set_filter (self->session, filter, &error))
    psg_show_error (GTK_WIDGET (self), error->message);
}

static void
search_changed_cb (PsgEventList *self)
{
  g_autoptr (PsgFilter) filter = NULL;

  filter = psg_filter_with_query (psg_session_get_filter (self->session),
                                  gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  set_filter (self, filter);
}

/* The chosen event's row if it is there; else where the keyboard was last. */
static gboolean
focus_rows (PsgEventList *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->view));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (gtk_widget_get_mapped (row) && (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
        return gtk_widget_grab_focus (row);
    }

  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* From the entry down into the list. */
static void
search_activated_cb (PsgEventList *self)
{
  focus_rows (self);
}

static void
search_stopped_cb (PsgEventList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
clear_clicked_cb (PsgEventList *self)
{
  g_autoptr (PsgFilter) empty = psg_filter_new_empty ();

  set_filter (self, empty);
}

/* A filter set by others shows in the entry; one that the entry's text leads to leaves it alone. */
static void
filter_changed_cb (PsgEventList *self)
{
  PsgFilter *filter = psg_session_get_filter (self->session);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (PsgFilter) typed = psg_filter_with_query (filter, text);

  if (psg_filter_equal (typed, filter))
    return;

  /* To set a text is to delete first, and an empty entry asks for its search at once. */
  g_signal_handlers_block_by_func (self->entry, search_changed_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), psg_filter_get_typed (filter));
  g_signal_handlers_unblock_by_func (self->entry, search_changed_cb, self);
}

static void
update_count (PsgEventList *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint total = collection != NULL ? psg_event_table_get_n (psg_collection_get_events (collection)) : 0;
  g_autofree char *text = NULL;

  if (n == total)
    text = g_strdup_printf (ngettext ("%'u event", "%'u events", total), total);
  else
    /* Translators: how many events are shown, and how many there are */
    text = g_strdup_printf (ngettext ("%'u of %'u event", "%'u of %'u events", total), n, total);

  gtk_label_set_text (self->count, text);
}

static const char *
choose_child (PsgEventList *self)
{
  if (psg_session_get_collection (self->session) == NULL)
    return "closed";

  return g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 ? "list" : "empty";
}

/* Where the list is to be looked at: at the chosen event if it is there, else where it was in time. */
static guint
find_target (PsgEventList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint position = psg_event_list_model_get_selected (self->model);

  if (position == GTK_INVALID_LIST_POSITION && self->first != PSG_ROW_NONE && n > 0)
    position = MIN (psg_event_list_model_count_before (self->model, self->first), n - 1);

  return position;
}

static gboolean
scroll_cb (gpointer user_data)
{
  PsgEventList *self = user_data;
  guint position = find_target (self);

  self->scroll_source = 0;
  self->first = PSG_ROW_NONE;
  if (position == GTK_INVALID_LIST_POSITION)
    return G_SOURCE_REMOVE;

  psg_event_rows_begin (self->rows);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  psg_event_rows_end (self->rows, position);

  return G_SOURCE_REMOVE;
}

/* Later, when the rows that changed have been laid out. */
static void
queue_scroll_cb (PsgEventList *self)
{
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, scroll_cb, self, NULL);
}

static void
update_state (PsgEventList *self)
{
  update_count (self);
  gtk_stack_set_visible_child_name (self->stack, choose_child (self));
  queue_scroll_cb (self);
}

/* Whoever looks at the top goes on looking at the top. */
static void
changing_cb (PsgEventList *self)
{
  guint first = psg_event_rows_get_first (self->rows);

  if (self->first == PSG_ROW_NONE && first > 0)
    self->first = psg_event_list_model_get_row (self->model, first);
  psg_event_rows_begin (self->rows);
}

static void
changed_cb (PsgEventList *self)
{
  guint first;

  update_state (self);
  psg_event_rows_forget (self->rows);
  first = find_target (self);
  psg_event_rows_end (self->rows, first != GTK_INVALID_LIST_POSITION ? first : 0);
}

static void
activate_cb (PsgEventList *self,
             guint         position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->model), position, TRUE);
}

static void
psg_event_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (psg_event_list_parent_class)->map (widget);

  /* What was chosen while it was hidden. */
  queue_scroll_cb (PSG_EVENT_LIST (widget));
}

/* Tab goes through what stands above the rows, and to the rows as one: a list view would
 * have it go through every one of them. Arrows do that. */
static gboolean
psg_event_list_focus (GtkWidget       *widget,
                      GtkDirectionType direction)
{
  PsgEventList *self = PSG_EVENT_LIST (widget);
  GtkWidget *stops[] = { GTK_WIDGET (self->entry), GTK_WIDGET (self->filters), GTK_WIDGET (self->documents),
                         GTK_WIDGET (self->stack) };
  int n = G_N_ELEMENTS (stops), step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1;
  int at = step > 0 ? -1 : n;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (psg_event_list_parent_class)->focus (widget, direction);

  for (int i = 0; i < n; i++)
    {
      if (focus != NULL && gtk_widget_is_ancestor (focus, stops[i]))
        at = i;
    }
  if (at >= 0 && at < n - 1 && gtk_widget_child_focus (stops[at], direction))
    return TRUE;

  for (at += step; at >= 0 && at < n; at += step)
    {
      if (at == n - 1 ? focus_rows (self) : gtk_widget_child_focus (stops[at], direction))
        return TRUE;
    }

  return FALSE;
}

static void
psg_event_list_dispose (GObject *object)
{
  PsgEventList *self = PSG_EVENT_LIST (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_event_list_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/passages_app/Passages/list/psg-event-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PsgEventList, entry);
  gtk_widget_class_bind_template_child (widget_class, PsgEventList, filters);
  gtk_widget_class_bind_template_child (widget_class, PsgEventList, documents);
  gtk_widget_class_bind_template_child (widget_class, PsgEventList, count);
  gtk_widget_class_bind_template_child (widget_class, PsgEventList, stack);
  gtk_widget_class_bind_template_child (widget_class, PsgEventList, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
psg_event_list_class_init (PsgEventListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_event_list_dispose;
  widget_class->map = psg_event_list_map;
  widget_class->focus = psg_event_list_focus;

  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "eventlist");
  /* The paned asks how wide it must be for its height; see PsgLineLayout. */
  gtk_widget_class_set_layout_manager_type (widget_class, PSG_TYPE_LINE_LAYOUT);
}

static void
psg_event_list_init (PsgEventList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->first = PSG_ROW_NONE;
  gtk_search_entry_set_search_delay (self->entry, SEARCH_DELAY_MS);
}

/**
 * psg_event_list_new:
 * @session: the session
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
psg_event_list_new (PsgSession *session)
{
  PsgEventList *self;

  g_return_val_if_fail (PSG_IS_SESSION (session), NULL);

  self = g_object_new (PSG_TYPE_EVENT_LIST, NULL);
  self->session = g_object_ref (session);
  self->model = psg_event_list_model_new (session);
  gtk_box_append (self->filters, psg_lane_chips_new (session));
  gtk_box_append (self->filters, psg_filter_terms_new (session));
  gtk_box_append (self->documents, psg_document_hits_new (session));
  self->rows = psg_event_rows_new (self->view, self->model);

  g_signal_connect_object (self->model, "changing", G_CALLBACK (changing_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "selection-changed",
                           G_CALLBACK (queue_scroll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notes-changed",
                           G_CALLBACK (psg_event_rows_update_notes), self->rows, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::filter",
                           G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  update_state (self);

  return GTK_WIDGET (self);
}

/**
 * psg_event_list_focus_search:
 *
 * Puts the keyboard into the search entry, its text selected.
 */
void
psg_event_list_focus_search (PsgEventList *self)
{
  g_return_if_fail (PSG_IS_EVENT_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
