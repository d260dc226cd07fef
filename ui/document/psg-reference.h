/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-text.h"

G_BEGIN_DECLS

GPtrArray *psg_reference_texts_new (PsgText *title);
void       psg_reference_texts_add (GPtrArray *texts, PsgText *text);
void       psg_reference_add       (GtkBox *box, GPtrArray *texts);

G_END_DECLS
