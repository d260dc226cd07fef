/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "psg-document-page.h"
#include "psg-memory-collection.h"
#include "psg-memory-notes.h"
#include "psg-note-card.h"
#include "psg-note-list-model.h"
#include "psg-note-list.h"
#include "psg-note-page.h"
#include "psg-note-review.h"
#include "psg-note-section.h"
#include "psg-note-subject.h"
#include "psg-note-tags.h"
#include "psg-ui.h"

/* A person's notes on pages: written in cards, and marked in the text. */

typedef struct
{
  PsgCollection *collection;
  PsgSession *session;
  PsgMemoryNotes *store;
  PsgNotes *notes;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->collection = psg_memory_collection_new ();
  f->session = psg_session_new ();
  psg_session_set_collection (f->session, f->collection);
  f->store = psg_memory_notes_new ();
  f->notes = psg_notes_new (PSG_NOTE_STORE (f->store));
  psg_session_set_notes (f->session, f->notes);
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 400, 500);
}

static void
settle (Fixture *f)
{
  psg_memory_notes_settle (f->store, f->notes);
}

static void
show (Fixture   *f,
      GtkWidget *widget)
{
  gtk_window_set_child (GTK_WINDOW (f->window), widget);
  gtk_window_present (GTK_WINDOW (f->window));
  while (gtk_widget_get_width (widget) < 2)
    g_main_context_iteration (NULL, TRUE);
  settle (f);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  psg_notes_close (f->notes);
  settle (f);
  g_assert_finalize_object (f->session);
  g_assert_finalize_object (f->notes);
  g_assert_finalize_object (f->store);
  g_assert_finalize_object (f->collection);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      const char *tooltip)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)
      && (tooltip == NULL || g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, tooltip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_label (GtkWidget  *widget,
           const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;

  return FALSE;
}

static void
type (GtkWidget  *card,
      const char *text)
{
  GtkWidget *view = find (card, GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static char *
dup_typed (GtkWidget *card)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (card, GTK_TYPE_TEXT_VIEW, NULL)));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
test_a_note_is_written_on_an_events_page (Fixture      *f,
                                          gconstpointer data)
{
  GtkWidget *section = psg_note_section_new (f->session, PSG_NOTE_ON_EVENT, "market");
  g_autofree char *back = NULL;
  GtkWidget *card, *tags, *entry;
  PsgNote *note;

  show (f, section);
  g_assert_null (find (section, PSG_TYPE_NOTE_CARD, NULL));
  psg_note_section_add (PSG_NOTE_SECTION (section));
  card = find (section, PSG_TYPE_NOTE_CARD, NULL);
  g_assert_true (has_label (card, "Not written yet"));
  type (card, "Wool was dear");
  psg_notes_undo (f->notes);
  psg_notes_redo (f->notes);
  settle (f);

  note = psg_memory_notes_get (f->store, psg_note_card_get_id (PSG_NOTE_CARD (card)));
  g_assert_cmpstr (note->body, ==, "Wool was dear");
  g_assert_false (has_label (card, "Not written yet"));
  g_assert_cmpstr (note->collection, ==, "valley");
  g_assert_cmpstr (note->target.id, ==, "market");
  g_assert_true (note->target.has_span);

  tags = find (card, PSG_TYPE_NOTE_TAGS, NULL);
  entry = find (tags, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), " wool, trade");
  g_signal_emit_by_name (entry, "activate");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (card, GTK_TYPE_DROP_DOWN, NULL)), PSG_NOTE_TO_CHECK);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (card, GTK_TYPE_TOGGLE_BUTTON, "Bookmark")), TRUE);
  settle (f);
  note = psg_memory_notes_get (f->store, psg_note_card_get_id (PSG_NOTE_CARD (card)));
  g_assert_cmpuint (g_strv_length (note->tags), ==, 2);
  g_assert_cmpint (note->status, ==, PSG_NOTE_TO_CHECK);
  g_assert_true (note->bookmark);

  /* All of it comes back, step by step. */
  psg_notes_undo (f->notes);
  psg_notes_undo (f->notes);
  settle (f);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (find (card, GTK_TYPE_DROP_DOWN, NULL))), ==, 0);
  back = dup_typed (card);
  g_assert_cmpstr (back, ==, "Wool was dear");
}

