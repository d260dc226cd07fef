/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-text-size.h"

/* The sizes a text can be read in. Each is a class of the style sheet, which is where sizes of letters
 * are set; what else grows with them, the reader sees to. */

static const guint sizes[] = { PSG_TEXT_SIZE_SMALLEST, 80, 90, PSG_TEXT_SIZE_NORMAL, 110, 125, 150, 175, 200, 250,
                               PSG_TEXT_SIZE_LARGEST };

static guint
find_nearest (guint size)
{
  guint nearest = 0;

  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++)
    if (ABS ((int) sizes[i] - (int) size) < ABS ((int) sizes[nearest] - (int) size))
      nearest = i;

  return nearest;
}

/**
 * psg_text_size_step:
 * @size: in percent; any number
 * @direction: +1, -1, or 0 for the size that comes nearest to @size
 *
 * Returns: the next larger or smaller size; the last there is, past it
 */
guint
psg_text_size_step (guint size,
                    int   direction)
{
  int index = (int) find_nearest (MIN (size, PSG_TEXT_SIZE_LARGEST)) + direction;

  return sizes[CLAMP (index, 0, (int) G_N_ELEMENTS (sizes) - 1)];
}

/**
 * psg_text_size_apply:
 * @widget: what shows a text
 * @size: in percent
 *
 * Gives @widget the class for the size nearest to @size, `size-125`, and takes that of another away.
 */
void
psg_text_size_apply (GtkWidget *widget,
                     guint      size)
{
  guint wanted = psg_text_size_step (size, 0);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *name = g_strdup_printf ("size-%u", sizes[i]);

      if (sizes[i] == wanted)
        gtk_widget_add_css_class (widget, name);
      else
        gtk_widget_remove_css_class (widget, name);
    }
}
