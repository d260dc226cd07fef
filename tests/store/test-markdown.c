/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-markdown.h"

#include <string.h>

/* Plain text, blocks and runs of documents, and what documents may not have. */

static PsgMarkdown *
parse (const char *source)
{
  return psg_markdown_parse (source, strlen (source));
}

static void
test_plain_text (void)
{
  static const struct
  {
    const char *source;
    const char *text;
  } cases[] = {
    { "", "" },
    { "# Title", "Title" },
    { "Title\n=====\n\nText", "Title\nText" },
    { "# Title #\n\nOne\ntwo   three  \nfour\n", "Title\nOne two three four" },
    { "A *b* **c** `d  e` [f](https://x.org) <https://y.org>", "A b c d e f https://y.org" },
    { "A.[^one][^two] B[^three].", "A. B." },
    { "A [^one] B", "A B" },
    { "[^one] A", "A" },
    { "A \\[no] b ] [x", "A [no] b ] [x" },
    { "`[^one]`", "[^one]" },
    { "- a\n- b\n\n  c\n- - d\n", "a\nb\nc\nd" },
    { "> a\n> b\n\nc", "a b\nc" },
    { "1. a\n2. b", "a\nb" },
    { "a\n\n---\n\nb", "a\nb" },
    { "    code\n    more", "code\nmore" },
    { "```\na\n  b\n```", "a\n  b" },
    { "```\r\na\r\n\r\n\tb  \r\n\r\n```\r\nc", "a\n\n\tb\nc" },
    { "a\n\n```\n  \n```\n\nb", "a\nb" },
    { "| a | b |\n|---|--:|\n| c | *d* |", "a\nb\nc\nd" },
    { "\\*a\\* &amp; &eacute;", "*a* & é" },
    { "a\xc2\xa0" "b", "a b" },
    { "one\r\ntwo\r\n\r\nthree", "one two\nthree" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsgMarkdown) markdown = parse (cases[i].source);

      g_test_message ("%s", cases[i].source);
      g_assert_cmpstr (markdown->text, ==, cases[i].text);
      g_assert_cmpuint (markdown->n_chars, ==, g_utf8_strlen (markdown->text, -1));
      g_assert_cmpuint (markdown->mistakes->len, ==, 0);
    }
}

static void
check_block (const PsgMarkdown *markdown,
             guint              index,
             PsgBlockKind       kind,
             guint              level,
             guint              number,
             const char        *text)
{
  const PsgBlock *block = &g_array_index (markdown->blocks, PsgBlock, index);
  g_autofree char *found = g_utf8_substring (markdown->text, block->start, block->end);

  g_assert_cmpuint (index, <, markdown->blocks->len);
  g_assert_cmpint (block->kind, ==, kind);
  g_assert_cmpuint (block->level, ==, level);
  g_assert_cmpuint (block->number, ==, number);
  g_assert_cmpstr (found, ==, text);
}

static void
test_blocks (void)
{
  g_autoptr (PsgMarkdown) markdown = parse ("# Šumskas\n\nText.\n\n3. three\n4. four\n\n   still four\n   - inner\n\n"
                                            "> quoted\n\n***\n\n```\ncode\n```\n");

  g_assert_cmpuint (markdown->blocks->len, ==, 9);
  check_block (markdown, 0, PSG_BLOCK_HEADING, 1, 0, "Šumskas");
  check_block (markdown, 1, PSG_BLOCK_PARAGRAPH, 0, 0, "Text.");
  check_block (markdown, 2, PSG_BLOCK_LIST_ITEM, 1, 3, "three");
  check_block (markdown, 3, PSG_BLOCK_LIST_ITEM, 1, 4, "four");
  check_block (markdown, 4, PSG_BLOCK_PARAGRAPH, 0, 0, "still four");
  check_block (markdown, 5, PSG_BLOCK_LIST_ITEM, 2, 0, "inner");
  check_block (markdown, 6, PSG_BLOCK_PARAGRAPH, 0, 0, "quoted");
  check_block (markdown, 7, PSG_BLOCK_RULE, 0, 0, "");
  check_block (markdown, 8, PSG_BLOCK_CODE, 0, 0, "code");
  g_assert_cmpuint (g_array_index (markdown->blocks, PsgBlock, 4).list, ==, 1);
  g_assert_cmpuint (g_array_index (markdown->blocks, PsgBlock, 5).list, ==, 2);
  g_assert_cmpuint (g_array_index (markdown->blocks, PsgBlock, 6).quote, ==, 1);
}

