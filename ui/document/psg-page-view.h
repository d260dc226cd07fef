/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PSG_TYPE_PAGE_VIEW (psg_page_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (PsgPageView, psg_page_view, PSG, PAGE_VIEW, AdwBin)

/**
 * PsgPageViewClass:
 * @get_position: how far it is scrolled, as a number that only the page understands
 * @set_position: scrolls back there, now or as soon as the page has a size
 *
 * A page of the document pane. As it is, it scrolls a column of widgets of a
 * comfortable width; the reader brings its own scrolling.
 */
struct _PsgPageViewClass
{
  AdwBinClass parent_class;

  double (*get_position) (PsgPageView *self);
  void   (*set_position) (PsgPageView *self, double position);
};

GtkWidget *psg_page_view_new          (void);
GtkBox    *psg_page_view_get_content  (PsgPageView *self);
double     psg_page_view_get_position (PsgPageView *self);
void       psg_page_view_set_position (PsgPageView *self, double position);

G_END_DECLS
