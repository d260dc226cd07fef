/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-list-bar.h"

#include <glib/gi18n-lib.h>

#include "psg-note-colours.h"

/* What can be done with the notes that are chosen. Each is one step, to be undone as one. */

struct _PsgNoteListBar
{
  GtkBox parent_instance;

  PsgSession *session; /* owned */
  PsgNoteList *list;   /* borrowed: the parent */

  GtkLabel *count;
  GtkWidget *tools;     /* for notes that are not in the bin */
  GtkWidget *bin_tools; /* for those that are */
};

G_DEFINE_FINAL_TYPE (PsgNoteListBar, psg_note_list_bar, GTK_TYPE_BOX)

/* Changes @note to what it is to be. Returns: whether it is another. */
typedef gboolean (*Edit) (PsgNote *note, gconstpointer data);

static void
edit_all (PsgSession    *session,
          GPtrArray     *notes,
          const char    *label,
          Edit           edit,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) changes = psg_note_changes_new ();
  gint64 now = g_get_real_time ();

  for (guint i = 0; i < notes->len; i++)
    {
      const PsgNote *before = g_ptr_array_index (notes, i);
      g_autoptr (PsgNote) after = psg_note_copy (before);

      if (!edit (after, data))
        continue;
      after->modified = now;
      g_ptr_array_add (changes, psg_note_change_new (before, after));
    }

  if (changes->len > 0)
    psg_notes_apply (psg_session_get_notes (session), label, changes, NULL);
}

static gboolean
edit_status (PsgNote      *note,
             gconstpointer data)
{
  PsgNoteStatus status = GPOINTER_TO_UINT (data);
  gboolean other = note->status != status;

  note->status = status;

  return other;
}

static gboolean
edit_colour (PsgNote      *note,
             gconstpointer data)
{
  PsgNoteColour colour = GPOINTER_TO_UINT (data);
  gboolean other = note->colour != colour;

  note->colour = colour;

  return other;
}

static gboolean
edit_tags (PsgNote      *note,
           gconstpointer data)
{
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  g_auto (GStrv) typed = g_strsplit (data, ",", PSG_NOTE_MAX_TAGS);
  g_auto (GStrv) all = NULL;
  guint before = note->tags != NULL ? g_strv_length (note->tags) : 0;

  if (note->tags != NULL)
    g_strv_builder_addv (tags, (const char **) note->tags);
  g_strv_builder_addv (tags, (const char **) typed);
  all = g_strv_builder_end (tags);
  psg_note_set_tags (note, (const char *const *) all);

  return g_strv_length (note->tags) != before && g_strv_length (note->tags) <= PSG_NOTE_MAX_TAGS;
}

static GStrv
dup_ids (GPtrArray *notes)
{
  GStrv ids = g_new0 (char *, notes->len + 1);

  for (guint i = 0; i < notes->len; i++)
    ids[i] = g_strdup (((PsgNote *) g_ptr_array_index (notes, i))->id);

  return ids;
}

static void
set_status (PsgSession    *session,
            GPtrArray     *notes,
            gconstpointer  status)
{
  edit_all (session, notes, _("Mark Notes"), edit_status, status);
}

static void
set_colour (PsgSession    *session,
            GPtrArray     *notes,
            gconstpointer  colour)
{
  edit_all (session, notes, _("Colour Notes"), edit_colour, colour);
}

static void
add_tags (PsgSession    *session,
          GPtrArray     *notes,
          gconstpointer  typed)
{
  edit_all (session, notes, _("Tag Notes"), edit_tags, typed);
}

typedef enum
{
  MOVE_TO_BIN,
  MOVE_BACK,
  MOVE_AWAY,
} Move;

static void
move (PsgSession    *session,
      GPtrArray     *notes,
      gconstpointer  data)
{
  PsgNotes *all = psg_session_get_notes (session);
  g_auto (GStrv) ids = dup_ids (notes);

  switch ((Move) GPOINTER_TO_UINT (data))
    {
    case MOVE_TO_BIN:
      psg_notes_bin (all, _("Delete Notes"), (const char *const *) ids);
      break;
    case MOVE_BACK:
      psg_notes_restore (all, _("Restore Notes"), (const char *const *) ids);
      break;
    case MOVE_AWAY:
    default:
      psg_notes_purge (all, _("Delete Notes for Good"), (const char *const *) ids);
      break;
    }
}

/* What a button does, and with what. */
typedef struct
{
  PsgNoteListBar *bar;
  PsgNoteListFunc func;
  gpointer data;
} Deed;

static void
clicked_cb (GtkButton *button,
            Deed      *deed)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  psg_note_list_with_chosen (deed->bar->list, deed->func, deed->data, NULL);
}

static void
set_deed (PsgNoteListBar *self,
          GtkWidget      *button,
          PsgNoteListFunc func,
          guint           data)
{
  Deed *deed = g_new (Deed, 1);

  *deed = (Deed) { self, func, GUINT_TO_POINTER (data) };
  g_object_set_data_full (G_OBJECT (button), "deed", deed, g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), deed);
}

