/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-fixture.h"

#include <adwaita.h>
#include <math.h>

#include "psg-crossing-draw.h"
#include "psg-crossing-marker.h"
#include "psg-memory-notes.h"
#include "psg-mercator.h"
#include "psg-note-board.h"
#include "psg-note-layer.h"
#include "psg-note-subject.h"
#include "psg-ui.h"

/* A person's notes on the map: where their signs stand, what they open, and new ones. */

#define NOW G_GINT64_CONSTANT (1700000000000000)

typedef struct
{
  PsgMapFixture base;
  PsgMemoryNotes *store;
  PsgNotes *notes;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  psg_map_fixture_set_up (&self->base, NULL);
  self->store = psg_memory_notes_new ();
  self->notes = psg_notes_new (PSG_NOTE_STORE (self->store));
  psg_session_set_notes (self->base.session, self->notes);
  psg_map_view_go_to (PSG_MAP_VIEW (self->base.view), 54.5, 25.6, 8, FALSE);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  psg_session_set_notes (self->base.session, NULL);
  psg_map_fixture_tear_down (&self->base, NULL);
  psg_notes_close (self->notes);
  psg_memory_notes_settle (self->store, self->notes);
  g_assert_finalize_object (self->notes);
  g_assert_finalize_object (self->store);
}

static PsgCollection *
get_collection (Fixture *self)
{
  return psg_session_get_collection (self->base.session);
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

  return g_strdup (note->id);
}

static char *
add_place (Fixture *self,
           double   latitude,
           double   longitude)
{
  return add (self, psg_note_new_about_place (get_collection (self), latitude, longitude, NOW), "here");
}

static PsgNoteLayer *
get_layer (Fixture *self)
{
  return PSG_NOTE_LAYER (psg_map_fixture_find_only (&self->base, PSG_TYPE_NOTE_LAYER));
}

/* Where a place is in the view. */
static void
locate (Fixture *self,
        double   latitude,
        double   longitude,
        double  *x,
        double  *y)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (get_layer (self)));
  PsgMapProjection view;

  psg_map_projection_init (&view, viewport, gtk_widget_get_width (GTK_WIDGET (get_layer (self))),
                           gtk_widget_get_height (GTK_WIDGET (get_layer (self))));
  psg_map_projection_place (&view, psg_mercator_x (longitude), psg_mercator_y (latitude), x, y);
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

static void
test_a_sign_opens_its_note (Fixture      *self,
                            gconstpointer data)
{
  g_autofree char *id = NULL;
  double x, y;

  g_assert_cmpuint (psg_note_layer_get_n_signs (get_layer (self)), ==, 0);
  id = add_place (self, 54.1, 24.9);
  g_assert_cmpuint (psg_note_layer_get_n_signs (get_layer (self)), ==, 1);
  locate (self, 54.1, 24.9, &x, &y);
  g_assert_nonnull (psg_note_layer_find_at (get_layer (self), x, y));
  g_assert_true (gtk_widget_contains (GTK_WIDGET (get_layer (self)), x, y));
  g_assert_false (gtk_widget_contains (GTK_WIDGET (get_layer (self)), x + 40, y));
  click (GTK_WIDGET (get_layer (self)), x, y);
  g_assert_cmpint (psg_session_get_page (self->base.session)->kind, ==, PSG_KIND_NOTE);
  g_assert_cmpstr (psg_session_get_page (self->base.session)->id, ==, id);

  psg_notes_undo (self->notes);
  g_assert_cmpuint (psg_note_layer_get_n_signs (get_layer (self)), ==, 0);
  g_assert_null (psg_note_layer_find_at (get_layer (self), x, y));
}

static void
test_notes_at_one_place_are_gone_through (Fixture      *self,
                                          gconstpointer data)
{
  g_autofree char *first = add_place (self, 54.1, 24.9), *second = add_place (self, 54.1, 24.9);
  g_autofree char *shown = NULL;
  double x, y;

  g_assert_cmpuint (psg_note_layer_get_n_signs (get_layer (self)), ==, 1);
  locate (self, 54.1, 24.9, &x, &y);
  click (GTK_WIDGET (get_layer (self)), x, y);
  shown = g_strdup (psg_session_get_page (self->base.session)->id);
  click (GTK_WIDGET (get_layer (self)), x, y);
  g_assert_cmpstr (psg_session_get_page (self->base.session)->id, !=, shown);
}

static void
opened_cb (PsgNoteLayer        *layer,
           const PsgMapCluster *cluster,
           guint               *n)
{
  *n += cluster->n_things;
}

static void
test_notes_near_each_other_are_come_closer_to (Fixture      *self,
                                               gconstpointer data)
{
  g_autofree char *first = add_place (self, 54.1, 24.9), *second = add_place (self, 54.103, 24.903);
  guint opened = 0;
  double x, y;

  g_signal_connect (get_layer (self), "cluster-opened", G_CALLBACK (opened_cb), &opened);
  locate (self, 54.1, 24.9, &x, &y);
  click (GTK_WIDGET (get_layer (self)), x, y);
  g_assert_cmpuint (opened, ==, 2);
  g_assert_cmpint (psg_session_get_page (self->base.session)->kind, !=, PSG_KIND_NOTE);
}

