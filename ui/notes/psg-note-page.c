/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-page.h"

#include <glib/gi18n-lib.h>

#include "psg-event-editor.h"
#include "psg-mark.h"
#include "psg-note-card.h"
#include "psg-note-review.h"
#include "psg-note-subject.h"
#include "psg-rows.h"

/* A note on a page of its own: for notes about places and stretches of time it is the only one. */

#define PSG_TYPE_NOTE_PAGE (psg_note_page_get_type ())
G_DECLARE_FINAL_TYPE (PsgNotePage, psg_note_page, PSG, NOTE_PAGE, GtkBox)

struct _PsgNotePage
{
  GtkBox parent_instance;

  /* owned */
  PsgSession *session;
  char *id;
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (PsgNotePage, psg_note_page, GTK_TYPE_BOX)

static void
show_gone (PsgNotePage *self,
           const char  *title)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  gtk_box_append (GTK_BOX (self), psg_title_new (title));
  gtk_box_append (GTK_BOX (self),
                  psg_body_label_new (_("It was deleted. For thirty days it can be taken out of the bin.")));
}

static void
note_gone_cb (PsgNotePage *self)
{
  show_gone (self, _("The Note Is Gone"));
}

static void
event_gone_cb (PsgNotePage *self)
{
  show_gone (self, _("The Event Is Gone"));
}

static void
add_header (PsgNotePage   *self,
            const PsgNote *note)
{
  g_autofree char *subject = psg_note_dup_subject (note, psg_session_get_collection (self->session),
                                                   psg_session_get_library (self->session));
  g_autofree char *link = psg_note_dup_subject_link (note, psg_session_get_collection (self->session));
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *kind = g_utf8_strup (psg_note_kind_get_label (note->target.kind), -1);

  gtk_widget_add_css_class (header, "page-header");
  gtk_box_append (GTK_BOX (header), psg_label_new (kind, "page-kicker"));
  gtk_box_append (GTK_BOX (header), psg_title_new (subject));
  gtk_box_append (GTK_BOX (self), header);
  if (link != NULL)
    {
      GtkWidget *list = psg_row_list_new (self->session);

      psg_row_add (list, link, NULL, _("Show what the note is about"), NULL);
      gtk_box_append (GTK_BOX (self), list);
    }
}

static void
linked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PsgNotePage) self = user_data;
  g_autoptr (GPtrArray) notes = psg_note_store_list_finish (PSG_NOTE_STORE (object), result, NULL);
  GtkWidget *list = NULL;

  if (notes == NULL || self->session == NULL)
    return;

  for (guint i = 0; i < notes->len; i++)
    {
      const PsgNote *note = g_ptr_array_index (notes, i);
      g_autofree char *title = psg_note_dup_title (note);
      g_autofree char *subject = psg_note_dup_subject (note, psg_session_get_collection (self->session),
                                                       psg_session_get_library (self->session));
      g_autofree char *link = g_strconcat ("note:", note->id, NULL);

      if (list == NULL)
        list = psg_section_add_rows (GTK_BOX (self), _("Linked from"), self->session);
      psg_row_add (list, link, psg_mark_new_note (note->colour), *title != '\0' ? title : subject, subject);
    }
}

static void
ask_links_cb (PsgNoteStore *store,
              gpointer      user_data)
{
  PsgNotePage *self = user_data;
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();

  filter->link = g_strdup (self->id);
  psg_note_store_list_async (store, filter, self->asking, linked_cb, self);
}

static gboolean
is_here (PsgNotePage   *self,
         const PsgNote *note)
{
  PsgCollection *collection = psg_session_get_collection (self->session);

  return note->target.id != NULL && note->target.page == 0 && collection != NULL
         && g_strcmp0 (note->collection, psg_collection_get_info (collection)->id) == 0;
}

static void
reviewed_cb (PsgNotePage *self,
             GtkWidget   *review)
{
  gtk_box_remove (GTK_BOX (self), review);
}

