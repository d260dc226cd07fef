/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-scene.h"

G_BEGIN_DECLS

typedef enum
{
  PSG_FIGURE_PDF,
  PSG_FIGURE_SVG,
  PSG_FIGURE_PNG,
} PsgFigureFormat;

#define PSG_FIGURE_N_FORMATS (PSG_FIGURE_PNG + 1)

/* Sizes outside these are refused: less shows nothing, more would not fit a PNG into memory. */
#define PSG_FIGURE_MIN_SIZE 64
#define PSG_FIGURE_MAX_SIZE 16384

/* Draws over the picture, in pixels of the scene's screen. */
typedef void (*PsgFigureOver) (PsgScene *scene, cairo_t *cr, double width, double height, gpointer data);

/**
 * PsgFigure:
 * @scene: (not owned): what is shown
 * @parts: what of it
 * @width: points in a PDF, pixels else
 * @height: the same
 * @across: as how many pixels of a screen the width is drawn: fewer make letters larger; 0 for a
 *   number that suits the shape
 * @title: (nullable): above it
 * @legend: whether the signs are explained below it
 * @sources: whether what it rests on is listed below it, as far as there is room
 * @over: (nullable): what is drawn over the picture
 * @over_data: for @over
 *
 * A picture of timeline, map or both that stands by itself.
 */
typedef struct
{
  PsgScene     *scene;
  PsgSceneParts parts;
  double        width;
  double        height;
  double        across;
  const char   *title;
  gboolean      legend;
  gboolean      sources;
  PsgFigureOver over;
  gpointer      over_data;
} PsgFigure;

char    *psg_figure_dup_title       (PsgScene *scene);
void     psg_figure_draw            (const PsgFigure *self, cairo_t *cr);
GBytes  *psg_figure_export          (const PsgFigure *self, PsgFigureFormat format, GError **error);

const char *psg_figure_format_get_extension (PsgFigureFormat format);
const char *psg_figure_format_get_name      (PsgFigureFormat format);
gboolean    psg_figure_format_from_name     (const char *file_name, PsgFigureFormat *format);

G_END_DECLS
