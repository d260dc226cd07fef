/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PsgByteReader:
 * @data: what is left to read
 * @left: how many bytes that is
 * @failed: whether something was asked for that is not there
 * @start: where they begin
 *
 * Reads numbers from bytes nobody vouches for. Once it has failed every further
 * read gives zero, so that a run of reads needs one check at its end.
 */
typedef struct
{
  const guint8 *data;
  gsize         left;
  gboolean      failed;
  const guint8 *start;
} PsgByteReader;

void         psg_byte_reader_init         (PsgByteReader *self, const guint8 *data, gsize size);
guint8       psg_byte_reader_read_byte    (PsgByteReader *self);
guint32      psg_byte_reader_read_varint  (PsgByteReader *self);
gint32       psg_byte_reader_read_zigzag  (PsgByteReader *self);
guint        psg_byte_reader_read_count   (PsgByteReader *self, gsize bytes_each);
const char  *psg_byte_reader_read_string  (PsgByteReader *self, gsize *length);
gboolean     psg_byte_reader_read_literal (PsgByteReader *self, const char *literal);
gsize        psg_byte_reader_get_offset   (const PsgByteReader *self);

G_END_DECLS
