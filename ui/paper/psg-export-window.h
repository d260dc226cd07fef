/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-figure.h"

G_BEGIN_DECLS

#define PSG_TYPE_EXPORT_WINDOW (psg_export_window_get_type ())
G_DECLARE_FINAL_TYPE (PsgExportWindow, psg_export_window, PSG, EXPORT_WINDOW, AdwWindow)

/**
 * PsgExportWindow:
 *
 * Lets a person choose what a picture of timeline and map is to show, sees it before it is made,
 * and writes it into a file.
 */
PsgExportWindow *psg_export_window_new        (GtkWindow *parent, PsgScene *scene);
void             psg_export_window_record     (PsgExportWindow *self, GFile *parent);

const PsgFigure *psg_export_window_get_figure (PsgExportWindow *self);

G_END_DECLS
