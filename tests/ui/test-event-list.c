/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-list.h"

#include <adwaita.h>

#include "psg-document-hits.h"
#include "psg-event-list-model.h"
#include "psg-event-row.h"
#include "psg-memory-collection.h"
#include "psg-memory-notes.h"
#include "psg-note-subject.h"
#include "psg-notify-counter.h"
#include "psg-ui.h"

/* The events list: its model against counting by hand and over a million rows, and the widget. */

/* A collection of nothing but many events, one an hour. */
#define TEST_TYPE_MANY (test_many_get_type ())
G_DECLARE_FINAL_TYPE (TestMany, test_many, TEST, MANY, GObject)

struct _TestMany
{
  GObject parent_instance;

  PsgCollectionInfo info;
  PsgEventTable *events;
  GPtrArray *lanes;
};

static void test_many_iface_init (PsgCollectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestMany, test_many, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_COLLECTION, test_many_iface_init))

static const PsgCollectionInfo *
test_many_get_info (PsgCollection *collection)
{
  return &TEST_MANY (collection)->info;
}

static GPtrArray *
test_many_get_lanes (PsgCollection *collection)
{
  return TEST_MANY (collection)->lanes;
}

static PsgEventTable *
test_many_get_events (PsgCollection *collection)
{
  return TEST_MANY (collection)->events;
}

static PsgEvent *
test_many_load_event (PsgCollection *collection,
                      guint          row,
                      GError       **error)
{
  g_set_error_literal (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_IO, "not here");

  return NULL;
}

static void
test_many_iface_init (PsgCollectionInterface *iface)
{
  iface->get_info = test_many_get_info;
  iface->get_lanes = test_many_get_lanes;
  iface->get_events = test_many_get_events;
  iface->load_event = test_many_load_event;
}

static void
test_many_finalize (GObject *object)
{
  psg_event_table_unref (TEST_MANY (object)->events);
  g_ptr_array_unref (TEST_MANY (object)->lanes);

  G_OBJECT_CLASS (test_many_parent_class)->finalize (object);
}

static void
test_many_class_init (TestManyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_many_finalize;
}

static void
test_many_init (TestMany *self)
{
  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lane_unref);
  for (guint i = 0; i < 3; i++)
    {
      PsgLane *lane = psg_lane_new ();

      lane->id = g_strdup_printf ("lane%u", i);
      lane->name = psg_text_new_single ("en", lane->id);
      g_ptr_array_add (self->lanes, lane);
    }
}

static PsgCollection *
new_many (guint n)
{
  TestMany *self = g_object_new (TEST_TYPE_MANY, NULL);
  PsgEventTableBuilder *builder = psg_event_table_builder_new (n);

  for (guint i = 0; i < n; i++)
    {
      char id[24];

      g_snprintf (id, sizeof id, "e%u", i);
      psg_event_table_builder_add_raw (builder, id, id, i * 60, i * 60 + 1, 0, 0, 0, i % 3, 3, PSG_PLACE_NONE);
    }
  self->events = psg_event_table_builder_end (builder);
  self->info.span = (PsgTimeSpan) { 0, MAX (1, n) * 60 };

  return PSG_COLLECTION (self);
}

/* Keeps a copy of a list by what `items-changed` and `changed` say, and asserts that it is the list. */
typedef struct
{
  GListModel *model;
  GArray *rows;
  guint n_changes;
} Validator;

static guint
get_row (GListModel *model,
         guint       position)
{
  g_autoptr (PsgEventItem) item = g_list_model_get_item (model, position);

  return psg_event_item_get_row (item);
}

static void
validate (Validator *self)
{
  g_assert_cmpuint (g_list_model_get_n_items (self->model), ==, self->rows->len);
  for (guint i = 0; i < self->rows->len; i++)
    g_assert_cmpuint (get_row (self->model, i), ==, g_array_index (self->rows, guint, i));
  g_assert_null (g_list_model_get_item (self->model, self->rows->len));
}

static void
items_changed_cb (Validator *self,
                  guint      position,
                  guint      removed,
                  guint      added)
{
  g_assert_cmpuint (position + removed, <=, self->rows->len);
  g_array_remove_range (self->rows, position, removed);
  for (guint i = 0; i < added; i++)
    {
      guint row = get_row (self->model, position + i);

      g_array_insert_val (self->rows, position + i, row);
    }
  g_assert_cmpuint (g_list_model_get_n_items (self->model), ==, self->rows->len);
}

