/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-crossing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * A crossing and its status through time: the one place that says what a
 * crossing's status was on a day. Map, badge, strips and pages all ask here.
 */

static const struct
{
  const char *name;
  const char *label;
  const char *phrase;
} statuses[PSG_N_STATUSES] = {
  [PSG_STATUS_UNKNOWN] = { "unknown", N_("Not known"), N_("status not known") },
  [PSG_STATUS_OPEN] = { "open", N_("Open"), N_("open") },
  [PSG_STATUS_RESTRICTED] = { "restricted", N_("Restricted"), N_("restricted") },
  [PSG_STATUS_CLOSED] = { "closed", N_("Closed"), N_("closed") },
};

static void
psg_crossing_clear (PsgCrossing *self)
{
  g_free (self->id);
  g_clear_pointer (&self->name, psg_text_unref);
  g_clear_pointer (&self->short_name, psg_text_unref);
  g_strfreev (self->aliases);
  g_clear_pointer (&self->role, psg_text_unref);
  g_clear_pointer (&self->roads, psg_text_unref);
  g_clear_pointer (&self->area, psg_text_unref);
  g_clear_pointer (&self->position_note, psg_text_unref);
  g_strfreev (self->sources);
  g_clear_pointer (&self->intervals, g_ptr_array_unref);
}

PSG_DEFINE_RECORD (PsgCrossing, psg_crossing)

PsgStatusInterval *
psg_status_interval_new (void)
{
  return g_new0 (PsgStatusInterval, 1);
}

void
psg_status_interval_free (PsgStatusInterval *self)
{
  g_clear_pointer (&self->date, psg_edtf_unref);
  g_clear_pointer (&self->label, psg_text_unref);
  g_clear_pointer (&self->reason, psg_text_unref);
  g_clear_pointer (&self->decided_by, psg_text_unref);
  g_clear_pointer (&self->note, psg_text_unref);
  g_free (self->event);
  g_strfreev (self->sources);
  g_free (self);
}

/**
 * psg_crossing_get_interval_at:
 * @self: a crossing
 * @day: a day
 *
 * Returns: (nullable) (transfer none): the interval that holds on that day
 */
const PsgStatusInterval *
psg_crossing_get_interval_at (const PsgCrossing *self,
                              PsgDay             day)
{
  for (guint i = 0; i < self->intervals->len; i++)
    {
      const PsgStatusInterval *interval = g_ptr_array_index (self->intervals, i);

      if (interval->first <= day && day <= interval->last)
        return interval;
    }

  return NULL;
}

/**
 * psg_crossing_get_status_at:
 * @self: a crossing
 * @day: a day
 *
 * Returns: its status; %PSG_STATUS_UNKNOWN on a day no interval covers
 */
PsgStatus
psg_crossing_get_status_at (const PsgCrossing *self,
                            PsgDay             day)
{
  const PsgStatusInterval *interval = psg_crossing_get_interval_at (self, day);

  return interval != NULL ? interval->status : PSG_STATUS_UNKNOWN;
}

/**
 * psg_crossing_get_since:
 * @self: a crossing
 * @day: a day
 *
 * Intervals that follow each other with the same status are one stretch: a
 * crossing closed for two reasons in turn was closed all the time.
 *
 * Returns: the first day of the stretch of one status that @day lies in;
 *   %PSG_DAY_NONE where nothing is known
 */
PsgDay
psg_crossing_get_since (const PsgCrossing *self,
                        PsgDay             day)
{
  const PsgStatusInterval *interval = psg_crossing_get_interval_at (self, day);
  PsgDay since;

  if (interval == NULL)
    return PSG_DAY_NONE;

  since = interval->first;
  while (psg_day_is_valid (since))
    {
      const PsgStatusInterval *before = psg_crossing_get_interval_at (self, since - 1);

      if (before == NULL || before->status != interval->status)
        break;
      since = before->first;
    }

  return since;
}

