/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-paper-form.h"

#include <glib/gi18n.h>

/* What the two dialogs that make files have in common. */

#define MARGIN 18
#define SPACING 12
#define FORM_WIDTH 270

GtkWidget *
psg_paper_form_new (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), SPACING);
  gtk_grid_set_column_spacing (GTK_GRID (grid), SPACING);
  gtk_widget_set_size_request (grid, FORM_WIDTH, -1);

  return grid;
}

static int
count_rows (GtkWidget *form)
{
  int n = 0;

  while (gtk_grid_get_child_at (GTK_GRID (form), 0, n) != NULL)
    n++;

  return n;
}

/**
 * psg_paper_form_add:
 * @form: a form
 * @label: what is chosen, with a mnemonic
 * @widget: what it is chosen with
 *
 * Returns: (transfer none): the label
 */
GtkWidget *
psg_paper_form_add (GtkWidget  *form,
                    const char *label,
                    GtkWidget  *widget)
{
  GtkWidget *words = gtk_label_new_with_mnemonic (label);
  int row = count_rows (form);

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (words), widget);
  /* Not the relation: what a drop-down opens itself with is named after it, and GTK looks no further. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (GTK_LABEL (words)), -1);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_grid_attach (GTK_GRID (form), words, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (form), widget, 1, row, 1, 1);

  return words;
}

GtkDropDown *
psg_paper_form_add_choice (GtkWidget         *form,
                           const char        *label,
                           const char *const *names)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (names);

  psg_paper_form_add (form, label, choice);

  return GTK_DROP_DOWN (choice);
}

GtkSwitch *
psg_paper_form_add_switch (GtkWidget  *form,
                           const char *label,
                           gboolean    active)
{
  GtkWidget *toggle = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (toggle), active);
  gtk_widget_set_halign (toggle, GTK_ALIGN_END);
  psg_paper_form_add (form, label, toggle);

  return GTK_SWITCH (toggle);
}

/**
 * psg_paper_form_lay_out:
 * @window: an empty window
 * @preview: at the left
 * @form: at the right
 * @buttons: below the form
 *
 * Returns: (transfer none): what shows the window's toasts
 */
AdwToastOverlay *
psg_paper_form_lay_out (AdwWindow *window,
                        GtkWidget *preview,
                        GtkWidget *form,
                        GtkWidget *buttons)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, MARGIN);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *toasts = adw_toast_overlay_new ();

  gtk_widget_add_css_class (bar, "flat");
  gtk_widget_set_margin_start (sides, 6);
  gtk_widget_set_margin_end (sides, MARGIN);
  gtk_widget_set_margin_bottom (sides, MARGIN);
  gtk_widget_set_vexpand (form, TRUE);
  gtk_box_append (GTK_BOX (right), form);
  gtk_box_append (GTK_BOX (right), buttons);
  gtk_box_append (GTK_BOX (sides), preview);
  gtk_box_append (GTK_BOX (sides), right);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), sides);
  gtk_widget_set_vexpand (toasts, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), toasts);
  adw_window_set_content (window, box);

  return ADW_TOAST_OVERLAY (toasts);
}

void
psg_paper_form_tell (AdwToastOverlay *toasts,
                     const char      *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (toasts, adw_toast_new (escaped));
}

static void
show_clicked_cb (AdwToast *toast,
                 GFile    *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (NULL, uri, GDK_CURRENT_TIME);
}

/**
 * psg_paper_form_tell_saved:
 * @toasts: where to tell it
 * @file: that has been written
 */
void
psg_paper_form_tell_saved (AdwToastOverlay *toasts,
                           GFile           *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  /* Translators: %s is the name of a file */
  g_autofree char *message = g_strdup_printf (_("Saved “%s”"), shown);
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, C_("file", "Show"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (show_clicked_cb), g_object_ref (file),
                         (GClosureNotify) (GCallback) g_object_unref, 0);
  adw_toast_overlay_add_toast (toasts, toast);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (AdwToastOverlay) toasts = ADW_TOAST_OVERLAY (user_data);
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    psg_paper_form_tell_saved (toasts, G_FILE (source));
  else
    psg_paper_form_tell (toasts, error->message);
}

/**
 * psg_paper_form_save:
 * @toasts: where to tell what came of it
 * @file: where to write
 * @bytes: all of the file
 */
void
psg_paper_form_save (AdwToastOverlay *toasts,
                     GFile           *file,
                     GBytes          *bytes)
{
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb,
                                       g_object_ref (toasts));
}
