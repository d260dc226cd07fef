/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-markdown.h"

#include "psg-deep-link.h"
#include "psg-markdown-text.h"
#include "psg-schema.h"

#include <cmark.h>
#include <string.h>

/*
 * CommonMark as plain text with blocks and runs. What is not allowed in a
 * document (HTML, images, deep nesting, links elsewhere) is reported and left
 * out, never passed on. It does not know whether a source or event exists.
 */

/* How many markers of quotes and lists a line may begin with, before the parser
 * proper sees it. */
#define MAX_MARKERS 100

/* Whoever wrote a document has enough of a list of mistakes by then. */
#define MAX_MISTAKES 1000

static const char *const link_schemes[] = {
  "http://", "https://", "mailto:", "event:", "crossing:", "document:", "claim:", "source:",
};

typedef struct
{
  PsgMarkdownText text;
  GArray         *open_runs; /* guint: indices of runs, G_MAXUINT for a link that is left out */
  guint           quote;
  guint           list;
  gboolean        item_begins; /* the next paragraph is the first of its item */
  cmark_node     *item;
} Walk;

static void
add_mistake (Walk       *walk,
             guint       line,
             const char *message)
{
  PsgMarkdownMistake mistake = { MAX (line, 1), message };

  g_array_append_val (walk->text.out->mistakes, mistake);
}

/* The line of a node; inline nodes may not know theirs. */
static guint
line_of (cmark_node *node)
{
  while (node != NULL && cmark_node_get_start_line (node) <= 0)
    node = cmark_node_parent (node);

  return node != NULL ? cmark_node_get_start_line (node) : 1;
}

static gboolean
is_allowed_link (const char *target)
{
  g_autoptr (PsgDeepLink) link = psg_deep_link_is_one (target) ? psg_deep_link_parse (target, NULL) : NULL;

  if (link != NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (link_schemes); i++)
    if (g_str_has_prefix (target, link_schemes[i]) && target[strlen (link_schemes[i])] != '\0')
      return TRUE;

  return FALSE;
}

/* The length of `[^source-id]` at the start of @text, or 0. */
static gsize
match_citation (const char *text)
{
  gsize length;

  if (text[0] != '[' || text[1] != '^')
    return 0;

  length = strcspn (text + 2, "] \t\r\n[");

  return length > 0 && text[2 + length] == ']' ? length + 3 : 0;
}

static void
append_literal (Walk       *walk,
                const char *literal,
                guint       line)
{
  const char *run = literal;

  for (const char *at = literal; *at != '\0';)
    {
      gsize length = match_citation (at);

      /* What was meant as a source must not end up as words. */
      if (length == 0 && g_str_has_prefix (at, "[^"))
        add_mistake (walk, line, "a citation is [^source-id], without spaces");
      if (length == 0)
        {
          at++;
          continue;
        }

      psg_markdown_text_append (&walk->text, run, at - run);
      psg_markdown_text_cite (&walk->text, at + 2, length - 3, line);
      at += length;
      run = at;
    }

  psg_markdown_text_append (&walk->text, run, strlen (run));
}

static void
open_block (Walk         *walk,
            cmark_node   *node,
            PsgBlockKind  kind)
{
  PsgBlock block = { .kind = kind, .quote = MIN (walk->quote, 255), .list = MIN (walk->list, 255) };

  if (kind == PSG_BLOCK_HEADING)
    block.level = cmark_node_get_heading_level (node);

  if (kind == PSG_BLOCK_PARAGRAPH && walk->item_begins)
    {
      cmark_node *list = cmark_node_parent (walk->item);

      block.kind = PSG_BLOCK_LIST_ITEM;
      block.level = block.list;
      if (cmark_node_get_list_type (list) == CMARK_ORDERED_LIST)
          block.number = cmark_node_get_list_start (list) + GPOINTER_TO_UINT (cmark_node_get_user_data (list)) - 1;
    }

  walk->item_begins = FALSE;
  psg_markdown_text_begin_block (&walk->text, &block);
}

static void
check_depth (Walk       *walk,
             cmark_node *node)
{
  if (walk->quote == PSG_MARKDOWN_MAX_DEPTH + 1 || walk->list == PSG_MARKDOWN_MAX_DEPTH + 1)
    add_mistake (walk, line_of (node), "quotes and lists are nested too deeply");
}