static void
test_an_empty_note_is_not_kept (Fixture      *f,
                                gconstpointer data)
{
  GtkWidget *section = psg_note_section_new (f->session, PSG_NOTE_ON_CROSSING, "pass");

  show (f, section);
  psg_note_section_add (PSG_NOTE_SECTION (section));
  g_assert_nonnull (find (section, PSG_TYPE_NOTE_CARD, NULL));
  g_signal_emit_by_name (find (section, GTK_TYPE_BUTTON, "Delete Note"), "clicked");
  g_assert_null (find (section, PSG_TYPE_NOTE_CARD, NULL));
  settle (f);
  g_assert_cmpuint (psg_memory_notes_get_n (f->store), ==, 0);
}

/* What is written in one window appears in the other, and goes when it is deleted there. */
static void
test_two_windows_agree (Fixture      *f,
                        gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *one = psg_note_section_new (f->session, PSG_NOTE_ON_EVENT, "market");
  GtkWidget *other = psg_note_section_new (f->session, PSG_NOTE_ON_EVENT, "market");
  const char *ids[2] = { NULL };
  g_autofree char *typed = NULL;
  GtkWidget *card;

  gtk_box_append (GTK_BOX (box), one);
  gtk_box_append (GTK_BOX (box), other);
  show (f, box);
  psg_note_section_add (PSG_NOTE_SECTION (one));
  type (find (one, PSG_TYPE_NOTE_CARD, NULL), "Seen by both");
  g_signal_emit_by_name (f->notes, "flush");
  settle (f);
  card = find (other, PSG_TYPE_NOTE_CARD, NULL);
  typed = dup_typed (card);
  g_assert_cmpstr (typed, ==, "Seen by both");

  ids[0] = psg_note_card_get_id (PSG_NOTE_CARD (card));
  psg_notes_bin (f->notes, "Delete Note", ids);
  settle (f);
  g_assert_null (find (one, PSG_TYPE_NOTE_CARD, NULL));
  g_assert_null (find (other, PSG_TYPE_NOTE_CARD, NULL));

  psg_notes_undo (f->notes);
  settle (f);
  g_assert_nonnull (find (one, PSG_TYPE_NOTE_CARD, NULL));
  g_assert_nonnull (find (other, PSG_TYPE_NOTE_CARD, NULL));
}

static void
test_what_can_only_be_read (Fixture      *f,
                            gconstpointer data)
{
  g_autoptr (PsgNote) note = psg_note_new_about_crossing (f->collection, "pass", 1);
  GtkWidget *section;

  psg_memory_notes_set (f->store, note->id, note);
  psg_memory_notes_set_read_only (f->store, TRUE);
  section = psg_note_section_new (f->session, PSG_NOTE_ON_CROSSING, "pass");
  show (f, section);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (find (section, GTK_TYPE_TEXT_VIEW, NULL))));
  g_assert_false (gtk_widget_get_sensitive (find (section, GTK_TYPE_BUTTON, "Delete Note")));
  g_assert_false (gtk_widget_get_sensitive (find (section, GTK_TYPE_BUTTON, "Add Note")));
}

static GtkWidget *
show_charter (Fixture *f)
{
  g_autoptr (PsgDocument) document = psg_collection_load_document (f->collection, "charter", NULL);
  GtkWidget *page = psg_document_page_new (f->session, document);

  show (f, page);

  return page;
}

static void
select_words (GtkWidget  *page,
              const char *words)
{
  GtkTextBuffer *buffer = psg_document_page_get_buffer (PSG_DOCUMENT_PAGE (page));
  GtkTextIter start, from, to;

  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &from, &to, NULL));
  gtk_text_buffer_select_range (buffer, &from, &to);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_words_are_marked (Fixture      *f,
                       gconstpointer data)
{
  GtkWidget *page = show_charter (f);
  PsgHighlights *highlights = psg_document_page_get_highlights (PSG_DOCUMENT_PAGE (page));
  const PsgHighlight *mark;
  guint activated = 0;
  PsgNote *note;

  g_assert_false (psg_highlights_can_add (highlights));
  select_words (page, " Ąžuolas and Ёлка ");
  g_assert_true (psg_highlights_can_add (highlights));
  psg_highlights_add (highlights, PSG_NOTE_GREEN, FALSE);
  settle (f);

  g_assert_cmpuint (psg_highlights_get (highlights)->len, ==, 1);
  mark = &g_array_index (psg_highlights_get (highlights), PsgHighlight, 0);
  note = psg_memory_notes_get (f->store, mark->note->id);
  g_assert_cmpstr (note->target.exact, ==, "Ąžuolas and Ёлка");
  g_assert_cmpint (note->colour, ==, PSG_NOTE_GREEN);
  g_assert_cmpint (psg_highlights_find (highlights, mark->start), ==, 0);
  g_assert_cmpint (psg_highlights_find (highlights, mark->end - 1), ==, 0);
  g_assert_cmpint (psg_highlights_find (highlights, mark->end), ==, -1);

  g_signal_connect_swapped (highlights, "activated", G_CALLBACK (count_cb), &activated);
  psg_highlights_show (highlights, 0);
  g_assert_cmpuint (activated, ==, 1);

  psg_notes_undo (f->notes);
  settle (f);
  g_assert_cmpuint (psg_highlights_get (highlights)->len, ==, 0);
}

