/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notify-counter.h"

#include <string.h>

/* Listens to every property of one object. It holds no reference: the object
 * may go first. */

struct _PsgNotifyCounter
{
  GObject *object; /* weak */
  gulong handler;
  GPtrArray *names;
};

static void
notified_cb (PsgNotifyCounter *self,
             GParamSpec       *pspec)
{
  g_ptr_array_add (self->names, (char *) pspec->name);
}

PsgNotifyCounter *
psg_notify_counter_new (gpointer object)
{
  PsgNotifyCounter *self = g_new0 (PsgNotifyCounter, 1);

  self->names = g_ptr_array_new ();
  g_set_weak_pointer (&self->object, object);
  self->handler = g_signal_connect_swapped (object, "notify", G_CALLBACK (notified_cb), self);

  return self;
}

void
psg_notify_counter_free (PsgNotifyCounter *self)
{
  if (self->object != NULL)
    g_signal_handler_disconnect (self->object, self->handler);
  g_clear_weak_pointer (&self->object);
  g_ptr_array_unref (self->names);
  g_free (self);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static guint
count_run (GPtrArray *names,
           guint      from)
{
  guint n = 1;

  while (from + n < names->len &&
         g_str_equal (g_ptr_array_index (names, from), g_ptr_array_index (names, from + n)))
    n++;

  return n;
}

char *
psg_notify_counter_take (PsgNotifyCounter *self)
{
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (self->names, compare_names);

  for (guint i = 0, n; i < self->names->len; i += n)
    {
      n = count_run (self->names, i);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (char *) g_ptr_array_index (self->names, i));
      if (n > 1)
        g_string_append_printf (text, "×%u", n);
    }

  g_ptr_array_set_size (self->names, 0);

  return g_string_free (text, FALSE);
}
