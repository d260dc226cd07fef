/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

#include <glib/gi18n.h>

#include "psg-document-page.h"
#include "psg-document-pane.h"
#include "psg-line-layout.h"
#include "psg-note-page.h"
#include "psg-note-popover.h"
#include "psg-note-reanchor.h"
#include "psg-note-section.h"
#include "psg-own-notes.h"
#include "psg-own-page.h"
#include "psg-page-view.h"
#include "psg-pdf-page.h"
#include "psg-toast.h"

/* A person's notes in a window: where they are shown, and what is told of them. */

/* Over the window, and not a child of the text: a GTK text view that has a popover of others below it may be drawn
 * without having been laid out, and stays empty. */
static void
show_note_at (PsgWindow          *self,
              GtkWidget          *view,
              const PsgNote      *note,
              const GdkRectangle *area)
{
  GtkWidget *parent = GTK_WIDGET (self->toasts);
  GdkRectangle there = *area;
  double x, y;

  if (!gtk_widget_translate_coordinates (view, parent, area->x, area->y, &x, &y))
    return;

  there.x = (int) x;
  there.y = (int) y;
  psg_note_popover_show (parent, self->session, note, &there);
}

static void
highlight_activated_cb (PsgWindow          *self,
                        const PsgNote      *note,
                        const GdkRectangle *area,
                        PsgHighlights      *highlights)
{
  show_note_at (self, GTK_WIDGET (psg_highlights_get_view (highlights)), note, area);
}

static void
pdf_note_activated_cb (PsgWindow          *self,
                       const PsgNote      *note,
                       const GdkRectangle *area,
                       PsgPdfPage         *page)
{
  show_note_at (self, GTK_WIDGET (psg_pdf_page_get_view (page)), note, area);
}

/* Words that are marked in a document show their notes. */
static void
watch_text (PsgWindow *self,
            GtkWidget *widget)
{
  if (PSG_IS_DOCUMENT_PAGE (widget))
    g_signal_connect_object (psg_document_page_get_highlights (PSG_DOCUMENT_PAGE (widget)), "activated",
                             G_CALLBACK (highlight_activated_cb), self, G_CONNECT_SWAPPED);
  else if (PSG_IS_PDF_PAGE (widget))
    g_signal_connect_object (widget, "note-activated", G_CALLBACK (pdf_note_activated_cb), self, G_CONNECT_SWAPPED);
  else if (PSG_IS_OWN_PAGE (widget))
    g_signal_connect_object (widget, "content-made", G_CALLBACK (watch_text), self, G_CONNECT_SWAPPED);
}

/* What a person wrote about an event or a crossing stands on its page; a note has a page of its own. */
static void
page_made_cb (PsgWindow     *self,
              GtkWidget     *widget,
              const PsgPage *page)
{
  GtkWidget *added;

  g_clear_weak_pointer (&self->note_section);
  watch_text (self, widget);
  if (!PSG_IS_PAGE_VIEW (widget))
    return;

  if (page->kind == PSG_KIND_EVENT || page->kind == PSG_KIND_CROSSING)
    {
      added = psg_note_section_new (self->session,
                                    page->kind == PSG_KIND_EVENT ? PSG_NOTE_ON_EVENT : PSG_NOTE_ON_CROSSING, page->id);
      g_set_weak_pointer (&self->note_section, added);
    }
  else if (page->kind == PSG_KIND_NOTE)
    added = psg_note_page_new (self->session, page->id);
  else
    return;

  gtk_box_append (psg_page_view_get_content (PSG_PAGE_VIEW (widget)), added);
}

static void
add_note_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  GtkWidget *page = self->document != NULL ? psg_document_pane_get_visible (PSG_DOCUMENT_PANE (self->document)) : NULL;

  if (PSG_IS_OWN_PAGE (page))
    page = psg_own_page_get_content (PSG_OWN_PAGE (page));

  if (self->note_section != NULL)
    psg_note_section_add (PSG_NOTE_SECTION (self->note_section));
  else if (page == NULL || !gtk_widget_activate_action (page, "reader.add-note", NULL))
    psg_window_toast (self, _("Choose an event or a crossing, or select words, to write a note about it"));
}

/* Between the events and the notes. */
static void
show_notes_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  if (self->lists == NULL)
    return;

  if (psg_window_get_sidebar_shown (self) && psg_window_shows_notes (self))
    {
      gtk_stack_set_visible_child (self->lists, GTK_WIDGET (self->list));
      psg_event_list_focus_search (self->list);
      return;
    }
  psg_window_show_sidebar (self, TRUE);
  gtk_stack_set_visible_child (self->lists, self->notes);
  psg_note_list_search (psg_window_get_note_list (self));
}

