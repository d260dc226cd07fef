/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-edtf-private.h"

#include <string.h>

/* Questions about the parts of one date, and arithmetic with digits of which
 * some are unspecified. A "template" is a text of digits and `X`, such as
 * `19XX`: each `X` stands for any digit. */

gboolean
psg_edtf_date_has (const PsgEdtfDate *date,
                   PsgEdtfComponent   component)
{
  return date->digits[component][0] != '\0' ||
         (component == PSG_EDTF_YEAR && date->is_long);
}

/* Whether the component is stated and every digit of it is known. */
gboolean
psg_edtf_date_is_definite (const PsgEdtfDate *date,
                           PsgEdtfComponent   component)
{
  return psg_edtf_date_has (date, component) &&
         strchr (date->digits[component], 'X') == NULL;
}

/* The value of a definite component of a date whose year has four digits; the
 * year without its sign. */
int
psg_edtf_date_get_number (const PsgEdtfDate *date,
                          PsgEdtfComponent   component)
{
  return psg_edtf_template_fill (date->digits[component], 0);
}

/* The year as it was stated, with its sign; unspecified digits are 0. */
gint64
psg_edtf_date_get_year (const PsgEdtfDate *date)
{
  gint64 year;

  if (date->is_long)
    year = date->mantissa * psg_edtf_power_of_ten (date->exponent);
  else
    year = psg_edtf_date_get_number (date, PSG_EDTF_YEAR);

  return date->negative ? -year : year;
}

/* The code of a season, quarter and so on, 21 to 41, or 0. */
int
psg_edtf_date_get_grouping (const PsgEdtfDate *date)
{
  int code;

  if (!psg_edtf_date_is_definite (date, PSG_EDTF_MONTH))
    return 0;

  code = psg_edtf_date_get_number (date, PSG_EDTF_MONTH);

  return code >= PSG_EDTF_FIRST_GROUPING ? code : 0;
}

PsgEdtfFlags
psg_edtf_date_get_qualifiers (const PsgEdtfDate *date)
{
  PsgEdtfFlags flags = 0;

  for (guint i = 0; i < PSG_EDTF_N_COMPONENTS; i++)
    {
      const char qualifiers[2] = { date->left[i], date->right[i] };

      for (guint j = 0; j < 2; j++)
        {
          if (qualifiers[j] == '?' || qualifiers[j] == '%')
            flags |= PSG_EDTF_UNCERTAIN;
          if (qualifiers[j] == '~' || qualifiers[j] == '%')
            flags |= PSG_EDTF_APPROXIMATE;
        }
    }

  return flags;
}

/* How many numbers match the template. */
int
psg_edtf_template_count (const char *digits)
{
  int count = 1;

  for (; *digits != '\0'; digits++)
    {
      if (*digits == 'X')
        count *= 10;
    }

  return count;
}

/* The @nth number, from 0 and upwards, that matches the template: the digits
 * of @nth are dealt out to the `X`s from the right. */
int
psg_edtf_template_fill (const char *digits,
                        int         nth)
{
  int value = 0;
  int unit = 1;

  for (gsize i = strlen (digits); i > 0; i--, unit *= 10)
    {
      int digit;

      if (digits[i - 1] == 'X')
        {
          digit = nth % 10;
          nth /= 10;
        }
      else
        {
          digit = g_ascii_digit_value (digits[i - 1]);
        }

      value += digit * unit;
    }

  return value;
}

/* Whether @value, written with as many digits, is one the template can stand
 * for. A template that was not written stands for everything. */
gboolean
psg_edtf_template_matches (const char *digits,
                           int         value)
{
  for (gsize i = strlen (digits); i > 0; i--, value /= 10)
    {
      if (digits[i - 1] != 'X' && g_ascii_digit_value (digits[i - 1]) != value % 10)
        return FALSE;
    }

  return TRUE;
}

int
psg_edtf_count_digits (gint64 number)
{
  int count = 1;

  while (number >= 10)
    {
      number /= 10;
      count++;
    }

  return count;
}

gint64
psg_edtf_power_of_ten (int exponent)
{
  gint64 power = 1;

  while (exponent-- > 0)
    power *= 10;

  return power;
}
