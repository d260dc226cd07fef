/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "psg-import-window.h"
#include "psg-lesson-field.h"
#include "psg-lesson-head.h"
#include "psg-lesson-list.h"
#include "psg-lesson-pane.h"
#include "psg-memory-collection.h"
#include "psg-memory-lessons.h"
#include "psg-session-lessons.h"
#include "psg-step-row.h"
#include "psg-ui.h"

/* Lessons in the sidebar: made, ordered and written in place; those of a collection are only read. */

typedef struct
{
  PsgCollection *collection;
  PsgSession *session;
  PsgMemoryLessons *store;
  PsgLessons *lessons;
  PsgViewpoint viewpoint; /* of a map that is not there */
  GtkWidget *window;
  GtkWidget *pane;
} Fixture;

static gboolean
get_map_cb (PsgViewpoint *viewpoint,
            gpointer      data)
{
  *viewpoint = ((Fixture *) data)->viewpoint;

  return TRUE;
}

static void
show_map_cb (const PsgViewpoint *viewpoint,
             gpointer            data)
{
  ((Fixture *) data)->viewpoint = *viewpoint;
}

static void
settle (Fixture *f)
{
  psg_memory_lessons_settle (f->store, f->lessons);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  const PsgLessonMap map = { get_map_cb, show_map_cb, f };

  f->collection = psg_memory_collection_new ();
  f->session = psg_session_new ();
  psg_session_set_collection (f->session, f->collection);
  f->store = psg_memory_lessons_new ();
  f->lessons = psg_lessons_new (PSG_LESSON_STORE (f->store));
  psg_session_set_lessons (f->session, f->lessons);
  psg_lessons_load (f->lessons);
  settle (f);
  f->viewpoint = (PsgViewpoint) { 54, 25, 8 };
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 300, 600);
  f->pane = psg_lesson_pane_new (f->session, &map);
  gtk_window_set_child (GTK_WINDOW (f->window), f->pane);
  gtk_window_present (GTK_WINDOW (f->window));
  while (gtk_widget_get_width (f->pane) < 2)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  psg_lessons_close (f->lessons);
  settle (f);
  g_assert_finalize_object (f->session);
  g_assert_finalize_object (f->lessons);
  g_assert_finalize_object (f->store);
  g_assert_finalize_object (f->collection);
}

/* The @n-th widget of a kind, in the order they stand. */
static GtkWidget *
find_nth (GtkWidget *widget,
          GType      type,
          int       *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*n)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find (Fixture *f,
      GType    type,
      int      n)
{
  return find_nth (f->pane, type, &n);
}

static void
act (Fixture    *f,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (find (f, PSG_TYPE_LESSON_EDITOR, 0), action, NULL));
}

