/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-byte-reader.h"

#include <string.h>

/*
 * A cursor over bytes that may be damaged or hostile: it never reads past their
 * end and never believes a count that the rest of the bytes could not hold. It
 * knows nothing of what the numbers mean.
 */

static void
fail (PsgByteReader *self)
{
  self->failed = TRUE;
  self->left = 0;
}

void
psg_byte_reader_init (PsgByteReader *self,
                      const guint8  *data,
                      gsize          size)
{
  self->data = data;
  self->left = size;
  self->start = data;
  self->failed = FALSE;
}

guint8
psg_byte_reader_read_byte (PsgByteReader *self)
{
  if (self->left == 0)
    {
      fail (self);
      return 0;
    }

  self->left--;

  return *self->data++;
}

/**
 * psg_byte_reader_read_varint:
 * @self: the reader
 *
 * Reads an unsigned number of seven bits a byte, the lowest first (LEB128). One that
 * does not fit 32 bits is a failure.
 *
 * Returns: the number, 0 on failure
 */
guint32
psg_byte_reader_read_varint (PsgByteReader *self)
{
  guint64 value = 0;

  for (guint shift = 0; shift < 35; shift += 7)
    {
      guint8 byte = psg_byte_reader_read_byte (self);

      if (self->failed)
        return 0;

      value |= (guint64) (byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        {
          if (value <= G_MAXUINT32)
            return (guint32) value;
          break;
        }
    }

  fail (self);

  return 0;
}

/**
 * psg_byte_reader_read_zigzag:
 * @self: the reader
 *
 * Reads a signed number whose sign is the lowest bit.
 *
 * Returns: the number, 0 on failure
 */
gint32
psg_byte_reader_read_zigzag (PsgByteReader *self)
{
  guint32 value = psg_byte_reader_read_varint (self);

  return (gint32) (value >> 1) ^ -(gint32) (value & 1);
}

/**
 * psg_byte_reader_read_count:
 * @self: the reader
 * @bytes_each: the fewest bytes one of the counted things takes
 *
 * Reads how many things follow; more than can follow is a failure, so that
 * memory is never set aside on a liar's word.
 *
 * Returns: the count, 0 on failure
 */
guint
psg_byte_reader_read_count (PsgByteReader *self,
                            gsize          bytes_each)
{
  guint32 count = psg_byte_reader_read_varint (self);

  if (count > self->left / bytes_each)
    {
      fail (self);
      return 0;
    }

  return count;
}

/**
 * psg_byte_reader_read_string:
 * @self: the reader
 * @length: (out): how many bytes
 *
 * Reads a length and that many bytes, which must be UTF-8 without a NUL.
 *
 * Returns: (nullable): the text, not terminated; %NULL on failure
 */
const char *
psg_byte_reader_read_string (PsgByteReader *self,
                             gsize         *length)
{
  gsize n = psg_byte_reader_read_count (self, 1);
  const char *text = (const char *) self->data;

  *length = 0;
  if (self->failed)
    return NULL;

  if (!g_utf8_validate_len (text, n, NULL))
    {
      fail (self);
      return NULL;
    }

  self->data += n;
  self->left -= n;
  *length = n;

  return text;
}

/**
 * psg_byte_reader_read_literal:
 * @self: the reader
 * @literal: what must follow
 *
 * Returns: whether it did; if not, the reader has failed
 */
gboolean
psg_byte_reader_read_literal (PsgByteReader *self,
                              const char    *literal)
{
  gsize n = strlen (literal);

  if (self->left < n || memcmp (self->data, literal, n) != 0)
    {
      fail (self);
      return FALSE;
    }

  self->data += n;
  self->left -= n;

  return TRUE;
}

/**
 * psg_byte_reader_get_offset:
 * @self: the reader
 *
 * Returns: how many bytes have been read, also after a failure
 */
gsize
psg_byte_reader_get_offset (const PsgByteReader *self)
{
  return self->data - self->start;
}
