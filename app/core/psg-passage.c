/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-passage.h"

/* A quotation with its position, tied to what it bears on. */

static void
psg_passage_clear (PsgPassage *self)
{
  g_free (self->id);
  g_free (self->document);
  g_clear_pointer (&self->anchor, psg_anchor_unref);
  g_strfreev (self->events);
  g_strfreev (self->crossings);
  g_strfreev (self->claims);
  g_clear_pointer (&self->note, psg_text_unref);
}

PSG_DEFINE_RECORD (PsgPassage, psg_passage)
