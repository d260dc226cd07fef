/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-tags.h"

#include <glib/gi18n-lib.h>

#include "psg-wrap-layout.h"

/* The tags of a note. A chip takes its tag away; the entry adds one. */

struct _PsgNoteTags
{
  GtkWidget parent_instance;

  PsgNotes *notes; /* owned */
  GStrv tags;
  GtkWidget *entry; /* borrowed */
  GtkListStore *known;
  GCancellable *asking; /* (nullable) */
  gboolean editable;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgNoteTags, psg_note_tags, GTK_TYPE_WIDGET)

static void
tell_edited (PsgNoteTags       *self,
             const char *const *tags)
{
  g_signal_emit (self, signals[EDITED], 0, tags);
}

static void
remove_tag (PsgNoteTags *self,
            const char  *tag)
{
  g_autoptr (GStrvBuilder) left = g_strv_builder_new ();
  g_auto (GStrv) tags = NULL;

  for (guint i = 0; self->tags != NULL && self->tags[i] != NULL; i++)
    if (!g_str_equal (self->tags[i], tag))
      g_strv_builder_add (left, self->tags[i]);
  tags = g_strv_builder_end (left);
  psg_note_tags_set (self, (const char *const *) tags);
  tell_edited (self, (const char *const *) tags);
  gtk_widget_grab_focus (self->entry);
}

static void
chip_clicked_cb (GtkButton *chip,
                 gpointer   user_data)
{
  g_autofree char *tag = g_strdup (g_object_get_data (G_OBJECT (chip), "tag"));

  remove_tag (PSG_NOTE_TAGS (user_data), tag);
}

static GtkWidget *
new_chip (PsgNoteTags *self,
          const char  *tag)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (tag);
  g_autofree char *tooltip = NULL;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (chip, "chip");
  gtk_button_set_child (GTK_BUTTON (chip), box);
  g_object_set_data_full (G_OBJECT (chip), "tag", g_strdup (tag), g_free);
  if (!self->editable)
    {
      gtk_widget_set_sensitive (chip, FALSE);
      return chip;
    }

  /* Translators: %s is a tag of a note */
  tooltip = g_strdup_printf (_("Remove the Tag “%s”"), tag);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_widget_set_tooltip_text (chip, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_signal_connect (chip, "clicked", G_CALLBACK (chip_clicked_cb), self);

  return chip;
}

/* Adds what was typed; several tags at once if there are commas in it. */
static void
add_typed (PsgNoteTags *self)
{
  g_auto (GStrv) typed = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ",", PSG_NOTE_MAX_TAGS);
  g_autoptr (PsgNote) note = psg_note_create (PSG_NOTE_ON_SPAN, 0);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) tags = NULL;
  guint n_before = self->tags != NULL ? g_strv_length (self->tags) : 0;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (self->tags != NULL)
    g_strv_builder_addv (all, (const char **) self->tags);
  for (guint i = 0; typed[i] != NULL && n_before + i < PSG_NOTE_MAX_TAGS; i++)
    g_strv_builder_add (all, typed[i]);
  tags = g_strv_builder_end (all);
  psg_note_set_tags (note, (const char *const *) tags);
  if (note->tags == NULL || g_strv_length (note->tags) == n_before)
    return;

  psg_note_tags_set (self, (const char *const *) note->tags);
  tell_edited (self, (const char *const *) note->tags);
}

static void
text_changed_cb (PsgNoteTags *self)
{
  if (strchr (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ',') != NULL)
    add_typed (self);
}

/* One that is offered is added at once. */
static gboolean
match_selected_cb (PsgNoteTags  *self,
                   GtkTreeModel *model,
                   GtkTreeIter  *iter)
{
  g_autofree char *tag = NULL;

  gtk_tree_model_get (model, iter, 0, &tag, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), tag);
  add_typed (self);

  return TRUE;
}

