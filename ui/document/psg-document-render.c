/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-document-render.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "psg-document-tags.h"
#include "psg-link.h"

/*
 * From a document to a text buffer: one pass over the blocks puts the text in, with bullets and
 * citation marks between; then runs and passages are laid over it through the map. The text is
 * never parsed, only set.
 */

typedef struct
{
  const PsgDocument *document;
  PsgCollection *collection;
  GtkTextBuffer *buffer;
  GtkTextTagTable *tags;
  PsgRendering *result;
  GHashTable *numbers; /* source id → number */

  const char *cursor; /* in the document's text */
  guint position;     /* of the cursor, in code points */
  guint run;          /* the next run not looked at for citations */
  guint image;        /* the next run not looked at for images */
  guint row;          /* where the row of a table that was begun last begins */
} Render;

static guint
get_offset (Render *render)
{
  return gtk_text_buffer_get_char_count (render->buffer);
}

static void
insert (Render     *render,
        const char *text,
        gssize      length)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (render->buffer, &end);
  gtk_text_buffer_insert (render->buffer, &end, text, length);
}

static void
apply (Render     *render,
       GtkTextTag *tag,
       guint       start,
       guint       end)
{
  GtkTextIter first, last;

  if (start >= end)
    return;

  gtk_text_buffer_get_iter_at_offset (render->buffer, &first, start);
  gtk_text_buffer_get_iter_at_offset (render->buffer, &last, end);
  gtk_text_buffer_apply_tag (render->buffer, tag, &first, &last);
}

static void
apply_name (Render     *render,
            const char *name,
            guint       start,
            guint       end)
{
  apply (render, gtk_text_tag_table_lookup (render->tags, name), start, end);
}

static void
add_stretch (GArray *array,
             guint   start,
             guint   end,
             guint   level)
{
  const PsgStretch stretch = { start, end, level };

  g_array_append_val (array, stretch);
}

static void
insert_text_until (Render *render,
                   guint   position)
{
  const char *end;

  if (position <= render->position)
    return;

  end = g_utf8_offset_to_pointer (render->cursor, position - render->position);
  psg_text_map_add (render->result->map, render->position, get_offset (render), position - render->position);
  insert (render, render->cursor, end - render->cursor);
  render->cursor = end;
  render->position = position;
}

static guint
number_source (Render     *render,
               const char *id)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (render->numbers, id));

  if (number != 0)
    return number;

  g_ptr_array_add (render->result->cited, g_strdup (id));
  number = render->result->cited->len;
  g_hash_table_insert (render->numbers, g_strdup (id), GUINT_TO_POINTER (number));

  return number;
}

/* "Publisher, “Title”, 26 September 2024" */
static char *
describe_source (PsgCollection *collection,
                 const char    *id)
{
  g_autoptr (PsgSource) source = psg_collection_load_source (collection, id, NULL);
  g_autofree char *date = NULL;

  if (source == NULL)
    return g_strdup (id);

  date = source->date != NULL ? psg_edtf_format_display (source->date) : NULL;

  /* Translators: a source: its publisher, title, and a comma and date or nothing */
  return g_strdup_printf (_("%s, “%s”%s%s"), source->publisher, source->title,
                          date != NULL ? ", " : "", date != NULL ? date : "");
}

static void
insert_citation (Render     *render,
                 const char *source)
{
  guint start = get_offset (render);
  g_autofree char *mark = g_strdup_printf ("[%u]", number_source (render, source));

  insert (render, mark, -1);
  apply_name (render, PSG_TAG_CITATION, start, get_offset (render));
  psg_spot_array_add (render->result->spots, PSG_SPOT_CITATION, start, get_offset (render),
                      source, describe_source (render->collection, source));
}

static void
insert_block_text (Render         *render,
                   const PsgBlock *block)
{
  const GArray *runs = render->document->runs;

  /* Blocks are joined by a line feed, which the buffer has of its own. */
  render->cursor = g_utf8_offset_to_pointer (render->cursor, block->start - render->position);
  render->position = block->start;

  for (; render->run < runs->len; render->run++)
    {
      const PsgRun *run = &g_array_index (runs, PsgRun, render->run);

      if (run->start > block->end)
        break;
      if (run->kind != PSG_RUN_CITATION || run->start < block->start)
        continue;

      insert_text_until (render, run->start);
      insert_citation (render, run->target);
    }

  insert_text_until (render, block->end);
}

