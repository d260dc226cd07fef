/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-scene.h"

G_BEGIN_DECLS

double psg_figure_legend_measure (PsgScene *scene, PsgSceneParts parts, double width);
void   psg_figure_legend_draw    (PsgScene *scene, PsgSceneParts parts, cairo_t *cr, double width);

G_END_DECLS
