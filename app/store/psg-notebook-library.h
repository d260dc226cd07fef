/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-library.h"
#include "psg-notebook.h"

G_BEGIN_DECLS

#define PSG_TYPE_NOTEBOOK_LIBRARY (psg_notebook_library_get_type ())
G_DECLARE_FINAL_TYPE (PsgNotebookLibrary, psg_notebook_library, PSG, NOTEBOOK_LIBRARY, GObject)

/**
 * PsgNotebookLibrary:
 *
 * A notebook's documents: a #PsgLibrary, and a #PsgSearchProvider that searches their text. The records are in the
 * notebook's file, the documents in the folder `documents` beside it.
 */
PsgNotebookLibrary *psg_notebook_library_new (PsgNotebook *notebook);

G_END_DECLS
