/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-reader-find.h"

#include <string.h>

#include "psg-find-bar.h"
#include "psg-text-finder.h"

/*
 * The text is made ready when it is first to be searched, a piece at a time when there is nothing better
 * to do. What is found is kept as offsets in the buffer, which does not change; the view marks what of
 * it is in sight.
 */

/* In code points: a few milliseconds' work. */
#define PIECE 65536
/* A match is shown a little above the middle, as a passage is. */
#define MATCH_AT 0.3
/* Words that are selected are what to find, but not a page of them. */
#define LONGEST_SELECTION 80

struct _PsgReaderFind
{
  GObject parent_instance;

  /* owned */
  GtkWidget *bar;
  PsgTextFinder *finder; /* (nullable): until the text is wanted */
  GArray *hits;          /* (nullable) (element-type PsgTextHit): until the text is ready */

  /* borrowed */
  PsgReaderView *view;

  guint ready_to; /* how much of the text the finder has, as an offset */
  guint next_spot;
  guint ready_source;
  guint origin;   /* where one was when one began to type */
  int current;    /* index of the hit shown, or -1 */
};

G_DEFINE_FINAL_TYPE (PsgReaderFind, psg_reader_find, G_TYPE_OBJECT)

static GtkTextBuffer *
get_buffer (PsgReaderFind *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static void
append (PsgReaderFind *self,
        guint          start,
        guint          end)
{
  g_autofree char *text = NULL;
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &from, start);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &to, end);
  text = gtk_text_buffer_get_slice (get_buffer (self), &from, &to, TRUE);
  psg_text_finder_append (self->finder, text, -1, start);
}

/* Up to the next citation mark, which is left out, or for a piece. */
static void
append_piece (PsgReaderFind *self)
{
  const GArray *spots = psg_reader_view_get_rendering (self->view)->spots;
  guint end = MIN (self->ready_to + PIECE, (guint) gtk_text_buffer_get_char_count (get_buffer (self)));

  for (; self->next_spot < spots->len; self->next_spot++)
    {
      const PsgSpot *spot = &g_array_index (spots, PsgSpot, self->next_spot);

      if (spot->start >= end)
        break;
      if (spot->kind != PSG_SPOT_CITATION || spot->start < self->ready_to)
        continue;
      append (self, self->ready_to, spot->start);
      self->ready_to = spot->end;
    }

  if (self->ready_to < end)
    append (self, self->ready_to, end);
  self->ready_to = MAX (self->ready_to, end);
}

static void
show_hits (PsgReaderFind *self)
{
  PsgFindBar *bar = PSG_FIND_BAR (self->bar);

  psg_reader_view_set_hits (self->view, psg_find_bar_is_open (bar) ? self->hits : NULL, self->current);
  if (self->hits != NULL)
    psg_find_bar_show_count (bar, (guint) (self->current + 1), self->hits->len);
}

static const PsgTextHit *
get_current (PsgReaderFind *self)
{
  return self->current >= 0 ? &g_array_index (self->hits, PsgTextHit, (guint) self->current) : NULL;
}

/* The first that does not lie before where one was; round to the first of all. */
static int
find_first (PsgReaderFind *self)
{
  for (guint i = 0; i < self->hits->len; i++)
    if (g_array_index (self->hits, PsgTextHit, i).start >= self->origin)
      return (int) i;

  return self->hits->len > 0 ? 0 : -1;
}

static void
scroll_to_current (PsgReaderFind *self)
{
  const PsgTextHit *hit = get_current (self);

  if (hit != NULL && !psg_reader_view_shows (self->view, hit->start, hit->end))
    psg_reader_view_show_offset (self->view, hit->start, MATCH_AT);
}

static void
find (PsgReaderFind *self)
{
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = psg_text_finder_find (self->finder, psg_find_bar_get_text (PSG_FIND_BAR (self->bar)));
  self->current = find_first (self);
  show_hits (self);
  scroll_to_current (self);
}

static gboolean
ready_cb (gpointer user_data)
{
  PsgReaderFind *self = user_data;

  append_piece (self);
  if (self->ready_to < (guint) gtk_text_buffer_get_char_count (get_buffer (self)))
    return G_SOURCE_CONTINUE;

  self->ready_source = 0;
  find (self);

  return G_SOURCE_REMOVE;
}

/* Below drawing, and below what is typed. */
static void
make_ready (PsgReaderFind *self)
{
  if (self->finder != NULL)
    return;

  self->finder = psg_text_finder_new ();
  self->ready_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, ready_cb, self, NULL);
}

static void
changed_cb (PsgReaderFind *self)
{
  if (self->finder != NULL && self->ready_source == 0)
    find (self);
}