static gboolean
key_pressed_cb (PsgNoteTags    *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  guint n = self->tags != NULL ? g_strv_length (self->tags) : 0;

  if (keyval != GDK_KEY_BackSpace || n == 0 || *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    return FALSE;

  {
    g_autofree char *last = g_strdup (self->tags[n - 1]);

    remove_tag (self, last);
  }

  return TRUE;
}

static void
known_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (PsgNoteTags) self = user_data;
  g_autoptr (GPtrArray) tags = psg_note_store_list_tags_finish (PSG_NOTE_STORE (object), result, NULL);

  if (tags == NULL || self->known == NULL)
    return;

  gtk_list_store_clear (self->known);
  for (guint i = 0; i < tags->len; i++)
    {
      const PsgTagCount *count = g_ptr_array_index (tags, i);

      gtk_list_store_insert_with_values (self->known, NULL, -1, 0, count->tag, -1);
    }
}

static void
ask_cb (PsgNoteStore *store,
        gpointer      user_data)
{
  PsgNoteTags *self = user_data;

  psg_note_store_list_tags_async (store, self->asking, known_cb, self);
}

static void
focus_entered_cb (PsgNoteTags *self)
{
  psg_notes_ask (self->notes, ask_cb, g_object_ref (self));
}

static void
add_entry (PsgNoteTags *self)
{
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->known = gtk_list_store_new (1, G_TYPE_STRING);
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (self->known));
  gtk_entry_completion_set_text_column (completion, 0);
  /* In a list only: set into the entry, the rest of a tag loses its selection on X11 while one types on (GTK 4.8),
   * and what is typed is mixed with it. */
  g_signal_connect_swapped (completion, "match-selected", G_CALLBACK (match_selected_cb), self);

  self->entry = gtk_entry_new ();
  gtk_entry_set_completion (GTK_ENTRY (self->entry), completion);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Add tag"));
  gtk_entry_set_has_frame (GTK_ENTRY (self->entry), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 9);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 14);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a tag"), -1);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));

  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (add_typed), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (text_changed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (add_typed), self);
  gtk_widget_add_controller (self->entry, focus);
}

static void
psg_note_tags_dispose (GObject *object)
{
  PsgNoteTags *self = PSG_NOTE_TAGS (object);
  GtkWidget *child;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->known);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (psg_note_tags_parent_class)->dispose (object);
}

static void
psg_note_tags_finalize (GObject *object)
{
  PsgNoteTags *self = PSG_NOTE_TAGS (object);

  g_object_unref (self->asking);
  g_clear_object (&self->notes);
  g_strfreev (self->tags);

  G_OBJECT_CLASS (psg_note_tags_parent_class)->finalize (object);
}

static void
psg_note_tags_class_init (PsgNoteTagsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_note_tags_dispose;
  object_class->finalize = psg_note_tags_finalize;

  gtk_widget_class_set_css_name (widget_class, "notetags");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[EDITED] = g_signal_new ("edited", PSG_TYPE_NOTE_TAGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
psg_note_tags_init (PsgNoteTags *self)
{
  self->editable = TRUE;
  self->asking = g_cancellable_new ();
  gtk_widget_set_layout_manager (GTK_WIDGET (self), psg_wrap_layout_new (4));
  add_entry (self);
}

/* (transfer floating): @notes: whose tags are offered */
GtkWidget *
psg_note_tags_new (PsgNotes *notes)
{
  PsgNoteTags *self = g_object_new (PSG_TYPE_NOTE_TAGS, NULL);

  self->notes = g_object_ref (notes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Tags"), -1);

  return GTK_WIDGET (self);
}

/* @tags: (nullable): shown from now on */
void
psg_note_tags_set (PsgNoteTags       *self,
                   const char *const *tags)
{
  GtkWidget *child;
  GStrv copy = g_strdupv ((GStrv) tags);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != self->entry)
    gtk_widget_unparent (child);

  g_strfreev (self->tags);
  self->tags = copy;
  for (guint i = 0; copy != NULL && copy[i] != NULL; i++)
    gtk_widget_insert_before (new_chip (self, copy[i]), GTK_WIDGET (self), self->entry);
}

void
psg_note_tags_set_editable (PsgNoteTags *self,
                            gboolean     editable)
{
  self->editable = editable;
  gtk_widget_set_visible (self->entry, editable);
}
