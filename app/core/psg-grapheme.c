/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-grapheme.h"

/*
 * Core has no Pango, and GLib knows general categories but not the grapheme properties; these are
 * derived from the categories as the annex defines them (Table 2). What is a picture (GB11) is taken wider than
 * Extended_Pictographic: any symbol may follow a joiner. That only ever keeps together what a font may draw apart.
 */

typedef enum
{
  START, /* nothing has been read */
  OTHER,
  CR,
  LF,
  CONTROL,
  EXTEND,
  JOINER,
  SPACING,
  PREPEND,
  FLAG,
  PICTURE,
  HANGUL_L,
  HANGUL_V,
  HANGUL_T,
  HANGUL_LV,
  HANGUL_LVT,
} Class;

typedef struct
{
  gunichar first;
  gunichar last;
  Class    class;
} Range;

/* What the general category does not tell; sorted. */
static const Range ranges[] = {
  { 0x0600, 0x0605, PREPEND },
  { 0x06dd, 0x06dd, PREPEND },
  { 0x070f, 0x070f, PREPEND },
  { 0x0890, 0x0891, PREPEND },
  { 0x08e2, 0x08e2, PREPEND },
  { 0x0e33, 0x0e33, SPACING },
  { 0x0eb3, 0x0eb3, SPACING },
  { 0x1100, 0x115f, HANGUL_L },
  { 0x1160, 0x11a7, HANGUL_V },
  { 0x11a8, 0x11ff, HANGUL_T },
  { 0x200c, 0x200c, EXTEND },
  { 0x200d, 0x200d, JOINER },
  { 0xa960, 0xa97c, HANGUL_L },
  { 0xac00, 0xd7a3, HANGUL_LV },
  { 0xd7b0, 0xd7c6, HANGUL_V },
  { 0xd7cb, 0xd7fb, HANGUL_T },
  { 0xff9e, 0xff9f, EXTEND },
  { 0x110bd, 0x110bd, PREPEND },
  { 0x110cd, 0x110cd, PREPEND },
  { 0x1f1e6, 0x1f1ff, FLAG },
  { 0x1f3fb, 0x1f3ff, EXTEND },
  { 0xe0020, 0xe007f, EXTEND },
};

static Class
classify_by_category (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
      return EXTEND;
    case G_UNICODE_SPACING_MARK:
      return SPACING;
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return CONTROL;
    case G_UNICODE_OTHER_SYMBOL:
      return PICTURE;
    case G_UNICODE_MATH_SYMBOL:
      return c >= 0x2190 ? PICTURE : OTHER;
    case G_UNICODE_UNASSIGNED:
      return c >= 0x1f000 && c <= 0x1faff ? PICTURE : OTHER;
    default:
      return OTHER;
    }
}

static Class
classify (gunichar c)
{
  guint low = 0, n = G_N_ELEMENTS (ranges);

  if (c < 0x20)
    return c == '\r' ? CR : c == '\n' ? LF : CONTROL;
  if (c < 0x7f)
    return OTHER;

  while (n > 0)
    {
      guint half = n / 2;

      if (ranges[low + half].last < c)
        {
          low += half + 1;
          n -= half + 1;
        }
      else
        n = half;
    }

  if (low == G_N_ELEMENTS (ranges) || c < ranges[low].first)
    return classify_by_category (c);
  if (ranges[low].class == HANGUL_LV)
    return (c - 0xac00) % 28 == 0 ? HANGUL_LV : HANGUL_LVT;

  return ranges[low].class;
}

/* GB6 to GB8 */
static gboolean
joins_hangul (Class before,
              Class after)
{
  switch (before)
    {
    case HANGUL_L:
      return after == HANGUL_L || after == HANGUL_V || after == HANGUL_LV || after == HANGUL_LVT;
    case HANGUL_LV:
    case HANGUL_V:
      return after == HANGUL_V || after == HANGUL_T;
    case HANGUL_LVT:
    case HANGUL_T:
      return after == HANGUL_T;
    default:
      return FALSE;
    }
}

static gboolean
breaks (const PsgGrapheme *self,
        Class              after)
{
  Class before = self->last;

  if (before == OTHER && after == OTHER)
    return TRUE;
  if (before == START || before == CR || before == LF || before == CONTROL)
    return !(before == CR && after == LF);
  if (after == CR || after == LF || after == CONTROL)
    return TRUE;
  if (after == EXTEND || after == JOINER || after == SPACING || before == PREPEND)
    return FALSE;
  if (after == PICTURE && self->picture == 2)
    return FALSE;
  if (after == FLAG && self->odd_flags)
    return FALSE;

  return !joins_hangul (before, after);
}

/**
 * psg_grapheme_step:
 * @self: how far the text has been read
 * @c: its next code point
 *
 * Returns: whether a cluster begins with @c; for the first code point, %TRUE
 */
gboolean
psg_grapheme_step (PsgGrapheme *self,
                   gunichar     c)
{
  Class class = classify (c);
  gboolean result = breaks (self, class);

  if (class == PICTURE)
    self->picture = 1;
  else if (class == JOINER)
    self->picture = self->picture == 1 ? 2 : 0;
  else if (class != EXTEND || self->picture == 2)
    self->picture = 0;

  self->odd_flags = class == FLAG && !self->odd_flags;
  self->last = class;

  return result;
}
