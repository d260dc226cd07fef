/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-filter.h"

/* Which notes are asked for. What keeps notes holds them against it. */

PsgNoteFilter *
psg_note_filter_new (void)
{
  return g_new0 (PsgNoteFilter, 1);
}

PsgNoteFilter *
psg_note_filter_copy (const PsgNoteFilter *self)
{
  PsgNoteFilter *copy = psg_note_filter_new ();

  *copy = *self;
  copy->ids = g_strdupv (self->ids);
  copy->text = g_strdup (self->text);
  copy->tag = g_strdup (self->tag);
  copy->collection = g_strdup (self->collection);
  copy->other_version = g_strdup (self->other_version);
  copy->target = g_strdup (self->target);
  copy->targets = g_strdupv (self->targets);
  copy->link = g_strdup (self->link);

  return copy;
}

void
psg_note_filter_free (PsgNoteFilter *self)
{
  g_strfreev (self->ids);
  g_free (self->text);
  g_free (self->tag);
  g_free (self->collection);
  g_free (self->other_version);
  g_free (self->target);
  g_strfreev (self->targets);
  g_free (self->link);
  g_free (self);
}
