/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "psg-go-to-popover.h"
#include "psg-memory-collection.h"
#include "psg-ui.h"

/* Asking for a date: what is answered while it is typed, and what Enter does. */

typedef struct
{
  PsgCollection *collection;
  PsgSession *session;
  GtkWidget *window;
  GtkWidget *focus;
  GtkWidget *popover;
} Fixture;

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GdkRectangle area = { 10, 10, 40, 20 };

  self->collection = psg_memory_collection_new ();
  self->session = psg_session_new ();
  psg_session_set_collection (self->session, self->collection);
  self->window = gtk_window_new ();
  self->focus = gtk_button_new_with_label ("here");
  self->popover = psg_go_to_popover_new (self->session);
  gtk_box_append (GTK_BOX (box), self->focus);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_widget_set_parent (self->popover, self->focus);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (self->focus);
  iterate ();
  psg_go_to_popover_open (PSG_GO_TO_POPOVER (self->popover), &area);
  iterate ();
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  iterate ();
  g_object_ref (self->popover);
  gtk_widget_unparent (self->popover);
  g_assert_finalize_object (self->popover);
  gtk_window_destroy (GTK_WINDOW (self->window));
  iterate ();
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->collection);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      guint     *skip)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*skip)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, skip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_entry (Fixture *self)
{
  guint skip = 0;

  return find (self->popover, GTK_TYPE_ENTRY, &skip);
}

/* The button has a label of its own; words and hint come after it. */
static const char *
get_answer (Fixture *self,
            guint    line)
{
  guint skip = line + 1;

  return gtk_label_get_text (GTK_LABEL (find (self->popover, GTK_TYPE_LABEL, &skip)));
}

static void
type_in (Fixture    *self,
         const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (self)), text);
}

static void
press_enter (Fixture *self)
{
  g_signal_emit_by_name (get_entry (self), "activate");
  iterate ();
}

static gboolean
may_go (Fixture *self)
{
  guint skip = 0;

  return gtk_widget_get_sensitive (find (self->popover, GTK_TYPE_BUTTON, &skip));
}

static void
test_begins_with_the_playheads_day (Fixture      *self,
                                    gconstpointer data)
{
  int start, end;

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (self))), ==, "15 January 2020");
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (get_entry (self)), &start, &end));
  g_assert_cmpint (end - start, ==, 15);
  g_assert_cmpstr (get_answer (self, 0), ==, "15 January 2020, a Wednesday");
  g_assert_cmpstr (get_answer (self, 1), ==, "The treaty of the valley is signed");
}

static void
test_says_what_is_understood (Fixture      *self,
                              gconstpointer data)
{
  type_in (self, "june 2021");
  g_assert_cmpstr (get_answer (self, 0), ==, "The whole of June 2021");
  g_assert_cmpstr (get_answer (self, 1), ==, "");
  g_assert_true (may_go (self));
  gtk_test_accessible_assert_property (get_entry (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "The whole of June 2021");

  type_in (self, "jun");
  g_assert_cmpstr (get_answer (self, 0), ==, "The whole of June 2020");
  type_in (self, "");
  g_assert_cmpstr (get_answer (self, 0), ==, "A day, a month, a season or a year");
  g_assert_false (may_go (self));
  type_in (self, "quarrel");
  g_assert_cmpstr (get_answer (self, 0), ==, "The quarrel: 10 February 2021 – 14 September 2022");
}

static void
test_enter_goes_and_gives_the_focus_back (Fixture      *self,
                                          gconstpointer data)
{
  type_in (self, "8 jun 2021");
  press_enter (self);

  g_assert_cmpint (psg_session_get_playhead (self->session), ==, psg_day_from_ymd (2021, 6, 8));
  g_assert_false (gtk_widget_get_visible (self->popover));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window)) == self->focus);
}

static void
test_a_mistake_is_one_when_asked_to_go (Fixture      *self,
                                        gconstpointer data)
{
  PsgDay before = psg_session_get_playhead (self->session);

  type_in (self, "31 June 2021");
  g_assert_cmpstr (get_answer (self, 0), ==, "There is no 31 June 2021");
  g_assert_false (gtk_widget_has_css_class (get_entry (self), "error"));

  press_enter (self);
  g_assert_true (gtk_widget_get_visible (self->popover));
  g_assert_true (gtk_widget_has_css_class (get_entry (self), "error"));
  gtk_test_accessible_assert_state (get_entry (self), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpint (psg_session_get_playhead (self->session), ==, before);

  type_in (self, "30 June 2021");
  g_assert_false (gtk_widget_has_css_class (get_entry (self), "error"));
}

static void
test_without_a_collection_nothing_is_understood (Fixture      *self,
                                                 gconstpointer data)
{
  psg_session_set_collection (self->session, NULL);
  type_in (self, "8 jun 2021");
  g_assert_false (may_go (self));
  press_enter (self);
  g_assert_true (gtk_widget_get_visible (self->popover));
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

#define ADD(path, function) g_test_add ("/ui/go-to/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("begins-with-the-playheads-day", test_begins_with_the_playheads_day);
  ADD ("says-what-is-understood", test_says_what_is_understood);
  ADD ("enter-goes-and-gives-the-focus-back", test_enter_goes_and_gives_the_focus_back);
  ADD ("a-mistake-is-one-when-asked-to-go", test_a_mistake_is_one_when_asked_to_go);
  ADD ("without-a-collection-nothing-is-understood", test_without_a_collection_nothing_is_understood);
#undef ADD

  return g_test_run ();
}
