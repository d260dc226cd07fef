/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-library.h"

G_BEGIN_DECLS

#define PSG_TYPE_MEMORY_LIBRARY (psg_memory_library_get_type ())
G_DECLARE_FINAL_TYPE (PsgMemoryLibrary, psg_memory_library, PSG, MEMORY_LIBRARY, GObject)

/* A library without a notebook, of what it is given; nothing can be added as the app does. */
PsgLibrary     *psg_memory_library_new      (void);
/* The file stays where it is; @text: (nullable): what is in it, to be read, if it is no PDF. */
PsgOwnDocument *psg_memory_library_put      (PsgLibrary *self, const char *title, const char *path, const char *text);
/* What loading anything comes to from now on. @message: (nullable) */
void            psg_memory_library_set_fault (PsgLibrary *self, const char *message);

G_END_DECLS
