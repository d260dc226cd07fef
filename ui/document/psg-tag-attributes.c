/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-tag-attributes.h"

/* What tags make of letters, for text that is set without a text view: on paper, or to be measured. What
 * only the screen shows, colours and lines under links, is left out. */

static void
insert (PangoAttrList  *list,
        PangoAttribute *attribute,
        guint           start,
        guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* What a tag makes of the letters, for the bytes from @start to @end. */
static void
add_tag (PangoAttrList *list,
         GtkTextTag    *tag,
         guint          start,
         guint          end)
{
  gboolean weight_set, style_set, scale_set, family_set, rise_set;
  g_autofree char *family = NULL;
  PangoStyle style;
  double scale;
  int weight, rise;

  g_object_get (tag, "weight-set", &weight_set, "weight", &weight, "style-set", &style_set, "style", &style,
                "scale-set", &scale_set, "scale", &scale, "family-set", &family_set, "family", &family,
                "rise-set", &rise_set, "rise", &rise, NULL);
  if (weight_set)
    insert (list, pango_attr_weight_new ((PangoWeight) weight), start, end);
  if (style_set)
    insert (list, pango_attr_style_new (style), start, end);
  if (scale_set)
    insert (list, pango_attr_scale_new (scale), start, end);
  if (family_set)
    insert (list, pango_attr_family_new (family), start, end);
  if (rise_set)
    insert (list, pango_attr_rise_new (rise), start, end);
}

/**
 * psg_tag_attributes_list:
 * @first: where it begins
 * @last: where it ends, in the same line
 *
 * Returns: (transfer full): what the tags between make of the letters, for a layout of that text
 */
PangoAttrList *
psg_tag_attributes_list (const GtkTextIter *first,
                         const GtkTextIter *last)
{
  PangoAttrList *list = pango_attr_list_new ();
  guint base = (guint) gtk_text_iter_get_line_index (first);
  GtkTextIter iter = *first;

  while (gtk_text_iter_compare (&iter, last) < 0)
    {
      GtkTextIter next = iter;
      g_autoptr (GSList) tags = gtk_text_iter_get_tags (&iter);
      guint start = (guint) gtk_text_iter_get_line_index (&iter) - base, end;

      if (!gtk_text_iter_forward_to_tag_toggle (&next, NULL) || gtk_text_iter_compare (&next, last) > 0)
        next = *last;
      end = gtk_text_iter_get_line (&next) == gtk_text_iter_get_line (&iter)
                ? (guint) gtk_text_iter_get_line_index (&next) - base
                : G_MAXUINT;
      for (GSList *each = tags; each != NULL; each = each->next)
        add_tag (list, each->data, start, end);
      iter = next;
    }

  return list;
}
