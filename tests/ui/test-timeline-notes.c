/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "psg-memory-notes.h"
#include "psg-note-subject.h"
#include "psg-timeline-fixture.h"
#include "psg-ui.h"

/* A person's notes upon a timeline without a window: the strip of those on stretches of time, and the signs at
 * events. */

#define WIDTH PSG_TIMELINE_FIXTURE_WIDTH
#define HEIGHT PSG_TIMELINE_FIXTURE_HEIGHT
#define NOW G_GINT64_CONSTANT (1700000000000000)

typedef struct
{
  PsgTimelineFixture base;
  PsgMemoryNotes *store;
  PsgNotes *notes;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  psg_timeline_fixture_set_up (&self->base, NULL);
  self->store = psg_memory_notes_new ();
  self->notes = psg_notes_new (PSG_NOTE_STORE (self->store));
  psg_session_set_notes (self->base.session, self->notes);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  psg_timeline_fixture_tear_down (&self->base, NULL);
  psg_notes_close (self->notes);
  psg_memory_notes_settle (self->store, self->notes);
  g_assert_finalize_object (self->notes);
  g_assert_finalize_object (self->store);
}

static char *
add (Fixture    *self,
     PsgNote    *note,
     const char *body)
{
  g_autoptr (PsgNote) owned = note;

  g_free (note->body);
  note->body = g_strdup (body);
  psg_notes_change (self->notes, "Add Note", NULL, note, NULL);
  psg_timeline_fixture_allocate (&self->base);

  return g_strdup (note->id);
}

static char *
add_span (Fixture      *self,
          const char   *first,
          const char   *last,
          const char   *body,
          PsgNoteColour colour)
{
  PsgTimeSpan span = psg_time_span_from_days (psg_day_parse_iso (first), psg_day_parse_iso (last));
  PsgNote *note = psg_note_new_about_span (self->base.collection, &span, NOW);

  note->colour = colour;

  return add (self, note, body);
}

static char *
add_about_event (Fixture    *self,
                 const char *id,
                 const char *body)
{
  guint row = psg_timeline_fixture_find_row (&self->base, id);

  return add (self, psg_note_new_about_event (self->base.collection, row, NOW), body);
}

static GtkWidget *
get_strip (Fixture *self)
{
  return self->base.view->notes;
}

static void
click (GtkWidget *widget,
       double     x,
       double     y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, x, y);
    }
}

static double
get_x (Fixture    *self,
       const char *day)
{
  PsgTimelineModel *model = self->base.view->model;
  double minute = (double) psg_day_to_minutes (psg_day_parse_iso (day));

  return psg_timeline_model_get_gutter (model) + psg_time_axis_to_x (psg_timeline_model_get_axis (model), minute);
}

static void
assert_shown (Fixture    *self,
              const char *id)
{
  const PsgPage *page = psg_session_get_page (self->base.session);

  g_assert_cmpint (page->kind, ==, PSG_KIND_NOTE);
  g_assert_cmpstr (page->id, ==, id);
}

