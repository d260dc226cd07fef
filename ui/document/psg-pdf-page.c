/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-page.h"

#include <glib/gi18n-lib.h>

#include "psg-follow.h"
#include "psg-line-layout.h"
#include "psg-pdf-outline.h"
#include "psg-pdf-print.h"
#include "psg-selection-bar.h"

/* What goes around the view of a PDF. The file is opened in its own thread; what was asked to be shown waits for it. */

struct _PsgPdfPage
{
  AdwBin parent_instance;

  /* owned */
  PsgOwnDocument *record;
  PsgPdfFile *file;
  PsgPdfHighlights *highlights;
  char *path;
  GCancellable *closing;

  /* borrowed; all but the first once the file is open */
  GtkWidget *box;
  PsgPdfView *view;
  PsgPdfFindBar *find_bar;
  GtkWidget *entry;
  GtkWidget *zoom;
  GtkWidget *selection_bar; /* (nullable): the view's child; made when it is first wanted */

  guint n_pages;
  gboolean has_words;    /* asked for before there was a view */
  PsgPdfMatch words;
  double position;       /* likewise; negative: none */
};

enum
{
  NOTE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgPdfPage, psg_pdf_page, ADW_TYPE_BIN)

static void
place_changed_cb (PsgPdfPage *self)
{
  g_autofree char *page = g_strdup_printf ("%u", psg_pdf_view_get_page (self->view) + 1);
  /* Translators: how large a page is shown, in percent */
  g_autofree char *zoom = g_strdup_printf (_("%.0f%%"), psg_pdf_view_get_zoom (self->view) * 100);

  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)))))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), page);
  gtk_button_set_label (GTK_BUTTON (self->zoom), zoom);
}

static void
hide_bar (PsgPdfPage *self)
{
  if (self->selection_bar != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->selection_bar));
}

static void
selection_changed_cb (PsgPdfPage *self)
{
  gboolean selected = psg_pdf_view_has_selection (self->view);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf.copy", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.copy-quote", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.add-note",
                                 selected && psg_pdf_highlights_can_add (self->highlights));
  if (!selected)
    hide_bar (self);
}

/* Notes */

/* Makes a note on the words that are selected; of several pages, on those on the first. */
static void
add_note (PsgPdfPage    *self,
          PsgNoteColour  colour,
          gboolean       show)
{
  g_autoptr (PsgAnchor) words = NULL;
  g_autoptr (PsgNote) note = NULL;
  GdkRectangle area = { 0 };
  guint page;

  words = self->view != NULL ? psg_pdf_view_dup_anchor (self->view, &page) : NULL;
  if (words == NULL || !psg_pdf_highlights_can_add (self->highlights))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  note = psg_pdf_highlights_add (self->highlights, words, page, colour);
  psg_pdf_view_get_selected_area (self->view, &area);
  psg_pdf_view_unselect (self->view);
  if (show)
    g_signal_emit (self, signals[NOTE_ACTIVATED], 0, note, &area);
}

static void
add_note_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  add_note (PSG_PDF_PAGE (widget), PSG_NOTE_YELLOW, TRUE);
}

static void
colour_chosen_cb (PsgNoteColour colour,
                  gpointer      data)
{
  add_note (PSG_PDF_PAGE (data), colour, FALSE);
}

static void
note_activated_cb (PsgPdfPage         *self,
                   const PsgNote      *note,
                   const GdkRectangle *area)
{
  g_signal_emit (self, signals[NOTE_ACTIVATED], 0, note, area);
}

static void
selected_cb (PsgPdfPage *self)
{
  GdkRectangle area;

  if (!psg_pdf_highlights_can_add (self->highlights) || !psg_pdf_view_get_selected_area (self->view, &area))
    return;

  if (self->selection_bar == NULL)
    {
      self->selection_bar = psg_selection_bar_new (colour_chosen_cb, self);
      gtk_widget_set_parent (self->selection_bar, GTK_WIDGET (self->view));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->selection_bar), &area);
  gtk_popover_popup (GTK_POPOVER (self->selection_bar));
}

/* The view must have no children left when it goes. */
static void
view_unmapped_cb (PsgPdfPage *self)
{
  g_clear_pointer (&self->selection_bar, gtk_widget_unparent);
}

static void
entry_activated_cb (PsgPdfPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  guint64 page;

  if (g_ascii_string_to_unsigned (text, 10, 1, self->n_pages, &page, NULL))
    {
      PsgPdfPlace place = { page - 1, 0, 0 };

      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      psg_pdf_view_show_place (self->view, &place);
    }
  else
    gtk_widget_error_bell (self->entry);
  place_changed_cb (self);
}

