/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-basemap-style.h"

G_BEGIN_DECLS

typedef enum
{
  PSG_LABEL_COUNTRY,
  PSG_LABEL_WATER,
  PSG_LABEL_CAPITAL,
  PSG_LABEL_CITY,
  PSG_LABEL_TOWN,
  PSG_LABEL_VILLAGE,
} PsgLabelKind;

#define PSG_N_LABEL_KINDS (PSG_LABEL_VILLAGE + 1)

typedef struct _PsgLabelPainter PsgLabelPainter;

PsgLabelPainter *psg_label_painter_new      (GtkWidget *widget);
PsgLabelPainter *psg_label_painter_new_for  (PangoContext *context, PsgScheme scheme, int scale);
void             psg_label_painter_free     (PsgLabelPainter *self);

void             psg_label_painter_measure  (PsgLabelPainter *self, PsgLabelKind kind, const char *text,
                                             double *width, double *height);
double           psg_label_painter_get_sign_radius (PsgLabelKind kind);
void             psg_label_painter_snapshot_text (PsgLabelPainter *self, GtkSnapshot *snapshot,
                                             PsgLabelKind kind, const char *text, double x, double y);
void             psg_label_painter_snapshot_sign (PsgLabelPainter *self, GtkSnapshot *snapshot,
                                             PsgLabelKind kind, double x, double y);
void             psg_label_painter_draw_text (PsgLabelPainter *self, cairo_t *cr,
                                             PsgLabelKind kind, const char *text, double x, double y);
void             psg_label_painter_draw_sign (PsgLabelPainter *self, cairo_t *cr,
                                             PsgLabelKind kind, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgLabelPainter, psg_label_painter_free)

G_END_DECLS