static char *
describe_closed (PsgDay since,
                 PsgDay day)
{
  g_autofree char *date = NULL;

  if (since == day)
    return g_strdup (_("closed today"));
  if (!psg_day_is_valid (since))
    return g_strdup (_(statuses[PSG_STATUS_CLOSED].phrase));

  date = psg_day_format_short (since);

  /* Translators: %s is a date such as "18 Aug 2023" */
  return g_strdup_printf (_("closed since %s"), date);
}

/**
 * psg_crossing_describe_at:
 * @self: a crossing
 * @day: a day
 *
 * Returns: (transfer full): its status on that day in a few words: "closed
 *   since 18 Aug 2023", "closed today", "open, no pedestrians"
 */
char *
psg_crossing_describe_at (const PsgCrossing *self,
                          PsgDay             day)
{
  const PsgStatusInterval *interval = psg_crossing_get_interval_at (self, day);

  if (interval == NULL)
    return g_strdup (_(statuses[PSG_STATUS_UNKNOWN].phrase));
  if (interval->status == PSG_STATUS_CLOSED)
    return describe_closed (psg_crossing_get_since (self, day), day);
  if (interval->label != NULL)
    return g_strdup (psg_text_get (interval->label));

  return g_strdup (_(statuses[interval->status].phrase));
}

/**
 * psg_crossings_count:
 * @crossings: (element-type PsgCrossing): crossings
 * @day: a day
 * @counts: (out caller-allocates): how many have each status
 *
 * Returns: how many road crossings there are
 */
guint
psg_crossings_count (GPtrArray *crossings,
                     PsgDay     day,
                     guint      counts[PSG_N_STATUSES])
{
  guint n = 0;

  memset (counts, 0, PSG_N_STATUSES * sizeof (guint));

  for (guint i = 0; i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);

      if (crossing->kind != PSG_CROSSING_ROAD)
        continue;

      counts[psg_crossing_get_status_at (crossing, day)]++;
      n++;
    }

  return n;
}

/**
 * psg_crossings_describe_closed:
 * @crossings: (element-type PsgCrossing): crossings
 * @day: a day
 *
 * Returns: (transfer full): "4 of 6 crossings closed"
 */
char *
psg_crossings_describe_closed (GPtrArray *crossings,
                               PsgDay     day)
{
  guint counts[PSG_N_STATUSES];
  guint n = psg_crossings_count (crossings, day, counts);

  /* Translators: the first number is how many are closed, the second how many there are */
  return g_strdup_printf (ngettext ("%u of %u crossing closed", "%u of %u crossings closed", n),
                          counts[PSG_STATUS_CLOSED], n);
}

static gboolean
is_comparable (const PsgCrossing *self,
               PsgDay             a,
               PsgDay             b)
{
  return psg_crossing_get_status_at (self, a) != PSG_STATUS_UNKNOWN
         && psg_crossing_get_status_at (self, b) != PSG_STATUS_UNKNOWN;
}

/**
 * psg_crossing_differs:
 * @self: a crossing
 * @a: a day
 * @b: another
 *
 * Returns: whether its status is known on both, and another
 */
gboolean
psg_crossing_differs (const PsgCrossing *self,
                      PsgDay             a,
                      PsgDay             b)
{
  return is_comparable (self, a, b) && psg_crossing_get_status_at (self, a) != psg_crossing_get_status_at (self, b);
}

static char *
describe_differing (guint n,
                    guint n_differing)
{
  if (n_differing == 0)
    return g_strdup (_("No crossing differs"));

  /* Translators: between two days: how many of all border crossings have another status */
  return g_strdup_printf (ngettext ("%u of %u crossings differs", "%u of %u crossings differ", n_differing),
                          n_differing, n);
}

/**
 * psg_crossings_describe_differing:
 * @crossings: (element-type PsgCrossing): crossings
 * @a: a day
 * @b: another
 *
 * Returns: (transfer full): "4 of 6 crossings differ, 1 not known"; of road crossings only
 */