/* "0,0 a; 0,1> b" for a row and column, how it is aligned, and what it says. */
static char *
write_down_cells (const PsgMarkdown *markdown)
{
  static const char aligns[] = { ' ', '|', '>' };
  GString *cells = g_string_new (NULL);

  for (guint i = 0; i < markdown->blocks->len; i++)
    {
      const PsgBlock *block = &g_array_index (markdown->blocks, PsgBlock, i);
      g_autofree char *text = g_utf8_substring (markdown->text, block->start, block->end);

      if (cells->len > 0)
        g_string_append (cells, "; ");
      if (block->kind == PSG_BLOCK_CELL)
        g_string_append_printf (cells, "%u:%u,%u%c%s", block->number, block->row, block->column,
                                aligns[block->align], text);
      else
        g_string_append (cells, text);
    }

  return g_string_free (cells, FALSE);
}

static void
test_tables (void)
{
  static const struct { const char *source; const char *cells; } cases[] = {
    { "| a | b |\n|---|--:|\n| c | d |", "1:0,0 a; 1:0,1>b; 1:1,0 c; 1:1,1>d" },
    { "a | b\n:-: | -\nc", "1:0,0|a; 1:0,1 b; 1:1,0|c" },
    { "a|b\n-|-\n|c|d\ne|f|", "1:0,0 a; 1:0,1 b; 1:1,0 c; 1:1,1 d; 1:2,0 e; 1:2,1 f" },
    { "| a |\n| - |\n| b |\n\ntext", "1:0,0 a; 1:1,0 b; text" },
    { "text\n\n| a |\r\n| :-- |\r\n| b |\r\n\r\n| c |\r\n|:--|", "text; 1:0,0 a; 1:1,0 b; 2:0,0 c" },
    { "| a | |\n|--|--|\n| | b |\n| | |\n| c | d |", "1:0,0 a; 1:1,1 b; 1:3,0 c; 1:3,1 d" },
    { "| a\\|b | `c\\|d` |\n|-|-|", "1:0,0 a|b; 1:0,1 c|d" },
    { "| a\\\\| b |\n|-|-|", "1:0,0 a\\; 1:0,1 b" },
    { "| # a | - b |\n|-|-|\n| 1. c | > d |\n| ``` | --- |\n|     e | f\\ |",
      "1:0,0 # a; 1:0,1 - b; 1:1,0 1. c; 1:1,1 > d; 1:2,0 ```; 1:2,1 ---; 1:3,0 e; 1:3,1 f\\" },
    { "| [a]: b | *c* _d_ |\n|-|-|", "1:0,0 [a]: b; 1:0,1 c d" },
    { "| a |\n|-|\n| b |\n> quote", "1:0,0 a; 1:1,0 b; quote" },
    { "| a |\n|-|\n| b |\n# head", "1:0,0 a; 1:1,0 b; head" },
    /* No tables: */
    { "| a | b |\n|---|\n| c |", "| a | b | |---| | c |" },
    { "a | b\nc | d", "a | b c | d" },
    { "a\n---", "a" },
    { "| a |\n| -- - |", "| a | | -- - |" },
    { "text\n| a |\n|---|", "text | a | |---|" },
    { "> | a |\n> |---|", "| a | |---|" },
    { "- | a |\n  |---|", "| a | |---|" },
    { "```\n| a |\n|---|\n```", "| a |\n|---|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsgMarkdown) markdown = parse (cases[i].source);
      g_autofree char *cells = write_down_cells (markdown);

      g_test_message ("%s", cases[i].source);
      g_assert_cmpstr (cells, ==, cases[i].cells);
      g_assert_cmpuint (markdown->mistakes->len, ==, 0);
      g_assert_cmpuint (markdown->n_chars, ==, g_utf8_strlen (markdown->text, -1));
    }
}

static void
test_what_is_in_a_cell_is_known (void)
{
  g_autoptr (PsgMarkdown) markdown = parse ("# T\n\n| **a** | b[^s] |\n|---|---|\n| c | [d](event:x) `e` |\n"
                                            "| f | <b> | g |\n| h | ![i](j) |\n");
  static const struct { guint line; const char *message; } mistakes[] = {
    { 6, "a row of a table has more cells than its first row" },
    { 6, "HTML is not allowed in a document" },
    { 7, "images stand in paragraphs of their own" },
  };

  g_assert_cmpuint (markdown->runs->len, ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      PsgMarkdownMistake *mistake = &g_array_index (markdown->mistakes, PsgMarkdownMistake, i);

      g_assert_cmpuint (mistake->line, ==, mistakes[i].line);
      g_assert_cmpstr (mistake->message, ==, mistakes[i].message);
    }
  g_assert_cmpuint (markdown->mistakes->len, ==, G_N_ELEMENTS (mistakes));
}

static void
check_run (const PsgMarkdown *markdown,
           guint              index,
           PsgRunKind         kind,
           const char        *target,
           const char        *text,
           guint              line)
{
  const PsgRun *run = &g_array_index (markdown->runs, PsgRun, index);
  g_autofree char *found = g_utf8_substring (markdown->text, run->start, run->end);

  g_assert_cmpuint (index, <, markdown->runs->len);
  g_assert_cmpint (run->kind, ==, kind);
  g_assert_cmpstr (run->target, ==, target);
  g_assert_cmpstr (found, ==, text);
  g_assert_cmpuint (g_array_index (markdown->run_lines, guint, index), ==, line);
}

static void
test_runs (void)
{
  g_autoptr (PsgMarkdown) markdown = parse ("# Č\n\nA [*b* c](event:x) **d**.[^one][^two]\n`e` [^three]\n");

  g_assert_cmpstr (markdown->text, ==, "Č\nA b c d. e");
  g_assert_cmpuint (markdown->runs->len, ==, 7);
  check_run (markdown, 0, PSG_RUN_LINK, "event:x", "b c", 3);
  check_run (markdown, 1, PSG_RUN_EMPHASIS, NULL, "b", 3);
  check_run (markdown, 2, PSG_RUN_STRONG, NULL, "d", 3);
  check_run (markdown, 3, PSG_RUN_CITATION, "one", "", 3);
  check_run (markdown, 4, PSG_RUN_CITATION, "two", "", 3);
  check_run (markdown, 5, PSG_RUN_CODE, NULL, "e", 4);
  check_run (markdown, 6, PSG_RUN_CITATION, "three", "", 4);
  g_assert_cmpuint (g_array_index (markdown->runs, PsgRun, 3).start, ==, 10);
}

static void
test_mistakes_have_a_line (void)
{
  static const struct
  {
    const char *source;
    guint       line;
    const char *message;
  } cases[] = {
    { "a\n\n<div>x</div>\n", 3, "HTML" },
    { "a\nb <b>c</b>\n", 2, "HTML" },
    { "a\n\n<!-- remark -->\n", 3, "HTML" },
    { "a\n\n![b](c.png)\n", 3, "images" },
    { "[a](javascript:alert)\n", 1, "a link goes to" },
    { "[a](other.md)\n", 1, "a link goes to" },
    { "[a](event:)\n", 1, "a link goes to" },
    { "[a](file:///etc/passwd)\n", 1, "a link goes to" },
    { "[a](data:text/html,<b>)\n", 1, "a link goes to" },
    { "[a](JAVASCRIPT:alert)\n", 1, "a link goes to" },
    { "[a](java&#10;script:alert)\n", 1, "a link goes to" },
    { "[a](//example.org)\n", 1, "a link goes to" },
    { "<javascript:alert>\n", 1, "a link goes to" },
    { "[a]\n\n[a]: vbscript:x\n", 1, "a link goes to" },
    { "[a](passages:valley/event/)\n", 1, "a link goes to" },
    { "[a](passages:valley/place/x)\n", 1, "a link goes to" },
    { "a\n\n![b](https://example.org/c.png)\n", 3, "images" },
    { "a\n\nb [^ c]\n", 3, "a citation is" },
    { "a [^]\n", 1, "a citation is" },
    { "a [^b\n", 1, "a citation is" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsgMarkdown) markdown = parse (cases[i].source);
      PsgMarkdownMistake *mistake = &g_array_index (markdown->mistakes, PsgMarkdownMistake, 0);

      g_test_message ("%s", cases[i].source);
      g_assert_cmpuint (markdown->mistakes->len, >=, 1);
      g_assert_cmpuint (mistake->line, ==, cases[i].line);
      g_assert_nonnull (strstr (mistake->message, cases[i].message));
      for (guint j = 0; j < markdown->runs->len; j++)
        g_assert_cmpint (g_array_index (markdown->runs, PsgRun, j).kind, !=, PSG_RUN_LINK);
    }
}

/* Texts made to keep a parser busy. */
static void
test_hostile_texts_end (void)
{
  static const struct
  {
    const char *before;
    const char *repeated;
    guint       times;
  } cases[] = {
    { "", "> ", 20000 },  { "", ">", 100000 },     { "", "- ", 20000 },     { "", "1. ", 20000 },  { "", "[", 50000 },
    { "", "![", 50000 },  { "", "*a ", 50000 },    { "", "**a _b ", 30000 }, { "", "`", 100000 },
    { "", "`a``b", 30000 },
    { "", "<", 100000 },  { "", "[a](", 50000 },   { "", "[^a]", 50000 },   { "", "&", 100000 },   { "", "\\", 100000 },
    { "", "a\n> ", 20000 }, { "", "* a\n", 50000 }, { "", "1. a\n", 50000 }, { "", "[a]: b\n", 50000 },
    { "a", "\t", 100000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) source = g_string_new (cases[i].before);
      g_autoptr (PsgMarkdown) markdown = NULL;

      g_test_message ("%s", cases[i].repeated);
      for (guint j = 0; j < cases[i].times; j++)
        g_string_append (source, cases[i].repeated);
      markdown = psg_markdown_parse (source->str, source->len);
      g_assert_nonnull (markdown->text);
    }
}

/* What would take long to read or to show is refused, and says why. */
static void
test_too_much_is_refused (void)
{
  static const struct
  {
    const char *repeated;
    guint       times;
    const char *message;
  } cases[] = {
    { "> ", 10000, "nested too deeply" },
    { ">", 10000, "nested too deeply" },
    { "- ", 10000, "nested too deeply" },
    { "1. ", 10000, "nested too deeply" },
    { "> - 1) ", 10000, "nested too deeply" },
    { "some words ", 50 * 1024 * 1024 / 11, "at most 4 MiB" },
    { "a\n\n", 50 * 1024 * 1024 / 3, "at most 4 MiB" },
    { "a\n\n", PSG_MARKDOWN_MAX_PARTS + 10, "at most 50000" },
    { "*a* ", PSG_MARKDOWN_MAX_PARTS + 10, "at most 50000" },
    { "a[^b]", PSG_MARKDOWN_MAX_PARTS * 2, "at most 50000" },
    { "![a](b) ", 5000, "images" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) source = g_string_new (NULL);
      g_autoptr (PsgMarkdown) markdown = NULL;

      for (guint j = 0; j < cases[i].times; j++)
        g_string_append (source, cases[i].repeated);
      markdown = psg_markdown_parse (source->str, source->len);

      g_assert_cmpuint (markdown->mistakes->len, >=, 1);
      g_assert_cmpuint (markdown->mistakes->len, <=, 1001);
      g_assert_nonnull (strstr (g_array_index (markdown->mistakes, PsgMarkdownMistake, 0).message, cases[i].message));
    }
}

/* Deeper by a step a line, which no single line gives away. */
static void
test_lists_nested_line_by_line_are_refused (void)
{
  g_autoptr (GString) source = g_string_new (NULL);
  g_autoptr (PsgMarkdown) markdown = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (source, "%*s- a\n", (int) i * 2, "");
  markdown = psg_markdown_parse (source->str, source->len);

  g_assert_cmpuint (markdown->mistakes->len, >=, 1);
  g_assert_nonnull (strstr (g_array_index (markdown->mistakes, PsgMarkdownMistake, 0).message, "nested too deeply"));
}

static void
test_links_into_collections_are_kept (void)
{
  g_autoptr (PsgMarkdown) markdown = parse ("[a](passages:valley/event/treaty?v=1#t=2020-01-15)\n");

  g_assert_cmpuint (markdown->mistakes->len, ==, 0);
  check_run (markdown, 0, PSG_RUN_LINK, "passages:valley/event/treaty?v=1#t=2020-01-15", "a", 1);
}

static void
test_nested_lists_are_limited (void)
{
  g_autoptr (GString) source = g_string_new (NULL);
  g_autoptr (PsgMarkdown) markdown = NULL;

  for (guint i = 0; i < 300; i++)
    {
      for (guint j = 0; j < i; j++)
        g_string_append (source, "  ");
      g_string_append (source, "- a\n");
    }

  markdown = psg_markdown_parse (source->str, source->len);
  g_assert_cmpuint (markdown->mistakes->len, >, 0);
}

/* Whatever the text: blocks and runs lie within it and in order. */
static void
check_invariants (const PsgMarkdown *markdown)
{
  guint end = 0, start = 0;

  g_assert_true (g_utf8_validate (markdown->text, -1, NULL));
  g_assert_cmpuint (markdown->n_chars, ==, g_utf8_strlen (markdown->text, -1));
  g_assert_cmpuint (markdown->runs->len, ==, markdown->run_lines->len);

  for (guint i = 0; i < markdown->blocks->len; i++)
    {
      const PsgBlock *block = &g_array_index (markdown->blocks, PsgBlock, i);

      g_assert_cmpuint (block->start, >=, end);
      g_assert_cmpuint (block->end, >=, block->start);
      g_assert_cmpuint (block->end, <=, markdown->n_chars);
      end = block->end;
    }

  for (guint i = 0; i < markdown->runs->len; i++)
    {
      const PsgRun *run = &g_array_index (markdown->runs, PsgRun, i);

      g_assert_cmpuint (run->start, >=, start);
      g_assert_cmpuint (run->end, >=, run->start);
      g_assert_cmpuint (run->end, <=, markdown->n_chars);
      start = run->start;
    }
}

static void
test_random_texts_keep_order (void)
{
  static const char *const pieces[] = {
    "a", "Š", " ", "  ", "\n", "\n\n", "# ", "- ", "1. ", "> ", "*", "**", "_", "`", "```\n", "[",
    "](event:x)", "](", ")",
    "[^s]", "[^s] ", "<b>", "![", "\\", "&amp;", "---\n", "    ", "\t", "🛂", "|", "===\n",
  };

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) source = g_string_new (NULL);
      g_autoptr (PsgMarkdown) markdown = NULL;
      guint n = g_test_rand_int_range (0, 60);

      for (guint j = 0; j < n; j++)
        g_string_append (source, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      markdown = psg_markdown_parse (source->str, source->len);
      check_invariants (markdown);
    }
}

