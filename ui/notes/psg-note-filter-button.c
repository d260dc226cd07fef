/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-filter-button.h"

#include <glib/gi18n-lib.h>

/* The filter of the list of notes, as a button with a form behind it. Its first choice is always "any". */

struct _PsgNoteFilterButton
{
  GtkWidget parent_instance;

  PsgSession *session; /* owned */
  GPtrArray *tags;     /* of char *: as the drop-down has them after its first choice */
  GCancellable *asking;

  GtkWidget *button;
  GtkWidget *grid;
  GtkDropDown *order;
  GtkDropDown *kind;
  GtkDropDown *colour;
  GtkDropDown *status;
  GtkDropDown *tag;
  GtkDropDown *lane;
  GtkCheckButton *bookmarked;
  GtkCheckButton *review;
  GtkCheckButton *here;
  GtkCheckButton *in_view;
  GtkCheckButton *binned;
  int n_rows;
  gboolean filling;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgNoteFilterButton, psg_note_filter_button, GTK_TYPE_WIDGET)

static void
show_active (PsgNoteFilterButton *self)
{
  gboolean active = psg_note_filter_button_is_active (self);

  if (active)
    gtk_widget_add_css_class (self->button, "accent");
  else
    gtk_widget_remove_css_class (self->button, "accent");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  active ? _("Filter and order, some notes are not shown") : _("Filter and order"), -1);
}

static void
edited_cb (PsgNoteFilterButton *self)
{
  if (self->filling)
    return;

  show_active (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static GtkDropDown *
add_choice (PsgNoteFilterButton *self,
            const char          *name,
            const char          *any,
            const char        *(*get_label) (guint i),
            guint                n)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *choice;

  if (any != NULL)
    gtk_string_list_append (strings, any);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (strings, get_label (i));
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&strings)), NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (choice, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, self->n_rows, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), choice, 1, self->n_rows++, 1, 1);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (edited_cb), self);

  return GTK_DROP_DOWN (choice);
}

static GtkCheckButton *
add_check (PsgNoteFilterButton *self,
           const char          *name)
{
  GtkWidget *check = gtk_check_button_new_with_label (name);

  gtk_grid_attach (GTK_GRID (self->grid), check, 0, self->n_rows++, 2, 1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (edited_cb), self);

  return GTK_CHECK_BUTTON (check);
}

static const char *
get_order_label (guint i)
{
  static const char *const labels[] = {
    [PSG_NOTE_ORDER_MODIFIED] = N_("Last changed first"),
    [PSG_NOTE_ORDER_CREATED] = N_("As they were written"),
    [PSG_NOTE_ORDER_SUBJECT] = N_("By time of their subject"),
  };

  return _(labels[i]);
}

static const char *
get_kind_label (guint i)
{
  return psg_note_kind_get_label (i);
}

static const char *
get_colour_label (guint i)
{
  return psg_note_colour_get_label (i);
}

static const char *
get_status_label (guint i)
{
  return psg_note_status_get_label (i);
}

static void
build (PsgNoteFilterButton *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_widget_add_css_class (self->grid, "note-filter");
  self->order = add_choice (self, _("Order"), NULL, get_order_label, 3);
  self->kind = add_choice (self, _("About"), _("Anything"), get_kind_label, PSG_NOTE_N_KINDS);
  self->colour = add_choice (self, _("Colour"), _("Any colour"), get_colour_label, PSG_NOTE_N_COLOURS);
  self->status = add_choice (self, _("Status"), _("Any status"), get_status_label, PSG_NOTE_N_STATUSES);
  self->tag = add_choice (self, _("Tag"), _("Any tag"), NULL, 0);
  self->lane = add_choice (self, _("Lane"), _("Any lane"), NULL, 0);
  self->bookmarked = add_check (self, _("Bookmarked only"));
  self->review = add_check (self, _("Only those that need review"));
  self->here = add_check (self, _("This collection only"));
  self->in_view = add_check (self, _("Within the time in view"));
  self->binned = add_check (self, _("Show the bin"));
  gtk_popover_set_child (GTK_POPOVER (popover), self->grid);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "view-sort-descending-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_tooltip_text (self->button, _("Filter and order"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/* The choice stays on what it was, if that is still there. */
static void
set_strings (PsgNoteFilterButton *self,
             GtkDropDown         *choice,
             const char          *any,
             GPtrArray           *strings)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (choice);
  g_autofree char *before = chosen != NULL ? g_strdup (gtk_string_object_get_string (chosen)) : NULL;
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (list, any);
  for (guint i = 0; i < strings->len; i++)
    {
      const char *string = g_ptr_array_index (strings, i);

      gtk_string_list_append (list, string);
      if (g_strcmp0 (string, before) == 0)
        selected = i + 1;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (choice, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (choice, selected);
  self->filling = FALSE;
}

static void
tags_listed_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (PsgNoteFilterButton) self = user_data;
  g_autoptr (GPtrArray) tags = psg_note_store_list_tags_finish (PSG_NOTE_STORE (object), result, NULL);

  if (tags == NULL || self->session == NULL)
    return;

  g_ptr_array_set_size (self->tags, 0);
  for (guint i = 0; i < tags->len; i++)
    g_ptr_array_add (self->tags, g_strdup (((PsgTagCount *) g_ptr_array_index (tags, i))->tag));
  set_strings (self, self->tag, _("Any tag"), self->tags);
}

static void
ask_tags_cb (PsgNoteStore *store,
             gpointer      data)
{
  PsgNoteFilterButton *self = data;

  psg_note_store_list_tags_async (store, self->asking, tags_listed_cb, self);
}

/* Tags and lanes are looked up when the form is opened. */
static void
opened_cb (PsgNoteFilterButton *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  PsgNotes *notes = psg_session_get_notes (self->session);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GPtrArray *lanes = collection != NULL ? psg_collection_get_lanes (collection) : NULL;

  for (guint i = 0; lanes != NULL && i < lanes->len; i++)
    g_ptr_array_add (names, (char *) psg_text_get (((PsgLane *) g_ptr_array_index (lanes, i))->name));
  set_strings (self, self->lane, _("Any lane"), names);
  if (notes != NULL)
    psg_notes_ask (notes, ask_tags_cb, g_object_ref (self));
}

static void
span_changed_cb (PsgNoteFilterButton *self)
{
  if (gtk_check_button_get_active (self->in_view))
    edited_cb (self);
}

static void
psg_note_filter_button_dispose (GObject *object)
{
  PsgNoteFilterButton *self = PSG_NOTE_FILTER_BUTTON (object);

  g_cancellable_cancel (self->asking);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_note_filter_button_parent_class)->dispose (object);
}

