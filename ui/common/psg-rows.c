/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-rows.h"

#include "psg-follow.h"
#include "psg-line-layout.h"
#include "psg-wrap-layout.h"

/*
 * What pages are put together from: texts, headings, lists of rows, chips. Made
 * here so that all pages look alike; what they say is decided by the pages.
 */

/* No line of text is narrower. Without it GTK asks what the narrowest would be by
 * breaking after every word, which costs Pango many times what showing the text does. */
#define NARROWEST_CHARS 14

#define LINK_KEY "psg-link"
#define SESSION_KEY "psg-session"

/**
 * psg_label_new:
 * @text: (nullable): what it says
 * @css_class: (nullable): how it looks
 *
 * Returns: (transfer floating): a label that wraps
 */
GtkWidget *
psg_label_new (const char *text,
               const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), NARROWEST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * psg_body_label_new:
 * @text: (nullable): a paragraph
 *
 * Returns: (transfer floating): a label whose text can be selected and copied
 */
GtkWidget *
psg_body_label_new (const char *text)
{
  GtkWidget *label = psg_label_new (text, "page-body");

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);

  return label;
}

static GtkWidget *
new_heading (const char *text,
             const char *css_class,
             int         level)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", text,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "width-chars", NARROWEST_CHARS,
                                   "xalign", 0.0,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, level,
                                  -1);

  return label;
}

GtkWidget *
psg_title_new (const char *text)
{
  return new_heading (text, "page-title", 1);
}

GtkWidget *
psg_heading_new (const char *text)
{
  return new_heading (text, "page-heading", 2);
}

/**
 * psg_section_new:
 * @box: where it goes
 * @heading: what it is called
 *
 * Returns: (transfer none): a vertical box under a heading
 */
GtkWidget *
psg_section_new (GtkBox     *box,
                 const char *heading)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (section, "page-section");
  gtk_box_append (GTK_BOX (section), psg_heading_new (heading));
  gtk_box_append (box, section);

  return section;
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  gpointer       user_data)
{
  PsgSession *session = g_object_get_data (G_OBJECT (list), SESSION_KEY);
  const char *link = g_object_get_data (G_OBJECT (row), LINK_KEY);

  if (link != NULL)
    psg_follow (GTK_WIDGET (list), session, link);
}

/**
 * psg_row_list_new:
 * @session: the session its rows lead through
 *
 * Returns: (transfer floating): an empty list for psg_row_add()
 */
GtkWidget *
psg_row_list_new (PsgSession *session)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "page-rows");
  g_object_set_data_full (G_OBJECT (list), SESSION_KEY, g_object_ref (session), g_object_unref);
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), NULL);

  return list;
}

GtkWidget *
psg_section_add_rows (GtkBox     *box,
                      const char *heading,
                      PsgSession *session)
{
  GtkWidget *section = psg_section_new (box, heading);
  GtkWidget *list = psg_row_list_new (session);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_box_append (GTK_BOX (section), list);

  return list;
}

static GtkWidget *
new_row_texts (const char *title,
               const char *subtitle)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  if (title != NULL)
    gtk_box_append (GTK_BOX (texts), psg_label_new (title, "row-title"));
  if (subtitle != NULL && *subtitle != '\0')
    gtk_box_append (GTK_BOX (texts), psg_label_new (subtitle, "row-subtitle"));

  return texts;
}

/**
 * psg_row_add:
 * @list: from psg_row_list_new()
 * @link: (nullable): where it leads; %NULL for nowhere
 * @mark: (nullable): what stands before the texts
 * @title: (nullable): its first line
 * @subtitle: (nullable): its second line
 *
 * Returns: (transfer none): the row, for psg_row_add_below() and then psg_row_add_suffix()
 */
GtkWidget *
psg_row_add (GtkWidget  *list,
             const char *link,
             GtkWidget  *mark,
             const char *title,
             const char *subtitle)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = psg_line_new (12);
  g_autofree char *name = psg_join_facts (title, subtitle, NULL);

  gtk_widget_add_css_class (box, "page-row");
  if (mark != NULL)
    gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), new_row_texts (title, subtitle));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), link != NULL);
  g_object_set_data_full (G_OBJECT (row), LINK_KEY, g_strdup (link), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  return row;
}

void
psg_row_add_suffix (GtkWidget *row,
                    GtkWidget *suffix)
{
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), suffix);
}

/* Under the texts. */
void
psg_row_add_below (GtkWidget *row,
                   GtkWidget *line)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  gtk_box_append (GTK_BOX (gtk_widget_get_last_child (box)), line);
}

/**
 * psg_chip_box_new:
 *
 * Returns: (transfer floating): a box that lays chips out in lines
 */
GtkWidget *
psg_chip_box_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, psg_wrap_layout_new (6));

  return box;
}

static void
follow_clicked_cb (GtkWidget *button)
{
  psg_follow (button,
              g_object_get_data (G_OBJECT (button), SESSION_KEY),
              g_object_get_data (G_OBJECT (button), LINK_KEY));
}

/**
 * psg_follow_button_new:
 * @session: the session
 * @link: where it leads
 * @child: what it shows
 *
 * Returns: (transfer floating): a button that follows @link
 */
GtkWidget *
psg_follow_button_new (PsgSession *session,
                       const char *link,
                       GtkWidget  *child)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  g_object_set_data_full (G_OBJECT (button), SESSION_KEY, g_object_ref (session), g_object_unref);
  g_object_set_data_full (G_OBJECT (button), LINK_KEY, g_strdup (link), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (follow_clicked_cb), NULL);

  return button;
}

/**
 * psg_chip_new:
 * @session: the session
 * @link: (nullable): where it leads; %NULL makes a chip that only says something
 * @mark: (nullable): what stands before the text
 * @text: what it says
 *
 * Returns: (transfer floating): a chip
 */
GtkWidget *
psg_chip_new (PsgSession *session,
              const char *link,
              GtkWidget  *mark,
              const char *text)
{
  GtkWidget *box = psg_line_new (6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *chip = box;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  if (mark != NULL)
    gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);

  if (link != NULL)
    {
      chip = psg_follow_button_new (session, link, box);
      gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
  gtk_widget_add_css_class (chip, "chip");

  return chip;
}

/**
 * psg_join_facts:
 * @first: (nullable): a fact; empty ones are passed over, but %NULL ends the list
 *
 * Where a line breaks, the dot stays behind.
 *
 * Returns: (transfer full): "1 March 2024 · two crossings · well sourced"
 */
char *
psg_join_facts (const char *first,
                ...)
{
  GString *facts = g_string_new (NULL);
  va_list arguments;

  va_start (arguments, first);
  for (const char *fact = first; fact != NULL; fact = va_arg (arguments, const char *))
    if (*fact != '\0')
      g_string_append_printf (facts, "%s%s", facts->len > 0 ? "\302\240· " : "", fact);
  va_end (arguments);

  return g_string_free (facts, FALSE);
}
