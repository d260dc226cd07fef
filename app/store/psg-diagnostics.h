/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PsgDiagnostics:
 *
 * The mistakes found in a collection's sources: all of them, in the order of
 * files and lines, each said once.
 */
typedef struct _PsgDiagnostics PsgDiagnostics;

/**
 * PsgMistake:
 * @file: path below the collection's folder
 * @line: from 1
 * @field: (nullable): which member, as a path: `events[3] (wagner-2023).date`
 * @message: what is wrong, and what was expected
 */
typedef struct
{
  char *file;
  guint line;
  char *field;
  char *message;
} PsgMistake;

PsgDiagnostics *psg_diagnostics_new  (void);
void            psg_diagnostics_free (PsgDiagnostics *self);

void            psg_diagnostics_add  (PsgDiagnostics *self,
                                      const char     *file,
                                      guint           line,
                                      const char     *field,
                                      const char     *format,
                                      ...) G_GNUC_PRINTF (5, 6);
guint           psg_diagnostics_get_n (PsgDiagnostics *self);
const PsgMistake *psg_diagnostics_get (PsgDiagnostics *self, guint index);
char           *psg_diagnostics_to_string (PsgDiagnostics *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgDiagnostics, psg_diagnostics_free)

G_END_DECLS
