/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-figure.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>

/* Figures as files. All of one is in memory before anything is written, so that a disk that is
 * full leaves no half of it. */

static const struct
{
  const char *extension;
  const char *name;
} formats[PSG_FIGURE_N_FORMATS] = {
  [PSG_FIGURE_PDF] = { "pdf", N_("PDF, for print") },
  [PSG_FIGURE_SVG] = { "svg", N_("SVG, for the web") },
  [PSG_FIGURE_PNG] = { "png", N_("PNG, for slides") },
};

static cairo_status_t
write_cb (gpointer             bytes,
          const unsigned char *data,
          unsigned             length)
{
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface,
              const PsgFigure *self)
{
  g_autofree char *own = self->title == NULL || *self->title == '\0' ? psg_figure_dup_title (self->scene) : NULL;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, own != NULL ? own : self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Passages " PSG_VERSION);
}

static cairo_surface_t *
create_surface (const PsgFigure *self,
                PsgFigureFormat  format,
                GByteArray      *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case PSG_FIGURE_PDF:
      surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, self->width, self->height);
      set_metadata (surface, self);
      return surface;
    case PSG_FIGURE_SVG:
      surface = cairo_svg_surface_create_for_stream (write_cb, bytes, self->width, self->height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case PSG_FIGURE_PNG:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) lround (self->width), (int) lround (self->height));
    }
}

static gboolean
has_sensible_size (const PsgFigure *self)
{
  return self->width >= PSG_FIGURE_MIN_SIZE && self->width <= PSG_FIGURE_MAX_SIZE
         && self->height >= PSG_FIGURE_MIN_SIZE && self->height <= PSG_FIGURE_MAX_SIZE;
}

/**
 * psg_figure_export:
 * @self: a figure
 * @format: what kind of file
 * @error: where to put why not: its size is not sensible, or there is not enough memory
 *
 * Returns: (transfer full): the contents of a file
 */
GBytes *
psg_figure_export (const PsgFigure *self,
                   PsgFigureFormat  format,
                   GError         **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  if (!has_sensible_size (self))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("A picture is %d to %d points wide and high"), PSG_FIGURE_MIN_SIZE, PSG_FIGURE_MAX_SIZE);
      return NULL;
    }

  surface = create_surface (self, format, bytes);
  cr = cairo_create (surface);
  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS)
    psg_figure_draw (self, cr);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && format == PSG_FIGURE_PNG)
    status = cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture cannot be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

const char *
psg_figure_format_get_extension (PsgFigureFormat format)
{
  return formats[format].extension;
}

const char *
psg_figure_format_get_name (PsgFigureFormat format)
{
  return _(formats[format].name);
}

/**
 * psg_figure_format_from_name:
 * @file_name: a file's name or path
 * @format: (out): the format that its ending tells
 *
 * Returns: whether it tells one
 */
gboolean
psg_figure_format_from_name (const char      *file_name,
                             PsgFigureFormat *format)
{
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < PSG_FIGURE_N_FORMATS; i++)
    {
      g_autofree char *ending = g_strconcat (".", formats[i].extension, NULL);

      if (g_str_has_suffix (lower, ending))
        {
          *format = i;
          return TRUE;
        }
    }

  return FALSE;
}
