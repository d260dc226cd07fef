/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-session-private.h"

#include <string.h>

/* What the text in sight speaks of: a reader tells, and other views mark those events. It is
 * neither chosen nor kept, and goes with the text. */

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

/**
 * psg_session_get_mentioned:
 * @self: a session
 *
 * Returns: (transfer none) (element-type guint): the rows of the events the text in sight
 *   speaks of, each once, ascending; there may be none
 */
const GArray *
psg_session_get_mentioned (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), NULL);

  return self->mentioned;
}

/**
 * psg_session_set_mentioned:
 * @self: a session with a collection
 * @rows: (array length=n): rows of the table of events, in any order, some perhaps twice
 * @n: how many; 0 for none
 *
 * Says which events the text in sight speaks of. Rows that are not in the table are left out.
 */
void
psg_session_set_mentioned (PsgSession  *self,
                           const guint *rows,
                           guint        n)
{
  g_autoptr (GArray) sorted = NULL;
  guint n_events = 0;

  g_return_if_fail (PSG_IS_SESSION (self));
  g_return_if_fail (rows != NULL || n == 0);

  if (self->collection != NULL)
    n_events = psg_event_table_get_n (psg_collection_get_events (self->collection));

  sorted = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  g_array_append_vals (sorted, rows, n);
  g_array_sort (sorted, compare_rows);
  for (guint i = sorted->len; i-- > 0;)
    {
      guint row = g_array_index (sorted, guint, i);

      if (row >= n_events || (i > 0 && g_array_index (sorted, guint, i - 1) == row))
        g_array_remove_index (sorted, i);
    }

  if (sorted->len == self->mentioned->len
      && (sorted->len == 0 || memcmp (sorted->data, self->mentioned->data, sorted->len * sizeof (guint)) == 0))
    return;

  g_array_unref (self->mentioned);
  self->mentioned = g_steal_pointer (&sorted);
  g_object_notify (G_OBJECT (self), "mentioned");
}
