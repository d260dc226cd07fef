/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-sources.h"

#include <glib/gi18n.h>

/* The sources of an own event, three lines each. One that says nothing is not kept. */

#define LINES_KEY "psg-lines"

struct _PsgEventSources
{
  GtkBox parent_instance;

  GtkWidget *list;
  GtkWidget *add;
  gboolean setting;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (PsgEventSources, psg_event_sources, GTK_TYPE_BOX)

/* The lines of one source, in order. */
typedef struct
{
  GtkWidget *title;
  GtkWidget *url;
  GtkWidget *remark;
} Lines;

static void
changed_cb (PsgEventSources *self)
{
  if (!self->setting)
    g_signal_emit (self, changed_signal, 0);
}

static void
remove_cb (GtkWidget *button)
{
  PsgEventSources *self = PSG_EVENT_SOURCES (gtk_widget_get_ancestor (button, PSG_TYPE_EVENT_SOURCES));
  GtkWidget *box = g_object_get_data (G_OBJECT (button), LINES_KEY);

  gtk_widget_grab_focus (self->add);
  gtk_box_remove (GTK_BOX (self->list), box);
  changed_cb (self);
}

static GtkWidget *
add_entry (PsgEventSources *self,
           GtkWidget       *box,
           const char      *label,
           const char      *text,
           int              most)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_entry_set_max_length (GTK_ENTRY (entry), most);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (box), entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);

  return entry;
}

static Lines *
add_source (PsgEventSources *self,
            const char      *title,
            const char      *url,
            const char      *remark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *drop = gtk_button_new_from_icon_name ("list-remove-symbolic");
  Lines *lines = g_new0 (Lines, 1);

  lines->title = add_entry (self, head, _("Title of the source"), title, 240);
  gtk_widget_set_tooltip_text (drop, _("Remove Source"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove Source"), -1);
  gtk_widget_add_css_class (drop, "flat");
  g_object_set_data (G_OBJECT (drop), LINES_KEY, box);
  g_signal_connect (drop, "clicked", G_CALLBACK (remove_cb), NULL);
  gtk_box_append (GTK_BOX (head), drop);
  gtk_box_append (GTK_BOX (box), head);
  lines->url = add_entry (self, box, _("Address on the web"), url, 2000);
  lines->remark = add_entry (self, box, _("Remark"), remark, 2000);
  g_object_set_data_full (G_OBJECT (box), LINES_KEY, lines, g_free);
  gtk_box_append (GTK_BOX (self->list), box);

  return lines;
}

static void
add_cb (PsgEventSources *self)
{
  gtk_widget_grab_focus (add_source (self, "", "", "")->title);
}

static void
psg_event_sources_class_init (PsgEventSourcesClass *klass)
{
  changed_signal = g_signal_new ("changed", PSG_TYPE_EVENT_SOURCES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
psg_event_sources_init (PsgEventSources *self)
{
  GtkWidget *name = gtk_label_new (_("Sources"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "page-heading");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->add = gtk_button_new_with_mnemonic (_("Add _Source"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (self), name);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->add);
}

GtkWidget *
psg_event_sources_new (void)
{
  return g_object_new (PSG_TYPE_EVENT_SOURCES, NULL);
}

void
psg_event_sources_set (PsgEventSources   *self,
                       const PsgOwnEvent *event)
{
  GtkWidget *child;

  self->setting = TRUE;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; event->sources != NULL && i < event->sources->len; i++)
    {
      const PsgOwnSource *source = g_ptr_array_index (event->sources, i);

      add_source (self, source->title, source->url, source->remark);
    }
  self->setting = FALSE;
}

/* Gives them to an event without any. */
void
psg_event_sources_take (PsgEventSources *self,
                        PsgOwnEvent     *event)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->list); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const Lines *lines = g_object_get_data (G_OBJECT (child), LINES_KEY);
      const char *title = gtk_editable_get_text (GTK_EDITABLE (lines->title));
      const char *url = gtk_editable_get_text (GTK_EDITABLE (lines->url));
      const char *remark = gtk_editable_get_text (GTK_EDITABLE (lines->remark));

      if (*title != '\0' || *url != '\0' || *remark != '\0')
        psg_own_event_add_source (event, title, url, remark);
    }
}
