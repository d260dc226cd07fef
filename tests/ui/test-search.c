/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "psg-collection-file.h"
#include "psg-search-palette.h"
#include "psg-search-results.h"
#include "psg-search-row.h"
#include "psg-ui.h"

/* The search over everything in a window, on the bundled collection: what is shown as one types, and
 * where Enter leads. */

#define LONGEST_US (20 * G_USEC_PER_SEC)

typedef struct
{
  PsgCollectionFile *collection;
  PsgSession *session;
  GtkWidget *window;
  GtkWidget *focus;
  GtkWidget *palette;
} Fixture;

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static GtkWidget *
get_entry (Fixture *self)
{
  return find (self->palette, GTK_TYPE_ENTRY);
}

static PsgSearchResults *
get_results (Fixture *self)
{
  return PSG_SEARCH_RESULTS (find (self->palette, PSG_TYPE_SEARCH_RESULTS));
}

static GtkWidget *
get_row (Fixture *self,
         int      index)
{
  GtkWidget *list = find (GTK_WIDGET (get_results (self)), GTK_TYPE_LIST_BOX);

  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), index));
}

static const char *
get_id (Fixture *self,
        int      index)
{
  const PsgHit *hit = psg_search_row_get_hit (get_row (self, index));

  return hit != NULL ? hit->id : "";
}

static gboolean
has_class (GtkWidget  *widget,
           const char *css_class)
{
  gboolean found = gtk_widget_has_css_class (widget, css_class) && gtk_widget_get_visible (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = has_class (child, css_class);

  return found;
}

/* Until the list shows something else than before, or the same anew. An entry tells twice that its text is
 * another one: when it is empty, which is answered at once, and when it is not. */
static void
type_in (Fixture    *self,
         const char *text)
{
  gint64 end = g_get_monotonic_time () + LONGEST_US;
  g_autoptr (GtkWidget) before = NULL;

  gtk_editable_set_text (GTK_EDITABLE (get_entry (self)), text);
  before = g_object_ref (get_row (self, 0));
  while (get_row (self, 0) == before && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  iterate ();
}

static void
press_enter (Fixture *self)
{
  g_signal_emit_by_name (get_entry (self), "activate");
  iterate ();
}

/* As GTK hands a key to the entry, before the entry itself sees it. */
static void
press (Fixture *self,
       guint    key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (get_entry (self));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) each = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (GTK_IS_EVENT_CONTROLLER_KEY (each) &&
          gtk_event_controller_get_propagation_phase (each) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (each, "key-pressed", key, 0, 0, &handled);
    }
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->collection = psg_collection_file_open (g_getenv ("PSG_BUNDLED_COLLECTION"), NULL, &error);
  g_assert_no_error (error);
  self->session = psg_session_new ();
  psg_session_set_collection (self->session, PSG_COLLECTION (self->collection));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 700);
  self->focus = gtk_button_new_with_label ("here");
  self->palette = psg_search_palette_new (self->session);
  gtk_box_append (GTK_BOX (box), self->focus);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_widget_set_parent (self->palette, box);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (self->focus);
  iterate ();
  psg_search_palette_open (PSG_SEARCH_PALETTE (self->palette));
  iterate ();
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + LONGEST_US;

  gtk_popover_popdown (GTK_POPOVER (self->palette));
  iterate ();
  g_object_ref (self->palette);
  gtk_widget_unparent (self->palette);
  g_assert_finalize_object (self->palette);
  gtk_window_destroy (GTK_WINDOW (self->window));
  iterate ();
  g_assert_finalize_object (self->session);

  /* A search that was cancelled may still hold it. */
  while (G_OBJECT (self->collection)->ref_count > 1 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (self->collection);
}

static void
test_begins_with_what_may_be_typed (Fixture      *self,
                                    gconstpointer data)
{
  g_assert_cmpstr (psg_search_row_get_text (get_row (self, 0)), ==, "lane:politics ");
  g_assert_null (psg_search_results_get_marked (get_results (self)));
  gtk_test_accessible_assert_property (get_entry (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Events, documents, notes, crossings, claims, sources and places");

  /* An example is typed, and finds something. */
  press (self, GDK_KEY_Down);
  press_enter (self);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (self))), ==, "lane:politics ");
  type_in (self, "lane:politics");
  g_assert_nonnull (psg_search_row_get_hit (get_row (self, 0)));
}

static void
test_a_crossing_is_found_by_any_of_its_names (Fixture      *self,
                                              gconstpointer data)
{
  static const char *const names[] = { "Salcininkai", "Šalčininkai", "Шальчининкай", "Салечнікі", "šalčin" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      type_in (self, names[i]);
      g_test_message ("%s", names[i]);
      g_assert_cmpstr (get_id (self, 0), ==, "salcininkai-benyakoni");
      g_assert_true (psg_search_results_get_marked (get_results (self)) == get_row (self, 0));
    }

  press_enter (self);
  g_assert_cmpstr (psg_session_get_crossing (self->session), ==, "salcininkai-benyakoni");
  g_assert_false (gtk_widget_get_visible (self->palette));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window)) == self->focus);
}

