/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-markdown.h"
#include "psg-markdown-table.h"

#include <stdint.h>
#include <string.h>

/* For libFuzzer: whatever a text is, its blocks and runs lie within its plain text, in
 * order. Build with clang -fsanitize=fuzzer,address; documents are good seeds. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check (const PsgMarkdown *markdown)
{
  guint at = 0;

  g_assert (g_utf8_strlen (markdown->text, -1) == (glong) markdown->n_chars);

  for (guint i = 0; i < markdown->blocks->len; i++)
    {
      const PsgBlock *block = &g_array_index (markdown->blocks, PsgBlock, i);

      g_assert (block->start >= at && block->end >= block->start && block->end <= markdown->n_chars);
      g_assert (block->kind != PSG_BLOCK_CELL ||
                (block->number > 0 && block->column < PSG_MARKDOWN_MAX_COLUMNS && block->align <= PSG_ALIGN_END));
      at = block->end;
    }

  at = 0;
  for (guint i = 0; i < markdown->runs->len; i++)
    {
      const PsgRun *run = &g_array_index (markdown->runs, PsgRun, i);

      g_assert (run->start >= at && run->end >= run->start && run->end <= markdown->n_chars);
      at = run->start;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (PsgMarkdown) markdown = psg_markdown_parse (valid, strlen (valid));

  check (markdown);

  return 0;
}
