/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-section.h"

#include <glib/gi18n-lib.h>

#include "psg-note-card.h"
#include "psg-note-subject.h"
#include "psg-rows.h"

/* The notes about one thing. A card stays as it is while its note is there, so nobody's caret moves. */

/* A page is no place for more; the list of notes has them all. */
#define MAX_CARDS 200

struct _PsgNoteSection
{
  GtkBox parent_instance;

  /* owned */
  PsgSession *session;
  char *id;
  GCancellable *asking;

  PsgNotes *notes; /* (nullable): watched */
  PsgNoteKind kind;
  GtkWidget *cards;
  GtkWidget *hint;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (PsgNoteSection, psg_note_section, GTK_TYPE_BOX)

static PsgNoteCard *
find_card (PsgNoteSection *self,
           const char     *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->cards); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (psg_note_card_get_id (PSG_NOTE_CARD (child)), id) == 0)
      return PSG_NOTE_CARD (child);

  return NULL;
}

static void
show_hint (PsgNoteSection *self)
{
  gboolean writable = self->notes != NULL && !psg_notes_is_read_only (self->notes);

  gtk_widget_set_visible (self->hint, gtk_widget_get_first_child (self->cards) == NULL);
  gtk_widget_set_sensitive (self->add, writable);
}

static void
card_gone_cb (PsgNoteSection *self,
              PsgNoteCard    *card)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (card)) != NULL;

  gtk_box_remove (GTK_BOX (self->cards), GTK_WIDGET (card));
  show_hint (self);
  if (focused)
    gtk_widget_grab_focus (self->add);
}

static PsgNoteCard *
add_card (PsgNoteSection *self,
          const PsgNote  *note,
          gboolean        is_new)
{
  GtkWidget *card = psg_note_card_new (self->session, note, is_new);

  g_signal_connect_object (card, "gone", G_CALLBACK (card_gone_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->cards), card);
  show_hint (self);

  return PSG_NOTE_CARD (card);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PsgNoteSection) self = user_data;
  g_autoptr (GPtrArray) notes = psg_note_store_list_finish (PSG_NOTE_STORE (object), result, NULL);

  /* The notebook may have been closed meanwhile. */
  if (notes == NULL || self->session == NULL || self->notes == NULL)
    return;

  for (guint i = 0; i < notes->len; i++)
    {
      const PsgNote *note = g_ptr_array_index (notes, i);

      if (note->target.kind == self->kind && find_card (self, note->id) == NULL)
        add_card (self, note, FALSE);
    }
}

static void
ask_cb (PsgNoteStore *store,
        gpointer      user_data)
{
  PsgNoteSection *self = user_data;
  PsgCollection *collection = self->session != NULL ? psg_session_get_collection (self->session) : NULL;
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();

  if (collection == NULL)
    {
      g_object_unref (self);
      return;
    }

  filter->collection = g_strdup (psg_collection_get_info (collection)->id);
  filter->target = g_strdup (self->id);
  filter->kinds = 1u << self->kind;
  filter->order = PSG_NOTE_ORDER_CREATED;
  filter->limit = MAX_CARDS;
  psg_note_store_list_async (store, filter, self->asking, listed_cb, self);
}

/* Notes that are new elsewhere come; those that are gone take their cards away themselves. */
static void
changed_cb (PsgNoteSection    *self,
            const char *const *ids)
{
  const char *collection = psg_collection_get_info (psg_session_get_collection (self->session))->id;
  GPtrArray *marks = psg_notes_get_about (self->notes, collection, self->kind, self->id);
  gboolean all_shown = TRUE;

  for (guint i = 0; marks != NULL && all_shown && i < marks->len; i++)
    all_shown = find_card (self, ((PsgNoteMark *) g_ptr_array_index (marks, i))->id) != NULL;
  if (!all_shown)
    psg_notes_ask (self->notes, ask_cb, g_object_ref (self));
}

static void
notes_changed_cb (PsgNoteSection *self)
{
  PsgNotes *notes = psg_session_get_notes (self->session);

  if (self->notes != NULL)
    g_signal_handlers_disconnect_by_data (self->notes, self);
  g_set_object (&self->notes, notes);
  if (notes != NULL)
    {
      g_signal_connect_object (notes, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      psg_notes_ask (notes, ask_cb, g_object_ref (self));
    }
  show_hint (self);
}

static void
psg_note_section_dispose (GObject *object)
{
  PsgNoteSection *self = PSG_NOTE_SECTION (object);

  g_cancellable_cancel (self->asking);
  if (self->notes != NULL)
    g_signal_handlers_disconnect_by_data (self->notes, self);
  g_clear_object (&self->notes);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_note_section_parent_class)->dispose (object);
}

static void
psg_note_section_finalize (GObject *object)
{
  PsgNoteSection *self = PSG_NOTE_SECTION (object);

  g_object_unref (self->asking);
  g_free (self->id);

  G_OBJECT_CLASS (psg_note_section_parent_class)->finalize (object);
}

static void
psg_note_section_class_init (PsgNoteSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_note_section_dispose;
  object_class->finalize = psg_note_section_finalize;
}

static void
psg_note_section_init (PsgNoteSection *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = psg_heading_new (_("Your notes"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page-section");
  self->asking = g_cancellable_new ();

  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_tooltip_text (self->add, _("Add Note"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Note"), -1);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (header), heading);
  gtk_box_append (GTK_BOX (header), self->add);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (psg_note_section_add), self);

  self->hint = psg_label_new (_("Nothing yet. What you write here stays on this computer."), "page-note");
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_box_append (GTK_BOX (self), header);
  gtk_box_append (GTK_BOX (self), self->hint);
  gtk_box_append (GTK_BOX (self), self->cards);
}

/**
 * psg_note_section_new:
 * @session: a session with a collection
 * @kind: %PSG_NOTE_ON_EVENT or %PSG_NOTE_ON_CROSSING
 * @id: of the event or the crossing
 *
 * Returns: (transfer floating): the notes about it
 */
GtkWidget *
psg_note_section_new (PsgSession *session,
                      PsgNoteKind kind,
                      const char *id)
{
  PsgNoteSection *self = g_object_new (PSG_TYPE_NOTE_SECTION, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->id = g_strdup (id);
  g_signal_connect_object (session, "notify::notes", G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);
  notes_changed_cb (self);

  return GTK_WIDGET (self);
}

/* Begins a new note, which is kept once it says something. */
void
psg_note_section_add (PsgNoteSection *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  g_autoptr (PsgNote) note = NULL;

  if (self->notes == NULL || psg_notes_is_read_only (self->notes))
    return;

  if (self->kind == PSG_NOTE_ON_EVENT)
    {
      guint row = psg_event_table_find (psg_collection_get_events (collection), self->id);

      if (row == PSG_ROW_NONE)
        return;
      note = psg_note_new_about_event (collection, row, g_get_real_time ());
    }
  else
    note = psg_note_new_about_crossing (collection, self->id, g_get_real_time ());

  psg_note_card_begin (add_card (self, note, TRUE));
}
