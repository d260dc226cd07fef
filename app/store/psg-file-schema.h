/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-schema.h"

G_BEGIN_DECLS

/**
 * PsgFileObject:
 * @name: a table's or index's name
 * @sql: (nullable): what makes it; %NULL for the tables FTS5 makes for itself
 *
 * One of the things a collection file consists of.
 */
typedef struct
{
  char *name;
  char *sql;
} PsgFileObject;

/* The full-text tables, ended by NULL: all have the columns title, names and text. */
extern const char *const psg_file_search_tables[];

/* The tables of notes and of lessons that were handed on with a collection: a file need not have them. */
extern const PsgFileObject psg_file_annotations;
extern const PsgFileObject psg_file_own_lessons;

GPtrArray  *psg_file_schema_new      (void);
char       *psg_file_schema_select   (const PsgSchema *schema, const char *where);
char       *psg_file_schema_insert   (const PsgSchema *schema, gboolean inner);
char       *psg_file_schema_link     (const PsgSchema *schema, const PsgField *field);

G_END_DECLS
