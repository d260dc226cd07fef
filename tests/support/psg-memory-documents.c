/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-memory-data.h"

#include <string.h>

/* The memory collection's documents. Positions are found by looking for the
 * words, as an author would, so that no number here can be wrong. */

typedef struct
{
  PsgBlockKind kind;
  guint8 level;
  const char *text;
} BlockLiteral;

typedef struct
{
  PsgRunKind kind;
  const char *words;
  const char *target;
} RunLiteral;

typedef struct
{
  const char *id;
  const char *words;
  const char *events[3];
  const char *crossings[2];
  const char *claims[2];
} PassageLiteral;

/* Beyond ASCII on purpose: positions count code points, not bytes. */
static const BlockLiteral charter_blocks[] = {
  { PSG_BLOCK_HEADING, 1, "The charter of the valley" },
  { PSG_BLOCK_PARAGRAPH, 0, "Both banks – Ąžuolas and Ёлка – keep the roads open by day, and the bridge by night." },
  { PSG_BLOCK_HEADING, 2, "Of tolls" },
  { PSG_BLOCK_LIST_ITEM, 1, "A cart pays one coin at the stone bridge." },
  { PSG_BLOCK_LIST_ITEM, 1, "A market cart pays none." },
  { PSG_BLOCK_RULE, 0, "" },
  { PSG_BLOCK_PARAGRAPH, 0, "Forty carts a day were counted in the first year, says the miller." },
};

static const RunLiteral charter_runs[] = {
  { PSG_RUN_STRONG, "keep the roads open", NULL },
  { PSG_RUN_EMPHASIS, "one coin", NULL },
  { PSG_RUN_LINK, "stone bridge", "crossing:bridge" },
  { PSG_RUN_CITATION, "Forty carts a day", "gazette" },
};

static const PassageLiteral charter_passages[] = {
  { "charter-peace", "keep the roads open by day", { "treaty", "market" }, { NULL }, { NULL } },
  { "charter-toll", "one coin at the stone bridge", { NULL }, { "bridge" }, { NULL } },
  { "charter-count", "Forty carts a day", { NULL }, { NULL }, { "claim-peace" } },
};

static const BlockLiteral chronicle_blocks[] = {
  { PSG_BLOCK_HEADING, 1, "A chronicle of the quarrel" },
  { PSG_BLOCK_PARAGRAPH, 0, "In February the pass was closed. In March the drivers went on strike." },
  { PSG_BLOCK_PARAGRAPH, 0, "Read the charter for how it was before." },
};

static const RunLiteral chronicle_runs[] = {
  { PSG_RUN_LINK, "the charter", "document:charter#charter-peace" },
};

static const PassageLiteral chronicle_passages[] = {
  { "chronicle-closed", "the pass was closed", { "closure" }, { "pass" }, { "claim-began" } },
  { "chronicle-strike", "the drivers went on strike", { "strike" }, { NULL }, { NULL } },
  { "chronicle-before", "how it was before", { "treaty" }, { NULL }, { NULL } },
};

static void
add_block (PsgDocument        *document,
           GString            *plain,
           const BlockLiteral *literal)
{
  PsgBlock block = { .kind = literal->kind, .level = literal->level };

  if (document->blocks->len > 0)
    g_string_append_c (plain, '\n');

  block.list = literal->kind == PSG_BLOCK_LIST_ITEM ? literal->level : 0;
  block.start = g_utf8_strlen (plain->str, -1);
  g_string_append (plain, literal->text);
  block.end = g_utf8_strlen (plain->str, -1);
  g_array_append_val (document->blocks, block);
}

static void
find_words (const char *text,
            const char *words,
            guint      *start,
            guint      *end)
{
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  *start = g_utf8_pointer_to_offset (text, found);
  *end = *start + g_utf8_strlen (words, -1);
}

/* A citation stands behind the words and has none of its own. */
static void
add_run (PsgDocument      *document,
         const RunLiteral *literal)
{
  PsgRun run = { .kind = literal->kind, .target = g_strdup (literal->target) };

  find_words (document->text, literal->words, &run.start, &run.end);
  if (run.kind == PSG_RUN_CITATION)
    run.start = run.end;
  g_array_append_val (document->runs, run);
}

static GStrv
ids (const char *const *literal)
{
  return literal[0] != NULL ? g_strdupv ((GStrv) literal) : NULL;
}

static void
add_passage (PsgDocument          *document,
             const PassageLiteral *literal)
{
  g_autoptr (PsgAnchorText) text = psg_anchor_text_new (document->text);
  PsgPassage *passage = psg_passage_new ();
  guint start, end;

  passage->id = g_strdup (literal->id);
  passage->document = g_strdup (document->id);
  find_words (document->text, literal->words, &start, &end);
  passage->anchor = psg_anchor_new_for_range (text, start, end);
  passage->events = ids (literal->events);
  passage->crossings = ids (literal->crossings);
  passage->claims = ids (literal->claims);
  g_ptr_array_add (document->passages, passage);
}

static PsgDocument *
new_document (const char         *id,
              const char         *kind,
              const BlockLiteral *blocks,
              guint               n_blocks)
{
  PsgDocument *document = psg_document_new ();
  GString *plain = g_string_new (NULL);

  document->id = g_strdup (id);
  document->title = psg_text_new_single ("en", blocks[0].text);
  document->summary = psg_text_new_single ("en", "What is written down.");
  document->kind = g_strdup (kind);
  document->date = psg_memory_data_date ("2022-12-31");
  document->language = g_strdup ("en");
  document->blocks = psg_block_array_new ();
  document->runs = psg_run_array_new ();
  document->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_passage_unref);

  for (guint i = 0; i < n_blocks; i++)
    add_block (document, plain, &blocks[i]);
  document->text = g_string_free (plain, FALSE);

  return document;
}

static void
add_marks (PsgDocument          *document,
           const RunLiteral     *runs,
           guint                 n_runs,
           const PassageLiteral *passages,
           guint                 n_passages)
{
  for (guint i = 0; i < n_runs; i++)
    add_run (document, &runs[i]);
  for (guint i = 0; i < n_passages; i++)
    add_passage (document, &passages[i]);
  document->n_passages = n_passages;
}

GPtrArray *
psg_memory_data_documents (void)
{
  GPtrArray *array = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_document_unref);
  PsgDocument *charter = new_document ("charter", "reference", charter_blocks,
                                       G_N_ELEMENTS (charter_blocks));
  PsgDocument *chronicle = new_document ("chronicle", "background", chronicle_blocks,
                                         G_N_ELEMENTS (chronicle_blocks));

  add_marks (charter, charter_runs, G_N_ELEMENTS (charter_runs),
             charter_passages, G_N_ELEMENTS (charter_passages));
  add_marks (chronicle, chronicle_runs, G_N_ELEMENTS (chronicle_runs),
             chronicle_passages, G_N_ELEMENTS (chronicle_passages));
  g_ptr_array_add (array, charter);
  g_ptr_array_add (array, chronicle);

  return array;
}
