/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-diagnostics.h"
#include "psg-json.h"
#include "psg-schema.h"

G_BEGIN_DECLS

/**
 * PsgSourceReader:
 *
 * What reading the sources of one collection shares: where it stands, which ids
 * there are, which ids are named, and the mistakes found so far.
 */
typedef struct _PsgSourceReader PsgSourceReader;

PsgSourceReader *psg_source_reader_new  (PsgDiagnostics *diagnostics);
void             psg_source_reader_free (PsgSourceReader *self);

const char *psg_source_reader_get_language (PsgSourceReader *self);
void        psg_source_reader_set_language (PsgSourceReader *self, const char *language);

/* Where it stands. */
void        psg_source_reader_begin   (PsgSourceReader *self, const char *file, PsgJson *root);
gsize       psg_source_reader_enter   (PsgSourceReader *self, const char *member);
gsize       psg_source_reader_enter_item (PsgSourceReader *self, guint index, const PsgJson *item);
void        psg_source_reader_leave   (PsgSourceReader *self, gsize mark);
void        psg_source_reader_mistake (PsgSourceReader *self, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Where a record stood. */
void        psg_source_reader_remember (PsgSourceReader *self, gconstpointer record, const PsgJson *object);
void        psg_source_reader_mistake_in (PsgSourceReader *self,
                                          gconstpointer    record,
                                          const char      *member,
                                          const char      *format,
                                          ...) G_GNUC_PRINTF (4, 5);

/* Ids. */
void        psg_source_reader_define  (PsgSourceReader *self, PsgThing thing, const char *id, guint line);
int         psg_source_reader_find    (PsgSourceReader *self, PsgThing thing, const char *id);
void        psg_source_reader_refer   (PsgSourceReader *self, PsgThing thing, const char *id, guint line);
void        psg_source_reader_refer_from (PsgSourceReader *self, const char *file, guint line, PsgThing thing,
                                          const char *id);
void        psg_source_reader_give_up (PsgSourceReader *self, PsgThing thing);
void        psg_source_reader_resolve (PsgSourceReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgSourceReader, psg_source_reader_free)

G_END_DECLS
