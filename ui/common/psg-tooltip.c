/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-tooltip.h"

/* GTK wraps no tooltip that has lines of its own, so that a sentence below a heading
 * would run across the whole screen; and 4.8 shows none that brings a label to do it. */

#define LINE_CHARS 64
/* Pixels that a pointer moves before a tooltip goes after it. */
#define STEP 32

/**
 * psg_tooltip_wrap:
 * @text: (nullable): a sentence or some, plain text
 *
 * Returns: (transfer full): the same with line breaks in place of some spaces, so that
 *   its lines are short enough for a tooltip
 */
char *
psg_tooltip_wrap (const char *text)
{
  char *wrapped = g_strdup (text != NULL ? text : "");
  char *space = NULL;
  guint n = 0;

  for (char *at = wrapped; *at != '\0'; at = g_utf8_next_char (at), n++)
    {
      if (n > LINE_CHARS && space != NULL)
        {
          *space = '\n';
          n = (guint) g_utf8_strlen (space + 1, at - space - 1);
          space = NULL;
        }
      if (*at == '\n')
        {
          n = 0;
          space = NULL;
        }
      else if (*at == ' ')
        space = at;
    }

  return wrapped;
}

/**
 * psg_tooltip_follow:
 * @tooltip: what is asked of @widget
 * @widget: a widget that has many things side by side
 * @x: where the pointer is, in its coordinates
 *
 * Has the tooltip stand near the pointer. One that shows stays where it is while a widget has an answer, wherever the
 * pointer goes, unless its area is another.
 */
void
psg_tooltip_follow (GtkTooltip *tooltip,
                    GtkWidget  *widget,
                    int         x)
{
  GdkRectangle area = { x - x % STEP, 0, STEP, gtk_widget_get_height (widget) };

  g_return_if_fail (GTK_IS_TOOLTIP (tooltip));

  gtk_tooltip_set_tip_area (tooltip, &area);
}