static void
insert_bullet (Render         *render,
               const PsgBlock *block)
{
  g_autofree char *number = NULL;

  if (block->number > 0)
    number = g_strdup_printf ("%u.\t", block->number);
  insert (render, number != NULL ? number : block->level > 1 ? "◦\t" : "•\t", -1);
}

/* Its lines are paragraphs of the buffer; the first and the last leave room for what surrounds them. */
static void
tag_code (Render         *render,
          const PsgBlock *block,
          guint           start,
          guint           end)
{
  GtkTextIter last;

  gtk_text_buffer_get_end_iter (render->buffer, &last);
  gtk_text_iter_set_line_offset (&last, 0);
  apply_name (render, PSG_TAG_CODE_BLOCK, start, end);
  apply_name (render, PSG_TAG_CODE_FIRST, start, start + 1);
  apply_name (render, PSG_TAG_CODE_LAST, (guint) gtk_text_iter_get_offset (&last), end);
  add_stretch (render->result->codes, start, end, block->quote * PSG_QUOTE_INDENT + block->list * PSG_LIST_INDENT);
}

static void
tag_block (Render         *render,
           const PsgBlock *block,
           guint           start)
{
  guint end = get_offset (render);

  if (block->kind == PSG_BLOCK_HEADING)
    {
      apply (render, psg_document_tags_get_heading (render->tags, block->level), start, end);
      add_stretch (render->result->headings, start, end, block->level);
    }
  else if (block->kind == PSG_BLOCK_CODE)
    tag_code (render, block, start, end);
  else
    apply_name (render, PSG_TAG_TEXT, start, end);

  if (block->quote > 0)
    add_stretch (render->result->quotes, start, end, block->quote);
  if (block->quote > 0 || block->list > 0)
    apply (render,
           psg_document_tags_get_indent (render->tags, block->quote, block->list,
                                         block->kind == PSG_BLOCK_LIST_ITEM),
           start, end);
}

static const PsgRun *
next_image (Render *render)
{
  const GArray *runs = render->document->runs;

  while (render->image < runs->len)
    {
      const PsgRun *run = &g_array_index (runs, PsgRun, render->image++);

      if (run->kind == PSG_RUN_IMAGE)
        return run;
    }

  return NULL;
}

/* A place for it, which is no character of the document's. */
static void
insert_image (Render *render)
{
  const PsgRun *run = next_image (render);
  PsgImagePlace image;
  GtkTextIter end;

  if (run == NULL)
    return;

  gtk_text_buffer_get_end_iter (render->buffer, &end);
  image.anchor = g_object_ref (gtk_text_buffer_create_child_anchor (render->buffer, &end));
  image.name = g_strdup (run->target);
  image.label = g_strdup (run->label);
  g_array_append_val (render->result->images, image);
}

static gboolean
is_in_table (const PsgBlock *block,
             const PsgBlock *other)
{
  return other != NULL && other->kind == PSG_BLOCK_CELL && other->number == block->number;
}

/* A tab for each column, also for those whose cells are empty. */
static void
begin_cell (Render         *render,
            const PsgBlock *block,
            const PsgBlock *before)
{
  gboolean goes_on = is_in_table (block, before) && before->row == block->row;
  int n = goes_on ? block->column - before->column : block->column + 1;

  if (!goes_on)
    {
      if (get_offset (render) > 0)
        insert (render, "\n", 1);
      render->row = get_offset (render);
    }
  for (int i = 0; i < n; i++)
    insert (render, "\t", 1);
}

