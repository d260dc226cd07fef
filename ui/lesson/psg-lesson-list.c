/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "psg-lesson-words.h"
#include "psg-rows.h"
#include "psg-session-lessons.h"

/* The list of lessons. There are few: it is made anew when one is another, unless nobody sees it. */

#define ID_KEY "psg-lesson-id"

struct _PsgLessonList
{
  GtkBox parent_instance;

  PsgSession *session; /* owned */
  gboolean stale;

  GtkWidget *add;
  GtkStack *stack;
  GtkWidget *box;
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgLessonList, psg_lesson_list, GTK_TYPE_BOX)

static void
row_activated_cb (PsgLessonList *self,
                  GtkListBoxRow *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), ID_KEY);

  if (id != NULL)
    g_signal_emit (self, signals[OPENED], 0, id, FALSE);
}

static void
restore_clicked_cb (PsgLessonList *self,
                    GtkWidget     *button)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), ID_KEY));

  psg_lessons_restore (psg_session_get_lessons (self->session), _("Restore Lesson"), id);
}

static void
add_clicked_cb (PsgLessonList *self)
{
  g_autoptr (PsgLesson) lesson = psg_session_create_lesson (self->session, g_get_real_time ());

  psg_lessons_change (psg_session_get_lessons (self->session), _("Add Lesson"), NULL, lesson, NULL);
  g_signal_emit (self, signals[OPENED], 0, lesson->id, TRUE);
}

static GtkWidget *
new_list (PsgLessonList *self,
          const char    *heading)
{
  GtkWidget *label = psg_heading_new (heading);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (label, "lesson-heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (self->box), label);
  gtk_box_append (GTK_BOX (self->box), list);

  return list;
}

/* (transfer none): the line in it, for more. */
static GtkWidget *
add_row (GtkWidget       *list,
         const PsgLesson *lesson)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *facts = psg_lesson_dup_facts (lesson);
  g_autofree char *name = g_strconcat (psg_lesson_get_title (lesson), " · ", facts, NULL);

  gtk_box_append (GTK_BOX (texts), psg_label_new (psg_lesson_get_title (lesson), "row-title"));
  gtk_box_append (GTK_BOX (texts), psg_label_new (facts, "row-subtitle"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_strdup (lesson->id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  return line;
}

/* In the bin: it can be taken out, not opened. */
static void
add_binned (PsgLessonList   *self,
            GtkWidget       *list,
            const PsgLesson *lesson)
{
  GtkWidget *line = add_row (list, lesson);
  GtkWidget *row = gtk_widget_get_parent (line);
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  g_autofree char *name = g_strdup_printf (_("Restore “%s”"), psg_lesson_get_title (lesson));

  g_object_set_data (G_OBJECT (row), ID_KEY, NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Restore Lesson"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), ID_KEY, g_strdup (lesson->id), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (restore_clicked_cb), self);
  gtk_widget_set_sensitive (button, psg_session_may_keep_lessons (self->session));
  gtk_box_append (GTK_BOX (line), button);
}

/* Those of one sort, under a heading if there are any. */
static void
add_lessons (PsgLessonList *self,
             GPtrArray     *lessons,
             gboolean       own,
             const char    *heading)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < lessons->len; i++)
    {
      const PsgLesson *lesson = g_ptr_array_index (lessons, i);

      if (psg_lesson_is_own (lesson) != own)
        continue;
      if (list == NULL)
        list = new_list (self, heading);
      add_row (list, lesson);
    }
}

static guint
add_bin (PsgLessonList *self)
{
  PsgLessons *lessons = psg_session_get_lessons (self->session);
  PsgCollection *collection = psg_session_get_collection (self->session);
  g_autoptr (GPtrArray) binned = NULL;
  GtkWidget *list;

  if (lessons == NULL || collection == NULL)
    return 0;

  binned = psg_lessons_list (lessons, psg_collection_get_info (collection)->id, TRUE);
  if (binned->len == 0)
    return 0;

  list = new_list (self, _("Deleted, kept for 30 days"));
  for (guint i = 0; i < binned->len; i++)
    add_binned (self, list, g_ptr_array_index (binned, i));

  return binned->len;
}

static void
fill (PsgLessonList *self)
{
  g_autoptr (GPtrArray) lessons = psg_session_list_lessons (self->session);
  GtkWidget *child;
  guint n;

  self->stale = FALSE;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  add_lessons (self, lessons, TRUE, _("Your lessons"));
  add_lessons (self, lessons, FALSE, _("With this collection"));
  n = lessons->len + add_bin (self);

  gtk_widget_set_sensitive (self->add, psg_session_may_keep_lessons (self->session));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
lessons_changed_cb (PsgLessonList *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
  else
    self->stale = TRUE;
}

static void
map_cb (PsgLessonList *self)
{
  if (self->stale)
    fill (self);
}

static GtkWidget *
new_empty (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "x-office-presentation-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Lessons Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("A lesson leads a class through views of the timeline, the map and the texts."));
  gtk_widget_add_css_class (page, "compact");

  return page;
}

/* What the window can do with lessons of others. */
static GtkWidget *
new_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Import Lessons and Notes…"), "win.import-notes");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("Import"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Import"), -1);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static void
build (PsgLessonList *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->add = gtk_button_new_with_mnemonic (_("_New Lesson"));
  gtk_widget_set_hexpand (self->add, TRUE);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_widget_add_css_class (bar, "lesson-bar");
  gtk_box_append (GTK_BOX (bar), self->add);
  gtk_box_append (GTK_BOX (bar), new_menu_button ());
  gtk_box_append (GTK_BOX (self), bar);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, scroller, "list");
  gtk_stack_add_named (self->stack, new_empty (), "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
}

static void
psg_lesson_list_dispose (GObject *object)
{
  g_clear_object (&PSG_LESSON_LIST (object)->session);

  G_OBJECT_CLASS (psg_lesson_list_parent_class)->dispose (object);
}

static void
psg_lesson_list_class_init (PsgLessonListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_lesson_list_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "lessonlist");

  signals[OPENED] = g_signal_new ("opened", PSG_TYPE_LESSON_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
psg_lesson_list_init (PsgLessonList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/* (transfer floating) */
GtkWidget *
psg_lesson_list_new (PsgSession *session)
{
  PsgLessonList *self = g_object_new (PSG_TYPE_LESSON_LIST, NULL);

  self->session = g_object_ref (session);
  build (self);
  fill (self);
  g_signal_connect_object (session, "lessons-changed", G_CALLBACK (lessons_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);

  return GTK_WIDGET (self);
}

/* (nullable): the row of a lesson in one of the lists. */
static GtkWidget *
find_row (GtkWidget  *list,
          const char *id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), ID_KEY), id) == 0)
      return row;

  return NULL;
}

/* Puts the focus on a lesson, if it is there, and else on the first. @id: (nullable) */
void
psg_lesson_list_begin (PsgLessonList *self,
                       const char    *id)
{
  GtkWidget *found = NULL;

  if (self->stale)
    fill (self);
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); id != NULL && found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, id);

  if (found != NULL)
    gtk_widget_grab_focus (found);
  else if (!gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->add);
}