/* Where one goes on reading: at what was found, which is selected. */
static void
closed_cb (PsgReaderFind *self)
{
  const PsgTextHit *hit = get_current (self);
  GtkTextIter start, end;

  if (hit != NULL)
    {
      gtk_text_buffer_get_iter_at_offset (get_buffer (self), &start, hit->start);
      gtk_text_buffer_get_iter_at_offset (get_buffer (self), &end, hit->end);
      gtk_text_buffer_select_range (get_buffer (self), &start, &end);
    }
  psg_reader_view_set_hits (self->view, NULL, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
psg_reader_find_dispose (GObject *object)
{
  PsgReaderFind *self = PSG_READER_FIND (object);

  g_clear_handle_id (&self->ready_source, g_source_remove);
  g_clear_object (&self->bar);

  G_OBJECT_CLASS (psg_reader_find_parent_class)->dispose (object);
}

static void
psg_reader_find_finalize (GObject *object)
{
  PsgReaderFind *self = PSG_READER_FIND (object);

  g_clear_pointer (&self->finder, psg_text_finder_free);
  g_clear_pointer (&self->hits, g_array_unref);

  G_OBJECT_CLASS (psg_reader_find_parent_class)->finalize (object);
}

static void
psg_reader_find_class_init (PsgReaderFindClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_reader_find_dispose;
  object_class->finalize = psg_reader_find_finalize;
}

static void
psg_reader_find_init (PsgReaderFind *self)
{
  self->current = -1;
  self->bar = g_object_ref_sink (psg_find_bar_new ());
  g_signal_connect_object (self->bar, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "step", G_CALLBACK (psg_reader_find_step), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * psg_reader_find_new:
 * @view: a view with its rendering, which outlives what is made here
 *
 * Returns: (transfer full): finding in it
 */
PsgReaderFind *
psg_reader_find_new (PsgReaderView *view)
{
  PsgReaderFind *self = g_object_new (PSG_TYPE_READER_FIND, NULL);

  self->view = view;

  return self;
}

/**
 * psg_reader_find_get_bar:
 *
 * Returns: (transfer none): the bar, to be put where it is wanted
 */
GtkWidget *
psg_reader_find_get_bar (PsgReaderFind *self)
{
  return self->bar;
}

/* Returns: (nullable): what is selected, if it is no more than some words. */
static char *
dup_selected_words (PsgReaderFind *self)
{
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end) ||
      gtk_text_iter_get_line (&start) != gtk_text_iter_get_line (&end) ||
      gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start) > LONGEST_SELECTION)
    return NULL;

  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

/* The beginning of what is selected, else of what is in sight. */
static guint
get_place (PsgReaderFind *self)
{
  GtkTextIter start, end;

  if (gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return (guint) gtk_text_iter_get_offset (&start);

  return psg_reader_view_get_top (self->view);
}

/**
 * psg_reader_find_open:
 * @self: finding in a text
 *
 * Shows the bar, with the words that are selected if there are any. What was found before is found again.
 */
void
psg_reader_find_open (PsgReaderFind *self)
{
  g_autofree char *words = NULL;
  PsgFindBar *bar;

  g_return_if_fail (PSG_IS_READER_FIND (self));

  bar = PSG_FIND_BAR (self->bar);
  if (psg_find_bar_is_open (bar))
    {
      psg_find_bar_open (bar, NULL);
      return;
    }

  self->origin = get_place (self);
  words = dup_selected_words (self);
  psg_find_bar_open (bar, words);
  make_ready (self);
  changed_cb (self);
}

/* The one before or after where one is. */
static int
find_beside (PsgReaderFind *self,
             int            direction,
             gboolean      *wrapped)
{
  int n = (int) self->hits->len;
  int next = self->current + direction;

  *wrapped = next < 0 || next >= n;

  return (next + n) % n;
}

/**
 * psg_reader_find_step:
 * @self: finding in a text
 * @direction: +1 for the next, -1 for the previous one
 *
 * Goes there; past the last, to the first, which the bar says. Where the bar is not open it is opened
 * instead.
 */
void
psg_reader_find_step (PsgReaderFind *self,
                      int            direction)
{
  gboolean wrapped;

  g_return_if_fail (PSG_IS_READER_FIND (self));

  if (!psg_find_bar_is_open (PSG_FIND_BAR (self->bar)))
    {
      psg_reader_find_open (self);
      return;
    }
  if (self->hits == NULL || self->hits->len == 0)
    {
      gtk_widget_error_bell (self->bar);
      return;
    }

  self->current = find_beside (self, direction, &wrapped);
  self->origin = get_current (self)->start;
  show_hits (self);
  if (wrapped)
    psg_find_bar_show_wrap (PSG_FIND_BAR (self->bar), direction);
  scroll_to_current (self);
}
