/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-list-model.h"

/* A list of notes that is read as far as it is looked at. Items stand for places: when notes change, the places
 * that are looked at are given what stands there now. */

/* How many notes are read at a time. */
#define PAGE 100
/* How many such pages are kept, beside what items have: for rows that come into sight one by one. */
#define KEPT_PAGES 8

struct _PsgNoteListModel
{
  GObject parent_instance;

  PsgNotes *notes; /* (nullable) */
  PsgNoteFilter *filter;
  GHashTable *items; /* position → PsgNoteItem, weak */
  GHashTable *pages; /* number → GPtrArray of PsgNote, or NULL while it is asked for, since anything changed */
  GQueue kept; /* numbers of those that are there, the oldest first */
  GCancellable *asking;
  guint n;
  gboolean counted;
};

enum
{
  COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void psg_note_list_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgNoteListModel, psg_note_list_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, psg_note_list_model_list_model_init))

/* A question and where its answer goes. */
typedef struct
{
  PsgNoteListModel *model; /* owned */
  GCancellable *cancellable; /* owned */
  guint page;
} Question;

static void
free_question (Question *self)
{
  g_object_unref (self->model);
  g_object_unref (self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, free_question)

static Question *
new_question (PsgNoteListModel *self,
              guint             page)
{
  Question *question = g_new0 (Question, 1);

  question->model = g_object_ref (self);
  question->cancellable = g_object_ref (self->asking);
  question->page = page;

  return question;
}

static gboolean
is_item (gpointer position,
         gpointer item,
         gpointer gone)
{
  return item == gone;
}

/* There are few more of them than rows in sight. */
static void
item_gone_cb (gpointer data,
              GObject *gone)
{
  g_hash_table_foreach_remove (PSG_NOTE_LIST_MODEL (data)->items, is_item, gone);
}

static void
forget_items (PsgNoteListModel *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_object_weak_unref (item, item_gone_cb, self);
  g_hash_table_remove_all (self->items);
}

static void
free_page (gpointer page)
{
  if (page != NULL)
    g_ptr_array_unref (page);
}

static void
forget_pages (PsgNoteListModel *self)
{
  g_hash_table_remove_all (self->pages);
  g_queue_clear (&self->kept);
}

static void
keep_page (PsgNoteListModel *self,
           guint             page,
           GPtrArray        *notes)
{
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (page), g_ptr_array_ref (notes));
  g_queue_push_tail (&self->kept, GUINT_TO_POINTER (page));
  if (self->kept.length > KEPT_PAGES)
    g_hash_table_remove (self->pages, g_queue_pop_head (&self->kept));
}

static void
page_listed_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (GPtrArray) notes = psg_note_store_list_finish (PSG_NOTE_STORE (object), result, NULL);
  PsgNoteListModel *self = question->model;

  if (notes == NULL || question->cancellable != self->asking)
    return;

  keep_page (self, question->page, notes);
  for (guint i = 0; i < notes->len; i++)
    {
      PsgNoteItem *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (question->page * PAGE + i));

      if (item != NULL)
        psg_note_item_set (item, g_ptr_array_index (notes, i));
    }
}

static void
ask_page_cb (PsgNoteStore *store,
             gpointer      data)
{
  Question *question = data;
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_copy (question->model->filter);

  filter->offset = question->page * PAGE;
  filter->limit = PAGE;
  psg_note_store_list_async (store, filter, question->cancellable, page_listed_cb, question);
}

static void
ask_page (PsgNoteListModel *self,
          guint             page)
{
  if (self->notes == NULL || g_hash_table_contains (self->pages, GUINT_TO_POINTER (page)))
    return;

  g_hash_table_insert (self->pages, GUINT_TO_POINTER (page), NULL);
  psg_notes_ask (self->notes, ask_page_cb, new_question (self, page));
}