static GtkWidget *
new_button (const char *icon,
            const char *name,
            const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static void
append_page_entry (PsgPdfPage *self,
                   GtkBox     *bar)
{
  /* Translators: stands after an entry with the number of the page: “3 of 12” */
  g_autofree char *of = g_strdup_printf (_("of %'u"), self->n_pages);
  GtkWidget *label = gtk_label_new (of);

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 5);
  gtk_entry_set_alignment (GTK_ENTRY (self->entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_widget_set_tooltip_text (self->entry, _("Go to Page"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Page"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, of, -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (bar, self->entry);
  gtk_box_append (bar, label);
}

static GtkWidget *
new_bar (PsgPdfPage       *self,
         const PsgPdfInfo *info)
{
  GtkWidget *bar = psg_line_new (4);

  gtk_widget_add_css_class (bar, "pdf-bar");
  append_page_entry (self, GTK_BOX (bar));
  gtk_box_append (GTK_BOX (bar), new_button ("list-remove-symbolic", _("Smaller"), "pdf.zoom-out"));
  self->zoom = gtk_button_new ();
  gtk_widget_add_css_class (self->zoom, "flat");
  gtk_widget_add_css_class (self->zoom, "numeric");
  gtk_widget_set_tooltip_text (self->zoom, _("Fit the Width"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->zoom), "pdf.fit-width");
  gtk_box_append (GTK_BOX (bar), self->zoom);
  gtk_box_append (GTK_BOX (bar), new_button ("list-add-symbolic", _("Larger"), "pdf.zoom-in"));
  gtk_box_append (GTK_BOX (bar), new_button ("edit-find-symbolic", _("Find"), "pdf.find"));
  gtk_box_append (GTK_BOX (bar), psg_pdf_outline_button_new (self->view, info->headings));

  return bar;
}

static void
show_pending (PsgPdfPage *self)
{
  if (self->has_words)
    psg_pdf_view_show_words (self->view, &self->words);
  else if (self->position >= 0)
    psg_pdf_view_set_position (self->view, self->position);
}

static void
show_view (PsgPdfPage *self,
           PsgPdfInfo *info)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  gboolean focused = gtk_widget_has_focus (GTK_WIDGET (self));

  self->n_pages = info->n_pages;
  self->view = PSG_PDF_VIEW (psg_pdf_view_new (self->file, info));
  self->find_bar = PSG_PDF_FIND_BAR (psg_pdf_find_bar_new (self->view, self->file, self->n_pages));
  g_signal_connect_swapped (self->view, "place-changed", G_CALLBACK (place_changed_cb), self);
  g_signal_connect_swapped (self->view, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect_swapped (self->view, "selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->view, "note-activated", G_CALLBACK (note_activated_cb), self);
  g_signal_connect_swapped (self->view, "unmap", G_CALLBACK (view_unmapped_cb), self);
  psg_pdf_view_set_highlights (self->view, self->highlights);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), "value-changed",
                           G_CALLBACK (hide_bar), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), new_bar (self, info));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->find_bar));
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf.find", TRUE);
  place_changed_cb (self);
  show_pending (self);

  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
show_fault (PsgPdfPage   *self,
            const GError *error)
{
  GtkWidget *page = adw_status_page_new ();
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-error-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("This Page Cannot Be Shown"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  gtk_widget_add_css_class (page, "compact");
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (self->box), page);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PsgPdfPage *self = data;
  g_autoptr (GError) error = NULL;
  PsgPdfInfo *info = psg_pdf_file_open_finish (result, &error);

  /* Then it is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (info != NULL)
    show_view (self, info);
  else
    show_fault (self, error);
}

/* Actions */

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PsgPdfPage *self = PSG_PDF_PAGE (widget);
  guint page;
  g_autofree char *words = psg_pdf_view_dup_selected (self->view, &page);
  g_autofree char *citation = NULL;
  g_autofree char *text = NULL;

  if (words == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  if (g_str_equal (action, "pdf.copy"))
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
      return;
    }

  citation = psg_own_document_dup_citation (self->record, page);
  text = g_strdup_printf ("%s\n\n%s\n", words, citation);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  psg_show_error (widget, _("Copied with its citation"));
}

static void
select_page_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  if (PSG_PDF_PAGE (widget)->view != NULL)
    psg_pdf_view_select_page (PSG_PDF_PAGE (widget)->view);
}

static void
find_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  if (PSG_PDF_PAGE (widget)->find_bar != NULL)
    psg_pdf_find_bar_open (PSG_PDF_PAGE (widget)->find_bar);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PsgPdfPage *self = PSG_PDF_PAGE (widget);

  if (self->view == NULL)
    return;

  if (g_str_equal (action, "pdf.fit-width"))
    psg_pdf_view_set_zoom (self->view, 0);
  else
    psg_pdf_view_step_zoom (self->view, g_str_equal (action, "pdf.zoom-in") ? 1 : -1);
}

/* Whoever comes into the page comes to read. */
static gboolean
psg_pdf_page_focus (GtkWidget        *widget,
                    GtkDirectionType  direction)
{
  PsgPdfPage *self = PSG_PDF_PAGE (widget);

  if (self->view != NULL && gtk_widget_get_focus_child (widget) == NULL && direction != GTK_DIR_TAB_BACKWARD)
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return GTK_WIDGET_CLASS (psg_pdf_page_parent_class)->focus (widget, direction);
}

