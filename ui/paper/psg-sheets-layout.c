/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-sheets-private.h"

#include <math.h>

#include "psg-paper-sources.h"

/* How blocks are set into pages: groups stay together, and the sources that a page rests on stand at its foot. */

static void
page_free (gpointer data)
{
  Page *self = data;

  g_array_unref (self->placed);
  g_array_unref (self->notes);
  g_free (self);
}

double
psg_sheets_get_room (PsgSheets *self)
{
  return self->page_height - TOP - BOTTOM;
}

PangoLayout *
psg_sheets_create_note (PsgSheets *self,
             guint      index)
{
  const PsgSource *source = g_ptr_array_index (self->sources, index);
  g_autofree char *url = psg_paper_source_format_url (source);
  g_autofree char *words = psg_paper_source_describe (source);
  g_autofree char *text = url != NULL ? g_strdup_printf ("%s. %s", words, url) : g_strdup (words);

  return psg_sheets_create_layout (self, PSG_SHEET_SMALL, text, psg_sheets_get_width (self) - NOTE_NUMBER);
}

double
psg_sheets_measure_notes (PsgSheets    *self,
                  const GArray *notes)
{
  double height = notes->len > 0 ? 2 * NOTE_GAP : 0;

  for (guint i = 0; i < notes->len; i++)
    {
      g_autoptr (PangoLayout) layout = psg_sheets_create_note (self, g_array_index (notes, guint, i));

      height += psg_sheets_measure (layout) + 1.5;
    }

  return height;
}

static gboolean
has_note (const GArray *notes,
          guint         index)
{
  for (guint i = 0; i < notes->len; i++)
    if (g_array_index (notes, guint, i) == index)
      return TRUE;

  return FALSE;
}

int
psg_sheets_compare_numbers (gconstpointer a,
                            gconstpointer b)
{
  const guint *first = a, *second = b;

  return *first < *second ? -1 : *first > *second;
}

static void
merge_notes (GArray       *notes,
             const GArray *more)
{
  for (guint i = 0; more != NULL && i < more->len; i++)
    if (!has_note (notes, g_array_index (more, guint, i)))
      g_array_append_val (notes, g_array_index (more, guint, i));
  g_array_sort (notes, psg_sheets_compare_numbers);
}

static Page *
add_page (PsgSheets *self)
{
  Page *page = g_new0 (Page, 1);

  page->placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  page->notes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->pages, page);

  return page;
}

/* What blocks would take of a page after what is on it; the space above the first is left out. */
static double
measure_on (PsgSheets  *self,
            const Page *page,
            guint       first,
            guint       end)
{
  g_autoptr (GArray) notes = g_array_copy (page->notes);
  double y = page->y;

  for (guint i = first; i < end; i++)
    {
      const Block *block = g_ptr_array_index (self->blocks, i);

      y += (y > 0 ? block->above : 0) + block->height;
      merge_notes (notes, block->notes);
    }

  return y + psg_sheets_measure_notes (self, notes);
}

static void
place (PsgSheets *self,
       Page      *page,
       guint      index)
{
  const Block *block = g_ptr_array_index (self->blocks, index);
  Placed placed = { index, page->y + (page->y > 0 ? block->above : 0), block->height };

  merge_notes (page->notes, block->notes);
  /* Lines that there is no room for do not make another page. */
  if (block->kind == BLOCK_RULES)
    {
      double left = psg_sheets_get_room (self) - placed.y - psg_sheets_measure_notes (self, page->notes);

      placed.height = MIN (placed.height, MAX (0, floor (left / RULE) * RULE));
    }
  page->y = placed.y + placed.height;
  g_array_append_val (page->placed, placed);
}

/* Lines to write on at the end of a page take what is left of it. */
static void
stretch_rules (PsgSheets *self,
               Page      *page)
{
  double left = psg_sheets_get_room (self) - page->y - psg_sheets_measure_notes (self, page->notes);
  Placed *last;

  if (page->placed->len == 0)
    return;

  last = &g_array_index (page->placed, Placed, page->placed->len - 1);
  if (((Block *) g_ptr_array_index (self->blocks, last->block))->kind == BLOCK_RULES && left > 0)
    last->height += floor (left / RULE) * RULE;
}

static guint
find_group_end (PsgSheets *self,
                guint      first)
{
  guint group = ((Block *) g_ptr_array_index (self->blocks, first))->group, end = first + 1;

  while (group != 0 && end < self->blocks->len && ((Block *) g_ptr_array_index (self->blocks, end))->group == group)
    end++;

  return end;
}

void
psg_sheets_lay_out (PsgSheets *self)
{
  double room = psg_sheets_get_room (self);
  Page *page;

  if (self->pages != NULL)
    return;

  self->pages = g_ptr_array_new_with_free_func (page_free);
  self->fits = TRUE;
  page = add_page (self);
  for (guint first = 0, end; first < self->blocks->len; first = end)
    {
      gboolean is_break = ((Block *) g_ptr_array_index (self->blocks, first))->kind == BLOCK_BREAK;

      end = find_group_end (self, first);
      if (is_break ? page->y > 0 : page->y > 0 && measure_on (self, page, first, end) > room)
        page = add_page (self);
      /* A group higher than a page is taken apart. */
      for (guint i = first; i < end && !is_break; i++)
        {
          gboolean is_rules = ((Block *) g_ptr_array_index (self->blocks, i))->kind == BLOCK_RULES;

          if (page->y > 0 && !is_rules && measure_on (self, page, i, i + 1) > room)
            page = add_page (self);
          self->fits &= is_rules || measure_on (self, page, i, i + 1) <= room + 0.5;
          place (self, page, i);
        }
    }
  if (page->placed->len == 0 && self->pages->len > 1)
    g_ptr_array_remove_index (self->pages, self->pages->len - 1);
  for (guint i = 0; i < self->pages->len; i++)
    stretch_rules (self, g_ptr_array_index (self->pages, i));
}
