/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-pdf-file.h"
#include "psg-pdf-highlights.h"

G_BEGIN_DECLS

#define PSG_TYPE_PDF_VIEW (psg_pdf_view_get_type ())
G_DECLARE_FINAL_TYPE (PsgPdfView, psg_pdf_view, PSG, PDF_VIEW, GtkWidget)

/**
 * PsgPdfMatch:
 * @page: a page, as an index
 * @start: where it begins in the page's text, in code points
 * @end: where it ends, exclusive
 *
 * Words on a page.
 */
typedef struct
{
  guint page;
  guint start;
  guint end;
} PsgPdfMatch;

/**
 * PsgPdfView:
 *
 * The pages of a PDF below one another, scrollable. Only what is in sight is drawn, in the file's own thread; until
 * then a page is white, or shows an older picture of itself. Text can be selected with the pointer.
 *
 * A person's notes are drawn over their words, and each has its sign in the margin.
 *
 * Its signal `place-changed` tells that another page is in sight, or the zoom is another; `selection-changed` that
 * another stretch of text is selected, or none; `selected` that the pointer has done selecting one; `note-activated
 * (note, area)` that a note was chosen: @area is its first line, in the view.
 *
 * # CSS nodes
 *
 * `pdfview`
 */
GtkWidget  *psg_pdf_view_new           (PsgPdfFile *file, PsgPdfInfo *info);

void        psg_pdf_view_set_highlights (PsgPdfView *self, PsgPdfHighlights *highlights);
const PsgPdfInfo *psg_pdf_view_get_info (PsgPdfView *self);
guint       psg_pdf_view_get_page      (PsgPdfView *self);
double      psg_pdf_view_get_zoom      (PsgPdfView *self);
gboolean    psg_pdf_view_fits_width    (PsgPdfView *self);
void        psg_pdf_view_set_zoom      (PsgPdfView *self, double zoom);
void        psg_pdf_view_step_zoom     (PsgPdfView *self, int direction);

double      psg_pdf_view_get_position  (PsgPdfView *self);
void        psg_pdf_view_set_position  (PsgPdfView *self, double position);
void        psg_pdf_view_show_place    (PsgPdfView *self, const PsgPdfPlace *place);
void        psg_pdf_view_show_words    (PsgPdfView *self, const PsgPdfMatch *words);
void        psg_pdf_view_show_match    (PsgPdfView *self, const PsgPdfMatch *match);

void        psg_pdf_view_set_found     (PsgPdfView *self, const GArray *found, guint current);

void        psg_pdf_view_select_page   (PsgPdfView *self);
void        psg_pdf_view_unselect      (PsgPdfView *self);
gboolean    psg_pdf_view_has_selection (PsgPdfView *self);
char       *psg_pdf_view_dup_selected  (PsgPdfView *self, guint *page);
PsgAnchor  *psg_pdf_view_dup_anchor    (PsgPdfView *self, guint *page);
gboolean    psg_pdf_view_get_selected_area (PsgPdfView *self, GdkRectangle *area);
gboolean    psg_pdf_view_is_busy       (PsgPdfView *self);

G_END_DECLS
