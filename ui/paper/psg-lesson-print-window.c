/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-print-window.h"

#include <glib/gi18n.h>

#include "psg-file-chooser.h"
#include "psg-paper-form.h"
#include "psg-paper-preview.h"

/* What is previewed is what is printed and saved: one set of sheets, made anew when something
 * else is chosen. */

#define WIDTH 860
#define HEIGHT 660

struct _PsgLessonPrintWindow
{
  AdwWindow parent_instance;

  PsgCollection *collection; /* owned */
  GPtrArray *lessons;        /* owned */
  PsgSheets *sheets;         /* owned */
  guint page;                /* that is shown */

  /* made with the window, which owns them */
  AdwToastOverlay *toasts;
  GtkDropDown *lesson;
  GtkDropDown *print;
  GtkDropDown *paper;
  GtkSwitch *room;
  GtkSwitch *ink;
  GtkWidget *preview;
  GtkLabel *number;
  GtkWidget *previous;
  GtkWidget *next;
};

G_DEFINE_FINAL_TYPE (PsgLessonPrintWindow, psg_lesson_print_window, ADW_TYPE_WINDOW)

static void
draw_cb (cairo_t *cr,
         gpointer user_data)
{
  PsgLessonPrintWindow *self = user_data;

  psg_sheets_draw (self->sheets, self->page, cr);
}

static void
show_page (PsgLessonPrintWindow *self,
           guint                 page)
{
  guint n = psg_sheets_get_n_pages (self->sheets);
  g_autofree char *label = NULL, *number = g_strdup_printf (C_("paper", "%u / %u"), page + 1, n);
  double width, height;

  self->page = page;
  /* Translators: of a page in a preview, as it is spoken: its number, and how many there are */
  label = g_strdup_printf (_("Page %u of %u"), page + 1, n);
  psg_sheets_get_page_size (self->sheets, &width, &height);
  psg_paper_preview_show (PSG_PAPER_PREVIEW (self->preview), width, height, label);
  gtk_label_set_label (self->number, number);
  gtk_widget_set_sensitive (self->previous, page > 0);
  gtk_widget_set_sensitive (self->next, page + 1 < n);
}

static void
make_sheets (PsgLessonPrintWindow *self)
{
  const PsgLesson *lesson = g_ptr_array_index (self->lessons, gtk_drop_down_get_selected (self->lesson));
  PsgLessonPrint print = gtk_drop_down_get_selected (self->print);

  PsgLessonPrintFlags flags = 0;

  gtk_widget_set_sensitive (GTK_WIDGET (self->room), print == PSG_LESSON_HANDOUT);
  gtk_widget_set_sensitive (GTK_WIDGET (self->ink), print == PSG_LESSON_HANDOUT);
  flags |= gtk_switch_get_active (self->room) ? PSG_LESSON_ROOM : 0;
  flags |= gtk_switch_get_active (self->ink) ? PSG_LESSON_INK : 0;
  g_clear_pointer (&self->sheets, psg_sheets_unref);
  self->sheets = psg_lesson_sheets_new (self->collection, lesson, print, gtk_drop_down_get_selected (self->paper),
                                        flags);
  show_page (self, 0);
}

static void
step_clicked_cb (PsgLessonPrintWindow *self,
                 GtkWidget            *button)
{
  show_page (self, button == self->next ? self->page + 1 : self->page - 1);
}

static void
file_chosen_cb (GFile   *file,
                gpointer user_data)
{
  g_autoptr (PsgLessonPrintWindow) self = PSG_LESSON_PRINT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL || self->sheets == NULL)
    return;

  bytes = psg_sheets_export_pdf (self->sheets, &error);
  if (bytes != NULL)
    psg_paper_form_save (self->toasts, file, bytes);
  else
    psg_paper_form_tell (self->toasts, error->message);
}

static void
save_clicked_cb (PsgLessonPrintWindow *self)
{
  g_autofree char *title = g_strdelimit (g_strdup (psg_sheets_get_title (self->sheets)), "/\\:\n", '-');
  /* Translators: the name of a file: of a lesson, and what of it was printed */
  g_autofree char *name = g_strdup_printf (C_("file", "%s – %s.pdf"), title,
                                           psg_lesson_print_get_name (gtk_drop_down_get_selected (self->print)));

  psg_file_chooser_save (GTK_WINDOW (self), _("Save as PDF"), name, _("PDF documents"), "*.pdf", file_chosen_cb,
                         g_object_ref (self));
}

static void
print_clicked_cb (PsgLessonPrintWindow *self)
{
  g_autoptr (GtkPrintOperation) operation = psg_sheets_print (self->sheets);
  g_autoptr (GError) error = NULL;

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    psg_paper_form_tell (self->toasts, error->message);
}

