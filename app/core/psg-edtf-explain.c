/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-edtf-explain.h"

#include "psg-edtf-private.h"

/* What we make of a date, as one line of JSON for people who write collections
 * (`passages-compile --explain-date`). It is the only JSON the core writes, so
 * it writes it by hand. */

/* Only what qualifies a date: its form (an interval, a set) is in the text, and
 * ends that are open or unknown are in the bounds. */
static const struct
{
  PsgEdtfFlags flag;
  const char *name;
} qualifiers[] = {
  { PSG_EDTF_UNCERTAIN, "uncertain" },
  { PSG_EDTF_APPROXIMATE, "approximate" },
  { PSG_EDTF_UNSPECIFIED, "unspecified" },
};

/* Writes a string as RFC 8259 (section 7) wants it: quotes, backslashes and
 * control characters are escaped, all other UTF-8 stands for itself. */
static void
append_string (GString    *out,
               const char *text)
{
  g_string_append_c (out, '"');

  for (; *text != '\0'; text++)
    {
      guchar byte = (guchar) *text;

      if (byte == '"' || byte == '\\')
        g_string_append_printf (out, "\\%c", byte);
      else if (byte < 0x20 || byte == 0x7f)
        g_string_append_printf (out, "\\u%04x", byte);
      else
        g_string_append_c (out, (char) byte);
    }

  g_string_append_c (out, '"');
}

static void
append_key (GString    *out,
            const char *key)
{
  g_string_append (out, out->len > 1 ? ", " : "");
  append_string (out, key);
  g_string_append (out, ": ");
}

/* Beyond four digits a year has a sign (ISO 8601-1:2019, expanded representation). */
static char *
format_bound (const PsgEdtfBound *bound)
{
  if (bound->day == PSG_DAY_OPEN_START || bound->day == PSG_DAY_OPEN_END || ABS (bound->year) <= 9999)
    return psg_day_format_iso (bound->day);

  return g_strdup_printf ("%+" G_GINT64_FORMAT "-%02d-%02d", bound->year, bound->month, bound->day_of_month);
}

static void
append_bound (GString            *out,
              const char         *key,
              const PsgEdtfBound *bound)
{
  append_key (out, key);
  if (bound->day == PSG_DAY_NONE)
    {
      g_string_append (out, "null");
    }
  else
    {
      g_autofree char *iso = format_bound (bound);

      append_string (out, iso);
    }
}

static void
append_qualifiers (GString      *out,
                   PsgEdtfFlags  flags)
{
  gboolean any = FALSE;

  append_key (out, "qualifiers");
  g_string_append_c (out, '[');

  for (guint i = 0; i < G_N_ELEMENTS (qualifiers); i++)
    {
      if (!(flags & qualifiers[i].flag))
        continue;

      g_string_append (out, any ? ", " : "");
      append_string (out, qualifiers[i].name);
      any = TRUE;
    }

  g_string_append_c (out, ']');
}

/**
 * psg_edtf_explain_json:
 * @text: a date in EDTF
 * @error: return location for a #GError, or %NULL
 *
 * Says what a date means, as one JSON object with the keys `text`, `earliest`,
 * `latest` (days; ".." where open, null where unknown), `precision`,
 * `qualifiers` (of "uncertain", "approximate" and "unspecified", in this order,
 * those that hold) and `display` (in the current locale), in this order. A day
 * in a year of more than four digits has a sign before it: "+12024-01-01".
 *
 * Returns: (transfer full) (nullable): one line of JSON, without an end of
 *   line, or %NULL with @error set in %PSG_EDTF_ERROR
 */
char *
psg_edtf_explain_json (const char  *text,
                       GError     **error)
{
  g_autoptr (PsgEdtf) edtf = NULL;
  g_autofree char *display = NULL;
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  edtf = psg_edtf_parse (text, error);
  if (edtf == NULL)
    return NULL;

  display = psg_edtf_format_display (edtf);
  out = g_string_new ("{");

  append_key (out, "text");
  append_string (out, psg_edtf_get_text (edtf));
  append_bound (out, "earliest", &edtf->earliest);
  append_bound (out, "latest", &edtf->latest);
  append_key (out, "precision");
  append_string (out, psg_precision_to_string (psg_edtf_get_precision (edtf)));
  append_qualifiers (out, psg_edtf_get_flags (edtf));
  append_key (out, "display");
  append_string (out, display);
  g_string_append_c (out, '}');

  return g_string_free (out, FALSE);
}