static void
psg_note_filter_button_finalize (GObject *object)
{
  PsgNoteFilterButton *self = PSG_NOTE_FILTER_BUTTON (object);

  g_object_unref (self->asking);
  g_ptr_array_unref (self->tags);

  G_OBJECT_CLASS (psg_note_filter_button_parent_class)->finalize (object);
}

static void
psg_note_filter_button_class_init (PsgNoteFilterButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_note_filter_button_dispose;
  object_class->finalize = psg_note_filter_button_finalize;

  gtk_widget_class_set_css_name (widget_class, "notefilter");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[EDITED] = g_signal_new ("edited", PSG_TYPE_NOTE_FILTER_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
psg_note_filter_button_init (PsgNoteFilterButton *self)
{
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->asking = g_cancellable_new ();
  build (self);
  g_signal_connect_swapped (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->button)), "show",
                            G_CALLBACK (opened_cb), self);
  show_active (self);
}

/* (transfer floating) */
GtkWidget *
psg_note_filter_button_new (PsgSession *session)
{
  PsgNoteFilterButton *self = g_object_new (PSG_TYPE_NOTE_FILTER_BUTTON, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::span", G_CALLBACK (span_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* The ids of a lane's events. */
static GStrv
dup_events_of (PsgCollection *collection,
               guint          lane)
{
  PsgEventTable *events = psg_collection_get_events (collection);
  const PsgEventColumns *columns = psg_event_table_get_columns (events);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint row = 0; row < psg_event_table_get_n (events); row++)
    if (columns->lane[row] == lane)
      g_strv_builder_add (ids, psg_event_table_get_id (events, row));

  return g_strv_builder_end (ids);
}

/**
 * psg_note_filter_button_fill:
 * @self: a button
 * @filter: gets everything that was chosen
 */
void
psg_note_filter_button_fill (PsgNoteFilterButton *self,
                             PsgNoteFilter       *filter)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  guint kind = gtk_drop_down_get_selected (self->kind);
  guint colour = gtk_drop_down_get_selected (self->colour);
  guint status = gtk_drop_down_get_selected (self->status);
  guint tag = gtk_drop_down_get_selected (self->tag);
  guint lane = gtk_drop_down_get_selected (self->lane);

  filter->order = gtk_drop_down_get_selected (self->order);
  filter->kinds = kind > 0 ? 1u << (kind - 1) : 0;
  filter->colours = colour > 0 ? 1u << (colour - 1) : 0;
  filter->statuses = status > 0 ? 1u << (status - 1) : 0;
  if (tag > 0 && tag <= self->tags->len)
    filter->tag = g_strdup (g_ptr_array_index (self->tags, tag - 1));
  if (lane > 0 && lane != GTK_INVALID_LIST_POSITION && collection != NULL)
    filter->targets = dup_events_of (collection, lane - 1);
  filter->bookmarked = gtk_check_button_get_active (self->bookmarked);
  filter->review = gtk_check_button_get_active (self->review);
  filter->binned = gtk_check_button_get_active (self->binned);
  if (collection != NULL && (filter->targets != NULL || gtk_check_button_get_active (self->here)))
    filter->collection = g_strdup (psg_collection_get_info (collection)->id);
  filter->has_span = gtk_check_button_get_active (self->in_view);
  if (filter->has_span)
    filter->span = *psg_session_get_span (self->session);
}

/* Whether some notes may be left out. */
gboolean
psg_note_filter_button_is_active (PsgNoteFilterButton *self)
{
  return gtk_drop_down_get_selected (self->kind) > 0 || gtk_drop_down_get_selected (self->colour) > 0
         || gtk_drop_down_get_selected (self->status) > 0 || gtk_drop_down_get_selected (self->tag) > 0
         || gtk_drop_down_get_selected (self->lane) > 0 || gtk_check_button_get_active (self->bookmarked)
         || gtk_check_button_get_active (self->review) || gtk_check_button_get_active (self->here)
         || gtk_check_button_get_active (self->in_view) || gtk_check_button_get_active (self->binned);
}

/* Lets all notes through; the order stays. */
void
psg_note_filter_button_reset (PsgNoteFilterButton *self)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->kind, 0);
  gtk_drop_down_set_selected (self->colour, 0);
  gtk_drop_down_set_selected (self->status, 0);
  gtk_drop_down_set_selected (self->tag, 0);
  gtk_drop_down_set_selected (self->lane, 0);
  gtk_check_button_set_active (self->bookmarked, FALSE);
  gtk_check_button_set_active (self->review, FALSE);
  gtk_check_button_set_active (self->here, FALSE);
  gtk_check_button_set_active (self->in_view, FALSE);
  gtk_check_button_set_active (self->binned, FALSE);
  self->filling = FALSE;
  edited_cb (self);
}