static void
psg_lesson_print_window_dispose (GObject *object)
{
  PsgLessonPrintWindow *self = PSG_LESSON_PRINT_WINDOW (object);

  g_clear_pointer (&self->sheets, psg_sheets_unref);
  g_clear_pointer (&self->lessons, g_ptr_array_unref);
  g_clear_object (&self->collection);

  G_OBJECT_CLASS (psg_lesson_print_window_parent_class)->dispose (object);
}

static void
psg_lesson_print_window_class_init (PsgLessonPrintWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_lesson_print_window_dispose;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_step_button (PsgLessonPrintWindow *self,
                 const char           *icon,
                 const char           *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (step_clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

/* The page, and the way to the others below it. */
static GtkWidget *
new_pages (PsgLessonPrintWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->preview = psg_paper_preview_new (draw_cb, self);
  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  self->previous = new_step_button (self, "go-previous-symbolic", _("Previous page"));
  self->next = new_step_button (self, "go-next-symbolic", _("Next page"));
  gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), self->previous);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (line), self->next);
  gtk_box_append (GTK_BOX (box), self->preview);
  gtk_box_append (GTK_BOX (box), line);

  return box;
}

static GtkWidget *
new_form (PsgLessonPrintWindow *self)
{
  GtkWidget *form = psg_paper_form_new ();
  const char *prints[PSG_LESSON_N_PRINTS + 1] = { NULL }, *none[] = { NULL };
  const char *papers[] = { C_("paper", "A4"), C_("paper", "Letter"), NULL };

  for (guint i = 0; i < PSG_LESSON_N_PRINTS; i++)
    prints[i] = psg_lesson_print_get_name (i);
  self->lesson = psg_paper_form_add_choice (form, _("_Lesson"), none);
  self->print = psg_paper_form_add_choice (form, _("_What"), prints);
  self->paper = psg_paper_form_add_choice (form, _("P_aper"), papers);
  self->room = psg_paper_form_add_switch (form, _("_Room to write"), TRUE);
  /* Translators: what was drawn over the steps while presenting */
  self->ink = psg_paper_form_add_switch (form, _("_Ink"), TRUE);

  return form;
}

static GtkWidget *
new_buttons (PsgLessonPrintWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Save as PDF…"));
  GtkWidget *print = gtk_button_new_with_mnemonic (_("_Print…"));

  gtk_widget_add_css_class (print, "suggested-action");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  g_signal_connect_object (save, "clicked", G_CALLBACK (save_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (print, "clicked", G_CALLBACK (print_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), save);
  gtk_box_append (GTK_BOX (box), print);
  gtk_window_set_default_widget (GTK_WINDOW (self), print);

  return box;
}

static void
psg_lesson_print_window_init (PsgLessonPrintWindow *self)
{
  GtkWidget *pages = new_pages (self), *form = new_form (self), *buttons = new_buttons (self);

  self->toasts = psg_paper_form_lay_out (ADW_WINDOW (self), pages, form, buttons);
  gtk_window_set_title (GTK_WINDOW (self), _("Print Lesson"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

static void
list_lessons (PsgLessonPrintWindow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->lessons->len; i++)
    {
      const PsgLesson *lesson = g_ptr_array_index (self->lessons, i);

      gtk_string_list_append (titles, lesson->title != NULL ? psg_text_get (lesson->title) : "");
    }
  gtk_drop_down_set_model (self->lesson, G_LIST_MODEL (titles));
}

/**
 * psg_lesson_print_window_new:
 * @parent: the window it belongs to
 * @collection: what the lessons are about
 * @lessons: (element-type PsgLesson): at least one
 *
 * Returns: (transfer none): a window, not yet shown; GTK owns it
 */
PsgLessonPrintWindow *
psg_lesson_print_window_new (GtkWindow     *parent,
                             PsgCollection *collection,
                             GPtrArray     *lessons)
{
  PsgLessonPrintWindow *self;
  GtkWidget *widgets[4];

  g_return_val_if_fail (lessons->len > 0, NULL);

  self = g_object_new (PSG_TYPE_LESSON_PRINT_WINDOW, "transient-for", parent, NULL);
  self->collection = g_object_ref (collection);
  self->lessons = g_ptr_array_ref (lessons);
  list_lessons (self);
  make_sheets (self);
  widgets[0] = GTK_WIDGET (self->lesson);
  widgets[1] = GTK_WIDGET (self->print);
  widgets[2] = GTK_WIDGET (self->paper);
  for (guint i = 0; i < 3; i++)
    g_signal_connect_object (widgets[i], "notify::selected", G_CALLBACK (make_sheets), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->room, "notify::active", G_CALLBACK (make_sheets), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ink, "notify::active", G_CALLBACK (make_sheets), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * psg_lesson_print_window_get_sheets:
 * @self: the window
 *
 * Returns: (transfer none): the pages that are shown
 */
PsgSheets *
psg_lesson_print_window_get_sheets (PsgLessonPrintWindow *self)
{
  g_return_val_if_fail (PSG_IS_LESSON_PRINT_WINDOW (self), NULL);

  return self->sheets;
}
