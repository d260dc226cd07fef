/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-written-text.h"

#include "psg-follow.h"
#include "psg-line-layout.h"
#include "psg-rows.h"

/*
 * What a person wrote in Markdown, a label a block, for pages that are made of labels. Documents are shown
 * by the reader: that marks, finds and cites, which nobody does with some lines of one's own.
 */

/* More is shown as it was written: a label each would be slow to make. */
#define MOST_BLOCKS 400
/* How far a list or a quote is set in, in pixels. */
#define STEP 16
/* Deeper than anybody writes. */
#define MOST_NESTED 16

typedef struct
{
  const PsgDocument *document;
  GString *markup;
  const char *at; /* in the document's text */
  guint position; /* of @at, in code points */
  guint run;      /* the next that was not looked at */
} Walk;

static void
append_until (Walk *walk,
              guint end)
{
  const char *to;
  g_autofree char *escaped = NULL;

  if (end <= walk->position)
    return;

  to = g_utf8_offset_to_pointer (walk->at, end - walk->position);
  escaped = g_markup_escape_text (walk->at, to - walk->at);
  g_string_append (walk->markup, escaped);
  walk->at = to;
  walk->position = end;
}

/* Returns: (nullable): what closes what was opened; %NULL if nothing was. */
static const char *
open_run (Walk         *walk,
          const PsgRun *run)
{
  g_autofree char *target = NULL;

  switch (run->kind)
    {
    case PSG_RUN_EMPHASIS:
      g_string_append (walk->markup, "<i>");
      return "</i>";
    case PSG_RUN_STRONG:
      g_string_append (walk->markup, "<b>");
      return "</b>";
    case PSG_RUN_CODE:
      g_string_append (walk->markup, "<tt>");
      return "</tt>";
    case PSG_RUN_LINK:
      target = g_markup_escape_text (run->target, -1);
      g_string_append_printf (walk->markup, "<a href=\"%s\">", target);
      return "</a>";
    case PSG_RUN_CITATION:
    case PSG_RUN_IMAGE:
    default:
      return NULL;
    }
}

/* The text up to @end, with the runs that lie in it. */
static void
append_with_runs (Walk *walk,
                  guint end,
                  guint depth)
{
  const GArray *runs = walk->document->runs;

  while (walk->run < runs->len && g_array_index (runs, PsgRun, walk->run).start < end)
    {
      const PsgRun *run = &g_array_index (runs, PsgRun, walk->run++);
      const char *close;

      if (run->start < walk->position || run->end <= run->start || run->end > end || depth == MOST_NESTED)
        continue;

      append_until (walk, run->start);
      close = open_run (walk, run);
      append_with_runs (walk, run->end, depth + 1);
      if (close != NULL)
        g_string_append (walk->markup, close);
    }
  append_until (walk, end);
}

/* What a block says, as markup; an image what it shows, in words. */
static char *
dup_markup (Walk           *walk,
            const PsgBlock *block)
{
  walk->markup = g_string_new (NULL);
  walk->at = g_utf8_offset_to_pointer (walk->at, block->start - walk->position);
  walk->position = block->start;

  if (block->kind == PSG_BLOCK_IMAGE)
    {
      const GArray *runs = walk->document->runs;

      while (walk->run < runs->len && g_array_index (runs, PsgRun, walk->run).kind != PSG_RUN_IMAGE)
        walk->run++;
      if (walk->run < runs->len)
        {
          const char *label = g_array_index (runs, PsgRun, walk->run++).label;
          g_autofree char *escaped = g_markup_escape_text (label != NULL ? label : "", -1);

          g_string_append_printf (walk->markup, "<i>%s</i>", escaped);
        }
    }
  else
    append_with_runs (walk, block->end, 0);

  return g_string_free (g_steal_pointer (&walk->markup), FALSE);
}

