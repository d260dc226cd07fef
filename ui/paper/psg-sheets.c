/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-sheets-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-paper-sources.h"

/*
 * Blocks, and how they are set into pages. What is in them it does not know. Measures are
 * points; fonts are made in these too, so that a page is the same whatever it is drawn on.
 */

#define SANS "Cantarell, Adwaita Sans, Noto Sans, Sans"
#define SERIF "Source Serif 4, Noto Serif, Liberation Serif, Serif"
#define INK 0.13
#define GREY 0.40

/* Lines of print stand a little apart. */
static const struct
{
  const char *family;
  double size;
  PangoWeight weight;
  double above;
  double spacing;
  double ink;
} styles[] = {
  [PSG_SHEET_TITLE] = { SANS, 21, PANGO_WEIGHT_BOLD, 0, 1, INK },
  [PSG_SHEET_SUBTITLE] = { SERIF, 10.5, PANGO_WEIGHT_NORMAL, 5, 2.5, GREY },
  [PSG_SHEET_HEADING] = { SANS, 14, PANGO_WEIGHT_BOLD, 20, 1, INK },
  [PSG_SHEET_BODY] = { SERIF, 10.5, PANGO_WEIGHT_NORMAL, 8, 3, INK },
  [PSG_SHEET_NOTE] = { SERIF, 12, PANGO_WEIGHT_NORMAL, 8, 3.5, INK },
  [PSG_SHEET_LABEL] = { SANS, 8.5, PANGO_WEIGHT_BOLD, 10, 1, 0.3 },
  [PSG_SHEET_BOXED] = { SANS, 10.5, PANGO_WEIGHT_MEDIUM, 10, 2.5, INK },
  [PSG_SHEET_SMALL] = { SANS, 7.5, PANGO_WEIGHT_NORMAL, 6, 1, GREY },
};

static void
block_free (gpointer data)
{
  Block *self = data;

  g_clear_object (&self->layout);
  g_clear_pointer (&self->notes, g_array_unref);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_free (self);
}

PangoLayout *
psg_sheets_create_layout (PsgSheets    *self,
                          PsgSheetStyle style,
                          const char   *text,
                          double        width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (styles[style].family);

  pango_font_description_set_absolute_size (font, styles[style].size * PANGO_SCALE);
  pango_font_description_set_weight (font, styles[style].weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (layout, (int) (styles[style].spacing * PANGO_SCALE));
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);

  return layout;
}

double
psg_sheets_measure (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return height / (double) PANGO_SCALE;
}

/* How dark a style is printed, from 0 for black to 1. */
double
psg_sheets_get_ink (PsgSheetStyle style)
{
  return styles[style].ink;
}

static Block *
add_block (PsgSheets *self,
           BlockKind  kind,
           double     above,
           double     height)
{
  Block *block = g_new0 (Block, 1);

  block->kind = kind;
  block->above = above;
  block->height = height;
  block->group = self->group;
  g_ptr_array_add (self->blocks, block);
  g_clear_pointer (&self->pages, g_ptr_array_unref);

  return block;
}

/**
 * psg_sheets_new:
 * @paper: the size of the pages
 * @title: what they are called
 *
 * Returns: (transfer full): pages, empty yet
 */
PsgSheets *
psg_sheets_new (PsgPaper    paper,
                const char *title)
{
  PsgSheets *self = g_new0 (PsgSheets, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  g_atomic_ref_count_init (&self->ref_count);
  self->title = g_strdup (title);
  self->page_width = paper == PSG_PAPER_A4 ? 595.28 : 612;
  self->page_height = paper == PSG_PAPER_A4 ? 841.89 : 792;
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_source_unref);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);

  return self;
}

PsgSheets *
psg_sheets_ref (PsgSheets *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
psg_sheets_unref (PsgSheets *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->sources);
  g_object_unref (self->context);
  g_free (self->title);
  g_free (self);
}

PangoContext *
psg_sheets_get_context (PsgSheets *self)
{
  return self->context;
}

/* Between the margins, in points. */
double
psg_sheets_get_width (PsgSheets *self)
{
  return self->page_width - 2 * SIDE;
}

void
psg_sheets_get_page_size (PsgSheets *self,
                          double    *width,
                          double    *height)
{
  *width = self->page_width;
  *height = self->page_height;
}

const char *
psg_sheets_get_title (PsgSheets *self)
{
  return self->title;
}

