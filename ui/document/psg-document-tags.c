/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-document-tags.h"

/*
 * How the parts of a document look. Made once for a buffer; colours are set again when the person
 * switches between light and dark. Later tags win over earlier ones.
 */

#define LIST_INDENT 22
#define QUOTE_INDENT 18
/* Deeper nesting than this is drawn no further in. */
#define MAX_DEPTH 6

/* In whole pixels: a line height as a factor sets baselines between pixels, where raised text is cut. */
#define LEADING 4
#define BELOW_PARAGRAPH 9
#define BELOW_ITEM 5

static void
add (GtkTextTagTable *table,
     GtkTextTag      *tag)
{
  gtk_text_tag_table_add (table, tag);
  g_object_unref (tag);
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
  static const int above[] = { 0, 16, 10, 8, 8, 8 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree char *name = g_strdup_printf ("heading-%u", i + 1);

      add (table, new_tag (name,
                           "weight", PANGO_WEIGHT_BOLD,
                           "scale", scales[i],
                           "pixels-inside-wrap", 2,
                           "pixels-above-lines", above[i],
                           "pixels-below-lines", i == 0 ? 12 : 6,
                           NULL));
    }
}

/**
 * psg_document_tags_create:
 * @table: of a new buffer
 */
void
psg_document_tags_create (GtkTextTagTable *table)
{
  add (table, new_tag (PSG_TAG_TEXT,
                       "pixels-inside-wrap", LEADING,
                       "pixels-below-lines", BELOW_PARAGRAPH,
                       NULL));
  add_headings (table);
  add (table, new_tag (PSG_TAG_CODE_BLOCK, "family", "monospace", "scale", 0.92, NULL));
  add (table, gtk_text_tag_new (PSG_TAG_PASSAGE));
  add (table, new_tag (PSG_TAG_EMPHASIS, "style", PANGO_STYLE_ITALIC, NULL));
  add (table, new_tag (PSG_TAG_STRONG, "weight", PANGO_WEIGHT_BOLD, NULL));
  add (table, new_tag (PSG_TAG_CODE, "family", "monospace", "scale", 0.92, NULL));
  add (table, new_tag (PSG_TAG_LINK, "underline", PANGO_UNDERLINE_SINGLE, NULL));
  add (table, new_tag (PSG_TAG_SOURCE, "scale", 0.92, "pixels-below-lines", 5, NULL));
  add (table, gtk_text_tag_new (PSG_TAG_DIM));
  add (table, gtk_text_tag_new (PSG_TAG_CHOSEN));
  add (table, new_tag (PSG_TAG_CITATION,
                       "scale", 0.72,
                       "rise", 4 * PANGO_SCALE,
                       "underline", PANGO_UNDERLINE_NONE,
                       NULL));

  psg_document_tags_refresh (table, psg_palette_get_scheme ());
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

static PangoTabArray *
new_tabs (void)
{
  PangoTabArray *tabs = pango_tab_array_new (1, TRUE);

  pango_tab_array_set_tab (tabs, 0, PANGO_TAB_LEFT, LIST_INDENT);

  return tabs;
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
  g_autoptr (PangoTabArray) tabs = NULL;
  GtkTextTag *tag;
  int margin;

  quote = MIN (quote, MAX_DEPTH);
  list = MIN (list, MAX_DEPTH);
  name = g_strdup_printf ("indent-%u-%u-%d", quote, list, item);
  tag = gtk_text_tag_table_lookup (table, name);
  if (tag != NULL)
    return tag;

  tabs = new_tabs ();
  margin = quote * QUOTE_INDENT + list * LIST_INDENT;
  tag = new_tag (name,
                 "left-margin", item ? margin - LIST_INDENT : margin,
                 "indent", item ? -LIST_INDENT : 0,
                 "tabs", tabs,
                 "accumulative-margin", TRUE,
                 NULL);
  if (list > 0)
    g_object_set (tag, "pixels-below-lines", BELOW_ITEM, NULL);
  add (table, tag);

  return tag;
}