/* Signs keep off crossings, and off each other. */
static void
test_signs_are_clear_of_crossings (Fixture      *self,
                                   gconstpointer data)
{
  const PsgCrossing *ford = psg_collection_find_crossing (get_collection (self), "ford");
  g_autofree char *id = add_place (self, ford->latitude, ford->longitude);
  const PsgPlacedNotes *sign = NULL;
  double x, y;

  locate (self, ford->latitude, ford->longitude, &x, &y);
  g_assert_null (psg_note_layer_find_at (get_layer (self), x, y));
  for (int dx = -110; dx <= 110 && sign == NULL; dx += 5)
    for (int dy = -110; dy <= 110 && sign == NULL; dy += 5)
      sign = psg_note_layer_find_at (get_layer (self), x + dx, y + dy);
  g_assert_nonnull (sign);
  g_assert_cmpfloat (hypot (sign->dx, sign->dy), >=, psg_crossing_get_sign_radius (PSG_CROSSING_ROAD));
}

static void
test_a_crossing_with_notes_says_so (Fixture      *self,
                                    gconstpointer data)
{
  GtkWidget *after = NULL, *marker;
  g_autofree char *first = NULL, *second = NULL;

  while ((marker = psg_map_fixture_find_widget (self->base.view, PSG_TYPE_CROSSING_MARKER, &after)) != NULL)
    {
      if (g_str_equal (psg_crossing_marker_get_crossing (PSG_CROSSING_MARKER (marker))->id, "pass"))
        break;
      after = marker;
    }
  g_assert_nonnull (marker);
  psg_session_set_playhead (self->base.session, psg_day_from_ymd (2022, 3, 1));
  first = add (self, psg_note_new_about_crossing (get_collection (self), "pass", NOW), "one");
  second = add (self, psg_note_new_about_crossing (get_collection (self), "pass", NOW), "two");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (marker), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "pass, closed since 10 February 2021, 2 notes");
  psg_notes_undo (self->notes);
  psg_notes_undo (self->notes);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (marker), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "pass, closed since 10 February 2021");
}

static void
noted_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  double *place = user_data;

  g_variant_get (parameter, "(dd)", &place[0], &place[1]);
}

/* Whoever has the keyboard asks at the middle of the map. */
static void
test_the_menu_begins_a_note_where_it_is_asked (Fixture      *self,
                                               gconstpointer data)
{
  const GActionEntry entries[] = { { .name = "note-place", .activate = noted_cb, .parameter_type = "(dd)" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GMenuModel) section = NULL;
  GtkWidget *after = NULL, *menu;
  double place[2] = { 0, 0 };

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, 1, place);
  gtk_widget_insert_action_group (self->base.view, "win", G_ACTION_GROUP (group));
  gtk_widget_activate_action (self->base.view, "map.menu", NULL);
  menu = psg_map_fixture_find_widget (self->base.view, GTK_TYPE_POPOVER_MENU, &after);
  g_assert_nonnull (menu);
  section = g_menu_model_get_item_link (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu)), 0,
                                        G_MENU_LINK_SECTION);
  target = g_menu_model_get_item_attribute_value (section, 0, G_MENU_ATTRIBUTE_TARGET, NULL);
  g_assert_true (gtk_widget_activate_action_variant (menu, "win.note-place", target));
  g_assert_cmpfloat (fabs (place[0] - 54.5), <, 0.01);
  g_assert_cmpfloat (fabs (place[1] - 25.6), <, 0.01);
  gtk_popover_popdown (GTK_POPOVER (menu));
}

/* Very many: all are counted once, no two signs that could move apart lie on each other. */
static void
test_very_many_are_thinned (Fixture      *self,
                            gconstpointer data)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_mark_free);
  g_autoptr (PsgNoteBoard) board = NULL;
  PsgMapProjection view = { .x = psg_mercator_x (25.6), .y = psg_mercator_y (54.5), .zoom = 8, .cos = 1,
                            .width = 800, .height = 600, .scale = psg_mercator_scale (8) };
  GArray *signs;
  guint n = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (PsgNote) note = psg_note_new_about_place (get_collection (self), 54.4 + g_test_rand_double () * 0.2,
                                                           25.5 + g_test_rand_double () * 0.2, NOW);

      g_ptr_array_add (marks, psg_note_mark_new (note));
    }
  board = psg_note_board_new (marks, psg_collection_get_info (get_collection (self))->id);
  signs = psg_note_board_lay_out (board, &view);
  g_assert_cmpuint (signs->len, <, 100);
  for (guint i = 0; i < signs->len; i++)
    {
      g_autoptr (GPtrArray) list = psg_note_board_list (board, &g_array_index (signs, PsgPlacedNotes, i));

      g_assert_cmpuint (list->len, ==, g_array_index (signs, PsgPlacedNotes, i).cluster.n_things);
      n += list->len;
    }
  g_assert_cmpuint (n, ==, 20000);
  g_assert_true (psg_note_board_is_up_to_date (board, &view));
  view.zoom = 9;
  g_assert_false (psg_note_board_is_up_to_date (board, &view));
}

static void
add_test (const char *path,
          void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *full = g_strconcat ("/ui/map-notes/", path, NULL);

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

  add_test ("a-sign-opens-its-note", test_a_sign_opens_its_note);
  add_test ("notes-at-one-place-are-gone-through", test_notes_at_one_place_are_gone_through);
  add_test ("notes-near-each-other-are-come-closer-to", test_notes_near_each_other_are_come_closer_to);
  add_test ("signs-are-clear-of-crossings", test_signs_are_clear_of_crossings);
  add_test ("a-crossing-with-notes-says-so", test_a_crossing_with_notes_says_so);
  add_test ("the-menu-begins-a-note-where-it-is-asked", test_the_menu_begins_a_note_where_it_is_asked);
  add_test ("very-many-are-thinned", test_very_many_are_thinned);

  return g_test_run ();
}
