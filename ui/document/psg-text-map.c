/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-text-map.h"

/*
 * A sorted array of stretches that stand in the buffer as they stand in the document; both sides
 * grow along it, so either can be searched. It knows nothing of GTK.
 */

typedef struct
{
  guint position; /* in the document */
  guint offset;   /* in the buffer */
  guint length;
} Stretch;

struct _PsgTextMap
{
  GArray *stretches;
};

PsgTextMap *
psg_text_map_new (void)
{
  PsgTextMap *self = g_new0 (PsgTextMap, 1);

  self->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));

  return self;
}

void
psg_text_map_free (PsgTextMap *self)
{
  g_array_unref (self->stretches);
  g_free (self);
}

static Stretch *
get (const PsgTextMap *self,
     guint             index)
{
  return &g_array_index (self->stretches, Stretch, index);
}

/**
 * psg_text_map_add:
 * @self: a map
 * @position: where a stretch begins in the document; not before the last one's end
 * @offset: where it begins in the buffer; not before the last one's end
 * @length: of both
 */
void
psg_text_map_add (PsgTextMap *self,
                  guint       position,
                  guint       offset,
                  guint       length)
{
  const Stretch stretch = { position, offset, length };
  const Stretch *last = self->stretches->len > 0 ? get (self, self->stretches->len - 1) : NULL;

  g_return_if_fail (last == NULL || (last->position + last->length <= position &&
                                     last->offset + last->length <= offset));

  if (length > 0)
    g_array_append_val (self->stretches, stretch);
}

/* The last stretch that begins at or before a place on one side; -1 for none. */
static int
find (const PsgTextMap *self,
      guint             place,
      gboolean          in_buffer)
{
  guint low = 0, n = self->stretches->len;

  while (n > 0)
    {
      guint half = n / 2;
      const Stretch *stretch = get (self, low + half);

      if ((in_buffer ? stretch->offset : stretch->position) <= place)
        {
          low += half + 1;
          n -= half + 1;
        }
      else
        n = half;
    }

  return (int) low - 1;
}

/**
 * psg_text_map_to_offset:
 * @self: a map
 * @position: in the document
 *
 * Returns: where the character at @position stands in the buffer; for one that is not shown, where
 *   the next that is shown stands, or the end of the last
 */
guint
psg_text_map_to_offset (const PsgTextMap *self,
                        guint             position)
{
  int index = find (self, position, FALSE);
  const Stretch *stretch;

  if (index >= 0)
    {
      stretch = get (self, index);
      if (position < stretch->position + stretch->length)
        return stretch->offset + (position - stretch->position);
      if ((guint) index + 1 == self->stretches->len)
        return stretch->offset + stretch->length;
    }

  return self->stretches->len > 0 ? get (self, index + 1)->offset : 0;
}

/**
 * psg_text_map_to_end_offset:
 * @self: a map
 * @position: the end of a stretch in the document, exclusive
 *
 * Returns: the offset just after the last character before @position, so that marks put in after it
 *   stay outside
 */
guint
psg_text_map_to_end_offset (const PsgTextMap *self,
                            guint             position)
{
  return position > 0 ? psg_text_map_to_offset (self, position - 1) + 1 : 0;
}

/**
 * psg_text_map_to_position:
 * @self: a map
 * @offset: in the buffer
 *
 * Returns: the position of the character at @offset; of what was put in, the position it was put at
 */
guint
psg_text_map_to_position (const PsgTextMap *self,
                          guint             offset)
{
  int index = find (self, offset, TRUE);
  const Stretch *stretch;

  if (index < 0)
    return self->stretches->len > 0 ? get (self, 0)->position : 0;

  stretch = get (self, index);

  return stretch->position + MIN (offset - stretch->offset, stretch->length);
}

/**
 * psg_text_map_has_offset:
 *
 * Returns: whether the character at @offset is the document's own
 */
gboolean
psg_text_map_has_offset (const PsgTextMap *self,
                         guint             offset)
{
  int index = find (self, offset, TRUE);

  return index >= 0 && offset < get (self, index)->offset + get (self, index)->length;
}
