/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-json-writer.h"
#include "psg-json.h"
#include "psg-own-event.h"

G_BEGIN_DECLS

void         psg_exchange_write_event     (PsgJsonWriter *writer, const char *name, const PsgOwnEvent *event);
PsgOwnEvent *psg_exchange_read_event      (const PsgJson *json);
char        *psg_exchange_event_to_text   (const PsgOwnEvent *event);
PsgOwnEvent *psg_exchange_event_from_text (const char *text, gsize length);

G_END_DECLS
