/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-paper-link.h"

#include <string.h>

/* Links in PDFs. Only addresses that need no quoting are linked: who writes a collection
 * does not write our PDF's structure. */

static gboolean
is_plain (const char *url)
{
  if (url == NULL || !(g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://")))
    return FALSE;

  for (const char *c = url; *c != '\0'; c++)
    if (*c <= ' ' || *c >= 0x7f || strchr ("'\"\\()<>[]", *c) != NULL)
      return FALSE;

  return TRUE;
}

static gboolean
can_link (cairo_t    *cr,
          const char *url)
{
  return cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF && is_plain (url);
}

/**
 * psg_paper_link_begin:
 * @cr: where
 * @url: (nullable): an address
 *
 * What is drawn until psg_paper_link_end() leads there, in a PDF.
 */
void
psg_paper_link_begin (cairo_t    *cr,
                      const char *url)
{
  g_autofree char *attributes = NULL;

  if (!can_link (cr, url))
    return;

  attributes = g_strdup_printf ("uri='%s'", url);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
}

void
psg_paper_link_end (cairo_t    *cr,
                    const char *url)
{
  if (can_link (cr, url))
    cairo_tag_end (cr, CAIRO_TAG_LINK);
}
