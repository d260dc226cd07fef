/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called once; @file (nullable, transfer none) is NULL if nothing was chosen. */
typedef void (*PsgFileChosen) (GFile *file, gpointer user_data);

void psg_file_chooser_open (GtkWindow    *parent,
                            const char   *title,
                            const char   *filter_name,
                            const char   *filter_pattern,
                            PsgFileChosen chosen,
                            gpointer      user_data);

void psg_file_chooser_save (GtkWindow    *parent,
                            const char   *title,
                            const char   *name,
                            const char   *filter_name,
                            const char   *filter_pattern,
                            PsgFileChosen chosen,
                            gpointer      user_data);

void psg_file_chooser_folder (GtkWindow    *parent,
                             const char   *title,
                             PsgFileChosen chosen,
                             gpointer      user_data);

G_END_DECLS
