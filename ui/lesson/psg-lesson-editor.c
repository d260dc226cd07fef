/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-editor-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "psg-follow.h"
#include "psg-lesson-head.h"
#include "psg-lesson-words.h"
#include "psg-session-lessons.h"
#include "psg-session-step.h"
#include "psg-step-row.h"

/*
 * A lesson and its steps. What a person does is handed to the lessons of the session, and shown when they say that
 * it has changed: so it is the same whoever did it, also where it is undone.
 */

/* A row that was opened has its place when nothing has moved for as many frames. */
#define FRAMES_AT_REST 4

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgLessonEditor, psg_lesson_editor, GTK_TYPE_BOX)

void
psg_lesson_editor_tell (PsgLessonEditor *self,
                        guint            signal,
                        const char      *id)
{
  g_signal_emit (self, signals[signal], 0, id);
}

PsgStepRow *
psg_lesson_editor_get_row (PsgLessonEditor *self,
                           guint            index)
{
  return PSG_STEP_ROW (gtk_list_box_get_row_at_index (self->steps, index));
}

/* What is chosen */

void
psg_lesson_editor_show_target (PsgLessonEditor *self)
{
  int chosen = psg_lesson_editor_get_chosen (self);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->present), "(su)", self->lesson->id, (guint) MAX (chosen, 0));
}

static void
show_step (PsgLessonEditor *self,
           guint            index)
{
  const PsgLessonStep *step = psg_lesson_get_step (self->lesson, index);
  g_autofree char *missing = psg_step_missing_describe (psg_session_show_step (self->session, step));

  self->map.show (&step->map, self->map.data);
  if (missing != NULL)
    psg_show_error (GTK_WIDGET (self), missing);
}

/* A row that has just been opened may be higher than the view: it is read from its top. */
static gboolean
show_top_cb (GtkWidget     *row,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  PsgLessonEditor *self = PSG_LESSON_EDITOR (gtk_widget_get_ancestor (row, PSG_TYPE_LESSON_EDITOR));
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;
  double value;

  if (self == NULL || !gtk_widget_compute_bounds (row, self->scroller, &bounds))
    return G_SOURCE_REMOVE;

  /* The focus brings it into sight, in a movement of its own. */
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  value = gtk_adjustment_get_value (adjustment) + bounds.origin.y;
  self->frames_at_rest = value == self->last_value ? self->frames_at_rest + 1 : 0;
  self->last_value = value;
  if (self->frames_at_rest < FRAMES_AT_REST)
    return G_SOURCE_CONTINUE;

  if (bounds.origin.y < 0 || bounds.origin.y + bounds.size.height > gtk_adjustment_get_page_size (adjustment))
    gtk_adjustment_set_value (adjustment, value);

  return G_SOURCE_REMOVE;
}

static void
row_selected_cb (PsgLessonEditor *self,
                 GtkListBoxRow   *chosen)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->steps, i)) != NULL; i++)
    psg_step_row_set_open (PSG_STEP_ROW (row), row == chosen);
  psg_lesson_editor_update_actions (self);
  if (chosen != NULL)
    {
      self->frames_at_rest = 0;
      gtk_widget_add_tick_callback (GTK_WIDGET (chosen), show_top_cb, NULL, NULL);
    }
  if (chosen != NULL && !self->showing)
    show_step (self, gtk_list_box_row_get_index (chosen));
}

/* Shows again what one has moved away from. */
static void
row_activated_cb (PsgLessonEditor *self,
                  GtkListBoxRow   *row)
{
  show_step (self, gtk_list_box_row_get_index (row));
}

/* What is there */

static void
step_edited_cb (PsgLessonEditor *self,
                guint            text,
                const char      *value,
                GtkListBoxRow   *row)
{
  guint index = gtk_list_box_row_get_index (row);
  PsgLesson *after = psg_lesson_copy (self->lesson);
  g_autofree char *merge = g_strdup_printf ("%s/%u/%u", self->lesson->id, index, text);

  psg_lesson_set_text (psg_step_get_text (psg_lesson_get_step (after, index), text), value);
  psg_lesson_editor_commit (self, _("Edit Step"), after, merge);
}

static void
dropped_cb (PsgLessonEditor *self,
            int              from,
            gboolean         below,
            GtkListBoxRow   *row)
{
  int to = gtk_list_box_row_get_index (row) + (below ? 1 : 0);

  psg_lesson_editor_move_step (self, from, from < to ? to - 1 : to);
}

