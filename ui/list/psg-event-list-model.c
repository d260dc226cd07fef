/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-list-model.h"

#include "psg-own-collection.h"

/*
 * A list over a bit set. To find the nth bit of a million, the bits before every 4096th row are
 * counted once when the set changes; the rest is counted word by word. Objects are made only for
 * rows that are asked for.
 *
 * Places stay when the events in them change: of items that go and others that come, a list view
 * takes down all its rows and builds as many anew, and looks for those that it had among all
 * that come, a million if need be.
 */

#define WORDS_PER_BLOCK 64
#define ROWS_PER_BLOCK (64 * WORDS_PER_BLOCK)

struct _PsgEventListModel
{
  GObject parent_instance;

  /* owned */
  PsgSession *session;
  PsgCollection *collection;
  PsgRowSet *matches;
  GArray *ranks; /* matches before each block of rows */

  PsgFilter *filter; /* whose range the items were made for */

  guint n;
  guint selected; /* a row, as last told */
};

enum
{
  SIGNAL_CHANGING,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgEventListModel, psg_event_list_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static guint
count_words (const guint64 *words,
             guint          n)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += __builtin_popcountll (words[i]);

  return count;
}

static void
count_ranks (PsgEventListModel *self)
{
  const guint64 *words = psg_row_set_get_words (self->matches);
  guint n_words = (psg_row_set_get_n_rows (self->matches) + 63) / 64;
  guint rank = 0;

  g_array_set_size (self->ranks, 0);
  for (guint word = 0; word < n_words; word += WORDS_PER_BLOCK)
    {
      g_array_append_val (self->ranks, rank);
      rank += count_words (words + word, MIN (WORDS_PER_BLOCK, n_words - word));
    }
  self->n = rank;
}

/* The last block with no more than @position matches before it. */
static guint
find_block (PsgEventListModel *self,
            guint              position)
{
  guint low = 0, n = self->ranks->len;

  while (n > 1)
    {
      guint half = n / 2;

      if (g_array_index (self->ranks, guint, low + half) <= position)
        {
          low += half;
          n -= half;
        }
      else
        n = half;
    }

  return low;
}

/* The row at a position. */
static guint
select_row (PsgEventListModel *self,
            guint              position)
{
  const guint64 *words = psg_row_set_get_words (self->matches);
  guint block = find_block (self, position);
  guint left = position - g_array_index (self->ranks, guint, block);
  guint word = block * WORDS_PER_BLOCK;
  guint64 bits;

  for (guint count = __builtin_popcountll (words[word]);
       count <= left;
       count = __builtin_popcountll (words[word]))
    {
      left -= count;
      word++;
    }

  for (bits = words[word]; left > 0; left--)
    bits &= bits - 1;

  return word * 64 + __builtin_ctzll (bits);
}

/* Whether an item says that it is in the range possibly and no more. */
static gboolean
is_only_possible (PsgEventListModel *self,
                  PsgEventTable     *events,
                  guint              row)
{
  const PsgTimeSpan *range = psg_filter_get_range_span (self->filter);

  return range != NULL && psg_filter_get_range_mode (self->filter) == PSG_RANGE_POSSIBLY &&
         !psg_date_range_has (range, PSG_RANGE_CERTAINLY, events, row);
}

static GType
psg_event_list_model_get_item_type (GListModel *model)
{
  return PSG_TYPE_EVENT_ITEM;
}

static guint
psg_event_list_model_get_n_items (GListModel *model)
{
  return PSG_EVENT_LIST_MODEL (model)->n;
}

static gpointer
psg_event_list_model_get_item (GListModel *model,
                               guint       position)
{
  PsgEventListModel *self = PSG_EVENT_LIST_MODEL (model);
  PsgEventTable *events;
  gboolean first = TRUE;
  guint row, before;

  if (position >= self->n)
    return NULL;

  events = psg_collection_get_events (self->collection);
  row = select_row (self, position);
  if (position > 0)
    {
      before = psg_row_set_previous (self->matches, row - 1);
      first = psg_event_item_year_of (events, before) != psg_event_item_year_of (events, row);
    }

  return psg_event_item_new (self->collection, row, first, is_only_possible (self, events, row));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = psg_event_list_model_get_item_type;
  iface->get_n_items = psg_event_list_model_get_n_items;
  iface->get_item = psg_event_list_model_get_item;
}

static gboolean
psg_event_list_model_is_selected (GtkSelectionModel *model,
                                  guint              position)
{
  PsgEventListModel *self = PSG_EVENT_LIST_MODEL (model);

  return position < self->n && self->selected != PSG_ROW_NONE &&
         select_row (self, position) == self->selected;
}