/* What a part of the timeline draws, in its own coordinates. */
static cairo_surface_t *
draw_once (GtkWidget *part)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (part)->snapshot (part, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* Titles come a few in a frame. */
static cairo_surface_t *
draw (GtkWidget *part)
{
  for (guint i = 0; i < 5; i++)
    {
      cairo_surface_destroy (draw_once (part));
      gtk_widget_allocate (part, gtk_widget_get_width (part), gtk_widget_get_height (part), -1, NULL);
    }

  return draw_once (part);
}

static void
test_the_strip_is_there_while_there_are_notes (Fixture      *self,
                                               gconstpointer data)
{
  int lanes = gtk_widget_get_height (self->base.view->canvas), with_one;
  g_autofree char *first = NULL, *second = NULL, *about_event = NULL;

  about_event = add_about_event (self, "closure", "not on a stretch");
  g_assert_cmpint (gtk_widget_get_height (get_strip (self)), ==, 0);
  g_assert_false (gtk_widget_get_focusable (get_strip (self)));

  first = add_span (self, "2020-05-01", "2020-08-31", "one", PSG_NOTE_GREEN);
  with_one = gtk_widget_get_height (get_strip (self));
  g_assert_cmpint (with_one, >, 8);
  g_assert_cmpint (gtk_widget_get_height (self->base.view->canvas), <, lanes);
  g_assert_true (gtk_widget_get_focusable (get_strip (self)));

  /* One that overlaps has a row of its own. */
  second = add_span (self, "2020-06-01", "2020-09-30", "two", PSG_NOTE_BLUE);
  g_assert_cmpint (gtk_widget_get_height (get_strip (self)), >, with_one);

  psg_notes_undo (self->notes);
  psg_notes_undo (self->notes);
  psg_timeline_fixture_allocate (&self->base);
  g_assert_cmpint (gtk_widget_get_height (get_strip (self)), ==, 0);
  g_assert_cmpint (gtk_widget_get_height (self->base.view->canvas), ==, lanes);
}

static void
test_notes_of_other_collections_are_not_shown (Fixture      *self,
                                               gconstpointer data)
{
  PsgTimeSpan span = psg_time_span_from_days (psg_day_parse_iso ("2020-05-01"), psg_day_parse_iso ("2020-08-31"));
  PsgNote *note = psg_note_new_about_span (self->base.collection, &span, NOW);
  g_autofree char *id = NULL;

  g_free (note->collection);
  note->collection = g_strdup ("elsewhere");
  id = add (self, note, "foreign");
  g_assert_cmpint (gtk_widget_get_height (get_strip (self)), ==, 0);
}

static void
test_a_click_opens_a_note (Fixture      *self,
                           gconstpointer data)
{
  g_autofree char *first = add_span (self, "2020-05-01", "2020-08-31", "one", PSG_NOTE_GREEN);
  g_autofree char *second = add_span (self, "2021-05-01", "2021-08-31", "two", PSG_NOTE_GREEN);
  double y = gtk_widget_get_height (get_strip (self)) / 2.0;

  click (get_strip (self), get_x (self, "2021-07-01"), y);
  assert_shown (self, second);
  click (get_strip (self), get_x (self, "2020-07-01"), y);
  assert_shown (self, first);
  click (get_strip (self), get_x (self, "2020-12-01"), y);
  assert_shown (self, first);
}

static void
test_keys_go_from_note_to_note (Fixture      *self,
                                gconstpointer data)
{
  g_autofree char *second = add_span (self, "2021-05-01", "2021-08-31", "two", PSG_NOTE_GREEN);
  g_autofree char *first = add_span (self, "2020-05-01", "2020-08-31", "one", PSG_NOTE_GREEN);
  GtkWidget *strip = get_strip (self);

  g_assert_false (psg_timeline_fixture_press_key (strip, GDK_KEY_Return, 0));
  g_assert_true (psg_timeline_fixture_press_key (strip, GDK_KEY_Right, 0));
  g_assert_true (psg_timeline_fixture_press_key (strip, GDK_KEY_Return, 0));
  assert_shown (self, first);
  g_assert_true (psg_timeline_fixture_press_key (strip, GDK_KEY_Right, 0));
  g_assert_true (psg_timeline_fixture_press_key (strip, GDK_KEY_Right, 0));
  g_assert_true (psg_timeline_fixture_press_key (strip, GDK_KEY_space, 0));
  assert_shown (self, second);
  g_assert_true (psg_timeline_fixture_press_key (strip, GDK_KEY_Home, 0));
  g_assert_true (psg_timeline_fixture_press_key (strip, GDK_KEY_Return, 0));
  assert_shown (self, first);

  /* The note the keyboard is at may be taken away. */
  psg_notes_undo (self->notes);
  psg_timeline_fixture_allocate (&self->base);
  g_assert_false (psg_timeline_fixture_press_key (strip, GDK_KEY_Return, 0));
  g_assert_true (psg_timeline_fixture_press_key (strip, GDK_KEY_Left, 0));
  g_assert_true (psg_timeline_fixture_press_key (strip, GDK_KEY_Return, 0));
  assert_shown (self, second);
}

static void
test_what_overlaps_too_much_is_gone_through (Fixture      *self,
                                             gconstpointer data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *strip = get_strip (self);
  double y;

  for (guint i = 0; i < 5; i++)
    g_ptr_array_add (ids, add_span (self, "2020-05-01", "2021-08-31", "all at once", PSG_NOTE_GREEN));
  y = gtk_widget_get_height (strip) - 4;
  click (strip, get_x (self, "2020-12-01"), y);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *shown = g_strdup (psg_session_get_page (self->base.session)->id);

      click (strip, get_x (self, "2020-12-01"), y);
      g_assert_cmpstr (psg_session_get_page (self->base.session)->id, !=, shown);
    }
}

