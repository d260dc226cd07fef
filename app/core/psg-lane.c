/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lane.h"

/* Lanes and eras: how a collection divides its events, across and along. */

static void
psg_lane_clear (PsgLane *self)
{
  g_free (self->id);
  g_clear_pointer (&self->name, psg_text_unref);
}

PSG_DEFINE_RECORD (PsgLane, psg_lane)

static void
psg_era_clear (PsgEra *self)
{
  g_free (self->id);
  g_clear_pointer (&self->name, psg_text_unref);
  g_clear_pointer (&self->date, psg_edtf_unref);
}

PSG_DEFINE_RECORD (PsgEra, psg_era)
