/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-own-page.h"

#include <glib/gi18n-lib.h>

#include "psg-document-page.h"
#include "psg-pdf-page.h"
#include "psg-reader-layout.h"
#include "psg-text-size.h"
#include "psg-rows.h"

/* Loads a document of the person's own and shows it as what it is. */

/* A wait is told of when it has been noticed, in milliseconds. */
#define PATIENCE 300

struct _PsgOwnPage
{
  PsgPageView parent_instance;

  /* owned */
  PsgSession *session;
  GCancellable *closing;
  char *place;      /* (nullable): to be shown */
  double position;  /* to scroll to when there is something to scroll; negative: none */
  guint patience;
  guint text_size;

  /* borrowed */
  GtkWidget *box;
  GtkWidget *content; /* (nullable): a #PsgDocumentPage or a #PsgPdfPage */
  GtkWidget *waiting; /* (nullable) */
};

enum
{
  CONTENT_MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgOwnPage, psg_own_page, PSG_TYPE_PAGE_VIEW)

static void
stop_waiting (PsgOwnPage *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->waiting != NULL)
    gtk_box_remove (GTK_BOX (self->box), self->waiting);
  self->waiting = NULL;
}

static gboolean
patience_ended_cb (gpointer data)
{
  PsgOwnPage *self = data;
  GtkWidget *spinner = gtk_spinner_new ();

  self->patience = 0;
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (spinner, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Opening"), -1);
  self->waiting = spinner;
  gtk_box_append (GTK_BOX (self->box), spinner);

  return G_SOURCE_REMOVE;
}

static GtkWidget *
new_header (const PsgOwnDocument *record)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *facts = psg_own_document_describe (record);
  GtkWidget *title = gtk_label_new (record->title);
  GtkWidget *label = psg_label_new (facts, "page-facts");

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (title, record->title);
  gtk_widget_add_css_class (title, "heading");
  /* Translators: %s is the path or address a file was copied from */
  if (record->origin != NULL)
    {
      g_autofree char *origin = g_strdup_printf (_("Copied from %s"), record->origin);

      gtk_widget_set_tooltip_text (label, origin);
    }
  gtk_widget_add_css_class (header, "own-header");
  gtk_box_append (GTK_BOX (header), title);
  gtk_box_append (GTK_BOX (header), label);

  return header;
}

static void
show_fault (PsgOwnPage   *self,
            const GError *error)
{
  GtkWidget *page = adw_status_page_new ();
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-error-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("This Document Cannot Be Shown"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  gtk_widget_add_css_class (page, "compact");
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (self->box), page);
}

static void
show_in_content (PsgOwnPage *self)
{
  guint page, start, end;

  psg_page_read_place (self->place, &page, &start, &end);
  if (PSG_IS_PDF_PAGE (self->content))
    psg_pdf_page_show_place (PSG_PDF_PAGE (self->content), page, start, end);
  else if (PSG_IS_DOCUMENT_PAGE (self->content))
    psg_document_page_show_passage (PSG_DOCUMENT_PAGE (self->content), self->place);
}

static void
scroll_content (PsgOwnPage *self)
{
  if (PSG_IS_PDF_PAGE (self->content))
    psg_pdf_page_set_position (PSG_PDF_PAGE (self->content), self->position);
  else if (PSG_IS_DOCUMENT_PAGE (self->content))
    psg_page_view_set_position (PSG_PAGE_VIEW (self->content), self->position);
}

static void
show_content (PsgOwnPage          *self,
              const PsgOwnContent *content)
{
  gboolean focused = gtk_widget_has_focus (GTK_WIDGET (self));
  GtkWidget *header = new_header (content->record);

  self->content = content->document != NULL ? psg_document_page_new (self->session, content->document)
                                            : psg_pdf_page_new (self->session, content);
  gtk_widget_set_vexpand (self->content, TRUE);
  if (PSG_IS_DOCUMENT_PAGE (self->content))
    psg_document_page_set_text_size (PSG_DOCUMENT_PAGE (self->content), self->text_size);
  g_signal_emit (self, signals[CONTENT_MADE], 0, self->content);
  gtk_box_append (GTK_BOX (self->box), header);
  gtk_box_append (GTK_BOX (self->box), self->content);
  gtk_widget_set_layout_manager (self->box, psg_reader_layout_new (header, NULL, NULL, NULL, self->content));
  if (self->position >= 0)
    scroll_content (self);
  else
    show_in_content (self);

  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  if (focused)
    gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

static void
loaded_cb (GObject      *library,
           GAsyncResult *result,
           gpointer      data)
{
  PsgOwnPage *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgOwnContent) content = psg_library_load_finish (PSG_LIBRARY (library), result, &error);

  /* Then the page is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  stop_waiting (self);
  if (content != NULL)
    show_content (self, content);
  else
    show_fault (self, error);
}

/* Words in a PDF are looked for in the same way as in a text. */
static void
find_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GtkWidget *content = PSG_OWN_PAGE (widget)->content;

  if (content == NULL
      || !gtk_widget_activate_action (content, PSG_IS_PDF_PAGE (content) ? "pdf.find" : "reader.find", NULL))
    gtk_widget_error_bell (widget);
}