/* A list counts its items in its user data. */
static void
enter_item (Walk       *walk,
            cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item);
  guint n = GPOINTER_TO_UINT (cmark_node_get_user_data (list));

  cmark_node_set_user_data (list, GUINT_TO_POINTER (n + 1));
  walk->item = item;
  walk->item_begins = TRUE;
}

static void
leave_item (Walk *walk)
{
  walk->item = NULL;
  walk->item_begins = FALSE;
}

/* A block that holds others, entered or left. Returns: whether it was one. */
static gboolean
walk_container (Walk       *walk,
                cmark_node *node,
                gboolean    entering)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
      walk->quote += entering ? 1 : -1;
      break;
    case CMARK_NODE_LIST:
      walk->list += entering ? 1 : -1;
      break;
    case CMARK_NODE_ITEM:
      if (entering)
        enter_item (walk, node);
      else
        leave_item (walk);
      break;
    case CMARK_NODE_DOCUMENT:
      break;
    default:
      return FALSE;
    }

  if (entering)
    check_depth (walk, node);

  return TRUE;
}

/* A block that holds text. Returns: whether it was one. */
static gboolean
walk_block (Walk       *walk,
            cmark_node *node,
            gboolean    entering)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
      if (entering)
        open_block (walk, node,
                    cmark_node_get_type (node) == CMARK_NODE_HEADING ? PSG_BLOCK_HEADING : PSG_BLOCK_PARAGRAPH);
      else
        psg_markdown_text_end_block (&walk->text);
      return TRUE;

    case CMARK_NODE_CODE_BLOCK:
      open_block (walk, node, PSG_BLOCK_CODE);
      psg_markdown_text_append (&walk->text, cmark_node_get_literal (node), strlen (cmark_node_get_literal (node)));
      psg_markdown_text_end_block (&walk->text);
      return TRUE;

    case CMARK_NODE_THEMATIC_BREAK:
      open_block (walk, node, PSG_BLOCK_RULE);
      psg_markdown_text_end_block (&walk->text);
      return TRUE;

    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_CUSTOM_BLOCK:
      add_mistake (walk, line_of (node), "HTML is not allowed in a document");
      return TRUE;

    default:
      return FALSE;
    }
}

static void
open_run (Walk       *walk,
          cmark_node *node,
          PsgRunKind  kind)
{
  const char *target = kind == PSG_RUN_LINK ? cmark_node_get_url (node) : NULL;
  guint run = G_MAXUINT;

  if (kind == PSG_RUN_LINK && !is_allowed_link (target))
    add_mistake (walk, line_of (node),
                 "a link goes to http, https, mailto, passages:, or to event:, crossing:, document:, claim: or source: "
                 "and an id");
  else
    run = psg_markdown_text_begin_run (&walk->text, kind, target, line_of (node));

  g_array_append_val (walk->open_runs, run);
}

static void
close_run (Walk *walk)
{
  guint run = g_array_index (walk->open_runs, guint, walk->open_runs->len - 1);

  g_array_set_size (walk->open_runs, walk->open_runs->len - 1);
  if (run != G_MAXUINT)
    psg_markdown_text_end_run (&walk->text, run);
}

static void
walk_span (Walk       *walk,
           cmark_node *node,
           PsgRunKind  kind,
           gboolean    entering)
{
  if (entering)
    open_run (walk, node, kind);
  else
    close_run (walk);
}

static void
walk_inline (Walk       *walk,
             cmark_node *node,
             gboolean    entering)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      append_literal (walk, cmark_node_get_literal (node), line_of (node));
      break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      psg_markdown_text_append (&walk->text, " ", 1);
      break;
    case CMARK_NODE_CODE:
      open_run (walk, node, PSG_RUN_CODE);
      psg_markdown_text_append (&walk->text, cmark_node_get_literal (node), strlen (cmark_node_get_literal (node)));
      close_run (walk);
      break;
    case CMARK_NODE_EMPH:
      walk_span (walk, node, PSG_RUN_EMPHASIS, entering);
      break;
    case CMARK_NODE_STRONG:
      walk_span (walk, node, PSG_RUN_STRONG, entering);
      break;
    case CMARK_NODE_LINK:
      walk_span (walk, node, PSG_RUN_LINK, entering);
      break;
    case CMARK_NODE_IMAGE:
      if (entering)
        add_mistake (walk, line_of (node), "images are not allowed in a document");
      break;
    case CMARK_NODE_HTML_INLINE:
    case CMARK_NODE_CUSTOM_INLINE:
      if (entering)
        add_mistake (walk, line_of (node), "HTML is not allowed in a document");
      break;
    default:
      break;
    }
}