static void
add_row (PsgLessonEditor *self)
{
  GtkWidget *row = psg_step_row_new (self->editable);

  g_signal_connect_object (row, "edited", G_CALLBACK (step_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->steps, row);
}

/* As many rows as there are steps; each shows its step. */
static void
show_lesson (PsgLessonEditor *self)
{
  guint n = self->lesson->steps->len;
  GtkListBoxRow *row;

  self->showing = TRUE;
  psg_lesson_head_set (self->head, self->lesson);
  while ((row = gtk_list_box_get_row_at_index (self->steps, n)) != NULL)
    gtk_list_box_remove (self->steps, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    {
      if (gtk_list_box_get_row_at_index (self->steps, i) == NULL)
        add_row (self);
      psg_step_row_set (psg_lesson_editor_get_row (self, i), psg_lesson_get_step (self->lesson, i), i);
    }
  gtk_widget_set_visible (self->hint, n == 0 && self->editable);
  gtk_widget_set_visible (GTK_WIDGET (self->steps), n > 0);
  self->showing = FALSE;
  psg_lesson_editor_update_actions (self);
}

static void
lessons_changed_cb (PsgLessonEditor *self)
{
  PsgLesson *lesson = psg_session_find_lesson (self->session, self->lesson->id);

  if (lesson == self->lesson)
    return;
  if (lesson == NULL)
    {
      g_signal_emit (self, signals[GONE], 0);
      return;
    }

  psg_lesson_unref (self->lesson);
  self->lesson = psg_lesson_ref (lesson);
  show_lesson (self);
}

static void
head_edited_cb (PsgLessonEditor *self,
                guint            part,
                const char      *value)
{
  PsgLesson *after = psg_lesson_copy (self->lesson);
  g_autofree char *merge = g_strdup_printf ("%s/%u", self->lesson->id, part);

  if (part == PSG_LESSON_MINUTES)
    after->minutes = (guint) g_ascii_strtoull (value, NULL, 10);
  else
    psg_lesson_set_text (part == PSG_LESSON_TITLE ? &after->title : &after->description, value);
  psg_lesson_editor_commit (self, _("Edit Lesson"), after, merge);
}

/* How it is put together */

static GtkWidget *
new_menu_button (PsgLessonEditor *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Duplicate Lesson"), "lesson.duplicate");
  if (psg_lesson_is_own (self->lesson))
    {
      g_autofree char *target = g_strdup_printf ("win.export-lesson::%s", self->lesson->id);

      g_menu_append (menu, _("_Export for a Colleague…"), target);
      g_menu_append (menu, _("De_lete Lesson"), "lesson.delete");
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("More about this lesson"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More about this lesson"),
                                  -1);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static void
add_bar (PsgLessonEditor *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_tooltip_text (back, _("All lessons"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("All lessons"), -1);
  gtk_widget_add_css_class (back, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "lesson.close");
  gtk_widget_set_hexpand (space, TRUE);

  self->present = gtk_button_new_with_mnemonic (_("Prese_nt"));
  gtk_widget_set_tooltip_text (self->present, _("Present the lesson, from the chosen step on"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->present), "win.present-lesson");
  gtk_widget_add_css_class (self->present, "suggested-action");

  gtk_widget_add_css_class (bar, "lesson-bar");
  gtk_box_append (GTK_BOX (bar), back);
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar), self->present);
  gtk_box_append (GTK_BOX (bar), new_menu_button (self));
  gtk_box_append (GTK_BOX (self), bar);
}

static void
add_content (PsgLessonEditor *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->scroller = gtk_scrolled_window_new ();
  self->head = PSG_LESSON_HEAD (psg_lesson_head_new (self->editable));
  self->steps = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->steps), "lesson-steps");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->steps), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Steps"), -1);
  self->hint = gtk_label_new (_("Find an event, move the map and the timeline to what the class shall see, and add "
                                "that view as the first step."));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (self->hint), 14);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "page-note");

  gtk_widget_add_css_class (content, "lesson-content");
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (content), self->hint);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->steps));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), content);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (self), self->scroller);

  g_signal_connect_swapped (self->head, "edited", G_CALLBACK (head_edited_cb), self);
  g_signal_connect_swapped (self->steps, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (self->steps, "row-activated", G_CALLBACK (row_activated_cb), self);
}