/* Never attached to what only looks like it. */
static void
test_words_that_are_gone_are_not_marked (Fixture      *f,
                                         gconstpointer data)
{
  g_autoptr (PsgAnchor) anchor = psg_anchor_new_quote ("keep the bridges open", "they ", " at all times");
  g_autoptr (PsgNote) note = psg_note_new_about_words (f->collection, "charter", anchor, 1);
  GtkWidget *page;

  note->target.start = 30;
  note->target.end = 51;
  psg_memory_notes_set (f->store, note->id, note);
  page = show_charter (f);
  g_assert_cmpuint (psg_highlights_get (psg_document_page_get_highlights (PSG_DOCUMENT_PAGE (page)))->len, ==, 0);
}

static void
test_a_note_has_a_page (Fixture      *f,
                        gconstpointer data)
{
  const PsgTimeSpan span = psg_time_span_from_days (psg_day_from_ymd (2020, 4, 1), psg_day_from_ymd (2020, 4, 30));
  g_autoptr (PsgNote) note = psg_note_new_about_span (f->collection, &span, 1);
  g_autoptr (PsgNote) other = psg_note_new_about_crossing (f->collection, "pass", 2);
  g_autofree char *subject = psg_note_dup_subject (note, f->collection, NULL);
  GtkWidget *page;

  psg_note_add_link (other, note->id);
  psg_memory_notes_set (f->store, note->id, note);
  psg_memory_notes_set (f->store, other->id, other);
  psg_notes_load (f->notes);
  settle (f);
  g_assert_cmpstr (subject, ==, "April 2020");
  g_assert_true (psg_session_show_page (f->session, PSG_KIND_NOTE, note->id, NULL));
  g_assert_false (psg_session_show_page (f->session, PSG_KIND_NOTE, "urn:uuid:gone", NULL));

  page = psg_note_page_new (f->session, note->id);
  show (f, page);
  g_assert_nonnull (find (page, PSG_TYPE_NOTE_CARD, NULL));
  /* What links to it. */
  g_assert_nonnull (find (page, GTK_TYPE_LIST_BOX, NULL));
}

/* Words that have changed: what is like them is shown beside them, and one is chosen. */
static void
test_a_note_is_reviewed (Fixture      *f,
                         gconstpointer data)
{
  g_autoptr (PsgAnchor) anchor = psg_anchor_new_quote ("keep the roads open by day", "Ąžuolas and Ёлка, who ",
                                                       ", and much else that is gone.");
  g_autoptr (PsgNote) note = psg_note_new_about_words (f->collection, "charter", anchor, 1);
  GtkWidget *page, *use, *review;
  PsgNote *kept;

  note->review = TRUE;
  psg_memory_notes_set (f->store, note->id, note);
  psg_notes_load (f->notes);
  settle (f);
  page = psg_note_page_new (f->session, note->id);
  show (f, page);
  review = find (page, PSG_TYPE_NOTE_REVIEW, NULL);
  g_assert_nonnull (review);
  use = find (review, GTK_TYPE_BUTTON, NULL);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (use)), ==, "_Use These Words");
  g_signal_emit_by_name (use, "clicked");
  settle (f);

  g_assert_null (find (page, PSG_TYPE_NOTE_REVIEW, NULL));
  kept = psg_memory_notes_get (f->store, note->id);
  g_assert_false (kept->review);
  g_assert_cmpint (kept->target.end, >, kept->target.start);
  g_assert_cmpstr (psg_notes_get_undo_label (f->notes), ==, "Review Note");
}

static void
add_notes (Fixture *f,
           guint    n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PsgNote) note = psg_note_new_about_event (f->collection, i % 8, 1000 + i);

      g_free (note->body);
      note->body = g_strdup_printf ("Note %u", i);
      note->modified = 1000 + i;
      note->colour = i % PSG_NOTE_N_COLOURS;
      psg_memory_notes_set (f->store, note->id, note);
    }
  psg_notes_load (f->notes);
  settle (f);
}

