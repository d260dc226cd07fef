/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-figure.h"

G_BEGIN_DECLS

gboolean psg_export_film (const PsgFigure *figure, const char *rate, const char *speed, const char *folder,
                          GError **error);

G_END_DECLS
