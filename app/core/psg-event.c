/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event.h"

/* The whole of one event, made when somebody looks at it; what is needed of all
 * events at once is in the event table. */

static void
psg_event_clear (PsgEvent *self)
{
  g_free (self->id);
  g_clear_pointer (&self->date, psg_edtf_unref);
  g_clear_pointer (&self->title, psg_text_unref);
  g_clear_pointer (&self->summary, psg_text_unref);
  g_free (self->category);
  g_clear_pointer (&self->date_note, psg_text_unref);
  g_free (self->place);
  g_strfreev (self->crossings);
  g_strfreev (self->actors);
  g_strfreev (self->related);
  g_strfreev (self->claims);
  g_strfreev (self->sources);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
}

PSG_DEFINE_RECORD (PsgEvent, psg_event)

/**
 * psg_account_new:
 * @who: (transfer full): whose account
 * @says: (transfer full): what they say
 *
 * Returns: (transfer full): a new account
 */
PsgAccount *
psg_account_new (PsgText *who,
                 PsgText *says)
{
  PsgAccount *self = g_new0 (PsgAccount, 1);

  self->who = who;
  self->says = says;

  return self;
}

void
psg_account_free (PsgAccount *self)
{
  g_clear_pointer (&self->who, psg_text_unref);
  g_clear_pointer (&self->says, psg_text_unref);
  g_free (self);
}
