/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "psg-follow.h"
#include "psg-note-filter-button.h"
#include "psg-note-list-bar.h"
#include "psg-note-list-model.h"
#include "psg-note-row.h"

/* The list of notes. Several may be chosen, with Ctrl or Shift, by pointer and keyboard; what can be done with them
 * is in the bar below. */

struct _PsgNoteList
{
  GtkBox parent_instance;

  PsgSession *session; /* owned */
  PsgNoteListModel *model; /* owned */
  GtkMultiSelection *selection; /* owned */

  GtkWidget *entry;
  PsgNoteFilterButton *filter;
  GtkLabel *count;
  GtkStack *stack;
  GtkWidget *view;
  PsgNoteListBar *bar;
};

G_DEFINE_FINAL_TYPE (PsgNoteList, psg_note_list, GTK_TYPE_BOX)

static gboolean
is_filtered (PsgNoteList *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0' || psg_note_filter_button_is_active (self->filter);
}

static void
show_count (PsgNoteList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  /* Translators: how many notes there are, or are shown */
  g_autofree char *text = g_strdup_printf (ngettext ("%'u note", "%'u notes", n), n);
  const char *name = n > 0 ? "list" : is_filtered (self) ? "no-match" : "empty";

  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 0);
  if (psg_note_list_model_is_counted (self->model))
    gtk_stack_set_visible_child_name (self->stack, name);
}

static void
filter_edited_cb (PsgNoteList *self)
{
  g_autoptr (PsgNoteFilter) filter = psg_note_list_dup_filter (self);

  psg_note_list_bar_set_binned (self->bar, filter->binned);
  psg_note_list_model_set_filter (self->model, filter);
}

static void
clear_clicked_cb (PsgNoteList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  psg_note_filter_button_reset (self->filter);
  gtk_widget_grab_focus (self->entry);
}

static void
notes_changed_cb (PsgNoteList *self)
{
  psg_note_list_model_set_notes (self->model, psg_session_get_notes (self->session));
}

/* What is to be done with the notes that are chosen, once they have been read. */
typedef struct
{
  PsgNoteList *list;
  GtkBitset *chosen;
  PsgNoteListFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Task;

static void
free_task (Task *self)
{
  g_object_unref (self->list);
  gtk_bitset_unref (self->chosen);
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Task, free_task)

static void
chosen_listed_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (Task) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = psg_note_store_list_finish (PSG_NOTE_STORE (object), result, &error);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);

  /* The notebook may have been closed meanwhile. */
  if (task->list->session == NULL || psg_session_get_notes (task->list->session) == NULL)
    return;
  if (all == NULL)
    {
      psg_show_error (GTK_WIDGET (task->list), error->message);
      return;
    }

  for (guint i = 0; i < all->len; i++)
    if (gtk_bitset_contains (task->chosen, i))
      g_ptr_array_add (notes, psg_note_ref (g_ptr_array_index (all, i)));
  if (notes->len > 0)
    task->func (task->list->session, notes, task->data);
}

static void
ask_chosen_cb (PsgNoteStore *store,
               gpointer      data)
{
  Task *task = data;

  psg_note_store_list_async (store, psg_note_list_model_get_filter (task->list->model), NULL, chosen_listed_cb, task);
}

/**
 * psg_note_list_with_chosen:
 * @self: a list
 * @func: called with the notes that are chosen now, unless there are none: also with those that
 *   nobody has looked at yet
 * @data: for @func
 * @destroy: (nullable): of @data
 */
void
psg_note_list_with_chosen (PsgNoteList     *self,
                           PsgNoteListFunc  func,
                           gpointer         data,
                           GDestroyNotify   destroy)
{
  PsgNotes *notes = psg_session_get_notes (self->session);
  Task *task = g_new0 (Task, 1);

  task->list = g_object_ref (self);
  task->chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  task->func = func;
  task->data = data;
  task->destroy = destroy;
  if (notes != NULL)
    psg_notes_ask (notes, ask_chosen_cb, task);
  else
    free_task (task);
}

static void
selection_changed_cb (PsgNoteList *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  psg_note_list_bar_set_n (self->bar, (guint) gtk_bitset_get_size (chosen));
}

