/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-snippet.h"

#include <string.h>

/* What a search found, in one line: text with the matched words, which lie between U+0002 and
 * U+0003, in bold. See #PsgHit. */

/* So many characters are shown before the first match. */
#define MAX_BEFORE 16

#define MATCH_START '\002'
#define MATCH_END '\003'

/* Begins a snippet a few words before its match, so that one line shows it. */
static const char *
skip_to_match (const char *snippet)
{
  const char *match = strchr (snippet, MATCH_START);
  const char *start = match;

  if (match == NULL)
    return snippet;

  for (guint i = 0; i < MAX_BEFORE && start > snippet; i++)
    start = g_utf8_prev_char (start);
  while (start > snippet && start < match && *start != ' ')
    start = g_utf8_next_char (start);

  return start;
}

/* Takes the marks out of a snippet and makes what lies between them bold. */
static PangoAttrList *
parse (const char *snippet,
       GString    *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  gssize start = -1;

  for (const char *p = snippet; *p != '\0'; p++)
    {
      if (*p == MATCH_START)
        start = text->len;
      else if (*p == MATCH_END && start >= 0)
        {
          PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

          bold->start_index = start;
          bold->end_index = text->len;
          pango_attr_list_insert (attributes, bold);
          start = -1;
        }
      else if (*p != MATCH_END)
        g_string_append_c (text, *p == '\n' ? ' ' : *p);
    }

  return attributes;
}

static GtkWidget *
new_line (const char *marked,
          const char *before,
          const char *css_class)
{
  g_autoptr (GString) text = g_string_new (before);
  g_autoptr (PangoAttrList) attributes = parse (marked, text);
  GtkWidget *label = gtk_label_new (text->str);

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * psg_snippet_new:
 * @snippet: text around a match
 * @css_class: (nullable): how it looks
 *
 * Returns: (transfer floating): a dim line that begins shortly before the match
 */
GtkWidget *
psg_snippet_new (const char *snippet,
                 const char *css_class)
{
  const char *start = skip_to_match (snippet);
  GtkWidget *label = new_line (start, start > snippet ? "…" : "", css_class);

  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

/**
 * psg_snippet_title_new:
 * @title: a title, in which words may be marked
 * @css_class: (nullable): how it looks
 *
 * Returns: (transfer floating): a line that begins where @title does
 */
GtkWidget *
psg_snippet_title_new (const char *title,
                       const char *css_class)
{
  return new_line (title, "", css_class);
}

/**
 * psg_snippet_dup_plain:
 *
 * Returns: (transfer full): the snippet without marks, for assistive tools
 */
char *
psg_snippet_dup_plain (const char *snippet)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) attributes = parse (snippet, text);

  return g_strdup (text->str);
}
