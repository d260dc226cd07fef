/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-store.h"

/* Where a person's notes are kept, as an interface: views and core do not know the database. */

G_DEFINE_QUARK (psg-notebook-error-quark, psg_notebook_error)

G_DEFINE_INTERFACE (PsgNoteStore, psg_note_store, G_TYPE_OBJECT)

static void
psg_note_store_default_init (PsgNoteStoreInterface *iface)
{
  /**
   * PsgNoteStore::changed:
   * @ids: (nullable): the ids of the notes that are others now, or are there no more;
   *   %NULL if another process has written and any may be
   *
   * Something has been written, and is on the disk.
   */
  g_signal_new ("changed", PSG_TYPE_NOTE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRV);
}

void
psg_tag_count_free (PsgTagCount *self)
{
  g_free (self->tag);
  g_free (self);
}

/* (transfer full): an empty one */
PsgNoteMarkPage *
psg_note_mark_page_new (void)
{
  PsgNoteMarkPage *self = g_new0 (PsgNoteMarkPage, 1);

  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_mark_free);
  self->next = PSG_NOTE_MARKS_BEGIN;

  return self;
}

void
psg_note_mark_page_free (PsgNoteMarkPage *self)
{
  g_ptr_array_unref (self->marks);
  g_free (self);
}

/* Whether nothing can be written now. */
gboolean
psg_note_store_is_read_only (PsgNoteStore *self)
{
  return PSG_NOTE_STORE_GET_IFACE (self)->is_read_only (self);
}

void
psg_note_store_list_async (PsgNoteStore        *self,
                           const PsgNoteFilter *filter,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  PSG_NOTE_STORE_GET_IFACE (self)->list_async (self, filter, cancellable, callback, data);
}

GPtrArray *
psg_note_store_list_finish (PsgNoteStore  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return PSG_NOTE_STORE_GET_IFACE (self)->list_finish (self, result, error);
}

void
psg_note_store_count_async (PsgNoteStore        *self,
                            const PsgNoteFilter *filter,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  PSG_NOTE_STORE_GET_IFACE (self)->count_async (self, filter, cancellable, callback, data);
}

gssize
psg_note_store_count_finish (PsgNoteStore  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return PSG_NOTE_STORE_GET_IFACE (self)->count_finish (self, result, error);
}

void
psg_note_store_get_async (PsgNoteStore        *self,
                          const char          *id,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  PSG_NOTE_STORE_GET_IFACE (self)->get_async (self, id, cancellable, callback, data);
}

PsgNote *
psg_note_store_get_finish (PsgNoteStore  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return PSG_NOTE_STORE_GET_IFACE (self)->get_finish (self, result, error);
}

void
psg_note_store_list_tags_async (PsgNoteStore        *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             data)
{
  PSG_NOTE_STORE_GET_IFACE (self)->list_tags_async (self, cancellable, callback, data);
}

GPtrArray *
psg_note_store_list_tags_finish (PsgNoteStore  *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return PSG_NOTE_STORE_GET_IFACE (self)->list_tags_finish (self, result, error);
}

void
psg_note_store_list_marks_async (PsgNoteStore        *self,
                                 gint64               from,
                                 guint                limit,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             data)
{
  PSG_NOTE_STORE_GET_IFACE (self)->list_marks_async (self, from, limit, cancellable, callback, data);
}

PsgNoteMarkPage *
psg_note_store_list_marks_finish (PsgNoteStore  *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return PSG_NOTE_STORE_GET_IFACE (self)->list_marks_finish (self, result, error);
}

void
psg_note_store_apply_async (PsgNoteStore        *self,
                            GPtrArray           *changes,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  PSG_NOTE_STORE_GET_IFACE (self)->apply_async (self, changes, callback, data);
}

gboolean
psg_note_store_apply_finish (PsgNoteStore  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return PSG_NOTE_STORE_GET_IFACE (self)->apply_finish (self, result, error);
}

void
psg_note_store_bin_async (PsgNoteStore        *self,
                          const char *const   *ids,
                          gint64               when,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  PSG_NOTE_STORE_GET_IFACE (self)->bin_async (self, ids, when, callback, data);
}

GPtrArray *
psg_note_store_bin_finish (PsgNoteStore  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return PSG_NOTE_STORE_GET_IFACE (self)->bin_finish (self, result, error);
}

void
psg_note_store_purge_async (PsgNoteStore        *self,
                            const char *const   *ids,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  PSG_NOTE_STORE_GET_IFACE (self)->purge_async (self, ids, callback, data);
}

GPtrArray *
psg_note_store_purge_finish (PsgNoteStore  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return PSG_NOTE_STORE_GET_IFACE (self)->purge_finish (self, result, error);
}