/* In places that stayed there may be other events. */
static void
changed_cb (Validator *self)
{
  self->n_changes++;
  for (guint i = 0; i < self->rows->len; i++)
    g_array_index (self->rows, guint, i) = get_row (self->model, i);
  validate (self);
}

static void
validator_init (Validator  *self,
                GListModel *model)
{
  self->model = model;
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->n_changes = 0;
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (model, "changed", G_CALLBACK (changed_cb), self);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (model));
}

static void
validator_clear (Validator *self)
{
  validate (self);
  g_signal_handlers_disconnect_by_data (self->model, self);
  g_array_unref (self->rows);
}

static void
set_filter (PsgSession *session,
            const char *text)
{
  g_autoptr (PsgFilter) filter = psg_filter_parse (text);
  g_autoptr (GError) error = NULL;

  psg_session_set_filter (session, filter, &error);
  g_assert_no_error (error);
}

static void
test_one_change_is_told_once (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  PsgSession *session = psg_session_new ();
  PsgEventListModel *model = psg_event_list_model_new (session);
  Validator validator;

  validator_init (&validator, G_LIST_MODEL (model));
  psg_session_set_collection (session, collection);
  g_assert_cmpuint (validator.n_changes, ==, 1);
  g_assert_cmpuint (validator.rows->len, ==, 12);

  set_filter (session, "lane:people");
  g_assert_cmpuint (validator.n_changes, ==, 2);
  g_assert_cmpuint (validator.rows->len, ==, 3);

  /* The same rows by another name are no change. */
  set_filter (session, "lane:people lane:nowhere");
  g_assert_cmpuint (validator.n_changes, ==, 2);

  set_filter (session, "");
  psg_session_set_collection (session, NULL);
  g_assert_cmpuint (validator.n_changes, ==, 4);
  g_assert_cmpuint (validator.rows->len, ==, 0);

  validator_clear (&validator);
  g_assert_finalize_object (model);
  g_assert_finalize_object (session);
}

static void
test_positions_agree_with_counting (void)
{
  g_autoptr (PsgCollection) collection = new_many (20000);

  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (PsgSession) session = psg_session_new ();
      PsgEventListModel *model = psg_event_list_model_new (session);
      guint position = 0;

      psg_session_set_collection (session, collection);
      set_filter (session, round == 0 ? "" : round == 1 ? "lane:lane1" : "lane:lane0 lane:lane2");

      for (guint row = 0; row < 20000; row++)
        {
          gboolean in = round == 0 || (round == 1) == (row % 3 == 1);

          if (in)
            {
              g_assert_cmpuint (get_row (G_LIST_MODEL (model), position), ==, row);
              g_assert_cmpuint (psg_event_list_model_find (model, row), ==, position);
              position++;
            }
          else
            g_assert_cmpuint (psg_event_list_model_find (model, row), ==, GTK_INVALID_LIST_POSITION);
        }
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, position);
      g_assert_finalize_object (model);
    }
}

static void
test_selection_goes_both_ways (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  PsgSession *session = psg_session_new ();
  PsgEventListModel *model = psg_event_list_model_new (session);
  PsgNotifyCounter *counter;

  psg_session_set_collection (session, collection);
  counter = psg_notify_counter_new (session);

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (model), 4, TRUE);
  g_assert_cmpuint (psg_session_get_event (session), ==, get_row (G_LIST_MODEL (model), 4));
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (model), 4));
  psg_assert_notified (counter, "can-go-back event page playhead");

  psg_session_select_event (session, 2);
  g_assert_cmpuint (psg_event_list_model_get_selected (model), ==, 2);
  g_assert_false (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (model), 4));

  /* What is filtered away stays chosen, only not here. */
  set_filter (session, "lane:people");
  g_assert_cmpuint (psg_event_list_model_get_selected (model), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (psg_session_get_event (session), ==, 2);

  psg_notify_counter_free (counter);
  g_assert_finalize_object (model);
  g_assert_finalize_object (session);
}

