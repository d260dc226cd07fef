/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-head.h"

#include <glib/gi18n-lib.h>

#include "psg-lesson-field.h"
#include "psg-lesson-words.h"
#include "psg-rows.h"

/* What is said of a lesson as a whole. */

/* Longer than any lesson at school. */
#define MAX_MINUTES 600

struct _PsgLessonHead
{
  GtkBox parent_instance;

  gboolean editable;
  gboolean showing; /* what changes is not the person's doing */

  GtkLabel *name;  /* to be read */
  GtkLabel *facts; /* likewise */
  PsgLessonField *title;
  PsgLessonField *description;
  GtkWidget *time; /* around the minutes */
  GtkSpinButton *minutes;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgLessonHead, psg_lesson_head, GTK_TYPE_BOX)

static void
title_edited_cb (PsgLessonHead *self,
                 const char    *value)
{
  g_signal_emit (self, signals[EDITED], 0, PSG_LESSON_TITLE, value);
}

static void
description_edited_cb (PsgLessonHead *self,
                       const char    *value)
{
  g_signal_emit (self, signals[EDITED], 0, PSG_LESSON_DESCRIPTION, value);
}

static void
minutes_changed_cb (PsgLessonHead *self)
{
  g_autofree char *value = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (self->minutes));

  if (!self->showing)
    g_signal_emit (self, signals[EDITED], 0, PSG_LESSON_MINUTES, value);
}

static void
add_minutes (PsgLessonHead *self)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Minutes"));

  self->minutes = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, MAX_MINUTES, 5));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->minutes));
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_editable_set_width_chars (GTK_EDITABLE (self->minutes), 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->minutes), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Minutes"), -1);
  self->time = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_box_append (GTK_BOX (self->time), label);
  gtk_box_append (GTK_BOX (self->time), GTK_WIDGET (self->minutes));
  gtk_box_append (GTK_BOX (self), self->time);
  g_signal_connect_swapped (self->minutes, "value-changed", G_CALLBACK (minutes_changed_cb), self);
}

static void
psg_lesson_head_class_init (PsgLessonHeadClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "lessonhead");

  signals[EDITED] = g_signal_new ("edited", PSG_TYPE_LESSON_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
psg_lesson_head_init (PsgLessonHead *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);

  self->name = GTK_LABEL (psg_title_new (NULL));
  self->facts = GTK_LABEL (psg_label_new (NULL, "row-subtitle"));
  self->title = PSG_LESSON_FIELD (psg_lesson_field_new (_("Title"), _("What is the lesson called?"), TRUE));
  self->description = PSG_LESSON_FIELD (psg_lesson_field_new (_("Description"), _("What is it about, and for whom?"),
                                                              FALSE));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->facts));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->description));
  add_minutes (self);
  g_signal_connect_swapped (self->title, "edited", G_CALLBACK (title_edited_cb), self);
  g_signal_connect_swapped (self->description, "edited", G_CALLBACK (description_edited_cb), self);
}

/* (transfer floating) */
GtkWidget *
psg_lesson_head_new (gboolean editable)
{
  PsgLessonHead *self = g_object_new (PSG_TYPE_LESSON_HEAD, NULL);

  self->editable = editable;
  gtk_widget_set_visible (GTK_WIDGET (self->name), !editable);
  psg_lesson_field_set_editable (self->title, editable);
  psg_lesson_field_set_editable (self->description, editable);
  gtk_widget_set_visible (self->time, editable);

  return GTK_WIDGET (self);
}

void
psg_lesson_head_set (PsgLessonHead   *self,
                     const PsgLesson *lesson)
{
  g_autofree char *facts = psg_lesson_dup_facts (lesson);

  gtk_label_set_label (self->name, psg_lesson_get_title (lesson));
  gtk_label_set_label (self->facts, facts);
  if (self->editable)
    psg_lesson_field_set_text (self->title, psg_text_get (lesson->title));
  psg_lesson_field_set_text (self->description, psg_text_get (lesson->description));

  self->showing = TRUE;
  gtk_spin_button_set_value (self->minutes, lesson->minutes);
  self->showing = FALSE;
}

/* Puts the caret into the title. */
void
psg_lesson_head_begin (PsgLessonHead *self)
{
  psg_lesson_field_begin (self->title);
}
