/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-document-print.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-document-tags.h"
#include "psg-reader-image.h"
#include "psg-table-layout.h"
#include "psg-tag-attributes.h"

/*
 * A document on paper: the reader's own buffer, paragraph by paragraph, black on white, with its
 * title above and where it is from and the page below. What the screen marks for the pointer
 * (links, passages) is left out; citations and the sources they name stay.
 */

#define FONT "Serif 10.5"
/* In points. */
#define LINE_SPACING 2.0
#define NOTE_SIZE 8.0
#define SIDE_MARGIN 56.0
#define END_MARGIN 40.0
#define NOTE_ROOM 24.0
/* How far below a row of a table the line under it is. */
#define TABLE_RULE 2.5
/* The buffer's pixels, which are made for the screen's text of about 11 points. */
#define PIXEL 0.95

typedef struct
{
  PangoLayout *layout; /* owned */
  GdkTexture  *image;  /* owned (nullable): in the place of the layout's one line */
  double       width;  /* of the image, in points */
  double       height;
  double       x;      /* in points from the margin */
  double       above;
  double       below;
  double       rule;   /* of a row of a table: how long the line under it is; else 0 */
  gboolean     keeps;  /* with what follows: a heading */
} Paragraph;

/* One line, and where. */
typedef struct
{
  guint  paragraph;
  int    line;
  double y;            /* its top, in points below the margin */
} Line;

typedef struct
{
  GtkTextBuffer *buffer;
  GArray        *cells;  /* PsgTableCell */
  GArray        *tables; /* PsgTable */
  char          *title;
  char          *origin;
  GArray        *paragraphs;
  GArray        *lines;
  GArray        *pages; /* guint: the first line of each */
} Print;

static void
paragraph_clear (gpointer data)
{
  g_clear_object (&((Paragraph *) data)->layout);
  g_clear_object (&((Paragraph *) data)->image);
}

static void
print_free (gpointer data)
{
  Print *self = data;

  g_object_unref (self->buffer);
  g_array_unref (self->cells);
  g_array_unref (self->tables);
  g_free (self->title);
  g_free (self->origin);
  g_array_unref (self->paragraphs);
  g_array_unref (self->lines);
  g_array_unref (self->pages);
  g_free (self);
}

/* How far in it is set and how far apart, from the tags at its beginning. */
static void
take_spacing (Paragraph         *self,
              const GtkTextIter *first,
              double             width,
              double             pixel)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (first);
  int margin = 0, indent = 0;
  PangoTabArray *tabs = NULL;

  for (GSList *each = tags; each != NULL; each = each->next)
    {
      gboolean margin_set, indent_set, above_set, below_set, tabs_set, weight_set;
      int left, in, above, below;

      g_object_get (each->data, "left-margin-set", &margin_set, "left-margin", &left, "indent-set", &indent_set,
                    "indent", &in, "pixels-above-lines-set", &above_set, "pixels-above-lines", &above,
                    "pixels-below-lines-set", &below_set, "pixels-below-lines", &below, "tabs-set", &tabs_set,
                    "weight-set", &weight_set, NULL);
      margin += margin_set ? left : 0;
      indent += indent_set ? in : 0;
      self->above = above_set ? above * pixel : self->above;
      self->below = below_set ? below * pixel : self->below;
      self->keeps |= above_set && weight_set;
      if (tabs_set && tabs == NULL)
        g_object_get (each->data, "tabs", &tabs, NULL);
    }

  self->x = margin * pixel;
  pango_layout_set_indent (self->layout, (int) (indent * pixel * PANGO_SCALE));
  pango_layout_set_width (self->layout, (int) (MAX (72, width - self->x) * PANGO_SCALE));
  if (tabs != NULL)
    {
      g_autoptr (PangoTabArray) stops = pango_tab_array_new_with_positions (1, FALSE, PANGO_TAB_LEFT,
                                                                            (int) (-indent * pixel * PANGO_SCALE));

      pango_layout_set_tabs (self->layout, stops);
      pango_tab_array_free (tabs);
    }
}

/* Between what stands above and below on each page. */
static double
get_room (GtkPrintContext *context)
{
  return MAX (72, gtk_print_context_get_height (context) - 2 * NOTE_ROOM);
}

/* Paper is as large as it is, however large the text is on the screen. */
static double
get_pixel (Print *self)
{
  return PIXEL * 100 / psg_document_tags_get_size (gtk_text_buffer_get_tag_table (self->buffer));
}

/* Returns: (nullable): the table that a line beginning at @offset is a row of. */
static const PsgTable *
find_table (Print *self,
            guint  offset)
{
  guint low = 0, n = self->cells->len;

  while (n > 0)
    {
      guint half = n / 2;

      if (g_array_index (self->cells, PsgTableCell, low + half).line < offset)
        {
          low += half + 1;
          n -= half + 1;
        }
      else
        n = half;
    }

  if (low >= self->cells->len || g_array_index (self->cells, PsgTableCell, low).line != offset)
    return NULL;

  return psg_table_layout_find (self->tables, g_array_index (self->cells, PsgTableCell, low).table);
}

