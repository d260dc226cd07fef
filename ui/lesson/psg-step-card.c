/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-step-card.h"

#include <glib/gi18n-lib.h>

#include "psg-lesson-field.h"

/* What is said at a step, and what can be done with it. */

struct _PsgStepCard
{
  GtkBox parent_instance;

  gboolean editable;
  PsgLessonField *fields[PSG_STEP_N_TEXTS];
};

static const struct
{
  const char *label;
  const char *placeholder;
  gsize       offset;
} texts[PSG_STEP_N_TEXTS] = {
  [PSG_STEP_HEADING] = { N_("Heading"), N_("What is this step called?"), G_STRUCT_OFFSET (PsgLessonStep, heading) },
  [PSG_STEP_TEXT] = { N_("For the class"), N_("What the class reads"), G_STRUCT_OFFSET (PsgLessonStep, text) },
  [PSG_STEP_QUESTION] = { N_("Question"), N_("What do you ask the class?"), G_STRUCT_OFFSET (PsgLessonStep, question) },
  [PSG_STEP_ANSWER] = { N_("Answer, hidden at first"), N_("What is a good answer?"),
                        G_STRUCT_OFFSET (PsgLessonStep, answer) },
  [PSG_STEP_NOTES] = { N_("Notes for you alone"), N_("What do you want to remember?"),
                       G_STRUCT_OFFSET (PsgLessonStep, notes) },
};

static const struct
{
  const char *icon;
  const char *label;
  const char *action;
} tools[] = {
  { "go-up-symbolic", N_("Move Up"), "lesson.move-step-up" },
  { "go-down-symbolic", N_("Move Down"), "lesson.move-step-down" },
  { "edit-copy-symbolic", N_("Duplicate Step"), "lesson.duplicate-step" },
  { "user-trash-symbolic", N_("Delete Step"), "lesson.delete-step" },
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgStepCard, psg_step_card, GTK_TYPE_BOX)

static void
edited_cb (PsgStepCard    *self,
           const char     *value,
           PsgLessonField *field)
{
  for (guint i = 0; i < PSG_STEP_N_TEXTS; i++)
    if (self->fields[i] == field)
      g_signal_emit (self, signals[EDITED], 0, i, value);
}

static void
add_tools (PsgStepCard *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *update = gtk_button_new_with_mnemonic (_("_Update to This View"));
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (update));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (update), "lesson.update-step");
  gtk_widget_set_tooltip_text (update, _("From now on the step shows what the window shows"));
  gtk_box_append (GTK_BOX (self), update);

  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  gtk_widget_add_css_class (line, "step-tools");
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      GtkWidget *button = gtk_button_new_from_icon_name (tools[i].icon);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _(tools[i].label));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(tools[i].label), -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), tools[i].action);
      gtk_box_append (GTK_BOX (line), button);
    }
  gtk_box_append (GTK_BOX (self), line);
}

static void
psg_step_card_class_init (PsgStepCardClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "stepcard");

  signals[EDITED] = g_signal_new ("edited", PSG_TYPE_STEP_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
psg_step_card_init (PsgStepCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);

  for (guint i = 0; i < PSG_STEP_N_TEXTS; i++)
    {
      self->fields[i] = PSG_LESSON_FIELD (psg_lesson_field_new (_(texts[i].label), _(texts[i].placeholder),
                                                                i == PSG_STEP_HEADING));
      g_signal_connect_swapped (self->fields[i], "edited", G_CALLBACK (edited_cb), self);
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->fields[i]));
    }
}

/* (transfer floating) */
GtkWidget *
psg_step_card_new (gboolean editable)
{
  PsgStepCard *self = g_object_new (PSG_TYPE_STEP_CARD, NULL);

  self->editable = editable;
  for (guint i = 0; i < PSG_STEP_N_TEXTS; i++)
    psg_lesson_field_set_editable (self->fields[i], editable);
  if (editable)
    add_tools (self);

  return GTK_WIDGET (self);
}

/* (transfer none): where a step keeps one of its texts. */
PsgText **
psg_step_get_text (PsgLessonStep *step,
                   PsgStepText    text)
{
  return &G_STRUCT_MEMBER (PsgText *, step, texts[text].offset);
}

/* The heading of what is only read stands above already. */
void
psg_step_card_set (PsgStepCard         *self,
                   const PsgLessonStep *step)
{
  for (guint i = self->editable ? PSG_STEP_HEADING : PSG_STEP_TEXT; i < PSG_STEP_N_TEXTS; i++)
    psg_lesson_field_set_text (self->fields[i], psg_text_get (*psg_step_get_text ((PsgLessonStep *) step, i)));
}

/* Puts the caret into the heading. */
void
psg_step_card_begin (PsgStepCard *self)
{
  psg_lesson_field_begin (self->fields[PSG_STEP_HEADING]);
}
