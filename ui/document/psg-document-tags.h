/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-palette.h"

G_BEGIN_DECLS

#define PSG_TAG_TEXT "text"
#define PSG_TAG_EMPHASIS "emphasis"
#define PSG_TAG_STRONG "strong"
#define PSG_TAG_CODE "code"
#define PSG_TAG_CODE_BLOCK "code-block"
#define PSG_TAG_CODE_FIRST "code-first"
#define PSG_TAG_CODE_LAST "code-last"
#define PSG_TAG_LINK "link"
#define PSG_TAG_CITATION "citation"
#define PSG_TAG_PASSAGE "passage"
#define PSG_TAG_CHOSEN "chosen"
#define PSG_TAG_SOURCE "source"
#define PSG_TAG_DIM "dim"
#define PSG_TAG_ROW "row"
#define PSG_TAG_HEADER "header"
#define PSG_TAG_LAST_ROW "last-row"

/* In pixels at the usual size: how far in a list and a quote are set, each as often as they are nested. */
#define PSG_LIST_INDENT 22
#define PSG_QUOTE_INDENT 18
/* On either side of a cell, and below a table; around code, and below it. */
#define PSG_TABLE_PADDING 10
#define PSG_TABLE_SPACE 14
#define PSG_CODE_PADDING 8
#define PSG_CODE_SPACE 12

void        psg_document_tags_create  (GtkTextTagTable *table);
void        psg_document_tags_refresh (GtkTextTagTable *table, PsgScheme scheme);
guint       psg_document_tags_get_size (GtkTextTagTable *table);
void        psg_document_tags_set_size (GtkTextTagTable *table, guint size);

GtkTextTag *psg_document_tags_get_heading (GtkTextTagTable *table, guint level);
GtkTextTag *psg_document_tags_get_table   (GtkTextTagTable *table, guint number);
GtkTextTag *psg_document_tags_get_indent  (GtkTextTagTable *table, guint quote, guint list, gboolean item);

G_END_DECLS
