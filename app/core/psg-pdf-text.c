/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-text.h"

#include <string.h>

/*
 * The words on a page of a PDF: what is under a point, which areas a stretch of text takes up, where words are.
 * It knows of no widget and no file.
 */

/* How much farther a line away is than a word away: one points along lines. */
#define LINE_DISTANCE 8.0

static void
clear_link (gpointer data)
{
  g_free (((PsgPdfLink *) data)->uri);
}

static void
psg_pdf_text_clear (PsgPdfText *self)
{
  g_free (self->text);
  g_free (self->boxes);
  g_clear_pointer (&self->links, g_array_unref);
}

PSG_DEFINE_RECORD (PsgPdfText, psg_pdf_text)

/**
 * psg_pdf_text_create:
 * @text: what is written on a page, clean
 * @boxes: (array length=n_boxes): where the first characters of it are
 * @n_boxes: how many are known
 *
 * Returns: (transfer full): the text, without links
 */
PsgPdfText *
psg_pdf_text_create (const char      *text,
                     const PsgPdfBox *boxes,
                     guint            n_boxes)
{
  PsgPdfText *self = psg_pdf_text_new ();

  self->text = g_strdup (text);
  self->n_chars = g_utf8_strlen (text, -1);
  self->boxes = g_new0 (PsgPdfBox, self->n_chars + 1);
  if (n_boxes > 0)
    memcpy (self->boxes, boxes, MIN (n_boxes, self->n_chars) * sizeof (PsgPdfBox));
  self->links = g_array_new (FALSE, FALSE, sizeof (PsgPdfLink));
  g_array_set_clear_func (self->links, clear_link);

  return self;
}

/* Only while nobody else has it. */
void
psg_pdf_text_add_link (PsgPdfText       *self,
                       const PsgPdfLink *link)
{
  PsgPdfLink copy = *link;

  copy.uri = g_strdup (link->uri);
  g_array_append_val (self->links, copy);
}

static gboolean
is_empty (const PsgPdfBox *box)
{
  return !(box->x2 > box->x1 && box->y2 > box->y1);
}

static double
outside (double at,
         double from,
         double to)
{
  return at < from ? from - at : at > to ? at - to : 0;
}

static double
get_distance (const PsgPdfBox *box,
              double           x,
              double           y)
{
  double across = outside (x, box->x1, box->x2);
  double down = outside (y, box->y1, box->y2) * LINE_DISTANCE;

  return across * across + down * down;
}

/* The character nearest to a point, or @n_chars. */
static guint
find_nearest (const PsgPdfText *self,
              double            x,
              double            y,
              double           *distance)
{
  guint nearest = self->n_chars;

  *distance = G_MAXDOUBLE;
  for (guint i = 0; i < self->n_chars; i++)
    {
      double found = is_empty (&self->boxes[i]) ? G_MAXDOUBLE : get_distance (&self->boxes[i], x, y);

      if (found < *distance)
        {
          nearest = i;
          *distance = found;
        }
    }

  return nearest;
}

/**
 * psg_pdf_text_find_caret:
 * @self: a page's text
 * @x: in points from the left
 * @y: in points from the top
 *
 * Returns: the position between two characters that is nearest to the point
 */
guint
psg_pdf_text_find_caret (const PsgPdfText *self,
                         double            x,
                         double            y)
{
  double distance;
  guint nearest = find_nearest (self, x, y, &distance);
  const PsgPdfBox *box = &self->boxes[nearest];

  if (nearest == self->n_chars)
    return 0;

  return x > (box->x1 + box->x2) / 2 ? nearest + 1 : nearest;
}

/* Whether a point is on a character, or in a line between two. */
gboolean
psg_pdf_text_is_over (const PsgPdfText *self,
                      double            x,
                      double            y)
{
  double distance;
  guint nearest = find_nearest (self, x, y, &distance);

  return nearest < self->n_chars && distance <= 4;
}

/* The link at a point, as an index, or -1. */
int
psg_pdf_text_find_link (const PsgPdfText *self,
                        double            x,
                        double            y)
{
  for (guint i = 0; i < self->links->len; i++)
    if (get_distance (&g_array_index (self->links, PsgPdfLink, i).box, x, y) == 0)
      return i;

  return -1;
}

static gboolean
is_of_word (const char *at)
{
  gunichar character = g_utf8_get_char (at);

  return g_unichar_isalnum (character) || g_unichar_ismark (character) || character == '_';
}

static gboolean
is_of_line (const char *at)
{
  return *at != '\n';
}

/**
 * psg_pdf_text_widen:
 * @self: a page's text
 * @line: whether to whole lines; else to whole words
 * @start: (inout): where a stretch begins
 * @end: (inout): where it ends, exclusive; may be equal to @start
 */
void
psg_pdf_text_widen (const PsgPdfText *self,
                    gboolean          line,
                    guint            *start,
                    guint            *end)
{
  gboolean (*belongs) (const char *at) = line ? is_of_line : is_of_word;
  const char *first = g_utf8_offset_to_pointer (self->text, *start);
  const char *last = g_utf8_offset_to_pointer (self->text, *end);

  for (; first > self->text && belongs (g_utf8_prev_char (first)); first = g_utf8_prev_char (first))
    (*start)--;
  for (; *last != '\0' && belongs (last); last = g_utf8_next_char (last))
    (*end)++;
}