/* Paper cannot be scrolled: what is too wide for it is set smaller. */
static void
set_row (Print          *self,
         Paragraph      *paragraph,
         const PsgTable *table,
         double          width)
{
  double factor = MIN (1, width / psg_table_get_width (table));
  g_autoptr (PangoTabArray) tabs = psg_table_new_tabs (table, self->cells, PSG_TABLE_PADDING * PIXEL, factor, FALSE);
  PangoFontDescription *font = pango_font_description_copy (pango_layout_get_font_description (paragraph->layout));

  pango_font_description_set_size (font, (int) (pango_font_description_get_size (font) * factor));
  pango_layout_set_font_description (paragraph->layout, font);
  pango_font_description_free (font);
  pango_layout_set_tabs (paragraph->layout, tabs);
  pango_layout_set_width (paragraph->layout, -1);
  paragraph->rule = psg_table_get_width (table) * factor;
}

/* An image as large as there is room for on the page, but no larger than on the screen; what it shows in words
 * where it cannot be. */
static void
take_image (Paragraph         *self,
            const GtkTextIter *first,
            double             width,
            double             height)
{
  GtkTextChildAnchor *anchor = gtk_text_iter_get_child_anchor (first);
  g_autofree GtkWidget **widgets = NULL;
  guint n = 0;
  double factor;

  if (anchor != NULL)
    widgets = gtk_text_child_anchor_get_widgets (anchor, &n);
  if (n == 0 || !PSG_IS_READER_IMAGE (widgets[0]))
    return;

  g_set_object (&self->image, psg_reader_image_get_texture (PSG_READER_IMAGE (widgets[0])));
  if (self->image == NULL)
    {
      pango_layout_set_text (self->layout, psg_reader_image_get_label (PSG_READER_IMAGE (widgets[0])), -1);
      return;
    }

  factor = MIN (width / gdk_texture_get_width (self->image), height / gdk_texture_get_height (self->image));
  factor = MIN (factor, PIXEL);
  self->width = gdk_texture_get_width (self->image) * factor;
  self->height = gdk_texture_get_height (self->image) * factor;
}

static void
add_paragraph (Print           *self,
               GtkPrintContext *context,
               int              number)
{
  Paragraph paragraph = { .layout = gtk_print_context_create_pango_layout (context) };
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *text = NULL;
  const PsgTable *table;
  GtkTextIter first, last;

  gtk_text_buffer_get_iter_at_line (self->buffer, &first, number);
  last = first;
  if (!gtk_text_iter_ends_line (&last))
    gtk_text_iter_forward_to_line_end (&last);

  text = gtk_text_iter_get_text (&first, &last);
  attributes = psg_tag_attributes_list (&first, &last);
  pango_layout_set_font_description (paragraph.layout, font);
  pango_layout_set_wrap (paragraph.layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (paragraph.layout, (int) (LINE_SPACING * PANGO_SCALE));
  pango_layout_set_text (paragraph.layout, text, -1);
  pango_layout_set_attributes (paragraph.layout, attributes);
  take_spacing (&paragraph, &first, gtk_print_context_get_width (context), get_pixel (self));
  take_image (&paragraph, &first, gtk_print_context_get_width (context), get_room (context));
  table = find_table (self, (guint) gtk_text_iter_get_offset (&first));
  if (table != NULL)
    set_row (self, &paragraph, table, gtk_print_context_get_width (context));
  g_array_append_val (self->paragraphs, paragraph);
}

static double
get_line_height (const Paragraph *paragraph,
                 int              line)
{
  PangoRectangle logical;

  if (paragraph->image != NULL)
    return paragraph->height + LINE_SPACING;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (paragraph->layout, line), NULL, &logical);

  return (double) logical.height / PANGO_SCALE + LINE_SPACING;
}

/* The heading, if one stands last on a page, goes to the next with what it is above. */
static void
break_page (Print *self,
            double *y)
{
  guint first = self->lines->len;
  guint start = g_array_index (self->pages, guint, self->pages->len - 1);
  double top;

  while (first > start + 1)
    {
      const Line *line = &g_array_index (self->lines, Line, first - 1);

      if (!g_array_index (self->paragraphs, Paragraph, line->paragraph).keeps)
        break;
      first--;
    }

  top = first < self->lines->len ? g_array_index (self->lines, Line, first).y : *y;
  for (guint i = first; i < self->lines->len; i++)
    g_array_index (self->lines, Line, i).y -= top;
  *y -= top;
  g_array_append_val (self->pages, first);
}

static void
paginate (Print *self,
          double height)
{
  guint first = 0;
  double y = 0;

  g_array_append_val (self->pages, first);
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, i);
      int n = pango_layout_get_line_count (paragraph->layout);

      y += y > 0 ? paragraph->above : 0;
      for (int j = 0; j < n; j++)
        {
          Line line = { i, j, 0 };
          double line_height = get_line_height (paragraph, j);

          if (y > 0 && y + line_height > height)
            break_page (self, &y);
          line.y = y;
          g_array_append_val (self->lines, line);
          y += line_height;
        }
      y += paragraph->below;
    }
}