char *
psg_crossings_describe_differing (GPtrArray *crossings,
                                  PsgDay     a,
                                  PsgDay     b)
{
  guint n = 0, n_differing = 0, n_unknown = 0;
  g_autofree char *differing = NULL;

  for (guint i = 0; i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);

      if (crossing->kind != PSG_CROSSING_ROAD)
        continue;

      n++;
      n_differing += psg_crossing_differs (crossing, a, b);
      n_unknown += !is_comparable (crossing, a, b);
    }

  differing = describe_differing (n, n_differing);
  if (n_unknown == 0)
    return g_steal_pointer (&differing);

  /* Translators: "3 of 6 crossings closed, 1 not known" */
  return g_strdup_printf (_("%s, %u not known"), differing, n_unknown);
}

/* The first day of every stretch, and the day after its last, is a change if the
 * status differs on its two sides. */
static void
consider_change (const PsgCrossing *crossing,
                 PsgDay             day,
                 PsgDay             from,
                 int                direction,
                 PsgDay            *best)
{
  if (!psg_day_is_valid (day) || (direction > 0 ? day <= from : day >= from))
    return;
  if (psg_crossing_get_status_at (crossing, day) == psg_crossing_get_status_at (crossing, day - 1))
    return;
  if (*best == PSG_DAY_NONE || (direction > 0 ? day < *best : day > *best))
    *best = day;
}

static PsgDay
find_change (GPtrArray *crossings,
             PsgDay     from,
             int        direction)
{
  PsgDay best = PSG_DAY_NONE;

  for (guint i = 0; i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);

      if (crossing->kind != PSG_CROSSING_ROAD)
        continue;

      for (guint j = 0; j < crossing->intervals->len; j++)
        {
          const PsgStatusInterval *interval = g_ptr_array_index (crossing->intervals, j);

          consider_change (crossing, interval->first, from, direction, &best);
          if (psg_day_is_valid (interval->last))
            consider_change (crossing, interval->last + 1, from, direction, &best);
        }
    }

  return best;
}

/**
 * psg_crossings_next_change:
 * @crossings: (element-type PsgCrossing): crossings
 * @after: a day
 *
 * Returns: the first day after @after on which a road crossing has another status than
 *   the day before, or %PSG_DAY_NONE
 */
PsgDay
psg_crossings_next_change (GPtrArray *crossings,
                           PsgDay     after)
{
  return find_change (crossings, after, 1);
}

/**
 * psg_crossings_previous_change:
 * @crossings: (element-type PsgCrossing): crossings
 * @before: a day
 *
 * Returns: the last such day before @before, or %PSG_DAY_NONE
 */
PsgDay
psg_crossings_previous_change (GPtrArray *crossings,
                               PsgDay     before)
{
  return find_change (crossings, before, -1);
}

const char *
psg_status_to_string (PsgStatus status)
{
  g_return_val_if_fail (status < PSG_N_STATUSES, NULL);

  return statuses[status].name;
}

/**
 * psg_status_get_label:
 * @status: a status
 *
 * Returns: what it is called, localised: "Closed"
 */
const char *
psg_status_get_label (PsgStatus status)
{
  g_return_val_if_fail (status < PSG_N_STATUSES, NULL);

  return _(statuses[status].label);
}

/**
 * psg_status_get_phrase:
 * @status: a status
 *
 * Returns: how it is said within a sentence, localised: "closed"
 */
const char *
psg_status_get_phrase (PsgStatus status)
{
  g_return_val_if_fail (status < PSG_N_STATUSES, NULL);

  return _(statuses[status].phrase);
}

gboolean
psg_status_from_string (const char *text,
                        PsgStatus  *status)
{
  for (guint i = 0; i < PSG_N_STATUSES; i++)
    if (g_strcmp0 (text, statuses[i].name) == 0)
      {
        *status = i;
        return TRUE;
      }

  return FALSE;
}