static void
psg_pdf_page_dispose (GObject *object)
{
  PsgPdfPage *self = PSG_PDF_PAGE (object);

  g_cancellable_cancel (self->closing);
  if (self->highlights != NULL)
    g_object_run_dispose (G_OBJECT (self->highlights));

  G_OBJECT_CLASS (psg_pdf_page_parent_class)->dispose (object);
}

static void
psg_pdf_page_finalize (GObject *object)
{
  PsgPdfPage *self = PSG_PDF_PAGE (object);

  g_clear_pointer (&self->file, psg_pdf_file_free);
  g_clear_object (&self->highlights);
  g_clear_pointer (&self->record, psg_own_document_unref);
  g_free (self->path);
  g_object_unref (self->closing);

  G_OBJECT_CLASS (psg_pdf_page_parent_class)->finalize (object);
}

static void
psg_pdf_page_class_init (PsgPdfPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_pdf_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = psg_pdf_page_finalize;
  widget_class->focus = psg_pdf_page_focus;

  signals[NOTE_ACTIVATED] = g_signal_new ("note-activated", PSG_TYPE_PDF_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, PSG_TYPE_NOTE,
                                          GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE);

  gtk_widget_class_install_action (widget_class, "pdf.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "reader.copy-quote", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "reader.add-note", NULL, add_note_cb);
  gtk_widget_class_install_action (widget_class, "pdf.select-page", NULL, select_page_cb);
  gtk_widget_class_install_action (widget_class, "pdf.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "pdf.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "pdf.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "pdf.fit-width", NULL, zoom_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "pdf.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reader.copy-quote",
                                       NULL);
}

static void
psg_pdf_page_init (PsgPdfPage *self)
{
  self->closing = g_cancellable_new ();
  self->position = -1;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  adw_bin_set_child (ADW_BIN (self), self->box);
  /* Until there is a view that can have it. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf.copy", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.copy-quote", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.add-note", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf.find", FALSE);
}

/**
 * psg_pdf_page_new:
 * @session: a session with a collection
 * @content: of a PDF
 *
 * Returns: (transfer floating): a page that is opening it
 */
GtkWidget *
psg_pdf_page_new (PsgSession          *session,
                  const PsgOwnContent *content)
{
  PsgPdfPage *self = g_object_new (PSG_TYPE_PDF_PAGE, NULL);

  self->record = psg_own_document_ref (content->record);
  self->highlights = psg_pdf_highlights_new (session, content->record->id);
  self->path = g_strdup (content->path);
  self->file = psg_pdf_file_new (content->path);
  psg_pdf_file_open_async (self->file, self->closing, opened_cb, self);

  return GTK_WIDGET (self);
}

/**
 * psg_pdf_page_show_place:
 * @self: a page
 * @page: a page of the PDF, from 1; 0 to mark nothing
 * @start: where words on it begin, in code points
 * @end: where they end, exclusive; equal to @start for the page alone
 */
void
psg_pdf_page_show_place (PsgPdfPage *self,
                         guint       page,
                         guint       start,
                         guint       end)
{
  g_return_if_fail (PSG_IS_PDF_PAGE (self));

  self->has_words = page > 0;
  self->words = (PsgPdfMatch) { page > 0 ? page - 1 : 0, start, end };
  if (self->view != NULL)
    psg_pdf_view_show_words (self->view, page > 0 ? &self->words : NULL);
}

double
psg_pdf_page_get_position (PsgPdfPage *self)
{
  g_return_val_if_fail (PSG_IS_PDF_PAGE (self), 0);

  return self->view != NULL ? psg_pdf_view_get_position (self->view) : MAX (self->position, 0);
}

void
psg_pdf_page_set_position (PsgPdfPage *self,
                           double      position)
{
  g_return_if_fail (PSG_IS_PDF_PAGE (self));

  self->position = position;
  self->has_words = FALSE;
  if (self->view != NULL)
    psg_pdf_view_set_position (self->view, position);
}

/* (transfer none) (nullable): once the file is open */
PsgPdfView *
psg_pdf_page_get_view (PsgPdfPage *self)
{
  g_return_val_if_fail (PSG_IS_PDF_PAGE (self), NULL);

  return self->view;
}

/* (transfer none): the person's notes on it */
PsgPdfHighlights *
psg_pdf_page_get_highlights (PsgPdfPage *self)
{
  g_return_val_if_fail (PSG_IS_PDF_PAGE (self), NULL);

  return self->highlights;
}

/* (transfer none) (nullable): once the file is open */
PsgPdfFindBar *
psg_pdf_page_get_find_bar (PsgPdfPage *self)
{
  g_return_val_if_fail (PSG_IS_PDF_PAGE (self), NULL);

  return self->find_bar;
}

/**
 * psg_pdf_page_print:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): printing its document, to be run; %NULL until it is open
 */
GtkPrintOperation *
psg_pdf_page_print (PsgPdfPage *self)
{
  g_return_val_if_fail (PSG_IS_PDF_PAGE (self), NULL);

  if (self->view == NULL)
    return NULL;

  return psg_pdf_print_new (self->path, psg_pdf_view_get_info (self->view), psg_pdf_view_get_page (self->view),
                            self->record->title);
}
