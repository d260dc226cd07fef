/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-explained-entry.h"

/* A line to type in, and what it is taken for. It understands nothing itself. */

struct _PsgExplainedEntry
{
  GtkBox parent_instance;

  GtkWidget *line;
  GtkWidget *entry;
  GtkWidget *words;
  gboolean setting;
};

enum
{
  CHANGED,
  LEFT,
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgExplainedEntry, psg_explained_entry, GTK_TYPE_BOX)

static void
changed_cb (PsgExplainedEntry *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
left_cb (PsgExplainedEntry *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
activate_cb (PsgExplainedEntry *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static gboolean
psg_explained_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PSG_EXPLAINED_ENTRY (widget)->entry);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, PSG_TYPE_EXPLAINED_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
psg_explained_entry_class_init (PsgExplainedEntryClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = psg_explained_entry_grab_focus;

  signals[CHANGED] = add_signal ("changed");
  signals[LEFT] = add_signal ("left");
  signals[ACTIVATE] = add_signal ("activate");
}

static void
psg_explained_entry_init (PsgExplainedEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 240);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_widget_set_hexpand (self->entry, TRUE);
  self->words = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->words), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->words, "row-subtitle");
  gtk_widget_set_visible (self->words, FALSE);

  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
}

/**
 * psg_explained_entry_new:
 * @label: what it is called
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
psg_explained_entry_new (const char *label)
{
  PsgExplainedEntry *self = g_object_new (PSG_TYPE_EXPLAINED_ENTRY, NULL);
  GtkWidget *name = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "page-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (self->line), self->entry);
  gtk_box_append (GTK_BOX (self), name);
  gtk_box_append (GTK_BOX (self), self->line);
  gtk_box_append (GTK_BOX (self), self->words);

  return GTK_WIDGET (self);
}

const char *
psg_explained_entry_get_text (PsgExplainedEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* Nobody is told. */
void
psg_explained_entry_set_text (PsgExplainedEntry *self,
                              const char        *text)
{
  if (g_str_equal (text, psg_explained_entry_get_text (self)))
    return;

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->setting = FALSE;
}

/**
 * psg_explained_entry_explain:
 * @self: a line
 * @words: what stands below it, and is read out with it; nothing, if empty
 * @is_fault: whether it says why the line cannot be used
 */
void
psg_explained_entry_explain (PsgExplainedEntry *self,
                             const char        *words,
                             gboolean           is_fault)
{
  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (self->words, *words != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  if (is_fault)
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  else
    {
      gtk_widget_remove_css_class (self->entry, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
    }
}

/* Beside the line. */
void
psg_explained_entry_add (PsgExplainedEntry *self,
                         GtkWidget         *button)
{
  gtk_box_append (GTK_BOX (self->line), button);
}