/* (transfer floating) */
static GtkWidget *
new_action_button (const char *label,
                   const char *tooltip,
                   const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  GtkLabel *text = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_wrap (text, TRUE);
  gtk_label_set_justify (text, GTK_JUSTIFY_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);

  return button;
}

/* One's own grows by what is seen; another's becomes one's own first. */
static void
add_ways_on (PsgLessonEditor *self)
{
  GtkWidget *foot;

  if (!self->editable)
    {
      gtk_box_append (GTK_BOX (self->head),
                      new_action_button (_("Change It in _Your Own Copy"),
                                         _("The lesson that came with the collection stays as it is"),
                                         "lesson.duplicate"));
      return;
    }

  foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (foot, "lesson-foot");
  gtk_box_append (GTK_BOX (foot),
                  new_action_button (_("_Add This View as a Step"),
                                     _("What the timeline, the map and the text show now, after the chosen step"),
                                     "lesson.add-step"));
  gtk_box_append (GTK_BOX (self), foot);
}

/* A text view would take them for its own. */
static void
add_move_keys (PsgLessonEditor *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  static const struct
  {
    guint       key;
    const char *action;
  } keys[] = {
    { GDK_KEY_Up, "lesson.move-step-up" },
    { GDK_KEY_Down, "lesson.move-step-down" },
    { GDK_KEY_KP_Up, "lesson.move-step-up" },
    { GDK_KEY_KP_Down, "lesson.move-step-down" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_ALT_MASK),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->steps), controller);
}

static void
psg_lesson_editor_dispose (GObject *object)
{
  PsgLessonEditor *self = PSG_LESSON_EDITOR (object);

  g_clear_pointer (&self->lesson, psg_lesson_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_lesson_editor_parent_class)->dispose (object);
}

static void
psg_lesson_editor_class_init (PsgLessonEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_lesson_editor_dispose;

  gtk_widget_class_set_css_name (widget_class, "lessoneditor");
  psg_lesson_editor_install_actions (widget_class);

  signals[CLOSED] = g_signal_new ("closed", PSG_TYPE_LESSON_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[GONE] = g_signal_new ("gone", PSG_TYPE_LESSON_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[COPIED] = g_signal_new ("copied", PSG_TYPE_LESSON_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
psg_lesson_editor_init (PsgLessonEditor *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * psg_lesson_editor_new:
 * @session: a session with a collection
 * @id: of one of its lessons
 * @map: where the map is
 *
 * Returns: (transfer floating): the lesson, to be worked on
 */
GtkWidget *
psg_lesson_editor_new (PsgSession         *session,
                       const char         *id,
                       const PsgLessonMap *map)
{
  PsgLessonEditor *self = g_object_new (PSG_TYPE_LESSON_EDITOR, NULL);

  self->session = g_object_ref (session);
  self->lesson = psg_lesson_ref (psg_session_find_lesson (session, id));
  self->map = *map;
  self->editable = psg_lesson_is_own (self->lesson) && psg_session_may_keep_lessons (session);
  add_bar (self);
  add_content (self);
  add_ways_on (self);
  add_move_keys (self);
  show_lesson (self);
  g_signal_connect_object (session, "lessons-changed", G_CALLBACK (lessons_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

const char *
psg_lesson_editor_get_id (PsgLessonEditor *self)
{
  return self->lesson->id;
}

/* Puts the caret into the title of one's own lesson, and the focus on the first step of another. */
void
psg_lesson_editor_begin (PsgLessonEditor *self)
{
  if (self->editable && (self->lesson->title == NULL || self->lesson->steps->len == 0))
    psg_lesson_head_begin (self->head);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->steps), GTK_DIR_TAB_FORWARD);
}

/* Chooses a step without showing it in the window, which shows it already or shall stay as it is; none with -1. */
void
psg_lesson_editor_choose (PsgLessonEditor *self,
                          int              index)
{
  self->showing = TRUE;
  gtk_list_box_select_row (self->steps, index >= 0 ? gtk_list_box_get_row_at_index (self->steps, index) : NULL);
  self->showing = FALSE;
}

/* From 0; -1 if none is. */
int
psg_lesson_editor_get_chosen (PsgLessonEditor *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->steps);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}
