/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-sheets-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-paper-link.h"
#include "psg-paper-sources.h"

/* Pages as they are laid out, drawn anywhere. */

#define HEAD_Y 34.0
#define FOOT_Y 30.0
#define INK 0.13
#define GREY 0.40

static void
show (cairo_t     *cr,
      PangoLayout *layout,
      double       ink,
      double       x,
      double       y)
{
  cairo_set_source_rgb (cr, ink, ink, ink);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

static void
draw_box (cairo_t *cr,
          double   width,
          double   y,
          double   height)
{
  cairo_rectangle (cr, 0, y, width, height);
  cairo_set_source_rgb (cr, 0.945, 0.955, 0.97);
  cairo_fill (cr);
  cairo_rectangle (cr, 0, y, 3, height);
  cairo_set_source_rgb (cr, 0.11, 0.44, 0.85);
  cairo_fill (cr);
}

static void
draw_rules (cairo_t *cr,
            double   width,
            double   y,
            double   height)
{
  cairo_set_line_width (cr, 0.6);
  cairo_set_source_rgb (cr, 0.62, 0.62, 0.64);
  for (double line = y + RULE; line <= y + height + 0.1; line += RULE)
    {
      cairo_move_to (cr, 0, line);
      cairo_line_to (cr, width, line);
    }
  cairo_stroke (cr);
}

static void
draw_drawing (const Block *block,
              cairo_t     *cr,
              double       width,
              double       height,
              double       y)
{
  cairo_save (cr);
  cairo_translate (cr, 0, y);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  block->draw (cr, width, height, block->user_data);
  cairo_restore (cr);
}

static void
draw_block (PsgSheets    *self,
            const Placed *placed,
            cairo_t      *cr)
{
  const Block *block = g_ptr_array_index (self->blocks, placed->block);
  double width = psg_sheets_get_width (self), padding = 0;

  switch (block->kind)
    {
    case BLOCK_TEXT:
      if (block->style == PSG_SHEET_BOXED)
        {
          draw_box (cr, width, placed->y, placed->height);
          padding = BOX_PADDING;
        }
      show (cr, block->layout, psg_sheets_get_ink (block->style), padding > 0 ? padding + 3 : 0, placed->y + padding);
      break;
    case BLOCK_BESIDE:
      show (cr, block->layout, psg_sheets_get_ink (block->style), block->drawing_width + BESIDE_GAP, placed->y - 2);
      draw_drawing (block, cr, block->drawing_width, block->drawing_height, placed->y);
      break;
    case BLOCK_DRAWING:
      draw_drawing (block, cr, width, placed->height, placed->y);
      break;
    case BLOCK_RULES:
      draw_rules (cr, width, placed->y, placed->height);
      break;
    case BLOCK_BREAK:
    default:
      break;
    }
}

static void
draw_notes (PsgSheets  *self,
            const Page *page,
            cairo_t    *cr)
{
  double y = psg_sheets_get_room (self) - psg_sheets_measure_notes (self, page->notes) + NOTE_GAP;

  if (page->notes->len == 0)
    return;

  cairo_set_line_width (cr, 0.5);
  cairo_set_source_rgb (cr, GREY, GREY, GREY);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, 120, y);
  cairo_stroke (cr);
  y += NOTE_GAP;
  for (guint i = 0; i < page->notes->len; i++)
    {
      guint index = g_array_index (page->notes, guint, i);
      const char *url = psg_paper_source_get_url (g_ptr_array_index (self->sources, index));
      g_autofree char *text = g_strdup_printf ("%u", index + 1);
      g_autoptr (PangoLayout) number = psg_sheets_create_layout (self, PSG_SHEET_SMALL, text, NOTE_NUMBER);
      g_autoptr (PangoLayout) note = psg_sheets_create_note (self, index);

      show (cr, number, INK, 0, y);
      psg_paper_link_begin (cr, url);
      show (cr, note, GREY, NOTE_NUMBER, y);
      psg_paper_link_end (cr, url);
      y += psg_sheets_measure (note) + 1.5;
    }
}

/* The title above, but on the first page, which begins with it; the page's number below. */
static void
draw_margins (PsgSheets *self,
              guint      page,
              cairo_t   *cr)
{
  double width = psg_sheets_get_width (self);
  /* Translators: at the foot of a printed page: its number, and how many there are */
  g_autofree char *number = g_strdup_printf (C_("paper", "%u / %u"), page + 1, self->pages->len);
  g_autoptr (PangoLayout) foot = psg_sheets_create_layout (self, PSG_SHEET_SMALL, number, width);
  g_autoptr (PangoLayout) head = psg_sheets_create_layout (self, PSG_SHEET_SMALL, self->title, width);

  pango_layout_set_alignment (foot, PANGO_ALIGN_RIGHT);
  show (cr, foot, GREY, SIDE, self->page_height - FOOT_Y);
  if (page > 0)
    {
      pango_layout_set_ellipsize (head, PANGO_ELLIPSIZE_END);
      show (cr, head, GREY, SIDE, HEAD_Y);
      cairo_set_line_width (cr, 0.5);
      cairo_move_to (cr, SIDE, HEAD_Y + 14);
      cairo_rel_line_to (cr, width, 0);
      cairo_stroke (cr);
    }
}

/**
 * psg_sheets_draw:
 * @self: pages
 * @page: which, from 0
 * @cr: where, its origin the paper's upper left corner, in points
 */
void
psg_sheets_draw (PsgSheets *self,
                 guint      page,
                 cairo_t   *cr)
{
  const Page *laid;

  psg_sheets_lay_out (self);
  g_return_if_fail (page < self->pages->len);

  laid = g_ptr_array_index (self->pages, page);
  cairo_save (cr);
  draw_margins (self, page, cr);
  cairo_translate (cr, SIDE, TOP);
  for (guint i = 0; i < laid->placed->len; i++)
    draw_block (self, &g_array_index (laid->placed, Placed, i), cr);
  draw_notes (self, laid, cr);
  cairo_restore (cr);
}