static void
test_the_strip_is_spoken (Fixture      *self,
                          gconstpointer data)
{
  g_autofree char *first = add_span (self, "2020-05-01", "2020-08-31", "one", PSG_NOTE_GREEN);
  g_autofree char *second = add_span (self, "2021-05-01", "2021-08-31", "two", PSG_NOTE_GREEN);

  psg_timeline_notes_describe (PSG_TIMELINE_NOTES (get_strip (self)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_strip (self)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "2 notes on stretches of time");
}

static void
test_a_note_is_drawn_in_its_colour (Fixture      *self,
                                    gconstpointer data)
{
  g_autofree char *first = add_span (self, "2020-05-01", "2020-12-31", "", PSG_NOTE_PINK);
  cairo_surface_t *surface = draw (get_strip (self));
  GdkRGBA pink;
  guint32 pixel;

  psg_palette_get_note (psg_palette_get_scheme (), PSG_NOTE_PINK, &pink);
  /* The bracket's upper edge. */
  pixel = psg_timeline_fixture_get_pixel (surface, get_x (self, "2020-09-01"), 1);
  g_assert_cmpint (abs ((int) (pixel >> 16 & 0xff) - (int) (pink.red * 255)), <=, 2);
  g_assert_cmpint (abs ((int) (pixel & 0xff) - (int) (pink.blue * 255)), <=, 2);
  cairo_surface_destroy (surface);
}

static void
test_a_sign_at_an_event_opens_its_note (Fixture      *self,
                                        gconstpointer data)
{
  g_autofree char *id = add_about_event (self, "closure", "why?");
  cairo_surface_t *surface = draw (self->base.view->canvas);
  const PsgTimelineMark *mark = psg_timeline_fixture_find_mark (&self->base, "closure");
  int gutter = psg_timeline_model_get_gutter (self->base.view->model);
  g_autofree char *other = NULL;
  float left, right;

  cairo_surface_destroy (surface);
  g_assert_nonnull (mark);
  psg_timeline_mark_get_extents (mark, &left, &right);
  click (self->base.view->canvas, gutter + left, mark->y - mark->height / 2);
  assert_shown (self, id);

  /* The mark itself is the event's, and where there are several notes so is the sign. */
  click (self->base.view->canvas, gutter + mark->start + 2, mark->y + 2);
  g_assert_cmpstr (psg_session_get_event_id (self->base.session), ==, "closure");
  psg_session_select_event (self->base.session, PSG_ROW_NONE);
  other = add_about_event (self, "closure", "and then?");
  cairo_surface_destroy (draw (self->base.view->canvas));
  mark = psg_timeline_fixture_find_mark (&self->base, "closure");
  psg_timeline_mark_get_extents (mark, &left, &right);
  click (self->base.view->canvas, gutter + left, mark->y - mark->height / 2);
  g_assert_cmpstr (psg_session_get_event_id (self->base.session), ==, "closure");
}

static void
test_without_notes_nothing_is_picked (Fixture      *self,
                                      gconstpointer data)
{
  const PsgTimelineMark *mark = psg_timeline_fixture_find_mark (&self->base, "closure");
  int gutter = psg_timeline_model_get_gutter (self->base.view->model);
  cairo_surface_t *before, *after;
  g_autofree char *id = NULL;
  float left, right;
  gsize size;

  psg_timeline_mark_get_extents (mark, &left, &right);
  click (self->base.view->canvas, gutter + left - 2, mark->y - mark->height / 2 - 2);
  g_assert_cmpint (psg_session_get_page (self->base.session)->kind, !=, PSG_KIND_NOTE);
  psg_session_select_event (self->base.session, PSG_ROW_NONE);
  psg_timeline_fixture_allocate (&self->base);
  before = draw (self->base.view->canvas);
  size = (gsize) cairo_image_surface_get_stride (before) * HEIGHT;

  /* A sign that is taken away leaves nothing behind. */
  id = add_about_event (self, "closure", "why?");
  after = draw (self->base.view->canvas);
  g_assert_cmpint (memcmp (cairo_image_surface_get_data (before), cairo_image_surface_get_data (after), size), !=, 0);
  cairo_surface_destroy (after);
  psg_notes_undo (self->notes);
  psg_timeline_fixture_allocate (&self->base);
  after = draw (self->base.view->canvas);
  g_assert_cmpint (memcmp (cairo_image_surface_get_data (before), cairo_image_surface_get_data (after), size), ==, 0);
  cairo_surface_destroy (after);
  cairo_surface_destroy (before);
}

static void
add_test (const char *path,
          void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *full = g_strconcat ("/ui/timeline-notes/", path, NULL);

  g_test_add (full, Fixture, NULL, set_up, test, tear_down);
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

  add_test ("the-strip-is-there-while-there-are-notes", test_the_strip_is_there_while_there_are_notes);
  add_test ("notes-of-other-collections-are-not-shown", test_notes_of_other_collections_are_not_shown);
  add_test ("a-click-opens-a-note", test_a_click_opens_a_note);
  add_test ("keys-go-from-note-to-note", test_keys_go_from_note_to_note);
  add_test ("what-overlaps-too-much-is-gone-through", test_what_overlaps_too_much_is_gone_through);
  add_test ("the-strip-is-spoken", test_the_strip_is_spoken);
  add_test ("a-note-is-drawn-in-its-colour", test_a_note_is_drawn_in_its_colour);
  add_test ("a-sign-at-an-event-opens-its-note", test_a_sign_at_an_event_opens_its_note);
  add_test ("without-notes-nothing-is-picked", test_without_notes_nothing_is_picked);

  return g_test_run ();
}
