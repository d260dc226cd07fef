/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-caption-board.h"

/*
 * Which captions stand, and for how long. What to do while there is no room, to wait or
 * to make some, is for the one who puts them there to decide.
 */

struct _PsgCaptionBoard
{
  GPtrArray *captions; /* in the order they came */
  guint room;
  guint last_id;
};

static void
caption_free (PsgCaption *self)
{
  psg_happening_unref (self->happening);
  g_free (self);
}

PsgCaptionBoard *
psg_caption_board_new (void)
{
  PsgCaptionBoard *self = g_new0 (PsgCaptionBoard, 1);

  self->captions = g_ptr_array_new_with_free_func ((GDestroyNotify) caption_free);
  self->room = PSG_CAPTION_ROOM;

  return self;
}

void
psg_caption_board_free (PsgCaptionBoard *self)
{
  g_ptr_array_unref (self->captions);
  g_free (self);
}

/**
 * psg_caption_board_get_captions:
 * @self: a board
 *
 * Returns: (transfer none) (element-type PsgCaption): what stands, the oldest first
 */
GPtrArray *
psg_caption_board_get_captions (PsgCaptionBoard *self)
{
  return self->captions;
}

gboolean
psg_caption_board_is_empty (const PsgCaptionBoard *self)
{
  return self->captions->len == 0;
}

/**
 * psg_caption_board_get_n_more:
 * @self: a board
 *
 * Returns: how many happenings passed along with those that have a caption
 */
guint
psg_caption_board_get_n_more (const PsgCaptionBoard *self)
{
  guint n = 0;

  for (guint i = 0; i < self->captions->len; i++)
    n += ((PsgCaption *) g_ptr_array_index (self->captions, i))->n_more;

  return n;
}

/**
 * psg_caption_board_set_room:
 * @self: a board
 * @room: how many captions may stand at once, 1 to %PSG_CAPTION_ROOM; those that stand
 *   already stay
 */
void
psg_caption_board_set_room (PsgCaptionBoard *self,
                            guint            room)
{
  self->room = CLAMP (room, 1, PSG_CAPTION_ROOM);
}

static PsgCaption *
find (PsgCaptionBoard *self,
      PsgHappening    *happening)
{
  for (guint i = 0; i < self->captions->len; i++)
    {
      PsgCaption *caption = g_ptr_array_index (self->captions, i);

      if (psg_happening_equal (caption->happening, happening))
        return caption;
    }

  return NULL;
}

/* How long it still takes to read what stands. */
static double
get_unread (PsgCaptionBoard *self)
{
  double unread = 0;

  for (guint i = 0; i < self->captions->len; i++)
    unread = MAX (unread, ((PsgCaption *) g_ptr_array_index (self->captions, i))->seconds - PSG_CAPTION_FIND_SECONDS);

  return unread;
}

static void
append (PsgCaptionBoard *self,
        PsgHappening    *happening,
        double           delay,
        guint            n_letters,
        guint            n_more)
{
  PsgCaption *caption = g_new0 (PsgCaption, 1);

  caption->id = ++self->last_id;
  caption->happening = psg_happening_ref (happening);
  caption->n_more = n_more;
  caption->seconds = delay + PSG_CAPTION_FIND_SECONDS + n_letters * PSG_CAPTION_LETTER_SECONDS;
  g_ptr_array_add (self->captions, caption);
}

/**
 * psg_caption_board_put:
 * @self: a board
 * @happening: what happened; what stands already is not put there twice
 * @n_letters: how many there are to read
 * @n_more: how many happenings pass along with it without a caption
 *
 * Returns: %FALSE, and nothing is changed, if there is no room
 */
gboolean
psg_caption_board_put (PsgCaptionBoard *self,
                       PsgHappening    *happening,
                       guint            n_letters,
                       guint            n_more)
{
  PsgCaption *same = find (self, happening);

  if (same != NULL)
    {
      same->n_more += n_more;
      return TRUE;
    }

  if (self->captions->len >= self->room)
    return FALSE;

  append (self, happening, get_unread (self), n_letters, n_more);

  return TRUE;
}

/* The oldest of the least important. */
static guint
find_least (PsgCaptionBoard *self)
{
  guint least = 0;

  for (guint i = 1; i < self->captions->len; i++)
    {
      const PsgCaption *best = g_ptr_array_index (self->captions, least);
      const PsgCaption *caption = g_ptr_array_index (self->captions, i);

      if (caption->happening->importance < best->happening->importance)
        least = i;
    }

  return least;
}

/**
 * psg_caption_board_squeeze:
 * @self: a board
 * @happening: what happened
 * @n_letters: how many there are to read
 * @n_more: how many happenings pass along with it without a caption
 *
 * As psg_caption_board_put(), but the least important gives way where there is no room,
 * of the same importance the oldest, and is counted instead. That may be @happening. Who
 * squeezes does not wait for all to be read: what comes then is not given time for what
 * stands, or the past would stay too long.
 */
void
psg_caption_board_squeeze (PsgCaptionBoard *self,
                           PsgHappening    *happening,
                           guint            n_letters,
                           guint            n_more)
{
  PsgCaption *least;

  if (psg_caption_board_put (self, happening, n_letters, n_more))
    return;

  least = g_ptr_array_index (self->captions, find_least (self));
  if (least->happening->importance > happening->importance)
    {
      PsgCaption *last = g_ptr_array_index (self->captions, self->captions->len - 1);

      last->n_more += 1 + n_more;
      return;
    }

  n_more += 1 + least->n_more;
  g_ptr_array_remove (self->captions, least);
  append (self, happening, 0, n_letters, n_more);
}

/**
 * psg_caption_board_advance:
 * @self: a board
 * @seconds: how much time has passed
 *
 * Returns: whether a caption has stood for long enough and is gone
 */
gboolean
psg_caption_board_advance (PsgCaptionBoard *self,
                           double           seconds)
{
  guint n = self->captions->len;

  for (guint i = n; i > 0; i--)
    {
      PsgCaption *caption = g_ptr_array_index (self->captions, i - 1);

      caption->seconds -= seconds;
      if (caption->seconds <= 0)
        g_ptr_array_remove_index (self->captions, i - 1);
    }

  return self->captions->len != n;
}

/**
 * psg_caption_board_clear:
 * @self: a board
 *
 * Returns: whether anything stood there
 */
gboolean
psg_caption_board_clear (PsgCaptionBoard *self)
{
  gboolean any = self->captions->len > 0;

  g_ptr_array_set_size (self->captions, 0);

  return any;
}
