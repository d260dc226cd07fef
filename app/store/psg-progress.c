/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-progress.h"

/* How far a long piece of work is, and whether it shall go on. */

/**
 * psg_progress_advance:
 * @self: (nullable): where to report; %NULL: nobody wants to know
 * @n: how much has been done since the last report
 * @total: of how much
 * @error: return location: %G_IO_ERROR_CANCELLED
 *
 * Returns: whether to go on
 */
gboolean
psg_progress_advance (PsgProgress  *self,
                      gsize         n,
                      gsize         total,
                      GError      **error)
{
  if (self == NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  self->done = MIN (self->done + (double) n / MAX (total, 1), 1.0);
  if (self->func != NULL)
    self->func (self->done, self->data);

  return TRUE;
}
