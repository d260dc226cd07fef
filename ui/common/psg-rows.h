/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

/* Texts. All are plain: nothing in them is taken for markup. */
GtkWidget *psg_label_new       (const char *text, const char *css_class);
GtkWidget *psg_body_label_new  (const char *text);
GtkWidget *psg_title_new       (const char *text);
GtkWidget *psg_heading_new     (const char *text);

/* A heading and a list under it, at the end of a box. */
GtkWidget *psg_section_new     (GtkBox *box, const char *heading);
GtkWidget *psg_row_list_new    (PsgSession *session);
GtkWidget *psg_section_add_rows (GtkBox *box, const char *heading, PsgSession *session);

/* Rows and chips that lead somewhere. */
GtkWidget *psg_row_add         (GtkWidget *list, const char *link, GtkWidget *mark,
                                const char *title, const char *subtitle);
void       psg_row_add_suffix  (GtkWidget *row, GtkWidget *suffix);
void       psg_row_add_below   (GtkWidget *row, GtkWidget *line);
GtkWidget *psg_chip_box_new    (void);
GtkWidget *psg_chip_new        (PsgSession *session, const char *link, GtkWidget *mark, const char *text);
GtkWidget *psg_follow_button_new (PsgSession *session, const char *link, GtkWidget *child);

/* "A · B · C" of those that are not empty; NULL-terminated. */
char      *psg_join_facts      (const char *first, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
