/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-reader.h"

#include <glib/gi18n-lib.h>

#include "psg-library.h"
#include "psg-link.h"

/*
 * What Poppler is asked, in the thread that owns the document. What the file says is held against limits here:
 * the rest of the ui need not know that it is a stranger's.
 */

#define MOST_HEADINGS 2000
#define DEEPEST_HEADING 8
#define MOST_LINKS 2000
#define LONGEST_TITLE 300

/**
 * psg_pdf_reader_open:
 * @path: (type filename): a file that may be anything
 * @error: return location: a #PsgLibraryError
 *
 * Returns: (transfer full) (nullable): the document
 */
PopplerDocument *
psg_pdf_reader_open (const char *path,
                     GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) cause = NULL;
  PopplerDocument *document = poppler_document_new_from_gfile (file, NULL, NULL, &cause);

  if (document != NULL)
    return document;

  if (g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    psg_library_fail (error, PSG_LIBRARY_ERROR_ENCRYPTED, _("The PDF is protected with a password."));
  else
    psg_library_fail (error, PSG_LIBRARY_ERROR_DAMAGED, _("The PDF is damaged and cannot be shown."));

  return NULL;
}

/* (transfer full) (nullable) */
static PopplerPage *
get_page (PopplerDocument *document,
          guint            page)
{
  int n_pages = poppler_document_get_n_pages (document);

  return n_pages > 0 && page < (guint) n_pages ? poppler_document_get_page (document, page) : NULL;
}

static void
clear_heading (gpointer data)
{
  g_free (((PsgPdfHeading *) data)->title);
}

void
psg_pdf_info_free (PsgPdfInfo *self)
{
  g_free (self->sizes);
  g_array_unref (self->headings);
  g_free (self);
}

/* How far down its page a destination is: PDF counts up from the bottom. */
static double
get_top (PopplerDocument *document,
         PopplerDest     *dest)
{
  PopplerPage *page = get_page (document, dest->page_num - 1);
  double width, height = 0;

  if (page != NULL)
    poppler_page_get_size (page, &width, &height);
  g_clear_object (&page);

  return dest->top > 0 && dest->top <= height ? height - dest->top : 0;
}

/* Where a destination leads. Returns: whether there is such a page. */
static gboolean
resolve (PopplerDocument *document,
         PopplerDest     *dest,
         PsgPdfPlace     *place)
{
  PopplerDest *named = NULL;
  gboolean found;

  if (dest != NULL && dest->type == POPPLER_DEST_NAMED && dest->named_dest != NULL)
    dest = named = poppler_document_find_dest (document, dest->named_dest);

  found = dest != NULL && dest->page_num >= 1 && dest->page_num <= poppler_document_get_n_pages (document);
  if (found)
    *place = (PsgPdfPlace) { dest->page_num - 1, 0, get_top (document, dest) };
  g_clear_pointer (&named, poppler_dest_free);

  return found;
}

static void
add_heading (PopplerDocument *document,
             PsgPdfInfo      *info,
             PopplerAction   *action,
             guint            level)
{
  PsgPdfHeading heading = { NULL, level, { 0 } };

  if (action->type != POPPLER_ACTION_GOTO_DEST || action->any.title == NULL
      || !resolve (document, action->goto_dest.dest, &heading.place))
    return;

  heading.title = psg_own_clean_page_text (action->any.title);
  g_strdelimit (heading.title, "\n", ' ');
  if (g_utf8_strlen (heading.title, -1) > LONGEST_TITLE)
    *g_utf8_offset_to_pointer (heading.title, LONGEST_TITLE) = '\0';
  g_array_append_val (info->headings, heading);
}

static void
add_headings (PopplerDocument  *document,
              PsgPdfInfo       *info,
              PopplerIndexIter *iter,
              guint             level)
{
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      PopplerIndexIter *child = level < DEEPEST_HEADING ? poppler_index_iter_get_child (iter) : NULL;

      if (action != NULL)
        add_heading (document, info, action, level);
      g_clear_pointer (&action, poppler_action_free);
      if (child != NULL)
        add_headings (document, info, child, level + 1);
      g_clear_pointer (&child, poppler_index_iter_free);
    }
  while (info->headings->len < MOST_HEADINGS && poppler_index_iter_next (iter));
}

/**
 * psg_pdf_reader_look:
 * @document: a document
 * @error: return location: a #PsgLibraryError
 *
 * Returns: (transfer full) (nullable): what it is like
 */
PsgPdfInfo *
psg_pdf_reader_look (PopplerDocument *document,
                     GError         **error)
{
  int n_pages = poppler_document_get_n_pages (document);
  PopplerIndexIter *iter;
  PsgPdfInfo *info;

  if (n_pages <= 0 || n_pages > PSG_OWN_MAX_PAGES)
    {
      psg_library_fail (error, PSG_LIBRARY_ERROR_DAMAGED, _("The PDF has no pages that can be shown."));
      return NULL;
    }

  info = g_new0 (PsgPdfInfo, 1);
  info->n_pages = n_pages;
  info->sizes = g_new0 (PsgPdfSize, n_pages);
  info->headings = g_array_new (FALSE, FALSE, sizeof (PsgPdfHeading));
  g_array_set_clear_func (info->headings, clear_heading);
  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = get_page (document, i);

      if (page != NULL)
        poppler_page_get_size (page, &info->sizes[i].width, &info->sizes[i].height);
      g_clear_object (&page);
    }

  iter = poppler_index_iter_new (document);
  if (iter != NULL)
    add_headings (document, info, iter, 1);
  g_clear_pointer (&iter, poppler_index_iter_free);

  return info;
}

