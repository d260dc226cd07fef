/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-db.h"
#include "psg-schema.h"

G_BEGIN_DECLS

/**
 * PsgRecordReader:
 *
 * Reads records of one schema from a file that is not trusted: every value is
 * checked as the compiler would have.
 */
typedef struct _PsgRecordReader PsgRecordReader;

PsgRecordReader *psg_record_reader_new      (PsgDb *db, const PsgSchema *schema, const char *where, GError **error);
void             psg_record_reader_free     (PsgRecordReader *self);
void             psg_record_reader_bind_int (PsgRecordReader *self, gint64 value);
void             psg_record_reader_bind_text (PsgRecordReader *self, const char *value);
gboolean         psg_record_reader_next     (PsgRecordReader *self, gpointer *record, gint64 *n, GError **error);
GPtrArray       *psg_record_reader_read_all (PsgRecordReader *self, guint most, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgRecordReader, psg_record_reader_free)

G_END_DECLS
