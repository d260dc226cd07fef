/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-history.h"

/* Views and the way back through them. It remembers what was chosen, not where
 * the timeline stood: going back moves only what it must. */

struct _PsgHistory
{
  GArray *views;
  guint position; /* of the one shown; meaningless while empty */
};

void
psg_view_copy_into (const PsgView *self,
                    PsgView       *other)
{
  other->event = self->event;
  other->crossing = g_strdup (self->crossing);
  psg_page_copy_into (&self->page, &other->page);
}

void
psg_view_clear (PsgView *self)
{
  g_clear_pointer (&self->crossing, g_free);
  g_clear_pointer (&self->page.id, g_free);
  g_clear_pointer (&self->page.passage, g_free);
}

gboolean
psg_view_equal (const PsgView *a,
                const PsgView *b)
{
  return a->event == b->event && g_strcmp0 (a->crossing, b->crossing) == 0 &&
         psg_page_equal (&a->page, &b->page);
}

static void
clear_view (gpointer data)
{
  psg_view_clear (data);
}

PsgHistory *
psg_history_new (void)
{
  PsgHistory *self = g_new0 (PsgHistory, 1);

  self->views = g_array_new (FALSE, TRUE, sizeof (PsgView));
  g_array_set_clear_func (self->views, clear_view);

  return self;
}

void
psg_history_free (PsgHistory *self)
{
  g_array_unref (self->views);
  g_free (self);
}

void
psg_history_clear (PsgHistory *self)
{
  g_array_set_size (self->views, 0);
  self->position = 0;
}

/**
 * psg_history_push:
 * @self: a history
 * @view: what is shown now; the same as before is not remembered twice
 */
void
psg_history_push (PsgHistory    *self,
                  const PsgView *view)
{
  PsgView copy = { 0 };

  if (self->views->len > 0)
    {
      if (psg_view_equal (&g_array_index (self->views, PsgView, self->position), view))
        return;
      g_array_set_size (self->views, self->position + 1);
    }

  psg_view_copy_into (view, &copy);
  g_array_append_val (self->views, copy);

  if (self->views->len > PSG_HISTORY_LENGTH)
    g_array_remove_index (self->views, 0);

  self->position = self->views->len - 1;
}

/**
 * psg_history_replace:
 * @self: a history
 * @view: what is shown now, in place of what was shown until now; what lies ahead stays
 */
void
psg_history_replace (PsgHistory    *self,
                     const PsgView *view)
{
  PsgView copy = { 0 };
  PsgView *current;

  if (self->views->len == 0)
    {
      psg_history_push (self, view);
      return;
    }

  psg_view_copy_into (view, &copy);
  current = &g_array_index (self->views, PsgView, self->position);
  psg_view_clear (current);
  *current = copy;
}

/**
 * psg_history_map:
 * @self: a history
 * @func: changes a view, or says that there is no such view any more
 * @data: for @func
 *
 * Goes over all views. Where the one that is shown is no more, the one before it is the one that is shown;
 * and of views that have become the same, one after the other, one is left.
 */
void
psg_history_map (PsgHistory  *self,
                 PsgViewFunc  func,
                 gpointer     data)
{
  guint shown = self->position;
  guint n = 0;

  self->position = 0;
  for (guint i = 0, old = 0; i < self->views->len; old++)
    {
      PsgView *view = &g_array_index (self->views, PsgView, i);

      if (!func (view, data) || (n > 0 && psg_view_equal (&g_array_index (self->views, PsgView, i - 1), view)))
        g_array_remove_index (self->views, i);
      else
        n = ++i;
      if (old == shown)
        self->position = n > 0 ? n - 1 : 0;
    }
}

gboolean
psg_history_can_go (const PsgHistory *self,
                    int               direction)
{
  return direction < 0 ? self->position > 0 : self->position + 1 < self->views->len;
}

/**
 * psg_history_go:
 * @self: a history
 * @direction: -1 back, +1 forward
 *
 * Returns: (nullable) (transfer none): the view that is now current
 */
const PsgView *
psg_history_go (PsgHistory *self,
                int         direction)
{
  if (!psg_history_can_go (self, direction))
    return NULL;

  self->position += direction;

  return &g_array_index (self->views, PsgView, self->position);
}