static void
measure_tables (Print           *self,
                GtkPrintContext *context)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);

  pango_layout_set_font_description (layout, font);
  psg_table_layout_measure (self->tables, self->cells, self->buffer, layout, PSG_TABLE_PADDING * PIXEL);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Print             *self)
{
  int n = gtk_text_buffer_get_line_count (self->buffer);

  measure_tables (self, context);
  g_array_set_size (self->paragraphs, 0);
  g_array_set_size (self->lines, 0);
  g_array_set_size (self->pages, 0);
  for (int i = 0; i < n; i++)
    add_paragraph (self, context, i);
  paginate (self, get_room (context));
  gtk_print_operation_set_n_pages (operation, (int) self->pages->len);
}

static void
draw_note (GtkPrintContext *context,
           const char      *text,
           double           y,
           PangoAlignment   alignment)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);

  pango_font_description_set_size (font, (int) (NOTE_SIZE * PANGO_SCALE));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, alignment);
  cairo_move_to (cr, 0, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_image (cairo_t         *cr,
            const Paragraph *paragraph,
            double           y)
{
  int width = gdk_texture_get_width (paragraph->image), height = gdk_texture_get_height (paragraph->image);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  gdk_texture_download (paragraph->image, cairo_image_surface_get_data (surface),
                        (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);
  cairo_save (cr);
  cairo_translate (cr, paragraph->x, y);
  cairo_scale (cr, paragraph->width / width, paragraph->height / height);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}

static void
draw_line (Print      *self,
           cairo_t    *cr,
           const Line *line)
{
  const Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, line->paragraph);
  PangoLayoutLine *words = pango_layout_get_line_readonly (paragraph->layout, line->line);
  PangoRectangle logical;
  int indent = pango_layout_get_indent (paragraph->layout);
  gboolean is_set_in = indent > 0 ? line->line == 0 : line->line > 0;

  if (paragraph->image != NULL)
    {
      draw_image (cr, paragraph, NOTE_ROOM + line->y);
      return;
    }

  pango_layout_line_get_extents (words, NULL, &logical);
  cairo_move_to (cr, paragraph->x + (is_set_in ? ABS (indent) / (double) PANGO_SCALE : 0),
                 NOTE_ROOM + line->y + PANGO_ASCENT (logical) / (double) PANGO_SCALE);
  pango_cairo_show_layout_line (cr, words);

  if (paragraph->rule > 0)
    {
      cairo_set_line_width (cr, 0.5);
      cairo_move_to (cr, 0, NOTE_ROOM + line->y + (double) logical.height / PANGO_SCALE + TABLE_RULE);
      cairo_rel_line_to (cr, paragraph->rule, 0);
      cairo_stroke (cr);
    }
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Print             *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double bottom = gtk_print_context_get_height (context) - NOTE_SIZE * 1.5;
  guint first = g_array_index (self->pages, guint, page);
  guint end = page + 1 < (int) self->pages->len ? g_array_index (self->pages, guint, page + 1) : self->lines->len;
  /* Translators: at the foot of a printed page: its number, and how many there are */
  g_autofree char *number = g_strdup_printf (_("%d of %u"), page + 1, self->pages->len);

  cairo_set_source_rgb (cr, 0, 0, 0);
  if (page > 0)
    draw_note (context, self->title, 0, PANGO_ALIGN_LEFT);
  for (guint i = first; i < end; i++)
    draw_line (self, cr, &g_array_index (self->lines, Line, i));
  draw_note (context, self->origin, bottom, PANGO_ALIGN_LEFT);
  draw_note (context, number, bottom, PANGO_ALIGN_RIGHT);
}

/* Lines of text across all of a page are too long to read. */
static GtkPageSetup *
new_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_left_margin (setup, SIDE_MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, SIDE_MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_top_margin (setup, END_MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, END_MARGIN, GTK_UNIT_POINTS);

  return setup;
}

/**
 * psg_document_print_new:
 * @buffer: what a reader shows
 * @cells: (element-type PsgTableCell): the cells of the tables in it
 * @title: the document's title
 * @origin: where it is from, for the foot of each page
 *
 * Returns: (transfer full): printing it, to be run with a dialog, or to be exported
 */
GtkPrintOperation *
psg_document_print_new (GtkTextBuffer *buffer,
                        GArray        *cells,
                        const char    *title,
                        const char    *origin)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_page_setup ();
  Print *self = g_new0 (Print, 1);

  self->buffer = g_object_ref (buffer);
  self->cells = g_array_ref (cells);
  self->tables = psg_table_layout_new (cells);
  self->title = g_strdup (title);
  self->origin = g_strdup (origin);
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_array_set_clear_func (self->paragraphs, paragraph_clear);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  g_object_set_data_full (G_OBJECT (operation), "psg-document-print", self, print_free);

  return operation;
}