static void
test_years_stand_over_their_first_event (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (PsgSession) session = psg_session_new ();
  g_autoptr (PsgEventListModel) model = psg_event_list_model_new (session);
  g_autoptr (GString) years = g_string_new (NULL);

  psg_session_set_collection (session, collection);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (PsgEventItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);
      g_autofree char *heading = psg_event_item_dup_heading (item);

      g_string_append_printf (years, "%s ", heading != NULL ? heading : "·");
    }
  g_assert_cmpstr (years->str, ==, "2020 · · · · · 2021 · · · 2022 · ");
}

typedef struct
{
  PsgSession *session;
  GtkWidget *list;
  GtkWidget *window;
} Fixture;

/* Until nothing has happened for a while: however slow the machine, what is due is done. */
static void
settle (void)
{
  gint64 start = g_get_monotonic_time ();
  gint64 quiet_since = start;

  while (g_get_monotonic_time () - quiet_since < 150 * G_TIME_SPAN_MILLISECOND &&
         g_get_monotonic_time () - start < 10 * G_TIME_SPAN_SECOND)
    {
      if (g_main_context_iteration (NULL, FALSE))
        quiet_since = g_get_monotonic_time ();
      else
        g_usleep (2000);
    }
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (PsgCollection) collection = data != NULL ? new_many (1000000) : psg_memory_collection_new ();

  f->session = psg_session_new ();
  psg_session_set_collection (f->session, collection);
  f->list = psg_event_list_new (f->session);
  f->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (f->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 260, 500);
  gtk_window_set_child (GTK_WINDOW (f->window), f->list);
  gtk_window_present (GTK_WINDOW (f->window));
  settle ();
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  GtkWidget *list = g_object_ref (f->list);

  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (list);
  g_assert_finalize_object (f->session);
}

static GtkWidget *
find (GtkWidget  *widget,
      const char *type,
      const char *text)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type) && gtk_widget_get_mapped (widget) &&
      (text == NULL || (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text)) ||
       (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_a_row_speaks (Fixture      *f,
                   gconstpointer data)
{
  GtkWidget *row = find (f->list, "PsgEventRow", NULL);

  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "until February 2020, start unknown, "
                                       "The old road is used for the last time, Trade");
}

static void
test_a_row_tells_of_notes (Fixture      *f,
                           gconstpointer data)
{
  g_autoptr (PsgMemoryNotes) store = psg_memory_notes_new ();
  g_autoptr (PsgNotes) notes = psg_notes_new (PSG_NOTE_STORE (store));
  PsgCollection *collection = psg_session_get_collection (f->session);
  g_autoptr (PsgNote) first = psg_note_new_about_event (collection, 0, 1), second = NULL;
  GtkWidget *row = gtk_widget_get_parent (find (f->list, "PsgEventRow", NULL));

  psg_session_set_notes (f->session, notes);
  g_assert_null (find (f->list, "GtkLabel", "2"));
  second = psg_note_new_about_event (collection, 0, 1);
  psg_notes_change (notes, "Add Note", NULL, first, NULL);
  psg_notes_change (notes, "Add Note", NULL, second, NULL);
  settle ();
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "2 notes");
  g_assert_nonnull (find (row, "GtkLabel", "2"));

  psg_notes_undo (notes);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "1 note");
  psg_notes_undo (notes);
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  settle ();
  g_assert_null (find (row, "GtkLabel", "2"));

  psg_session_set_notes (f->session, NULL);
  psg_notes_close (notes);
  psg_memory_notes_settle (store, notes);
}

static void
test_typing_searches (Fixture      *f,
                      gconstpointer data)
{
  GtkWidget *entry = find (f->list, "GtkSearchEntry", NULL);
  GtkWidget *clear;

  gtk_editable_set_text (GTK_EDITABLE (entry), "bridge");
  settle ();
  g_assert_cmpstr (psg_filter_get_query (psg_session_get_filter (f->session)), ==, "bridge");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "bridge");
  g_assert_null (find (f->list, "GtkLabel", "12 events"));

  gtk_editable_set_text (GTK_EDITABLE (entry), "nothingofthekind");
  settle ();
  g_assert_nonnull (find (f->list, "GtkLabel", "0 of 12 events"));
  clear = find (f->list, "GtkButton", "Clear Filters");
  g_assert_nonnull (clear);
  g_signal_emit_by_name (clear, "clicked");
  settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_nonnull (find (f->list, "GtkLabel", "12 events"));
}

