/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-print.h"

/*
 * The pages of a PDF on paper, as they are in the file: words stay words, lines stay lines. Each fills the paper as far
 * as it fits and lies the way it is read. The file is opened once more, in a thread of its own: what is drawn for the
 * screen does not wait for it, and the printer's fonts may ask for it until the last page is out.
 */

typedef struct
{
  PsgPdfFile *file;
  PsgPdfSize *sizes;
  guint n_pages;
} Print;

static void
free_print (gpointer data)
{
  Print *self = data;

  psg_pdf_file_free (self->file);
  g_free (self->sizes);
  g_free (self);
}

static gboolean
is_wide (const PsgPdfSize *size)
{
  return size->width > size->height;
}

/* Paper lies as the page does, whatever was chosen: a document may have pages of both kinds. */
static void
request_page_setup_cb (GtkPrintOperation *operation,
                       GtkPrintContext   *context,
                       int                page,
                       GtkPageSetup      *setup,
                       Print             *self)
{
  if (page >= 0 && (guint) page < self->n_pages)
    gtk_page_setup_set_orientation (setup, is_wide (&self->sizes[page]) ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

/* Puts the page into the middle of what can be printed, as large as it fits. Returns: whether it has any size. */
static gboolean
fit (GtkPrintContext  *context,
     cairo_t          *cr,
     const PsgPdfSize *size)
{
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  double scale;

  if (!(size->width > 0 && size->height > 0))
    return FALSE;

  scale = MIN (width / size->width, height / size->height);
  cairo_translate (cr, (width - size->width * scale) / 2, (height - size->height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, size->width, size->height);
  cairo_clip (cr);

  return TRUE;
}

/* In the page's place, so that it is not thought to be empty. */
static void
draw_fault (GtkPrintOperation *operation,
            const char        *message)
{
  GtkPrintContext *context = g_object_get_data (G_OBJECT (operation), "psg-pdf-context");
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);

  cairo_set_source_rgb (cr, 0, 0, 0);
  pango_layout_set_text (layout, message, -1);
  pango_layout_set_width (layout, (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout (cr, layout);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GtkPrintOperation) operation = data;
  cairo_t *cr = gtk_print_context_get_cairo_context (g_object_get_data (G_OBJECT (operation), "psg-pdf-context"));
  g_autoptr (GError) error = NULL;

  cairo_restore (cr);
  if (!psg_pdf_file_print_finish (result, &error))
    draw_fault (operation, error->message);
  gtk_print_operation_draw_page_finish (operation);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Print             *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_save (cr);
  if (!fit (context, cr, &self->sizes[page]))
    {
      cairo_restore (cr);
      return;
    }

  g_object_set_data (G_OBJECT (operation), "psg-pdf-context", context);
  gtk_print_operation_set_defer_drawing (operation);
  psg_pdf_file_print_async (self->file, page, cr, printed_cb, g_object_ref (operation));
}

/**
 * psg_pdf_print_new:
 * @path: (type filename): a PDF
 * @info: what it is like
 * @page: the one that is shown, as an index
 * @title: what it is called
 *
 * Returns: (transfer full): printing it, to be run with a dialog, or to be exported
 */
GtkPrintOperation *
psg_pdf_print_new (const char       *path,
                   const PsgPdfInfo *info,
                   guint             page,
                   const char       *title)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Print *self = g_new0 (Print, 1);

  self->file = psg_pdf_file_new (path);
  self->n_pages = info->n_pages;
  self->sizes = g_memdup2 (info->sizes, info->n_pages * sizeof (PsgPdfSize));

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_n_pages (operation, (int) info->n_pages);
  gtk_print_operation_set_current_page (operation, (int) page);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  g_object_set_data_full (G_OBJECT (operation), "psg-pdf-print", self, free_print);

  return operation;
}
