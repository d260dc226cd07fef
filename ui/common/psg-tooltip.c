/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-tooltip.h"

/*
 * GTK wraps no tooltip that has lines of its own, so that a sentence below a heading
 * would run across the whole screen; and 4.8 shows none that brings a label to do it.
 * Nor does it hide one when a popover opens where the pointer is: it would lie over that.
 */

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

/* (nullable): the innermost widget with a tooltip under the pointer. */
static GtkWidget *
find_under_pointer (GtkNative *native)
{
  GdkSurface *surface = gtk_native_get_surface (native);
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (native)));
  GtkWidget *widget;
  double x, y, left, top;

  if (surface == NULL || seat == NULL
      || !gdk_surface_get_device_position (surface, gdk_seat_get_pointer (seat), &x, &y, NULL))
    return NULL;

  gtk_native_get_surface_transform (native, &left, &top);
  widget = gtk_widget_pick (GTK_WIDGET (native), x - left, y - top, GTK_PICK_DEFAULT);
  while (widget != NULL && !gtk_widget_get_has_tooltip (widget))
    widget = gtk_widget_get_parent (widget);

  return widget;
}

static void
unmapped_cb (GtkWidget *widget)
{
  gtk_widget_set_has_tooltip (widget, TRUE);
}

/**
 * psg_tooltip_hush:
 * @popover: a popover with a parent, about to be opened
 *
 * What it opens over says nothing of itself until it is closed.
 */
void
psg_tooltip_hush (GtkPopover *popover)
{
  GtkNative *native = gtk_widget_get_native (gtk_widget_get_parent (GTK_WIDGET (popover)));
  GtkWidget *widget = native != NULL ? find_under_pointer (native) : NULL;

  if (widget == NULL)
    return;

  gtk_widget_set_has_tooltip (widget, FALSE);
  gtk_widget_trigger_tooltip_query (widget);
  g_signal_connect_object (popover, "unmap", G_CALLBACK (unmapped_cb), widget, G_CONNECT_SWAPPED);
}
