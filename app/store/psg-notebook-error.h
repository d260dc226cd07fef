/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a note could not be kept, or a notebook not be opened. The messages are for people, localised. */
#define PSG_NOTEBOOK_ERROR (psg_notebook_error_quark ())
GQuark psg_notebook_error_quark (void);

typedef enum
{
  PSG_NOTEBOOK_ERROR_READ_ONLY,
  PSG_NOTEBOOK_ERROR_TOO_NEW,   /* written by a newer version of the app */
  PSG_NOTEBOOK_ERROR_DAMAGED,
  PSG_NOTEBOOK_ERROR_BUSY,      /* another program is writing, and did not stop in time */
  PSG_NOTEBOOK_ERROR_FULL,      /* the disk */
  PSG_NOTEBOOK_ERROR_CONFLICT,  /* a note is not what the change was made to */
  PSG_NOTEBOOK_ERROR_NOT_FOUND, /* no such note */
  PSG_NOTEBOOK_ERROR_INVALID,   /* a note that cannot be kept */
  PSG_NOTEBOOK_ERROR_IO,
} PsgNotebookError;

gboolean psg_notebook_fail          (GError **error, PsgNotebookError code, const char *detail);
void     psg_notebook_convert_error (GError **error);

G_END_DECLS
