/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-row.h"

#include <glib/gi18n-lib.h>

#include "psg-mark.h"
#include "psg-note-mark.h"
#include "psg-note-subject.h"
#include "psg-rows.h"

/* A note in the list: its sign, its first line, what it is about, its tags, and how far one is with it. */

struct _PsgNoteRow
{
  AdwBin parent_instance;

  PsgNoteItem *item;         /* (nullable) (owned) */
  PsgSession *session;       /* likewise */
  PsgLibrary *library;       /* likewise: watched for the titles in it */

  GtkWidget *mark;
  GtkLabel *title;
  GtkLabel *subject;
  GtkLabel *facts;
};

G_DEFINE_FINAL_TYPE (PsgNoteRow, psg_note_row, ADW_TYPE_BIN)

/* What has the focus is the list's own widget around this one; it has no API for a name before 4.12. */
static void
set_name (PsgNoteRow *self,
          const char *name)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char *
dup_facts (const PsgNote *note)
{
  g_autofree char *tags = note->tags != NULL ? g_strjoinv (", ", note->tags) : g_strdup ("");

  return psg_join_facts (note->review ? _("needs review") : "",
                         note->status != PSG_NOTE_NO_STATUS ? psg_note_status_get_label (note->status) : "",
                         note->bookmark ? _("bookmarked") : "", tags, NULL);
}

static char *
dup_subject (PsgNoteRow    *self,
             const PsgNote *note)
{
  return psg_note_dup_subject (note, psg_session_get_collection (self->session), self->library);
}

static void
show_note (PsgNoteRow *self)
{
  const PsgNote *note = self->item != NULL ? psg_note_item_get (self->item) : NULL;
  g_autofree char *title = note != NULL ? psg_note_dup_title (note) : g_strdup ("");
  g_autofree char *subject = note != NULL ? dup_subject (self, note) : g_strdup ("");
  g_autofree char *facts = note != NULL ? dup_facts (note) : g_strdup ("");
  g_autofree char *name = NULL;

  gtk_label_set_label (self->title, *title != '\0' ? title : note != NULL ? _("Note without words") : " ");
  gtk_label_set_label (self->subject, subject);
  gtk_label_set_label (self->facts, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), *facts != '\0');
  psg_mark_set_note (PSG_MARK (self->mark), note != NULL ? note->colour : PSG_NOTE_NO_COLOUR);
  if (note == NULL)
    return;

  name = psg_join_facts (gtk_label_get_label (self->title), subject, facts,
                         note->colour != PSG_NOTE_NO_COLOUR ? psg_note_colour_get_label (note->colour) : "", NULL);
  set_name (self, name);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
psg_note_row_dispose (GObject *object)
{
  PsgNoteRow *self = PSG_NOTE_ROW (object);

  psg_note_row_set_item (self, NULL, NULL);

  G_OBJECT_CLASS (psg_note_row_parent_class)->dispose (object);
}

static void
psg_note_row_class_init (PsgNoteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_note_row_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "noterow");
}

static void
psg_note_row_init (PsgNoteRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  self->mark = psg_mark_new_note (PSG_NOTE_NO_COLOUR);
  gtk_widget_set_valign (self->mark, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), self->mark);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_widget_set_hexpand (texts, TRUE);
  self->title = add_label (texts, "row-title");
  self->subject = add_label (texts, "row-subtitle");
  self->facts = add_label (texts, "note-facts");
  adw_bin_set_child (ADW_BIN (self), line);
}

GtkWidget *
psg_note_row_new (void)
{
  return g_object_new (PSG_TYPE_NOTE_ROW, NULL);
}

static void
set_library (PsgNoteRow *self,
             PsgLibrary *library)
{
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  if (library != NULL)
    g_signal_connect_object (library, "changed", G_CALLBACK (show_note), self, G_CONNECT_SWAPPED);
}

static void
library_changed_cb (PsgNoteRow *self)
{
  set_library (self, psg_session_get_library (self->session));
  show_note (self);
}

/**
 * psg_note_row_set_item:
 * @self: a row
 * @item: (nullable): what it shows
 * @session: (nullable): a session, which knows what the note is about; %NULL without @item
 */
void
psg_note_row_set_item (PsgNoteRow  *self,
                       PsgNoteItem *item,
                       PsgSession  *session)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->item, item);
  g_set_object (&self->session, session);
  set_library (self, session != NULL ? psg_session_get_library (session) : NULL);
  if (item == NULL)
    return;

  g_signal_connect_object (item, "changed", G_CALLBACK (show_note), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::library", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  show_note (self);
}
