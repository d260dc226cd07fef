/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-rows.h"
#include "psg-session.h"

G_BEGIN_DECLS

/* Rows for what a collection holds, for lists from psg_row_list_new(). What cannot be loaded is
 * left out: a page must not fail because one thing it names does. */
void psg_row_add_event    (GtkWidget *list, PsgSession *session, guint row);
void psg_row_add_source   (GtkWidget *list, PsgSession *session, const char *id);
void psg_row_add_claim    (GtkWidget *list, PsgSession *session, const char *id);
void psg_row_add_passage  (GtkWidget *list, PsgSession *session, const PsgPassage *passage);

/* Whole sections, with how many there are; nothing is added where there are none. */
void psg_add_events_section   (GtkBox *box, PsgSession *session, const char *heading, GArray *rows);
void psg_add_passages_section (GtkBox *box, PsgSession *session, const char *heading, GPtrArray *passages);
void psg_add_sources_section  (GtkBox *box, PsgSession *session, const char *heading, GStrv ids);

/* The document a passage lies in, by name; its id if there is none. */
const char *psg_get_document_title (PsgSession *session, const char *id);
char       *psg_describe_source    (const PsgSource *source);

G_END_DECLS
