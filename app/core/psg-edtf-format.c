/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-edtf-private.h"

/* Writes a date in EDTF again, from its parts and not from its text. The words
 * people read are in psg-edtf-display.c. */

static void
append_qualifier (GString *out,
                  char     qualifier)
{
  if (qualifier != 0)
    g_string_append_c (out, qualifier);
}

static void
append_year (GString           *out,
             const PsgEdtfDate *date)
{
  if (date->is_long)
    g_string_append_c (out, 'Y');
  if (date->negative)
    g_string_append_c (out, '-');

  if (date->is_long)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, date->mantissa);
  else
    g_string_append (out, date->digits[PSG_EDTF_YEAR]);

  if (date->exponent != 0)
    g_string_append_printf (out, "E%d", date->exponent);
  if (date->significant != 0)
    g_string_append_printf (out, "S%d", date->significant);
}

static void
append_time (GString           *out,
             const PsgEdtfDate *date)
{
  if (date->hour < 0)
    return;

  g_string_append_printf (out, "T%02d:%02d", date->hour, date->minute);
  if (date->second >= 0)
    g_string_append_printf (out, ":%02d", date->second);
  g_string_append (out, date->zone);
}

static void
append_date (GString           *out,
             const PsgEdtfDate *date)
{
  if (date->end == PSG_EDTF_END_OPEN)
    g_string_append (out, "..");
  if (date->end != PSG_EDTF_END_STATED)
    return;

  for (guint i = 0; i < PSG_EDTF_N_COMPONENTS && psg_edtf_date_has (date, i); i++)
    {
      if (i > PSG_EDTF_YEAR)
        g_string_append_c (out, '-');

      append_qualifier (out, date->left[i]);
      if (i == PSG_EDTF_YEAR)
        append_year (out, date);
      else
        g_string_append (out, date->digits[i]);
      append_qualifier (out, date->right[i]);
    }

  append_time (out, date);
}

/* In a set the dots of a range stand for its open end as well. */
static void
append_member (GString           *out,
               const PsgEdtfSpan *span)
{
  if (span->start.end == PSG_EDTF_END_STATED)
    append_date (out, &span->start);
  if (span->is_range)
    g_string_append (out, "..");
  if (span->is_range && span->finish.end == PSG_EDTF_END_STATED)
    append_date (out, &span->finish);
}

static void
append_members (GString       *out,
                const PsgEdtf *self)
{
  for (guint i = 0; i < self->n_spans; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_member (out, &self->spans[i]);
    }
}

/**
 * psg_edtf_format:
 *
 * Returns: (transfer full): the date in EDTF. It is the text that was read,
 *   but for spaces in a set, which are left out.
 */
char *
psg_edtf_format (const PsgEdtf *self)
{
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new (NULL);

  switch (self->kind)
    {
    case PSG_EDTF_KIND_DATE:
      append_date (out, &self->spans[0].start);
      break;
    case PSG_EDTF_KIND_INTERVAL:
      append_date (out, &self->spans[0].start);
      g_string_append_c (out, '/');
      append_date (out, &self->spans[0].finish);
      break;
    case PSG_EDTF_KIND_ONE_OF:
      g_string_append_c (out, '[');
      append_members (out, self);
      g_string_append_c (out, ']');
      break;
    case PSG_EDTF_KIND_ALL_OF:
      g_string_append_c (out, '{');
      append_members (out, self);
      g_string_append_c (out, '}');
      break;
    default:
      g_assert_not_reached ();
    }

  return g_string_free (out, FALSE);
}