static void
name (GtkWidget  *button,
      const char *text)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
add_button (PsgNoteListBar *self,
            GtkWidget      *box,
            const char     *icon,
            const char     *text,
            PsgNoteListFunc func,
            guint           data)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  name (button, text);
  set_deed (self, button, func, data);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_menu (GtkWidget  *box,
          const char *icon,
          const char *text,
          GtkWidget  *child)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), child);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  name (button, text);
  gtk_box_append (GTK_BOX (box), button);
}

static void
colour_chosen_cb (PsgNoteColour colour,
                  gpointer      user_data)
{
  psg_note_list_with_chosen (PSG_NOTE_LIST_BAR (user_data)->list, set_colour, GUINT_TO_POINTER (colour), NULL);
}

static void
tags_typed_cb (GtkEntry       *entry,
               PsgNoteListBar *self)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER)));
  psg_note_list_with_chosen (self->list, add_tags, g_steal_pointer (&typed), g_free);
}

static GtkWidget *
new_tag_entry (PsgNoteListBar *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Tags to add, with commas"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Tags to add"), -1);
  g_signal_connect (entry, "activate", G_CALLBACK (tags_typed_cb), self);

  return entry;
}

static GtkWidget *
new_statuses (PsgNoteListBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < PSG_NOTE_N_STATUSES; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (psg_note_status_get_label (i));

      gtk_widget_add_css_class (button, "flat");
      set_deed (self, button, set_status, i);
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

GMenuModel *
psg_note_export_menu_new (const char *action)
{
  static const struct { const char *label; const char *extension; } formats[] = {
    { N_("Web _Annotations (JSON-LD)…"), "jsonld" },
    { N_("_Table (CSV)…"), "csv" },
    { N_("_Reading Log (Markdown)…"), "md" },
    { N_("_Collection with These Notes…"), "passages" },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *detailed = g_strdup_printf ("%s::%s", action, formats[i].extension);

      g_menu_append (menu, _(formats[i].label), detailed);
    }

  return G_MENU_MODEL (menu);
}

static void
add_export (GtkWidget *box)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = psg_note_export_menu_new ("win.export-chosen-notes");

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-save-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  name (button, _("Export Notes"));
  gtk_box_append (GTK_BOX (box), button);
}

static void
build (PsgNoteListBar *self)
{
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->count, 0);
  gtk_label_set_ellipsize (self->count, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->count));

  self->tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  add_menu (self->tools, "psg-tag-symbolic", _("Add Tags"), new_tag_entry (self));
  add_menu (self->tools, "color-select-symbolic", _("Colour"), psg_note_colour_line_new (colour_chosen_cb, self));
  add_menu (self->tools, "object-select-symbolic", _("Status"), new_statuses (self));
  add_export (self->tools);
  add_button (self, self->tools, "user-trash-symbolic", _("Delete Notes"), move, MOVE_TO_BIN);
  gtk_box_append (GTK_BOX (self), self->tools);

  self->bin_tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  add_button (self, self->bin_tools, "edit-undo-symbolic", _("Take Out of the Bin"), move, MOVE_BACK);
  add_button (self, self->bin_tools, "edit-delete-symbolic", _("Delete for Good"), move, MOVE_AWAY);
  gtk_box_append (GTK_BOX (self), self->bin_tools);
}

static void
psg_note_list_bar_dispose (GObject *object)
{
  g_clear_object (&PSG_NOTE_LIST_BAR (object)->session);

  G_OBJECT_CLASS (psg_note_list_bar_parent_class)->dispose (object);
}

static void
psg_note_list_bar_class_init (PsgNoteListBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_note_list_bar_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "notelistbar");
}

static void
psg_note_list_bar_init (PsgNoteListBar *self)
{
  build (self);
  psg_note_list_bar_set_n (self, 0);
  psg_note_list_bar_set_binned (self, FALSE);
}

/* (transfer floating): @list: which it belongs to */
GtkWidget *
psg_note_list_bar_new (PsgSession  *session,
                       PsgNoteList *list)
{
  PsgNoteListBar *self = g_object_new (PSG_TYPE_NOTE_LIST_BAR, NULL);

  self->session = g_object_ref (session);
  self->list = list;

  return GTK_WIDGET (self);
}

/* @n: how many notes are chosen */
void
psg_note_list_bar_set_n (PsgNoteListBar *self,
                         guint           n)
{
  /* Translators: how many notes are chosen */
  g_autofree char *text = g_strdup_printf (ngettext ("%'u chosen", "%'u chosen", n), n);

  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/* @binned: whether the list shows the bin */
void
psg_note_list_bar_set_binned (PsgNoteListBar *self,
                              gboolean        binned)
{
  gtk_widget_set_visible (self->tools, !binned);
  gtk_widget_set_visible (self->bin_tools, binned);
}
