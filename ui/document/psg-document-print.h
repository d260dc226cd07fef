/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *psg_document_print_new (GtkTextBuffer *buffer, GArray *cells, const char *title, const char *origin);

G_END_DECLS
