/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-source-popover.h"

#include <glib/gi18n-lib.h>

#include "psg-badges.h"
#include "psg-line-layout.h"
#include "psg-record-rows.h"
#include "psg-rows.h"

/* A source at a glance, with the way to its page. */

static GtkWidget *
new_confidence (const PsgSource *source)
{
  GtkWidget *box = psg_line_new (8);
  GtkWidget *label = psg_label_new (psg_confidence_get_label (source->confidence), "row-subtitle");

  gtk_box_append (GTK_BOX (box), psg_confidence_badge_new (source->confidence));
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
new_cite_button (GtkWidget  *popover,
                 const char *link)
{
  GtkWidget *button = gtk_button_new_with_label (_("Cite…"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "popover-link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.cite");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", link);
  g_signal_connect_object (button, "clicked", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);

  return button;
}

/**
 * psg_source_popover_new:
 * @session: the session
 * @source: a source
 *
 * Returns: (transfer floating): a popover, to be unparented when closed
 */
GtkWidget *
psg_source_popover_new (PsgSession      *session,
                        const PsgSource *source)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *facts = psg_describe_source (source);
  g_autofree char *link = g_strconcat ("source:", source->id, NULL);
  GtkWidget *title = psg_label_new (source->title, NULL);
  GtkWidget *button = psg_follow_button_new (session, link, gtk_label_new (_("Open source page →")));

  gtk_label_set_max_width_chars (GTK_LABEL (title), 34);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "popover-link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (gtk_popover_popdown), popover,
                           G_CONNECT_SWAPPED);

  gtk_widget_add_css_class (box, "source-popover");
  gtk_box_append (GTK_BOX (box), psg_label_new (source->publisher, "page-strong"));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), psg_label_new (facts, "row-subtitle"));
  if (source->confidence != 0)
    gtk_box_append (GTK_BOX (box), new_confidence (source));
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), new_cite_button (popover, link));
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}