/* Goes to when it was, and shows it. */
static void
activate_cb (PsgNoteList *self,
             guint        position)
{
  g_autoptr (PsgNoteItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  const PsgNote *note = item != NULL ? psg_note_item_get (item) : NULL;
  PsgCollection *collection = psg_session_get_collection (self->session);
  g_autofree char *link = NULL;

  if (note == NULL || note->deleted != 0)
    return;

  link = g_strconcat ("note:", note->id, NULL);
  if (note->target.has_span && collection != NULL
      && g_strcmp0 (note->collection, psg_collection_get_info (collection)->id) == 0)
    psg_session_follow_span (self->session, &note->target.span);
  psg_follow (GTK_WIDGET (self), self->session, link);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, psg_note_row_new ());
}

static void
bind_cb (PsgNoteList *self,
         GtkListItem *item)
{
  psg_note_row_set_item (PSG_NOTE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item),
                         self->session);
}

static void
unbind_cb (PsgNoteList *self,
           GtkListItem *item)
{
  psg_note_row_set_item (PSG_NOTE_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

static GtkWidget *
new_status (const char *icon,
            const char *title,
            const char *description)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  gtk_widget_add_css_class (page, "compact");

  return page;
}

static GtkWidget *
new_no_match (PsgNoteList *self)
{
  GtkWidget *page = new_status ("system-search-symbolic", _("No Notes Match"), NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Show All Notes"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clear_clicked_cb), self);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);

  return page;
}

static GtkWidget *
new_list (PsgNoteList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->view, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Notes"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);

  return scroller;
}

/* What the window can do with all that is listed. */
static GtkWidget *
new_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) formats = psg_note_export_menu_new ("win.export-notes");

  g_menu_append (menu, _("_Import Notes…"), "win.import-notes");
  g_menu_append_section (menu, _("Export What Is Shown"), formats);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("Import and export"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Import and export"), -1);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static void
build (PsgNoteList *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Search notes"), NULL);
  /* The sidebar is no wider for it. */
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search notes"), -1);
  self->filter = PSG_NOTE_FILTER_BUTTON (psg_note_filter_button_new (self->session));
  gtk_widget_add_css_class (line, "note-search");
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->filter));
  gtk_box_append (GTK_BOX (line), new_menu_button ());
  gtk_box_append (GTK_BOX (self), line);

  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->count, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "count");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->count));

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "wait");
  gtk_stack_add_named (self->stack, new_list (self), "list");
  gtk_stack_add_named (self->stack, new_no_match (self), "no-match");
  gtk_stack_add_named (self->stack,
                       new_status ("document-edit-symbolic", _("No Notes Yet"),
                                   _("Write about an event or a crossing on its page, or select words in a document.")),
                       "empty");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));

  self->bar = PSG_NOTE_LIST_BAR (psg_note_list_bar_new (self->session, self));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->bar));

  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (filter_edited_cb), self);
  g_signal_connect_swapped (self->filter, "edited", G_CALLBACK (filter_edited_cb), self);
}

static void
psg_note_list_dispose (GObject *object)
{
  PsgNoteList *self = PSG_NOTE_LIST (object);

  if (self->model != NULL)
    psg_note_list_model_set_notes (self->model, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_note_list_parent_class)->dispose (object);
}

static void
psg_note_list_class_init (PsgNoteListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_note_list_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "notelist");
}

static void
psg_note_list_init (PsgNoteList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->model = psg_note_list_model_new ();
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  g_signal_connect_object (self->model, "counted", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* (transfer floating) */
GtkWidget *
psg_note_list_new (PsgSession *session)
{
  PsgNoteList *self = g_object_new (PSG_TYPE_NOTE_LIST, NULL);

  self->session = g_object_ref (session);
  build (self);
  g_signal_connect_object (session, "notify::notes", G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);
  notes_changed_cb (self);

  return GTK_WIDGET (self);
}

/* Puts the caret where words to look for are typed. */
void
psg_note_list_search (PsgNoteList *self)
{
  gtk_widget_grab_focus (self->entry);
}

/* (transfer full): what is shown, without a limit. */
PsgNoteFilter *
psg_note_list_dup_filter (PsgNoteList *self)
{
  PsgNoteFilter *filter = psg_note_filter_new ();
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  psg_note_filter_button_fill (self->filter, filter);
  if (*text != '\0')
    filter->text = g_strdup (text);

  return filter;
}

/* (transfer none): of #PsgNoteItem, and which are chosen */
GtkSelectionModel *
psg_note_list_get_selection (PsgNoteList *self)
{
  return GTK_SELECTION_MODEL (self->selection);
}
