/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

void psg_paper_link_begin (cairo_t *cr, const char *url);
void psg_paper_link_end   (cairo_t *cr, const char *url);

G_END_DECLS
