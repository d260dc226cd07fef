/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-list.h"

#include <glib/gi18n-lib.h>

#include "psg-document-hits.h"
#include "psg-event-list-model.h"
#include "psg-event-row.h"
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

  /* template */
  GtkSearchEntry *entry;
  GtkBox *filters;
  GtkBox *documents;
  GtkLabel *count;
  GtkStack *stack;
  GtkListView *view;

  guint scroll_source;
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

static gboolean
scroll_cb (gpointer user_data)
{
  PsgEventList *self = user_data;
  guint position = psg_event_list_model_get_selected (self->model);

  self->scroll_source = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);

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
items_changed_cb (PsgEventList *self)
{
  update_count (self);
  gtk_stack_set_visible_child_name (self->stack, choose_child (self));
  queue_scroll_cb (self);
}

static void
setup_row_cb (PsgEventList *self,
              GtkListItem  *item)
{
  gtk_list_item_set_child (item, psg_event_row_new ());
}

static void
bind_row_cb (PsgEventList *self,
             GtkListItem  *item)
{
  psg_event_row_set_item (PSG_EVENT_ROW (gtk_list_item_get_child (item)),
                          PSG_EVENT_ITEM (gtk_list_item_get_item (item)));
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
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
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
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->model));

  g_signal_connect_object (self->model, "items-changed",
                           G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "selection-changed",
                           G_CALLBACK (queue_scroll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::filter",
                           G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  items_changed_cb (self);

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