/* As its content has it: it means the same at any width. */
static double
psg_own_page_get_position (PsgPageView *page)
{
  PsgOwnPage *self = PSG_OWN_PAGE (page);

  if (PSG_IS_PDF_PAGE (self->content))
    return psg_pdf_page_get_position (PSG_PDF_PAGE (self->content));
  if (PSG_IS_DOCUMENT_PAGE (self->content))
    return psg_page_view_get_position (PSG_PAGE_VIEW (self->content));

  return MAX (self->position, 0);
}

static void
psg_own_page_set_position (PsgPageView *page,
                           double       position)
{
  PsgOwnPage *self = PSG_OWN_PAGE (page);

  self->position = position;
  scroll_content (self);
}

static void
psg_own_page_dispose (GObject *object)
{
  PsgOwnPage *self = PSG_OWN_PAGE (object);

  g_cancellable_cancel (self->closing);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_own_page_parent_class)->dispose (object);
}

static void
psg_own_page_finalize (GObject *object)
{
  PsgOwnPage *self = PSG_OWN_PAGE (object);

  g_object_unref (self->closing);
  g_free (self->place);

  G_OBJECT_CLASS (psg_own_page_parent_class)->finalize (object);
}

static void
psg_own_page_class_init (PsgOwnPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  PsgPageViewClass *page_class = PSG_PAGE_VIEW_CLASS (klass);

  object_class->dispose = psg_own_page_dispose;
  object_class->finalize = psg_own_page_finalize;
  page_class->get_position = psg_own_page_get_position;
  page_class->set_position = psg_own_page_set_position;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "reader.find", NULL, find_cb);

  /**
   * PsgOwnPage::content-made:
   * @content: a #PsgDocumentPage or a #PsgPdfPage
   *
   * The document has been loaded.
   */
  signals[CONTENT_MADE] = g_signal_new ("content-made", PSG_TYPE_OWN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
}

static void
psg_own_page_init (PsgOwnPage *self)
{
  self->closing = g_cancellable_new ();
  self->position = -1;
  self->text_size = PSG_TEXT_SIZE_NORMAL;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  adw_bin_set_child (ADW_BIN (self), self->box);
  /* Until there is something that can have it. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * psg_own_page_new:
 * @session: a session with a library
 * @id: a document's id
 *
 * Returns: (transfer floating): a page that is loading it
 */
GtkWidget *
psg_own_page_new (PsgSession *session,
                  const char *id)
{
  PsgOwnPage *self = g_object_new (PSG_TYPE_OWN_PAGE, NULL);

  self->session = g_object_ref (session);
  self->patience = g_timeout_add (PATIENCE, patience_ended_cb, self);
  psg_library_load_async (psg_session_get_library (session), id, self->closing, loaded_cb, self);

  return GTK_WIDGET (self);
}

/**
 * psg_own_page_show_place:
 * @self: a page
 * @place: (nullable): where in the document, as #PsgPage has it; %NULL to mark nothing
 */
void
psg_own_page_show_place (PsgOwnPage *self,
                         const char *place)
{
  g_return_if_fail (PSG_IS_OWN_PAGE (self));

  g_free (self->place);
  self->place = g_strdup (place);
  self->position = -1;
  show_in_content (self);
}

/**
 * psg_own_page_get_content:
 *
 * Returns: (transfer none) (nullable): a #PsgDocumentPage or a #PsgPdfPage; %NULL while it is loading or if that failed
 */
GtkWidget *
psg_own_page_get_content (PsgOwnPage *self)
{
  g_return_val_if_fail (PSG_IS_OWN_PAGE (self), NULL);

  return self->content;
}

/**
 * psg_own_page_set_text_size:
 * @self: a page
 * @size: as in psg_document_page_set_text_size(); a PDF has a zoom of its own
 */
void
psg_own_page_set_text_size (PsgOwnPage *self,
                            guint       size)
{
  g_return_if_fail (PSG_IS_OWN_PAGE (self));

  self->text_size = size;
  if (PSG_IS_DOCUMENT_PAGE (self->content))
    psg_document_page_set_text_size (PSG_DOCUMENT_PAGE (self->content), size);
}
