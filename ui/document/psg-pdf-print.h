/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-pdf-file.h"

G_BEGIN_DECLS

GtkPrintOperation *psg_pdf_print_new (const char *path, const PsgPdfInfo *info, guint page, const char *title);

G_END_DECLS