/* Gives an item its note, now or once it has been read. */
static void
fill_item (PsgNoteListModel *self,
           PsgNoteItem      *item,
           guint             position)
{
  GPtrArray *notes = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (position / PAGE));

  if (notes == NULL)
    ask_page (self, position / PAGE);
  else if (position % PAGE < notes->len)
    psg_note_item_set (item, g_ptr_array_index (notes, position % PAGE));
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  gssize n = psg_note_store_count_finish (PSG_NOTE_STORE (object), result, NULL);
  PsgNoteListModel *self = question->model;
  guint before = self->n;
  GHashTableIter iter;
  gpointer position;

  if (n < 0 || question->cancellable != self->asking)
    return;

  self->counted = TRUE;
  self->n = (guint) n;
  if (self->n != before)
    {
      guint kept = MIN (before, self->n);

      g_list_model_items_changed (G_LIST_MODEL (self), kept, before - kept, self->n - kept);
    }
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &position, NULL))
    ask_page (self, GPOINTER_TO_UINT (position) / PAGE);
  g_signal_emit (self, signals[COUNTED], 0);
}

static void
ask_count_cb (PsgNoteStore *store,
              gpointer      data)
{
  Question *question = data;

  psg_note_store_count_async (store, question->model->filter, question->cancellable, counted_cb, question);
}

static void
refresh (PsgNoteListModel *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  forget_pages (self);
  if (self->notes != NULL)
    psg_notes_ask (self->notes, ask_count_cb, new_question (self, 0));
}

static GType
get_item_type (GListModel *model)
{
  return PSG_TYPE_NOTE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return PSG_NOTE_LIST_MODEL (model)->n;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  PsgNoteListModel *self = PSG_NOTE_LIST_MODEL (model);
  PsgNoteItem *item;

  if (position >= self->n)
    return NULL;

  item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (position));
  if (item != NULL)
    return g_object_ref (item);

  item = psg_note_item_new ();
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, self);
  g_hash_table_insert (self->items, GUINT_TO_POINTER (position), item);
  fill_item (self, item, position);

  return item;
}

static void
psg_note_list_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
psg_note_list_model_dispose (GObject *object)
{
  PsgNoteListModel *self = PSG_NOTE_LIST_MODEL (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (self->notes != NULL)
    g_signal_handlers_disconnect_by_data (self->notes, self);
  g_clear_object (&self->notes);
  forget_items (self);

  G_OBJECT_CLASS (psg_note_list_model_parent_class)->dispose (object);
}

static void
psg_note_list_model_finalize (GObject *object)
{
  PsgNoteListModel *self = PSG_NOTE_LIST_MODEL (object);

  psg_note_filter_free (self->filter);
  g_hash_table_unref (self->items);
  forget_pages (self);
  g_hash_table_unref (self->pages);

  G_OBJECT_CLASS (psg_note_list_model_parent_class)->finalize (object);
}

static void
psg_note_list_model_class_init (PsgNoteListModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_note_list_model_dispose;
  object_class->finalize = psg_note_list_model_finalize;

  signals[COUNTED] = g_signal_new ("counted", PSG_TYPE_NOTE_LIST_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
psg_note_list_model_init (PsgNoteListModel *self)
{
  self->filter = psg_note_filter_new ();
  self->items = g_hash_table_new (NULL, NULL);
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, free_page);
}

PsgNoteListModel *
psg_note_list_model_new (void)
{
  return g_object_new (PSG_TYPE_NOTE_LIST_MODEL, NULL);
}

/* @notes: (nullable) */
void
psg_note_list_model_set_notes (PsgNoteListModel *self,
                               PsgNotes         *notes)
{
  if (self->notes != NULL)
    g_signal_handlers_disconnect_by_data (self->notes, self);
  if (!g_set_object (&self->notes, notes))
    return;
  if (notes != NULL)
    g_signal_connect_object (notes, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/* @filter: its offset and limit are not looked at */
void
psg_note_list_model_set_filter (PsgNoteListModel    *self,
                                const PsgNoteFilter *filter)
{
  psg_note_filter_free (self->filter);
  self->filter = psg_note_filter_copy (filter);
  refresh (self);
}

/* (transfer none) */
const PsgNoteFilter *
psg_note_list_model_get_filter (PsgNoteListModel *self)
{
  return self->filter;
}

/* Whether the number of its items is that of its filter's notes, at least as they were a moment ago. */
gboolean
psg_note_list_model_is_counted (PsgNoteListModel *self)
{
  return self->counted;
}
