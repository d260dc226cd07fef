/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-pane.h"

#include "psg-lesson-list.h"
#include "psg-session-lessons.h"

/* Lessons beside the events and the notes: the list, or one of them. */

struct _PsgLessonPane
{
  AdwBin parent_instance;

  PsgSession *session; /* owned */
  PsgLessonMap map;
  GtkStack *stack;
  PsgLessonList *list;
  PsgLessonEditor *editor; /* (nullable): of the lesson that is open */
};

G_DEFINE_FINAL_TYPE (PsgLessonPane, psg_lesson_pane, ADW_TYPE_BIN)

static void
show_list (PsgLessonPane *self,
           gboolean       focus)
{
  g_autofree char *id = NULL;

  if (self->editor == NULL)
    return;

  id = g_strdup (psg_lesson_editor_get_id (self->editor));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->list));
  gtk_stack_remove (self->stack, GTK_WIDGET (g_steal_pointer (&self->editor)));
  if (focus)
    psg_lesson_list_begin (self->list, id);
}

static void
closed_cb (PsgLessonPane *self)
{
  show_list (self, TRUE);
}

/* The focus stays where it is, unless it was in here. */
static void
gone_cb (PsgLessonPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  show_list (self, focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}

/* At the step one was at. */
static void
copied_cb (PsgLessonPane *self,
           const char    *id)
{
  g_autofree char *copy = g_strdup (id);
  int chosen = psg_lesson_editor_get_chosen (self->editor);

  psg_lesson_pane_open (self, copy);
  psg_lesson_editor_choose (self->editor, chosen);
  psg_lesson_editor_begin (self->editor);
}

static void
opened_cb (PsgLessonPane *self,
           const char    *id)
{
  g_autofree char *copy = g_strdup (id);

  if (psg_lesson_pane_open (self, copy))
    psg_lesson_editor_begin (self->editor);
}

static void
psg_lesson_pane_dispose (GObject *object)
{
  PsgLessonPane *self = PSG_LESSON_PANE (object);

  self->editor = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_lesson_pane_parent_class)->dispose (object);
}

static void
psg_lesson_pane_class_init (PsgLessonPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_lesson_pane_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "lessonpane");
}

static void
psg_lesson_pane_init (PsgLessonPane *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/* (transfer floating) */
GtkWidget *
psg_lesson_pane_new (PsgSession         *session,
                     const PsgLessonMap *map)
{
  PsgLessonPane *self = g_object_new (PSG_TYPE_LESSON_PANE, NULL);

  self->session = g_object_ref (session);
  self->map = *map;
  self->list = PSG_LESSON_LIST (psg_lesson_list_new (session));
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->list));

  return GTK_WIDGET (self);
}

/* Puts the focus where one goes on. */
void
psg_lesson_pane_begin (PsgLessonPane *self)
{
  if (self->editor != NULL)
    psg_lesson_editor_begin (self->editor);
  else
    psg_lesson_list_begin (self->list, NULL);
}

/**
 * psg_lesson_pane_open:
 * @self: a pane
 * @id: of a lesson
 *
 * Shows a lesson in place of what is shown.
 *
 * Returns: whether there is such a lesson
 */
gboolean
psg_lesson_pane_open (PsgLessonPane *self,
                      const char    *id)
{
  PsgLessonEditor *before = self->editor;

  if (psg_session_find_lesson (self->session, id) == NULL)
    return FALSE;

  self->editor = PSG_LESSON_EDITOR (psg_lesson_editor_new (self->session, id, &self->map));
  g_signal_connect_object (self->editor, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "copied", G_CALLBACK (copied_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->editor));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->editor));
  if (before != NULL)
    gtk_stack_remove (self->stack, GTK_WIDGET (before));

  return TRUE;
}

/* (nullable): of the lesson that is open. */
const char *
psg_lesson_pane_get_id (PsgLessonPane *self)
{
  return self->editor != NULL ? psg_lesson_editor_get_id (self->editor) : NULL;
}