static void
render_cell (Render         *render,
             const PsgBlock *block,
             const PsgBlock *before,
             const PsgBlock *after)
{
  PsgTableCell cell = { block->number, block->row, block->column, block->align, 0, 0, 0 };

  begin_cell (render, block, before);
  cell.line = render->row;
  cell.start = get_offset (render);
  insert_block_text (render, block);
  cell.end = get_offset (render);
  g_array_append_val (render->result->cells, cell);

  apply_name (render, PSG_TAG_ROW, render->row, cell.end);
  apply (render, psg_document_tags_get_table (render->tags, block->number), render->row, cell.end);
  if (block->row == 0)
    apply_name (render, PSG_TAG_HEADER, cell.start, cell.end);
  if (!is_in_table (block, after))
    apply_name (render, PSG_TAG_LAST_ROW, render->row, cell.end);
}

static void
render_block (Render         *render,
              const PsgBlock *block)
{
  guint start;

  if (get_offset (render) > 0)
    insert (render, "\n", 1);

  start = get_offset (render);
  if (block->kind == PSG_BLOCK_LIST_ITEM)
    insert_bullet (render, block);

  if (block->kind == PSG_BLOCK_RULE)
    insert (render, "⁂", -1);
  else if (block->kind == PSG_BLOCK_IMAGE)
    insert_image (render);
  else
    insert_block_text (render, block);

  tag_block (render, block, start);
}

static char *
describe_link (Render     *render,
               const char *target)
{
  PsgEventTable *events;
  guint row;

  if (render->collection == NULL && !psg_link_is_external (target))
    return NULL;
  if (!g_str_has_prefix (target, "event:"))
    return psg_link_dup_shown (target);

  events = psg_collection_get_events (render->collection);
  row = psg_event_table_find (events, target + strlen ("event:"));

  return g_strdup (row != PSG_ROW_NONE ? psg_event_table_get_title (events, row) : target);
}

static void
tag_run (Render       *render,
         const PsgRun *run)
{
  static const char *const names[] = {
    [PSG_RUN_EMPHASIS] = PSG_TAG_EMPHASIS,
    [PSG_RUN_STRONG] = PSG_TAG_STRONG,
    [PSG_RUN_CODE] = PSG_TAG_CODE,
    [PSG_RUN_LINK] = PSG_TAG_LINK,
  };
  guint start, end;

  if (run->kind == PSG_RUN_CITATION || run->kind == PSG_RUN_IMAGE || run->start >= run->end)
    return;

  start = psg_text_map_to_offset (render->result->map, run->start);
  end = psg_text_map_to_end_offset (render->result->map, run->end);
  apply_name (render, names[run->kind], start, end);
  if (run->kind == PSG_RUN_LINK)
    psg_spot_array_add (render->result->spots, PSG_SPOT_LINK, start, end,
                        run->target, describe_link (render, run->target));
}

static void
append_titles (Render  *render,
               GString *text,
               GStrv    ids,
               gboolean crossings)
{
  PsgEventTable *events = psg_collection_get_events (render->collection);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const PsgCrossing *crossing = NULL;
      guint row = PSG_ROW_NONE;

      if (crossings)
        crossing = psg_collection_find_crossing (render->collection, ids[i]);
      else
        row = psg_event_table_find (events, ids[i]);

      if (crossing != NULL)
        g_string_append_printf (text, "\n• %s", psg_text_get (crossing->name));
      if (row != PSG_ROW_NONE)
        g_string_append_printf (text, "\n• %s", psg_event_table_get_title (events, row));
    }
}

static char *
describe_passage (Render           *render,
                  const PsgPassage *passage)
{
  GString *text = g_string_new (_("This passage concerns:"));

  append_titles (render, text, passage->events, FALSE);
  append_titles (render, text, passage->crossings, TRUE);
  if (passage->note != NULL)
    g_string_append_printf (text, "\n%s", psg_text_get (passage->note));

  return g_string_free (text, FALSE);
}

static void
tag_passage (Render           *render,
             const PsgPassage *passage)
{
  guint start = psg_text_map_to_offset (render->result->map, passage->anchor->start);
  guint end = psg_text_map_to_end_offset (render->result->map, passage->anchor->end);

  apply_name (render, PSG_TAG_PASSAGE, start, end);
  psg_spot_array_add (render->result->spots, PSG_SPOT_PASSAGE, start, end,
                      passage->id, describe_passage (render, passage));
}

