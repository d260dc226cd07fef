/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *psg_tooltip_wrap   (const char *text);
void  psg_tooltip_follow (GtkTooltip *tooltip, GtkWidget *widget, int x);
void  psg_tooltip_hush   (GtkPopover *popover);

G_END_DECLS
