/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PsgEventTitles:
 *
 * The titles of many events, read from the collection file a few hundred at a time when they
 * are asked for. It has a connection to the file of its own, so that a table of events may
 * outlive the collection it came with. It belongs to one thread at a time.
 */
typedef struct _PsgEventTitles PsgEventTitles;

PsgEventTitles *psg_event_titles_open (const char      *path,
                                       gint64           row,
                                       gsize            size,
                                       GError         **error);
void            psg_event_titles_free (PsgEventTitles  *self);
char           *psg_event_titles_load (PsgEventTitles  *self,
                                       const guint32   *offsets,
                                       guint            n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgEventTitles, psg_event_titles_free)

G_END_DECLS
