/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-item.h"

/* A place in a list of notes, whatever note comes to stand in it. */

struct _PsgNoteItem
{
  GObject parent_instance;

  PsgNote *note; /* (nullable) */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgNoteItem, psg_note_item, G_TYPE_OBJECT)

static void
psg_note_item_finalize (GObject *object)
{
  g_clear_pointer (&PSG_NOTE_ITEM (object)->note, psg_note_unref);

  G_OBJECT_CLASS (psg_note_item_parent_class)->finalize (object);
}

static void
psg_note_item_class_init (PsgNoteItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = psg_note_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", PSG_TYPE_NOTE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
psg_note_item_init (PsgNoteItem *self)
{
}

PsgNoteItem *
psg_note_item_new (void)
{
  return g_object_new (PSG_TYPE_NOTE_ITEM, NULL);
}

/* (transfer none) (nullable) */
const PsgNote *
psg_note_item_get (PsgNoteItem *self)
{
  return self->note;
}

void
psg_note_item_set (PsgNoteItem   *self,
                   const PsgNote *note)
{
  if (self->note == note || (self->note != NULL && psg_note_equal (self->note, note)))
    return;

  g_clear_pointer (&self->note, psg_note_unref);
  self->note = psg_note_ref (note);
  g_signal_emit (self, signals[CHANGED], 0);
}
