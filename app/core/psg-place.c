/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-place.h"

/* A place with its position and how surely it is known. */

static void
psg_place_clear (PsgPlace *self)
{
  g_free (self->id);
  g_clear_pointer (&self->name, psg_text_unref);
}

PSG_DEFINE_RECORD (PsgPlace, psg_place)
