/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-db.h"

G_BEGIN_DECLS

/* What a step came to. Done and error are never mixed up. */
typedef enum
{
  PSG_DB_ERROR,
  PSG_DB_DONE,
  PSG_DB_ROW,
} PsgDbStep;

/**
 * PsgDbStatement:
 *
 * A prepared statement. Parameters are counted from 1, columns from 0, as in SQLite.
 * A bound parameter that fails makes the next step fail.
 */
typedef struct _PsgDbStatement PsgDbStatement;

PsgDbStatement *psg_db_statement_new   (PsgDb *db, const char *sql, GError **error);
void            psg_db_statement_free  (PsgDbStatement *self);

void            psg_db_statement_bind_null   (PsgDbStatement *self, guint parameter);
void            psg_db_statement_bind_int    (PsgDbStatement *self, guint parameter, gint64 value);
void            psg_db_statement_bind_double (PsgDbStatement *self, guint parameter, double value);
void            psg_db_statement_bind_text   (PsgDbStatement *self, guint parameter, const char *value);
void            psg_db_statement_bind_blob   (PsgDbStatement *self, guint parameter, gconstpointer data, gsize size);

PsgDbStep       psg_db_statement_step  (PsgDbStatement *self, GError **error);
gboolean        psg_db_statement_run   (PsgDbStatement *self, GError **error);
void            psg_db_statement_reset (PsgDbStatement *self);

gboolean        psg_db_statement_is_null    (PsgDbStatement *self, guint column);
gboolean        psg_db_statement_is_int     (PsgDbStatement *self, guint column);
gboolean        psg_db_statement_is_double  (PsgDbStatement *self, guint column);
gint64          psg_db_statement_get_int    (PsgDbStatement *self, guint column);
double          psg_db_statement_get_double (PsgDbStatement *self, guint column);
const char     *psg_db_statement_get_text   (PsgDbStatement *self, guint column);
gconstpointer   psg_db_statement_get_blob   (PsgDbStatement *self, guint column, gsize *size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgDbStatement, psg_db_statement_free)

G_END_DECLS
