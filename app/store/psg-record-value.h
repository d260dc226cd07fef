/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-db-statement.h"
#include "psg-schema.h"

G_BEGIN_DECLS

const char *psg_record_value_read (PsgDbStatement *statement, guint column, const PsgField *field, gpointer record);

G_END_DECLS
