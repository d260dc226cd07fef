/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-style.h"

/* Where a timeline's colours come from. */

/**
 * psg_timeline_style_init:
 * @self: (out caller-allocates): the colours
 * @scheme: a look
 * @lanes: (nullable) (element-type PsgLane): the lanes
 *
 * The colours of a look by themselves: for print and pictures.
 */
void
psg_timeline_style_init (PsgTimelineStyle *self,
                         PsgScheme         scheme,
                         GPtrArray        *lanes)
{
  gboolean dark = psg_scheme_is_dark (scheme);

  *self = (PsgTimelineStyle) { .scheme = scheme };
  gdk_rgba_parse (&self->fg, dark ? "#ffffff" : "#2e2e33");
  gdk_rgba_parse (&self->bg, dark ? "#1e1e1e" : "#ffffff");
  gdk_rgba_parse (&self->on_accent, dark ? "#10131a" : "#ffffff");
  psg_palette_get_accent (scheme, &self->accent);

  for (guint i = 0; i < PSG_N_STATUSES; i++)
    psg_palette_get_status (scheme, i, &self->statuses[i]);

  for (guint i = 0; lanes != NULL && i < MIN (lanes->len, PSG_MAX_LANES); i++)
    psg_palette_get_lane (scheme, g_ptr_array_index (lanes, i), &self->lanes[i]);
}

/**
 * psg_timeline_style_from_widget:
 * @self: (out caller-allocates): the colours
 * @widget: a widget
 * @lanes: (nullable) (element-type PsgLane): the lanes
 *
 * The colours that hold on screen now.
 */
void
psg_timeline_style_from_widget (PsgTimelineStyle *self,
                                GtkWidget        *widget,
                                GPtrArray        *lanes)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA bg;

  psg_timeline_style_init (self, psg_palette_get_scheme (), lanes);
  gtk_style_context_get_color (context, &self->fg);
  if (gtk_style_context_lookup_color (context, "view_bg_color", &bg) && bg.alpha >= 1)
    self->bg = bg;
}