static GtkBitset *
psg_event_list_model_get_selection_in_range (GtkSelectionModel *model,
                                             guint              position,
                                             guint              n_items)
{
  guint selected = psg_event_list_model_get_selected (PSG_EVENT_LIST_MODEL (model));
  GtkBitset *selection = gtk_bitset_new_empty ();

  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (selection, selected);

  return selection;
}

static gboolean
psg_event_list_model_select_item (GtkSelectionModel *model,
                                  guint              position,
                                  gboolean           unselect_rest)
{
  PsgEventListModel *self = PSG_EVENT_LIST_MODEL (model);

  if (position >= self->n)
    return FALSE;

  psg_session_select_event (self->session, select_row (self, position));

  return TRUE;
}

/* Of set_selection() a list view needs only the case of one item. */
static gboolean
psg_event_list_model_set_selection (GtkSelectionModel *model,
                                    GtkBitset         *selected,
                                    GtkBitset         *mask)
{
  g_autoptr (GtkBitset) wanted = gtk_bitset_copy (selected);

  gtk_bitset_intersect (wanted, mask);
  if (gtk_bitset_get_size (wanted) != 1)
    return FALSE;

  return psg_event_list_model_select_item (model, gtk_bitset_get_minimum (wanted), TRUE);
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = psg_event_list_model_is_selected;
  iface->get_selection_in_range = psg_event_list_model_get_selection_in_range;
  iface->select_item = psg_event_list_model_select_item;
  iface->set_selection = psg_event_list_model_set_selection;
}

static void
tell_selection (PsgEventListModel *self,
                guint              row)
{
  guint position = row != PSG_ROW_NONE ? psg_event_list_model_find (self, row) : GTK_INVALID_LIST_POSITION;

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, 1);
}

static void
event_changed_cb (PsgEventListModel *self)
{
  guint before = self->selected;

  self->selected = psg_session_get_event (self->session);
  if (self->selected == before)
    return;

  tell_selection (self, before);
  tell_selection (self, self->selected);
}

static void
take_matches (PsgEventListModel *self)
{
  g_set_object (&self->collection, psg_session_get_collection (self->session));
  g_clear_pointer (&self->matches, psg_row_set_unref);
  self->matches = psg_row_set_ref (psg_session_get_matches (self->session));
  g_clear_pointer (&self->filter, psg_filter_unref);
  self->filter = psg_filter_ref (psg_session_get_filter (self->session));
  self->selected = psg_session_get_event (self->session);
  count_ranks (self);
}

/* The same matches may lie in another range, or in the same one in another way. */
static gboolean
has_same_range (PsgEventListModel *self)
{
  PsgFilter *filter = psg_session_get_filter (self->session);

  return g_strcmp0 (psg_filter_get_range (self->filter), psg_filter_get_range (filter)) == 0 &&
         psg_filter_get_range_mode (self->filter) == psg_filter_get_range_mode (filter);
}

/* Of another collection no place stays; in two steps, for of one that takes away and adds a list view
 * looks for every item of the one among the others. */
static void
tell_length (PsgEventListModel *self,
             guint              before,
             gboolean           is_other)
{
  guint n = self->n, kept = is_other ? 0 : MIN (before, n);

  self->n = kept;
  if (before > kept)
    g_list_model_items_changed (G_LIST_MODEL (self), kept, before - kept, 0);

  self->n = n;
  if (n > kept)
    g_list_model_items_changed (G_LIST_MODEL (self), kept, 0, n - kept);
}

static void
matches_changed_cb (PsgEventListModel *self)
{
  guint before = self->n;
  gboolean is_other;

  if (self->matches == psg_session_get_matches (self->session) &&
      self->collection == psg_session_get_collection (self->session) &&
      has_same_range (self))
    return;

  g_signal_emit (self, signals[SIGNAL_CHANGING], 0);
  /* With other own events in it, it is the same list all the same. */
  is_other = psg_collection_get_base (self->collection)
             != psg_collection_get_base (psg_session_get_collection (self->session));
  take_matches (self);
  tell_length (self, before, is_other);
  if (MIN (before, self->n) > 0 && !is_other)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, MIN (before, self->n));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
psg_event_list_model_dispose (GObject *object)
{
  PsgEventListModel *self = PSG_EVENT_LIST_MODEL (object);

  g_clear_object (&self->session);
  g_clear_object (&self->collection);

  G_OBJECT_CLASS (psg_event_list_model_parent_class)->dispose (object);
}

static void
psg_event_list_model_finalize (GObject *object)
{
  PsgEventListModel *self = PSG_EVENT_LIST_MODEL (object);

  g_clear_pointer (&self->matches, psg_row_set_unref);
  g_clear_pointer (&self->filter, psg_filter_unref);
  g_clear_pointer (&self->ranks, g_array_unref);

  G_OBJECT_CLASS (psg_event_list_model_parent_class)->finalize (object);
}

