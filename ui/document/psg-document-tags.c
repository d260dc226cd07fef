/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-document-tags.h"

#include <stdio.h>

/*
 * How the parts of a document look. Made once for a buffer; colours are set again when the person
 * switches between light and dark, distances when they want the text larger or smaller. Later tags
 * win over earlier ones.
 */

/* Deeper nesting than this is drawn no further in. */
#define MAX_DEPTH 6

/* In whole pixels: a line height as a factor sets baselines between pixels, where raised text is cut. */
#define LEADING 4
#define BELOW_PARAGRAPH 9
#define BELOW_ITEM 5
#define BELOW_SOURCE 5
#define RISE 4
#define AROUND_ROW 5

/* Of the table: how large its text is, in percent. */
#define SIZE_KEY "psg-text-size"

static const int above_headings[] = { 0, 16, 10, 8, 8, 8 };
static const int below_headings[] = { 12, 6, 6, 6, 6, 6 };

static void
add (GtkTextTagTable *table,
     GtkTextTag      *tag)
{
  gtk_text_tag_table_add (table, tag);
  g_object_unref (tag);
}

/* Over those that were added since. */
static void
put_on_top (GtkTextTagTable *table,
            const char      *name)
{
  gtk_text_tag_set_priority (gtk_text_tag_table_lookup (table, name), gtk_text_tag_table_get_size (table) - 1);
}

static GtkTextTag *
new_tag (const char *name,
         const char *first_property,
         ...) G_GNUC_NULL_TERMINATED;

static GtkTextTag *
new_tag (const char *name,
         const char *first_property,
         ...)
{
  GtkTextTag *tag = gtk_text_tag_new (name);
  va_list arguments;

  va_start (arguments, first_property);
  g_object_set_valist (G_OBJECT (tag), first_property, arguments);
  va_end (arguments);

  return tag;
}

static void
add_headings (GtkTextTagTable *table)
{
  static const double scales[] = { 1.55, 1.22, 1.08, 1.0, 1.0, 1.0 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree char *name = g_strdup_printf ("heading-%u", i + 1);

      add (table, new_tag (name,
                           "weight", PANGO_WEIGHT_BOLD,
                           "scale", scales[i],
                           NULL));
    }
}

/* So many pixels at the usual size. */
static int
scale (GtkTextTagTable *table,
       int              pixels)
{
  return (int) ((pixels * psg_document_tags_get_size (table) + 50) / 100);
}

static PangoTabArray *
new_tabs (GtkTextTagTable *table)
{
  PangoTabArray *tabs = pango_tab_array_new (1, TRUE);

  pango_tab_array_set_tab (tabs, 0, PANGO_TAB_LEFT, scale (table, PSG_LIST_INDENT));

  return tabs;
}

static void
space_indent (GtkTextTagTable *table,
              GtkTextTag      *tag,
              int              quote,
              int              list,
              gboolean         item)
{
  g_autoptr (PangoTabArray) tabs = new_tabs (table);
  int margin = quote * PSG_QUOTE_INDENT + list * PSG_LIST_INDENT;

  g_object_set (tag,
                "left-margin", scale (table, item ? margin - PSG_LIST_INDENT : margin),
                "indent", item ? -scale (table, PSG_LIST_INDENT) : 0,
                "tabs", tabs,
                NULL);
  if (list > 0)
    g_object_set (tag, "pixels-below-lines", scale (table, BELOW_ITEM), NULL);
}

static void
space_indent_cb (GtkTextTag *tag,
                 gpointer    table)
{
  g_autofree char *name = NULL;
  int quote, list, item;

  g_object_get (tag, "name", &name, NULL);
  if (name != NULL && sscanf (name, "indent-%d-%d-%d", &quote, &list, &item) == 3)
    space_indent (table, tag, quote, list, item);
}

