/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GMenuModel *psg_reader_menu_new        (void);
GtkWidget  *psg_reader_menu_button_new (void);

G_END_DECLS
