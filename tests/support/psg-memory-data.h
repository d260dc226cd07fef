/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"

G_BEGIN_DECLS

/* What the memory collection holds, each as the collection hands it out. The
 * documents have their text; the events are in no order. */
void       psg_memory_data_fill_info  (PsgCollectionInfo *info);
GPtrArray *psg_memory_data_lanes      (void);
GPtrArray *psg_memory_data_eras       (void);
GPtrArray *psg_memory_data_places     (void);
GPtrArray *psg_memory_data_crossings  (void);
GPtrArray *psg_memory_data_documents  (void);
GPtrArray *psg_memory_data_lessons    (void);
GPtrArray *psg_memory_data_events     (void);
GPtrArray *psg_memory_data_sources    (void);
GPtrArray *psg_memory_data_actors     (void);
GPtrArray *psg_memory_data_claims     (void);

PsgEdtf   *psg_memory_data_date       (const char *text);

G_END_DECLS
