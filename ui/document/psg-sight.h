/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-document-render.h"
#include "psg-session.h"

G_BEGIN_DECLS

void psg_sight_tell (PsgSession *session, const PsgDocument *document, const PsgRendering *rendering,
                     guint start, guint end);

G_END_DECLS