static void
paint (PopplerPage      *page,
       const PsgPdfPart *part,
       cairo_surface_t  *surface)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, -part->x, -part->y);
  cairo_scale (cr, part->scale, part->scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
}

/**
 * psg_pdf_reader_draw:
 * @document: a document
 * @part: what to draw
 * @stride: (out): how far apart lines are, in bytes
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the picture, in %GDK_MEMORY_DEFAULT, on white
 */
GBytes *
psg_pdf_reader_draw (PopplerDocument  *document,
                     const PsgPdfPart *part,
                     gsize            *stride,
                     GError          **error)
{
  PopplerPage *page = get_page (document, part->page);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, part->width, part->height);

  if (page == NULL || cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      g_clear_object (&page);
      cairo_surface_destroy (surface);
      psg_library_fail (error, PSG_LIBRARY_ERROR_DAMAGED, _("This page cannot be shown."));
      return NULL;
    }

  paint (page, part, surface);
  g_object_unref (page);
  cairo_surface_flush (surface);
  *stride = cairo_image_surface_get_stride (surface);

  return g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), *stride * part->height,
                                     (GDestroyNotify) cairo_surface_destroy, surface);
}

/* PDF counts up from the bottom of a page. */
static void
add_link (PopplerDocument    *document,
          PsgPdfText         *text,
          PopplerLinkMapping *mapping,
          double              height)
{
  PopplerAction *action = mapping->action;
  const PopplerRectangle *area = &mapping->area;
  PsgPdfLink link = { { MIN (area->x1, area->x2), height - MAX (area->y1, area->y2), MAX (area->x1, area->x2),
                        height - MIN (area->y1, area->y2) }, NULL, 0, 0 };
  PsgPdfPlace place;

  if (action == NULL)
    return;
  if (action->type == POPPLER_ACTION_URI && action->uri.uri != NULL && psg_link_is_external (action->uri.uri))
    link.uri = action->uri.uri;
  else if (action->type == POPPLER_ACTION_GOTO_DEST && resolve (document, action->goto_dest.dest, &place))
    {
      link.page = place.page + 1;
      link.top = place.y;
    }
  if (link.uri != NULL || link.page > 0)
    psg_pdf_text_add_link (text, &link);
}

static void
add_links (PopplerDocument *document,
           PopplerPage     *page,
           PsgPdfText      *text)
{
  GList *mappings = poppler_page_get_link_mapping (page);
  double width, height;

  poppler_page_get_size (page, &width, &height);
  for (GList *l = mappings; l != NULL && text->links->len < MOST_LINKS; l = l->next)
    add_link (document, text, l->data, height);
  poppler_page_free_link_mapping (mappings);
}

/**
 * psg_pdf_reader_read:
 * @document: a document
 * @page: a page, as an index
 *
 * Returns: (transfer full): what is written on it; nothing if that cannot be read
 */
PsgPdfText *
psg_pdf_reader_read (PopplerDocument *document,
                     guint            page)
{
  PopplerPage *source = get_page (document, page);
  g_autofree char *raw = source != NULL ? poppler_page_get_text (source) : NULL;
  g_autofree char *clean = psg_own_clean_page_text (raw);
  g_autofree PopplerRectangle *rectangles = NULL;
  g_autofree PsgPdfBox *boxes = NULL;
  PsgPdfText *text;
  guint n = 0;

  if (source == NULL || !poppler_page_get_text_layout (source, &rectangles, &n))
    n = 0;
  boxes = g_new0 (PsgPdfBox, n + 1);
  for (guint i = 0; i < n; i++)
    boxes[i] = (PsgPdfBox) { rectangles[i].x1, rectangles[i].y1, rectangles[i].x2, rectangles[i].y2 };

  text = psg_pdf_text_create (clean, boxes, n);
  if (source != NULL)
    add_links (document, source, text);
  g_clear_object (&source);

  return text;
}

/**
 * psg_pdf_reader_print:
 * @document: a document
 * @page: a page, as an index
 * @cr: where to draw it, in points from its upper left corner
 * @error: return location
 *
 * Returns: whether there is such a page
 */
gboolean
psg_pdf_reader_print (PopplerDocument *document,
                      guint            page,
                      cairo_t         *cr,
                      GError         **error)
{
  PopplerPage *source = get_page (document, page);

  if (source == NULL)
    return psg_library_fail (error, PSG_LIBRARY_ERROR_DAMAGED, _("This page cannot be shown."));

  poppler_page_render_for_printing (source, cr);
  g_object_unref (source);

  return TRUE;
}
