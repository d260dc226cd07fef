/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-geo-box.h"

#include <math.h>
#include <string.h>

/* Written as four numbers in the order of ISO 6709, latitude first: `53.9,24.1,55.2,26.8`. */

#define N_NUMBERS 4
/* A thousandth of a degree is about a hundred metres: finer than a map is looked at. */
#define FORMAT "%.3f"

static gboolean
parse_number (const char **text,
              char         end,
              double      *number)
{
  char *after;

  /* No spaces, no signs but minus, no “nan”. */
  if (!g_ascii_isdigit (**text) && **text != '-')
    return FALSE;
  *number = g_ascii_strtod (*text, &after);
  if (after == *text || *after != end || !isfinite (*number))
    return FALSE;
  *text = after + (end != '\0');

  return TRUE;
}

/**
 * psg_geo_box_parse:
 * @text: south, west, north and east in degrees, with commas between them
 * @box: (out caller-allocates): the box
 *
 * Returns: whether that is one
 */
gboolean
psg_geo_box_parse (const char *text,
                   PsgGeoBox  *box)
{
  double numbers[N_NUMBERS];

  for (guint i = 0; i < N_NUMBERS; i++)
    if (!parse_number (&text, i + 1 < N_NUMBERS ? ',' : '\0', &numbers[i]))
      return FALSE;

  *box = (PsgGeoBox) { numbers[0], numbers[1], numbers[2], numbers[3] };

  return box->south <= box->north && box->west <= box->east
         && box->south >= -90 && box->north <= 90 && box->west >= -180 && box->east <= 180;
}

/**
 * psg_geo_box_to_string:
 * @self: a box
 *
 * Returns: (transfer full): as psg_geo_box_parse() reads it, to a thousandth of a degree
 */
char *
psg_geo_box_to_string (const PsgGeoBox *self)
{
  const double numbers[N_NUMBERS] = { self->south, self->west, self->north, self->east };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_NUMBERS; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];
      gsize length;

      g_ascii_formatd (number, sizeof number, FORMAT, numbers[i]);
      length = strlen (number);
      while (number[length - 1] == '0')
        number[--length] = '\0';
      if (number[length - 1] == '.')
        number[--length] = '\0';
      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", g_str_equal (number, "-0") ? "0" : number);
    }

  return g_string_free (text, FALSE);
}

gboolean
psg_geo_box_contains (const PsgGeoBox *self,
                      double           latitude,
                      double           longitude)
{
  return latitude >= self->south && latitude <= self->north && longitude >= self->west && longitude <= self->east;
}
