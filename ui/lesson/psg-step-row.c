/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-step-row.h"

#include <glib/gi18n-lib.h>

#include "psg-lesson-words.h"
#include "psg-rows.h"

/* A step in its lesson. Its texts are made when it is first opened. */

struct _PsgStepRow
{
  GtkListBoxRow parent_instance;

  PsgLessonStep *step; /* (nullable) (owned) */
  gboolean editable;

  GtkWidget *box;
  GtkWidget *line; /* what can be dragged */
  GtkLabel *number;
  GtkLabel *title;
  GtkLabel *time;
  PsgStepCard *card; /* (nullable) */
};

enum
{
  EDITED,
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgStepRow, psg_step_row, GTK_TYPE_LIST_BOX_ROW)

static void
edited_cb (PsgStepRow *self,
           guint       text,
           const char *value)
{
  g_signal_emit (self, signals[EDITED], 0, text, value);
}

static GdkContentProvider *
prepare_cb (PsgStepRow *self)
{
  return gdk_content_provider_new_typed (PSG_TYPE_STEP_ROW, self);
}

static void
drag_begin_cb (PsgStepRow    *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (self->line);

  gtk_drag_source_set_icon (source, picture, 8, 8);
}

static gboolean
is_lower_half (PsgStepRow *self,
               double      y)
{
  return y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

static void
show_drop (PsgStepRow *self,
           const char *css_class)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-above");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-below");
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
}

static GdkDragAction
motion_cb (PsgStepRow *self,
           double      x,
           double      y)
{
  show_drop (self, is_lower_half (self, y) ? "drop-below" : "drop-above");

  return GDK_ACTION_MOVE;
}

static void
leave_cb (PsgStepRow *self)
{
  show_drop (self, NULL);
}

/* A row of another lesson, in another window, is not taken. */
static gboolean
drop_cb (PsgStepRow   *self,
         const GValue *value,
         double        x,
         double        y)
{
  GtkWidget *dropped = g_value_get_object (value);

  show_drop (self, NULL);
  if (dropped == NULL || gtk_widget_get_parent (dropped) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;

  g_signal_emit (self, signals[DROPPED], 0, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (dropped)),
                 is_lower_half (self, y));

  return TRUE;
}

static void
make_draggable (PsgStepRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (PSG_TYPE_STEP_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (self->line, GTK_EVENT_CONTROLLER (source));

  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
psg_step_row_finalize (GObject *object)
{
  g_clear_pointer (&PSG_STEP_ROW (object)->step, psg_lesson_step_free);

  G_OBJECT_CLASS (psg_step_row_parent_class)->finalize (object);
}

static void
psg_step_row_class_init (PsgStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = psg_step_row_finalize;

  /* What stands in a text goes first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "lesson.delete-step", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "lesson.delete-step", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "lesson.edit-step", NULL);

  signals[EDITED] = g_signal_new ("edited", PSG_TYPE_STEP_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[DROPPED] = g_signal_new ("dropped", PSG_TYPE_STEP_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
}

static void
psg_step_row_init (PsgStepRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_width_chars (self->number, 2);
  gtk_label_set_xalign (self->number, 1);
  gtk_widget_set_valign (GTK_WIDGET (self->number), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "step-number");
  self->title = GTK_LABEL (psg_label_new (NULL, "row-title"));
  self->time = GTK_LABEL (psg_label_new (NULL, "row-subtitle"));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->time));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (self->line), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (self->line), texts);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_box_append (GTK_BOX (self->box), self->line);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

/* (transfer floating) */
GtkWidget *
psg_step_row_new (gboolean editable)
{
  PsgStepRow *self = g_object_new (PSG_TYPE_STEP_ROW, NULL);
  GtkWidget *handle;

  self->editable = editable;
  if (!editable)
    return GTK_WIDGET (self);

  handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  gtk_widget_set_valign (handle, GTK_ALIGN_START);
  gtk_widget_add_css_class (handle, "step-handle");
  gtk_accessible_update_state (GTK_ACCESSIBLE (handle), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (self->line), handle);
  make_draggable (self);

  return GTK_WIDGET (self);
}

/**
 * psg_step_row_set:
 * @self: a row
 * @step: what it shows
 * @index: which step it is, from 0
 */
void
psg_step_row_set (PsgStepRow          *self,
                  const PsgLessonStep *step,
                  guint                index)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *title = psg_lesson_step_dup_title (step, index);
  g_autofree char *time = psg_lesson_step_dup_time (step);
  /* Translators: a step of a lesson, read aloud: its number, heading and dates */
  g_autofree char *name = g_strdup_printf (_("Step %s: %s, %s"), number, title, time);

  g_clear_pointer (&self->step, psg_lesson_step_free);
  self->step = psg_lesson_step_copy (step);
  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->time, time);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (self->card != NULL)
    psg_step_card_set (self->card, step);
}

/* Whether its texts are in sight. */
void
psg_step_row_set_open (PsgStepRow *self,
                       gboolean    open)
{
  if (open && self->card == NULL)
    {
      self->card = PSG_STEP_CARD (psg_step_card_new (self->editable));
      g_signal_connect_swapped (self->card, "edited", G_CALLBACK (edited_cb), self);
      gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->card));
      psg_step_card_set (self->card, self->step);
    }
  if (self->card != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->card), open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

/* (transfer none) (nullable): %NULL until it was open. */
PsgStepCard *
psg_step_row_get_card (PsgStepRow *self)
{
  return self->card;
}
