/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-note-index.h"
#include "psg-notes.h"

G_BEGIN_DECLS

struct _PsgNotes
{
  GObject parent_instance;

  /* psg-notes.c: what is known of them */
  PsgNoteStore *store;
  PsgNoteIndex *index;
  PsgNoteIndex *coming;      /* (nullable): while all are read */
  GHashTable   *touched;     /* ids of those that changed since that began */
  GCancellable *loading;     /* (nullable) */
  gint64        load_from;   /* of those to be read next */
  guint         load_source;
  gboolean      reload;      /* what is read is old already */
  gboolean      loaded;      /* all were read once */

  /* psg-notes-write.c: what is done to them */
  PsgUndoStack *stack;
  GQueue        writes;
  GQueue        questions; /* that wait for them */
  gboolean      writing;
  guint         retry_source;
  char         *trouble;
};

/* psg-notes.c */
void psg_notes_show_changes (PsgNotes *self, GPtrArray *changes);
void psg_notes_tell_failed  (PsgNotes *self, const char *message);
void psg_notes_tell_flush   (PsgNotes *self);

G_END_DECLS
