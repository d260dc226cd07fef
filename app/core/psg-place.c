/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-place.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A place with its position and how surely it is known. */

static void
psg_place_clear (PsgPlace *self)
{
  g_free (self->id);
  g_clear_pointer (&self->name, psg_text_unref);
}

PSG_DEFINE_RECORD (PsgPlace, psg_place)

/**
 * psg_position_format:
 * @latitude: degrees north
 * @longitude: degrees east
 *
 * Returns: (transfer full): “54.5443° N, 25.6997° E”, localised
 */
char *
psg_position_format (double latitude,
                     double longitude)
{
  /* Translators: the letters that stand for north, south, east and west in a position */
  const char *ns = latitude < 0 ? C_("latitude", "S") : C_("latitude", "N");
  const char *ew = longitude < 0 ? C_("longitude", "W") : C_("longitude", "E");

  return g_strdup_printf ("%.4f° %s, %.4f° %s", fabs (latitude), ns, fabs (longitude), ew);
}
