/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-sheets.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-paper-link.h"
#include "psg-paper-sources.h"

/*
 * Blocks, and how they are set into pages. What is in them it does not know. Measures are
 * points; fonts are made in these too, so that a page is the same whatever it is drawn on.
 */

#define SANS "Cantarell, Adwaita Sans, Noto Sans, Sans"
#define SERIF "Source Serif 4, Noto Serif, Liberation Serif, Serif"

#define SIDE 52.0
#define TOP 62.0
#define BOTTOM 56.0
#define HEAD_Y 34.0
#define FOOT_Y 30.0
#define BOX_PADDING 9.0
#define BESIDE_GAP 14.0
#define RULE 21.0
#define NOTE_GAP 9.0
#define NOTE_NUMBER 15.0
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

typedef enum
{
  BLOCK_TEXT,
  BLOCK_DRAWING,
  BLOCK_BESIDE,  /* a drawing, and a text at its right */
  BLOCK_RULES,   /* lines to write on, as many as there is room for */
  BLOCK_BREAK,
} BlockKind;

typedef struct
{
  BlockKind kind;
  PsgSheetStyle style;
  PangoLayout *layout;    /* owned (nullable) */
  double above;
  double height;
  double drawing_width;
  double drawing_height;
  PsgSheetDraw draw;
  gpointer user_data;
  GDestroyNotify destroy;
  guint group;            /* 0: none */
  GArray *notes;          /* (nullable): guint, indices of sources */
} Block;

typedef struct
{
  guint block;
  double y;
  double height;
} Placed;

typedef struct
{
  GArray *placed;  /* Placed */
  GArray *notes;   /* guint */
  double y;        /* how far it is filled */
} Page;