static void
insert_source (Render *render,
               guint   index)
{
  const char *id = g_ptr_array_index (render->result->cited, index);
  g_autofree char *number = g_strdup_printf ("\n%u.\t", index + 1);
  g_autofree char *text = describe_source (render->collection, id);
  guint line = get_offset (render) + 1;
  guint start;

  insert (render, number, -1);
  start = get_offset (render);
  insert (render, text, -1);
  apply_name (render, PSG_TAG_TEXT, line, get_offset (render));
  apply_name (render, PSG_TAG_SOURCE, line, get_offset (render));
  apply (render, psg_document_tags_get_indent (render->tags, 0, 1, TRUE), line, get_offset (render));
  psg_spot_array_add (render->result->spots, PSG_SPOT_SOURCE, start, get_offset (render),
                      id, g_strdup (_("Open source page")));
}

static void
insert_sources (Render *render)
{
  guint start;

  if (render->result->cited->len == 0)
    return;

  insert (render, "\n", 1);
  start = get_offset (render);
  insert (render, _("Sources"), -1);
  apply (render, psg_document_tags_get_heading (render->tags, 2), start, get_offset (render));
  add_stretch (render->result->headings, start, get_offset (render), 2);

  for (guint i = 0; i < render->result->cited->len; i++)
    insert_source (render, i);
}

static void
clear_image (gpointer data)
{
  PsgImagePlace *image = data;

  g_object_unref (image->anchor);
  g_free (image->name);
  g_free (image->label);
}

static PsgRendering *
rendering_new (void)
{
  PsgRendering *self = g_new0 (PsgRendering, 1);

  self->map = psg_text_map_new ();
  self->spots = psg_spot_array_new ();
  self->quotes = g_array_new (FALSE, FALSE, sizeof (PsgStretch));
  self->codes = g_array_new (FALSE, FALSE, sizeof (PsgStretch));
  self->headings = g_array_new (FALSE, FALSE, sizeof (PsgStretch));
  self->cells = g_array_new (FALSE, FALSE, sizeof (PsgTableCell));
  self->images = g_array_new (FALSE, FALSE, sizeof (PsgImagePlace));
  g_array_set_clear_func (self->images, clear_image);
  self->cited = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
psg_rendering_free (PsgRendering *self)
{
  psg_text_map_free (self->map);
  g_array_unref (self->spots);
  g_array_unref (self->quotes);
  g_array_unref (self->codes);
  g_array_unref (self->headings);
  g_array_unref (self->cells);
  g_array_unref (self->images);
  g_ptr_array_unref (self->cited);
  g_free (self);
}

/**
 * psg_document_render:
 * @document: a document with its text
 * @collection: (nullable): where its sources are; %NULL if it has none, and no passages
 * @buffer: an empty buffer with the tags of psg_document_tags_create()
 *
 * Returns: (transfer full): where everything went
 */
PsgRendering *
psg_document_render (const PsgDocument *document,
                     PsgCollection     *collection,
                     GtkTextBuffer     *buffer)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Render render = {
    .document = document,
    .collection = collection,
    .buffer = buffer,
    .tags = gtk_text_buffer_get_tag_table (buffer),
    .result = rendering_new (),
    .numbers = numbers,
    .cursor = document->text,
  };

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const PsgBlock *block = &g_array_index (document->blocks, PsgBlock, i);

      if (block->kind == PSG_BLOCK_CELL)
        render_cell (&render, block, i > 0 ? block - 1 : NULL, i + 1 < document->blocks->len ? block + 1 : NULL);
      else
        render_block (&render, block);
    }

  for (guint i = 0; i < document->runs->len; i++)
    tag_run (&render, &g_array_index (document->runs, PsgRun, i));

  for (guint i = 0; document->passages != NULL && i < document->passages->len; i++)
    tag_passage (&render, g_ptr_array_index (document->passages, i));

  insert_sources (&render);
  psg_spot_array_sort (render.result->spots);

  return render.result;
}