static void
test_documents_are_found_too (Fixture      *f,
                              gconstpointer data)
{
  GtkWidget *hits;

  g_assert_null (find (f->list, "PsgDocumentHits", NULL));
  set_filter (f->session, "charter");
  settle ();
  hits = find (f->list, "PsgDocumentHits", NULL);
  g_assert_nonnull (hits);
  g_assert_cmpuint (psg_document_hits_get_n (PSG_DOCUMENT_HITS (hits)), >=, 1);

  gtk_widget_activate (find (hits, "GtkListBoxRow", NULL));
  g_assert_cmpint (psg_session_get_page (f->session)->kind, ==, PSG_KIND_DOCUMENT);
}

static void
test_chips_are_the_filters_lanes (Fixture      *f,
                                  gconstpointer data)
{
  GtkWidget *chip = find (f->list, "GtkToggleButton", NULL);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  g_assert_cmpstr (psg_filter_to_string (psg_session_get_filter (f->session)), ==, "lane:border");
  set_filter (f->session, "lane:trade");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)));
  set_filter (f->session, "");
  g_assert_cmpstr (psg_filter_to_string (psg_session_get_filter (f->session)), ==, "");
}

static void
test_a_range_has_a_chip (Fixture      *f,
                         gconstpointer data)
{
  g_assert_null (find (f->list, "PsgRangeChip", NULL));
  set_filter (f->session, "lane:border during:2020-03/2021-02 after:2020-02 crossing:pass");
  settle ();
  g_assert_nonnull (find (f->list, "GtkLabel", "Mar 2020 – Feb 2021"));
  g_assert_nonnull (find (f->list, "GtkLabel", "From 1 Feb 2020"));
  g_assert_nonnull (find (f->list, "GtkLabel", "pass"));

  set_filter (f->session, "certainly:2021");
  settle ();
  g_assert_nonnull (find (f->list, "GtkLabel", "Certainly 2021"));
  g_assert_null (find (f->list, "GtkLabel", "From 1 Feb 2020"));

  g_signal_emit_by_name (find (find (f->list, "PsgRangeChip", NULL), "GtkButton", NULL), "clicked");
  settle ();
  g_assert_cmpstr (psg_filter_to_string (psg_session_get_filter (f->session)), ==, "");
  g_assert_null (find (f->list, "PsgRangeChip", NULL));
}

static void
test_other_terms_are_removed_one_by_one (Fixture      *f,
                                         gconstpointer data)
{
  static const char *const left[] = { "before:2022 crossing:pass pass", "crossing:pass pass", "pass" };

  set_filter (f->session, "crossing:pass after:2020 before:2022 pass");
  settle ();
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_autoptr (PsgFilter) expected = psg_filter_parse (left[i]);

      g_signal_emit_by_name (find (find (f->list, "PsgFilterTerms", NULL), "GtkButton", NULL), "clicked");
      settle ();
      g_assert_true (psg_filter_equal (psg_session_get_filter (f->session), expected));
    }
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (f->list, "GtkSearchEntry", NULL))), ==, "pass");
}

static void
test_what_is_only_possible_says_so (Fixture      *f,
                                    gconstpointer data)
{
  GtkWidget *row;

  set_filter (f->session, "during:2020-03-10/2020-03-20 lane:border");
  settle ();
  g_assert_nonnull (find (f->list, "GtkLabel", "Mar–May 2020 · possibly"));
  row = find (f->list, "PsgEventRow", NULL);
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "March–May 2020, The border is surveyed, The border, possibly in range");

  /* The same events, in a range in which they certainly lie. */
  set_filter (f->session, "during:2020-03/2020-05 lane:border");
  settle ();
  g_assert_nonnull (find (f->list, "GtkLabel", "Mar–May 2020"));

  set_filter (f->session, "certainly:2020-03-10/2020-03-20 lane:border");
  settle ();
  g_assert_nonnull (find (f->list, "GtkLabel", "0 of 12 events"));
}

