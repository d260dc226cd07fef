/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-editor-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "psg-follow.h"
#include "psg-session-lessons.h"
#include "psg-session-step.h"

/* What can be done with a lesson and its steps, as actions of the editor: buttons, menus and keys take that road. */

/* Lets a change be known. @after: (transfer full) */
void
psg_lesson_editor_commit (PsgLessonEditor *self,
                          const char      *label,
                          PsgLesson       *after,
                          const char      *merge)
{
  g_autoptr (PsgLesson) owned = after;

  owned->modified = g_get_real_time ();
  psg_lessons_change (psg_session_get_lessons (self->session), label, self->lesson, owned, merge);
}

void
psg_lesson_editor_update_actions (PsgLessonEditor *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int chosen = psg_lesson_editor_get_chosen (self);
  gboolean may = self->editable && chosen >= 0;

  /* Rows also go when all of it does. */
  if (self->lesson == NULL)
    return;

  gtk_widget_action_set_enabled (widget, "lesson.add-step", self->editable);
  gtk_widget_action_set_enabled (widget, "lesson.update-step", may);
  gtk_widget_action_set_enabled (widget, "lesson.edit-step", may);
  gtk_widget_action_set_enabled (widget, "lesson.duplicate-step", may);
  gtk_widget_action_set_enabled (widget, "lesson.delete-step", may);
  gtk_widget_action_set_enabled (widget, "lesson.move-step-up", may && chosen > 0);
  gtk_widget_action_set_enabled (widget, "lesson.move-step-down", may && chosen + 1 < (int) self->lesson->steps->len);
  gtk_widget_action_set_enabled (widget, "lesson.delete", self->editable);
  psg_lesson_editor_show_target (self);
}

void
psg_lesson_editor_move_step (PsgLessonEditor *self,
                             guint            from,
                             guint            to)
{
  PsgLesson *after;

  if (from == to)
    return;

  after = psg_lesson_copy (self->lesson);
  psg_lesson_move_step (after, from, to);
  psg_lesson_editor_commit (self, _("Move Step"), after, NULL);
  psg_lesson_editor_choose (self, to);
  gtk_widget_grab_focus (GTK_WIDGET (psg_lesson_editor_get_row (self, to)));
}

/* (transfer full) */
static PsgLessonStep *
look (PsgLessonEditor *self)
{
  PsgViewpoint viewpoint;
  gboolean has_map = self->map.get (&viewpoint, self->map.data);

  return psg_session_new_step (self->session, has_map ? &viewpoint : NULL);
}

static void
edit_chosen (PsgLessonEditor *self)
{
  PsgStepRow *row = PSG_STEP_ROW (gtk_list_box_get_selected_row (self->steps));

  if (row != NULL && psg_step_row_get_card (row) != NULL)
    psg_step_card_begin (psg_step_row_get_card (row));
}

/* After the chosen one, or at the end. @step: (transfer full) */
static void
insert (PsgLessonEditor *self,
        const char      *label,
        PsgLessonStep   *step)
{
  int chosen = psg_lesson_editor_get_chosen (self);
  guint index = chosen >= 0 ? (guint) chosen + 1 : self->lesson->steps->len;
  PsgLesson *after = psg_lesson_copy (self->lesson);

  psg_lesson_insert_step (after, index, step);
  if (psg_lesson_find_fault (after) != NULL)
    {
      psg_lesson_unref (after);
      psg_show_error (GTK_WIDGET (self), _("A lesson cannot have more steps"));
      return;
    }
  psg_lesson_editor_commit (self, label, after, NULL);
  psg_lesson_editor_choose (self, index);
  edit_chosen (self);
}

static void
add_step_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  PsgLessonEditor *self = PSG_LESSON_EDITOR (widget);

  insert (self, _("Add Step"), look (self));
}

static void
duplicate_step_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  PsgLessonEditor *self = PSG_LESSON_EDITOR (widget);

  insert (self, _("Duplicate Step"),
          psg_lesson_step_copy (psg_lesson_get_step (self->lesson, psg_lesson_editor_get_chosen (self))));
}

static void
update_step_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  PsgLessonEditor *self = PSG_LESSON_EDITOR (widget);
  PsgLesson *after = psg_lesson_copy (self->lesson);
  g_autoptr (PsgLessonStep) view = look (self);

  psg_lesson_step_set_view (psg_lesson_get_step (after, psg_lesson_editor_get_chosen (self)), view);
  psg_lesson_editor_commit (self, _("Update Step"), after, NULL);
  psg_show_error (widget, _("The step shows this view now"));
}

static void
edit_step_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  edit_chosen (PSG_LESSON_EDITOR (widget));
}

static void
move_step_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  PsgLessonEditor *self = PSG_LESSON_EDITOR (widget);
  int chosen = psg_lesson_editor_get_chosen (self);

  psg_lesson_editor_move_step (self, chosen, g_str_has_suffix (action, "up") ? chosen - 1 : chosen + 1);
}

/* Tells what is done, and how to undo it. */
static void
tell_deleted (GtkWidget  *widget,
              const char *message)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

static void
delete_step_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  PsgLessonEditor *self = PSG_LESSON_EDITOR (widget);
  int chosen = psg_lesson_editor_get_chosen (self);
  PsgLesson *after = psg_lesson_copy (self->lesson);

  psg_lesson_remove_step (after, chosen);
  psg_lesson_editor_choose (self, -1);
  psg_lesson_editor_commit (self, _("Delete Step"), after, NULL);
  chosen = MIN (chosen, (int) self->lesson->steps->len - 1);
  psg_lesson_editor_choose (self, chosen);
  if (chosen >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (psg_lesson_editor_get_row (self, chosen)));
  tell_deleted (widget, _("Step deleted"));
}

static void
delete_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  PsgLessonEditor *self = PSG_LESSON_EDITOR (widget);
  g_autofree char *id = g_strdup (self->lesson->id);

  tell_deleted (widget, _("Lesson deleted"));
  psg_lessons_bin (psg_session_get_lessons (self->session), _("Delete Lesson"), id);
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  PsgLessonEditor *self = PSG_LESSON_EDITOR (widget);
  g_autoptr (PsgLesson) copy = NULL;

  if (!psg_session_may_keep_lessons (self->session))
    {
      psg_show_error (widget, _("The notebook cannot be written to"));
      return;
    }

  copy = psg_session_copy_lesson (self->session, self->lesson, g_get_real_time ());
  psg_lessons_change (psg_session_get_lessons (self->session), _("Duplicate Lesson"), NULL, copy, NULL);
  psg_lesson_editor_tell (self, COPIED, copy->id);
}

static void
close_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  psg_lesson_editor_tell (PSG_LESSON_EDITOR (widget), CLOSED, NULL);
}

void
psg_lesson_editor_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "lesson.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "lesson.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "lesson.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "lesson.add-step", NULL, add_step_cb);
  gtk_widget_class_install_action (widget_class, "lesson.update-step", NULL, update_step_cb);
  gtk_widget_class_install_action (widget_class, "lesson.edit-step", NULL, edit_step_cb);
  gtk_widget_class_install_action (widget_class, "lesson.duplicate-step", NULL, duplicate_step_cb);
  gtk_widget_class_install_action (widget_class, "lesson.delete-step", NULL, delete_step_cb);
  gtk_widget_class_install_action (widget_class, "lesson.move-step-up", NULL, move_step_cb);
  gtk_widget_class_install_action (widget_class, "lesson.move-step-down", NULL, move_step_cb);
}