static gboolean
activate_link_cb (GtkLabel   *label,
                  const char *target,
                  PsgSession *session)
{
  psg_follow_any (GTK_WIDGET (label), session, target);

  return TRUE;
}

static GtkWidget *
new_label (PsgSession *session,
           const char *markup,
           const char *css_class)
{
  GtkWidget *label = psg_body_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (activate_link_cb), session, 0);

  return label;
}

/* Its mark before it, so that what follows stands in one line. */
static GtkWidget *
new_item (const PsgBlock *block,
          GtkWidget      *label)
{
  GtkWidget *line = psg_line_new (6);
  g_autofree char *number = block->number > 0 ? g_strdup_printf ("%u.", block->number) : g_strdup ("•");
  GtkWidget *mark = gtk_label_new (number);

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_box_append (GTK_BOX (line), label);

  return line;
}

static GtkWidget *
new_block (PsgSession     *session,
           const PsgBlock *block,
           const char     *markup)
{
  GtkWidget *label;

  if (block->kind == PSG_BLOCK_RULE)
    return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  label = new_label (session, markup, block->kind == PSG_BLOCK_HEADING ? "page-strong"
                                      : block->kind == PSG_BLOCK_CODE ? "monospace"
                                      : block->quote > 0 ? "dim-label" : NULL);

  return block->kind == PSG_BLOCK_LIST_ITEM ? new_item (block, label) : label;
}

/* A list item's mark stands in the step, what else is in the list beside it. */
static int
get_indent (const PsgBlock *block)
{
  int steps = block->quote + block->list - (block->kind == PSG_BLOCK_LIST_ITEM ? 1 : 0);

  return MIN (steps, MOST_NESTED / 2) * STEP;
}

/* Cells follow each other; empty ones are left out. */
static void
add_cell (GtkBox         *box,
          GtkGrid       **grid,
          const PsgBlock *block,
          GtkWidget      *label)
{
  if (block->row == 0)
    gtk_widget_add_css_class (label, "page-strong");
  if (*grid == NULL)
    {
      *grid = GTK_GRID (gtk_grid_new ());
      gtk_grid_set_column_spacing (*grid, 12);
      gtk_grid_set_row_spacing (*grid, 4);
      gtk_box_append (box, GTK_WIDGET (*grid));
    }
  gtk_label_set_xalign (GTK_LABEL (label), block->align / 2.0f);
  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  gtk_grid_attach (*grid, label, block->column, (int) block->row, 1, 1);
}

static void
fill (GtkBox            *box,
      PsgSession        *session,
      const PsgDocument *document)
{
  Walk walk = { document, NULL, document->text, 0, 0 };
  GtkGrid *grid = NULL;
  guint table = 0;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const PsgBlock *block = &g_array_index (document->blocks, PsgBlock, i);
      g_autofree char *markup = dup_markup (&walk, block);
      GtkWidget *widget = new_block (session, block, markup);

      if (block->kind == PSG_BLOCK_CELL)
        {
          if (block->number != table)
            grid = NULL;
          table = block->number;
          add_cell (box, &grid, block, widget);
          continue;
        }
      gtk_widget_set_margin_start (widget, get_indent (block));
      gtk_box_append (box, widget);
    }
}

/**
 * psg_written_text_new:
 * @session: a session
 * @markdown: what the person wrote
 *
 * Returns: (transfer floating): a widget that shows it: as it was written where the notebook is not open,
 *   or where it is beyond all measure
 */
GtkWidget *
psg_written_text_new (PsgSession *session,
                      const char *markdown)
{
  PsgLibrary *library = psg_session_get_library (session);
  g_autoptr (PsgDocument) document = NULL;
  GtkWidget *box;

  if (library != NULL)
    document = psg_library_read_markdown (library, markdown, NULL);
  if (document == NULL || document->blocks->len > MOST_BLOCKS)
    return psg_body_label_new (markdown);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  fill (GTK_BOX (box), session, document);

  return box;
}