static gboolean
flag_cb (gpointer flag)
{
  *(gboolean *) flag = TRUE;

  return G_SOURCE_REMOVE;
}

static void
test_a_date_that_cannot_be_read_is_told (Fixture      *f,
                                         gconstpointer data)
{
  static const char *const told = "“during:2021-13” is ignored: month 13 is not between 01 and 12";
  GtkWidget *entry = find (f->list, "GtkSearchEntry", NULL);
  gboolean waited = FALSE;

  gtk_editable_set_text (GTK_EDITABLE (entry), "during:2021-13");
  settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "during:2021-13");
  g_assert_nonnull (find (f->list, "GtkLabel", "12 events"));

  g_timeout_add (900, flag_cb, &waited);
  while (!waited)
    g_main_context_iteration (NULL, TRUE);
  settle ();
  g_assert_nonnull (find (f->list, "GtkLabel", told));

  gtk_editable_set_text (GTK_EDITABLE (entry), "during:2021-12");
  settle ();
  g_assert_null (find (f->list, "GtkLabel", told));
}

static void
test_a_filter_from_elsewhere_is_shown (Fixture      *f,
                                       gconstpointer data)
{
  GtkWidget *entry = find (f->list, "GtkSearchEntry", NULL);

  set_filter (f->session, "lane:border pass");
  settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "pass");
  g_assert_cmpstr (psg_filter_to_string (psg_session_get_filter (f->session)), ==, "lane:border pass");

  /* Over a text that is there already. */
  set_filter (f->session, "bridge");
  g_assert_cmpstr (psg_filter_to_string (psg_session_get_filter (f->session)), ==, "bridge");
  settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "bridge");
  g_assert_cmpstr (psg_filter_to_string (psg_session_get_filter (f->session)), ==, "bridge");
}

static void
test_tab_passes_the_rows_as_one (Fixture      *f,
                                 gconstpointer data)
{
  const guint n_lanes = 3;
  guint n = 0;
  GtkWidget *focus;

  psg_session_select_event (f->session, 7);
  settle ();
  psg_event_list_focus_search (PSG_EVENT_LIST (f->list));
  while (gtk_widget_child_focus (f->list, GTK_DIR_TAB_FORWARD))
    g_assert_cmpuint (++n, <=, n_lanes + 1);
  g_assert_cmpuint (n, ==, n_lanes + 1);

  focus = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_true (gtk_widget_get_state_flags (focus) & GTK_STATE_FLAG_SELECTED);

  g_assert_true (gtk_widget_child_focus (f->list, GTK_DIR_TAB_BACKWARD));
  focus = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_true (GTK_IS_TOGGLE_BUTTON (focus));
}

static void
test_what_was_chosen_unseen_is_scrolled_to (Fixture      *f,
                                            gconstpointer data)
{
  gtk_widget_set_visible (f->list, FALSE);
  psg_session_select_event (f->session, 500000);
  settle ();
  gtk_widget_set_visible (f->list, TRUE);
  settle ();
  g_assert_nonnull (find (f->list, "GtkLabel", "e500000"));
}

/* Every row in sight shows an event, each of them later than the one above. Returns: the first one's number. */
static guint
assert_sight_is_filled (Fixture *f)
{
  GtkWidget *view = find (f->list, "GtkListView", NULL);
  guint n = 0, first = 0, before = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);
      GtkWidget *label;
      graphene_rect_t bounds;
      guint number;

      g_assert_true (gtk_widget_compute_bounds (child, view, &bounds));
      if (!gtk_widget_get_mapped (child) || bounds.origin.y + bounds.size.height <= 0 ||
          bounds.origin.y >= gtk_widget_get_height (view))
        continue;

      g_assert_true (psg_event_row_is_filled (PSG_EVENT_ROW (row)));
      label = find (row, "PsgMark", NULL);
      label = find (gtk_widget_get_next_sibling (label), "GtkLabel", NULL);
      number = (guint) g_ascii_strtoull (gtk_label_get_text (GTK_LABEL (label)) + 1, NULL, 10);
      g_assert_true (n == 0 || number > before);
      first = n++ == 0 ? number : first;
      before = number;
    }
  g_assert_cmpuint (n, >=, 5);

  return first;
}

