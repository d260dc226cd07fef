/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-toast.h"

/* Toasts that say all of what they have to say: libadwaita's own are one line, and cut short what is longer. */

/* Of a line, in characters. */
#define MAX_LINE 60

/**
 * psg_toast_new:
 * @sentence: plain text, however long
 *
 * Returns: (transfer full): a toast with all of it, in as many lines as it takes
 */
AdwToast *
psg_toast_new (const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);
  GtkWidget *label;

  if (g_utf8_strlen (sentence, -1) <= MAX_LINE)
    return toast;

  label = gtk_label_new (sentence);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_LINE);
  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);

  return toast;
}