static void
test_a_document_opens_at_the_words (Fixture      *self,
                                    gconstpointer data)
{
  const PsgPage *page;
  g_autoptr (PsgDocument) document = NULL;
  g_autofree char *words = NULL;
  guint start, end;

  type_in (self, "kind:document wagner");
  press_enter (self);
  page = psg_session_get_page (self->session);
  g_assert_cmpint (page->kind, ==, PSG_KIND_DOCUMENT);
  g_assert_true (psg_page_read_position (page->passage, &start, &end));

  document = psg_collection_load_document (PSG_COLLECTION (self->collection), page->id, NULL);
  words = g_utf8_substring (document->text, start, end);
  g_assert_cmpstr (words, ==, "Wagner");
}

static void
test_every_kind_leads_somewhere (Fixture      *self,
                                 gconstpointer data)
{
  static const struct
  {
    const char *text;
    PsgKind kind;
  } cases[] = {
    { "kind:event potash", PSG_KIND_EVENT },
    { "kind:claim", PSG_KIND_CLAIM },
    { "kind:source", PSG_KIND_SOURCE },
    { "kind:crossing medininkai", PSG_KIND_CROSSING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      psg_search_palette_open (PSG_SEARCH_PALETTE (self->palette));
      type_in (self, cases[i].text);
      press_enter (self);
      g_assert_cmpint (psg_session_get_page (self->session)->kind, ==, cases[i].kind);
    }

  /* A place has no page: its events are shown. */
  psg_search_palette_open (PSG_SEARCH_PALETTE (self->palette));
  type_in (self, "kind:place vilnius");
  press_enter (self);
  g_assert_true (g_str_has_prefix (psg_filter_to_string (psg_session_get_filter (self->session)), "place:"));
}

static void
test_terms_are_told_and_mistakes_explained (Fixture      *self,
                                            gconstpointer data)
{
  gint64 end;

  type_in (self, "lane:border after:2023-01 crossing:medininkai");
  g_assert_true (has_class (self->palette, "chip"));
  g_assert_false (has_class (self->palette, "problem"));

  type_in (self, "has:wings crossing");
  end = g_get_monotonic_time () + LONGEST_US;
  while (!has_class (self->palette, "problem") && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (has_class (self->palette, "problem"));
}

static void
test_nothing_found_says_what_to_try (Fixture      *self,
                                     gconstpointer data)
{
  type_in (self, "wagner zzyzx lane:people");
  g_assert_cmpstr (psg_search_row_get_text (get_row (self, 0)), ==, "wagner zzyzx");
  g_assert_cmpstr (psg_search_row_get_text (get_row (self, 1)), ==, "wagner");
  g_assert_cmpstr (psg_search_row_get_text (get_row (self, 2)), ==, "");
  gtk_test_accessible_assert_property (get_entry (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Nothing was found");
}

static void
test_the_mark_moves_and_stops_at_the_ends (Fixture      *self,
                                           gconstpointer data)
{
  PsgSearchResults *results = get_results (self);
  GtkWidget *last;

  type_in (self, "border");
  press (self, GDK_KEY_Up);
  g_assert_true (psg_search_results_get_marked (results) == get_row (self, 0));
  press (self, GDK_KEY_Down);
  g_assert_true (psg_search_results_get_marked (results) == get_row (self, 1));
  press (self, GDK_KEY_Page_Down);
  g_assert_true (psg_search_results_get_marked (results) != get_row (self, 1));
  for (guint i = 0; i < 60; i++)
    press (self, GDK_KEY_Page_Down);
  last = psg_search_results_get_marked (results);
  press (self, GDK_KEY_Down);
  g_assert_true (psg_search_results_get_marked (results) == last);
  gtk_test_accessible_assert_relation (get_entry (self), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, last);
}

static void
test_enter_waits_for_the_answer (Fixture      *self,
                                 gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + LONGEST_US;

  gtk_editable_set_text (GTK_EDITABLE (get_entry (self)), "kind:crossing medininkai");
  press_enter (self);
  while (psg_session_get_crossing (self->session) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (psg_session_get_crossing (self->session), ==, "medininkai-kamenny-loh");
}

static void
test_another_collection_closes_it (Fixture      *self,
                                   gconstpointer data)
{
  type_in (self, "wagner");
  psg_session_set_collection (self->session, NULL);
  iterate ();
  g_assert_false (gtk_widget_get_visible (self->palette));
  gtk_editable_set_text (GTK_EDITABLE (get_entry (self)), "border");
  iterate ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  psg_ui_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

#define ADD(path, function) g_test_add ("/ui/search/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("begins-with-what-may-be-typed", test_begins_with_what_may_be_typed);
  ADD ("a-crossing-is-found-by-any-of-its-names", test_a_crossing_is_found_by_any_of_its_names);
  ADD ("a-document-opens-at-the-words", test_a_document_opens_at_the_words);
  ADD ("every-kind-leads-somewhere", test_every_kind_leads_somewhere);
  ADD ("terms-are-told-and-mistakes-explained", test_terms_are_told_and_mistakes_explained);
  ADD ("nothing-found-says-what-to-try", test_nothing_found_says_what_to_try);
  ADD ("the-mark-moves-and-stops-at-the-ends", test_the_mark_moves_and_stops_at_the_ends);
  ADD ("enter-waits-for-the-answer", test_enter_waits_for_the_answer);
  ADD ("another-collection-closes-it", test_another_collection_closes_it);
#undef ADD

  return g_test_run ();
}
