/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection-file.h"
#include "psg-exchange-error.h"
#include "psg-exchange-lessons.h"
#include "psg-exchange-merge.h"
#include "psg-library.h"
#include "psg-note-store.h"

G_BEGIN_DECLS

/*
 * Taking notes away and bringing them in: all that the interface calls. The formats are described in
 * data/notes/README.md; their code is behind psg-exchange-format.h.
 */

/**
 * PsgExchangeFormat:
 * @PSG_EXCHANGE_ANNOTATIONS: W3C Web Annotation JSON-LD; read again without loss
 * @PSG_EXCHANGE_CSV: a table; written only
 * @PSG_EXCHANGE_MARKDOWN: a reading log with citations; written only
 * @PSG_EXCHANGE_COPY: a copy of the collection with notes and lessons in it; needs a collection; read again
 *   without loss
 *
 * What notes can be exported as.
 */
typedef enum
{
  PSG_EXCHANGE_ANNOTATIONS,
  PSG_EXCHANGE_CSV,
  PSG_EXCHANGE_MARKDOWN,
  PSG_EXCHANGE_COPY,
  PSG_N_EXCHANGE_FORMATS,
} PsgExchangeFormat;

/**
 * PsgExchangeReport:
 * @n_added: how many notes are new, without @conflicts
 * @n_same: how many are there already
 * @n_missed: how many items could not be understood
 * @conflicts: (element-type PsgMergeConflict): what differs from the person's note of the same id: both are kept
 * @changes: (element-type PsgNoteChange): what is to be done: one step for psg_notes_apply(). Notes are only added
 * @lessons: what came of the lessons in it
 * @messages: (element-type utf8): what could not be understood, each with line and field; localised
 *
 * What a file holds for a person. Nothing has been changed yet.
 */
typedef struct
{
  guint      n_added;
  guint      n_same;
  guint      n_missed;
  GPtrArray *conflicts;
  GPtrArray *changes;
  PsgExchangeLessons *lessons;
  GPtrArray *messages;
} PsgExchangeReport;

void        psg_exchange_report_free          (PsgExchangeReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgExchangeReport, psg_exchange_report_free)

const char *psg_exchange_format_get_name      (PsgExchangeFormat format);
const char *psg_exchange_format_get_extension (PsgExchangeFormat format);
const char *psg_exchange_format_get_type      (PsgExchangeFormat format);

void        psg_exchange_export_async         (PsgNoteStore        *notes,
                                               const PsgNoteFilter *filter,
                                               GPtrArray           *lessons,
                                               PsgCollectionFile   *collection,
                                               PsgLibrary          *library,
                                               PsgExchangeFormat    format,
                                               GFile               *file,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             data);
gssize      psg_exchange_export_finish        (PsgNoteStore        *notes,
                                               GAsyncResult        *result,
                                               GError             **error);

void        psg_exchange_import_async         (PsgNoteStore        *notes,
                                               GPtrArray           *lessons,
                                               PsgCollectionFile   *collection,
                                               GFile               *file,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             data);
PsgExchangeReport *
            psg_exchange_import_finish        (PsgNoteStore        *notes,
                                               GAsyncResult        *result,
                                               GError             **error);

G_END_DECLS
