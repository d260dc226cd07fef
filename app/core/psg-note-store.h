/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "psg-note-filter.h"
#include "psg-note-change.h"
#include "psg-note-mark.h"

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

/**
 * PsgTagCount:
 * @tag: a tag
 * @n_notes: how many notes have it that are not in the bin
 *
 * A tag in use.
 */
typedef struct
{
  char *tag;
  guint n_notes;
} PsgTagCount;

void psg_tag_count_free (PsgTagCount *self);

/**
 * PsgNoteMarkPage:
 * @marks: (element-type PsgNoteMark): some of them; whoever takes the page may take them out of it
 * @next: where those after them begin
 * @is_last: whether there are none after them
 *
 * A part of the marks of all notes that are not in the bin.
 */
typedef struct
{
  GPtrArray *marks;
  gint64     next;
  gboolean   is_last;
} PsgNoteMarkPage;

/* Where the first of them begins. */
#define PSG_NOTE_MARKS_BEGIN G_MININT64

PsgNoteMarkPage *psg_note_mark_page_new  (void);
void             psg_note_mark_page_free (PsgNoteMarkPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgNoteMarkPage, psg_note_mark_page_free)

#define PSG_TYPE_NOTE_STORE (psg_note_store_get_type ())
G_DECLARE_INTERFACE (PsgNoteStore, psg_note_store, PSG, NOTE_STORE, GObject)

/**
 * PsgNoteStore:
 *
 * Where a person's notes are kept, as #PsgNotes and views see it; the notebook is one. What it is
 * asked is done in order, and answered in the main context; a finish function gives the answer of
 * its question, or the reason why there is none. Its signal `changed` with the ids of notes, or
 * %NULL where any may be another, tells of what is written already.
 *
 * `list_marks` goes through all, in the order that costs the least. What is
 * written meanwhile may be among them or not.
 *
 * `apply` makes changes to notes as they are known to be: all of them, or none if one is not so any
 * more (%PSG_NOTEBOOK_ERROR_CONFLICT). `bin` with a time of 0 takes notes out of the bin; it
 * and `purge` answer with what has changed, for the undo stack.
 */
struct _PsgNoteStoreInterface
{
  GTypeInterface parent;

  gboolean   (*is_read_only)  (PsgNoteStore *self);

  void       (*list_async)       (PsgNoteStore *self, const PsgNoteFilter *filter, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data);
  GPtrArray *(*list_finish)      (PsgNoteStore *self, GAsyncResult *result, GError **error);
  void       (*count_async)      (PsgNoteStore *self, const PsgNoteFilter *filter, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data);
  gssize     (*count_finish)     (PsgNoteStore *self, GAsyncResult *result, GError **error);
  void       (*get_async)        (PsgNoteStore *self, const char *id, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data);
  PsgNote   *(*get_finish)       (PsgNoteStore *self, GAsyncResult *result, GError **error);
  void       (*list_tags_async)  (PsgNoteStore *self, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data);
  GPtrArray *(*list_tags_finish) (PsgNoteStore *self, GAsyncResult *result, GError **error);

  void       (*list_marks_async) (PsgNoteStore *self, gint64 from, guint limit, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data);
  PsgNoteMarkPage *(*list_marks_finish) (PsgNoteStore *self, GAsyncResult *result, GError **error);

  void       (*apply_async)      (PsgNoteStore *self, GPtrArray *changes,
                                  GAsyncReadyCallback callback, gpointer data);
  gboolean   (*apply_finish)     (PsgNoteStore *self, GAsyncResult *result, GError **error);
  void       (*bin_async)        (PsgNoteStore *self, const char *const *ids, gint64 when,
                                  GAsyncReadyCallback callback, gpointer data);
  GPtrArray *(*bin_finish)       (PsgNoteStore *self, GAsyncResult *result, GError **error);
  void       (*purge_async)      (PsgNoteStore *self, const char *const *ids,
                                  GAsyncReadyCallback callback, gpointer data);
  GPtrArray *(*purge_finish)     (PsgNoteStore *self, GAsyncResult *result, GError **error);
};

gboolean   psg_note_store_is_read_only     (PsgNoteStore *self);
void       psg_note_store_list_async       (PsgNoteStore *self, const PsgNoteFilter *filter, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer data);
GPtrArray *psg_note_store_list_finish      (PsgNoteStore *self, GAsyncResult *result, GError **error);
void       psg_note_store_count_async      (PsgNoteStore *self, const PsgNoteFilter *filter, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer data);
gssize     psg_note_store_count_finish     (PsgNoteStore *self, GAsyncResult *result, GError **error);
void       psg_note_store_get_async        (PsgNoteStore *self, const char *id, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer data);
PsgNote   *psg_note_store_get_finish       (PsgNoteStore *self, GAsyncResult *result, GError **error);
void       psg_note_store_list_tags_async  (PsgNoteStore *self, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer data);
GPtrArray *psg_note_store_list_tags_finish (PsgNoteStore *self, GAsyncResult *result, GError **error);
void       psg_note_store_list_marks_async (PsgNoteStore *self, gint64 from, guint limit, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer data);
PsgNoteMarkPage *psg_note_store_list_marks_finish (PsgNoteStore *self, GAsyncResult *result, GError **error);
void       psg_note_store_apply_async      (PsgNoteStore *self, GPtrArray *changes,
                                            GAsyncReadyCallback callback, gpointer data);
gboolean   psg_note_store_apply_finish     (PsgNoteStore *self, GAsyncResult *result, GError **error);
void       psg_note_store_bin_async        (PsgNoteStore *self, const char *const *ids, gint64 when,
                                            GAsyncReadyCallback callback, gpointer data);
GPtrArray *psg_note_store_bin_finish       (PsgNoteStore *self, GAsyncResult *result, GError **error);
void       psg_note_store_purge_async      (PsgNoteStore *self, const char *const *ids,
                                            GAsyncReadyCallback callback, gpointer data);
GPtrArray *psg_note_store_purge_finish     (PsgNoteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