static void
space (GtkTextTagTable *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (above_headings); i++)
    g_object_set (psg_document_tags_get_heading (table, i + 1),
                  "pixels-inside-wrap", scale (table, 2),
                  "pixels-above-lines", scale (table, above_headings[i]),
                  "pixels-below-lines", scale (table, below_headings[i]),
                  NULL);
  g_object_set (gtk_text_tag_table_lookup (table, PSG_TAG_TEXT),
                "pixels-inside-wrap", scale (table, LEADING),
                "pixels-below-lines", scale (table, BELOW_PARAGRAPH),
                NULL);
  g_object_set (gtk_text_tag_table_lookup (table, PSG_TAG_CODE_BLOCK),
                "left-margin", scale (table, PSG_CODE_PADDING + 2),
                "right-margin", scale (table, PSG_CODE_PADDING + 2),
                "pixels-inside-wrap", scale (table, 2),
                "pixels-below-lines", scale (table, 2),
                NULL);
  g_object_set (gtk_text_tag_table_lookup (table, PSG_TAG_CODE_FIRST),
                "pixels-above-lines", scale (table, PSG_CODE_PADDING), NULL);
  g_object_set (gtk_text_tag_table_lookup (table, PSG_TAG_CODE_LAST),
                "pixels-below-lines", scale (table, PSG_CODE_PADDING) + scale (table, PSG_CODE_SPACE), NULL);
  g_object_set (gtk_text_tag_table_lookup (table, PSG_TAG_ROW),
                "pixels-above-lines", scale (table, AROUND_ROW),
                "pixels-below-lines", scale (table, AROUND_ROW),
                NULL);
  g_object_set (gtk_text_tag_table_lookup (table, PSG_TAG_LAST_ROW),
                "pixels-below-lines", scale (table, AROUND_ROW) + scale (table, PSG_TABLE_SPACE), NULL);
  g_object_set (gtk_text_tag_table_lookup (table, PSG_TAG_SOURCE),
                "pixels-below-lines", scale (table, BELOW_SOURCE), NULL);
  g_object_set (gtk_text_tag_table_lookup (table, PSG_TAG_CITATION),
                "rise", scale (table, RISE * PANGO_SCALE), NULL);
  gtk_text_tag_table_foreach (table, space_indent_cb, table);
}

/**
 * psg_document_tags_create:
 * @table: of a new buffer
 */
void
psg_document_tags_create (GtkTextTagTable *table)
{
  add (table, gtk_text_tag_new (PSG_TAG_TEXT));
  add_headings (table);
  add (table, new_tag (PSG_TAG_CODE_BLOCK, "family", "monospace", "scale", 0.92, "accumulative-margin", TRUE, NULL));
  add (table, gtk_text_tag_new (PSG_TAG_CODE_FIRST));
  add (table, gtk_text_tag_new (PSG_TAG_CODE_LAST));
  add (table, new_tag (PSG_TAG_ROW, "wrap-mode", GTK_WRAP_NONE, NULL));
  add (table, gtk_text_tag_new (PSG_TAG_LAST_ROW));
  add (table, new_tag (PSG_TAG_HEADER, "weight", PANGO_WEIGHT_BOLD, NULL));
  add (table, gtk_text_tag_new (PSG_TAG_PASSAGE));
  add (table, new_tag (PSG_TAG_EMPHASIS, "style", PANGO_STYLE_ITALIC, NULL));
  add (table, new_tag (PSG_TAG_STRONG, "weight", PANGO_WEIGHT_BOLD, NULL));
  add (table, new_tag (PSG_TAG_CODE, "family", "monospace", "scale", 0.92, NULL));
  add (table, new_tag (PSG_TAG_LINK, "underline", PANGO_UNDERLINE_SINGLE, NULL));
  add (table, new_tag (PSG_TAG_SOURCE, "scale", 0.92, NULL));
  add (table, gtk_text_tag_new (PSG_TAG_DIM));
  add (table, gtk_text_tag_new (PSG_TAG_CHOSEN));
  add (table, new_tag (PSG_TAG_CITATION,
                       "scale", 0.72,
                       "underline", PANGO_UNDERLINE_NONE,
                       NULL));

  space (table);
  psg_document_tags_refresh (table, psg_palette_get_scheme ());
}

/**
 * psg_document_tags_get_size:
 * @table: from psg_document_tags_create()
 *
 * Returns: for which size of text its distances are, in percent of the usual one
 */