static void
psg_event_list_model_class_init (PsgEventListModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_event_list_model_dispose;
  object_class->finalize = psg_event_list_model_finalize;

  /**
   * PsgEventListModel::changing:
   *
   * Other matches are about to be listed.
   */
  signals[SIGNAL_CHANGING] =
      g_signal_new ("changing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * PsgEventListModel::changed:
   *
   * Other matches are listed: the length has been told by `items-changed`, and in places that
   * stayed there may be other events.
   */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
psg_event_list_model_init (PsgEventListModel *self)
{
  self->ranks = g_array_new (FALSE, FALSE, sizeof (guint));
  self->selected = PSG_ROW_NONE;
}

/**
 * psg_event_list_model_new:
 * @session: the session
 *
 * Returns: (transfer full): its matches as a list
 */
PsgEventListModel *
psg_event_list_model_new (PsgSession *session)
{
  PsgEventListModel *self = g_object_new (PSG_TYPE_EVENT_LIST_MODEL, NULL);

  self->session = g_object_ref (session);
  take_matches (self);

  /* Matches before the event: rows must be known before one of them is selected. */
  g_signal_connect_object (session, "notify::collection",
                           G_CALLBACK (matches_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::matches",
                           G_CALLBACK (matches_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::filter",
                           G_CALLBACK (matches_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::event",
                           G_CALLBACK (event_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * psg_event_list_model_get_row:
 * @self: a list
 * @position: a position
 *
 * Returns: the row of the event table that is listed there, or %PSG_ROW_NONE
 */
guint
psg_event_list_model_get_row (PsgEventListModel *self,
                              guint              position)
{
  g_return_val_if_fail (PSG_IS_EVENT_LIST_MODEL (self), PSG_ROW_NONE);

  return position < self->n ? select_row (self, position) : PSG_ROW_NONE;
}

/**
 * psg_event_list_model_count_before:
 * @self: a list
 * @row: a row of the event table, listed or not
 *
 * Returns: how many of the rows before it are listed: the position that it has or would have
 */
guint
psg_event_list_model_count_before (PsgEventListModel *self,
                                   guint              row)
{
  const guint64 *words;
  guint block = row / ROWS_PER_BLOCK, word = row / 64;
  guint rank;

  g_return_val_if_fail (PSG_IS_EVENT_LIST_MODEL (self), 0);

  if (row >= psg_row_set_get_n_rows (self->matches))
    return self->n;

  words = psg_row_set_get_words (self->matches);
  rank = g_array_index (self->ranks, guint, block);
  rank += count_words (words + block * WORDS_PER_BLOCK, word - block * WORDS_PER_BLOCK);

  return rank + __builtin_popcountll (words[word] & ((G_GUINT64_CONSTANT (1) << (row % 64)) - 1));
}

/**
 * psg_event_list_model_find:
 * @self: a list
 * @row: a row of the event table
 *
 * Returns: its position in the list, or %GTK_INVALID_LIST_POSITION
 */
guint
psg_event_list_model_find (PsgEventListModel *self,
                           guint              row)
{
  g_return_val_if_fail (PSG_IS_EVENT_LIST_MODEL (self), GTK_INVALID_LIST_POSITION);

  if (row == PSG_ROW_NONE || !psg_row_set_contains (self->matches, row))
    return GTK_INVALID_LIST_POSITION;

  return psg_event_list_model_count_before (self, row);
}

/**
 * psg_event_list_model_get_selected:
 *
 * Returns: the chosen event's position, or %GTK_INVALID_LIST_POSITION
 */
guint
psg_event_list_model_get_selected (PsgEventListModel *self)
{
  g_return_val_if_fail (PSG_IS_EVENT_LIST_MODEL (self), GTK_INVALID_LIST_POSITION);

  return self->selected != PSG_ROW_NONE ? psg_event_list_model_find (self, self->selected)
                                        : GTK_INVALID_LIST_POSITION;
}

/**
 * psg_event_list_model_find_notes:
 * @self: a model
 * @position: a place in the list
 *
 * Returns: (transfer none) (nullable) (element-type PsgNoteMark): as psg_session_find_event_notes() gives them
 */
GPtrArray *
psg_event_list_model_find_notes (PsgEventListModel *self,
                                 guint              position)
{
  g_return_val_if_fail (PSG_IS_EVENT_LIST_MODEL (self), NULL);

  return position < self->n ? psg_session_find_event_notes (self->session, select_row (self, position)) : NULL;
}