/* Into the @n-th text view of the lesson that is open. */
static void
type_into (Fixture    *f,
           int         n,
           const char *text)
{
  GtkWidget *view = find (f, GTK_TYPE_TEXT_VIEW, n);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static PsgLesson *
get_lesson (Fixture *f)
{
  return psg_session_find_lesson (f->session, psg_lesson_pane_get_id (PSG_LESSON_PANE (f->pane)));
}

static void
press_new (Fixture *f)
{
  g_signal_emit_by_name (find_nth (find (f, PSG_TYPE_LESSON_LIST, 0), GTK_TYPE_BUTTON, &(int) { 0 }), "clicked");
}

static void
choose (Fixture *f,
        int      index)
{
  GtkWidget *row = find (f, PSG_TYPE_STEP_ROW, index);

  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
}

static void
test_a_lesson_is_made_from_views (Fixture      *f,
                                  gconstpointer data)
{
  const PsgLessonStep *step;
  GtkWidget *editor;

  press_new (f);
  editor = find (f, PSG_TYPE_LESSON_EDITOR, 0);
  type_into (f, 0, "Two views");
  psg_session_select_event_id (f->session, "treaty", NULL);
  act (f, "lesson.add-step");
  type_into (f, 2, "Peace");
  type_into (f, 4, "Why?");
  psg_session_select_event_id (f->session, "closure", NULL);
  f->viewpoint.zoom = 11;
  act (f, "lesson.add-step");
  settle (f);

  g_assert_cmpstr (psg_text_get (get_lesson (f)->title), ==, "Two views");
  g_assert_cmpuint (get_lesson (f)->steps->len, ==, 2);
  step = psg_lesson_get_step (get_lesson (f), 0);
  g_assert_cmpstr (psg_text_get (step->heading), ==, "Peace");
  g_assert_cmpstr (psg_text_get (step->question), ==, "Why?");
  g_assert_cmpstr (step->event, ==, "treaty");
  g_assert_cmpfloat (step->map.zoom, ==, 8);
  g_assert_cmpfloat (psg_lesson_get_step (get_lesson (f), 1)->map.zoom, ==, 11);
  g_assert_true (psg_lesson_equal (psg_memory_lessons_get (f->store, get_lesson (f)->id), get_lesson (f)));

  /* Choosing a step shows it, map and all. */
  g_assert_cmpint (psg_lesson_editor_get_chosen (PSG_LESSON_EDITOR (editor)), ==, 1);
  choose (f, 0);
  g_assert_cmpstr (psg_session_get_event_id (f->session), ==, "treaty");
  g_assert_cmpfloat (f->viewpoint.zoom, ==, 8);
}

static void
test_steps_are_moved_copied_and_deleted (Fixture      *f,
                                         gconstpointer data)
{
  press_new (f);
  act (f, "lesson.add-step");
  type_into (f, 2, "one");
  act (f, "lesson.add-step");
  act (f, "lesson.move-step-up");
  g_assert_cmpstr (psg_text_get (psg_lesson_get_step (get_lesson (f), 1)->heading), ==, "one");
  choose (f, 1);
  act (f, "lesson.duplicate-step");
  g_assert_cmpuint (get_lesson (f)->steps->len, ==, 3);
  g_assert_cmpstr (psg_text_get (psg_lesson_get_step (get_lesson (f), 2)->heading), ==, "one");
  act (f, "lesson.delete-step");
  g_assert_cmpuint (get_lesson (f)->steps->len, ==, 2);

  /* What was dropped below the last comes last. */
  g_signal_emit_by_name (find (f, PSG_TYPE_STEP_ROW, 1), "dropped", 0, TRUE);
  g_assert_cmpstr (psg_text_get (psg_lesson_get_step (get_lesson (f), 0)->heading), ==, "one");

  psg_lessons_undo (f->lessons);
  psg_lessons_undo (f->lessons);
  g_assert_cmpuint (get_lesson (f)->steps->len, ==, 3);
  psg_lessons_redo (f->lessons);
  g_assert_cmpuint (get_lesson (f)->steps->len, ==, 2);
  g_assert_null (find (f, PSG_TYPE_STEP_ROW, 2));
}

static void
test_a_step_takes_another_view (Fixture      *f,
                                gconstpointer data)
{
  press_new (f);
  psg_session_select_event_id (f->session, "treaty", NULL);
  act (f, "lesson.add-step");
  type_into (f, 2, "The heading stays");
  psg_session_select_event_id (f->session, "closure", NULL);
  act (f, "lesson.update-step");
  g_assert_cmpstr (psg_lesson_get_step (get_lesson (f), 0)->event, ==, "closure");
  g_assert_cmpstr (psg_text_get (psg_lesson_get_step (get_lesson (f), 0)->heading), ==, "The heading stays");
}

static void
test_what_is_typed_is_undone_in_place (Fixture      *f,
                                       gconstpointer data)
{
  GtkTextBuffer *buffer;

  press_new (f);
  type_into (f, 0, "A");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (f, GTK_TYPE_TEXT_VIEW, 0)));
  gtk_text_buffer_insert_at_cursor (buffer, "B", -1);
  g_assert_cmpstr (psg_text_get (get_lesson (f)->title), ==, "AB");
  psg_lessons_undo (f->lessons);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  psg_lessons_redo (f->lessons);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 2);
}

static void
test_a_lesson_of_the_collection_is_only_read (Fixture      *f,
                                              gconstpointer data)
{
  GtkWidget *field;

  g_assert_true (psg_lesson_pane_open (PSG_LESSON_PANE (f->pane), "roads"));
  choose (f, 1);
  g_assert_cmpstr (psg_session_get_event_id (f->session), ==, "closure");
  field = find (f, PSG_TYPE_LESSON_FIELD, 0);
  g_assert_false (gtk_widget_is_visible (find_nth (field, GTK_TYPE_TEXT_VIEW, &(int) { 0 })));

  /* It becomes one's own before it is changed, at the same step. */
  act (f, "lesson.duplicate");
  g_assert_true (psg_lesson_is_own (get_lesson (f)));
  g_assert_cmpint (psg_lesson_editor_get_chosen (PSG_LESSON_EDITOR (find (f, PSG_TYPE_LESSON_EDITOR, 0))), ==, 1);
  type_into (f, 0, "Mine");
  g_assert_cmpstr (psg_text_get (psg_session_find_lesson (f->session, "roads")->title), ==, "How roads close");
}

