/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-field.h"

#include "psg-rows.h"

/* A text of a lesson. A text view serves for one line too, for in a narrow sidebar that is several. */

struct _PsgLessonField
{
  GtkBox parent_instance;

  gboolean is_line;
  gboolean showing; /* what changes is not the person's doing */

  GtkLabel *caption;
  GtkWidget *reading;  /* the text, to be read */
  GtkWidget *writing;  /* around the text view */
  GtkWidget *view;
  GtkTextBuffer *buffer;
  GtkWidget *placeholder;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgLessonField, psg_lesson_field, GTK_TYPE_BOX)

static char *
dup_text (PsgLessonField *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
show_placeholder (PsgLessonField *self)
{
  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (self->buffer) == 0);
}

static void
changed_cb (PsgLessonField *self)
{
  g_autofree char *text = NULL;

  show_placeholder (self);
  if (self->showing)
    return;

  text = dup_text (self);
  if (self->is_line)
    g_strdelimit (text, "\r\n", ' ');
  g_signal_emit (self, signals[EDITED], 0, text);
}

/* Where one paragraph is all there is, what ends it goes on to the next field. */
static gboolean
key_pressed_cb (PsgLessonField *self,
                guint           key)
{
  if (!self->is_line || (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);

  return GDK_EVENT_STOP;
}

static void
add_writing (PsgLessonField *self,
             const char     *label,
             const char     *placeholder)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_set_hexpand (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->view, keys);

  self->placeholder = gtk_label_new (placeholder);
  gtk_label_set_ellipsize (GTK_LABEL (self->placeholder), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->placeholder), 0);
  gtk_widget_set_valign (self->placeholder, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->placeholder, FALSE);
  gtk_widget_add_css_class (self->placeholder, "lesson-placeholder");

  self->writing = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->writing), self->view);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->writing), self->placeholder);
  gtk_widget_add_css_class (self->writing, "lesson-writing");
  gtk_box_append (GTK_BOX (self), self->writing);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (changed_cb), self);
}

static void
psg_lesson_field_class_init (PsgLessonFieldClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "lessonfield");

  signals[EDITED] = g_signal_new ("edited", PSG_TYPE_LESSON_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
psg_lesson_field_init (PsgLessonField *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
}

/**
 * psg_lesson_field_new:
 * @label: what the text is
 * @placeholder: what stands there while there is none
 * @is_line: whether it is one paragraph
 *
 * Returns: (transfer floating): a field, to be read
 */
GtkWidget *
psg_lesson_field_new (const char *label,
                      const char *placeholder,
                      gboolean    is_line)
{
  PsgLessonField *self = g_object_new (PSG_TYPE_LESSON_FIELD, NULL);

  self->is_line = is_line;
  self->caption = GTK_LABEL (psg_label_new (label, "caption"));
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "dim-label");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->caption));
  self->reading = psg_body_label_new (NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reading), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, label, -1);
  gtk_box_append (GTK_BOX (self), self->reading);
  add_writing (self, label, placeholder);
  psg_lesson_field_set_editable (self, FALSE);
  psg_lesson_field_set_text (self, "");

  return GTK_WIDGET (self);
}

/* The caret stays where it is if the text does. */
void
psg_lesson_field_set_text (PsgLessonField *self,
                           const char     *text)
{
  g_autofree char *shown = dup_text (self);

  gtk_label_set_label (GTK_LABEL (self->reading), text);
  if (!gtk_widget_get_visible (self->writing))
    gtk_widget_set_visible (GTK_WIDGET (self), *text != '\0');
  if (g_str_equal (shown, text))
    {
      show_placeholder (self);
      return;
    }

  self->showing = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  self->showing = FALSE;
}

/* What is only read, and says nothing, is not there. */
void
psg_lesson_field_set_editable (PsgLessonField *self,
                               gboolean        editable)
{
  gtk_widget_set_visible (self->writing, editable);
  gtk_widget_set_visible (self->reading, !editable);
  gtk_widget_set_visible (GTK_WIDGET (self), editable || *gtk_label_get_label (GTK_LABEL (self->reading)) != '\0');
}

/* Puts the caret into it. */
void
psg_lesson_field_begin (PsgLessonField *self)
{
  gtk_widget_grab_focus (self->view);
}