void
psg_sheets_add_text (PsgSheets    *self,
                     PsgSheetStyle style,
                     const char   *text)
{
  double padding = style == PSG_SHEET_BOXED ? BOX_PADDING : 0, width = psg_sheets_get_width (self);
  PangoLayout *layout = psg_sheets_create_layout (self, style, text, width - (padding > 0 ? 2 * padding + 3 : 0));
  Block *block = add_block (self, BLOCK_TEXT, styles[style].above, psg_sheets_measure (layout) + 2 * padding);

  block->style = style;
  block->layout = layout;
}

/**
 * psg_sheets_add_beside:
 * @self: pages
 * @width: of a drawing
 * @height: of the drawing
 * @draw: draws it
 * @user_data: for @draw
 * @destroy: frees @user_data
 * @style: of the text
 * @text: what stands at its right
 */
void
psg_sheets_add_beside (PsgSheets     *self,
                       double         width,
                       double         height,
                       PsgSheetDraw   draw,
                       gpointer       user_data,
                       GDestroyNotify destroy,
                       PsgSheetStyle  style,
                       const char    *text)
{
  double room = psg_sheets_get_width (self) - width - BESIDE_GAP;
  PangoLayout *layout = psg_sheets_create_layout (self, style, text, room);
  Block *block = add_block (self, BLOCK_BESIDE, styles[PSG_SHEET_BODY].above,
                            MAX (height, psg_sheets_measure (layout)));

  block->style = style;
  block->layout = layout;
  block->drawing_width = width;
  block->drawing_height = height;
  block->draw = draw;
  block->user_data = user_data;
  block->destroy = destroy;
}

void
psg_sheets_add_drawing (PsgSheets     *self,
                        double         height,
                        PsgSheetDraw   draw,
                        gpointer       user_data,
                        GDestroyNotify destroy)
{
  Block *block = add_block (self, BLOCK_DRAWING, 8, height);

  block->draw = draw;
  block->user_data = user_data;
  block->destroy = destroy;
}

/**
 * psg_sheets_add_rules:
 * @self: pages
 * @least: how many lines to write on there are at least; at the end of a page there are more
 */
void
psg_sheets_add_rules (PsgSheets *self,
                      guint      least)
{
  add_block (self, BLOCK_RULES, 4, least * RULE);
}

static guint
find_source (PsgSheets       *self,
             const PsgSource *source)
{
  for (guint i = 0; i < self->sources->len; i++)
    if (g_str_equal (((PsgSource *) g_ptr_array_index (self->sources, i))->id, source->id))
      return i;

  g_ptr_array_add (self->sources, psg_source_ref (source));

  return self->sources->len - 1;
}

/**
 * psg_sheets_cite:
 * @self: pages
 * @sources: (element-type PsgSource): what what was added last rests on
 *
 * Numbers the sources and names the numbers; the sources themselves are at the foot of the page.
 */
void
psg_sheets_cite (PsgSheets *self,
                 GPtrArray *sources)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autofree char *text = NULL;
  GArray *notes;

  if (sources->len == 0)
    return;

  notes = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < sources->len; i++)
    {
      guint index = find_source (self, g_ptr_array_index (sources, i));

      g_array_append_val (notes, index);
    }
  g_array_sort (notes, psg_sheets_compare_numbers);
  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (numbers, i > 0 ? ", %u" : "%u", g_array_index (notes, guint, i) + 1);

  /* Translators: below a text: the numbers of its sources, which are at the foot of the page */
  text = g_strdup_printf (ngettext ("Source: %s", "Sources: %s", sources->len), numbers->str);
  psg_sheets_add_text (self, PSG_SHEET_SMALL, text);
  ((Block *) g_ptr_array_index (self->blocks, self->blocks->len - 1))->notes = notes;
}

/* What is added from here on stands on one page. */
void
psg_sheets_begin_group (PsgSheets *self)
{
  self->group = ++self->n_groups;
}

void
psg_sheets_end_group (PsgSheets *self)
{
  self->group = 0;
}

/* What follows begins a page. */
void
psg_sheets_break (PsgSheets *self)
{
  guint group = self->group;

  self->group = 0;
  add_block (self, BLOCK_BREAK, 0, 0);
  self->group = group;
}

guint
psg_sheets_get_n_pages (PsgSheets *self)
{
  psg_sheets_lay_out (self);

  return self->pages->len;
}

/* Whether every block is lower than a page: whether nothing is cut. */
gboolean
psg_sheets_fits (PsgSheets *self)
{
  psg_sheets_lay_out (self);

  return self->fits;
}
