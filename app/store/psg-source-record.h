/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-source-reader.h"

G_BEGIN_DECLS

gpointer   psg_source_read_record (PsgSourceReader *reader, const PsgSchema *schema, const PsgJson *object);
void       psg_source_read_into   (PsgSourceReader *reader, const PsgSchema *schema, const PsgJson *object,
                                   gpointer record);
GPtrArray *psg_source_read_list   (PsgSourceReader *reader, const PsgSchema *schema, const PsgJson *array, guint most);

/* Reads one member's value into a record. In psg-source-value.c. */
void       psg_source_read_value  (PsgSourceReader *reader, const PsgField *field, const PsgJson *value,
                                   gpointer record);
gboolean   psg_source_expect      (PsgSourceReader *reader, const PsgJson *value, PsgJsonKind kind);

G_END_DECLS