/* Whether a character goes on in the line of an area. Lines may run either way. */
static gboolean
is_in_line (const PsgPdfBox *area,
            const PsgPdfBox *box)
{
  float shared = MIN (area->y2, box->y2) - MAX (area->y1, box->y1);
  float height = MIN (area->y2 - area->y1, box->y2 - box->y1);

  return shared > height / 2 && outside (box->x1, area->x1, area->x2) < 4 * (box->y2 - box->y1);
}

/**
 * psg_pdf_text_get_areas:
 * @self: a page's text
 * @start: where a stretch begins
 * @end: where it ends, exclusive
 *
 * Returns: (transfer full) (element-type PsgPdfBox): what it takes up, line by line
 */
GArray *
psg_pdf_text_get_areas (const PsgPdfText *self,
                        guint             start,
                        guint             end)
{
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (PsgPdfBox));

  for (guint i = start; i < MIN (end, self->n_chars); i++)
    {
      const PsgPdfBox *box = &self->boxes[i];
      PsgPdfBox *last = areas->len > 0 ? &g_array_index (areas, PsgPdfBox, areas->len - 1) : NULL;

      if (is_empty (box))
        continue;
      if (last == NULL || !is_in_line (last, box))
        {
          g_array_append_val (areas, *box);
          continue;
        }
      last->x1 = MIN (last->x1, box->x1);
      last->y1 = MIN (last->y1, box->y1);
      last->x2 = MAX (last->x2, box->x2);
      last->y2 = MAX (last->y2, box->y2);
    }

  return areas;
}

/* (transfer full): a stretch of the text. */
char *
psg_pdf_text_dup_words (const PsgPdfText *self,
                        guint             start,
                        guint             end)
{
  end = MIN (end, self->n_chars);

  return start < end ? g_utf8_substring (self->text, start, end) : g_strdup ("");
}

/* A text as letters without case and marks, each with its position; white space is one space. */
typedef struct
{
  GArray *letters;   /* gunichar */
  GArray *positions; /* guint */
} Folded;

static void
clear_folded (Folded *self)
{
  g_array_unref (self->letters);
  g_array_unref (self->positions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folded, clear_folded)

static void
append_folded (Folded   *self,
               gunichar  letter,
               guint     position)
{
  gunichar last = self->letters->len > 0 ? g_array_index (self->letters, gunichar, self->letters->len - 1) : 0;

  if (g_unichar_ismark (letter))
    return;
  letter = g_unichar_isspace (letter) ? ' ' : g_unichar_tolower (letter);
  if (letter == ' ' && last == ' ')
    return;

  g_array_append_val (self->letters, letter);
  g_array_append_val (self->positions, position);
}

static Folded
fold (const char *text)
{
  Folded self = { g_array_new (FALSE, FALSE, sizeof (gunichar)), g_array_new (FALSE, FALSE, sizeof (guint)) };
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  guint position = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), position++)
    {
      gsize n = g_unichar_fully_decompose (g_utf8_get_char (at), TRUE, parts, G_N_ELEMENTS (parts));

      for (gsize i = 0; i < n; i++)
        append_folded (&self, parts[i], position);
    }

  return self;
}

static gboolean
matches_at (const Folded *text,
            guint         at,
            const Folded *words)
{
  return memcmp (&g_array_index (text->letters, gunichar, at), words->letters->data,
                 words->letters->len * sizeof (gunichar)) == 0;
}

/**
 * psg_pdf_text_find_words:
 * @text: the text of a page
 * @words: what to look for, whatever its case and accents, and however it is broken into lines
 * @limit: how many to find at most
 *
 * Returns: (transfer full) (element-type guint): where each begins and ends, in turn
 */
GArray *
psg_pdf_text_find_words (const char *text,
                         const char *words,
                         guint       limit)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (Folded) folded = fold (text);
  g_auto (Folded) wanted = fold (words);
  guint n = wanted.letters->len;

  if (n == 0)
    return found;

  for (guint at = 0; at + n <= folded.letters->len && found->len / 2 < limit;)
    {
      guint start, end;

      if (!matches_at (&folded, at, &wanted))
        {
          at++;
          continue;
        }
      start = g_array_index (folded.positions, guint, at);
      end = g_array_index (folded.positions, guint, at + n - 1) + 1;
      g_array_append_val (found, start);
      g_array_append_val (found, end);
      at += n;
    }

  return found;
}

/**
 * psg_pdf_text_dup_anchor:
 * @self: a page's text
 * @start: where a stretch begins
 * @end: where it ends, exclusive
 *
 * Returns: (transfer full): by what it is found again on this page
 */
PsgAnchor *
psg_pdf_text_dup_anchor (const PsgPdfText *self,
                         guint             start,
                         guint             end)
{
  g_autoptr (PsgAnchorText) text = psg_anchor_text_new (self->text);

  return psg_anchor_new_for_range (text, start, end);
}

/**
 * psg_pdf_text_resolve:
 * @self: a page's text
 * @anchor: words that were on the page
 * @start: (out): where they begin
 * @end: (out): where they end, exclusive
 *
 * Another version of the library that reads PDFs may put the words of a page in another order.
 *
 * Returns: whether they are found for certain
 */
gboolean
psg_pdf_text_resolve (const PsgPdfText *self,
                      const PsgAnchor  *anchor,
                      guint            *start,
                      guint            *end)
{
  g_autoptr (PsgAnchorText) text = psg_anchor_text_new (self->text);
  PsgAnchorMatch match;

  psg_anchor_resolve (anchor, text, &match);
  if (!psg_anchor_match_is_found (&match))
    return FALSE;

  *start = match.place.start;
  *end = match.place.end;

  return TRUE;
}
