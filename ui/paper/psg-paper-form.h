/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The rows of a dialog, each labelled for a screen reader too. */
GtkWidget *psg_paper_form_new        (void);
GtkDropDown *psg_paper_form_add_choice (GtkWidget *form, const char *label, const char *const *names);
GtkSwitch *psg_paper_form_add_switch (GtkWidget *form, const char *label, gboolean active);
GtkWidget *psg_paper_form_add        (GtkWidget *form, const char *label, GtkWidget *widget);

/* A window with a preview at the left, a form at the right and buttons below it. */
AdwToastOverlay *psg_paper_form_lay_out (AdwWindow *window, GtkWidget *preview, GtkWidget *form, GtkWidget *buttons);

/* Writes bytes into a file and says so, with a button that shows it. */
void       psg_paper_form_save       (AdwToastOverlay *toasts, GFile *file, GBytes *bytes);
void       psg_paper_form_tell_saved (AdwToastOverlay *toasts, GFile *file);
void       psg_paper_form_tell       (AdwToastOverlay *toasts, const char *message);

G_END_DECLS