static void
delete_note_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  PsgNotes *notes = psg_session_get_notes (self->session);
  const char *ids[] = { g_variant_get_string (parameter, NULL), NULL };
  const PsgNoteMark *mark = notes != NULL ? psg_notes_find (notes, ids[0]) : NULL;
  gboolean is_event = mark != NULL && mark->own != NULL;
  AdwToast *toast;

  if (notes == NULL || psg_notes_is_read_only (notes))
    return;

  psg_notes_bin (notes, is_event ? _("Delete Event") : _("Delete Note"), ids);
  toast = adw_toast_new (is_event ? _("Event deleted") : _("Note deleted"));
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What could not be written yet is said once, and stays until it is. */
static void
trouble_changed_cb (PsgWindow *self)
{
  PsgNotes *notes = psg_session_get_notes (self->session);
  const char *trouble = notes != NULL ? psg_notes_get_trouble (notes) : NULL;
  g_autofree char *message = NULL;

  if (trouble == NULL)
    {
      if (self->trouble_toast != NULL)
        adw_toast_dismiss (self->trouble_toast);
      return;
    }
  if (self->trouble_toast != NULL)
    return;

  /* Translators: %s is a sentence without a full stop that says why */
  message = g_strdup_printf (_("Your notes are not saved yet: %s. Passages keeps trying."), trouble);
  g_set_weak_pointer (&self->trouble_toast, psg_toast_new (message));
  adw_toast_set_timeout (self->trouble_toast, 0);
  adw_toast_set_priority (self->trouble_toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, self->trouble_toast);
}

/* A collection may come in another version than a note was written on. */
static void
reanchor_cb (PsgWindow *self)
{
  PsgNotes *notes = psg_session_get_notes (self->session);
  PsgCollection *collection = psg_session_get_collection (self->session);

  if (self->is_reanchored || notes == NULL || collection == NULL || !psg_notes_is_loaded (notes))
    return;

  self->is_reanchored = TRUE;
  psg_notes_reanchor (notes, collection);
}

static void
subject_changed_cb (PsgWindow *self)
{
  self->is_reanchored = FALSE;
  reanchor_cb (self);
}

static void
notes_changed_cb (PsgWindow *self)
{
  PsgNotes *notes = psg_own_notes_get_notes (psg_own_notes_get_default ());

  psg_session_set_notes (self->session, notes);
  if (notes != NULL)
    g_signal_connect_object (notes, "notify::trouble", G_CALLBACK (trouble_changed_cb), self, G_CONNECT_SWAPPED);
  psg_window_watch_steps (self, notes);
  subject_changed_cb (self);
}

/* One window tells: the one in use. */
static void
told_cb (PsgWindow  *self,
         const char *message)
{
  GtkApplication *app = gtk_window_get_application (GTK_WINDOW (self));
  AdwToast *toast;

  if (app == NULL || gtk_application_get_active_window (app) != GTK_WINDOW (self))
    return;

  toast = psg_toast_new (message);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * psg_window_add_notes:
 * @self: a window
 *
 * Its actions on notes, and the notebook once that is open.
 */
void
psg_window_add_notes (PsgWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "show-notes", .activate = show_notes_cb },
    { .name = "add-note", .activate = add_note_cb },
    { .name = "delete-note", .activate = delete_note_cb, .parameter_type = "s" },
  };
  PsgOwnNotes *own = psg_own_notes_get_default ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (own, "notify::notes", G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (own, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notes-changed", G_CALLBACK (reanchor_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notes-changed", G_CALLBACK (psg_window_follow_awaited), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::subject", G_CALLBACK (subject_changed_cb), self, G_CONNECT_SWAPPED);
  notes_changed_cb (self);
  psg_window_add_new_note_actions (self);
  psg_window_add_new_event_actions (self);
}

/* Adds notes to the pages of its document pane, which has just been made. */
void
psg_window_watch_pages (PsgWindow *self)
{
  PsgDocumentPane *pane = PSG_DOCUMENT_PANE (self->document);

  g_signal_connect_object (pane, "page-made", G_CALLBACK (page_made_cb), self, G_CONNECT_SWAPPED);
  page_made_cb (self, psg_document_pane_get_visible (pane), psg_session_get_page (self->session));
}

/* (transfer none): the list of notes, which is made when it is first wanted: most windows never show it. */
PsgNoteList *
psg_window_get_note_list (PsgWindow *self)
{
  if (adw_bin_get_child (ADW_BIN (self->notes)) == NULL)
    adw_bin_set_child (ADW_BIN (self->notes), psg_note_list_new (self->session));

  return PSG_NOTE_LIST (adw_bin_get_child (ADW_BIN (self->notes)));
}

/* Whether that list is the one that is in front. */
gboolean
psg_window_shows_notes (PsgWindow *self)
{
  return self->lists != NULL && gtk_stack_get_visible_child (self->lists) == self->notes;
}

/* (transfer floating): the list of events, which is there already, and those of notes and lessons behind it. */
GtkWidget *
psg_window_new_sidebar (PsgWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->notes = adw_bin_new ();
  self->lists = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->lists, FALSE);
  gtk_stack_set_vhomogeneous (self->lists, FALSE);
  gtk_stack_add_titled (self->lists, GTK_WIDGET (self->list), "events", _("Events"));
  gtk_stack_add_titled (self->lists, self->notes, "notes", _("Notes"));
  gtk_stack_add_titled (self->lists, psg_window_new_lessons (self), "lessons", _("Lessons"));
  gtk_widget_set_vexpand (GTK_WIDGET (self->lists), TRUE);
  g_signal_connect_object (self->notes, "map", G_CALLBACK (psg_window_get_note_list), self, G_CONNECT_SWAPPED);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->lists);
  gtk_widget_add_css_class (switcher, "sidebar-switcher");
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lists));
  gtk_widget_set_hexpand (box, TRUE);
  /* The paned asks how wide it must be for its height; see PsgLineLayout. */
  self->sidebar = psg_line_new (0);
  gtk_box_append (GTK_BOX (self->sidebar), box);

  return self->sidebar;
}