struct _PsgSheets
{
  gatomicrefcount ref_count;
  char *title;
  PangoContext *context;
  double page_width;
  double page_height;
  GPtrArray *blocks;   /* Block */
  GPtrArray *sources;  /* PsgSource, in the order of their numbers */
  GPtrArray *pages;    /* (nullable): Page, once laid out */
  guint n_groups;
  guint group;         /* that is open, or 0 */
  gboolean fits;
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

static void
page_free (gpointer data)
{
  Page *self = data;

  g_array_unref (self->placed);
  g_array_unref (self->notes);
  g_free (self);
}

static double
get_room (PsgSheets *self)
{
  return self->page_height - TOP - BOTTOM;
}

static PangoLayout *
create_layout (PsgSheets    *self,
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

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return height / (double) PANGO_SCALE;
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

/* Laying out */

static PangoLayout *
create_note (PsgSheets *self,
             guint      index)
{
  const PsgSource *source = g_ptr_array_index (self->sources, index);
  g_autofree char *url = psg_paper_source_format_url (source);
  g_autofree char *words = psg_paper_source_describe (source);
  g_autofree char *text = url != NULL ? g_strdup_printf ("%s. %s", words, url) : g_strdup (words);

  return create_layout (self, PSG_SHEET_SMALL, text, psg_sheets_get_width (self) - NOTE_NUMBER);
}

static double
get_notes_height (PsgSheets    *self,
                  const GArray *notes)
{
  double height = notes->len > 0 ? 2 * NOTE_GAP : 0;

  for (guint i = 0; i < notes->len; i++)
    {
      g_autoptr (PangoLayout) layout = create_note (self, g_array_index (notes, guint, i));

      height += get_height (layout) + 1.5;
    }

  return height;
}

static gboolean
has_note (const GArray *notes,
          guint         index)
{
  for (guint i = 0; i < notes->len; i++)
    if (g_array_index (notes, guint, i) == index)
      return TRUE;

  return FALSE;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const guint *first = a, *second = b;

  return *first < *second ? -1 : *first > *second;
}

static void
merge_notes (GArray       *notes,
             const GArray *more)
{
  for (guint i = 0; more != NULL && i < more->len; i++)
    if (!has_note (notes, g_array_index (more, guint, i)))
      g_array_append_val (notes, g_array_index (more, guint, i));
  g_array_sort (notes, compare_numbers);
}

static Page *
add_page (PsgSheets *self)
{
  Page *page = g_new0 (Page, 1);

  page->placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  page->notes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->pages, page);

  return page;
}

/* What blocks would take of a page after what is on it; the space above the first is left out. */
static double
measure_on (PsgSheets  *self,
            const Page *page,
            guint       first,
            guint       end)
{
  g_autoptr (GArray) notes = g_array_copy (page->notes);
  double y = page->y;

  for (guint i = first; i < end; i++)
    {
      const Block *block = g_ptr_array_index (self->blocks, i);

      y += (y > 0 ? block->above : 0) + block->height;
      merge_notes (notes, block->notes);
    }

  return y + get_notes_height (self, notes);
}

static void
place (PsgSheets *self,
       Page      *page,
       guint      index)
{
  const Block *block = g_ptr_array_index (self->blocks, index);
  Placed placed = { index, page->y + (page->y > 0 ? block->above : 0), block->height };

  merge_notes (page->notes, block->notes);
  /* Lines that there is no room for do not make another page. */
  if (block->kind == BLOCK_RULES)
    {
      double left = get_room (self) - placed.y - get_notes_height (self, page->notes);

      placed.height = MIN (placed.height, MAX (0, floor (left / RULE) * RULE));
    }
  page->y = placed.y + placed.height;
  g_array_append_val (page->placed, placed);
}

/* Lines to write on at the end of a page take what is left of it. */
static void
stretch_rules (PsgSheets *self,
               Page      *page)
{
  double left = get_room (self) - page->y - get_notes_height (self, page->notes);
  Placed *last;

  if (page->placed->len == 0)
    return;

  last = &g_array_index (page->placed, Placed, page->placed->len - 1);
  if (((Block *) g_ptr_array_index (self->blocks, last->block))->kind == BLOCK_RULES && left > 0)
    last->height += floor (left / RULE) * RULE;
}

static guint
find_group_end (PsgSheets *self,
                guint      first)
{
  guint group = ((Block *) g_ptr_array_index (self->blocks, first))->group, end = first + 1;

  while (group != 0 && end < self->blocks->len && ((Block *) g_ptr_array_index (self->blocks, end))->group == group)
    end++;

  return end;
}

static void
lay_out (PsgSheets *self)
{
  double room = get_room (self);
  Page *page;

  if (self->pages != NULL)
    return;

  self->pages = g_ptr_array_new_with_free_func (page_free);
  self->fits = TRUE;
  page = add_page (self);
  for (guint first = 0, end; first < self->blocks->len; first = end)
    {
      gboolean is_break = ((Block *) g_ptr_array_index (self->blocks, first))->kind == BLOCK_BREAK;

      end = find_group_end (self, first);
      if (is_break ? page->y > 0 : page->y > 0 && measure_on (self, page, first, end) > room)
        page = add_page (self);
      /* A group higher than a page is taken apart. */
      for (guint i = first; i < end && !is_break; i++)
        {
          gboolean is_rules = ((Block *) g_ptr_array_index (self->blocks, i))->kind == BLOCK_RULES;

          if (page->y > 0 && !is_rules && measure_on (self, page, i, i + 1) > room)
            page = add_page (self);
          self->fits &= is_rules || measure_on (self, page, i, i + 1) <= room + 0.5;
          place (self, page, i);
        }
    }
  if (page->placed->len == 0 && self->pages->len > 1)
    g_ptr_array_remove_index (self->pages, self->pages->len - 1);
  for (guint i = 0; i < self->pages->len; i++)
    stretch_rules (self, g_ptr_array_index (self->pages, i));
}

/* Drawing */

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
      show (cr, block->layout, styles[block->style].ink, padding > 0 ? padding + 3 : 0, placed->y + padding);
      break;
    case BLOCK_BESIDE:
      show (cr, block->layout, styles[block->style].ink, block->drawing_width + BESIDE_GAP, placed->y - 2);
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
  double y = get_room (self) - get_notes_height (self, page->notes) + NOTE_GAP;

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
      g_autoptr (PangoLayout) number = create_layout (self, PSG_SHEET_SMALL, text, NOTE_NUMBER);
      g_autoptr (PangoLayout) note = create_note (self, index);

      show (cr, number, INK, 0, y);
      psg_paper_link_begin (cr, url);
      show (cr, note, GREY, NOTE_NUMBER, y);
      psg_paper_link_end (cr, url);
      y += get_height (note) + 1.5;
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
  g_autoptr (PangoLayout) foot = create_layout (self, PSG_SHEET_SMALL, number, width);
  g_autoptr (PangoLayout) head = create_layout (self, PSG_SHEET_SMALL, self->title, width);

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
  PangoLayout *layout = create_layout (self, style, text, width - (padding > 0 ? 2 * padding + 3 : 0));
  Block *block = add_block (self, BLOCK_TEXT, styles[style].above, get_height (layout) + 2 * padding);

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
  PangoLayout *layout = create_layout (self, style, text, psg_sheets_get_width (self) - width - BESIDE_GAP);
  Block *block = add_block (self, BLOCK_BESIDE, styles[PSG_SHEET_BODY].above, MAX (height, get_height (layout)));

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
  g_array_sort (notes, compare_numbers);
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
  lay_out (self);

  return self->pages->len;
}

/* Whether every block is lower than a page: whether nothing is cut. */
gboolean
psg_sheets_fits (PsgSheets *self)
{
  lay_out (self);

  return self->fits;
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

  lay_out (self);
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
