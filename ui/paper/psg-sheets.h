/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  PSG_PAPER_A4,
  PSG_PAPER_LETTER,
} PsgPaper;

#define PSG_PAPER_N_SIZES (PSG_PAPER_LETTER + 1)

/* How a paragraph looks. */
typedef enum
{
  PSG_SHEET_TITLE,
  PSG_SHEET_SUBTITLE,
  PSG_SHEET_HEADING,
  PSG_SHEET_BODY,
  PSG_SHEET_NOTE,     /* to be read from a desk */
  PSG_SHEET_LABEL,    /* a word or two above what they name */
  PSG_SHEET_BOXED,    /* what is asked: on a ground of its own */
  PSG_SHEET_SMALL,
} PsgSheetStyle;

/* Draws something @width points wide and @height high, its origin the upper left corner. */
typedef void (*PsgSheetDraw) (cairo_t *cr, double width, double height, gpointer user_data);

/**
 * PsgSheets:
 *
 * Pages of text and pictures, black on white, set into a size of paper: blocks flow from page to
 * page, those that belong together stay together, and the sources that blocks cite stand at the
 * foot of their page. Laid out when first asked for a page, the same for the printer and the PDF.
 */
typedef struct _PsgSheets PsgSheets;

PsgSheets *psg_sheets_new         (PsgPaper paper, const char *title);
PsgSheets *psg_sheets_ref         (PsgSheets *self);
void       psg_sheets_unref       (PsgSheets *self);

PangoContext *psg_sheets_get_context (PsgSheets *self);
double     psg_sheets_get_width   (PsgSheets *self);
void       psg_sheets_get_page_size (PsgSheets *self, double *width, double *height);
const char *psg_sheets_get_title  (PsgSheets *self);

void       psg_sheets_add_text    (PsgSheets *self, PsgSheetStyle style, const char *text);
void       psg_sheets_add_beside  (PsgSheets *self, double width, double height, PsgSheetDraw draw,
                                   gpointer user_data, GDestroyNotify destroy, PsgSheetStyle style,
                                   const char *text);
void       psg_sheets_add_drawing (PsgSheets *self, double height, PsgSheetDraw draw,
                                   gpointer user_data, GDestroyNotify destroy);
void       psg_sheets_add_rules   (PsgSheets *self, guint least);
void       psg_sheets_cite        (PsgSheets *self, GPtrArray *sources);
void       psg_sheets_begin_group (PsgSheets *self);
void       psg_sheets_end_group   (PsgSheets *self);
void       psg_sheets_break       (PsgSheets *self);

guint      psg_sheets_get_n_pages (PsgSheets *self);
gboolean   psg_sheets_fits        (PsgSheets *self);
void       psg_sheets_draw        (PsgSheets *self, guint page, cairo_t *cr);

/* psg-sheets-output.c */
GBytes            *psg_sheets_export_pdf (PsgSheets *self, GError **error);
GtkPrintOperation *psg_sheets_print      (PsgSheets *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgSheets, psg_sheets_unref)

G_END_DECLS