static void
test_a_deleted_lesson_comes_back (Fixture      *f,
                                  gconstpointer data)
{
  g_autofree char *id = NULL;

  press_new (f);
  id = g_strdup (psg_lesson_pane_get_id (PSG_LESSON_PANE (f->pane)));
  act (f, "lesson.delete");
  g_assert_null (psg_lesson_pane_get_id (PSG_LESSON_PANE (f->pane)));
  g_assert_null (psg_session_find_lesson (f->session, id));
  while (!gtk_widget_get_mapped (find (f, PSG_TYPE_LESSON_LIST, 0)))
    g_main_context_iteration (NULL, TRUE);

  /* From the list, where it is kept; the buttons of the bar come first. */
  g_signal_emit_by_name (find (f, GTK_TYPE_BUTTON, 2), "clicked");
  g_assert_nonnull (psg_session_find_lesson (f->session, id));
  g_assert_true (psg_lesson_pane_open (PSG_LESSON_PANE (f->pane), id));
}

static void
test_without_a_notebook_lessons_are_read (Fixture      *f,
                                          gconstpointer data)
{
  psg_session_set_lessons (f->session, NULL);
  g_assert_false (gtk_widget_get_sensitive (find (f, GTK_TYPE_BUTTON, 0)));
  g_assert_true (psg_lesson_pane_open (PSG_LESSON_PANE (f->pane), "roads"));
  g_assert_false (psg_lesson_pane_open (PSG_LESSON_PANE (f->pane), "elsewhere"));
  act (f, "lesson.duplicate");
  g_assert_cmpstr (psg_lesson_pane_get_id (PSG_LESSON_PANE (f->pane)), ==, "roads");

  /* And with the collection they go. */
  psg_session_set_collection (f->session, NULL);
  g_assert_null (psg_lesson_pane_get_id (PSG_LESSON_PANE (f->pane)));
}

/* Of a lesson that came in and differs, the imported one. */
static void
test_of_two_lessons_one_is_chosen (Fixture      *f,
                                   gconstpointer data)
{
  PsgLesson *ours = psg_session_create_lesson (f->session, g_get_real_time ());
  g_autoptr (PsgLesson) theirs = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new (), conflicts = NULL;
  g_autofree char *id = g_strdup (ours->id), *other = NULL;
  GtkWindow *window;
  int n = 0;

  psg_lesson_set_text (&ours->title, "Bridges");
  theirs = psg_lesson_duplicate (ours, "Bridges (from the file)", g_get_real_time ());
  theirs->minutes = 30;
  other = g_strdup (theirs->id);
  psg_lessons_change (f->lessons, "Add", NULL, ours, NULL);
  psg_lessons_change (f->lessons, "Import", NULL, theirs, NULL);
  settle (f);
  conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lesson_conflict_free);
  g_ptr_array_add (conflicts, psg_lesson_conflict_new (ours, theirs, ours->title));
  psg_lesson_unref (ours);

  window = psg_import_window_show (GTK_WINDOW (f->window), "1 lesson differs.", NULL, none, f->lessons, conflicts,
                                   none);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_nth (GTK_WIDGET (window), GTK_TYPE_DROP_DOWN, &n)),
                              PSG_LESSON_KEEP_THEIRS);
  g_signal_emit_by_name (gtk_window_get_default_widget (window), "clicked");
  settle (f);
  g_assert_cmpuint (psg_lessons_find (f->lessons, id)->minutes, ==, 30);
  g_assert_cmpstr (psg_text_get (psg_lessons_find (f->lessons, id)->title), ==, "Bridges");
  g_assert_cmpint (psg_lessons_find (f->lessons, other)->deleted, >, 0);

  /* It is one step. */
  psg_lessons_undo (f->lessons);
  settle (f);
  g_assert_cmpuint (psg_lessons_find (f->lessons, id)->minutes, ==, 0);
  g_assert_cmpint (psg_lessons_find (f->lessons, other)->deleted, ==, 0);
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  psg_ui_init ();

  add ("/ui/lesson-pane/a-lesson-is-made-from-views", test_a_lesson_is_made_from_views);
  add ("/ui/lesson-pane/steps-are-moved-copied-and-deleted", test_steps_are_moved_copied_and_deleted);
  add ("/ui/lesson-pane/a-step-takes-another-view", test_a_step_takes_another_view);
  add ("/ui/lesson-pane/what-is-typed-is-undone-in-place", test_what_is_typed_is_undone_in_place);
  add ("/ui/lesson-pane/a-lesson-of-the-collection-is-only-read", test_a_lesson_of_the_collection_is_only_read);
  add ("/ui/lesson-pane/a-deleted-lesson-comes-back", test_a_deleted_lesson_comes_back);
  add ("/ui/lesson-pane/of-two-lessons-one-is-chosen", test_of_two_lessons_one_is_chosen);
  add ("/ui/lesson-pane/without-a-notebook-lessons-are-read", test_without_a_notebook_lessons_are_read);

  return g_test_run ();
}