static void
test_rows_in_sight_are_filled (Fixture      *f,
                               gconstpointer data)
{
  static const double places[] = { 0.5, 0.500002, 0.1, 1 };
  GtkAdjustment *adjustment =
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find (f->list, "GtkListView", NULL)));

  g_assert_cmpuint (assert_sight_is_filled (f), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      set_filter (f->session, i % 2 == 0 ? "lane:lane1" : "");
      settle ();
      gtk_adjustment_set_value (adjustment, places[i] * (gtk_adjustment_get_upper (adjustment) -
                                                         gtk_adjustment_get_page_size (adjustment)));
      settle ();
      assert_sight_is_filled (f);
    }
}

static void
test_a_filter_keeps_the_place_in_time (Fixture      *f,
                                       gconstpointer data)
{
  GtkAdjustment *adjustment =
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find (f->list, "GtkListView", NULL)));
  guint before, after;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  settle ();
  before = assert_sight_is_filled (f);
  for (guint i = 0; i < 2; i++)
    {
      set_filter (f->session, i == 0 ? "lane:lane1" : "");
      settle ();
      after = assert_sight_is_filled (f);
      /* In sight, if not in the same place. */
      g_assert_cmpuint (MAX (before, after) - MIN (before, after), <=, 60);
    }

  gtk_adjustment_set_value (adjustment, 0);
  settle ();
  set_filter (f->session, "lane:lane2");
  settle ();
  g_assert_cmpuint (assert_sight_is_filled (f), ==, 2);
}

static void
test_a_million_rows_are_listed (Fixture      *f,
                                gconstpointer data)
{
  g_assert_nonnull (find (f->list, "GtkLabel", "1000000 events"));

  psg_session_select_event (f->session, 999999);
  settle ();
  g_assert_nonnull (find (f->list, "GtkLabel", "e999999"));
  set_filter (f->session, "lane:lane1");
  settle ();
  g_assert_nonnull (find (f->list, "GtkLabel", "333333 of 1000000 events"));
}

int
main (int   argc,
      char *argv[])
{
  static const gboolean many = TRUE;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  psg_ui_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);

  g_test_add_func ("/ui/event-list-model/one-change-is-told-once", test_one_change_is_told_once);
  g_test_add_func ("/ui/event-list-model/positions-agree-with-counting", test_positions_agree_with_counting);
  g_test_add_func ("/ui/event-list-model/selection-goes-both-ways", test_selection_goes_both_ways);
  g_test_add_func ("/ui/event-list-model/years-stand-over-their-first-event", test_years_stand_over_their_first_event);

#define ADD(path, data, function) g_test_add ("/ui/event-list/" path, Fixture, data, set_up, function, tear_down)
  ADD ("a-row-speaks", NULL, test_a_row_speaks);
  ADD ("a-row-tells-of-notes", NULL, test_a_row_tells_of_notes);
  ADD ("typing-searches", NULL, test_typing_searches);
  ADD ("documents-are-found-too", NULL, test_documents_are_found_too);
  ADD ("chips-are-the-filters-lanes", NULL, test_chips_are_the_filters_lanes);
  ADD ("a-range-has-a-chip", NULL, test_a_range_has_a_chip);
  ADD ("other-terms-are-removed-one-by-one", NULL, test_other_terms_are_removed_one_by_one);
  ADD ("what-is-only-possible-says-so", NULL, test_what_is_only_possible_says_so);
  ADD ("a-date-that-cannot-be-read-is-told", NULL, test_a_date_that_cannot_be_read_is_told);
  ADD ("a-filter-from-elsewhere-is-shown", NULL, test_a_filter_from_elsewhere_is_shown);
  ADD ("tab-passes-the-rows-as-one", NULL, test_tab_passes_the_rows_as_one);
  ADD ("what-was-chosen-unseen-is-scrolled-to", &many, test_what_was_chosen_unseen_is_scrolled_to);
  ADD ("rows-in-sight-are-filled", &many, test_rows_in_sight_are_filled);
  ADD ("a-filter-keeps-the-place-in-time", &many, test_a_filter_keeps_the_place_in_time);
  ADD ("a-million-rows-are-listed", &many, test_a_million_rows_are_listed);
#undef ADD

  return g_test_run ();
}