/* What would be read to the end could still be more than can be shown. */
static gboolean
is_too_much (Walk       *walk,
             cmark_node *node)
{
  const PsgMarkdown *out = walk->text.out;

  if (out->blocks->len <= PSG_MARKDOWN_MAX_PARTS && out->runs->len <= PSG_MARKDOWN_MAX_PARTS)
    return out->mistakes->len >= MAX_MISTAKES;

  add_mistake (walk, line_of (node), "a document has at most 50000 paragraphs, and as many links and words set off");

  return TRUE;
}

/* Runs that are open when a walk ends early end there too. */
static void
close_all_runs (Walk *walk)
{
  while (walk->open_runs->len > 0)
    close_run (walk);
}

static void
walk_tree (Walk       *walk,
           cmark_node *root)
{
  cmark_iter *iter = cmark_iter_new (root);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      gboolean entering = event == CMARK_EVENT_ENTER;

      if (is_too_much (walk, node))
        break;

      if (!walk_container (walk, node, entering) && !walk_block (walk, node, entering))
        walk_inline (walk, node, entering);
    }

  close_all_runs (walk);
  cmark_iter_free (iter);
}

/* How many quote and list markers a line begins with, and how far it is indented:
 * either would make the parser nest. */
static gboolean
line_nests_too_deeply (const char *at,
                       const char *end)
{
  guint markers = 0;

  for (; at < end && strchr (" \t>*+-0123456789.)", *at) != NULL && *at != '\0'; at++)
    if (*at != ' ' && *at != '\t' && !g_ascii_isdigit (*at) && (at + 1 == end || at[1] != *at || *at == '>'))
      markers++;

  return markers > MAX_MARKERS;
}

/* Returns: the line that nests too deeply for a parser to be bothered with, or 0. */
static guint
find_deep_line (const char *source,
                gsize       length)
{
  const char *end = source + length;
  guint line = 1;

  for (const char *at = source; at < end; line++)
    {
      const char *stop = memchr (at, '\n', end - at);

      stop = stop != NULL ? stop : end;
      if (line_nests_too_deeply (at, stop))
        return line;
      at = stop + 1;
    }

  return 0;
}

/* Whether no parser should be bothered with it; what a parser does then grows with the square of its length. */
gboolean
psg_markdown_nests_too_deeply (const char *source,
                               gsize       length)
{
  return find_deep_line (source, length) > 0;
}

static void
parse (Walk       *walk,
       const char *source,
       gsize       length)
{
  guint deep = length <= PSG_MAX_DOCUMENT ? find_deep_line (source, length) : 0;
  cmark_node *root;

  if (length > PSG_MAX_DOCUMENT)
    {
      add_mistake (walk, 1, "a document is at most 4 MiB long");
      return;
    }

  if (deep > 0)
    {
      add_mistake (walk, deep, "quotes and lists are nested too deeply");
      return;
    }

  root = cmark_parse_document (source, length, CMARK_OPT_DEFAULT);
  cmark_consolidate_text_nodes (root);
  walk_tree (walk, root);
  cmark_node_free (root);
}

/**
 * psg_markdown_parse:
 * @source: (array length=length): CommonMark, valid UTF-8
 * @length: in bytes
 *
 * Parses a document. What is not allowed in one is in the result's mistakes; of one that is too long, nested
 * too deeply or of too many parts there may be no more than that.
 *
 * Returns: (transfer full): the parsed document
 */
PsgMarkdown *
psg_markdown_parse (const char *source,
                    gsize       length)
{
  PsgMarkdown *self = g_new0 (PsgMarkdown, 1);
  Walk walk = { .text = { .out = self, .text = g_string_new (NULL) } };

  self->blocks = psg_block_array_new ();
  self->runs = psg_run_array_new ();
  self->run_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->mistakes = g_array_new (FALSE, FALSE, sizeof (PsgMarkdownMistake));
  walk.open_runs = g_array_new (FALSE, FALSE, sizeof (guint));

  parse (&walk, source, length);
  psg_markdown_text_finish_runs (&walk.text);

  self->n_chars = walk.text.n_chars;
  self->text = g_string_free (walk.text.text, FALSE);
  g_array_unref (walk.open_runs);

  return self;
}

void
psg_markdown_free (PsgMarkdown *self)
{
  g_free (self->text);
  g_array_unref (self->blocks);
  g_array_unref (self->runs);
  g_array_unref (self->run_lines);
  g_array_unref (self->mistakes);
  g_free (self);
}
