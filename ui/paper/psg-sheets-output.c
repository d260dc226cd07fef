/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-sheets.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

/* Pages as a PDF, and through the system's dialog to a printer: the same pages. */

static cairo_status_t
write_cb (gpointer             bytes,
          const unsigned char *data,
          unsigned             length)
{
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * psg_sheets_export_pdf:
 * @self: pages
 * @error: where to put why not
 *
 * Returns: (transfer full): a PDF
 */
GBytes *
psg_sheets_export_pdf (PsgSheets *self,
                       GError   **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;
  cairo_t *cr;

  psg_sheets_get_page_size (self, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, psg_sheets_get_title (self));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Passages " PSG_VERSION);
  cr = cairo_create (surface);
  for (guint i = 0; i < psg_sheets_get_n_pages (self); i++)
    {
      psg_sheets_draw (self, i, cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The pages cannot be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              PsgSheets         *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height;

  /* Paper of another size that was chosen in the dialog. */
  psg_sheets_get_page_size (self, &width, &height);
  cairo_scale (cr, MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height),
               MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height));
  psg_sheets_draw (self, (guint) page, cr);
}

/**
 * psg_sheets_print:
 * @self: pages
 *
 * Returns: (transfer full): printing them, to be run with a dialog; it keeps the pages
 */
GtkPrintOperation *
psg_sheets_print (PsgSheets *self)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size;
  double width, height;

  psg_sheets_get_page_size (self, &width, &height);
  size = gtk_paper_size_new (width < 600 ? GTK_PAPER_NAME_A4 : GTK_PAPER_NAME_LETTER);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  /* The margins are ours. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, psg_sheets_get_title (self));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, (int) psg_sheets_get_n_pages (self));
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  g_object_set_data_full (G_OBJECT (operation), "psg-sheets", psg_sheets_ref (self), (GDestroyNotify) psg_sheets_unref);

  return operation;
}
