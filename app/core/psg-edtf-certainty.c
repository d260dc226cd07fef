/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-edtf-private.h"

#include <glib/gi18n-lib.h>

/* How sure a date is, in words, for a label beside it. It does not repeat the
 * date. */

static const struct
{
  PsgEdtfFlags flag;
  const char *words;
} certainties[] = {
  /* Translators: these stand beside a date and say how sure it is. */
  { PSG_EDTF_ONE_OF, N_("one of several dates") },
  { PSG_EDTF_APPROXIMATE, N_("approximate") },
  { PSG_EDTF_UNCERTAIN, N_("uncertain") },
  { PSG_EDTF_UNKNOWN_START, N_("start unknown") },
  { PSG_EDTF_UNKNOWN_END, N_("end unknown") },
};

/* Days and times are as certain as dates come. */
static const char *const known_to[] = {
  [PSG_PRECISION_UNKNOWN] = NULL,
  [PSG_PRECISION_MILLENNIUM] = N_("known to the millennium"),
  [PSG_PRECISION_CENTURY] = N_("known to the century"),
  [PSG_PRECISION_DECADE] = N_("known to the decade"),
  [PSG_PRECISION_YEAR] = N_("known to the year"),
  [PSG_PRECISION_SEASON] = N_("known to the season"),
  [PSG_PRECISION_MONTH] = N_("known to the month"),
  [PSG_PRECISION_DAY] = NULL,
};

static void
append_words (GString    *out,
              const char *words)
{
  if (out->len > 0)
    /* Translators: between the words of a list. */
    g_string_append (out, C_("list of certainties", ", "));
  g_string_append (out, words);
}

static const char *
get_precision_words (const PsgEdtf *self)
{
  if (self->precision >= G_N_ELEMENTS (known_to))
    return NULL;
  /* `XXXX-12-25`; an interval with no stated end has no precision either. */
  if (self->precision == PSG_PRECISION_UNKNOWN && self->flags & PSG_EDTF_UNSPECIFIED)
    return _("year unknown");
  if (known_to[self->precision] == NULL)
    return NULL;

  return _(known_to[self->precision]);
}

/**
 * psg_edtf_describe_certainty:
 *
 * What keeps the date from being a certain day, as a list in the current
 * locale: "approximate, known to the month".
 *
 * Returns: (transfer full) (nullable): the words, or %NULL where the date is
 *   given to the day and without reserve
 */
char *
psg_edtf_describe_certainty (const PsgEdtf *self)
{
  g_autoptr (GString) out = NULL;
  const char *precision;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new (NULL);
  precision = get_precision_words (self);

  for (guint i = 0; i < G_N_ELEMENTS (certainties); i++)
    {
      if (self->flags & certainties[i].flag)
        append_words (out, _(certainties[i].words));
    }
  if (precision != NULL)
    append_words (out, precision);

  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}