/* As the app shows it: what leads to another page leads to a document. */
static void
test_the_guide_can_be_shown (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "docs", NULL);
  g_autoptr (GRegex) link = g_regex_new ("\\]\\(([A-Za-z-]+)\\.md\\)", 0, 0, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *shown = NULL;
      g_autoptr (PsgMarkdown) parsed = NULL;

      if (!g_str_has_suffix (name, ".md"))
        continue;
      g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
      shown = g_regex_replace (link, text, -1, 0, "](document:\\1)", 0, NULL);
      parsed = parse (shown);
      for (guint i = 0; i < parsed->mistakes->len; i++)
        g_error ("%s: %s", name, g_array_index (parsed->mistakes, PsgMarkdownMistake, i).message);
      n++;
    }
  g_assert_cmpuint (n, ==, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/markdown/plain-text", test_plain_text);
  g_test_add_func ("/store/markdown/blocks", test_blocks);
  g_test_add_func ("/store/markdown/tables", test_tables);
  g_test_add_func ("/store/markdown/what-is-in-a-cell-is-known", test_what_is_in_a_cell_is_known);
  g_test_add_func ("/store/markdown/runs", test_runs);
  g_test_add_func ("/store/markdown/mistakes-have-a-line", test_mistakes_have_a_line);
  g_test_add_func ("/store/markdown/hostile-texts-end", test_hostile_texts_end);
  g_test_add_func ("/store/markdown/nested-lists-are-limited", test_nested_lists_are_limited);
  g_test_add_func ("/store/markdown/too-much-is-refused", test_too_much_is_refused);
  g_test_add_func ("/store/markdown/lists-nested-line-by-line-are-refused", test_lists_nested_line_by_line_are_refused);
  g_test_add_func ("/store/markdown/links-into-collections-are-kept", test_links_into_collections_are_kept);
  g_test_add_func ("/store/markdown/the-guide-can-be-shown", test_the_guide_can_be_shown);
  g_test_add_func ("/store/markdown/random-texts-keep-order", test_random_texts_keep_order);

  return g_test_run ();
}