/* An own event: it is edited here, and read on the page that every event has. */
static void
show_event (PsgNotePage   *self,
            const PsgNote *note)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *editor = psg_event_editor_new (self->session, note);
  g_autofree char *kind = g_utf8_strup (psg_note_kind_get_label (PSG_NOTE_OWN_EVENT), -1);

  gtk_widget_add_css_class (header, "page-header");
  gtk_box_append (GTK_BOX (header), psg_label_new (kind, "page-kicker"));
  gtk_box_append (GTK_BOX (self), header);
  g_signal_connect_object (editor, "gone", G_CALLBACK (event_gone_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), editor);
  /* One that is called nothing yet was just made. */
  if (*note->event->title == '\0')
    psg_event_editor_begin (PSG_EVENT_EDITOR (editor));
  psg_notes_ask (psg_session_get_notes (self->session), ask_links_cb, g_object_ref (self));
}

static gboolean
is_editable (PsgNotePage   *self,
             const PsgNote *note)
{
  PsgCollection *collection = psg_session_get_collection (self->session);

  return note->event != NULL && collection != NULL
         && g_strcmp0 (note->collection, psg_collection_get_info (collection)->id) == 0;
}

static void
add_review (PsgNotePage   *self,
            const PsgNote *note)
{
  GtkWidget *review = psg_note_review_new (self->session, note);

  g_signal_connect_object (review, "done", G_CALLBACK (reviewed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), review);
}

static void
show_note (PsgNotePage   *self,
           const PsgNote *note)
{
  GtkWidget *card = psg_note_card_new (self->session, note, FALSE);

  add_header (self, note);
  /* What is to be done comes first. */
  if (note->review && is_here (self, note))
    add_review (self, note);
  gtk_widget_add_css_class (card, "page-section");
  g_signal_connect_object (card, "gone", G_CALLBACK (note_gone_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), card);
  /* One that says nothing yet was just made. */
  if (*note->body == '\0')
    psg_note_card_begin (PSG_NOTE_CARD (card));

  psg_notes_ask (psg_session_get_notes (self->session), ask_links_cb, g_object_ref (self));
}

static void
got_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (PsgNotePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgNote) note = psg_note_store_get_finish (PSG_NOTE_STORE (object), result, &error);

  /* The notebook may have been closed meanwhile. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL
      || psg_session_get_notes (self->session) == NULL)
    return;

  if (note != NULL && note->deleted == 0 && is_editable (self, note))
    show_event (self, note);
  else if (note != NULL && note->deleted == 0)
    show_note (self, note);
  else if (note != NULL && note->event != NULL)
    event_gone_cb (self);
  else
    note_gone_cb (self);
}

static void
ask_cb (PsgNoteStore *store,
        gpointer      user_data)
{
  PsgNotePage *self = user_data;

  psg_note_store_get_async (store, self->id, self->asking, got_cb, self);
}

static void
psg_note_page_dispose (GObject *object)
{
  PsgNotePage *self = PSG_NOTE_PAGE (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_note_page_parent_class)->dispose (object);
}

static void
psg_note_page_finalize (GObject *object)
{
  PsgNotePage *self = PSG_NOTE_PAGE (object);

  g_object_unref (self->asking);
  g_free (self->id);

  G_OBJECT_CLASS (psg_note_page_parent_class)->finalize (object);
}

static void
psg_note_page_class_init (PsgNotePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_note_page_dispose;
  object_class->finalize = psg_note_page_finalize;
}

static void
psg_note_page_init (PsgNotePage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->asking = g_cancellable_new ();
}

GtkWidget *
psg_note_page_new (PsgSession *session,
                   const char *id)
{
  PsgNotePage *self = g_object_new (PSG_TYPE_NOTE_PAGE, NULL);

  self->session = g_object_ref (session);
  self->id = g_strdup (id);
  if (psg_session_get_notes (session) != NULL)
    psg_notes_ask (psg_session_get_notes (session), ask_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
