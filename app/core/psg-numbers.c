/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-numbers.h"

#include <math.h>
#include <string.h>

/* Numbers with commas between them, the same in every locale: what stands for a place or a
 * view of the map in filters and links. */

static gboolean
parse_number (const char **text,
              char         end,
              double      *number)
{
  gsize length = strspn (*text, "-.0123456789");
  char *after;

  /* No spaces, no signs but minus, no “nan”, no exponents. */
  if (!g_ascii_isdigit (**text) && **text != '-')
    return FALSE;
  *number = g_ascii_strtod (*text, &after);
  if (after == *text || after != *text + length || *after != end || !isfinite (*number))
    return FALSE;
  *text = after + (end != '\0');

  return TRUE;
}

/**
 * psg_numbers_parse:
 * @text: decimal numbers with commas between them, and nothing else
 * @numbers: (array length=n): where to put them
 * @n: how many there must be
 *
 * Returns: whether that is what they are
 */
gboolean
psg_numbers_parse (const char *text,
                   double     *numbers,
                   guint       n)
{
  for (guint i = 0; i < n; i++)
    if (!parse_number (&text, i + 1 < n ? ',' : '\0', &numbers[i]))
      return FALSE;

  return TRUE;
}

static void
append_number (GString *text,
               double   number,
               guint    decimals)
{
  char format[] = "%.0f";
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  format[2] += decimals;
  g_ascii_formatd (digits, sizeof digits, format, number);
  length = strlen (digits);
  while (decimals > 0 && digits[length - 1] == '0')
    digits[--length] = '\0';
  if (digits[length - 1] == '.')
    digits[--length] = '\0';
  g_string_append (text, g_str_equal (digits, "-0") ? "0" : digits);
}

/**
 * psg_numbers_to_string:
 * @numbers: (array length=n): finite numbers, of less than a million million
 * @n: how many
 * @decimals: how many places after the point are kept, at most 9; zeros at the end are not
 *
 * Returns: (transfer full): as psg_numbers_parse() reads it
 */
char *
psg_numbers_to_string (const double *numbers,
                       guint         n,
                       guint         decimals)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (decimals <= 9, g_string_free (text, FALSE));

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      append_number (text, numbers[i], decimals);
    }

  return g_string_free (text, FALSE);
}
