/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-tint.h"

#include "psg-palette.h"

/*
 * Colours that depend on data cannot be CSS classes: they are set as Pango
 * attributes, and set again when the person switches between light and dark.
 */

typedef enum
{
  TINT_LANE,
  TINT_STATUS,
  TINT_MATCH,
} TintKind;

typedef struct
{
  TintKind kind;
  guint32 rgb;
  PsgStatus status;
  guint start; /* in bytes */
  guint end;
} Tint;

static GQuark
tint_quark (void)
{
  return g_quark_from_static_string ("psg-tint");
}

static PangoAttribute *
new_foreground (const GdkRGBA *rgba)
{
  return pango_attr_foreground_new (rgba->red * 65535, rgba->green * 65535, rgba->blue * 65535);
}

static PangoAttribute *
new_background (const GdkRGBA *rgba)
{
  return pango_attr_background_new (rgba->red * 65535, rgba->green * 65535, rgba->blue * 65535);
}

static void
refresh_cb (GtkLabel *label)
{
  const Tint *tint = g_object_get_qdata (G_OBJECT (label), tint_quark ());
  const PsgLane lane = { .rgb = tint->rgb };
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PsgScheme scheme = psg_palette_get_scheme ();
  PangoAttribute *attribute;
  GdkRGBA rgba;

  switch (tint->kind)
    {
    case TINT_LANE:
      psg_palette_get_lane_text (scheme, &lane, &rgba);
      attribute = new_foreground (&rgba);
      break;
    case TINT_STATUS:
      psg_palette_get_status_text (scheme, tint->status, &rgba);
      attribute = new_foreground (&rgba);
      break;
    case TINT_MATCH:
    default:
      psg_palette_get_highlight (scheme, &rgba);
      attribute = new_background (&rgba);
      attribute->start_index = tint->start;
      attribute->end_index = tint->end;
      break;
    }

  pango_attr_list_insert (attributes, attribute);
  /* Without it GTK would let the ground through as it does with the words around. */
  if (tint->kind != TINT_MATCH)
    pango_attr_list_insert (attributes, pango_attr_foreground_alpha_new (G_MAXUINT16));
  gtk_label_set_attributes (label, attributes);
}

static void
set_tint (GtkLabel   *label,
          const Tint *tint)
{
  gboolean watched = g_object_get_qdata (G_OBJECT (label), tint_quark ()) != NULL;

  g_object_set_qdata_full (G_OBJECT (label), tint_quark (), g_memdup2 (tint, sizeof *tint), g_free);
  if (!watched)
    psg_palette_watch (G_OBJECT (label), G_CALLBACK (refresh_cb));

  refresh_cb (label);
}

void
psg_tint_lane (GtkLabel      *label,
               const PsgLane *lane)
{
  const Tint tint = { .kind = TINT_LANE, .rgb = lane->rgb };

  set_tint (label, &tint);
}

void
psg_tint_status (GtkLabel *label,
                 PsgStatus status)
{
  const Tint tint = { .kind = TINT_STATUS, .status = status };

  set_tint (label, &tint);
}

/* A verdict's degree wears the colour of the status it resembles. */
void
psg_tint_verdict (GtkLabel        *label,
                  PsgVerdictDegree degree)
{
  static const PsgStatus statuses[] = {
    [PSG_VERDICT_HOLDS] = PSG_STATUS_OPEN,
    [PSG_VERDICT_PARTLY] = PSG_STATUS_RESTRICTED,
    [PSG_VERDICT_OPEN] = PSG_STATUS_UNKNOWN,
    [PSG_VERDICT_DISPUTED] = PSG_STATUS_CLOSED,
  };

  psg_tint_status (label, statuses[degree]);
}

void
psg_tint_match (GtkLabel *label,
                guint     start,
                guint     end)
{
  const char *text = gtk_label_get_text (label);
  const Tint tint = {
    .kind = TINT_MATCH,
    .start = g_utf8_offset_to_pointer (text, start) - text,
    .end = g_utf8_offset_to_pointer (text, end) - text,
  };

  set_tint (label, &tint);
}
