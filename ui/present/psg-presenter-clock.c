/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-presenter-clock.h"

#include <glib/gi18n-lib.h>

/* Three times, shown once a second. What is to be done about them is on a popover. */

#define MOST_MINUTES 600

struct _PsgPresenterClock
{
  GtkWidget        parent_instance;

  PsgPresentation *presentation; /* owned */
  guint            tick;         /* source */

  /* children */
  GtkWidget       *button;
  GtkWidget       *left;
  GtkWidget       *now;
  GtkWidget       *elapsed;
};

G_DEFINE_FINAL_TYPE (PsgPresenterClock, psg_presenter_clock, GTK_TYPE_WIDGET)

static void
show_left (PsgPresenterClock    *self,
           const PsgLessonClock *clock,
           gint64                now)
{
  static const char *const classes[] = {
    [PSG_LESSON_TIME_FREE] = "time-free",
    [PSG_LESSON_TIME_ENOUGH] = "time-enough",
    [PSG_LESSON_TIME_SHORT] = "time-short",
    [PSG_LESSON_TIME_OVER] = "time-over",
  };
  PsgLessonTime time = psg_lesson_clock_judge (clock, now);
  gint64 left = psg_lesson_clock_get_left (clock, now);
  g_autofree char *length = psg_lesson_clock_format (ABS (left));
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (self->left, classes[i]);
  gtk_widget_add_css_class (self->left, classes[time]);
  gtk_widget_set_visible (self->left, time != PSG_LESSON_TIME_FREE);
  /* Translators: %s is a length of time, such as 7:52 */
  text = g_strdup_printf (time == PSG_LESSON_TIME_OVER ? _("%s over") : _("%s left"), length);
  gtk_label_set_label (GTK_LABEL (self->left), text);
}

static gboolean
show_cb (gpointer user_data)
{
  PsgPresenterClock *self = PSG_PRESENTER_CLOCK (user_data);
  const PsgLessonClock *clock = psg_presentation_get_clock (self->presentation);
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GDateTime) date = g_date_time_new_now_local ();
  /* Translators: the time of day as a clock shows it, for g_date_time_format() */
  g_autofree char *of_day = g_date_time_format (date, _("%H:%M"));
  g_autofree char *length = psg_lesson_clock_format (psg_lesson_clock_get_elapsed (clock, now));
  g_autofree char *elapsed = NULL;

  /* Translators: %s is how long a lesson has taken, such as 12:08 */
  elapsed = g_strdup_printf (psg_lesson_clock_get_running (clock) ? _("elapsed %s") : _("paused at %s"), length);
  gtk_label_set_label (GTK_LABEL (self->now), of_day);
  gtk_label_set_label (GTK_LABEL (self->elapsed), elapsed);
  show_left (self, clock, now);

  return G_SOURCE_CONTINUE;
}

static void
plan_changed_cb (GtkSpinButton     *spin,
                 PsgPresenterClock *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "present.plan", "u", (guint) gtk_spin_button_get_value_as_int (spin));
  show_cb (self);
}

static GtkWidget *
new_popover (PsgPresenterClock *self)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Minutes planned"));
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MOST_MINUTES, 1);
  GtkWidget *run = gtk_check_button_new_with_mnemonic (_("The clock _runs (T)"));
  GtkWidget *anew = gtk_button_new_with_mnemonic (_("_Start the Clock Anew"));

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), psg_presentation_get_clock (self->presentation)->planned / 60);
  gtk_widget_set_tooltip_text (spin, _("0 for no matter how many"));
  g_signal_connect (spin, "value-changed", G_CALLBACK (plan_changed_cb), self);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), spin);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), spin);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (run), "present.clock");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (anew), "present.restart-clock");
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), run);
  gtk_box_append (GTK_BOX (box), anew);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
psg_presenter_clock_dispose (GObject *object)
{
  PsgPresenterClock *self = PSG_PRESENTER_CLOCK (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (psg_presenter_clock_parent_class)->dispose (object);
}

static void
psg_presenter_clock_class_init (PsgPresenterClockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_presenter_clock_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "presenterclock");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
psg_presenter_clock_init (PsgPresenterClock *self)
{
}

/**
 * psg_presenter_clock_new:
 * @presentation: what is presented, in a window with its actions
 *
 * Returns: (transfer floating): its clock
 */
GtkWidget *
psg_presenter_clock_new (PsgPresentation *presentation)
{
  PsgPresenterClock *self = g_object_new (PSG_TYPE_PRESENTER_CLOCK, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);

  self->presentation = g_object_ref (presentation);
  self->left = add_label (box, "clock-left");
  self->now = add_label (box, "clock-now");
  self->elapsed = add_label (box, "clock-elapsed");
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), new_popover (self));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, _("The time of the lesson"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("The time of the lesson"), -1);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  self->tick = g_timeout_add_seconds (1, show_cb, self);
  show_cb (self);

  return GTK_WIDGET (self);
}
