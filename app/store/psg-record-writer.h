/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-db.h"
#include "psg-schema.h"

G_BEGIN_DECLS

/**
 * PsgRecordWriter:
 *
 * Writes records of one schema into their tables.
 */
typedef struct _PsgRecordWriter PsgRecordWriter;

PsgRecordWriter *psg_record_writer_new   (PsgDb *db, const PsgSchema *schema, GError **error);
void             psg_record_writer_free  (PsgRecordWriter *self);
gboolean         psg_record_writer_write (PsgRecordWriter *self, gconstpointer record, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgRecordWriter, psg_record_writer_free)

G_END_DECLS
