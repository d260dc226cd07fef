/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *psg_edtf_explain_json (const char  *text,
                             GError     **error);

G_END_DECLS
