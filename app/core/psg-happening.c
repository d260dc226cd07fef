/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-happening.h"

#include <glib/gi18n-lib.h>

/*
 * One thing that happens on a day, and the words for what becomes of crossings by it.
 * What happens when is found by psg-happenings.c.
 */

/* So many crossings are named, more are counted. */
#define MOST_NAMED 3

static PsgStatusChange *
status_change_new (PsgStatus status)
{
  PsgStatusChange *self = g_new0 (PsgStatusChange, 1);

  self->status = status;
  self->crossings = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_crossing_unref);

  return self;
}

static void
status_change_free (PsgStatusChange *self)
{
  g_ptr_array_unref (self->crossings);
  g_free (self);
}

static void
clear (gpointer data)
{
  g_ptr_array_unref (((PsgHappening *) data)->changes);
}

/**
 * psg_happening_new:
 * @day: when
 * @row: the event that begins, or %PSG_ROW_NONE
 * @importance: how important
 *
 * Returns: (transfer full): a happening that changes no crossing yet
 */
PsgHappening *
psg_happening_new (PsgDay day,
                   guint  row,
                   guint  importance)
{
  PsgHappening *self = g_rc_box_new0 (PsgHappening);

  self->day = day;
  self->row = row;
  self->importance = importance;
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) status_change_free);

  return self;
}

PsgHappening *
psg_happening_ref (PsgHappening *self)
{
  return g_rc_box_acquire (self);
}

void
psg_happening_unref (PsgHappening *self)
{
  g_rc_box_release_full (self, clear);
}

/**
 * psg_happening_add_change:
 * @self: a happening not shared yet
 * @crossing: a crossing whose status changes on its day
 */
void
psg_happening_add_change (PsgHappening      *self,
                          const PsgCrossing *crossing)
{
  PsgStatus status = psg_crossing_get_status_at (crossing, self->day);
  PsgStatusChange *change = NULL;
  guint i;

  for (i = 0; i < self->changes->len; i++)
    {
      change = g_ptr_array_index (self->changes, i);
      if (change->status <= status)
        break;
    }

  if (i == self->changes->len || change->status != status)
    {
      change = status_change_new (status);
      g_ptr_array_insert (self->changes, (int) i, change);
    }

  g_ptr_array_add (change->crossings, psg_crossing_ref ((PsgCrossing *) crossing));
  self->importance = PSG_HAPPENING_MOST_IMPORTANT;
}

/**
 * psg_happening_equal:
 *
 * Returns: whether both are the same thing: an event happens once, and crossings
 *   change their status once a day
 */
gboolean
psg_happening_equal (const PsgHappening *a,
                     const PsgHappening *b)
{
  return a->day == b->day && a->row == b->row;
}

/* The words that are true of all the crossings: those of their intervals, where they
 * agree, else the status alone. */
static const char *
describe_status (const PsgStatusChange *self,
                 PsgDay                 day)
{
  const char *words = NULL;

  for (guint i = 0; i < self->crossings->len; i++)
    {
      const PsgStatusInterval *interval =
          psg_crossing_get_interval_at (g_ptr_array_index (self->crossings, i), day);
      const char *label = interval != NULL && interval->label != NULL ? psg_text_get (interval->label) : NULL;

      if (label == NULL || (words != NULL && !g_str_equal (words, label)))
        return psg_status_get_phrase (self->status);
      words = label;
    }

  return words;
}

/**
 * psg_status_change_describe:
 * @self: a change
 * @day: its day
 *
 * Returns: (transfer full): which crossings, and what they are now: "Šumskas,
 *   Tverečius: closed"
 */
char *
psg_status_change_describe (const PsgStatusChange *self,
                            PsgDay                 day)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = self->crossings->len;

  if (n > MOST_NAMED)
    /* Translators: how many crossings, and their status from that day on: "5 crossings: closed" */
    return g_strdup_printf (ngettext ("%u crossing: %s", "%u crossings: %s", n), n, describe_status (self, day));

  for (guint i = 0; i < n; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (self->crossings, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", psg_text_get (crossing->short_name));
    }

  /* Translators: the names of crossings, and their status from that day on: "Šumskas, Tverečius: closed" */
  return g_strdup_printf (_("%s: %s"), names->str, describe_status (self, day));
}
