/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

PangoAttrList *psg_tag_attributes_list (const GtkTextIter *first, const GtkTextIter *last);

G_END_DECLS
