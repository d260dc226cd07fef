/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-json.h"

G_BEGIN_DECLS

void psg_json_member_clear (PsgJsonMember *self);

G_END_DECLS
