/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PsgJsonWriter:
 * @text: what has been written
 * @depth: how many objects and arrays are open
 * @begun: whether the innermost of them has something in it
 *
 * Writes JSON (RFC 8259), indented by two spaces. The same calls give the same bytes. Every function
 * takes the member's name, or %NULL within an array and for the root.
 */
typedef struct
{
  GString *text;
  guint    depth;
  gboolean begun;
} PsgJsonWriter;

#define PSG_JSON_WRITER_INIT { g_string_new (NULL), 0, FALSE }

void    psg_json_writer_open   (PsgJsonWriter *self, const char *name, char bracket);
void    psg_json_writer_close  (PsgJsonWriter *self, char bracket);
void    psg_json_writer_string (PsgJsonWriter *self, const char *name, const char *value);
void    psg_json_writer_count  (PsgJsonWriter *self, const char *name, guint value);
void    psg_json_writer_number (PsgJsonWriter *self, const char *name, double value);
void    psg_json_writer_flag   (PsgJsonWriter *self, const char *name, gboolean value);
GBytes *psg_json_writer_end    (PsgJsonWriter *self);
void    psg_json_writer_clear  (PsgJsonWriter *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsgJsonWriter, psg_json_writer_clear)

G_END_DECLS