static void
test_the_list_reads_what_is_looked_at (Fixture      *f,
                                       gconstpointer data)
{
  g_autoptr (PsgNoteListModel) model = psg_note_list_model_new ();
  g_autoptr (PsgNoteItem) first = NULL, last = NULL;
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();
  g_autoptr (PsgNote) changed = NULL;

  add_notes (f, 1000);
  psg_note_list_model_set_notes (model, f->notes);
  settle (f);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1000);
  first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  last = g_list_model_get_item (G_LIST_MODEL (model), 999);
  g_assert_null (psg_note_item_get (first));
  settle (f);
  g_assert_cmpstr (psg_note_item_get (first)->body, ==, "Note 999");
  g_assert_cmpstr (psg_note_item_get (last)->body, ==, "Note 0");

  /* What changes is seen where it stands now. */
  changed = psg_note_copy (psg_note_item_get (last));
  changed->modified = 5000;
  psg_notes_change (f->notes, "Write", psg_note_item_get (last), changed, NULL);
  settle (f);
  g_assert_cmpstr (psg_note_item_get (first)->body, ==, "Note 0");
  g_assert_cmpstr (psg_note_item_get (last)->body, ==, "Note 1");

  filter->colours = 1u << PSG_NOTE_GREEN;
  psg_note_list_model_set_filter (model, filter);
  settle (f);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 143);
  g_assert_cmpint (psg_note_item_get (first)->colour, ==, PSG_NOTE_GREEN);
  g_clear_object (&first);
  first = g_list_model_get_item (G_LIST_MODEL (model), 142);
  settle (f);
  g_assert_cmpint (psg_note_item_get (first)->colour, ==, PSG_NOTE_GREEN);
}

/* A row that comes into sight after others of its page have been read has its note, too, however far one has been. */
static void
test_rows_come_into_sight_one_by_one (Fixture      *f,
                                      gconstpointer data)
{
  static const guint positions[] = { 0, 1, 99, 100, 250, 350, 450, 550, 650, 750, 850, 950, 2 };
  g_autoptr (PsgNoteListModel) model = psg_note_list_model_new ();

  add_notes (f, 1000);
  psg_note_list_model_set_notes (model, f->notes);
  settle (f);
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      g_autoptr (PsgNoteItem) item = g_list_model_get_item (G_LIST_MODEL (model), positions[i]);
      g_autofree char *body = g_strdup_printf ("Note %u", 999 - positions[i]);

      settle (f);
      g_assert_nonnull (psg_note_item_get (item));
      g_assert_cmpstr (psg_note_item_get (item)->body, ==, body);
    }
}

static void
mark_all (PsgSession    *session,
          GPtrArray     *notes,
          gconstpointer  n)
{
  *(guint *) n = notes->len;
}

static void
test_several_are_changed_at_once (Fixture      *f,
                                  gconstpointer data)
{
  GtkWidget *list = psg_note_list_new (f->session);
  GtkSelectionModel *selection;
  guint n = 0;

  add_notes (f, 300);
  show (f, list);
  selection = psg_note_list_get_selection (PSG_NOTE_LIST (list));
  gtk_selection_model_select_all (selection);
  psg_note_list_with_chosen (PSG_NOTE_LIST (list), mark_all, &n, NULL);
  settle (f);
  g_assert_cmpuint (n, ==, 300);

  /* Those nobody has looked at as well. */
  g_signal_emit_by_name (find (list, GTK_TYPE_BUTTON, "Delete Notes"), "clicked");
  settle (f);
  g_assert_cmpuint (psg_notes_get_n (f->notes), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 0);
  psg_notes_undo (f->notes);
  settle (f);
  g_assert_cmpuint (psg_notes_get_n (f->notes), ==, 300);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  psg_ui_init ();

#define ADD(name, func) g_test_add ("/notes/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("a-note-is-written-on-an-events-page", test_a_note_is_written_on_an_events_page);
  ADD ("an-empty-note-is-not-kept", test_an_empty_note_is_not_kept);
  ADD ("two-windows-agree", test_two_windows_agree);
  ADD ("what-can-only-be-read", test_what_can_only_be_read);
  ADD ("words-are-marked", test_words_are_marked);
  ADD ("words-that-are-gone-are-not-marked", test_words_that_are_gone_are_not_marked);
  ADD ("a-note-has-a-page", test_a_note_has_a_page);
  ADD ("a-note-is-reviewed", test_a_note_is_reviewed);
  ADD ("the-list-reads-what-is-looked-at", test_the_list_reads_what_is_looked_at);
  ADD ("rows-come-into-sight-one-by-one", test_rows_come_into_sight_one_by_one);
  ADD ("several-are-changed-at-once", test_several_are_changed_at_once);
#undef ADD

  return g_test_run ();
}
