/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-pdf-view.h"

G_BEGIN_DECLS

GtkWidget *psg_pdf_outline_button_new (PsgPdfView *view, const GArray *headings);

G_END_DECLS