guint
psg_document_tags_get_size (GtkTextTagTable *table)
{
  guint size = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (table), SIZE_KEY));

  return size > 0 ? size : 100;
}

/**
 * psg_document_tags_set_size:
 * @table: from psg_document_tags_create()
 * @size: how large the text is, in percent of the usual size
 *
 * Sets distances that suit it. How large the letters are is the view's business.
 */
void
psg_document_tags_set_size (GtkTextTagTable *table,
                            guint            size)
{
  if (size == psg_document_tags_get_size (table))
    return;

  g_object_set_data (G_OBJECT (table), SIZE_KEY, GUINT_TO_POINTER (size));
  space (table);
}

/**
 * psg_document_tags_refresh:
 * @table: from psg_document_tags_create()
 * @scheme: the look to take on
 */
void
psg_document_tags_refresh (GtkTextTagTable *table,
                           PsgScheme        scheme)
{
  gboolean dark = psg_scheme_is_dark (scheme);
  GdkRGBA accent, highlight, faint, line;
  const GdkRGBA dim = dark ? (GdkRGBA) { 1, 1, 1, 0.62 } : (GdkRGBA) { 0, 0, 0, 0.62 };

  psg_palette_get_accent (scheme, &accent);
  psg_palette_get_highlight (scheme, &highlight);
  faint = highlight;
  faint.alpha = dark ? 0.34 : 0.30;
  line = accent;
  line.alpha = 0.45;

  g_object_set (gtk_text_tag_table_lookup (table, PSG_TAG_LINK),
                "foreground-rgba", &accent,
                "underline-rgba", &line,
                NULL);
  g_object_set (gtk_text_tag_table_lookup (table, PSG_TAG_CITATION), "foreground-rgba", &accent, NULL);
  g_object_set (gtk_text_tag_table_lookup (table, PSG_TAG_DIM), "foreground-rgba", &dim, NULL);
  g_object_set (gtk_text_tag_table_lookup (table, PSG_TAG_CHOSEN), "background-rgba", &highlight, NULL);
  g_object_set (gtk_text_tag_table_lookup (table, PSG_TAG_PASSAGE), "background-rgba", &faint, NULL);
}

GtkTextTag *
psg_document_tags_get_heading (GtkTextTagTable *table,
                               guint            level)
{
  g_autofree char *name = g_strdup_printf ("heading-%u", CLAMP (level, 1, 6));

  return gtk_text_tag_table_lookup (table, name);
}

/**
 * psg_document_tags_get_table:
 * @table: from psg_document_tags_create()
 * @number: which table of the document
 *
 * Returns: (transfer none): what sets its columns; whoever measures them says where
 */
GtkTextTag *
psg_document_tags_get_table (GtkTextTagTable *table,
                             guint            number)
{
  g_autofree char *name = g_strdup_printf ("table-%u", number);
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, name);

  if (tag == NULL)
    {
      tag = gtk_text_tag_new (name);
      add (table, tag);
    }

  return tag;
}

/**
 * psg_document_tags_get_indent:
 * @table: from psg_document_tags_create()
 * @quote: how many quotes a paragraph lies in
 * @list: how many lists
 * @item: whether a bullet and a tab come first
 *
 * Returns: (transfer none): how far in it is set
 */
GtkTextTag *
psg_document_tags_get_indent (GtkTextTagTable *table,
                              guint            quote,
                              guint            list,
                              gboolean         item)
{
  g_autofree char *name = NULL;
  GtkTextTag *tag;

  quote = MIN (quote, MAX_DEPTH);
  list = MIN (list, MAX_DEPTH);
  name = g_strdup_printf ("indent-%u-%u-%d", quote, list, item);
  tag = gtk_text_tag_table_lookup (table, name);
  if (tag != NULL)
    return tag;

  tag = new_tag (name, "accumulative-margin", TRUE, NULL);
  space_indent (table, tag, (int) quote, (int) list, item);
  add (table, tag);
  put_on_top (table, PSG_TAG_CODE_BLOCK);
  put_on_top (table, PSG_TAG_CODE_LAST);

  return tag;
}
